// Runs test/vscode/*.test.ts inside the extension host of a real VS Code, with the packaged extension.
//
//   node scripts/vscode-suite.mjs [newest|1.96] [en|ja]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { openBrowser, startServer } from '../tools/vscode-offline/server.mjs';
import { fakePostconf } from './fake-postconf.mjs';
import { vsixFile } from './package.mjs';
import { cleanups, root, runMain, Stop, say } from './steps.mjs';
import { unpackVsix } from './vsix.mjs';

const limit = 240_000;
const [version = 'newest', locale = 'en'] = process.argv.slice(2);
const logFile = path.join(root, 'test-results', `vscode-${version}-${locale}.log`);

/** Passes a growing file on. @param {string} file */
function follow(file) {
  let shown = 0;
  const show = () => {
    const text = fs.readFileSync(file);
    process.stdout.write(text.subarray(shown));
    shown = text.length;
  };
  const watcher = fs.watch(file, show);
  return () => {
    watcher.close();
    show();
  };
}

/** Opens the workspace and waits for the suite's exit code. @param {string} work @param {string} report */
async function runSuite(work, report) {
  const folder = path.join(work, 'workspace');
  const extension = path.join(work, 'extension');
  fs.cpSync(path.join(root, 'test/vscode/workspace'), folder, { recursive: true });
  unpackVsix(vsixFile(), extension);
  const env = { SUITE_REPORT: report, SUITE_LOCALE: locale, ...fakePostconf(work) };
  const server = await startServer({ version, locale, env, tests: true });
  const log = fs.createWriteStream(logFile);
  let browser;
  try {
    browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const finished = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Stop(`The suite did not end within ${limit / 1000} seconds.`)), limit).unref();
      page.on('crash', () => reject(new Stop('The page crashed.')));
      // The workbench calls these two by name.
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    });
    finished.catch(() => {});
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ level, /** @type {unknown[]} */ args) => {
      log.write(`[${level}] ${format(...args)}\n`);
    });
    await page.goto(
      server.page(folder, [
        ['extensionDevelopmentPath', server.remote(extension)],
        ['extensionTestsPath', server.remote(path.join(root, 'out/test/vscode/index.js'))],
      ]),
    );
    return await finished;
  } finally {
    await browser?.close();
    await server.stop();
    log.end();
  }
}

await runMain(async () => {
  if (!fs.existsSync(vsixFile())) throw new Stop('There is no package to test: run `npm run package` first.');
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'postfix-config-suite-'));
  const remove = async () => fs.rmSync(work, { recursive: true, force: true });
  cleanups.add(remove);
  const report = path.join(work, 'report.txt');
  fs.writeFileSync(report, '');
  fs.mkdirSync(path.dirname(logFile), { recursive: true });
  const unfollow = follow(report);
  let code;
  try {
    code = await runSuite(work, report);
  } finally {
    unfollow();
    const text = fs.readFileSync(report, 'utf8');
    await remove();
    // The exit code of an extension host that was killed is 0 as well: only the report tells that tests ran.
    const [, passed, failed, skipped] = (/^(\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(text) ?? []).map(Number);
    if (passed === undefined) say('The suite ended without a result.');
    else if (process.env.SUITE_COUNTS) {
      const failures = [...text.matchAll(/^failed: (.*)$/gm)].map((match) => match[1]);
      fs.writeFileSync(process.env.SUITE_COUNTS, JSON.stringify({ passed, failed, skipped, failures }));
    }
    if (code !== 0 || !passed || failed) {
      process.exitCode = 1;
      say(`VS Code ended the suite with ${code}; its log is ${path.relative(root, logFile)}.`);
    }
  }
  return Number(process.exitCode ?? 0);
});
