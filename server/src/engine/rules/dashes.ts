/**
 * What word processors, web pages and Japanese input methods put where a hyphen-minus belongs: hyphens, dashes, the
 * minus sign, the prolonged sound mark. None of them is `-` for Postfix.
 */
const DASH = /^[\u2010-\u2015\u2212\u30fc\ufe58\ufe63\uff0d\uff70]/;

/** Whether a text begins with a character that only looks like `-`. */
export function beginsWithDash(text: string): boolean {
  return DASH.test(text);
}

/** Whether a text begins like `-o`, whatever its dash. */
export function beginsWithOption(text: string): boolean {
  return (text.startsWith('-') || beginsWithDash(text)) && /^[A-Za-z]/.test(text.slice(1, 2));
}
