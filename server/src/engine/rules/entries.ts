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
export function settingsOf(configuration: Configuration): readonly Setting[] {
  return listsOf(configuration).all;
}

/** The settings that count: of several entries of a name the last. */
export function settingsInEffect(configuration: Configuration): readonly Setting[] {
  return listsOf(configuration).inEffect;
}

/** Whether main.cf sets a name more than once. */
export function isRepeated(configuration: Configuration, name: string): boolean {
  return listsOf(configuration).repeated.has(name);
}

interface Lists {
  readonly all: readonly Setting[];
  readonly inEffect: readonly Setting[];
  readonly repeated: ReadonlySet<string>;
}

/** Made once for each configuration: every rule goes through them. */
function listsOf(configuration: Configuration): Lists {
  let known = cache.get(configuration);
  if (!known) {
    known = makeLists(configuration);
    cache.set(configuration, known);
  }
  return known;
}
const cache = new WeakMap<Configuration, Lists>();

function makeLists({ main, master, mainEntries }: Configuration): Lists {
  const all: Setting[] = [];
  const inEffect: Setting[] = [];
  for (const entry of main?.entries ?? []) all.push({ name: textOf(entry.name), entry });
  const repeated = new Set<string>();
  for (const setting of all) {
    if (mainEntries.get(setting.name) === setting.entry) inEffect.push(setting);
    else repeated.add(setting.name);
  }
  for (const service of master?.services ?? []) {
    for (const entry of service.overrides) all.push({ name: textOf(entry.name), entry, service });
    for (const [name, entry] of overridesOf(service)) inEffect.push({ name, entry, service });
  }
  return { all, inEffect, repeated };
}
