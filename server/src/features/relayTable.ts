import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Answer, Cause, Outcome } from '../engine/access/answer';
import { relayersOf } from '../engine/access/relay';
import { type RelayColumn, type RelayRow, relayTable, serviceTitle } from '../engine/access/relayTable';
import type { Configuration } from '../engine/configuration/configuration';
import { isPublic } from '../engine/configuration/publicService';
import { CLIENTS, dependencyText, RECIPIENTS, SENDERS, verdictText } from '../engine/help/accessWords';
import { isOpenRelay, relayersText } from '../engine/help/relayersText';
import { RELAY_TABLE_WORDS } from '../engine/help/relayTableWords';
import type { Locale } from '../engine/locale';
import type { Span } from '../engine/syntax/document';
import { type Slice, spanOf, textOf } from '../engine/syntax/logicalLine';
import type { ServiceEntry } from '../engine/syntax/masterCf';
import type { FeatureRequest } from './request';

/** What a client asks `postfix-config/relayTable`. */
export interface RelayTableParams {
  /** An open document of the configuration. */
  readonly uri: string;
  /** The service to point out, as `serviceName` names it. */
  readonly service?: string;
}

export interface RelayTableAnswer {
  readonly title: string;
  /** The content of a page. Buttons with `data-uri`, `data-line` and `data-column` (from 0) lead to a place. */
  readonly html: string;
  /** The files of the pair. */
  readonly uris: readonly string[];
}

/** Tells a service from all others in use, as `postconf -M` does: `smtp/inet`. */
export function serviceName(service: ServiceEntry | undefined): string | undefined {
  return service && `${textOf(service.service)}/${textOf(service.type)}`;
}

/** Who may send to whom through which service, as the relay command tells it. */
export function relayTableHtml(request: FeatureRequest, service?: string): RelayTableAnswer {
  const { configuration, locale, uriOf } = request;
  const { main, master } = configuration;
  const uris = [main, master].flatMap((file) => (file && uriOf(file.file.kind)) ?? []);
  const { title } = WORDS[locale];
  return { title, html: `<h1>${escaped(title)}</h1>\n${contentOf(request, service)}`, uris };
}

interface Words {
  readonly title: string;
  readonly template: string;
  readonly noMain: string;
  readonly legend: Readonly<Partial<Record<Answer['verdict'], string>>>;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Who May Relay',
    template: 'This is a template: who may send is known only when it is filled in.',
    noMain: 'There is no main.cf beside this file, and Postfix does not run without it.',
    legend: {
      accepted: 'smtpd takes the message. The recipients are taken to exist.',
      refused: 'smtpd does not take it. The reply is given where it is known.',
      depends: 'The files do not tell: DNS, a policy server or a table that cannot be read here decides.',
    },
  },
  ja: {
    title: 'リレーできる相手',
    template: 'これはテンプレートです。誰が送信できるかは、値が埋め込まれるまで決まりません。',
    noMain: '同じ場所に main.cf がありません。これがないと Postfix は動きません。',
    legend: {
      accepted: 'smtpd がメールを受け付けます。宛先は存在するものとしています。',
      refused: 'smtpd がメールを受け付けません。応答は、分かる場合に示します。',
      depends: '設定ファイルだけでは決まりません。DNS やポリシーサーバー、ここから読めないテーブルによって決まります。',
    },
  },
};

function contentOf(request: FeatureRequest, asked: string | undefined): string {
  const { configuration, locale } = request;
  const words = RELAY_TABLE_WORDS[locale];
  if (configuration.isTemplate) return paragraph(WORDS[locale].template);
  if (!configuration.main) return paragraph(WORDS[locale].noMain);
  const { columns, rows } = relayTable(configuration);
  if (columns.length === 0) return paragraph(words.noSmtpd);
  const services = columns.flatMap((column) => column.services);
  const open = services.filter((service) => isOpenRelay(configuration, service, relayersOf(configuration, service)));
  const isAsked = columns.map((column) => asked !== undefined && column.services.map(serviceName).includes(asked));
  const links = new Links(request);
  const heads = columns.map((column, i) => columnHead(configuration, column, isAsked[i] === true, links, locale));
  const clients = [...new Set(rows.map(({ kind }) => kind))];
  const bodies = clients.map((client) => {
    const those = rows.filter(({ kind }) => kind === client);
    return `<tbody>${clientRows(those, isAsked, links, locale).join('\n')}</tbody>`;
  });
  return [
    ...(open.length > 0 ? [paragraph(words.openRelay(words.list(open.map(serviceTitle))), 'warning')] : []),
    `<table>\n<thead><tr><td></td>${heads.join('')}</tr></thead>`,
    ...bodies,
    '</table>',
    legend(locale),
    paragraph(words.notAsked),
  ].join('\n');
}

/** The services of a column, and for whom they relay. */
function columnHead(
  configuration: Configuration,
  { services }: RelayColumn,
  isAsked: boolean,
  links: Links,
  locale: Locale,
): string {
  const names = services.map((service) => links.to({ at: service?.service }, escaped(serviceTitle(service))));
  const service = services.find((one) => isPublic(configuration, one)) ?? services[0];
  const relayers = relayersText(configuration, service, relayersOf(configuration, service), locale);
  return `<th scope="col"${isAsked ? ' class="asked"' : ''}>${names.join('<br>')}${small(breakable(relayers))}</th>`;
}

/** All that one client may try; recipients that are answered alike stand together, except those elsewhere. */
function clientRows(rows: readonly RelayRow[], isAsked: readonly boolean[], links: Links, locale: Locale): string[] {
  const [{ kind, client, answers }] = rows as [RelayRow];
  const address = kind === 'login' || kind === 'certificate' ? '' : ` ${small(escaped(client.address))}`;
  const title = `${marked(CLIENTS[kind][locale])}${address}`;
  const alike = new Map<string, { readonly relays: boolean; readonly heads: string[]; readonly cells: string[] }>();
  for (const row of rows) {
    const relays = row.recipient === 'foreign';
    const cells = row.answers.map((answer, column) => {
      const isOpen = relays && kind === 'stranger' && answer.verdict === 'accepted';
      const names = [answer.verdict, ...(isOpen ? ['open'] : []), ...(isAsked[column] ? ['asked'] : [])];
      return ` class="${names.join(' ')}">${cell(answer, links, locale)}`;
    });
    const key = JSON.stringify([relays, cells]);
    const same = alike.get(key) ?? { relays, heads: [], cells };
    same.heads.push(rowHead(row, locale));
    alike.set(key, same);
  }
  const body = [...alike.values()].map(({ relays, heads, cells }, i) => {
    const columns = cells.map((one, column) => {
      if (answers[column]?.verdict !== 'unavailable') return `<td${one}</td>`;
      // What does not start says so once for each client.
      return i === 0 ? `<td rowspan="${alike.size}"${one}</td>` : '';
    });
    return `<tr${relays ? ' class="relay"' : ''}><th scope="row">${heads.join('')}</th>${columns.join('')}</tr>`;
  });
  return [`<tr class="client"><th scope="rowgroup" colspan="${isAsked.length + 1}">${title}</th></tr>`, ...body];
}

function rowHead({ recipient, senders, scenarios }: RelayRow, locale: Locale): string {
  const { from } = RELAY_TABLE_WORDS[locale];
  const sender = senders.length > 0 ? small(marked(from(senders.map((one) => SENDERS[one][locale])))) : '';
  const address = escaped(scenarios[0]?.question.recipient ?? '');
  return `<div title="${address}">→ ${marked(RECIPIENTS[recipient][locale])}${sender}</div>`;
}

/** The verdict, which leads to the restriction that gave it; or on what it depends, and what may come of it. */
function cell(answer: Answer, links: Links, locale: Locale): string {
  const { verdict, by, dependsOn, outcomes } = answer;
  const title = `${MARKS[verdict]} ${escaped(verdictText(answer, locale))}`;
  if (verdict !== 'depends') return links.to(by, title) + causeText(by, links, locale);
  const on = new Set(dependsOn.map((one) => marked(dependencyText(one, locale))));
  const ends = new Set(
    outcomes.flatMap((outcome) => (outcome.by ? [endText(outcome, outcome.by, links, locale)] : [])),
  );
  return [title, ...[...on].map(small), ...shortened([...ends].sort().reverse())].join('');
}

/** The word counts; the mark is for those who skim. */
const MARKS: Readonly<Record<Answer['verdict'], string>> = {
  accepted: mark('✓'),
  refused: mark('✕'),
  depends: mark('?'),
  unavailable: mark('⚠'),
};

function mark(character: string): string {
  return `<span aria-hidden="true">${character}</span>`;
}

function endText(outcome: Outcome, by: Cause, links: Links, locale: Locale): string {
  return small(`${links.to(by, escaped(verdictText(outcome, locale)))}: ${restrictionText(by, links, locale)}`);
}

function shortened(ends: readonly string[]): readonly string[] {
  return ends.length > MOST_ENDS ? [...ends.slice(0, MOST_ENDS), small('…')] : ends;
}

/** So many ways a cell tells of. */
const MOST_ENDS = 4;

/** What gave the verdict; the entry of a table is a link of its own. */
function causeText(cause: Cause | undefined, links: Links, locale: Locale): string {
  return small(cause ? restrictionText(cause, links, locale) : escaped(RELAY_TABLE_WORDS[locale].nothingRefuses));
}

function restrictionText({ at, entry, text }: Cause, links: Links, locale: Locale): string {
  const where = entry && links.to({ entry }, `${escaped(entry.file.replace(/^.*\//, ''))}:${entry.line + 1}`);
  const origin = at ? '' : ` (${escaped(RELAY_TABLE_WORDS[locale].isDefault)})`;
  return `<code>${breakable(text)}</code>${origin}${where ? ` (${where})` : ''}`;
}

function legend(locale: Locale): string {
  const entries = Object.entries(WORDS[locale].legend).map(([name, text]) => {
    const verdict = name as Answer['verdict'];
    const title = verdictText({ verdict }, locale);
    return `<dt class="${verdict}">${MARKS[verdict]} ${escaped(title)}</dt><dd>${escaped(text)}</dd>`;
  });
  return `<dl>${entries.join('')}</dl>`;
}

/** Makes links to where things are written. */
class Links {
  private readonly documents = new Map<object, TextDocument>();

  constructor(private readonly request: FeatureRequest) {}

  /** To the entry of a table where that is all there is, else to the restriction or the parameter; plain for a default. */
  to(cause: Partial<Pick<Cause, 'text' | 'list' | 'entry'>> & { at?: Slice | undefined } = {}, html: string): string {
    const title = [cause.list, cause.text].filter((part) => part !== undefined).join(': ');
    const tip = title === '' ? '' : ` title="${escaped(title)}"`;
    const place = this.placeOf(cause);
    if (!place) return `<span${tip}>${html}</span>`;
    const data = Object.entries(place).map(([name, value]) => ` data-${name}="${escaped(String(value))}"`);
    return `<button type="button"${tip}${data.join('')}>${html}</button>`;
  }

  private placeOf({ at, entry }: { at?: Slice | undefined; entry?: Cause['entry'] }) {
    const { uriOf } = this.request;
    const span = at && spanOf(at);
    const uri = span ? uriOf(span.file.kind) : entry && uriOf(entry.file);
    if (uri === undefined) return undefined;
    const { line, character } = span ? this.positionOf(span) : { line: entry?.line, character: 0 };
    return { uri, line, column: character };
  }

  private positionOf({ file, start }: Span) {
    const document = this.documents.get(file) ?? TextDocument.create('', '', 0, file.text);
    this.documents.set(file, document);
    return document.positionAt(start);
  }
}

function paragraph(text: string, name?: string): string {
  return `<p${name ? ` class="${name}"` : ''}>${marked(text)}</p>`;
}

function small(html: string): string {
  return `<small>${html}</small>`;
}

/** A name that may go on in the next line. */
function breakable(name: string): string {
  return escaped(name).replace(/[_/]/g, '$&<wbr>');
}

/** A text with `code` in it. */
function marked(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
