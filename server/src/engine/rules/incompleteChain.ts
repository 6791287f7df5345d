import type { Configuration } from '../configuration/configuration';
import { writtenEntry } from '../configuration/effective';
import { elementsOf, type ListElement } from '../configuration/listElements';
import { subSlice } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { once } from './once';
import { rule } from './rule';
import { LOGIN } from './smtpdLogin';
import { CERTIFICATES, CHAIN_FILES, isSet, readBoolean, tlsServices } from './smtpdTls';

/** Reports a certificate file of Let's Encrypt without the intermediate certificate that its clients need. */
export const incompleteChain = rule({
  id: 'incomplete-chain',
  severity: 'warning',
  en: {
    title: 'Certificate without the ones that vouch for it',
    why: "certbot writes the server's certificate alone to `cert.pem`, and the same with the intermediate certificate to `fullchain.pem`. A mail program knows the root only. Without the intermediate one it cannot check the server's certificate: it warns, or refuses to send. Browsers often find the missing part by themselves, so a test with one shows nothing.",
    messages: {
      leaf: () =>
        '`cert.pem` lacks the intermediate certificate: mail programs cannot check this certificate. `fullchain.pem` beside it has both.',
      change: () => 'Change to `fullchain.pem`',
    },
  },
  ja: {
    title: '中間証明書のない証明書',
    why: 'certbot は、サーバーの証明書だけを `cert.pem` に、それに中間証明書を加えたものを `fullchain.pem` に書きます。メールソフトが知っているのはルート証明書だけなので、中間証明書がないとサーバーの証明書を検証できず、警告を出したり送信をやめたりします。ブラウザは足りない証明書を自分で補うことが多く、ブラウザで試しても気づけません。',
    messages: {
      leaf: () =>
        '`cert.pem` には中間証明書が入っていないため、メールソフトがこの証明書を検証できません。同じ場所の `fullchain.pem` には両方入っています。',
      change: () => '`fullchain.pem` に変更',
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_security_level = may\nsmtpd_tls_cert_file = /etc/letsencrypt/live/mail.example.jp/cert.pem\n#                                                           ^^^^^^^^ incomplete-chain\nsmtpd_tls_key_file = /etc/letsencrypt/live/mail.example.jp/privkey.pem\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
      after:
        'compatibility_level = 3.6\nsmtpd_tls_security_level = may\nsmtpd_tls_cert_file = /etc/letsencrypt/live/mail.example.jp/fullchain.pem\nsmtpd_tls_key_file = /etc/letsencrypt/live/mail.example.jp/privkey.pem\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
    },
    {
      before:
        'compatibility_level = 3.6\n-- master.cf --\nsubmissions inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes\n  -o smtpd_tls_chain_files=/etc/letsencrypt/live/example.jp/privkey.pem,/etc/letsencrypt/live/example.jp/cert.pem\n#                                                                                                        ^^^^^^^^ incomplete-chain\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n',
      after:
        'compatibility_level = 3.6\n-- master.cf --\nsubmissions inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes\n  -o smtpd_tls_chain_files=/etc/letsencrypt/live/example.jp/privkey.pem,/etc/letsencrypt/live/example.jp/fullchain.pem\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n',
    },
    {
      before:
        'compatibility_level = 3.6\n# The intermediate certificate is found here.\nsmtpd_tls_CAfile = /etc/letsencrypt/live/mail.example.jp/chain.pem\nsmtpd_tls_security_level = may\nsmtpd_tls_cert_file = /etc/letsencrypt/live/mail.example.jp/cert.pem\nsmtpd_tls_key_file = /etc/letsencrypt/live/mail.example.jp/privkey.pem\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
    },
  ],
  check(configuration, report) {
    const isFirst = once();
    const services = tlsServices(configuration).filter(({ tls }) => tls.use !== 'off');
    // A service where users log in decides how serious it is: let it come first.
    const hasLogin = (service: ServiceEntry | undefined) => readBoolean(configuration, LOGIN, service) === true;
    const withLogin = services.filter(({ first }) => hasLogin(first));
    for (const { first } of new Set([...withLogin, ...services])) {
      for (const { text, at } of certificateFiles(configuration, first)) {
        if (!at || !LEAF.test(text)) continue;
        const isWritten = at.end - at.start === text.length;
        const place = isWritten ? subSlice(at, text.length - FILE.length, text.length) : at;
        if (!isFirst(place)) continue;
        const edits = [{ at: place, newText: 'fullchain.pem' }];
        report({
          at: place,
          message: 'leaf',
          values: {},
          severity: hasLogin(first) ? 'warning' : 'info',
          fixes: isWritten ? [{ title: 'change', values: {}, edits, safe: true }] : [],
        });
      }
    }
  },
});

const FILE = 'cert.pem';
const LEAF = /\/letsencrypt\/live\/[^/]+\/cert\.pem$/;

/**
 * The files in which a service finds its certificates. OpenSSL completes a chain from the CA certificates of Postfix:
 * where there are any, nobody can tell what clients get.
 */
function certificateFiles(configuration: Configuration, service: ServiceEntry | undefined): readonly ListElement[] {
  if (isSet(configuration, 'smtpd_tls_CAfile', service) || isSet(configuration, 'smtpd_tls_CApath', service)) return [];
  const names = isSet(configuration, CHAIN_FILES, service) ? [CHAIN_FILES] : CERTIFICATES;
  return names.flatMap((name) => {
    const entry = writtenEntry(configuration, name, service);
    return (entry && elementsOf(configuration, entry.value, service)) ?? [];
  });
}
