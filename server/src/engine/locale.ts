/** The two languages of every text that a user sees. */
export type Locale = 'en' | 'ja';

/** The language for a locale tag such as `ja`, `ja-JP`, `ja_JP.UTF-8` or `C`: Japanese where it says so, else English. */
export function localeFrom(tag: string | undefined): Locale {
  return tag !== undefined && /^ja\b|^ja_/i.test(tag) ? 'ja' : 'en';
}

/** One text in both languages. */
export interface Text {
  readonly en: string;
  readonly ja: string;
}
