import type { Configuration } from '../configuration/configuration';
import type { ServiceEntry } from '../syntax/masterCf';
import { everyCase } from './everyCase';
import { mailHostAddress } from './hostNames';
import { isOwnAddress } from './machineSettings';
import { type Match, matchesString } from './matchList';
import { NO, type Possible } from './possible';

/** resolve_local(3): whether a domain is in `mydestination`, or is an address of the machine in brackets. */
export function isLocal(configuration: Configuration, domain: string, service?: ServiceEntry): Possible<Match> {
  const name = domain.endsWith('.') ? domain.slice(0, -1) : domain;
  if (name === '' || name.endsWith('.')) return NO;
  const listed = matchesString(configuration, 'mydestination', name, service);
  const address = name.startsWith('[') && name.endsWith(']') ? mailHostAddress(name.slice(1, -1)) : undefined;
  if (address === undefined || !listed.values.includes(false)) return listed;
  return everyCase(
    (choose) =>
      choose(listed) ||
      choose(isOwnAddress(configuration, address, service)) ||
      choose(isOwnAddress(configuration, address, service, 'proxy_interfaces')),
  );
}
