import { isBlank, type Span } from '../syntax/document';
import { spanOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';
import { physicalLineAt, withoutBlanks } from './physicalLine';

interface Edit {
  readonly at: Span;
  readonly newText: string;
}

/** Takes `-o name=value` out of a service, with its line where nothing else stands there. */
export function removalOfOverride(service: ServiceEntry, entry: ParameterEntry): Edit[] {
  for (const argument of service.arguments) {
    if (argument.kind !== 'override' || argument.value?.entry !== entry) continue;
    const { file, start } = spanOf(argument.option);
    const { end } = spanOf(argument.value.slice);
    return [{ at: withItsLine({ file, start, end }), newText: '' }];
  }
  return [];
}

/** A stretch with the blanks before it; with the whole of its lines, newline included, where it is all there is on them. */
function withItsLine(words: Span): Span {
  const { file } = words;
  const { start } = physicalLineAt(file, words.start);
  const { end } = physicalLineAt(file, words.end);
  const content = withoutBlanks({ file, start, end });
  if (content.start === words.start && content.end === words.end) {
    return { file, start, end: Math.min(end + 1, file.text.length) };
  }
  let from = words.start;
  while (from > start && isBlank(file.text.charCodeAt(from - 1))) from--;
  return { file, start: from, end: words.end };
}
