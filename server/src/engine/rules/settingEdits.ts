import type { Span } from '../syntax/document';
import { type LogicalLine, offsetOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';

interface Edit {
  readonly at: Span;
  readonly newText: string;
}

/** Sets another parameter right after an entry: on a line of its own in main.cf, as one more `-o` in master.cf. */
export function settingAfter({ value }: ParameterEntry, name: string, text: string): Edit {
  const { line } = value;
  if (line.file.kind === 'main.cf') return { at: placeAfter(line, line.text.length), newText: `\n${name} = ${text}` };
  const closing = /^\s*\}/.exec(line.text.slice(value.end));
  return { at: placeAfter(line, value.end + (closing?.[0].length ?? 0)), newText: `\n  -o ${name}=${text}` };
}

/** Sets a parameter for a service, right after its command. */
export function settingOfService({ command }: ServiceEntry, name: string, text: string): Edit {
  return { at: placeAfter(command.line, command.end), newText: `\n  -o ${name}=${text}` };
}

/** Right after the character before a position: what stands at the position itself may be on the next physical line. */
function placeAfter(line: LogicalLine, position: number): Span {
  const offset = offsetOf(line, position - 1) + 1;
  return { file: line.file, start: offset, end: offset };
}
