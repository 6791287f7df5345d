import { type ProgramFacts, programNamed } from '../knowledge/services';
import { isBlank, type SourceFile, type Span, skipBlanks, trimEnd } from '../syntax/document';
import type { MasterCf } from '../syntax/masterCf';
import { beginsWithOption } from './dashes';
import { physicalLineAt } from './physicalLine';
import { readServiceHeader, type ServiceHeader } from './serviceHeaders';

/** The columns of a service behind a `#`. */
export interface CommentedService extends ServiceHeader {
  /** The `#` and the blanks after it. */
  readonly commentSign: Span;
}

/** Active lines right below a service that is commented out, which must have been meant for it. */
export interface LeftBehind {
  readonly header: CommentedService;
  /** The physical lines, without the blanks around them. */
  readonly lines: readonly [Span, ...Span[]];
  /** The first of them begins in the first column, and so a logical line of its own. */
  readonly isAtLineStart: boolean;
}

/** Made once for each file. */
export function leftBehindIn(master: MasterCf): readonly LeftBehind[] {
  let found = cache.get(master);
  if (!found) {
    found = scan(master.file);
    cache.set(master, found);
  }
  return found;
}
const cache = new WeakMap<MasterCf, readonly LeftBehind[]>();

/** The edits that comment these lines out. */
export function commentOut({ lines }: LeftBehind): { at: Span; newText: string }[] {
  return lines.map((line) => {
    const { file, start } = physicalLineAt(line.file, line.start);
    return { at: { file, start, end: start }, newText: '#' };
  });
}

function scan(file: SourceFile): LeftBehind[] {
  const { text } = file;
  const found: { header: CommentedService; lines: [Span, ...Span[]]; isAtLineStart: boolean }[] = [];
  let header: CommentedService | undefined;
  let current: (typeof found)[number] | undefined;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const first = skipBlanks(text, start, end);
    if (first === end) {
      // A blank line changes nothing: Postfix skips it.
    } else if (text[first] === '#') {
      const commented = commentedService(file, first, end);
      if (commented) {
        header = commented;
        current = undefined;
      } else if (!current && !continuesEntry(text, first, end)) {
        header = undefined;
      }
    } else {
      const line = { file, start: first, end: trimEnd(text, first, end) };
      const isIndented = isBlank(text.charCodeAt(start));
      if (current && isIndented) current.lines.push(line);
      else {
        current =
          header && (isIndented || isOption(text, first)) && mayBelongTo(header, text, first)
            ? { header, lines: [line], isAtLineStart: !isIndented }
            : undefined;
        if (current) found.push(current);
        else header = undefined;
      }
    }
    start = end + 1;
  }
  return found;
}

function commentedService(file: SourceFile, hash: number, end: number): CommentedService | undefined {
  let first = hash;
  while (first < end && file.text[first] === '#') first++;
  first = skipBlanks(file.text, first, end);
  const header = readServiceHeader(file.text.slice(first, end));
  return header && { ...header, commentSign: { file, start: hash, end: first } };
}

/** A comment that stands for a line of the entry above: a lone `#`, an option, or text as deep as one. */
function continuesEntry(text: string, hash: number, end: number): boolean {
  let first = hash;
  while (first < end && text[first] === '#') first++;
  const inside = skipBlanks(text, first, end);
  return inside === end || text[inside] === '-' || inside - first >= 2 || text[first] === '\t';
}

function isOption(text: string, at: number): boolean {
  return beginsWithOption(text.slice(at, at + 2));
}

/** An option fits every program; other words only one that reads attributes. */
function mayBelongTo(header: CommentedService, text: string, at: number): boolean {
  return isOption(text, at) || takesCommand(programNamed(header.program));
}

function takesCommand(program: ProgramFacts | undefined): boolean {
  return program?.attributes?.argv !== undefined;
}
