import { boundsOf, numberError } from '../configuration/parameterValues';
import { textOf } from '../syntax/logicalLine';
import { rule } from './rule';
import { isLiteral, placeOf, type ReadValue, readValues } from './values';

/** Reports what is no whole number, or out of bounds, as mail_conf_int(3) and mail_conf_long(3) read it. */
export const badNumber = rule({
  id: 'bad-number',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Not a number that Postfix takes',
    why: 'A number is written in digits only: no unit, no separator, no fraction. Sizes are in bytes. With anything else, or beyond the bounds of the parameter, every program that reads it ends with a fatal error; for `message_size_limit` that is `postfix start` too.',
    messages: {
      notNumber: ({ name, value }: { name: string; value: string }) =>
        `\`${name}\` must be a whole number in digits; with \`${value}\` the programs that read it do not start.`,
      empty: ({ name }: { name: string }) =>
        `\`${name}\` must be a whole number; empty, it keeps the programs that read it from starting.`,
      tooSmall: ({ name, min }: { name: string; min: number }) =>
        `\`${name}\` must be at least ${min}; with less the programs that read it do not start.`,
      tooLarge: ({ name, max }: { name: string; max: number }) =>
        `\`${name}\` must be at most ${max}; with more the programs that read it do not start.`,
      change: ({ value }: { value: string }) => `Change to \`${value}\``,
    },
  },
  ja: {
    title: 'Postfix が受け付けない数値',
    why: '数値は数字だけで書きます。単位や桁区切り、小数は使えず、サイズはバイト単位です。ほかの書き方をしたり、パラメータの範囲を外れたりすると、それを読むプログラムがすべてエラーで終了します。`message_size_limit` の場合は `postfix start` も失敗します。',
    messages: {
      notNumber: ({ name, value }) =>
        `\`${name}\` には整数を数字だけで指定します。\`${value}\` では、これを読むプログラムが起動しません。`,
      empty: ({ name }) => `\`${name}\` には整数を指定します。空のままでは、これを読むプログラムが起動しません。`,
      tooSmall: ({ name, min }) =>
        `\`${name}\` には ${min} 以上を指定します。これより小さいと、これを読むプログラムが起動しません。`,
      tooLarge: ({ name, max }) =>
        `\`${name}\` に指定できるのは ${max} までです。これより大きいと、これを読むプログラムが起動しません。`,
      change: ({ value }) => `\`${value}\` に変更`,
    },
  },
  examples: [
    {
      before: 'message_size_limit = 20M\n#                    ^^^ bad-number\n',
      after: 'message_size_limit = 20971520\n',
      proof: { by: 'smtpd', says: 'bad numerical configuration: message_size_limit = 20M' },
    },
    {
      before: 'smtpd_recipient_limit = 1,000\n#                       ^^^^^ bad-number\n',
      after: 'smtpd_recipient_limit = 1000\n',
      proof: { by: 'smtpd', says: 'bad numerical configuration: smtpd_recipient_limit = 1,000' },
    },
    {
      before: 'default_process_limit = 0\n#                       ^ bad-number\n',
      proof: { by: 'smtpd', says: 'invalid default_process_limit parameter value 0 < 1' },
    },
    { before: 'default_process_limit = ${stress?10}${stress:200}\nmailbox_size_limit = 0\n' },
  ],
  check(configuration, report) {
    for (const read of readValues(configuration)) {
      const { name, entry, type, value, facts } = read;
      const error = type === 'integer' ? numberError(value, name, facts) : undefined;
      const at = placeOf(entry);
      const { min, max } = boundsOf(facts);
      if (error === 'empty') report({ at, message: 'empty', values: { name } });
      if (error === 'too small') report({ at, message: 'tooSmall', values: { name, min } });
      if (error === 'too large') report({ at, message: 'tooLarge', values: { name, max } });
      if (error === 'not a number') {
        const meant = meantNumber(read);
        report({
          at,
          message: 'notNumber',
          values: { name, value },
          fixes: meant
            ? [
                {
                  title: 'change',
                  values: { value: meant.text },
                  edits: [{ at, newText: meant.text }],
                  safe: meant.safe,
                },
              ]
            : [],
        });
      }
    }
  },
});

const FACTORS: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** The number in digits, where quotes or separators surround it or a unit of bytes follows. */
function meantNumber({ entry }: ReadValue): { text: string; safe: boolean } | undefined {
  if (!isLiteral(entry)) return undefined;
  const text = textOf(entry.value).replace(/^["']|["';]$/g, '');
  if (/^\d+$/.test(text)) return { text, safe: true };
  if (/^\d{1,3}(?:[,_]\d{3})+$/.test(text)) return { text: text.replace(/[,_]/g, ''), safe: true };
  const [, digits, unit] = /^(\d{1,6})\s*([kmg])(?:i?b|bytes?)?$/i.exec(text) ?? [];
  if (digits && unit) return { text: String(Number(digits) * (FACTORS[unit.toLowerCase()] as number)), safe: false };
  const [, bytes] = /^(\d+)\s*(?:b|bytes?)$/i.exec(text) ?? [];
  return bytes ? { text: bytes, safe: true } : undefined;
}
