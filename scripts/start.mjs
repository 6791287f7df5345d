// `npm start [-- FOLDER]`: opens a real VS Code with the extension, on the bundled example or on a folder of yours.
// `npm start -- --smoke`: the same without a screen, until the first squiggle is seen; leaves a picture of it.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildPackage } from './package.mjs';
import {
  cleanups,
  findChromium,
  findCommand,
  installDebianPackages,
  installModules,
  pause,
  root,
  runMain,
  Stop,
  say,
  secondsSince,
  start,
} from './steps.mjs';

const began = Date.now();
const example = path.join(root, 'examples/home-server');
const picture = path.join(root, 'test-results/smoke.png');

/** What is opened: a folder, and the file shown first. */
function target() {
  const { values, positionals } = readArguments();
  // npm starts scripts in the project's root; a relative path counts from where the user is.
  const named = path.resolve(process.env.INIT_CWD ?? '.', positionals[0] ?? example);
  if (!fs.existsSync(named)) throw new Stop(`There is no ${named}.`);
  const isFile = fs.statSync(named).isFile();
  const folder = isFile ? path.dirname(named) : named;
  const file = isFile ? named : path.join(named, 'main.cf');
  return { smoke: values.smoke, folder, file: fs.existsSync(file) ? file : undefined };
}

function readArguments() {
  try {
    const parsed = parseArgs({ options: { smoke: { type: 'boolean', default: false } }, allowPositionals: true });
    if (parsed.positionals.length <= 1) return parsed;
  } catch {
    // falls through to the usage line
  }
  throw new Stop('Usage: npm start [-- FOLDER]   or   npm start -- --smoke [FOLDER]');
}

/** @param {string} folder settings and extensions for one session, so that the user's own stay as they are */
function startOptions(folder) {
  const ours = folder === example;
  return {
    // A folder of unknown origin is treated as VS Code always does: it asks first.
    trust: ours,
    settings: ours ? {} : { 'security.workspace.trust.startupPrompt': 'once' },
    locale: /^ja/.test(process.env.LC_ALL || process.env.LANG || '') ? 'ja' : 'en',
  };
}

/**
 * The VS Code of this machine. Its profile is a throw-away one.
 * @param {string} code @param {string} vsix @param {ReturnType<typeof target>} what
 * @returns {Promise<boolean>} false if the extension cannot be installed into it
 */
async function openInstalled(code, vsix, { folder, file }) {
  const { quietSettings } = await import('../tools/vscode-offline/server.mjs');
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'postfix-config-code-'));
  const remove = async () => fs.rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  cleanups.add(remove);
  const { trust, settings } = startOptions(folder);
  const data = path.join(directory, 'data');
  fs.mkdirSync(path.join(data, 'User'), { recursive: true });
  fs.writeFileSync(path.join(data, 'User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  const profile = ['--user-data-dir', data, '--extensions-dir', path.join(directory, 'extensions')];
  // Chromium, which VS Code is built on, refuses to run as root with its sandbox.
  if (process.getuid?.() === 0) profile.push('--no-sandbox');
  try {
    const installed = spawnSync(code, [...profile, '--install-extension', vsix], {
      encoding: 'utf8',
      timeout: 120_000,
    });
    if (installed.status !== 0) {
      say(`${code} could not install the extension: ${(installed.stderr || String(installed.error)).trim()}`);
      return false;
    }
    const trusted = trust ? ['--disable-workspace-trust'] : [];
    say(`VS Code opens ${folder} in a window of its own; your settings and extensions are left alone.`);
    say('Close that window to end this command.');
    const { exited } = start(code, [...profile, ...trusted, '--new-window', '--wait', folder, ...(file ? [file] : [])]);
    const status = await exited;
    if (status !== 0) throw new Stop(`${code} ended with ${status}.`);
    // `--wait` also ends when main.cf alone is closed; the profile is needed for as long as the window is there.
    while (isRunning(path.join(data, 'code.lock'))) await pause(500);
    return true;
  } finally {
    cleanups.delete(remove);
    await remove();
  }
}

/** Whether the VS Code that wrote its process id to a file is alive. @param {string} lock */
function isRunning(lock) {
  try {
    return process.kill(Number.parseInt(fs.readFileSync(lock, 'utf8'), 10), 0);
  } catch {
    return false;
  }
}

/** The VS Code out of npm packages, shown by the user's browser until Ctrl+C. @param {string} vsix @param {ReturnType<typeof target>} what */
async function serve(vsix, { folder, file }) {
  const { startServer } = await import('../tools/vscode-offline/server.mjs');
  const server = await startServer({ vsix: [vsix], ...startOptions(folder) });
  const address = server.page(folder, file ? [['openFile', server.remote(file)]] : []);
  say(`VS Code with the extension is running on ${folder}. Open this address in a browser on this machine:\n`);
  say(`    ${address}\n`);
  say('Files are saved only when you save them. Press Ctrl+C here to end it.');
  process.removeAllListeners('SIGINT');
  await new Promise((resolve) => process.once('SIGINT', resolve));
  await server.stop();
}

/** @param {string} vsix @param {ReturnType<typeof target>} what */
async function smoke(vsix, { folder, file }) {
  if (!file) throw new Stop(`${folder} has no main.cf to look at.`);
  const { startServer, openBrowser } = await import('../tools/vscode-offline/server.mjs');
  fs.mkdirSync(path.dirname(picture), { recursive: true });
  fs.rmSync(picture, { force: true });
  say('Opening VS Code without a screen …');
  const opened = Date.now();
  const server = await startServer({ vsix: [vsix] });
  let browser;
  try {
    browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(server.page(folder, [['openFile', server.remote(file)]]));
    const squiggle = page.locator('.editor-instance .squiggly-error, .editor-instance .squiggly-warning').first();
    const seen = await squiggle.waitFor({ timeout: 60_000 }).then(
      () => true,
      () => false,
    );
    const seconds = secondsSince(opened);
    await page.screenshot({ path: picture });
    const shown = path.relative(root, picture);
    if (!seen) throw new Stop(`No squiggle appeared in ${file} within 60 seconds; ${shown} shows what VS Code showed.`);
    say(
      `VS Code marked a problem in ${path.basename(file)} ${seconds} seconds after it was opened ` +
        `(${secondsSince(began)} seconds in all); the picture is ${shown}.`,
    );
  } finally {
    await browser?.close();
    await server.stop();
  }
}

await runMain(async () => {
  const what = target();
  if (what.smoke && !findChromium()) await installDebianPackages(['chromium'], 'Chromium, to see the window with');
  await installModules();
  const vsix = await buildPackage();
  if (what.smoke) return smoke(vsix, what);
  const code = findCommand('code');
  if (code && (await openInstalled(code, vsix, what))) return;
  await serve(vsix, what);
});
