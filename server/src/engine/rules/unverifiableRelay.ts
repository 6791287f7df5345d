import type { Configuration } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { isSince } from '../knowledge/version';
import { once } from './once';
import { rule } from './rule';
import { type Client, clientEntry, clientValue, smtpClients } from './smtpClient';
import { placeOf } from './values';

/** Reports a level that verifies certificates where no authority is trusted: then none can be verified. */
export const unverifiableRelay = rule({
  id: 'unverifiable-relay',
  severity: 'warning',
  en: {
    title: 'Certificates that nobody can vouch for',
    why: 'With the levels `verify` and `secure` the SMTP client delivers only to servers whose certificate an authority in `smtp_tls_CAfile` or `smtp_tls_CApath` has signed. Both are empty by default, and Postfix does not look at those of the system unless told so: then no server passes, and all mail waits.',
    messages: {
      noAuthority: ({ level, file, path }: { level: string; file: string; path: string }) =>
        `With \`${level}\` mail goes only to servers with a trusted certificate, but neither \`${file}\` nor \`${path}\` names an authority: no server passes, and mail stays in the queue.`,
    },
  },
  ja: {
    title: '検証できない証明書',
    why: 'レベルが `verify` や `secure` のとき、SMTPクライアントは、`smtp_tls_CAfile` か `smtp_tls_CApath` の認証局が署名した証明書を持つサーバーにしか配送しません。どちらも既定値は空で、指定しない限りシステムの認証局も使われません。そのままではどのサーバーも検証に通らず、メールはすべて待ち続けます。',
    messages: {
      noAuthority: ({ level, file, path }) =>
        `\`${level}\` では信頼できる証明書を持つサーバーにしか送りませんが、\`${file}\` にも \`${path}\` にも認証局の指定がありません。どのサーバーも検証に通らず、メールはキューに残ります。`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nrelayhost = [smtp.example.jp]:587\nsmtp_tls_security_level = verify\n#                         ^^^^^^ unverifiable-relay\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtp_tls_security_level = secure\nsmtp_tls_CAfile = /etc/ssl/certs/ca-certificates.crt\n',
    },
    { before: 'compatibility_level = 3.6\nsmtp_tls_security_level = verify\ntls_append_default_CA = yes\n' },
    {
      before:
        'compatibility_level = 3.6\nsmtp_tls_security_level = secure\nsmtp_tls_policy_maps = hash:/etc/postfix/policy\n',
    },
  ],
  check(configuration, report) {
    // Before 2.3 there were no levels; before 2.8 the authorities of the system were always trusted (tls_certkey.c).
    if (!isSince(configuration.version, '2.8')) return;
    const isFirst = once();
    for (const client of smtpClients(configuration)) {
      const level = clientValue(configuration, client, 'tls_security_level').toLowerCase();
      if (level !== 'verify' && level !== 'secure') continue;
      const entry = clientEntry(configuration, client, 'tls_security_level');
      if (!entry || !isFirst(placeOf(entry)) || mayTrust(configuration, client)) continue;
      const [file, path] = [`${client.protocol}_tls_CAfile`, `${client.protocol}_tls_CApath`];
      report({ at: placeOf(entry), message: 'noAuthority', values: { level, file, path } });
    }
  },
});

/** Whether something names an authority, or may change the level for some servers. */
function mayTrust(configuration: Configuration, client: Client): boolean {
  if (!configuration.main) return true;
  const names = ['tls_CAfile', 'tls_CApath', 'tls_trust_anchor_file', 'tls_policy_maps', 'tls_per_site'];
  if (names.some((name) => clientValue(configuration, client, name) !== '')) return true;
  return expandedValue(configuration, 'tls_append_default_CA', client.service).toLowerCase() === 'yes';
}
