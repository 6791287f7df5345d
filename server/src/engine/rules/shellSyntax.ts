import { hasBraces } from '../knowledge/services';
import { type Slice, subSlice, textOf } from '../syntax/logicalLine';
import { programOf } from '../syntax/masterCf';
import { attributesIn, type CommandWord, isBraced } from './attributes';
import { spanning } from './overrideFixes';
import { rule } from './rule';

/** Reports what only a shell would understand among the arguments of a command: pipe(8) and spawn(8) use none. */
export const shellSyntax = rule({
  id: 'shell-syntax',
  severity: 'warning',
  isLocal: true,
  en: {
    title: 'Shell syntax in a command',
    why: '`pipe` and `spawn` run the command themselves, without a shell: `|`, `>` and quotes are passed on to it like any other word. Put what needs a shell into a script of its own. From Postfix 3.0 an argument with blanks in it stands in braces.',
    messages: {
      operator: ({ text, command }: { text: string; command: string }) =>
        `No shell reads this line: \`${command}\` gets \`${text}\` as an argument. Put the command into a script.`,
      quotes: ({ text, command }: { text: string; command: string }) =>
        `Quotes group nothing here: \`${command}\` gets them as part of its arguments, such as \`${text}\`.`,
      braces: () => 'Put the argument in braces',
      unquote: () => 'Remove the quotes',
    },
  },
  ja: {
    title: 'コマンドの中のシェルの構文',
    why: '`pipe` と `spawn` はシェルを通さずにコマンドを実行します。`|`、`>`、引用符も、普通の文字としてそのままコマンドに渡されます。シェルが必要な処理はスクリプトに書いてください。空白を含む引数は、Postfix 3.0 以降では波括弧で囲めます。',
    messages: {
      operator: ({ text, command }) =>
        `この行はシェルを通りません。\`${text}\` は引数として \`${command}\` に渡されます。シェルが必要ならスクリプトに書いてください。`,
      quotes: ({ text, command }) =>
        `ここでは引用符に語をまとめる働きはありません。\`${text}\` のように、引用符も引数の一部として \`${command}\` に渡されます。`,
      braces: () => '引数を波括弧で囲む',
      unquote: () => '引用符を取り除く',
    },
  },
  examples: [
    {
      before:
        'default_transport = filter\n-- master.cf --\nfilter unix - n n - 10 pipe\n  user=nobody argv=/bin/cat > /var/log/filtered\n#                           ^ shell-syntax\n',
      proof: { by: 'postfix', says: "/bin/cat: '>': No such file or directory", recipient: 'user@example.org' },
    },
    {
      before:
        'default_transport = filter\n-- master.cf --\nfilter unix - n n - 10 pipe\n  user=nobody argv=/bin/sh -c "exit 0"\n#                             ^^^^^^^^ shell-syntax\npolicy unix - n n - 0 spawn user=nobody argv=/usr/local/bin/policy "-v"\n#                                                                  ^^^^ shell-syntax\n',
      after:
        'default_transport = filter\n-- master.cf --\nfilter unix - n n - 10 pipe\n  user=nobody argv=/bin/sh -c {exit 0}\npolicy unix - n n - 0 spawn user=nobody argv=/usr/local/bin/policy -v\n',
      proof: { by: 'postfix', says: 'Unterminated quoted string', recipient: 'user@example.org' },
    },
    {
      before:
        '-- master.cf --\nfilter unix - n n - 10 pipe\n  user=filter argv=/bin/sh -c {/usr/local/bin/filter "$$1" | /usr/sbin/sendmail -G -i "$$1"} - ${recipient}\n',
    },
  ],
  check({ master, version }, report) {
    for (const service of master?.services ?? []) {
      if (!['pipe', 'spawn'].includes(programOf(service))) continue;
      const [first, ...others] = attributesIn(service, version)?.command ?? [];
      const command = first ? textOf(first.content) : '';
      for (let i = 0; i < others.length; i++) {
        const word = others[i] as CommandWord;
        const text = textOf(word.word);
        if (isBraced(word)) continue;
        if (OPERATOR.test(text)) {
          report({ at: word.word, message: 'operator', values: { text, command } });
          break;
        }
        const quoted = quotedFrom(others.slice(i));
        if (!quoted) continue;
        const at = spanning(quoted);
        const fixes = hasBraces(version) || quoted.length === 1 ? [unquoted(quoted)] : [];
        report({ at, message: 'quotes', values: { text, command }, fixes });
        i += quoted.length - 1;
      }
    }
  },
});

/** Pipes, lists and redirections that stand by themselves. */
const OPERATOR = /^(?:\||\|\||&&|&|;|[0-9]?(?:>>?|<)(?:&[0-9]|\/[\w./-]*)?)$/;

/** The words from one that begins with a quote up to the one that ends with it. */
function quotedFrom(words: readonly CommandWord[]): readonly [Slice, ...Slice[]] | undefined {
  const [first] = words;
  const quote = first && /^["']/.exec(textOf(first.word))?.[0];
  if (!first || quote === undefined) return undefined;
  const last = words.findIndex(({ word }, i) => textOf(word).endsWith(quote) && (i > 0 || textOf(word).length > 1));
  if (last < 0) return undefined;
  return [first.word, ...words.slice(1, last + 1).map(({ word }) => word)];
}

function unquoted(words: readonly [Slice, ...Slice[]]) {
  const first = words[0];
  const last = words.at(-1) ?? first;
  const [open, close] = words.length === 1 ? ['', ''] : ['{', '}'];
  const length = textOf(last).length;
  return {
    title: words.length === 1 ? 'unquote' : 'braces',
    values: {},
    edits: [
      { at: subSlice(first, 0, 1), newText: open },
      { at: subSlice(last, length - 1, length), newText: close },
    ],
    safe: false,
  } as const;
}
