import fs from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../../..');

/** A configuration that is there to be tested with: an example of the project, or a real one of the corpus. */
export interface Place {
  readonly name: string;
  readonly files: Readonly<Record<'main.cf' | 'master.cf', Buffer>>;
  /** postconf(1) looked up the name of a host that is not there: that is not in the text. */
  readonly isEnvironmental: boolean;
}

/** The examples, and the corpus where that folder is there. What is missing is filled in, as the corpus says. */
export function places(): Place[] {
  return [path.join(root, 'examples'), path.join(root, '../shared/corpus')].flatMap((folder) =>
    fs.existsSync(folder) ? placesIn(folder) : [],
  );
}

function placesIn(folder: string): Place[] {
  return fs
    .readdirSync(folder)
    .filter((name) => fs.statSync(path.join(folder, name)).isDirectory())
    .map((name) => {
      const read = (file: string) => readIfThere(path.join(folder, name, file));
      const oracle = read('oracle.json');
      return {
        name,
        files: {
          'main.cf': read('main.cf') ?? Buffer.from('compatibility_level = 3.6\n'),
          'master.cf': read('master.cf') ?? Buffer.from('smtp inet n - n - - smtpd\nsmtp unix - - n - - smtp\n'),
        },
        isEnvironmental: oracle !== undefined && JSON.parse(oracle.toString()).environmental === true,
      };
    });
}

function readIfThere(file: string): Buffer | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
}
