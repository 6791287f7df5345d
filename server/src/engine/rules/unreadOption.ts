import { type Configuration, overridesOf } from '../configuration/configuration';
import { addedByService } from '../configuration/effective';
import { defaultOf, isLegacy, type Parameter, type ParameterFacts, parametersOf } from '../knowledge/parameters';
import { SERVICE_SUFFIXES } from '../knowledge/serviceSuffixes';
import { programNamed } from '../knowledge/services';
import { isSince, type PostfixVersion } from '../knowledge/version';
import { forEachName, parseExpansion } from '../syntax/expansion';
import { spanOf, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { leftBehindIn } from './commentedServices';
import { type Setting, settingsInEffect } from './entries';
import { removalOfOverride } from './overrideEdits';
import { rule } from './rule';

/** Reports `-o name=value` that the program of the service never looks at; nobody else does either. */
export const unreadOption = rule({
  id: 'unread-option',
  severity: 'info',
  en: {
    title: 'Option that the program does not read',
    why: 'An option `-o` sets a parameter for one service alone: only the program of that service gets it. Where that program does not use the parameter, nothing happens, and nobody warns. The parameters of the SMTP server begin with `smtpd_`, those of the client with `smtp_`.',
    messages: {
      twin: ({ program, name, twin }: { program: string; name: string; twin: string }) =>
        `\`${program}\` does not read \`${name}\`, so this has no effect. Did you mean \`${twin}\`?`,
      other: ({ program, name, readers }: { program: string; name: string; readers: readonly string[] }) =>
        `\`${program}\` does not read \`${name}\`, so this has no effect. ${list(readers, 'and')} ${readers.length > 1 ? 'do' : 'does'}.`,
      queue: ({ name }: { name: string }) =>
        `The queue manager reads \`${name}\`, and gets it from main.cf alone: here it has no effect.`,
      rename: ({ twin }: { twin: string }) => `Change to \`${twin}\``,
      remove: () => 'Remove the option',
    },
  },
  ja: {
    title: 'プログラムが使わないオプション',
    why: '`-o` は 1 つのサービスだけにパラメータを設定するもので、そのサービスのプログラムにしか伝わりません。プログラムがそのパラメータを使わなければ何も起こらず、警告も出ません。SMTPサーバーのパラメータは `smtpd_`、クライアントのパラメータは `smtp_` で始まります。',
    messages: {
      twin: ({ program, name, twin }) =>
        `\`${program}\` は \`${name}\` を使わないため、この設定は効きません。\`${twin}\` の間違いではありませんか？`,
      other: ({ program, name, readers }) =>
        `\`${program}\` は \`${name}\` を使わないため、この設定は効きません。使うのは ${list(readers, 'と')} です。`,
      queue: ({ name }) =>
        `\`${name}\` を使うのはキューマネージャーで、main.cf の値だけを読みます。ここに書いても効きません。`,
      rename: ({ twin }) => `\`${twin}\` に変更`,
      remove: () => 'このオプションを削除',
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtp_bind_address=192.0.2.25\n#    ^^^^^^^^^^^^^^^^^ unread-option\n  -o smtp_tls_security_level=may\n#    ^^^^^^^^^^^^^^^^^^^^^^^ unread-option\n  -o smtpd_tls_chain_files=/etc/ssl/mail.pem\n',
      after:
        'compatibility_level = 3.6\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_tls_security_level=may\n  -o smtpd_tls_chain_files=/etc/ssl/mail.pem\n',
    },
    {
      before:
        'compatibility_level = 3.6\n-- master.cf --\nrelay unix - - n - - smtp\n  -o relay_destination_concurrency_limit=2\n#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unread-option\n127.0.0.1:10025 inet n - n - - smtpd -o header_checks= -o content_filter=\n#                                       ^^^^^^^^^^^^^ unread-option\n',
      after:
        'compatibility_level = 3.6\n-- master.cf --\nrelay unix - - n - - smtp\n127.0.0.1:10025 inet n - n - - smtpd -o content_filter=\n',
    },
    {
      before:
        'compatibility_level = 3.6\nserver_level = $smtp_tls_security_level\nsmtpd_tls_security_level = $server_level\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtp_tls_security_level=none\n  -o mydestination=\n  -o syslog_name=postfix/2525\nsmtp unix - - n - - smtp\n  -o smtp_bind_address=192.0.2.25\n  -o tls_high_cipherlist=HIGH\nfilter unix - n n - - pipe\n  -o filter_time_limit=60\n  user=filter argv=/usr/local/bin/filter\n',
    },
  ],
  check(configuration, report) {
    const { master } = configuration;
    if (!master) return;
    const mentions = mentionsIn(configuration.main?.file.text ?? '');
    for (const setting of settingsInEffect(configuration)) {
      const { name, entry, service } = setting;
      const facts = service && unreadFacts(configuration, service, name);
      if (!service || !facts || isLeftBehind(configuration, entry)) continue;
      if (mentions(name) || service.overrides.some(({ value }) => isMentioned(name, textOf(value)))) continue;
      report({ at: entry.name, ...findingFor(configuration, setting, service, facts) });
    }
  },
});

function list(names: readonly string[], word: string): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${word} ${last}`;
}

/** The facts of a parameter that the program of a service does not read; undefined where it may, or nobody knows. */
function unreadFacts(configuration: Configuration, service: ServiceEntry, name: string): ParameterFacts | undefined {
  const { version } = configuration;
  const program = programOf(service);
  // bounce(8) has templates, in which any parameter may stand.
  if (!programNamed(program) || program === 'bounce' || !isSince(version, '3.0')) return undefined;
  const parameter = parametersOf(version).get(name);
  if (parameter) {
    const isOld = parameter.deprecated !== undefined || isLegacy(parameter, version);
    return isOld || isReadThrough(version, parameter, program, new Set()) ? undefined : parameter;
  }
  const added = addedByService(configuration, name);
  const facts = added && SERVICE_SUFFIXES[added.suffix];
  return facts && !isReadBy(facts.usedBy, name, program, version) ? { ...facts, default: '' } : undefined;
}

/** Whether a program reads a parameter, or one whose default has the value of it. */
function isReadThrough(
  version: PostfixVersion,
  { name, usedBy }: Parameter,
  program: string,
  seen: Set<string>,
): boolean {
  if (isReadBy(usedBy, name, program, version)) return true;
  seen.add(name);
  return (heirsOf(version).get(name) ?? []).some(
    (heir) => !seen.has(heir.name) && isReadThrough(version, heir, program, seen),
  );
}

function isReadBy(usedBy: readonly string[], name: string, program: string, version: PostfixVersion): boolean {
  const isClient = program === 'smtp' || program === 'lmtp';
  return usedBy.some((reader) => {
    if (reader === '*' || reader === 'tls' || reader === program) return true;
    if (reader === 'qmgr' && program === 'nqmgr') return true;
    // Both are the same program, and each has parameters of its own: those without a twin may serve both.
    return isClient && (reader === 'smtp' || reader === 'lmtp') && !parametersOf(version).has(twinOf(name, program));
  });
}

/** `smtpd_tls_security_level` for `smtp_tls_security_level`, if `smtpd` is the program. */
function twinOf(name: string, program: string): string {
  return name.replace(/^(?:smtpd?|lmtp|postscreen)_/, `${program}_`);
}

/** The parameters whose defaults name a parameter. */
function heirsOf(version: PostfixVersion): ReadonlyMap<string, readonly Parameter[]> {
  let known = heirs.get(version);
  if (!known) {
    const found = new Map<string, Parameter[]>();
    for (const parameter of parametersOf(version).values()) {
      forEachName(parseExpansion(defaultOf(parameter, version) ?? ''), ({ name }) => {
        const others = found.get(name);
        if (others) others.push(parameter);
        else found.set(name, [parameter]);
      });
    }
    known = found;
    heirs.set(version, known);
  }
  return known;
}
const heirs = new Map<PostfixVersion, ReadonlyMap<string, readonly Parameter[]>>();

/** Tells whether a text has `$name` somewhere; the same few names are asked for again and again. */
function mentionsIn(text: string): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const mention = known.get(name) ?? isMentioned(name, text);
    known.set(name, mention);
    return mention;
  };
}

/** `$name`, `${name…}` or `$(name)`. A longer name that begins so counts too: that is no reason to speak up. */
function isMentioned(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (/[$({]$/.test(text.slice(Math.max(0, at - 1), at))) return true;
  }
  return false;
}

function findingFor(
  configuration: Configuration,
  { name, entry }: Setting,
  service: ServiceEntry,
  { usedBy }: ParameterFacts,
) {
  const program = programOf(service);
  const twin = parametersOf(configuration.version).get(twinOf(name, program));
  if (twin && twin.name !== name && twin.usedBy.includes(program) && !overridesOf(service).has(twin.name)) {
    const fix = {
      title: 'rename',
      values: { twin: twin.name },
      edits: [{ at: entry.name, newText: twin.name }],
      safe: false,
    } as const;
    return { message: 'twin', values: { program, name, twin: twin.name }, fixes: [fix] } as const;
  }
  const fix = { title: 'remove', values: {}, edits: removalOfOverride(service, entry), safe: false } as const;
  if (usedBy.includes('qmgr')) return { message: 'queue', values: { name }, fixes: [fix] } as const;
  return { message: 'other', values: { program, name, readers: readersAmong(usedBy) }, fixes: [fix] } as const;
}

/** proxymap(8) only looks at which tables the others have. */
function readersAmong(usedBy: readonly string[]): readonly string[] {
  const others = usedBy.filter((reader) => reader !== 'proxymap');
  return others.length > 0 ? others : usedBy;
}

/** Whether an option was meant for a service that is commented out: that is reported by itself. */
function isLeftBehind({ master }: Configuration, { name }: ParameterEntry): boolean {
  if (!master) return false;
  const { start } = spanOf(name);
  return leftBehindIn(master).some(({ lines }) => lines.some((line) => start >= line.start && start < line.end));
}
