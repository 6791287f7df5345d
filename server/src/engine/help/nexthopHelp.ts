import type { Configuration } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { PORTS, programNamed } from '../knowledge/services';
import { isSince } from '../knowledge/version';
import type { Locale, Text } from '../locale';
import { textOf } from '../syntax/logicalLine';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { type Destination, isLoopback, isPrivate, parseDestination, parseTransportNexthop } from '../syntax/nexthop';
import { code, lineOfService } from './markdown';
import { summaryOf } from './topic';

/** Explains a nexthop of the SMTP client, `[host]:port`: where it really connects. Undefined where that is not sure. */
export function nexthopHelp(configuration: Configuration, nexthop: string, locale: Locale): string | undefined {
  const destination = parseDestination(nexthop);
  if (typeof destination === 'string') return undefined;
  // SRV records may name other hosts and ports (smtp_connect.c).
  if (isSince(configuration.version, '3.8') && expandedValue(configuration, 'use_srv_lookup') !== '') return undefined;
  const port = portOf(configuration, destination);
  const parts = [hostText(configuration, destination), portText(port)];
  if (port.number === 25 && !isPrivate(destination) && !isLoopback(destination)) parts.push(OP25B);
  return explained(nexthop, parts, locale);
}

function explained(nexthop: string, parts: readonly Text[], locale: Locale): string {
  return `**${code(nexthop)}** — ${parts.map((part) => part[locale]).join(locale === 'ja' ? '' : ' ')}`;
}

function hostText(configuration: Configuration, { host, hasBrackets }: Destination): Text {
  const name = code(host.text);
  if (hasBrackets) {
    return {
      en: `Connects to ${name} itself: the brackets switch the MX look-up off.`,
      ja: `${name} に直接接続します。角かっこがあるので MX レコードは検索しません。`,
    };
  }
  const level = expandedValue(configuration, 'smtp_dns_support_level').toLowerCase();
  if (level === 'disabled' || (level === '' && expandedValue(configuration, 'disable_dns_lookups') === 'yes')) {
    return {
      en: `Connects to ${name} itself, as DNS look-ups are off.`,
      ja: `DNS 検索が無効なので、${name} に直接接続します。`,
    };
  }
  return {
    en: `Looks up the MX records of ${name} and connects to the mail servers found there, which may be other machines. To mean ${name} itself, write it in brackets: ${code(`[${host.text}]`)}.`,
    ja: `${name} の MX レコードを検索し、見つかったメールサーバーに接続します。${name} とは別のマシンのことがあります。${name} に直接つなぐなら、角かっこで ${code(`[${host.text}]`)} と書きます。`,
  };
}

interface Port {
  readonly written: string;
  /** Absent for a name that only the machine knows. */
  readonly number?: number;
}

/** The port of a destination; without one, `smtp_tcp_port`, which is `smtp` (25) unless set. */
function portOf(configuration: Configuration, { port }: Destination): Port {
  const written = port?.text ?? (expandedValue(configuration, 'smtp_tcp_port') || 'smtp');
  const number = /^[0-9]+$/.test(written) ? Number(written) : PORTS[written];
  return { written, ...(number !== undefined && { number }) };
}

function portText({ written, number }: Port): Text {
  switch (number) {
    case 25:
      return { en: 'Port 25 (`smtp`).', ja: 'ポートは 25（`smtp`）です。' };
    case 465:
      return {
        en: 'Port 465 (`submissions`): TLS from the first byte, which needs `smtp_tls_wrappermode = yes`, and `smtp_tls_security_level = encrypt` or stricter.',
        ja: 'ポートは 465（`submissions`）です。最初から TLS を使うため、`smtp_tls_wrappermode = yes` と、`smtp_tls_security_level = encrypt` かそれより厳しい設定が必要です。',
      };
    case 587:
      return {
        en: 'Port 587 (`submission`): it begins in the clear; whether STARTTLS follows is up to `smtp_tls_security_level`.',
        ja: 'ポートは 587（`submission`）です。平文で始まり、STARTTLS で TLS に切り替えるかどうかは `smtp_tls_security_level` で決まります。',
      };
    default:
      return otherPort(written);
  }
}

function otherPort(written: string): Text {
  return { en: `Port ${code(written)}.`, ja: `ポートは ${code(written)} です。` };
}

const OP25B: Text = {
  en: 'An access provider with OP25B blocks it on the way to the Internet: a relay takes mail at 587 or 465.',
  ja: 'OP25B を行うプロバイダーの回線では、インターネットへのこの接続は遮断されます。中継サーバーには 587 か 465 でつなぎます。',
};

/** Explains a nexthop of the LMTP client, as `smtp_connect` reads it: a socket, or a host without MX look-up. */
function lmtpNexthopHelp(configuration: Configuration, nexthop: string, locale: Locale): string | undefined {
  if (nexthop.startsWith('unix:')) {
    return explained(nexthop, [socketText(configuration, nexthop.slice('unix:'.length))], locale);
  }
  const destination = parseDestination(nexthop.replace(/^inet:/, ''));
  if (typeof destination === 'string') return undefined;
  const host = code(destination.host.text);
  const port = destination.port?.text ?? expandedValue(configuration, 'lmtp_tcp_port');
  const hostItself = {
    en: `Connects to ${host} itself: LMTP does without MX records.`,
    ja: `${host} に直接接続します。LMTP では MX レコードを検索しません。`,
  };
  return explained(nexthop, [hostItself, otherPort(port)], locale);
}

function socketText(configuration: Configuration, path: string): Text {
  if (path.startsWith('/')) {
    return {
      en: `Connects to the socket ${code(path)}; in a chroot (fifth column of master.cf) this path begins at the queue directory.`,
      ja: `ソケット ${code(path)} に接続します。chroot で動く場合（master.cf の5列目）、パスはキューディレクトリが起点になります。`,
    };
  }
  const socket = code(`${expandedValue(configuration, 'queue_directory')}/${path}`);
  const user = code(expandedValue(configuration, 'mail_owner'));
  return {
    en: `Connects to the socket ${socket}, which the mailbox server must create and let the user ${user} use.`,
    ja: `ソケット ${socket} に接続します。メールボックスサーバーの側でこのソケットを作り、ユーザー ${user} に使えるようにしておきます。`,
  };
}

/** Explains `transport:nexthop`: the service of master.cf that delivers, and where it goes. */
export function transportHelp(configuration: Configuration, text: string, locale: Locale): string | undefined {
  const { transport, nexthop } = parseTransportNexthop(text);
  const parts: string[] = [];
  if (transport !== '') parts.push(deliveryText(configuration, transport)[locale]);
  const service = serviceNamed(configuration, transport);
  const program = service ? programOf(service) : transport;
  const about = programNamed(program);
  if (service && about) parts.push(`**${program}(8)** — ${summaryOf(about.text, locale)}`);
  if (nexthop !== '' && program === 'lmtp') parts.push(lmtpNexthopHelp(configuration, nexthop, locale) ?? '');
  else if (nexthop !== '' && (program === 'smtp' || transport === '')) {
    parts.push(nexthopHelp(configuration, nexthop, locale) ?? '');
  }
  const help = parts.filter((part) => part !== '').join('\n\n');
  return help === '' ? undefined : help;
}

function deliveryText(configuration: Configuration, transport: string): Text {
  const service = serviceNamed(configuration, transport);
  const name = `**${transport}**`;
  if (service) {
    const program = programOf(service);
    const line = lineOfService(service);
    return {
      en: `${name} — Delivers by the service ${code(transport)} of master.cf, line ${line}, which runs ${program}(8).`,
      ja: `${name} — master.cf ${line} 行目のサービス ${code(transport)} で配送します。動くのは ${program}(8) です。`,
    };
  }
  if (!configuration.master) {
    return {
      en: `${name} — A service of master.cf that delivers mail.`,
      ja: `${name} — メールを配送する master.cf のサービスです。`,
    };
  }
  return {
    en: `${name} — master.cf has no such service: mail for it waits in the queue.`,
    ja: `${name} — master.cf にこのサービスはありません。ここに渡されるメールはキューで待ち続けます。`,
  };
}

/** The last entry of that name counts; those of type `inet` take mail, they do not deliver it. */
function serviceNamed({ master }: Configuration, name: string): ServiceEntry | undefined {
  return master?.services.filter(({ service, type }) => textOf(service) === name && textOf(type) !== 'inet').at(-1);
}
