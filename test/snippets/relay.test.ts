import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { Instance, mainCf, masterCf, skipUnless } from '../instance';
import { snippet } from './expand';
import { type Certificate, makeCertificate, runningSettings, whyNotTls } from './postfix';
import { Relay } from './servers';

const USERS = { 'user@example.jp': 'a:b c', alice: 'second' };
const WAIT = 20_000;

/** One Postfix behind two relays: STARTTLS and implicit TLS. Names and ports in texts are replaced by theirs. */
class World {
  readonly instance = new Instance();
  readonly starttls: Relay;
  readonly implicit: Relay;
  private readonly certificate: Certificate;
  private readonly ports = { starttls: 0, implicit: 0 };

  constructor(users: Record<string, string> | undefined) {
    this.certificate = makeCertificate(this.instance.dir);
    this.starttls = new Relay(this.certificate, { implicit: false, users });
    this.implicit = new Relay(this.certificate, { implicit: true, users });
  }

  async listen(): Promise<void> {
    this.ports.starttls = await this.starttls.listen();
    this.ports.implicit = await this.implicit.listen();
  }

  private here(text: string): string {
    return text
      .replaceAll(/\[[\w.]+\]:587\b/g, `[localhost]:${this.ports.starttls}`)
      .replaceAll(/\[[\w.]+\]:465\b/g, `[localhost]:${this.ports.implicit}`)
      .replaceAll('/etc/postfix', this.instance.configuration)
      .replaceAll('/etc/ssl/certs/ca-certificates.crt', this.certificate.authority);
  }

  table(name: string, text: string): void {
    fs.writeFileSync(path.join(this.instance.configuration, name), this.here(text), { mode: 0o600 });
  }

  async start(main: string, master = ''): Promise<void> {
    await this.instance.start(mainCf(runningSettings(this.instance), this.here(main)), masterCf(master));
  }

  async stop(): Promise<void> {
    await this.instance.stop();
    this.starttls.close();
    this.implicit.close();
  }
}

async function arrives(world: World, relay: Relay, from: string | undefined, to: string, login?: string) {
  await world.instance.send(from, to);
  const mail = await relay.next(WAIT);
  assert.ok(mail, `nothing arrived\n${world.instance.logText()}`);
  assert.deepEqual(mail.to, [to]);
  assert.equal(mail.encrypted, true);
  assert.equal(mail.login, login);
  return mail;
}

describe('relay snippets in a running Postfix', function () {
  this.timeout(60_000);
  skipUnless(whyNotTls());
  let world: World | undefined;

  async function open(login = true): Promise<World> {
    world = new World(login ? USERS : undefined);
    await world.listen();
    return world;
  }

  afterEach(async () => {
    await world?.stop();
    world = undefined;
  });

  it('op25b-relay-587: logs in under STARTTLS', async () => {
    const w = await open();
    w.table('sasl_passwd', '[smtp.example.jp]:587 user@example.jp:a:b c\n');
    await w.start(snippet('main', 'op25b-relay-587'));
    await arrives(w, w.starttls, 'me@example.jp', 'you@example.com', 'user@example.jp');
    assert.deepEqual(w.instance.troubles(), []);
  });

  it('op25b-relay-587: every type of table works', async () => {
    const supported = execFileSync('postconf', ['-m'], { encoding: 'utf8' }).split('\n');
    for (const type of ['lmdb', 'hash'].filter((name) => supported.includes(name))) {
      const w = await open();
      w.table('sasl_passwd', '[smtp.example.jp]:587 user@example.jp:a:b c\n');
      execFileSync('postmap', [`${type}:${w.instance.configuration}/sasl_passwd`]);
      await w.start(snippet('main', 'op25b-relay-587').replace('texthash:/', `${type}:/`));
      await arrives(w, w.starttls, 'me@example.jp', 'you@example.com', 'user@example.jp');
      await w.stop();
    }
  });

  it('op25b-relay-465: logs in on a port that speaks TLS at once', async () => {
    const w = await open();
    w.table('sasl_passwd', '[smtp.example.jp]:465 user@example.jp:a:b c\n');
    await w.start(snippet('main', 'op25b-relay-465'));
    await arrives(w, w.implicit, 'me@example.jp', 'you@example.com', 'user@example.jp');
    assert.deepEqual(w.instance.troubles(), []);
  });

  it('gmail-relayhost: verifies the certificate', async () => {
    const w = await open();
    w.table('sasl_passwd', '[smtp.gmail.com]:587 user@example.jp:a:b c\n');
    await w.start(snippet('main', 'gmail-relayhost'));
    await arrives(w, w.starttls, 'me@example.jp', 'you@example.com', 'user@example.jp');
    assert.deepEqual(w.instance.troubles(), []);
  });

  it('gmail-relayhost: does not log in at a server with a foreign certificate', async () => {
    const w = await open();
    const foreign = path.join(w.instance.dir, 'foreign');
    fs.mkdirSync(foreign);
    w.table('sasl_passwd', '[smtp.gmail.com]:587 user@example.jp:a:b c\n');
    const authority = makeCertificate(foreign).authority;
    await w.start(snippet('main', 'gmail-relayhost').replace('/etc/ssl/certs/ca-certificates.crt', authority));
    await w.instance.send('me@example.jp', 'you@example.com');
    assert.match(await w.instance.logged(/ status=\w+ .*/), /status=deferred \(Server certificate not /);
    assert.deepEqual(w.starttls.received, []);
  });

  it('sasl_passwd: completes a relayhost that was there before', async () => {
    const w = await open();
    w.table('sasl_passwd', '[smtp.example.jp]:587 user@example.jp:a:b c\n');
    const before = snippet('main', 'op25b-relay-587').replace(/^smtp_sasl_password_maps.*\n/m, '');
    await w.start(before + snippet('main', 'sasl_passwd'));
    await arrives(w, w.starttls, 'me@example.jp', 'you@example.com', 'user@example.jp');
    assert.deepEqual(w.instance.troubles(), []);
  });

  it('sender-dependent-relay: the sender decides on server and account', async () => {
    const w = await open();
    // Both relays speak STARTTLS in this snippet, so one server with two accounts shows the choice.
    w.table('sender_relay', 'alice@example.net [smtp.example.net]:587\n');
    w.table('sasl_passwd', 'alice@example.net alice:second\n[smtp.example.jp]:587 user@example.jp:a:b c\n');
    await w.start(snippet('main', 'sender-dependent-relay'));
    await arrives(w, w.starttls, 'alice@example.net', 'you@example.com', 'alice');
    await arrives(w, w.starttls, 'me@example.jp', 'you@example.com', 'user@example.jp');
    assert.deepEqual(w.instance.troubles(), []);
  });

  it('op25b-mixed-transport: 587 for most, 465 for the destinations in the table', async () => {
    const w = await open();
    w.table('transport', 'example.com relay465:[smtp.example.net]:465\n');
    w.table('sasl_passwd', '[smtp.example.jp]:587 user@example.jp:a:b c\n[smtp.example.net]:465 alice:second\n');
    await w.start(snippet('main', 'op25b-mixed-transport'), snippet('master', 'op25b-mixed-transport'));
    await arrives(w, w.implicit, 'me@example.jp', 'you@example.com', 'alice');
    await arrives(w, w.starttls, 'me@example.jp', 'you@example.org', 'user@example.jp');
    assert.deepEqual(w.instance.troubles(), []);
  });

  it('null-client: everything goes to the server, local users get the domain', async () => {
    const w = await open(false);
    await w.start(snippet('main', 'null-client'));
    const mail = await arrives(w, w.starttls, undefined, 'you@example.com');
    assert.equal(mail.from, 'root@example.jp');
    await arrives(w, w.starttls, 'me@example.jp', 'other@host.example.jp');
    assert.deepEqual(w.instance.troubles(), []);
  });
});
