import * as fs from 'node:fs';
import * as net from 'node:net';
import * as path from 'node:path';
import * as tls from 'node:tls';
import { delay } from '../instance';
import type { Certificate } from './postfix';

export interface Received {
  from: string;
  to: string[];
  encrypted: boolean;
  login: string | undefined;
}

/** Calls `take` for each complete line. */
function onLines(socket: net.Socket, take: (line: string) => void): void {
  let rest = '';
  socket.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line.replace(/\r$/, ''));
  });
  // The other side may go away at any time; the test notices by what was or was not received.
  socket.on('error', () => socket.destroy());
}

function plainLogin(argument: string): { user: string; password: string } {
  const [, user = '', password = ''] = Buffer.from(argument, 'base64').toString('utf8').split('\0');
  return { user, password };
}

export interface RelayOptions {
  /** TLS from the first byte (port 465) instead of STARTTLS (port 587). */
  implicit: boolean;
  /** User names with their passwords; undefined: no login wanted. */
  users: Record<string, string> | undefined;
}

/** A provider's mail server: takes mail only over TLS and, if it has users, only after AUTH PLAIN. */
export class Relay {
  readonly received: Received[] = [];
  private readonly server: net.Server;
  private readonly sockets = new Set<net.Socket>();
  private readonly context: { cert: Buffer; key: Buffer };

  constructor(
    certificate: Certificate,
    private readonly options: RelayOptions,
  ) {
    this.context = { cert: fs.readFileSync(certificate.certificate), key: fs.readFileSync(certificate.key) };
    this.server = net.createServer((socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      if (options.implicit) this.talk(this.secure(socket), true, true);
      else this.talk(socket, false, true);
    });
  }

  async listen(): Promise<number> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return (this.server.address() as net.AddressInfo).port;
  }

  close(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  async next(milliseconds: number): Promise<Received | undefined> {
    for (let waited = 0; waited < milliseconds && this.received.length === 0; waited += 50) await delay(50);
    return this.received.shift();
  }

  private secure(socket: net.Socket): tls.TLSSocket {
    return new tls.TLSSocket(socket, { isServer: true, ...this.context });
  }

  private talk(socket: net.Socket, encrypted: boolean, greet: boolean): void {
    const say = (...lines: string[]): void => {
      socket.write(lines.map((line) => `${line}\r\n`).join(''));
    };
    let mail: Received = { from: '', to: [], encrypted, login: undefined };
    let inData = false;
    const commands: Record<string, (argument: string) => void> = {
      EHLO: () => say(...this.features(encrypted)),
      STARTTLS: () => {
        say('220 go ahead');
        socket.removeAllListeners('data');
        this.talk(this.secure(socket), true, false);
      },
      AUTH: (argument) => {
        const { user, password } = plainLogin(argument.replace(/^PLAIN /i, ''));
        const right = encrypted && this.options.users?.[user] === password;
        if (right) mail.login = user;
        say(right ? '235 welcome' : '535 5.7.8 wrong');
      },
      MAIL: (argument) => {
        if (this.options.users && mail.login === undefined) return say('530 5.7.0 login first');
        if (!encrypted) return say('530 5.7.0 TLS first');
        mail.from = /<(.*?)>/.exec(argument)?.[1] ?? '';
        say('250 ok');
      },
      RCPT: (argument) => {
        mail.to.push(/<(.*?)>/.exec(argument)?.[1] ?? '');
        say('250 ok');
      },
      DATA: () => {
        inData = true;
        say('354 go on');
      },
      QUIT: () => {
        say('221 bye');
        socket.end();
      },
    };
    onLines(socket, (line) => {
      if (inData) {
        if (line !== '.') return;
        inData = false;
        this.received.push(mail);
        mail = { from: '', to: [], encrypted, login: mail.login };
        return say('250 taken');
      }
      const [, verb = '', argument = ''] = /^(\w+) ?(.*)$/.exec(line) ?? [];
      const command = commands[verb.toUpperCase()];
      if (command) command(argument);
      else say('502 unknown');
    });
    if (greet) say('220 relay.example ESMTP');
  }

  private features(encrypted: boolean): string[] {
    if (!encrypted) return ['250-relay.example', '250 STARTTLS'];
    return this.options.users ? ['250-relay.example', '250 AUTH PLAIN LOGIN'] : ['250 relay.example'];
  }
}

/** Stands in for the Dovecot login server: one user, PLAIN only. */
export class LoginServer {
  private readonly server: net.Server;

  constructor(
    private readonly user: string,
    private readonly password: string,
  ) {
    this.server = net.createServer((socket) => {
      socket.write(
        ['VERSION\t1\t1', 'MECH\tPLAIN\tplaintext', 'SPID\t1', 'CUID\t1', `COOKIE\t${'0'.repeat(32)}`, 'DONE', ''].join(
          '\n',
        ),
      );
      onLines(socket, (line) => {
        const answer = this.answer(line);
        if (answer) socket.write(answer);
      });
    });
  }

  async listen(queue: string): Promise<void> {
    const file = path.join(queue, 'private/auth');
    await new Promise<void>((done) => this.server.listen(file, done));
    fs.chmodSync(file, 0o666);
  }

  close(): void {
    this.server.close();
  }

  private answer(line: string): string | undefined {
    const fields = line.split('\t');
    if (fields[0] !== 'AUTH') return undefined;
    const { user, password } = plainLogin(fields.find((field) => field.startsWith('resp='))?.slice(5) ?? '');
    const right = user === this.user && password === this.password;
    return right ? `OK\t${fields[1]}\tuser=${user}\n` : `FAIL\t${fields[1]}\tuser=${user}\n`;
  }
}

/** The mail program: just enough SMTP to ask questions. */
export class Client {
  private readonly replies: string[] = [];
  private closed = false;
  private wake: () => void = () => {};
  private socket!: net.Socket;

  private constructor() {}

  static async open(port: number, implicit: boolean, authority: Buffer): Promise<Client> {
    const client = new Client();
    const plain = net.connect(port, '127.0.0.1');
    if (implicit) await client.encrypt(plain, authority);
    else client.use(plain);
    return client;
  }

  private use(socket: net.Socket): void {
    this.socket = socket;
    let lines: string[] = [];
    onLines(socket, (line) => {
      lines.push(line);
      if (!/^\d{3}(?: |$)/.test(line)) return;
      this.replies.push(lines.join('\n'));
      lines = [];
      this.wake();
    });
    socket.on('close', () => {
      this.closed = true;
      this.wake();
    });
  }

  private async encrypt(socket: net.Socket, authority: Buffer): Promise<void> {
    const secure = tls.connect({ socket, ca: authority, servername: 'localhost' });
    await new Promise<void>((done, fail) => {
      secure.once('secureConnect', done);
      secure.once('error', fail);
    });
    this.use(secure);
  }

  async reply(): Promise<string> {
    for (const until = Date.now() + 10_000; this.replies.length === 0; ) {
      if (this.closed) return 'closed';
      if (Date.now() > until) return 'silence';
      await new Promise<void>((done) => {
        this.wake = done;
        setTimeout(done, 500);
      });
    }
    return this.replies.shift() ?? '';
  }

  async ask(command: string): Promise<string> {
    this.socket.write(`${command}\r\n`);
    return this.reply();
  }

  async startTls(authority: Buffer): Promise<void> {
    const answer = await this.ask('STARTTLS');
    if (!answer.startsWith('220')) throw new Error(`STARTTLS: ${answer}`);
    this.socket.removeAllListeners('data');
    this.socket.removeAllListeners('close');
    await this.encrypt(this.socket, authority);
  }

  login(user: string, password: string): Promise<string> {
    return this.ask(`AUTH PLAIN ${Buffer.from(`\0${user}\0${password}`).toString('base64')}`);
  }

  close(): void {
    this.socket.destroy();
  }
}
