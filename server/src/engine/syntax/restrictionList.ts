/** One element of an smtpd restriction list: a restriction with its argument, or a lookup table by itself. */
export interface Restriction<Word> {
  /** In lower case: smtpd compares without case. Empty for a table that stands where a restriction is expected. */
  readonly name: string;
  /** The name as written, or the table. */
  readonly word: Word;
  /** The word after a restriction that wants one; smtpd takes it whatever it is. */
  readonly argument?: Word;
  /** The `warn_if_reject` before it. */
  readonly warnIfReject?: Word;
}

export const WARN_IF_REJECT = 'warn_if_reject';

/**
 * Groups the words of a restriction list as smtpd does when it walks the list (generic_checks in smtpd_check.c): the
 * words are those of `splitList`, `warn_if_reject` belongs to what follows it, and a word with a colon is a table.
 */
export function readRestrictions<Word extends { readonly text: string }>(
  words: readonly Word[],
  takesArgument: (name: string) => boolean,
): Restriction<Word>[] {
  const restrictions: Restriction<Word>[] = [];
  let warnIfReject: Word | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const isTable = word.text.includes(':');
    const name = isTable ? '' : word.text.toLowerCase();
    if (name === WARN_IF_REJECT && i + 1 < words.length) {
      warnIfReject ??= word;
      continue;
    }
    const argument = !isTable && takesArgument(name) ? words[++i] : undefined;
    restrictions.push({ name, word, ...(argument && { argument }), ...(warnIfReject && { warnIfReject }) });
    warnIfReject = undefined;
  }
  return restrictions;
}
