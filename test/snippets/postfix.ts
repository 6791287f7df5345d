import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';

/** Lines of our own for a small but complete master.cf: everything a message needs on its way out. */
const SERVICES = `pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
local unix - n n - - local
virtual unix - n n - - virtual
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;

/** Why the tests with the real Postfix cannot run here, or undefined when they can. */
export function whyNotPostconf(): string | undefined {
  const found = spawnSync('postconf', ['-d', '-h', 'mail_version'], { encoding: 'utf8' });
  return found.error || found.status !== 0 ? 'postconf is not installed' : undefined;
}

export function whyNotPostfix(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can start Postfix';
  if (spawnSync('openssl', ['version']).error) return 'openssl is not installed';
  if (spawnSync('id', ['postfix']).status !== 0) return 'there is no user postfix';
  return whyNotPostconf();
}

/** Skips a suite and says so, because a silent skip looks like a success. */
export function skipUnless(reason: string | undefined): void {
  before(function () {
    if (reason === undefined) return;
    console.log(`skipped: ${reason}`);
    this.skip();
  });
}

function version(): string {
  return execFileSync('postconf', ['-d', '-h', 'mail_version'], { encoding: 'utf8' }).trim();
}

/** A directory that the Postfix processes may enter, and that disappears at the end. */
export function temporaryDirectory(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'pcs-'));
  fs.chmodSync(dir, 0o755);
  return dir;
}

function names(text: string): Set<string> {
  return new Set([...text.matchAll(/^(\w+)[ \t]*=/gm)].map((match) => match[1] ?? ''));
}

/** Base settings that the snippet sets itself are left out: Postfix warns about a name given twice. */
export function mainCf(base: Record<string, string>, snippet: string): string {
  const taken = names(snippet);
  const lines = Object.entries(base).filter(([name]) => !taken.has(name));
  return `${lines.map(([name, value]) => `${name} = ${value}`).join('\n')}\n${snippet}`;
}

export function masterCf(snippet: string): string {
  return SERVICES + snippet;
}

export function basicSettings(): Record<string, string> {
  return {
    compatibility_level: version().split('.').slice(0, 2).join('.'),
    myhostname: 'host.example.jp',
    inet_interfaces: 'loopback-only',
    inet_protocols: 'ipv4',
  };
}

/** Writes both files with an old date: Postfix reads files of the last two seconds again and again. */
export function writeConfiguration(dir: string, main: string, master: string): void {
  const past = Date.now() / 1000 - 60;
  for (const [name, text] of Object.entries({ 'main.cf': main, 'master.cf': master })) {
    const file = path.join(dir, name);
    fs.writeFileSync(file, text);
    fs.utimesSync(file, past, past);
  }
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

export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
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

/** A Postfix of its own: own files, own queue, own log, ports on 127.0.0.1 only. */
export class Instance {
  readonly dir = temporaryDirectory();
  /** Apart from the queue: Postfix looks at the owners of everything below this directory. */
  readonly configuration = path.join(this.dir, 'etc');
  readonly queue = path.join(this.dir, 'queue');
  private readonly log = path.join(this.dir, 'mail.log');

  constructor() {
    for (const name of ['etc', 'queue', 'data']) fs.mkdirSync(path.join(this.dir, name));
    execFileSync('chown', ['postfix', path.join(this.dir, 'data')]);
  }

  settings(): Record<string, string> {
    return {
      ...basicSettings(),
      queue_directory: this.queue,
      data_directory: path.join(this.dir, 'data'),
      maillog_file: this.log,
      maillog_file_prefixes: this.dir,
      alias_maps: '',
      alias_database: '',
      // Address literals need no name service; localhost is found in the hosts file.
      smtp_host_lookup: 'native',
      // What cannot be delivered stays in the queue at once instead of being tried for days.
      smtp_connect_timeout: '5s',
    };
  }

  start(main: string, master: string): void {
    writeConfiguration(this.configuration, main, master);
    const run = spawnSync('postfix', ['-c', this.configuration, 'start'], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`postfix start: ${run.stdout}${run.stderr}${this.logText()}`);
  }

  /** Hands a message over the way a local program does. */
  send(from: string | undefined, to: string): void {
    const sender = from === undefined ? [] : ['-f', from];
    execFileSync('sendmail', ['-C', this.configuration, '-i', ...sender, to], { input: 'Subject: test\n\nHello\n' });
  }

  logText(): string {
    return fs.existsSync(this.log) ? fs.readFileSync(this.log, 'utf8') : '';
  }

  /** Log lines that tell of a process that failed or of a setting that was not accepted. */
  troubles(): string[] {
    return this.logText()
      .split('\n')
      .filter((line) => /(?:warning|error|fatal|panic):/.test(line));
  }

  stop(): void {
    spawnSync('postfix', ['-c', this.configuration, 'stop']);
    fs.rmSync(this.dir, { recursive: true, force: true });
  }
}
