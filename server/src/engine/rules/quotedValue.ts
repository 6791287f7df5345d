import { type Slice, subSlice, textOf } from '../syntax/logicalLine';
import { settingsOf } from './entries';
import { rule } from './rule';
import { isWhollyQuoted, precisionOf, quotedParts } from './shellHabits';

/** Reports values in quotes: split_nameval(3) and mystrtok(3) know none, so they are part of the value. */
export const quotedValue = rule({
  id: 'quoted-value',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Value in quotes',
    why: 'No shell reads main.cf and master.cf: quotes group nothing and are not taken away. A host, a file or a table in quotes is another one that does not exist, and `""` is not empty. In a text such as the greeting the quotes are shown. In master.cf a value with blanks stands in braces instead: `-o { name = value }`.',
    messages: {
      value: ({ name, text }: { name: string; text: string }) =>
        `The quotes are part of the value: for Postfix \`${name}\` is not \`${text}\`, but something that does not exist.`,
      element: ({ text }: { text: string }) =>
        `The quotes are part of this element: it is not \`${text}\`, but something that does not exist.`,
      empty: ({ name }: { name: string }) =>
        `For Postfix this is not empty: the two quotes are the value of \`${name}\`. For an empty value write nothing after the \`=\`.`,
      text: ({ name }: { name: string }) =>
        `Postfix does not take the quotes away: they are part of the text in \`${name}\`.`,
      setting: ({ name }: { name: string }) =>
        `The first quote is part of the name: there is no parameter \`${name}\`, and the setting is lost.`,
      remove: () => 'Remove the quotes',
    },
  },
  ja: {
    title: '引用符で囲んだ値',
    why: 'main.cf と master.cf はシェルを通さないので、引用符は何もまとめず、取り除かれもしません。引用符で囲んだホスト、ファイル、テーブルは、実在しない別のものになります。`""` も空ではありません。挨拶文のような文字列では、引用符がそのまま表示されます。master.cf で空白を含む値を書くときは、代わりに波かっこを使って `-o { 名前 = 値 }` とします。',
    messages: {
      value: ({ name, text }) =>
        `引用符も値の一部です。Postfix にとって \`${name}\` は \`${text}\` ではなく、実在しない別のものになります。`,
      element: ({ text }) => `引用符もこの要素の一部です。\`${text}\` ではなく、実在しない別のものになります。`,
      empty: ({ name }) =>
        `Postfix にとってこれは空ではなく、二つの引用符が \`${name}\` の値になります。空にするには \`=\` の後に何も書きません。`,
      text: ({ name }) => `引用符は取り除かれず、\`${name}\` の文字列の一部になります。`,
      setting: ({ name }) =>
        `最初の引用符は名前の一部になります。\`${name}\` というパラメータはないため、この設定は失われます。`,
      remove: () => '引用符を取り除く',
    },
  },
  examples: [
    {
      before: 'myhostname = "mail.example.jp"\n#            ^^^^^^^^^^^^^^^^^ quoted-value\n',
      after: 'myhostname = mail.example.jp\n',
      proof: { by: 'postfix check', says: 'parameter myhostname: bad parameter value: "mail.example.jp"' },
    },
    {
      before:
        'content_filter = ""\n#                ^^ quoted-value\nmydestination = "localhost", \'example.jp\'\n#               ^^^^^^^^^^^ quoted-value\n#                            ^^^^^^^^^^^^ quoted-value\n',
      after: 'content_filter = \nmydestination = localhost, example.jp\n',
      proof: { by: 'postfix', recipient: 'user@discard.invalid', says: 'connect to transport private/""' },
    },
    {
      before:
        '-- master.cf --\nsubmission inet n - n - - smtpd\n  -o syslog_name="postfix/submission"\n#                ^^^^^^^^^^^^^^^^^^^^ quoted-value\n  -o "smtpd_sasl_auth_enable=yes"\n#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quoted-value\n  -o smtpd_tls_security_level=encrypt\n',
      after:
        '-- master.cf --\nsubmission inet n - n - - smtpd\n  -o syslog_name=postfix/submission\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_tls_security_level=encrypt\n',
    },
    {
      before:
        'mailbox_command = "/usr/local/bin/store" "$EXTENSION"\nsmtpd_banner = $myhostname "The Post"\nusers_query = \'x\'\nvirtual_alias_maps = mysql:users\n',
    },
  ],
  check(configuration, report) {
    for (const { name, entry } of settingsOf(configuration)) {
      if (isWhollyQuoted(entry)) {
        const at = { line: entry.name.line, start: entry.name.start, end: entry.value.end };
        report({ at, message: 'setting', values: { name }, fixes: [withoutQuotes(at, true)] });
        continue;
      }
      for (const at of quotedParts(entry)) {
        const isText = precisionOf(entry) === 'text' || REWRITTEN.has(name);
        const text = textOf(at).slice(1, -1);
        const message = text === '' ? 'empty' : isText ? 'text' : at === entry.value ? 'value' : 'element';
        report({
          at,
          message,
          ...(isText && { severity: 'info' }),
          values: { name, text },
          fixes: [withoutQuotes(at, !isText)],
        });
      }
    }
  },
});

/** Where Postfix writes these into an address, the parser of addresses takes the quotes away. */
const REWRITTEN: ReadonlySet<string> = new Set(['myorigin', 'remote_header_rewrite_domain']);

function withoutQuotes(at: Slice, safe: boolean) {
  const length = at.end - at.start;
  const edits = [subSlice(at, 0, 1), subSlice(at, length - 1, length)].map((quote) => ({ at: quote, newText: '' }));
  return { title: 'remove', values: {}, edits, safe } as const;
}
