// What the scripts share: running programs in their own process group, installing what is missing, saying so.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.dirname(import.meta.dirname);

/** An end that is explained to the user in one sentence: no stack trace helps here. */
export class Stop extends Error {}

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** @param {number} since a value of Date.now() */
export const secondsSince = (since) => ((Date.now() - since) / 1000).toFixed(1);

/** Process groups that must not outlive this program. @type {Set<number>} */
const groups = new Set();

/** @param {number} group @param {NodeJS.Signals} signal */
function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}

/** What is to be ended in good order when this program is interrupted. @type {Set<() => Promise<void>>} */
export const cleanups = new Set();

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, async () => {
    await Promise.allSettled([...cleanups].map((cleanup) => cleanup()));
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}
process.on('exit', () => {
  for (const group of groups) signalGroup(group, 'SIGTERM');
});

/**
 * A program with a process group of its own, so that it can be ended together with all that it started.
 * The end of this process ends it too.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options, detached: true });
  const group = child.pid;
  if (group !== undefined) groups.add(group);
  const exited = new Promise((resolve) => {
    child.once('error', (error) => {
      say(`cannot run ${command}: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (code, signal) => resolve(code ?? `ended by ${signal}`));
  });
  const stop = async (patience = 5000) => {
    if (group === undefined) return;
    for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
      if (!signalGroup(group, signal)) break;
      const deadline = Date.now() + patience;
      while (signalGroup(group, /** @type {any} */ (0)) && Date.now() < deadline) await pause(50);
    }
    groups.delete(group);
  };
  return { child, exited, stop };
}

/** @param {number} milliseconds */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Runs a program to its end and hands back what it printed.
 * @param {string} command @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, seconds?: number, show?: boolean }} [options]
 *   `show` also passes the output on, as it comes
 */
export async function run(command, args, { cwd = root, env = {}, seconds = 600, show = false } = {}) {
  const { child, exited, stop } = start(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const [from, to] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    from?.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (show) to.write(text);
    });
  }
  const closed = new Promise((resolve) => child.once('close', resolve));
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, seconds * 1000, 'late');
  });
  const code = await Promise.race([exited, late]);
  clearTimeout(timer);
  await stop();
  await Promise.race([closed, pause(1000)]);
  return { code, output, timedOut: code === 'late', ok: code === 0 };
}

/** Where a command is on the PATH, if it is. @param {string} name */
export function findCommand(name) {
  // An ordinary user's PATH on Debian lacks the directory where Postfix's programs are.
  const places = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin'];
  return places
    .filter((place) => path.isAbsolute(place))
    .map((place) => path.join(place, name))
    .find((file) => {
      try {
        fs.accessSync(file, fs.constants.X_OK);
        return fs.statSync(file).isFile();
      } catch {
        return false;
      }
    });
}

/** The last lines of a program's output: where it says what went wrong. @param {string} output */
export const tail = (output, lines = 15) => output.trimEnd().split('\n').slice(-lines).join('\n');

const isRoot = () => process.getuid?.() === 0;
let listsAreFresh = false;

/**
 * Installs Debian packages if this user may; otherwise throws a Stop that names the command to type.
 * @param {string[]} packages @param {string} purpose "what for", as the end of a sentence
 */
export async function installDebianPackages(packages, purpose) {
  const names = packages.join(' ');
  if (!isRoot() || !findCommand('apt-get')) {
    throw new Stop(`Please install ${purpose}: sudo apt-get install ${names}`);
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  say(`Installing ${names} with apt-get (${purpose}) …`);
  const since = Date.now();
  let result = listsAreFresh || hasPackageLists() ? await install() : undefined;
  if (!result?.ok && !listsAreFresh) {
    // The machine's package lists may be absent or name versions that are gone.
    const update = await run('apt-get', ['update'], { env });
    if (!update.ok) say(tail(update.output, 3));
    listsAreFresh = true;
    result = await install();
  }
  if (!result?.ok) throw new Stop(`apt-get could not install ${names} (${purpose}):\n${tail(result?.output ?? '')}`);
  say(`  done in ${secondsSince(since)} s`);
}

function hasPackageLists() {
  try {
    return fs.readdirSync('/var/lib/apt/lists').some((name) => name.includes('_Packages'));
  } catch {
    return false;
  }
}

/** Whether node_modules holds just what package-lock.json asks for. */
function modulesAreCurrent() {
  try {
    const read = (/** @type {string} */ file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
    const wanted = read('package-lock.json');
    const present = read('node_modules/.package-lock.json');
    return Object.entries(wanted).every(
      ([place, { version, optional }]) => place === '' || optional || present[place]?.version === version,
    );
  } catch {
    return false;
  }
}

/** `npm ci`, unless the installed modules are those of the lock file. */
export async function installModules() {
  if (modulesAreCurrent()) return;
  say('Installing the npm modules of package-lock.json …');
  const since = Date.now();
  // No module needs its install script here, and some of them would download programs.
  const { ok, output } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (!ok) throw new Stop(`npm could not install the modules:\n${tail(output)}`);
  say(`  done in ${secondsSince(since)} s`);
}

/** The path of a Chromium for Playwright. */
export const findChromium = () => process.env.CHROMIUM ?? findCommand('chromium') ?? findCommand('google-chrome');

/** Runs a script's main function; a Stop becomes one sentence and exit status 1. @param {() => Promise<number | void>} main */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof Stop ? error.message : error);
  }
}
