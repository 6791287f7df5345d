import type { Locale } from '../engine/locale';

/** Finds the address of the topic that a word of code names, as seen from a page; undefined where it names none. */
export type LinkFor = (code: string) => string | undefined;

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A text with code in backticks and `**bold**`, as HTML; code that names a topic leads there. */
export function inlineHtml(text: string, linkFor: LinkFor): string {
  return text
    .split(/(`` .*? ``|`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? codeHtml(part, linkFor) : boldHtml(escapeHtml(part))))
    .join('');
}

function codeHtml(part: string, linkFor: LinkFor): string {
  const code = part.startsWith('`` ') ? part.slice(3, -3) : part.slice(1, -1);
  const html = `<code>${escapeHtml(code)}</code>`;
  const target = linkFor(code);
  return target === undefined ? html : `<a href="${escapeHtml(target)}">${html}</a>`;
}

function boldHtml(html: string): string {
  return html.replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');
}

/** The words of code in a text. */
export function codeWords(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code as string);
}

export interface Frame {
  readonly locale: Locale;
  readonly title: string;
  /** The file name, the same in both languages. */
  readonly file: string;
  readonly body: string;
}

/** What stands around every page, in its language. */
const FRAME: Readonly<Record<Locale, { readonly home: string; readonly search: string; readonly other: string }>> = {
  en: { home: 'Postfix Configuration: reference', search: 'Search: relayhost, 465, STARTTLS …', other: '日本語' },
  ja: { home: 'Postfix Configuration リファレンス', search: '検索: relayhost、465、証明書 …', other: 'English' },
};

/** A whole page. Style and search are files of their own, so that the pages also work from a disk. */
export function pageHtml({ locale, title, file, body }: Frame): string {
  const words = FRAME[locale];
  const other = locale === 'en' ? 'ja' : 'en';
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="../style.css">
<link rel="alternate" hreflang="${other}" href="../${other}/${file}">
<script src="topics.js" defer></script>
<script src="../search.js" defer></script>
</head>
<body>
<header>
<a class="home" href="index.html">${words.home}</a>
<input id="search" type="search" placeholder="${words.search}" aria-label="${words.search}" autocomplete="off">
<a id="other-language" lang="${other}" href="../${other}/${file}">${words.other}</a>
<ol id="found" hidden></ol>
</header>
<main>
${body}
</main>
</body>
</html>
`;
}
