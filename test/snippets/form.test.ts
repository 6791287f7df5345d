import * as assert from 'node:assert/strict';
import { choices, expand, snippets } from './expand';

describe('the snippet expander', () => {
  it('knows tab stops, placeholders, choices, mirrors and escapes', () => {
    assert.equal(expand('$' + '{1:a} $1 $' + '{2|x,y|} \\$v $' + '{3:b$' + '{1}c} \\} $0.'), 'a a x $v bac } .');
    assert.equal(expand('$' + '{1:a} $1', { 1: 'z' }), 'z z');
    assert.throws(() => expand('$name'));
    assert.throws(() => expand('$' + '{1/a/b/}'));
  });
});

for (const file of ['main', 'master'] as const) {
  describe(`${file}.cf snippets: form`, () => {
    const all = snippets(file);

    it('no prefix is used twice', () => {
      const prefixes = all.flatMap((entry) => entry.prefix);
      assert.deepEqual(prefixes, [...new Set(prefixes)]);
    });

    for (const entry of all) {
      it(entry.name, () => {
        assert.match(entry.description, /^[\x20-\x7e’]+ \/ .*[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
        const text = expand(entry.body);
        // Only comments may be empty of meaning, everything must be ASCII, and the caret ends on a line of its own.
        assert.match(text, /^[\x20-\x7e\n]+\n$/);
        assert.doesNotMatch(text, /[ \t]+$/m);
        assert.doesNotMatch(text, /\n\n/);
        for (const options of choices(entry.body).values()) assert.ok(options.length > 1);
        for (const line of text.split('\n')) checkLine(file, line);
      });
    }
  });
}

function checkLine(file: 'main' | 'master', line: string): void {
  assert.ok(line.length <= 100, line);
  if (line === '' || line.startsWith('#')) return;
  if (file === 'main') assert.match(line, /^\w+ =(?: \S.*)?$/);
  else assert.match(line, /^(?: {2}-o \w+=[^\s]*|\S+ +(?:inet|unix)(?: +[-yn\d]+){5} +\w+)$/);
}
