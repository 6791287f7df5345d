import type { Configuration } from '../configuration/configuration';
import { expandedValue, writtenEntry } from '../configuration/effective';
import { elementsOf } from '../configuration/listElements';
import { MILTER_OPTIONS } from '../configuration/parameterValues';
import { isSince } from '../knowledge/version';
import { nearestName } from '../nearest';
import { splitList, withoutBraces } from '../syntax/list';
import { type Slice, textOf } from '../syntax/logicalLine';
import { splitNameValue } from '../syntax/mainCf';
import { programOf } from '../syntax/masterCf';
import { isHostPort } from '../syntax/nexthop';
import { type Setting, settingsInEffect } from './entries';
import { isGarbled } from './garbled';
import { isOnOneLine } from './listEdits';
import { isPlaceholder } from './placeholder';
import { rule } from './rule';
import { servicesRunning } from './servicesByProgram';

/** Reports mail filters that milter8_connect in milter8.c cannot connect to: their place is not written as it has to be. */
export const badMilter = rule({
  id: 'bad-milter',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Mail filter whose place cannot be read',
    why: 'A Milter is written as `inet:host:port` or `unix:path`; the path is below the queue directory where smtpd(8) runs in a chroot. Without `inet` or `unix` Postfix cannot use the filter: mail is answered with `451 4.3.5`, or passes unfiltered where `milter_default_action` is `accept`. With a bad port the process ends with a fatal error.',
    messages: {
      noType: ({ text }: Finding) =>
        `\`${text}\` begins with neither \`inet:\` nor \`unix:\`. Postfix cannot use this filter: mail is deferred with \`451 4.3.5\`, or passes unfiltered with \`milter_default_action = accept\`.`,
      noPort: ({ text }: Finding) =>
        `\`${text}\` has no port: a filter on the network is written \`inet:host:port\`, and Postfix cannot connect to this one.`,
      badPort: ({ text }: Finding) =>
        `Postfix cannot read \`${text}\` as \`inet:host:port\`: the process ends with a fatal error as soon as it needs the filter.`,
      blank: ({ text }: Finding) =>
        `An option of a filter is written \`name=value\` without blanks; at \`${text}\` the process ends with a fatal error.`,
      option: ({ name, names }: { name: string; names: string }) =>
        `A filter has no option \`${name}\`: the process ends with a fatal error. There are ${names}.`,
      clear: () => 'Leave it empty: no filter',
      change: ({ text }: { text: string }) => `Change to \`${text}\``,
    },
  },
  ja: {
    title: '接続先を読み取れないメールフィルター',
    why: 'Milter は `inet:ホスト:ポート` か `unix:パス` と書きます。smtpd(8) が chroot で動いていれば、パスはキューディレクトリの下のものです。`inet` も `unix` もなければフィルターは使えず、メールには `451 4.3.5` と応答し、`milter_default_action` が `accept` ならフィルターを通さずに受け取ります。ポートが誤っていると、プロセスが異常終了します。',
    messages: {
      noType: ({ text }) =>
        `\`${text}\` は \`inet:\` でも \`unix:\` でも始まっていません。このフィルターは使われず、メールは \`451 4.3.5\` で一時的に拒否されるか、\`milter_default_action = accept\` ならフィルターを通らずに受信されます。`,
      noPort: ({ text }) =>
        `\`${text}\` にはポートがありません。ネットワーク上のフィルターは \`inet:ホスト:ポート\` と書きます。このままでは接続できません。`,
      badPort: ({ text }) =>
        `\`${text}\` は \`inet:ホスト:ポート\` として読み取れません。フィルターが必要になった時点でプロセスが異常終了します。`,
      blank: ({ text }) =>
        `フィルターのオプションは \`名前=値\` と空白なしで書きます。\`${text}\` の所でプロセスが異常終了します。`,
      option: ({ name, names }) =>
        `フィルターに \`${name}\` というオプションはなく、プロセスが異常終了します。使えるのは ${names} です。`,
      clear: () => '空にする（フィルターなし）',
      change: ({ text }) => `\`${text}\` に変更`,
    },
  },
  examples: [
    {
      before:
        'smtpd_milters = inet:127.0.0.1:11332, 127.0.0.1:8891\n#                                     ^^^^^^^^^^^^^^ bad-milter\n',
      after: 'smtpd_milters = inet:127.0.0.1:11332, inet:127.0.0.1:8891\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_milters = inet:127.0.0.1:8891\n-- master.cf --\n10025 inet n - n - - smtpd\n  -o smtpd_milters=none\n#                  ^^^^ bad-milter\n',
      after:
        'compatibility_level = 3.6\nsmtpd_milters = inet:127.0.0.1:8891\n-- master.cf --\n10025 inet n - n - - smtpd\n  -o smtpd_milters=\n',
      proof: {
        by: 'postfix',
        client: ['EHLO client.example.org'],
        says: 'Milter service needs transport:endpoint instead of "none"',
      },
    },
    {
      before: 'non_smtpd_milters = 127.0.0.1:8891\n#                   ^^^^^^^^^^^^^^ bad-milter\n',
      after: 'non_smtpd_milters = inet:127.0.0.1:8891\n',
      proof: {
        by: 'postfix',
        recipient: 'root@localhost',
        says: 'invalid transport name: 127.0.0.1 in Milter service',
      },
    },
    {
      before: 'non_smtpd_milters = inet:8891@127.0.0.1\n#                   ^^^^^^^^^^^^^^^^^^^ bad-milter\n',
      after: 'non_smtpd_milters = inet:127.0.0.1:8891\n',
      proof: {
        by: 'postfix',
        recipient: 'root@localhost',
        says: 'fatal: 8891@127.0.0.1: garbage after numerical service',
      },
    },
    {
      before:
        'non_smtpd_milters = { inet:127.0.0.1:8891, connect_timeout = 5s }\n#                                          ^^^^^^^^^^^^^^^^^^^^ bad-milter\n',
      after: 'non_smtpd_milters = { inet:127.0.0.1:8891, connect_timeout=5s }\n',
      proof: { by: 'postfix', recipient: 'root@localhost', says: "fatal: malformed option: missing '='" },
    },
    {
      before:
        'dkim = unix:opendkim/opendkim.sock\nsmtpd_milters = $dkim, local:/run/filter, inet:8891, inet:[::1]:11332\nnon_smtpd_milters = { inet:localhost:opendkim, default_action=accept, { protocol = 6 } }\n',
    },
  ],
  check(configuration, report) {
    if (!isSince(configuration.version, '2.3')) return;
    for (const setting of settingsInEffect(configuration)) {
      const { name, entry } = setting;
      if ((name !== SMTPD && name !== NON_SMTPD) || isGarbled(entry)) continue;
      const mistakes = mistakesOf(configuration, setting);
      if (mistakes.length === 0 || !isUsed(configuration, setting)) continue;
      for (const { at, meant, ...finding } of mistakes) {
        const edits = [{ at, newText: meant ?? '' }];
        report({
          at,
          ...finding,
          fixes:
            meant === undefined
              ? []
              : meant === ''
                ? [{ title: 'clear', values: {}, edits, safe: false }]
                : [{ title: 'change', values: { text: meant }, edits, safe: false }],
        });
      }
    }
  },
});

interface Finding {
  readonly text: string;
}

const SMTPD = 'smtpd_milters';
const NON_SMTPD = 'non_smtpd_milters';

/** Whether a service reads the list: not where receive_override_options turns filters off, nor where the list is `DISABLE`. */
function isUsed(configuration: Configuration, { name, entry, service }: Setting): boolean {
  if (/^disable$/i.test(textOf(entry.value)) && name === SMTPD && isSince(configuration.version, '3.2')) return false;
  const program = name === SMTPD ? 'smtpd' : 'cleanup';
  const readers = service
    ? [service].filter((own) => programOf(own) === program)
    : servicesRunning(configuration, program);
  return readers.some(
    (reader) =>
      writtenEntry(configuration, name, reader) === entry &&
      !/(?:^|[\s,])no_milters(?:[\s,]|$)/i.test(expandedValue(configuration, 'receive_override_options', reader)),
  );
}

type Mistake = { readonly at: Slice; readonly meant?: string | undefined } & (
  | { readonly message: 'noType' | 'noPort' | 'badPort' | 'blank'; readonly values: Finding }
  | { readonly message: 'option'; readonly values: { name: string; names: string } }
);

/** The mistakes in filters that stand in a file as they are used, and are no gap to be filled in. */
function mistakesOf(configuration: Configuration, { entry, service }: Setting): Mistake[] {
  return (elementsOf(configuration, entry.value, service) ?? []).flatMap(({ at, text }) => {
    if (!at || textOf(at) !== text) return [];
    const found = mistakesIn(at, configuration);
    return found.length > 0 && isPlaceholder(withoutOuterBraces(text)) ? [] : found;
  });
}

/** What is wrong with one filter: `inet:host:port`, or `{ inet:host:port, name = value }` since 3.0. */
function mistakesIn(filter: Slice, { version }: Configuration): Mistake[] {
  const braces = withoutBraces(filter);
  if (!braces) return endpointMistakes(filter);
  if (braces.error || !isSince(version, '3.0')) return [];
  const [endpoint, ...options] = splitList(braces.inside);
  if (!endpoint) return [];
  const blank = blankIn(options);
  return [...endpointMistakes(endpoint), ...(blank ? [blank] : options.flatMap(optionMistakes))];
}

/** The first option that blanks take apart (attr_override(3)). */
function blankIn(options: readonly Slice[]): Mistake | undefined {
  const first = options.findIndex((option) => splitNameValue(inside(option)) === 'missing equals');
  const [name, ...after] = options.slice(first, first + 3);
  if (first < 0 || !name) return undefined;
  const rest = after[0] && textOf(after[0]) === '=' ? after : after.slice(0, 1);
  const end = rest.at(-1)?.end ?? name.end;
  const at = { line: name.line, start: name.start, end };
  const [, written = '', value = ''] = /^(\w+)=(\w+)$/.exec([name, ...rest].map(textOf).join('')) ?? [];
  if (value === '' || !isOnOneLine(at)) return { at: name, message: 'blank', values: { text: textOf(name) } };
  const meant = `${meantOption(written) ?? written}=${value}`;
  return { at, message: 'blank', values: { text: textOf(at) }, meant };
}

function optionMistakes(option: Slice): Mistake[] {
  const entry = splitNameValue(inside(option));
  if (typeof entry === 'string') return [];
  const name = textOf(entry.name);
  if (MILTER_OPTIONS.includes(name)) return [];
  const names = MILTER_OPTIONS.map((known) => `\`${known}\``).join(', ');
  return [{ at: entry.name, message: 'option', values: { name, names }, meant: meantOption(name) }];
}

/** The parameters of main.cf have the same names after `milter_`. */
function meantOption(name: string): string | undefined {
  return nearestName(name.replace(/^milter_/, ''), MILTER_OPTIONS);
}

function inside(option: Slice): Slice {
  return withoutBraces(option)?.inside ?? option;
}

function endpointMistakes(at: Slice): Mistake[] {
  const text = textOf(at);
  const mistake = (message: 'noType' | 'noPort' | 'badPort', meant?: string): Mistake[] => [
    { at, message, values: { text }, meant },
  ];
  const colon = text.indexOf(':');
  const type = text.slice(0, Math.max(colon, 0));
  const place = text.slice(colon + 1);
  if (!TYPES.has(type) || place === '') return mistake('noType', meantEndpoint(text));
  if (type !== 'inet') return [];
  const meant = meantPlace(place);
  if (meant !== place) return mistake('badPort', `inet:${meant}`);
  return inetMistake(place, mistake);
}

const TYPES: ReadonlySet<string> = new Set(['inet', 'unix', 'local']);

/** As host_port(3) reads it: a text without a colon is a port on this machine, by number or by name. */
function inetMistake(place: string, mistake: (message: 'noPort' | 'badPort', meant?: string) => Mistake[]): Mistake[] {
  const colon = place.startsWith('[') ? place.indexOf(':', place.indexOf(']')) : place.lastIndexOf(':');
  if (colon < 0 && place.startsWith('/')) return mistake('noPort', `unix:${place}`);
  if (colon < 0 && (place === 'localhost' || /^[a-z[].*[.\]]/i.test(place))) return mistake('noPort');
  return isHostPort(place) ? [] : mistake('badPort');
}

/** What a text without a type was most likely meant to be; '' is no filter. */
function meantEndpoint(text: string): string | undefined {
  if (/^(?:disabled?|empty|false|no|none|off)$/i.test(text)) return '';
  if (text.startsWith('/')) return `unix:${text}`;
  const [, type = '', place = ''] = /^(inet6?|tcp|unix|local):(.+)$/i.exec(text) ?? [];
  if (/^(?:unix|local)$/i.test(type)) return `${type.toLowerCase()}:${place}`;
  if (type !== '') return `inet:${meantPlace(place)}`;
  return /^(?:[\w.-]+|\[[0-9a-f:.]+\]):[0-9]+$/i.test(text) ? `inet:${text}` : undefined;
}

/** `host:port` for `//host:port`, and for Sendmail's `port@host`. */
function meantPlace(place: string): string {
  const [, port = '', host = ''] = /^([0-9]+)@(.+)$/.exec(place) ?? [];
  return port === '' ? place.replace(/^\/\//, '') : `${host}:${port}`;
}

function withoutOuterBraces(text: string): string {
  return text.startsWith('{') ? text.slice(1, -1) : text;
}
