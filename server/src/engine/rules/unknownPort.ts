import type { Configuration } from '../configuration/configuration';
import { effectiveValue } from '../configuration/effective';
import { portOf } from '../configuration/ports';
import { PORTS } from '../knowledge/services';
import { nearestName } from '../nearest';
import { subSlice, textOf } from '../syntax/logicalLine';
import { rule } from './rule';

/** Reports a port name that is nearly a usual one: "Servname not supported for ai_socktype". */
export const unknownPort = rule({
  id: 'unknown-port',
  severity: 'warning',
  en: {
    title: 'Port name that is hardly right',
    why: 'A port is a number, or a name in `/etc/services` or (from Postfix 3.6 on) in `known_tcp_ports`. If nobody knows the name, Postfix does not start at all, a running one ends at `postfix reload`, and `postconf` does not warn. Only a name that is nearly a usual one is reported.',
    messages: {
      misspelt: ({ name, nearest }: { name: string; nearest: string }) =>
        `\`${name}\` is not a usual port name. If \`/etc/services\` does not have it, Postfix does not start. Did you mean \`${nearest}\`?`,
      change: ({ nearest }: { nearest: string }) => `Change to \`${nearest}\``,
    },
  },
  ja: {
    title: '誤りらしいポート名',
    why: 'ポートには番号か、`/etc/services` または（Postfix 3.6 以降は）`known_tcp_ports` にある名前を書きます。どこにもない名前だと Postfix はまったく起動できず、動作中なら `postfix reload` で停止します。`postconf` も警告しません。よく使われる名前に似たものだけを報告します。',
    messages: {
      misspelt: ({ name, nearest }) =>
        `\`${name}\` は一般的なポート名ではありません。\`/etc/services\` になければ Postfix は起動できません。\`${nearest}\` の間違いではありませんか？`,
      change: ({ nearest }) => `\`${nearest}\` に変更`,
    },
  },
  examples: [
    {
      before:
        '-- master.cf --\nsubission inet n - n - - smtpd\n#^^^^^^^^ unknown-port\n127.0.0.1:smpt inet n - n - - smtpd\n#         ^^^^ unknown-port\n',
      after: '-- master.cf --\nsubmission inet n - n - - smtpd\n127.0.0.1:smtp inet n - n - - smtpd\n',
      proof: { by: 'postfix', says: ':subission: Servname not supported for ai_socktype' },
    },
    {
      before:
        'compatibility_level = 3.6\nknown_tcp_ports = lmtp=24, smtp=25, submision=587\n-- master.cf --\nsubmision inet n - n - - smtpd\nsmtp-alt inet n - n - - smtpd\nqmqp inet n - n - - qmqpd\n2525 inet n - n - - smtpd\n',
    },
  ],
  check(configuration, report) {
    for (const { service, type } of configuration.master?.services ?? []) {
      if (textOf(type) !== 'inet') continue;
      const text = textOf(service);
      const name = portOf(text);
      if (Object.hasOwn(PORTS, name) || !/^[a-z]{4,}$/i.test(name)) continue;
      const nearest = nearestPort(name, configuration);
      if (nearest === undefined) continue;
      const at = subSlice(service, text.length - name.length, text.length);
      report({
        at,
        message: 'misspelt',
        values: { name, nearest },
        fixes: [{ title: 'change', values: { nearest }, edits: [{ at, newText: nearest }], safe: false }],
      });
    }
  },
});

/** A name with something added, such as `smtpalt`, is one of the user's own. */
function nearestPort(name: string, configuration: Configuration): string | undefined {
  const isOwn = USUAL.some((port) => name.startsWith(port) || name.endsWith(port));
  return isOwn || knownPorts(configuration).has(name) ? undefined : nearestName(name, USUAL);
}

const USUAL = ['smtp', 'submission', 'submissions', 'smtps'];

/** The names in known_tcp_ports: `smtps=submissions=465`. */
function knownPorts(configuration: Configuration): ReadonlySet<string> {
  const value = effectiveValue(configuration, 'known_tcp_ports')?.expanded ?? '';
  return new Set(value.split(/[\s,=]+/));
}
