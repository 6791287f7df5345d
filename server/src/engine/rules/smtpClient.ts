import { type Configuration, overridesOf } from '../configuration/configuration';
import { effectiveValue, expandedValue } from '../configuration/effective';
import { elementsOf, type ListElement } from '../configuration/listElements';
import { isSince } from '../knowledge/version';
import { textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { type Destination, parseDestination, parseTransportNexthop } from '../syntax/nexthop';
import { isGarbled } from './garbled';

/** A delivery agent that speaks SMTP or LMTP, with the parameters of its protocol. */
export interface Client {
  readonly protocol: 'smtp' | 'lmtp';
  /** Absent without master.cf: then main.cf alone configures it. */
  readonly service?: ServiceEntry;
}

/** The delivery agents that run smtp(8). */
export function smtpClients({ master }: Configuration): readonly Client[] {
  if (!master) return [{ protocol: 'smtp' }];
  return master.services.flatMap((service) => clientOf(service) ?? []);
}

function clientOf(service: ServiceEntry): Client | undefined {
  const program = programOf(service);
  return program === 'smtp' || program === 'lmtp' ? { protocol: program, service } : undefined;
}

/** The relayhost, and the delivery agent that takes mail there. */
export interface Relayhost {
  readonly entry: ParameterEntry;
  readonly destinations: readonly RelayDestination[];
  readonly client: Client;
}

export interface RelayDestination {
  readonly element: ListElement & { readonly at: NonNullable<ListElement['at']> };
  /** Absent where the text cannot be read. */
  readonly destination?: Destination;
}

/** The relayhost of main.cf; undefined where there is none, or where something else decides where mail goes. */
export function relayhostOf(configuration: Configuration): Relayhost | undefined {
  const entry = configuration.mainEntries.get('relayhost');
  const client = entry && clientOfDefaultTransport(configuration);
  if (!entry || !client || isGarbled(entry)) return undefined;
  const elements = elementsOf(configuration, entry.value) as readonly RelayDestination['element'][] | undefined;
  if (!elements || elements.length === 0) return undefined;
  const destinations = elements.map((element) => {
    const destination = parseDestination(element.text);
    return typeof destination === 'string' ? { element } : { element, destination };
  });
  return { entry, destinations, client };
}

/** `default_transport` without a nexthop of its own, which would win over the relayhost (resolve.c). */
function clientOfDefaultTransport(configuration: Configuration): Client | undefined {
  const { transport, nexthop } = parseTransportNexthop(expandedValue(configuration, 'default_transport'));
  if (nexthop !== '') return undefined;
  if (!configuration.master) return transport === 'smtp' ? { protocol: 'smtp' } : undefined;
  const services = configuration.master.services.filter(
    ({ service, type }) => textOf(service) === transport && textOf(type) !== 'inet',
  );
  const service = services.at(-1);
  return service && clientOf(service);
}

/** Whether a table may give the mail of some senders, with the same relayhost, to another service (resolve.c). */
export function mayUseOtherClient(configuration: Configuration): boolean {
  return expandedValue(configuration, 'sender_dependent_default_transport_maps') !== '';
}

/** The value of a parameter of the client's protocol: `tls_wrappermode` is `smtp_tls_wrappermode` or `lmtp_…`. */
export function clientValue(configuration: Configuration, { protocol, service }: Client, name: string): string {
  return expandedValue(configuration, `${protocol}_${name}`, service);
}

export function isClientYes(configuration: Configuration, client: Client, name: string): boolean {
  return clientValue(configuration, client, name).toLowerCase() === 'yes';
}

/** The entry that sets such a parameter for the client. */
export function clientEntry(
  { mainEntries }: Configuration,
  { protocol, service }: Client,
  name: string,
): ParameterEntry | undefined {
  const full = `${protocol}_${name}`;
  return (service && overridesOf(service).get(full)) ?? mainEntries.get(full);
}

const LEVELS_FROM_ENCRYPT = new Set(['encrypt', 'fingerprint', 'verify', 'secure', 'dane-only']);

/**
 * Whether the TLS security level lets a session go on in the clear, as global_tls_level in smtp_tls_policy.c finds it;
 * undefined where another place may decide: a table, DNSSEC, a value that cannot be read.
 */
export function mayBeInClear(configuration: Configuration, client: Client): boolean | undefined {
  const hasTable = ['tls_policy_maps', 'tls_per_site'].some((name) => clientValue(configuration, client, name) !== '');
  const level = effectiveValue(configuration, `${client.protocol}_tls_security_level`, client.service)?.expanded;
  if (hasTable || level === undefined || !isSince(configuration.version, '2.3')) return undefined;
  if (level === '') return !isClientYes(configuration, client, 'enforce_tls');
  if (LEVELS_FROM_ENCRYPT.has(level.toLowerCase())) return false;
  return /^(?:none|may)$/i.test(level) ? true : undefined;
}

/** The TCP ports that smtp(8) knows by name (`known_tcp_ports`). */
export function portNumbers(configuration: Configuration): ReadonlyMap<string, number> {
  const ports = new Map(STANDARD_PORTS);
  for (const group of expandedValue(configuration, 'known_tcp_ports').split(/[\s,]+/)) {
    const names = group.split('=');
    const port = Number(names.pop());
    for (const name of names) if (port > 0) ports.set(name, port);
  }
  return ports;
}
const STANDARD_PORTS: readonly (readonly [string, number])[] = [
  ['smtp', 25],
  ['submission', 587],
  ['smtps', 465],
  ['submissions', 465],
];

/** The port of a destination; undefined for a name that only the machine knows. */
export function portOf(configuration: Configuration, { port }: Destination): number | undefined {
  const name = port?.text ?? 'smtp';
  return /^[0-9]+$/.test(name) ? Number(name) : portNumbers(configuration).get(name);
}
