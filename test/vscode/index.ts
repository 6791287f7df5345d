// The suite's entry inside the extension host, for VS Code's `extensionTestsPath`.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { format } from 'node:util';

/** Called by VS Code. Throws unless every test passed. */
export async function run(): Promise<void> {
  // Mocha is an ES module; this file is not.
  const { default: Mocha } = await import('mocha');
  const report = process.env.SUITE_REPORT;
  const print = (...args: unknown[]) => {
    if (report) fs.appendFileSync(report, `${format(...args)}\n`);
    else console.log(...args);
  };
  Mocha.reporters.Base.consoleLog = print;

  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false });
  for (const file of fs.readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  const stats = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats as Mocha.Stats));
    runner.on('fail', (test, error: Error) => print('failed: %s: %s', test.fullTitle(), error.message));
  });
  // Whoever started VS Code looks for this line: an extension host that dies is reported as a success.
  print('%d passed, %d failed, %d skipped', stats.passes, stats.failures, stats.pending);
  if (stats.failures > 0) throw new Error(`${stats.failures} test(s) failed`);
  if (stats.passes === 0) throw new Error('no test ran');
}
