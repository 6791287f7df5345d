import type { PostfixVersion } from '../knowledge/version';
import type { FileKind } from '../syntax/document';
import { textOf } from '../syntax/logicalLine';
import { type MainCf, type ParameterEntry, parseMainCf } from '../syntax/mainCf';
import { type MasterCf, parseMasterCf, type ServiceEntry } from '../syntax/masterCf';

/** What is known of the machine that the configuration is for; all of it may be missing. */
export interface Machine {
  /** As gethostname(2) gives it. */
  readonly hostName?: string;
  readonly interfaces?: readonly NetworkInterface[];
  /** Defaults that the build of its Postfix decides, by parameter name, as `postconf -d` prints them. */
  readonly defaults?: ReadonlyMap<string, string>;
  /**
   * Reads a file that the configuration names by its absolute path. Undefined where it is not there or cannot be read.
   * The same object comes back as long as the file has not changed.
   */
  readonly readFile?: (file: string) => TextFile | undefined;
}

/** A file that the configuration names: a lookup table, a list of networks. */
export interface TextFile {
  readonly text: string;
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
  /** Nobody has said the version: it is the newest, and an older Postfix may read the files. */
  readonly isVersionAssumed?: boolean;
  readonly machine: Machine;
  /** The directory, where a program was told it (`postconf -c`): it is a parameter too. */
  readonly directory?: string;
  /**
   * A file is a template without its markup (syntax/template.ts): what it will say is known only in part, and which of its
   * lines will be there is not known at all.
   */
  readonly isTemplate?: boolean;
  /** The entries of main.cf that count: the last of each name. */
  readonly mainEntries: ReadonlyMap<string, ParameterEntry>;
}

export type ConfigurationParts = Omit<Configuration, 'mainEntries' | 'machine'> & { readonly machine?: Machine };

export function createConfiguration(parts: ConfigurationParts): Configuration {
  return { machine: {}, ...parts, mainEntries: lastOfEachName(parts.main?.entries ?? []) };
}

/** The texts of the files of a configuration; either may be missing. */
export type Texts = Readonly<Partial<Record<FileKind, string>>>;

export function textsOf({ main, master }: Configuration): Texts {
  return { ...(main && { 'main.cf': main.file.text }), ...(master && { 'master.cf': master.file.text }) };
}

/** The same configuration with other texts of its files. */
export function withTexts(configuration: Configuration, texts: Texts): Configuration {
  const { main, master } = configuration;
  const { 'main.cf': newMain = '', 'master.cf': newMaster = '' } = texts;
  const isSame = (!main || main.file.text === newMain) && (!master || master.file.text === newMaster);
  if (isSame) return configuration;
  return createConfiguration({
    ...configuration,
    ...(main && { main: parseMainCf(newMain) }),
    ...(master && { master: parseMasterCf(newMaster) }),
  });
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
