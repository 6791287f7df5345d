import type { Configuration } from '../configuration/configuration';
import { effectiveValue } from '../configuration/effective';
import { parametersOf } from '../knowledge/parameters';
import { isSince } from '../knowledge/version';
import { textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { settingsInEffect } from './entries';
import { once } from './once';
import { rule } from './rule';
import {
  asksForCertificate,
  CERTIFICATES,
  CHAIN_FILES,
  isSet,
  type SmtpdTls,
  type TlsServices,
  tlsServices,
} from './smtpdTls';
import { placeOf } from './values';

/** Reports TLS of a server without a certificate: "No server certs available. TLS won't be enabled" (smtpd.c). */
export const missingCertificate = rule({
  id: 'missing-certificate',
  severity: 'error',
  en: {
    title: 'TLS without a certificate',
    why: 'For TLS smtpd(8) needs a certificate: `smtpd_tls_chain_files` (from Postfix 3.4) or `smtpd_tls_cert_file`, which are empty by default. Without one it logs `No server certs available` and announces STARTTLS all the same, but each client that tries it gets `454 TLS not available`. From Postfix 3.1 on, `postfix tls enable-server` makes a certificate and enters it in main.cf.',
    messages: {
      offered: () =>
        'No certificate is set: STARTTLS is announced, but fails with `454 TLS not available`. Mail arrives unencrypted or not at all.',
      required: ({ service }: { service: string }) =>
        `\`${service}\` insists on TLS, but no certificate is set: STARTTLS fails with \`454 TLS not available\`, and nobody can send anything.`,
      wrapped: ({ service }: { service: string }) =>
        `\`${service}\` begins with TLS, but no certificate is set: smtpd closes every connection at once.`,
    },
  },
  ja: {
    title: '証明書のない TLS',
    why: 'smtpd(8) が TLS を使うには証明書が必要で、`smtpd_tls_chain_files`（Postfix 3.4 以降）か `smtpd_tls_cert_file` に書きます。どちらも既定では空です。証明書がないと `No server certs available` とログに残し、STARTTLS は案内しますが、使おうとしたクライアントには `454 TLS not available` と答えます。Postfix 3.1 以降では `postfix tls enable-server` で証明書を作り、main.cf に書き込めます。',
    messages: {
      offered: () =>
        '証明書が設定されていません。STARTTLS は案内されますが `454 TLS not available` で失敗し、メールは暗号化されずに届くか、まったく届きません。',
      required: ({ service }) =>
        `\`${service}\` では TLS が必須なのに、証明書が設定されていません。STARTTLS は \`454 TLS not available\` で失敗し、誰もメールを送れません。`,
      wrapped: ({ service }) =>
        `\`${service}\` は TLS で通信を始めますが、証明書が設定されていないため、smtpd はすべての接続をすぐに切ります。`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_security_level = may\n#                          ^^^ missing-certificate\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
      proof: { by: 'smtpd', says: "No server certs available. TLS won't be enabled" },
    },
    {
      before:
        'compatibility_level = 3.6\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt\n#                             ^^^^^^^ missing-certificate\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n',
      proof: {
        by: 'postfix',
        says: '454 4.7.0 TLS not available due to local problem',
        client: ['EHLO client.example', 'STARTTLS'],
      },
    },
    {
      before:
        'compatibility_level = 3.6\n-- master.cf --\n465 inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes\n#                          ^^^ missing-certificate\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n',
      proof: { by: 'postfix', says: 'Wrapper-mode request dropped', client: [] },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_security_level = may\nsmtpd_tls_eccert_file = /etc/postfix/ecdsa.pem\n-- master.cf --\nsmtp inet n - n - - smtpd\n2525 inet n - n - - smtpd\n  -o smtpd_tls_chain_files=/etc/postfix/chain.pem\n  -o smtpd_tls_eccert_file=\n10025 inet n - n - - smtpd\n  -o smtpd_tls_security_level=none\n  -o smtpd_tls_eccert_file=\n',
    },
    {
      before:
        'compatibility_level = 3.6\n# Anonymous ciphers only.\nsmtpd_tls_cert_file = none\nsmtpd_tls_security_level = may\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
    },
  ],
  check(configuration, report) {
    const isFirst = once();
    const lacking = tlsServices(configuration).filter((services) => lacksCertificate(configuration, services));
    if (lacking.length === 0 || isMeant(configuration)) return;
    for (const { tls, first } of lacking) {
      if (!tls.entry || !isFirst(placeOf(tls.entry))) continue;
      const at = placeOf(tls.entry);
      const service = first ? textOf(first.service) : 'smtpd';
      if (tls.use === 'offered') report({ at, message: 'offered', severity: 'warning', values: {} });
      else report({ at, message: tls.use === 'wrapped' ? 'wrapped' : 'required', values: { service } });
    }
  },
});

function lacksCertificate(configuration: Configuration, { tls, first }: TlsServices): boolean {
  if (tls.use === 'off' || isSet(configuration, CHAIN_FILES, first)) return false;
  return !CERTIFICATES.some(
    (name) => isSet(configuration, name, first) && !isInsufficient(configuration, name, first, tls),
  );
}

/** `none` stands for anonymous ciphers (from 2.3), which do not do where clients are asked for a certificate. */
function isInsufficient(
  configuration: Configuration,
  name: string,
  service: ServiceEntry | undefined,
  tls: SmtpdTls,
): boolean {
  return (
    name === 'smtpd_tls_cert_file' &&
    isSince(configuration.version, '2.3') &&
    effectiveValue(configuration, name, service)?.expanded?.toLowerCase() === 'none' &&
    asksForCertificate(configuration, service, tls)
  );
}

/**
 * Whether something was meant to name a certificate: its name is misspelt or of a later version, or its line in main.cf
 * is not read as a setting. That is reported by itself.
 */
function isMeant(configuration: Configuration): boolean {
  const { main, mainEntries, version } = configuration;
  const isKnown = (name: string) => parametersOf(version).has(name);
  for (const [, name = ''] of main?.file.text.matchAll(LINE) ?? []) {
    if (!isKnown(name) || !mainEntries.has(name)) return true;
  }
  return settingsInEffect(configuration).some(({ name, service }) => service && NAME.test(name) && !isKnown(name));
}
const LINE = /^[^\S\n]*(smtpd_tls_\w*(?:cert|chain|crt)\w*)/gim;
const NAME = /^smtpd_tls_\w*(?:cert|chain|crt)/i;
