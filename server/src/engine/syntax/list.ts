import { isBlank, isSeparator } from './document';
import { asSlice, type Slice, sliceOf, textOf } from './logicalLine';

const COMMA = 0x2c;

/**
 * The elements of a list, separated by commas or white space (CHARS_COMMA_SP); text between matching braces is not
 * split, as in mystrtokq(3).
 */
export function splitList(list: Slice): Slice[] {
  return splitQuoted(list, (code) => code === COMMA || isSeparator(code));
}

/** Words separated by white space only (PCF_MASTER_BLANKS), braces kept together: the fields of master.cf. */
export function splitWords(words: Slice): Slice[] {
  return splitQuoted(words, isSeparator);
}

function splitQuoted(slice: Slice, separates: (code: number) => boolean): Slice[] {
  const { line, start, end } = slice;
  const { text } = line;
  const parts: Slice[] = [];
  for (let at = start; at < end; ) {
    while (at < end && separates(text.charCodeAt(at))) at++;
    if (at === end) break;
    const from = at;
    for (let level = 0; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === OPEN) level++;
      else if (level > 0 && code === CLOSE) level--;
      else if (level === 0 && separates(code)) break;
    }
    parts.push(sliceOf(line, from, at));
  }
  return parts;
}

const OPEN = 0x7b;
const CLOSE = 0x7d;

export interface Braces {
  /** What stands between the braces, without the blanks around it. */
  readonly inside: Slice;
  readonly error?: 'missing closing brace' | 'text after closing brace';
}

/** Takes the text out of `{ … }`, as extpar(3) with EXTPAR_FLAG_STRIP; undefined when the slice has no brace. */
export function withoutBraces(slice: Slice): Braces | undefined {
  const { line, start, end } = slice;
  const { text } = line;
  if (start === end || text.charCodeAt(start) !== OPEN) return undefined;
  let close = start + 1;
  for (let level = 1; close < end; close++) {
    const code = text.charCodeAt(close);
    if (code === OPEN) level++;
    else if (code === CLOSE && --level === 0) break;
  }
  const inside = trimmed(sliceOf(line, start + 1, close));
  if (close === end) return { inside, error: 'missing closing brace' };
  return close + 1 < end ? { inside, error: 'text after closing brace' } : { inside };
}

export function trimmed(slice: Slice): Slice {
  const { line } = slice;
  let { start, end } = slice;
  while (start < end && isBlank(line.text.charCodeAt(start))) start++;
  while (end > start && isBlank(line.text.charCodeAt(end - 1))) end--;
  return sliceOf(line, start, end);
}

export function isEmpty(slice: Slice): boolean {
  return slice.start === slice.end;
}

/** The texts of a list's elements. */
export function listTexts(list: Slice): string[] {
  return splitList(list).map(textOf);
}

/** The same for a text that does not stand in a file. */
export function splitText(text: string): string[] {
  return listTexts(asSlice(text));
}
