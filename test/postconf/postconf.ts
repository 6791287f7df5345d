import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeConfiguration } from '../instance';

/** The real postconf(1): the judge of what we print. */
export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
  /** Its process id, which is a parameter too. */
  readonly pid: number;
}

/** Another system's directory, whose Postfix is asked instead (scripts/test-versions.mjs): '' for this one. */
const chroot = process.env.POSTFIX_CHROOT ?? '';
const [command, ...before] = (chroot === '' ? ['postconf'] : ['chroot', chroot, 'postconf']) as [string, ...string[]];

/** Its version, or undefined where it is not installed. */
export const installedVersion: string | undefined = (() => {
  try {
    return execFileSync(command, [...before, '-c', '/nonexistent', '-d', '-h', 'mail_version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
})();

/** Runs postconf; standard output is read byte by byte. */
export function postconf(...args: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(
      command,
      [...before, ...args],
      { encoding: 'latin1', timeout: 20_000, maxBuffer: 1 << 24 },
      (error, stdout, stderr) => {
        resolve({ stdout, stderr, status: error ? ((error.code as unknown as number) ?? 1) : 0, pid: child.pid ?? 0 });
      },
    );
  });
}

/** Writes a configuration to a new directory, named as postconf(1) sees it. */
export function configurationDirectory(files: Readonly<Record<string, Buffer | string>>): string {
  const directory = fs.mkdtempSync(path.join(chroot, os.tmpdir(), 'postfix-'));
  writeConfiguration(directory, files);
  return directory.slice(chroot.length);
}

export function removeDirectory(directory: string): void {
  fs.rmSync(path.join(chroot, directory), { recursive: true });
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
