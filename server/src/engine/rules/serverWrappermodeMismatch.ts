import { type Configuration, overridesOf } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { hostOf, portOf } from '../configuration/ports';
import { smtpdServices } from '../configuration/restrictionLists';
import type { Span } from '../syntax/document';
import { type Slice, spanOf, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';
import { leftBehindIn } from './commentedServices';
import { once } from './once';
import { rule } from './rule';
import { settingOfService } from './settingEdits';
import { isClientYes, portOf as portOfDestination, relayhostOf } from './smtpClient';
import { placeOf } from './values';

/** Reports an smtpd that waits for TLS on a port where clients use STARTTLS, and the other way round. */
export const serverWrappermodeMismatch = rule({
  id: 'server-wrappermode-mismatch',
  severity: 'warning',
  en: {
    title: 'Port of a service and its TLS mode do not match',
    why: 'Mail programs decide by the port: on 465 (`submissions`, `smtps`) they begin with the TLS handshake, which Postfix calls wrapper mode; on 25 and 587 they begin in the clear and use STARTTLS. If the service expects the other one, both sides wait until one gives up.',
    messages: {
      needs: ({ service }: { service: string }) =>
        `Clients of \`${service}\` begin with TLS at once, but without \`smtpd_tls_wrappermode = yes\` this service waits for plain SMTP: they cannot connect.`,
      forbids: ({ service }: { service: string }) =>
        `Clients of \`${service}\` begin without TLS and use STARTTLS; with \`smtpd_tls_wrappermode = yes\` they cannot connect.`,
      forClient: ({ service }: { service: string }) =>
        `This is for clients of this server: those of \`${service}\` cannot connect any more. For the relayhost it is \`smtp_tls_wrappermode\`, without \`d\`.`,
      rename: () => 'Change to `smtp_tls_wrappermode`',
      set: ({ text }: { text: string }) => `Set \`${text}\``,
    },
  },
  ja: {
    title: 'サービスのポートと TLS の方式が合わない',
    why: 'メールソフトはポートで方式を決めます。465 番（`submissions`、`smtps`）では最初から TLS で始め、Postfix はこれを wrapper mode と呼びます。25 番と 587 番では平文で始めて STARTTLS を使います。サービスの方式が違うと、どちらかがあきらめるまで互いに待ち続けます。',
    messages: {
      needs: ({ service }) =>
        `\`${service}\` のクライアントは最初から TLS で始めますが、\`smtpd_tls_wrappermode = yes\` がないこのサービスは平文の SMTP を待つため、接続できません。`,
      forbids: ({ service }) =>
        `\`${service}\` のクライアントは平文で始めて STARTTLS を使うため、\`smtpd_tls_wrappermode = yes\` では接続できません。`,
      forClient: ({ service }) =>
        `これはこのサーバーに接続するクライアントのための設定で、\`${service}\` に接続できなくなります。中継サーバーへの接続には、\`d\` のない \`smtp_tls_wrappermode\` を使います。`,
      rename: () => '`smtp_tls_wrappermode` に変更',
      set: ({ text }) => `\`${text}\` にする`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_tls_security_level = encrypt\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_client_restrictions = permit_sasl_authenticated, reject\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes\n#                          ^^^ server-wrappermode-mismatch\n465 inet n - n - - smtpd\n#^^ server-wrappermode-mismatch\n',
      after:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_tls_security_level = encrypt\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_client_restrictions = permit_sasl_authenticated, reject\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=no\n465 inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_security_level = may\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n-- master.cf --\nsmtp inet n - n - - smtpd\nsubmissions inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_client_restrictions=permit_sasl_authenticated,reject\n127.0.0.1:465 inet n - n - - smtpd\n',
    },
    {
      before:
        'compatibility_level = 3.6\nrelayhost = [smtp.example.jp]:465\n#           ^^^^^^^^^^^^^^^^^^^^^ wrappermode-mismatch\nsmtp_tls_security_level = encrypt\nsmtpd_tls_wrappermode = yes\n#                       ^^^ server-wrappermode-mismatch\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\n-- master.cf --\nsmtp inet n - n - - smtpd\nsmtp unix - - n - - smtp\n',
    },
  ],
  check(configuration, report) {
    const isFirst = once();
    for (const service of smtpdServices(configuration)) {
      if (!service || textOf(service.type) !== 'inet') continue;
      const begins = beginningOf(textOf(service.service));
      if (begins === undefined) continue;
      const isOn = expandedValue(configuration, SERVER, service).toLowerCase() === 'yes';
      if ((begins === 'TLS') === isOn || isBehindProxy(configuration, service)) continue;
      const own = overridesOf(service).get(SERVER);
      if (own ? isLeftBehind(configuration, own) : !configuration.main) continue;
      const entry = own ?? configuration.mainEntries.get(SERVER);
      const at: Slice = isOn && entry ? placeOf(entry) : service.service;
      if (!isFirst(at)) continue;
      const text = isOn ? 'no' : 'yes';
      const edits = [own ? { at: own.value, newText: text } : settingOfService(service, SERVER, text)];
      const set = { title: 'set' as const, values: { text: `${SERVER} = ${text}` }, edits, safe: false };
      const values = { service: textOf(service.service) };
      if (isOn && entry && !own && wantsClientMode(configuration)) {
        const rename = [{ at: entry.name, newText: 'smtp_tls_wrappermode' }];
        report({
          at,
          message: 'forClient',
          values,
          fixes: [{ title: 'rename', values: {}, edits: rename, safe: false }, set],
        });
      } else {
        report({ at, message: isOn ? 'forbids' : 'needs', values, fixes: [set] });
      }
    }
  },
});

const SERVER = 'smtpd_tls_wrappermode';

/** How clients of a port begin; undefined where that is not known, or where only this machine connects. */
function beginningOf(service: string): 'TLS' | 'clear' | undefined {
  if (/^(?:127\.|localhost$|::1$)/.test(hostOf(service))) return undefined;
  if (/^(?:465|smtps|submissions)$/.test(portOf(service))) return 'TLS';
  return /^(?:25|smtp|587|submission)$/.test(portOf(service)) ? 'clear' : undefined;
}

/** Whether an option was meant for a service that is commented out: that is reported by itself. */
function isLeftBehind({ master }: Configuration, { value }: ParameterEntry): boolean {
  const { start } = spanOf(value);
  const contains = (line: Span) => start >= line.start && start < line.end;
  return value.line.file === master?.file && leftBehindIn(master).some(({ lines }) => lines.some(contains));
}

/** Whether the relayhost waits for TLS at once, and smtp(8) does not begin with it. */
function wantsClientMode(configuration: Configuration): boolean {
  const relayhost = relayhostOf(configuration);
  return (
    relayhost !== undefined &&
    !isClientYes(configuration, relayhost.client, 'tls_wrappermode') &&
    relayhost.destinations.some(
      ({ destination }) => destination && portOfDestination(configuration, destination) === 465,
    )
  );
}

/** A proxy before smtpd(8) may do the TLS. */
function isBehindProxy(configuration: Configuration, service: ServiceEntry): boolean {
  return expandedValue(configuration, 'smtpd_upstream_proxy_protocol', service) !== '';
}
