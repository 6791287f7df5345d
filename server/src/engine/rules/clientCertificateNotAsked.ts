import type { Configuration } from '../configuration/configuration';
import { expandedValue, writtenEntry } from '../configuration/effective';
import { restrictionLists } from '../configuration/restrictionLists';
import { restrictionIn } from '../knowledge/restrictions';
import type { ServiceEntry } from '../syntax/masterCf';
import { isGarbled } from './garbled';
import { once } from './once';
import { reached } from './reached';
import { isSetTo, usersOf } from './restrictionUse';
import { rule } from './rule';
import { settingAfter } from './settingEdits';

/** Reports restrictions about client certificates where smtpd(8) does not ask for any. */
export const clientCertificateNotAsked = rule({
  id: 'client-certificate-not-asked',
  severity: 'warning',
  en: {
    title: 'Client certificates that nobody asks for',
    why: 'A client shows its TLS certificate only to a server that asks for it, and smtpd(8) asks only with `smtpd_tls_ask_ccert = yes`. Otherwise `permit_tls_clientcerts`, `permit_tls_all_clientcerts` and `check_ccert_access` find nobody. Set it for the services that need it: on being asked, some mail programs want their users to choose a certificate.',
    messages: {
      notAsked: ({ name }: { name: string }) =>
        `\`${name}\` finds nobody: no client shows a certificate while \`smtpd_tls_ask_ccert\` is \`no\`.`,
      ask: ({ setting }: { setting: string }) => `Set \`${setting}\``,
    },
  },
  ja: {
    title: '求めていないクライアント証明書',
    why: 'クライアントが TLS 証明書を示すのは、サーバーに求められたときだけです。smtpd(8) は `smtpd_tls_ask_ccert = yes` の場合にだけ求めます。そうでなければ `permit_tls_clientcerts`、`permit_tls_all_clientcerts`、`check_ccert_access` は誰にも当てはまりません。証明書を求められると、利用者に選択を促すメールソフトもあるので、必要なサービスにだけ設定してください。',
    messages: {
      notAsked: ({ name }) =>
        `\`smtpd_tls_ask_ccert\` が \`no\` の間はどのクライアントも証明書を示さないため、\`${name}\` は誰にも当てはまりません。`,
      ask: ({ setting }) => `\`${setting}\` にする`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\nsmtpd_relay_restrictions = permit_mynetworks, permit_tls_clientcerts, reject_unauth_destination\n#                                             ^^^^^^^^^^^^^^^^^^^^^^ client-certificate-not-asked\nrelay_clientcerts = hash:/etc/postfix/relay_clientcerts\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
      after:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\nsmtpd_relay_restrictions = permit_mynetworks, permit_tls_clientcerts, reject_unauth_destination\nsmtpd_tls_ask_ccert = yes\nrelay_clientcerts = hash:/etc/postfix/relay_clientcerts\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n-- master.cf --\n587 inet n - n - - smtpd\n  -o smtpd_client_restrictions=permit_tls_all_clientcerts,reject\n#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ client-certificate-not-asked\n  -o smtpd_tls_security_level=encrypt\n',
      after:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n-- master.cf --\n587 inet n - n - - smtpd\n  -o smtpd_client_restrictions=permit_tls_all_clientcerts,reject\n  -o smtpd_tls_ask_ccert=yes\n  -o smtpd_tls_security_level=encrypt\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\nsmtpd_relay_restrictions = permit_mynetworks, permit_tls_clientcerts, reject_unauth_destination\n-- master.cf --\nsmtp inet n - n - - smtpd\n587 inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt\n  -o smtpd_tls_req_ccert=yes\n',
    },
  ],
  check(configuration, report) {
    const { main, master, version } = configuration;
    if (!main || !master) return;
    const isFirst = once();
    for (const list of restrictionLists(configuration)) {
      const about = reached(version, list.restrictions).filter(
        ({ name }) => restrictionIn(version, name)?.needs === 'TLS',
      );
      if (about.length === 0 || isGarbled(list.entry)) continue;
      const users = usersOf(configuration, list).filter((service) => hasTls(configuration, service));
      if (users.length === 0 || !users.every((service) => asksNobody(configuration, service))) continue;
      const [service] = users;
      for (const { word } of about) {
        if (!isFirst(word.at)) continue;
        const own = writtenEntry(configuration, ASK, service);
        const edit = own ? { at: own.value, newText: 'yes' } : settingAfter(list.entry, ASK, 'yes');
        const fixes = [{ title: 'ask' as const, values: { setting: `${ASK} = yes` }, edits: [edit], safe: false }];
        report({ at: word.at, message: 'notAsked', values: { name: word.text }, fixes });
      }
    }
  },
});

const ASK = 'smtpd_tls_ask_ccert';
const LEVEL = 'smtpd_tls_security_level';

/** Without TLS there is more amiss than the certificate. */
function hasTls(configuration: Configuration, service: ServiceEntry | undefined): boolean {
  const level = expandedValue(configuration, LEVEL, service).toLowerCase();
  if (level !== '') return level !== 'none' || isSetTo(configuration, 'smtpd_tls_wrappermode', 'yes', service);
  return ON.some((name) => isSetTo(configuration, name, 'yes', service));
}
const ON = ['smtpd_tls_wrappermode', 'smtpd_use_tls', 'smtpd_enforce_tls'];

/** What requires a certificate asks for it, but only where TLS is required too (pre_jail_init in smtpd.c). */
function asksNobody(configuration: Configuration, service: ServiceEntry | undefined): boolean {
  return isSetTo(configuration, ASK, 'no', service) && isSetTo(configuration, 'smtpd_tls_req_ccert', 'no', service);
}
