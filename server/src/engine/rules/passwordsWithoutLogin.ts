import { isEmpty } from '../syntax/list';
import { rule } from './rule';
import { settingAfter } from './settingEdits';
import { clientEntry, clientValue, isClientYes, relayhostOf, smtpClients } from './smtpClient';

/** Tells of passwords for the relayhost that nothing uses. */
export const passwordsWithoutLogin = rule({
  id: 'passwords-without-login',
  severity: 'hint',
  en: {
    title: 'Passwords that are not used',
    why: '`smtp_sasl_password_maps` says how to log in, but smtp(8) logs in only with `smtp_sasl_auth_enable = yes`. Without it mail goes to the relayhost without login, and most providers refuse it.',
    messages: {
      unused: () =>
        'No service logs in with these passwords, because `smtp_sasl_auth_enable` is not `yes`: mail goes to the relayhost without login.',
      enable: () => 'Add `smtp_sasl_auth_enable = yes`',
    },
  },
  ja: {
    title: '使われないパスワード',
    why: '`smtp_sasl_password_maps` に認証の情報を書いても、smtp(8) が認証するのは `smtp_sasl_auth_enable = yes` のときだけです。そうでないとメールは認証なしで中継サーバーに送られ、多くのプロバイダーでは拒否されます。',
    messages: {
      unused: () =>
        '`smtp_sasl_auth_enable` が `yes` でないため、このパスワードを使うサービスがありません。メールは認証なしで中継サーバーに送られます。',
      enable: () => '`smtp_sasl_auth_enable = yes` を加える',
    },
  },
  examples: [
    {
      before:
        'relayhost = [smtp.example.jp]:587\nsmtp_sasl_password_maps = lmdb:/etc/postfix/sasl_passwd\n#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ passwords-without-login\n-- master.cf --\nsmtp unix - - n - - smtp\n',
    },
    {
      before:
        'relayhost = [smtp.example.jp]:587\nsmtp_sasl_password_maps = lmdb:/etc/postfix/sasl_passwd\n-- master.cf --\nsmtp unix - - n - - smtp\n  -o smtp_sasl_auth_enable=yes\n  -o smtp_sasl_security_options=noanonymous\n  -o smtp_tls_security_level=encrypt\n',
    },
  ],
  check(configuration, report) {
    const entry = configuration.mainEntries.get('smtp_sasl_password_maps');
    const relayhost = entry && relayhostOf(configuration);
    if (!entry || isEmpty(entry.value) || !relayhost || !configuration.master) return;
    if (clientEntry(configuration, relayhost.client, 'sasl_password_maps') !== entry) return;
    const clients = smtpClients(configuration);
    if (clients.some((client) => clientValue(configuration, client, 'sasl_auth_enable') === '')) return;
    if (clients.some((client) => isClientYes(configuration, client, 'sasl_auth_enable'))) return;
    const edits = [settingAfter(entry, 'smtp_sasl_auth_enable', 'yes')];
    report({
      at: entry.value,
      message: 'unused',
      values: {},
      fixes: configuration.mainEntries.has('smtp_sasl_auth_enable')
        ? []
        : [{ title: 'enable', values: {}, edits, safe: false }],
    });
  },
});
