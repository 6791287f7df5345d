import { execFile, execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import type { Question } from '../../server/src/engine/access/question';
import { spanOf, textOf } from '../../server/src/engine/syntax/logicalLine';
import { parseMasterCf, programOf } from '../../server/src/engine/syntax/masterCf';
import { delay, freePort, mainCf, masterCf, writeConfiguration } from '../instance';

/** Another system's directory, whose Postfix is asked instead (scripts/test-versions.mjs): '' for this one. */
const CHROOT = process.env.POSTFIX_CHROOT ?? '';

/** What the real smtpd(8) said: the first refusal, or the reply to RCPT TO. */
export interface Reply {
  /** `unavailable`: no smtpd runs; `not asked`: it cannot be asked this way (see `ask`). */
  readonly verdict: 'accepted' | 'refused' | 'unavailable' | 'not asked';
  readonly code?: number;
  readonly status?: string;
  readonly text: string;
}

/** What does not change the answers, but lets many questions be asked in little time, and without DNS. */
const ASKING: Readonly<Record<string, string>> = {
  smtpd_upstream_proxy_protocol: 'haproxy',
  smtpd_authorized_xclient_hosts: 'static:all',
  smtpd_peername_lookup: 'no',
  smtp_host_lookup: 'native',
  smtpd_error_sleep_time: '0',
  smtpd_soft_error_limit: '100000',
  smtpd_hard_error_limit: '100000',
  smtpd_junk_command_limit: '100000',
  smtpd_policy_service_try_limit: '1',
  smtpd_policy_service_retry_delay: '1s',
  service_throttle_time: '600s',
  in_flow_delay: '0',
  max_use: '100000',
  notify_classes: '',
};

/** And what most configurations that are compared have in common. */
const SETTINGS: Readonly<Record<string, string>> = {
  ...ASKING,
  smtpd_sasl_type: 'dovecot',
  smtpd_sasl_path: 'private/auth',
  smtpd_sasl_security_options: '',
  smtpd_tls_security_level: 'may',
  smtpd_tls_loglevel: '0',
  alias_maps: '',
  alias_database: '',
};

/** A certificate that nobody has signed, for either side of a TLS session. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
  readonly fingerprint: string;
}

/** One private Postfix with as many smtpd services as are to be compared. */
export class SmtpdServer {
  /** Where its files are; `inside` is how its Postfix names the same directory. */
  private readonly dir = fs.mkdtempSync(path.join(CHROOT, os.tmpdir(), 'pcs-'));
  readonly inside = this.dir.slice(CHROOT.length);
  readonly configuration = path.join(this.inside, 'etc');
  private readonly helpers: net.Server[] = [];
  private readonly sockets = new Set<net.Socket>();
  private readonly ports: number[] = [];
  private readonly isDown = new Set<number>();
  /** Services that speak TLS from the first byte. */
  private readonly isWrapped = new Set<number>();
  private readonly reader: LogReader;
  private master: number | undefined;
  private shown: Certificate | undefined;

  private constructor() {
    fs.chmodSync(this.dir, 0o755);
    for (const name of ['etc', 'queue', 'queue/private', 'data']) fs.mkdirSync(path.join(this.dir, name));
    this.reader = new LogReader(path.join(this.dir, 'mail.log'));
  }

  static async create(): Promise<SmtpdServer> {
    const server = new SmtpdServer();
    const user = Number((await run('id', ['-u', 'postfix'])).output);
    fs.chmodSync(path.join(server.dir, 'queue/private'), 0o700);
    for (const name of ['queue/private', 'data']) fs.chownSync(path.join(server.dir, name), user, -1);
    await server.listen('auth', answerLogin);
    return server;
  }

  /** Makes one; the server gets it as `cert.pem` and `key.pem` beside its main.cf. */
  async certificate(): Promise<Certificate> {
    const [cert, key] = ['cert.pem', 'key.pem'].map((name) => path.join(this.dir, 'etc', name)) as [string, string];
    const options = [
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-subj',
      '/CN=test',
      '-days',
      '30',
    ];
    execFileSync('openssl', ['req', ...options, '-out', cert, '-keyout', key], { stdio: 'ignore' });
    const certificate = fs.readFileSync(cert, 'utf8');
    const fingerprint = new X509Certificate(certificate).fingerprint256;
    this.shown = { certificate, key: fs.readFileSync(key, 'utf8'), fingerprint };
    return this.shown;
  }

  /** A policy service at `unix:private/<name>` that always gives the same action. */
  async policyService(name: string, action: string): Promise<void> {
    await this.listen(name, (socket) => {
      let request = '';
      socket.on('data', (chunk) => {
        request += chunk.toString('latin1');
        if (!request.endsWith('\n\n')) return;
        request = '';
        socket.write(`action=${action}\n\n`);
      });
    });
  }

  private async listen(name: string, talk: (socket: net.Socket) => void): Promise<void> {
    const helper = net.createServer((socket) => {
      socket.on('error', () => socket.destroy());
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      talk(socket);
    });
    const file = path.join(this.dir, 'queue/private', name);
    await new Promise<void>((done) => helper.listen(file, done));
    fs.chmodSync(file, 0o666);
    this.helpers.push(helper);
  }

  /**
   * Starts Postfix with a main.cf, an smtpd service for each text of `-o` options, and other files beside them; returns
   * the two files. `maps` names the tables that postmap(1) has to make.
   */
  async start(
    main: string,
    services: readonly string[],
    files: Readonly<Record<string, string>>,
    maps: readonly string[] = [],
    daemonOptions = '',
  ): Promise<{ readonly main: string; readonly master: string }> {
    for (const _ of services) this.ports.push(await freePort());
    const written = {
      main: mainCf({ ...this.places(), ...SETTINGS }, main),
      master: masterCf(
        services
          .map(
            (options, i) =>
              `127.0.0.1:${this.ports[i]} inet n - n - 1 smtpd${daemonOptions}\n -o syslog_name=s${i}\n${options}`,
          )
          .join(''),
      ),
    };
    await this.launch(written, files, maps);
    return written;
  }

  /**
   * The same for a main.cf and a master.cf that are complete: they get only what an instance of its own needs. The smtpd
   * services for the network get ports, and one process each; their numbers are in the order of the file.
   */
  async startWhole(
    main: string,
    master: string,
    files: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly main: string; readonly master: string }> {
    const services = parseMasterCf(master).services.filter(
      (service) => programOf(service) === 'smtpd' && textOf(service.type) === 'inet',
    );
    for (const _ of services) this.ports.push(await freePort());
    let atPorts = master;
    for (const [i, { service, process_limit, command, words, overrides }] of [...services.entries()].reverse()) {
      const last = words.at(-1) ?? command;
      const edits = [
        [last, `${textOf(last)}\n -o syslog_name=s${i}`],
        // A process that is there already answers sooner.
        [process_limit, '1'],
        [service, `127.0.0.1:${this.ports[i]}`],
      ] as const;
      for (const [slice, text] of edits) {
        const { start, end } = spanOf(slice);
        atPorts = atPorts.slice(0, start) + text + atPorts.slice(end);
      }
      const wrapper = overrides.findLast((override) => textOf(override.name) === 'smtpd_tls_wrappermode');
      if (wrapper && textOf(wrapper.value) === 'yes') this.isWrapped.add(i);
    }
    const written = { main: mainCf({ ...this.places(), ...ASKING }, main), master: masterCf(atPorts) };
    await this.launch(written, files);
    return written;
  }

  private places(): Record<string, string> {
    return {
      queue_directory: path.join(this.inside, 'queue'),
      data_directory: path.join(this.inside, 'data'),
      maillog_file: path.join(this.inside, 'mail.log'),
      maillog_file_prefixes: this.inside,
    };
  }

  private async launch(
    { main, master }: { readonly main: string; readonly master: string },
    files: Readonly<Record<string, string>>,
    maps: readonly string[] = [],
  ): Promise<void> {
    writeConfiguration(path.join(this.dir, 'etc'), { ...files, 'main.cf': main, 'master.cf': master });
    if (maps.length > 0) await this.mustRun('postmap', ['-c', this.configuration, ...maps]);
    await this.mustRun('postfix', ['-c', this.configuration, 'start']);
    this.master = Number(fs.readFileSync(path.join(this.dir, 'queue/pid/master.pid'), 'utf8'));
  }

  private async mustRun(program: string, args: readonly string[]): Promise<void> {
    const { status, output } = await run(program, args);
    if (status !== 0) throw new Error(`${program}: ${output}${this.reader.text()}`);
  }

  /** A file that the configuration names, as the Postfix sees it. */
  readFile(file: string): string | undefined {
    return readFile(file);
  }

  log(): string {
    return this.reader.text();
  }

  /** The port of a service, which is how its line of master.cf is found. */
  portOf(service: number): number {
    return this.ports[service] as number;
  }

  /**
   * Asks a service as a client would. Its address is told by a proxy before the session; DNS is not asked, and so the name
   * comes by XCLIENT, after the greeting: where that is a refusal already, such a client cannot be played.
   */
  async ask(service: number, { client, helo, sender, recipient }: Question, isSent = false): Promise<Reply> {
    if (this.isDown.has(service)) return { verdict: 'unavailable', text: 'down' };
    const session = new Session(this.portOf(service));
    try {
      const family = client.address.includes(':') ? 'TCP6' : 'TCP4';
      session.send(`PROXY ${family} ${client.address} ${family === 'TCP6' ? '::1' : '127.0.0.1'} 40000 25`);
      if (this.isWrapped.has(service)) session.wrap(client.certificate && this.shown);
      let reply = await this.greeting(service, session);
      if (reply === undefined) return { verdict: 'unavailable', text: 'no greeting' };
      const name = client.name === 'unknown' ? undefined : client.name;
      const isTold = name !== undefined || client.viaXclient;
      if (isTold && !isGood(reply)) return { verdict: 'not asked', text: reply };
      if (isGood(reply) && client.tls && !this.isWrapped.has(service)) {
        if (helo !== '') reply = await session.ask(`EHLO ${helo}`);
        if (isGood(reply) && (helo === '' || reply.includes('STARTTLS'))) {
          reply = await session.ask('STARTTLS');
          if (isGood(reply)) await session.encrypt(client.certificate && this.shown);
        }
        if (isTold && !isGood(reply)) return { verdict: 'not asked', text: reply };
      }
      if (isTold && isGood(reply)) {
        const told = [`NAME=${name ?? '[UNAVAILABLE]'}`, `REVERSE_NAME=${name ?? '[UNAVAILABLE]'}`];
        if (client.viaXclient && client.login !== undefined) told.push(`LOGIN=${client.login}`);
        reply = await session.ask(`XCLIENT ${told.join(' ')}`);
      }
      if (isGood(reply) && helo !== '') reply = await session.ask(`EHLO ${helo}`);
      if (isGood(reply) && client.login !== undefined && !client.viaXclient) {
        reply = await session.ask(`AUTH PLAIN ${Buffer.from(`\0${client.login}\0secret`).toString('base64')}`);
        // Whoever may not log in before STARTTLS goes on, and hears of it once more; a failure is one of the test.
        if (/^(?:454|[45]35)/.test(reply)) throw new Error(`AUTH: ${reply}`);
      }
      if (isGood(reply)) {
        if (helo === '') {
          reply = await session.ask(`MAIL FROM:<${sender}>`);
          if (isGood(reply)) reply = await session.ask(`RCPT TO:<${recipient}>`);
        } else {
          session.send(`MAIL FROM:<${sender}>\r\nRCPT TO:<${recipient}>`);
          reply = await session.reply();
          if (isGood(reply)) reply = await session.reply();
        }
      }
      if (isGood(reply) && isSent) {
        reply = await session.ask('DATA');
        if (reply.startsWith('354')) reply = await session.ask('Subject: test\r\n\r\nHello\r\n.');
        // cleanup(8) reads some of the tables too, and fails by itself.
        if (reply.includes('queue file write error')) return { verdict: 'not asked', text: reply };
      }
      return read(reply);
    } finally {
      session.close();
    }
  }

  /** Undefined where no smtpd comes up: master(8) then leaves the connection waiting. */
  private async greeting(service: number, session: Session): Promise<string | undefined> {
    for (let waited = 0; waited < 15_000; waited += 100) {
      const greeting = await session.reply(100);
      if (greeting !== '') return greeting;
      const { hasFailed, crashes } = this.reader.look(service);
      // A crash does not say whose it was; all that run and have greeted before go on.
      // Without a certificate nobody is greeted where TLS comes first.
      if (session.isClosed && this.isWrapped.has(service)) return undefined;
      if (session.isClosed) throw new Error(`service ${service} hangs up:\n${this.log().slice(-1000)}`);
      if (hasFailed || (crashes && waited > 4_000)) {
        this.isDown.add(service);
        return undefined;
      }
    }
    throw new Error(`service ${service} is silent:\n${this.reader.text().slice(-2000)}`);
  }

  async stop(): Promise<void> {
    for (const helper of this.helpers) helper.close();
    for (const socket of this.sockets) socket.destroy();
    if (this.master !== undefined) {
      process.kill(this.master, 'SIGTERM');
      for (let i = 0; i < 200 && isAlive(this.master); i++) await delay(25);
    }
    fs.rmSync(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A file of the system whose Postfix is asked. */
export function readFile(file: string): string | undefined {
  try {
    return fs.readFileSync(path.join(CHROOT, file), 'utf8');
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function run(program: string, args: readonly string[]): Promise<{ readonly status: number; readonly output: string }> {
  const [command, ...before] = (CHROOT === '' ? [program] : ['chroot', CHROOT, program]) as [string, ...string[]];
  return new Promise((resolve) => {
    execFile(
      command,
      [...before, ...args],
      { encoding: 'utf8', timeout: 60_000, cwd: '/' },
      (error, stdout, stderr) => {
        resolve({ status: error ? 1 : 0, output: stdout + stderr });
      },
    );
  });
}

/** Stands in for the Dovecot login server: every name with any password may log in. */
function answerLogin(socket: net.Socket): void {
  const greeting = [
    'VERSION\t1\t1',
    'MECH\tPLAIN\tplaintext',
    'SPID\t1',
    'CUID\t1',
    `COOKIE\t${'0'.repeat(32)}`,
    'DONE',
  ];
  socket.write(`${greeting.join('\n')}\n`);
  let rest = '';
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [command, id, ...fields] = line.split('\t');
      if (command !== 'AUTH') continue;
      const response = fields.find((field) => field.startsWith('resp='))?.slice(5) ?? '';
      const user = Buffer.from(response, 'base64').toString('utf8').split('\0')[1];
      socket.write(`OK\t${id}\tuser=${user}\n`);
    }
  });
}

/** Reads a log as it grows, and keeps which services have failed. */
class LogReader {
  private readonly failed = new Set<number>();
  private position = 0;
  private rest = '';
  private crashes = 0;

  constructor(private readonly file: string) {}

  look(service: number): { readonly hasFailed: boolean; readonly crashes: boolean } {
    this.read();
    return { hasFailed: this.failed.has(service), crashes: this.crashes > 0 };
  }

  text(): string {
    return fs.existsSync(this.file) ? fs.readFileSync(this.file, 'utf8') : '';
  }

  private read(): void {
    if (!fs.existsSync(this.file)) return;
    const content = fs.readFileSync(this.file).subarray(this.position);
    this.position += content.length;
    const lines = (this.rest + content.toString('latin1')).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) {
      const failed = / s(\d+)\/smtpd\[\d+\]: (?:fatal|panic):/.exec(line)?.[1];
      if (failed !== undefined) this.failed.add(Number(failed));
      if (/ killed by signal /.test(line)) this.crashes++;
    }
  }
}

function isGood(reply: string): boolean {
  return reply.startsWith('2');
}

function read(reply: string): Reply {
  const [, code, status] = /^(\d{3}) (?:(\d\.\d{1,3}\.\d{1,3}) )?/.exec(reply.split('\n').at(-1) ?? '') ?? [];
  if (code === undefined) return { verdict: 'unavailable', text: reply || 'closed' };
  const verdict = code.startsWith('2') ? 'accepted' : 'refused';
  return { verdict, code: Number(code), ...(status !== undefined && { status }), text: reply };
}

/** The client's side of an SMTP session. */
class Session {
  private readonly replies: string[] = [];
  private lines: string[] = [];
  private rest = '';
  private wake: () => void = () => undefined;
  private socket: net.Socket;
  isClosed = false;

  constructor(port: number) {
    this.socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    this.listen();
  }

  private listen(): void {
    this.socket.on('data', (chunk) => this.take(chunk.toString('latin1')));
    this.socket.on('error', () => this.socket.destroy());
    this.socket.on('close', () => {
      this.isClosed = true;
      this.wake();
    });
  }

  private take(text: string): void {
    const lines = (this.rest + text).split('\r\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) {
      this.lines.push(line);
      if (/^\d{3}-/.test(line)) continue;
      this.replies.push(this.lines.join('\n'));
      this.lines = [];
    }
    this.wake();
  }

  send(line: string): void {
    this.socket.write(`${line}\r\n`);
  }

  ask(line: string): Promise<string> {
    this.send(line);
    return this.reply();
  }

  /** The next reply; '' when the server closes, or is silent for so long. */
  async reply(milliseconds = 20_000): Promise<string> {
    if (this.replies.length === 0 && !this.isClosed) {
      await new Promise<void>((done) => {
        const timer = setTimeout(done, milliseconds);
        this.wake = () => {
          if (this.replies.length === 0 && !this.isClosed) return;
          clearTimeout(timer);
          done();
        };
      });
    }
    return this.replies.shift() ?? '';
  }

  async encrypt(shown: Certificate | undefined): Promise<void> {
    const secure = this.wrap(shown);
    await new Promise<void>((done, fail) => {
      secure.once('secureConnect', done);
      secure.once('error', fail);
    });
  }

  /** From here on all is said under TLS. */
  wrap(shown: Certificate | undefined): tls.TLSSocket {
    for (const event of ['data', 'error', 'close']) this.socket.removeAllListeners(event);
    const mine = shown && { cert: shown.certificate, key: shown.key };
    const secure = tls.connect({ socket: this.socket, rejectUnauthorized: false, ...mine });
    this.socket = secure;
    this.listen();
    return secure;
  }

  close(): void {
    this.socket.destroy();
  }
}
