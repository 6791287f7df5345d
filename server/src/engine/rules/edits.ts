import type { Span } from '../syntax/document';
import { type LogicalLine, offsetOf, type Slice } from '../syntax/logicalLine';
import { physicalLineAt, withoutBlanks } from './physicalLine';

interface Edit {
  readonly at: Span;
  readonly newText: string;
}

/** Takes the physical lines of a logical line out of the file. The comments between them stay. */
export function removalOf(line: LogicalLine): Edit[] {
  const { file, pieces } = line;
  return pieces.map(({ offset }) => {
    const newline = file.text.indexOf('\n', offset);
    return { at: { file, start: offset, end: newline < 0 ? file.text.length : newline + 1 }, newText: '' };
  });
}

/** Puts text at an offset. */
export function insertion(line: LogicalLine, offset: number, newText: string): Edit {
  return { at: { file: line.file, start: offset, end: offset }, newText };
}

/** Takes away what stands before a slice in its physical line: the indentation. */
export function unindentation({ line, start }: Slice): Edit {
  const { file } = line;
  const offset = offsetOf(line, start);
  return { at: { file, start: file.text.lastIndexOf('\n', offset - 1) + 1, end: offset }, newText: '' };
}

/** Writes the comment at the end of a physical line above it, as far indented: Postfix skips it there. */
export function movedAbove(comment: Span): Edit[] {
  const { file, start, end } = comment;
  const line = physicalLineAt(file, start);
  const indentation = file.text.slice(line.start, withoutBlanks(line).start);
  const newline = file.text[line.end - 1] === '\r' ? '\r\n' : '\n';
  const above = `${indentation}${file.text.slice(start, end)}${newline}`;
  return [
    { at: { ...line, end: line.start }, newText: above },
    { at: { file, start: withoutBlanks({ ...line, end: start }).end, end }, newText: '' },
  ];
}
