import { textOf } from '../syntax/logicalLine';
import type { MasterCf, ServiceEntry } from '../syntax/masterCf';
import { hostOf, portNumber } from './ports';

/** The entries of master.cf of which nothing counts, because a later one has the same name and type (master_config). */
export function replacedServices(master: MasterCf | undefined): ReadonlySet<ServiceEntry> {
  if (!master) return NONE;
  let known = cache.get(master);
  if (!known) {
    const { services } = master;
    const last = new Map(services.map((service) => [endpointOf(service), service]));
    const isLast = (service: ServiceEntry) => last.get(endpointOf(service)) === service;
    known = last.size === services.length ? NONE : new Set(services.filter((service) => !isLast(service)));
    cache.set(master, known);
  }
  return known;
}
const cache = new WeakMap<MasterCf, ReadonlySet<ServiceEntry>>();
const NONE: ReadonlySet<ServiceEntry> = new Set();

/** What master(8) listens on: a port of a host, or a socket in the `private` or `public` directory. */
function endpointOf(entry: ServiceEntry): string {
  const service = textOf(entry.service);
  const type = textOf(entry.type);
  const place = type === 'inet' ? `${hostOf(service)}:${portNumber(service)}` : `${isPublic(entry)}/${service}`;
  return `${type} ${place}`;
}

function isPublic(entry: ServiceEntry): boolean {
  return textOf(entry.private) === 'n';
}
