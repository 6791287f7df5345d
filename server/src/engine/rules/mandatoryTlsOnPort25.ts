import type { Configuration } from '../configuration/configuration';
import { effectiveValue } from '../configuration/effective';
import { restrictionParameters } from '../configuration/restrictionLists';
import { textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';
import { rule } from './rule';
import { settingOfService } from './settingEdits';
import { publicPort } from './smtpdPort';
import { LEVEL, readValue, tlsServices } from './smtpdTls';
import { placeOf } from './values';

/** Reports a port 25 that refuses mail servers without TLS: "Must issue a STARTTLS command first". */
export const mandatoryTlsOnPort25 = rule({
  id: 'mandatory-tls-on-port-25',
  severity: 'warning',
  en: {
    title: 'TLS is mandatory on port 25',
    why: 'Other mail servers deliver to port 25, and some of them still do not use TLS. At the level `encrypt` smtpd(8) answers them with `530 Must issue a STARTTLS command first`: their mail goes back to the sender. RFC 3207 therefore forbids it for servers that take mail from everybody. With `may` all who can use TLS; `encrypt` belongs to ports such as 587, as `-o` in master.cf.',
    messages: {
      inherited: ({ service }: { service: string }) =>
        `This holds for port 25 (\`${service}\`) too: mail from servers that do not use TLS is refused.`,
      own: () => 'Mail from servers that do not use TLS is refused here.',
      relax: ({ service }: { service: string }) => `Set \`smtpd_tls_security_level = may\` for \`${service}\``,
    },
  },
  ja: {
    title: '25番ポートで TLS が必須',
    why: '25番ポートにはほかのメールサーバーがメールを届けに来ますが、TLS を使わないサーバーもまだあります。レベルが `encrypt` だと、smtpd(8) はそうした相手に `530 Must issue a STARTTLS command first` と答え、メールは送信者に戻されます。このため、誰からでもメールを受け取るサーバーでは RFC 3207 で禁じられています。`may` なら、使える相手とだけ TLS を使います。`encrypt` は 587番などのポートに、master.cf の `-o` で指定してください。',
    messages: {
      inherited: ({ service }) =>
        `25番ポート（\`${service}\`）にも適用されるため、TLS を使わないサーバーからのメールを拒否します。`,
      own: () => 'TLS を使わないサーバーからのメールを、ここで拒否します。',
      relax: ({ service }) => `\`${service}\` で \`smtpd_tls_security_level = may\` にする`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = encrypt\n#                          ^^^^^^^ mandatory-tls-on-port-25\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
      after:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = encrypt\n-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_tls_security_level=may\n',
      proof: {
        by: 'postfix',
        says: '530 5.7.0 Must issue a STARTTLS command first',
        client: ['EHLO client.example', 'MAIL FROM:<a@example.com>'],
      },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt\n#                             ^^^^^^^ mandatory-tls-on-port-25\n',
      after:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_tls_security_level=may\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = encrypt\n-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_tls_security_level=may\n192.168.1.1:smtp inet n - n - - smtpd\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = encrypt\nsmtpd_client_restrictions = permit_mynetworks, reject\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
    },
  ],
  check(configuration, report) {
    for (const [entry, services] of strictServices(configuration)) {
      const [service] = services;
      const name = textOf(service.service);
      const isOwn = service.overrides.includes(entry);
      const edits =
        isOwn && textOf(entry.name) === LEVEL
          ? [{ at: entry.value, newText: 'may' }]
          : services.map((one) => settingOfService(one, LEVEL, 'may'));
      report({
        at: placeOf(entry),
        ...(isOwn
          ? { message: 'own', values: {}, severity: 'info' }
          : { message: 'inherited', values: { service: name } }),
        fixes: services.some(isBehindPostscreen)
          ? []
          : [{ title: 'relax', values: { service: name }, edits, safe: false }],
      });
    }
  },
});

/** The services of port 25 that refuse clients without TLS, by the entry that says so. */
function strictServices(
  configuration: Configuration,
): ReadonlyMap<ParameterEntry, readonly [ServiceEntry, ...ServiceEntry[]]> {
  const found = new Map<ParameterEntry, [ServiceEntry, ...ServiceEntry[]]>();
  for (const { tls, all } of tlsServices(configuration)) {
    if (tls.use !== 'required' || !tls.entry) continue;
    for (const service of all) {
      if (!service || publicPort(configuration, service) !== '25' || !isForEverybody(configuration, service)) continue;
      const others = found.get(tls.entry);
      if (others) others.push(service);
      else found.set(tls.entry, [service]);
    }
  }
  return found;
}

/** postscreen(8) has a level of its own. */
function isBehindPostscreen({ type }: ServiceEntry): boolean {
  return textOf(type) === 'pass';
}

/** Whether servers that nobody here knows bring mail for domains of this server. */
function isForEverybody(configuration: Configuration, service: ServiceEntry): boolean {
  return (
    DOMAINS.some((name) => namesDomain(configuration, name, service)) &&
    restrictionParameters(configuration).every(({ name }) => {
      const list = readValue(configuration, name, service);
      return list !== undefined && !REFUSES_ALL.test(list);
    })
  );
}
const DOMAINS = ['mydestination', 'virtual_alias_domains', 'virtual_mailbox_domains', 'relay_domains'];
const REFUSES_ALL = /(?:^|[\s,])(?:reject|defer)(?:$|[\s,])/i;

/** Whether a list has more than `localhost`: `$myhostname`, which only the machine knows, counts. */
function namesDomain(configuration: Configuration, name: string, service: ServiceEntry): boolean {
  const { value = '', expanded = '' } = effectiveValue(configuration, name, service) ?? {};
  return (
    /\$[({]?my(?:hostname|domain|origin)\b/.test(value) ||
    expanded.split(/[\s,]+/).some((word) => !/^(?:localhost\b.*)?$/i.test(word))
  );
}
