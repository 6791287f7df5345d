import { execFile } from 'node:child_process';

/**
 * Asks the postconf(1) on the PATH for its defaults: version and build choices are among them. No shell, and a directory
 * that does not exist, so that no main.cf or master.cf is read. Null where there is no Postfix.
 */
export function askPostconf(): Promise<string | null> {
  return new Promise((resolve) => {
    // Many systems keep /usr/sbin, where postconf is, out of the PATH of those who are not root.
    const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin` };
    const options = { env, cwd: '/', timeout: 5000, maxBuffer: 1 << 22 };
    execFile('postconf', ['-c', '/nonexistent', '-d'], options, (_error, stdout) => {
      resolve(stdout === '' ? null : stdout);
    });
  });
}
