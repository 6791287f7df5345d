import { hostNameError, isAsciiHostName } from '../configuration/parameterValues';
import { isPlaceholder } from './placeholder';
import { rule } from './rule';
import { isLiteral, placeOf, readValues } from './values';

/** Reports names with which no program starts: mail_params_init(3) checks them by valid_hostname(3). */
export const badHostName = rule({
  id: 'bad-host-name',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Name of this machine that Postfix refuses',
    why: '`myhostname` and `mydomain` are names as in DNS: letters, digits and hyphens, with dots between the labels and none at the end. Names in other scripts are written in their ASCII form, `xn--…`. `myorigin` is one domain. Every Postfix program looks at them when it starts and ends with a fatal error; `postconf` says nothing.',
    messages: {
      invalid: ({ name, value }: Finding) =>
        `\`${name}\` cannot be \`${value}\`: it is no host name, and every Postfix program ends with a fatal error.`,
      address: ({ name, value }: Finding) =>
        `\`${name}\` cannot be the address \`${value}\`: every Postfix program ends with a fatal error. Give the name of the machine.`,
      several: ({ name }: Finding) =>
        `\`${name}\` takes one domain only: every Postfix program ends with a fatal error. Further domains of this machine belong in \`mydestination\`.`,
      empty: ({ name }: Finding) =>
        `\`${name}\` must not be empty: every Postfix program ends with a fatal error. Without the line, Postfix uses a default.`,
      change: ({ text }: { text: string }) => `Change to \`${text}\``,
    },
  },
  ja: {
    title: 'Postfix が受け付けないマシンの名前',
    why: '`myhostname` と `mydomain` は DNS で使える名前です。英数字とハイフンを使い、間をドットで区切り、末尾にドットは付けません。日本語などの名前は `xn--…` という ASCII の形で書きます。`myorigin` に書けるドメインは一つです。どのプログラムも起動時にこれらを確かめて異常終了しますが、`postconf` は何も言いません。',
    messages: {
      invalid: ({ name, value }) =>
        `\`${value}\` はホスト名の形ではないため \`${name}\` に使えません。Postfix のどのプログラムも異常終了します。`,
      address: ({ name, value }) =>
        `\`${name}\` にアドレス \`${value}\` は使えず、Postfix のどのプログラムも異常終了します。マシンの名前を書いてください。`,
      several: ({ name }) =>
        `\`${name}\` に書けるドメインは一つだけで、Postfix のどのプログラムも異常終了します。このマシンが受け取るほかのドメインは \`mydestination\` に書きます。`,
      empty: ({ name }) =>
        `\`${name}\` を空にはできず、Postfix のどのプログラムも異常終了します。この行を消せば初期値が使われます。`,
      change: ({ text }) => `\`${text}\` に変更`,
    },
  },
  examples: [
    {
      before: 'myhostname = mail.example.jp.\n#            ^^^^^^^^^^^^^^^^ bad-host-name\n',
      after: 'myhostname = mail.example.jp\n',
      proof: { by: 'postfix check', says: 'parameter myhostname: bad parameter value: mail.example.jp.' },
    },
    {
      before: 'myhostname = 192.0.2.1\n#            ^^^^^^^^^ bad-host-name\n',
      proof: { by: 'postfix check', says: 'valid_hostname: numeric hostname: 192.0.2.1' },
    },
    {
      before: 'mydomain = .example.jp\n#          ^^^^^^^^^^^ bad-host-name\n',
      after: 'mydomain = example.jp\n',
      proof: { by: 'postfix check', says: 'valid_hostname: misplaced delimiter' },
    },
    {
      before: 'myorigin = example.jp, example.com\n#          ^^^^^^^^^^^^^^^^^^^^^^^ bad-host-name\n',
      proof: { by: 'postfix check', says: 'myorigin parameter setting must not contain multiple values' },
    },
    { before: 'myhostname = mail_1.example.jp\nmydomain = localdomain\nmyorigin = /etc/mailname\n' },
  ],
  check(configuration, report) {
    for (const { name, entry, value } of readValues(configuration)) {
      const message = hostNameError(name, value, configuration.version);
      if (!message || isPlaceholder(value)) continue;
      // A name that it takes from another parameter is reported there.
      if (!isLiteral(entry) && message !== 'several') continue;
      const meant = message === 'several' ? undefined : meantName(value);
      const edits = [{ at: entry.value, newText: meant ?? '' }];
      report({
        at: placeOf(entry),
        message,
        values: { name, value },
        fixes: meant === undefined ? [] : [{ title: 'change', values: { text: meant }, edits, safe: true }],
      });
    }
  },
});

interface Finding {
  readonly name: string;
  readonly value: string;
}

/** The name without the dots and separators around it. */
function meantName(text: string): string | undefined {
  const [, name = ''] = /^[.@]*([\w.-]*\w)[.,;]*$/.exec(text) ?? [];
  return isAsciiHostName(name) ? name : undefined;
}
