import { defaultOf, type Parameter, parametersOf } from '../knowledge/parameters';
import { TABLE_CLIENTS } from '../knowledge/tableClients';
import type { PostfixVersion } from '../knowledge/version';
import { forEachName, parseExpansion } from '../syntax/expansion';
import { textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';
import { type Configuration, overridesOf } from './configuration';
import { addedByService, expandWithin, isReadOnly, lookupFor } from './effective';
import { expand, isRefusedBy } from './expand';
import { nameSpacesOf } from './postconfArguments';

/** What postconf(1) takes a name for: `unused` is the name that it warns about. */
export type NameClass = 'built-in' | 'service' | 'user' | 'unused';

/** The names that a configuration uses, as postconf(1) classifies them. */
export interface Names {
  /** The class of a name that is set in main.cf, or after `-o` of a service. */
  classOf(name: string, service?: ServiceEntry): NameClass;
}

/** Classifies the names of a configuration, as the programs read it; made once for each. */
export function namesOf(configuration: Configuration): Names {
  let known = cache.get(configuration);
  if (!known) {
    known = classify(configuration, (service) => asSettings(overridesOf(service)));
    cache.set(configuration, known);
  }
  return known;
}
const cache = new WeakMap<Configuration, Names>();

/** The same as postconf(1) takes the arguments of master.cf apart. */
export function namesAsPostconfReads(configuration: Configuration): Names {
  const services = configuration.master?.services ?? [];
  const settings = new Map(nameSpacesOf(services).map((shared, i) => [services[i], shared]));
  return classify(configuration, (service) => settings.get(service) ?? new Map());
}

/** Name → value, as written. */
interface Settings {
  readonly size: number;
  has(name: string): boolean;
  get(name: string): string | undefined;
  forEach(visit: (value: string, name: string) => void): void;
}

/** Entries as settings, without a copy of them. */
function asSettings(entries: ReadonlyMap<string, ParameterEntry>): Settings {
  return {
    size: entries.size,
    has: (name) => entries.has(name),
    get: (name) => {
      const entry = entries.get(name);
      return entry && textOf(entry.value);
    },
    forEach: (visit) => {
      entries.forEach(({ value }, name) => {
        visit(textOf(value), name);
      });
    },
  };
}

/**
 * A name is used if Postfix or a service defines it, or if some value names it as `$name` and it has a value of its own;
 * restriction classes count as named (pcf_register_user_parameters in postconf(1)).
 */
function classify(configuration: Configuration, settingsOf: (service: ServiceEntry) => Settings): Names {
  const { mainEntries, version } = configuration;
  const main = asSettings(mainEntries);
  const services = new Map<ServiceEntry, Settings>();
  const usedInMain = new Set<string>();
  const usedInService = new Map<ServiceEntry, Set<string>>();
  for (const service of configuration.master?.services ?? []) {
    const settings = settingsOf(service);
    if (settings.size === 0) continue;
    services.set(service, settings);
    usedInService.set(service, new Set());
  }
  const builtin = parametersOf(version);
  const isRefused = isRefusedBy(version);

  /** `$name` somewhere: in a service's own values (`scope`), or in main.cf. */
  const flag = (name: string, scope?: ServiceEntry) => {
    if (scope && services.get(scope)?.has(name)) {
      usedInService.get(scope)?.add(name);
    } else if (mainEntries.has(name)) {
      usedInMain.add(name);
    }
    if (scope) return;
    for (const [service, settings] of services) if (settings.has(name)) usedInService.get(service)?.add(name);
  };

  const hasClients = [main, ...services.values()].some(namesTableClients);
  const scan = (settings: Settings, scope?: ServiceEntry) => {
    settings.forEach((value, name) => {
      const hasReference = value.includes('$');
      if (!hasReference && !hasClients) return;
      const parameter = builtin.get(name);
      if (isReadOnly(name, version) || parameter?.raw) return;
      if (hasReference) forEachName(parseExpansion(value), (node) => flag(node.name, scope), isRefused);
      if (hasClients && mayNameTableClient(value) && (parameter || addedByService(configuration, name))) {
        for (const candidate of clientNames(expand(value, lookupFor(configuration, scope), version) ?? '')) {
          flag(candidate, scope);
        }
      }
    });
  };

  const classes = new Set(classNames(main, version));
  for (const name of classes) flag(name);
  for (const [service, settings] of services) {
    for (const name of classNames(settings, version)) flag(name, service);
    for (const name of classes) if (settings.has(name)) usedInService.get(service)?.add(name);
    scan(settings, service);
  }
  for (const name of namesInDefaults(version)) flag(name);
  scan(main);

  return {
    classOf(name, service) {
      if (builtin.has(name)) return 'built-in';
      if (addedByService(configuration, name)) return 'service';
      if (usedInMain.has(name) || (service && usedInService.get(service)?.has(name))) return 'user';
      return 'unused';
    },
  };
}

/**
 * The names in `smtpd_restriction_classes` of main.cf, or of one service. postconf(1) expands the value with what stands
 * in the same place and nothing else.
 */
function classNames(settings: Settings, version: PostfixVersion): string[] {
  return splitClasses(expandWithin(settings, 'smtpd_restriction_classes', version) ?? '');
}

function splitClasses(value: string): string[] {
  return value.split(/[ \t\r\n,]+/).filter((name) => name !== '');
}

/** Names such as `stress`, which defaults mention though no parameter has them. */
function namesInDefaults(version: PostfixVersion): ReadonlySet<string> {
  let names = defaultNames.get(version);
  if (!names) {
    const known = parametersOf(version);
    const found = new Set<string>();
    for (const parameter of known.values()) {
      forEachName(parseExpansion(defaultOf(parameter, version) ?? ''), ({ name }) => {
        if (!known.has(name)) found.add(name);
      });
    }
    names = found;
    defaultNames.set(version, names);
  }
  return names;
}
const defaultNames = new Map<PostfixVersion, ReadonlySet<string>>();

const CLIENT_TYPE = new RegExp(`\\b(?:${Object.keys(TABLE_CLIENTS).join('|')}):`);

function namesTableClient(value: string): boolean {
  return value.includes(':') && CLIENT_TYPE.test(value);
}

function mayNameTableClient(value: string): boolean {
  return value.includes('$') || namesTableClient(value);
}

function namesTableClients(settings: Settings): boolean {
  let isNamed = false;
  settings.forEach((value) => {
    isNamed ||= namesTableClient(value);
  });
  return isNamed;
}

/**
 * The old-style names of database clients: `mysql:users` lets main.cf set `users_query` and the like
 * (pcf_register_dbms_parameters). A name that begins with `/` or `.` is a file instead.
 */
function clientNames(value: string): string[] {
  if (!CLIENT_TYPE.test(value)) return [];
  return [...value.matchAll(/(?:^|[\s,{])(?:proxy:)*([a-z]+):([^\s,{}/.][^\s,{}]*)/g)].flatMap(([, type, prefix]) => {
    const client = TABLE_CLIENTS[type as string];
    return client ? Object.keys(client).map((name) => `${prefix}_${name}`) : [];
  });
}

/** The parameters whose names are nearest to a misspelt one come from these. */
export function namesToSuggest(version: PostfixVersion): readonly string[] {
  let names = suggestions.get(version);
  if (!names) {
    names = [...parametersOf(version).values()].filter(isSuggested).map(({ name }) => name);
    suggestions.set(version, names);
  }
  return names;
}
const suggestions = new Map<PostfixVersion, readonly string[]>();

function isSuggested(parameter: Parameter): boolean {
  return !parameter.deprecated && parameter.legacySince === undefined && parameter.defaultFrom !== 'program';
}
