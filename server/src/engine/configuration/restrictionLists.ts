import { type Parameter, parametersOf } from '../knowledge/parameters';
import { restrictionIn } from '../knowledge/restrictions';
import type { PostfixVersion } from '../knowledge/version';
import { type Slice, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { type Restriction, readRestrictions } from '../syntax/restrictionList';
import type { Configuration } from './configuration';
import { expandedValue, writtenEntry } from './effective';
import { elementsOf, type ListElement, listElements } from './listElements';

/** A restriction list that someone has written, as one smtpd service gets it. */
export interface RestrictionList {
  /** The name of the parameter or of the restriction class. */
  readonly name: string;
  /** The stage of the SMTP session; absent for a class. */
  readonly stage?: string;
  readonly entry: ParameterEntry;
  readonly service?: ServiceEntry;
  readonly elements: readonly ListElement[];
  readonly restrictions: readonly WrittenRestriction[];
}

export type WrittenRestriction = Restriction<WrittenElement>;

/** An element that stands in a file. */
export type WrittenElement = ListElement & { readonly at: Slice; readonly inList: Slice };

/** smtpd services with the same options: what is true of one is true of all. */
export interface SmtpdServices {
  /** Absent without master.cf: then main.cf alone configures it. */
  readonly first: ServiceEntry | undefined;
  readonly all: readonly (ServiceEntry | undefined)[];
}

/** The services of master.cf that run smtpd(8) and can start; without master.cf, one that only main.cf configures. */
export function smtpdServices({ master }: Configuration): readonly (ServiceEntry | undefined)[] {
  if (!master) return [undefined];
  return master.services.filter((service) => programOf(service) === 'smtpd' && !hasStrayWord(service));
}

/** The same, those with the same options together: a large master.cf has many that differ in their address only. */
export function alikeSmtpdServices(configuration: Configuration): readonly SmtpdServices[] {
  let known = alike.get(configuration);
  if (!known) {
    const groups = new Map<string, (ServiceEntry | undefined)[]>();
    for (const service of smtpdServices(configuration)) {
      const options = (service?.overrides ?? [])
        .map(({ name, value }) => `${textOf(name)}=${textOf(value)}`)
        .join('\n');
      const group = groups.get(options);
      if (group) group.push(service);
      else groups.set(options, [service]);
    }
    known = [...groups.values()].map((all) => ({ first: all[0], all }));
    alike.set(configuration, known);
  }
  return known;
}
const alike = new WeakMap<Configuration, readonly SmtpdServices[]>();

/** smtpd(8) refuses to start with a command line argument that is no option. */
function hasStrayWord(service: ServiceEntry): boolean {
  return service.arguments.some(({ kind }) => kind === 'argument');
}

/** The parameters of a version that hold restriction lists. */
export function restrictionParameters({ version }: Configuration): readonly Parameter[] {
  let known = listParameters.get(version);
  if (!known) {
    known = [...parametersOf(version).values()].filter(({ holds }) => holds === 'restriction list');
    listParameters.set(version, known);
  }
  return known;
}
const listParameters = new Map<PostfixVersion, readonly Parameter[]>();

/**
 * The restriction lists that are written and in effect, those of restriction classes included. One that several
 * services share is given once, unless its `$name` may differ among them.
 */
export function restrictionLists(configuration: Configuration): readonly RestrictionList[] {
  let known = cache.get(configuration);
  if (!known) {
    known = collect(configuration);
    cache.set(configuration, known);
  }
  return known;
}
const cache = new WeakMap<Configuration, readonly RestrictionList[]>();

function collect(configuration: Configuration): RestrictionList[] {
  const lists: RestrictionList[] = [];
  const seen = new Set<ParameterEntry>();
  const parameters = restrictionParameters(configuration);

  const add = (name: string, stage: string | undefined, service: ServiceEntry | undefined) => {
    const entry = writtenEntry(configuration, name, service);
    if (!entry || seen.has(entry)) return;
    if (!textOf(entry.value).includes('$')) seen.add(entry);
    const list = readList(configuration, entry, stage, service);
    if (list) lists.push(list);
  };

  for (const { first, all } of alikeSmtpdServices(configuration)) {
    const classes = restrictionClasses(configuration, first);
    const hasOptions = first !== undefined && first.overrides.length > 0;
    for (const service of hasOptions ? all : [first]) {
      for (const { name, stage } of parameters) add(name, stage, service);
      for (const name of classes) add(name, undefined, service);
    }
  }
  return lists;
}

/**
 * The restriction list that an entry of main.cf, or of `-o` of that service, holds; undefined for another parameter, and
 * where its `$name` cannot be followed. A service that is not given sees the class names of main.cf.
 */
export function restrictionListOf(
  configuration: Configuration,
  entry: ParameterEntry,
  service?: ServiceEntry,
): RestrictionList | undefined {
  const name = textOf(entry.name);
  const parameter = restrictionParameters(configuration).find((known) => known.name === name);
  if (!parameter && !restrictionClasses(configuration, service).includes(name)) return undefined;
  return readList(configuration, entry, parameter?.stage, service);
}

function readList(
  configuration: Configuration,
  entry: ParameterEntry,
  stage: string | undefined,
  service: ServiceEntry | undefined,
): RestrictionList | undefined {
  const elements = elementsOf(configuration, entry.value, service);
  if (!elements) return undefined;
  const restrictions = readRestrictions(elements as readonly WrittenElement[], (word) =>
    takesArgument(configuration, word),
  );
  return {
    name: textOf(entry.name),
    entry,
    elements,
    restrictions,
    ...(stage && { stage }),
    ...(service && { service }),
  };
}

/** The names in `smtpd_restriction_classes`, as a service gets it. */
export function restrictionClasses(configuration: Configuration, service?: ServiceEntry): string[] {
  return expandedValue(configuration, 'smtpd_restriction_classes', service)
    .split(/[ \t\r\n,]+/)
    .filter((name) => name !== '');
}

export function takesArgument({ version }: Configuration, name: string): boolean {
  return restrictionIn(version, name)?.argument !== undefined;
}

/** The elements of restriction classes, as a service sees them: looked up by name. */
export type ClassLookup = (name: string) => readonly ListElement[] | undefined;

export function classLookup(configuration: Configuration, service?: ServiceEntry): ClassLookup {
  const names = new Set(restrictionClasses(configuration, service));
  const known = new Map<string, readonly ListElement[] | undefined>();
  return (name) => {
    if (!names.has(name)) return undefined;
    if (!known.has(name)) known.set(name, listElements(configuration, name, service));
    return known.get(name);
  };
}

/** The names of all restriction classes that some service has. */
export function allRestrictionClasses(configuration: Configuration): ReadonlySet<string> {
  return new Set(alikeSmtpdServices(configuration).flatMap(({ first }) => restrictionClasses(configuration, first)));
}
