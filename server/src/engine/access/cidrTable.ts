import { isBlank, skipBlanks } from '../syntax/document';
import { isAddress } from '../syntax/nexthop';
import { foundIn, NONE, type TableLine, type TableSource } from './tableSource';

/** `cidr:` tables (dict_cidr.c). */
export function cidrTable(lines: readonly TableLine[]): TableSource {
  const rules = parse(lines);
  return {
    isPattern: true,
    find(key) {
      const address = addressBytes(key);
      const rule = address && firstMatch(rules, address);
      return rule ? foundIn(rule.line, rule.value) : NONE;
    },
    // A host name is no address.
    values: () => [],
  };
}

interface Rule extends Network {
  readonly kind: 'match' | 'if' | 'endif';
  readonly isNegated: boolean;
  readonly value: string;
  readonly line: TableLine;
  /** Of an IF, the index of its ENDIF. */
  end?: number;
}

interface Network {
  /** Four or sixteen; none for ENDIF. */
  readonly bytes: readonly number[];
  readonly prefix: number;
}

/** The bytes of an address that inet_pton(3) takes. */
export function addressBytes(text: string): readonly number[] | undefined {
  const start = text.lastIndexOf(':') + 1;
  if (start === 0) return ipv4Bytes(text);
  const last = text.includes('.', start) ? ipv4Bytes(text.slice(start)) : [];
  if (!last || !isAddress(text)) return undefined;
  const groups = (half: string) => (half === '' ? [] : half.split(':')).flatMap(twoBytes);
  const [head = '', tail] = (last.length > 0 ? text.slice(0, start).replace(/([^:]):$/, '$1') : text).split('::');
  const left = groups(head);
  const right = [...(tail === undefined ? [] : groups(tail)), ...last];
  return [...left, ...Array<number>(16 - left.length - right.length).fill(0), ...right];
}

/** Unlike valid_hostaddr(3), it takes no zero before other digits. */
function ipv4Bytes(text: string): readonly number[] | undefined {
  const bytes: number[] = [];
  let byte = -1;
  for (let i = 0; i <= text.length; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit >= 0 && digit <= 9) {
      if (byte === 0) return undefined;
      byte = Math.max(0, byte) * 10 + digit;
      if (byte > 255) return undefined;
    } else {
      if (byte < 0 || (i < text.length && text[i] !== '.')) return undefined;
      bytes.push(byte);
      byte = -1;
    }
  }
  return bytes.length === 4 ? bytes : undefined;
}

function twoBytes(group: string): readonly [number, number] {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 0xff];
}

function parse(lines: readonly TableLine[]): readonly Rule[] {
  const rules: Rule[] = [];
  const open: Rule[] = [];
  for (const line of lines) {
    const rule = parseRule(line, open.length > 0);
    if (!rule) continue;
    if (rule.kind === 'if') open.push(rule);
    if (rule.kind === 'endif') (open.pop() as Rule).end = rules.length;
    rules.push(rule);
  }
  return rules;
}

/** dict_cidr_parse_rule; undefined for a line that is skipped with a warning. */
function parseRule(line: TableLine, isInside: boolean): Rule | undefined {
  const { text } = line;
  const command = /^(?:if|endif)(?![A-Za-z0-9])/i.exec(text)?.[0] ?? '';
  if (command.length === 5) {
    const isRight = isInside && text.length === 5;
    return isRight ? { kind: 'endif', bytes: [], prefix: 0, isNegated: false, value: '', line } : undefined;
  }
  let start = command.length;
  let isNegated = false;
  for (; text[start] === '!' || isBlank(text.charCodeAt(start)); start++)
    if (text[start] === '!') isNegated = !isNegated;
  if (command !== '') {
    const network = parseNetwork(text.slice(start));
    return network && { kind: 'if', ...network, isNegated, value: '', line };
  }
  let end = start;
  while (end < text.length && !isBlank(text.charCodeAt(end))) end++;
  const value = text.slice(skipBlanks(text, end, text.length));
  const network = value === '' ? undefined : parseNetwork(text.slice(start, end));
  return network && { kind: 'match', bytes: network.bytes, prefix: network.prefix, isNegated, value, line };
}

/** cidr_match_parse; undefined for what it refuses, host bits among that. */
function parseNetwork(text: string): Network | undefined {
  let whole = text;
  if (text.startsWith('[')) {
    const close = text.indexOf(']');
    const after = text.slice(close + 1);
    // The mask stands in the brackets or after them; not twice.
    if (close < 0 || (after !== '' && (after[0] !== '/' || text.slice(0, close).includes('/')))) return undefined;
    whole = text.slice(1, close) + after;
  }
  const slash = whole.indexOf('/');
  const bytes = addressBytes(slash < 0 ? whole : whole.slice(0, slash));
  if (!bytes) return undefined;
  const bits = bytes.length * 8;
  const mask = whole.slice(slash + 1);
  const prefix = slash < 0 ? bits : Number(mask);
  if (prefix > bits || (slash >= 0 && !/^[0-9]+$/.test(mask))) return undefined;
  for (let i = prefix >> 3; i < bytes.length; i++) if ((bytes[i] as number) & ~maskOf(prefix, i)) return undefined;
  return { bytes, prefix };
}

/** The bits of the byte at that place that belong to the network. */
function maskOf(prefix: number, place: number): number {
  return (0xff00 >> Math.min(8, Math.max(0, prefix - 8 * place))) & 0xff;
}

/** cidr_match_execute. */
function firstMatch(rules: readonly Rule[], address: readonly number[]): Rule | undefined {
  for (let i = 0; i < rules.length; i++) {
    const rule = rules[i] as Rule;
    if (rule.kind === 'endif') continue;
    const isTrue = rule.bytes.length === address.length && isIn(rule, address) !== rule.isNegated;
    if (rule.kind === 'match') {
      if (isTrue) return rule;
    } else if (!isTrue) {
      if (rule.end === undefined) return undefined;
      i = rule.end;
    }
  }
  return undefined;
}

function isIn({ bytes, prefix }: Network, address: readonly number[]): boolean {
  for (let i = 0; i < bytes.length && 8 * i < prefix; i++) {
    if (((address[i] as number) & maskOf(prefix, i)) !== bytes[i]) return false;
  }
  return true;
}
