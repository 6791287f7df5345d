import { isHostName as isUtf8HostName } from '../syntax/nexthop';

/** valid_hostname(3); with `allowsUtf8` valid_utf8_hostname(3), which takes a name that is not ASCII for granted here. */
export function isHostName(name: string, allowsUtf8 = false): boolean {
  return isUtf8HostName(name) && (allowsUtf8 || /^[\x00-\x7f]*$/.test(name));
}

/** valid_hostaddr(3). */
export function isHostAddress(text: string): boolean {
  return text.includes(':') ? isIpv6Address(text) : isIpv4Address(text);
}

/** The address of `192.0.2.1` or `IPv6:2001:db8::1` (valid_mailhost_addr); undefined where it is none. */
export function mailHostAddress(text: string): string | undefined {
  const isIpv6 = /^ipv6:/i.test(text);
  const address = isIpv6 ? text.slice(5) : text;
  return (isIpv6 ? isIpv6Address(address) : isIpv4Address(address)) ? address : undefined;
}

/** The same in brackets, as it stands in a mail address (valid_mailhost_literal). */
export function isMailHostLiteral(text: string): boolean {
  const end = text.length - 1;
  return text[0] === '[' && text.indexOf(']') === end && end <= 46 && mailHostAddress(text.slice(1, end)) !== undefined;
}

/** valid_ipv4_hostaddr: only `0.0.0.0` may begin with zero. */
function isIpv4Address(text: string): boolean {
  if (!/^\d+(?:\.\d+){3}$/.test(text)) return false;
  const bytes = text.split('.').map(Number);
  return bytes.every((byte) => byte <= 255) && (bytes[0] !== 0 || /^[0.]*$/.test(text));
}

/** valid_ipv6_hostaddr, which does not count the fields. */
function isIpv6Address(text: string): boolean {
  let colons = 0;
  let gap = 0;
  let length = 0;
  for (let at = 0; at < text.length; ) {
    if (text[at] === '.') return colons >= 2 && colons <= 6 && isIpv4Address(text.slice(at - length));
    if (text[at] === ':') {
      if (at === 0 && /^[a-z0-9]/i.test(text.slice(1))) return false;
      if (++colons > 7) return false;
      at++;
      length = 0;
      if (text[at] === ':') {
        if (gap > 0) return false;
        gap = colons;
      }
    } else {
      length = /^[0-9a-f]*/i.exec(text.slice(at, at + 5))?.[0].length ?? 0;
      if (length === 0 || length > 4) return false;
      at += length;
    }
  }
  return colons >= 2 && (length > 0 || gap === colons - 1);
}
