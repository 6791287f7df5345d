import type { Configuration } from '../configuration/configuration';
import { writtenEntry } from '../configuration/effective';
import { textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { rule } from './rule';
import { settingOfService } from './settingEdits';
import { LOGIN, offersLogin } from './smtpdLogin';
import { publicPort } from './smtpdPort';
import { tlsServices } from './smtpdTls';

/** Tells of a login on the port where other mail servers deliver. */
export const loginOnPort25 = rule({
  id: 'login-on-port-25',
  severity: 'info',
  en: {
    title: 'Login on port 25',
    why: 'Users hand in their mail on ports 587 and 465; port 25 is for other mail servers, which do not log in. Many providers block port 25 for their customers (OP25B), so a login there does not reach users away from home. But botnets try out passwords wherever a login is offered, and with one that fits they send spam through your server.',
    messages: {
      only: ({ service }: { service: string }) =>
        `Users can log in on port 25 only (\`${service}\`). From networks that block it (OP25B) they cannot send: switch on \`submission\` (587) or \`submissions\` (465).`,
      too: ({ service, other }: { service: string; other: string }) =>
        `Users can log in on port 25 as well (\`${service}\`), where bots try out passwords. With \`${other}\` nobody needs that.`,
      turnOff: ({ service }: { service: string }) => `Set \`${LOGIN} = no\` for \`${service}\``,
    },
  },
  ja: {
    title: '25番ポートでの SMTP認証',
    why: '利用者がメールを送信するのは 587番と 465番です。25番ポートはほかのメールサーバーのためのもので、メールサーバーは SMTP認証をしません。多くのプロバイダーは 25番への通信を遮断しているため（OP25B）、外出先の利用者はここで認証できません。一方で、ボットは SMTP認証を提供するポートならどこででもパスワードを試し、当たればこのサーバーから迷惑メールを送ります。',
    messages: {
      only: ({ service }) =>
        `SMTP認証ができるのは25番ポート（\`${service}\`）だけです。25番を遮断する回線（OP25B）からは送信できません。\`submission\`（587番）か \`submissions\`（465番）を有効にしてください。`,
      too: ({ service, other }) =>
        `25番ポート（\`${service}\`）でも SMTP認証ができるため、ボットにパスワードを試されます。\`${other}\` があるので、ここでは必要ありません。`,
      turnOff: ({ service }) => `\`${service}\` で \`${LOGIN} = no\` にする`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\nsmtpd_tls_auth_only = yes\nsmtpd_sasl_auth_enable = yes\n-- master.cf --\nsmtp inet n - n - - smtpd\n#^^^ login-on-port-25\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\nsmtpd_tls_auth_only = yes\nsmtpd_sasl_auth_enable = yes\n-- master.cf --\nsmtp inet n - n - - smtpd\n#^^^ login-on-port-25\nsubmission inet n - n - - smtpd\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n',
      after:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\nsmtpd_tls_auth_only = yes\nsmtpd_sasl_auth_enable = yes\n-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=no\nsubmission inet n - n - - smtpd\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = may\nsmtpd_tls_auth_only = yes\nsmtpd_sasl_auth_enable = yes\n-- master.cf --\nsmtp inet n - n - 1 postscreen\nsmtpd pass - - n - - smtpd\n  -o smtpd_sasl_auth_enable=no\n192.168.1.1:smtp inet n - n - - smtpd\nsubmission inet n - n - - smtpd\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n',
    },
  ],
  check(configuration, report) {
    const places = placesOfLogin(configuration);
    const other = (places.find(({ port }) => port === '587') ?? places.find(({ port }) => port !== '25'))?.service;
    for (const { port, service } of places) {
      if (port !== '25') continue;
      const name = textOf(service.service);
      if (!other) {
        report({ at: service.service, message: 'only', values: { service: name } });
        continue;
      }
      const entry = writtenEntry(configuration, LOGIN, service);
      const isOwn = entry !== undefined && service.overrides.includes(entry);
      const edit = isOwn ? { at: entry.value, newText: 'no' } : settingOfService(service, LOGIN, 'no');
      report({
        at: service.service,
        message: 'too',
        values: { service: name, other: textOf(other.service) },
        fixes: [{ title: 'turnOff', values: { service: name }, edits: [edit], safe: false }],
      });
    }
  },
});

interface Place {
  readonly port: string;
  readonly service: ServiceEntry;
}

/** The public ports where smtpd(8) offers a login. */
function placesOfLogin(configuration: Configuration): Place[] {
  const places: Place[] = [];
  for (const { tls, all } of tlsServices(configuration)) {
    for (const service of all) {
      const port = publicPort(configuration, service);
      if (!service || port === undefined || !offersLogin(configuration, service, tls)) continue;
      places.push({ port, service });
    }
  }
  return places;
}
