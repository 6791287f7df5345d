// Runs the compiled Mocha tests of some folders, and writes the counts where `npm test` looks for them.
//
//   node scripts/mocha.mjs [--shallow] PATH …     PATH: a folder under test/, or a test file that needs no compiling
//
// The list comes from the sources: a test that was deleted may still lie in out/.
import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { root, runMain, Stop } from './steps.mjs';

/** @param {string} place @param {boolean} deep */
function testFiles(place, deep) {
  if (place.endsWith('.mjs')) return [path.join(root, place)];
  if (!fs.existsSync(path.join(root, place))) return [];
  return fs
    .readdirSync(path.join(root, place), { recursive: deep, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => path.join(root, 'out', place, name.replace(/\.ts$/, '.js')));
}

await runMain(async () => {
  const places = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  // With --shallow the first folder is taken without its sub-folders, which are suites of their own.
  const shallow = process.argv.includes('--shallow');
  const files = places.flatMap((place, index) => testFiles(place, !(shallow && index === 0)));
  if (files.length === 0) throw new Stop(`There is no test in ${places.join(', ')}.`);

  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'spec', color: process.stdout.isTTY === true });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  /** @type {string[]} */
  const failures = [];
  /** @type {import('mocha').Stats} */
  const stats = await new Promise((resolve) => {
    const runner = mocha.run(() => resolve(/** @type {any} */ (runner.stats)));
    runner.on('fail', (test, error) => failures.push(`${test.fullTitle()}: ${error.message}`));
  });
  const counts = { passed: stats.passes, failed: stats.failures, skipped: stats.pending, failures };
  if (process.env.SUITE_COUNTS) fs.writeFileSync(process.env.SUITE_COUNTS, JSON.stringify(counts));
  // Something that a test left open must not keep the suite alive.
  process.exit(stats.failures > 0 || stats.passes === 0 ? 1 : 0);
});
