import type { Configuration, NetworkInterface } from '../configuration/configuration';
import { effectiveValue, expandedValue } from '../configuration/effective';
import { myNetworks } from '../configuration/myNetworks';
import { parameterIn } from '../knowledge/parameters';
import type { ServiceEntry } from '../syntax/masterCf';
import { networkAround } from '../syntax/networkPattern';
import { isAddress } from '../syntax/nexthop';
import { type Dependency, NO, type Possible, perhaps, YES } from './possible';
import { perConfiguration, perParameter } from './remember';

/**
 * Stands for a name that is not known here. It is no character of any name, so that it is found again in what is made
 * of the name: `localhost.$mydomain`, an address that got `@$myorigin`.
 */
const UNKNOWN_NAME = '\ue000';

const LOOPBACK: readonly NetworkInterface[] = [
  { address: '127.0.0.1', prefix: 8 },
  { address: '::1', prefix: 128 },
];

/** The same configuration on a machine that has a name and a loopback interface, though it is not known which name. */
const onSomeMachine = perConfiguration((configuration) => {
  const { machine } = configuration;
  if (machine.hostName !== undefined && machine.interfaces) return configuration;
  const some = { hostName: `${UNKNOWN_NAME}.${UNKNOWN_NAME}`, interfaces: LOOPBACK };
  return { ...configuration, machine: { ...some, ...machine } };
});

/** What a service gets for a parameter; what the machine decides is in it as `unknownNameIn` finds it. */
export const settingOf = perParameter((configuration, name, service) =>
  parameterIn(configuration.version, name) ? expandedValue(onSomeMachine(configuration), name, service) : '',
);

export function isYes(configuration: Configuration, name: string, service?: ServiceEntry): boolean {
  return settingOf(configuration, name, service).toLowerCase() === 'yes';
}

/** `myorigin`, which Debian reads from the first line of a file (read_param_from_file). */
export function myOrigin(configuration: Configuration, service?: ServiceEntry): string {
  const value = settingOf(configuration, 'myorigin', service);
  if (!value.startsWith('/')) return value;
  const file = configuration.machine.readFile?.(value);
  return file?.text.split('\n', 1)[0]?.trim() || UNKNOWN_NAME;
}

/** Why a name is not known, if it is not. */
export function unknownNameIn(text: string): Dependency | undefined {
  return text.includes(UNKNOWN_NAME) ? { kind: 'machine', name: 'myhostname' } : undefined;
}

/** Addresses of the machine that Postfix knows of. */
interface OwnAddresses {
  readonly all: readonly NetworkInterface[];
  /** What else there may be is told by this. */
  readonly unless?: Dependency;
}

/** own_inet_addr_list(3), by `inet_interfaces`; or proxy_inet_addr_list(3), by `proxy_interfaces`. */
const ownAddresses = perParameter((configuration, name, service): OwnAddresses => {
  const { machine } = configuration;
  const value = settingOf(configuration, name, service);
  const unless: Dependency = { kind: 'machine', name };
  const local = (machine.interfaces ?? LOOPBACK).filter(
    isSpokenBy(settingOf(configuration, 'inet_protocols', service)),
  );
  if (name === 'inet_interfaces' && value === 'all')
    return machine.interfaces ? { all: local } : { all: local, unless };
  if (name === 'inet_interfaces' && value === 'loopback-only') return { all: local.filter(isLoopback) };
  const all: NetworkInterface[] = [];
  let isComplete = true;
  for (const word of value.split(/[ \t,]+/)) {
    const host = word.replace(/^\[(.*)\]$/, '$1');
    if (isAddress(host)) all.push(local.find((own) => isSameAddress(own.address, host)) ?? alone(host));
    else if (/^localhost$/i.test(host)) all.push(...local.filter(isLoopback));
    else if (host !== '') isComplete = false;
  }
  return isComplete ? { all } : { all, unless };
});

function alone(address: string): NetworkInterface {
  return { address, prefix: bitsOf(address) };
}

function isSpokenBy(protocols: string): (own: NetworkInterface) => boolean {
  const words = protocols.split(/[ \t\r\n,]+/);
  return ({ address }) => words.includes('all') || words.includes(address.includes(':') ? 'ipv6' : 'ipv4');
}

function isLoopback({ address }: NetworkInterface): boolean {
  return address === '::1' || address.startsWith('127.');
}

function bitsOf(address: string): number {
  return address.includes(':') ? 128 : 32;
}

function isSameAddress(one: string, other: string): boolean {
  return inShortestForm(one) === inShortestForm(other);
}

function inShortestForm(address: string): string {
  return networkAround(alone(address)).address;
}

/** Whether an address is one of the machine's own (own_inet_addr), or one of a proxy before it (proxy_inet_addr). */
export function isOwnAddress(
  configuration: Configuration,
  address: string,
  service?: ServiceEntry,
  name: 'inet_interfaces' | 'proxy_interfaces' = 'inet_interfaces',
): Possible<boolean> {
  if (!isAddress(address)) return NO;
  const { all, unless } = ownAddresses(configuration, name, service);
  if (all.some((own) => isSameAddress(own.address, address))) return YES;
  return unless && !isForDocumentation(address) ? perhaps(unless) : NO;
}

/** Whether no machine has an address: those of RFC 5737 and RFC 3849 are for examples. */
function isForDocumentation(address: string): boolean {
  return /^(?:192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:0?db8:)/i.test(address);
}

/** The default of `mynetworks`, as far as it is known; undefined where it is set, and for another list. */
export const defaultNetworks = perParameter((configuration, list, service): string | undefined => {
  if (list !== 'mynetworks' || effectiveValue(configuration, list, service)?.from.kind !== 'default') return undefined;
  const interfaces = ownAddresses(configuration, 'inet_interfaces').all;
  return myNetworks({ interfaces }, { style: networkStyle(configuration), interfaces: 'all', protocols: 'all' });
});

/** Why an address may be in that default though it is in no part of it that is known. */
export function mayBeInDefaultNetworks(configuration: Configuration, address: string): Dependency | undefined {
  const { all, unless } = ownAddresses(configuration, 'inet_interfaces');
  const isSubnet = networkStyle(configuration) === 'subnet';
  const isSizeUnknown = isSubnet && !configuration.machine.interfaces && !all.every(isLoopback);
  if (!unless && !isSizeUnknown) return undefined;
  return isForDocumentation(address) && !isSubnet ? undefined : { kind: 'machine', name: 'mynetworks' };
}

function networkStyle(configuration: Configuration): string {
  return settingOf(configuration, 'mynetworks_style');
}
