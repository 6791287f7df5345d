import { networkAround } from '../syntax/networkPattern';
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
    return style === 'host' ? `[${own.address}]/128` : `[${networkAround(own).address}]/${own.prefix}`;
  }
  const prefix = style === 'host' ? 32 : style === 'class' ? classPrefix(own.address) : own.prefix;
  return `${networkAround({ address: own.address, prefix }).address}/${prefix}`;
}

function classPrefix(address: string): number {
  const first = Number(address.split('.')[0]);
  return first < 128 ? 8 : first < 192 ? 16 : first < 224 ? 24 : 4;
}
