import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Resolution, resolve } from '../../server/src/engine/access/addresses';
import type { TextFile } from '../../server/src/engine/configuration/configuration';
import { isSince, parseVersion } from '../../server/src/engine/knowledge/version';
import { thisMachine } from '../../server/src/machine';
import { configurationOf } from '../check';
import { Instance, masterCf, skipUnless, whyNotPostfix, writeConfiguration } from '../instance';
import { Random } from '../random';
import { CLASSES, FLAGS, type RealResolution, RewriteClient } from './rewriteClient';

/** Addresses of random worlds, as the real trivial-rewrite(8) resolves them. */
const SEED = Number(process.env.SEED ?? 1);
const WORLDS = Number(process.env.WORLDS ?? 60);
const ADDRESSES = 40;

/** Names that the lists of a world and the addresses share. */
const DOMAINS = [
  'example.com',
  'sub.example.com',
  'deep.sub.example.com',
  'example.net',
  'example.org',
  'mail.example.com',
  'Example.COM',
  'localhost',
  'localhost.example.com',
  'other.test',
  'x.other.test',
  'host',
];
const LITERALS = [
  '[127.0.0.1]',
  '[203.0.113.9]',
  '[IPv6:::1]',
  '[ipv6:2001:db8::1]',
  '[::1]',
  '[bad]',
  '[1.2.3.4',
  '1.2.3.4',
];
const USERS = [
  'user',
  'user+ext',
  'User',
  'owner-list',
  'list-request',
  'postmaster',
  'a-b',
  'us+e-r',
  '-user',
  'MAILER-DAEMON',
];
const ODD = ['', '.', 'a b', '"', '\\', 'a..b', '(x)', 'a,b', '<a>', 'a"b', ':', 'a|b', '..'];

class World {
  readonly files: Record<string, string> = {};

  constructor(
    private readonly random: Random,
    private readonly directory: string,
  ) {}

  settings(): Record<string, string> {
    const { random } = this;
    const all: Record<string, () => string> = {
      mydestination: () => this.list(),
      virtual_alias_domains: () => this.list(),
      virtual_alias_maps: () => this.maps(() => 'x@example.org'),
      virtual_mailbox_domains: () => this.list(),
      relay_domains: () => this.list(),
      parent_domain_matches_subdomains: () =>
        random.pick(['', 'relay_domains', 'transport_maps relay_domains', 'transport_maps']),
      recipient_delimiter: () => random.pick(['+', '-', '+-', '']),
      owner_request_special: () => random.pick(['yes', 'no']),
      myorigin: () => random.pick(['example.com', 'origin.test', '$mydomain', 'localhost']),
      mydomain: () => random.pick(['example.com', 'example.net']),
      append_at_myorigin: () => random.pick(['yes', 'no']),
      append_dot_mydomain: () => random.pick(['yes', 'no']),
      swap_bangpath: () => random.pick(['yes', 'no']),
      allow_percent_hack: () => random.pick(['yes', 'no']),
      resolve_dequoted_address: () => random.pick(['yes', 'no']),
      resolve_null_domain: () => random.pick(['yes', 'no']),
      resolve_numeric_domain: () => random.pick(['yes', 'no']),
      allow_min_user: () => random.pick(['yes', 'no']),
      show_user_unknown_table_name: () => random.pick(['yes', 'no']),
      smtputf8_enable: () => random.pick(['yes', 'no']),
      empty_address_recipient: () => random.pick(['MAILER-DAEMON', 'nobody@example.net', 'a!b', '""']),
      inet_interfaces: () => random.pick(['all', 'loopback-only', '127.0.0.1']),
      proxy_interfaces: () => random.pick(['', '203.0.113.9', '198.51.100.1, 203.0.113.9']),
      local_transport: () => this.transport(),
      virtual_transport: () => this.transport(),
      relay_transport: () => this.transport(),
      default_transport: () => this.transport(),
      relayhost: () => random.pick(['', '[relay.test]:587']),
      sender_dependent_relayhost_maps: () => this.maps(() => random.pick(['[by.sender]', 'DUNNO', 'dunno'])),
      sender_dependent_default_transport_maps: () =>
        this.maps(() => random.pick(['error:by sender', 'smtp:', 'DUNNO'])),
      transport_maps: () =>
        this.maps(() => random.pick(['error:', 'error:5.7.1 no', 'retry:', ':', ':[hop]', 'smtp:', 'smtp:[hop]'])),
      relocated_maps: () => this.maps(() => random.pick(['new@example.org', '5.2.1 moved', '5.2.1', '4.2.1  away'])),
      relocated_prefix_enable: () => random.pick(['yes', 'no']),
    };
    const chosen = Object.entries(all).filter(() => random.chance(0.35));
    return Object.fromEntries(chosen.map(([name, make]) => [name, make()]));
  }

  private transport(): string {
    const common = [
      'local',
      'local:$myhostname',
      'smtp',
      'error:5.2.1 gone',
      'retry:4.2.1 later',
      'error',
      'lmtp:unix:/x',
    ];
    return this.random.pick(this.random.chance(0.05) ? [':null'] : common);
  }

  /** A list of domains. */
  private list(): string {
    const { random } = this;
    const items = random.times(5, () => {
      const bang = random.chance(0.15) ? random.pick(['!', '!!']) : '';
      if (random.chance(0.1)) return bang + this.file(random.times(4, () => this.line()).join('\n'));
      if (random.chance(0.1)) return `${bang}${this.table(() => 'x')}`;
      if (random.chance(0.02)) return `${bang}fail:x`;
      return bang + this.pattern();
    });
    return items.join(random.pick([', ', ' ', ',']));
  }

  private pattern(): string {
    const { random } = this;
    if (random.chance(0.2)) return `.${random.pick(DOMAINS)}`;
    return random.chance(0.1) ? random.pick([...LITERALS.slice(0, 4), '$myhostname']) : random.pick(DOMAINS);
  }

  private line(): string {
    const { random } = this;
    const text = random.pick([
      '# comment',
      ' indented',
      random.pick(DOMAINS),
      `!${random.pick(DOMAINS)}`,
      'a, example.net # no',
      '',
    ]);
    return random.chance(0.2) ? ` ${text}` : text;
  }

  private maps(value: () => string): string {
    return this.random.times(2, () => (this.random.chance(0.04) ? 'fail:x' : this.table(value))).join(' ');
  }

  private table(value: () => string): string {
    const { random } = this;
    if (random.chance(0.15)) {
      const patterns = random.times(3, () => random.pick(['/com$/', '/^user@/', '/^[^@]*$/', '!/e/', '/sub\\./']));
      return `regexp:${this.file(patterns.map((pattern) => `${pattern} ${value()}\n`).join(''))}`;
    }
    const entries = new Map(random.times(6, () => [this.key(), value()] as const));
    if (random.chance(0.4))
      return `inline:{${[...entries].map(([key, text]) => `{${key} = ${text}}`).join(' ')} {none = x}}`;
    return `texthash:${this.file([...entries].map(([key, text]) => `${key} ${text}\n`).join(''))}`;
  }

  private key(): string {
    const { random } = this;
    const domain = random.pick(DOMAINS).toLowerCase();
    const user = random.pick(USERS).toLowerCase();
    return random.pick([
      domain,
      `.${domain}`,
      `@${domain}`,
      `${user}@${domain}`,
      user,
      '*',
      '<>',
      '"a b"@example.com',
      '[127.0.0.1]',
    ]);
  }

  private file(text: string): string {
    const name = `f${this.random.below(1e9)}`;
    this.files[name] = text;
    return path.join(this.directory, name);
  }

  address(): string {
    const { random } = this;
    const local = () => (random.chance(0.2) ? random.pick(ODD) : random.pick(USERS));
    const domain = () =>
      random.chance(0.1) ? random.pick(ODD) : random.chance(0.15) ? random.pick(LITERALS) : random.pick(DOMAINS);
    if (random.chance(0.55)) return `${local()}@${domain()}${random.chance(0.1) ? '.' : ''}`;
    const pieces = random.times(4, () =>
      random.pick([local, domain, () => random.pick(['@', '%', '!', '@', ':', '"'])])(),
    );
    if (random.chance(0.4)) return pieces.join(random.pick(['@', '%', '!', '']));
    return random.pick([
      `${local()}%${domain()}@${domain()}`,
      `${domain()}!${local()}@${domain()}`,
      `${domain()}!${domain()}!${local()}`,
      `"${local()}@${domain()}"@${domain()}`,
      `${local()}@${domain()}@${domain()}`,
      `@${domain()},@${domain()}:${local()}@${domain()}`,
      local(),
      '@',
      '',
    ]);
  }
}

function describeReal({ flags, transport, nexthop, recipient }: RealResolution) {
  if (flags & FLAGS.fail) return { isFail: true };
  const isReached = transport !== 'CHANNEL NOT UPDATED';
  return {
    recipient,
    class: Object.entries(CLASSES).find(([, bit]) => flags & bit)?.[0] ?? 'none',
    // An address that is none is not looked at for routes.
    isRouted: (flags & FLAGS.routed) !== 0,
    isError: (flags & FLAGS.error) !== 0,
    transport: isReached ? transport : '',
    nexthop: isReached ? nexthop : '',
  };
}

function describeOurs(resolution: Resolution) {
  const { recipient, class: addressClass, isRouted, isError, isFail, transport, nexthop } = resolution;
  return isFail ? { isFail } : { recipient, class: addressClass, isRouted, isError, transport, nexthop };
}

/** What a table says that cannot be read is one of a few things here. */
function withoutReason(resolution: { readonly transport?: string; readonly nexthop?: string }) {
  const { transport, nexthop: _, ...rest } = resolution;
  const isReason = transport === 'error' || transport === 'retry';
  return { ...rest, ...(isReason && { transport }) };
}

describe('addresses, as trivial-rewrite(8) resolves them', function () {
  this.timeout(300_000);
  skipUnless(whyNotPostfix());

  it(`${WORLDS} worlds`, async () => {
    const version = parseVersion(execFileSync('postconf', ['-d', '-h', 'mail_version'], { encoding: 'utf8' }).trim());
    assert.ok(version);
    const instance = new Instance();
    try {
      const tables = path.join(instance.dir, 'tables');
      fs.mkdirSync(tables);
      const random = new Random(SEED);
      const worlds = Array.from({ length: WORLDS }, (_, i) => {
        const world = new World(random, tables);
        const settings = world.settings();
        writeConfiguration(tables, world.files);
        const options = Object.entries(settings).map(([name, value]) => ` -o { ${name} = ${value} }`);
        const line = `rewrite${i} unix - - n - - trivial-rewrite${options.join('')}\n`;
        return { world, name: `rewrite${i}`, line };
      });
      const main = Object.entries({ ...instance.places(), myhostname: 'mail.example.com', compatibility_level: '3.6' })
        .map(([name, value]) => `${name} = ${value}\n`)
        .join('');
      const master = masterCf(worlds.map(({ line }) => line).join(''));
      await instance.start(main, master);

      let [pairs, branched] = [0, 0];
      const classes = new Map<string, number>();
      for (const { world, name, line } of worlds) {
        const files = new Map<string, TextFile>(
          Object.entries(world.files).map(([file, text]) => [path.join(tables, file), { text }]),
        );
        const machine = { ...thisMachine(), readFile: (file: string) => files.get(file) };
        const ours = configurationOf(
          { 'main.cf': `${main}rewrite_service_name = ${name}\n`, 'master.cf': master },
          { version, machine },
        );
        // Half of the files are not there, and nothing is known of the machine.
        const blind: typeof ours = {
          ...ours,
          machine: { readFile: (file) => (/[13579]$/.test(file) ? undefined : files.get(file)) },
        };
        const client = await RewriteClient.connect(path.join(instance.queue, 'private', name), isSince(version, '3.6'));
        for (let n = 0; n < ADDRESSES; n++) {
          const sender = random.chance(0.3) ? '' : world.address();
          const address = world.address();
          const real = describeReal(await client.resolve(sender, address));
          const { values } = resolve(ours, sender, address);
          const found = values.map(describeOurs);
          const told = `seed ${SEED}: <${sender}> <${address}>\n${line}${JSON.stringify(world.files)}`;
          assert.deepEqual(found, [real], told);
          const possible = resolve(blind, sender, address).values.map(describeOurs);
          if (possible.length > 1) branched++;
          assert.ok(
            possible.some((one) => isDeepStrictEqual(withoutReason(one), withoutReason(real))),
            `not among ${JSON.stringify(possible)}: ${JSON.stringify(real)}\n${told}`,
          );
          pairs++;
          const kind = `${real.class ?? 'failed'}${real.isError ? ' error' : ''}`;
          classes.set(kind, (classes.get(kind) ?? 0) + 1);
        }
        client.close();
      }
      console.log(
        `      ${pairs} addresses: ${JSON.stringify(Object.fromEntries(classes))}; ${branched} not certain without all files`,
      );
    } finally {
      await instance.stop();
    }
  });
});
