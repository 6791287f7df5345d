import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { Configuration, Texts } from '../engine/configuration/configuration';
import type { Locale } from '../engine/locale';
import type { Problem } from '../engine/rules/rule';
import type { FileKind, Span } from '../engine/syntax/document';

/** What a feature is asked about: one document of a configuration, and a place in it. */
export interface FeatureRequest {
  readonly configuration: Configuration;
  readonly document: TextDocument;
  readonly kind: FileKind;
  readonly locale: Locale;
  /** Where a file of the configuration is: one of the pair, or a table that it names. Undefined where it cannot be read. */
  uriOf(file: string): string | undefined;
  /** The problems of the configuration, found once for each version of its files. */
  problems(): readonly Problem[];
  /** The problems that it would have with other texts of its files. */
  problemsWith(texts: Texts): readonly Problem[];
}

export function rangeOf(document: TextDocument, { start, end }: Pick<Span, 'start' | 'end'>): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
