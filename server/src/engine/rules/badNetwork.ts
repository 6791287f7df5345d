import { expandedValue } from '../configuration/effective';
import { elementsOf, type ListElement } from '../configuration/listElements';
import { parameterNamed } from '../knowledge/parameters';
import { isSince } from '../knowledge/version';
import { type Slice, textOf } from '../syntax/logicalLine';
import { hasHostBits, type Network, type NetworkError, networkAround, parseNetwork } from '../syntax/networkPattern';
import { isAddress } from '../syntax/nexthop';
import { settingsInEffect } from './entries';
import { isGarbled } from './garbled';
import { separatorIn } from './listEdits';
import { once } from './once';
import { stranger } from './proofClients';
import { rule } from './rule';

/** Reports elements of `mynetworks` and other lists of clients that match nobody, or stop the look-up. */
export const badNetwork = rule({
  id: 'bad-network',
  severity: 'error',
  en: {
    title: 'Network that cannot be read',
    why: 'In `mynetworks` and other lists of clients a network is written `192.168.1.0/24`, with all bits after the mask zero, and an IPv6 address stands in brackets: `[2001:db8::]/32`. At an element that is malformed the look-up fails, so clients that nothing before it matches are refused by `permit_mynetworks` with `451 4.3.0 Temporary lookup failure`. `192.168.1` and `192.168.1.*` are no networks at all: they match nobody.',
    messages: {
      hostBits: ({ text, network, list }: InList & { network: string }) =>
        `\`${text}\` has bits set after the mask: the network is \`${network}\`. ${effect(list)}`,
      malformed: ({ text, list }: InList) => `\`${text}\` is no network such as \`192.168.1.0/24\`. ${effect(list)}`,
      brackets: ({ text, list }: InList) =>
        `An IPv6 address needs brackets here; \`${text}\` is taken for a lookup table. ${text.startsWith(':') ? 'The programs that read this list do not start.' : effect(list)}`,
      port: ({ text, list }: InList) =>
        `No port belongs here; \`${text}\` is taken for a lookup table. ${effect(list)}`,
      matchesNobody: ({ text }: { text: string }) =>
        `\`${text}\` matches nobody: a network is written as \`192.168.1.0/24\`.`,
      semicolon: ({ text }: { text: string }) => `\`;\` does not separate elements: \`${text}\` matches nobody.`,
      change: ({ text }: { text: string }) => `Change to \`${text}\``,
    },
  },
  ja: {
    title: '読み取れないネットワーク',
    why: '`mynetworks` など、接続元を並べるリストでは、ネットワークを `192.168.1.0/24` のように書き、マスクより後ろのビットはすべて 0 にします。IPv6 アドレスは `[2001:db8::]/32` のように角かっこで囲みます。正しくない要素があるとそこで検索に失敗し、それより前のどの要素にも当てはまらないクライアントは、`permit_mynetworks` で `451 4.3.0 Temporary lookup failure` と拒否されます。`192.168.1` や `192.168.1.*` はネットワークとはみなされず、誰にも当てはまりません。',
    messages: {
      hostBits: ({ text, network, list }) =>
        `\`${text}\` はマスクより後ろのビットが 0 ではありません。ネットワークは \`${network}\` です。${effectInJapanese(list)}`,
      malformed: ({ text, list }) =>
        `\`${text}\` は \`192.168.1.0/24\` のようなネットワークの形になっていません。${effectInJapanese(list)}`,
      brackets: ({ text, list }) =>
        `ここでは IPv6 アドレスを角かっこで囲みます。\`${text}\` はルックアップテーブルとみなされます。${text.startsWith(':') ? 'このリストを読むプログラムが起動しません。' : effectInJapanese(list)}`,
      port: ({ text, list }) =>
        `ここにポートは書けません。\`${text}\` はルックアップテーブルとみなされます。${effectInJapanese(list)}`,
      matchesNobody: ({ text }) =>
        `\`${text}\` は誰にも当てはまりません。ネットワークは \`192.168.1.0/24\` のように書きます。`,
      semicolon: ({ text }) => `\`;\` は区切りになりません。\`${text}\` は誰にも当てはまりません。`,
      change: ({ text }) => `\`${text}\` に変更`,
    },
  },
  examples: [
    {
      before:
        'mynetworks = 127.0.0.0/8, 192.168.1.1/24\n#                         ^^^^^^^^^^^^^^ bad-network\nsmtpd_client_restrictions = permit_mynetworks\n',
      after: 'mynetworks = 127.0.0.0/8, 192.168.1.0/24\nsmtpd_client_restrictions = permit_mynetworks\n',
      proof: { by: 'smtpd', says: 'non-null host address bits in "192.168.1.1/24"', client: stranger() },
    },
    {
      before: 'mynetworks = 127.0.0.0/8 ::1/128\n#                        ^^^^^^^ bad-network\n',
      after: 'mynetworks = 127.0.0.0/8 [::1]/128\n',
      proof: { by: 'smtpd', says: 'expecting "type:name" form instead of "::1/128"' },
    },
    {
      before:
        'mynetworks = 10.0.0.0/255.0.0.0\n#            ^^^^^^^^^^^^^^^^^^ bad-network\nsmtpd_authorized_xforward_hosts = 192.168.1.*\n#                                 ^^^^^^^^^^^ bad-network\n',
      after: 'mynetworks = 10.0.0.0/8\nsmtpd_authorized_xforward_hosts = 192.168.1.0/24\n',
      proof: { by: 'smtpd', says: 'bad mask value in "10.0.0.0/255.0.0.0"', client: stranger() },
    },
    {
      before:
        'mynetworks = 127.0.0.0/8 [::ffff:127.0.0.0]/104 [::1]/128, !192.168.1.1, 192.168.1.0/24 /etc/postfix/networks\n  cidr:/etc/postfix/networks.cidr, 192.0.2.7/32, [2001:db8::/32]\ndebug_peer_list = mail.example.jp, .example.com\n',
    },
    { before: 'inet_protocols = ipv4\nmynetworks = 127.0.0.0/8, [2001:db8::1]/64\n' },
  ],
  check(configuration, report) {
    // Before, smtpd(8) ended with a fatal error.
    if (!isSince(configuration.version, '2.9')) return;
    const isFirst = once();
    for (const { name, entry, service } of settingsInEffect(configuration)) {
      if (!LISTS.has(parameterNamed(name)?.holds) || isGarbled(entry)) continue;
      const protocols = expandedValue(configuration, 'inet_protocols', service);
      for (const element of elementsOf(configuration, entry.value, service) ?? []) {
        const { text, at } = element as ListElement & { at: Slice };
        const pattern = text.replace(/^!+/, '');
        const mistake = isCompared(pattern, protocols) ? mistakeIn(pattern) : undefined;
        if (!mistake || !isFirst(at)) continue;
        const { message, meant = [], safe = false } = mistake;
        const written = meant.map((network) => text.slice(0, text.length - pattern.length) + network);
        const values = { text: pattern, list: name, network: meant[0] ?? '' };
        const texts = message === 'semicolon' ? [written.join(separatorIn(at.line.file.kind))] : written;
        const fixes = texts.map((newText) => ({
          title: 'change' as const,
          values: { text: newText },
          edits: [{ at, newText }],
          safe,
        }));
        report({ at, message, values, fixes: textOf(at) === text ? fixes : [] });
      }
    }
  },
});

/** Whether match_hostaddr gets to look at an element: it skips those of another family of addresses than the client's. */
function isCompared(text: string, protocols: string): boolean {
  if (/\ball\b/.test(protocols) || !/ipv[46]/.test(protocols)) return true;
  if (!text.includes(':')) return protocols.includes('ipv4');
  return !text.startsWith('[') || protocols.includes('ipv6');
}

interface InList {
  readonly text: string;
  readonly list: string;
}

/** What match_list(3) makes of a look-up that fails (MATCH_FLAG_RETURN). */
function effect(list: string): string {
  return list === 'mynetworks'
    ? 'Clients that nothing before it matches get `451 4.3.0 Temporary lookup failure`.'
    : 'Neither it nor what follows in this list has an effect.';
}

function effectInJapanese(list: string): string {
  return list === 'mynetworks'
    ? 'これより前に当てはまらないクライアントには `451 4.3.0 Temporary lookup failure` が返ります。'
    : 'これと、このリストのそれ以降は効きません。';
}

/** The lists that namadr_list(3) and addr_match_list(3) read. */
const LISTS: ReadonlySet<string | undefined> = new Set(['network list', 'client match list', 'address match list']);

interface Mistake {
  readonly message: 'hostBits' | 'malformed' | 'brackets' | 'port' | 'matchesNobody' | 'semicolon';
  /** What it may have been meant to be, the likeliest first; for a semicolon, all of it. */
  readonly meant?: readonly string[];
  readonly safe?: boolean;
}

function mistakeIn(text: string): Mistake | undefined {
  const network = parseNetwork(text);
  if (typeof network === 'string') return { message: 'malformed', ...onlyOne(mended(text, network)) };
  if (network) return hasHostBits(network) ? withHostBits(network) : undefined;
  if (text.includes(':') && isNetwork(bracketed(text))) {
    return { message: 'brackets', meant: [bracketed(text)], safe: true };
  }
  const host = /^([0-9.]+)(?:\/[0-9]+)?:[0-9]+$/.exec(text)?.[1];
  if (host !== undefined && isAddress(host)) return { message: 'port', meant: [host] };
  const parts = text.split(';').filter((part) => part !== '');
  if (text.includes(';') && parts.length > 0 && parts.every(isNetwork)) {
    return { message: 'semicolon', meant: parts };
  }
  return /^[0-9]+\.[0-9.*-]*$/.test(text) ? { message: 'matchesNobody', ...onlyOne(completed(text)) } : undefined;
}

function onlyOne(meant: string | undefined): { meant?: readonly string[] } {
  return meant === undefined ? {} : { meant: [meant] };
}

function isNetwork(text: string): boolean {
  return typeof parseNetwork(text) === 'object';
}

/** The network around the address, or the address alone. */
function withHostBits(network: Network): Mistake {
  const around = networkAround(network);
  return {
    message: 'hostBits',
    meant: [`${inBrackets(around.address)}/${around.prefix}`, inBrackets(network.address)],
  };
}

function inBrackets(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

/** `2001:db8::/32` → `[2001:db8::]/32`. */
function bracketed(text: string): string {
  const [address = '', prefix] = text.split('/');
  return `[${address}]${prefix === undefined ? '' : `/${prefix}`}`;
}

/** What was most likely meant by a network that is malformed. */
function mended(text: string, error: NetworkError): string | undefined {
  const [address = '', mask = ''] = text.split('/');
  switch (error) {
    case 'missing bracket':
      return checked(bracketed(text.slice(1)));
    case 'bad mask': {
      const prefix = prefixOf(mask);
      return isAddress(address) && prefix !== undefined
        ? `${networkAround({ address, prefix }).address}/${prefix}`
        : undefined;
    }
    case 'bad address': {
      const network = completed(address);
      return network && Number(mask) <= Number(network.split('/')[1])
        ? checked(`${network.split('/')[0]}/${mask}`)
        : undefined;
    }
    default:
      return undefined;
  }
}

function checked(text: string): string | undefined {
  const network = parseNetwork(text);
  return typeof network === 'object' && !hasHostBits(network) ? text : undefined;
}

/** The length of the prefix that a netmask such as `255.255.255.0` stands for. */
function prefixOf(netmask: string): number | undefined {
  if (!isAddress(netmask)) return undefined;
  const bits = netmask
    .split('.')
    .map((octet) => Number(octet).toString(2).padStart(8, '0'))
    .join('');
  return /^1*0*$/.test(bits) ? bits.lastIndexOf('1') + 1 : undefined;
}

/** `192.168.1`, `192.168.1.` and `192.168.1.*` as access(5) would read the first → `192.168.1.0/24`. */
function completed(text: string): string | undefined {
  if (text.length > 15) return undefined;
  const octets = text.replace(/(?:\.\*|\.)+$/, '').split('.');
  if (octets.length > 3 || !octets.every((octet) => /^[0-9]{1,3}$/.test(octet) && Number(octet) <= 255))
    return undefined;
  return `${[...octets, '0', '0', '0'].slice(0, 4).join('.')}/${8 * octets.length}`;
}
