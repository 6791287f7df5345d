import { isBlank, type SourceFile, type Span, skipBlanks, trimEnd } from '../syntax/document';
import { type Slice, spanOf } from '../syntax/logicalLine';

/** The physical line around an offset, without its newline. */
export function physicalLineAt(file: SourceFile, offset: number): Span {
  const start = offset === 0 ? 0 : file.text.lastIndexOf('\n', offset - 1) + 1;
  return { file, start, end: endOfLine(file.text, offset) };
}

/** A stretch of one line without the blanks around it. */
export function withoutBlanks({ file, start, end }: Span): Span {
  const first = skipBlanks(file.text, start, end);
  return { file, start: first, end: trimEnd(file.text, first, end) };
}

/** Whether only blanks precede a word on its physical line. */
export function isFirstOfLine(word: Slice): boolean {
  const { file, start } = spanOf(word);
  let at = start - 1;
  while (at >= 0 && file.text[at] !== '\n' && isBlank(file.text.charCodeAt(at))) at--;
  return at < 0 || file.text[at] === '\n';
}

/** Whether only blanks follow a word on its physical line. */
export function isLastOfLine(word: Slice): boolean {
  const { file, end } = spanOf(word);
  return skipBlanks(file.text, end, endOfLine(file.text, end)) === endOfLine(file.text, end);
}

/** The offset where the physical line of a word ends. */
export function lineEndOf(word: Slice): number {
  const { file, start } = spanOf(word);
  return endOfLine(file.text, start);
}

/** The text of a physical line from a word on. */
export function restOfLine(word: Slice): string {
  return word.line.file.text.slice(spanOf(word).start, lineEndOf(word));
}

function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline;
}
