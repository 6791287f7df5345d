import type { Texts } from './configuration/configuration';
import type { Fix, Problem } from './rules/rule';
import type { FileKind } from './syntax/document';

/** Texts whose problems were mended, as far as that is safe. */
export interface MendedTexts {
  readonly texts: Texts;
  /** What leads there from the texts as they were: for each file from top to bottom. */
  readonly changes: Readonly<Record<FileKind, readonly Change[]>>;
  /** The fixes that were applied: main.cf first, from top to bottom. */
  readonly applied: readonly AppliedFix[];
}

/** New text in place of a stretch of the old one. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export interface AppliedFix {
  readonly rule: string;
  readonly title: string;
  /** Where the problem stood, in the text as it is now. */
  readonly file: FileKind;
  readonly offset: number;
  /** The files that were edited for it. */
  readonly edited: readonly FileKind[];
}

/** One round mends all that does not touch; the next ones what is left, and what shows only then. */
const MOST_ROUNDS = 10;

const KINDS: readonly FileKind[] = ['main.cf', 'master.cf'];

/**
 * Applies the safe fixes of the problems that `find` finds, and looks again, until there are none. Only files of
 * `kinds` are edited, and only for problems in them. Total: it ends where fixes undo each other.
 */
export function applySafeFixes(
  texts: Texts,
  find: (texts: Texts) => readonly Problem[],
  kinds: readonly FileKind[] = KINDS,
): MendedTexts {
  let state: State = { texts, drafts: perKind((kind) => draftOf(texts[kind])), applied: [] };
  const earlier: State[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = find(state.texts);
    const comments = chooseProblems(found.filter(isInIgnore), state.texts, kinds);
    const problems = comments.length > 0 ? comments : chooseProblems(found, state.texts, kinds);
    if (problems.length === 0) break;
    earlier.push(state);
    state = mend(problems, state);
    const { texts: now } = state;
    const same = earlier.find((then) => KINDS.every((kind) => then.texts[kind] === now[kind]));
    if (same) {
      state = same;
      break;
    }
  }
  return {
    texts: state.texts,
    changes: perKind((kind) => changesOf(state.drafts[kind], texts[kind])),
    applied: state.applied.toSorted((a, b) => (a.file === b.file ? a.offset - b.offset : a.file < b.file ? -1 : 1)),
  };
}

/** A misspelt `ignore` is put right first: what it was meant to silence is not to be mended. */
function isInIgnore({ rule }: Problem): boolean {
  return rule === 'unused-ignore';
}

/** What one round leaves to the next. */
interface State {
  readonly texts: Texts;
  readonly drafts: Readonly<Record<FileKind, Draft>>;
  readonly applied: readonly AppliedFix[];
}

/** A problem, and the fix of it that is applied. */
interface Mendable {
  readonly problem: Problem;
  readonly fix: Fix;
}

/** The problems of one round, each with its first safe fix; those are left out whose edits touch others. */
function chooseProblems(problems: readonly Problem[], texts: Texts, kinds: readonly FileKind[]): Mendable[] {
  // One for each offset where an edit begins, ends or goes through.
  const taken = perKind((kind) => new Uint8Array((texts[kind]?.length ?? 0) + 1));
  const chosen: Mendable[] = [];
  for (const problem of problems) {
    if (!kinds.includes(problem.span.file.kind)) continue;
    const fix = problem.fixes.find(({ safe, edits }) => safe && areSound(edits, texts, kinds));
    if (!fix) continue;
    const offsets = fix.edits.map(({ span: { file, start, end } }) => taken[file.kind].subarray(start, end + 1));
    if (offsets.some((stretch) => stretch.includes(1))) continue;
    for (const stretch of offsets) stretch.fill(1);
    chosen.push({ problem, fix });
  }
  return chosen;
}

/** Whether edits lie apart and inside the files that may be edited, and change something there. */
function areSound(edits: Fix['edits'], texts: Texts, kinds: readonly FileKind[]): boolean {
  const areInside = edits.every(({ span: { file, start, end } }) => {
    const isInside = start >= 0 && start <= end && end <= file.text.length;
    return isInside && file.text === texts[file.kind] && kinds.includes(file.kind);
  });
  return (
    areInside &&
    edits.some(({ span: { file, start, end }, newText }) => file.text.slice(start, end) !== newText) &&
    KINDS.every((kind) => changesIn(kind, edits).every(({ start }, i, changes) => start >= (changes[i - 1]?.end ?? 0)))
  );
}

/** The edits of one file, from top to bottom. */
function changesIn(kind: FileKind, edits: Fix['edits']): Change[] {
  return edits
    .filter(({ span }) => span.file.kind === kind)
    .map(({ span: { start, end }, newText }) => ({ start, end, newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function mend(problems: readonly Mendable[], { texts, drafts, applied }: State): State {
  const edits = problems.flatMap(({ fix }) => fix.edits);
  const changes = perKind((kind) => changesIn(kind, edits));
  const mended = perKind((kind) => changed(drafts[kind], changes[kind]));
  const now = problems.map(({ problem: { rule, span }, fix }) => ({
    rule,
    title: fix.title,
    file: span.file.kind,
    offset: span.start,
    edited: KINDS.filter((kind) => fix.edits.some((edit) => edit.span.file.kind === kind)),
  }));
  return {
    drafts: mended,
    texts: Object.fromEntries(
      KINDS.filter((kind) => texts[kind] !== undefined).map((kind) => [kind, contentOf(mended[kind])]),
    ),
    applied: [...applied, ...now].map((fix) => ({ ...fix, offset: moved(fix.offset, changes[fix.file]) })),
  };
}

/** Where an offset is after some changes: behind what is put there, and where it was if it is taken away. */
function moved(offset: number, changes: readonly Change[]): number {
  let shift = 0;
  for (const { start, end, newText } of changes) {
    if (start > offset) break;
    if (end > offset) return start + shift;
    shift += newText.length - (end - start);
  }
  return offset + shift;
}

/** A text in pieces: stretches of the text as it was, which know where they stood, and what was put between them. */
type Draft = readonly Piece[];

interface Piece {
  readonly text: string;
  readonly start?: number;
}

function draftOf(text = ''): Draft {
  return [{ text, start: 0 }];
}

function contentOf(draft: Draft): string {
  return draft.map(({ text }) => text).join('');
}

/** A draft with changes of its content, which are in order and apart. */
function changed(draft: Draft, changes: readonly Change[]): Draft {
  const result: Piece[] = [];
  const rest = draft.toReversed();
  let offset = 0;
  /** Takes the pieces as far as an offset, and cuts the last of them there. */
  const take = (end: number): Piece[] => {
    const pieces: Piece[] = [];
    while (offset < end) {
      const piece = rest.pop() as Piece;
      const [head, tail] = cut(piece, end - offset);
      if (tail.text !== '') rest.push(tail);
      pieces.push(head);
      offset += head.text.length;
    }
    return pieces;
  };
  for (const { start, end, newText } of changes) {
    result.push(...take(start));
    take(end);
    result.push({ text: newText });
  }
  return [...result, ...rest.reverse()];
}

function cut({ text, start }: Piece, at: number): [Piece, Piece] {
  const [head, tail] = [text.slice(0, at), text.slice(at)];
  return start === undefined
    ? [{ text: head }, { text: tail }]
    : [
        { text: head, start },
        { text: tail, start: start + head.length },
      ];
}

/** What makes a draft of a text, without the changes that came to nothing. */
function changesOf(draft: Draft, text = ''): Change[] {
  const changes: Change[] = [];
  let [end, newText] = [0, ''];
  for (const piece of [...draft, { text: '', start: text.length }]) {
    if (piece.start === undefined) {
      newText += piece.text;
    } else {
      const old = text.slice(end, piece.start);
      if (newText !== old) changes.push({ start: end, end: piece.start, newText });
      [end, newText] = [piece.start + piece.text.length, ''];
    }
  }
  return changes;
}

function perKind<T>(make: (kind: FileKind) => T): Record<FileKind, T> {
  return { 'main.cf': make('main.cf'), 'master.cf': make('master.cf') };
}
