import { parameterNamed } from '../knowledge/parameters';
import { splitWords } from '../syntax/list';
import { type Slice, sliceOf, textOf } from '../syntax/logicalLine';
import { splitNameValue } from '../syntax/mainCf';
import { FIELD_NAMES } from '../syntax/masterCf';
import { physicalLines } from './continuation';
import { unindentation } from './edits';
import { rule } from './rule';

/** Reports lines that continue nothing: readllines(3) drops them with a warning. */
export const ignoredLine = rule({
  id: 'ignored-line',
  severity: 'error',
  en: {
    title: 'Indented line with nothing above it',
    why: 'A line that begins with a blank continues the setting above it. At the top of the file there is none: Postfix logs a warning, drops the line, and drops every indented line that follows it.',
    messages: {
      ignored: () =>
        'Postfix ignores this: a line that begins with a blank continues the one above, and there is none here.',
      unindent: () => 'Remove the indentation',
    },
  },
  ja: {
    title: '続ける相手のない字下げ行',
    why: '空白で始まる行は、上の設定の続きとして読まれます。ファイルの先頭には続ける相手がないため、Postfix は警告を記録してその行を捨てます。後に続く字下げ行もすべて捨てられます。',
    messages: {
      ignored: () => 'この行は無視されます。空白で始まる行は上の設定の続きとして読まれますが、上に設定がありません。',
      unindent: () => '行頭の空白を削除',
    },
  },
  examples: [
    {
      before: '  myhostname = mail.example.jp\n# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ignored-line\nmydomain = example.jp\n',
      after: 'myhostname = mail.example.jp\nmydomain = example.jp\n',
      proof: {
        by: 'postconf',
        says: 'main.cf: logical line must not start with whitespace: "  myhostname = mail.example.jp"',
      },
    },
    {
      before:
        '-- master.cf --\n  smtp inet n - n - - smtpd\n# ^^^^^^^^^^^^^^^^^^^^^^^^^ ignored-line\npickup unix n - n 60 1 pickup\n',
      after: '-- master.cf --\nsmtp inet n - n - - smtpd\npickup unix n - n 60 1 pickup\n',
      proof: {
        by: 'postconf',
        says: 'master.cf: logical line must not start with whitespace: "  smtp inet n - n - - smtpd"',
      },
    },
    { before: '  # a comment may be indented\n\nmydomain = example.jp\n' },
  ],
  check({ main, master }, report) {
    for (const line of [...(main?.ignored ?? []), ...(master?.ignored ?? [])]) {
      const lines = physicalLines(line);
      const first = lines[0] as Slice;
      const indented = line.file.kind === 'main.cf' ? lines.filter(isSetting) : [first].filter(isService);
      report({
        at: sliceOf(line, first.start, (lines.at(-1) as Slice).end),
        message: 'ignored',
        values: {},
        fixes: isMended(indented, first)
          ? [{ title: 'unindent', values: {}, edits: indented.map(unindentation), safe: true }]
          : [],
      });
    }
  },
});

/** Without the first line the others would still continue nothing. */
function isMended(indented: readonly Slice[], first: Slice): boolean {
  return indented[0]?.start === first.start;
}

function isSetting(slice: Slice): boolean {
  const result = splitNameValue(slice);
  return typeof result !== 'string' && parameterNamed(textOf(result.name)) !== undefined;
}

function isService(slice: Slice): boolean {
  return splitWords(slice).length >= FIELD_NAMES.length;
}
