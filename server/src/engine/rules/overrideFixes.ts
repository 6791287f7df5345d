import { type Parameter, parameterNamed } from '../knowledge/parameters';
import type { Span } from '../syntax/document';
import { type Slice, spanOf, textOf } from '../syntax/logicalLine';
import type { Stray } from './strayWords';

interface JoinFix {
  readonly title: 'closeUp' | 'addBraces';
  readonly values: Record<string, never>;
  readonly edits: readonly { readonly at: Span; readonly newText: string }[];
  readonly safe: boolean;
}

/** From the first word to the end of the last. */
export function spanning(words: readonly Slice[]): Span {
  const { file, start } = spanOf(words[0] as Slice);
  return { file, start, end: spanOf(words[words.length - 1] as Slice).end };
}

/** The ways to make one value of the words after `-o`: without blanks, or in braces. */
export function joinFixes({ value, words }: Stray, bracesAllowed: boolean): JoinFix[] {
  if (!value || textOf(value).startsWith('{')) return [];
  const all = [value, ...words];
  const closeUp: JoinFix = { title: 'closeUp', values: {}, edits: closed(all), safe: true };
  const braces: JoinFix = { title: 'addBraces', values: {}, edits: braced(all), safe: true };
  return [...(canCloseUp(all) ? [closeUp] : []), ...(bracesAllowed && isBalanced(all) ? [braces] : [])];
}

/** Commas can take the place of blanks in a list. Quoted texts and several lines are not joined. */
function canCloseUp(words: readonly Slice[]): boolean {
  const text = textIn(spanning(words));
  if (/[\n"'{}]/.test(text)) return false;
  const [, name = '', value = ''] = /^(\w+)\s*=?\s*(.*)$/.exec(text) ?? [];
  return !/\s/.test(value) || isList(parameterNamed(name));
}

function isList(parameter: Parameter | undefined): boolean {
  if (!parameter) return false;
  const { type, list, holds = '' } = parameter;
  return type === 'keywords' || list === true || holds.endsWith(' list') || holds === 'lookup tables';
}

function closed(words: readonly Slice[]): JoinFix['edits'] {
  return words.slice(1).map((word, i) => {
    const left = spanOf(words[i] as Slice);
    const right = spanOf(word);
    const needsComma = !/[=,]$/.test(textIn(left)) && !/^[=,]/.test(textIn(right));
    return { at: { ...left, start: left.end, end: right.start }, newText: needsComma ? ',' : '' };
  });
}

/** Quotes around the value, or around all of it, did not group anything: they go. */
function braced(words: readonly Slice[]): JoinFix['edits'] {
  const { file, start, end } = spanning(words);
  const quote = /^(?:\w+=)?(["'])/.exec(textOf(words[0] as Slice));
  const isQuoted = quote !== null && file.text[end - 1] === quote[1];
  const quoteStart = start + (quote?.[0].length ?? 0) - 1;
  return [
    { at: { file, start, end: start }, newText: '{ ' },
    ...(isQuoted ? [{ at: { file, start: quoteStart, end: quoteStart + 1 }, newText: '' }] : []),
    { at: { file, start: isQuoted ? end - 1 : end, end }, newText: ' }' },
  ];
}

/** master(8) and postconf(1) count braces up to the one that closes the first. */
function isBalanced(words: readonly Slice[]): boolean {
  let level = 0;
  for (const character of words.map(textOf).join(' ')) {
    if (character === '{') level++;
    if (character === '}' && --level < 0) return false;
  }
  return level === 0;
}

function textIn({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}
