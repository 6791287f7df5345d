import type { Configuration } from '../configuration/configuration';
import { writtenEntry } from '../configuration/effective';
import { textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';
import { rule } from './rule';
import { settingAfter } from './settingEdits';
import { LOGIN, loginOf, TLS_ONLY } from './smtpdLogin';
import { publicPort } from './smtpdPort';
import { isSet, readValue, type SmtpdTls, tlsServices } from './smtpdTls';
import { placeOf } from './values';

/** Reports a login that smtpd(8) offers to clients that do not use TLS. */
export const loginInClear = rule({
  id: 'login-in-clear',
  severity: 'warning',
  en: {
    title: 'Login without TLS',
    why: 'Where TLS is not mandatory and `smtpd_tls_auth_only` is `no`, smtpd(8) announces AUTH before TLS as well. A mail program that is set up wrongly then sends user name and password readable over the network, and nobody notices, because everything works. With `smtpd_tls_auth_only = yes` the login is offered only inside TLS.',
    messages: {
      optional: ({ service }: { service: string }) =>
        `\`${service}\` offers the login before TLS too: a mail program without TLS sends the password readable over the network.`,
      noTls: ({ service }: { service: string }) =>
        `\`${service}\` offers a login but no TLS: passwords travel readable over the network.`,
      set: ({ text }: { text: string }) => `Set \`${text}\``,
    },
  },
  ja: {
    title: 'TLS なしの SMTP認証',
    why: 'TLS が必須でなく `smtpd_tls_auth_only` が `no` だと、smtpd(8) は TLS の前から AUTH を案内します。設定を誤ったメールソフトはユーザー名とパスワードを読める形で送ってしまい、しかも正常に送信できるので誰も気づきません。`smtpd_tls_auth_only = yes` にすると、TLS の中でだけ SMTP認証を提供します。',
    messages: {
      optional: ({ service }) =>
        `\`${service}\` は TLS の前から SMTP認証を提供します。TLS を使わないメールソフトは、パスワードを読める形で送ってしまいます。`,
      noTls: ({ service }) =>
        `\`${service}\` は SMTP認証を提供しますが、TLS を使えません。パスワードが読める形でネットワークを流れます。`,
      set: ({ text }) => `\`${text}\` にする`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n#                           ^^^ login-in-clear\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n',
      after:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_tls_auth_only=yes\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n',
      proof: { by: 'postfix', says: '250-AUTH', client: ['EHLO client.example'] },
    },
    {
      before:
        'compatibility_level = 3.6\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n#                           ^^^ login-in-clear\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\nsmtpd_sasl_security_options = noanonymous, noplaintext\nsmtpd_sasl_tls_security_options = noanonymous\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n127.0.0.1:2525 inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n',
    },
  ],
  check(configuration, report) {
    for (const [entry, { service, tls }] of placesOfClearLogin(configuration)) {
      const login = writtenEntry(configuration, LOGIN, service);
      const values = { service: textOf(service.service) };
      if (tls.use === 'off' || !login) {
        report({ at: placeOf(entry), message: 'noTls', values });
        continue;
      }
      const isSwitch = textOf(entry.name) === TLS_ONLY;
      const edits = [isSwitch ? { at: entry.value, newText: 'yes' } : settingAfter(login, TLS_ONLY, 'yes')];
      report({
        at: placeOf(entry),
        message: 'optional',
        values,
        fixes: [{ title: 'set', values: { text: `${TLS_ONLY} = yes` }, edits, safe: false }],
      });
    }
  },
});

interface Place {
  readonly service: ServiceEntry;
  readonly tls: SmtpdTls;
}

/**
 * The entries that let passwords go in the clear, each with the first service that it does so for; with one that has TLS
 * rather than one that has none. Only the usual ports are looked at: another is not for everybody, and 465 without TLS is
 * a mistake of its own.
 */
function placesOfClearLogin(configuration: Configuration): ReadonlyMap<ParameterEntry, Place> {
  const places = new Map<ParameterEntry, Place>();
  for (const { tls, all } of tlsServices(configuration)) {
    for (const service of all) {
      if (!service || !USUAL_PORTS.has(publicPort(configuration, service) ?? '')) continue;
      if (loginOf(configuration, service, tls) !== 'in the clear' || !showsPasswords(configuration, service)) continue;
      const entry = writtenEntry(configuration, TLS_ONLY, service) ?? writtenEntry(configuration, LOGIN, service);
      if (entry && (places.get(entry)?.tls.use ?? 'off') === 'off') places.set(entry, { service, tls });
    }
  }
  return places;
}
const USUAL_PORTS: ReadonlySet<string> = new Set(['25', '587']);

/**
 * Whether strangers' networks may see a password. Mechanisms such as CRAM-MD5 do not show it; a proxy before smtpd(8) may
 * do the TLS; and a service that lets only certain addresses in is not used from elsewhere.
 */
function showsPasswords(configuration: Configuration, service: ServiceEntry): boolean {
  const value = (name: string) => readValue(configuration, name, service);
  const hasProxy = PROXIES.some((name) => isSet(configuration, name, service));
  const isForAddresses = /(?:^|[\s,])reject(?:$|[\s,])/i.test(
    (value('smtpd_client_restrictions') ?? 'reject').replace(/.*permit_sasl_authenticated.*/is, ''),
  );
  const options = value('smtpd_sasl_security_options');
  const filter = writtenEntry(configuration, 'smtpd_sasl_mechanism_filter', service);
  const hasPlaintext = !filter || /\b(?:plain|login|static|all)\b/i.test(textOf(filter.value));
  return !hasProxy && !isForAddresses && options !== undefined && !/\bnoplaintext\b/i.test(options) && hasPlaintext;
}
const PROXIES = ['smtpd_upstream_proxy_protocol', 'smtpd_authorized_xclient_hosts'];
