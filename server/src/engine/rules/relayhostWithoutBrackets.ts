import type { Configuration } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { textOf } from '../syntax/logicalLine';
import { isAddress } from '../syntax/nexthop';
import { rule } from './rule';
import { type Client, clientValue, portOf, relayhostOf } from './smtpClient';

/** Tells that a relayhost with a submission port is looked up as a mail domain. */
export const relayhostWithoutBrackets = rule({
  id: 'relayhost-without-brackets',
  severity: 'hint',
  en: {
    title: 'Relayhost without brackets',
    why: 'Without brackets Postfix takes the name for a mail domain and asks for its MX records first; only if there are none it connects to the host of that name. A submission server is a host, so `[host]:587` is what its provider describes. The key in `smtp_sasl_password_maps` has to be written the same way.',
    messages: {
      lookUp: ({ host, meant }: { host: string; meant: string }) =>
        `Without brackets Postfix looks up the MX records of \`${host}\` first. To connect to this very host, write \`${meant}\`, also in \`smtp_sasl_password_maps\`.`,
      change: ({ text }: { text: string }) => `Change to \`${text}\``,
    },
  },
  ja: {
    title: '角括弧のない relayhost',
    why: '角括弧がないと、Postfix は名前をメールのドメインとみなして先に MX レコードを検索し、見つからないときだけその名前のホストに接続します。メール投稿用のサーバーはホストなので、プロバイダーの案内どおりの書き方は `[host]:587` です。`smtp_sasl_password_maps` のキーも同じ形で書く必要があります。',
    messages: {
      lookUp: ({ host, meant }) =>
        `角括弧がないため、先に \`${host}\` の MX レコードを検索します。このホストに直接つなぐには \`${meant}\` と書き、\`smtp_sasl_password_maps\` のキーも合わせます。`,
      change: ({ text }) => `\`${text}\` に変更`,
    },
  },
  examples: [
    {
      before: 'relayhost = smtp.example.jp:587\n#           ^^^^^^^^^^^^^^^^^^^ relayhost-without-brackets\n',
      after: 'relayhost = [smtp.example.jp]:587\n',
    },
    { before: 'relayhost = example.jp\n' },
    { before: 'disable_dns_lookups = yes\nrelayhost = smtp.example.jp:587\n', version: '2.10' },
  ],
  check(configuration, report) {
    const relayhost = relayhostOf(configuration);
    if (!relayhost || !looksUpMx(configuration, relayhost.client)) return;
    for (const { element, destination } of relayhost.destinations) {
      if (!destination?.port || destination.hasBrackets || !isSubmission(portOf(configuration, destination))) continue;
      const host = destination.host.text;
      if (isAddress(host) || host.toLowerCase() === 'localhost') continue;
      const meant = `[${host}]:${destination.port.text}`;
      const { at } = element;
      report({
        at,
        message: 'lookUp',
        values: { host, meant },
        fixes:
          textOf(at) === element.text
            ? [{ title: 'change', values: { text: meant }, edits: [{ at, newText: meant }], safe: false }]
            : [],
      });
    }
  },
});

function looksUpMx(configuration: Configuration, client: Client): boolean {
  return (
    client.protocol === 'smtp' &&
    clientValue(configuration, client, 'dns_support_level') !== 'disabled' &&
    expandedValue(configuration, 'disable_dns_lookups', client.service).toLowerCase() !== 'yes' &&
    expandedValue(configuration, 'use_srv_lookup', client.service) === ''
  );
}

function isSubmission(port: number | undefined): boolean {
  return port === 587 || port === 465;
}
