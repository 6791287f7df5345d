import assert from 'node:assert/strict';
import { Random } from '../random';
import { MODES, OPTIONS, ours } from './ours';
import { configurationDirectory, forEachParallel, installedVersion, postconf, removeDirectory } from './postconf';
import { randomConfiguration } from './randomConfiguration';

/** How many; `RANDOM_CONFIGURATIONS` and `RANDOM_SEED` try others. */
const COUNT = Number(process.env.RANDOM_CONFIGURATIONS ?? 2000);
const SEED = Number(process.env.RANDOM_SEED ?? 1);

describe('show prints what postconf prints, for random configurations', function () {
  this.timeout(600_000);
  before(function () {
    if (!installedVersion) {
      console.log('skipped: there is no postconf on the PATH');
      this.skip();
    }
  });

  it(`${COUNT} of them`, async () => {
    const seeds = Array.from({ length: COUNT }, (_, i) => SEED * 1_000_000 + i);
    const differences: string[] = [];
    const counts = { equal: 0, fatal: 0 };
    await forEachParallel(seeds, async (seed, index) => {
      const files = randomConfiguration(new Random(seed));
      const directory = configurationDirectory(
        Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text, 'latin1')])),
      );
      // Two of the six for each: every pair of them is reached three hundred times and more.
      for (const mode of [MODES[index % 6], MODES[(index * 5 + 1) % 6]] as typeof MODES) {
        const theirs = await postconf('-c', directory, ...OPTIONS[mode]);
        const mine = await ours(files, directory, mode, theirs.pid);
        const expected = theirs.status === 0 ? theirs.stdout : undefined;
        if (mine !== expected) {
          differences.push(`seed ${seed} -${mode}\n${firstDifference(mine, expected)}\n${theirs.stderr.slice(0, 300)}`);
        } else counts[expected === undefined ? 'fatal' : 'equal']++;
      }
      removeDirectory(directory);
    });
    console.log(
      `      ${counts.equal} outputs equal, ${counts.fatal} refused by both, ${differences.length} different`,
    );
    assert.equal(differences.length, 0, differences.slice(0, 5).join('\n'));
    assert.ok(counts.equal > counts.fatal, 'most random configurations are accepted');
  });
});

function firstDifference(mine: string | undefined, theirs: string | undefined): string {
  if (mine === undefined || theirs === undefined) {
    return `ours ${mine === undefined ? 'refuses' : 'prints'}, theirs ${theirs === undefined ? 'refuses' : 'prints'}`;
  }
  const [ourLines, theirLines] = [mine.split('\n'), theirs.split('\n')];
  const at = ourLines.findIndex((line, i) => line !== theirLines[i]);
  return `  ours:   ${ourLines[at]}\n  theirs: ${theirLines[at]}`;
}
