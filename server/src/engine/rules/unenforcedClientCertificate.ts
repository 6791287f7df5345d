import type { Configuration } from '../configuration/configuration';
import { writtenEntry } from '../configuration/effective';
import { alikeSmtpdServices } from '../configuration/restrictionLists';
import type { ParameterEntry } from '../syntax/mainCf';
import { rule } from './rule';
import { settingAfter } from './settingEdits';
import { isMandatory, LEVEL, readBoolean, type TlsServices, tlsServices } from './smtpdTls';
import { placeOf } from './values';

const REQUIRE = 'smtpd_tls_req_ccert';

/** Reports client certificates that are required in vain: "Can't require client certs unless TLS is required" (smtpd.c). */
export const unenforcedClientCertificate = rule({
  id: 'unenforced-client-certificate',
  severity: 'warning',
  en: {
    title: 'Client certificates that are not required after all',
    why: 'smtpd(8) insists on a client certificate only where it insists on TLS: at the level `encrypt`, or in wrapper mode. Elsewhere it logs a warning, does not even ask for a certificate, and serves everybody. `smtpd_tls_ask_ccert = yes` asks at the level `may`; `permit_tls_clientcerts` and the like then decide.',
    messages: {
      ignored: () => 'TLS is not mandatory here, so this has no effect: clients get in without a certificate.',
      require: () => `Add \`${LEVEL} = encrypt\``,
      ask: () => 'Change to `smtpd_tls_ask_ccert`',
    },
  },
  ja: {
    title: '必須にならないクライアント証明書',
    why: 'smtpd(8) がクライアント証明書を必須とするのは、TLS も必須のとき、つまりレベルが `encrypt` のときと wrapper mode のときだけです。そうでなければ警告をログに残すだけで、証明書を求めることもなく、誰とでも通信します。レベルが `may` のときに証明書を求めるには `smtpd_tls_ask_ccert = yes` を使い、可否は `permit_tls_clientcerts` などで決めます。',
    messages: {
      ignored: () => 'ここでは TLS が必須でないため、この設定は効きません。クライアントは証明書なしで接続できます。',
      require: () => `\`${LEVEL} = encrypt\` を加える`,
      ask: () => '`smtpd_tls_ask_ccert` に変更',
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\nsmtpd_tls_req_ccert = yes\n#                     ^^^ unenforced-client-certificate\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
      after:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\nsmtpd_tls_ask_ccert = yes\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
      proof: { by: 'smtpd', says: "Can't require client certs unless TLS is required" },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_tls_req_ccert=yes\n#                        ^^^ unenforced-client-certificate\n',
      after:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_tls_req_ccert=yes\n  -o smtpd_tls_security_level=encrypt\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\nsmtpd_tls_req_ccert = yes\n-- master.cf --\nsmtp inet n - n - - smtpd\n2525 inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt\n',
    },
  ],
  check(configuration, report) {
    // What is in vain for the services of one file may be in use for those of the other.
    if (!configuration.master) return;
    for (const [entry, { tls }] of ignoredEntries(configuration)) {
      const isOwn = entry.value.line.file.kind === 'master.cf';
      const hasLevel = tls.entry?.value.line === entry.value.line;
      const ask = {
        title: 'ask' as const,
        values: {},
        edits: [{ at: entry.name, newText: 'smtpd_tls_ask_ccert' }],
        safe: false,
      };
      const require = {
        title: 'require' as const,
        values: {},
        edits: [settingAfter(entry, LEVEL, 'encrypt')],
        safe: false,
      };
      report({
        at: placeOf(entry),
        message: 'ignored',
        values: {},
        fixes: isOwn && !hasLevel ? [require, ask] : [ask],
      });
    }
  },
});

/** The entries that no service heeds, with the services that have them. */
function ignoredEntries(configuration: Configuration): ReadonlyMap<ParameterEntry, TlsServices> {
  const all = tlsServices(configuration);
  const ignored = new Map<ParameterEntry, TlsServices>();
  if (all.length < alikeSmtpdServices(configuration).length) return ignored;
  const isRequired = ({ first }: TlsServices) => readBoolean(configuration, REQUIRE, first) === true;
  for (const services of all) {
    const entry = writtenEntry(configuration, REQUIRE, services.first);
    if (entry && !isMandatory(services.tls) && isRequired(services)) ignored.set(entry, services);
  }
  for (const services of all) {
    const entry = writtenEntry(configuration, REQUIRE, services.first);
    if (entry && isMandatory(services.tls)) ignored.delete(entry);
  }
  return ignored;
}
