import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
} from 'vscode-languageserver-types';
import { isDeprecatedIn, parameterHelp } from '../engine/help/parameterHelp';
import { isLegacy, type Parameter, parameterIn, parametersOf, typeOf } from '../engine/knowledge/parameters';
import type { PostfixVersion } from '../engine/knowledge/version';
import { type Context, contextAt } from './completionContext';
import { type CompletionOptions, replacedRange } from './completionItem';
import { argumentItems, fieldItems } from './completionMaster';
import { suggestsFor, valueItems } from './completionValues';
import type { FeatureRequest } from './request';

/** What the client keeps of an item, to ask for its help later; the name is its label. */
export interface ItemData {
  readonly uri: string;
}

/** Suggests parameter names, values, restrictions and the words of master.cf, as they fit the place. */
export function completion(request: FeatureRequest, offset: number, options: CompletionOptions): CompletionList {
  const context = contextAt(request.document.getText(), request.kind, offset);
  if (!context) return listOf([]);
  switch (context.kind) {
    case 'name':
      return nameList(request, context, options);
    case 'value':
      return listOf(valueItems(request, context, options));
    case 'reference':
      return referenceList(request, context, options);
    case 'field':
      return listOf(fieldItems(request, context, options));
    case 'argument':
      return listOf(argumentItems(request, context, options));
  }
}

function listOf(items: CompletionItem[]): CompletionList {
  return { isIncomplete: false, items };
}

/** Adds the help to an item that the user looks at. */
export function resolveCompletion(request: FeatureRequest, item: CompletionItem): CompletionItem {
  const value = parameterHelp(request.configuration, item.label, { locale: request.locale });
  return value === undefined ? item : { ...item, documentation: { kind: 'markdown', value } };
}

function nameList(
  request: FeatureRequest,
  context: Context & { kind: 'name' },
  options: CompletionOptions,
): CompletionList {
  const ending = context.hasEquals ? '' : context.inOption ? '=' : ' = ';
  const suggestsValues = options.suggestAfterName && ending !== '';
  const items = nameItems(request).map((item) => ({
    ...item.common,
    textEditText: item.common.label + ending,
    ...(suggestsValues && item.hasValues && { command: { title: '', command: 'editor.action.triggerSuggest' } }),
  }));
  return withDefaults(request, context, options, items);
}

/** A name to suggest. No summary in the list: names are long, and it would cut them. Its help comes beside the list. */
interface NameItem {
  readonly common: CompletionItem;
  readonly hasValues: boolean;
}

/** Made once for each version: the same hundreds of them at every key. */
function nameItems({ configuration }: FeatureRequest): readonly NameItem[] {
  const { version } = configuration;
  let known = namesByVersion.get(version);
  if (!known) {
    known = suggestedParameters(version).map((parameter) => ({
      common: {
        label: parameter.name,
        kind: CompletionItemKind.Property,
        // Deprecated names go last.
        sortText: `${parameter.deprecated ? 1 : 0}${parameter.name}`,
        ...(isDeprecatedIn(parameter, configuration) && { tags: [CompletionItemTag.Deprecated] }),
      },
      hasValues: hasValuesToSuggest(parameter, version),
    }));
    namesByVersion.set(version, known);
  }
  return known;
}
const namesByVersion = new Map<PostfixVersion, readonly NameItem[]>();

function suggestedParameters(version: PostfixVersion): Parameter[] {
  return [...parametersOf(version).values()].filter(
    (parameter) => !isLegacy(parameter, version) && parameter.defaultFrom !== 'program',
  );
}

/** A long list, with what its items have in common said once where the client understands that. */
function withDefaults(
  request: FeatureRequest,
  context: Context,
  { itemDefaults }: CompletionOptions,
  items: CompletionItem[],
): CompletionList {
  const range = replacedRange(request, context);
  const data: ItemData = { uri: request.document.uri };
  if (itemDefaults) return { isIncomplete: false, itemDefaults: { editRange: range, data }, items };
  return listOf(
    items.map(({ textEditText, ...item }) => ({
      ...item,
      data,
      textEdit: { range, newText: textEditText ?? item.label },
    })),
  );
}

function hasValuesToSuggest(parameter: Parameter, version: PostfixVersion): boolean {
  const { values, holds } = parameter;
  return typeOf(parameter, version) === 'boolean' || values !== undefined || suggestsFor(holds);
}

/** The names that a `$` can stand before: what main.cf sets first, then what Postfix has. */
function referenceList(request: FeatureRequest, context: Context, options: CompletionOptions): CompletionList {
  const { mainEntries, version } = request.configuration;
  const own = [...mainEntries.keys()].filter((name) => !parameterIn(version, name));
  return withDefaults(request, context, options, [
    ...own.map((name) => ({ label: name, kind: CompletionItemKind.Variable, sortText: `0${name}` })),
    ...nameItems(request).map(({ common }) => ({ ...common, kind: CompletionItemKind.Variable })),
  ]);
}
