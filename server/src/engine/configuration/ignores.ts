import { isBlank, type SourceFile, type Span } from '../syntax/document';
import type { Configuration } from './configuration';

/** A rule that a comment tells to be silent: `# postfix-config: ignore RULE`. */
export interface Ignore {
  /** The rule's id as written. */
  readonly rule: string;
  /** Where the id stands. */
  readonly span: Span;
  /** The entry below the comment, with all its lines. */
  readonly entry: Span;
  /** What to take away to be rid of it: the id, or the whole line where it is the only one. */
  readonly removal: Span;
}

const DIRECTIVE = 'postfix-config:';

/**
 * The ignores of a configuration. Several ids are separated by commas or blanks; what follows ` -- ` is a reason for
 * readers.
 */
export function ignoresOf({ main, master }: Configuration): Ignore[] {
  return [main?.file, master?.file].flatMap((file) => (file?.text.includes(DIRECTIVE) ? ignoresIn(file) : []));
}

/** Whether a problem that begins at a place of a file is one that the comment means. */
export function covers({ rule, entry }: Ignore, id: string, { file, start }: Span): boolean {
  return rule === id && file === entry.file && start >= entry.start && start < entry.end;
}

function ignoresIn(file: SourceFile): Ignore[] {
  const found: Ignore[] = [];
  for (let at = file.text.indexOf(DIRECTIVE); at >= 0; at = file.text.indexOf(DIRECTIVE, at + DIRECTIVE.length)) {
    const lineStart = file.text.lastIndexOf('\n', at) + 1;
    if (!/^[ \t]*#[ \t]*$/.test(file.text.slice(lineStart, at))) continue;
    const lineEnd = endOfLine(file.text, at);
    const directive = /^[ \t]*ignore[ \t]+/.exec(file.text.slice(at + DIRECTIVE.length, lineEnd));
    if (!directive) continue;
    const entry = { file, ...entryAfter(file.text, lineEnd) };
    const from = at + DIRECTIVE.length + directive[0].length;
    const list = file.text.slice(from, lineEnd).split(/[ \t]--(?:[ \t]|$)/)[0] ?? '';
    const words = [...list.matchAll(/[^\s,]+/g)].map((word) => ({
      rule: word[0],
      span: { file, start: from + word.index, end: from + word.index + word[0].length },
    }));
    const line = { file, start: lineStart, end: Math.min(lineEnd + 1, file.text.length) };
    words.forEach(({ rule, span }, i) => {
      const [before, after] = [words[i - 1]?.span, words[i + 1]?.span];
      // With the comma before or after it.
      const word = after ? { ...span, end: after.start } : { ...span, start: before?.end ?? span.start };
      found.push({ rule, span, entry, removal: words.length === 1 ? line : word });
    });
  }
  return found;
}

/** The lines of the next entry, as readllines(3) joins them: comments and empty lines may stand among them. */
function entryAfter(text: string, from: number): { start: number; end: number } {
  let start = -1;
  let offset = from + 1;
  while (offset < text.length) {
    const end = endOfLine(text, offset);
    const isContent = /[^\s]/.test(text.slice(offset, end)) && !/^\s*#/.test(text.slice(offset, end));
    if (isContent && start >= 0 && !isBlank(text.charCodeAt(offset))) return { start, end: offset };
    if (isContent && start < 0) start = offset;
    offset = end + 1;
  }
  return { start: start < 0 ? text.length : start, end: text.length };
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}
