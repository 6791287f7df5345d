import { type Configuration, overridesOf } from '../configuration/configuration';
import { expandedValue, writtenEntry } from '../configuration/effective';
import { alikeSmtpdServices, type RestrictionList, type WrittenRestriction } from '../configuration/restrictionLists';
import { restrictionIn } from '../knowledge/restrictions';
import type { PostfixVersion } from '../knowledge/version';
import type { ServiceEntry } from '../syntax/masterCf';
import { endsList } from './reached';

/** The smtpd services that get a list as it is written there: one of each group with the same options. */
export function usersOf(
  configuration: Configuration,
  { name, entry, service }: RestrictionList,
): (ServiceEntry | undefined)[] {
  if (service && overridesOf(service).get(name) === entry) return [service];
  return alikeSmtpdServices(configuration)
    .map(({ first }) => first)
    .filter((user) => writtenEntry(configuration, name, user) === entry);
}

/** Whether a parameter of yes or no is this for a service; neither of them where its value cannot be known. */
export function isSetTo(
  configuration: Configuration,
  name: string,
  value: 'yes' | 'no',
  service: ServiceEntry | undefined,
): boolean {
  return expandedValue(configuration, name, service).toLowerCase() === value;
}

/** A list that turns away everybody whom nothing before its end lets through. */
export interface Gate {
  /** What may permit: tables, classes and what is not known included. There is at least one. */
  readonly entrances: readonly WrittenRestriction[];
  /** `reject` or `defer`. */
  readonly end: WrittenRestriction;
}

export function gateOf(version: PostfixVersion, restrictions: readonly WrittenRestriction[]): Gate | undefined {
  const index = restrictions.findIndex((restriction) => endsList(version, restriction));
  const end = restrictions[index];
  if (end?.name !== 'reject' && end?.name !== 'defer') return undefined;
  const entrances = restrictions.slice(0, index).filter(({ name }) => {
    const known = restrictionIn(version, name);
    return !known || known.can.includes('permit');
  });
  return entrances.length > 0 ? { entrances, end } : undefined;
}
