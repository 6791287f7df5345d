import assert from 'node:assert/strict';
import { skipUnless, whyNotPostfix } from '../instance';
import { compareWorld, type Disagreement, emptyComparison } from './compare';

/** `QUESTIONS=50000 SEED=7` asks more, and others. */
const QUESTIONS = Number(process.env.QUESTIONS ?? 3000);
const SEED = Number(process.env.SEED ?? 1);
const SIZES = { services: 24, questions: 12 };

describe('who may relay: our answers are those of the real smtpd', function () {
  this.timeout(60_000 + QUESTIONS * 100);
  skipUnless(whyNotPostfix());

  it(`${QUESTIONS} random questions`, async () => {
    const result = emptyComparison();
    const worlds = Math.ceil(QUESTIONS / (SIZES.services * SIZES.questions));
    for (let i = 0; i < worlds; i++) await compareWorld(SEED * 1_000_000 + i, SIZES, result);
    const { counts } = result;
    const disagreements = await thoseThatComeBack(result.disagreements);
    console.log(
      `      ${Object.entries(counts)
        .map(([verdict, count]) => `${count} ${verdict}`)
        .join(', ')}`,
    );
    const reports = disagreements
      .sort((a, b) => a.report.length - b.report.length)
      .map(({ seed, service, what, report }) => `seed ${seed}, service ${service}: ${what}\n${report}`);
    assert.equal(
      disagreements.length,
      0,
      `${disagreements.length} differ, such as\n${reports.slice(0, 3).join('\n\n')}`,
    );
    assert.ok(
      (counts.accepted ?? 0) > QUESTIONS / 10 && (counts.refused ?? 0) > QUESTIONS / 10,
      'answers of both kinds',
    );
  });
});

/** A session that something else on the machine has spoilt is not a disagreement: a real one comes back. */
async function thoseThatComeBack(found: readonly Disagreement[]): Promise<Disagreement[]> {
  const again = emptyComparison();
  for (const seed of new Set(found.map((one) => one.seed))) await compareWorld(seed, SIZES, again);
  return again.disagreements;
}
