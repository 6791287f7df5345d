import { RELAY } from '../access/relayGuard';
import { type Configuration, overridesOf } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { isSince } from '../knowledge/version';
import { textOf } from '../syntax/logicalLine';
import { rule } from './rule';
import { settingOfService } from './settingEdits';
import { isLimited, offersLogin } from './smtpdLogin';
import { publicPort } from './smtpdPort';
import { tlsServices } from './smtpdTls';

/** Tells of a submission port that takes mail for its own domains from everybody, as port 25 does. */
export const loginNotRequired = rule({
  id: 'login-not-required',
  severity: 'info',
  en: {
    title: 'Submission port without a duty to log in',
    why: 'Ports 587 and 465 are for users who log in (RFC 6409). Where no restriction list has a `reject`, strangers too can deliver there to your own domains, past what watches over port 25 alone, such as postscreen(8). In the stock master.cf, `smtpd_relay_restrictions=permit_sasl_authenticated,reject` keeps them out.',
    messages: {
      open: ({ service }: { service: string }) =>
        `\`${service}\` takes mail for your own domains from everybody, without login, just as port 25 does.`,
      require: ({ text }: { text: string }) => `Add \`${text}\``,
    },
  },
  ja: {
    title: 'SMTP認証が必須でない投稿用ポート',
    why: '587番と 465番は、SMTP認証をする利用者のためのポートです（RFC 6409）。制限のリストに `reject` がどこにもないと、見知らぬ相手もここから自分のドメイン宛てのメールを届けられます。postscreen(8) のように25番ポートだけを見張るものは素通りされます。標準の master.cf では `smtpd_relay_restrictions=permit_sasl_authenticated,reject` がこれを防いでいます。',
    messages: {
      open: ({ service }) =>
        `\`${service}\` は25番ポートと同じように、自分のドメイン宛てのメールを SMTP認証なしで誰からでも受け付けます。`,
      require: ({ text }) => `\`${text}\` を加える`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\nsmtpd_tls_auth_only = yes\n-- master.cf --\nsubmission inet n - n - - smtpd\n#^^^^^^^^^ login-not-required\n  -o smtpd_sasl_auth_enable=yes\n',
      after:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\nsmtpd_tls_auth_only = yes\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_relay_restrictions=permit_mynetworks,permit_sasl_authenticated,reject\n  -o smtpd_sasl_auth_enable=yes\n',
      proof: {
        by: 'postfix',
        says: '250 2.1.5 Ok',
        client: [
          'EHLO client.example',
          'XCLIENT NAME=[UNAVAILABLE] ADDR=203.0.113.5',
          'EHLO client.example',
          'MAIL FROM:<a@example.com>',
          'RCPT TO:<user@host.example.jp>',
        ],
      },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_client_restrictions=permit_sasl_authenticated,reject\nsubmissions inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_recipient_restrictions=check_policy_service,unix:private/who\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n-- master.cf --\nsubmission inet n - n - - smtpd\n#^^^^^^^^^ duplicate-service\n  -o smtpd_tls_security_level=encrypt\n  -o smtpd_sasl_auth_enable=yes\n587 inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_client_restrictions=permit_sasl_authenticated,reject\n',
    },
    {
      before:
        'compatibility_level = 3.6\n# This host only sends: it has no domains of its own.\nmydestination =\nrelayhost = [smtp.example.jp]:465\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_auth_only = yes\nsmtpd_tls_security_level = may\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n',
    },
  ],
  check(configuration, report) {
    if (!hasOwnDomains(configuration)) return;
    for (const { tls, all } of tlsServices(configuration)) {
      for (const service of all) {
        if (!service || !['587', '465'].includes(publicPort(configuration, service) ?? '')) continue;
        if (!offersLogin(configuration, service, tls) || isLimited(configuration, service)) continue;
        const list = 'permit_mynetworks,permit_sasl_authenticated,reject';
        const isFree = isSince(configuration.version, '2.10') && !overridesOf(service).has(RELAY);
        report({
          at: service.service,
          message: 'open',
          values: { service: textOf(service.service) },
          fixes: isFree
            ? [
                {
                  title: 'require',
                  values: { text: `-o ${RELAY}=${list}` },
                  edits: [settingOfService(service, RELAY, list)],
                  safe: false,
                },
              ]
            : [],
        });
      }
    }
  },
});

/** Without any, reject_unauth_destination turns all strangers away. */
function hasOwnDomains(configuration: Configuration): boolean {
  return OWN_DOMAINS.some((name) => expandedValue(configuration, name) !== '');
}
const OWN_DOMAINS = ['mydestination', 'virtual_alias_domains', 'virtual_mailbox_domains', 'relay_domains'];
