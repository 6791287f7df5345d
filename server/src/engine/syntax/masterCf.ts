import type { SourceFile } from './document';
import { splitWords, withoutBraces } from './list';
import { type LogicalLine, type Slice, sliceOf, splitLogicalLines, textOf } from './logicalLine';
import { type NameValueError, type ParameterEntry, splitNameValue } from './mainCf';

/** One service of master.cf. The fields are named as `postconf -F` names them. */
export interface ServiceEntry {
  readonly line: LogicalLine;
  readonly service: Slice;
  readonly type: Slice;
  readonly private: Slice;
  readonly unprivileged: Slice;
  readonly chroot: Slice;
  readonly wakeup: Slice;
  readonly process_limit: Slice;
  readonly command: Slice;
  /** The words after the command. */
  readonly words: readonly Slice[];
  /** The same as the program reads them, by getopt(3). */
  readonly arguments: readonly ServiceArgument[];
  /** The `-o name=value` among the arguments that could be read. */
  readonly overrides: readonly ParameterEntry[];
}

export type ServiceArgument =
  /** A daemon option without a value, such as `-v`. */
  | { readonly kind: 'option'; readonly slice: Slice }
  /** `-o` and its value; `value` is absent at the end of the line. */
  | { readonly kind: 'override'; readonly option: Slice; readonly value?: OverrideValue }
  /** The first word that is no option ends the options; it and all after it are arguments of the program. */
  | { readonly kind: 'argument'; readonly slice: Slice; readonly content: Slice };

export interface OverrideValue {
  readonly slice: Slice;
  /** Without braces. */
  readonly content: Slice;
  readonly braced: boolean;
  readonly entry: ParameterEntry | NameValueError;
}

export const FIELD_NAMES = [
  'service',
  'type',
  'private',
  'unprivileged',
  'chroot',
  'wakeup',
  'process_limit',
  'command',
] as const;

export interface MasterCf {
  readonly file: SourceFile;
  readonly services: readonly ServiceEntry[];
  /** Fewer than eight fields: "bad field count". */
  readonly malformed: readonly LogicalLine[];
  readonly ignored: readonly LogicalLine[];
}

export function parseMasterCf(text: string): MasterCf {
  const file: SourceFile = { kind: 'master.cf', text };
  const { lines, ignored } = splitLogicalLines(file);
  const services: ServiceEntry[] = [];
  const malformed: LogicalLine[] = [];
  for (const line of lines) {
    const service = parseService(line);
    if (service) services.push(service);
    else malformed.push(line);
  }
  return { file, services, malformed, ignored };
}

function parseService(line: LogicalLine): ServiceEntry | undefined {
  const words = splitWords(sliceOf(line, 0, line.text.length));
  if (words.length < FIELD_NAMES.length) return undefined;
  const [service, type, isPrivate, unprivileged, chroot, wakeup, process_limit, command] = words as [
    Slice,
    Slice,
    Slice,
    Slice,
    Slice,
    Slice,
    Slice,
    Slice,
  ];
  const rest = words.slice(FIELD_NAMES.length);
  const args = parseArguments(rest);
  const overrides = args.flatMap((arg) =>
    arg.kind === 'override' && arg.value && typeof arg.value.entry !== 'string' ? [arg.value.entry] : [],
  );
  return {
    line,
    service,
    type,
    private: isPrivate,
    unprivileged,
    chroot,
    wakeup,
    process_limit,
    command,
    words: rest,
    arguments: args,
    overrides,
  };
}

/** Tells options, overrides and arguments apart, as getopt(3) does in the server skeletons (single_server(3) and others). */
function parseArguments(words: readonly Slice[]): ServiceArgument[] {
  const result: ServiceArgument[] = [];
  let next = 0;
  for (let word = words[next]; word && isOption(word); word = words[next]) {
    next++;
    const { line, start, end } = word;
    const option = firstOverride(textOf(word));
    if (option < 0) {
      result.push({ kind: 'option', slice: word });
      continue;
    }
    // "-vo" is "-v" and "-o".
    if (option > 1) result.push({ kind: 'option', slice: sliceOf(line, start, start + option) });
    const afterLetter = start + option + 1;
    const letter = sliceOf(line, option > 1 ? afterLetter - 1 : start, afterLetter);
    const value = afterLetter < end ? sliceOf(line, afterLetter, end) : words[next++];
    result.push({ kind: 'override', option: letter, ...(value && { value: overrideValue(value) }) });
  }
  for (const word of words.slice(next)) {
    result.push({ kind: 'argument', slice: word, content: withoutBraces(word)?.inside ?? word });
  }
  return result;
}

function isOption(word: Slice): boolean {
  const text = textOf(word);
  return text[0] === '-' && text !== '--';
}

/** The index in `-xyz` of the letter that takes a value (`o`, the only one in master.cf), or -1. */
function firstOverride(option: string): number {
  return option.indexOf('o', 1);
}

function overrideValue(slice: Slice): OverrideValue {
  const braces = withoutBraces(slice);
  const content = braces ? braces.inside : slice;
  return { slice, content, braced: braces !== undefined, entry: splitNameValue(content) };
}

/** The eight fields in the order of the line. */
export function fieldsOf(service: ServiceEntry): Slice[] {
  return FIELD_NAMES.map((name) => service[name]);
}

/** The name of a service's program: the last part of the command's path. */
export function programOf(service: ServiceEntry): string {
  const command = textOf(service.command);
  return command.slice(command.lastIndexOf('/') + 1);
}
