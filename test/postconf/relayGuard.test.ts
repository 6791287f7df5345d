import assert from 'node:assert/strict';
import { noRelayGuard } from '../../server/src/engine/rules/noRelayGuard';
import { textOf } from '../../server/src/engine/syntax/logicalLine';
import { configurationOf, problemsOf } from '../check';
import { parseFixture } from '../fixture';
import { Instance, mainCf, skipUnless, whyNotPostfix } from '../instance';
import { Random } from '../random';
import { forEachParallel, installedVersion } from './postconf';

/** How many random lists; `RELAY_LISTS` and `RANDOM_SEED` try others. */
const COUNT = Number(process.env.RELAY_LISTS ?? 240);
const SEED = Number(process.env.RANDOM_SEED ?? 1);

type Files = Readonly<Record<string, string>>;

describe('no-relay-guard refuses what smtpd refuses', function () {
  this.timeout(300_000);
  skipUnless(whyNotPostfix());

  /** Whether smtpd(8) starts: by itself it greets the client on its standard input. */
  async function starts(files: Files): Promise<boolean> {
    const instance = new Instance();
    try {
      const base = { ...instance.places(), myhostname: 'mail.example.org', local_recipient_maps: '' };
      instance.write(mainCf(base, files['main.cf'] ?? ''), '');
      const [service] = configurationOf(files).master?.services ?? [];
      const overrides = (service?.overrides ?? []).flatMap(({ name, value }) => [
        '-o',
        `${textOf(name)}=${textOf(value)}`,
      ]);
      const { status, session, log } = await instance.smtpd(overrides);
      if (session.startsWith('220 ') === (status === 1)) throw new Error(`smtpd ended with ${status}: ${log}`);
      return status !== 1;
    } finally {
      await instance.stop();
    }
  }

  const refuses = (files: Files) =>
    problemsOf(files, { version: installedVersion as string }).some(({ rule }) => rule === noRelayGuard.id);

  it('in its examples, before and after', async () => {
    const examples = noRelayGuard.examples.filter(({ version }) => !version);
    await forEachParallel(examples, async ({ before, after }) => {
      const { files, marks } = parseFixture(before);
      assert.equal(await starts(files), marks.length === 0, before);
      if (after !== undefined) assert.ok(await starts(parseFixture(after).files), after);
    });
  });

  it(`in ${COUNT} random lists`, async () => {
    const counts = { started: 0, refused: 0 };
    const differences: string[] = [];
    const texts = Array.from({ length: COUNT }, (_, i) => randomMain(new Random(SEED * 1_000_000 + i)));
    await forEachParallel(texts, async (main) => {
      const started = await starts({ 'main.cf': main });
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
