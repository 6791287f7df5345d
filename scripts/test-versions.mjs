// npm run test:versions: the tests against postconf once more with the Postfix of three other Debian releases, each in a
// directory of its own under .vscode-test/ (300 MB each, made once by debootstrap; needs root). npm test asks the one that
// is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runMain, Stop, say } from './steps.mjs';

const RELEASES = ['bullseye', 'trixie', 'forky'];
const root = path.join(import.meta.dirname, '..');
const SUITES = [
  ...['corpus', 'defaults', 'warnings', 'random'].map((name) => `out/test/postconf/${name}.test.js`),
  'out/test/access/differential.test.js',
  'out/test/access/stock.test.js',
];

/** @param {string} release @returns {string} the directory of its system */
function systemOf(release) {
  const directory = path.join(root, '.vscode-test', `debian-${release}`);
  if (fs.existsSync(path.join(directory, 'usr/sbin/postconf'))) return directory;
  say(`Installing Debian ${release} in ${path.relative(root, directory)}, about 300 MB …`);
  // An older debootstrap does not know the names of newer releases; they are all made alike.
  const script = '/usr/share/debootstrap/scripts';
  const options = fs.existsSync(path.join(script, release)) ? [] : [path.join(script, 'sid')];
  const wanted = ['--variant=minbase', '--include=postfix,postfix-pcre'];
  const { status } = spawnSync('debootstrap', [...wanted, release, directory, mirror(), ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Stop(`Debian ${release} could not be installed: is debootstrap there, and are you root?`);
  return directory;
}

/** The Debian mirror that this machine uses. */
function mirror() {
  const args = ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages', 'Component: main'];
  const found = spawnSync('apt-get', args, { encoding: 'utf8' }).stdout?.split('\n') ?? [];
  return found.find((uri) => !uri.includes('security')) ?? '';
}

await runMain(async () => {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b'], { cwd: root, stdio: 'inherit' });
  let failed = 0;
  for (const release of RELEASES) {
    const env = { ...process.env, POSTFIX_CHROOT: systemOf(release), RANDOM_CONFIGURATIONS: '500' };
    say(`\n=== Debian ${release} ===`);
    const { status } = spawnSync(
      process.execPath,
      ['node_modules/mocha/bin/mocha.js', '--reporter', 'dot', ...SUITES],
      {
        cwd: root,
        env,
        stdio: 'inherit',
      },
    );
    if (status !== 0) failed++;
  }
  if (failed > 0) throw new Stop(`${failed} of ${RELEASES.length} releases differ.`);
});
