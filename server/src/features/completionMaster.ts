import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import {
  attributesOf,
  COLUMNS,
  DAEMON_OPTIONS,
  PROGRAMS,
  programNamed,
  SERVICE_TYPES,
  serviceTypesOf,
} from '../engine/knowledge/services';
import { LOCAL_SERVICES, stockLines } from '../engine/knowledge/stockServices';
import { existsIn } from '../engine/knowledge/version';
import type { Context } from './completionContext';
import { type CompletionOptions, itemMaker, type MakeItem } from './completionItem';
import type { FeatureRequest } from './request';

/** Suggests the words of one of the eight columns of master.cf. */
export function fieldItems(
  request: FeatureRequest,
  context: Context & { kind: 'field' },
  options: CompletionOptions,
): CompletionItem[] {
  const { locale } = request;
  const { version } = request.configuration;
  const item = itemMaker(request, context, options);
  switch (context.field) {
    case 'service':
      return stockServiceItems(request, item);
    case 'type':
      return serviceTypesOf(version).map((name) =>
        item(name, CompletionItemKind.Value, SERVICE_TYPES[name]?.text[locale]),
      );
    case 'command':
      return Object.entries(PROGRAMS)
        .filter(([, facts]) => existsIn(facts, version))
        .map(([name, { text }]) => item(name, CompletionItemKind.Value, text[locale]));
    default:
      return Object.entries(COLUMNS[context.field].values ?? {}).map(([word, { text }]) =>
        item(word, CompletionItemKind.Value, text[locale]),
      );
  }
}

/**
 * The services that are reached on this machine only, each as the whole line of the stock master.cf. Those that listen on
 * a port need more than a line: the snippets have them.
 */
function stockServiceItems({ configuration, locale }: FeatureRequest, item: MakeItem): CompletionItem[] {
  return Object.entries(LOCAL_SERVICES).flatMap(([name, service]) => {
    const line = stockLines({ name, ...service }, configuration.version).find((one) => !one.startsWith('#'));
    return line === undefined ? [] : [item(name, CompletionItemKind.Reference, service.text[locale], line)];
  });
}

/** Suggests the options of every service, and the attributes that its program has. */
export function argumentItems(
  request: FeatureRequest,
  context: Context & { kind: 'argument' },
  options: CompletionOptions,
): CompletionItem[] {
  const { locale } = request;
  const item = itemMaker(request, context, options);
  const program = programNamed(context.program);
  const attributes = program && attributesOf(program, request.configuration.version);
  return [
    ...Object.entries(DAEMON_OPTIONS).map(([letter, { text }]) =>
      item(`-${letter}`, CompletionItemKind.Operator, text[locale]),
    ),
    ...[...(attributes ?? [])].map(([name, { text }]) => item(`${name}=`, CompletionItemKind.Property, text[locale])),
  ];
}
