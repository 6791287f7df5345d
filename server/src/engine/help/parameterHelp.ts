import type { Configuration } from '../configuration/configuration';
import { overridesOf } from '../configuration/configuration';
import { addedByService, builtinDefault, type EffectiveValue, effectiveValue } from '../configuration/effective';
import { defaultOf, type Parameter, parameterNamed, typeOf } from '../knowledge/parameters';
import { parameterText } from '../knowledge/sharedTexts';
import { existsIn, isSince } from '../knowledge/version';
import type { Locale } from '../locale';
import { spanOf, textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { kindText } from './kinds';
import { code, lineOf, shortened } from './markdown';
import { boundsText, readersText, serviceParameterText } from './parameterTopics';
import { lifeText } from './topic';
import { WORDS } from './words';

export interface HelpOptions {
  readonly locale: Locale;
  /** The service in whose entry the name stands. */
  readonly service?: ServiceEntry;
}

/**
 * All that is known of a parameter, as Markdown: what it does, type, default, since, the value here, why it matters
 * under OP25B and a line to copy. Undefined for a name that is no parameter.
 */
export function parameterHelp(configuration: Configuration, name: string, options: HelpOptions): string | undefined {
  const parameter = parameterNamed(name);
  if (!parameter)
    return serviceParameterHelp(configuration, name, options) ?? ownNameHelp(configuration, name, options);
  const { locale } = options;
  return [
    title(parameter, configuration, locale),
    parameterText(parameter)?.[locale] ?? '',
    deprecation(parameter, locale),
    facts(configuration, parameter, options),
    op25b(parameter, locale),
    manualLink(parameter, locale),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function title(parameter: Parameter, { version }: Configuration, locale: Locale): string {
  const isHere = existsIn(parameter, version);
  return `**${parameter.name}** — ${lifeText(parameter)[locale]}${isHere ? '' : ` (≠ ${version})`}`;
}

function deprecation({ deprecated }: Parameter, locale: Locale): string {
  if (!deprecated) return '';
  const words = WORDS[locale];
  const instead = (deprecated.instead ?? []).map(code).join(locale === 'ja' ? '、' : ', ');
  return `⚠️ ${words.deprecated(deprecated.since, instead)}`;
}

function facts(configuration: Configuration, parameter: Parameter, { locale, service }: HelpOptions): string {
  const words = WORDS[locale];
  const kind = kindText({ ...parameter, type: typeOf(parameter, configuration.version) })[locale];
  const unit = parameter.unit ? ` (${words.unit[parameter.unit]})` : '';
  const lines = [
    `${words.type}: ${kind}${unit}${boundsText(parameter, locale)}`,
    `${words.defaultValue}: ${defaultText(configuration, parameter, locale)}`,
  ];
  const value = effectiveValue(configuration, parameter.name, service);
  if (value && value.from.kind !== 'default') lines.push(`${words.here}: ${valueText(value, locale, service)}`);
  const overriding = overridingServices(configuration, parameter.name, locale, service);
  if (overriding.length > 0) lines.push(`${words.overriddenBy}: ${overriding.join(', ')}`);
  if (parameter.usedBy.length > 0) lines.push(`${words.readBy}: ${readersText(parameter.usedBy, locale)}`);
  const [typeLine = '', ...others] = lines.map((line) => `- ${line}`);
  return [typeLine, ...keywordLines(parameter, configuration, locale), ...others].join('\n');
}

function defaultText(configuration: Configuration, parameter: Parameter, locale: Locale): string {
  const words = WORDS[locale];
  const value = defaultOf(parameter, configuration.version);
  if (value === null) {
    const found = builtinDefault(configuration, parameter).trim();
    return found === '' ? words.computedDefault : `${code(shortened(found))} (${words.computedDefault})`;
  }
  const written = parameter.defaultFrom === 'build' ? builtinDefault(configuration, parameter) : value;
  if (written === '') return words.empty;
  const expanded = effectiveValue(
    { ...configuration, mainEntries: withoutEntry(configuration, parameter.name) },
    parameter.name,
  );
  if (!written.includes('$') || parameter.raw || expanded?.expanded === undefined) return code(shortened(written));
  const result = expanded.expanded === '' ? words.empty : code(shortened(expanded.expanded));
  return `${code(shortened(written))} (${words.expandsTo(result)})`;
}

function withoutEntry({ mainEntries }: Configuration, name: string): Configuration['mainEntries'] {
  const others = new Map(mainEntries);
  others.delete(name);
  return others;
}

/** The value in effect, what it comes to, and where it stands. */
export function valueText({ value, expanded, from }: EffectiveValue, locale: Locale, service?: ServiceEntry): string {
  const words = WORDS[locale];
  const written = value === '' ? words.empty : code(shortened(value));
  const comesTo =
    expanded === undefined || expanded === value
      ? ''
      : ` (${words.expandsTo(expanded === '' ? words.empty : code(shortened(expanded)))})`;
  if (from.kind === 'default') return `${written}${comesTo}${locale === 'ja' ? '、' : ', '}${words.byDefault}`;
  const line = lineOf(spanOf(from.entry.name));
  const place =
    from.kind === 'override' && service ? words.inMaster(line, code(textOf(service.service))) : words.inMain(line);
  return `${written}${comesTo} — ${place}`;
}

function overridingServices({ master }: Configuration, name: string, locale: Locale, except?: ServiceEntry): string[] {
  return (master?.services ?? []).flatMap((service) => {
    const entry = service === except ? undefined : overridesOf(service).get(name);
    if (!entry) return [];
    const value = textOf(entry.value);
    return [`${textOf(service.service)} ${value === '' ? WORDS[locale].empty : code(shortened(value))}`];
  });
}

/** The words of a keyword parameter that have a text, in that version. */
function keywordLines(parameter: Parameter, { version }: Configuration, locale: Locale): string[] {
  return Object.entries(parameter.values ?? {})
    .filter(([, facts]) => facts.text && existsIn(facts, version))
    .map(([word, facts]) => `  - ${code(word)}: ${facts.text?.[locale]}`);
}

function op25b({ op25b: note }: Parameter, locale: Locale): string {
  if (!note) return '';
  const example = note.example === undefined ? '' : `\n\n${WORDS[locale].toCopy}\n${exampleBlock(note.example)}`;
  return `**OP25B:** ${note[locale]}${example}`;
}

/** Some settings belong after `-o` of one service: those examples are for master.cf. */
function exampleBlock(example: string): string {
  const language = /^\s*-o/.test(example) ? 'postfix-master' : 'postfix-main';
  return `\`\`\`${language}\n${example}\n\`\`\``;
}

function manualLink({ name, undocumented }: Parameter, locale: Locale): string {
  return undocumented ? '' : `[${WORDS[locale].manual}: postconf(5)](https://www.postfix.org/postconf.5.html#${name})`;
}

/** A parameter that a service of master.cf adds: it says for one service what another says for all. */
function serviceParameterHelp(configuration: Configuration, name: string, { locale }: HelpOptions): string | undefined {
  const added = addedByService(configuration, name);
  if (!added) return undefined;
  const words = WORDS[locale];
  const general = parameterNamed(added.defaultsTo) as Parameter;
  const value = effectiveValue(configuration, name);
  return [
    `**${name}**`,
    words.ofService(added.service, added.defaultsTo),
    serviceParameterText(added.suffix, general, added.service)[locale],
    [
      `- ${words.defaultValue}: ${code(`$${added.defaultsTo}`)}`,
      ...(value && value.from.kind !== 'default' ? [`- ${words.here}: ${valueText(value, locale)}`] : []),
    ].join('\n'),
    manualLink(general, locale),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A name of the user's own. */
function ownNameHelp(configuration: Configuration, name: string, { locale, service }: HelpOptions): string | undefined {
  const value = effectiveValue(configuration, name, service);
  if (!value) return undefined;
  const words = WORDS[locale];
  return `**${name}**\n\n${words.ownName} ${code(`$${name}`)}\n\n- ${words.here}: ${valueText(value, locale, service)}`;
}

/** Whether the parameter's warning has begun in this version. */
export function isDeprecatedIn(parameter: Parameter, { version }: Configuration): boolean {
  return parameter.deprecated !== undefined && isSince(version, parameter.deprecated.since);
}
