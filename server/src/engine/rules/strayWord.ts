import { parameterNamed } from '../knowledge/parameters';
import { attributesOf, hasBraces, programNamed } from '../knowledge/services';
import type { PostfixVersion } from '../knowledge/version';
import type { Span } from '../syntax/document';
import { spanOf, textOf } from '../syntax/logicalLine';
import { type MasterCf, programOf, type ServiceArgument, type ServiceEntry } from '../syntax/masterCf';
import { leftBehindIn } from './commentedServices';
import { movedAbove, unindentation } from './edits';
import { nonAsciiBlanksIn } from './nonAscii';
import { joinFixes, spanning } from './overrideFixes';
import { lineEndOf, physicalLineAt, withoutBlanks } from './physicalLine';
import { rule } from './rule';
import { type Stray, strayWordsOf } from './strayWords';

/** Reports words that a daemon dies of: "unexpected command-line argument", "unknown attribute name". */
export const strayWord = rule({
  id: 'stray-word',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Word that the program does not expect',
    why: 'Blanks end an option of master.cf: what follows becomes an argument of the program, and so does everything after it. Most programs of Postfix take no arguments and stop with "unexpected command-line argument", again and again, while `postconf` says nothing.',
    messages: {
      restOfValue: ({ word, name, program }: { word: string; name: string; program: string }) =>
        `The value of \`${name}\` ends at the blank. \`${program}\` gets \`${word}\` as an argument of its own and stops.`,
      setting: ({ name, program }: { name: string; program: string }) =>
        `\`${name}\` has no \`-o\` before it: \`${program}\` takes it for an argument and stops.`,
      comment: ({ program }: { program: string }) =>
        `A comment needs a line of its own: \`${program}\` gets these words as arguments and stops.`,
      dash: ({ dash, program }: { dash: string; program: string }) =>
        `\`${dash}\` only looks like \`-\`: for Postfix this is no option, and \`${program}\` stops.`,
      letter: ({ program }: { program: string }) =>
        `This is not the option \`-o\`: \`${program}\` takes it for an argument and stops.`,
      service: ({ service, owner }: { service: string; owner: string }) =>
        `The line of service \`${service}\` is indented, so it continues \`${owner}\` above it: there is no service \`${service}\`.`,
      lateOption: ({ program }: { program: string }) =>
        `Options must stand before the attributes: here \`${program}\` reads \`-o\` as an unknown attribute and stops.`,
      noAttribute: ({ word, program, known }: { word: string; program: string; known: string }) =>
        `\`${program}\` has no attribute \`${word}\` and stops. It knows ${known}.`,
      argument: ({ word, program }: { word: string; program: string }) =>
        `\`${program}\` takes no arguments: it stops at \`${word}\`.`,
      ignored: ({ program }: { program: string }) => `\`${program}\` ignores these words and every option after them.`,
      closeUp: () => 'Remove the blanks',
      addBraces: () => 'Put the setting in braces',
      insertOption: () => 'Insert `-o`',
      ownLine: () => 'Move the comment to a line of its own',
      hyphen: () => 'Change to `-`',
      option: () => 'Change to `-o`',
      unindent: () => 'Remove the indentation',
    },
  },
  ja: {
    title: 'プログラムが受け付けない語',
    why: 'master.cf のオプションは空白で終わります。その後ろの語はプログラムの引数になり、さらに後ろにあるものもすべて引数になります。Postfix のプログラムのほとんどは引数を受け付けず、「unexpected command-line argument」と記録して終了することを繰り返します。`postconf` は何も警告しません。',
    messages: {
      restOfValue: ({ word, name, program }) =>
        `\`${name}\` の値は空白で終わります。\`${word}\` は \`${program}\` への引数になり、\`${program}\` は起動できません。`,
      setting: ({ name, program }) =>
        `\`${name}\` の前に \`-o\` がありません。\`${program}\` への引数とみなされ、\`${program}\` は起動できません。`,
      comment: ({ program }) =>
        `コメントは独立した行に書く必要があります。これらの語は \`${program}\` への引数になり、\`${program}\` は起動できません。`,
      dash: ({ dash, program }) =>
        `\`${dash}\` は \`-\` に似た別の文字です。オプションとみなされず、\`${program}\` は起動できません。`,
      letter: ({ program }) =>
        `これはオプション \`-o\` ではありません。\`${program}\` への引数とみなされ、\`${program}\` は起動できません。`,
      service: ({ service, owner }) =>
        `サービス \`${service}\` の行が字下げされているため、上の \`${owner}\` の続きになります。サービス \`${service}\` は定義されません。`,
      lateOption: ({ program }) =>
        `オプションは属性より前に書く必要があります。\`${program}\` はこの \`-o\` を不明な属性とみなし、起動できません。`,
      noAttribute: ({ word, program, known }) =>
        `\`${program}\` に \`${word}\` という属性はないため、起動できません。使える属性は ${known} です。`,
      argument: ({ word, program }) => `\`${program}\` は引数を受け付けません。\`${word}\` があるため起動できません。`,
      ignored: ({ program }) => `\`${program}\` はこれらの語と、その後ろのすべてのオプションを無視します。`,
      closeUp: () => '空白を取り除く',
      addBraces: () => '設定を波括弧で囲む',
      insertOption: () => '`-o` を挿入',
      ownLine: () => 'コメントを独立した行に移す',
      hyphen: () => '`-` に変更',
      option: () => '`-o` に変更',
      unindent: () => '字下げをやめる',
    },
  },
  examples: [
    {
      before:
        '-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_recipient_restrictions=permit_sasl_authenticated, reject\n#                                                            ^^^^^^ stray-word\n',
      after:
        '-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject\n',
      proof: { by: 'smtpd', says: 'unexpected command-line argument: reject' },
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_banner="$myhostname ESMTP"\n#                              ^^^^^^ stray-word\n  smtpd_helo_required=yes # as agreed\n# ^^^^^^^^^^^^^^^^^^^^^^^ stray-word\n#                         ^^^^^^^^^^^ stray-word\n',
      after:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o { smtpd_banner=$myhostname ESMTP }\n  # as agreed\n  -o smtpd_helo_required=yes\n',
      proof: { by: 'smtpd', says: 'unexpected command-line argument: ESMTP"' },
    },
    {
      before:
        '-- master.cf --\nsubmission inet n - n - - smtpd\n  –o smtpd_sasl_auth_enable=yes\n# ^^ stray-word\n  relay unix - - n - - smtp\n# ^^^^^^^^^^^^^^^^^^^^^^^^^ stray-word\n',
      after:
        '-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\nrelay unix - - n - - smtp\n',
      proof: { by: 'smtpd', says: 'unexpected command-line argument: ???o' },
    },
    {
      version: '2.11',
      before:
        '-- master.cf --\nlmtp unix - - n - - lmtp flags=O\n#                        ^^^^^^^ stray-word\nfilter unix - n n - 10 pipe\n  flags=Rq user=filter nul_sender= argv=/usr/local/bin/filter -f ${sender} -- ${recipient}\n#                      ^^^^^^^^^^^ stray-word\n',
    },
    {
      before:
        '-- master.cf --\nlmtp unix - - n - - lmtp flags=O\nfilter unix - n n - 10 pipe\n  -o pipe_delivery_status_filter=\n  flags=Rq user=filter argv=/usr/local/bin/filter # -f ${sender} -- ${recipient}\npolicy unix - n n - 0 policyd --port 10031\n',
    },
    {
      before:
        '-- master.cf --\nfilter unix - n n - 10 pipe\n  {flags=Rq} { user=filter } {argv=/usr/local/bin/filter} -f ${sender} -- { ${recipient} }\nsmtp inet n - n - - smtpd\n  {-o smtpd_banner=$myhostname ESMTP}\n',
    },
  ],
  check({ master, version }, report) {
    if (!master) return;
    const leftBehind = startsOfLeftBehind(master);
    for (const service of master.services) {
      for (const stray of strayWordsOf(service, version)) {
        if (isOfAnotherRule(stray) || leftBehind.has(startOfLine(stray)) || isHarmless(stray, service)) continue;
        report({
          at: placeOf(stray),
          message: messageFor(stray, service, version),
          values: valuesFor(stray, service, version),
          fixes: fixesFor(stray, version),
        });
      }
    }
  },
});

/** Of blank-around-equals, missing-option-value, trailing-backslash, or non-ascii-blank. */
function isOfAnotherRule({ kind, words }: Stray): boolean {
  return OF_OTHERS.has(kind) || nonAsciiBlanksIn(words[0]).length > 0;
}
const OF_OTHERS: ReadonlySet<Stray['kind']> = new Set(['after blank', 'after name', 'backslash', 'command backslash']);

/** orphaned-override reports these lines. */
function startsOfLeftBehind(master: MasterCf): ReadonlySet<number> {
  return new Set(leftBehindIn(master).flatMap(({ lines }) => lines.map(({ start }) => start)));
}

function startOfLine({ words: [word] }: Stray): number {
  const { file, start } = spanOf(word);
  return withoutBlanks(physicalLineAt(file, start)).start;
}

/** postscreen(8) does not look at its arguments: nothing is lost unless options follow. */
function isHarmless({ kind, words }: Stray, service: ServiceEntry): boolean {
  const { end } = spanning(words);
  return (
    kind !== 'service' && ignoresWords(service) && !service.arguments.some((argument) => isOptionAfter(argument, end))
  );
}

function isOptionAfter(argument: ServiceArgument, end: number): boolean {
  return argument.kind === 'argument' && textOf(argument.slice).startsWith('-o') && spanOf(argument.slice).start >= end;
}

function ignoresWords(service: ServiceEntry): boolean {
  return programNamed(programOf(service))?.operands === 'ignored';
}

/** The characters to blame. */
function placeOf({ kind, words }: Stray): Span {
  if (kind === 'dash') return spanOf(words[0]);
  if (kind === 'letter') return spanning(words.slice(0, textOf(words[0]) === '-' ? 2 : 1));
  const place = spanning(words);
  return kind === 'comment' ? { ...place, end: Math.min(place.end, lineEndOf(words[0])) } : place;
}

const MESSAGES = {
  comment: 'comment',
  dash: 'dash',
  letter: 'letter',
  service: 'service',
  setting: 'setting',
  'late option': 'lateOption',
  'rest of value': 'restOfValue',
} as const;

function messageFor({ kind }: Stray, service: ServiceEntry, version: PostfixVersion) {
  if (ignoresWords(service) && kind !== 'service') return 'ignored';
  if (kind in MESSAGES) return MESSAGES[kind as keyof typeof MESSAGES];
  return knownAttributes(programOf(service), version) ? 'noAttribute' : 'argument';
}

function valuesFor({ words: [first], value }: Stray, service: ServiceEntry, version: PostfixVersion) {
  const word = textOf(first);
  const program = programOf(service);
  return {
    word,
    program,
    name: settingName(textOf(value ?? first)),
    dash: word.slice(0, 1),
    service: word,
    owner: textOf(service.service),
    known: knownAttributes(program, version),
  };
}

function fixesFor(stray: Stray, version: PostfixVersion) {
  const at = placeOf(stray);
  const before = { ...at, end: at.start };
  switch (stray.kind) {
    case 'comment':
      return [{ title: 'ownLine', values: {}, edits: movedAbove(at), safe: true } as const];
    case 'dash':
      return [{ title: 'hyphen', values: {}, edits: [{ at: firstCharacter(at), newText: '-' }], safe: true } as const];
    case 'letter':
      return [{ title: 'option', values: {}, edits: [{ at, newText: '-o' }], safe: true } as const];
    case 'service':
      return [{ title: 'unindent', values: {}, edits: [unindentation(stray.words[0])], safe: true } as const];
    case 'setting': {
      const isKnown = parameterNamed(settingName(textOf(stray.words[0]))) !== undefined;
      return [{ title: 'insertOption', values: {}, edits: [{ at: before, newText: '-o ' }], safe: isKnown } as const];
    }
    case 'rest of value':
      return joinFixes(stray, hasBraces(version));
    default:
      return [];
  }
}

function firstCharacter(span: Span): Span {
  return { ...span, end: span.start + 1 };
}

function settingName(text: string): string {
  return /^["']?(?:\{\s*)?(\w+)/.exec(text)?.[1] ?? text;
}

function knownAttributes(program: string, version: PostfixVersion): string {
  const facts = programNamed(program);
  const known = facts ? attributesOf(facts, version) : undefined;
  return [...(known?.keys() ?? [])].map((name) => `\`${name}=\``).join(', ');
}
