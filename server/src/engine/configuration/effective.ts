import {
  defaultOf,
  type Parameter,
  parametersOf,
  type ServiceParameter,
  serviceParameters,
} from '../knowledge/parameters';
import { SERVICE_SUFFIXES } from '../knowledge/serviceSuffixes';
import { existsIn, isSince, type PostfixVersion } from '../knowledge/version';
import { textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { type Configuration, overridesOf } from './configuration';
import { expand, type Lookup } from './expand';
import { myNetworks } from './myNetworks';

/** The value that a program gets, and where it comes from. */
export interface EffectiveValue {
  /** As written. */
  readonly value: string;
  /** With every `$name` expanded; undefined where that fails, and Postfix with it. */
  readonly expanded: string | undefined;
  readonly from: Origin;
}

export type Origin =
  | { readonly kind: 'override' | 'main.cf'; readonly entry: ParameterEntry }
  /** `parameter` is absent for a name that each process sets itself. */
  | { readonly kind: 'default'; readonly parameter?: Parameter | ServiceParameter };

/**
 * The value of a parameter for a service, or for programs outside master.cf. Precedence: `-o` of the service, main.cf,
 * default; of several entries the last (pcf_lookup_parameter_value in postconf(1)). Undefined for a name that has
 * no value at all.
 */
export function effectiveValue(
  configuration: Configuration,
  name: string,
  service?: ServiceEntry,
): EffectiveValue | undefined {
  const found = lookUp(configuration, name, service);
  if (!found) return undefined;
  const raw = found.from.kind === 'default' ? found.from.parameter : parametersOf(configuration.version).get(name);
  const expanded =
    raw && 'raw' in raw && raw.raw
      ? found.value
      : expand(found.value, lookupFor(configuration, service), configuration.version);
  return { ...found, expanded };
}

/** The expanded value, or '' where there is none or where the expansion fails. */
export function expandedValue(configuration: Configuration, name: string, service?: ServiceEntry): string {
  return effectiveValue(configuration, name, service)?.expanded ?? '';
}

/**
 * The value of an entry of main.cf, or of `-o` of that service, expanded; undefined where that fails. Several rules ask
 * for the same values, so each is expanded once for each configuration.
 */
export function expandedEntry(
  configuration: Configuration,
  entry: ParameterEntry,
  service?: ServiceEntry,
): string | undefined {
  const value = textOf(entry.value);
  if (!value.includes('$')) return value;
  let known = expansions.get(configuration);
  if (!known) {
    known = new Map();
    expansions.set(configuration, known);
  }
  if (!known.has(entry)) known.set(entry, expand(value, lookupFor(configuration, service), configuration.version));
  return known.get(entry);
}
const expansions = new WeakMap<Configuration, Map<ParameterEntry, string | undefined>>();

/** The entry of a parameter that a service gets, if someone has written one. */
export function writtenEntry(
  { mainEntries }: Configuration,
  name: string,
  service?: ServiceEntry,
): ParameterEntry | undefined {
  return (service && overridesOf(service).get(name)) ?? mainEntries.get(name);
}

/** Looks names up as a service sees them. */
export function lookupFor(configuration: Configuration, service?: ServiceEntry): Lookup {
  const { mainEntries, version } = configuration;
  return (name) => {
    // Most names stand in main.cf, and nowhere else.
    const entry = service ? undefined : mainEntries.get(name);
    return entry && !isReadOnly(name, version) ? textOf(entry.value) : lookUp(configuration, name, service)?.value;
  };
}

function lookUp(
  configuration: Configuration,
  name: string,
  service: ServiceEntry | undefined,
): { value: string; from: Origin } | undefined {
  if (service) {
    const own = ownName(service, name);
    if (own !== undefined) return { value: own, from: { kind: 'default' } };
    const entry = overridesOf(service).get(name);
    if (entry) return { value: textOf(entry.value), from: { kind: 'override', entry } };
  }
  const entry = configuration.mainEntries.get(name);
  if (entry && !isReadOnly(name, configuration.version))
    return { value: textOf(entry.value), from: { kind: 'main.cf', entry } };
  if (name === 'config_directory' && configuration.directory !== undefined) {
    return { value: configuration.directory, from: { kind: 'default' } };
  }
  return defaultFor(configuration, name);
}

/** Whether each process sets a name itself: postconf(1) drops an assignment with a warning. */
export function isReadOnly(name: string, version: PostfixVersion): boolean {
  if (name === 'service_name') return !isSince(version, '3.11');
  return name === 'process_name' || name === 'process_id';
}

function ownName(service: ServiceEntry, name: string): string | undefined {
  if (name === 'process_name') return programOf(service);
  if (name === 'service_name') return textOf(service.service);
  return undefined;
}

/** The default of a name: a built-in parameter's, or `$parameter` for one that a service adds. */
export function defaultFor(
  configuration: Configuration,
  name: string,
): { value: string; from: { kind: 'default'; parameter: Parameter | ServiceParameter } } | undefined {
  const parameter = parametersOf(configuration.version).get(name);
  if (parameter) {
    return { value: builtinDefault(configuration, parameter), from: { kind: 'default', parameter } };
  }
  const added = addedByService(configuration, name);
  return added && { value: `$${added.defaultsTo}`, from: { kind: 'default', parameter: added } };
}

/** The parameter that a service of master.cf adds under this name. */
export function addedByService(configuration: Configuration, name: string): ServiceParameter | undefined {
  const services = configuration.master?.services;
  if (!services) return undefined;
  return serviceParameters(name).find(({ service, suffix }) => {
    const facts = SERVICE_SUFFIXES[suffix];
    return (
      facts !== undefined &&
      existsIn(facts, configuration.version) &&
      services.some((entry) => textOf(entry.service) === service && facts.programs.includes(textOf(entry.command)))
    );
  });
}

/** A built-in parameter's default, as `postconf -d` prints it; '' where only the machine could say. */
export function builtinDefault(configuration: Configuration, parameter: Parameter): string {
  switch (parameter.name) {
    case 'process_name':
      return 'postconf';
    case 'myhostname':
      return myHostName(configuration) ?? '';
    case 'mydomain':
      return myDomain(configuration) ?? '';
    case 'mynetworks':
      return myNetworks(configuration.machine, {
        style: expandedValue(configuration, 'mynetworks_style'),
        interfaces: expandedValue(configuration, 'inet_interfaces'),
        protocols: expandedValue(configuration, 'inet_protocols'),
      });
  }
  const ofTheBuild = parameter.defaultFrom && configuration.machine.defaults?.get(parameter.name);
  return ofTheBuild ?? defaultOf(parameter, configuration.version) ?? '';
}

/** The host name, completed with the domain where it has no dot (pcf_check_myhostname). */
function myHostName(configuration: Configuration): string | undefined {
  const { hostName } = configuration.machine;
  if (hostName === undefined) return undefined;
  if (hostName.includes('.')) return hostName;
  return `${hostName}.${setInMain(configuration, 'mydomain') ?? 'localdomain'}`;
}

/** The host name without its first label (pcf_check_mydomainname). */
function myDomain(configuration: Configuration): string | undefined {
  const host = setInMain(configuration, 'myhostname') ?? myHostName(configuration);
  if (host === undefined) return undefined;
  const dot = host.indexOf('.');
  return dot < 0 ? 'localdomain' : host.slice(dot + 1);
}

/** What main.cf sets, expanded with what main.cf sets and nothing else (mail_conf_lookup_eval). */
function setInMain({ mainEntries, version }: Configuration, name: string): string | undefined {
  const settings = { get: (other: string) => textOfValue(mainEntries.get(other)) };
  return expandWithin(settings, name, version);
}

function textOfValue(entry: ParameterEntry | undefined): string | undefined {
  return entry && textOf(entry.value);
}

/**
 * The value of a name among some settings, expanded with these alone (dict_eval). Undefined where it is not set, or
 * where the expansion fails.
 */
export function expandWithin(
  settings: { get(name: string): string | undefined },
  name: string,
  version: PostfixVersion,
): string | undefined {
  const value = settings.get(name);
  return value === undefined ? undefined : expand(value, (other) => settings.get(other), version);
}
