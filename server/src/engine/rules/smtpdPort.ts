import type { Configuration } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { hostOf, portNumber } from '../configuration/ports';
import { textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { isLoopback, isPrivate, parseDestination } from '../syntax/nexthop';
import { servicesRunning } from './servicesByProgram';

/**
 * The port on which clients from the Internet get to an smtpd service: its own, or that of the postscreen(8) before it.
 * Undefined where only this machine or its own network connects, and where there is no master.cf.
 */
export function publicPort(configuration: Configuration, service: ServiceEntry | undefined): string | undefined {
  let known = cache.get(configuration);
  if (!known) {
    known = findPorts(configuration);
    cache.set(configuration, known);
  }
  return service && known.get(service);
}
const cache = new WeakMap<Configuration, ReadonlyMap<ServiceEntry, string>>();

function findPorts(configuration: Configuration): ReadonlyMap<ServiceEntry, string> {
  const ports = new Map<ServiceEntry, string>();
  if (isHidden(configuration)) return ports;
  const isNearby = isNearbyList(expandedValue(configuration, 'inet_interfaces'));
  const screens = screensByClient(configuration);
  for (const service of servicesRunning(configuration, 'smtpd')) {
    const listener = service && (textOf(service.type) === 'pass' ? screens.get(textOf(service.service)) : service);
    if (!listener || textOf(listener.type) !== 'inet') continue;
    const host = hostOf(textOf(listener.service));
    if (host === '' ? !isNearby : !isNearbyList(host)) ports.set(service, portNumber(textOf(listener.service)));
  }
  return ports;
}

/** The postscreen services, by the name of the smtpd service that they hand their clients on to. */
function screensByClient(configuration: Configuration): ReadonlyMap<string, ServiceEntry> {
  const screens = new Map<string, ServiceEntry>();
  for (const screen of servicesRunning(configuration, 'postscreen')) {
    if (screen) screens.set(expandedValue(configuration, 'smtpd_service_name', screen), screen);
  }
  return screens;
}

/** Whether services may be turned off, or are in the Tor network, where all connections are encrypted. */
function isHidden(configuration: Configuration): boolean {
  return (
    expandedValue(configuration, 'master_service_disable') !== '' ||
    ['myhostname', 'mydestination'].some((name) => /\.onion(?:$|[\s,])/i.test(expandedValue(configuration, name)))
  );
}

/** Whether a list names addresses only that are not routed on the Internet. */
function isNearbyList(text: string): boolean {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  return words.length > 0 && words.every(isNearbyWord);
}

function isNearbyWord(word: string): boolean {
  if (word === 'loopback-only') return true;
  const destination = parseDestination(word.startsWith('[') ? word : `[${word}]`);
  return typeof destination !== 'string' && (isLoopback(destination) || isPrivate(destination));
}
