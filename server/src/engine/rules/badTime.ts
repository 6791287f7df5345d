import { SECONDS, timeError } from '../configuration/parameterValues';
import { textOf } from '../syntax/logicalLine';
import { rule } from './rule';
import { isLiteral, placeOf, type ReadValue, readValues } from './values';

/** Reports what is no time, or out of bounds, as conv_time(3) and mail_conf_time(3) read it. */
export const badTime = rule({
  id: 'bad-time',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Not a time that Postfix takes',
    why: 'A time is a whole number and one letter without a blank between them: `s` seconds, `m` minutes, `h` hours, `d` days, `w` weeks. With anything else every program that reads it ends with a fatal error; without a unit the parameter has its own. From Postfix 3.1 only the first letter of a unit counts, so `month` is a minute.',
    messages: {
      notTime: ({ name, value }: { name: string; value: string }) =>
        `\`${name}\` must be a number and one of \`s\`, \`m\`, \`h\`, \`d\`, \`w\`, as in \`5d\`; with \`${value}\` the programs that read it do not start.`,
      empty: ({ name }: { name: string }) =>
        `\`${name}\` must be a time such as \`5d\`; empty, it keeps the programs that read it from starting.`,
      tooShort: ({ name, min }: { name: string; min: number }) =>
        `\`${name}\` must be at least ${min} seconds; with less the programs that read it do not start.`,
      tooLong: ({ name, max }: { name: string; max: number }) =>
        `\`${name}\` must be at most ${max} seconds; with more the programs that read it do not start.`,
      month: ({ value }: { value: string }) =>
        `Postfix has no months: of \`${value}\` it reads the first letter of the unit, and \`m\` is minutes.`,
      change: ({ value }: { value: string }) => `Change to \`${value}\``,
    },
  },
  ja: {
    title: 'Postfix が受け付けない時間',
    why: '時間は整数と1文字の単位を続けて書きます。`s` は秒、`m` は分、`h` は時間、`d` は日、`w` は週です。ほかの書き方では、それを読むプログラムがすべてエラーで終了します。単位を省くとパラメータごとに決まった単位になります。Postfix 3.1 以降は単位の最初の1文字しか見ないため、`month` は分になります。',
    messages: {
      notTime: ({ name, value }) =>
        `\`${name}\` には \`5d\` のように数字と \`s\` \`m\` \`h\` \`d\` \`w\` のいずれか1文字を指定します。\`${value}\` では、これを読むプログラムが起動しません。`,
      empty: ({ name }) =>
        `\`${name}\` には \`5d\` のような時間を指定します。空のままでは、これを読むプログラムが起動しません。`,
      tooShort: ({ name, min }) =>
        `\`${name}\` には ${min} 秒以上を指定します。これより短いと、これを読むプログラムが起動しません。`,
      tooLong: ({ name, max }) =>
        `\`${name}\` に指定できるのは ${max} 秒までです。これより長いと、これを読むプログラムが起動しません。`,
      month: ({ value }) =>
        `Postfix に「月」の単位はありません。\`${value}\` の単位は最初の1文字だけが読まれ、\`m\` は分になります。`,
      change: ({ value }) => `\`${value}\` に変更`,
    },
  },
  examples: [
    {
      before: 'maximal_queue_lifetime = 5 days\n#                        ^^^^^^ bad-time\n',
      after: 'maximal_queue_lifetime = 5d\n',
      proof: { by: 'postfix', says: 'parameter maximal_queue_lifetime: bad time value or unit: 5 days' },
    },
    {
      before: 'smtp_connect_timeout = 1.5m\n#                      ^^^^ bad-time\n',
      after: 'smtp_connect_timeout = 90s\n',
      proof: {
        by: 'postfix',
        recipient: 'b@example.org',
        says: 'parameter smtp_connect_timeout: bad time value or unit: 1.5m',
      },
    },
    {
      before: 'queue_run_delay = 0\n#                 ^ bad-time\n',
      proof: { by: 'postfix', says: 'invalid queue_run_delay: 0 (min 1)' },
    },
    { before: 'smtpd_timeout = ${stress?10}${stress:300}s\nbounce_queue_lifetime = 0\ndelay_warning_time = 4hours\n' },
    {
      version: '3.0',
      before: 'delay_warning_time = 4hours\n#                    ^^^^^^ bad-time\n',
      after: 'delay_warning_time = 4h\n',
    },
  ],
  check(configuration, report) {
    const { version } = configuration;
    for (const read of readValues(configuration)) {
      const { name, entry, type, value, facts } = read;
      if (type !== 'time') continue;
      const { min = 0, max = 0 } = facts;
      const at = placeOf(entry);
      switch (timeError(value, facts, version)) {
        case 'empty':
          report({ at, message: 'empty', values: { name } });
          break;
        case 'not a time': {
          const meant = meantTime(read);
          report({
            at,
            message: 'notTime',
            values: { name, value },
            fixes: meant
              ? [{ title: 'change', values: { value: meant }, edits: [{ at, newText: meant }], safe: true }]
              : [],
          });
          break;
        }
        case 'too short':
          report({ at, message: 'tooShort', values: { name, min } });
          break;
        case 'too long':
          report({ at, message: 'tooLong', values: { name, max } });
          break;
        case undefined:
          if (/^\s*\+?\d+mo/.test(value)) report({ at, message: 'month', severity: 'warning', values: { value } });
      }
    }
  },
});

const UNITS: ReadonlyMap<string, string> = new Map(
  ['s', 'sec', 'second', 'm', 'min', 'minute', 'h', 'hr', 'hour', 'd', 'day', 'w', 'week'].map((word) => [
    word,
    word[0] as string,
  ]),
);

/** The time as Postfix writes it, where a unit is spelt out, stands apart, or follows a fraction. */
function meantTime({ entry, facts }: ReadValue): string | undefined {
  if (!isLiteral(entry)) return undefined;
  const text = textOf(entry.value).replace(/^["']|["',;.]+$/g, '');
  const [, number, word = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text) ?? [];
  const unit = word === '' ? facts.unit : UNITS.get(word.toLowerCase().replace(/(?<=..)s$/, ''));
  if (number === undefined || unit === undefined) return undefined;
  if (!number.includes('.')) return word === '' ? number : `${number}${unit}`;
  const seconds = Number(number) * (SECONDS[unit] as number);
  return Number.isInteger(seconds) ? `${seconds}s` : undefined;
}
