import assert from 'node:assert/strict';
import { rules } from '../../server/src/engine/rules/index';
import type { Example, Proof } from '../../server/src/engine/rules/rule';
import { parseFixture } from '../fixture';
import { skipUnless } from '../instance';
import { forEachParallel } from '../postconf/postconf';
import { whyNotTls } from '../snippets/postfix';
import { provoke } from './provoke';

interface Case {
  readonly title: string;
  readonly rule: string;
  readonly example: Example;
  readonly proof: Proof;
}

const cases: readonly Case[] = rules.flatMap(({ id, examples }) =>
  examples.flatMap((example, i) =>
    example.proof ? [{ title: `${id}, example ${i + 1}`, rule: id, example, proof: example.proof }] : [],
  ),
);

describe('proofs', () => {
  it('belong to mistakes, and tell something', () => {
    for (const { title, rule, example, proof } of cases) {
      assert.ok(
        parseFixture(example.before).marks.some(({ label }) => label === rule),
        title,
      );
      assert.ok(proof.says.trim().length >= 8, title);
    }
  });
});

describe('what the real Postfix says', function () {
  this.timeout(280_000);
  skipUnless(whyNotTls());

  /** What is not as the proof says, by case. */
  const differences = new Map<Case, readonly string[]>();
  // Most of the time goes by in waiting: a Postfix program sleeps a second before it ends with a fatal error.
  before(() =>
    forEachParallel(cases.filter(isWanted), async (one) => {
      differences.set(one, await judge(one).catch((error: Error) => [error.stack ?? error.message]));
    }),
  );

  for (const one of cases) {
    it(titleOf(one), () => {
      const found = differences.get(one) ?? ['it was not run'];
      if (found.length > 0) assert.fail(found.join('\n\n'));
    });
  }
});

function titleOf({ title, proof }: Case): string {
  return `${title}: ${proof.by}: ${proof.says}`;
}

/** With `mocha -g PATTERN` the others are not even provoked. */
function isWanted(one: Case): boolean {
  const option = process.argv.findIndex((argument) => argument === '-g' || argument === '--grep');
  return option < 0 || new RegExp(process.argv[option + 1] ?? '').test(`what the real Postfix says ${titleOf(one)}`);
}

async function judge({ example, proof }: Case): Promise<string[]> {
  const { says } = proof;
  const found: string[] = [];
  const wrong = await provoke(proof, parseFixture(example.before).files, says);
  if (!wrong.text.includes(says)) found.push(`Of the mistake it only says:\n${wrong.text}`);
  if (example.after === undefined) return found;

  const right = await provoke(proof, parseFixture(example.after).files);
  if (right.text.includes(says)) found.push(`It says so without the mistake too:\n${right.text}`);
  if (!right.accepted) found.push(`It does not accept the text without the mistake:\n${right.text}`);
  const known = troublesIn(wrong.text);
  const others = [...troublesIn(right.text)].filter((trouble) => !known.has(trouble));
  if (others.length > 0) found.push(`Without the mistake it complains of others:\n${others.join('\n')}`);
  return found;
}

/** The messages of a program that failed, without time and process. */
function troublesIn(text: string): Set<string> {
  return new Set(text.match(/(?:fatal|error|panic): .*/g));
}
