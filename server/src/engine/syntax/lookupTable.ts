import { splitList, withoutBraces } from './list';
import { type Slice, subSlice, textOf } from './logicalLine';

/** `type:name`, and what stands inside the types that are made of other tables. */
export interface LookupTable {
  readonly type: Slice;
  /** What follows the colon: a path, a name, or the text in the braces of an inline table. */
  readonly name: Slice;
  /** The table behind `proxy:`, the tables in `pipemap:{…}` and `unionmap:{…}`. */
  readonly tables: readonly LookupTable[];
}

/** Reads `type:name` as dict_open(3) does; undefined where there is no colon ("expecting type:name form"). */
export function parseLookupTable(slice: Slice): LookupTable | undefined {
  const colon = textOf(slice).indexOf(':');
  if (colon < 0) return undefined;
  const type = subSlice(slice, 0, colon);
  const name = subSlice(slice, colon + 1, slice.end - slice.start);
  return { type, name, tables: tablesIn(textOf(type), name) };
}

/**
 * Reads the argument of an access restriction: a table, or `{ type:name, search_order = … }` (map_search(3)).
 * Undefined where smtpd finds no `type:name`.
 */
export function parseAccessTable(slice: Slice): LookupTable | undefined {
  const braces = withoutBraces(slice);
  if (!braces) return parseLookupTable(slice);
  const [table] = splitList(braces.inside);
  return table && parseLookupTable(table);
}

function tablesIn(type: string, name: Slice): LookupTable[] {
  switch (type) {
    case 'proxy': {
      const table = parseLookupTable(name);
      return table ? [table] : [];
    }
    case 'pipemap':
    case 'unionmap': {
      const braces = withoutBraces(name);
      if (!braces || braces.error) return [];
      return splitList(braces.inside).flatMap((element) => parseLookupTable(element) ?? []);
    }
    default:
      return [];
  }
}
