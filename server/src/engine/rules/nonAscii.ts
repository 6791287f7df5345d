import type { Configuration } from '../configuration/configuration';
import { addedByService } from '../configuration/effective';
import { type ParameterFacts, parameterNamed } from '../knowledge/parameters';
import { type LogicalLine, type Slice, sliceOf, subSlice, textOf, wholeLine } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';

/**
 * Characters that look like ASCII and are not. Postfix separates words at ASCII blanks only and compares names byte by
 * byte, so these become part of a word.
 */

/** Blanks of other scripts, and characters without width: no-break space, full-width space, byte order mark … */
const BLANK =
  '\\u0085\\u00a0\\u00ad\\u1680\\u180e\\u2000-\\u200b\\u200e\\u200f\\u2028-\\u202f\\u205f-\\u2064\\u3000\\u3164\\ufeff';
const BLANKS = new RegExp(`[${BLANK}]+`, 'g');
const WITHOUT_WIDTH = /^[\u00ad\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\ufeff]+$/;

const DASHES = '\u2010-\u2015\u2212\ufe58\ufe63';
const QUOTES = '\u2018-\u201f\u2032\u2033';
const PUNCTUATION = '\u3001\u3002';
/** U+FF01 to U+FF5E are the characters of ASCII at full width. */
const FULL_WIDTH = '\uff01-\uff5e';
const LOOK_ALIKES = new RegExp(`[${DASHES}${QUOTES}${PUNCTUATION}${FULL_WIDTH}]+`, 'g');
const NOT_ASCII = new RegExp(`[${BLANK}${DASHES}${QUOTES}${PUNCTUATION}${FULL_WIDTH}]`);

/** Whether a text holds a character that `non-ascii-blank`, `look-alike-character` or `byte-order-mark` reports. */
export function hasLookAlike(text: string): boolean {
  return NOT_ASCII.test(text);
}

/** Every run of non-ASCII blanks. */
export function nonAsciiBlanksIn(slice: Slice): Slice[] {
  return runsIn(slice, BLANKS);
}

/** Every run of characters that look like ASCII ones, blanks excepted. */
export function lookAlikesIn(slice: Slice): Slice[] {
  return runsIn(slice, LOOK_ALIKES);
}

function runsIn(slice: Slice, runs: RegExp): Slice[] {
  return Array.from(textOf(slice).matchAll(runs), (match) =>
    subSlice(slice, match.index, match.index + match[0].length),
  );
}

/**
 * The runs of blanks in a line of main.cf that is no setting: where it begins, and after the name of a parameter. The
 * rest of such a line may be anything.
 */
export function blanksInMalformed(line: LogicalLine): Slice[] {
  return nonAsciiBlanksIn(wholeLine(line)).filter(
    ({ start }) => start === 0 || parameterNamed(meantName(line.text.slice(0, start))) !== undefined,
  );
}

/** The look-alikes in a line of main.cf that is no setting: in its first word, or up to a full-width `=`. */
export function lookAlikesInMalformed(line: LogicalLine): Slice[] {
  const equals = line.text.indexOf('\uff1d');
  const isSetting = equals > 0 && parameterNamed(meantName(line.text.slice(0, equals)).trim()) !== undefined;
  if (isSetting) return [...lookAlikesIn(sliceOf(line, 0, equals)), sliceOf(line, equals, equals + 1)];
  const firstWord = /^\S*/.exec(line.text);
  return lookAlikesIn(sliceOf(line, 0, firstWord?.[0].length ?? 0));
}

/** A run of non-ASCII blanks as ASCII: one blank, or nothing for characters that nobody sees. */
export function asciiBlank(run: string): string {
  return WITHOUT_WIDTH.test(run) ? '' : ' ';
}

/** A text with the ASCII character in place of each that looks like it. */
export function asciiTwin(text: string): string {
  return text.replace(LOOK_ALIKES, (run) => Array.from(run, twinOf).join(''));
}

function twinOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3001) return ',';
  if (code === 0x3002) return '.';
  if (code === 0x2033 || (code >= 0x201c && code <= 0x201f)) return '"';
  if (code === 0x2032 || (code >= 0x2018 && code <= 0x201b)) return "'";
  return '-';
}

/** A name as it was meant, without the characters that do not belong there. */
export function meantName(name: string): string {
  return asciiTwin(name.replace(BLANKS, ''));
}

/** Where in a value such characters are mistakes for certain. */
export type Strictness = 'everywhere' | 'at the ends' | 'nowhere';

/** Strings that other programs read, or in which every character may be meant. */
export const FOR_PROGRAMS: ReadonlySet<string | undefined> = new Set([
  'access action',
  'address template',
  'character set',
  'environment list',
  'header text',
  'lookup key',
  'name value list',
  'reply template',
  'shell command',
  'strftime format',
]);

/** Strings that people read. */
export const FOR_PEOPLE: ReadonlySet<string | undefined> = new Set(['smtp greeting text', 'text', 'word']);

/** Whatever stands there may be meant. */
const FREE_TEXT: ReadonlySet<string | undefined> = new Set([...FOR_PROGRAMS, ...FOR_PEOPLE, 'set by program']);

/** A file may have any name, and a table may be written inline: only what touches the ends is certainly no part of it. */
const WITH_PATHS: ReadonlySet<string | undefined> = new Set([
  'cache database',
  'command path',
  'directory path',
  'directory path list',
  'file path',
  'file path list',
  'lookup table',
  'lookup tables',
  'path prefix list',
  'path template',
  'path template list',
  'postscreen access list',
  'proxymap list',
  'random source',
  'relative path',
  'requiretls policy list',
  'sasl path',
  'socket path',
]);

/** How strict a value is. A name of the user's own says nothing of its value. */
export function strictnessOf(configuration: Configuration, entry: ParameterEntry): Strictness {
  const name = meantName(textOf(entry.name));
  const facts: ParameterFacts | undefined = parameterNamed(name);
  if (!facts) return addedByService(configuration, name) ? 'everywhere' : 'at the ends';
  if (isFreeText(facts, entry)) return 'nowhere';
  return WITH_PATHS.has(facts.holds) ? 'at the ends' : 'everywhere';
}

/** Whether a value is text that Postfix passes on without a look at it. */
export function isFreeText({ type, raw, holds }: ParameterFacts, { value }: ParameterEntry): boolean {
  return (
    type === 'string' &&
    (raw === true || FREE_TEXT.has(holds) || (holds === 'transport' && GIVES_REASON.test(textOf(value))))
  );
}

/** The nexthop of error(8) and discard(8) is a text for the sender, or for the log. */
const GIVES_REASON = /^(?:error|retry|discard):/;

/** The runs in a value that are mistakes for certain. */
export function certainRuns(value: Slice, runs: readonly Slice[], strictness: Strictness): Slice[] {
  if (strictness === 'everywhere') return [...runs];
  if (strictness === 'nowhere') return [];
  return runs.filter(({ start, end }) => start === value.start || end === value.end);
}
