import { type Configuration, overridesOf } from '../configuration/configuration';
import { effectiveValue } from '../configuration/effective';
import { RUN_TIME_NAMES } from '../knowledge/expansions';
import { existsIn, type PostfixVersion } from '../knowledge/version';
import { nearestName } from '../nearest';
import { forEachName, parseExpansion } from '../syntax/expansion';
import { type Slice, subSlice, textOf } from '../syntax/logicalLine';
import { type Setting, settingsInEffect } from './entries';
import { rule, type Severity } from './rule';

/**
 * Reports names in the few parameters that a program expands for each message, with names of its own and no parameters
 * of main.cf: "unknown macro name". Those in the command of a pipe(8) service are bad-attribute's.
 */
export const unknownMacro = rule({
  id: 'unknown-macro',
  severity: 'error',
  isLocal: true,
  en: {
    title: '`$name` that the program does not fill in',
    why: 'In `luser_relay`, `forward_path`, `default_rbl_reply` and a few more, `$name` stands for something of the message or the client, such as `$user`. Parameters of main.cf have no value there: write the value out. Any other name becomes nothing; in `default_rbl_reply` it makes smtpd(8) end with a fatal error.',
    messages: {
      fatal: ({ found, name }: { found: string; name: string }) =>
        `\`${name}\` has no \`${found}\`: smtpd ends with a fatal error each time it should reject by a DNS list.`,
      address: ({ found, name }: { found: string; name: string }) =>
        `\`${name}\` has no \`${found}\`: it becomes nothing, and the mail goes to a wrong address.`,
      path: ({ found, name }: { found: string; name: string }) =>
        `\`${name}\` has no \`${found}\`: Postfix never looks at this path.`,
      text: ({ found, name }: { found: string; name: string }) =>
        `\`${name}\` has no \`${found}\`: it becomes nothing here.`,
      condition: ({ found, name }: { found: string; name: string }) =>
        `\`${name}\` has no \`${found}\`: it never has a value here.`,
      change: ({ text }: { text: string }) => `Change to \`${text}\``,
    },
  },
  ja: {
    title: 'プログラムが値を入れない `$名前`',
    why: '`luser_relay`、`forward_path`、`default_rbl_reply` など一部のパラメータでは、`$user` のような `$名前` はメールやクライアントごとに決まる値を表します。main.cf のパラメータは使えないので、値を直接書いてください。ほかの名前は空になり、`default_rbl_reply` では smtpd(8) が異常終了します。',
    messages: {
      fatal: ({ found, name }) =>
        `\`${name}\` では \`${found}\` は使えません。DNS リストによって拒否しようとするたびに smtpd が異常終了します。`,
      address: ({ found, name }) =>
        `\`${name}\` では \`${found}\` は使えません。空になり、メールは誤った宛先に送られます。`,
      path: ({ found, name }) => `\`${name}\` では \`${found}\` は使えません。Postfix はこのパスを調べません。`,
      text: ({ found, name }) => `\`${name}\` では \`${found}\` は使えず、空になります。`,
      condition: ({ found, name }) => `\`${name}\` では \`${found}\` は使えず、値を持つことはありません。`,
      change: ({ text }) => `\`${text}\` に変更`,
    },
  },
  examples: [
    {
      before:
        'mydomain = example.jp\nluser_relay = postmaster@$mydomain\n#                        ^^^^^^^^^ unknown-macro\nsmtpd_reject_footer = \\c Ask $myhostname.\n#                            ^^^^^^^^^^^ unknown-macro\n',
      after:
        'mydomain = example.jp\nluser_relay = postmaster@example.jp\nsmtpd_reject_footer = \\c Ask $server_name.\n',
      proof: { by: 'smtpd', client: ['NONSENSE'], says: 'unknown macro name "myhostname" in expansion request' },
    },
    {
      before:
        'default_rbl_reply = $rbl_code Listed in $rbl_domian\n#                                       ^^^^^^^^^^^ unknown-macro\n',
      after: 'default_rbl_reply = $rbl_code Listed in $rbl_domain\n',
    },
    {
      before:
        'forward_path = $home/.forward${recipient_delimiter}${extension}, $home/.forward\ndefault_rbl_reply = $rbl_code $rbl_domain${rbl_reason?; $rbl_reason}\nmailbox_command = /usr/local/bin/store $OTHER\nluser_relay = $user@example.jp\n',
    },
  ],
  check(configuration, report) {
    for (const setting of settingsInEffect(configuration)) {
      const { name, entry } = setting;
      const text = textOf(entry.value);
      if (!text.includes('$') || !PARAMETERS.has(name) || isOtherFooter(name, text)) continue;
      const names = namesIn(name, configuration.version);
      forEachName(parseExpansion(text), (node) => {
        if (names.has(node.name)) return;
        const isTested = node.whenSet !== undefined || node.whenEmpty !== undefined;
        const at = isTested
          ? subSlice(entry.value, node.nameStart, node.nameStart + node.name.length)
          : subSlice(entry.value, node.start, node.end);
        const meant = isTested ? nearestName(node.name, names) : meantText(configuration, setting, node.name, names);
        report({
          at,
          ...(isTested ? { message: 'condition', severity: 'warning' } : effectOn(name)),
          values: { found: `$${node.name}`, name },
          fixes: meant === undefined ? [] : [changed(at, meant, false)],
        });
      });
    }
  },
});

/** The parameters that a program expands with names of its own. A shell expands `mailbox_command`. */
const PARAMETERS: ReadonlySet<string> = new Set(
  RUN_TIME_NAMES.flatMap(({ parameters = [] }) => parameters).filter((parameter) => parameter !== 'mailbox_command'),
);

/** postscreen(8) takes over a footer that has nothing but another parameter in it (post_jail_init). */
function isOtherFooter(parameter: string, value: string): boolean {
  return parameter === 'postscreen_reject_footer' && /^\$\w+$/.test(value);
}

/** The names that have a value there. */
function namesIn(parameter: string, version: PostfixVersion): ReadonlySet<string> {
  const known = RUN_TIME_NAMES.filter(({ parameters }) => parameters?.includes(parameter));
  const all = known.flatMap(({ names }) => Object.entries(names));
  return new Set(all.filter(([, facts]) => existsIn(facts, version)).map(([name]) => name));
}

type Effect =
  | { readonly message: 'fatal' | 'address' }
  | { readonly message: 'path' | 'text'; readonly severity: Severity };

function effectOn(parameter: string): Effect {
  switch (parameter) {
    case 'default_rbl_reply':
      return { message: 'fatal' };
    case 'luser_relay':
      return { message: 'address' };
    case 'forward_path':
      return { message: 'path', severity: 'warning' };
    default:
      return { message: 'text', severity: 'warning' };
  }
}

/** The value of the parameter that was meant, or a name that exists. */
function meantText(
  configuration: Configuration,
  { service }: Setting,
  name: string,
  names: ReadonlySet<string>,
): string | undefined {
  if (name === 'myhostname' && names.has('server_name')) return '$server_name';
  const isWritten = configuration.mainEntries.has(name) || (service && overridesOf(service).has(name));
  const value = isWritten ? effectiveValue(configuration, name, service)?.expanded : undefined;
  if (value) return /^[\w.@+-]+$/.test(value) ? value : undefined;
  const nearest = nearestName(name, names);
  return nearest && `$${nearest}`;
}

function changed(at: Slice, text: string, safe: boolean) {
  return { title: 'change', values: { text }, edits: [{ at, newText: text }], safe } as const;
}
