import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { type Instance, whyNotPostfix } from '../instance';

/** Why a running Postfix cannot talk TLS here, or undefined when it can. */
export function whyNotTls(): string | undefined {
  return whyNotPostfix() ?? (spawnSync('openssl', ['version']).error ? 'openssl is not installed' : undefined);
}

/** What every snippet needs around it. */
export function basicSettings(): Record<string, string> {
  const version = execFileSync('postconf', ['-d', '-h', 'mail_version'], { encoding: 'utf8' }).trim();
  return {
    compatibility_level: version.split('.').slice(0, 2).join('.'),
    myhostname: 'host.example.jp',
    inet_interfaces: 'loopback-only',
    inet_protocols: 'ipv4',
  };
}

/** The same in a Postfix that runs. */
export function runningSettings(instance: Instance): Record<string, string> {
  return {
    ...basicSettings(),
    ...instance.places(),
    // Address literals need no name service; localhost is found in the hosts file.
    smtp_host_lookup: 'native',
    // What cannot be delivered stays in the queue at once instead of being tried for days.
    smtp_connect_timeout: '5s',
  };
}

/** Everything `postconf -n`, `-M` and `-P` complain about. */
export function complaints(dir: string): string[] {
  const found: string[] = [];
  for (const option of ['-n', '-M', '-P']) {
    const run = spawnSync('postconf', ['-c', dir, option], { encoding: 'utf8' });
    if (run.status !== 0) found.push(`postconf ${option}: status ${run.status}`);
    found.push(...run.stderr.split('\n').filter((line) => line !== ''));
  }
  return found;
}

export interface Certificate {
  authority: string;
  certificate: string;
  key: string;
}

/** A certificate for localhost, signed by an authority that nobody else knows. */
export function makeCertificate(dir: string): Certificate {
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' });
  };
  const subject = ['-nodes', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  openssl('req', '-x509', ...subject, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Test CA');
  openssl('req', ...subject, '-keyout', 'privkey.pem', '-out', 'request.pem', '-subj', '/CN=localhost');
  fs.writeFileSync(path.join(dir, 'extensions'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'extensions'];
  openssl('x509', '-req', '-in', 'request.pem', '-out', 'fullchain.pem', ...signing);
  return {
    authority: path.join(dir, 'ca.pem'),
    certificate: path.join(dir, 'fullchain.pem'),
    key: path.join(dir, 'privkey.pem'),
  };
}
