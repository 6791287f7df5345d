import { smtpdAccess } from '../engine/access/access';
import type { Answer, Cause } from '../engine/access/answer';
import { relayersOf } from '../engine/access/relay';
import { type RelayTable, relayTable } from '../engine/access/relayTable';
import { scenariosOf } from '../engine/access/scenarios';
import type { Configuration } from '../engine/configuration/configuration';
import { isOpenRelay } from '../engine/help/relayersText';
import type { Locale } from '../engine/locale';
import { textOf } from '../engine/syntax/logicalLine';
import type { ServiceEntry } from '../engine/syntax/masterCf';
import { findTarget, type Loaded, load } from './load';
import { failureMessage, settingsMessages } from './messages';
import { type Options, type QuestionOptions, UsageError } from './options';
import { type CausePlaces, placesIn } from './relayPlaces';
import { readQuestion, type ServiceAnswer, servicesNamed } from './relayQuestion';
import { formatAnswers, formatTable } from './relayText';
import { RELAY_MESSAGES } from './relayWords';
import { USAGE } from './usage';

/** `postfix-config relay`: who may send to whom, as a table; or the answer to one question. */
export async function relay(options: Options): Promise<number> {
  const { names, version, format, locale } = options;
  const [name = '/etc/postfix', ...others] = names;
  if (others.length > 0) throw new UsageError(USAGE[locale].oneDirectory);
  if (format !== 'text' && format !== 'json') throw new UsageError(RELAY_MESSAGES[locale].badFormat(format));
  const loaded = load(name, await findTarget(version));
  const obstacles = obstaclesIn(loaded, name, locale);
  const complaints = [...obstacles, ...settingsMessages(loaded.settings, locale)];
  for (const message of complaints) process.stderr.write(`postfix-config: ${message}\n`);
  if (obstacles.length > 0) return 2;
  const { output, isBad } = options.question
    ? oneAnswer(loaded, options.question, options)
    : allAnswers(loaded, options);
  process.stdout.write(output);
  return complaints.length > 0 ? 2 : Number(isBad);
}

/** Why there is no answer at all. */
function obstaclesIn({ configuration, failures }: Loaded, name: string, locale: Locale): string[] {
  if (failures.length > 0) return failures.map((failure) => failureMessage(failure, locale));
  if (configuration.isTemplate) return [RELAY_MESSAGES[locale].template(name)];
  return configuration.main ? [] : [RELAY_MESSAGES[locale].noMain(name)];
}

interface Told {
  readonly output: string;
  /** The exit status tells it too. */
  readonly isBad: boolean;
}

function oneAnswer(loaded: Loaded, asked: QuestionOptions, { format, locale }: Options): Told {
  const { configuration } = loaded;
  const question = readQuestion(configuration, asked, locale);
  const services = servicesNamed(servicesOf(relayTable(configuration)), asked.service, locale);
  const answers = services.map((service) => ({
    service,
    question,
    answer: smtpdAccess(configuration, service).ask(question),
  }));
  const places = placesIn(loaded);
  return {
    output: format === 'json' ? formatJson(answers, places) : formatAnswers(question, answers, places, locale),
    isBad: answers.some(({ answer }) => answer.verdict === 'unavailable'),
  };
}

function allAnswers(loaded: Loaded, { format, locale }: Options): Told {
  const { configuration } = loaded;
  const table = relayTable(configuration);
  const places = placesIn(loaded);
  const width = process.stdout.columns || USUAL_WIDTH;
  return {
    output:
      format === 'json'
        ? formatJson(answersIn(configuration, table), places)
        : formatTable(configuration, table, places, width, locale),
    isBad: servicesOf(table).some((service) => isBad(configuration, service)),
  };
}

const USUAL_WIDTH = 100;

function servicesOf({ columns }: RelayTable): (ServiceEntry | undefined)[] {
  return columns.flatMap(({ services }) => services);
}

/** It does not start, or lets everybody send to anywhere. */
function isBad(configuration: Configuration, service: ServiceEntry | undefined): boolean {
  const relayers = relayersOf(configuration, service);
  return relayers.unavailable !== undefined || isOpenRelay(configuration, service, relayers);
}

function answersIn(configuration: Configuration, { columns }: RelayTable): ServiceAnswer[] {
  const scenarios = scenariosOf(configuration);
  return columns.flatMap(({ services, answers }) =>
    services.flatMap((service) =>
      scenarios.map((scenario, i) => ({
        service,
        question: scenario.question,
        answer: answers[i] as Answer,
        scenario,
      })),
    ),
  );
}

function formatJson(answers: readonly ServiceAnswer[], places: CausePlaces): string {
  const records = answers.map(({ service, question, answer, scenario }) => ({
    service: service ? textOf(service.service) : 'smtpd',
    scenario: {
      client: question.client.address,
      clientName: question.client.name,
      login: question.client.login ?? null,
      hasCertificate: question.client.certificate !== undefined,
      tls: question.client.tls,
      helo: question.helo,
      sender: question.sender,
      recipient: question.recipient,
      ...(scenario && {
        clientKind: scenario.client,
        senderKind: scenario.sender,
        recipientKind: scenario.recipient,
      }),
    },
    verdict: answer.verdict,
    code: answer.code,
    status: answer.status,
    by: answer.by && causeRecord(answer.by, places),
    ...(answer.dependsOn.length > 0 && { dependsOn: answer.dependsOn.map(({ kind, name }) => `${kind} ${name}`) }),
  }));
  return `${JSON.stringify(records, null, 2)}\n`;
}

function causeRecord(cause: Cause, places: CausePlaces) {
  return {
    ...places.position(cause),
    list: cause.list,
    restriction: cause.text,
    entry: places.entry(cause),
  };
}
