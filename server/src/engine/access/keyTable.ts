import { isBlank, skipBlanks } from '../syntax/document';
import type { FoundEntry } from './lookupResult';
import { foundIn, NONE, type TableLine, type TableSource } from './tableSource';

/** Folds keys, or leaves them as they are written. */
export type Fold = (key: string) => string;

/** Tables with fixed keys: `hash:` and the like, `texthash:`, `inline:`. `folded`: what is done to a key before. */
export function keyTable(entries: ReadonlyMap<string, FoundEntry>, folded: Fold): TableSource {
  return {
    isPattern: false,
    find: (key) => entries.get(folded(key)) ?? NONE,
    // Names are looked up in lower case.
    values: () => [...entries].filter(([key]) => mayBeHostName(key) && fold(key) === key).map(([, entry]) => entry),
  };
}

/** Lower case, as casefold(3) has it: letters outside ASCII are folded by the rules of Unicode. */
export function fold(key: string): string {
  if (!/[^\x00-\x7f]/.test(key)) return key.toLowerCase();
  return [...key].map((character) => (character === 'ı' ? character : foldLetter(character))).join('');
}

/** lowercase(3). */
export function foldAscii(key: string): string {
  return key.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function foldLetter(character: string): string {
  return [...character.toLowerCase().toUpperCase()].map((letter) => letter.toLowerCase()).join('');
}

/** `example.com`, `.example.com`, `unknown`: not an address, nor a part of one. */
function mayBeHostName(key: string): boolean {
  return !/[@:/\s"]|^[0-9.]*$/.test(key);
}

/** What postmap(1) makes of a text file: of a key that stands there twice, the first counts. */
export function sourceTable(lines: readonly TableLine[], folded: Fold): TableSource {
  return keyTable(firstOfEach(lines, keyAndValue, fold).entries, folded);
}

/** `texthash:` (dict_thash.c). Undefined where a key stands there twice: only old versions of Postfix open it then. */
export function textTable(
  lines: readonly TableLine[],
  folded: Fold,
  stored: Fold,
  allowsTwice: boolean,
): TableSource | undefined {
  const { entries, isRepeated } = firstOfEach(lines, keyAndValue, stored);
  return isRepeated && !allowsTwice ? undefined : keyTable(entries, folded);
}

/** What postalias(1) makes of a text file. */
export function aliasTable(lines: readonly TableLine[], folded: Fold): TableSource {
  return keyTable(firstOfEach(lines, nameAndValue, fold).entries, folded);
}

type Pair = readonly [key: string, value: string];

function firstOfEach(lines: readonly TableLine[], read: (text: string) => Pair | undefined, folded: Fold) {
  const entries = new Map<string, FoundEntry>();
  let isRepeated = false;
  for (const line of lines) {
    // A line that is not UTF-8 is ignored.
    const pair = line.text.includes('\ufffd') ? undefined : read(line.text);
    if (!pair) continue;
    const key = folded(pair[0]);
    if (entries.has(key)) isRepeated = true;
    else entries.set(key, foundIn(line, pair[1]));
  }
  return { entries, isRepeated };
}

/** The key ends at the first blank outside of quotes, and keeps the quotes. Undefined for a line that is ignored. */
function keyAndValue(text: string): Pair | undefined {
  let end = 0;
  let isQuoted = false;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === BACKSLASH) end++;
    else if (code === QUOTE) isQuoted = !isQuoted;
    else if (!isQuoted && isBlank(code)) break;
  }
  const start = skipBlanks(text, end, text.length);
  return isQuoted || end === 0 || start >= text.length ? undefined : [text.slice(0, end), text.slice(start)];
}
const BACKSLASH = 0x5c;
const QUOTE = 0x22;

/** `name: value` (postalias.c): the name may be quoted, and has no domain. */
function nameAndValue(text: string): Pair | undefined {
  const found = /^((?:[^"\\(:,@%]|\\.|"(?:[^"\\]|\\.)*")+):[ \t-\r]*(.+)$/s.exec(text);
  if (!found) return undefined;
  const name = (found[1] as string)
    .replace(/\\(.)|"/gs, '$1')
    .replace(/[ \t-\r]+/g, ' ')
    .trim();
  return [name, found[2] as string];
}
