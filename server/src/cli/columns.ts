/** East Asian characters that terminals show twice as wide. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{3fffd}]/u;

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** One column: its title, of parts that may stand below each other, and a cell for each line. */
export interface Column {
  readonly title: readonly string[];
  readonly cells: readonly string[];
}

const GAP = '   ';

/**
 * Sets columns beside the labels of their lines. Those that do not fit beside the others come below, with the labels once
 * more.
 */
export function formatColumns(labels: readonly string[], columns: readonly Column[], width: number): string {
  const labelWidth = widest(labels);
  const blocks: Column[][] = [];
  let used = 0;
  for (const column of columns) {
    const needed = GAP.length + columnWidth(column);
    const last = blocks.at(-1);
    if (last && used + needed <= width) {
      last.push(column);
      used += needed;
    } else {
      blocks.push([column]);
      used = labelWidth + needed;
    }
  }
  return blocks.map((block) => formatBlock(labels, labelWidth, block)).join('\n');
}

function formatBlock(labels: readonly string[], labelWidth: number, columns: readonly Column[]): string {
  const titles = columns.map((column) => wrap(column.title, columnWidth(column)));
  const height = Math.max(0, ...titles.map(({ length }) => length));
  const head = Array.from({ length: height }, (_, row) => ['', ...titles.map((title) => title[row] ?? '')]);
  const body = labels.map((label, row) => [label, ...columns.map(({ cells }) => cells[row] ?? '')]);
  const widths = [labelWidth, ...columns.map(columnWidth)];
  return [...head, ...body].map((line) => `${lineOf(line, widths)}\n`).join('');
}

function lineOf(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(cell))))
    .join(GAP)
    .trimEnd();
}

function columnWidth({ title, cells }: Column): number {
  return widest([...enumerated(title), ...cells]);
}

/** Lines with as many parts as fit. */
function wrap(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of enumerated(parts)) {
    const joined = `${lines.at(-1)} ${part}`;
    if (lines.length > 0 && widthOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(part);
  }
  return lines;
}

/** With a comma after each but the last. */
function enumerated(parts: readonly string[]): string[] {
  return parts.map((part, i) => (i < parts.length - 1 ? `${part},` : part));
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(widthOf));
}
