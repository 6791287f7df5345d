import { parameterNamed } from '../knowledge/parameters';
import { isSeparator } from '../syntax/document';
import { type Slice, sliceOf, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';

/**
 * The parameter in `-name=value` or `--name=value`, where `-o name=value` was meant; undefined for all other words. The
 * programs read one letter after the other there (getopt(3)).
 */
export function nameWithoutLetter(word: Slice): string | undefined {
  const name = /^--?([a-z]\w*)=/.exec(textOf(word))?.[1];
  if (name === undefined || !parameterNamed(name)) return undefined;
  const isGlued = name.startsWith('o') && parameterNamed(name.slice(1)) !== undefined;
  return isGlued ? undefined : name;
}

/** Whether an entry of master.cf is the rest of such a word: in `-content_filter=x` the option `-o` has `ntent_filter=x`. */
export function isRestOfWord({ name }: ParameterEntry): boolean {
  const { line, start, end } = name;
  let from = start;
  while (from > 0 && !isSeparator(line.text.charCodeAt(from - 1))) from--;
  return from < start && line.text[from] === '-' && nameWithoutLetter(sliceOf(line, from, end + 1)) !== undefined;
}
