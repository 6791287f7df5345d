import { execFile } from 'node:child_process';
import os from 'node:os';
import type { Machine } from './engine/configuration/configuration';
import { type PostfixVersion, parseVersion } from './engine/knowledge/version';

/** What the Postfix of a machine says of itself. */
export interface InstalledPostfix {
  readonly version: PostfixVersion;
  /** Every default of its build, as `postconf -d` prints it. */
  readonly defaults: ReadonlyMap<string, string>;
}

/** Host name and addresses of this machine, without asking Postfix. */
export function thisMachine(): Machine {
  const interfaces = Object.values(os.networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address, cidr }) => ({
      address: address.replace(/%.*/, ''),
      prefix: Number(cidr?.split('/')[1] ?? (address.includes(':') ? 128 : 32)),
    }));
  // Postfix lists the IPv4 addresses first.
  interfaces.sort((a, b) => Number(a.address.includes(':')) - Number(b.address.includes(':')));
  return { hostName: os.hostname(), interfaces };
}

/**
 * Asks the postconf(1) on the PATH, without a shell. A directory that does not exist keeps it from reading a main.cf or
 * master.cf, which may be broken. Undefined where there is no Postfix.
 */
export function askPostconf(): Promise<InstalledPostfix | undefined> {
  return new Promise((resolve) => {
    // Many systems keep /usr/sbin, where postconf is, out of the PATH of those who are not root.
    const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin` };
    const options = { env, cwd: '/', timeout: 5000, maxBuffer: 1 << 22 };
    execFile('postconf', ['-c', '/nonexistent', '-d'], options, (_error, stdout) => {
      resolve(readDefaults(stdout));
    });
  });
}

/** Reads the output of `postconf -d`. */
export function readDefaults(stdout: string): InstalledPostfix | undefined {
  const defaults = new Map<string, string>();
  for (const line of stdout.split('\n')) {
    const equals = line.indexOf(' =');
    if (equals > 0) defaults.set(line.slice(0, equals), line.slice(equals + 2).trim());
  }
  const version = parseVersion(defaults.get('mail_version') ?? '');
  return version && { version, defaults };
}
