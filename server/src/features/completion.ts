import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
} from 'vscode-languageserver-types';
import { isDeprecatedIn, parameterHelp } from '../engine/help/parameterHelp';
import { restrictionHelp } from '../engine/help/restrictionHelp';
import { isLegacy, type Parameter, parameterIn, parametersOf, typeOf } from '../engine/knowledge/parameters';
import { restrictionsOf } from '../engine/knowledge/restrictions';
import { COLUMNS, PROGRAMS, serviceTypesOf } from '../engine/knowledge/services';
import { existsIn } from '../engine/knowledge/version';
import { type Context, contextAt } from './completionContext';
import { type FeatureRequest, rangeOf } from './request';

/** What the client keeps of an item, to ask for its help later. */
export interface ItemData {
  readonly uri: string;
  readonly parameter: string;
}

/** Whether the client can be asked to suggest values right after a name was inserted. */
export interface CompletionOptions {
  readonly suggestAfterName: boolean;
}

/** Suggests parameter names, values, restrictions and the words of master.cf, as they fit the place. */
export function completion(request: FeatureRequest, offset: number, options: CompletionOptions): CompletionItem[] {
  const context = contextAt(request.document.getText(), request.kind, offset);
  if (!context) return [];
  switch (context.kind) {
    case 'name':
      return nameItems(request, context, options);
    case 'value':
      return valueItems(request, context);
    case 'reference':
      return referenceItems(request, context);
    case 'field':
      return fieldItems(request, context);
  }
}

/** Adds the help to an item that the user looks at. */
export function resolveCompletion(request: FeatureRequest, item: CompletionItem): CompletionItem {
  const { parameter } = item.data as ItemData;
  const value = parameterHelp(request.configuration, parameter, { locale: request.locale });
  return value === undefined ? item : { ...item, documentation: { kind: 'markdown', value } };
}

function nameItems(
  request: FeatureRequest,
  context: Context & { kind: 'name' },
  options: CompletionOptions,
): CompletionItem[] {
  const { configuration, document } = request;
  const range = rangeOf(document, asSpan(request, context));
  const ending = context.hasEquals ? '' : context.inOption ? '=' : ' = ';
  return suggestedParameters(request).map((parameter) => ({
    ...nameItem(request, parameter),
    textEdit: { range, newText: parameter.name + ending },
    ...(options.suggestAfterName &&
      hasValuesToSuggest(parameter, request) &&
      ending !== '' && { command: { title: '', command: 'editor.action.triggerSuggest' } }),
    ...(isDeprecatedIn(parameter, configuration) && { tags: [CompletionItemTag.Deprecated] }),
  }));
}

function suggestedParameters({ configuration: { version } }: FeatureRequest): Parameter[] {
  return [...parametersOf(version).values()].filter(
    (parameter) => !isLegacy(parameter, version) && parameter.defaultFrom !== 'program',
  );
}

/** No summary in the list: names are long, and it would cut them. The help of the one looked at comes beside it. */
function nameItem({ document }: FeatureRequest, parameter: Parameter): CompletionItem {
  const data: ItemData = { uri: document.uri, parameter: parameter.name };
  return {
    label: parameter.name,
    kind: CompletionItemKind.Property,
    data,
    // Deprecated names go last.
    sortText: `${parameter.deprecated ? 1 : 0}${parameter.name}`,
  };
}

function hasValuesToSuggest(parameter: Parameter, { configuration: { version } }: FeatureRequest): boolean {
  return (
    typeOf(parameter, version) === 'boolean' || parameter.values !== undefined || parameter.holds === 'restriction list'
  );
}

/** The names that a `$` can stand before: what main.cf sets first, then what Postfix has. */
function referenceItems(request: FeatureRequest, context: Context): CompletionItem[] {
  const { configuration, document } = request;
  const range = rangeOf(document, asSpan(request, context));
  const own = [...configuration.mainEntries.keys()].filter((name) => !parameterIn(configuration.version, name));
  return [
    ...own.map((name) => ({
      label: name,
      kind: CompletionItemKind.Variable,
      sortText: `0${name}`,
      textEdit: { range, newText: name },
    })),
    ...suggestedParameters(request).map((parameter) => ({
      ...nameItem(request, parameter),
      kind: CompletionItemKind.Variable,
      textEdit: { range, newText: parameter.name },
    })),
  ];
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
