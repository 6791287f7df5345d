import type { Configuration } from '../configuration/configuration';
import { effectiveValue } from '../configuration/effective';
import { isSince } from '../knowledge/version';
import { isEmpty } from '../syntax/list';
import { isLoopback, isPrivate } from '../syntax/nexthop';
import { rule } from './rule';
import { settingAfter } from './settingEdits';
import { type Client, clientEntry, isClientYes, mayBeInClear, mayUseOtherClient, relayhostOf } from './smtpClient';
import { placeOf } from './values';

/** Reports a login at the relayhost that may happen without TLS. */
export const passwordInClear = rule({
  id: 'password-in-clear',
  severity: 'warning',
  en: {
    title: 'Password may travel in the clear',
    why: 'Below the level `encrypt` smtp(8) goes on without TLS when the server does not offer it, or when someone on the way takes the offer out. It then sends the user name and the password for the relayhost in the clear, because `smtp_sasl_security_options` without `noplaintext` allows that.',
    messages: {
      level: ({ name }: { name: string }) =>
        `The password for the relayhost may be sent without encryption: set \`${name}\` to \`encrypt\` or higher.`,
      change: ({ text }: { text: string }) => `Change to \`${text}\``,
      add: ({ text }: { text: string }) => `Add \`${text}\``,
    },
  },
  ja: {
    title: 'パスワードが平文で流れるおそれ',
    why: 'レベルが `encrypt` より低いと、サーバーが TLS に対応していないときや、途中の誰かが STARTTLS の案内を取り除いたときに、smtp(8) は TLS なしで続けます。`noplaintext` のない `smtp_sasl_security_options` では、中継サーバーのユーザー名とパスワードがそのまま流れます。',
    messages: {
      level: ({ name }) =>
        `中継サーバーのパスワードが暗号化されずに送られるおそれがあります。\`${name}\` を \`encrypt\` 以上にしてください。`,
      change: ({ text }) => `\`${text}\` に変更`,
      add: ({ text }) => `\`${text}\` を加える`,
    },
  },
  examples: [
    {
      before:
        'relayhost = [smtp.example.jp]:587\nsmtp_sasl_auth_enable = yes\nsmtp_sasl_password_maps = lmdb:/etc/postfix/sasl_passwd\nsmtp_sasl_security_options = noanonymous\nsmtp_tls_security_level = may\n#                         ^^^ password-in-clear\n',
      after:
        'relayhost = [smtp.example.jp]:587\nsmtp_sasl_auth_enable = yes\nsmtp_sasl_password_maps = lmdb:/etc/postfix/sasl_passwd\nsmtp_sasl_security_options = noanonymous\nsmtp_tls_security_level = encrypt\n',
    },
    {
      before:
        'relayhost = [smtp.example.jp]:587\nsmtp_sasl_auth_enable = yes\n#                       ^^^ password-in-clear\nsmtp_sasl_password_maps = lmdb:/etc/postfix/sasl_passwd\nsmtp_sasl_security_options = noanonymous\n',
      after:
        'relayhost = [smtp.example.jp]:587\nsmtp_sasl_auth_enable = yes\nsmtp_tls_security_level = encrypt\nsmtp_sasl_password_maps = lmdb:/etc/postfix/sasl_passwd\nsmtp_sasl_security_options = noanonymous\n',
    },
    {
      before:
        'relayhost = [smtp.example.jp]:587\nsmtp_sasl_auth_enable = yes\nsmtp_sasl_password_maps = lmdb:/etc/postfix/sasl_passwd\nsmtp_sasl_tls_security_options = noanonymous\nsmtp_tls_security_level = may\n',
    },
    {
      before:
        'relayhost = [127.0.0.1]:1587\nsmtp_sasl_auth_enable = yes\nsmtp_sasl_password_maps = lmdb:/etc/postfix/sasl_passwd\nsmtp_sasl_security_options = noanonymous\n',
    },
  ],
  check(configuration, report) {
    const relayhost = relayhostOf(configuration);
    if (!relayhost || mayUseOtherClient(configuration)) return;
    const { client, destinations } = relayhost;
    const isRemote = destinations.some(
      ({ destination }) => destination && !isLoopback(destination) && !isPrivate(destination),
    );
    if (!isRemote || !sendsPassword(configuration, client)) return;
    if (mayBeInClear(configuration, client) !== true || isClientYes(configuration, client, 'tls_wrappermode')) return;

    const name = `${client.protocol}_tls_security_level`;
    const level = clientEntry(configuration, client, 'tls_security_level');
    const login = clientEntry(configuration, client, 'sasl_auth_enable');
    if (level && !isEmpty(level.value)) {
      const edits = [{ at: level.value, newText: 'encrypt' }];
      report({
        at: level.value,
        message: 'level',
        values: { name },
        fixes: [{ title: 'change', values: { text: 'encrypt' }, edits, safe: false }],
      });
    } else if (login) {
      const text = `${name} = encrypt`;
      const edits = [level ? { at: level.value, newText: 'encrypt' } : settingAfter(login, name, 'encrypt')];
      report({
        at: placeOf(login),
        message: 'level',
        values: { name },
        fixes: [{ title: 'add', values: { text }, edits, safe: false }],
      });
    }
  },
});

/** Whether the client logs in, and with mechanisms that show the password. */
function sendsPassword(configuration: Configuration, client: Client): boolean {
  if (!isClientYes(configuration, client, 'sasl_auth_enable') || !isSince(configuration.version, '2.3')) return false;
  const options = effectiveValue(configuration, `${client.protocol}_sasl_security_options`, client.service)?.expanded;
  return options !== undefined && !/\bnoplaintext\b/i.test(options);
}
