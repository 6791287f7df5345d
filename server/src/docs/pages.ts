import { familyPage } from '../engine/help/parameterTopics';
import {
  lifeText,
  summaryOf,
  type Topic,
  type TopicExample,
  type TopicKind,
  type TopicWord,
} from '../engine/help/topic';
import { KIND_NAMES, LABELS } from '../engine/help/topicHelp';
import { allTopics } from '../engine/help/topics';
import { FAMILIES } from '../engine/knowledge/parameters/index';
import type { Locale, Text } from '../engine/locale';
import { codeWords, escapeHtml, inlineHtml, type LinkFor, pageHtml } from './html';

/** The pages of the reference, by their paths below docs/reference/. */
export function referencePages(): Map<string, string> {
  const topics = allTopics();
  const reference = new Reference(topics);
  const pages = new Map<string, string>([['index.html', LANGUAGES_PAGE]]);
  for (const locale of ['en', 'ja'] as const) {
    pages.set(`${locale}/index.html`, indexPage(reference, locale));
    pages.set(`${locale}/topics.js`, searchData(topics, locale));
    for (const page of PAGES) pages.set(`${locale}/${page.id}.html`, topicPage(reference, page, locale));
  }
  return pages;
}

/** Leads to the language of the reader's browser, or lets the reader choose. */
const LANGUAGES_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Postfix Configuration</title>
<link rel="stylesheet" href="style.css">
<script>
location.replace(\`\${/^ja/.test(navigator.language) ? 'ja' : 'en'}/index.html\${location.search}\`);
</script>
</head>
<body>
<main>
<h1>Postfix Configuration</h1>
<p><a href="en/index.html">Reference in English</a></p>
<p><a href="ja/index.html" lang="ja">日本語のリファレンス</a></p>
</main>
</body>
</html>
`;

interface Page {
  readonly id: string;
  readonly title: Text;
}

/** The pages in the order of the index. */
const PAGES: readonly Page[] = [
  ...FAMILIES.map((family) => ({ id: familyPage(family), title: family.title })),
  { id: 'parameters-by-service', title: { en: 'Parameters of each service', ja: 'サービスごとのパラメータ' } },
  { id: 'services', title: { en: 'master.cf: services and programs', ja: 'master.cf: サービスとプログラム' } },
  { id: 'restrictions', title: { en: 'Access restrictions', ja: 'アクセス制限' } },
  {
    id: 'actions',
    title: { en: 'Actions of access tables and header checks', ja: 'アクセステーブルとヘッダー検査の動作' },
  },
  { id: 'tables', title: { en: 'Lookup tables', ja: 'ルックアップテーブル' } },
  { id: 'expansions', title: { en: '$name: expansion of values', ja: '$name: 値の展開' } },
  { id: 'compatibility', title: { en: 'Compatibility levels', ja: '互換性レベル' } },
  { id: 'rules', title: { en: 'Rules: mistakes that are reported', ja: 'ルール: 報告される間違い' } },
];

/** Kinds whose names mean nothing else in a text; `verify` is a program, but also a TLS level. */
const LINKED_KINDS: ReadonlySet<TopicKind> = new Set(['parameter', 'restriction', 'table type', 'rule']);

/** Table types that mean something else without their colon, and restrictions that are everyday words. */
const AMBIGUOUS: ReadonlySet<string> = new Set([
  ...['debug', 'environ', 'fail', 'inline', 'internal', 'proxy', 'static', 'tcp', 'unix'],
  ...['defer', 'permit', 'reject', 'sleep', 'stress'],
]);

/** Topics by page and by name, and which of them mention which. */
class Reference {
  readonly byPage = new Map<string, Topic[]>();
  private readonly byName = new Map<string, Topic>();
  private readonly mentions = new Map<Topic, Topic[]>();

  constructor(topics: readonly Topic[]) {
    for (const topic of topics) {
      this.byPage.set(topic.page, [...(this.byPage.get(topic.page) ?? []), topic]);
      if (LINKED_KINDS.has(topic.kind)) this.byName.set(topic.name, topic);
    }
    for (const topic of topics) {
      for (const mentioned of this.mentionedBy(topic)) {
        this.mentions.set(mentioned, [...(this.mentions.get(mentioned) ?? []), topic]);
      }
    }
  }

  /** The topic that a word of code names: `relayhost`, `$relayhost`, `relayhost = …`, `-o relayhost=…`, `hash:…`. */
  named(code: string): Topic | undefined {
    const type = /^([a-z]+):/.exec(code)?.[1];
    const table = type === undefined ? undefined : this.byName.get(type);
    if (table?.kind === 'table type') return table;
    const name = /^(?:-o )?\$?\{?([A-Za-z0-9_.-]+)\}?(?: ?=.*)?$/.exec(code)?.[1];
    return name === undefined || AMBIGUOUS.has(name) ? undefined : this.byName.get(name);
  }

  /** The topics that mention a topic. */
  mentioning(topic: Topic): readonly Topic[] {
    return this.mentions.get(topic) ?? [];
  }

  private mentionedBy(topic: Topic): Set<Topic> {
    const texts = [topic.text, ...topic.notes, ...(topic.words ?? []).map(({ text }) => text)];
    const named = texts.flatMap(({ en }) => codeWords(en)).map((code) => this.named(code));
    return new Set(named.filter((other): other is Topic => other !== undefined && other !== topic));
  }
}

/** An address within a page: the name, with the kind where several kinds share a page. */
export function anchorOf({ kind, name }: Topic): string {
  return PLAIN_KINDS.has(kind) ? name : `${kind} ${name}`.replace(/ /g, '-');
}
const PLAIN_KINDS: ReadonlySet<TopicKind> = new Set([
  'parameter',
  'restriction',
  'table type',
  'compatibility level',
  'rule',
]);

function addressOf(topic: Topic): string {
  return `${topic.page}.html#${encodeURIComponent(anchorOf(topic))}`;
}

const WORDS: Readonly<Record<Locale, Readonly<Record<'mentioned' | 'manual' | 'parameters' | 'more', string>>>> = {
  en: {
    mentioned: 'See also',
    manual: 'Manual',
    parameters: 'Parameters of main.cf',
    more: 'Everything else',
  },
  ja: {
    mentioned: '関連項目',
    manual: 'マニュアル',
    parameters: 'main.cf のパラメータ',
    more: 'そのほか',
  },
};

function topicPage(reference: Reference, { id, title }: Page, locale: Locale): string {
  const topics = reference.byPage.get(id) ?? [];
  const sections: string[] = [];
  let kind: TopicKind | undefined;
  const severalKinds = new Set(topics.map((topic) => topic.kind)).size > 1;
  for (const topic of topics) {
    if (severalKinds && topic.kind !== kind) {
      kind = topic.kind;
      sections.push(`<h2 class="kind">${escapeHtml(KIND_NAMES[kind][locale])}</h2>`);
    }
    sections.push(topicHtml(reference, topic, locale));
  }
  const heading = escapeHtml(title[locale]);
  const body = `<h1>${heading}</h1>\n${sections.join('\n')}`;
  return pageHtml({ locale, title: title[locale], file: `${id}.html`, body });
}

function topicHtml(reference: Reference, topic: Topic, locale: Locale): string {
  const linkFor: LinkFor = (code) => {
    const target = reference.named(code);
    return target && target !== topic ? addressOf(target) : undefined;
  };
  const inline = (text: Text) => inlineHtml(text[locale], linkFor);
  const anchor = escapeHtml(anchorOf(topic));
  const parts = [
    `<h3><a href="#${encodeURIComponent(anchorOf(topic))}">${escapeHtml(topic.name)}</a> <small>${escapeHtml(lifeOf(topic, locale))}</small></h3>`,
    `<p>${inline(topic.text)}</p>`,
    listHtml([...topic.notes.map(inline), ...wordItems(topic.words ?? [], inline, locale)]),
    topic.op25b ? `<p class="op25b"><strong>OP25B:</strong> ${inline(topic.op25b)}</p>` : '',
    ...(topic.examples ?? []).map((example) => exampleHtml(example, locale)),
    footer(reference, topic, locale),
  ];
  return `<section id="${anchor}">\n${parts.filter((part) => part !== '').join('\n')}\n</section>`;
}

/** Rules hold for the versions of what they are about; they have no lifetime of their own. */
function lifeOf(topic: Topic, locale: Locale): string {
  return topic.kind === 'rule' ? '' : lifeText(topic.life)[locale];
}

function wordItems(words: readonly TopicWord[], inline: (text: Text) => string, locale: Locale): string[] {
  return words.map(({ name, life, text }) => {
    const limits = life.since || life.removed ? ` <small>${escapeHtml(lifeText(life)[locale])}</small>` : '';
    return `<code>${escapeHtml(name)}</code>: ${inline(text)}${limits}`;
  });
}

function listHtml(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
}

function exampleHtml({ label, text }: TopicExample, locale: Locale): string {
  return `<p class="label">${LABELS[label][locale]}:</p>\n<pre class="${label}">${escapeHtml(text)}</pre>`;
}

/** The topics that mention this one, and the manual. */
function footer(reference: Reference, topic: Topic, locale: Locale): string {
  const others = reference.mentioning(topic);
  const links = others.map((other) => `<a href="${addressOf(other)}"><code>${escapeHtml(other.name)}</code></a>`);
  const mentioned = links.length === 0 ? '' : `<p class="also">${WORDS[locale].mentioned}: ${links.join(', ')}</p>`;
  const manual = topic.manual
    ? `<p class="manual"><a href="${escapeHtml(topic.manual)}">${WORDS[locale].manual}</a></p>`
    : '';
  return [mentioned, manual].filter((part) => part !== '').join('\n');
}

function indexPage(reference: Reference, locale: Locale): string {
  const section = (heading: string, pages: readonly Page[]) =>
    `<h2>${escapeHtml(heading)}</h2>\n${pages.map((page) => indexEntry(reference, page, locale)).join('\n')}`;
  const isOfParameters = ({ id }: Page) => id.startsWith('parameters-');
  const title = locale === 'ja' ? 'Postfix の設定リファレンス' : 'Reference of Postfix configuration';
  const body = [
    `<h1>${title}</h1>`,
    section(WORDS[locale].parameters, PAGES.filter(isOfParameters)),
    section(
      WORDS[locale].more,
      PAGES.filter((page) => !isOfParameters(page)),
    ),
  ].join('\n');
  return pageHtml({ locale, title, file: 'index.html', body });
}

/** A page with all its names, so that the browser's own search finds them too. */
function indexEntry(reference: Reference, { id, title }: Page, locale: Locale): string {
  const topics = reference.byPage.get(id) ?? [];
  const names = topics.map((topic) => `<a href="${addressOf(topic)}">${escapeHtml(topic.name)}</a>`);
  return `<details>\n<summary><a href="${id}.html">${escapeHtml(title[locale])}</a> <small>${topics.length}</small></summary>\n<p class="names">${names.join(' ')}</p>\n</details>`;
}

/** What search.js looks through: name, kind, address, summary, and the rest of the text. */
function searchData(topics: readonly Topic[], locale: Locale): string {
  const rows = topics.map((topic) => {
    const summary = summaryOf(topic.text, locale);
    const rest = topic.text[locale].slice(summary.length).trim();
    return JSON.stringify([topic.name, KIND_NAMES[topic.kind][locale], addressOf(topic), summary, rest]);
  });
  return `const topics = [\n${rows.join(',\n')},\n];\n`;
}
