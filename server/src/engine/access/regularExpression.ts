import {
  type Assertion,
  type ByteSet,
  LONGEST,
  type Options,
  type RegularExpression,
  regularExpression,
  TooLong,
  type Tree,
  UNLIMITED,
} from './expressionProgram';

export type { RegularExpression };

/** `unsupported`: it may be right or wrong, we cannot tell. */
export type Compiled = RegularExpression | 'invalid' | 'unsupported';

/**
 * Compiles a pattern. Pattern and texts are strings of bytes (`toBytes`), because neither library is told of UTF-8; the
 * texts are without newlines, so the options that speak of these change nothing.
 */
export function compile(pattern: string, options: Options): Compiled {
  if (pattern.length > LONGEST) return 'unsupported';
  try {
    const parser = new Parser(pattern, options);
    const tree = parser.parse();
    return regularExpression(tree, parser.groups, options);
  } catch (problem) {
    if (problem === INVALID) return 'invalid';
    if (problem === UNSUPPORTED || problem instanceof TooLong) return 'unsupported';
    throw problem;
  }
}

const INVALID = new Error('invalid');
const UNSUPPORTED = new Error('unsupported');

function invalid(): never {
  throw INVALID;
}

function unsupported(): never {
  throw UNSUPPORTED;
}

/** UTF-8, a character for each byte. */
export function toBytes(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text;
  return text.replace(/[^\x00-\x7f]/gu, (character) =>
    /[\ud800-\udfff]/u.test(character)
      ? '\xef\xbf\xbd'
      : encodeURIComponent(character).replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

/** The text that UTF-8 bytes stand for; undefined where they are none. */
export function fromBytes(bytes: string): string | undefined {
  if (!/[^\x00-\x7f]/.test(bytes)) return bytes;
  try {
    return decodeURIComponent(
      bytes.replace(/[%\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`),
    );
  } catch {
    return undefined;
  }
}

const isWord = (text: string, at: number) => /\w/.test(text.charAt(at));
const atStart: Assertion = (_, at) => at === 0;
const atEnd: Assertion = (text, at) => at === text.length;
const atWordStart: Assertion = (text, at) => !isWord(text, at - 1) && isWord(text, at);
const atWordEnd: Assertion = (text, at) => isWord(text, at - 1) && !isWord(text, at);
const atWordEdge: Assertion = (text, at) => isWord(text, at - 1) !== isWord(text, at);
const notAtWordEdge: Assertion = (text, at) => !atWordEdge(text, at);

const POSIX_ASSERTIONS: Readonly<Record<string, Assertion>> = {
  b: atWordEdge,
  B: notAtWordEdge,
  '<': atWordStart,
  '>': atWordEnd,
  '`': atStart,
  "'": atEnd,
};
const PCRE_ASSERTIONS: Readonly<Record<string, Assertion>> = {
  b: atWordEdge,
  B: notAtWordEdge,
  A: atStart,
  z: atEnd,
  Z: atEnd,
};

/** What stands for several bytes, in the C locale, as the inside of a bracket expression of JavaScript. */
const CLASSES: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  ascii: '\\0-\\x7f',
  blank: ' \\t',
  cntrl: '\\0-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-/:-@[-`{-~',
  space: ' \\t-\\r',
  upper: 'A-Z',
  word: '\\w',
  xdigit: '0-9A-Fa-f',
};
const CLASS_ESCAPES: Readonly<Record<string, string>> = {
  d: '0-9',
  w: '\\w',
  s: ' \\t-\\r',
  h: ' \\t\\xa0',
  v: '\\n-\\r\\x85',
};

const known = new Map<string, ByteSet>();

/** The bytes that a bracket expression of JavaScript has. Kept, because patterns share most of them. */
function setOf(inside: string): ByteSet {
  let set = known.get(inside);
  if (!set) {
    const matcher = new RegExp(`[${inside}]`);
    set = Uint8Array.from({ length: 256 }, (_, byte) => (matcher.test(String.fromCharCode(byte)) ? 1 : 0));
    known.set(inside, set);
  }
  return set;
}

const ANY = '\\0-\\xff';
/** The deepest parentheses. */
const DEEPEST = 100;

class Parser {
  groups = 0;
  private readonly names = new Set<string>();
  private at = 0;
  private depth = 0;
  private ignoresCase: boolean;
  private readonly isPosix: boolean;

  constructor(
    private readonly pattern: string,
    private readonly options: Options,
  ) {
    this.ignoresCase = options.ignoresCase ?? false;
    this.isPosix = options.isPosix ?? false;
  }

  parse(): Tree {
    if (!this.isPosix && this.pattern.startsWith('(*')) unsupported();
    const tree = this.choice();
    if (this.at < this.pattern.length) invalid();
    return tree;
  }

  private peek(): string {
    return this.pattern.charAt(this.at);
  }

  private skip(text: string): boolean {
    const isThere = this.pattern.startsWith(text, this.at);
    if (isThere) this.at += text.length;
    return isThere;
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.pattern);
    if (!found) return undefined;
    this.at = pattern.lastIndex;
    return found;
  }

  private choice(): Tree {
    if (++this.depth > DEEPEST) unsupported();
    const { ignoresCase } = this;
    const parts = [this.sequence()];
    while (this.skip('|')) parts.push(this.sequence());
    this.ignoresCase = ignoresCase;
    this.depth--;
    return parts.length === 1 ? (parts[0] as Tree) : { kind: 'choice', parts };
  }

  private sequence(): Tree {
    const parts: Tree[] = [];
    for (let next = this.peek(); next !== '' && next !== '|'; next = this.peek()) {
      // What closes nothing is an ordinary character for POSIX (RE_UNMATCHED_RIGHT_PAREN_ORD).
      if (next === ')' && (!this.isPosix || this.depth > 1)) break;
      if (this.isPosix) parts.push(this.repeated(this.atom()));
      else if (this.skip('\\Q')) this.quoted(parts);
      else if (!this.take(/\(\?#[^)]*\)|\\E/y)) parts.push(this.repeated(this.atom()));
      else if (/[*+?{]/.test(this.peek())) unsupported();
    }
    return parts.length === 1 ? (parts[0] as Tree) : { kind: 'sequence', parts };
  }

  /** `\Q…\E`; what follows repeats the last character only. */
  private quoted(parts: Tree[]): void {
    const end = this.pattern.indexOf('\\E', this.at);
    const text = this.pattern.slice(this.at, end < 0 ? undefined : end);
    this.at = end < 0 ? this.pattern.length : end + 2;
    const atoms = [...text].map((character) => this.literal(character));
    const last = atoms.pop();
    parts.push(...atoms);
    if (last) parts.push(this.repeated(last));
  }

  private repeated(atom: Tree): Tree {
    let tree = atom;
    let count = 0;
    for (let bounds = this.quantifier(); bounds; bounds = this.quantifier()) {
      if (++count > DEEPEST) unsupported();
      // What matches no text is nothing to repeat, for both.
      if (atom.kind === 'assertion') invalid();
      if (atom.kind === 'look') unsupported();
      const [min, max] = bounds;
      let isGreedy = !this.options.isUngreedy;
      if (!this.isPosix) {
        if (this.skip('+')) unsupported();
        if (this.skip('?')) isGreedy = !isGreedy;
      }
      tree = { kind: 'repeat', body: tree, min, max, isGreedy };
      if (!this.isPosix) {
        if (this.quantifier()) invalid();
        break;
      }
    }
    return tree;
  }

  /** `*`, `+`, `?`, `{2}`, `{2,}`, `{2,3}`, for POSIX also `{,3}`. */
  private quantifier(): readonly [number, number] | undefined {
    if (this.skip('*')) return [0, UNLIMITED];
    if (this.skip('+')) return [1, UNLIMITED];
    if (this.skip('?')) return [0, 1];
    if (this.peek() !== '{') return undefined;
    const found = this.take(this.isPosix ? /\{([0-9]*)(?:(,)([0-9]*))?\}/y : /\{([0-9]+)(?:(,)([0-9]*))?\}/y);
    if (!found) {
      if (this.isPosix) invalid();
      // A newer PCRE takes `{,3}` and blanks.
      if (this.take(/\{[\t ]*[0-9]*[\t ]*,?[\t ]*[0-9]+[\t ]*\}|\{[\t ]*[0-9]+[\t ]*,[\t ]*\}/y)) unsupported();
      return undefined;
    }
    const [, from = '', comma, to = ''] = found;
    if (from === '' && !comma) invalid();
    const min = Number(from);
    const max = !comma ? min : to === '' ? UNLIMITED : Number(to);
    const most = this.isPosix ? 0x7fff : 0xffff;
    if (max < min || min > most || (max > most && max !== UNLIMITED)) invalid();
    return [min, max];
  }

  private atom(): Tree {
    const character = this.pattern.charAt(this.at++);
    switch (character) {
      case '.':
        return { kind: 'set', set: setOf(ANY) };
      case '^':
        return { kind: 'assertion', holds: atStart };
      case '$':
        return { kind: 'assertion', holds: atEnd };
      case '(':
        return this.parentheses();
      case '[':
        return { kind: 'set', set: this.isPosix ? this.posixBracket() : this.pcreBracket() };
      case '\\':
        return this.isPosix ? this.posixEscape() : this.pcreEscape();
      case '*':
      case '+':
      case '?':
        return invalid();
      case '{':
        if (this.isPosix) invalid();
        this.at--;
        // With nothing before it.
        if (this.quantifier()) invalid();
        this.at++;
        return this.literal(character);
      default:
        return this.literal(character);
    }
  }

  private literal(character: string): Tree {
    return { kind: 'set', set: setOf(this.range(character, character)) };
  }

  /** The inside of a bracket expression for all bytes of a range. glibc takes both ends for upper case before. */
  private range(from: string, to: string): string {
    const [low, high] = this.isPosix && this.ignoresCase ? [upper(from), upper(to)] : [from, to];
    if (low > high) invalid();
    const plain = `${hex(low)}-${hex(high)}`;
    if (!this.ignoresCase) return plain;
    // Letters that are in the range, in the other case.
    const overlap = (first: string, last: string, shift: number) => {
      const start = low > first ? low : first;
      const end = high < last ? high : last;
      return start > end ? '' : `${hex(moved(start, shift))}-${hex(moved(end, shift))}`;
    };
    return plain + overlap('A', 'Z', 32) + overlap('a', 'z', -32);
  }

  private parentheses(): Tree {
    let number = 0;
    if (this.isPosix || this.peek() !== '?') {
      if (!this.isPosix && this.peek() === '*') unsupported();
      number = ++this.groups;
    } else {
      const special = this.special();
      if (special) return special;
      const name = this.take(/\?(?:P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')/y);
      if (name) {
        number = ++this.groups;
        const { size } = this.names;
        if (this.names.add((name[1] ?? name[2]) as string).size === size) invalid();
      } else if (!this.skip('?:')) {
        unsupported();
      }
    }
    const body = this.choice();
    if (!this.skip(')')) invalid();
    return number > 0 ? { kind: 'group', number, body } : { kind: 'sequence', parts: [body] };
  }

  /** What begins with `(?` and is no group. */
  private special(): Tree | undefined {
    const flags = this.take(/\?([ims]*)(?:-([ims]*))?([:)])/y);
    if (flags) {
      const [, on = '', off = '', end] = flags;
      const before = this.ignoresCase;
      const ignoresCase = !off.includes('i') && (before || on.includes('i'));
      this.ignoresCase = ignoresCase;
      // For the rest of the group.
      if (end === ')') return { kind: 'assertion', holds: () => true };
      const body = this.choice();
      this.ignoresCase = before;
      return this.skip(')') ? { kind: 'sequence', parts: [body] } : invalid();
    }
    const look = this.take(/\?([=!])/y);
    if (!look) return undefined;
    const body = this.choice();
    return this.skip(')') ? { kind: 'look', body, isNegative: look[1] === '!' } : invalid();
  }

  private posixEscape(): Tree {
    const character = this.pattern.charAt(this.at++);
    if (character === '') invalid();
    const holds = Object.hasOwn(POSIX_ASSERTIONS, character) ? POSIX_ASSERTIONS[character] : undefined;
    if (holds) return { kind: 'assertion', holds };
    if (/[1-9]/.test(character)) unsupported();
    const set = /[wWsS]/.test(character) ? classOf(character) : undefined;
    if (set !== undefined) return { kind: 'set', set: setOf(set) };
    // glibc compares it with the text in upper case, so a small letter never matches then.
    if (this.ignoresCase && /[a-z]/.test(character)) return { kind: 'set', set: new Uint8Array(256) };
    return this.literal(character);
  }

  private pcreEscape(): Tree {
    const character = this.peek();
    const holds = Object.hasOwn(PCRE_ASSERTIONS, character) ? PCRE_ASSERTIONS[character] : undefined;
    if (holds) {
      this.at++;
      return { kind: 'assertion', holds };
    }
    if (/[1-9]/.test(character)) unsupported();
    const set = classOf(character);
    if (set === undefined) return this.literal(this.escapedByte());
    this.at++;
    return { kind: 'set', set: setOf(set) };
  }

  /** What stands after a backslash, for one byte. */
  private escapedByte(): string {
    if (this.at >= this.pattern.length) invalid();
    const code = this.take(/x(?:([0-9A-Fa-f]{1,2})|\{([0-9A-Fa-f]{1,2})\})/y);
    if (code) return String.fromCharCode(Number.parseInt((code[1] ?? code[2]) as string, 16));
    const octal = this.take(/0[0-7]{0,2}/y);
    if (octal) return String.fromCharCode(Number.parseInt(octal[0], 8));
    const character = this.pattern.charAt(this.at++);
    const control = { a: '\x07', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t' }[character];
    if (control === undefined && /[A-Za-z0-9]/.test(character)) unsupported();
    return control ?? character;
  }

  /** `[:alpha:]`, the bracket that opens it being the next character. */
  private namedClass(): string | undefined {
    const found = this.take(/\[:(\^?)([a-z]*):\]/y);
    if (!found) return undefined;
    const [, caret, name = ''] = found;
    if (caret !== '' && this.isPosix) invalid();
    if (!Object.hasOwn(CLASSES, name)) invalid();
    if (this.isPosix && (name === 'word' || name === 'ascii')) invalid();
    const set = CLASSES[this.ignoresCase && (name === 'lower' || name === 'upper') ? 'alpha' : name] as string;
    return caret === '' ? set : complement(set);
  }

  /** parse_bracket_exp in glibc. */
  private posixBracket(): ByteSet {
    const isNegative = this.skip('^');
    let set = '';
    for (let isFirst = true; isFirst || this.peek() !== ']'; isFirst = false) {
      const named = this.namedClass();
      if (named !== undefined) {
        set += named;
        continue;
      }
      if (/^\[[.:=]/.test(this.pattern.slice(this.at, this.at + 2))) unsupported();
      const from = this.pattern.charAt(this.at++);
      if (from === '') invalid();
      if (from === '-' && !isFirst && this.peek() !== ']') invalid();
      if (this.peek() === '-' && this.pattern.charAt(this.at + 1) !== ']') {
        this.at++;
        if (/^\[[.:=]/.test(this.pattern.slice(this.at, this.at + 2))) unsupported();
        const to = this.pattern.charAt(this.at++);
        if (to === '') invalid();
        set += this.range(from, to);
      } else {
        set += this.range(from, from);
      }
    }
    this.at++;
    return isNegative ? setOf(complement(set)) : setOf(set);
  }

  private pcreBracket(): ByteSet {
    const isNegative = this.skip('^');
    let set = '';
    for (let isFirst = true; isFirst || this.peek() !== ']'; isFirst = false) {
      if (this.peek() === '') invalid();
      const named = this.namedClass();
      if (named !== undefined) {
        set += named;
        if (this.peek() === '-' && this.pattern.charAt(this.at + 1) !== ']') unsupported();
        continue;
      }
      if (/^\[[.:=]/.test(this.pattern.slice(this.at, this.at + 2))) unsupported();
      const from = this.pcreMember();
      if (from.length > 1) {
        set += from;
        if (this.peek() === '-' && this.pattern.charAt(this.at + 1) !== ']') unsupported();
      } else if (this.peek() === '-' && !/^-(?:\]|$)/.test(this.pattern.slice(this.at, this.at + 2))) {
        this.at++;
        if (/^\[[.:=]/.test(this.pattern.slice(this.at, this.at + 2))) unsupported();
        const to = this.pcreMember();
        if (to.length > 1) unsupported();
        set += this.range(from, to);
      } else {
        set += this.range(from, from);
      }
    }
    this.at++;
    return isNegative ? setOf(complement(set)) : setOf(set);
  }

  /** A byte, or the inside of a bracket expression for an escape such as `\d`. */
  private pcreMember(): string {
    if (!this.skip('\\')) return this.pattern.charAt(this.at++);
    const set = classOf(this.peek());
    if (set !== undefined) {
      this.at++;
      return set;
    }
    if (this.skip('b')) return '\b';
    if (/[QE1-9]/.test(this.peek())) unsupported();
    return this.escapedByte();
  }
}

/** `\d` and the like, without the backslash; upper case has all other bytes. */
function classOf(character: string): string | undefined {
  const small = character.toLowerCase();
  if (!Object.hasOwn(CLASS_ESCAPES, small)) return undefined;
  const set = CLASS_ESCAPES[small] as string;
  return character === small ? set : complement(set);
}

/** The inside of a bracket expression for all other bytes. */
function complement(inside: string): string {
  const set = setOf(inside);
  let result = '';
  for (let byte = 0; byte < 256; byte++) if (!set[byte]) result += hex(String.fromCharCode(byte));
  // One that has no byte at all.
  return result === '' ? '\\u0100' : result;
}

const hex = (byte: string) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`;
const upper = (byte: string) => (byte >= 'a' && byte <= 'z' ? byte.toUpperCase() : byte);
const moved = (byte: string, by: number) => String.fromCharCode(byte.charCodeAt(0) + by);
