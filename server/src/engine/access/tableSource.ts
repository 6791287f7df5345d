import { trimEnd } from '../syntax/document';
import { splitLogicalLines } from '../syntax/logicalLine';
import type { FoundEntry, LookupResult } from './lookupResult';

/** A lookup table without what all of them have in common. */
export interface TableSource {
  /** DICT_FLAG_PATTERN: not asked for parts of names and addresses. Undefined where that is not known. */
  readonly isPattern: boolean | undefined;
  readonly find: (key: string) => LookupResult | 'unknown';
  /** As Table.valuesForNames. */
  readonly values: () => readonly FoundEntry[] | undefined;
}

/** A logical line, without the white space at its end. */
export interface TableLine {
  readonly text: string;
  readonly at?: NonNullable<FoundEntry['at']>;
}

/** The logical lines of a table (readllines(3)); `file` where it stands in one. */
export function tableLines(text: string, file?: string): readonly TableLine[] {
  // The kind of the file is of no matter here.
  const { lines } = splitLogicalLines({ kind: 'main.cf', text });
  let line = 0;
  let reached = 0;
  return lines.map((logical) => {
    const trimmed = logical.text.slice(0, trimEnd(logical.text, 0, logical.text.length));
    if (file === undefined) return { text: trimmed };
    const offset = logical.pieces[0]?.offset ?? 0;
    for (let next = text.indexOf('\n', reached); next >= 0 && next < offset; next = text.indexOf('\n', reached)) {
      line++;
      reached = next + 1;
    }
    return { text: trimmed, at: { file, line } };
  });
}

export function foundIn({ at }: TableLine, value: string): FoundEntry {
  return at ? { kind: 'found', value, at } : { kind: 'found', value };
}

export const NONE: LookupResult = { kind: 'none' };
export const ERROR: LookupResult = { kind: 'error' };
