import type { Cause } from '../engine/access/answer';
import { spanOf } from '../engine/syntax/logicalLine';
import { tableFile } from '../files';
import type { Loaded } from './load';
import { type Position, rangeOf } from './position';

/** Where that stands which decided, with the names of files as they were given. */
export interface CausePlaces {
  /** Undefined for a default. */
  position(cause: Cause): (Position & { readonly file: string }) | undefined;
  /** The entry of a lookup table; the line counts from 1. */
  entry(cause: Cause): { readonly file: string; readonly line: number } | undefined;
}

export function placesIn({ fileNames, directory }: Pick<Loaded, 'fileNames' | 'directory'>): CausePlaces {
  return {
    position({ at }) {
      if (!at) return undefined;
      const span = spanOf(at);
      const { line, column } = rangeOf(span);
      return { file: fileNames[span.file.kind] ?? span.file.kind, line, column };
    },
    entry({ entry }) {
      return entry && { file: tableFile(directory, entry.file) ?? entry.file, line: entry.line + 1 };
    },
  };
}
