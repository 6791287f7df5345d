import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Texts, textsOf, withTexts } from '../server/src/engine/configuration/configuration';
import { PostconfFailure, show } from '../server/src/engine/configuration/show';
import { applySafeFixes } from '../server/src/engine/fixes';
import { rules } from '../server/src/engine/rules/index';
import type { FileKind } from '../server/src/engine/syntax/document';
import { completion } from '../server/src/features/completion';
import { hover } from '../server/src/features/hover';
import { rangeOf } from '../server/src/features/request';
import { configurationOf, problemsIn, problemsOf } from './check';
import { parseFixture } from './fixture';

/** Whatever stands in a file, there is an answer: no exception, no hang, no place outside the text. */

const examples = rules.flatMap(({ examples: all }) => all.map(({ before }) => parseFixture(before).files));
const pieces = [
  '\n', ' ', '\t', '=', '-o ', '# ', '{', '}', '${', '$', '$(', ',', ':', '"', '\u3000', '\ufeff', '\0', '\r', '–', '[', ']', 'smtp', 'smtpd_relay_restrictions',
  'permit', 'reject', 'hash:', '\n  ', '\n#', 'inet', '\ud800',
]; // biome-ignore format: a list of words

interface Damage {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.integer({ min: 0, max: 12 }),
  insert: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })),
});

function damaged(text: string, edits: readonly Damage[]): string {
  return edits.reduce((result, { at, remove, insert }) => {
    const offset = Math.floor(at * (result.length + 1));
    return result.slice(0, offset) + insert + result.slice(offset + remove);
  }, text);
}

const configuration = fc
  .record({ example: fc.constantFrom(...examples), edits: fc.array(damage, { maxLength: 6 }) })
  .map(({ example, edits }) => {
    const { 'main.cf': main = 'compatibility_level = 3.6\n', 'master.cf': master = 'smtp inet n - n - - smtpd\n' } =
      example;
    return { 'main.cf': damaged(main, edits), 'master.cf': damaged(master, edits) };
  });

function withCrlf(files: Readonly<Record<FileKind, string>>): Record<FileKind, string> {
  const converted = (text: string) => text.replace(/\r?\n/g, '\r\n');
  return { 'main.cf': converted(files['main.cf']), 'master.cf': converted(files['master.cf']) };
}

/** The same in every run; `FUZZ_SEED` and `FUZZ_RUNS` try others. */
const parameters = { seed: Number(process.env.FUZZ_SEED ?? 1), numRuns: Number(process.env.FUZZ_RUNS ?? 400) };

describe('robustness', function () {
  this.timeout(120_000);

  it('finds places inside the text, and fixes that can be applied, in damaged examples', () => {
    fc.assert(
      fc.property(configuration, fc.constantFrom('2.5', '3.0', '3.7', '3.11'), (files, version) => {
        for (const { span, fixes, message } of problemsOf(files, { version })) {
          assert.ok(message.length > 0);
          const places = [span, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))];
          for (const { file, start, end } of places) {
            assert.ok(start >= 0 && start <= end && end <= file.text.length, `${start}-${end} of ${file.text.length}`);
          }
        }
      }),
      parameters,
    );
  });

  it('applies all safe fixes of damaged examples; there are none left to apply again', () => {
    const applied = { fixes: 0 };
    fc.assert(
      fc.property(
        configuration,
        fc.boolean(),
        fc.constantFrom('2.5', '3.0', '3.7', '3.11'),
        (unix, isCrlf, version) => {
          const files = isCrlf ? withCrlf(unix) : unix;
          const original = configurationOf(files, { version });
          const find = (texts: Texts) => problemsIn(withTexts(original, texts));
          const once = applySafeFixes(files, find);
          applied.fixes += once.applied.length;
          assert.deepEqual(applySafeFixes(once.texts, find).applied, []);
          for (const kind of ['main.cf', 'master.cf'] as const) {
            const document = TextDocument.create(`file:///etc/postfix/${kind}`, 'x', 1, files[kind]);
            const edits = once.changes[kind].map((change) => ({
              range: rangeOf(document, change),
              newText: change.newText,
            }));
            assert.equal(TextDocument.applyEdits(document, edits), once.texts[kind]);
          }
        },
      ),
      parameters,
    );
    assert.ok(applied.fixes > parameters.numRuns / 20, `${applied.fixes} fixes`);
  });

  it('answers hover and completion anywhere', () => {
    fc.assert(
      fc.property(configuration, fc.double({ min: 0, max: 1, noNaN: true }), (files, part) => {
        for (const kind of ['main.cf', 'master.cf'] as const) {
          const text = files[kind];
          const document = TextDocument.create(`file:///etc/postfix/${kind}`, 'x', 1, text);
          const request = {
            configuration: configurationOf(files),
            document,
            kind,
            locale: 'ja' as const,
            uriOf: () => undefined,
            problems: () => [],
            problemsWith: () => [],
          };
          const offset = Math.floor(part * text.length);
          hover(request, offset);
          completion(request, offset, { suggestAfterName: true, itemDefaults: true, snippets: true });
        }
      }),
      parameters,
    );
  });

  it('prints, or says why it cannot', () => {
    fc.assert(
      fc.property(configuration, fc.constantFrom('n', 'x', 'd', 'M', 'F', 'P'), (files, mode) => {
        try {
          show(configurationOf(files), mode);
        } catch (failure) {
          if (!(failure instanceof PostconfFailure)) throw failure;
        }
      }),
      parameters,
    );
  });

  const MEGABYTE = 1 << 20;
  const long: readonly (readonly [string, string])[] = [
    ['one long value', `mynetworks = ${'192.0.2.1/32, '.repeat(MEGABYTE / 14)}`],
    [
      'one long list of restrictions',
      `smtpd_relay_restrictions = ${'permit_mynetworks, '.repeat(MEGABYTE / 18)}reject`,
    ],
    ['one long line of blanks', `myorigin = a${' '.repeat(MEGABYTE)}b`],
    ['many dollar signs', `myorigin = ${'$'.repeat(MEGABYTE)}`],
    ['many open braces', `myorigin = ${'${a?{'.repeat(MEGABYTE / 64)}`],
    ['many short lines', 'a=\n'.repeat(MEGABYTE / 4)],
    ['many continuation lines', `mynetworks =\n${'  192.0.2.1\n# x\n'.repeat(MEGABYTE / 64)}`],
    ['many options', `smtp inet n - n - - smtpd${' -o a=b'.repeat(MEGABYTE / 32)}`],
    ['many words after a service', `smtp inet n - n - - smtpd${' a'.repeat(MEGABYTE / 8)}`],
    ['full-width blanks', `myorigin = ${'\u3000a'.repeat(MEGABYTE / 64)}`],
  ];
  it('applies very many fixes in time', () => {
    const lines = 20_000;
    const began = Date.now();
    const original = configurationOf({ 'main.cf': 'soft_bounce = true\nbiff = on # x\n'.repeat(lines / 2) });
    const { applied } = applySafeFixes(textsOf(original), (texts) => problemsIn(withTexts(original, texts)));
    assert.ok(applied.length > 0);
    assert.ok(Date.now() - began < 10_000, `${Date.now() - began} ms`);
  });

  for (const [what, text] of long) {
    it(`takes time that is linear in the text: ${what}`, () => {
      for (const files of [{ 'main.cf': text }, { 'master.cf': text }]) {
        const began = Date.now();
        problemsOf(files);
        assert.ok(Date.now() - began < 5000, `${Date.now() - began} ms`);
      }
    });
  }
});
