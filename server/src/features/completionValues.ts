import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { restrictionClasses } from '../engine/configuration/restrictionLists';
import { transportHelp } from '../engine/help/nexthopHelp';
import { restrictionHelp } from '../engine/help/restrictionHelp';
import { tableTypeHelp } from '../engine/help/tableHelp';
import { type Parameter, parameterIn, typeOf } from '../engine/knowledge/parameters';
import { type NamedRestriction, restrictionIn, restrictionsOf } from '../engine/knowledge/restrictions';
import { type TableType, tableTypesOf } from '../engine/knowledge/tableTypes';
import { existsIn } from '../engine/knowledge/version';
import { textOf } from '../engine/syntax/logicalLine';
import { programOf } from '../engine/syntax/masterCf';
import type { Context } from './completionContext';
import { type CompletionOptions, itemMaker, type MakeItem } from './completionItem';
import type { FeatureRequest } from './request';

/** Suggests what a value may be: by the type of the parameter, and by what its text means. */
export function valueItems(
  request: FeatureRequest,
  context: Context & { kind: 'value' },
  options: CompletionOptions,
): CompletionItem[] {
  const { configuration } = request;
  const item = itemMaker(request, context, options);
  const parameter = parameterIn(configuration.version, context.name);
  if (isRestrictionList(request, parameter, context.name)) return restrictionListItems(request, context.previous, item);
  if (!parameter) return [];
  if (typeOf(parameter, configuration.version) === 'boolean') {
    return ['yes', 'no'].map((word) => item(word, CompletionItemKind.Value));
  }
  if (parameter.values) return keywordItems(request, parameter, item);
  return BY_MEANING[parameter.holds ?? '']?.(request, item) ?? [];
}

/** What is suggested by what the text of a value means. In lists of clients, domains or users each element may be a table. */
const BY_MEANING: Readonly<Record<string, (request: FeatureRequest, item: MakeItem) => CompletionItem[]>> = {
  'lookup table': tableItems,
  'lookup tables': tableItems,
  'cache database': cacheItems,
  'address match list': tableItems,
  'client match list': tableItems,
  'domain match list': tableItems,
  'string match list': tableItems,
  'user match list': tableItems,
  transport: transportItems,
  'transport name list': transportItems,
  'service name': serviceItems,
};

/** Whether there is anything to suggest for what a text means. */
export function suggestsFor(holds: string | undefined): boolean {
  return holds === 'restriction list' || (holds !== undefined && Object.hasOwn(BY_MEANING, holds));
}

function keywordItems({ configuration, locale }: FeatureRequest, parameter: Parameter, item: MakeItem) {
  return Object.entries(parameter.values ?? {})
    .filter(
      ([word, facts]) =>
        existsIn(facts, configuration.version) &&
        (!parameter.valuesInEffect || parameter.valuesInEffect.includes(word)),
    )
    .map(([word, facts], i) => inOrder(item(word, CompletionItemKind.EnumMember, facts.text?.[locale]), i));
}

/** Keeps an item at its place; else clients sort by label. */
function inOrder(item: CompletionItem, place: number): CompletionItem {
  return { ...item, sortText: String(place).padStart(3, '0') };
}

function isRestrictionList({ configuration }: FeatureRequest, parameter: Parameter | undefined, name: string): boolean {
  return parameter?.holds === 'restriction list' || restrictionClasses(configuration).includes(name);
}

function restrictionListItems(request: FeatureRequest, previous: string, item: MakeItem): CompletionItem[] {
  const { version } = request.configuration;
  switch (restrictionIn(version, previous)?.argument) {
    case 'lookup table':
      return tableItems(request, item);
    case 'policy service':
      return ['inet:127.0.0.1:10023', 'unix:private/policy'].map((address) => item(address, CompletionItemKind.Value));
    case undefined:
      return [
        ...restrictionItems(request, item),
        ...restrictionClasses(request.configuration).map((name) => item(name, CompletionItemKind.Class)),
      ];
    default:
      return [];
  }
}

/** What a restriction wants after its name, as a placeholder. */
const ARGUMENTS: Readonly<Record<NonNullable<NamedRestriction['argument']>, string>> = {
  'lookup table': '${1:hash:/etc/postfix/access}',
  'policy service': '${1:inet:127.0.0.1:10023}',
  'dns list': '${1:zen.spamhaus.org}',
  seconds: '${1:1}',
};

function restrictionItems({ configuration, locale }: FeatureRequest, item: MakeItem): CompletionItem[] {
  return restrictionsOf(configuration.version)
    .filter(({ aliasOf, deprecated }) => !aliasOf && !deprecated)
    .map(({ name, argument }) =>
      item(
        name,
        CompletionItemKind.Function,
        restrictionHelp(name, locale),
        argument && `${name} ${ARGUMENTS[argument]}`,
      ),
    );
}

/** The types that people write by hand come first. */
const USUAL_TYPES = ['hash', 'lmdb', 'texthash', 'cidr', 'pcre', 'regexp', 'inline', 'static'];

function tableItems(request: FeatureRequest, item: MakeItem): CompletionItem[] {
  return typeItems(request, tableTypesOf(request.configuration.version), item);
}

/** Postfix writes to a cache by itself. */
function cacheItems(request: FeatureRequest, item: MakeItem): CompletionItem[] {
  return typeItems(
    request,
    tableTypesOf(request.configuration.version).filter(({ writable }) => writable),
    item,
  );
}

function typeItems({ configuration, locale }: FeatureRequest, types: TableType[], item: MakeItem): CompletionItem[] {
  return types
    .sort((one, two) => rankOf(one) - rankOf(two))
    .map((type, i) =>
      inOrder(
        item(
          `${type.type}:`,
          CompletionItemKind.Module,
          tableTypeHelp(configuration.version, type.type, locale),
          `${type.type}:${nameSnippet(type)}`,
        ),
        i,
      ),
    );
}

function rankOf({ type }: TableType): number {
  const usual = USUAL_TYPES.indexOf(type);
  return usual < 0 ? USUAL_TYPES.length : usual;
}

/** A placeholder for what follows the colon. */
function nameSnippet({ name }: TableType): string {
  switch (name) {
    case 'source':
    case 'file':
    case 'client file':
      return '/etc/postfix/${1:name}';
    case 'entries':
      return '{ ${1:key} = ${2:value} }';
    case 'values':
    case 'tables':
      return '{ ${1} }';
    default:
      return '${1}';
  }
}

/** Programs that deliver mail: a transport is a service that runs one. */
const DELIVERY_PROGRAMS: ReadonlySet<string> = new Set([
  'smtp',
  'lmtp',
  'local',
  'virtual',
  'pipe',
  'error',
  'discard',
]);

function transportItems({ configuration, locale }: FeatureRequest, item: MakeItem): CompletionItem[] {
  const services = configuration.master?.services ?? [];
  const names = services.flatMap((service) =>
    textOf(service.type) !== 'inet' && DELIVERY_PROGRAMS.has(programOf(service)) ? [textOf(service.service)] : [],
  );
  return [...new Set(names)].map((name) =>
    item(name, CompletionItemKind.Reference, transportHelp(configuration, name, locale)),
  );
}

function serviceItems({ configuration }: FeatureRequest, item: MakeItem): CompletionItem[] {
  const services = configuration.master?.services ?? [];
  const names = services.flatMap(({ service, type }) => (textOf(type) === 'inet' ? [] : [textOf(service)]));
  return [...new Set(names)].map((name) => item(name, CompletionItemKind.Reference));
}
