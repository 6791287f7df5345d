import type { Question } from '../../server/src/engine/access/question';
import type { Random } from '../random';
import { CLIENTS, DOMAINS, HELOS, LOGINS, NAMES, ODD_ADDRESSES, USERS } from './words';

/** What random configurations may be made of. */
export interface Surroundings {
  /** Where their files will be. */
  readonly directory: string;
  /** Types of indexed tables that postmap(1) can make here. */
  readonly indexed: readonly string[];
  /** An address of the machine, other than a loopback address. */
  readonly ownAddress: string;
  /** Certificate and key of the server, and the fingerprint of the one that a client shows. */
  readonly certificate: string;
  readonly key: string;
  readonly fingerprint: string;
}

/** An smtpd service and what it is asked. */
export interface RandomService {
  /** Its `-o` options, as they stand in master.cf. */
  readonly options: string;
  /** There are restrictions behind RCPT TO. */
  readonly isSent: boolean;
  readonly questions: readonly RandomQuestion[];
}

export interface RandomQuestion extends Question {
  /** We are not told the name of the client: the true answer must be among ours. */
  readonly isNameHidden: boolean;
  /** There is something that the files do not tell: only then may we say so. */
  readonly mayDepend: boolean;
}

/** The configuration of a whole instance. */
export interface RandomWorld {
  readonly main: string;
  readonly files: Readonly<Record<string, string>>;
  /** Tables for postmap(1). */
  readonly maps: readonly string[];
  /** Policy services by their names, and the action that each gives. */
  readonly policies: Readonly<Record<string, string>>;
  readonly services: readonly RandomService[];
}

const STATES = ['client', 'helo', 'sender', 'relay', 'recipient'] as const;
type Stage = (typeof STATES)[number] | 'data' | 'end_of_data';

/** Texts, or what makes them, each as often as its weight says. */
type Choice = readonly (readonly [weight: number, text: string | (() => string)])[];

export function randomWorld(
  random: Random,
  surroundings: Surroundings,
  services: number,
  questions: number,
): RandomWorld {
  return new WorldMaker(random, surroundings).make(services, questions);
}

class WorldMaker {
  private readonly files: Record<string, string> = {};
  private readonly maps: string[] = [];
  private readonly policies: Record<string, string> = {};
  private tables = 0;
  private classes: readonly string[] = [];
  /**
   * What is made now may be met before the sender list. There smtpd(8) does not always carry out reject_unlisted_sender:
   * whether it has done so already is set only by the sender list, and left over from the session before.
   */
  private isEarly = true;

  constructor(
    private readonly random: Random,
    private readonly around: Surroundings,
  ) {}

  make(services: number, questions: number): RandomWorld {
    const main = this.main();
    for (let i = 0; i < 4; i++) this.policies[`policy${i}`] = this.action().replace('$1', 'x');
    this.policies.policy4 = 'DUNNO';
    const made = Array.from({ length: services }, () => this.service(main, questions));
    const { files, maps, policies } = this;
    return { main, files, maps, policies, services: made };
  }

  private choose(choice: Choice): string {
    let left = this.random.next() * choice.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, text] of choice) {
      left -= weight;
      if (left < 0) return typeof text === 'string' ? text : text();
    }
    return '';
  }

  // main.cf

  private main(): string {
    const { random } = this;
    const lines: string[] = [];
    const set = (name: string, value: string) => lines.push(`${name} = ${value}`);
    const sometimes = (probability: number, name: string, value: () => string) => {
      if (random.chance(probability)) set(name, value());
    };
    const yesOrNo = () => random.pick(['yes', 'no']);
    set('compatibility_level', random.pick(['0', '1', '2', '2']));
    set(
      'myhostname',
      this.choose([
        [4, 'mx.example.com'],
        [1, 'example.com'],
        [1, 'MX.Example.com'],
      ]),
    );
    sometimes(0.2, 'mydomain', () => random.pick(['example.com', 'example']));
    set('myorigin', random.pick(['$mydomain', '$myhostname', '$myhostname', 'far.example']));
    sometimes(0.9, 'mydestination', () =>
      this.domainList([
        '$myhostname',
        'localhost.$mydomain',
        'localhost',
        '$mydomain',
        'example.com',
        '!sub.example.com',
      ]),
    );
    sometimes(0.7, 'mynetworks', () => this.networks());
    sometimes(0.3, 'mynetworks_style', () => random.pick(['host', 'subnet', 'class']));
    sometimes(0.7, 'relay_domains', () =>
      // An error in this one is fatal for check_relay_domains in the midst of a session.
      this.domainList(['relay.example', '.relay.example', '$mydestination', 'far.example'], false),
    );
    sometimes(0.6, 'virtual_alias_domains', () =>
      this.domainList(['alias.example', 'alias.example', 'sub.alias.example']),
    );
    sometimes(0.6, 'virtual_mailbox_domains', () => this.domainList(['box.example', 'box.example', 'alias.example']));
    sometimes(0.5, 'virtual_alias_maps', () => this.addressTables());
    sometimes(0.5, 'virtual_mailbox_maps', () => this.addressTables());
    sometimes(0.4, 'relay_recipient_maps', () => this.addressTables());
    sometimes(0.5, 'local_recipient_maps', () =>
      random.chance(0.3)
        ? ''
        : random.chance(0.3)
          ? `unix:passwd.byname ${this.addressTables()}`
          : this.addressTables(),
    );
    sometimes(0.1, 'canonical_maps', () => this.addressTables());
    sometimes(0.1, 'recipient_canonical_maps', () => this.addressTables());
    sometimes(0.1, 'sender_canonical_maps', () => this.addressTables());
    sometimes(0.4, 'transport_maps', () => this.transports());
    sometimes(0.1, 'sender_dependent_default_transport_maps', () => this.file(this.entries(() => this.transport())));
    sometimes(0.1, 'sender_dependent_relayhost_maps', () => this.file(this.entries(() => '[127.0.0.1]:1')));
    sometimes(0.15, 'relayhost', () => random.pick(['[127.0.0.1]:1', 'hub.example.com', 'relay.example:25']));
    for (const name of ['default_transport', 'local_transport', 'virtual_transport', 'relay_transport']) {
      sometimes(0.1, name, () => this.transport());
    }
    sometimes(0.5, 'recipient_delimiter', () => random.pick(['+', '+', '-', '+-', '']));
    sometimes(0.3, 'parent_domain_matches_subdomains', () => this.parents());
    for (const name of ['append_at_myorigin', 'append_dot_mydomain', 'swap_bangpath', 'allow_percent_hack']) {
      sometimes(0.1, name, yesOrNo);
    }
    for (const name of [
      'resolve_dequoted_address',
      'resolve_null_domain',
      'resolve_numeric_domain',
      'owner_request_special',
    ]) {
      sometimes(0.1, name, yesOrNo);
    }
    // With an address that it may not speak, trivial-rewrite(8) ends.
    const speaksIpv6 = !random.chance(0.05);
    if (!speaksIpv6) set('inet_protocols', 'ipv4');
    const proxies = ['192.0.2.1', ...(speaksIpv6 ? ['198.51.100.99, 2001:db8::1'] : [])];
    sometimes(0.1, 'proxy_interfaces', () => random.pick(proxies));
    sometimes(0.15, 'inet_interfaces', () => random.pick(['loopback-only', '127.0.0.1', 'all']));
    sometimes(0.05, 'empty_address_recipient', () => random.pick(['alice', 'bob@far.example']));
    sometimes(0.1, 'double_bounce_sender', () => 'nobody');
    sometimes(0.1, 'remote_header_rewrite_domain', () => 'domain.invalid');
    set('smtpd_tls_cert_file', this.around.certificate);
    set('smtpd_tls_key_file', this.around.key);
    set('smtpd_tls_fingerprint_digest', 'sha256');
    // What is accepted to the last is thrown away.
    set('header_checks', 'static:DISCARD');
    for (const [name, value] of this.smtpdSettings(0.3)) set(name, value);
    return `${lines.join('\n')}\n`;
  }

  private parents(): string {
    const names = [
      'mynetworks',
      'relay_domains',
      'smtpd_access_maps',
      'permit_mx_backup_networks',
      'smtpd_client_event_limit_exceptions',
    ];
    return names.filter(() => this.random.chance(0.5)).join(',');
  }

  private domainList(domains: readonly string[], mayFail = true): string {
    const { random } = this;
    const items = random.times(3, () =>
      this.choose([
        [10, () => random.pick(domains)],
        [1, () => this.file(this.listedDomains(domains).map((domain) => `${domain} x`))],
        [1, () => `${this.around.directory}/${this.plainFile(this.listedDomains(domains))}`],
        [0.3, 'static:all'],
        [0.2, () => `regexp:${this.around.directory}/${this.plainFile(['/^a\\.far/ x'])}`],
        [mayFail ? 0.15 : 0, 'fail:broken'],
        [0.3, () => `!${random.pick(DOMAINS)}`],
      ]),
    );
    return [random.pick(domains), ...items].join(random.pick([', ', ' ', ',']));
  }

  private listedDomains(domains: readonly string[]): string[] {
    return this.random.times(2, () => this.random.pick(domains)).filter((domain) => /^[\w.]+$/.test(domain));
  }

  private networks(): string {
    const { random, around } = this;
    const items: Choice = [
      [3, '127.0.0.0/8'],
      [2, '192.0.2.0/24'],
      [1, '192.0.2.0/28'],
      [1, () => `!${random.pick(CLIENTS.filter((address) => !address.includes(':')))}`],
      [1, '[::1]/128'],
      [1, '[2001:db8::]/32'],
      [1, '![2001:db8:1::]/48'],
      [1, '2001:db8::1'],
      [1, () => random.pick(NAMES)],
      [1, '.far.example'],
      [1, 'example.com'],
      [1, () => this.file(['192.0.2.77 x', '10 x', 'mail.far.example x', '.spam.test x', '203.0.113 x'])],
      [1, () => `cidr:${around.directory}/${this.plainFile(['10.0.0.0/8 x', '2001:db8:1::/48 x'])}`],
      [1, () => `${around.directory}/${this.plainFile(['198.51.100.0/24', '# comment', '!192.0.2.1', '10.1.2.3'])}`],
      [0.3, 'unknown'],
      [0.2, 'fail:broken'],
      [0.2, '203.0.113.9/24'],
      [0.2, '0.0.0.0/0'],
    ];
    return [...random.times(3, () => this.choose(items)), '127.0.0.1'].join(random.pick([' ', ', ', '\n  ']));
  }

  private transport(): string {
    return this.choose([
      [3, 'error:5.1.1 nobody here'],
      [1, 'error:nobody here'],
      [1, 'error:4.3.2 wait'],
      [1, 'error:'],
      [2, 'retry:4.2.1 later'],
      [1, 'retry:later'],
      [2, 'smtp:[127.0.0.1]:1'],
      [1, 'local:'],
      [1, 'discard:'],
      [1, 'relay:relay.example'],
      [1, 'error'],
    ]);
  }

  private transports(): string {
    const action = () =>
      this.choose([
        [8, () => this.transport()],
        [1, ':'],
        [1, ':[192.0.2.9]'],
      ]);
    return this.file([...this.entries(action), ...(this.random.chance(0.1) ? ['* error:5.1.2 outside'] : [])]);
  }

  /** Tables that are asked for a recipient. */
  private addressTables(): string {
    const { random } = this;
    return Array.from({ length: random.chance(0.2) ? 2 : 1 }, () =>
      this.choose([
        [8, () => this.file(this.entries(() => random.pick(['alice@example.com', 'bob', 'box/', 'OK'])))],
        [
          1,
          () =>
            `regexp:${this.around.directory}/${this.plainFile(['/^a.*@/ x', '/^(.*)\\+.*@(.*)$/ $1@$2', '!/@/ y'])}`,
        ],
        [0.5, 'static:all'],
        [0.1, 'fail:broken'],
        [0.1, () => `hash:${this.around.directory}/nonexistent`],
      ]),
    ).join(' ');
  }

  // Lookup tables

  private plainFile(lines: readonly string[]): string {
    const name = `t${this.tables++}`;
    this.files[name] = `${lines.join('\n')}\n`;
    return name;
  }

  /** A file of keys and values, as one type of table or another. */
  private file(lines: readonly string[]): string {
    const name = this.plainFile(lines);
    const type = this.random.chance(0.25) ? this.random.pick(this.around.indexed) : 'texthash';
    const table = `${type}:${this.around.directory}/${name}`;
    if (type !== 'texthash') this.maps.push(table);
    return table;
  }

  /** Lines of a table with all kinds of keys, each once: postmap(1) and smtpd(8) differ about what comes twice. */
  private entries(value: () => string, key = () => this.key()): string[] {
    const lines = new Map<string, string>();
    for (let count = 4 + this.random.below(10); count > 0; count--) {
      const left = key();
      lines.set(this.random.chance(0.005) ? left : left.toLowerCase(), `${left} ${value()}`);
    }
    return [...lines.values()];
  }

  private key(): string {
    const { random } = this;
    const user = () => random.pick(USERS);
    const domain = () => random.pick(DOMAINS);
    return this.choose([
      [5, () => `${user()}@${domain()}`],
      [1, () => `${user()}+x@${domain()}`],
      [1, () => `${user()}+x`],
      [2, () => `${user()}@`],
      [2, user],
      [2, () => `@${domain()}`],
      [6, domain],
      [4, () => `.${domain()}`],
      [2, () => random.pick(NAMES)],
      [1, '.far.example'],
      [2, () => random.pick(CLIENTS)],
      [
        2,
        () => random.pick(['192.0.2', '192.0', '192', '203.0.113', '10', '2001:db8', '2001:db8:1', '2001', '127.0.0']),
      ],
      [
        1,
        () =>
          random.pick([
            '<>',
            'unknown',
            '[192.0.2.1]',
            '[127.0.0.1]',
            'test',
            '.test',
            'localhost',
            this.around.ownAddress,
          ]),
      ],
      [1, () => random.pick(HELOS.filter((helo) => /^\S+$/.test(helo)))],
      [1, () => random.pick(ODD_ADDRESSES.filter((address) => /^[^\s"]+$/.test(address)))],
      [1, () => random.pick(LOGINS)],
      [0.3, `*`],
    ]);
  }

  private action(): string {
    const one =
      (...texts: readonly string[]) =>
      () =>
        this.random.pick(texts);
    return this.choose([
      [12, 'DUNNO'],
      [6, 'OK'],
      [2, 'RELAY'],
      [5, one('REJECT', 'REJECT no $1', 'REJECT 5.1.1 no such', 'REJECT 4.2.2 full', 'REJECT 5.1.8 x', 'reject x')],
      [3, one('DEFER', 'DEFER 4.3.3 later', 'DEFER 5.1.1 x', 'defer x', 'DEFER 4.1.7')],
      [3, one('DEFER_IF_PERMIT', 'DEFER_IF_PERMIT 4.2.0 t', 'DEFER_IF_PERMIT 5.1.2 t', 'defer_if_permit x')],
      [3, one('DEFER_IF_REJECT', 'DEFER_IF_REJECT 4.1.0 t', 'DEFER_IF_REJECT 4.2.0', 'defer_if_reject')],
      [
        4,
        one('450 later', '550 5.1.8 no', '550 4.1.1 no', '554 no $1', '421 4.7.0 bye', '521 x', '599 x', '500 5.1.2'),
      ],
      [2, one('550', '12345', '0', '450', '4 x', '45x no', '650 x', '250 x', '4500 x', '550 5.1 x', '450 2.1.1 x')],
      [2, one('HOLD', 'HOLD why', 'WARN w', 'INFO i', 'WARN', 'INFO')],
      [
        2,
        one(
          'FILTER smtp:[127.0.0.1]:1',
          'FILTER',
          'FILTER bad',
          'REDIRECT a@example.com',
          'REDIRECT nobody',
          'REDIRECT',
        ),
      ],
      [2, one('PREPEND X-A: b', 'PREPEND bad', 'PREPEND', 'BCC a@example.com', 'BCC x', 'BCC')],
      [1, one('DISCARD', 'DISCARD bye')],
      [4, one(...this.classes, 'OK')],
      [
        1,
        one(
          'permit',
          'reject',
          'permit_mynetworks, reject',
          'permit_sasl_authenticated reject',
          'permit_auth_destination',
        ),
      ],
      [
        2,
        one(
          'reject_unauth_destination',
          'warn_if_reject reject',
          'warn_if_reject, reject, OK',
          'defer_if_permit, permit',
        ),
      ],
      [1, one('reject_unlisted_recipient', 'defer_if_reject, reject', 'warn_if_reject')],
      [this.isEarly ? 0 : 0.5, one('reject_unlisted_sender', 'reject_unlisted_sender permit')],
      [0.5, one('texthash:/x', 'nonsense', 'DUNNO, OK', 'OK trailing', 'ok', 'dunno', 'DUNNO text', 'OKAY', 'STRIP x')],
      [0.3, one('check_client_access', 'check_sender_access x', 'REJECT, OK', ',', 'sleep 0', 'HOLD: x', 'http://x')],
    ]);
  }

  /** A table for a restriction such as check_sender_access. */
  private accessTable(): string {
    const { random, around } = this;
    const lines = () => this.entries(() => this.action());
    const inline = () =>
      `inline:{${lines()
        .map((line) => `{${line.replace(/ /, ' = ')}}`)
        .join(', ')}}`;
    const patterns = (): string[] => {
      const pattern = () =>
        random.pick([
          ...[
            '/^alice@/',
            '/far\\.example$/',
            '/^(.*)@spam\\.test$/',
            '/^(mail)\\.(far)/',
            '/^unknown$/',
            '/^192\\.0\\.2\\./',
          ],
          ...[
            '/EXAMPLE/',
            '/Example/i',
            '/./',
            '!/@/',
            '!/\\./',
            '/^$/',
            '/^<>$/',
            '/^[0-9.]+$/',
            '/:/',
            '/\\[/',
            '/\\+/',
            '/^host/',
          ],
        ]);
      const rules = Array.from({ length: 2 + random.below(5) }, () => {
        const [from, value] = [pattern(), this.action()];
        return `${from} ${/\(/.test(from) ? value : value.replace('$1', 'x')}`;
      });
      return random.chance(0.2) ? [`if ${pattern()}`, ...rules, 'endif', `${pattern()} DUNNO`] : rules;
    };
    const networks = (): string[] =>
      Array.from({ length: 2 + random.below(4) }, () => {
        const network = random.pick([
          '192.0.2.0/24',
          '203.0.113.9',
          '10.0.0.0/8',
          '2001:db8::/32',
          '!192.0.2.0/28',
          '127.0.0.0/8',
          '::/0',
          '0.0.0.0/0',
        ]);
        return `${network} ${this.action()}`;
      });
    return this.choose([
      [8, () => this.file(lines())],
      [4, inline],
      [2, () => `${random.pick(['regexp', 'pcre'])}:${around.directory}/${this.plainFile(patterns())}`],
      [2, () => `cidr:${around.directory}/${this.plainFile(networks())}`],
      [1, () => `static:${this.action().split(' ')[0]}`],
      [1, () => `static:{${this.action()}}`],
      [0.7, () => `unionmap:{${this.file(lines())}, ${this.file(lines())}}`],
      [
        0.5,
        () =>
          `pipemap:{${this.file(this.entries(() => random.pick(USERS)))}, inline:{alice=OK, {bob=REJECT x}, carol=DUNNO}}`,
      ],
      [0.4, 'randmap:{DUNNO}'],
      [0.3, 'fail:broken'],
      [0.15, () => `hash:${around.directory}/nonexistent`],
    ]);
  }

  // An smtpd service

  private service(main: string, questions: number): RandomService {
    const { random } = this;
    const options = new Map<string, string>();
    const set = (name: string, value: string) => options.set(name, value);
    const count = random.chance(0.6) ? 1 + random.below(3) : 0;
    const classes = ['class_a', 'Class_B', 'late_class'].slice(0, count);
    const early = classes.slice(0, 2);
    if (count > 0) set('smtpd_restriction_classes', classes.join(random.pick([', ', ' '])));
    classes.forEach((name, i) => {
      this.isEarly = early.includes(name);
      // A class that leads back to itself comes to an end by smtpd's limit of recursion, or by that of its memory.
      this.classes = random.chance(0.04) || !this.isEarly ? early : early.slice(i + 1);
      set(name, this.list('recipient', 1, 3));
    });
    const lengths: Readonly<Record<Stage, readonly [chance: number, least: number, most: number]>> = {
      client: [0.4, 0, 3],
      helo: [0.4, 0, 3],
      sender: [0.5, 0, 3],
      relay: [0.6, 0, 3],
      recipient: [0.7, 0, 5],
      data: [0.06, 1, 2],
      end_of_data: [0.03, 1, 2],
    };
    const guarded = random.chance(0.93) ? random.pick(['relay', 'recipient', 'recipient', 'both']) : '';
    for (const [stage, [chance, least, most]] of Object.entries(lengths) as [
      Stage,
      readonly [number, number, number],
    ][]) {
      const isGuarded = guarded === stage || (guarded === 'both' && (stage === 'relay' || stage === 'recipient'));
      if (!isGuarded && !random.chance(chance)) continue;
      this.isEarly = stage === 'client' || stage === 'helo';
      this.classes = this.isEarly ? early : classes;
      const items = [this.list(stage, least, most)];
      if (isGuarded && random.chance(0.6)) items.unshift(this.permits());
      if (isGuarded) items.push(this.guard());
      const last = random.chance(0.1)
        ? random.pick(['warn_if_reject', 'permit', 'permit_mynetworks', 'reject_rbl_client'])
        : '';
      set(
        `smtpd_${stage}_restrictions`,
        [...items, last].filter((item) => item !== '').join(random.pick([', ', ' ', '\n    '])),
      );
    }
    for (const [name, value] of this.smtpdSettings(0.12)) set(name, value);
    if (random.chance(0.03))
      set(random.pick(['mydestination', 'virtual_alias_domains', 'relay_domains']), 'far.example');
    const written = [...options].map(([name, value]) => ` -o { ${name} = ${value.replaceAll('\n', ' ')} }\n`).join('');
    const settings = { main, options };
    const isSent = options.has('smtpd_data_restrictions') || options.has('smtpd_end_of_data_restrictions');
    return { options: written, isSent, questions: Array.from({ length: questions }, () => this.question(settings)) };
  }

  private permits(): string {
    return this.random.pick([
      'permit_mynetworks',
      'permit_sasl_authenticated',
      'permit_mynetworks, permit_sasl_authenticated',
    ]);
  }

  private guard(): string {
    return this.choose([
      [10, 'reject_unauth_destination'],
      [4, 'defer_unauth_destination'],
      [1, 'Reject_Unauth_Destination'],
      [1, 'reject'],
      [1, 'defer'],
      [0.5, 'defer_if_permit'],
      [0.5, 'check_relay_domains'],
      [0.5, 'warn_if_reject reject_unauth_destination, reject'],
    ]);
  }

  private list(stage: Stage, least: number, most: number): string {
    const items = Array.from({ length: least + this.random.below(most - least + 1) }, () => this.restriction(stage));
    return items.join(this.random.pick([', ', ' ', ',']));
  }

  private restriction(stage: Stage): string {
    const { random } = this;
    const one =
      (...texts: readonly string[]) =>
      () =>
        random.pick(texts);
    const access = (name: string) => () => `check_${name}_access ${this.accessTable()}`;
    const text = this.choose([
      [0.7, one('permit', 'reject', 'defer', 'permit', 'sleep 0')],
      [4, () => `warn_if_reject ${this.restriction(stage)}`],
      [1, 'defer_if_permit'],
      [1, 'defer_if_reject'],
      [5, () => this.permits()],
      [2, 'permit_auth_destination'],
      [2, one('reject_unauth_destination', 'defer_unauth_destination')],
      [2, one('reject_unlisted_recipient', 'check_recipient_maps')],
      [this.isEarly ? 0 : 3, 'reject_unlisted_sender'],
      [2, one('reject_non_fqdn_sender', 'reject_non_fqdn_recipient')],
      [
        2,
        one(
          'reject_non_fqdn_helo_hostname',
          'reject_non_fqdn_hostname',
          'reject_invalid_helo_hostname',
          'reject_invalid_hostname',
        ),
      ],
      [1, 'reject_plaintext_session'],
      [1, one('reject_unauth_pipelining', 'reject_multi_recipient_bounce', 'reject_maps_rbl')],
      [1, one('permit_inet_interfaces', 'permit_naked_ip_address')],
      [1, one('reject_unknown_client_hostname', 'reject_unknown_client', 'reject_unknown_reverse_client_hostname')],
      [1.5, one('reject_sender_login_mismatch', 'reject_authenticated_sender_login_mismatch')],
      [1.5, one('reject_unauthenticated_sender_login_mismatch', 'reject_known_sender_login_mismatch')],
      [1, one('permit_tls_clientcerts', 'permit_tls_all_clientcerts')],
      [4, access('client')],
      [1, access('reverse_client_hostname')],
      [3, access('helo')],
      [4, access('sender')],
      [5, access('recipient')],
      [1.5, access('sasl')],
      [0.7, () => `check_ccert_access inline:{{${this.around.fingerprint.toLowerCase()} = ${this.action()}}}`],
      [0.3, access('etrn')],
      [3, () => this.accessTable()],
      [4, one(...this.classes, 'permit_mynetworks')],
      [1, () => this.policy()],
      [
        0.3,
        one(
          'check_client_access',
          'check_sender_access table',
          'check_policy_service',
          'check_policy_service x',
          'sleep',
          'sleep x',
        ),
      ],
      [0.15, one('nonsense', 'class_z', 'OK', 'DUNNO', 'REJECT', 'check_relay_domains', 'restriction=x')],
    ]);
    return random.chance(0.03) ? text.replace(/^[a-z_]+(?= |$)/, (name) => name.toUpperCase()) : text;
  }

  private policy(): string {
    const { random } = this;
    return `check_policy_service ${this.choose([
      [5, () => `unix:private/policy${random.below(5)}`],
      [1, () => `{ unix:private/policy${random.below(5)}, timeout=5s, default_action=DUNNO }`],
      [0.5, 'unix:private/nobody'],
      [
        0.5,
        () =>
          `{ unix:private/nobody, default_action = ${random.pick(['DUNNO', 'OK', '550 5.7.1 no', 'defer_if_permit'])} }`,
      ],
    ])}`;
  }

  /** What else smtpd(8) goes by, whether in main.cf or in master.cf. */
  private *smtpdSettings(probability: number): Iterable<readonly [name: string, value: string]> {
    const { random } = this;
    const code = () => random.pick(['450', '550', '554', '421', '521', '599', '551']);
    const yesOrNo = () => random.pick(['yes', 'no']);
    const settings: Readonly<Record<string, () => string>> = {
      smtpd_delay_reject: () => random.pick(['yes', 'no', 'no']),
      smtpd_relay_before_recipient_restrictions: yesOrNo,
      smtpd_sasl_auth_enable: () => random.pick(['yes', 'yes', 'yes', 'yes', 'no']),
      smtpd_helo_required: yesOrNo,
      soft_bounce: () => random.pick(['yes', 'no', 'no']),
      smtpd_reject_unlisted_recipient: yesOrNo,
      smtpd_reject_unlisted_sender: yesOrNo,
      strict_rfc821_envelopes: yesOrNo,
      allow_untrusted_routing: yesOrNo,
      smtpd_null_access_lookup_key: () => random.pick(['<>', 'unknown', 'alice@example.com']),
      smtpd_sender_login_maps: () =>
        this.file(
          this.entries(
            () => random.pick(['alice', 'bob, carol', 'bob alice', 'Carol', 'bob@example.com']),
            () => (random.chance(0.4) ? `@${random.pick(DOMAINS)}` : this.key()),
          ),
        ),
      smtpd_log_access_permit_actions: () => 'static:all',
      show_user_unknown_table_name: yesOrNo,
      receive_override_options: () =>
        random.pick(['no_unknown_recipient_checks', 'no_address_mappings', 'no_header_body_checks']),
      parent_domain_matches_subdomains: () => this.parents(),
      recipient_delimiter: () => random.pick(['+', '-', '']),
      smtpd_policy_service_default_action: () =>
        random.pick(['DUNNO', '451 4.3.5 Server configuration problem', '550 5.7.1 no']),
      relay_clientcerts: () => this.file([`${this.around.fingerprint} host`]),
      smtpd_tls_ask_ccert: () => random.pick(['yes', 'yes', 'no']),
      smtpd_tls_security_level: () => random.pick(['may', 'may', 'may', 'none', 'encrypt']),
      smtpd_tls_auth_only: yesOrNo,
      local_header_rewrite_clients: () =>
        this.choose([
          [4, () => random.pick(['', 'permit_inet_interfaces', 'permit_mynetworks', 'static:all'])],
          [1, 'permit_sasl_authenticated, permit_tls_clientcerts'],
          [0.15, 'fail:broken'],
          [0.1, 'nonsense'],
        ]),
      unknown_address_tempfail_action: () => random.pick(['defer', 'defer_if_permit']),
      smtputf8_enable: yesOrNo,
      strict_smtputf8: yesOrNo,
      smtpd_discard_ehlo_keywords: () => random.pick(['pipelining', 'dsn, etrn', 'silent-discard, dsn']),
      access_map_reject_code: code,
      access_map_defer_code: code,
      reject_code: () => random.pick(['554', '450', '600', '200']),
      defer_code: code,
      relay_domains_reject_code: () => random.pick(['554', '450', '550', '571']),
      unknown_local_recipient_reject_code: code,
      unknown_relay_recipient_reject_code: code,
      unknown_virtual_alias_reject_code: code,
      unknown_virtual_mailbox_reject_code: code,
      invalid_hostname_reject_code: code,
      non_fqdn_reject_code: code,
      unknown_client_reject_code: code,
      multi_recipient_bounce_reject_code: code,
      plaintext_reject_code: code,
    };
    const often = new Set(['smtpd_sasl_auth_enable', 'smtpd_sender_login_maps', 'smtpd_reject_unlisted_recipient']);
    for (const [name, value] of Object.entries(settings)) {
      const chance = often.has(name)
        ? probability * 3
        : /_code$|smtputf8|ehlo|tls/.test(name)
          ? probability / 3
          : probability;
      if (random.chance(chance)) yield [name, value()];
    }
  }

  // Questions

  private question({
    main,
    options,
  }: {
    readonly main: string;
    readonly options: ReadonlyMap<string, string>;
  }): RandomQuestion {
    const { random } = this;
    const setting = (name: string) => options.get(name) ?? new RegExp(`^${name} = (.*)$`, 'm').exec(main)?.[1];
    const isDelayed = setting('smtpd_delay_reject') !== 'no';
    const level = setting('smtpd_tls_security_level') ?? 'may';
    const tls = level !== 'none' && random.chance(level === 'encrypt' ? 0.8 : 0.08);
    const mayLogIn =
      setting('smtpd_sasl_auth_enable') === 'yes' &&
      (tls || (setting('smtpd_tls_auth_only') !== 'yes' && level !== 'encrypt'));
    const login = mayLogIn && random.chance(0.45) ? random.pick(LOGINS) : undefined;
    // Without delay an unnamed client may not get as far as telling its name.
    const name = random.chance(isDelayed ? 0.5 : 0.15) ? random.pick(NAMES) : 'unknown';
    const viaXclient = login !== undefined && random.chance(0.2);
    let helo = random.pick(HELOS);
    if (login !== undefined && helo === '') helo = 'x.example';
    const text = `${main}${[...options.values()].join('\n')}`;
    const isNameHidden = random.chance(0.05);
    const clients = CLIENTS.filter((address) => setting('inet_protocols') !== 'ipv4' || !address.includes(':'));
    const certificate = { fingerprint: this.around.fingerprint, isTrusted: false };
    return {
      client: {
        address: random.chance(0.05) ? this.around.ownAddress : random.pick(clients),
        name,
        tls,
        ...(login !== undefined && { login }),
        ...(viaXclient && { viaXclient }),
        ...(tls && random.chance(0.6) && { certificate }),
      },
      helo,
      sender: random.chance(0.12) ? '' : this.address(),
      recipient: this.address(),
      isNameHidden,
      mayDepend:
        isNameHidden ||
        /check_policy_service|nonexistent/i.test(text) ||
        (name === 'unknown' && /reverse_client/.test(text)),
    };
  }

  private address(): string {
    const { random } = this;
    const user = () => random.pick(USERS);
    return this.choose([
      [14, () => `${user()}@${random.pick(DOMAINS)}`],
      [2, () => `${user()}${random.pick(['+', '-'])}x@${random.pick(DOMAINS)}`],
      [1, () => `${user().toUpperCase()}@${random.pick(DOMAINS)}`],
      [3, () => random.pick(ODD_ADDRESSES)],
    ]);
  }
}
