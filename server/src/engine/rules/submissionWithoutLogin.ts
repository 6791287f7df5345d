import type { Configuration } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { portNumber } from '../configuration/ports';
import { isPublic } from '../configuration/publicService';
import { smtpdServices } from '../configuration/restrictionLists';
import { textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { rule } from './rule';
import { settingOfService } from './settingEdits';
import { isLimited, loginOf } from './smtpdLogin';
import { LEVEL, tlsServices } from './smtpdTls';

/**
 * Reports a submission port on which nobody can log in: the service was switched on, its options were left commented
 * out, and it is port 25 once more; or the login waits for TLS, and there is none.
 */
export const submissionWithoutLogin = rule({
  id: 'submission-without-login',
  severity: 'warning',
  en: {
    title: 'Submission port without login',
    why: 'Ports 587 and 465 are for your own users, who prove with a login that they may send. With `smtpd_sasl_auth_enable = no` smtpd offers no login, so users away from home cannot send through this server, and strangers find a second port 25. The options below the service in the stock file (`-o smtpd_sasl_auth_enable=yes` and its companions) are needed as well.',
    messages: {
      without: ({ service }: { service: string }) =>
        `Nobody can log in on \`${service}\`: \`smtpd_sasl_auth_enable\` is \`no\` for this service, so it takes mail just as port 25 does.`,
      waits: ({ service }: { service: string }) =>
        `Nobody can log in on \`${service}\`: with \`smtpd_tls_auth_only = yes\` the login is offered inside TLS only, and this service has no TLS.`,
      set: ({ text }: { text: string }) => `Set \`${text}\``,
    },
  },
  ja: {
    title: 'ログインできない投稿用ポート',
    why: '587 番と 465 番は、ログインして送信する自分の利用者のためのポートです。`smtpd_sasl_auth_enable = no` のままでは smtpd が SMTP認証を提供しないため、外出先の利用者はこのサーバーから送信できず、見知らぬ相手には 25 番がもう一つあるのと同じです。元のファイルでサービスの下にあるオプション（`-o smtpd_sasl_auth_enable=yes` など）も有効にしてください。',
    messages: {
      without: ({ service }) =>
        `\`${service}\` ではログインできません。このサービスの \`smtpd_sasl_auth_enable\` は \`no\` なので、25 番ポートと同じようにメールを受け付けるだけです。`,
      waits: ({ service }) =>
        `\`${service}\` ではログインできません。\`smtpd_tls_auth_only = yes\` では TLS の中でだけ SMTP認証を提供しますが、このサービスでは TLS を使えません。`,
      set: ({ text }) => `\`${text}\` にする`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\n-- master.cf --\nsmtp inet n - n - - smtpd\nsubmission inet n - n - - smtpd\n#^^^^^^^^^ submission-without-login\n#  -o smtpd_sasl_auth_enable=yes\n',
      proof: {
        by: 'smtpd',
        says: '503 5.5.1 Error: authentication not enabled',
        client: ['EHLO client.example', 'AUTH PLAIN'],
      },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_auth_only = yes\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n-- master.cf --\nsubmission inet n - n - - smtpd\n#^^^^^^^^^ submission-without-login\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n',
      after:
        'compatibility_level = 3.6\nsmtpd_tls_auth_only = yes\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n',
      proof: {
        by: 'postfix',
        says: '503 5.5.1 Error: authentication not enabled',
        client: ['EHLO client.example', 'AUTH PLAIN'],
      },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_tls_security_level = encrypt\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_client_restrictions = permit_sasl_authenticated, reject\n-- master.cf --\nsubmission inet n - n - - smtpd\n127.0.0.1:587 inet n - n - - smtpd\n',
    },
    {
      before:
        'compatibility_level = 3.6\n-- master.cf --\n587 inet n - n - - smtpd\n  -o smtpd_client_restrictions=permit_mynetworks,reject\n',
    },
    {
      before:
        'compatibility_level = 3.6\ninet_interfaces = loopback-only\n-- master.cf --\nsubmission inet n - n - - smtpd\n',
    },
  ],
  check(configuration, report) {
    if (!configuration.main) return;
    for (const service of smtpdServices(configuration)) {
      if (!service || !isSubmission(configuration, service) || isLimited(configuration, service)) continue;
      if (expandedValue(configuration, 'smtpd_sasl_auth_enable', service).toLowerCase() !== 'no') continue;
      report({ at: service.service, message: 'without', values: { service: textOf(service.service) } });
    }
    for (const { tls, all } of tlsServices(configuration)) {
      for (const service of all) {
        if (!service || !isSubmission(configuration, service)) continue;
        if (loginOf(configuration, service, tls) !== 'waits for TLS') continue;
        const own = tls.entry && service.overrides.includes(tls.entry) ? tls.entry : undefined;
        const edit = own ? { at: own.value, newText: 'encrypt' } : settingOfService(service, LEVEL, 'encrypt');
        report({
          at: service.service,
          message: 'waits',
          values: { service: textOf(service.service) },
          fixes: [{ title: 'set', values: { text: `${LEVEL} = encrypt` }, edits: [edit], safe: false }],
        });
      }
    }
  },
});

/** A submission port that other machines can reach. */
function isSubmission(configuration: Configuration, service: ServiceEntry): boolean {
  return (
    textOf(service.type) === 'inet' &&
    ['587', '465'].includes(portNumber(textOf(service.service))) &&
    isPublic(configuration, service)
  );
}
