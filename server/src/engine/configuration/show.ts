import { isLegacy, parametersOf } from '../knowledge/parameters';
import { SERVICE_SUFFIXES } from '../knowledge/serviceSuffixes';
import { existsIn } from '../knowledge/version';
import { isSeparator } from '../syntax/document';
import { type Slice, textOf } from '../syntax/logicalLine';
import { FIELD_NAMES, fieldsOf, type ServiceEntry } from '../syntax/masterCf';
import type { Configuration } from './configuration';
import { builtinDefault, effectiveValue, expandWithin, isReadOnly, lookupFor } from './effective';
import { expand, type Lookup } from './expand';
import { namesAsPostconfReads } from './names';
import { nameSpace, nameSpacesOf, normalizedArguments } from './postconfArguments';

/** What `postconf` prints with these options: `x` is `-n -x`. */
export type ShowMode = 'n' | 'x' | 'd' | 'M' | 'F' | 'P';

/** Where postconf(1) ends with a fatal error and prints nothing. */
export class PostconfFailure extends Error {
  constructor(
    message: string,
    readonly place?: Slice,
  ) {
    super(message);
  }
}

/** Prints what postconf(1) of that version prints, line for line. Throws PostconfFailure where it is fatal. */
export function show(configuration: Configuration, mode: ShowMode): string {
  refuseWhatPostconfRefuses(configuration, mode);
  const lines = LISTS[mode](configuration);
  return lines.map((line) => `${line}\n`).join('');
}

const LISTS: Record<ShowMode, (configuration: Configuration) => string[]> = {
  n: (configuration) => setParameters(configuration, false),
  x: (configuration) => setParameters(configuration, true),
  d: defaults,
  M: ({ master }) => (master?.services ?? []).map(serviceLine),
  F: ({ master }) => (master?.services ?? []).flatMap(serviceFields),
  P: serviceParameters,
};

/** -n: the names in main.cf that are used, sorted, and config_directory where it was given (pcf_show_parameters). */
function setParameters(configuration: Configuration, expanded: boolean): string[] {
  const names = namesAsPostconfReads(configuration);
  const set = [...configuration.mainEntries.keys()].filter(
    (name) => !isReadOnly(name, configuration.version) && names.classOf(name) !== 'unused',
  );
  if (configuration.directory !== undefined && !configuration.mainEntries.has('config_directory')) {
    set.push('config_directory');
  }
  return set.sort(byBytes).map((name) => {
    const value = effectiveValue(configuration, name);
    if (expanded && value?.expanded === undefined) throw new PostconfFailure('macro processing error');
    return printedLine(`${name} = ${expanded ? value?.expanded : value?.value}`);
  });
}

/** -d: the defaults of Postfix and of the services in master.cf; main.cf is not read. */
function defaults(configuration: Configuration): string[] {
  const { master, version, machine } = configuration;
  const alone: Configuration = { version, machine, mainEntries: new Map(), ...(master && { master }) };
  const values = new Map<string, string>();
  for (const parameter of parametersOf(version).values()) {
    if (!isLegacy(parameter, version)) values.set(parameter.name, builtinDefault(alone, parameter));
  }
  for (const service of master?.services ?? []) {
    for (const [suffix, facts] of Object.entries(SERVICE_SUFFIXES)) {
      if (!existsIn(facts, version) || !facts.programs.includes(textOf(service.command))) continue;
      const name = textOf(service.service) + suffix;
      if (!values.has(name)) values.set(name, `$${facts.defaultsTo}`);
    }
  }
  return [...values].sort(([a], [b]) => byBytes(a, b)).map(([name, value]) => printedLine(`${name} = ${value}`));
}

/** Which column each of the eight fields begins at, where the ones before it leave room (pcf_print_master_entry). */
const COLUMNS = [0, 11, 17, 25, 33, 41, 49, 57];

/** -M: an entry in columns, with its arguments after them. */
function serviceLine(service: ServiceEntry): string {
  let line = '';
  fieldsOf(service).forEach((field, i) => {
    if (i > 0) line = `${line} `.padEnd(COLUMNS[i] as number);
    line += textOf(field);
  });
  return [line, ...printedArguments(service)].join(' ');
}

/** PCF_LINE_LIMIT. */
const LINE_LIMIT = 80;

/** -F: an entry field by field. */
function serviceFields(service: ServiceEntry): string[] {
  const fields = fieldsOf(service);
  return fields.map((field, i) => {
    const words = i === fields.length - 1 ? [textOf(field), ...printedArguments(service)] : [textOf(field)];
    const name = `${nameSpace(service)}/${FIELD_NAMES[i]} = `;
    // A field that does not fit is put on the next line, with -f or without it.
    return name + (name.length + textOf(field).length > LINE_LIMIT ? `\n    ${words.join(' ')}` : words.join(' '));
  });
}

/** The arguments as they are printed, with braces around those that hold blanks. */
function printedArguments(service: ServiceEntry): string[] {
  const { words, options } = normalizedArguments(service);
  return words.map((word, i) => {
    if (i < options) return i > 0 && words[i - 1] === '-o' ? bracedIfNeeded(word) : word;
    // postconf(1) forgets the braces of the first argument of the program.
    return i === options ? word : bracedIfNeeded(word);
  });
}

function bracedIfNeeded(text: string): string {
  for (let i = 0; i < text.length; i++) if (isSeparator(text.charCodeAt(i))) return `{${text}}`;
  return text;
}

/** -P: the `-o` settings of each service, sorted. */
function serviceParameters({ master, version }: Configuration): string[] {
  const services = master?.services ?? [];
  return nameSpacesOf(services).flatMap((settings, i) =>
    [...settings]
      .filter(([name]) => !isReadOnly(name, version))
      .sort(([a], [b]) => byBytes(a, b))
      .map(([name, value]) => printedLine(`${nameSpace(services[i] as ServiceEntry)}/${name} = ${value}`)),
  );
}

/** Words separated by one blank (pcf_print_line). */
function printedLine(line: string): string {
  return line
    .split(/[ \t\r\n]+/)
    .filter((word) => word !== '')
    .join(' ');
}

function byBytes(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The mistakes that make postconf(1) give up before it prints anything. */
function refuseWhatPostconfRefuses(configuration: Configuration, mode: ShowMode): void {
  const { main, master } = configuration;
  const readsMain = mode !== 'd';
  if (!main && readsMain) throw new PostconfFailure('open main.cf: No such file or directory');
  if (!master && 'MFP'.includes(mode)) throw new PostconfFailure('open master.cf: No such file or directory');
  const malformedMain = main?.malformed[0];
  const malformedMaster = master?.malformed[0];
  if (readsMain && malformedMain) {
    throw new PostconfFailure(
      malformedMain.error === 'missing equals' ? "missing '=' after attribute name" : 'missing attribute name',
      { line: malformedMain.line, start: 0, end: malformedMain.line.text.length },
    );
  }
  if (malformedMaster) {
    throw new PostconfFailure('bad field count', {
      line: malformedMaster,
      start: 0,
      end: malformedMaster.text.length,
    });
  }
  for (const service of master?.services ?? []) refuseBadFields(service);
  if (readsMain) refuseBadExpansions(configuration);
}

const TYPES = new Set(['unix', 'fifo', 'inet', 'pass', 'unix-dgram']);

/** pcf_check_master_entry. */
function refuseBadFields(service: ServiceEntry): void {
  if (!TYPES.has(textOf(service.type))) throw new PostconfFailure('invalid type field', service.type);
  for (const field of [service.private, service.unprivileged, service.chroot]) {
    if (!/^[yn-]$/.test(textOf(field))) throw new PostconfFailure('invalid y/n field', field);
  }
  if (!/^(?:-|[0-9]*)\??$/.test(textOf(service.wakeup))) {
    throw new PostconfFailure('invalid wakeup field', service.wakeup);
  }
  if (!/^(?:-|[0-9]*)$/.test(textOf(service.process_limit))) {
    throw new PostconfFailure('invalid process_limit field', service.process_limit);
  }
}

/** The values that postconf(1) expands though it prints them unexpanded: to look for table clients in them. */
function refuseBadExpansions(configuration: Configuration): void {
  const names = namesAsPostconfReads(configuration);
  const inMain = lookupFor(configuration);
  const check = (settings: ReadonlyMap<string, string>, lookup: Lookup, service?: ServiceEntry) => {
    for (const [name, value] of settings) {
      const parameter = parametersOf(configuration.version).get(name);
      const kind = names.classOf(name, service);
      if (parameter?.raw || isReadOnly(name, configuration.version) || (kind !== 'built-in' && kind !== 'service'))
        continue;
      if (parameter && isLegacy(parameter, configuration.version)) continue;
      if (expand(value, lookup, configuration.version) === undefined) {
        throw new PostconfFailure('macro processing error', configuration.mainEntries.get(name)?.value);
      }
    }
  };
  const services = configuration.master?.services ?? [];
  nameSpacesOf(services).forEach((settings, i) => {
    check(settings, (name) => settings.get(name) ?? inMain(name), services[i]);
  });
  const main = new Map([...configuration.mainEntries].map(([name, { value }]) => [name, textOf(value)]));
  check(main, inMain);
  refuseBadSelfContained(configuration, main);
}

/** The values that are expanded with main.cf alone: without the defaults, `$compatibility_level` may be empty there. */
function refuseBadSelfContained(configuration: Configuration, main: ReadonlyMap<string, string>): void {
  const { mainEntries, master, machine, version } = configuration;
  const refuse = (settings: ReadonlyMap<string, string>, name: string) => {
    if (settings.has(name) && expandWithin(settings, name, version) === undefined) {
      throw new PostconfFailure('macro processing error', mainEntries.get(name)?.value);
    }
  };
  refuse(main, 'smtpd_restriction_classes');
  for (const settings of nameSpacesOf(master?.services ?? [])) refuse(settings, 'smtpd_restriction_classes');
  if (!main.has('mydomain')) refuse(main, 'myhostname');
  if (!main.has('myhostname') && !machine.hostName?.includes('.')) refuse(main, 'mydomain');
  if (main.has('mynetworks')) return;
  for (const name of ['inet_interfaces', 'mynetworks_style', 'inet_protocols']) refuse(main, name);
  // Its default depends on compatibility_level, which may be malformed.
  if (effectiveValue(configuration, 'mynetworks_style')?.expanded === undefined) {
    throw new PostconfFailure('macro processing error', mainEntries.get('compatibility_level')?.value);
  }
  const protocols = expandWithin(main, 'inet_protocols', version);
  if (protocols !== undefined && splitWords(protocols).some((word) => !PROTOCOLS.has(word))) {
    throw new PostconfFailure('bad inet_protocols value', mainEntries.get('inet_protocols')?.value);
  }
}

const PROTOCOLS = new Set(['all', 'ipv4', 'ipv6']);

function splitWords(value: string): string[] {
  return value.split(/[ \t\r\n,]+/).filter((word) => word !== '');
}
