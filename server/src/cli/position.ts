import type { SourceFile, Span } from '../engine/syntax/document';

/** A place as people count: line and column from 1; columns are UTF-16 units, as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file as people count; the end is excluded. */
export interface Range extends Position {
  readonly endLine: number;
  readonly endColumn: number;
}

export function lineAndColumn(text: string, offset: number): Position {
  return positionAt(lineStarts(text), offset);
}

/** A file may have a problem in each line: its lines are not counted anew for each. */
const counted = new WeakMap<SourceFile, readonly number[]>();

export function rangeOf({ file, start, end }: Span): Range {
  const starts = counted.get(file) ?? lineStarts(file.text);
  counted.set(file, starts);
  const last = positionAt(starts, end);
  return { ...positionAt(starts, start), endLine: last.line, endColumn: last.column };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function positionAt(starts: readonly number[], offset: number): Position {
  let line = 0;
  for (let above = starts.length; above - line > 1; ) {
    const middle = (line + above) >> 1;
    if (starts[middle]! <= offset) line = middle;
    else above = middle;
  }
  return { line: line + 1, column: offset - starts[line]! + 1 };
}
