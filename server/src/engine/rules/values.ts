import { type Configuration, overridesOf } from '../configuration/configuration';
import { addedByService, isReadOnly, lookupFor } from '../configuration/effective';
import { expand, type Lookup } from '../configuration/expand';
import {
  isLegacy,
  type Parameter,
  type ParameterFacts,
  type ParameterType,
  parametersOf,
  typeOf,
} from '../knowledge/parameters';
import { SERVICE_SUFFIXES } from '../knowledge/serviceSuffixes';
import { isSince } from '../knowledge/version';
import { isEmpty } from '../syntax/list';
import { type Slice, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { type Setting, settingsInEffect } from './entries';
import { isGarbled } from './garbled';

/** A value that a program reads, and what it has to be. */
export interface ReadValue extends Setting {
  readonly facts: Parameter;
  /** In this version. */
  readonly type: ParameterType;
  /** Expanded. */
  readonly value: string;
}

/**
 * The values that programs read: of several entries the last, and nothing whose expansion only the machine could know.
 * Those that another rule reports whole are left out: a comment after the value, characters that are not ASCII, a
 * parameter on a continuation line.
 */
export function readValues(configuration: Configuration): readonly ReadValue[] {
  let known = cache.get(configuration);
  if (!known) {
    const values: ReadValue[] = [];
    for (const setting of settingsInEffect(configuration)) {
      const read = readValue(configuration, setting);
      if (read) values.push(read);
    }
    known = values;
    cache.set(configuration, known);
  }
  return known;
}
const cache = new WeakMap<Configuration, readonly ReadValue[]>();

function readValue(configuration: Configuration, setting: Setting): ReadValue | undefined {
  const { name, entry, service } = setting;
  const facts = factsOf(configuration, name);
  if (
    !facts ||
    !isChecked(facts) ||
    facts.raw ||
    isReadOnly(name, configuration.version) ||
    (service && !isReadBy(facts, service))
  )
    return undefined;
  if (isGarbled(entry)) return undefined;
  const value = certainValue(configuration, entry, service);
  return value === undefined ? undefined : { ...setting, facts, type: typeOf(facts, configuration.version), value };
}

/** Most strings may be anything: there is nothing to find out about their values. */
function isChecked({ type, typeUntil, holds }: ParameterFacts): boolean {
  return type !== 'string' || typeUntil !== undefined || (holds !== undefined && CHECKED.has(holds));
}
const CHECKED: ReadonlySet<string> = new Set(['domain name', 'host name', 'tls protocol list']);

/** What a parameter of this version is, one that a service adds included; undefined where no program reads its value. */
function factsOf(configuration: Configuration, name: string): Parameter | undefined {
  const { version } = configuration;
  const parameter = parametersOf(version).get(name);
  if (parameter) return isLegacy(parameter, version) || isIgnored(parameter, version) ? undefined : parameter;
  const added = addedByService(configuration, name);
  const suffix = added && SERVICE_SUFFIXES[added.suffix];
  return suffix && { name, ...suffix, default: `$${suffix.defaultsTo}` };
}

function isIgnored({ deprecated }: Parameter, version: string): boolean {
  return deprecated?.ignoredSince !== undefined && isSince(version, deprecated.ignoredSince);
}

/** Whether a service's program reads a parameter, or may: the facts name libraries too. */
export function isReadBy({ usedBy }: ParameterFacts, service: ServiceEntry): boolean {
  const program = programOf(service);
  return usedBy.some((reader) => reader === program || reader === '*' || reader === 'tls' || reader.startsWith('lib:'));
}

/** The expanded value; undefined where it fails, or where a name's value is not known. */
function certainValue(
  configuration: Configuration,
  { value }: ParameterEntry,
  service: ServiceEntry | undefined,
): string | undefined {
  const text = textOf(value);
  if (!text.includes('$')) return text;
  const lookup = lookupFor(configuration, service);
  let isCertain = true;
  const watched: Lookup = (name) => {
    if (!isKnown(configuration, name, service)) isCertain = false;
    return lookup(name);
  };
  const expanded = expand(text, watched, configuration.version);
  return isCertain ? expanded : undefined;
}

/**
 * Whether the value of a name does not depend on the machine, nor on a file that is not there. A name that nothing sets
 * has a rule of its own.
 */
function isKnown(configuration: Configuration, name: string, service: ServiceEntry | undefined): boolean {
  if (configuration.mainEntries.has(name) || (service && overridesOf(service).has(name))) return true;
  if (!configuration.main) return false;
  const parameter = parametersOf(configuration.version).get(name);
  return parameter ? parameter.defaultFrom === undefined : addedByService(configuration, name) !== undefined;
}

/** Whether the value is written out, without `$name`. */
export function isLiteral({ value }: ParameterEntry): boolean {
  return !textOf(value).includes('$');
}

/** Where to report a value: an empty one has no characters, its name has. */
export function placeOf({ name, value }: ParameterEntry): Slice {
  return isEmpty(value) ? name : value;
}
