import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The real postconf(1): the judge of what we print. */
export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
  /** Its process id, which is a parameter too. */
  readonly pid: number;
}

/** Its version, or undefined where it is not installed. */
export const installedVersion: string | undefined = (() => {
  try {
    return execFileSync('postconf', ['-c', '/nonexistent', '-d', '-h', 'mail_version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
})();

/** Skips a suite where there is no Postfix, and says so. */
export function needsPostconf(suite: Mocha.Suite | Mocha.Context): void {
  if (installedVersion) return;
  console.log('skipped: there is no postconf on the PATH');
  ('skip' in suite ? suite : (suite as Mocha.Suite).ctx).skip();
}

/** Runs postconf; standard output is read byte by byte. */
export function postconf(...args: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(
      'postconf',
      [...args],
      { encoding: 'latin1', timeout: 20_000, maxBuffer: 1 << 24 },
      (error, stdout, stderr) => {
        resolve({ stdout, stderr, status: error ? ((error.code as unknown as number) ?? 1) : 0, pid: child.pid ?? 0 });
      },
    );
  });
}

/** Writes a configuration to a new directory, older than postconf(1) wants a file to be that it reads only once. */
export function configurationDirectory(files: Readonly<Record<string, Buffer | string>>): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'postfix-'));
  const aMinuteAgo = new Date(Date.now() - 60_000);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(directory, name);
    fs.writeFileSync(file, content);
    fs.utimesSync(file, aMinuteAgo, aMinuteAgo);
  }
  return directory;
}

/** Does the work for every item, several at a time: postconf(1) sleeps a second before it ends with a fatal error. */
export async function forEachParallel<T>(items: readonly T[], work: (item: T, index: number) => Promise<void>) {
  let next = 0;
  const workers = Array.from({ length: 12 }, async () => {
    while (next < items.length) {
      const index = next++;
      await work(items[index] as T, index);
    }
  });
  await Promise.all(workers);
}
