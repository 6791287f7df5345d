import type { Configuration } from '../configuration/configuration';
import { replacedServices } from '../configuration/replacedServices';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { smtpdAccess } from './access';
import { type Answer, getsThrough } from './answer';
import { perService } from './remember';
import { type ClientKind, onNamedMachine, type Scenario, scenariosOf } from './scenarios';

/** What an smtpd service says to each scenario. */
export interface ServiceReport {
  /** Absent without master.cf: then main.cf alone configures it. */
  readonly service: ServiceEntry | undefined;
  /** One for each scenario, in the same order. */
  readonly answers: readonly Answer[];
  /** The answer to one scenario, which is found when it is first asked for. */
  answerTo(scenario: Scenario): Answer;
}

/**
 * The smtpd services that are in use, those that will not start included; one that only main.cf configures where there is
 * no master.cf. None without main.cf, which decides for all of them.
 */
export function relayServices({ main, master }: Configuration): readonly (ServiceEntry | undefined)[] {
  if (!main) return [];
  if (!master) return [undefined];
  const replaced = replacedServices(master);
  return master.services.filter((service) => programOf(service) === 'smtpd' && !replaced.has(service));
}

/** The answers of one service, each found once. */
export const reportOf = perService((configuration, service): ServiceReport => {
  const answers = new Map<Scenario, Answer>();
  const answerTo = (scenario: Scenario) => {
    let answer = answers.get(scenario);
    if (!answer) {
      answer = smtpdAccess(onNamedMachine(configuration), service).ask(scenario.question);
      answers.set(scenario, answer);
    }
    return answer;
  };
  return {
    service,
    answerTo,
    get answers() {
      return scenariosOf(configuration).map(answerTo);
    },
  };
});

/** Who may send to other domains through a service, and who perhaps may. */
export interface Relayers {
  readonly certainly: readonly ClientKind[];
  readonly perhaps: readonly ClientKind[];
  /** Why the service does not start, if it does not. */
  readonly unavailable?: Answer;
}

export function relayersOf(configuration: Configuration, service: ServiceEntry | undefined): Relayers {
  const report = reportOf(configuration, service);
  const verdicts = new Map<ClientKind, Set<Answer['verdict']>>();
  for (const scenario of scenariosOf(configuration)) {
    if (scenario.recipient !== 'foreign') continue;
    const answer = report.answerTo(scenario);
    if (answer.verdict === 'unavailable') return { certainly: [], perhaps: [], unavailable: answer };
    const all = verdicts.get(scenario.client) ?? new Set();
    verdicts.set(scenario.client, all.add(getsThrough(answer) ? 'accepted' : answer.verdict));
  }
  const kinds = [...verdicts.keys()];
  const certainly = kinds.filter((kind) => verdicts.get(kind)?.has('accepted'));
  const perhaps = kinds.filter((kind) => !certainly.includes(kind) && verdicts.get(kind)?.has('depends'));
  return { certainly: withoutSelf(certainly), perhaps: withoutSelf(perhaps) };
}

/** The machine itself is one of `mynetworks`, almost always. */
export function withoutSelf(kinds: readonly ClientKind[]): readonly ClientKind[] {
  return kinds.includes('trusted') ? kinds.filter((kind) => kind !== 'self') : kinds;
}
