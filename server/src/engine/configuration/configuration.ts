import type { PostfixVersion } from '../knowledge/version';
import { textOf } from '../syntax/logicalLine';
import type { MainCf, ParameterEntry } from '../syntax/mainCf';
import type { MasterCf, ServiceEntry } from '../syntax/masterCf';

/** What is known of the machine that the configuration is for; all of it may be missing. */
export interface Machine {
  /** As gethostname(2) gives it. */
  readonly hostName?: string;
  readonly interfaces?: readonly NetworkInterface[];
  /** Defaults that the build of its Postfix decides, by parameter name, as `postconf -d` prints them. */
  readonly defaults?: ReadonlyMap<string, string>;
}

/** An address of the machine, without a zone, and the length of its network prefix. */
export interface NetworkInterface {
  readonly address: string;
  readonly prefix: number;
}

/** The files of one Postfix instance, and the Postfix that reads them. */
export interface Configuration {
  readonly main?: MainCf;
  readonly master?: MasterCf;
  readonly version: PostfixVersion;
  readonly machine: Machine;
  /** The directory, where a program was told it (`postconf -c`): it is a parameter too. */
  readonly directory?: string;
  /** The entries of main.cf that count: the last of each name. */
  readonly mainEntries: ReadonlyMap<string, ParameterEntry>;
}

export type ConfigurationParts = Omit<Configuration, 'mainEntries' | 'machine'> & { readonly machine?: Machine };

export function createConfiguration(parts: ConfigurationParts): Configuration {
  return { machine: {}, ...parts, mainEntries: lastOfEachName(parts.main?.entries ?? []) };
}

/** The `-o` entries of a service that count: the last of each name. Made once for each service. */
export function overridesOf(service: ServiceEntry): ReadonlyMap<string, ParameterEntry> {
  let known = overrides.get(service);
  if (!known) {
    known = lastOfEachName(service.overrides);
    overrides.set(service, known);
  }
  return known;
}
const overrides = new WeakMap<ServiceEntry, ReadonlyMap<string, ParameterEntry>>();

function lastOfEachName(entries: readonly ParameterEntry[]): ReadonlyMap<string, ParameterEntry> {
  const last = new Map<string, ParameterEntry>();
  for (const entry of entries) last.set(textOf(entry.name), entry);
  return last;
}
