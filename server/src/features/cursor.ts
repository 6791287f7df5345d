import type { Configuration } from '../engine/configuration/configuration';
import type { FileKind } from '../engine/syntax/document';
import { forEachName, type ParameterNode, parseExpansion } from '../engine/syntax/expansion';
import { splitList } from '../engine/syntax/list';
import { positionOf, type Slice, spanOf, subSlice, textOf } from '../engine/syntax/logicalLine';
import type { ParameterEntry } from '../engine/syntax/mainCf';
import { FIELD_NAMES, fieldsOf, type ServiceEntry } from '../engine/syntax/masterCf';

/** What stands under the cursor. */
export type UnderCursor =
  /** The name of a parameter before `=`. */
  | { readonly kind: 'parameter'; readonly slice: Slice; readonly service?: ServiceEntry }
  /** The name in a `$name` of a value. */
  | {
      readonly kind: 'reference';
      readonly entry: ParameterEntry;
      readonly slice: Slice;
      readonly service?: ServiceEntry;
    }
  /** A word of a value, and the position of the cursor in the value's text. */
  | {
      readonly kind: 'value';
      readonly entry: ParameterEntry;
      readonly word: Slice;
      readonly position: number;
      readonly service?: ServiceEntry;
    }
  /** An option or a word after the command of a service: `-v`, `-o` itself, `user=vmail`. */
  | { readonly kind: 'argument'; readonly word: Slice; readonly service: ServiceEntry }
  | {
      readonly kind: 'field';
      readonly field: (typeof FIELD_NAMES)[number];
      readonly slice: Slice;
      readonly service: ServiceEntry;
    };

/** Finds what an offset of a file points at; its end counts too, as the cursor stands there after typing. */
export function underCursor(configuration: Configuration, kind: FileKind, offset: number): UnderCursor | undefined {
  if (kind === 'main.cf') {
    const entry = entryAt(configuration.main?.entries ?? [], offset);
    return entry && inEntry(entry, offset);
  }
  const service = configuration.master?.services.find(({ line }) =>
    holds({ line, start: 0, end: line.text.length }, offset),
  );
  if (!service) return undefined;
  const fields = fieldsOf(service);
  const index = fields.findIndex((field) => holds(field, offset));
  const [field, slice] = [FIELD_NAMES[index], fields[index]];
  if (field && slice) return { kind: 'field', field, slice, service };
  const entry = service.overrides.find(({ name, value }) => holds(name, offset) || holds(value, offset));
  if (entry) return inEntry(entry, offset, service);
  const word = service.words.find((one) => holds(one, offset));
  return word && { kind: 'argument', word, service };
}

/** The entry at an offset; entries are in the order of the file. */
function entryAt(entries: readonly ParameterEntry[], offset: number): ParameterEntry | undefined {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (spanOf((entries[middle] as ParameterEntry).name).start <= offset) low = middle;
    else high = middle - 1;
  }
  return entries[low];
}

function inEntry(entry: ParameterEntry, offset: number, service?: ServiceEntry): UnderCursor | undefined {
  const ofService = service && { service };
  if (holds(entry.name, offset)) return { kind: 'parameter', slice: entry.name, ...ofService };
  if (!holds(entry.value, offset)) return undefined;
  const reference = referenceAt(entry.value, offset);
  if (reference) return { kind: 'reference', entry, slice: reference, ...ofService };
  const word = splitList(entry.value).find((part) => holds(part, offset));
  const position = positionOf(entry.value.line, offset);
  if (!word || position === undefined) return undefined;
  return { kind: 'value', entry, word, position: position - entry.value.start, ...ofService };
}

/** The name in a `$name` at an offset. */
function referenceAt(value: Slice, offset: number): Slice | undefined {
  const text = textOf(value);
  if (!text.includes('$')) return undefined;
  let found: Slice | undefined;
  forEachName(parseExpansion(text), ({ start, nameStart, name }: ParameterNode) => {
    if (holds(subSlice(value, start, nameStart + name.length), offset)) {
      found = subSlice(value, nameStart, nameStart + name.length);
    }
  });
  return found;
}

function holds(slice: Slice, offset: number): boolean {
  const { start, end } = spanOf(slice);
  return offset >= start && offset <= end;
}
