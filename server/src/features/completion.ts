import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  InsertTextFormat,
} from 'vscode-languageserver-types';
import { isDeprecatedIn, parameterHelp } from '../engine/help/parameterHelp';
import { restrictionHelp } from '../engine/help/restrictionHelp';
import { isLegacy, type Parameter, parameterIn, parametersOf, typeOf } from '../engine/knowledge/parameters';
import { restrictionsOf } from '../engine/knowledge/restrictions';
import { COLUMNS, PROGRAMS, serviceTypesOf } from '../engine/knowledge/services';
import { existsIn, type PostfixVersion } from '../engine/knowledge/version';
import { type Context, contextAt } from './completionContext';
import { type FeatureRequest, rangeOf } from './request';

/** What the client keeps of an item, to ask for its help later; the name is its label. */
export interface ItemData {
  readonly uri: string;
}

/** What the client can do. */
export interface CompletionOptions {
  /** It can be asked to suggest values right after a name was inserted. */
  readonly suggestAfterName: boolean;
  /** It understands what a whole list has in common: the range that is replaced, and the data. */
  readonly itemDefaults: boolean;
}

/** Suggests parameter names, values, restrictions and the words of master.cf, as they fit the place. */
export function completion(request: FeatureRequest, offset: number, options: CompletionOptions): CompletionList {
  const context = contextAt(request.document.getText(), request.kind, offset);
  if (!context) return listOf([]);
  switch (context.kind) {
    case 'name':
      return nameList(request, context, options);
    case 'value':
      return listOf(valueItems(request, context));
    case 'reference':
      return referenceList(request, context, options);
    case 'field':
      return listOf(fieldItems(request, context));
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
  const range = rangeOf(request.document, asSpan(request, context));
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
  return (
    typeOf(parameter, version) === 'boolean' || parameter.values !== undefined || parameter.holds === 'restriction list'
  );
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

function valueItems(request: FeatureRequest, context: Context & { kind: 'value' }): CompletionItem[] {
  const { configuration, locale } = request;
  const { version } = configuration;
  const parameter = parameterIn(version, context.name);
  if (!parameter) return [];
  const range = rangeOf(request.document, asSpan(request, context));
  const item = (label: string, kind: CompletionItemKind, documentation?: string): CompletionItem => ({
    label,
    kind,
    textEdit: { range, newText: label },
    ...(documentation !== undefined && { documentation: { kind: 'markdown', value: documentation } }),
  });
  if (typeOf(parameter, version) === 'boolean') {
    return ['yes', 'no'].map((word) => item(word, CompletionItemKind.Value));
  }
  if (parameter.values) {
    return Object.entries(parameter.values)
      .filter(
        ([word, facts]) =>
          existsIn(facts, version) && (!parameter.valuesInEffect || parameter.valuesInEffect.includes(word)),
      )
      .map(([word, facts], i) => ({
        ...item(word, CompletionItemKind.EnumMember, facts.text?.[locale]),
        sortText: String(i).padStart(3, '0'),
      }));
  }
  if (parameter.holds === 'restriction list') return restrictionItems(request, item);
  return [];
}

/** What a restriction wants after its name, as a placeholder. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  'lookup table': '${1:hash:/etc/postfix/access}',
  'policy service': '${1:inet:127.0.0.1:10023}',
  'dns list': '${1:zen.spamhaus.org}',
  seconds: '${1:1}',
};

function restrictionItems(
  { configuration, locale }: FeatureRequest,
  item: (label: string, kind: CompletionItemKind, documentation?: string) => CompletionItem,
): CompletionItem[] {
  return restrictionsOf(configuration.version)
    .filter(({ aliasOf, deprecated }) => !aliasOf && !deprecated)
    .map(({ name, argument }) => {
      const made = item(name, CompletionItemKind.Function, restrictionHelp(name, locale));
      if (!argument || !made.textEdit) return made;
      return {
        ...made,
        insertTextFormat: InsertTextFormat.Snippet,
        textEdit: { ...made.textEdit, newText: `${name} ${ARGUMENTS[argument] ?? ''}` },
      };
    });
}

function fieldItems(request: FeatureRequest, context: Context & { kind: 'field' }): CompletionItem[] {
  const range = rangeOf(request.document, asSpan(request, context));
  const { version } = request.configuration;
  const words =
    context.field === 'type'
      ? serviceTypesOf(version)
      : context.field === 'command'
        ? Object.entries(PROGRAMS).flatMap(([name, facts]) => (existsIn(facts, version) ? [name] : []))
        : (COLUMNS[context.field].values ?? []);
  return words.map((word) => ({ label: word, kind: CompletionItemKind.Value, textEdit: { range, newText: word } }));
}

function asSpan({ document }: FeatureRequest, { start, end }: Context) {
  return { file: { kind: 'main.cf' as const, text: document.getText() }, start, end };
}
