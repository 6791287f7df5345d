import type { Configuration } from '../configuration/configuration';
import { effectiveValue } from '../configuration/effective';
import { isSince } from '../knowledge/version';
import { nearestName } from '../nearest';
import { sliceOf, textOf } from '../syntax/logicalLine';
import { isAddress, parseDestination } from '../syntax/nexthop';
import { rule } from './rule';
import { portNumbers, type RelayDestination, type Relayhost, relayhostOf } from './smtpClient';

/** Reports a relayhost that smtp(8) cannot read: it ends with a fatal error and no mail leaves. */
export const relayhostForm = rule({
  id: 'relayhost-form',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Relayhost that cannot be read',
    why: '`relayhost` is a bare destination: `[host]:port`, `[host]`, `domain:port` or `domain`. There are no quotes, no `smtp://` before it and no blank inside: another destination begins after a blank. A destination that cannot be read ends the smtp(8) process with a fatal error, message after message, and mail stays in the queue. Where it is the same as `myhostname`, Postfix does not even start.',
    messages: {
      quotes: () =>
        'Quotes have no meaning here: they become part of the host name, and smtp(8) fails for every message.',
      prefix: ({ prefix }: { prefix: string }) =>
        `Only the destination belongs here: with \`${prefix}\` before it smtp(8) fails for every message.`,
      blank: ({ port }: { port: string }) =>
        `A blank begins another destination: \`${port}\` is not used as the port of the host before it.`,
      port: ({ port }: { port: string }) =>
        `There is no port \`${port}\`: smtp(8) ends with a fatal error and mail stays in the queue.`,
      malformed: ({ text }: { text: string }) =>
        `smtp(8) cannot read \`${text}\` as \`[host]:port\`: it ends with a fatal error and mail stays in the queue.`,
      list: ({ version }: { version: string }) =>
        `More than one destination works since Postfix 3.5; smtp(8) of ${version} fails for every message.`,
      ownHost: ({ text }: { text: string }) =>
        `\`${text}\` is this machine (\`myhostname\`): Postfix refuses to start.`,
      change: ({ text }: { text: string }) => `Change to \`${text}\``,
    },
  },
  ja: {
    title: '読み取れない relayhost',
    why: '`relayhost` には宛先だけを書きます。形は `[host]:port`、`[host]`、`domain:port`、`domain` です。引用符も、前に付ける `smtp://` も、途中の空白も使えません。空白の後ろは別の宛先になります。読み取れない宛先があると smtp(8) がメールのたびに異常終了し、メールはキューに残ります。`myhostname` と同じ値では、Postfix が起動することもできません。',
    messages: {
      quotes: () => '引用符に意味はなくホスト名の一部になるため、smtp(8) はどのメールでも異常終了します。',
      prefix: ({ prefix }) =>
        `ここに書くのは宛先だけです。前に \`${prefix}\` があると、smtp(8) はどのメールでも異常終了します。`,
      blank: ({ port }) => `空白の後ろは別の宛先になります。\`${port}\` は前のホストのポートとして使われません。`,
      port: ({ port }) => `\`${port}\` というポートはありません。smtp(8) が異常終了し、メールはキューに残ります。`,
      malformed: ({ text }) =>
        `\`${text}\` を smtp(8) は \`[host]:port\` の形として読み取れません。異常終了し、メールはキューに残ります。`,
      list: ({ version }) =>
        `宛先を 2 つ以上書けるのは Postfix 3.5 からです。${version} の smtp(8) はどのメールでも異常終了します。`,
      ownHost: ({ text }) => `\`${text}\` はこのマシン自身（\`myhostname\`）です。Postfix は起動しません。`,
      change: ({ text }) => `\`${text}\` に変更`,
    },
  },
  examples: [
    {
      before: 'relayhost = [smtp.example.jp] :587\n#           ^^^^^^^^^^^^^^^^^^^^^^ relayhost-form\n',
      after: 'relayhost = [smtp.example.jp]:587\n',
      proof: {
        by: 'postfix',
        recipient: 'b@example.org',
        says: 'missing host information in server description: :587',
      },
    },
    {
      before: 'relayhost = smtp://smtp.example.jp\n#           ^^^^^^^^^^^^^^^^^^^^^^ relayhost-form\n',
      after: 'relayhost = smtp.example.jp\n',
      proof: { by: 'postfix', recipient: 'b@example.org', says: 'unknown service: //smtp.example.jp/tcp' },
    },
    {
      before: 'relayhost = "[smtp.example.jp]:587"\n#           ^^^^^^^^^^^^^^^^^^^^^^^ relayhost-form\n',
      after: 'relayhost = [smtp.example.jp]:587\n',
      proof: {
        by: 'postfix',
        recipient: 'b@example.org',
        says: 'valid hostname or network address required in server description: "[smtp.example.jp]:587"',
      },
    },
    {
      before: 'relayhost = [smtp.example.jp]:submision\n#                             ^^^^^^^^^ relayhost-form\n',
      after: 'relayhost = [smtp.example.jp]:submission\n',
      proof: { by: 'postfix', recipient: 'b@example.org', says: 'unknown service: submision/tcp' },
    },
    {
      before: 'myhostname = mail.example.jp\nrelayhost = mail.example.jp\n#           ^^^^^^^^^^^^^^^ relayhost-form\n',
      proof: {
        by: 'smtpd',
        says: 'myhostname and relayhost parameter settings must not be identical: mail.example.jp',
      },
    },
    { before: 'relayhost = [smtp.example.jp]:587, [2001:db8::25]:submission\n  [ipv6:2001:db8::26], example.jp\n' },
  ],
  check(configuration, report) {
    const relayhost = relayhostOf(configuration);
    if (!relayhost) return;
    const own = ownName(configuration, relayhost);
    if (own) report({ at: own.at, message: 'ownHost', values: { text: own.text } });

    const { version } = configuration;
    const { destinations } = relayhost;
    const ports = portNumbers(configuration);
    for (let i = 0; i < destinations.length; i++) {
      const { element, destination } = destinations[i] as RelayDestination;
      const next = destinations[i + 1]?.element;
      if (next && destination && !destination.port && isPort(next.text, ports) && next.at.line === element.at.line) {
        const at = sliceOf(element.at.line, element.at.start, next.at.end);
        const text = `${element.text}:${next.text.replace(':', '')}`;
        const edits = [{ at, newText: text }];
        const fixes = [{ title: 'change' as const, values: { text }, edits, safe: true }];
        report({ at, message: 'blank', values: { port: next.text }, fixes: isWritten(element) ? fixes : [] });
        i++;
      } else {
        const mistake = mistakeIn(destinations[i] as RelayDestination, ports);
        if (!mistake) continue;
        const { at = element.at, meant, ...finding } = mistake;
        const edits = meant === undefined || !isWritten(element) ? undefined : [{ at: element.at, newText: meant }];
        const fixes = edits
          ? [{ title: 'change' as const, values: { text: meant as string }, edits, safe: false }]
          : [];
        report({ at, ...finding, fixes });
      }
    }
    const second = destinations[1];
    if (second && !isSince(version, '3.5') && !isPort(second.element.text, ports)) {
      report({ at: second.element.at, message: 'list', values: { version } });
    }
  },
});

/** The whole relayhost, compared with `myhostname` as mail_params_init(3) does. */
function ownName(configuration: Configuration, { destinations }: Relayhost): RelayDestination['element'] | undefined {
  const [only, ...others] = destinations;
  const own = effectiveValue(configuration, 'myhostname')?.expanded?.toLowerCase();
  return only && others.length === 0 && own && only.element.text.toLowerCase() === own ? only.element : undefined;
}

type Mistake = {
  readonly at?: RelayDestination['element']['at'];
  /** The destination as it should be. */
  readonly meant?: string;
} & (
  | { readonly message: 'quotes'; readonly values: Record<never, never> }
  | { readonly message: 'prefix'; readonly values: { prefix: string } }
  | { readonly message: 'port'; readonly values: { port: string } }
  | { readonly message: 'malformed'; readonly values: { text: string } }
);

type Ports = ReadonlyMap<string, number>;

function mistakeIn({ element, destination }: RelayDestination, ports: Ports): Mistake | undefined {
  const { text } = element;
  const port = destination?.port;
  if (destination && (!port || /^[0-9]+$/.test(port.text) || ports.has(port.text))) return undefined;

  const inQuotes = /^(["'])(.*)\1$/.exec(text)?.[2];
  if (inQuotes !== undefined) return { message: 'quotes', values: {}, ...readable(inQuotes, ports) };
  const [, prefix = '', rest = ''] =
    /^((?:smtps?|submissions?|relay|lmtp|https?|tls|ssl):(?:\/\/)?)(.+)$/i.exec(text) ?? [];
  const bare = readable(rest.replace(/\/$/, ''), ports);
  if (bare) return { message: 'prefix', values: { prefix }, ...bare };
  if (!destination || !port) return { message: 'malformed', values: { text }, ...mended(text, ports) };
  if (/[^\w-]/.test(port.text)) return { message: 'malformed', values: { text } };

  const nearest = nearestName(port.text, ports.keys());
  if (nearest === undefined) return undefined;
  const { line, start } = element.at;
  return {
    ...(isWritten(element) && { at: sliceOf(line, start + port.start, start + port.end) }),
    message: 'port',
    values: { port: port.text },
    meant: text.slice(0, port.start) + nearest,
  };
}

/** What was most likely meant by a text that cannot be read. */
function mended(text: string, ports: Ports): { meant: string } | undefined {
  if (isAddress(text)) return { meant: `[${text}]` };
  const clean = text.replace(/[;./]+$/, '');
  const [, host, port] = /^\[?([^[\]:\s]+)[\]:]{1,2}([0-9]+)\]?$/.exec(clean) ?? [];
  return readable(clean, ports) ?? (host === undefined ? undefined : readable(`[${host}]:${port}`, ports));
}

function readable(text: string, ports: Ports): { meant: string } | undefined {
  const destination = parseDestination(text);
  if (typeof destination === 'string') return undefined;
  const { port } = destination;
  return !port || /^[0-9]+$/.test(port.text) || ports.has(port.text) ? { meant: text } : undefined;
}

/** `:587`, `587`, `:submission`: what stands behind the blank. */
function isPort(text: string, ports: Ports): boolean {
  const [, colon, name = ''] = /^(:?)(.+)$/.exec(text) ?? [];
  return /^[0-9]{1,5}$/.test(name) || (colon === ':' && ports.has(name));
}

/** Whether a destination stands in the file as it is used. */
function isWritten({ at, text }: RelayDestination['element']): boolean {
  return textOf(at) === text;
}
