import type { Configuration } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { parseTransportNexthop } from '../syntax/nexthop';
import { socketsNamed } from './localServices';

/** A program that delivers mail, and the service that runs it. */
export interface DeliveryAgent {
  readonly program: string;
  /** Absent without master.cf: then main.cf alone configures it. */
  readonly service?: ServiceEntry;
}

/** The address classes that can be empty, and the transport that takes their mail (trivial-rewrite(8), resolve.c). */
const CLASSES: readonly (readonly [domains: string, transport: string])[] = [
  ['mydestination', 'local_transport'],
  ['virtual_mailbox_domains', 'virtual_transport'],
  ['relay_domains', 'relay_transport'],
];

/** The delivery agents that the transports of main.cf name, where there are addresses for them. */
export function deliveryAgents(configuration: Configuration): readonly DeliveryAgent[] {
  const { main, master } = configuration;
  if (!main) return [];
  const used = CLASSES.filter(([domains]) => expandedValue(configuration, domains) !== '').map(([, name]) => name);
  const transports = [...used, 'default_transport'].map(
    (name) => parseTransportNexthop(expandedValue(configuration, name)).transport,
  );
  return [...new Set(transports)].flatMap((transport): DeliveryAgent[] => {
    if (!master) return [{ program: transport }];
    const service = socketsNamed(master, transport).at(-1);
    return service ? [{ program: programOf(service), service }] : [];
  });
}
