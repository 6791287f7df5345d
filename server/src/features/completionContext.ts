import { type FileKind, isSeparator } from '../engine/syntax/document';
import { FIELD_NAMES } from '../engine/syntax/masterCf';

/** What can be completed at a place, and the stretch of text that the choice replaces. */
export type Context = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'name'; readonly hasEquals: boolean; readonly inOption: boolean }
  /** `previous` is the word before the one that is being typed, '' for none. */
  | { readonly kind: 'value'; readonly name: string; readonly previous: string }
  | { readonly kind: 'reference' }
  | { readonly kind: 'field'; readonly field: (typeof FIELD_NAMES)[number] }
  /** A word after the command of a service. */
  | { readonly kind: 'argument'; readonly program: string }
);

/**
 * Finds out what is being typed. It reads the text itself and not the parsed file, because an entry that is only half
 * typed is not one yet.
 */
export function contextAt(text: string, kind: FileKind, offset: number): Context | undefined {
  const lineStart = startOfLine(text, offset);
  const beforeCursor = text.slice(lineStart, offset);
  if (/^\s*#/.test(beforeCursor)) return undefined;
  return kind === 'main.cf' ? inMain(text, lineStart, offset) : inMaster(text, lineStart, offset);
}

function inMain(text: string, lineStart: number, offset: number): Context | undefined {
  const logical = logicalLineBefore(text, lineStart, offset);
  const equals = logical.indexOf('=');
  if (equals < 0) {
    return /^[A-Za-z0-9_]*$/.test(logical) && logical === text.slice(lineStart, offset)
      ? nameContext(text, lineStart, offset, false)
      : undefined;
  }
  return valueContext(text, offset, logical.slice(0, equals).trim(), logical.slice(equals + 1));
}

function inMaster(text: string, lineStart: number, offset: number): Context | undefined {
  const logical = logicalLineBefore(text, lineStart, offset);
  const words = logical.split(/[ \t\r\n]+/);
  if (words[0] === '') words.shift();
  const last = words.at(-1) ?? '';
  if (words.length <= FIELD_NAMES.length) {
    const field = FIELD_NAMES[words.length - 1];
    return field ? { kind: 'field', field, start: offset - last.length, end: endOfWord(text, offset) } : undefined;
  }
  const option = /(?:^|[ \t\n])-o[ \t]*(\{[ \t]*)?([A-Za-z0-9_]*)$/.exec(logical);
  if (option) return nameContext(text, offset - (option[2] ?? '').length, offset, option[1] === undefined);
  // Without braces a value ends at the first blank.
  const value =
    /(?:^|[ \t\n])-o[ \t]*([A-Za-z0-9_]+)=([^ \t\n]*)$/.exec(logical) ??
    /(?:^|[ \t\n])-o[ \t]*\{[ \t]*([A-Za-z0-9_]+)[ \t]*=((?:(?!\}[ \t\n]).)*)$/s.exec(logical);
  if (value) return valueContext(text, offset, value[1] ?? '', value[2] ?? '');
  const program = words[FIELD_NAMES.length - 1] ?? '';
  return { kind: 'argument', program, start: offset - last.length, end: endOfWord(text, offset) };
}

/** The logical line up to the cursor: the line itself, after the lines that it continues, without comments. */
function logicalLineBefore(text: string, lineStart: number, offset: number): string {
  let logical = text.slice(lineStart, offset);
  for (let start = lineStart; start > 0 && /^[ \t]/.test(logical); ) {
    const end = start - 1;
    start = startOfLine(text, end);
    const line = text.slice(start, end);
    if (!/^\s*(#|$)/.test(line)) logical = `${line}\n${logical}`;
  }
  return logical;
}

/** lastIndexOf() takes a negative place for the first one, which may be a newline itself. */
function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function nameContext(text: string, start: number, offset: number, inOption: boolean): Context {
  const end = endOfWord(text, offset);
  const rest = text.slice(end, text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end));
  return { kind: 'name', start, end, hasEquals: /^[ \t]*=/.test(rest), inOption };
}

function valueContext(text: string, offset: number, name: string, before: string): Context {
  const reference = /\$[{(]?([A-Za-z0-9_]*)$/.exec(before);
  const end = endOfWord(text, offset);
  if (reference) return { kind: 'reference', start: offset - (reference[1] ?? '').length, end };
  const words = before.split(/[\s,]+/);
  const word = words.at(-1) ?? '';
  return { kind: 'value', name, previous: words.at(-2) ?? '', start: offset - word.length, end };
}

function endOfWord(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isSeparator(text.charCodeAt(end)) && !'=,{}'.includes(text[end] as string)) end++;
  return end;
}
