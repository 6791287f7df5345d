import { isBlank, type SourceFile, type Span, skipBlanks } from './document';

/**
 * One logical line, as readllines(3) joins it: a physical line and the lines after it that begin with white space.
 * Comments and blank lines may stand between its pieces; Postfix skips them, and so do we. Newlines are dropped, all
 * else is kept (the white space that begins a continuation line, a carriage return at its end).
 */
export interface LogicalLine {
  readonly file: SourceFile;
  readonly text: string;
  /** Where the physical lines stand: the piece that begins at `at` in `text` begins at `offset` in the file. */
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly at: number;
  readonly offset: number;
}

/** Part of a logical line. `textOf` reads it, `spanOf` finds it in the file. */
export interface Slice {
  readonly line: LogicalLine;
  readonly start: number;
  readonly end: number;
  /** Kept by `textOf`: every rule reads the same names and values. */
  text?: string;
}

export interface LogicalLines {
  readonly lines: readonly LogicalLine[];
  /**
   * Lines that begin with white space where no logical line precedes them. readllines(3) logs "logical line must not
   * start with whitespace" and drops them, with everything that continues them.
   */
  readonly ignored: readonly LogicalLine[];
}

/** Splits a file into logical lines, as readllines(3) does. Total: every text gives a result. */
export function splitLogicalLines(file: SourceFile): LogicalLines {
  const { text } = file;
  const lines: LogicalLine[] = [];
  const ignored: LogicalLine[] = [];
  let current: Piece[] = [];
  let joined = '';

  const finish = () => {
    if (current.length === 0) return;
    const line: LogicalLine = { file, text: untilNul(joined), pieces: current };
    (isBlank(line.text.charCodeAt(0)) ? ignored : lines).push(line);
    current = [];
    joined = '';
  };

  for (let offset = 0; offset < text.length; ) {
    const newline = text.indexOf('\n', offset);
    const end = newline < 0 ? text.length : newline;
    const first = skipBlanks(text, offset, end);
    if (first < end && text.charCodeAt(first) !== HASH) {
      if (first === offset) finish();
      current.push({ at: joined.length, offset });
      joined += text.slice(offset, end);
    }
    offset = end + 1;
  }
  finish();
  return { lines, ignored };
}

const HASH = 0x23;

/** The lines of a file that belong together around an offset: those before it up to one that begins without a blank. */
export function entryAround(text: string, offset: number): { readonly start: number; readonly end: number } {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  while (start > 0 && continues(text, start)) start = text.lastIndexOf('\n', start - 2) + 1;
  let end = text.indexOf('\n', offset);
  while (end >= 0 && end + 1 < text.length && continues(text, end + 1)) end = text.indexOf('\n', end + 1);
  return { start, end: end < 0 ? text.length : end };
}

/** Whether the line that begins there is a comment, or empty, or begins with a blank. */
function continues(text: string, lineStart: number): boolean {
  const first = text.charCodeAt(lineStart);
  return first === HASH || first === 0x0a || isBlank(first);
}

/** Postfix keeps a logical line in a C string: a NUL character ends it. */
function untilNul(text: string): string {
  const nul = text.indexOf('\0');
  return nul < 0 ? text : text.slice(0, nul);
}

export function textOf(slice: Slice): string {
  slice.text ??= slice.line.text.slice(slice.start, slice.end);
  return slice.text;
}

/** Where a slice stands in its file. Comments between its pieces are inside. */
export function spanOf(slice: Slice): Span {
  const start = offsetOf(slice.line, slice.start);
  const end = slice.end > slice.start ? offsetOf(slice.line, slice.end - 1) + 1 : start;
  return { file: slice.line.file, start, end };
}

/** The file offset of position `at` of a logical line. */
export function offsetOf(line: LogicalLine, at: number): number {
  const piece = pieceAt(line, at);
  return piece.offset + (at - piece.at);
}

/** The position in a logical line of a file offset, or undefined when the offset is not part of the line. */
export function positionOf(line: LogicalLine, offset: number): number | undefined {
  const { pieces, text } = line;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    const next = pieces[i + 1];
    const length = (next ? next.at : text.length) - piece.at;
    if (offset >= piece.offset && offset <= piece.offset + length) return piece.at + (offset - piece.offset);
  }
  return undefined;
}

export function wholeLine(line: LogicalLine): Slice {
  return { line, start: 0, end: line.text.length };
}

/** A text of its own, for the functions that read slices. */
export function asSlice(text: string): Slice {
  return wholeLine({ file: { kind: 'main.cf', text }, text, pieces: [{ at: 0, offset: 0 }] });
}

export function sliceOf(line: LogicalLine, start: number, end: number): Slice {
  return { line, start, end };
}

/** A part of a slice, by offsets relative to its start. */
export function subSlice(slice: Slice, start: number, end: number): Slice {
  return { line: slice.line, start: slice.start + start, end: slice.start + end };
}

function pieceAt(line: LogicalLine, at: number): Piece {
  const { pieces } = line;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as Piece).at <= at) low = middle;
    else high = middle - 1;
  }
  return pieces[low] as Piece;
}
