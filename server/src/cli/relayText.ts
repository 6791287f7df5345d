import type { Answer, Cause, Outcome } from '../engine/access/answer';
import type { Question } from '../engine/access/question';
import { relayersOf } from '../engine/access/relay';
import { type RelayColumn, type RelayTable, serviceTitle } from '../engine/access/relayTable';
import type { Configuration } from '../engine/configuration/configuration';
import { isPublic } from '../engine/configuration/publicService';
import { CLIENTS, dependencyText, RECIPIENTS, SENDERS, verdictText } from '../engine/help/accessWords';
import { isOpenRelay, relayersText } from '../engine/help/relayersText';
import type { Locale } from '../engine/locale';
import { formatColumns } from './columns';
import type { CausePlaces } from './relayPlaces';
import type { ServiceAnswer } from './relayQuestion';
import { RELAY_WORDS } from './relayWords';

/** The table, the notes to its cells, and what comes of it: who may send to anywhere. */
export function formatTable(
  configuration: Configuration,
  table: RelayTable,
  places: CausePlaces,
  width: number,
  locale: Locale,
): string {
  const words = RELAY_WORDS[locale];
  if (table.columns.length === 0) return `${words.noSmtpd}\n`;
  const notes = new Notes(places, locale);
  const services = table.columns.flatMap((column) => column.services);
  const open = services.filter((service) => isOpenRelay(configuration, service, relayersOf(configuration, service)));
  const parts = [
    formatCells(table, notes, width, locale),
    notes.text(),
    formatSummary(configuration, table, places, locale),
    closing(
      table.columns.map(({ answers }) => answers[0]),
      locale,
    ),
    ...(open.length > 0 ? [lines([words.openRelay(words.list(open.map(serviceTitle)))])] : []),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function isRunning({ answers }: RelayColumn): boolean {
  return isAnswer(answers[0]);
}

function isAnswer(answer: Answer | undefined): boolean {
  return answer?.verdict !== 'unavailable';
}

/** Who else may have a say, and who tells more of what does not start. */
function closing(answers: readonly (Answer | undefined)[], locale: Locale): string {
  const words = RELAY_WORDS[locale];
  return lines([
    ...(answers.some(isAnswer) ? [words.notAsked] : []),
    ...(answers.every(isAnswer) ? [] : [words.check]),
  ]);
}

/** A line for each column: who may send to anywhere, or why nobody can send at all. */
function formatSummary(
  configuration: Configuration,
  { columns }: RelayTable,
  places: CausePlaces,
  locale: Locale,
): string {
  const words = RELAY_WORDS[locale];
  const titles = columns.map(({ services }) => words.list(shortened(services.map(serviceTitle), MANY, locale)));
  const cells = columns.map((column) => {
    if (isRunning(column)) return relayers(configuration, column, locale);
    const [answer] = column.answers as [Answer];
    return [verdictText(answer, locale), ...reasons(answer, places, locale)].join(': ');
  });
  return formatColumns(titles, [{ title: [], cells }], Number.POSITIVE_INFINITY);
}

/** A line for each client, below it one for each class of recipients, and for each sender who is answered otherwise. */
function formatCells({ rows, columns }: RelayTable, notes: Notes, width: number, locale: Locale): string {
  const words = RELAY_WORDS[locale];
  const labels: string[] = [];
  const cells: (readonly string[])[] = [];
  const add = (label: string, answers: readonly Answer[] = []) => {
    labels.push(label);
    cells.push(answers.map((answer) => (answer.verdict === 'unavailable' ? '' : notes.cell(answer))));
  };
  rows.forEach(({ kind, client, recipient, senders, answers }, i) => {
    const above = rows[i - 1];
    const isSameClient = above?.kind === kind;
    if (!isSameClient) add(clientLabel(kind, client.address, locale));
    const to = `  ${words.to(RECIPIENTS[recipient][locale])}`;
    if (senders.length === 0) {
      add(to, answers);
      return;
    }
    if (!isSameClient || above.recipient !== recipient) add(to);
    add(`    ${words.from(senders.map((sender) => SENDERS[sender][locale]))}`, answers);
  });
  const shown = columns.flatMap((column, i) =>
    isRunning(column) ? [{ title: column.services.map(serviceTitle), cells: cells.map((row) => row[i] ?? '') }] : [],
  );
  return formatColumns(labels, shown, width);
}

function clientLabel(kind: keyof typeof CLIENTS, address: string, locale: Locale): string {
  const name = CLIENTS[kind][locale];
  return kind === 'stranger' || kind === 'trusted' ? `${name} (${address})` : name;
}

function relayers(configuration: Configuration, { services }: RelayColumn, locale: Locale): string {
  const service = services.find((one) => isPublic(configuration, one)) ?? services[0];
  return relayersText(configuration, service, relayersOf(configuration, service), locale);
}

/** The answers to one question; services that answer alike together. */
export function formatAnswers(
  question: Question,
  answers: readonly ServiceAnswer[],
  places: CausePlaces,
  locale: Locale,
): string {
  const words = RELAY_WORDS[locale];
  const { client, helo, sender, recipient } = question;
  const name = client.name === undefined ? client.address : `${client.name}[${client.address}]`;
  const asked = words.question({ client: name, login: client.login, tls: client.tls, helo, sender, recipient });
  const alike = new Map<string, string[]>();
  for (const { service, answer } of answers) {
    const text = [verdictText(answer, locale), ...reasons(answer, places, locale, MANY)].join('\n  ');
    alike.set(text, [...(alike.get(text) ?? []), serviceTitle(service)]);
  }
  const found = [...alike].map(([text, titles]) => `${words.list(titles)}: ${text}`);
  if (found.length === 0) return lines([asked, '', words.noSmtpd]);
  return [
    lines([asked]),
    lines(found),
    closing(
      answers.map(({ answer }) => answer),
      locale,
    ),
  ].join('\n');
}

/** Numbers what is to be said of the cells of a table; the same is said once. */
class Notes {
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly places: CausePlaces,
    private readonly locale: Locale,
  ) {}

  /** What stands in a cell: the verdict, and the number of the note where there is something to say. */
  cell(answer: Answer): string {
    const verdict = verdictText(answer, this.locale);
    const note = reasons(answer, this.places, this.locale).join('\n       ');
    if (note === '') return verdict;
    const number = this.numbers.get(note) ?? this.numbers.size + 1;
    this.numbers.set(note, number);
    return `${verdict} [${number}]`;
  }

  text(): string {
    return lines([...this.numbers].map(([note, number]) => `${`[${number}]`.padEnd(4)} ${note}`));
  }
}

/** So many things are told, where several are possible: in a note, and in the answer to a question. */
const FEW = 2;
const MANY = 6;

/** Why the answer is what it is: on what it depends, and by which restriction each end comes about. */
function reasons(answer: Answer, places: CausePlaces, locale: Locale, most = FEW): string[] {
  const words = RELAY_WORDS[locale];
  const { outcomes, dependsOn, by } = answer;
  const ends = (['refused', 'accepted'] as const).map((verdict) => causesOf(outcomes, verdict, places, locale));
  const cause = by && causeText(by, places, locale);
  const [only, ...others] = ends.flat();
  if (only === undefined) return cause === undefined ? [] : [cause];
  if (others.length === 0 && dependsOn.length === 0) {
    // The verdict says it all, unless the reply is one of several.
    if (cause === undefined) return [];
    return [only === `${verdictText(answer, locale)}: ${cause}` ? cause : only];
  }
  const what = dependsOn.map((dependency) => dependencyText(dependency, locale));
  return [
    ...(what.length > 0 ? [words.dependsOn(shortened([...new Set(what)], 2 * most, locale))] : []),
    ...ends.flatMap((causes) => shortened(causes, most, locale)),
  ];
}

/** A line for each restriction that a message may end at with this verdict; its replies stand together. */
function causesOf(
  outcomes: readonly Outcome[],
  verdict: Outcome['verdict'],
  places: CausePlaces,
  locale: Locale,
): string[] {
  const replies = new Map<string, Set<string>>();
  for (const outcome of outcomes) {
    if (outcome.verdict !== verdict) continue;
    const cause = outcome.by ? causeText(outcome.by, places, locale) : RELAY_WORDS[locale].nothingRefuses;
    const reply = outcome.verdict === 'refused' ? [outcome.code, outcome.status].filter(Boolean).join(' ') : '';
    replies.set(cause, (replies.get(cause) ?? new Set()).add(reply));
  }
  const word = verdictText({ verdict }, locale);
  // What keeps the server from relaying comes first: it must not be among those that are left out.
  const isGuard = (cause: string) => Number(cause.includes('_unauth_destination'));
  const sorted = [...replies].sort(([a], [b]) => isGuard(b) - isGuard(a));
  return sorted.map(([cause, codes]) => {
    const all = [...codes].filter((reply) => reply !== '').join(', ');
    return `${all === '' ? word : `${word} ${all}`}: ${cause}`;
  });
}

function shortened(all: readonly string[], most: number, locale: Locale): readonly string[] {
  const rest = all.length - most;
  return rest > 1 ? [...all.slice(0, most), RELAY_WORDS[locale].more(rest)] : all;
}

/** `main.cf:12:34: smtpd_relay_restrictions: reject_unauth_destination`. */
function causeText(cause: Cause, places: CausePlaces, locale: Locale): string {
  const words = RELAY_WORDS[locale];
  const at = places.position(cause);
  const entry = places.entry(cause);
  const what = cause.list === undefined ? cause.text : `${cause.list}: ${cause.text}`;
  const where = at ? `${at.file}:${at.line}:${at.column}` : words.isDefault;
  return `${where}: ${what}${entry ? words.entry(`${entry.file}:${entry.line}`) : ''}`;
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
