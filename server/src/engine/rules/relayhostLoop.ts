import type { Configuration } from '../configuration/configuration';
import { effectiveValue, expandedValue } from '../configuration/effective';
import { isSince } from '../knowledge/version';
import type { Destination } from '../syntax/nexthop';
import { rule } from './rule';
import { portOf, type RelayDestination, relayhostOf } from './smtpClient';

/** Reports a relayhost in brackets that is this machine: "mail for … loops back to myself" (smtp_host_addr). */
export const relayhostLoop = rule({
  id: 'relayhost-loop',
  severity: 'warning',
  en: {
    title: 'Relayhost that is this machine',
    why: 'On port 25 smtp(8) refuses to connect to an address of its own machine, because the mail would go round in circles: it logs `mail for … loops back to myself`, and mail for other domains stays in the queue. `relayhost` is another server; a filter on this machine has a port of its own, `[127.0.0.1]:10025`.',
    messages: {
      loops: ({ text }: { text: string }) =>
        `\`${text}\` is this machine: smtp(8) does not send mail round in circles, so mail for other domains stays in the queue.`,
    },
  },
  ja: {
    title: 'このマシン自身を指す relayhost',
    why: 'smtp(8) は、自分のマシンの25番ポートには接続しません。メールが堂々巡りするためで、`mail for … loops back to myself` とログに残し、ほかのドメイン宛てのメールはキューに残ります。`relayhost` には別のサーバーを書きます。このマシンのフィルターに渡すなら、`[127.0.0.1]:10025` のように別のポートにします。',
    messages: {
      loops: ({ text }) =>
        `\`${text}\` はこのマシン自身です。自分に戻るメールを smtp(8) は送らないため、ほかのドメイン宛てのメールはキューに残ります。`,
    },
  },
  examples: [
    {
      before:
        'myhostname = mail.example.jp\nrelayhost = [mail.example.jp]\n#           ^^^^^^^^^^^^^^^^^ relayhost-loop\n',
    },
    {
      before: 'relayhost = [localhost]:25\n#           ^^^^^^^^^^^^^^ relayhost-loop\n',
      proof: { by: 'postfix', recipient: 'b@example.org', says: 'mail for localhost loops back to myself' },
    },
    {
      before: 'inet_interfaces = 192.0.2.1\nrelayhost = [127.0.0.1]\n',
    },
    { before: 'myhostname = mail.example.jp\nrelayhost = [mail.example.jp]:10025\n' },
  ],
  check(configuration, report) {
    const relayhost = relayhostOf(configuration);
    if (relayhost?.client.protocol !== 'smtp' || !isSince(configuration.version, '2.3')) return;
    const [only, ...others] = relayhost.destinations;
    if (!only || others.length > 0 || !isOwn(configuration, only)) return;
    report({ at: only.element.at, message: 'loops', values: { text: only.element.text } });
  },
});

/** Whether a destination in brackets is port 25 of this machine. */
function isOwn(configuration: Configuration, { destination }: RelayDestination): boolean {
  if (!destination?.hasBrackets || !isSmtpPort(configuration, destination)) return false;
  const host = destination.host.text.toLowerCase();
  if (host === effectiveValue(configuration, 'myhostname')?.expanded?.toLowerCase()) return true;
  return /^(?:localhost|127\.0\.0\.1)$/.test(host) && usesLoopback(configuration);
}

/** Loops are looked for on port 25 only; another port may be a filter on this machine. */
function isSmtpPort(configuration: Configuration, destination: Destination): boolean {
  const port = destination.port ? portOf(configuration, destination) : expandedValue(configuration, 'smtp_tcp_port');
  return port === 25 || port === '25' || port === 'smtp' || port === '';
}

/** Whether the loopback address is one of the interfaces (own_inet_addr(3)); another program may listen there if not. */
function usesLoopback(configuration: Configuration): boolean {
  return (
    /^(?:all|loopback-only)$/.test(expandedValue(configuration, 'inet_interfaces')) &&
    /\b(?:all|ipv4)\b/.test(expandedValue(configuration, 'inet_protocols'))
  );
}
