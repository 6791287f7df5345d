import * as assert from 'node:assert/strict';
import { INITIAL } from 'vscode-textmate';
import { grammar, type Language } from './tokens';

const LENGTH = 200_000;

/** Each unit is repeated to a very long line: realistic lists and the texts that make careless patterns explode. */
const UNITS = [
  'permit_mynetworks, ',
  '10.0.0.0/8 ',
  '/etc/postfix/table ',
  '$myhostname ',
  '$' + '{a?{b}:{c}}',
  'mail.example.jp:25 ',
  '-o a=b ',
  'a',
  'a_',
  'a.',
  'a=',
  'ab:',
  '1',
  '1.',
  ':',
  '/',
  '[',
  '[$',
  ']',
  '$',
  '$(',
  '-',
  '!',
  '#',
  ',',
  ' ',
  '\u3000',
  '\u3000a',
];

const STARTS: Record<Language, string[]> = {
  main: ['', '  ', 'x = ', 'smtpd_banner = '],
  master: [
    '',
    '  ',
    'a inet n - n - - smtpd ',
    'a unix - n n - - pipe argv=',
    'a unix - - n - - smtp -o x=',
    'a unix - - n - - smtp -o { x = ',
  ],
};

describe('colours of very long lines', () => {
  for (const language of ['main', 'master'] as const) {
    it(`${language}.cf: no line of ${LENGTH} characters takes long`, async function () {
      this.timeout(120_000);
      const loaded = await grammar(language);
      for (const start of STARTS[language]) {
        for (const unit of UNITS) {
          const line = start + unit.repeat(Math.ceil(LENGTH / unit.length));
          const before = process.hrtime.bigint();
          loaded.tokenizeLine2(line, INITIAL, 0);
          const milliseconds = Number((process.hrtime.bigint() - before) / 1_000_000n);
          // A pattern that backtracks needs minutes here; the bound only has to tell the two apart on a busy machine.
          assert.ok(milliseconds < 5000, `${JSON.stringify(start + unit)}… took ${milliseconds} ms`);
        }
      }
    });
  }
});
