import type { FoundEntry, LookupResult } from './lookupResult';
import { type Compiled, compile, fromBytes, type RegularExpression, toBytes } from './regularExpression';
import { ERROR, foundIn, NONE, type TableLine, type TableSource } from './tableSource';

/** `regexp:` and `pcre:` tables (dict_regexp.c, dict_pcre.c). `allowsGroups`: rules with `$1` are not skipped. */
export function patternTable(lines: readonly TableLine[], isPosix: boolean, allowsGroups = true): TableSource {
  const rules = parse(lines, isPosix, allowsGroups);
  return {
    isPattern: true,
    find(key) {
      // Where lines end within a key matters to some options.
      if (key.includes('\n')) return 'unknown';
      return find(rules, toBytes(key));
    },
    values: () => valuesOf(rules),
  };
}

interface Pattern {
  readonly isNegated: boolean;
  /** Compiled when it is needed. */
  readonly compiled: () => Compiled;
}

type Rule =
  | {
      readonly kind: 'match';
      readonly pattern: Pattern;
      readonly second?: Pattern;
      readonly result: Replacement;
      readonly line: TableLine;
    }
  /** `end`: the index of its ENDIF. `isVague`: whether this is an IF at all decides which ENDIF belongs to which. */
  | { readonly kind: 'if'; readonly pattern: Pattern; end?: number; isVague?: boolean }
  | { readonly kind: 'endif' };

/** Text, and numbers of groups. */
type Replacement = readonly (string | number)[];

function parse(lines: readonly TableLine[], isPosix: boolean, allowsGroups: boolean): readonly Rule[] {
  const rules: Rule[] = [];
  const open: (Rule & { kind: 'if' })[] = [];
  for (const line of lines) {
    const rule = parseRule(line, isPosix);
    if (!rule || (rule.kind === 'match' && hasGroups(rule.result) && !allowsGroups)) continue;
    if (rule.kind === 'if') {
      open.push(rule);
      if (rule.pattern.compiled() === 'unsupported') (open[0] as Rule & { kind: 'if' }).isVague = true;
    }
    if (rule.kind === 'endif') {
      const block = open.pop();
      // "Ignoring ENDIF without matching IF".
      if (!block) continue;
      block.end = rules.length;
    }
    rules.push(rule);
  }
  return rules;
}

/** Undefined for a line that Postfix skips with a warning. */
function parseRule(line: TableLine, isPosix: boolean): Rule | undefined {
  const text = toBytes(line.text);
  const command = /^(?:if|endif)(?![A-Za-z0-9])/i.exec(text)?.[0];
  if (command?.length === 5) return { kind: 'endif' };
  if (command) {
    const read = readPattern(text, 2, isPosix);
    return read && read.pattern.compiled() !== 'invalid' ? { kind: 'if', pattern: read.pattern } : undefined;
  }
  if (/^[A-Za-z0-9]/.test(text)) return undefined;
  const first = readPattern(text, 0, isPosix);
  if (!first) return undefined;
  const hasSecond = isPosix && text[first.end] === '!';
  const second = hasSecond ? readPattern(text, first.end, isPosix) : undefined;
  if (hasSecond && !second) return undefined;
  const result = parseReplacement(text.slice((second ?? first).end).replace(/^[ \t-\r]+/, ''));
  if (!result || (first.pattern.isNegated && hasGroups(result))) return undefined;
  return { kind: 'match', pattern: first.pattern, ...(second && { second: second.pattern }), result, line };
}

/** Reads `!/pattern/flags` (dict_regexp_get_pat, dict_pcre_get_pattern). */
function readPattern(text: string, from: number, isPosix: boolean): { pattern: Pattern; end: number } | undefined {
  let start = from;
  let isNegated = false;
  for (; /[! \t-\r]/.test(text.charAt(start)); start++) if (text[start] === '!') isNegated = !isNegated;
  const delimiter = text.charAt(start);
  let close = start + 1;
  while (close < text.length && (text[close] === '\\' || text[close] !== delimiter))
    close += text[close] === '\\' ? 2 : 1;
  if (delimiter === '' || close >= text.length) return undefined;
  const source = text.slice(start + 1, close);
  const flags = (isPosix ? /^[^ \t-\r!]*/ : /^[^ \t-\r]*/).exec(text.slice(close + 1))?.[0] ?? '';
  if ((isPosix ? /[^imx]/ : /[^imsxAEUX]/).test(flags)) return undefined;
  // Each flag turns its option over.
  const isOn = (flag: string) => flags.split(flag).length % 2 === 0;
  let known: Compiled | undefined;
  const compiled = () => {
    // Basic regular expressions, and PCRE with comments, are not for us.
    known ??= isOn('x')
      ? 'unsupported'
      : compile(source, { isPosix, ignoresCase: !isOn('i'), isAnchored: isOn('A'), isUngreedy: isOn('U') });
    return known;
  };
  return { pattern: { isNegated, compiled }, end: close + 1 + flags.length };
}

/** Splits at `$1`, `${1}`, `$(1)` (mac_parse(3)); undefined for what Postfix does not take. */
function parseReplacement(text: string): Replacement | undefined {
  const parts: (string | number)[] = [];
  let literal = '';
  for (let at = 0; at < text.length; ) {
    const dollar = text.indexOf('$', at);
    literal += text.slice(at, dollar < 0 ? undefined : dollar);
    if (dollar < 0) break;
    if (text[dollar + 1] === '$') {
      literal += '$';
      at = dollar + 2;
      continue;
    }
    const name = /^(?:([0-9]+)(?!\w)|\{([0-9]+)\}|\(([0-9]+)\))/.exec(text.slice(dollar + 1));
    const number = Number(name?.[1] ?? name?.[2] ?? name?.[3] ?? 0);
    if (!name || number < 1) return undefined;
    parts.push(literal, number);
    literal = '';
    at = dollar + 1 + name[0].length;
  }
  parts.push(literal);
  return parts;
}

const groupsIn = (result: Replacement) => result.filter((part) => typeof part === 'number');
const hasGroups = (result: Replacement) => result.length > 1;

/** What a pattern says of a key, or that its rule is skipped. */
function test({ isNegated, compiled }: Pattern, key: string): boolean | 'unknown' | 'invalid' {
  const expression = compiled();
  if (expression === 'invalid') return 'invalid';
  const matches = expression === 'unsupported' ? undefined : expression.matches(key);
  return matches === undefined ? 'unknown' : matches !== isNegated;
}

/** dict_regexp_lookup, dict_pcre_lookup. */
function find(rules: readonly Rule[], key: string): LookupResult | 'unknown' {
  for (let i = 0; i < rules.length; i++) {
    const rule = rules[i] as Rule;
    if (rule.kind === 'endif') continue;
    if (rule.kind === 'if') {
      const isTrue = rule.isVague ? 'unknown' : test(rule.pattern, key);
      if (isTrue === 'unknown') return 'unknown';
      if (isTrue) continue;
      if (rule.end === undefined) break;
      i = rule.end;
      continue;
    }
    const found = tryRule(rule, key);
    if (found) return found;
  }
  return NONE;
}

function tryRule({ pattern, second, result, line }: Rule & { kind: 'match' }, key: string) {
  const first = test(pattern, key);
  const other = second ? test(second, key) : true;
  if (first === 'invalid' || other === 'invalid' || first === false || other === false) return undefined;
  const expression = pattern.compiled();
  const groups = groupsIn(result);
  if (typeof expression !== 'string' && groups.some((group) => group > expression.groups)) return undefined;
  if (first === 'unknown' || other === 'unknown') return 'unknown';
  const captured = groups.length === 0 ? [] : (expression as RegularExpression).captures(key, groups);
  if (!captured) return 'unknown';
  let count = 0;
  const value = result.map((part) => (typeof part === 'number' ? captured[count++] : part)).join('');
  return entryFor(value, line);
}

/** A value that is not UTF-8 is refused (dict_utf8_lookup). */
function entryFor(bytes: string, line: TableLine): LookupResult {
  const value = fromBytes(bytes);
  return value === undefined || value.includes('\ufffd') ? ERROR : foundIn(line, value);
}

/** Undefined where what a pattern matches decides the first word. What a `$1` further on stands for is left out. */
function valuesOf(rules: readonly Rule[]): readonly FoundEntry[] | undefined {
  const values: FoundEntry[] = [];
  for (const rule of rules) {
    if (rule.kind !== 'match') continue;
    const { pattern, second, result, line } = rule;
    const expression = pattern.compiled();
    if (expression === 'invalid' || second?.compiled() === 'invalid') continue;
    if (typeof expression !== 'string' && groupsIn(result).some((group) => group > expression.groups)) continue;
    if (hasGroups(result) && !/^[^ \t-\r]+[ \t-\r]/.test(String(result[0]))) return undefined;
    const entry = entryFor(result.map((part) => (typeof part === 'number' ? '' : part)).join(''), line);
    if (entry.kind === 'found') values.push(entry);
  }
  return values;
}
