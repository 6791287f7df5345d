import { parameterNamed } from '../knowledge/parameters';
import { hasBraces, programNamed, serviceTypeNamed, serviceTypesOf } from '../knowledge/services';
import { existsIn, type PostfixVersion } from '../knowledge/version';
import { nearestName } from '../nearest';
import { splitWords, withoutBraces } from '../syntax/list';
import { offsetOf, type Slice, sliceOf, subSlice, textOf, wholeLine } from '../syntax/logicalLine';
import { type FIELD_NAMES, fieldsOf, type ServiceArgument, type ServiceEntry } from '../syntax/masterCf';
import { beginsWithDash, beginsWithOption } from './dashes';
import { hasLookAlike, nonAsciiBlanksIn } from './nonAscii';
import { physicalLineAt, withoutBlanks } from './physicalLine';
import { rule } from './rule';

/**
 * Reports columns that postconf(1) refuses (pcf_check_master_entry) or master(8) does (get_master_ent). Both end with a
 * fatal error, and `postfix start` runs both.
 */
export const badServiceLine = rule({
  id: 'bad-service-line',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Line of master.cf that Postfix cannot read',
    why: 'A service has eight columns: name, type, private, unprivileged, chroot, wakeup, process limit, command. One bad column is enough: `postfix start` and `postfix reload` fail, and so does `postconf`. Write `-` for the default.',
    messages: {
      columns: ({ count }: { count: number }) =>
        `A service needs eight columns and this line has ${count}. Postfix refuses the whole file.`,
      setting: ({ name }: { name: string }) =>
        `\`${name}\` is a parameter and this is no service. Postfix refuses the whole file. Put the line into main.cf, or indent it and write \`-o\` before it.`,
      attribute: ({ name }: { name: string }) =>
        `\`${name}=\` begins in the first column, so Postfix reads it as a new service and refuses the whole file. Indent the line.`,
      tooEarly: ({ program, count }: { program: string; count: number }) =>
        `The command \`${program}\` must be the eighth column, but only ${count} columns precede it. Postfix refuses the whole file.`,
      tooLate: ({ program }: { program: string }) =>
        `Here the command is expected, but \`${program}\` follows: there is one column too many, and the service cannot run.`,
      noCommand: () => 'The command has no default, so it cannot be `-`. Postfix does not start.',
      dash: ({ text }: { text: string }) => `\`${text}\` only looks like \`-\`. Postfix refuses the whole file.`,
      type: ({ text, types }: { text: string; types: string }) =>
        `There is no service type \`${text}\`. Postfix refuses the whole file. The types are ${types}.`,
      newType: ({ text, since, version }: { text: string; since: string; version: string }) =>
        `The service type \`${text}\` came with Postfix ${since}: Postfix ${version} refuses the whole file.`,
      yesNo: ({ text, column }: { text: string; column: string }) =>
        `\`${text}\` is no value for the column \`${column}\`: it must be \`y\`, \`n\` or \`-\`. Postfix refuses the whole file.`,
      wakeup: ({ text }: { text: string }) =>
        `\`${text}\` is no wakeup time: it must be seconds, perhaps with \`?\` after them, or \`-\`. Postfix refuses the whole file.`,
      limit: ({ text }: { text: string }) =>
        `\`${text}\` is no process limit: it must be a number or \`-\`. Postfix refuses the whole file.`,
      unclosed: () => 'This brace is never closed. Postfix does not start.',
      afterBrace: () => 'Nothing may follow the closing brace without a blank. Postfix does not start.',
      change: ({ to }: { to: string }) => `Change to \`${to}\``,
      indent: () => 'Indent the line',
    },
  },
  ja: {
    title: 'Postfix が読めない master.cf の行',
    why: 'サービスの行は、名前、タイプ、private、unprivileged、chroot、wakeup、プロセス数の上限、コマンドの 8 列からなります。1 列でも誤りがあると `postfix start` も `postfix reload` も失敗し、`postconf` も動きません。既定値にする列には `-` と書きます。',
    messages: {
      columns: ({ count }) =>
        `サービスの行には 8 列が必要ですが、この行には ${count} 列しかありません。Postfix は master.cf 全体を拒否します。`,
      setting: ({ name }) =>
        `\`${name}\` はパラメータであり、サービスではありません。Postfix は master.cf 全体を拒否します。main.cf に移すか、字下げして前に \`-o\` を書いてください。`,
      attribute: ({ name }) =>
        `\`${name}=\` が行頭から始まっているため、新しいサービスの定義とみなされ、Postfix は master.cf 全体を拒否します。行を字下げしてください。`,
      tooEarly: ({ program, count }) =>
        `コマンド \`${program}\` は 8 列目に書く必要がありますが、その前に ${count} 列しかありません。Postfix は master.cf 全体を拒否します。`,
      tooLate: ({ program }) =>
        `ここはコマンドの列ですが、\`${program}\` はその後ろにあります。列が 1 つ多いため、このサービスは動きません。`,
      noCommand: () => 'コマンドに既定値はないため、`-` とは書けません。Postfix は起動できません。',
      dash: ({ text }) => `\`${text}\` は \`-\` に似た別の文字です。Postfix は master.cf 全体を拒否します。`,
      type: ({ text, types }) =>
        `\`${text}\` というサービスタイプはありません。Postfix は master.cf 全体を拒否します。使えるのは ${types} です。`,
      newType: ({ text, since, version }) =>
        `サービスタイプ \`${text}\` は Postfix ${since} で追加されました。Postfix ${version} は master.cf 全体を拒否します。`,
      yesNo: ({ text, column }) =>
        `\`${column}\` の列に \`${text}\` とは書けません。\`y\`、\`n\`、\`-\` のどれかを書いてください。Postfix は master.cf 全体を拒否します。`,
      wakeup: ({ text }) =>
        `\`${text}\` は wakeup の時間として読めません。秒数（後ろに \`?\` を付けられます）か \`-\` を書いてください。Postfix は master.cf 全体を拒否します。`,
      limit: ({ text }) =>
        `\`${text}\` はプロセス数の上限として読めません。数か \`-\` を書いてください。Postfix は master.cf 全体を拒否します。`,
      unclosed: () => 'この波括弧は閉じられていません。Postfix は起動できません。',
      afterBrace: () => '閉じ波括弧の直後に、空白なしで文字を続けることはできません。Postfix は起動できません。',
      change: ({ to }) => `\`${to}\` に変更`,
      indent: () => '行を字下げする',
    },
  },
  examples: [
    {
      before:
        '-- master.cf --\nsmtp Inet no - yes - 10x smtpd\n#    ^^^^ bad-service-line\n#         ^^ bad-service-line\n#              ^^^ bad-service-line\n#                    ^^^ bad-service-line\n',
      proof: { by: 'postconf', says: 'invalid type field "Inet"' },
    },
    {
      before:
        '-- master.cf --\n587 inet n – n – - smtpd\n#          ^ bad-service-line\n#              ^ bad-service-line\n',
      after: '-- master.cf --\n587 inet n - n - - smtpd\n',
      proof: { by: 'postconf', says: 'invalid unprivileged field' },
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - smtpd\n#^^^^^^^^^^^^^^^^^^^^^^ bad-service-line\nlmtp unix - - n - lmtp -o lmtp_helo_timeout=5\n#                 ^^^^ bad-service-line\nrelay unix - - n - - - smtp\n#                    ^ bad-service-line\n',
      proof: { by: 'postconf', says: 'line 1: bad field count' },
    },
    {
      before:
        '-- master.cf --\nfilter unix - n n - 10 pipe\nflags=Rq user=filter argv=/usr/local/bin/filter -- ${recipient}\n#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bad-service-line\n',
      after:
        '-- master.cf --\nfilter unix - n n - 10 pipe\n  flags=Rq user=filter argv=/usr/local/bin/filter -- ${recipient}\n',
      proof: { by: 'postconf', says: 'line 2: bad field count' },
    },
    {
      before:
        '-- master.cf --\nflush unix n - n 1000? 0 flush\npostlog unix-dgram n - n - 1 postlogd\nrelay unix - - n - - smtp\n  -o syslog_name=${multi_instance_name?{$multi_instance_name}:{postfix}}/$service_name\n',
    },
  ],
  check({ master, version }, report) {
    if (!master) return;
    const [firstService] = master.services;
    const mayHaveOddBlank = hasLookAlike(master.file.text);
    for (const line of master.malformed) {
      if (beginsWithOption(line.text) || hasOddBlank(wholeLine(line))) continue;
      const at = withoutBlanks(physicalLineAt(line.file, offsetOf(line, 0)));
      const name = /^(\w+)\s*=/.exec(line.text)?.[1] ?? '';
      if (ATTRIBUTES.has(name) && firstService && offsetOf(firstService.line, 0) < at.start) {
        const edits = [{ at: { ...at, end: at.start }, newText: '  ' }];
        report({
          at,
          message: 'attribute',
          values: { name },
          fixes: [{ title: 'indent', values: {}, edits, safe: true }],
        });
      } else if (parameterNamed(name)) {
        report({ at, message: 'setting', values: { name } });
      } else {
        report({ at, message: 'columns', values: { count: splitWords(wholeLine(line)).length } });
      }
    }
    for (const service of master.services) {
      if (beginsWithOption(textOf(service.service)) || (mayHaveOddBlank && hasOddBlank(columnsOf(service)))) continue;
      for (const finding of badColumns(service, version)) {
        const { at, message, values } = finding;
        report({ at, message, values, fixes: 'fix' in finding ? [change(at, finding.fix)] : [] });
      }
      for (const word of hasBraces(version) ? service.arguments.flatMap(wordsOf) : []) {
        // The braces of a comment that stray-word reports.
        if (textOf(word).startsWith('#')) break;
        const error = withoutBraces(word)?.error;
        if (error === 'missing closing brace') report({ at: subSlice(word, 0, 1), message: 'unclosed', values: {} });
        if (error === 'text after closing brace') report({ at: afterBraces(word), message: 'afterBrace', values: {} });
      }
    }
  },
});

function change(at: Slice, { to, safe }: { to: string; safe: boolean }) {
  return { title: 'change', values: { to }, edits: [{ at, newText: to }], safe } as const;
}

/** The rule non-ascii-blank reports them: such a blank joins two columns. */
function hasOddBlank(slice: Slice): boolean {
  return nonAsciiBlanksIn(slice).length > 0;
}

function columnsOf({ service, command }: ServiceEntry): Slice {
  return sliceOf(service.line, service.start, command.end);
}

/** The attributes of pipe(8) and spawn(8). */
const ATTRIBUTES: ReadonlySet<string> = new Set(Object.keys(programNamed('pipe')?.attributes ?? {}));

function* badColumns(service: ServiceEntry, version: PostfixVersion) {
  const fields = fieldsOf(service);
  const early = fields.findIndex((field, i) => i >= 2 && i < 7 && programNamed(textOf(field)));
  const at = fields[early];
  if (at) {
    yield { at, message: 'tooEarly', values: { program: textOf(at), count: early } } as const;
    return;
  }
  yield* badType(service.type, version);
  for (const column of ['private', 'unprivileged', 'chroot'] as const) yield* badYesNo(service[column], column);
  yield* badNumber(service.wakeup, 'wakeup');
  yield* badNumber(service.process_limit, 'limit');
  yield* badCommand(service);
}

function* badType(at: Slice, version: PostfixVersion) {
  const text = textOf(at);
  const facts = serviceTypeNamed(text);
  if (facts && existsIn(facts, version)) return;
  if (facts?.since !== undefined) {
    yield { at, message: 'newType', values: { text, since: facts.since, version } } as const;
    return;
  }
  const types = serviceTypesOf(version);
  const lowerCase = text.toLowerCase();
  const to = types.includes(lowerCase) ? lowerCase : nearestName(text, types);
  yield {
    at,
    message: 'type',
    values: { text, types: types.map((type) => `\`${type}\``).join(', ') },
    ...(to !== undefined && { fix: { to, safe: to === lowerCase } }),
  } as const;
}

function* badYesNo(at: Slice, column: (typeof FIELD_NAMES)[number]) {
  const text = textOf(at);
  if (/^[yn-]$/.test(text)) return;
  if (isDash(text)) {
    yield { at, message: 'dash', values: { text }, fix: HYPHEN } as const;
    return;
  }
  const to = YES_NO.get(text.toLowerCase());
  yield {
    at,
    message: 'yesNo',
    values: { text, column },
    ...(to !== undefined && { fix: { to, safe: true } }),
  } as const;
}

const YES_NO: ReadonlyMap<string, string> = new Map([
  ['y', 'y'],
  ['yes', 'y'],
  ['n', 'n'],
  ['no', 'n'],
]);

/** What both programs accept: postconf(1) refuses `60x`, master(8) `?`. */
const NUMBERS = { wakeup: /^(?:-|[0-9]+\??)$/, limit: /^(?:-|[0-9]+)$/ } as const;

function* badNumber(at: Slice, message: keyof typeof NUMBERS) {
  const text = textOf(at);
  if (NUMBERS[message].test(text)) return;
  if (isDash(text)) yield { at, message: 'dash', values: { text }, fix: HYPHEN } as const;
  else yield { at, message, values: { text } } as const;
}

const HYPHEN = { to: '-', safe: true } as const;

function isDash(text: string): boolean {
  return text.length === 1 && beginsWithDash(text);
}

function* badCommand({ command: at, arguments: [next] }: ServiceEntry) {
  const program = next?.kind === 'argument' ? textOf(next.slice) : '';
  if (programNamed(program) && /^(?:[yn-]|[0-9]+\??)$/.test(textOf(at))) {
    yield { at, message: 'tooLate', values: { program } } as const;
  } else if (textOf(at) === '-') {
    yield { at, message: 'noCommand', values: {} } as const;
  }
}

/** The words that master(8) takes out of their braces (extpar). */
function wordsOf(argument: ServiceArgument): Slice[] {
  if (argument.kind !== 'override') return [argument.slice];
  return argument.value ? [argument.value.slice] : [];
}

function afterBraces(word: Slice): Slice {
  let level = 0;
  for (let at = word.start; at < word.end; at++) {
    if (word.line.text[at] === '{') level++;
    if (word.line.text[at] === '}' && --level === 0) return sliceOf(word.line, at + 1, word.end);
  }
  return word;
}
