/** Where smtp(8) connects to. `start` and `end` of a part are offsets in the destination's text. */
export interface Destination {
  readonly host: Part;
  /** A number or the name of a service; absent where the default port is meant. */
  readonly port?: Part;
  /** `[host]`: the address of the host itself, no MX look-up. */
  readonly hasBrackets: boolean;
}

export interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** As host_port(3) and smtp_parse_destination name them; smtp(8) is fatal with each. */
export type DestinationError =
  | 'missing bracket'
  | 'garbage after bracket'
  | 'malformed IPv6 address'
  | 'missing host'
  | 'bad host'
  | 'garbage after port number'
  | 'bad port number';

/** Reads `[host]:port` or `host:port` as smtp_parse_destination in smtp_connect.c does. */
export function parseDestination(text: string): Destination | DestinationError {
  const destination = text.startsWith('[') ? parseBracketed(text) : parseBare(text);
  if (typeof destination === 'string') return destination;
  const { host, port } = destination;
  if (host.text === '') return 'missing host';
  if (!isHostName(host.text) && !isAddress(host.text)) return 'bad host';
  if (port && /^[0-9]/.test(port.text)) {
    if (!/^[0-9]+$/.test(port.text)) return 'garbage after port number';
    if (Number(port.text) === 0 || Number(port.text) > 65535) return 'bad port number';
  }
  return destination;
}

function parseBracketed(text: string): Destination | DestinationError {
  const isIpv6 = /^\[ipv6:/i.test(text);
  const hostStart = isIpv6 ? '[ipv6:'.length : 1;
  const close = text.indexOf(']', hostStart);
  if (close < 0) return 'missing bracket';
  const host = part(text, hostStart, close);
  if (close + 1 < text.length && text[close + 1] !== ':') return 'garbage after bracket';
  if (isIpv6 && !isIpv6Address(host.text)) return 'malformed IPv6 address';
  return withPort(text, close + 2, { host, hasBrackets: true });
}

function parseBare(text: string): Destination {
  const colon = text.lastIndexOf(':');
  const host = part(text, 0, colon < 0 ? text.length : colon);
  return withPort(text, colon < 0 ? text.length : colon + 1, { host, hasBrackets: false });
}

/** Nothing after the colon means the default port too. */
function withPort(text: string, from: number, destination: Destination): Destination {
  return from < text.length ? { ...destination, port: part(text, from, text.length) } : destination;
}

function part(text: string, start: number, end: number): Part {
  return { text: text.slice(start, end), start, end };
}

/** Whether host_port(3) can read `host:port`, where the host may be left out but not the port. */
export function isHostPort(text: string): boolean {
  if (!text.startsWith('[')) {
    const colon = text.lastIndexOf(':');
    return isHost(text.slice(0, Math.max(0, colon)) || 'localhost') && isPort(text.slice(colon + 1));
  }
  const isIpv6 = /^\[ipv6:/i.test(text);
  const close = text.indexOf(']');
  const host = text.slice(isIpv6 ? '[ipv6:'.length : 1, close);
  return (
    close > 0 && text[close + 1] === ':' && (isIpv6 ? isIpv6Address : isHost)(host) && isPort(text.slice(close + 2))
  );
}

function isHost(text: string): boolean {
  return isHostName(text) || isAddress(text);
}

function isPort(text: string): boolean {
  return /^(?:[0-9]+|[^0-9].*)$/s.test(text);
}

/** valid_utf8_hostname(3). Names that are not ASCII are left to the IDNA library, so they pass. */
export function isHostName(name: string): boolean {
  if (/[^\x00-\x7f]/.test(name)) return true;
  if (name.length > 255 || /^[0-9.]*$/.test(name)) return false;
  return name.split('.').every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(label));
}

/** valid_hostaddr(3). */
export function isAddress(text: string): boolean {
  return isIpv4Address(text) || isIpv6Address(text);
}

function isIpv4Address(text: string): boolean {
  const bytes = text.split('.');
  return bytes.length === 4 && bytes.every((byte) => /^[0-9]{1,3}$/.test(byte) && Number(byte) <= 255);
}

function isIpv6Address(text: string): boolean {
  if (text.length > 45 || !text.includes(':')) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const tail = groups.at(-1) ?? '';
  const hasIpv4Tail = tail.includes('.');
  if (hasIpv4Tail && !isIpv4Address(tail)) return false;
  const words = hasIpv4Tail ? groups.slice(0, -1) : groups;
  if (!words.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  const count = words.length + (hasIpv4Tail ? 2 : 0);
  return halves.length === 2 ? count <= 7 : count === 8;
}

/** Whether a destination is an address that is not routed on the Internet: a machine nearby, or behind a VPN. */
export function isPrivate({ host }: Destination): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2[0-9]|3[01])\.|169\.254\.|f[cd][0-9a-f]{2}:|fe80:)/i.test(host.text);
}

export function isLoopback({ host }: Destination): boolean {
  return /^(?:localhost(?:\.localdomain)?|127\.[0-9.]+|::1)$/i.test(host.text);
}

/** `transport:nexthop`, as trivial-rewrite(8) splits it; either part may be empty. */
export interface TransportNexthop {
  readonly transport: string;
  readonly nexthop: string;
}

export function parseTransportNexthop(text: string): TransportNexthop {
  const colon = text.indexOf(':');
  if (colon < 0) return { transport: text, nexthop: '' };
  return { transport: text.slice(0, colon), nexthop: text.slice(colon + 1) };
}
