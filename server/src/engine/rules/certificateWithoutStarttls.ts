import { isSince } from '../knowledge/version';
import { isEmpty } from '../syntax/list';
import { textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { rule } from './rule';
import { settingAfter } from './settingEdits';
import { publicPort } from './smtpdPort';
import { CERTIFICATES, CHAIN_FILES, LEVEL, tlsServices } from './smtpdTls';

/** Tells of a certificate that port 25 has, and no STARTTLS. */
export const certificateWithoutStarttls = rule({
  id: 'certificate-without-starttls',
  severity: 'info',
  en: {
    title: 'Certificate, but no STARTTLS on port 25',
    why: 'A certificate alone does not turn TLS on: as long as `smtpd_tls_security_level` is empty, smtpd(8) does not offer STARTTLS, and other servers hand their mail over readable for everybody on the way. Servers that insist on TLS do not deliver at all. With `may` each uses TLS that can.',
    messages: {
      unused: ({ service }: { service: string }) =>
        `This certificate is not used on port 25 (\`${service}\`): without \`${LEVEL}\` there is no STARTTLS, and mail arrives unencrypted.`,
      add: () => `Add \`${LEVEL} = may\``,
    },
  },
  ja: {
    title: '証明書があるのに25番ポートに STARTTLS がない',
    why: '証明書を設定しただけでは TLS は有効になりません。`smtpd_tls_security_level` が空のままだと smtpd(8) は STARTTLS を提供せず、ほかのサーバーからのメールは途中で誰でも読める形で届きます。TLS を必須とするサーバーは配送をやめます。`may` にすると、使える相手とは TLS で通信します。',
    messages: {
      unused: ({ service }) =>
        `この証明書は25番ポート（\`${service}\`）では使われません。\`${LEVEL}\` がないため STARTTLS が提供されず、メールは暗号化されずに届きます。`,
      add: () => `\`${LEVEL} = may\` を加える`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n#^^^^^^^^^^^^^^^^^^ certificate-without-starttls\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
      after:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
      proof: {
        by: 'postfix',
        says: '502 5.5.1 Error: command not implemented',
        client: ['EHLO client.example', 'STARTTLS'],
      },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_tls_security_level=may\n127.0.0.1:10025 inet n - n - - smtpd\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n# Another server takes the mail from outside.\nsmtpd_tls_security_level = none\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
    },
  ],
  check(configuration, report) {
    if (!isSince(configuration.version, '2.3')) return;
    const entry = [CHAIN_FILES, ...CERTIFICATES]
      .map((name) => configuration.mainEntries.get(name))
      .find((found): found is ParameterEntry => found !== undefined && !isEmpty(found.value));
    if (!entry || textOf(entry.value).toLowerCase() === 'none') return;
    const level = configuration.mainEntries.get(LEVEL);
    for (const { tls, all } of tlsServices(configuration)) {
      // What is written, be it `none` or empty or `no`, was meant so.
      if (tls.use !== 'off' || tls.entry) continue;
      const service = all.find((one) => publicPort(configuration, one) === '25');
      if (!service) continue;
      report({
        at: entry.name,
        message: 'unused',
        values: { service: textOf(service.service) },
        fixes: level ? [] : [{ title: 'add', values: {}, edits: [settingAfter(entry, LEVEL, 'may')], safe: false }],
      });
      return;
    }
  },
});
