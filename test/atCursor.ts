import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, MarkupContent } from 'vscode-languageserver-types';
import type { Locale } from '../server/src/engine/locale';
import { completion } from '../server/src/features/completion';
import { hover } from '../server/src/features/hover';
import type { FeatureRequest } from '../server/src/features/request';
import { configurationOf } from './check';

/** The text of main.cf and master.cf; the cursor is at the `¦` in one of them. */
type Files = Readonly<Record<string, string>>;

export interface CursorOptions {
  readonly locale?: Locale;
  readonly version?: string;
}

/** The Markdown that is shown for what is at the cursor; '' for nothing. */
export function hovered(files: Files, options: CursorOptions = {}): string {
  const { request, offset } = atCursor(files, options);
  return (hover(request, offset)?.contents as MarkupContent | undefined)?.value ?? '';
}

/** What is suggested at the cursor. */
export function completed(files: Files, options: CursorOptions = {}): CompletionItem[] {
  const { request, offset } = atCursor(files, options);
  return completion(request, offset, { suggestAfterName: false, itemDefaults: false, snippets: true }).items;
}

function atCursor(
  files: Files,
  { locale = 'en', version }: CursorOptions,
): { request: FeatureRequest; offset: number } {
  const kind = files['master.cf']?.includes('¦') ? 'master.cf' : 'main.cf';
  const offset = files[kind]?.indexOf('¦') ?? -1;
  if (offset < 0) throw new Error('There is no ¦ in the files.');
  const texts = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replace('¦', '')]));
  const document = TextDocument.create(`file:///etc/postfix/${kind}`, 'x', 1, texts[kind] ?? '');
  const configuration = configurationOf(texts, version === undefined ? {} : { version });
  const none = () => [];
  const uriOf = () => undefined;
  return {
    request: { configuration, document, kind, locale, uriOf, problems: none, problemsWith: none },
    offset,
  };
}
