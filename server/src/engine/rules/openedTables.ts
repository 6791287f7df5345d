import type { Configuration } from '../configuration/configuration';
import { expandedValue, writtenEntry } from '../configuration/effective';
import { elementsOf, type ListElement } from '../configuration/listElements';
import { type Parameter, parametersOf } from '../knowledge/parameters';
import { type Slice, textOf } from '../syntax/logicalLine';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { type Setting, settingsInEffect } from './entries';
import { isGarbled } from './garbled';
import { servicesRunning } from './servicesByProgram';

/** A parameter that names lookup tables, set somewhere and read by some program. */
export interface TableSetting extends Setting {
  readonly facts: Parameter;
  /** Its elements that stand in a file as they are used. */
  readonly elements: readonly WrittenTable[];
}

export type WrittenTable = ListElement & { readonly at: Slice };

/** The settings whose tables certain programs open when they start; made once for each configuration. */
export function tableSettings(configuration: Configuration): readonly TableSetting[] {
  let known = cache.get(configuration);
  if (!known) {
    known = settingsInEffect(configuration).flatMap((setting) => tableSetting(configuration, setting) ?? []);
    cache.set(configuration, known);
  }
  return known;
}
const cache = new WeakMap<Configuration, readonly TableSetting[]>();

const HOLDS_TABLES: ReadonlySet<string | undefined> = new Set([
  'cache database',
  'domain match list',
  'lookup table',
  'lookup tables',
]);

function tableSetting(configuration: Configuration, setting: Setting): TableSetting | undefined {
  const { name, entry, service } = setting;
  const facts = parametersOf(configuration.version).get(name);
  if (!facts || !HOLDS_TABLES.has(facts.holds) || facts.raw || isGarbled(entry)) return undefined;
  if (facts.usedBy.some((program) => program === '*' || program === 'tls')) return undefined;
  if (!isRead(configuration, facts, setting)) return undefined;
  const elements = (elementsOf(configuration, entry.value, service) ?? []).filter(
    (element): element is WrittenTable => element.at !== undefined && textOf(element.at) === element.text,
  );
  return { ...setting, facts, elements };
}

/** Whether a program that opens the tables gets this very entry, and has a use for them. */
function isRead(configuration: Configuration, { name, usedBy }: Parameter, { entry, service }: Setting): boolean {
  return usedBy.some((program) => {
    // It only takes the names of the tables that it may open from these parameters.
    if (program === 'proxymap') return false;
    const readers = service
      ? [service].filter((own) => programOf(own) === program)
      : servicesRunning(configuration, program);
    return readers.some(
      (reader) => writtenEntry(configuration, name, reader) === entry && isInUse(configuration, name, reader),
    );
  });
}

/** smtp(8) opens the tables of passwords only where it logs in (pre_init in smtp.c). */
function isInUse(configuration: Configuration, name: string, reader: ServiceEntry | undefined): boolean {
  const protocol = /^(smtp|lmtp)_sasl_password_maps$/.exec(name)?.[1];
  if (protocol === undefined) return true;
  return expandedValue(configuration, `${protocol}_sasl_auth_enable`, reader).toLowerCase() === 'yes';
}
