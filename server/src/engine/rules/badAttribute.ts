import { expandedValue } from '../configuration/effective';
import type { AttributeFacts } from '../knowledge/services';
import { existsIn, type PostfixVersion } from '../knowledge/version';
import { parseExpansion } from '../syntax/expansion';
import { isEmpty } from '../syntax/list';
import { type Slice, spanOf, subSlice, textOf } from '../syntax/logicalLine';
import { programOf } from '../syntax/masterCf';
import { type Attribute, type Attributes, attributesIn, attributesNamed } from './attributes';
import { isFirstOfLine, lineEndOf, physicalLineAt } from './physicalLine';
import { rule } from './rule';

/**
 * Reports attributes with which pipe(8) and spawn(8) end at once (get_service_attr in pipe.c and spawn.c), and macros
 * that pipe(8) does not have (expand_argv).
 */
export const badAttribute = rule({
  id: 'bad-attribute',
  severity: 'error',
  en: {
    title: 'Attribute with which a command cannot run',
    why: '`pipe` and `spawn` need an account, `user=`, and a command, `argv=`, which comes last: everything after it belongs to the command. If one of them is missing or cannot be used, the program ends with a fatal error at each delivery and the mail stays in the queue. `postconf` says nothing.',
    messages: {
      missing: ({ names, program }: { names: readonly string[]; program: string }) =>
        `\`${program}\` finds no ${names.map((name) => `\`${name}=\``).join(' and no ')}, and ends each time that it is used.`,
      late: ({ name, program }: { name: string; program: string }) =>
        `After \`argv=\` everything belongs to the command: \`${program}\` finds no \`${name}=\` and ends each time that it is used.`,
      lateOption: ({ word, name, program }: { word: string; name: string; program: string }) =>
        `After \`argv=\` everything belongs to the command: it gets \`${word}\` as an argument, and \`${program}\` does not see \`${name}=\`.`,
      empty: ({ name, program }: { name: string; program: string }) =>
        `\`${name}=\` is empty: \`${program}\` cannot run the command.`,
      number: ({ user, program }: { user: string; program: string }) =>
        `\`user=\` takes the name of an account. Nobody is called \`${user}\`, so \`${program}\` ends each time that it is used.`,
      group: ({ group, program }: { group: string; program: string }) =>
        `After \`:\` stands the name of a group. None is called \`${group}\`, so \`${program}\` ends each time that it is used.`,
      privileged: ({ user, program }: { user: string; program: string }) =>
        `\`${program}\` does not run commands as \`${user}\`: it ends each time that it is used. Give it an account of its own.`,
      flag: ({ letter, program, known }: { letter: string; program: string; known: string }) =>
        `\`${program}\` has no flag \`${letter}\` and ends each time that it is used. It knows ${known}.`,
      newFlag: ({ letter, since, version }: { letter: string; since: string; version: string }) =>
        `The flag \`${letter}\` came with Postfix ${since}: the program of Postfix ${version} ends each time that it is used.`,
      size: ({ text, program }: { text: string; program: string }) =>
        `\`${text}\` is no number of bytes: \`${program}\` ends each time that it is used.`,
      macro: ({ macro }: { macro: string }) =>
        `There is no macro \`${macro}\` in a command: all mail for this service is deferred with “mail system configuration error”.`,
      newMacro: ({ macro, since, version }: { macro: string; since: string; version: string }) =>
        `The macro \`${macro}\` came with Postfix ${since}: Postfix ${version} defers all mail for this service.`,
      moveUp: ({ name }: { name: string }) => `Move \`${name}=\` before \`argv=\``,
      remove: () => 'Remove the flag',
    },
  },
  ja: {
    title: 'コマンドを実行できない属性',
    why: '`pipe` と `spawn` には、アカウント `user=` とコマンド `argv=` が必要です。`argv=` は最後に書きます。その後ろにあるものはすべてコマンドの引数になります。足りないものや使えない値があると、プログラムは配送のたびに異常終了し、メールはキューに残ります。`postconf` は何も警告しません。',
    messages: {
      missing: ({ names, program }) =>
        `${names.map((name) => `\`${name}=\``).join(' と ')} がないため、\`${program}\` は使われるたびに異常終了します。`,
      late: ({ name, program }) =>
        `\`argv=\` の後ろはすべてコマンドの引数になります。\`${program}\` は \`${name}=\` がないとみなし、使われるたびに異常終了します。`,
      lateOption: ({ word, name, program }) =>
        `\`argv=\` の後ろはすべてコマンドの引数になります。\`${word}\` はコマンドに渡され、\`${program}\` は \`${name}=\` に気づきません。`,
      empty: ({ name, program }) => `\`${name}=\` が空のため、\`${program}\` はコマンドを実行できません。`,
      number: ({ user, program }) =>
        `\`user=\` にはアカウントの名前を書きます。\`${user}\` という名前のアカウントはないため、\`${program}\` は使われるたびに異常終了します。`,
      group: ({ group, program }) =>
        `\`:\` の後ろにはグループの名前を書きます。\`${group}\` という名前のグループはないため、\`${program}\` は使われるたびに異常終了します。`,
      privileged: ({ user, program }) =>
        `\`${program}\` は \`${user}\` の権限ではコマンドを実行せず、使われるたびに異常終了します。専用のアカウントを指定してください。`,
      flag: ({ letter, program, known }) =>
        `\`${program}\` に \`${letter}\` というフラグはないため、使われるたびに異常終了します。使えるのは ${known} です。`,
      newFlag: ({ letter, since, version }) =>
        `フラグ \`${letter}\` は Postfix ${since} で追加されました。Postfix ${version} のプログラムは、使われるたびに異常終了します。`,
      size: ({ text, program }) =>
        `\`${text}\` はバイト数として読めないため、\`${program}\` は使われるたびに異常終了します。`,
      macro: ({ macro }) =>
        `コマンドで使えるマクロに \`${macro}\` はありません。このサービスのメールはすべて「mail system configuration error」となり、キューに残ります。`,
      newMacro: ({ macro, since, version }) =>
        `マクロ \`${macro}\` は Postfix ${since} で追加されました。Postfix ${version} では、このサービスのメールはすべてキューに残ります。`,
      moveUp: ({ name }) => `\`${name}=\` を \`argv=\` の前に移す`,
      remove: () => 'このフラグを削除',
    },
  },
  examples: [
    {
      before:
        'virtual_transport = dovecot\n-- master.cf --\ndovecot unix - n n - - pipe flags=hu\n  argv=/usr/lib/dovecot/deliver -d ${recipient} user=nobody\n#                                               ^^^^^^^^^^^ bad-attribute\n',
      after:
        'virtual_transport = dovecot\n-- master.cf --\ndovecot unix - n n - - pipe flags=hu\n  user=nobody argv=/usr/lib/dovecot/deliver -d ${recipient}\n',
    },
    {
      before:
        'default_transport = filter\n-- master.cf --\nfilter unix - n n - 10 pipe\n  flags=Rqx user=nobody argv=/bin/true -f ${sender} -- ${recipent}\n#         ^ bad-attribute\n#                                                      ^^^^^^^^^^^ bad-attribute\n',
      proof: { by: 'postfix', says: 'fatal: unknown flag: x (ignored)', recipient: 'user@example.org' },
    },
    {
      before:
        'compatibility_level = 3.6\ndefault_transport = filter\n-- master.cf --\nfilter unix - n n - 10 pipe user=root argv=/bin/true\n#                                ^^^^ bad-attribute\npolicy unix - n n - 0 spawn user=5000 argv=/usr/local/bin/policy\n#                                ^^^^ bad-attribute\nstore unix - n n - 0 pipe user=vmail:5000 argv=/usr/local/bin/store flags=hu\n#                                    ^^^^ bad-attribute\n#                                                                   ^^^^^^^^ bad-attribute\n',
      proof: {
        by: 'postfix',
        says: 'fatal: user= command-line attribute specifies root privileges',
        recipient: 'user@example.org',
      },
    },
    {
      before:
        'default_transport = filter\n-- master.cf --\nfilter unix - n n - 10 pipe\n#                      ^^^^ bad-attribute\n  flags=Rq argv=/bin/true -f ${sender} -- ${recipient}\n',
      proof: { by: 'postfix', says: 'fatal: missing user= command-line attribute', recipient: 'user@example.org' },
    },
    {
      before:
        '-- master.cf --\nfilter unix - n n - 10 pipe\n  Flags=DRhu. {user=vmail:vmail} size=1000000\n  argv=/usr/local/bin/filter $(sender) $$HOME ${user}+${extension}@$domain user=${recipient} size=$size\npolicy unix - n n - 0 spawn user=policy argv=/usr/local/bin/policy $HOME\n',
    },
  ],
  check(configuration, report) {
    const { main, master, version } = configuration;
    const owner = main && expandedValue(configuration, 'mail_owner');
    for (const service of master?.services ?? []) {
      const attributes = attributesIn(service, version);
      if (!attributes) continue;
      const program = programOf(service);

      const missing = [...attributes.known]
        .filter(([name, { isRequired }]) => isRequired && attributesNamed(attributes, name).length === 0)
        .map(([name]) => name);
      const late = missing.map((name) => attributes.command.find(({ content }) => isSetting(content, name))?.word);
      for (const [i, word] of late.entries()) {
        const name = missing[i] as string;
        if (!word) continue;
        const fixes = [{ title: 'moveUp' as const, values: { name }, edits: movedUp(word, attributes), safe: true }];
        report({ at: word, message: 'late', values: { name, program }, fixes });
      }
      const names = missing.filter((_, i) => !late[i]);
      // A line that belongs to the service may begin in the first column: Postfix refuses the file then.
      if (names.length > 0 && master?.malformed.length === 0)
        report({ at: service.command, message: 'missing', values: { names, program } });
      for (const { name, word } of lateOptions(attributes)) {
        const values = { word: textOf(word), name, program };
        const fixes = [{ title: 'moveUp' as const, values: { name }, edits: movedUp(word, attributes), safe: false }];
        report({ at: word, message: 'lateOption', severity: 'warning', values, fixes });
      }
      for (const attribute of attributes.all) {
        for (const finding of findings(version, program, attribute, owner)) {
          report({ fixes: [], ...finding });
        }
      }
      for (const finding of unknownMacros(version, attributes)) report(finding);
    }
  },
});

/** `user=vmail` among the words of the command. */
function isSetting(content: Slice, name: string): boolean {
  const text = textOf(content);
  return text.toLowerCase().startsWith(`${name}=`) && /^[^$]+$/.test(text.slice(name.length + 1));
}

/** `flags=` among the words of the command, with letters that the program knows. */
function lateOptions(attributes: Attributes): { name: string; word: Slice }[] {
  const { command, known } = attributes;
  const letters = known.get('flags')?.letters ?? {};
  if (attributesNamed(attributes, 'flags').length > 0) return [];
  return command.flatMap(({ content, word }) => {
    const flags = /^flags=(\S+)$/.exec(textOf(content))?.[1];
    return flags?.split('').every((letter) => Object.hasOwn(letters, letter)) ? [{ name: 'flags', word }] : [];
  });
}

/** The word goes before `argv=`, with its physical line if there is nothing else on that. */
function movedUp(word: Slice, { command }: Attributes) {
  const [argv] = command;
  const at = command.findIndex((other) => other.word === word);
  const before = command[at - 1];
  if (!argv || !before) return [];
  const { file, start, end } = spanOf(word);
  const isAlone = isFirstOfLine(word) && file.text.slice(end, lineEndOf(word)).trim() === '';
  const { start: lineStart } = physicalLineAt(file, start);
  const from = isAlone ? lineStart : isFirstOfLine(word) ? start : spanOf(before.word).end;
  const to = isAlone ? Math.min(lineEndOf(word) + 1, file.text.length) : end;
  const first = spanOf(argv.word);
  return [
    { at: { ...first, end: first.start }, newText: `${textOf(word)} ` },
    { at: { file, start: from, end: to }, newText: '' },
  ];
}

function* findings(
  version: PostfixVersion,
  program: string,
  { name, facts, word, value }: Attribute,
  owner: string | undefined,
) {
  const text = textOf(value);
  switch (facts.form) {
    case 'command':
    case 'user': {
      const [user = '', group] = name === 'user' ? text.split(':', 2) : [text];
      if (isEmpty(value) || user === '') {
        yield { at: word, message: 'empty', values: { name, program } } as const;
      } else if (name === 'user' && /^[0-9]+$/.test(user)) {
        yield { at: subSlice(value, 0, user.length), message: 'number', values: { user, program } } as const;
      } else if (name === 'user' && (user === 'root' || user === owner)) {
        yield { at: subSlice(value, 0, user.length), message: 'privileged', values: { user, program } } as const;
      } else if (group === 'root') {
        yield { at: value, message: 'privileged', values: { user: text, program } } as const;
      } else if (group !== undefined && /^[0-9]+$/.test(group)) {
        yield {
          at: subSlice(value, user.length + 1, text.length),
          message: 'group',
          values: { group, program },
        } as const;
      }
      return;
    }
    case 'letters': {
      const letters = facts.letters ?? {};
      for (const [i, letter] of text.split('').entries()) {
        const flag = Object.hasOwn(letters, letter) ? letters[letter] : undefined;
        if (flag && existsIn(flag, version)) continue;
        const at = subSlice(value, i, i + 1);
        const fixes = [{ title: 'remove' as const, values: {}, edits: [{ at, newText: '' }], safe: false }];
        if (flag?.since === undefined)
          yield { at, message: 'flag', values: { letter, program, known: lettersOf(facts, version) }, fixes } as const;
        else yield { at, message: 'newFlag', values: { letter, since: flag.since, version }, fixes } as const;
      }
      return;
    }
    case 'bytes':
      if (/^\w*[a-z.,]\w*$/i.test(text)) yield { at: value, message: 'size', values: { text, program } } as const;
  }
}

function lettersOf({ letters = {} }: AttributeFacts, version: PostfixVersion): string {
  const known = Object.entries(letters).filter(([, flag]) => existsIn(flag, version));
  return known.map(([letter]) => `\`${letter}\``).join(', ');
}

/** mac_parse(3) takes a macro for a name up to its closing brace: there is no `${name?…}`. */
function* unknownMacros(version: PostfixVersion, { known, command }: Attributes) {
  const { macros } = known.get('argv') ?? {};
  if (!macros) return;
  for (const { content } of command) {
    const text = textOf(content);
    if (!text.includes('$')) continue;
    for (const node of parseExpansion(text)) {
      if (node.kind === 'text' || node.kind === 'malformed') continue;
      const isPlain = node.kind === 'parameter' && !node.whenSet && !node.whenEmpty;
      const facts = isPlain && Object.hasOwn(macros, node.name) ? macros[node.name] : undefined;
      if (facts && existsIn(facts, version)) continue;
      const at = subSlice(content, node.start, node.end);
      const macro = textOf(at);
      if (facts?.since === undefined) yield { at, message: 'macro', values: { macro } } as const;
      else yield { at, message: 'newMacro', values: { macro, since: facts.since, version } } as const;
    }
  }
}
