import { once } from './once';
import { rule } from './rule';
import { clientEntry, clientValue, isClientYes, smtpClients } from './smtpClient';
import { placeOf } from './values';

/** Reports a login without a table of passwords: smtp(8) says "specify a password table" and ends. */
export const loginWithoutPasswords = rule({
  id: 'login-without-passwords',
  severity: 'error',
  en: {
    title: 'Login without passwords',
    why: 'With `smtp_sasl_auth_enable = yes` the smtp(8) process opens `smtp_sasl_password_maps` when it starts. When that is empty, smtp(8) ends with a fatal error, so no mail leaves at all.',
    messages: {
      missing: ({ name }: { name: string }) =>
        `\`${name}\` is empty: the client ends with a fatal error and no mail leaves.`,
    },
  },
  ja: {
    title: 'パスワードの表がないSMTP認証',
    why: '`smtp_sasl_auth_enable = yes` のとき、smtp(8) は起動時に `smtp_sasl_password_maps` を開きます。これが空だと smtp(8) は異常終了し、メールは 1 通も出ていきません。',
    messages: {
      missing: ({ name }) => `\`${name}\` が空です。クライアントが異常終了し、メールが 1 通も出ていきません。`,
    },
  },
  examples: [
    {
      before:
        'relayhost = [smtp.example.jp]:587\nsmtp_sasl_auth_enable = yes\n#                       ^^^ login-without-passwords\n',
      proof: {
        by: 'postfix',
        recipient: 'b@example.org',
        says: "specify a password table via the `smtp_sasl_password_maps' configuration parameter",
      },
    },
    {
      before:
        'smtp_sasl_password_maps = lmdb:/etc/postfix/sasl_passwd\nsmtp_tls_security_level = encrypt\n-- master.cf --\nsmtp unix - - n - - smtp\n  -o smtp_sasl_auth_enable=yes\n',
    },
    {
      before:
        '-- master.cf --\nsmtp unix - - n - - smtp\n  -o smtp_sasl_auth_enable=yes\n#                          ^^^ login-without-passwords\n  -o smtp_sasl_password_maps=\n',
      proof: {
        by: 'postfix',
        recipient: 'b@example.org',
        says: "specify a password table via the `smtp_sasl_password_maps' configuration parameter",
      },
    },
  ],
  check(configuration, report) {
    const isFirst = once();
    // Without these, nobody can tell that the client gets any mail.
    if (!configuration.master && !configuration.mainEntries.has('relayhost')) return;
    for (const client of smtpClients(configuration)) {
      if (!isClientYes(configuration, client, 'sasl_auth_enable')) continue;
      const passwords = 'sasl_password_maps';
      if (clientValue(configuration, client, passwords) !== '') continue;
      if (!configuration.main && !clientEntry(configuration, client, passwords)) continue;
      const entry = clientEntry(configuration, client, 'sasl_auth_enable');
      if (!entry || !isFirst(placeOf(entry))) continue;
      report({ at: placeOf(entry), message: 'missing', values: { name: `${client.protocol}_${passwords}` } });
    }
  },
});
