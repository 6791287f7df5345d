import { type Slice, sliceOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';

interface Edit {
  readonly at: Slice;
  readonly newText: string;
}

/** Sets another parameter right after an entry: on a line of its own in main.cf, as one more `-o` in master.cf. */
export function settingAfter({ value }: ParameterEntry, name: string, text: string): Edit {
  const { line } = value;
  if (line.file.kind === 'main.cf') return insertion(line.text.length, `\n${name} = ${text}`);
  const closing = /^\s*\}/.exec(line.text.slice(value.end));
  return insertion(value.end + (closing?.[0].length ?? 0), `\n  -o ${name}=${text}`);

  function insertion(at: number, newText: string): Edit {
    return { at: sliceOf(line, at, at), newText };
  }
}

/** Sets a parameter for a service, right after its command. */
export function settingOfService({ command }: ServiceEntry, name: string, text: string): Edit {
  return { at: sliceOf(command.line, command.end, command.end), newText: `\n  -o ${name}=${text}` };
}
