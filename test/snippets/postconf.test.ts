import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { mainCf, masterCf, skipUnless, temporaryDirectory, whyNotPostconf, writeConfiguration } from '../instance';
import { choices, expand, snippet, snippets } from './expand';
import { basicSettings, complaints } from './postfix';

/** Settings that only make sense together with others; the other half is the snippet named here. */
function judge(main: string, master: string): string[] {
  const dir = temporaryDirectory();
  try {
    writeConfiguration(dir, { 'main.cf': mainCf(basicSettings(), main), 'master.cf': masterCf(master) });
    return complaints(dir);
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

describe('snippets: what postconf says', function () {
  this.timeout(20_000);
  skipUnless(whyNotPostconf());

  it('a mistake would be noticed', () => {
    assert.notDeepEqual(judge('relayhos = [a]:25\n', ''), []);
    assert.notDeepEqual(judge('', 'a inet n - n - - smtpd\n  -o relayhos=x\n'), []);
  });

  for (const file of ['main', 'master'] as const) {
    for (const entry of snippets(file)) {
      it(`${file}.cf: ${entry.name}`, () => {
        const text = expand(entry.body);
        assert.deepEqual(file === 'main' ? judge(text, '') : judge('', text), []);
      });
    }
  }

  it('every choice is accepted', () => {
    for (const entry of snippets('main')) {
      for (const [stop, options] of choices(entry.body)) {
        for (const option of options) {
          assert.deepEqual(judge(expand(entry.body, { [stop]: option }), ''), [], `${entry.name}: ${option}`);
        }
      }
    }
  });

  it('the snippets that belong together fit together', () => {
    const ports = ['submission', 'submissions', 'op25b-mixed-transport'].map((name) => snippet('master', name));
    assert.deepEqual(judge(snippet('main', 'submission-server'), ports.join('')), []);
    assert.deepEqual(judge(snippet('main', 'op25b-mixed-transport'), ports.join('')), []);
  });
});
