import {
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver-types';
import type { Context } from './completionContext';
import { type FeatureRequest, rangeOf } from './request';

/** What the client can do. */
export interface CompletionOptions {
  /** It can be asked to suggest values right after a name was inserted. */
  readonly suggestAfterName: boolean;
  /** It understands what a whole list has in common: the range that is replaced, and the data. */
  readonly itemDefaults: boolean;
  /** It fills in placeholders. */
  readonly snippets: boolean;
}

/** Makes an item that replaces the word at the cursor; a `snippet` is inserted in place of the label, where that is possible. */
export type MakeItem = (
  label: string,
  kind: CompletionItemKind,
  documentation?: string,
  snippet?: string,
) => CompletionItem;

export function itemMaker(request: FeatureRequest, context: Context, { snippets }: CompletionOptions): MakeItem {
  const range = replacedRange(request, context);
  return (label, kind, documentation, snippet) => ({
    label,
    kind,
    ...(snippets && snippet !== undefined
      ? { textEdit: { range, newText: snippet }, insertTextFormat: InsertTextFormat.Snippet }
      : { textEdit: { range, newText: label } }),
    ...(documentation !== undefined && { documentation: { kind: 'markdown', value: documentation } }),
  });
}

/** The stretch of text that a choice replaces. */
export function replacedRange({ document }: FeatureRequest, context: Context): Range {
  return rangeOf(document, context);
}
