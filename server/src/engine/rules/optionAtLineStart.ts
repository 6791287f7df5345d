import { splitWords } from '../syntax/list';
import { type LogicalLine, offsetOf, type Slice, spanOf, textOf, wholeLine } from '../syntax/logicalLine';
import { commentOut, leftBehindIn } from './commentedServices';
import { beginsWithDash, beginsWithOption } from './dashes';
import { rule } from './rule';

/** Reports an option of a service that begins in the first column: "bad field count". */
export const optionAtLineStart = rule({
  id: 'option-at-line-start',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Option without indentation',
    why: 'A line of master.cf that begins in the first column is a new service. An option there is no service, and one such line is enough: `postfix start`, `postfix reload` and `postconf` all fail. Indent the line, so that it belongs to the service above.',
    messages: {
      notIndented: ({ option }: { option: string }) =>
        `\`${option}\` begins in the first column, so Postfix reads it as a new service and refuses the whole file. Indent the line.`,
      commentedOut: ({ option, service }: { option: string; service: string }) =>
        `\`${option}\` begins in the first column, so Postfix reads it as a new service and refuses the whole file. The service \`${service}\` above is commented out.`,
      indent: () => 'Indent the line',
      commentOut: () => 'Comment the option out as well',
    },
  },
  ja: {
    title: '字下げされていないオプション',
    why: 'master.cf では、行頭から始まる行は新しいサービスの定義になります。オプションはサービスではないため、このような行が 1 つあるだけで `postfix start`、`postfix reload`、`postconf` のすべてが失敗します。行を字下げすると、上のサービスのオプションになります。',
    messages: {
      notIndented: ({ option }) =>
        `\`${option}\` が行頭から始まっているため、新しいサービスの定義とみなされ、Postfix は master.cf 全体を拒否します。行を字下げしてください。`,
      commentedOut: ({ option, service }) =>
        `\`${option}\` が行頭から始まっているため、新しいサービスの定義とみなされ、Postfix は master.cf 全体を拒否します。上のサービス \`${service}\` はコメントになっています。`,
      indent: () => '行を字下げする',
      commentOut: () => 'オプションもコメントにする',
    },
  },
  examples: [
    {
      before:
        '-- master.cf --\nsubmission inet n - n - - smtpd\n-o smtpd_tls_security_level=encrypt\n#^ option-at-line-start\n-o smtpd_sasl_auth_enable=yes\n#^ option-at-line-start\n',
      after:
        '-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt\n  -o smtpd_sasl_auth_enable=yes\n',
      proof: { by: 'postconf', says: 'line 2: bad field count' },
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n#submissions inet n - n - - smtpd\n-o smtpd_tls_wrappermode=yes\n#^ option-at-line-start\n  -o smtpd_sasl_auth_enable=yes\n',
      after:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n#submissions inet n - n - - smtpd\n#-o smtpd_tls_wrappermode=yes\n#  -o smtpd_sasl_auth_enable=yes\n',
      proof: { by: 'postconf', says: 'line 3: bad field count' },
    },
    { before: '-- master.cf --\nsmtp inet n - n - - smtpd\n#-o content_filter=\n  -o smtpd_tls_security_level=may\n' },
  ],
  check({ master }, report) {
    if (!master) return;
    const leftBehind = new Map(leftBehindIn(master).map((left) => [left.lines[0].start, left]));
    const firstService = master.services.find(({ line }) => !beginsWithOption(line.text));
    const lines = [...master.malformed, ...master.services.map(({ line }) => line)];
    for (const line of lines.filter(({ text }) => beginsWithOption(text))) {
      const at = firstWord(line);
      const { file, start } = spanOf(at);
      const option = textOf(at);
      const left = leftBehind.get(start);
      if (left) {
        report({
          at,
          message: 'commentedOut',
          values: { option, service: left.header.service },
          fixes: [{ title: 'commentOut', values: {}, edits: commentOut(left), safe: false }],
        });
        continue;
      }
      const edits = [{ at: { file, start, end: start }, newText: '  ' }];
      if (beginsWithDash(option)) edits.push({ at: { file, start, end: start + 1 }, newText: '-' });
      const hasServiceAbove = firstService && offsetOf(firstService.line, 0) < start;
      report({
        at,
        message: 'notIndented',
        values: { option },
        fixes: hasServiceAbove ? [{ title: 'indent', values: {}, edits, safe: true }] : [],
      });
    }
  },
});

function firstWord(line: LogicalLine): Slice {
  return splitWords(wholeLine(line))[0] as Slice;
}
