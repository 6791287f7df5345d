import type { Configuration, TextFile } from '../configuration/configuration';
import { isSince } from '../knowledge/version';
import type { SourceFile } from '../syntax/document';
import { splitText } from '../syntax/list';
import { splitLogicalLines } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { hasHostBits, isInNetwork, type Network, parseNetwork } from '../syntax/networkPattern';
import { isHostName } from './hostNames';
import type { LookupResult } from './lookupResult';
import { defaultNetworks, mayBeInDefaultNetworks, settingOf, unknownNameIn } from './machineSettings';
import { certain, type Dependency, type Possible } from './possible';
import { perParameter } from './remember';
import { type Dictionary, openTable } from './tables';

/** Whether a list matches; `error`: a lookup fails on the way (`list->error` in match_list.h). */
export type Match = boolean | 'error';

/** string_list_match(3): the whole text, as in `mydestination`. */
export function matchesString(
  configuration: Configuration,
  list: string,
  text: string,
  service?: ServiceEntry,
): Possible<Match> {
  const key = text.toLowerCase();
  return matches(configuration, list, service, (pattern) => matchText(pattern, key));
}

/** domain_list_match(3): a domain and, as the list has it, those below it, as in `relay_domains`. */
export function matchesDomain(
  configuration: Configuration,
  list: string,
  domain: string,
  service?: ServiceEntry,
): Possible<Match> {
  const key = domain.toLowerCase();
  const isParent = matchesParents(configuration, list, service);
  return matches(configuration, list, service, (pattern) => matchHostName(pattern, key, isParent));
}

/** A client of smtpd(8). */
interface NameAndAddress {
  /** `unknown` if DNS confirms none; absent if only DNS can tell. */
  readonly name?: string;
  readonly address: string;
}

/** namadr_list_match(3): the name of a client or its address, as in `mynetworks`. */
export function matchesClient(
  configuration: Configuration,
  list: string,
  { name, address }: NameAndAddress,
  service?: ServiceEntry,
): Possible<Match> {
  const isParent = matchesParents(configuration, list, service);
  const byName = name === undefined ? matchSomeName(address) : matchHostNameOf(name.toLowerCase(), isParent);
  const attempts = [byName, matchAddressOf(address.toLowerCase())];
  const result = matches(configuration, list, service, (pattern) => firstOf(attempts, (attempt) => attempt(pattern)));
  const isDefault = defaultNetworks(configuration, list, service) !== undefined;
  const because = isDefault ? mayBeInDefaultNetworks(configuration, address) : undefined;
  if (!because || !result.values.includes(false)) return result;
  return { values: [...new Set([...result.values, true])], because: [...result.because, because] };
}

/** match_parent_style(3): whether `example.com` stands for the names below it too. */
export function matchesParents(configuration: Configuration, list: string, service?: ServiceEntry): boolean {
  return matchesString(configuration, 'parent_domain_matches_subdomains', list, service).values.includes(true);
}

/** What a pattern comes to: `none` leaves it to the next one, `mismatch` is a match after `!`. */
type Step = 'match' | 'mismatch' | 'none' | 'error';
const MATCH = certain<Step>('match');
const NONE = certain<Step>('none');
const FAILURE = certain<Step>('error');

/** What one thing in a list comes to. */
type Test = (pattern: Plain) => Possible<Step>;

/** The first that comes to something. */
function firstOf<Item>(items: Iterable<Item>, ask: (item: Item) => Possible<Step>): Possible<Step> {
  const steps = new Set<Step>();
  const because = new Set<Dependency>();
  for (const item of items) {
    const asked = ask(item);
    if (asked === NONE) continue;
    if (steps.size === 0 && asked.values.length === 1) return asked;
    for (const step of asked.values) steps.add(step);
    for (const one of asked.because) because.add(one);
    if (!asked.values.includes('none')) {
      steps.delete('none');
      return { values: [...steps], because: steps.size > 1 ? [...because] : [] };
    }
  }
  return steps.size === 0 ? NONE : { values: [...steps], because: [...because] };
}

/** match_list_match: the patterns of a list in their order. */
function matches(
  configuration: Configuration,
  list: string,
  service: ServiceEntry | undefined,
  test: Test,
): Possible<Match> {
  const { readFile } = configuration.machine;
  /** What files have come to; a file that is being read already names itself. */
  const known = new Map<string, Possible<Step>>();

  const testFile = (path: string): Possible<Step> => {
    const before = known.get(path);
    if (before) return before;
    const unknown: Possible<Step> = {
      values: ['match', 'mismatch', 'none', 'error'],
      because: [{ kind: 'file', name: path }],
    };
    known.set(path, unknown);
    const file = readFile?.(path);
    const result = file ? firstOf(patternsInFile(configuration, file), testPattern) : unknown;
    known.set(path, result);
    return result;
  };

  const testPattern = (pattern: Pattern): Possible<Step> => {
    const result = pattern.kind === 'file' ? testFile(pattern.name) : test(opened(configuration, pattern));
    return pattern.isNegated && result !== NONE ? negated(result) : result;
  };

  const { values, because } = firstOf(patternsOf(configuration, list, service), testPattern);
  const answers = values.map((step) => (step === 'error' ? step : step === 'match'));
  return { values: [...new Set(answers)], because };
}

function negated({ values, because }: Possible<Step>): Possible<Step> {
  const OPPOSITE = { match: 'mismatch', mismatch: 'match' } as const;
  return { values: values.map((step) => (step in OPPOSITE ? OPPOSITE[step as 'match'] : step)), because };
}

interface Negatable {
  /** After an odd number of `!`. */
  readonly isNegated: boolean;
}

type Pattern = Negatable & Item;
type Item = Text | { readonly kind: 'file' | 'table'; readonly name: string };
type Plain = Text | { readonly kind: 'table'; readonly table: Dictionary };

type Text =
  /** What is no file and no table, in lower case; `network`, if it stands for more than its own text. */
  | { readonly kind: 'text'; readonly text: string; readonly network: Network | 'malformed' | undefined }
  /** A `!` with nothing after it: the program ends ("no pattern after '!'"). */
  | { readonly kind: 'nothing' };

function opened(configuration: Configuration, item: Item): Plain {
  return 'name' in item ? { kind: 'table', table: openTable(configuration, item.name, 'list') } : item;
}

/** The patterns of a list, read once. */
const patternsOf = perParameter((configuration, list, service): readonly Pattern[] =>
  parse(defaultNetworks(configuration, list, service) ?? settingOf(configuration, list, service)),
);

/** The patterns in a file that a list names, read once for each text that it has. */
function patternsInFile({ version }: Configuration, file: TextFile): readonly Pattern[] {
  const known = isSince(version, '3.8') ? byLogicalLines : byLines;
  let patterns = known.get(file);
  if (!patterns) {
    patterns = (known === byLines ? linesOf(file) : logicalLinesOf(file)).flatMap(parse);
    known.set(file, patterns);
  }
  return patterns;
}
const byLines = new WeakMap<TextFile, readonly Pattern[]>();
const byLogicalLines = new WeakMap<TextFile, readonly Pattern[]>();

function linesOf({ text }: TextFile): string[] {
  return text.split('\n').filter((line) => !line.startsWith('#'));
}

/** Since 3.8: without those that begin with a blank and continue nothing. */
function logicalLinesOf({ text }: TextFile): string[] {
  return splitLogicalLines(sourceOf(text)).lines.map((line) => line.text);
}

function sourceOf(text: string): SourceFile {
  return { kind: 'main.cf', text };
}

/** match_list_parse, up to a `#comment`. */
function parse(text: string): Pattern[] {
  const words = splitText(text);
  const comment = words.findIndex((word) => word.startsWith('#'));
  return (comment < 0 ? words : words.slice(0, comment)).map((word) => {
    const item = word.replace(/^!+/, '');
    return { isNegated: (word.length - item.length) % 2 === 1, ...parseItem(item) };
  });
}

function parseItem(item: string): Item {
  if (item === '') return { kind: 'nothing' };
  if (item.startsWith('/')) return { kind: 'file', name: item };
  if (!item.startsWith('[') && item.includes(':')) return { kind: 'table', name: item };
  const text = item.toLowerCase();
  return { kind: 'text', text, network: networkOf(text) };
}

/** What match_hostaddr gives to cidr_match_parse(3), and what comes of it. */
function networkOf(text: string): Network | 'malformed' | undefined {
  if (!/[:/]/.test(text)) return undefined;
  const network = parseNetwork(text);
  if (network === undefined) return undefined;
  // Unlike inet_pton(3), parseNetwork reads `010.0.0.0`.
  return typeof network === 'string' || /^0\d|\.0\d/.test(network.address) || hasHostBits(network)
    ? 'malformed'
    : network;
}

/** match_string. */
function matchText(pattern: Plain, key: string): Possible<Step> {
  switch (pattern.kind) {
    case 'nothing':
      return FAILURE;
    case 'table':
      return lookUp(pattern.table, key);
    case 'text':
      return pattern.text === key ? MATCH : matchUnknown(pattern.text, key);
  }
}

/** Where a name is not known, a name that is another may be the same. */
function matchUnknown(text: string, key: string): Possible<Step> {
  const because = unknownNameIn(text) ?? unknownNameIn(key);
  if (!because || !mayBeName(text) || !mayBeName(key)) return NONE;
  return { values: ['match', 'none'], because: [because] };
}

function mayBeName(text: string): boolean {
  return isHostName(text.startsWith('.') ? text.slice(1) : text, true);
}

function lookUp(table: Dictionary, key: string, isPartial = false): Possible<Step> {
  const because = unknownNameIn(key);
  if (because) return stepOf({ kind: 'unknown', because });
  return stepOf(isPartial ? table.find(key, true) : table.get(key));
}

function stepOf(result: LookupResult): Possible<Step> {
  switch (result.kind) {
    case 'found':
      return MATCH;
    case 'none':
      return NONE;
    case 'error':
      return FAILURE;
    case 'unknown':
      return { values: ['match', 'none', 'error'], because: [result.because] };
  }
}

/** match_hostname. */
function matchHostName(pattern: Plain, name: string, isParent: boolean): Possible<Step> {
  if (pattern.kind === 'table') {
    return firstOf(withParents(name, isParent), (entry) => lookUp(pattern.table, entry, entry !== name));
  }
  if (pattern.kind === 'text') {
    const { text } = pattern;
    const suffix = isParent ? `.${text}` : text;
    const isBelow = (isParent || text.startsWith('.')) && name.length > suffix.length && name.endsWith(suffix);
    if (isBelow) return MATCH;
  }
  return matchText(pattern, name);
}

function matchHostNameOf(name: string, isParent: boolean): Test {
  return (pattern) => matchHostName(pattern, name, isParent);
}

/** `a.b.c`, and what stands for the domains around it: `b.c`, `c`, or else `.b.c`, `.c`. */
export function* withParents(name: string, isParent: boolean): Generator<string> {
  for (let entry = name; entry !== ''; ) {
    yield entry;
    const dot = entry.indexOf('.', 1);
    if (dot < 0) return;
    entry = entry.slice(isParent ? dot + 1 : dot);
  }
}

/** The same for a name that only DNS knows: whether there is a name that matches. */
function matchSomeName(address: string): Test {
  const because: Dependency = { kind: 'DNS permit', name: address };
  const perhaps: Possible<Step> = { values: ['match', 'none'], because: [because] };
  return (pattern) => {
    if (pattern.kind === 'nothing') return FAILURE;
    if (pattern.kind === 'text') return mayBeName(pattern.text) ? perhaps : NONE;
    const values = pattern.table.valuesForNames();
    const ofUnknown = lookUp(pattern.table, 'unknown');
    if (values === undefined || ofUnknown === FAILURE) return ofUnknown;
    return values.length > 0 ? perhaps : NONE;
  };
}

/** match_hostaddr. */
function matchAddressOf(address: string): Test {
  const isAddress = /^[0-9.a-f:]*$/.test(address);
  const isIpv6 = address.includes(':');
  return (pattern) => {
    if (!isAddress) return NONE;
    if (pattern.kind !== 'text') return matchText(pattern, address);
    const { text, network } = pattern;
    if (text === address || text === `[${address}]`) return MATCH;
    if (!network || text.includes(':') !== isIpv6) return NONE;
    if (network === 'malformed') return FAILURE;
    return isInNetwork(address, network) ? MATCH : NONE;
  };
}
