import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { rules } from '../../server/src/engine/rules/index';

/** What the READMEs show of the program is what it prints, and every rule stands in them. */
const root = path.join(__dirname, '../../..');

for (const [file, lang] of [
  ['README.md', 'en'],
  ['README.ja.md', 'ja'],
] as const) {
  describe(file, () => {
    const text = fs.readFileSync(path.join(root, file), 'utf8');

    it('names every rule', () => {
      for (const { id } of rules) assert.ok(text.includes(`\`${id}\``), id);
    });

    for (const args of [
      ['check', '--postfix-version', '3.7', 'examples/home-server'],
      ['relay', '--postfix-version', '3.7', 'examples/home-server-fixed'],
      ['explain', 'relayhost-without-brackets'],
    ]) {
      it(`shows what ${args[0]} prints`, () => {
        const { stdout } = spawnSync(process.execPath, ['dist/postfix-config.js', ...args, '--lang', lang], {
          cwd: root,
          encoding: 'utf8',
        });
        assert.ok(stdout.length > 100 && text.includes(stdout.trimEnd()), stdout);
      });
    }
  });
}
