import type { Configuration } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { elementsOf } from '../configuration/listElements';
import { hostOf } from '../configuration/ports';
import { isSince } from '../knowledge/version';
import { nearestName } from '../nearest';
import { isEmpty } from '../syntax/list';
import { type Slice, textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { isAddress } from '../syntax/nexthop';
import { type Setting, settingsInEffect } from './entries';
import { isGarbled } from './garbled';
import { isPlaceholder } from './placeholder';
import { rule, type Severity } from './rule';

/**
 * Reports what own_inet_addr(3) cannot turn into an address of this machine: "host not found", "no local interface
 * found". Every program asks for these addresses when it starts.
 */
export const badInterface = rule({
  id: 'bad-interface',
  severity: 'error',
  en: {
    title: 'Interface that Postfix cannot find',
    why: '`inet_interfaces` is `all`, `loopback-only`, or a list of addresses and host names of this machine: `192.0.2.1, [2001:db8::25], localhost`. The two words stand alone and in lower case. Networks, ports and names such as `eth0` are not understood. If one element cannot be found, every Postfix program ends with a fatal error.',
    messages: {
      alone: ({ word }: { word: string }) =>
        `\`${word.toLowerCase()}\` works only in lower case and as the whole value. Here Postfix looks for a host \`${word}\`, and every program ends with a fatal error.`,
      misspelt: ({ word, nearest }: { word: string; nearest: string }) =>
        `Postfix looks for a host \`${word}\`; if there is none, every program ends with a fatal error. Did you mean \`${nearest}\`?`,
      network: ({ word }: { word: string }) =>
        `\`${word}\` is a network. Only addresses and host names of this machine can stand here: every program ends with a fatal error.`,
      port: ({ word }: { word: string }) =>
        `\`${word}\` has a port, which belongs in master.cf. Postfix finds no such host, and every program ends with a fatal error.`,
      wildcard: ({ word }: { word: string }) =>
        `\`${word}\` is no address of an interface: every program ends with a fatal error. For all interfaces write \`all\`.`,
      device: ({ word }: { word: string }) =>
        `\`${word}\` looks like the name of a network device. Postfix takes it for a host name; if there is no such host, every program ends with a fatal error.`,
      address: ({ word }: { word: string }) => `\`${word}\` is no IP address: every program ends with a fatal error.`,
      characters: ({ word }: { word: string }) =>
        `\`${word}\` can be neither an address nor a host name: every program ends with a fatal error.`,
      protocol: ({ word, protocols }: { word: string; protocols: string }) =>
        `\`${word}\` cannot be used with \`inet_protocols = ${protocols}\`: every program ends with a fatal error.`,
      empty: ({ service }: { service: string }) =>
        `With no interface Postfix does not start: service \`${service}\` has no address to listen on. For this machine only, write \`loopback-only\`.`,
      change: ({ text }: { text: string }) => `Change to \`${text}\``,
    },
  },
  ja: {
    title: 'Postfix が見つけられないインターフェース',
    why: '`inet_interfaces` には `all` か `loopback-only`、またはこのマシンのアドレスやホスト名を並べて（`192.0.2.1, [2001:db8::25], localhost`）書きます。`all` と `loopback-only` は小文字で、それだけを書きます。ネットワークやポート、`eth0` のような名前は使えません。一つでも見つからないと、Postfix のどのプログラムも異常終了します。',
    messages: {
      alone: ({ word }) =>
        `\`${word.toLowerCase()}\` は、小文字でそれだけを書いたときにしか効きません。ここでは \`${word}\` というホストを探し、どのプログラムも異常終了します。`,
      misspelt: ({ word, nearest }) =>
        `Postfix は \`${word}\` というホストを探し、なければどのプログラムも異常終了します。\`${nearest}\` の間違いではありませんか？`,
      network: ({ word }) =>
        `\`${word}\` はネットワークです。書けるのはこのマシンのアドレスとホスト名だけで、どのプログラムも異常終了します。`,
      port: ({ word }) =>
        `\`${word}\` にはポートが付いていますが、ポートは master.cf に書くものです。このようなホストは見つからず、どのプログラムも異常終了します。`,
      wildcard: ({ word }) =>
        `\`${word}\` はインターフェースのアドレスではないため、どのプログラムも異常終了します。すべてのインターフェースなら \`all\` と書きます。`,
      device: ({ word }) =>
        `\`${word}\` はネットワークデバイスの名前のようです。Postfix はホスト名とみなし、そのホストがなければどのプログラムも異常終了します。`,
      address: ({ word }) => `\`${word}\` は IP アドレスではないため、どのプログラムも異常終了します。`,
      characters: ({ word }) => `\`${word}\` はアドレスにもホスト名にもならないため、どのプログラムも異常終了します。`,
      protocol: ({ word, protocols }) =>
        `\`inet_protocols = ${protocols}\` では \`${word}\` を使えず、どのプログラムも異常終了します。`,
      empty: ({ service }) =>
        `インターフェースがないと、サービス \`${service}\` が待ち受けるアドレスがなく、Postfix は起動しません。このマシンだけで使うなら \`loopback-only\` と書きます。`,
      change: ({ text }) => `\`${text}\` に変更`,
    },
  },
  examples: [
    {
      before: 'inet_interfaces = loopback-only, 192.0.2.1\n#                 ^^^^^^^^^^^^^ bad-interface\n',
      after: 'inet_interfaces = localhost, 192.0.2.1\n',
      proof: { by: 'postfix check', says: 'config variable inet_interfaces: host not found: loopback-only' },
    },
    {
      before: 'inet_interfaces = 0.0.0.0\n#                 ^^^^^^^ bad-interface\n',
      after: 'inet_interfaces = all\n',
      proof: { by: 'postfix check', says: 'parameter inet_interfaces: no local interface found for 0.0.0.0' },
    },
    {
      before: 'inet_interfaces = 127.0.0.1:25\n#                 ^^^^^^^^^^^^ bad-interface\n',
      after: 'inet_interfaces = 127.0.0.1\n',
      proof: { by: 'postfix check', says: 'config variable inet_interfaces: host not found: 127.0.0.1:25' },
    },
    {
      before:
        'inet_protocols = ipv4\ninet_interfaces = 127.0.0.1, ::1\n#                            ^^^ bad-interface\n',
      proof: { by: 'postfix check', says: 'config variable inet_interfaces: host not found: ::1' },
    },
    {
      before: 'office = 192.0.2.1\ninet_interfaces = $office [2001:db8::25], localhost $myhostname\n',
    },
  ],
  check(configuration, report) {
    if (!isSince(configuration.version, '2.2')) return;
    for (const setting of settingsInEffect(configuration)) {
      const { name, entry, service } = setting;
      if (name !== INTERFACES || isGarbled(entry)) continue;
      if (isEmpty(entry.value)) {
        const left = service ? undefined : serviceWithoutHost(configuration);
        if (left !== undefined) report({ at: entry.name, message: 'empty', values: { service: left } });
        continue;
      }
      for (const mistake of mistakesIn(configuration, setting)) {
        const { at, meant, ...finding } = mistake;
        const edits = [{ at, newText: meant ?? '' }];
        report({
          at,
          ...finding,
          fixes: meant === undefined ? [] : [{ title: 'change', values: { text: meant }, edits, safe: false }],
        });
      }
    }
  },
});

const INTERFACES = 'inet_interfaces';
const KEYWORDS: readonly string[] = ['all', 'loopback-only'];

/** The first service of type inet whose name is a port only: it listens on `inet_interfaces`. */
function serviceWithoutHost({ master }: Configuration): string | undefined {
  const names = master?.services.filter(({ type }) => textOf(type) === 'inet').map(({ service }) => textOf(service));
  return names?.find((name) => hostOf(name) === '');
}

type Mistake = { readonly meant?: string | undefined; readonly severity?: Severity } & (
  | {
      readonly message: 'alone' | 'network' | 'port' | 'wildcard' | 'device' | 'address' | 'characters';
      readonly values: { word: string };
    }
  | { readonly message: 'misspelt'; readonly values: { word: string; nearest: string } }
  | { readonly message: 'protocol'; readonly values: { word: string; protocols: string } }
);

/** The mistakes in elements that stand in a file as they are used, and are no gap to be filled in. */
function mistakesIn(configuration: Configuration, { entry, service }: Setting): (Mistake & { readonly at: Slice })[] {
  if (KEYWORDS.includes(expandedValue(configuration, INTERFACES, service))) return [];
  const elements = elementsOf(configuration, entry.value, service) ?? [];
  return elements.flatMap(({ at, text }) => {
    if (!at || textOf(at) !== text || isPlaceholder(text)) return [];
    const mistake = elements.length > 1 ? mistakeIn(text) : mistakeAlone(text);
    if (mistake) return [{ ...mistake, at: elements.length > 1 ? at : whole(at) }];
    const protocols = missingProtocol(configuration, text, service);
    return protocols === undefined ? [] : [{ message: 'protocol' as const, values: { word: text, protocols }, at }];
  });

  /** A separator after the only element keeps it from being the whole value. */
  function whole(at: Slice): Slice {
    return at.line === entry.value.line ? entry.value : at;
  }
}

/** What can only be meant where nothing else stands beside it. */
function mistakeAlone(text: string): Mistake | undefined {
  const mistake = mistakeIn(text);
  if (mistake?.message === 'wildcard') return { ...mistake, meant: 'all' };
  if (mistake?.message === 'alone') return { ...mistake, meant: unbracketed(text).toLowerCase() };
  const nearest = mistake ? undefined : nearestKeyword(text);
  if (nearest === undefined) return mistake;
  return { message: 'misspelt', values: { word: text, nearest }, meant: nearest, severity: 'warning' };
}

function mistakeIn(text: string): Mistake | undefined {
  const values = { word: text };
  const host = unbracketed(text);
  const keyword = host.toLowerCase();
  if (KEYWORDS.includes(keyword))
    return { message: 'alone', values, meant: keyword === 'all' ? undefined : 'localhost' };
  if (/^(?:0\.0\.0\.0|::|\*)$/.test(host)) return { message: 'wildcard', values };
  if (isAddress(host)) return undefined;
  const [network = '', length] = text.split('/', 2);
  if (length !== undefined && isAddress(unbracketed(network))) return { message: 'network', values };
  if (DEVICE.test(text)) return { message: 'device', values, severity: 'warning' };
  const withPort = /^(\[[^\]]*\]|[^:]*):\w*$/.exec(text);
  if (withPort) return { message: 'port', values, meant: withPort[1] || undefined };
  if (/^[0-9]+(?:\.[0-9]+){3,}$/.test(text)) return { message: 'address', values };
  return /[*;()]/.test(text) ? { message: 'characters', values } : undefined;
}

/** What Linux and the BSDs call network devices, with the number of an alias or a VLAN. */
const DEVICE =
  /^(?:lo[0-9]*|(?:eth|wlan|venet|docker|br|bond|tun|tap|wg|em|igb|re)[0-9]+|en[ops][0-9]\w*)(?:[.:][0-9]+)?$/;

function unbracketed(text: string): string {
  return /^\[(.*)\]$/.exec(text)?.[1] ?? text;
}

function nearestKeyword(text: string): string | undefined {
  const word = text.toLowerCase();
  const [, loopbackOnly = ''] = KEYWORDS;
  return /^(?:loopback|local(?:host)?[-_]?only)$/.test(word) ? loopbackOnly : nearestName(word, [loopbackOnly]);
}

/** The value of inet_protocols where it leaves out the one that an address belongs to. */
function missingProtocol(configuration: Configuration, text: string, service?: ServiceEntry): string | undefined {
  const host = unbracketed(text);
  if (!isAddress(host)) return undefined;
  const protocols = expandedValue(configuration, 'inet_protocols', service);
  return protocols === (host.includes(':') ? 'ipv4' : 'ipv6') ? protocols : undefined;
}
