import { type ParameterFacts, parameterNamed, serviceParameters } from '../knowledge/parameters';
import { SERVICE_SUFFIXES } from '../knowledge/serviceSuffixes';
import type { Span } from '../syntax/document';
import { splitList } from '../syntax/list';
import { type LogicalLine, offsetOf, type Slice, sliceOf, subSlice, textOf, wholeLine } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { FOR_PEOPLE, FOR_PROGRAMS, isFreeText } from './nonAscii';
import { isLastOfLine, physicalLineAt, withoutBlanks } from './physicalLine';

/**
 * What a shell would take away or replace in a value: quotes around it, a backslash at the end of a line, a command in
 * backquotes. No shell reads main.cf and master.cf, so all of it is part of the value.
 */

/** What a few characters too many do to a value: they spoil it; people read them; or nobody can tell. */
export type Precision = 'exact' | 'text' | 'free';

/** How exact a value has to be. The name of the user's own parameter says nothing of it. */
export function precisionOf(entry: ParameterEntry): Precision {
  const facts = factsOf(entry);
  if (!facts) return 'free';
  if (facts.type !== 'string') return 'exact';
  if (FOR_PROGRAMS.has(facts.holds)) return 'free';
  return FOR_PEOPLE.has(facts.holds) || isFreeText(facts, entry) ? 'text' : 'exact';
}

/** What is known of the parameter in any version, one that a service adds included. */
export function factsOf({ name }: ParameterEntry): ParameterFacts | undefined {
  const parameter = parameterNamed(textOf(name));
  if (parameter) return parameter;
  const [added] = serviceParameters(textOf(name));
  const suffix = added && SERVICE_SUFFIXES[added.suffix];
  return suffix && { ...suffix, default: `$${suffix.defaultsTo}` };
}

/**
 * The value if it stands in quotes, else those of its elements that do. A value that is no string is left to the rules
 * of its type, and `relayhost` to its own.
 */
export function quotedParts(entry: ParameterEntry): readonly Slice[] {
  if (!/["']/.test(textOf(entry.value)) || factsOf(entry)?.type !== 'string') return [];
  if (precisionOf(entry) === 'free' || textOf(entry.name) === 'relayhost') return [];
  if (isQuoted(textOf(entry.value))) return [entry.value];
  return precisionOf(entry) === 'text' ? [] : splitList(entry.value).filter((element) => isQuoted(textOf(element)));
}

/** Whether the same quote begins and ends a text, and stands nowhere else in it. */
function isQuoted(text: string): boolean {
  const [quote] = text;
  return (quote === '"' || quote === "'") && text.length > 1 && text.indexOf(quote, 1) === text.length - 1;
}

/** `"name = value"`: the first quote has become part of the name. */
export function isWhollyQuoted({ name, value }: ParameterEntry): boolean {
  const [quote] = textOf(name);
  return (quote === '"' || quote === "'") && textOf(value).endsWith(quote);
}

/** The backslashes at the ends of the physical lines of a value. */
export function trailingBackslashes(entry: ParameterEntry): readonly Slice[] {
  if (!textOf(entry.value).includes('\\') || factsOf(entry)?.holds === 'character set') return [];
  return backslashesAtLineEnds(entry.value);
}

/** The same in a line of main.cf that is no setting. */
export function trailingBackslashesOf(line: LogicalLine): readonly Slice[] {
  return backslashesAtLineEnds(wholeLine(line));
}

/** The backslash at the end of the physical line above a logical line, comments left out. */
export function backslashAbove(line: LogicalLine): Span | undefined {
  const { file } = line;
  for (let start = offsetOf(line, 0); start > 0; ) {
    const above = physicalLineAt(file, start - 1);
    const { start: first, end } = withoutBlanks(above);
    if (file.text[first] !== '#') return file.text[end - 1] === '\\' ? { file, start: end - 1, end } : undefined;
    start = above.start;
  }
  return undefined;
}

function backslashesAtLineEnds({ line, start, end }: Slice): Slice[] {
  const found: Slice[] = [];
  for (let at = line.text.indexOf('\\', start); at >= 0 && at < end; at = line.text.indexOf('\\', at + 1)) {
    const backslash = sliceOf(line, at, at + 1);
    if (isLastOfLine(backslash)) found.push(backslash);
  }
  return found;
}

/** Each pair of backquotes in a value, and what stands between them. */
export function commandsIn(entry: ParameterEntry): readonly Slice[] {
  const text = textOf(entry.value);
  if (!text.includes('`') || precisionOf(entry) === 'free') return [];
  return Array.from(text.matchAll(/`[^`]+`/g), ({ 0: found, index }) =>
    subSlice(entry.value, index, index + found.length),
  );
}

/** Whether a value that has to be exact holds any of it. */
export function hasShellHabits(entry: ParameterEntry): boolean {
  if (!/["'`\\]/.test(textOf(entry.value))) return false;
  if (trailingBackslashes(entry).length > 0) return true;
  return precisionOf(entry) === 'exact' && (quotedParts(entry).length > 0 || commandsIn(entry).length > 0);
}
