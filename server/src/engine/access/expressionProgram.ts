/**
 * POSIX extended regular expressions as glibc reads them, and those of PCRE, without backreferences. A match takes time
 * linear in the length of the text, whatever the pattern: no state is tried twice at the same place.
 */
export interface RegularExpression {
  /** How many pairs of parentheses capture. */
  readonly groups: number;
  /** Undefined where it cannot be told. */
  matches(text: string): boolean | undefined;
  /** What the groups of these numbers match, '' for those that take no part; undefined where it cannot be told. */
  captures(text: string, groups: readonly number[]): readonly string[] | undefined;
}

export interface Options {
  readonly isPosix?: boolean;
  readonly ignoresCase?: boolean;
  /** PCRE's `A` and `U`. */
  readonly isAnchored?: boolean;
  readonly isUngreedy?: boolean;
}

/** One entry for each byte. */
export type ByteSet = Uint8Array;

export type Tree =
  | { readonly kind: 'set'; readonly set: ByteSet }
  | { readonly kind: 'assertion'; readonly holds: Assertion }
  | { readonly kind: 'look'; readonly body: Tree; readonly isNegative: boolean }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Tree[] }
  | { readonly kind: 'group'; readonly number: number; readonly body: Tree }
  | {
      readonly kind: 'repeat';
      readonly body: Tree;
      readonly min: number;
      readonly max: number;
      readonly isGreedy: boolean;
    };

export type Assertion = (text: string, at: number) => boolean;

export const UNLIMITED = Number.POSITIVE_INFINITY;

/** Thrown for an expression whose program would be too long. */
export class TooLong extends Error {}

/** The longest program, the most states that we try. */
export const LONGEST = 20_000;
const MOST_STATES = 5_000_000;

type Instruction =
  | { readonly op: 'set'; readonly set: ByteSet }
  | { readonly op: 'assertion'; readonly holds: Assertion }
  | { readonly op: 'look'; readonly program: Program; readonly isNegative: boolean }
  /** Goes on at `first`, and at `second` if that fails. */
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'match' };

type Program = readonly Instruction[];

/** `reversed`: the last alternative first. */
function programOf(tree: Tree, reversed: boolean): Program {
  const program: Instruction[] = [];
  const add = (instruction: Instruction) => {
    if (program.push(instruction) > LONGEST) throw new TooLong();
  };

  let steps = 0;
  const emit = (node: Tree): void => {
    if (++steps > 2 * LONGEST) throw new TooLong();
    switch (node.kind) {
      case 'set':
        add({ op: 'set', set: node.set });
        break;
      case 'assertion':
        add({ op: 'assertion', holds: node.holds });
        break;
      case 'look':
        add({ op: 'look', program: programOf(node.body, reversed), isNegative: node.isNegative });
        break;
      case 'sequence':
        for (const part of node.parts) emit(part);
        break;
      case 'choice':
        choose(reversed ? node.parts.toReversed() : node.parts);
        break;
      case 'group':
        add({ op: 'save', slot: node.number * 2 });
        emit(node.body);
        add({ op: 'save', slot: node.number * 2 + 1 });
        break;
      case 'repeat':
        repeat(node);
    }
  };

  const split = (): { op: 'split'; first: number; second: number } => {
    const instruction = { op: 'split' as const, first: program.length + 1, second: program.length + 1 };
    add(instruction);
    return instruction;
  };

  const choose = (parts: readonly Tree[]) => {
    const ends: { first: number; second: number }[] = [];
    for (const [i, part] of parts.entries()) {
      const isLast = i === parts.length - 1;
      const fork = isLast ? undefined : split();
      emit(part);
      if (!fork) break;
      ends.push(split());
      fork.second = program.length;
    }
    for (const end of ends) end.first = end.second = program.length;
  };

  const repeat = ({ body, min, max, isGreedy }: Tree & { kind: 'repeat' }) => {
    const leave = (fork: { first: number; second: number }, to: number) => {
      if (isGreedy) fork.second = to;
      else [fork.first, fork.second] = [to, fork.first];
    };
    for (let i = 0; i < min; i++) emit(body);
    if (max === UNLIMITED) {
      const start = program.length;
      const fork = split();
      emit(body);
      const back = split();
      back.first = back.second = start;
      leave(fork, program.length);
      return;
    }
    const forks: { first: number; second: number }[] = [];
    for (let i = min; i < max; i++) {
      forks.push(split());
      emit(body);
    }
    for (const fork of forks) leave(fork, program.length);
  };

  emit(tree);
  add({ op: 'match' });
  return program;
}

/** Where the groups begin and end, by slot. */
type Slots = number[];

interface Run {
  readonly slots: Slots;
  readonly end: number;
}

/**
 * Tries a program from one place on, the preferred way first. `tried` has the states that lead nowhere: they do so from
 * wherever they are reached. Undefined: no match. `isLongest` goes on for the match that ends last.
 */
function run(
  program: Program,
  text: string,
  start: number,
  tried: Uint8Array,
  ahead: Ahead,
  isLongest = false,
): Run | undefined {
  const width = text.length + 1;
  const slots: Slots = [];
  const stack: number[] = [0, start, -1];
  let best: Run | undefined;
  while (stack.length > 0) {
    const restored = stack.pop() as number;
    let at = stack.pop() as number;
    let pc = stack.pop() as number;
    if (restored >= 0) {
      slots[restored] = at;
      continue;
    }
    for (; ; pc++) {
      const state = pc * width + at;
      if (tried[state]) break;
      tried[state] = 1;
      const instruction = program[pc] as Instruction;
      if (instruction.op === 'set') {
        if (at === text.length || !instruction.set[text.charCodeAt(at)]) break;
        at++;
      } else if (instruction.op === 'split') {
        if (instruction.second !== instruction.first) stack.push(instruction.second, at, -1);
        pc = instruction.first - 1;
      } else if (instruction.op === 'save') {
        stack.push(0, slots[instruction.slot] ?? -1, instruction.slot);
        slots[instruction.slot] = at;
      } else if (instruction.op === 'assertion') {
        if (!instruction.holds(text, at)) break;
      } else if (instruction.op === 'look') {
        if (isAhead(instruction.program, text, at, ahead) === instruction.isNegative) break;
      } else {
        if (!isLongest) return { slots, end: at };
        if (!best || at > best.end) best = { slots: [...slots], end: at };
        break;
      }
    }
  }
  return best;
}

/** Of what is looked for ahead: where it is, where not, and where that is not known yet. */
type Ahead = Map<Program, (boolean | undefined)[]>;

function isAhead(program: Program, text: string, at: number, ahead: Ahead): boolean {
  let answers = ahead.get(program);
  if (!answers) {
    answers = [];
    ahead.set(program, answers);
  }
  answers[at] ??= run(program, text, at, untried(program, text), ahead) !== undefined;
  return answers[at];
}

function untried({ length }: Program, text: string): Uint8Array {
  return new Uint8Array(length * (text.length + 1));
}

/** The leftmost match. */
function search(program: Program, text: string, isAnchored: boolean): (Run & { readonly start: number }) | undefined {
  const tried = untried(program, text);
  const ahead: Ahead = new Map();
  for (let start = 0; start <= (isAnchored ? 0 : text.length); start++) {
    const found = run(program, text, start, tried, ahead);
    if (found) return { ...found, start };
  }
  return undefined;
}

/** How many states there are for a text of that length. */
function statesOf(program: Program, length: number): number {
  return program.reduce(
    (sum, instruction) => sum + (instruction.op === 'look' ? length * statesOf(instruction.program, length) : 0),
    program.length * (length + 1),
  );
}

/** The expression that a tree stands for. */
export function regularExpression(
  tree: Tree,
  groups: number,
  { isPosix, isAnchored = false }: Options,
): RegularExpression {
  const program = programOf(tree, false);
  const isTooMuch = ({ length }: string) => statesOf(program, length) > MOST_STATES;
  return {
    groups,
    matches: (text) => (isTooMuch(text) ? undefined : search(program, text, isAnchored) !== undefined),
    captures(text, numbers) {
      const found = isTooMuch(text) ? undefined : search(program, text, isAnchored);
      if (!found || isVague(tree, numbers, isPosix ?? false)) return undefined;
      const of = ({ slots }: Run) => numbers.map((number) => cut(text, slots, number));
      const captured = of(found);
      if (!isPosix) return captured;
      // POSIX wants the longest match, whatever alternative comes first: where that makes a difference we do not know.
      const longest = run(program, text, found.start, untried(program, text), new Map(), true);
      const other = search(programOf(tree, true), text, false);
      const isSame = longest?.end === found.end && other?.end === found.end && isEqual(captured, of(other));
      return isSame ? captured : undefined;
    },
  };
}

function cut(text: string, slots: Slots, number: number): string {
  const start = slots[number * 2] ?? -1;
  const end = slots[number * 2 + 1] ?? -1;
  return start < 0 || end < start ? '' : text.slice(start, end);
}

const isEqual = (left: readonly string[], right: readonly string[]) => left.every((text, i) => text === right[i]);

/**
 * Whether engines disagree about what the groups capture. For POSIX, one is in a loop; for PCRE, one is in
 * what is looked for ahead, or there is a loop that may match nothing.
 */
function isVague(tree: Tree, groups: readonly number[], isPosix: boolean, isInLoop = false): boolean {
  switch (tree.kind) {
    case 'set':
    case 'assertion':
      return false;
    case 'group':
      return (isInLoop && groups.includes(tree.number)) || isVague(tree.body, groups, isPosix, isInLoop);
    case 'repeat': {
      const isEmptyLoop = tree.max > 1 && isNullable(tree.body);
      if (isEmptyLoop && !isPosix) return true;
      return isVague(tree.body, groups, isPosix, isInLoop || (tree.max > 1 && isPosix));
    }
    case 'look':
      return isVague(tree.body, groups, isPosix, true);
    case 'sequence':
    case 'choice':
      return tree.parts.some((part) => isVague(part, groups, isPosix, isInLoop));
  }
}

function isNullable(tree: Tree): boolean {
  switch (tree.kind) {
    case 'set':
      return false;
    case 'assertion':
    case 'look':
      return true;
    case 'group':
      return isNullable(tree.body);
    case 'repeat':
      return tree.min === 0 || isNullable(tree.body);
    case 'sequence':
      return tree.parts.every(isNullable);
    case 'choice':
      return tree.parts.some(isNullable);
  }
}
