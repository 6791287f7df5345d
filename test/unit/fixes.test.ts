import assert from 'node:assert/strict';
import { type Texts, textsOf, withTexts } from '../../server/src/engine/configuration/configuration';
import { applySafeFixes } from '../../server/src/engine/fixes';
import type { Fix, Problem } from '../../server/src/engine/rules/rule';
import type { FileKind } from '../../server/src/engine/syntax/document';
import { configurationOf, problemsIn } from '../check';

type Edit = readonly [start: number, end: number, newText: string, kind?: FileKind];

describe('applying safe fixes', () => {
  /** A problem at the first edit of its fix. */
  function problem(texts: Texts, edits: readonly Edit[], more: Partial<Fix & { rule: string }> = {}): Problem {
    const spanOf = ([start, end, , kind = 'main.cf']: Edit) => ({
      file: { kind, text: texts[kind] ?? '' },
      start,
      end,
    });
    const { rule = 'rule', title = 'fix', safe = true } = more;
    const fix = { title, safe, edits: edits.map((edit) => ({ span: spanOf(edit), newText: edit[2] })) };
    const span = spanOf(edits[0] ?? [0, 0, '']);
    return { rule, severity: 'error', span, message: '', fixes: [fix] };
  }

  /** Offers the fixes while their texts are as they were. */
  const once =
    (text: string, ...fixes: readonly (readonly Edit[])[]) =>
    (texts: Texts) =>
      texts['main.cf'] === text ? fixes.map((edits) => problem(texts, edits)) : [];

  it('applies what lies apart at one go', () => {
    const text = 'abcdefgh';
    let rounds = 0;
    const find = once(text, [[0, 1, 'A']], [[4, 5, '']], [[8, 8, '!']]);
    const { texts, changes, applied } = applySafeFixes({ 'main.cf': text }, (now) => {
      rounds++;
      return find(now);
    });
    assert.deepEqual(texts, { 'main.cf': 'Abcdfgh!' });
    assert.deepEqual(changes, {
      'main.cf': [
        { start: 0, end: 1, newText: 'A' },
        { start: 4, end: 5, newText: '' },
        { start: 8, end: 8, newText: '!' },
      ],
      'master.cf': [],
    });
    assert.deepEqual(
      applied.map(({ offset }) => offset),
      [0, 4, 8],
    );
    assert.equal(rounds, 2);
  });

  it('takes only the first of what overlaps or touches, and looks again', () => {
    for (const second of [
      [2, 4, 'y'],
      [1, 2, 'y'],
      [3, 3, 'y'],
      [3, 5, 'y'],
      [0, 1, 'y'],
      [1, 1, 'y'],
    ] as Edit[]) {
      const { texts } = applySafeFixes({ 'main.cf': 'abcdef' }, once('abcdef', [[1, 3, 'x']], [second]));
      assert.deepEqual(texts, { 'main.cf': 'axdef' }, String(second));
    }
    const { texts } = applySafeFixes({ 'main.cf': 'abcdef' }, once('abcdef', [[1, 3, 'x']], [[4, 5, 'y']]));
    assert.deepEqual(texts, { 'main.cf': 'axdyf' });
  });

  it('takes all edits of a fix or none', () => {
    const find = once('abcdefgh', [[2, 3, 'x']], [[0, 0, 'y'], [3, 4, 'y']], [[5, 6, 'z'], [7, 8, 'z']]); // biome-ignore format: a list of fixes
    const { texts } = applySafeFixes({ 'main.cf': 'abcdefgh' }, find);
    assert.deepEqual(texts, { 'main.cf': 'abxdezgz' });
  });

  it('removes lines that touch one after the other', () => {
    const lines = 300;
    const find = (texts: Texts) => {
      const text = texts['main.cf'] ?? '';
      return [...text.matchAll(/x\n/g)].map(({ index }) => problem(texts, [[index, index + 2, '']]));
    };
    const { texts, applied, changes } = applySafeFixes({ 'main.cf': `a\n${'x\n'.repeat(lines)}b\n` }, find);
    assert.deepEqual(texts, { 'main.cf': 'a\nb\n' });
    assert.equal(applied.length, lines);
    assert.deepEqual(changes['main.cf'], [{ start: 2, end: 2 + 2 * lines, newText: '' }]);
    assert.ok(applied.every(({ offset }) => offset === 2));
  });

  it('takes the first safe fix of several', () => {
    const find = (texts: Texts) => {
      if (texts['main.cf'] !== 'a') return [];
      const all = [1, 2, 3].map((number) => problem(texts, [[0, 1, String(number)]], { safe: number > 1 }));
      return [{ ...(all[0] as Problem), fixes: all.flatMap(({ fixes }) => fixes) }];
    };
    assert.deepEqual(applySafeFixes({ 'main.cf': 'a' }, find).texts, { 'main.cf': '2' });
  });

  it('counts a fix of both files as one, and does without it where one of them is not to be edited', () => {
    const before = { 'main.cf': 'ab', 'master.cf': 'cd' };
    const find = (texts: Texts) =>
      texts['main.cf'] === 'ab' && texts['master.cf'] === 'cd'
        ? [
            problem(texts, [[0, 1, 'x'], [0, 1, 'y', 'master.cf']]), // biome-ignore format: one fix
          ]
        : [];
    const both = applySafeFixes(before, find);
    assert.deepEqual(both.texts, { 'main.cf': 'xb', 'master.cf': 'yd' });
    assert.deepEqual(
      both.applied.map(({ edited, file }) => [file, ...edited]),
      [['main.cf', 'main.cf', 'master.cf']],
    );
    for (const kinds of [['main.cf'], ['master.cf'], []] as FileKind[][]) {
      assert.deepEqual(applySafeFixes(before, find, kinds).texts, before);
    }
  });

  it('leaves the problems of a file alone that is not to be edited', () => {
    const find = (texts: Texts) => {
      const { fixes } = problem(texts, [[0, 1, 'x']]);
      return [{ ...problem(texts, [[0, 0, '', 'master.cf']]), fixes }];
    };
    const before = { 'main.cf': 'a', 'master.cf': 'c' };
    assert.deepEqual(applySafeFixes(before, find, ['main.cf']).texts, before);
  });

  it('ends where two fixes undo each other', () => {
    const find = (texts: Texts) => {
      const text = texts['main.cf'] ?? '';
      const toggled = problem(texts, [[0, 1, text[0] === 'a' ? 'b' : 'a']]);
      return text.endsWith('!') ? [toggled, problem(texts, [[3, 4, '.']])] : [toggled];
    };
    const { texts, applied, changes } = applySafeFixes({ 'main.cf': 'axx!' }, find);
    assert.deepEqual(texts, { 'main.cf': 'bxx.' });
    assert.equal(applied.length, 2);
    assert.equal(changes['main.cf'].length, 2);
    assert.deepEqual(applySafeFixes(texts, find).texts, texts);
  });

  it('ends where a fix calls for another for ever', () => {
    const find = (texts: Texts) => [problem(texts, [[0, 0, 'x']])];
    const { texts } = applySafeFixes({ 'main.cf': '' }, find);
    assert.match(texts['main.cf'] ?? '', /^x{1,20}$/);
  });

  it('leaves out a fix that cannot be applied', () => {
    const text = 'abc';
    const wrong: readonly (readonly Edit[])[] = [
      [],
      [[-1, 1, 'x']],
      [[2, 1, 'x']],
      [[0, 4, 'x']],
      [[0, 1, 'a']],
      [[0, 2, 'x'], [1, 3, 'y']],
      [[0, 0, 'x', 'master.cf']],
    ]; // biome-ignore format: a list of fixes
    for (const edits of wrong) {
      assert.deepEqual(applySafeFixes({ 'main.cf': text }, once(text, edits)).texts, { 'main.cf': text });
    }
    const elsewhere = problem({ 'main.cf': 'abd' }, [[0, 1, 'x']]);
    assert.deepEqual(applySafeFixes({ 'main.cf': text }, () => [elsewhere]).applied, []);
  });

  it('says what it changed of the text as it was, and not what it took back', () => {
    const find = (texts: Texts) => [
      ...once('abcdef', [[0, 1, 'z']], [[2, 4, 'XYZ']], [[6, 6, '!']])(texts),
      ...once('zbXYZef!', [[0, 1, 'a']], [[3, 4, '']])(texts),
    ];
    const { texts, changes } = applySafeFixes({ 'main.cf': 'abcdef' }, find);
    assert.deepEqual(texts, { 'main.cf': 'abXZef!' });
    assert.deepEqual(changes['main.cf'], [
      { start: 2, end: 4, newText: 'XZ' },
      { start: 6, end: 6, newText: '!' },
    ]);
  });

  describe('with the rules', () => {
    function fix(text: string, version = '3.7') {
      const configuration = configurationOf({ 'main.cf': text }, { version });
      const { texts, applied } = applySafeFixes(textsOf(configuration), (now) =>
        problemsIn(withTexts(configuration, now)),
      );
      return { text: texts['main.cf'], rules: applied.map(({ rule }) => rule) };
    }

    it('puts a misspelt ignore right before it mends what that ignores', () => {
      const { text, rules } = fix('# postfix-config: ignore bad-bolean -- a reason\nsoft_bounce = true\n');
      assert.equal(text, '# postfix-config: ignore bad-boolean -- a reason\nsoft_bounce = true\n');
      assert.deepEqual(rules, ['unused-ignore']);
    });

    it('neither renames nor removes a parameter that another value refers to', () => {
      for (const text of [
        'smtp_use_tls = yes\nlmtp_use_tls = $smtp_use_tls\n',
        'smtp_use_tls = yes\nsmtp_tls_security_level = may\nlmtp_use_tls = ${smtp_use_tls}\n',
        'virtual_maps = hash:/etc/postfix/virtual\nproxy_read_maps = $virtual_maps\n',
        'smtpd_tls_eecdh_grade = ultra\nsmtpd_banner = $smtpd_tls_eecdh_grade\n',
      ]) {
        assert.deepEqual(fix(text), { text, rules: [] });
      }
      // What the line says holds without it too.
      assert.equal(fix('disable_dns_lookups = no\nsmtpd_banner = $disable_dns_lookups\n').text, 'smtpd_banner = $disable_dns_lookups\n'); // biome-ignore format: short
    });

    it('does not give a value that Postfix cannot read to a parameter that it always reads', () => {
      const text = 'virtual_maps = ${a b}\n';
      assert.deepEqual(fix(text), { text, rules: [] });
    });
  });
});
