import { isYesOrNo } from '../configuration/parameterValues';
import { textOf } from '../syntax/logicalLine';
import { rule } from './rule';
import { isLiteral, placeOf, type ReadValue, readValues } from './values';

/** Reports a value other than yes or no, as mail_conf_bool(3) reads it. */
export const badBoolean = rule({
  id: 'bad-boolean',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Neither yes nor no',
    why: 'A yes/no parameter takes `yes` or `no`, in capitals or not, and nothing else. With any other value the program that reads it ends with a fatal error each time it is started. `postconf` does not notice.',
    messages: {
      neither: ({ name, value }: { name: string; value: string }) =>
        `\`${name}\` must be \`yes\` or \`no\`; with \`${value}\` the programs that read it do not start.`,
      empty: ({ name }: { name: string }) =>
        `\`${name}\` must be \`yes\` or \`no\`; empty, it keeps the programs that read it from starting.`,
      change: ({ value }: { value: string }) => `Change to \`${value}\``,
    },
  },
  ja: {
    title: 'yes でも no でもない値',
    why: 'yes/no を指定するパラメータに書けるのは `yes` か `no` だけです（大文字でも構いません）。ほかの値では、それを読むプログラムが起動のたびにエラーで終了します。`postconf` は気づきません。',
    messages: {
      neither: ({ name, value }) =>
        `\`${name}\` には \`yes\` か \`no\` を指定します。\`${value}\` では、これを読むプログラムが起動しません。`,
      empty: ({ name }) =>
        `\`${name}\` には \`yes\` か \`no\` を指定します。空のままでは、これを読むプログラムが起動しません。`,
      change: ({ value }) => `\`${value}\` に変更`,
    },
  },
  examples: [
    {
      before: 'smtpd_helo_required = true\n#                     ^^^^ bad-boolean\n',
      after: 'smtpd_helo_required = yes\n',
      proof: { by: 'smtpd', says: 'bad boolean configuration: smtpd_helo_required = true' },
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=off\n#                          ^^^ bad-boolean\n',
      after: '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=no\n',
      proof: { by: 'smtpd', says: 'bad boolean configuration: smtpd_tls_wrappermode = off' },
    },
    {
      before: 'strict = on\nsmtpd_helo_required = $strict\n#                     ^^^^^^^ bad-boolean\n',
      proof: { by: 'smtpd', says: 'bad boolean configuration: smtpd_helo_required = on' },
    },
    { before: 'smtpd_helo_required = YES\nsoft_bounce = ${stress?yes}${stress:no}\n' },
  ],
  check(configuration, report) {
    for (const read of readValues(configuration)) {
      const { name, entry, type, value } = read;
      if (type !== 'boolean' || isYesOrNo(value)) continue;
      const meant = meantWord(read);
      report({
        at: placeOf(entry),
        ...(value === '' ? { message: 'empty', values: { name } } : { message: 'neither', values: { name, value } }),
        fixes: meant
          ? [{ title: 'change', values: { value: meant }, edits: [{ at: entry.value, newText: meant }], safe: true }]
          : [],
      });
    }
  },
});

const MEANT: ReadonlyMap<string, 'yes' | 'no'> = new Map([
  ...['true', 'on', '1', 'y', 'enable', 'enabled'].map((word) => [word, 'yes'] as const),
  ...['false', 'off', '0', 'n', 'none', 'disable', 'disabled'].map((word) => [word, 'no'] as const),
]);

/** The word for what stands there in another language, in quotes, or with a sign after it. */
function meantWord({ entry }: ReadValue): string | undefined {
  if (!isLiteral(entry)) return undefined;
  const word = textOf(entry.value)
    .toLowerCase()
    .replace(/^["']|["',;.]+$/g, '');
  return word === 'yes' || word === 'no' ? word : MEANT.get(word);
}
