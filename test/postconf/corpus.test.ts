import assert from 'node:assert/strict';
import { check } from '../check';
import { MODES, OPTIONS, ours } from './ours';
import { type Place, places } from './places';
import { configurationDirectory, installedVersion, postconf, removeDirectory } from './postconf';

/** Writes a place to a directory of its own, asks, and clears it away. */
async function inDirectory(place: Place, ask: (directory: string) => Promise<void>): Promise<void> {
  const directory = configurationDirectory(place.files);
  try {
    await ask(directory);
  } finally {
    removeDirectory(directory);
  }
}

function textsOf({ files }: Place): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([file, bytes]) => [file, bytes.toString('latin1')]));
}

/** What depends on this machine and its network and not on the text. */
const OF_THE_MACHINE = /host not found|no local interface/;

describe('against the real postconf', function () {
  this.timeout(60_000);
  before(function () {
    if (!installedVersion) {
      console.log('skipped: there is no postconf on the PATH');
      this.skip();
    }
  });

  describe('show prints the same', () => {
    for (const place of places().filter(({ isEnvironmental }) => !isEnvironmental)) {
      it(place.name, () =>
        inDirectory(place, async (directory) => {
          for (const mode of MODES) {
            const theirs = await postconf('-c', directory, ...OPTIONS[mode]);
            const mine = await ours(textsOf(place), directory, mode, theirs.pid);
            if (theirs.status === 0) assert.equal(mine ?? '(fatal)', theirs.stdout, `-${mode}`);
            else if (!OF_THE_MACHINE.test(theirs.stderr)) assert.equal(mine, undefined, `-${mode}: ${theirs.stderr}`);
          }
        }),
      );
    }
  });

  describe('unknown-parameter names what it calls unused', () => {
    for (const place of places().filter(({ isEnvironmental }) => !isEnvironmental)) {
      it(place.name, () =>
        inDirectory(place, async (directory) => {
          const [main, master] = [await postconf('-c', directory, '-n'), await postconf('-c', directory, '-P')];
          if (main.status !== 0 || master.status !== 0) return;
          assert.deepEqual(unknownNames(place), unusedNames(main.stderr + master.stderr));
        }),
      );
    }
  });
});

/** `main.cf name` and `master.cf name` of every warning about an unused parameter. */
function unusedNames(warnings: string): string[] {
  const found = [...warnings.matchAll(/\/(main\.cf|master\.cf): unused parameter: ([^=]*)=/g)];
  return [...new Set(found.map(([, file, name]) => `${file} ${name}`))].sort();
}

function unknownNames(place: Place): string[] {
  const texts = textsOf(place);
  const found = check(texts, { version: installedVersion as string })
    .filter(({ rule }) => rule === 'unknown-parameter')
    .map(({ file, text }) => `${file} ${text}`);
  return [...new Set(found)].sort();
}
