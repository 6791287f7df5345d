import { type Configuration, overridesOf } from '../configuration/configuration';
import { textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';

/** A parameter that is set somewhere: in main.cf, or after `-o` of a service. */
export interface Setting {
  readonly name: string;
  readonly entry: ParameterEntry;
  readonly service?: ServiceEntry;
}

/** Every parameter that a configuration sets, entries that a later one overrides included. */
export function* settingsOf({ main, master }: Configuration): Generator<Setting> {
  for (const entry of main?.entries ?? []) yield { name: textOf(entry.name), entry };
  for (const service of master?.services ?? []) {
    for (const entry of service.overrides) yield { name: textOf(entry.name), entry, service };
  }
}

/** The settings that count: of several entries of a name the last. */
export function* settingsInEffect({ mainEntries, master }: Configuration): Generator<Setting> {
  for (const [name, entry] of mainEntries) yield { name, entry };
  for (const service of master?.services ?? []) {
    for (const [name, entry] of overridesOf(service)) yield { name, entry, service };
  }
}
