import type { Machine, NetworkInterface } from './configuration';

interface NetworkSettings {
  /** `mynetworks_style`: class, subnet or host. */
  readonly style: string;
  /** `inet_interfaces`: all, loopback-only, or addresses. */
  readonly interfaces: string;
  /** `inet_protocols`. */
  readonly protocols: string;
}

/** The default of `mynetworks`, as mynetworks(3) computes it from the machine's addresses; '' where they are unknown. */
export function myNetworks(machine: Machine, { style, interfaces, protocols }: NetworkSettings): string {
  const used = (machine.interfaces ?? []).filter(
    (own) => isSpoken(own, protocols) && isListenedOn(own, interfaces.split(/[\s,]+/)),
  );
  // A blank follows each of them, the last one too.
  return [...new Set(used.map((own) => networkOf(own, style)))].map((network) => `${network} `).join('');
}

const isIpv6 = ({ address }: NetworkInterface) => address.includes(':');

function isSpoken(own: NetworkInterface, protocols: string): boolean {
  return /\ball\b/.test(protocols) || protocols.includes(isIpv6(own) ? 'ipv6' : 'ipv4');
}

function isListenedOn(own: NetworkInterface, interfaces: readonly string[]): boolean {
  if (interfaces[0] === 'all') return true;
  if (interfaces[0] === 'loopback-only') return own.address === '::1' || own.address.startsWith('127.');
  return interfaces.some((name) => name.replace(/^\[|\]$/g, '') === own.address);
}

function networkOf(own: NetworkInterface, style: string): string {
  if (isIpv6(own)) {
    return style === 'host' ? `[${own.address}]/128` : `[${networkV6(own.address, own.prefix)}]/${own.prefix}`;
  }
  const prefix = style === 'host' ? 32 : style === 'class' ? classPrefix(own.address) : own.prefix;
  return `${networkV4(own.address, prefix)}/${prefix}`;
}

function classPrefix(address: string): number {
  const first = Number(address.split('.')[0]);
  return first < 128 ? 8 : first < 192 ? 16 : first < 224 ? 24 : 4;
}

function networkV4(address: string, prefix: number): string {
  return address
    .split('.')
    .map((octet, i) => Number(octet) & (0xff00 >> Math.min(8, Math.max(0, prefix - 8 * i))) & 0xff)
    .join('.');
}

function networkV6(address: string, prefix: number): string {
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const all = [...left, ...Array<string>(zeros).fill('0'), ...right].map((group) => Number.parseInt(group, 16));
  const masked = all.map((group, i) => group & (0xffff0000 >> Math.min(16, Math.max(0, prefix - 16 * i))) & 0xffff);
  return compressV6(masked);
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
