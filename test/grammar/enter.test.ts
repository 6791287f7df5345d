import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { type Language, ROOT } from './tokens';

interface Rule {
  beforeText: string;
  afterText?: string;
  action: { indent: string; appendText?: string };
}

interface Configuration {
  wordPattern: string;
  onEnterRules: Rule[];
}

function configuration(language: Language): Configuration {
  const file = path.join(ROOT, 'syntaxes', `${language}.language-configuration.json`);
  return JSON.parse(fs.readFileSync(file, 'utf8')) as Configuration;
}

/** What Enter does to the indentation where `|` stands. The editor takes the first rule that fits. */
function enter(language: Language, line: string): string {
  const [before = '', after = ''] = line.split('|');
  const fits = ({ beforeText, afterText }: Rule): boolean =>
    new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after));
  const action = configuration(language).onEnterRules.find(fits)?.action;
  return action ? action.indent + (action.appendText ? ` + ${action.appendText.length}` : '') : 'no rule';
}

const EXPECTED: Record<Language, [line: string, action: string][]> = {
  main: [
    ['biff = no|', 'none'],
    ['# note =|', 'none'],
    ['smtpd_recipient_restrictions =|', 'indent'],
    ['mydestination = a.example,|', 'indent'],
    ['    permit_mynetworks,|', 'none'],
    ['    permit_mynetworks|', 'none'],
    ['    |', 'outdent'],
    // A brace alone at column 0 would begin a new entry, so the closing one must not be moved there.
    ['inline = {|}', 'indent'],
  ],
  master: [
    ['smtp      inet  n       -       y       -       -       smtpd|', 'none + 2'],
    ['smtp      inet  n       -       y       -       -       smtpd -v|', 'none + 2'],
    ['relay unix - - n - - smtp|', 'none + 2'],
    ['qmgr unix n - n 300 1 qmgr|', 'none'],
    ['#submission inet n - y - - smtpd|', 'none'],
    ['  -o smtpd_sasl_auth_enable=yes|', 'none'],
    ['  |', 'outdent'],
    ['  -o {|}', 'none + 2'],
  ],
};

for (const language of ['main', 'master'] as const) {
  describe(`${language}.cf: the Enter key`, () => {
    for (const [line, action] of EXPECTED[language]) {
      it(`${line.replaceAll(' ', '·')} → ${action}`, () => assert.equal(enter(language, line), action));
    }

    it('a word may contain _ and -', () => {
      const words = 'smtp_tls = loopback-only, $name'.match(new RegExp(configuration(language).wordPattern, 'g'));
      assert.deepEqual(words, ['smtp_tls', 'loopback-only', 'name']);
    });
  });
}
