import { parameterNamed } from '../knowledge/parameters';
import { hasBraces, programNamed } from '../knowledge/services';
import { type Slice, spanOf, textOf } from '../syntax/logicalLine';
import { programOf } from '../syntax/masterCf';
import { spanning } from './overrideFixes';
import { rule } from './rule';
import { type Stray, strayWordsOf } from './strayWords';

/** Reports `-o` without `name=value`: "invalid option", "missing '=' after attribute name". */
export const missingOptionValue = rule({
  id: 'missing-option-value',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Option `-o` without a setting',
    why: 'Every `-o` of master.cf takes one `name=value`. Without it the program stops when it starts, while `postconf` says nothing. An empty value is written `-o name=`.',
    messages: {
      nothing: ({ program }: { program: string }) => `Nothing follows \`-o\`: \`${program}\` stops when it starts.`,
      noEquals: ({ text, program }: { text: string; program: string }) =>
        `\`${text}\` after \`-o\` has no \`=\`: \`${program}\` stops when it starts.`,
      noName: ({ text, program }: { text: string; program: string }) =>
        `\`${text}\` after \`-o\` has no name: \`${program}\` stops when it starts.`,
      noBraces: ({ version }: { version: string }) =>
        `Postfix ${version} does not know braces in master.cf: they came with Postfix 3.0.`,
      remove: () => 'Remove this `-o`',
      addEquals: () => 'Change the blank to `=`',
    },
  },
  ja: {
    title: '設定のない `-o`',
    why: 'master.cf の `-o` には、それぞれ `name=value` が 1 つ必要です。ないとプログラムは起動時に終了しますが、`postconf` は何も警告しません。空の値は `-o name=` と書きます。',
    messages: {
      nothing: ({ program }) => `\`-o\` の後ろに何もないため、\`${program}\` は起動できません。`,
      noEquals: ({ text, program }) =>
        `\`-o\` の後ろの \`${text}\` に \`=\` がないため、\`${program}\` は起動できません。`,
      noName: ({ text, program }) =>
        `\`-o\` の後ろの \`${text}\` にパラメータ名がないため、\`${program}\` は起動できません。`,
      noBraces: ({ version }) =>
        `Postfix ${version} は master.cf の波括弧に対応していません。波括弧は Postfix 3.0 で追加されました。`,
      remove: () => 'この `-o` を削除',
      addEquals: () => '空白を `=` に変更',
    },
  },
  examples: [
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable yes\n#    ^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-option-value\n',
      after: '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n',
      proof: {
        by: 'smtpd',
        says: 'invalid "-o smtpd_sasl_auth_enable" option value: missing \'=\' after attribute name',
      },
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n  -v -o\n#    ^^ missing-option-value\nsmtp unix - - n - - smtp -o smtp_helo_timeout\n#                           ^^^^^^^^^^^^^^^^^ missing-option-value\n',
      proof: { by: 'smtpd', says: 'fatal: invalid option: o' },
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o -o smtpd_sasl_auth_enable=yes\n# ^^ missing-option-value\nsmtp unix - - n - - smtp -o =yes\n#                           ^^^^ missing-option-value\n',
      proof: { by: 'smtpd', says: 'invalid "-o -o" option value: missing \'=\' after attribute name' },
    },
    {
      version: '2.11',
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o { smtpd_banner = $myhostname }\n#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-option-value\n',
    },
    { before: '-- master.cf --\nsmtp inet n - n - - smtpd -v -ocontent_filter= -o smtpd_milters=\n' },
  ],
  check({ master, version }, report) {
    for (const service of master?.services ?? []) {
      const program = programOf(service);
      if (!programNamed(program)) continue;
      for (const argument of service.arguments) {
        if (argument.kind !== 'override') continue;
        const { option, value } = argument;
        if (!value || textOf(value.slice) === '-o') {
          const fix = { title: 'remove', values: {}, edits: [{ at: option, newText: '' }], safe: true } as const;
          report({ at: option, message: 'nothing', values: { program }, fixes: [fix] });
        } else if (value.braced && !hasBraces(version)) {
          report({ at: value.slice, message: 'noBraces', values: { version } });
        } else if (value.entry === 'missing name') {
          report({ at: value.slice, message: 'noName', values: { text: textOf(value.slice), program } });
        } else if (value.entry === 'missing equals') {
          reportNoEquals(value.slice, strayWordsOf(service, version)[0]);
        }
      }

      /** blank-around-equals reports `name = value`. */
      function reportNoEquals(value: Slice, next: Stray | undefined): void {
        const follows = next?.value?.start === value.start;
        if (follows && next.kind === 'after blank') return;
        const words = follows && next.kind === 'after name' ? [value, ...next.words] : [value];
        report({
          at: spanning(words),
          message: 'noEquals',
          values: { text: textOf(value), program },
          fixes: words.length === 2 && parameterNamed(textOf(value)) ? [addEquals(words as [Slice, Slice])] : [],
        });
      }
    }
  },
});

function addEquals([name, value]: readonly [Slice, Slice]) {
  const blank = { ...spanOf(name), start: spanOf(name).end, end: spanOf(value).start };
  return { title: 'addEquals', values: {}, edits: [{ at: blank, newText: '=' }], safe: true } as const;
}
