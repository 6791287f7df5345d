import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { freePort, Instance, mainCf, masterCf, skipUnless } from '../instance';
import { snippet } from './expand';
import { makeCertificate, runningSettings, whyNotTls } from './postfix';
import { Client, LoginServer } from './servers';

interface Port {
  prefix: string;
  /** The first column of the snippet, which the test replaces by a free port. */
  service: string;
  number: number;
  implicit: boolean;
}

const PORTS: Port[] = [
  { prefix: 'submission', service: 'submission', number: 587, implicit: false },
  { prefix: 'submissions', service: 'submissions', number: 465, implicit: true },
  { prefix: 'smtps', service: '465', number: 465, implicit: true },
];

/** A running server with the snippet, its login server, and the authority of its certificate. */
class Server {
  readonly instance = new Instance();
  readonly login = new LoginServer('alice', 'secret word');
  authority!: Buffer;
  port = 0;

  async start({ prefix, service }: Port): Promise<void> {
    const { dir, queue } = this.instance;
    this.authority = fs.readFileSync(makeCertificate(dir).authority);
    this.port = await freePort();
    const master = snippet('master', prefix).replace(
      new RegExp(`^${service} +inet`, 'm'),
      `127.0.0.1:${this.port} inet`,
    );
    const main = snippet('main', 'submission-server').replaceAll('/etc/letsencrypt/live/mail.example.jp', dir);
    await this.login.listen(queue);
    await this.instance.start(mainCf(runningSettings(this.instance), main), masterCf(master));
  }

  async connect(implicit: boolean): Promise<Client> {
    const client = await Client.open(this.port, implicit, this.authority);
    const greeting = await client.reply();
    assert.match(greeting, /^220 host\.example\.jp/, this.instance.logText());
    return client;
  }

  async stop(): Promise<void> {
    this.login.close();
    await this.instance.stop();
  }
}

/** An encrypted connection after EHLO, whichever way the port begins TLS. */
async function encrypted(server: Server, implicit: boolean): Promise<{ client: Client; features: string }> {
  const client = await server.connect(implicit);
  if (!implicit) {
    const before = await client.ask('EHLO client.example');
    assert.match(before, /250.STARTTLS/);
    assert.doesNotMatch(before, /AUTH/);
    assert.match(await client.ask('MAIL FROM:<alice@example.jp>'), /^530 /);
    await client.startTls(server.authority);
  }
  return { client, features: await client.ask('EHLO client.example') };
}

for (const port of PORTS) {
  describe(`snippet ${port.prefix} in a running Postfix`, function () {
    this.timeout(60_000);
    skipUnless(whyNotTls());
    const server = new Map<string, Server>();
    const get = (): Server => server.get('it') as Server;

    before(async () => {
      server.set('it', new Server());
      await get().start(port);
    });
    after(() => server.get('it')?.stop());

    it(`the services file knows ${port.service} as port ${port.number}`, () => {
      if (/^\d+$/.test(port.service)) return;
      const found = execFileSync('getent', ['services', `${port.service}/tcp`], { encoding: 'utf8' });
      assert.match(found, new RegExp(` ${port.number}/tcp`));
    });

    it('offers login under TLS and lets a user send anywhere', async () => {
      const { client, features } = await encrypted(get(), port.implicit);
      assert.match(features, /250.AUTH PLAIN/);
      assert.match(await client.login('alice', 'secret word'), /^235 /);
      assert.match(await client.ask('MAIL FROM:<alice@example.jp>'), /^250 /);
      assert.match(await client.ask('RCPT TO:<bob@example.com>'), /^250 /);
      client.close();
    });

    it('takes nothing without login, not even from its own network', async () => {
      const { client } = await encrypted(get(), port.implicit);
      assert.match(await client.ask('MAIL FROM:<alice@example.jp>'), /^250 /);
      assert.match(await client.ask('RCPT TO:<bob@example.com>'), /^554 /);
      assert.match(await client.ask('RCPT TO:<root@host.example.jp>'), /^554 /);
      client.close();
    });

    it('refuses a wrong password', async () => {
      const { client } = await encrypted(get(), port.implicit);
      assert.match(await client.login('alice', 'guess'), /^535 /);
      client.close();
    });

    it('logs no failure of its own', () => {
      const others = get()
        .instance.troubles()
        .filter((line) => !/SASL PLAIN authentication failed/.test(line));
      assert.deepEqual(others, []);
    });
  });
}
