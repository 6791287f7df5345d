import type { Configuration } from '../configuration/configuration';
import { portNumber } from '../configuration/ports';
import { type Slice, spanOf, textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { type Answer, answerFrom, type Cause, type Outcome } from './answer';
import type { Client } from './question';
import { relayServices, reportOf } from './relay';
import { type ClientKind, type RecipientKind, type Scenario, type SenderKind, scenariosOf } from './scenarios';

/** The scenarios as a table for people: what makes no difference is said once. The editor and the command line show it. */
export interface RelayTable {
  readonly columns: readonly RelayColumn[];
  /** Those of a client stand together. */
  readonly rows: readonly RelayRow[];
}

/** smtpd services that answer alike, in the order of master.cf. */
export interface RelayColumn {
  /** Absent without master.cf. */
  readonly services: readonly (ServiceEntry | undefined)[];
  /** One for each scenario, in the order of scenariosOf. */
  readonly answers: readonly Answer[];
}

/**
 * What one client sends to one class of recipients, from the senders that every service answers alike. What an answer
 * depends on makes no difference: it is put together.
 */
export interface RelayRow {
  readonly kind: ClientKind;
  readonly client: Client;
  readonly recipient: RecipientKind;
  /** Empty where the sender makes no difference. */
  readonly senders: readonly SenderKind[];
  readonly scenarios: readonly Scenario[];
  /** One for each column. */
  readonly answers: readonly Answer[];
}

/** Asks the services that are in use. */
export function relayTable(configuration: Configuration): RelayTable {
  const scenarios = scenariosOf(configuration);
  const services = relayServices(configuration);
  const alike = groupBy(services, (service) => reportOf(configuration, service).answers.map(keyOf).join('\n'));
  const columns = alike.map((same) => ({ services: same, answers: reportOf(configuration, same[0]).answers }));
  const answersTo = (scenario: number) => columns.map(({ answers }) => answers[scenario] as Answer);

  const indexes = scenarios.map((_, index) => index);
  const pairs = groupBy(indexes, (index) => `${scenarios[index]?.client} ${scenarios[index]?.recipient}`);
  const rows = pairs.flatMap((pair) => {
    const bySender = groupBy(pair, (index) => JSON.stringify(answersTo(index).map(whateverItDependsOn)));
    return bySender.map((same): RelayRow => {
      const those = same.map((index) => scenarios[index] as Scenario);
      const [first] = those as [Scenario];
      return {
        kind: first.client,
        client: first.question.client,
        recipient: first.recipient,
        senders: bySender.length === 1 ? [] : those.map(({ sender }) => sender),
        scenarios: those,
        answers: columns.map(({ answers }) => together(same.map((index) => answers[index] as Answer))),
      };
    });
  });
  const rowsOf = (wanted: ClientKind) =>
    JSON.stringify(
      rows.filter(({ kind }) => kind === wanted).map((row) => [row.recipient, row.senders, row.answers.map(keyOf)]),
    );
  // The machine itself is one of mynetworks, almost always.
  const isHidden = (kind: ClientKind) => kind === 'self' && rowsOf(kind) === rowsOf('trusted');
  const kinds = [...new Set(rows.map(({ kind }) => kind))].filter((kind) => !isHidden(kind));
  return { columns, rows: kinds.flatMap((kind) => rows.filter((row) => row.kind === kind)) };
}

/** `smtp (25)`, `10025`, `127.0.0.1:10025`: the first column of master.cf, and the port that its name stands for. */
export function serviceTitle(service: ServiceEntry | undefined): string {
  if (!service) return 'smtpd';
  const name = textOf(service.service);
  const port = textOf(service.type) === 'inet' ? portNumber(name) : '';
  return port === '' || name.endsWith(port) ? name : `${name} (${port})`;
}

function together(answers: readonly Answer[]): Answer {
  const [first] = answers as [Answer];
  const isOne = answers.length === 1 || first.verdict === 'unavailable';
  return isOne ? first : answerFrom(answers.flatMap(({ outcomes }) => outcomes));
}

function whateverItDependsOn({ verdict, code, status, by, outcomes }: Answer) {
  return verdict === 'depends' ? verdict : [verdict, code, status, by && causeKey(by), endsOf(outcomes)];
}

function endsOf(outcomes: readonly Outcome[]): string[] {
  const keys = outcomes.map((outcome) => {
    const { verdict, by } = outcome;
    const reply = outcome.verdict === 'refused' ? [outcome.code, outcome.status] : [];
    return JSON.stringify([verdict, by && causeKey(by), ...reply]);
  });
  return [...new Set(keys)].sort();
}

/** What makes two answers the same to a reader. */
function keyOf({ verdict, code, status, by, dependsOn }: Answer): string {
  return JSON.stringify([verdict, code, status, by && causeKey(by), dependsOn.map(({ kind, name }) => [kind, name])]);
}

function causeKey({ text, list, at, entry }: Cause) {
  return [text, list, at && placeKey(at), entry?.file, entry?.line];
}

function placeKey(at: Slice) {
  const { file, start } = spanOf(at);
  return [file.kind, start];
}

function groupBy<T>(all: readonly T[], keyOfOne: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOfOne(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
