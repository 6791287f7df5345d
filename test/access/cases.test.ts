import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { smtpdAccess } from '../../server/src/engine/access/access';
import type { Answer } from '../../server/src/engine/access/answer';
import type { Question } from '../../server/src/engine/access/question';
import { relayServices, reportOf } from '../../server/src/engine/access/relay';
import { scenariosOf } from '../../server/src/engine/access/scenarios';
import type { Machine } from '../../server/src/engine/configuration/configuration';
import { configurationOf } from '../check';
import { delay, skipUnless, whyNotPostfix } from '../instance';
import { forEachParallel, installedVersion } from '../postconf/postconf';
import { difference, INDEXED } from './compare';
import { machineReading, smtpdServices } from './ours';
import { readFile, SmtpdServer } from './smtpdServer';

const MAIN = `compatibility_level = 3.6
myhostname = mx.example.jp
mydestination = example.jp
mynetworks = 127.0.0.0/8 192.168.7.0/24
local_recipient_maps =
`;

const STRANGER = '203.0.113.5';
const TRUSTED = '192.168.7.2';

const LINES = 100_000;

/** Milliseconds that tell an answer from a hang, on a slow and busy machine too. */
const SOON = 1000;
/** Every tenth line of the table. */
const user = (i: number) => `user${i}@example.jp`;
const bigTable = () =>
  Array.from({ length: LINES }, (_, i) => `${user(i)} ${i % 10 === 0 ? 'REJECT' : 'OK'}\n`).join('');

/** Two classes that name each other, but not before most of the questions are decided. */
const LOOP = `smtpd_restriction_classes = there back
there = permit_mynetworks, back
back = reject_unauth_destination, there
`;

/** Restrictions that nobody would write on purpose. */
const NONSENSE = [
  'permit_mynetwork',
  'reject_foo permit',
  ', ,, permit_mynetworks,,reject',
  'reject, nonsense',
  'permit_mynetworks nonsense',
  'nonsense permit_mynetworks',
  'warn_if_reject nonsense, reject_unauth_destination',
  'warn_if_reject',
  'warn_if_reject warn_if_reject reject, permit',
  '192.0.2.1',
  'check_recipient_access',
  'check_recipient_access permit',
  'check_recipient_access nonsense:/nowhere',
  'check_recipient_access inline:{',
  'check_recipient_access inline:{example.jp=}',
  'check_recipient_access inline:{example.jp=nonsense,example.com=REJECT}',
  'nonsense:/nowhere',
  'inline:{{example.jp=450 4.7.1 x}}, reject_unauth_destination',
  'PERMIT_MYNETWORKS, Reject_Unauth_Destination',
  '=', ':', ' : ', '{', '}', '{}', '{ permit', '{permit_mynetworks} reject', '"permit"', '550', '550 no',
  'defer_if_permit reject', 'defer_if_reject reject_unauth_destination', 'defer', 'sleep', 'sleep 0, reject',
  'sleep x, reject', 'reject_rbl_client', 'check_policy_service', 'check_policy_service nonsense',
  'smtpd_recipient_restrictions', 'smtpd_relay_restrictions, reject', '$smtpd_recipient_restriction, reject_unauth_destination',
  '許可, reject_unauth_destination', 'permit_mynetworks\u3000reject',
]; // biome-ignore format: words

describe('who may send: cases made by hand', function () {
  this.timeout(60_000);

  it('classes that name each other: an answer at once', () => {
    const ask = onPort25(`${MAIN}${LOOP}smtpd_relay_restrictions = there\n`);
    assert.equal(ask(from(TRUSTED, 'x@example.com')).verdict, 'accepted');
    assert.equal(ask(from(STRANGER, 'x@example.com')).verdict, 'refused');
    assert.deepEqual(within(SOON, () => ask(from(STRANGER, 'x@example.jp'))).dependsOn, [
      { kind: 'class', name: 'there' },
    ]);
  });

  it('classes that double at every step: an answer at once', () => {
    const names = Array.from({ length: 30 }, (_, i) => `class${i}`);
    const classes = names.map(
      (name, i) => `${name} = class${i + 1}, warn_if_reject class${i + 1}, class${(i * 7) % 30}\n`,
    );
    const settings = `smtpd_restriction_classes = ${names.join(' ')}\n${classes.join('')}class30 = permit_mynetworks\n`;
    const ask = onPort25(`${MAIN}${settings}smtpd_relay_restrictions = class0, reject_unauth_destination\n`);
    for (const client of [STRANGER, TRUSTED]) within(SOON, () => ask(from(client, 'x@example.com')));
  });

  it(`a table of ${LINES} lines: an answer, and then at once`, () => {
    const file = { text: bigTable() };
    const ask = onPort25(`${MAIN}smtpd_recipient_restrictions = check_recipient_access hash:/etc/postfix/big\n`, {
      readFile: (name) => (name === '/etc/postfix/big' ? file : undefined),
    });
    assert.equal(within(5 * SOON, () => ask(from(STRANGER, user(0)))).verdict, 'refused');
    const others = Array.from({ length: 1000 }, (_, i) => user(i * 97));
    const verdicts = within(5 * SOON, () => others.map((recipient) => ask(from(STRANGER, recipient)).verdict));
    assert.deepEqual(
      verdicts,
      others.map((_, i) => ((i * 97) % 10 === 0 ? 'refused' : 'accepted')),
    );
  });

  it('all scenarios for five services, anew: in 10 ms where nothing disturbs', () => {
    const main = `${MAIN}relay_domains = relay.example\nvirtual_alias_domains = alias.example\n`;
    const options = ' -o smtpd_sasl_auth_enable=yes\n -o smtpd_relay_restrictions=permit_sasl_authenticated,reject\n';
    const ports = ['smtp', 'submission', '465', '2525', '127.0.0.1:10025'];
    const master = ports.map((port, i) => `${port} inet n - n - - smtpd\n${i === 0 ? '' : options}`).join('');
    const answers = () => {
      const configuration = configurationOf(
        { 'main.cf': main, 'master.cf': master },
        { version: '3.7', machine: MACHINE },
      );
      const began = performance.now();
      for (const service of relayServices(configuration)) {
        assert.equal(reportOf(configuration, service).answers.length, scenariosOf(configuration).length);
      }
      return performance.now() - began;
    };
    // On a busy machine most of them are disturbed: those that are not tell how long it takes.
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 20 && best >= 10; run++) {
      best = Math.min(best, undisturbed(Array.from({ length: 50 }, answers)));
    }
    console.log(`      ${best.toFixed(2)} ms`);
    // The machine that runs the tests may be several times slower than the one that the limit is meant for.
    assert.ok(best < 50, `${best.toFixed(1)} ms`);
  });

  describe('by the real smtpd', () => {
    skipUnless(whyNotPostfix());

    it('classes that name each other end it, where they are met', async () => {
      const { server, ours } = await start(`${MAIN}${LOOP}`, [' -o smtpd_relay_restrictions=there\n']);
      try {
        for (const question of [from(TRUSTED, 'x@example.com'), from(STRANGER, 'x@example.com')]) {
          const theirs = await server.ask(0, question);
          assert.equal(difference(ours(server.portOf(0), question), theirs, { mayDepend: false }), undefined);
        }
        const { verdict } = await server.ask(0, from(STRANGER, 'x@example.jp'));
        assert.equal(verdict, 'unavailable');
        for (let i = 0; i < 100 && !/killed by signal/.test(server.log()); i++) await delay(50);
        assert.match(server.log(), /smtpd pid \d+ killed by signal/);
      } finally {
        await server.stop();
      }
    });

    it(`a table of ${LINES} lines, and ${NONSENSE.length} lists of nonsense`, async () => {
      const [type = ''] = INDEXED;
      const lists = [`check_recipient_access ${type}:$config_directory/big`, ...NONSENSE];
      const main = MAIN + lists.map((list, i) => `list${i} = ${list}\n`).join('');
      // In a value of main.cf braces need no partner.
      const options = lists.map((_, i) => {
        const [tried, other, value] =
          i % 2 === 0 ? ['recipient', 'relay', 'reject_unauth_destination'] : ['relay', 'recipient', 'permit'];
        return ` -o smtpd_${tried}_restrictions=$list${i} -o smtpd_${other}_restrictions=${value}\n`;
      });
      const { server, ours } = await start(main, options, { big: bigTable() }, [`${type}:big`]);
      const differences: string[] = [];
      const counts: Record<string, number> = {};
      try {
        const questions = [STRANGER, TRUSTED].flatMap((client) =>
          [user(0), user(5), 'x@example.jp', 'x@example.com'].map((recipient) => from(client, recipient)),
        );
        await forEachParallel(lists, async (list, index) => {
          for (const question of questions) {
            const theirs = await server.ask(index, question);
            const answer = ours(server.portOf(index), question);
            counts[theirs.verdict] = (counts[theirs.verdict] ?? 0) + 1;
            const what = difference(answer, theirs, { mayDepend: false });
            if (!what) continue;
            const asked = `${index} ${list}: ${question.client.address} to ${question.recipient}`;
            const said = answer.outcomes.map(
              ({ because: _, by, ...rest }) => `${Object.values(rest).join(' ')} by ${by?.text}`,
            );
            differences.push(`${asked}: ${what}: ${theirs.text}; ours: ${answer.verdict}: ${said.join('; ')}`);
          }
        });
      } finally {
        await server.stop();
      }
      console.log(
        `      ${Object.entries(counts)
          .map(([verdict, count]) => `${count} ${verdict}`)
          .join(', ')}`,
      );
      assert.equal(differences.length, 0, `${differences.length} differ:\n${differences.join('\n')}`);
    });
  });
});

const MACHINE: Machine = { hostName: 'mx', interfaces: [{ address: '127.0.0.1', prefix: 8 }] };

/** Our answers for the service of a plain master.cf. */
function onPort25(main: string, machine: Machine = {}): (question: Question) => Answer {
  const files = { 'main.cf': main, 'master.cf': 'smtp inet n - n - - smtpd\n' };
  const options = { version: '3.7', directory: '/etc/postfix', machine: { ...MACHINE, ...machine } };
  const configuration = configurationOf(files, options);
  return (question) => smtpdAccess(configuration, configuration.master?.services[0]).ask(question);
}

async function start(
  main: string,
  services: readonly string[],
  files: Readonly<Record<string, string>> = {},
  maps: readonly string[] = [],
) {
  const server = await SmtpdServer.create();
  try {
    const inDirectory = maps.map((map) => map.replace(':', `:${server.configuration}/`));
    const written = await server.start(main, services, files, inDirectory);
    const machine = await machineReading(readFile);
    const options = { version: installedVersion as string, machine, directory: server.configuration };
    return { server, ours: smtpdServices(written, options) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function from(address: string, recipient: string): Question {
  return { client: { address, tls: false }, helo: 'client.example.net', sender: 'sender@example.net', recipient };
}

/** The shortest of three times counts: the machine may be busy with other things. */
function within<Value>(milliseconds: number, work: () => Value): Value {
  const times: number[] = [];
  for (;;) {
    const began = performance.now();
    const value = work();
    times.push(performance.now() - began);
    if (Math.min(...times) <= milliseconds) return value;
    assert.ok(times.length < 3, `${times.map((time) => time.toFixed(0)).join(', ')} ms`);
  }
}

/** What one in ten stays below. */
function undisturbed(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 10)] as number;
}
