import type { Answer } from '../engine/access/answer';
import { isHostAddress } from '../engine/access/hostNames';
import type { Question } from '../engine/access/question';
import { serviceTitle } from '../engine/access/relayTable';
import { type Scenario, scenariosOf } from '../engine/access/scenarios';
import type { Configuration } from '../engine/configuration/configuration';
import { portNumber } from '../engine/configuration/ports';
import type { Locale } from '../engine/locale';
import { textOf } from '../engine/syntax/logicalLine';
import type { ServiceEntry } from '../engine/syntax/masterCf';
import { type QuestionOptions, UsageError } from './options';
import { RELAY_MESSAGES } from './relayWords';

/** What a service answers to a question. */
export interface ServiceAnswer {
  readonly service: ServiceEntry | undefined;
  readonly question: Question;
  readonly answer: Answer;
  /** What the question is an example of. */
  readonly scenario?: Scenario;
}

/** The question that the options put together; what they leave out is that of a stranger. Throws UsageError. */
export function readQuestion(configuration: Configuration, options: QuestionOptions, locale: Locale): Question {
  const recipient = withoutBrackets(options.recipient ?? '');
  if (recipient === '') throw new UsageError(RELAY_MESSAGES[locale].noRecipient);
  const address = options.client?.replace(/^\[(?:ipv6:)?(.*)\]$/i, '$1');
  if (address !== undefined && !isHostAddress(address)) {
    throw new UsageError(RELAY_MESSAGES[locale].badAddress(options.client ?? ''));
  }
  const { question: usual } = scenariosOf(configuration).find(isStranger)!;
  const { login, helo = usual.helo, sender, 'client-name': name } = options;
  return {
    client: {
      address: address ?? usual.client.address,
      ...(name !== undefined && { name }),
      ...(login !== undefined && login !== '' && login !== '-' && { login }),
      tls: !options['no-tls'],
    },
    helo,
    sender: sender === undefined ? usual.sender : withoutBrackets(sender),
    recipient,
  };
}

/** Every configuration has scenarios of a stranger who sends from elsewhere to elsewhere. */
const isStranger = ({ client, sender, recipient }: Scenario) =>
  client === 'stranger' && sender === 'foreign' && recipient === 'foreign';

/** `<user@example.com>` as it stands in the SMTP command. */
function withoutBrackets(address: string): string {
  return /^<(.*)>$/s.exec(address)?.[1] ?? address;
}

/** The services with that name or port; all where none is named. Throws UsageError. */
export function servicesNamed(
  services: readonly (ServiceEntry | undefined)[],
  name: string | undefined,
  locale: Locale,
): readonly (ServiceEntry | undefined)[] {
  if (name === undefined) return services;
  const nameOf = (service: ServiceEntry | undefined) => (service ? textOf(service.service) : 'smtpd');
  const exact = services.filter((service) => nameOf(service) === name);
  const named =
    exact.length > 0 ? exact : services.filter((service) => portNumber(nameOf(service)) === portNumber(name));
  if (named.length > 0) return named;
  throw new UsageError(RELAY_MESSAGES[locale].noService(name, services.map(serviceTitle)));
}
