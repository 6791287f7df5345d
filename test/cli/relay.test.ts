import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { temporaryDirectory } from '../instance';
import { snippet } from '../snippets/expand';

const program = path.join(__dirname, '../../../dist/postfix-config.js');

/** A configuration as Debian's package makes it: mail for this machine, and from it to anywhere. */
const STOCK = {
  'main.cf': `compatibility_level = 3.6
myhostname = mail.example.jp
mydestination = $myhostname, localhost
mynetworks = 127.0.0.0/8 [::1]/128
smtpd_relay_restrictions = permit_mynetworks permit_sasl_authenticated
  defer_unauth_destination
`,
  'master.cf': 'smtp inet n - y - - smtpd\npickup unix n - y 60 1 pickup\n',
};

type Files = Readonly<Record<string, string>>;

describe('postfix-config relay', function () {
  this.timeout(30_000);
  let directory: string;
  beforeEach(() => {
    directory = temporaryDirectory();
  });
  afterEach(() => fs.rmSync(directory, { recursive: true }));

  /** Runs the bundled program beside the files, which it names as they are in its directory. */
  function run(files: Files, args: readonly string[] = []): SpawnSyncReturns<string> {
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(directory, name), text);
    const result = spawnSync(process.execPath, [program, 'relay', '--postfix-version', '3.7', ...args, '.'], {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    assert.equal(result.signal, null);
    return result;
  }

  /** The verdicts of the answers that a JSON report has for such scenarios, each once. */
  function verdicts(report: readonly Record[], wanted: Partial<Record['scenario']> & { service?: string }): string[] {
    const { service, ...scenario } = wanted;
    const found = report.filter(
      (record) =>
        (service === undefined || record.service === service) &&
        Object.entries(scenario).every(([key, value]) => record.scenario[key] === value),
    );
    assert.ok(found.length > 0, JSON.stringify(wanted));
    return [...new Set(found.map(({ verdict, code }) => (code === undefined ? verdict : `${verdict} ${code}`)))];
  }

  interface Record {
    readonly service: string;
    readonly scenario: { readonly [key: string]: unknown };
    readonly verdict: string;
    readonly code?: number;
    readonly by?: { readonly file?: string; readonly line?: number; readonly restriction: string };
    readonly dependsOn?: readonly string[];
  }

  describe('prints a table', () => {
    it('of the stock configuration', () => {
      const { status, stdout, stderr } = run(STOCK);
      assert.equal(stderr, '');
      assert.equal(
        stdout,
        `                           smtp (25)
strangers (203.0.113.5)
  to: local users          accepted
  to: postmaster           accepted
  to: anywhere else        refused 454 4.7.1 [1]
\`mynetworks\` (127.0.0.1)
  to: local users          accepted [2]
  to: postmaster           accepted
  to: anywhere else        accepted [2]
logged-in users
  to: local users          refused 503 5.5.1 [3]
  to: postmaster           refused 503 5.5.1 [3]
  to: anywhere else        refused 503 5.5.1 [3]

[1]  main.cf:6:3: smtpd_relay_restrictions: defer_unauth_destination
[2]  main.cf:5:28: smtpd_relay_restrictions: permit_mynetworks
[3]  default: smtpd_sasl_auth_enable

smtp (25)   Relays for: mynetworks

Milters and content filters are not asked: they may refuse more.
`,
      );
      assert.equal(status, 0);
    });

    it('of a server for submission', () => {
      const master = STOCK['master.cf'] + snippet('master', 'submission') + snippet('master', 'submissions');
      const files = { 'main.cf': STOCK['main.cf'] + snippet('main', 'submission-server'), 'master.cf': master };
      const { status, stdout } = run(files);
      assert.equal(status, 0, stdout);
      assert.match(stdout, /^ +smtp \(25\) +submission \(587\) +submissions \(465\)\nstrangers/);
      assert.match(
        stdout,
        /^ {2}to: anywhere else +accepted \[\d\] +refused 554 5\.7\.1 \[\d\] .*\nlogged-in users\n {2}to: local users .* accepted \[/m,
      );
      assert.match(stdout, /^submissions \(465\) +Relays for: logged-in users$/m);
      assert.match(stdout, /^smtp \(25\) .*Relays for: mynetworks$/m);
    });

    it('with one column for services that answer alike', () => {
      const services = ['smtp', '10025', 'pass'].map((name) => `${name} inet n - y - - smtpd\n`);
      const { stdout } = run({ ...STOCK, 'master.cf': services.join('') });
      assert.match(stdout, /^ +smtp \(25\), 10025,\n +pass\nstrangers/);
      assert.match(stdout, /^smtp \(25\), 10025, pass +Relays for: mynetworks$/m);
    });

    it('with a row for senders only where the verdict is another', () => {
      const main = `${STOCK['main.cf']}smtpd_sender_restrictions = reject_unknown_sender_domain\n  reject_non_fqdn_sender\n`;
      const { stdout } = run({ ...STOCK, 'main.cf': main });
      assert.match(
        stdout,
        /^ {2}to: local users\n {4}from: own address, empty \(bounce\) +accepted\n {4}from: foreign address +depends \[1\]$/m,
      );
      assert.match(
        stdout,
        /^\[1\] {2}depends on DNS \(`.*`\)\n {7}refused 450 4\.1\.8: main\.cf:7:29: smtpd_sender_restrictions: reject_unknown_sender_domain\n {7}accepted: nothing refuses it$/m,
      );
    });

    it('of twenty services, beside and below each other', () => {
      const services = Array.from({ length: 20 }, (_, i) => {
        const restrictions = i < 10 ? 'permit_mynetworks,reject' : 'reject_unauth_destination,'.repeat(i - 9);
        return `${2500 + i} inet n - y - - smtpd\n  -o smtpd_relay_restrictions=${restrictions}\n`;
      });
      const { stdout } = run({ ...STOCK, 'master.cf': services.join('') });
      for (const line of stdout.split('\n')) assert.ok(line.length <= 120, line);
      for (let port = 2500; port < 2520; port++) assert.match(stdout, new RegExp(`\\b${port}\\b`));
    });

    it('in Japanese, with characters that are two columns wide', () => {
      const { stdout } = run(STOCK, ['--lang', 'ja']);
      assert.match(stdout, /^見知らぬ相手 \(203\.0\.113\.5\)$/m);
      const row = (start: string) => stdout.split('\n').find((line) => line.startsWith(start)) ?? '';
      const widthTo = (line: string, text: string) =>
        [...line.slice(0, line.indexOf(text))].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
      const [local, elsewhere] = [row('  宛先: ローカルの利用者'), row('  宛先: それ以外のドメイン')];
      assert.equal(widthTo(local, '受け付ける'), widthTo(elsewhere, '拒否 454 4.7.1 [1]'));
      assert.match(stdout, /^\[1\] {2}main\.cf:6:3: smtpd_relay_restrictions: defer_unauth_destination$/m);
      assert.match(stdout, /リレーできるのは: mynetworks\n\nMilter とコンテンツフィルター/);
    });

    it('with one column where there is no master.cf', () => {
      const { status, stdout } = run({ 'main.cf': STOCK['main.cf'] });
      assert.equal(status, 0);
      assert.match(stdout, /^ +smtpd\nstrangers/);
    });

    it('not where no service runs smtpd', () => {
      const { status, stdout } = run({ ...STOCK, 'master.cf': 'pickup unix n - y 60 1 pickup\n' });
      assert.deepEqual([status, stdout.split('\n').length], [0, 2]);
      assert.match(stdout, /nobody can send/);
    });
  });

  it('warns of an open relay: status 1', () => {
    const open = { ...STOCK, 'main.cf': STOCK['main.cf'].replace('127.0.0.0/8', '0.0.0.0/0') };
    const { status, stdout } = run(open);
    assert.equal(status, 1);
    assert.match(stdout, /^Warning: strangers can send to anywhere through smtp \(25\)\. .*open relay/m);
    assert.match(run(open, ['--lang', 'ja']).stdout, /^警告: smtp \(25\) では.*オープンリレー/m);
    assert.equal(run(open, ['--format', 'json']).status, 1);
    // It is none where only this machine gets there.
    assert.equal(run({ ...open, 'master.cf': STOCK['master.cf'].replace('smtp ', '127.0.0.1:25 ') }).status, 0);
  });

  it('says which service does not start, and why: status 1', () => {
    const master = `${STOCK['master.cf']}587 inet n - y - - smtpd\n  -o smtpd_relay_restrictions=permit\n`;
    const files = { ...STOCK, 'master.cf': master };
    const { status, stdout } = run(files);
    assert.equal(status, 1);
    assert.match(stdout, /^587 +does not start: .*smtpd_relay_restrictions$/m);
    assert.match(stdout, /^smtp \(25\) +Relays for: mynetworks$/m);
    assert.match(stdout, /`postfix-config check` tells more/);
    assert.match(run(files, ['--lang', 'ja']).stdout, /^587 +起動しない: /m);
    const report: Record[] = JSON.parse(run(files, ['--format', 'json']).stdout);
    assert.deepEqual(verdicts(report, { service: '587' }), ['unavailable']);
    assert.equal(run(files, ['--recipient', 'user@example.com']).status, 1);
    assert.equal(run(files, ['--recipient', 'user@example.com', '--service', '25']).status, 0);
  });

  describe('reads tables', () => {
    const main = `${STOCK['main.cf']}smtpd_recipient_restrictions =
  check_sender_access texthash:$config_directory/senders
  check_client_access cidr:/etc/postfix/clients
  check_recipient_access hash:/etc/elsewhere
`;
    const tables = {
      senders: '# who may not\nspammer@example.net REJECT\n',
      clients: '192.0.2.0/24 550 go away\n',
    };
    const ask = (files: Files, ...args: string[]) => run(files, ['--recipient', 'postmaster@mail.example.jp', ...args]);

    it('beside main.cf, where it calls them /etc/postfix too, and names the line', () => {
      const files = { ...STOCK, ...tables, 'main.cf': main };
      const { stdout } = ask(files, '--client', '192.0.2.7');
      assert.match(
        stdout,
        /^smtp \(25\): refused 550 5\.7\.1\n {2}main\.cf:9:3: .*check_client_access cidr:.*clients:1/m,
      );
      assert.match(ask(files, '--sender', 'spammer@example.net').stdout, /\(entry: (?:.*\/)?senders:2\)$/m);
    });

    it('not those that a copy of a configuration has elsewhere', () => {
      const { stdout } = ask({ ...STOCK, ...tables, 'main.cf': main });
      assert.match(stdout, /^smtp \(25\): depends\n {2}depends on the table `hash:\/etc\/elsewhere`/m);
    });
  });

  describe('answers one question', () => {
    it('for every service, those that answer alike together', () => {
      const { status, stdout } = run({ ...STOCK, 'master.cf': `${STOCK['master.cf']}10025 inet n - y - - smtpd\n` }, [
        '--recipient',
        '<user@example.com>',
        '--client',
        '[127.0.0.1]',
        '--client-name',
        'localhost',
        '--no-tls',
      ]);
      assert.equal(status, 0);
      assert.equal(
        stdout,
        `From <sender@example.net> to <user@example.com>; client localhost[127.0.0.1], no TLS, EHLO client.example.net, not logged in

smtp (25), 10025: accepted
  main.cf:5:28: smtpd_relay_restrictions: permit_mynetworks

Milters and content filters are not asked: they may refuse more.
`,
      );
    });

    it('in Japanese', () => {
      const args = ['--recipient', 'user@example.com', '--sender', '', '--helo', '', '--lang', 'ja', '--login', '-'];
      const { stdout } = run(STOCK, args);
      assert.match(
        stdout,
        /^差出人 <>、宛先 <user@example\.com>、接続元 203\.0\.113\.5、TLS あり、EHLO なし、ログインなし$/m,
      );
      assert.match(stdout, /^smtp \(25\): 拒否 454 4\.7\.1\n {2}main\.cf:6:3: /m);
    });

    it('as JSON', () => {
      const args = ['--recipient', 'user@example.com', '--service', '25', '--login', 'taro', '--format', 'json'];
      assert.deepEqual(JSON.parse(run(STOCK, args).stdout), [
        {
          service: 'smtp',
          scenario: {
            client: '203.0.113.5',
            login: 'taro',
            hasCertificate: false,
            tls: true,
            helo: 'client.example.net',
            sender: 'sender@example.net',
            recipient: 'user@example.com',
          },
          verdict: 'refused',
          code: 503,
          status: '5.5.1',
          by: { restriction: 'smtpd_sasl_auth_enable' },
        },
      ]);
    });
  });

  it('prints every scenario for every service as JSON', () => {
    const client = 'smtpd_client_restrictions = permit_mynetworks, reject_rbl_client dnsbl.example.org\n';
    const report: Record[] = JSON.parse(
      run({ ...STOCK, 'main.cf': STOCK['main.cf'] + client }, ['--format', 'json']).stdout,
    );
    assert.equal(report.length, 3 * 3 * 3);
    assert.deepEqual(verdicts(report, { clientKind: 'trusted', recipientKind: 'foreign' }), ['accepted']);
    assert.deepEqual(verdicts(report, { clientKind: 'stranger', recipientKind: 'local' }), ['depends']);
    const guarded = report.find(({ by }) => by?.restriction === 'permit_mynetworks');
    assert.deepEqual(guarded?.by, {
      file: 'main.cf',
      line: 5,
      column: 28,
      list: 'smtpd_relay_restrictions',
      restriction: 'permit_mynetworks',
    });
    assert.deepEqual(report.find(({ verdict }) => verdict === 'depends')?.dependsOn, ['DNS dnsbl.example.org']);
  });

  describe('says what it cannot do: status 2', () => {
    const cases: readonly [string, Files, readonly string[], RegExp, RegExp][] = [
      ['a client that is no address', STOCK, ['--client', '1.2.3', '--recipient', 'a@b'], /`1\.2\.3` is not an IP address/, /IP アドレスではありません/],
      ['a question without recipient', STOCK, ['--sender', 'a@b'], /needs a recipient/, /宛先が必要です/],
      ['a service that is not there', STOCK, ['--service', '26', '--recipient', 'a@b'], /`26`.*: smtp \(25\)\./, /`26`.* smtp \(25\) です/],
      ['a format of another command', STOCK, ['--format', 'sarif'], /`sarif`/, /`sarif`/],
      ['two directories', STOCK, ['/etc'], /one directory/, /1 つだけ/],
      ['a template', { 'main.cf': '{% if x %}\nmydestination = {{ y }}\n' }, [], /template/, /テンプレート/],
      ['no main.cf', { 'master.cf': STOCK['master.cf'] }, [], /no main\.cf/, /main\.cf がありません/],
      ['nothing to read', {}, [], /neither a main\.cf/, /main\.cf も/],
    ]; // biome-ignore format: a table
    for (const [what, files, args, english, japanese] of cases) {
      it(what, () => {
        for (const [lang, message] of [
          ['en', english],
          ['ja', japanese],
        ] as const) {
          const { status, stdout, stderr } = run(files, [...args, '--lang', lang]);
          assert.deepEqual([status, stdout], [2, '']);
          assert.match(stderr, /^postfix-config: .+\n$/);
          assert.match(stderr, message);
        }
      });
    }
  });
});
