import type { Dependency } from './possible';

/** What a lookup table says of a key. */
export type LookupResult =
  | FoundEntry
  | { readonly kind: 'none' }
  /** The lookup itself fails, whatever the key: the table is of a type that always fails, or has a broken definition. */
  | { readonly kind: 'error' }
  /** The table cannot be read from here: it may say anything, or nothing. */
  | { readonly kind: 'unknown'; readonly because: Dependency };

export interface FoundEntry {
  readonly kind: 'found';
  readonly value: string;
  /** Where the entry stands, if in a file; the line counts from 0. */
  readonly at?: { readonly file: string; readonly line: number };
}

/** A lookup table as the programs of Postfix see it. */
export interface Table {
  /**
   * Looks up a key, folded to lower case where this type of table does so (maps_find(3)). `isPartial`: the key is a part
   * of what was asked for, such as a parent domain; tables of patterns are not asked then (DICT_FLAG_FIXED).
   */
  find(key: string, isPartial?: boolean): LookupResult;
  /**
   * The values it can give for a host name that is not known here: those of the keys that may be host names, `unknown`
   * included, and of all patterns. Undefined where the table cannot be read.
   */
  valuesForNames(): readonly FoundEntry[] | undefined;
}
