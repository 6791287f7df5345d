import type { Configuration } from '../configuration/configuration';
import { restrictionClasses } from '../configuration/restrictionLists';
import { COMPATIBILITY_LEVELS } from '../knowledge/compatibilityLevels';
import { type Parameter, parameterNamed } from '../knowledge/parameters';
import { restrictionNamed } from '../knowledge/restrictions';
import { existsIn, isSince } from '../knowledge/version';
import type { Locale } from '../locale';
import { type Slice, textOf } from '../syntax/logicalLine';
import { parseAccessTable, parseLookupTable } from '../syntax/lookupTable';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';
import { nexthopHelp, transportHelp } from './nexthopHelp';
import { parameterHelp } from './parameterHelp';
import { restrictionHelp } from './restrictionHelp';
import { type RestrictionPlace, restrictionAt, restrictionPlaceHelp } from './restrictionPlaceHelp';
import { type TableHelpOptions, tableHelp } from './tableHelp';
import { lifeText } from './topic';

/** A word of a value, and where it stands. */
export interface ValueWord {
  readonly entry: ParameterEntry;
  readonly word: Slice;
  /** The service in whose `-o` it stands. */
  readonly service?: ServiceEntry;
}

/** Explains a word of a value by what the parameter holds. Undefined where there is nothing to say of it alone. */
export function valueHelp(configuration: Configuration, place: ValueWord, locale: Locale): string | undefined {
  const text = textOf(place.word);
  const parameter = parameterNamed(textOf(place.entry.name));
  if (parameter?.values) {
    const keyword = keywordHelp(configuration, parameter, text, locale);
    if (keyword !== undefined) return keyword;
  }
  const restriction = restrictionAt(configuration, place.entry, place.word, place.service);
  if (restriction) return restrictionWordHelp(configuration, restriction, place, locale);
  switch (parameter?.holds) {
    case 'transport':
      // One value, with blanks in it: `error:5.1.1 mailbox unavailable`.
      return transportHelp(configuration, textOf(place.entry.value).trim(), locale);
    case 'transport name list':
      return transportHelp(configuration, text, locale);
    case 'nexthop':
    case 'nexthop list':
      return nexthopHelp(configuration, text, locale);
    case 'compatibility level':
      return levelHelp(text, locale);
  }
  const table = parseLookupTable(place.word);
  return table && tableHelp(configuration, table, tableOptions(place, locale));
}

/** A keyword may have `!` or a comparison before it: `!SSLv2`, `>=TLSv1.2`. */
function keywordHelp({ version }: Configuration, parameter: Parameter, text: string, locale: Locale) {
  const word = text.replace(/^(?:!|[<>]=)/, '').toLowerCase();
  const found = Object.entries(parameter.values ?? {}).find(([name]) => name.toLowerCase() === word);
  if (!found) return undefined;
  const [name, facts] = found;
  return facts.text && existsIn(facts, version) ? `**${name}** — ${facts.text[locale]}` : undefined;
}

function restrictionWordHelp(
  configuration: Configuration,
  restriction: RestrictionPlace,
  place: ValueWord,
  locale: Locale,
): string | undefined {
  const name = restriction.list.restrictions[restriction.index]?.name ?? '';
  const here = restrictionPlaceHelp(configuration, restriction, locale)
    .map((fact) => `- ${fact}`)
    .join('\n');
  const isTable = restriction.part === 'argument' || name === '';
  // The argument of check_policy_service is a socket, no table.
  const table = isTable && restrictionNamed(name)?.argument !== 'policy service' && parseAccessTable(place.word);
  const about =
    (table && tableHelp(configuration, table, tableOptions(place, locale))) ||
    restrictionHelp(name, locale, here) ||
    classHelp(configuration, name, place.service, locale);
  if (about === undefined) return here;
  return about.includes(here) ? about : `${about}\n\n${here}`;
}

function tableOptions({ entry, service }: ValueWord, locale: Locale): TableHelpOptions {
  return { locale, parameter: textOf(entry.name), ...(service && { service }) };
}

/** A class of the user's own: its list. */
function classHelp(configuration: Configuration, name: string, service: ServiceEntry | undefined, locale: Locale) {
  const isClass = restrictionClasses(configuration, service).includes(name);
  return isClass ? parameterHelp(configuration, name, { locale, ...(service && { service }) }) : undefined;
}

/** Explains a compatibility level: the highest that Postfix knows and that is no higher. */
function levelHelp(text: string, locale: Locale): string | undefined {
  const level = COMPATIBILITY_LEVELS.findLast((known) => isSince(text, known.level));
  return /^[0-9.]+$/.test(text) && level
    ? `**compatibility_level ${level.level}** — ${lifeText(level)[locale]}\n\n${level.text[locale]}`
    : undefined;
}
