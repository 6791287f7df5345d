// `npm test [-- SUITE …]`: installs what the tests need, runs every suite (or those named) and adds up the results.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compilers } from '../tools/vscode-offline/install.mjs';
import {
  findChromium,
  findCommand,
  installDebianPackages,
  installModules,
  runMain,
  Stop,
  say,
  secondsSince,
  start,
} from './steps.mjs';

const isCi = process.env.CI === 'true' || process.env.CI === '1';

/** What a suite may need of the machine: how to see that it is there, and the Debian packages that bring it. */
const needs = {
  postfix: {
    packages: ['postfix', 'postfix-pcre'],
    present: () => findCommand('postconf') && fs.existsSync('/usr/lib/postfix/postfix-pcre.so'),
  },
  // The mechanisms with which Postfix logs in at a relay; Debian only recommends them.
  sasl: {
    packages: ['libsasl2-modules'],
    present: () => fs.readdirSync('/usr/lib').some((name) => fs.existsSync(`/usr/lib/${name}/sasl2/libplain.so`)),
  },
  chromium: { packages: ['chromium'], present: findChromium },
  // Without these a picture of Japanese text shows empty boxes.
  fonts: {
    packages: ['fonts-noto-cjk'],
    present: () => fs.existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  },
  compilers: { packages: compilers, present: () => compilers.every((name) => findCommand(name)) },
};

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string[]} command arguments for Node
 * @property {(keyof typeof needs)[]} [needs]
 * @property {number} [limit] seconds, after which the suite is ended and counts as failed
 * @property {boolean} [counts] it writes how many tests passed and failed; otherwise its exit status is its one test
 */

/** @param {string} name @param {string[]} places @param {Partial<Suite>} [more] @returns {Suite} */
const mocha = (name, places, more = {}) => ({
  name,
  command: ['scripts/mocha.mjs', ...places],
  counts: true,
  ...more,
});

/** @type {Pick<Suite, 'needs' | 'limit' | 'counts'>} */
const inVsCode = { needs: ['chromium', 'fonts', 'compilers'], limit: 300, counts: true };

/** @type {Suite[]} */
const suites = [
  { name: 'lint', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'] },
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'bundles', command: ['esbuild.mjs'] },
  mocha('unit', ['--shallow', 'test', 'test/unit', 'test/syntax']),
  mocha('postconf', ['test/postconf'], { needs: ['postfix'], limit: 600 }),
  mocha('access', ['test/access'], { needs: ['postfix', 'sasl'], limit: 600 }),
  mocha('protocol', ['test/protocol']),
  mocha('cli', ['test/cli']),
  mocha('grammar', ['test/grammar']),
  mocha('reference', ['test/docs/search.test.mjs'], { needs: ['chromium', 'fonts'] }),
  mocha('snippets', ['test/snippets'], { needs: ['postfix', 'sasl'] }),
  mocha('proof', ['test/proof'], { needs: ['postfix'], limit: 300 }),
  { name: 'package', command: ['scripts/package.mjs'] },
  { name: 'vscode', command: ['scripts/vscode-suite.mjs', 'newest'], ...inVsCode },
  { name: 'vscode ja', command: ['scripts/vscode-suite.mjs', 'newest', 'ja'], ...inVsCode },
  { name: 'vscode 1.96', command: ['scripts/vscode-suite.mjs', '1.96'], ...inVsCode },
  { ...mocha('pages', ['test/vscode/drive.mjs']), ...inVsCode },
  { ...mocha('pages 1.96', ['test/vscode/drive.mjs', '--version=1.96']), ...inVsCode },
  { name: 'smoke', command: ['scripts/start.mjs', '--smoke'], needs: ['chromium'], limit: 300 },
];

/** @typedef {{ name: string, passed: number, failed: number, skipped: number, failures?: string[], seconds: string }} Result */

/**
 * Brings in what the suites need. What cannot be had is told once; its suites are skipped later.
 * @param {Suite[]} chosen
 */
async function prepare(chosen) {
  for (const name of new Set(chosen.flatMap((suite) => suite.needs ?? []))) {
    const { packages, present } = needs[name];
    if (present()) continue;
    try {
      await installDebianPackages(packages, `${name}, for the tests`);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      say(error.message);
    }
  }
}

/** @param {Suite} suite @returns {Promise<Result>} */
async function runSuite({ name, command, needs: wanted = [], limit = 300, counts = false }) {
  say(`\n=== ${name} ===`);
  const lacking = wanted.filter((need) => !needs[need].present());
  if (lacking.length > 0) {
    say(`skipped: ${lacking.join(' and ')} cannot be found on this machine`);
    // Where a machine is set up for nothing but these tests, a test that did not run proves nothing.
    if (isCi) say('With CI=true this is a failure.');
    return { name, passed: 0, failed: isCi ? 1 : 0, skipped: isCi ? 0 : 1, seconds: '0.0' };
  }
  const file = path.join(os.tmpdir(), `postfix-config-counts-${process.pid}.json`);
  fs.rmSync(file, { force: true });
  const since = Date.now();
  // Some programs take CI=true for a wish to see colours, also in a log file.
  const env = { ...process.env, SUITE_COUNTS: file, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }) };
  const { exited, stop } = start(process.execPath, command, { stdio: ['ignore', 'inherit', 'inherit'], env });
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, limit * 1000, 'late');
  });
  const status = await Promise.race([exited, late]);
  clearTimeout(timer);
  await stop();
  if (status === 'late') say(`${name} was ended: it took more than ${limit} seconds`);

  const counted = counts ? readCounts(file) : { passed: status === 0 ? 1 : 0, failed: 0, skipped: 0 };
  if (isCi && counted.skipped > 0) {
    say('With CI=true a test that was skipped is a failure.');
    counted.failed += counted.skipped;
    counted.skipped = 0;
  }
  // A run that ends badly without a failed test, or without any test at all, is not to be trusted.
  if (counted.failed === 0 && (status !== 0 || counted.passed === 0)) counted.failed = 1;
  return { name, ...counted, seconds: secondsSince(since) };
}

/** @param {string} file */
function readCounts(file) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const counts = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.rmSync(file);
  return counts;
}

/** @param {Result[]} results */
function printTable(results) {
  const header = ['suite', 'passed', 'failed', 'skipped', 'seconds'];
  const rows = results.map((result) =>
    [result.name, result.passed, result.failed, result.skipped, result.seconds].map(String),
  );
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (/** @type {string[]} */ cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ');
  say(['', line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), ''].join('\n'));
}

await runMain(async () => {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new Stop(`There is no suite ${unknown.join(', ')}; there are: ${suites.map(({ name }) => name).join(', ')}.`);
  }
  const chosen = names.length > 0 ? suites.filter(({ name }) => names.includes(name)) : suites;
  await installModules();
  await prepare(chosen);
  /** @type {Result[]} */
  const results = [];
  for (const suite of chosen) results.push(await runSuite(suite));
  printTable(results);
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped');
  // Once more at the end: of a long run often only that is kept.
  for (const { name, failures = [] } of results) for (const failure of failures) say(`${name}: ${failure}`);
  say(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return sum('failed') > 0 ? 1 : 0;
});
