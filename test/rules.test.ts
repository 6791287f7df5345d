import assert from 'node:assert/strict';
import { rules } from '../server/src/engine/rules/index';
import { fixed, problemsOf } from './check';
import { parseFixture, withoutMarks } from './fixture';

/** Every example of every rule is a test: what is shown to users has been run. */
describe('rules', () => {
  it('have different ids in kebab-case', () => {
    const ids = rules.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z]+(-[a-z0-9]+)*$/);
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      it('has an example that shows the mistake', () => {
        assert.ok(
          rule.examples.some(({ before }) => parseFixture(before).marks.some(({ label }) => label === rule.id)),
        );
      });

      rule.examples.forEach((example, i) => {
        const { files, marks } = parseFixture(example.before);
        const options = example.version ? { version: example.version } : {};
        const problems = problemsOf(files, options);

        it(`example ${i + 1}: reports exactly what is marked`, () => {
          const reported = problems.map(({ rule: label, span }) => ({
            file: span.file.kind,
            text: span.file.text.slice(span.start, span.end),
            start: span.start,
            end: span.end,
            label,
          }));
          const expected = marks.map(({ file, start, end, label }) => ({
            file,
            text: (files[file] ?? '').slice(start, end),
            start,
            end,
            label,
          }));
          const order = (a: (typeof reported)[0], b: (typeof reported)[0]) =>
            a.file.localeCompare(b.file) || a.start - b.start || a.end - b.end || a.label.localeCompare(b.label);
          assert.deepEqual(reported.sort(order), (expected as typeof reported).sort(order));
        });

        it(`example ${i + 1}: says the same in Japanese`, () => {
          const japanese = problemsOf(files, { ...options, locale: 'ja' });
          assert.deepEqual(
            japanese.map(({ rule: id, span, fixes }) => [id, span.start, span.end, fixes.length]),
            problems.map(({ rule: id, span, fixes }) => [id, span.start, span.end, fixes.length]),
          );
          for (const { message } of japanese) assert.match(message, /[\u3040-\u30ff\u4e00-\u9fff]/);
        });

        const { after } = example;
        if (after === undefined) return;
        it(`example ${i + 1}: is mended by its fixes`, () => {
          const expected = parseFixture(after).files;
          const result = fixed(files, problems);
          const clean = Object.fromEntries(Object.entries(result).map(([name, text]) => [name, withoutMarks(text)]));
          assert.deepEqual(clean, expected);
          assert.deepEqual(
            problemsOf(expected, options).map(({ rule: id, message }) => `${id}: ${message}`),
            [],
          );
        });
      });
    });
  }
});
