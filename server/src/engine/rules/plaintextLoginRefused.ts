import type { Configuration } from '../configuration/configuration';
import { isLoopback, isPrivate } from '../syntax/nexthop';
import { rule } from './rule';
import { settingAfter } from './settingEdits';
import { type Client, clientEntry, clientValue, isClientYes, type Relayhost, relayhostOf } from './smtpClient';
import { placeOf } from './values';

/** Reports a login at a provider that may use neither PLAIN nor LOGIN: "SASL authentication failed; … no mechanism available". */
export const plaintextLoginRefused = rule({
  id: 'plaintext-login-refused',
  severity: 'warning',
  en: {
    title: 'Login that may not use passwords',
    why: 'By default `smtp_sasl_security_options` has `noplaintext`, also inside TLS: the SMTP client then passes over PLAIN and LOGIN, and those are all that most providers offer. The log says "no mechanism available", and the mail stays in the queue. With TLS required, `noanonymous` alone is right.',
    messages: {
      byDefault: ({ name }: { name: string }) =>
        `\`${name}\` has \`noplaintext\` by default: the client does not log in by PLAIN or LOGIN, and most providers offer nothing else ("no mechanism available").`,
      set: () =>
        'With `noplaintext` the client does not log in by PLAIN or LOGIN, not even inside TLS, and most providers offer nothing else ("no mechanism available").',
      allow: ({ name }: { name: string }) => `Add \`${name} = noanonymous\``,
    },
  },
  ja: {
    title: 'パスワードを使えない認証',
    why: '`smtp_sasl_security_options` の既定値には `noplaintext` があり、TLS の中でも効きます。SMTPクライアントは PLAIN と LOGIN を使わなくなりますが、多くのプロバイダーはこの二つしか用意していません。ログに "no mechanism available" と記録され、メールはキューに残ります。TLS を必須にしていれば、`noanonymous` だけで問題ありません。',
    messages: {
      byDefault: ({ name }) =>
        `\`${name}\` の既定値には \`noplaintext\` があるため、PLAIN でも LOGIN でも認証しません。多くのプロバイダーにはこの二つしかなく、"no mechanism available" となります。`,
      set: () =>
        '`noplaintext` があると、TLS の中でも PLAIN と LOGIN では認証しません。多くのプロバイダーにはこの二つしかなく、"no mechanism available" となります。',
      allow: ({ name }) => `\`${name} = noanonymous\` を加える`,
    },
  },
  examples: [
    {
      before:
        'relayhost = [smtp.example.jp]:587\nsmtp_tls_security_level = encrypt\nsmtp_sasl_auth_enable = yes\n#                       ^^^ plaintext-login-refused\nsmtp_sasl_password_maps = lmdb:/etc/postfix/sasl_passwd\n',
      after:
        'relayhost = [smtp.example.jp]:587\nsmtp_tls_security_level = encrypt\nsmtp_sasl_auth_enable = yes\nsmtp_sasl_security_options = noanonymous\nsmtp_sasl_password_maps = lmdb:/etc/postfix/sasl_passwd\n',
    },
    {
      before:
        'relayhost = [smtp.example.jp]:587\nsmtp_tls_security_level = encrypt\nsmtp_sasl_auth_enable = yes\nsmtp_sasl_password_maps = lmdb:/etc/postfix/sasl_passwd\nsmtp_sasl_security_options = noplaintext, noanonymous\nsmtp_sasl_tls_security_options = noanonymous\n',
    },
    {
      before:
        'relayhost = [192.168.1.2]\nsmtp_tls_security_level = encrypt\nsmtp_sasl_auth_enable = yes\nsmtp_sasl_password_maps = lmdb:/etc/postfix/sasl_passwd\n',
    },
  ],
  check(configuration, report) {
    const relayhost = relayhostOf(configuration);
    if (!relayhost || !configuration.main || isNearby(relayhost)) return;
    const { client } = relayhost;
    const entry = clientEntry(configuration, client, 'sasl_auth_enable');
    if (!entry || !isClientYes(configuration, client, 'sasl_auth_enable') || mayUseAnother(configuration, client))
      return;
    const written = OPTIONS.map((name) => clientEntry(configuration, client, name)).find((one) => one !== undefined);
    if (written) {
      report({ at: placeOf(written), message: 'set', values: {} });
      return;
    }
    const name = `${client.protocol}_sasl_security_options`;
    const edits = [settingAfter(entry, name, 'noanonymous')];
    report({
      at: placeOf(entry),
      message: 'byDefault',
      values: { name },
      fixes: [{ title: 'allow', values: { name }, edits, safe: false }],
    });
  },
});

/** Without TLS, inside TLS, and inside TLS with a verified certificate; each falls back on the one before. */
const OPTIONS = ['sasl_security_options', 'sasl_tls_security_options', 'sasl_tls_verified_security_options'];

/** Whether PLAIN and LOGIN are allowed in some session, or the user has chosen a mechanism that is no password. */
function mayUseAnother(configuration: Configuration, client: Client): boolean {
  // Without passwords the client does not even start: another rule says so.
  if (clientValue(configuration, client, 'sasl_password_maps') === '') return true;
  if (clientValue(configuration, client, 'sasl_mechanism_filter') !== '') return true;
  if (!/^(?:cyrus)?$/i.test(clientValue(configuration, client, 'sasl_type'))) return true;
  return OPTIONS.some((name) => !/(?:^|[\s,])noplaintext(?:$|[\s,])/i.test(clientValue(configuration, client, name)));
}

/** A server of one's own may offer what it likes. */
function isNearby({ destinations }: Relayhost): boolean {
  return destinations.every(({ destination }) => !destination || isPrivate(destination) || isLoopback(destination));
}
