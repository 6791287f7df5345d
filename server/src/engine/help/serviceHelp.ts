import type { Configuration } from '../configuration/configuration';
import { parameterNamed } from '../knowledge/parameters';
import { COLUMN_TEXTS, PROGRAM_TEXTS, serviceText } from '../knowledge/serviceTexts';
import { existsIn } from '../knowledge/version';
import type { Locale } from '../locale';
import { type Slice, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { FIELD_NAMES, programOf, type ServiceEntry } from '../syntax/masterCf';
import { code } from './markdown';
import { restrictionHelp } from './restrictionHelp';
import { WORDS } from './words';

type Field = (typeof FIELD_NAMES)[number];

/** Explains one of the eight fields of a service: the column, and what the word in it means. */
export function fieldHelp(service: ServiceEntry, field: Field, locale: Locale): string {
  const parts =
    field === 'service' ? serviceParts(service, locale) : field === 'command' ? programParts(service, locale) : [];
  const key = field === 'process_limit' ? 'processLimit' : field;
  const column = COLUMN_TEXTS[key];
  const written = textOf(service[key]);
  // Any number with a question mark means the same.
  const word = field === 'wakeup' ? written.replace(/^[0-9]+\?$/, '1000?') : written;
  const meaning = (column.values as Readonly<Record<string, { en: string; ja: string }>>)[word];
  if (meaning) parts.push(`${code(word)}: ${meaning[locale]}`);
  const number = FIELD_NAMES.indexOf(field) + 1;
  const label =
    locale === 'ja' ? `${number}${WORDS.ja.column}目（${field}）` : `${WORDS.en.column} ${number}, ${field}`;
  parts.push(`**${label}** — ${column.text[locale]}`);
  parts.push(`[${WORDS[locale].manual}: master(5)](https://www.postfix.org/master.5.html)`);
  return parts.join('\n\n');
}

function serviceParts(service: ServiceEntry, locale: Locale): string[] {
  const [name, type] = [textOf(service.service), textOf(service.type)];
  const known = serviceText(name, type);
  if (!known) return [`**${name}**`, ...programParts(service, locale)];
  const parts = [`**${name}** (${type})\n\n${known.text[locale]}`];
  if (known.op25b) {
    parts.push(`**OP25B:** ${known.op25b[locale]}`);
    if (known.op25b.example) {
      parts.push(`${WORDS[locale].toCopy}\n\`\`\`postfix-master\n${known.op25b.example}\n\`\`\``);
    }
  }
  return parts;
}

function programParts(service: ServiceEntry, locale: Locale): string[] {
  const program = programOf(service);
  const text = PROGRAM_TEXTS[program];
  if (!text) return [];
  return [`**${program}(8)** — ${text[locale]} [${WORDS[locale].manual}](https://www.postfix.org/${program}.8.html)`];
}

/** Explains a word of a value: a keyword, or a restriction. Undefined where there is nothing to say of it. */
export function valueHelp(
  { version }: Configuration,
  entry: ParameterEntry,
  word: Slice,
  locale: Locale,
): string | undefined {
  const text = textOf(word);
  const parameter = parameterNamed(textOf(entry.name));
  const keyword = Object.entries(parameter?.values ?? {}).find(([name]) => name.toLowerCase() === text.toLowerCase());
  if (keyword?.[1].text && existsIn(keyword[1], version)) return `**${keyword[0]}** — ${keyword[1].text[locale]}`;
  return parameter?.holds === 'restriction list' || !parameter ? restrictionHelp(text, locale) : undefined;
}
