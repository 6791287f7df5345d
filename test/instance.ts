import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';

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

/** Why the tests with the real postconf(1) cannot run here, or undefined when they can. */
export function whyNotPostconf(): string | undefined {
  const found = spawnSync('postconf', ['-d', '-h', 'mail_version'], { encoding: 'utf8' });
  return found.error || found.status !== 0 ? 'postconf is not installed' : undefined;
}

/** The same for a Postfix that runs. */
export function whyNotPostfix(): string | undefined {
  if (process.getuid?.() !== 0) return 'only root can start Postfix';
  if (spawnSync('id', ['postfix']).status !== 0) return 'there is no user postfix';
  if (spawnSync('script', ['--version']).error) return 'script(1) is not installed';
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

/** A directory that the Postfix processes may enter, and that disappears at the end. */
export function temporaryDirectory(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'pcs-'));
  fs.chmodSync(dir, 0o755);
  return dir;
}

/**
 * A main.cf with the settings that a test needs below its text. The text comes first: an indented line or a byte order
 * mark at its beginning keeps its meaning. What it sets itself is left out: Postfix warns about a name given twice.
 */
export function mainCf(base: Readonly<Record<string, string>>, text: string): string {
  const taken = new Set([...text.matchAll(/^(\w+)[ \t]*=/gm)].map((match) => match[1] ?? ''));
  const lines = Object.entries(base).filter(([name]) => !taken.has(name));
  return `${ended(text)}${lines.map(([name, value]) => `${name} = ${value}\n`).join('')}`;
}

/** A master.cf with the services that every message needs below its text, unless the text defines them itself. */
export function masterCf(text: string): string {
  const key = (line: string) => line.split(/\s+/, 2).join(' ');
  const taken = new Set(text.split('\n').map(key));
  const lines = SERVICES.split(/(?<=\n)/).filter((line) => !taken.has(key(line)));
  return ended(text) + lines.join('');
}

function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Writes files with an old date: Postfix reads files of the last two seconds again and again. */
export function writeConfiguration(dir: string, files: Readonly<Record<string, Buffer | string>>): void {
  const aMinuteAgo = new Date(Date.now() - 60_000);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(dir, name);
    fs.writeFileSync(file, content);
    fs.utimesSync(file, aMinuteAgo, aMinuteAgo);
  }
}

/** A port on 127.0.0.1 that nobody uses, and that no other caller gets. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((done) => server.close(done));
  if (given.has(port)) return freePort();
  given.add(port);
  return port;
}
const given = new Set<number>();

/** How a program ended, and what it wrote to both outputs. */
export interface Run {
  readonly status: number;
  readonly output: string;
}

/** How smtpd(8) ended, what it and its client said, and its log. */
export interface SmtpdRun {
  readonly status: number;
  readonly session: string;
  readonly log: string;
}

/** A Postfix of its own: own files, own queue, own log, ports on 127.0.0.1 only. */
export class Instance {
  readonly dir = temporaryDirectory();
  /** Apart from the queue: Postfix looks at the owners of everything below this directory. */
  readonly configuration = path.join(this.dir, 'etc');
  readonly queue = path.join(this.dir, 'queue');
  readonly data = path.join(this.dir, 'data');
  private readonly log = path.join(this.dir, 'mail.log');
  private isRunning = false;

  constructor() {
    // Sockets for Postfix are made in `private` before Postfix makes it itself.
    for (const name of ['etc', 'queue', 'queue/private', 'data']) fs.mkdirSync(path.join(this.dir, name));
    fs.chmodSync(path.join(this.queue, 'private'), 0o700);
    for (const owned of [path.join(this.queue, 'private'), this.data]) fs.chownSync(owned, postfixUser(), -1);
  }

  /** The settings that keep it apart from the Postfix of the system. */
  places(): Record<string, string> {
    return {
      queue_directory: this.queue,
      data_directory: this.data,
      maillog_file: this.log,
      maillog_file_prefixes: this.dir,
      alias_maps: '',
      alias_database: '',
    };
  }

  write(main: string, master: string): void {
    writeConfiguration(this.configuration, { 'main.cf': main, 'master.cf': master });
  }

  /** `postfix check`, and the like, on a terminal: elsewhere postfix(1) says some of it to syslog only. */
  async postfix(command: string): Promise<Run> {
    const { status, output } = await run('script', [
      '-qec',
      `postfix -c ${this.configuration} ${command}`,
      '/dev/null',
    ]);
    return { status, output: output.replaceAll('\r', '') };
  }

  /** Starts it with what is written; returns what Postfix says of that. */
  async tryStart(): Promise<Run> {
    const result = await this.postfix('start');
    this.isRunning = result.status === 0;
    return result;
  }

  async start(main: string, master: string): Promise<void> {
    this.write(main, master);
    const { status, output } = await this.tryStart();
    if (status !== 0) throw new Error(`postfix start: ${output}${this.logText()}`);
  }

  /** Hands a message over the way a local program does. */
  send(from: string | undefined, to: string): Promise<Run> {
    const sender = from === undefined ? [] : ['-f', from];
    return run('sendmail', ['-C', this.configuration, '-i', ...sender, to], 'Subject: test\n\nHello\n');
  }

  /** Talks to smtpd(8) by itself: `-S` on its standard input and output, with `-V` logging to standard error. */
  async smtpd(options: readonly string[], lines: readonly string[] = []): Promise<SmtpdRun> {
    const child = spawn(path.join(daemonDirectory(), 'smtpd'), ['-S', '-V', ...options], {
      cwd: this.queue,
      env: { MAIL_CONFIG: this.configuration },
      timeout: 30_000,
    });
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk;
    });
    const ended = new Promise<number>((resolve) => {
      child.on('close', (code) => resolve(code ?? 1));
    });
    const session = await converse(child.stdout, child.stdin, lines);
    return { status: await ended, session, log };
  }

  logText(): string {
    return fs.existsSync(this.log) ? fs.readFileSync(this.log, 'utf8') : '';
  }

  /** Waits for something in the log, and returns it. */
  async logged(pattern: RegExp): Promise<string> {
    for (const until = Date.now() + 20_000; Date.now() < until; await delay(50)) {
      const found = pattern.exec(this.logText());
      if (found) return found[0];
    }
    throw new Error(`the log does not have ${pattern}:\n${this.logText()}`);
  }

  /** Log lines that tell of a process that failed or of a setting that was not accepted. */
  troubles(): string[] {
    return this.logText()
      .split('\n')
      .filter((line) => /(?:warning|error|fatal|panic):/.test(line));
  }

  /** `postfix stop` waits for ever where the logger does not run; then the processes are ended by their group. */
  private async stopMaster(): Promise<void> {
    const pid = Number(fs.readFileSync(path.join(this.queue, 'pid/master.pid'), 'utf8'));
    const { status } = await this.postfix('stop');
    if (status !== 0) process.kill(-pid, 'SIGKILL');
  }

  async stop(): Promise<void> {
    if (this.isRunning) await this.stopMaster();
    this.isRunning = false;
    fs.rmSync(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs a program that may fail, or never end. */
function run(command: string, args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(command, args, { encoding: 'utf8', timeout: 30_000 }, (error, stdout, stderr) => {
      const status = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      resolve({ status, output: stdout + stderr });
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/**
 * Talks to an SMTP server, a line after each reply, says QUIT, and returns what both sides said. A server that is silent
 * is left: it waits for a TLS handshake, or there is no program behind its port.
 */
export function converse(input: Readable, output: Writable, lines: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const waiting = [...lines, 'QUIT'];
    let text = '';
    let reply = '';
    const leave = () => {
      output.end();
      input.destroy();
    };
    let silence = setTimeout(leave, 5_000);
    input.setEncoding('utf8');
    input.on('data', (chunk: string) => {
      clearTimeout(silence);
      silence = setTimeout(leave, 10_000);
      text += chunk.replaceAll('\r', '');
      reply += chunk;
      const code = /^(\d{3}) [^\n]*\n$/m.exec(reply)?.[1];
      if (!code) return;
      reply = '';
      // After 354 come the lines of a message up to a dot; there is one reply to them all.
      for (const line of waiting.splice(0, code === '354' ? waiting.indexOf('.') + 1 : 1)) {
        text += `${line}\n`;
        output.write(`${line}\r\n`);
      }
    });
    // A server that ends early tells so by closing.
    for (const stream of [input, output]) stream.on('error', () => undefined);
    input.on('close', () => {
      clearTimeout(silence);
      output.end();
      resolve(text);
    });
  });
}

export function delay(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const daemonDirectory = once(() =>
  execFileSync('postconf', ['-d', '-h', 'daemon_directory'], { encoding: 'utf8' }).trim(),
);
const postfixUser = once(() => Number(execFileSync('id', ['-u', 'postfix'], { encoding: 'utf8' })));
