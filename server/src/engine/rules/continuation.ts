import { parameterNamed } from '../knowledge/parameters';
import { skipBlanks } from '../syntax/document';
import { type LogicalLine, type Slice, sliceOf, textOf } from '../syntax/logicalLine';
import { type ParameterEntry, splitNameValue } from '../syntax/mainCf';

/** The physical lines of a logical line, each without the blanks around it. */
export function physicalLines(line: LogicalLine): Slice[] {
  return line.pieces.map(({ at }, i) => {
    const end = line.pieces[i + 1]?.at ?? line.text.length;
    const start = skipBlanks(line.text, at, end);
    return sliceOf(line, start, start + line.text.slice(start, end).trimEnd().length);
  });
}

/**
 * The continuation lines of an entry that read `name = value` themselves, with the name of a parameter: they became part
 * of the value above. Inside braces such text is an attribute.
 */
export function swallowedParameters(entry: ParameterEntry): Slice[] {
  const { line } = entry.name;
  if (line.pieces.length < 2 || line.file.kind !== 'main.cf') return [];
  const [first, ...others] = physicalLines(line) as [Slice, ...Slice[]];
  const swallowed: Slice[] = [];
  let level = bracesOpenAfter(first, 0);
  for (const slice of others) {
    if (level === 0 && setsParameter(slice)) swallowed.push(slice);
    level = bracesOpenAfter(slice, level);
  }
  return swallowed;
}

function setsParameter(slice: Slice): boolean {
  const result = splitNameValue(slice);
  return typeof result !== 'string' && parameterNamed(textOf(result.name)) !== undefined;
}

function bracesOpenAfter(slice: Slice, before: number): number {
  let level = before;
  for (const character of textOf(slice)) {
    if (character === '{') level++;
    else if (character === '}' && level > 0) level--;
  }
  return level;
}

/**
 * The comments after other text in the physical lines of a value: a blank, `#`, and the rest of the line. Inside braces
 * a `#` may belong to a pattern.
 */
export function commentsIn({ name, value }: ParameterEntry): Slice[] {
  const { line } = value;
  if (!line.text.includes('#', value.start)) return [];
  const comments: Slice[] = [];
  let level = 0;
  for (const piece of physicalLines(line)) {
    const start = Math.max(piece.start, value.start);
    const end = Math.min(piece.end, value.end);
    for (let at = start; at < end; at++) {
      const character = line.text[at];
      if (character === '{') level++;
      else if (character === '}' && level > 0) level--;
      else if (character === '#' && level === 0 && at > name.end && isBlankBefore(line.text, at)) {
        if (isPlaceholder(line.text.slice(at, end))) break;
        comments.push(sliceOf(line, at, end));
        break;
      }
    }
  }
  return comments;
}

/** `##HOSTNAME##`: a template, which something fills in before Postfix reads it. */
function isPlaceholder(text: string): boolean {
  return /^#+[A-Z][A-Z0-9_]*#+$/.test(text);
}

function isBlankBefore(text: string, at: number): boolean {
  const before = text[at - 1];
  return before === ' ' || before === '\t' || before === '=';
}
