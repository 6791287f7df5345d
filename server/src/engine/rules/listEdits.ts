import { isSeparator } from '../syntax/document';
import { type Slice, sliceOf, spanOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';

/** A change of one element of a list. */
export interface ListEdit {
  readonly at: Slice;
  readonly newText: string;
}

/** Takes an element out of its list, with the separators that follow it on its physical line. */
export function withoutElement(element: Slice, list: Slice): ListEdit {
  const { line, start, end } = element;
  let to = end;
  while (to < list.end && isListSeparator(line.text.charCodeAt(to)) && isOnOneLine(sliceOf(line, start, to + 1))) to++;
  if (to === list.end) return { at: sliceOf(line, startOfSeparators(element, list), to), newText: '' };
  return { at: sliceOf(line, start, to), newText: '' };
}

/** Takes the last element with the separators before it. */
function startOfSeparators({ line, start, end }: Slice, list: Slice): number {
  let from = start;
  while (
    from > list.start &&
    isListSeparator(line.text.charCodeAt(from - 1)) &&
    isOnOneLine(sliceOf(line, from - 1, end))
  ) {
    from--;
  }
  return from;
}

function isListSeparator(code: number): boolean {
  return code === 0x2c || isSeparator(code);
}

/** Whether nothing of a slice, nor a comment inside it, is on another physical line. */
export function isOnOneLine(slice: Slice): boolean {
  const { file, start, end } = spanOf(slice);
  return !file.text.slice(start, end).includes('\n');
}

/** Puts text before an element. */
export function beforeElement({ line, start }: Slice, text: string): ListEdit {
  return { at: sliceOf(line, start, start), newText: `${text}${separatorIn(line.file.kind)}` };
}

/** Puts text at the end of a list. */
export function atEnd({ value }: ParameterEntry, text: string): ListEdit {
  const { line, start, end } = value;
  const last = line.text[end - 1];
  const separator = start === end ? (line.file.kind === 'main.cf' && last === '=' ? ' ' : '') : separatorAfter(last);
  return { at: sliceOf(line, end, end), newText: `${separator}${text}` };

  function separatorAfter(character: string | undefined): string {
    return character === ',' ? separatorIn(line.file.kind).slice(1) : separatorIn(line.file.kind);
  }
}

/** In master.cf a blank would end the value. */
export function separatorIn(kind: 'main.cf' | 'master.cf'): string {
  return kind === 'master.cf' ? ',' : ', ';
}

/** Several texts as one list, written as the file wants it. */
export function joined(texts: readonly string[], { value }: ParameterEntry): string {
  return texts.join(separatorIn(value.line.file.kind));
}
