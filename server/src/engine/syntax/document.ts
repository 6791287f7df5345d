/** The files that the engine reads. A copy such as `main.cf.proto` is read as the kind it is a copy of. */
export type FileKind = 'main.cf' | 'master.cf';

/** The text of one file. Positions everywhere in the engine are offsets into `text` (UTF-16 units). */
export interface SourceFile {
  readonly kind: FileKind;
  readonly text: string;
}

/** A stretch of one file, end excluded. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** White space as isspace(3) sees it in the C locale, which is what Postfix uses everywhere. */
export function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** The blanks that separate words in a value or in master.cf (CHARS_SPACE): vertical tab and form feed do not. */
export function isSeparator(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0a;
}

/** The first offset at or after `from` (and before `to`) that is not white space. */
export function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The end of `text[from, to)` without trailing white space. */
export function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}
