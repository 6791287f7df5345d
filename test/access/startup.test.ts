import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { whySmtpdFails } from '../../server/src/engine/access/startup';
import { parametersOf } from '../../server/src/engine/knowledge/parameters';
import { parseVersion } from '../../server/src/engine/knowledge/version';
import { noRelayGuard } from '../../server/src/engine/rules/noRelayGuard';
import { withoutBraces } from '../../server/src/engine/syntax/list';
import { textOf } from '../../server/src/engine/syntax/logicalLine';
import { configurationOf, problemsOf } from '../check';
import { parseFixture } from '../fixture';
import {
  converse,
  freePort,
  Instance,
  mainCf,
  masterCf,
  skipUnless,
  whyNotPostfix,
  writeConfiguration,
} from '../instance';
import { forEachParallel, installedVersion } from '../postconf/postconf';
import { Random } from '../random';
import { BASE, FAILING, filesOf, STARTING } from './startupCases';

/** How many random configurations; `STARTUPS` and `RANDOM_SEED` try others. */
const COUNT = Number(process.env.STARTUPS ?? 300);
const SEED = Number(process.env.RANDOM_SEED ?? 1);
/** Another system's directory, whose Postfix is asked instead: '' for this one. */
const CHROOT = process.env.POSTFIX_CHROOT ?? '';

type Files = Readonly<Record<string, string>>;

describe('smtpd starts where we say so', function () {
  this.timeout(900_000);
  skipUnless(whyNotPostfix());
  const version = installedVersion as string;

  it(`in ${STARTING.length + FAILING.length} configurations made by hand`, async () => {
    await compare(STARTING.map(filesOf), 'starts');
    await compare(FAILING.map(filesOf), 'fails');
  });

  it(`in ${COUNT} random configurations`, async () => {
    const configurations = Array.from({ length: COUNT }, (_, i) => randomSettings(new Random(SEED * 1_000_000 + i)));
    await compare(configurations, 'both');
  });

  it(`with ${COUNT} random restriction lists`, async () => {
    const lists = Array.from({ length: COUNT }, (_, i) => randomLists(new Random(SEED * 1_000_000 + i)));
    await compare(lists, 'both', true);
  });

  it('in the examples of no-relay-guard, before and after', async () => {
    const files = noRelayGuard.examples.flatMap(({ version: other, before, after }) =>
      other ? [] : [before, ...(after === undefined ? [] : [after])].map((text) => parseFixture(text).files),
    );
    await compare(files, 'both');
  });

  it('where master(8) has a say', async function () {
    if (CHROOT !== '') this.skip();
    const differences: string[] = [];
    for (const [line, greets] of SERVICES) {
      const port = await freePort();
      const master = line.replace('PORT', `127.0.0.1:${port}`);
      const instance = new Instance();
      try {
        const base = { ...instance.places(), myhostname: 'mail.example.org', inet_interfaces: 'loopback-only' };
        const main = mainCf({ ...base, local_recipient_maps: '', compatibility_level: '3.6' }, '');
        instance.write(main, masterCf(master));
        const { status } = await instance.tryStart();
        const isGreeted = status === 0 && (await greeting(port)).startsWith('220 ');
        const configuration = configurationOf({ 'main.cf': main, 'master.cf': masterCf(master) }, { version });
        const failure = whySmtpdFails(configuration, configuration.master?.services[0]);
        if (isGreeted !== greets || isGreeted !== !failure)
          differences.push(`${master}: ${isGreeted}, ${failure?.kind}`);
      } finally {
        await instance.stop();
      }
    }
    assert.deepEqual(differences, []);
  });

  /** Asks the real smtpd, and fails where it is of another opinion than we, or than the rule no-relay-guard. */
  async function compare(all: readonly Files[], expected: 'starts' | 'fails' | 'both', asksRule = false) {
    const counts = { started: 0, failed: 0 };
    const differences: string[] = [];
    await forEachParallel(all, async (files) => {
      const main = `${BASE}${files['main.cf'] ?? ''}`;
      const configuration = configurationOf({ ...files, 'main.cf': main }, { version });
      const [service] = configuration.master?.services ?? [];
      const failure = whySmtpdFails(configuration, service);
      const words = (service?.words ?? []).map((word) => textOf(withoutBraces(word)?.inside ?? word));
      const { isGreeted, log } = await start(main, words);
      counts[isGreeted ? 'started' : 'failed']++;
      const isExpected = expected === 'both' || isGreeted === (expected === 'starts');
      const isRefused = problemsOf(files, { version }).some(({ rule }) => rule === noRelayGuard.id);
      // The rule is silent where a guard seems to be misspelt.
      const isRuleRight =
        !asksRule || /[^$]\{/.test(main) || (failure?.kind === 'no relay guard' ? isRefused : failure || !isRefused);
      if (isGreeted !== !failure || !isExpected || !isRuleRight)
        differences.push(`${files['main.cf']}${files['master.cf'] ?? ''}--> ${failure?.kind} ${failure?.what}: ${log}`);
    });
    console.log(`      ${counts.started} started, ${counts.failed} failed, ${differences.length} different`);
    assert.equal(differences.length, 0, differences.slice(0, 60).join('\n'));
    const least = Math.min(counts.started, counts.failed);
    assert.ok(expected !== 'both' || least >= all.length / 5, 'both happen often');
  }
});

/** Starts smtpd(8) by itself, as the user that master(8) would start it as: then it looks at all of its settings. */
async function start(main: string, words: readonly string[]): Promise<{ isGreeted: boolean; log: string }> {
  const dir = fs.mkdtempSync(path.join(CHROOT, os.tmpdir(), 'pcs-'));
  const inside = dir.slice(CHROOT.length);
  try {
    fs.chmodSync(dir, 0o755);
    const places = ['queue', 'data'].map((name) => {
      fs.mkdirSync(path.join(dir, name), { mode: 0o755 });
      return `${name}_directory = ${inside}/${name}\n`;
    });
    writeConfiguration(dir, { 'main.cf': main + places.join('') });
    const command = ['env', '-i', `MAIL_CONFIG=${inside}`, '/usr/lib/postfix/sbin/smtpd', '-S', '-V', '-u', ...words];
    const [program = '', ...args] = CHROOT === '' ? command : ['chroot', CHROOT, ...command];
    const { session, log } = await new Promise<{ session: string; log: string }>((resolve) => {
      const child = execFile(program, args, { encoding: 'latin1', timeout: 30_000 }, (_error, stdout, stderr) => {
        resolve({ session: stdout, log: stderr });
      });
      child.stdin?.on('error', () => undefined);
      child.stdout?.once('data', () => child.stdin?.end('QUIT\r\n'));
    });
    return { isGreeted: /^[2-5]\d\d /.test(session), log };
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

function greeting(port: number): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  return converse(socket, socket, []);
}

const SERVICES: readonly (readonly [line: string, greets: boolean])[] = [
  ['PORT inet n - n - - smtpd\n', true],
  ['PORT inet n y n - - smtpd -o { smtpd_banner = $myhostname hello }\n', true],
  ['PORT inet n n n - - smtpd\n', false],
  ['PORT inet y - n - - smtpd\n', false],
  ['PORT inet n - n - smtpd\n', false],
  ['PORT inet n - n - - smtpd -o { smtpd_banner = x\n', false],
  ['PORT inet n - no - - smtpd\n', false],
  ['PORT inet n - n - x smtpd\n', false],
  ['PORT inet n - n - - smtpd reject\n', false],
  ['PORT inet n - n - - smtpd -o smtpd_tls_wrappermode=yes\n', false],
];

/** Not for random values: where files are, who may do what, what only the machine decides. */
const LEFT_OUT =
  /_directory$|_owner$|^default_privs$|^setgid_group$|^maillog_file|^inet_interfaces$|^proxy_interfaces$|^(?:process|service)_|^queue_|_table_open|^parent_domain|^myhostname$|^multi_|^local_recipient_maps$|^alias_|wrappermode|^debug|^mail_(?:version|release)|sasl_type|sasl_path|sasl_auth_enable|_maps$|_cyrus_|^smtpd_command_filter$|_upstream_|^syslog_facility$|_delivery_status_filter/;

const VALUES: Readonly<Record<string, readonly string[]>> = {
  boolean: ['yes', 'no', 'YES', 'No', 'true', '', 'yes no', '$own', '$smtp_use_tls'],
  integer: [
    '0',
    '1',
    '100',
    ' 7',
    '+5',
    '-1',
    '1k',
    '',
    '99999999999',
    '99999999999999999999',
    '$smtpd_timeout',
    '600',
    '$own',
  ],
  time: [
    '0',
    '1',
    '5s',
    '10m',
    '1h',
    '2d',
    's',
    '',
    '5 d',
    '5days',
    '-1',
    '99999999999',
    '99999w',
    '1.5h',
    '$own',
    '${own:3s}',
  ],
  keyword: [
    'yes',
    'no',
    'standard',
    'defer',
    'DEFER_IF_PERMIT',
    'reject',
    'may',
    'Encrypt',
    'secure',
    'dane',
    'none',
    '',
    'tempfail',
    'subnet',
  ],
  keywords: [
    'ipv4',
    'all, ipv4',
    'IPv4',
    'bounce, policy',
    'no_milters',
    'noplaintext',
    '',
    ',',
    'speed_adjust',
    'host',
    'x',
  ],
  string: [
    '',
    'x',
    'a b',
    '$own',
    '${own',
    '${own}',
    '$',
    '$$',
    '${{a} == {b} ? {c} : {d}}',
    '${own?x}',
    '+=',
    '!',
    '!x',
    '::1',
    'x:',
    ':x',
    'static:x',
    '#x',
    '[::1]',
    '127.0.0.1/8',
    '{',
    '{}',
    '$myhostname',
    'inet:127.0.0.1:x1',
    'mail.example.org',
    'haproxy',
  ],
};

/** A few settings, of parameters that smtpd reads mostly, and with values that some parameters may have. */
function randomSettings(random: Random): Files {
  const version = parseVersion(installedVersion as string) ?? '3.7';
  const readers = random.chance(0.9) ? ['smtpd', '*'] : ['tls', 'smtp', 'cleanup'];
  const parameters = [...parametersOf(version).values()].filter(
    ({ name, usedBy }) => !LEFT_OUT.test(name) && usedBy.some((program) => readers.includes(program)),
  );
  const lines = [`compatibility_level = ${random.pick(['0', '2', '3.6', '3.6', '3.6'])}`];
  if (random.chance(0.5)) lines.push(`own = ${random.pick(['', 'yes', '5', '5s', 'x', '$own', '${'])}`);
  if (random.chance(0.3)) lines.push('smtpd_tls_security_level = may', 'smtpd_tls_cert_file = /nonexistent');
  const options: string[] = [];
  for (let count = 1 + random.below(3); count > 0; count--) {
    const { name, type, values } = random.pick(parameters);
    const words = random.chance(0.5) && values ? Object.keys(values) : (VALUES[type] as readonly string[]);
    const value = random.pick(words);
    if (random.chance(0.3) && !/[\s{}]/.test(value)) options.push(`-o ${name}=${value}`);
    else lines.push(`${name} = ${value}`);
  }
  const master = options.length > 0 ? { 'master.cf': `smtp inet n - n - - smtpd ${options.join(' ')}\n` } : {};
  return { 'main.cf': `${lines.join('\n')}\n`, ...master };
}

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
const TABLES = [
  'static:',
  ':x',
  '{static:x, search_order = x}',
  '{ static: }',
  'check_policy_service',
  'check_policy_service unix:private/policy',
  'check_policy_service inet:127.0.0.1',
  'check_policy_service { inet:x, timeout = 5s }',
  'Check_policy_service { inet:x, {timeout = 5s}, try_limit=1 }',
  'check_policy_service { inet:x, timeout=0 }',
  'check_policy_service { }',
  '{',
];

function randomLists(random: Random): Files {
  const guards = random.below(3) / 12;
  const tables = random.chance(0.3) ? 0.2 : 0;
  const list = (most: number) => {
    const word = () =>
      random.chance(guards) ? random.pick(GUARDS) : random.pick(random.chance(tables) ? TABLES : [...WORDS, ...NAMES]);
    return random
      .times(most, word)
      .map((text) => text + random.pick([',', ' ', ', ', ' ,\n  ']))
      .join('');
  };
  const lines = [
    `compatibility_level = ${random.pick(['0', '1', '3.6'])}`,
    `smtpd_restriction_classes = inside outside ${random.pick(['', '', '', 'mydomain', 'nobody', 'empty'])}`,
    `inside = permit_mynetworks, ${random.pick(WORDS)}`,
    `outside = sleep 1, ${random.pick([...WORDS, ...GUARDS])}`,
    `shared = ${random.pick(['permit_mynetworks', 'reject_unauth_destination', 'warn_if_reject', 'permit, reject'])}`,
    'empty =',
  ];
  if (random.chance(0.7)) lines.push(`smtpd_relay_restrictions = ${list(4)}`);
  if (random.chance(0.2)) lines.push(`smtpd_client_restrictions = ${list(3)}`);
  lines.push(`smtpd_recipient_restrictions = ${list(6)}`);
  return { 'main.cf': `${lines.join('\n')}\n` };
}
