import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { noRelayGuard } from '../../server/src/engine/rules/noRelayGuard';
import { textOf } from '../../server/src/engine/syntax/logicalLine';
import { configurationOf, problemsOf } from '../check';
import { parseFixture } from '../fixture';
import { Random } from '../random';
import { forEachParallel, installedVersion } from './postconf';

/** How many random lists; `RELAY_LISTS` and `RANDOM_SEED` try others. */
const COUNT = Number(process.env.RELAY_LISTS ?? 240);
const SEED = Number(process.env.RANDOM_SEED ?? 1);

type Files = Readonly<Record<string, string>>;

describe('no-relay-guard refuses what smtpd refuses', function () {
  this.timeout(300_000);
  let instance: string;

  before(function () {
    const reason = !installedVersion
      ? 'there is no Postfix'
      : process.getuid?.() !== 0
        ? 'smtpd reads its restriction lists only when root starts it'
        : undefined;
    if (reason) {
      console.log(`skipped: ${reason}`);
      this.skip();
    }
    instance = fs.mkdtempSync(path.join(os.tmpdir(), 'smtpd-'));
    fs.chmodSync(instance, 0o755);
  });
  after(() => instance && fs.rmSync(instance, { recursive: true }));

  /** Whether smtpd(8) starts: by itself (`-S`) it greets the client on its standard input. */
  function starts(files: Files, name: string): Promise<boolean> {
    const directory = path.join(instance, name);
    for (const part of ['etc', 'queue', 'data']) fs.mkdirSync(path.join(directory, part), { recursive: true });
    fs.chownSync(path.join(directory, 'data'), postfixUser(), -1);
    const main = `queue_directory = ${directory}/queue\ndata_directory = ${directory}/data\nmyhostname = mail.example.org\nmaillog_file = /dev/null\nmaillog_file_prefixes = /dev\nlocal_recipient_maps =\n${files['main.cf'] ?? ''}`;
    for (const [file, text] of [
      ['main.cf', main],
      ['master.cf', ''],
    ] as const) {
      const at = path.join(directory, 'etc', file);
      fs.writeFileSync(at, text);
      fs.utimesSync(at, new Date(0), new Date(0));
    }
    const [service] = configurationOf(files).master?.services ?? [];
    const overrides = (service?.overrides ?? []).flatMap((entry) => [
      '-o',
      `${textOf(entry.name)}=${textOf(entry.value)}`,
    ]);
    return new Promise((resolve, reject) => {
      const child = execFile(
        path.join(daemonDirectory(), 'smtpd'),
        ['-S', ...overrides],
        { cwd: path.join(directory, 'queue'), env: { MAIL_CONFIG: path.join(directory, 'etc') }, timeout: 30_000 },
        (error, stdout) => {
          if (stdout.startsWith('220 ')) resolve(true);
          else if (error?.code === 1) resolve(false);
          else reject(new Error(`smtpd ended with ${error?.code ?? error?.signal}: ${stdout}`));
        },
      );
      child.stdin?.on('error', () => undefined);
      child.stdin?.end('QUIT\r\n');
    });
  }

  const refuses = (files: Files) =>
    problemsOf(files, { version: installedVersion as string }).some(({ rule }) => rule === noRelayGuard.id);

  it('in its examples, before and after', async () => {
    const examples = noRelayGuard.examples.filter(({ version }) => !version);
    await forEachParallel(examples, async ({ before, after }, i) => {
      const { files, marks } = parseFixture(before);
      assert.equal(await starts(files, `before${i}`), marks.length === 0, before);
      if (after !== undefined) assert.ok(await starts(parseFixture(after).files, `after${i}`), after);
    });
  });

  it(`in ${COUNT} random lists`, async () => {
    const counts = { started: 0, refused: 0 };
    const differences: string[] = [];
    const texts = Array.from({ length: COUNT }, (_, i) => randomMain(new Random(SEED * 1_000_000 + i)));
    await forEachParallel(texts, async (main, i) => {
      const started = await starts({ 'main.cf': main }, `random${i}`);
      counts[started ? 'started' : 'refused']++;
      if (started === refuses({ 'main.cf': main }))
        differences.push(`smtpd ${started ? 'starts' : 'refuses'}:\n${main}`);
    });
    console.log(`      ${counts.started} started, ${counts.refused} refused, ${differences.length} different`);
    assert.equal(differences.length, 0, differences.slice(0, 3).join('\n'));
    assert.ok(counts.started > COUNT / 5 && counts.refused > COUNT / 5, 'both happen often');
  });
});

const WORDS = [
  'permit_mynetworks',
  'permit_sasl_authenticated',
  'reject_unknown_client_hostname',
  'reject_rbl_client',
  'check_client_access static:DUNNO',
  'check_recipient_access',
  'static:OK',
  'sleep 1',
  'defer_if_reject',
  'permit',
  'Permit',
  'warn_if_reject',
  'WARN_IF_REJECT',
];
const NAMES = ['inside', 'outside', '$shared', '${empty}'];
const GUARDS = [
  'reject',
  'defer',
  'REJECT_UNAUTH_DESTINATION',
  'defer_unauth_destination',
  'defer_if_permit',
  'check_relay_domains',
];

function randomMain(random: Random): string {
  const guards = random.below(3) / 12;
  const list = (most: number) => {
    const anyWord = () => random.pick([...WORDS, ...NAMES]);
    const words = random.times(most, () => (random.chance(guards) ? random.pick(GUARDS) : anyWord()));
    return words.map((word) => word + random.pick([',', ' ', ', ', ' ,\n  '])).join('');
  };
  const lines = [
    `compatibility_level = ${random.pick(['0', '1', '3.6'])}`,
    'smtpd_restriction_classes = inside outside',
    `inside = permit_mynetworks, ${random.pick(WORDS)}`,
    `outside = sleep 1, ${random.pick([...WORDS, ...GUARDS])}`,
    `shared = ${random.pick(['permit_mynetworks', 'reject_unauth_destination', 'warn_if_reject', 'permit, reject'])}`,
    'empty =',
  ];
  if (random.chance(0.7)) lines.push(`smtpd_relay_restrictions = ${list(4)}`);
  lines.push(`smtpd_recipient_restrictions = ${list(6)}`);
  return `${lines.join('\n')}\n`;
}

function daemonDirectory(): string {
  return execFileSync('postconf', ['-d', '-h', 'daemon_directory'], { encoding: 'utf8' }).trim();
}

function postfixUser(): number {
  return Number(execFileSync('id', ['-u', 'postfix'], { encoding: 'utf8' }));
}
