import { portNumber } from '../configuration/ports';
import { parameterNamed } from '../knowledge/parameters';
import { programNamed } from '../knowledge/services';
import { offsetOf, spanOf, textOf } from '../syntax/logicalLine';
import { type MasterCf, programOf, type ServiceArgument, type ServiceEntry } from '../syntax/masterCf';
import { commentOut, type LeftBehind, leftBehindIn } from './commentedServices';
import { rule } from './rule';

/**
 * Reports the active options of a service that is commented out. readllines(3) skips comments, so the options continue
 * the entry above the comment.
 */
export const orphanedOverride = rule({
  id: 'orphaned-override',
  severity: 'warning',
  en: {
    title: 'Options of a service that is commented out',
    why: 'Postfix skips comment lines: an indented line below one continues the last active entry, however far above that is. If a service is commented out and its options are not, they silently change another service, for example port 25. Nothing is logged.',
    messages: {
      otherService: ({ service, owner }: { service: string; owner: string }) =>
        `The service \`${service}\` is commented out, but its options are not: Postfix gives them to \`${owner}\` above it.`,
      otherCommand: ({ service, owner }: { service: string; owner: string }) =>
        `The service \`${service}\` is commented out, but these lines are not: Postfix adds them to the command line of \`${owner}\` above it.`,
      commentOut: () => 'Comment these lines out as well',
      restore: ({ service }: { service: string }) => `Un-comment the service \`${service}\``,
    },
  },
  ja: {
    title: 'コメントにしたサービスのオプション',
    why: 'Postfix はコメント行を読み飛ばします。コメントの下の字下げされた行は、離れていても、その上にある有効なサービスの続きになります。サービスの行だけをコメントにしてオプションを残すと、ほかのサービス（たとえば 25 番ポート）の設定が何の警告もなく変わります。',
    messages: {
      otherService: ({ service, owner }) =>
        `サービス \`${service}\` はコメントになっていますが、オプションは有効なままです。Postfix はこれを上の \`${owner}\` のオプションとして扱います。`,
      otherCommand: ({ service, owner }) =>
        `サービス \`${service}\` はコメントになっていますが、これらの行は有効なままです。Postfix はこれを上の \`${owner}\` のコマンドラインの引数として渡します。`,
      commentOut: () => 'これらの行もコメントにする',
      restore: ({ service }) => `サービス \`${service}\` のコメントを外す`,
    },
  },
  examples: [
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n#submissions inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes\n# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ orphaned-override\n  -o smtpd_sasl_auth_enable=yes\n',
      after:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n#submissions inet n - n - - smtpd\n#  -o smtpd_tls_wrappermode=yes\n#  -o smtpd_sasl_auth_enable=yes\n',
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n#submission inet n - n - - smtpd\n#  -o syslog_name=postfix/submission\n\n  -o smtpd_tls_security_level=encrypt\n# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ orphaned-override\n',
      after:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n#submission inet n - n - - smtpd\n#  -o syslog_name=postfix/submission\n\n#  -o smtpd_tls_security_level=encrypt\n',
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n#smtp inet n - n - 1 postscreen\n  -o content_filter=scan:127.0.0.1:10025\n',
    },
    {
      before:
        '-- master.cf --\nrelay unix - - n - - smtp\n#       -o smtp_helo_timeout=5 -o smtp_connect_timeout=5\n  -o smtp_fallback_relay=\n',
    },
    {
      before:
        '-- master.cf --\n127.0.0.1:submission inet n - n - - smtpd\n#submission inet n - n - - smtpd\n  -o syslog_name=postfix/submission\n',
    },
  ],
  check({ master }, report) {
    if (!master) return;
    for (const { left, owner } of withOwners(master)) {
      if (left.isAtLineStart || !owner || isOtherWayToWrite(left, owner) || isMeantFor(left, owner)) continue;
      const { service } = left.header;
      const isOperand = owner.arguments.some(
        (argument) => argument.kind === 'argument' && spanOf(argument.slice).start === left.lines[0].start,
      );
      report({
        at: left.lines[0],
        message: isOperand ? 'otherCommand' : 'otherService',
        severity: isOperand ? 'error' : 'warning',
        values: { service, owner: textOf(owner.service) },
        fixes: [
          { title: 'commentOut', values: {}, edits: commentOut(left), safe: false },
          { title: 'restore', values: { service }, edits: [{ at: left.header.commentSign, newText: '' }], safe: false },
        ],
      });
    }
  },
});

interface Owned {
  readonly left: LeftBehind;
  /** The service that these lines continue; undefined where that line is none, or they are ignored. */
  readonly owner?: ServiceEntry | undefined;
}

function* withOwners(master: MasterCf): Generator<Owned> {
  const entries = [
    ...master.services.map((service) => ({ start: offsetOf(service.line, 0), service })),
    ...master.malformed.map((line) => ({ start: offsetOf(line, 0), service: undefined })),
  ].sort((a, b) => a.start - b.start);
  let next = 0;
  for (const left of leftBehindIn(master)) {
    while (next < entries.length && (entries[next]?.start ?? 0) < left.lines[0].start) next++;
    yield { left, owner: entries[next - 1]?.service };
  }
}

/** The comment is the same endpoint as the active entry, so the options may be for either. */
function isOtherWayToWrite({ header }: LeftBehind, owner: ServiceEntry): boolean {
  if (header.type !== textOf(owner.type)) return false;
  const service = textOf(owner.service);
  return header.service === service || (header.type === 'inet' && portNumber(header.service) === portNumber(service));
}

/** The options mean nothing to the program in the comment, or the active one could not work without these lines. */
function isMeantFor({ header, lines }: LeftBehind, owner: ServiceEntry): boolean {
  const [{ file, start, end }] = lines;
  const name = /^-o\s*(?:\{\s*)?(\w+)/.exec(file.text.slice(start, end))?.[1];
  const usedBy = parameterNamed(name ?? '')?.usedBy ?? ['*'];
  const isReadBy = (program: string) => ['*', 'tls', program].some((reader) => usedBy.includes(reader));
  if (isReadBy(programOf(owner)) && !isReadBy(header.program)) return true;
  const needsAttributes = programNamed(programOf(owner))?.attributes?.argv?.isRequired ?? false;
  const [firstArgument] = owner.arguments;
  return needsAttributes && firstArgument !== undefined && startOf(firstArgument) >= start;
}

function startOf(argument: ServiceArgument): number {
  return spanOf(argument.kind === 'override' ? argument.option : argument.slice).start;
}
