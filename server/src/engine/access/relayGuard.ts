import { type Configuration, overridesOf } from '../configuration/configuration';
import { type ListElement, listElements } from '../configuration/listElements';
import { type ClassLookup, classLookup } from '../configuration/restrictionLists';
import { restrictionNamed } from '../knowledge/restrictions';
import { isSince, type PostfixVersion } from '../knowledge/version';
import { textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { WARN_IF_REJECT } from '../syntax/restrictionList';

/** The two lists that decide who may relay, as one smtpd service gets them. */
export interface RelayLists {
  /** Absent before Postfix 2.10. */
  readonly relay?: readonly ListElement[];
  readonly recipient: readonly ListElement[];
  readonly classes: ClassLookup;
  readonly version: PostfixVersion;
}

export const RELAY = 'smtpd_relay_restrictions';
export const RECIPIENT = 'smtpd_recipient_restrictions';

/** The lists of a service; undefined where they depend on a file that is not there, or cannot be expanded. */
export function relayLists(configuration: Configuration, service?: ServiceEntry): RelayLists | undefined {
  const { version } = configuration;
  const hasRelayList = isSince(version, '2.10');
  const names = hasRelayList ? [RELAY, RECIPIENT] : [RECIPIENT];
  if (!configuration.main && !names.every((name) => isWrittenOut(service, name))) return undefined;
  const relay = hasRelayList ? listElements(configuration, RELAY, service) : [];
  const recipient = listElements(configuration, RECIPIENT, service);
  if (!relay || !recipient) return undefined;
  return { ...(hasRelayList && { relay }), recipient, classes: classLookup(configuration, service), version };
}

function isWrittenOut(service: ServiceEntry | undefined, name: string): boolean {
  const entry = service && overridesOf(service).get(name);
  return entry !== undefined && !textOf(entry.value).includes('$');
}

/** Whether smtpd finds the guard that it insists on when it starts (smtpd_check_init in smtpd_check.c). */
export function hasGuard({ relay, recipient, classes, version }: RelayLists): boolean {
  return hasRequired(recipient, classes, version) || (relay !== undefined && hasRequired(relay, classes, version));
}

/** Whether a list has a guard that counts (has_required in smtpd_check.c). */
export function hasRequired(elements: Words, classes: (name: string) => Words | undefined, version: string): boolean {
  return findRequired(elements, classes, version) === true;
}

type Words = readonly { readonly text: string }[];

/**
 * The same; `endless` where a class contains itself before any guard, so that smtpd calls itself until it dies. It looks
 * at every word, arguments too.
 */
export function findRequired(
  elements: Words,
  classes: (name: string) => Words | undefined,
  version: string,
  searched: Map<string, 'now' | 'before'> = new Map(),
  depth = 0,
): boolean | 'endless' {
  const isModern = isSince(version, '2.10');
  for (let i = 0; i < elements.length; i++) {
    const { text } = elements[i] as Words[number];
    const name = isModern ? text.toLowerCase() : text;
    if (name === WARN_IF_REJECT && i + 1 < elements.length) {
      i++;
      continue;
    }
    if (name === 'permit' && isModern) return false;
    if (isGuard(name, version)) return true;
    const members = searched.get(text) === 'before' ? undefined : classes(text);
    if (!members) continue;
    if (searched.has(text)) return 'endless';
    if (depth > DEEPEST) return true;
    searched.set(text, 'now');
    const found = findRequired(members, classes, version, searched, depth + 1);
    if (found) return found;
    searched.set(text, 'before');
  }
  return false;
}

/** So many classes inside one another nobody has; smtpd may start with them or not. */
const DEEPEST = 1_000;

/** Also one that was removed: smtpd of 3.9 still counts `check_relay_domains` here, and refuses it later. */
export function isGuard(name: string, version: string): boolean {
  const restriction = restrictionNamed(name);
  return restriction?.guardsRelay === true && (!restriction.since || isSince(version, restriction.since));
}

/** A guard that is written, and the element before it that keeps it from counting. */
export interface HiddenGuard {
  readonly guard: ListElement;
  readonly by: ListElement;
  readonly how: 'permit' | 'warn_if_reject';
}

/** The first guard that does not count. */
export function hiddenGuard(elements: readonly ListElement[], version: string): HiddenGuard | undefined {
  let permit: ListElement | undefined;
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i] as ListElement;
    const name = element.text.toLowerCase();
    const next = elements[i + 1];
    if (permit) {
      if (isGuard(name, version)) return { guard: element, by: permit, how: 'permit' };
    } else if (name === 'permit') {
      permit = element;
    } else if (name === WARN_IF_REJECT && next && isGuard(next.text.toLowerCase(), version)) {
      return { guard: next, by: element, how: 'warn_if_reject' };
    }
  }
  return undefined;
}
