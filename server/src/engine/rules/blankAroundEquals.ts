import { hasBraces } from '../knowledge/services';
import { textOf } from '../syntax/logicalLine';
import { programOf } from '../syntax/masterCf';
import { joinFixes, spanning } from './overrideFixes';
import { rule } from './rule';
import { type Stray, strayWordsOf } from './strayWords';

/** Reports `-o name = value`: "missing '=' after attribute name", or an empty value. */
export const blankAroundEquals = rule({
  id: 'blank-around-equals',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Blank around the equals sign of an option',
    why: 'In main.cf there may be blanks around `=`; after `-o` in master.cf there may not. The option ends at the blank, and the program stops when it starts, while `postconf` says nothing. Write `-o name=value`, or from Postfix 3.0 on `-o { name = value }`.',
    messages: {
      before: ({ name, program }: { name: string; program: string }) =>
        `The option ends at the blank before \`=\`: \`${name}\` has no value, and \`${program}\` stops.`,
      after: ({ name, program }: { name: string; program: string }) =>
        `The option ends at the blank after \`=\`: \`${name}\` becomes empty, and \`${program}\` does not get this value.`,
      closeUp: () => 'Remove the blanks',
      addBraces: () => 'Put the setting in braces',
    },
  },
  ja: {
    title: 'オプションの等号の前後の空白',
    why: 'main.cf では `=` の前後に空白を置けますが、master.cf の `-o` の後ろには置けません。オプションは空白で終わり、プログラムは起動時に終了します。`postconf` は何も警告しません。`-o name=value` と書くか、Postfix 3.0 以降なら `-o { name = value }` と書いてください。',
    messages: {
      before: ({ name, program }) =>
        `オプションは \`=\` の前の空白で終わります。\`${name}\` に値がないため、\`${program}\` は起動できません。`,
      after: ({ name, program }) =>
        `オプションは \`=\` の後ろの空白で終わります。\`${name}\` は空になり、この値は \`${program}\` に設定されません。`,
      closeUp: () => '空白を取り除く',
      addBraces: () => '設定を波括弧で囲む',
    },
  },
  examples: [
    {
      before:
        '-- master.cf --\nsubmissions inet n - n - - smtpd\n  -o smtpd_tls_wrappermode = yes\n#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ blank-around-equals\n  -o smtpd_sasl_auth_enable= yes\n#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ blank-around-equals\n',
      after:
        '-- master.cf --\nsubmissions inet n - n - - smtpd\n  -o smtpd_tls_wrappermode=yes\n  -o smtpd_sasl_auth_enable=yes\n',
      proof: {
        by: 'smtpd',
        says: 'invalid "-o smtpd_tls_wrappermode" option value: missing \'=\' after attribute name',
      },
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_banner = $myhostname ESMTP\n#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ blank-around-equals\n',
      after: '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o { smtpd_banner = $myhostname ESMTP }\n',
      proof: { by: 'smtpd', says: 'invalid "-o smtpd_banner" option value: missing \'=\' after attribute name' },
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o { smtpd_banner = $myhostname ESMTP }\n  -o content_filter=\n  -o smtpd_milters=\n',
    },
  ],
  check({ master, version }, report) {
    for (const service of master?.services ?? []) {
      for (const stray of strayWordsOf(service, version)) {
        const { kind, value, words } = stray;
        if (kind !== 'after blank' || !value) continue;
        report({
          at: spanning([value, ...words]),
          message: isBeforeEquals(stray) ? 'before' : 'after',
          values: { name: textOf(value).replace('=', ''), program: programOf(service) },
          fixes: joinFixes(stray, hasBraces(version)),
        });
      }
    }
  },
});

function isBeforeEquals({ words }: Stray): boolean {
  return textOf(words[0]).startsWith('=');
}
