import { isBlank, type SourceFile, skipBlanks, trimEnd } from './document';
import { type LogicalLine, type Slice, sliceOf, splitLogicalLines } from './logicalLine';

/** `name = value`: a logical line of main.cf, or what follows `-o` in master.cf. */
export interface ParameterEntry {
  readonly name: Slice;
  /** Without the blanks around it; empty when nothing follows the `=`. */
  readonly value: Slice;
}

export interface MalformedLine {
  readonly line: LogicalLine;
  /** As split_nameval(3) names it; Postfix refuses to run. */
  readonly error: NameValueError;
}

export type NameValueError = 'missing name' | 'missing equals';

/** Parsing never fails: a line that cannot be read is kept, and a rule reports it. */
export interface MainCf {
  readonly file: SourceFile;
  readonly entries: readonly ParameterEntry[];
  readonly malformed: readonly MalformedLine[];
  /** Begin with white space where nothing precedes them; Postfix ignores them with a warning. */
  readonly ignored: readonly LogicalLine[];
}

export function parseMainCf(text: string): MainCf {
  const file: SourceFile = { kind: 'main.cf', text };
  const { lines, ignored } = splitLogicalLines(file);
  const entries: ParameterEntry[] = [];
  const malformed: MalformedLine[] = [];
  for (const line of lines) {
    const result = splitNameValue(sliceOf(line, 0, line.text.length));
    if (typeof result === 'string') malformed.push({ line, error: result });
    else entries.push(result);
  }
  return { file, entries, malformed, ignored };
}

/** Splits `name = value` as split_nameval(3) does. */
export function splitNameValue(slice: Slice): ParameterEntry | NameValueError {
  const { line, start, end } = slice;
  const { text } = line;
  const nameStart = skipBlanks(text, start, end);
  if (nameStart === end || text[nameStart] === '=') return 'missing name';
  let nameEnd = nameStart;
  while (nameEnd < end && text[nameEnd] !== '=' && !isBlank(text.charCodeAt(nameEnd))) nameEnd++;
  const equals = skipBlanks(text, nameEnd, end);
  if (equals === end || text[equals] !== '=') return 'missing equals';
  const valueStart = skipBlanks(text, equals + 1, end);
  return {
    name: sliceOf(line, nameStart, nameEnd),
    value: sliceOf(line, valueStart, trimEnd(text, valueStart, end)),
  };
}
