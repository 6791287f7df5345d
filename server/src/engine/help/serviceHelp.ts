import { columnValue } from '../configuration/columns';
import type { Configuration } from '../configuration/configuration';
import { effectiveValue, expandedValue } from '../configuration/effective';
import {
  type AttributeFacts,
  COLUMNS,
  type ColumnName,
  DAEMON_OPTIONS,
  PORTS,
  type ProgramFacts,
  programNamed,
  serviceTypeNamed,
  TYPES_OF_SKELETON,
} from '../knowledge/services';
import { type NamedStockService, stockLines, stockServiceNamed } from '../knowledge/stockServices';
import { existsIn, isSince, type Lifetime } from '../knowledge/version';
import type { Locale, Text } from '../locale';
import { forEachName, parseExpansion } from '../syntax/expansion';
import { type Slice, textOf } from '../syntax/logicalLine';
import { FIELD_NAMES, programOf, type ServiceEntry } from '../syntax/masterCf';
import { code } from './markdown';
import { valueText } from './parameterHelp';
import { WORDS } from './words';

/**
 * Explains one of the eight fields of a service, as Markdown: the service or its program, what the word in the field
 * comes to in that version and configuration, what the program requires there, and the column itself.
 */
export function fieldHelp(
  configuration: Configuration,
  service: ServiceEntry,
  field: ColumnName,
  locale: Locale,
): string {
  const number = FIELD_NAMES.indexOf(field) + 1;
  const label =
    locale === 'ja' ? `${number}${WORDS.ja.column}目（${field}）` : `${WORDS.en.column} ${number}, ${field}`;
  return [
    ...(field === 'service' ? serviceParts(configuration, service, locale) : []),
    ...(field === 'command' ? programParts(configuration, service, locale) : []),
    sentences(
      [...meaningOf(configuration, service, field, locale), ...requirementsOf(configuration, service, field)],
      locale,
    ),
    `**${label}** — ${COLUMNS[field].text[locale]}`,
    `[${WORDS[locale].manual}: master(5)](https://www.postfix.org/master.5.html)`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function serviceParts(configuration: Configuration, service: ServiceEntry, locale: Locale): string[] {
  const [name, type] = [textOf(service.service), textOf(service.type)];
  const place = placeOf(configuration, service);
  const title = place ? `**${name}** (${type}) — ${place[locale]}` : `**${name}**`;
  const known = stockServiceNamed(name, type);
  if (!known) return [title, ...programParts(configuration, service, locale)];
  const parts = [title, known.text[locale]];
  if (known.op25b && !isForThisMachine(service)) {
    parts.push(`**OP25B:** ${known.op25b[locale]}`);
    if (known.op25b.example) parts.push(`${WORDS[locale].toCopy}\n${block([known.op25b.example])}`);
  }
  return [...parts, ...stockParts(configuration, known, locale)];
}

/** Whether the port is open on a loopback address only: then providers have nothing to do with it. */
function isForThisMachine(service: ServiceEntry): boolean {
  return /^(?:127\.[0-9.]+|localhost|\[::1\]|::1):/.test(textOf(service.service));
}

function stockParts({ version }: Configuration, service: NamedStockService, locale: Locale): string[] {
  const lines = stockLines(service, version);
  return lines.length > 0 ? [`${SENTENCES.stock(version)[locale]}\n${block(lines)}`] : [];
}

function block(lines: readonly string[]): string {
  return ['```postfix-master', ...lines, '```'].join('\n');
}

function programParts(configuration: Configuration, service: ServiceEntry, locale: Locale): string[] {
  const program = programOf(service);
  const facts = programNamed(program);
  if (!facts) return [];
  const text = sentences([facts.text, ...otherVersion(configuration, facts)], locale);
  return [`**${program}(8)** — ${text} [${WORDS[locale].manual}](${manualOf(program, facts)})`];
}

function manualOf(program: string, { sameAs }: ProgramFacts): string {
  return `https://www.postfix.org/${sameAs ?? program}.8.html`;
}

/** What the word in a field means; none where it is no word that Postfix accepts there. */
function meaningOf(configuration: Configuration, service: ServiceEntry, field: ColumnName, locale: Locale): Text[] {
  const word = textOf(service[field]);
  switch (field) {
    case 'type': {
      const facts = serviceTypeNamed(word);
      return facts ? [after(word, facts.text), ...otherVersion(configuration, facts)] : [];
    }
    case 'service':
    case 'command':
      return [];
  }
  const value = columnValue(configuration, service, field);
  if (value === undefined) return [];
  const reason = word === '-' ? [defaultText(configuration, field, value, locale)] : [];
  // A port is neither: requirementsOf() says so.
  if (field === 'private' && textOf(service.type) === 'inet') return reason;
  const meaning = COLUMNS[field].number ? numberText(field, value) : wordText(field, value);
  if (!meaning) return [];
  return word === '-' ? [...reason, meaning] : [after(word, meaning)];
}

function wordText(column: ColumnName, value: string): Text | undefined {
  const values = COLUMNS[column].values ?? {};
  return Object.hasOwn(values, value) ? values[value]?.text : undefined;
}

/** master(8) reads the digits, and a `?` right after the time. */
function numberText(column: ColumnName, value: string): Text | undefined {
  const [, digits, mark] = /^([0-9]+)(\?)?$/.exec(value) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  if (column === 'wakeup') return SENTENCES.wakeup(number, mark !== undefined);
  return mark === undefined ? SENTENCES.processes(number) : undefined;
}

/** What `-` is, and why. */
function defaultText(configuration: Configuration, column: ColumnName, value: string, locale: Locale): Text {
  const { default: byDefault, defaultFrom } = COLUMNS[column];
  const effective = defaultFrom === undefined ? undefined : effectiveValue(configuration, defaultFrom);
  if (defaultFrom !== undefined && effective) {
    return SENTENCES.defaultFrom(defaultFrom, valueText(effective, locale));
  }
  if (typeof byDefault !== 'object') return SENTENCES.isDefault(value);
  if (!isSince(configuration.version, '3.0')) return SENTENCES.defaultBefore(value, '3.0');
  return SENTENCES.defaultByLevel(value, expandedValue(configuration, 'compatibility_level'));
}

/** Where a service listens. */
function placeOf(configuration: Configuration, service: ServiceEntry): Text | undefined {
  const name = textOf(service.service);
  const facts = serviceTypeNamed(textOf(service.type));
  if (!facts) return undefined;
  if (facts.isSocketFile) {
    const isPrivate = columnValue(configuration, service, 'private');
    if (isPrivate !== 'y' && isPrivate !== 'n') return undefined;
    const directory = expandedValue(configuration, 'queue_directory');
    return SENTENCES.socket(`${directory}/${isPrivate === 'y' ? 'private' : 'public'}/${name}`);
  }
  // The last colon, as host_port(3) does.
  const colon = name.lastIndexOf(':');
  const port = name.slice(colon + 1);
  const number = Object.hasOwn(PORTS, port) ? PORTS[port] : undefined;
  const shown = number === undefined ? code(port) : `${code(port)} (${number})`;
  if (colon > 0) return SENTENCES.host(shown, code(name.slice(0, colon)));
  return SENTENCES.interfaces(shown, expandedValue(configuration, 'inet_interfaces'));
}

/** What must stand in a column, and a warning where something else does. */
function requirementsOf(configuration: Configuration, service: ServiceEntry, column: ColumnName): Text[] {
  const value = columnValue(configuration, service, column);
  if (column === 'private') {
    return textOf(service.type) === 'inet' ? [warnedIf(value === 'y', SENTENCES.inetIsPublic)] : [];
  }
  const program = programOf(service);
  const facts = programNamed(program);
  if (!facts) return [];
  switch (column) {
    case 'type': {
      const allowed = TYPES_OF_SKELETON[facts.skeleton];
      return allowed.includes(textOf(service.type)) ? [] : [warnedIf(true, SENTENCES.types(program, allowed))];
    }
    case 'unprivileged':
    case 'process_limit': {
      const { since = '2.0', [column]: required } = facts.requires ?? {};
      if (required === undefined || !isSince(configuration.version, since)) return [];
      return [warnedIf(value !== undefined && !isSame(value, required), SENTENCES.requires(program, required))];
    }
    case 'chroot':
      return facts.noChroot ? [warnedIf(value === 'y', SENTENCES.noChroot(program))] : [];
    case 'wakeup':
      return facts.needsWakeup ? [warnedIf(/^0+\??$/.test(value ?? ''), SENTENCES.needsWakeup(program))] : [];
    default:
      return [];
  }
}

/** A number may have zeros before it. */
function isSame(value: string, required: string): boolean {
  return value === required || (/^[0-9]+$/.test(value) && Number(value) === Number(required));
}

/**
 * Explains a word after the command of a service, as Markdown: an option (`-o`, `-v`), an attribute of its program with
 * the letters and macros in it (`flags=DRhu`), or the macros in an argument of the command that pipe(8) runs
 * (`${recipient}`). `word` is such a word of the entry, or a part of it. Undefined where there is nothing to say.
 */
export function argumentHelp(
  configuration: Configuration,
  service: ServiceEntry,
  word: Slice,
  locale: Locale,
): string | undefined {
  const program = programOf(service);
  const facts = programNamed(program);
  if (!facts) return undefined;
  const found = argumentAt(service, facts, word);
  if (!found) return undefined;
  const { options, attribute, command } = found;
  const parts = options
    ? [...new Set(options)].flatMap((letter) => {
        const text = Object.hasOwn(DAEMON_OPTIONS, letter) ? DAEMON_OPTIONS[letter]?.text : undefined;
        return text ? [`**-${letter}** — ${text[locale]}`] : [];
      })
    : [
        ...(attribute ? attributeParts(configuration, service, attribute, locale) : []),
        ...(command ? macroParts(configuration, command, locale) : []),
      ];
  if (parts.length === 0) return undefined;
  const [page, url] = options
    ? ['master(5)', 'https://www.postfix.org/master.5.html']
    : [`${program}(8)`, manualOf(program, facts)];
  return [...parts, `[${WORDS[locale].manual}: ${page}](${url})`].join('\n\n');
}

/** What a word after the command is: letters of options, an attribute, part of a command; the last can be both. */
interface Argument {
  readonly options?: string;
  readonly attribute?: Attribute;
  readonly command?: { readonly text: string; readonly facts: AttributeFacts };
}

interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly facts: AttributeFacts;
}

/** Reads the arguments as the program does, up to the word. */
function argumentAt(service: ServiceEntry, { attributes = {} }: ProgramFacts, word: Slice): Argument | undefined {
  const holds = ({ start, end }: Slice) => word.start >= start && word.end <= end;
  let command: AttributeFacts | undefined;
  for (const argument of service.arguments) {
    if (argument.kind === 'override') {
      if (holds(argument.option)) return { options: 'o' };
      continue;
    }
    if (argument.kind === 'option') {
      if (holds(argument.slice)) return { options: textOf(argument.slice).slice(1) };
      continue;
    }
    const text = textOf(argument.content);
    if (command) {
      if (holds(argument.slice)) return { command: { text, facts: command } };
      continue;
    }
    const equals = text.indexOf('=');
    // Names of attributes are compared without case.
    const name = text.slice(0, Math.max(0, equals)).toLowerCase();
    const facts = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (facts?.isLast) command = facts;
    if (!holds(argument.slice)) continue;
    if (!facts) return undefined;
    const value = text.slice(equals + 1);
    return { attribute: { name, value, facts }, ...(command && { command: { text: value, facts: command } }) };
  }
  return undefined;
}

function attributeParts(
  configuration: Configuration,
  service: ServiceEntry,
  { name, value, facts }: Attribute,
  locale: Locale,
): string[] {
  const text = sentences([facts.text, ...otherVersion(configuration, facts)], locale);
  const { letters } = facts;
  if (!letters) return [`**${name}=** — ${text}`];
  const lines = [...new Set(value)].map((letter) => {
    const flag = Object.hasOwn(letters, letter) ? letters[letter] : undefined;
    const meaning = flag ? [flag.text, ...otherVersion(configuration, flag)] : [SENTENCES.unknownLetter];
    return `- ${code(letter)}: ${sentences(meaning, locale)}`;
  });
  const single = [...new Set(value)].filter((letter) => letters[letter]?.needsOneRecipient);
  return [
    `**${name}=** — ${text}`,
    ...(lines.length > 0 ? [lines.join('\n')] : []),
    ...(single.length > 0 ? [sentences([recipientLimit(configuration, service, single)], locale)] : []),
  ];
}

/** `D` and `O` are for messages with one recipient: the queue manager must not send more. */
function recipientLimit(configuration: Configuration, service: ServiceEntry, letters: readonly string[]): Text {
  const parameter = `${textOf(service.service)}_destination_recipient_limit`;
  const limit = effectiveValue(configuration, parameter)?.expanded;
  return warnedIf(limit !== undefined && limit !== '1', SENTENCES.oneRecipient(letters, parameter, limit));
}

function macroParts(
  configuration: Configuration,
  { text, facts: { macros = {} } }: { readonly text: string; readonly facts: AttributeFacts },
  locale: Locale,
): string[] {
  const names = new Set<string>();
  forEachName(parseExpansion(text), ({ name, whenSet, whenEmpty }) => {
    // pipe(8) takes all of `name?text` for the name, and knows none like that.
    if (!whenSet && !whenEmpty) names.add(name);
  });
  return [...names].flatMap((name) => {
    const macro = Object.hasOwn(macros, name) ? macros[name] : undefined;
    if (!macro) return [];
    const repeated = macro.isPerRecipient ? [SENTENCES.perRecipient] : [];
    return [`**\${${name}}** — ${sentences([macro.text, ...repeated, ...otherVersion(configuration, macro)], locale)}`];
  });
}

function otherVersion({ version }: Configuration, thing: Lifetime): Text[] {
  return existsIn(thing, version) || thing.since === undefined
    ? []
    : [warnedIf(true, SENTENCES.since(version, thing.since))];
}

function after(word: string, { en, ja }: Text): Text {
  return { en: `${code(word)}: ${en}`, ja: `${code(word)}: ${ja}` };
}

function warnedIf(isWrong: boolean, { en, ja }: Text): Text {
  return isWrong ? { en: `⚠️ ${en}`, ja: `⚠️ ${ja}` } : { en, ja };
}

function sentences(texts: readonly Text[], locale: Locale): string {
  return texts.map((text) => text[locale]).join(locale === 'ja' ? '' : ' ');
}

/** What can only be said of a certain entry. */
const SENTENCES = {
  stock: (version: string): Text => ({
    en: `In the stock master.cf of Postfix ${version}:`,
    ja: `Postfix ${version} に付属する master.cf では:`,
  }),
  since: (version: string, since: string): Text => ({
    en: `Postfix ${version} does not have it yet: it came with ${since}.`,
    ja: `Postfix ${since} で追加されたもので、${version} にはありません。`,
  }),
  isDefault: (value: string): Text => ({
    en: `\`-\` is \`${value}\`, the default.`,
    ja: `\`-\` は既定値の \`${value}\` です。`,
  }),
  defaultFrom: (parameter: string, value: string): Text => ({
    en: `\`-\` is the value of \`${parameter}\` (${value}).`,
    ja: `\`-\` は \`${parameter}\` の値です（${value}）。`,
  }),
  defaultBefore: (value: string, version: string): Text => ({
    en: `\`-\` is \`${value}\`, the default before Postfix ${version}.`,
    ja: `\`-\` は、Postfix ${version} より前の既定値の \`${value}\` です。`,
  }),
  defaultByLevel: (value: string, level: string): Text => ({
    en: `\`-\` is \`${value}\` here, as \`compatibility_level\` is \`${level}\`.`,
    ja: `\`compatibility_level\` が \`${level}\` なので、\`-\` はここでは \`${value}\` です。`,
  }),
  wakeup: (seconds: number, isConditional: boolean): Text => {
    if (seconds === 0) return { en: 'Never woken up.', ja: '起こしません。' };
    const [en, ja] = seconds === 1 ? ['every second', '1秒ごと'] : [`every ${seconds} seconds`, `${seconds}秒ごと`];
    return isConditional
      ? { en: `Woken up ${en}, but only once it has been used.`, ja: `一度使われた後は、${ja}に起こします。` }
      : { en: `Woken up ${en}.`, ja: `${ja}に起こします。` };
  },
  processes: (number: number): Text => {
    if (number === 0) return { en: 'Any number of processes.', ja: 'プロセス数に上限はありません。' };
    if (number === 1) return { en: 'A single process.', ja: 'プロセスは一つだけです。' };
    return {
      en: `At most ${number} processes at the same time.`,
      ja: `同時に動くプロセスは最大 ${number} 個です。`,
    };
  },
  socket: (path: string): Text => ({
    en: `Listens at \`${path}\`.`,
    ja: `\`${path}\` で待ち受けます。`,
  }),
  host: (port: string, host: string): Text => ({
    en: `Listens on TCP port ${port} of ${host} only.`,
    ja: `${host} の TCP ポート ${port} だけで待ち受けます。`,
  }),
  interfaces: (port: string, interfaces: string): Text => ({
    en: `Listens on TCP port ${port} of the addresses in \`inet_interfaces\`${interfaces && ` (here ${code(interfaces)})`}.`,
    ja: `\`inet_interfaces\`${interfaces && `（現在は ${code(interfaces)}）`}のアドレスの TCP ポート ${port} で待ち受けます。`,
  }),
  inetIsPublic: {
    en: 'A service of type `inet` must say `n`, or Postfix does not start.',
    ja: 'タイプが `inet` のサービスでは `n` にしないと、Postfix は起動しません。',
  },
  types: (program: string, types: readonly string[]): Text => ({
    en: `\`${program}\` cannot run as this type, only as ${types.map(code).join(', ')}.`,
    ja: `\`${program}\` はこのタイプでは動きません。使えるのは ${types.map(code).join('、')} です。`,
  }),
  requires: (program: string, required: string): Text => ({
    en: `\`${program}\` works only with \`${required}\` here.`,
    ja: `\`${program}\` は、ここが \`${required}\` でないと動きません。`,
  }),
  noChroot: (program: string): Text => ({
    en: `The manual advises against a chroot for \`${program}\`.`,
    ja: `マニュアルは、\`${program}\` を chroot で動かさないよう勧めています。`,
  }),
  needsWakeup: (program: string): Text => ({
    en: `\`${program}\` needs a wakeup time.`,
    ja: `\`${program}\` には起動間隔が必要です。`,
  }),
  unknownLetter: {
    en: '⚠️ No such letter: the program does not work with it.',
    ja: '⚠️ この文字はなく、あるとプログラムは動きません。',
  },
  oneRecipient: (letters: readonly string[], parameter: string, limit: string | undefined): Text => {
    const names = letters.map(code);
    const [en, ja] = [names.join(' and '), names.join(' と ')];
    const here = limit === undefined ? '' : ` (here ${code(limit)})`;
    const hereJa =
      limit === '1'
        ? ' は `1` のままにします'
        : `${limit === undefined ? ' ' : `（現在は ${code(limit)}）`}を \`1\` にします`;
    return {
      en: `For ${en}, \`${parameter}\` must be \`1\`${here}, or mail to several recipients waits in the queue.`,
      ja: `${ja} を使うなら、\`${parameter}\`${hereJa}。そうしないと、宛先が複数のメールはキューに残り続けます。`,
    };
  },
  perRecipient: {
    en: 'The argument is given once for each recipient.',
    ja: 'これを含む引数は、宛先の数だけ繰り返されます。',
  },
} as const;
