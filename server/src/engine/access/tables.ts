import type { Configuration, TextFile } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { tableTypeNamed } from '../knowledge/tableTypes';
import { existsIn, isSince } from '../knowledge/version';
import { splitText, withoutBraces } from '../syntax/list';
import { textOf, wholeLine } from '../syntax/logicalLine';
import { cidrTable } from './cidrTable';
import { aliasTable, type Fold, fold, foldAscii, keyTable, sourceTable, textTable } from './keyTable';
import type { FoundEntry, LookupResult, Table } from './lookupResult';
import { patternTable } from './patternTable';
import { perConfiguration } from './remember';
import { ERROR, NONE, type TableLine, type TableSource, tableLines } from './tableSource';

export interface Dictionary extends Table {
  /**
   * dict_get(3), which finds entries without a value too. For `find`, as for maps_find(3), these are errors, and an empty
   * key is never there. Lists of names and addresses (match_list(3)) ask this way.
   */
  get(key: string): LookupResult;
}

/**
 * What a table is opened for, which decides how. The keys of `texthash:` and `inline:` tables in a list of names and
 * addresses (match_list(3)) keep their case, though what is looked up there is in lower case (DICT_FLAG_FOLD_FIX). In
 * tables of routes nothing but the pattern may decide: rules with `$1` are skipped (DICT_FLAG_NO_REGSUB).
 */
export type TableUse = 'entries' | 'list' | 'routes';

/** Opens `type:name`, as it stands in a list of tables or restrictions (dict_open(3)). Kept for each configuration. */
export function openTable(configuration: Configuration, text: string, use: TableUse = 'entries'): Dictionary {
  let known = opened.get(configuration);
  if (!known) {
    known = new Map();
    opened.set(configuration, known);
  }
  const key = `${use} ${text}`;
  let table = known.get(key);
  if (!table) {
    table = dictionary(openSource(configuration, text, use, 0));
    known.set(key, table);
  }
  return table;
}
const opened = new WeakMap<Configuration, Map<string, Dictionary>>();

function dictionary({ isPattern, find, values }: KnownSource): Dictionary {
  let names: { readonly values: readonly FoundEntry[] | undefined } | undefined;
  return {
    get: find,
    find(key, isPartial = false) {
      if (key === '' || (isPartial && isPattern)) return NONE;
      const found = find(key);
      return found.kind === 'found' && found.value === '' ? ERROR : found;
    },
    valuesForNames() {
      names ??= { values: firstOfEachValue(values()) };
      return names.values;
    },
  };
}

function firstOfEachValue(entries: readonly FoundEntry[] | undefined): readonly FoundEntry[] | undefined {
  if (!entries) return undefined;
  const first = new Map<string, FoundEntry>();
  for (const entry of entries) if (!first.has(entry.value)) first.set(entry.value, entry);
  return [...first.values()];
}

interface KnownSource extends TableSource {
  readonly find: (key: string) => LookupResult;
}

/** A table that always fails (dict_surrogate(3), `fail:`). */
const BROKEN: TableSource = { isPattern: true, find: () => ERROR, values: () => [] };

function unknown(isPattern: boolean | undefined): TableSource {
  return { isPattern, find: () => 'unknown', values: () => undefined };
}

/** Tables in tables; nobody has as many. */
const DEEPEST = 20;

function openSource(configuration: Configuration, text: string, use: TableUse, depth: number): KnownSource {
  const source = depth > DEEPEST ? unknown(undefined) : sourceOf(configuration, text, use, depth);
  const because = { kind: 'table', name: text } as const;
  return {
    ...source,
    find(key) {
      const found = source.find(key);
      return found === 'unknown' ? { kind: 'unknown', because } : found;
    },
  };
}

function sourceOf(configuration: Configuration, text: string, use: TableUse, depth: number): TableSource {
  const { version } = configuration;
  const colon = text.indexOf(':');
  const type = text.slice(0, Math.max(0, colon));
  const name = text.slice(colon + 1);
  const facts = tableTypeNamed(type);
  if (!facts || name === '' || !existsIn(facts, version)) return BROKEN;
  const open = (inner: string) => openSource(configuration, inner, use, depth + 1);
  const folded: Fold = use === 'list' ? (key) => key : fold;
  // What dict_ht(3) is filled with: since 3.11 it does so itself, without Unicode.
  const stored: Fold = use !== 'list' && isSince(version, '3.11') ? foldAscii : folded;
  switch (type) {
    case 'btree':
    case 'cdb':
    case 'dbm':
    case 'hash':
    case 'lmdb':
    case 'sdbm': {
      const isAliases = aliasTables(configuration).has(text);
      const parse = isAliases ? aliasTable : sourceTable;
      return fromFile(configuration, name, `${isAliases ? 'aliases' : 'source'} ${use}`, (lines) =>
        parse(lines, folded),
      );
    }
    case 'texthash': {
      const allowsTwice = !isSince(version, '3.0');
      const parse: Parse = (lines) => textTable(lines, folded, stored, allowsTwice) ?? BROKEN;
      return fromFile(configuration, name, `text ${allowsTwice} ${use}`, parse);
    }
    case 'cidr':
      return fromRules(configuration, name, type, cidrTable);
    case 'pcre':
    case 'regexp':
      return fromRules(configuration, name, `${type} ${use}`, (lines) =>
        patternTable(lines, type === 'regexp', use !== 'routes'),
      );
    case 'inline':
      return inlineTable(name, folded, stored);
    case 'static':
      return staticTable(name, isSince(version, '3.0'));
    case 'fail':
      return BROKEN;
    case 'internal':
      return { isPattern: false, find: () => NONE, values: () => [] };
    case 'debug':
    case 'proxy':
      // Whether `proxy_read_maps` has it is not looked at.
      return open(name);
    case 'pipemap':
    case 'unionmap':
      return severalTables(type, elementsIn(name), folded, open);
    case 'randmap':
      return randomTable(elementsIn(name));
    case 'unix':
      return systemTable(configuration, name, folded);
    case 'socketmap':
    case 'tcp':
      return unknown(true);
    default:
      return unknown(undefined);
  }
}

type Parse = (lines: readonly TableLine[]) => TableSource;

/** Without the file nothing is known: what postmap(1) made of it may be there, and names may be relative to the queue. */
function fromFile({ machine }: Configuration, name: string, kind: string, parse: Parse): TableSource {
  const file = name.startsWith('/') ? machine.readFile?.(name) : undefined;
  if (!file) return unknown(undefined);
  let known = parsed.get(file);
  if (!known) {
    known = new Map();
    parsed.set(file, known);
  }
  const key = `${kind} ${name}`;
  let source = known.get(key);
  if (!source) {
    source = parse(tableLines(file.text, name));
    known.set(key, source);
  }
  return source;
}
const parsed = new WeakMap<TextFile, Map<string, TableSource>>();

/** A file of rules, or the rules themselves: `{ {rule}, {rule} }` (dict_stream_open). */
function fromRules(configuration: Configuration, name: string, type: string, parse: Parse): TableSource {
  if (!name.startsWith('{')) {
    const source = fromFile(configuration, name, type, parse);
    // A table that cannot be opened is not asked for parts either.
    return { ...source, isPattern: true };
  }
  const rules = isSince(configuration.version, '3.7') ? bracesOf(name) : undefined;
  const texts = rules === undefined ? [undefined] : splitText(rules).map((rule) => bracesOf(rule));
  return texts.includes(undefined) ? BROKEN : parse(tableLines(texts.join('\n')));
}

/** The text in `{ … }`, without blanks at its ends; undefined where there is other text, or no brace. */
function bracesOf(text: string): string | undefined {
  const found = withoutBraces(wholeLine({ file: { kind: 'main.cf', text }, text, pieces: [] }));
  if (!found || found.error) return undefined;
  return textOf(found.inside);
}

/** The elements of `{ a, b }`; undefined where Postfix sees bad syntax: there must be one at least. */
function elementsIn(name: string): readonly string[] | undefined {
  const elements = splitText(bracesOf(name) ?? '');
  return elements.length > 0 ? elements : undefined;
}

/** dict_inline.c; of a key that stands there twice, the last counts. */
function inlineTable(name: string, folded: Fold, stored: Fold): TableSource {
  const elements = elementsIn(name);
  if (!elements) return BROKEN;
  const entries = new Map<string, FoundEntry>();
  for (const element of elements) {
    const text = element.startsWith('{') ? bracesOf(element) : element;
    const [, key, value] = (text !== undefined && KEY_AND_VALUE.exec(text)) || [];
    if (key === undefined || value === undefined) return BROKEN;
    entries.set(stored(key), { kind: 'found', value });
  }
  return keyTable(entries, folded);
}
/** split_qnameval(3). */
const KEY_AND_VALUE = /^((?:[^ \t-\r="\\]|\\.|"(?:[^"\\]|\\.)*")*)[ \t-\r]*=[ \t-\r]*(.*)$/s;

function staticTable(name: string, allowsBraces: boolean): TableSource {
  const value = allowsBraces && name.startsWith('{') ? bracesOf(name) : name;
  if (value === undefined) return BROKEN;
  const entry: FoundEntry = { kind: 'found', value };
  return { isPattern: false, find: () => entry, values: () => [entry] };
}

function randomTable(values: readonly string[] | undefined): TableSource {
  if (!values) return BROKEN;
  const entries = values.map((value): FoundEntry => ({ kind: 'found', value }));
  const isSure = new Set(values).size === 1;
  return { isPattern: true, find: () => (isSure ? (entries[0] as FoundEntry) : 'unknown'), values: () => entries };
}

/** dict_union.c, dict_pipe.c. The first table decides what they are asked for. */
function severalTables(
  type: 'pipemap' | 'unionmap',
  texts: readonly string[] | undefined,
  folded: Fold,
  open: (text: string) => KnownSource,
): TableSource {
  if (!texts?.every((text) => text.includes(':'))) return BROKEN;
  const tables = texts.map(open);
  const [first] = tables as [KnownSource];
  const { isPattern } = first;
  const ask = type === 'pipemap' ? askInTurn : askAll;
  return {
    isPattern,
    find: (key) => ask(tables, isPattern === false ? folded(key) : key),
    values() {
      if (type === 'unionmap') return valuesOfAll(tables);
      return first.values()?.flatMap(({ value }) => {
        const found = askInTurn(tables.slice(1), value);
        return found.kind === 'found' ? [found] : [];
      });
    },
  };
}

/** The result of each table is the key for the next. */
function askInTurn(tables: readonly KnownSource[], key: string): LookupResult {
  let result: LookupResult = { kind: 'found', value: key };
  for (const { find } of tables) {
    if (result.kind !== 'found') break;
    result = find(result.value);
  }
  return result;
}

/** The results of all tables, with commas between them. */
function askAll(tables: readonly KnownSource[], key: string): LookupResult {
  let joined = '';
  let whole: LookupResult = NONE;
  let vague: LookupResult | undefined;
  for (const { find } of tables) {
    const found = find(key);
    if (found.kind === 'error') return ERROR;
    if (found.kind === 'unknown') vague ??= found;
    if (found.kind !== 'found') continue;
    whole = joined === '' ? found : { kind: 'found', value: `${joined},${found.value}` };
    joined = whole.value;
  }
  return vague ?? (joined === '' ? NONE : whole);
}

/** Undefined where more than one table may say something: what they say together is not known. */
function valuesOfAll(tables: readonly KnownSource[]): readonly FoundEntry[] | undefined {
  const all = tables.map(({ values }) => values());
  const speaking = all.filter((values) => values?.length !== 0);
  return speaking.length === 0 ? [] : speaking.length === 1 ? speaking[0] : undefined;
}

/** `unix:passwd.byname`, `unix:group.byname`: getpwnam(3), which may ask more than the file. */
function systemTable({ machine }: Configuration, name: string, folded: Fold): TableSource {
  const file = { 'passwd.byname': 'passwd', 'group.byname': 'group' }[name];
  if (!file) return BROKEN;
  const lines =
    machine.readFile?.(`/etc/${file}`) && tableLines(machine.readFile(`/etc/${file}`)?.text ?? '', `/etc/${file}`);
  const services = machine.readFile?.('/etc/nsswitch.conf')?.text;
  const asked = new RegExp(`^${file}:(.*)$`, 'm').exec(services ?? '')?.[1] ?? 'files';
  const isAll = lines && /^(?:\s|files|compat|systemd|\[[^\]]*\])*$/.test(asked);
  const entries = new Map<string, FoundEntry>();
  for (const { text, at } of lines ?? [{ text: file === 'passwd' ? 'root:x:0:0::/root:/bin/sh' : '', at: undefined }]) {
    const key = text.split(':', 1)[0] as string;
    if (text.includes(':') && !entries.has(key)) entries.set(key, { kind: 'found', value: text, ...(at && { at }) });
  }
  return {
    isPattern: false,
    find: (key) => entries.get(folded(key)) ?? (isAll ? NONE : 'unknown'),
    values: () => undefined,
  };
}

/** The tables that newaliases(1) or postalias(1) makes: `name: value`, other than all else. */
const aliasTables = perConfiguration((configuration): ReadonlySet<string> => {
  const lists = ['alias_maps', 'alias_database'].map((name) => expandedValue(configuration, name));
  return new Set(lists.flatMap(splitText).map((text) => text.replace(/^proxy:/, '')));
});
