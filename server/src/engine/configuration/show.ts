import { isLegacy, parametersOf } from '../knowledge/parameters';
import { SERVICE_SUFFIXES } from '../knowledge/serviceSuffixes';
import { existsIn } from '../knowledge/version';
import { isSeparator } from '../syntax/document';
import { type Slice, textOf } from '../syntax/logicalLine';
import { FIELD_NAMES, fieldsOf, type ServiceArgument, type ServiceEntry } from '../syntax/masterCf';
import { type Configuration, overridesOf } from './configuration';
import { builtinDefault, effectiveValue, lookupFor, READ_ONLY } from './effective';
import { expand } from './expand';
import { namesOf } from './names';

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
  const names = namesOf(configuration);
  const set = [...configuration.mainEntries.keys()].filter(
    (name) => !READ_ONLY.has(name) && names.classOf(name) !== 'unused',
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

/** -F: an entry field by field. */
function serviceFields(service: ServiceEntry): string[] {
  const fields = fieldsOf(service);
  return fields.map((field, i) => {
    const words = i === fields.length - 1 ? [textOf(field), ...printedArguments(service)] : [textOf(field)];
    return `${nameSpace(service)}/${FIELD_NAMES[i]} = ${words.join(' ')}`;
  });
}

function printedArguments(service: ServiceEntry): string[] {
  const first = service.arguments.findIndex(({ kind }) => kind === 'argument');
  return service.arguments.flatMap((argument, i) => printedArgument(argument, i === first));
}

function printedArgument(argument: ServiceArgument, isFirstOfProgram: boolean): string[] {
  if (argument.kind === 'option') return [optionText(argument.slice)];
  if (argument.kind === 'override') {
    const option = optionText(argument.option);
    return argument.value ? [option, bracedIfNeeded(normalized(argument.value))] : [option];
  }
  // postconf(1) forgets the braces of the first argument of the program.
  const text = textOf(argument.content);
  return [isFirstOfProgram ? text : bracedIfNeeded(text)];
}

/** An option letter that was split off another ("-vo") has lost its dash. */
function optionText(slice: Slice): string {
  const text = textOf(slice);
  return text.startsWith('-') ? text : `-${text}`;
}

/** `{ name = value }` is shown as `name=value`. */
function normalized(value: NonNullable<Extract<ServiceArgument, { kind: 'override' }>['value']>): string {
  return value.braced && typeof value.entry !== 'string'
    ? `${textOf(value.entry.name)}=${textOf(value.entry.value)}`
    : textOf(value.content);
}

function bracedIfNeeded(text: string): string {
  for (let i = 0; i < text.length; i++) if (isSeparator(text.charCodeAt(i))) return `{${text}}`;
  return text;
}

/** -P: the `-o` settings of each service, sorted. Entries of the same name and type share theirs. */
function serviceParameters({ master }: Configuration): string[] {
  const byNameSpace = new Map<string, Map<string, string>>();
  for (const service of master?.services ?? []) {
    const values = byNameSpace.get(nameSpace(service)) ?? new Map<string, string>();
    for (const [name, entry] of overridesOf(service)) values.set(name, textOf(entry.value));
    byNameSpace.set(nameSpace(service), values);
  }
  return (master?.services ?? []).flatMap((service) =>
    [...(byNameSpace.get(nameSpace(service)) ?? [])]
      .filter(([name]) => !READ_ONLY.has(name))
      .sort(([a], [b]) => byBytes(a, b))
      .map(([name, value]) => printedLine(`${nameSpace(service)}/${name} = ${value}`)),
  );
}

function nameSpace(service: ServiceEntry): string {
  return `${textOf(service.service)}/${textOf(service.type)}`;
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
  if (!/^(?:-|[0-9]*)$/.test(textOf(service.processLimit))) {
    throw new PostconfFailure('invalid process_limit field', service.processLimit);
  }
}

/** The values that postconf(1) expands though it prints them unexpanded: to look for table clients in them. */
function refuseBadExpansions(configuration: Configuration): void {
  const names = namesOf(configuration);
  const check = (entries: Iterable<readonly [string, { value: Slice }]>, service?: ServiceEntry) => {
    for (const [name, { value }] of entries) {
      const parameter = parametersOf(configuration.version).get(name);
      const kind = names.classOf(name, service);
      if (parameter?.raw || READ_ONLY.has(name) || (kind !== 'built-in' && kind !== 'service')) continue;
      if (parameter && isLegacy(parameter, configuration.version)) continue;
      if (expand(textOf(value), lookupFor(configuration, service)) === undefined) {
        throw new PostconfFailure('macro processing error', value);
      }
    }
  };
  for (const service of configuration.master?.services ?? []) check(overridesOf(service), service);
  check(configuration.mainEntries);
}
