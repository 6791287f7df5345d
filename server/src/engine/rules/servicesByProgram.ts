import type { Configuration } from '../configuration/configuration';
import { type MasterCf, programOf, type ServiceEntry } from '../syntax/masterCf';

/**
 * The services that run a program of Postfix; without master.cf one that only main.cf configures. Sorted by program once
 * for each file: several rules ask, for many parameters.
 */
export function servicesRunning({ master }: Configuration, program: string): readonly (ServiceEntry | undefined)[] {
  if (!master) return [undefined];
  let known = cache.get(master);
  if (!known) {
    const services = new Map<string, ServiceEntry[]>();
    for (const service of master.services) {
      const same = services.get(programOf(service));
      if (same) same.push(service);
      else services.set(programOf(service), [service]);
    }
    known = services;
    cache.set(master, known);
  }
  return known.get(program) ?? [];
}
const cache = new WeakMap<MasterCf, ReadonlyMap<string, readonly ServiceEntry[]>>();
