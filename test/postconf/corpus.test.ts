import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { MODES, OPTIONS, ours } from './ours';
import { configurationDirectory, installedVersion, postconf } from './postconf';

/** Real configurations, where the folder is there; the project's own examples are always there. */
const root = path.join(__dirname, '../../..');
const corpus = path.join(root, '../shared/corpus');

interface Place {
  readonly name: string;
  readonly directory: string;
  readonly oracle?: { readonly environmental?: boolean; readonly filled?: readonly string[] };
}

function places(folder: string): Place[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .map((name) => ({ name, directory: path.join(folder, name) }))
    .filter(({ directory }) => fs.statSync(directory).isDirectory())
    .map((place) => {
      const file = path.join(place.directory, 'oracle.json');
      return fs.existsSync(file) ? { ...place, oracle: JSON.parse(fs.readFileSync(file, 'utf8')) } : place;
    });
}

describe('show prints what postconf prints', function () {
  this.timeout(60_000);
  before(function () {
    if (!installedVersion) {
      console.log('skipped: there is no postconf on the PATH');
      this.skip();
    }
  });

  for (const { name, directory, oracle } of [...places(path.join(root, 'examples')), ...places(corpus)]) {
    // postconf(1) looked up the name of a host that is not there: that is not in the text.
    if (oracle?.environmental) continue;
    it(name, async () => {
      const read = (file: string) => {
        const full = path.join(directory, file);
        return fs.existsSync(full) ? fs.readFileSync(full) : undefined;
      };
      const files: Record<string, Buffer> = {};
      for (const file of ['main.cf', 'master.cf']) {
        const bytes = read(file);
        if (bytes) files[file] = bytes;
      }
      files['main.cf'] ??= Buffer.from('compatibility_level = 3.6\n');
      files['master.cf'] ??= Buffer.from('smtp inet n - n - - smtpd\nsmtp unix - - n - - smtp\n');
      const copy = configurationDirectory(files);
      const texts = Object.fromEntries(Object.entries(files).map(([file, bytes]) => [file, bytes.toString('latin1')]));
      try {
        for (const mode of MODES) {
          const theirs = await postconf('-c', copy, ...OPTIONS[mode]);
          const mine = await ours(texts, copy, mode, theirs.pid);
          if (theirs.status !== 0) {
            if (/host not found|no local interface/.test(theirs.stderr)) continue;
            assert.equal(mine, undefined, `-${mode} is fatal: ${theirs.stderr}`);
          } else {
            assert.equal(mine ?? '(fatal)', theirs.stdout, `-${mode}`);
          }
        }
      } finally {
        fs.rmSync(copy, { recursive: true });
      }
    });
  }
});
