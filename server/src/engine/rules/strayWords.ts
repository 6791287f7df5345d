import { parameterNamed } from '../knowledge/parameters';
import { type AttributeFacts, attributesOf, programNamed } from '../knowledge/services';
import type { PostfixVersion } from '../knowledge/version';
import { withoutBraces } from '../syntax/list';
import { type Slice, spanOf, subSlice, textOf } from '../syntax/logicalLine';
import { programOf, type ServiceArgument, type ServiceEntry } from '../syntax/masterCf';
import { beginsWithDash } from './dashes';
import { nonAsciiBlanksIn } from './nonAscii';
import { isFirstOfLine, isLastOfLine, lineEndOf, restOfLine } from './physicalLine';
import { readServiceHeader } from './serviceHeaders';

/**
 * Words that a program finds among its arguments though they were meant as something else. The options end at the
 * first word that does not begin with `-` (getopt(3)), so all after it, even another `-o`, are arguments too.
 */
export interface Stray {
  readonly kind: StrayKind;
  readonly words: readonly [Slice, ...Slice[]];
  /** What the `-o` right before them has got as its value. */
  readonly value?: Slice;
}

export type StrayKind =
  /** From a `#` to the end of the physical line. */
  | 'comment'
  /** `\\` at the end of a physical line: meant to continue it. */
  | 'backslash'
  /** The same among the words of a command. */
  | 'command backslash'
  /** `–o`: a character that only looks like `-`, or a blank before it that is not ASCII. */
  | 'dash'
  /** `o name=value` or `- o name=value`. */
  | 'letter'
  /** The columns of another service, on an indented line. */
  | 'service'
  /** `name=value` without `-o`. */
  | 'setting'
  /** `-o` after the first of the attributes that the program reads. */
  | 'late option'
  /** `= value` after `-o name`, or `value` after `-o name=`. */
  | 'after blank'
  /** They follow a name without `=`. */
  | 'after name'
  /** They continue the value before them. */
  | 'rest of value'
  | 'other';

/**
 * The stray words of a service, from left to right; none where the program is not one of Postfix. Made once for each
 * service, since several rules ask.
 */
export function strayWordsOf(service: ServiceEntry, version: PostfixVersion): readonly Stray[] {
  let known = cache.get(service);
  if (known?.version !== version) {
    known = { version, strays: findStrays(service, version) };
    cache.set(service, known);
  }
  return known.strays;
}
const cache = new WeakMap<ServiceEntry, { readonly version: PostfixVersion; readonly strays: readonly Stray[] }>();

function findStrays(service: ServiceEntry, version: PostfixVersion): readonly Stray[] {
  const first = service.arguments.findIndex(isOperand);
  const program = first < 0 ? undefined : programNamed(programOf(service));
  if (!program) return [];
  const before = service.arguments[first - 1];
  const value = before?.kind === 'override' ? before.value?.slice : undefined;
  const words = service.arguments.slice(first).flatMap(wordsOf);
  // "-o -o name=value": the second one was meant.
  if (value && textOf(value) === '-o') words.unshift(value);
  return new Reader(words, attributesOf(program, version) ?? new Map(), value).read();
}

/** A lone `-` is no option for getopt(3). */
function isOperand(argument: ServiceArgument): boolean {
  return argument.kind === 'argument' || (argument.kind === 'option' && textOf(argument.slice) === '-');
}

function wordsOf(argument: ServiceArgument): Slice[] {
  if (argument.kind !== 'override') return [argument.slice];
  return argument.value ? [argument.option, argument.value.slice] : [argument.option];
}

class Reader {
  private readonly strays: Stray[] = [];
  private at = 0;

  constructor(
    private readonly words: readonly Slice[],
    private readonly attributes: ReadonlyMap<string, AttributeFacts>,
    /** What the `-o` right before the next word has as its value. */
    private value: Slice | undefined,
  ) {}

  read(): Stray[] {
    let mode: 'options' | 'attributes' | 'command' = 'options';
    while (this.at < this.words.length) {
      const word = this.words[this.at] as Slice;
      const content = contentOf(word);
      const attribute = this.attributes.get(attributeName(textOf(content)));
      if (mode === 'command') {
        if (this.isService(word)) this.take('service', this.countToLineEnd(word));
        else if (isTrailingBackslash(word)) this.take('command backslash', 1);
        else this.at++;
      } else if (attribute) {
        mode = attribute.isLast ? 'command' : 'attributes';
        this.skip(1);
      } else if (isOption(textOf(content))) {
        if (mode === 'attributes') this.take('late option', this.countOptions());
        else this.skipOption(content);
      } else {
        this.takeStray(word);
      }
    }
    return this.strays;
  }

  private takeStray(word: Slice): void {
    const kind = this.ownKind(word, this.at) ?? this.kindAfterValue(word);
    this.take(kind, this.countOf(kind, word), kind === 'setting' ? word : undefined);
  }

  /** How many words belong together. */
  private countOf(kind: StrayKind, word: Slice): number {
    switch (kind) {
      case 'comment':
      case 'service':
        return this.countToLineEnd(word);
      case 'dash':
        return withoutOddBlank(word).length === 2 ? 2 : 1;
      case 'letter':
        return textOf(word) === '-' ? 3 : 2;
      case 'setting':
      case 'backslash':
        return 1;
      default:
        return this.countPlain();
    }
  }

  /** What a word is by its own looks. */
  private ownKind(word: Slice, at: number): StrayKind | undefined {
    const text = textOf(word);
    if (text.startsWith('#')) return 'comment';
    if (isTrailingBackslash(word)) return 'backslash';
    if (looksLikeOption(word)) return 'dash';
    if (text === 'o' && this.textAt(at + 1).includes('=')) return 'letter';
    if (text === '-' && this.textAt(at + 1) === 'o') return 'letter';
    if (this.isService(word)) return 'service';
    const name = /^([a-z][a-z0-9_]*)=/.exec(text)?.[1];
    if (name !== undefined && (parameterNamed(name) || isFirstOfLine(word))) return 'setting';
    return undefined;
  }

  /** What a word without a meaning of its own is by the value before it. */
  private kindAfterValue(word: Slice): StrayKind {
    if (!this.value) return 'other';
    const value = textOf(this.value);
    if (value.startsWith('{')) return 'rest of value';
    if (!value.includes('=')) return textOf(word).startsWith('=') ? 'after blank' : 'after name';
    const isEmpty = value.indexOf('=') === value.length - 1;
    return isEmpty && !isFirstOfLine(word) ? 'after blank' : 'rest of value';
  }

  private isService(word: Slice): boolean {
    if (!isFirstOfLine(word)) return false;
    const header = readServiceHeader(restOfLine(word));
    return header !== undefined && programNamed(header.program) !== undefined;
  }

  private textAt(at: number): string {
    const word = this.words[at];
    return word ? textOf(word) : '';
  }

  private countToLineEnd(word: Slice): number {
    const end = lineEndOf(word);
    let count = 1;
    for (let next = this.words[this.at + count]; next && spanOf(next).start < end; next = this.words[this.at + count]) {
      count++;
    }
    return count;
  }

  private countOptions(): number {
    let count = 0;
    for (
      let next = this.words[this.at];
      next && isOption(textOf(contentOf(next)));
      next = this.words[this.at + count]
    ) {
      count += textOf(next) === '-o' ? 2 : 1;
    }
    return count;
  }

  private countPlain(): number {
    let count = 1;
    for (let next = this.words[this.at + count]; next; next = this.words[this.at + count]) {
      const text = textOf(contentOf(next));
      if (isOption(text) || this.attributes.has(attributeName(text)) || this.ownKind(next, this.at + count)) break;
      count++;
    }
    return count;
  }

  private take(kind: StrayKind, count: number, value?: Slice): void {
    const words = this.words.slice(this.at, this.at + count) as [Slice, ...Slice[]];
    this.strays.push(this.value ? { kind, words, value: this.value } : { kind, words });
    this.skip(words.length, value);
  }

  private skipOption(word: Slice): void {
    const text = textOf(word);
    if (text === '-o') this.skip(2, this.words[this.at + 1]);
    else this.skip(1, text.startsWith('-o') ? subSlice(word, 2, text.length) : undefined);
  }

  private skip(count: number, value?: Slice): void {
    this.at += count;
    this.value = value;
  }
}

/** A word as the program gets it: master(8) takes it out of its braces (extpar). */
function contentOf(word: Slice): Slice {
  return withoutBraces(word)?.inside ?? word;
}

function isOption(text: string): boolean {
  return text.length > 1 && text.startsWith('-');
}

function isTrailingBackslash(word: Slice): boolean {
  return textOf(word) === '\\' && isLastOfLine(word);
}

function looksLikeOption(word: Slice): boolean {
  const text = withoutOddBlank(word);
  return (beginsWithDash(text) || text.startsWith('-')) && /^[ovD]/.test(text.slice(1));
}

/** A full-width space before a word is part of it for Postfix. */
function withoutOddBlank(word: Slice): string {
  const [blank] = nonAsciiBlanksIn(word);
  return blank?.start === word.start ? textOf(word).slice(blank.end - blank.start) : textOf(word);
}

/** The name in `name=value`; attributes are compared without case. */
function attributeName(text: string): string {
  const equals = text.indexOf('=');
  return equals < 0 ? '' : text.slice(0, equals).toLowerCase();
}
