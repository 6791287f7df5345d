import type { Configuration } from '../configuration/configuration';
import { isSince } from '../knowledge/version';
import { isEmpty } from '../syntax/list';
import type { ParameterEntry } from '../syntax/mainCf';
import { isLoopback } from '../syntax/nexthop';
import { once } from './once';
import { type Report, rule } from './rule';
import { settingAfter } from './settingEdits';
import {
  type Client,
  clientEntry,
  isClientYes,
  mayBeInClear,
  mayUseOtherClient,
  portOf,
  type RelayDestination,
  type Relayhost,
  relayhostOf,
  smtpClients,
} from './smtpClient';
import { placeOf } from './values';

const en = {
  portNeedsIt: ({ name }: { name: string }) =>
    `Port 465 expects TLS from the first byte. Without \`${name} = yes\` both sides wait for each other and no mail gets through.`,
  portForbidsIt: ({ port }: { port: string }) =>
    `Port ${port} of the relayhost begins without TLS, so the handshake fails and mail stays in the queue.`,
  needsEncrypt: ({ name, level }: { name: string; level: string }) =>
    `\`${name}\` works only with \`${level} = encrypt\` or higher: as it is, every delivery is deferred.`,
  set: ({ text }: { text: string }) => `Set \`${text}\``,
};

/** Reports a relayhost that wants TLS from the first byte where smtp(8) uses STARTTLS, and the other way round. */
export const wrappermodeMismatch = rule({
  id: 'wrappermode-mismatch',
  severity: 'error',
  en: {
    title: 'Port and TLS mode do not match',
    why: 'On port 465 (`submissions`, `smtps`) a session begins with the TLS handshake, which Postfix calls wrapper mode. On ports 25 and 587 it begins in the clear and STARTTLS turns encryption on. If the two sides disagree they wait for each other until one gives up.',
    messages: en,
  },
  ja: {
    title: 'ポートと TLS の方式が合わない',
    why: '465 番ポート（`submissions`、`smtps`）では最初から TLS で始まり、Postfix はこれを wrapper mode と呼びます。25 番と 587 番では平文で始まり、STARTTLS で暗号化します。両者の方式が食い違うと、どちらかがあきらめるまで互いに待ち続けます。',
    messages: {
      portNeedsIt: ({ name }) =>
        `465 番ポートは最初から TLS で始まります。\`${name} = yes\` がないと互いに待ち続け、メールを送れません。`,
      portForbidsIt: ({ port }) =>
        `中継サーバーの ${port} 番ポートは平文で始まるため、TLS の接続に失敗し、メールはキューに残ります。`,
      needsEncrypt: ({ name, level }) =>
        `\`${name}\` は \`${level} = encrypt\` 以上でないと働きません。このままではすべての配送が保留されます。`,
      set: ({ text }) => `\`${text}\` にする`,
    },
  },
  examples: [
    {
      before:
        'relayhost = [smtp.example.jp]:465\n#           ^^^^^^^^^^^^^^^^^^^^^ wrappermode-mismatch\nsmtp_tls_security_level = encrypt\n',
      after: 'relayhost = [smtp.example.jp]:465\nsmtp_tls_wrappermode = yes\nsmtp_tls_security_level = encrypt\n',
      proof: {
        by: 'postfix',
        recipient: 'b@example.org',
        says: 'SMTPS wrappermode (TCP port 465) requires setting "smtp_tls_wrappermode = yes"',
      },
    },
    {
      before:
        'relayhost = [smtp.example.jp]:587\nsmtp_tls_wrappermode = yes\n#                      ^^^ wrappermode-mismatch\nsmtp_tls_security_level = encrypt\n',
      after: 'relayhost = [smtp.example.jp]:587\nsmtp_tls_wrappermode = no\nsmtp_tls_security_level = encrypt\n',
    },
    {
      before:
        'relayhost = [smtp.example.jp]:submissions\nsmtp_tls_wrappermode = yes\nsmtp_tls_security_level = may\n#                         ^^^ wrappermode-mismatch\n',
      after:
        'relayhost = [smtp.example.jp]:submissions\nsmtp_tls_wrappermode = yes\nsmtp_tls_security_level = encrypt\n',
      proof: {
        by: 'postfix',
        recipient: 'b@example.org',
        says: 'smtp_tls_wrappermode requires "smtp_tls_security_level = encrypt" (or stronger)',
      },
    },
    {
      before:
        'relayhost = [smtp.example.jp]:465\nsmtp_tls_wrappermode = yes\nsmtp_tls_security_level = encrypt\n-- master.cf --\nsmtp unix - - n - - smtp\n',
    },
    {
      before:
        'relayhost = [smtp.example.jp]:465\nsender_dependent_default_transport_maps = static:wrapped\n-- master.cf --\nsmtp unix - - n - - smtp\nwrapped unix - - n - - smtp\n  -o smtp_tls_wrappermode=yes\n  -o smtp_tls_security_level=encrypt\n',
    },
  ],
  check(configuration, report) {
    if (!isSince(configuration.version, '3.0')) return;
    const relayhost = relayhostOf(configuration);
    if (relayhost && !mayUseOtherClient(configuration)) checkRelayhost(configuration, relayhost, report);
    checkLevels(configuration, report);
  },
});

type ReportMismatch = Report<typeof en>;

function checkRelayhost(
  configuration: Configuration,
  { destinations, client }: Relayhost,
  report: ReportMismatch,
): void {
  const name = `${client.protocol}_tls_wrappermode`;
  const entry = clientEntry(configuration, client, 'tls_wrappermode');
  const isOn = isClientYes(configuration, client, 'tls_wrappermode');
  for (const relay of destinations) {
    const port = relay.destination && !isLoopback(relay.destination) && portOf(configuration, relay.destination);
    if (!isOn && port === 465) {
      const edits = wrappermodeOn(configuration, client, relay, entry);
      report({
        at: relay.element.at,
        message: 'portNeedsIt',
        values: { name },
        fixes: [{ title: 'set', values: { text: `${name} = yes` }, edits, safe: false }],
      });
      return;
    }
    if (isOn && entry && (port === 25 || port === 587)) {
      report({
        at: entry.value,
        message: 'portForbidsIt',
        values: { port: String(port) },
        severity: 'warning',
        fixes: [turnOff(entry, name)],
      });
      return;
    }
  }
}

/** Wrapper mode for the client, and the TLS level that it needs. */
function wrappermodeOn(
  configuration: Configuration,
  client: Client,
  { element }: RelayDestination,
  entry: ParameterEntry | undefined,
) {
  const relayhost = configuration.mainEntries.get('relayhost') ?? { name: element.at, value: element.at };
  const on = entry
    ? { at: entry.value, newText: 'yes' }
    : settingAfter(relayhost, `${client.protocol}_tls_wrappermode`, 'yes');
  if (mayBeInClear(configuration, client) !== true) return [on];
  const level = clientEntry(configuration, client, 'tls_security_level');
  return [
    on,
    level ? { at: level.value, newText: 'encrypt' } : settingAfter(entry ?? relayhost, levelName(client), 'encrypt'),
  ];
}

function levelName({ protocol }: Client): string {
  return `${protocol}_tls_security_level`;
}

/** Wrapper mode below `encrypt`: smtp_connect_inet skips every server with a warning. */
function checkLevels(configuration: Configuration, report: ReportMismatch): void {
  const isFirst = once();
  for (const client of smtpClients(configuration)) {
    if (!isClientYes(configuration, client, 'tls_wrappermode') || mayBeInClear(configuration, client) !== true)
      continue;
    const wrappermode = clientEntry(configuration, client, 'tls_wrappermode');
    const level = clientEntry(configuration, client, 'tls_security_level');
    if (!wrappermode || (!level && !configuration.main)) continue;
    const at = level && !isEmpty(level.value) ? level.value : placeOf(wrappermode);
    if (!isFirst(at)) continue;
    const name = `${client.protocol}_tls_wrappermode`;
    const edits = [
      level ? { at: level.value, newText: 'encrypt' } : settingAfter(wrappermode, levelName(client), 'encrypt'),
    ];
    report({
      at,
      message: 'needsEncrypt',
      values: { name, level: levelName(client) },
      fixes: [{ title: 'set', values: { text: `${levelName(client)} = encrypt` }, edits, safe: false }],
    });
  }
}

function turnOff(entry: ParameterEntry, name: string) {
  const edits = [{ at: entry.value, newText: 'no' }];
  return { title: 'set', values: { text: `${name} = no` }, edits, safe: false } as const;
}
