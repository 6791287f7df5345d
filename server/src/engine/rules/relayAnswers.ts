import { startedAccess } from '../access/access';
import { type Answer, type Cause, getsThrough } from '../access/answer';
import { hasGuard, relayLists } from '../access/relayGuard';
import { type ClientKind, onNamedMachine, type RecipientKind, type Scenario, scenariosOf } from '../access/scenarios';
import type { Configuration } from '../configuration/configuration';
import { writtenEntry } from '../configuration/effective';
import { replacedServices } from '../configuration/replacedServices';
import { alikeSmtpdServices, restrictionLists, type WrittenRestriction } from '../configuration/restrictionLists';
import type { Slice } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';

/** smtpd services with the same options, of which the first answers for all. */
export interface AnsweringServices {
  readonly first: ServiceEntry | undefined;
  readonly all: readonly (ServiceEntry | undefined)[];
}

/** The smtpd services that are in use and have a guard. None without main.cf, which decides for all. */
export function answeringServices(configuration: Configuration): AnsweringServices[] {
  if (!configuration.main) return [];
  const replaced = replacedServices(configuration.master);
  return alikeSmtpdServices(configuration).flatMap(({ all }) => {
    const used = all.filter((service) => !service || !replaced.has(service));
    const lists = relayLists(configuration, used[0]);
    return used.length > 0 && lists && hasGuard(lists) ? [{ first: used[0], all: used }] : [];
  });
}

/** What a service answers to a kind of client and of recipients, one for each kind of sender; found when it is asked for. */
export function* answersTo(
  configuration: Configuration,
  service: ServiceEntry | undefined,
  client: ClientKind,
  recipient: RecipientKind,
): Generator<{ readonly scenario: Scenario; readonly answer: Answer }> {
  // Whether smtpd(8) starts is for other rules to say.
  const access = startedAccess(onNamedMachine(configuration), service);
  for (const scenario of scenariosOf(configuration)) {
    if (scenario.client !== client || scenario.recipient !== recipient) continue;
    yield { scenario, answer: access.ask(scenario.question) };
  }
}

/** The restriction that surely refuses them, whoever the sender is; undefined where some get through, or may. */
export function refusalOf(answers: Iterable<{ readonly answer: Answer }>): Cause | undefined {
  let first: Cause | undefined;
  for (const { answer } of answers) {
    if (answer.verdict !== 'refused') return undefined;
    first ??= answer.by;
  }
  return first;
}

/** What lets a message through, if it gets through. */
export function entranceOf(answer: Answer): Cause | undefined {
  if (!getsThrough(answer)) return undefined;
  return answer.outcomes.find(
    ({ verdict, because }) => verdict === 'accepted' && because.every(({ kind }) => kind === 'DNS'),
  )?.by;
}

/** A restriction list of a service in which a cause stands itself, and its place there. */
export function placeInList(
  configuration: Configuration,
  service: ServiceEntry | undefined,
  { list: name, at }: Cause,
):
  | { readonly entry: ParameterEntry; readonly restrictions: readonly WrittenRestriction[]; readonly index: number }
  | undefined {
  const entry = name === undefined ? undefined : writtenEntry(configuration, name, service);
  const restrictions = restrictionLists(configuration).find((list) => list.entry === entry)?.restrictions ?? [];
  const index = restrictions.findIndex(({ word }) => at !== undefined && isSamePlace(word.at, at));
  return entry && index >= 0 ? { entry, restrictions, index } : undefined;
}

/** Whether two slices are the same stretch of a file. */
export function isSamePlace(one: Slice, other: Slice): boolean {
  return one.line === other.line && one.start === other.start && one.end === other.end;
}

/** Whether something stands in the list itself, and not behind a `$name` or in a class. */
export function isWrittenThere(at: Slice, { value }: ParameterEntry): boolean {
  return at.line === value.line && at.start >= value.start && at.end <= value.end;
}

/** Whether a restriction is one that is there to refuse, and not misspelt, or a test of something else. */
export function isRefusal(name: string): boolean {
  return /^(?:reject|defer)(?:_unauth_destination)?$/i.test(name);
}
