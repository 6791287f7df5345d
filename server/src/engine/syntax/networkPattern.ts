import { isAddress } from './nexthop';

/** A stretch of addresses; one address alone has a prefix of all its bits. */
export interface Network {
  /** Without brackets. */
  readonly address: string;
  readonly prefix: number;
}

/** As cidr_match_parse(3) finds them. */
export type NetworkError = 'missing bracket' | 'garbage after bracket' | 'bad mask' | 'bad address';

/**
 * Reads what match_hostaddr in match_ops.c takes for an address or `network/prefix` in a list such as `mynetworks`.
 * Undefined for all else: a host name, a file, a lookup table (which is what a colon without a bracket makes of it).
 */
export function parseNetwork(text: string): Network | NetworkError | undefined {
  const hasBracket = text.startsWith('[');
  if (text.startsWith('/') || (!hasBracket && text.includes(':'))) return undefined;
  if (!/[:/]/.test(text) || /[^0-9a-f:.[\]/]/i.test(text)) return isAddress(text) ? wholeOf(text) : undefined;
  const close = text.indexOf(']');
  if (hasBracket && close < 0) return 'missing bracket';
  if (hasBracket && close + 1 < text.length && text[close + 1] !== '/') return 'garbage after bracket';
  const bare = hasBracket ? text.slice(1, close) + text.slice(close + 1) : text;
  const slash = bare.indexOf('/');
  const address = slash < 0 ? bare : bare.slice(0, slash);
  const mask = slash < 0 ? undefined : bare.slice(slash + 1);
  if (mask !== undefined && (!/^[0-9]+$/.test(mask) || Number(mask) > bitsOf(address))) return 'bad mask';
  if (!isAddress(address)) return 'bad address';
  return mask === undefined ? wholeOf(address) : { address, prefix: Number(mask) };
}

function wholeOf(address: string): Network {
  return { address, prefix: bitsOf(address) };
}

function bitsOf(address: string): number {
  return address.includes(':') ? 128 : 32;
}

/** The network of that size that an address lies in: all bits after the prefix are zero. */
export function networkAround({ address, prefix }: Network): Network {
  return { address: address.includes(':') ? maskedV6(address, prefix) : maskedV4(address, prefix), prefix };
}

/** Whether an address, without brackets, lies in a network. */
export function isInNetwork(address: string, network: Network): boolean {
  if (address.includes(':') !== network.address.includes(':')) return false;
  return networkAround({ address, prefix: network.prefix }).address === networkAround(network).address;
}

/** Whether bits after the prefix are set ("non-null host address bits"). */
export function hasHostBits(network: Network): boolean {
  const { address } = network;
  return networkAround(network).address !== networkAround({ address, prefix: bitsOf(address) }).address;
}

function maskedV4(address: string, prefix: number): string {
  return address
    .split('.')
    .map((octet, i) => Number(octet) & (0xff00 >> Math.min(8, Math.max(0, prefix - 8 * i))) & 0xff)
    .join('.');
}

function maskedV6(address: string, prefix: number): string {
  const [head = '', tail] = withoutV4Tail(address).split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const all = [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right].map((group) =>
    Number.parseInt(group, 16),
  );
  const masked = all.map((group, i) => group & (0xffff0000 >> Math.min(16, Math.max(0, prefix - 16 * i))) & 0xffff);
  return compressV6(masked);
}

/** `::ffff:127.0.0.1` as `::ffff:7f00:1`. */
function withoutV4Tail(address: string): string {
  if (!address.includes('.')) return address;
  const start = address.lastIndexOf(':') + 1;
  const [a = 0, b = 0, c = 0, d = 0] = address.slice(start).split('.').map(Number);
  return `${address.slice(0, start)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

/** The shortest form, as inet_ntop(3) writes it: the longest run of zeros becomes `::`. */
function compressV6(groups: readonly number[]): string {
  let best = { start: -1, length: 1 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  const hex = groups.map((group) => group.toString(16));
  if (best.start < 0) return hex.join(':');
  return `${hex.slice(0, best.start).join(':')}::${hex.slice(best.start + best.length).join(':')}`;
}
