import type { Configuration } from '../configuration/configuration';
import { effectiveValue, expandedValue, writtenEntry } from '../configuration/effective';
import { restrictionLists } from '../configuration/restrictionLists';
import { parametersOf } from '../knowledge/parameters';
import { stockLines, stockServiceNamed } from '../knowledge/stockServices';
import { isSince, type PostfixVersion } from '../knowledge/version';
import { type Slice, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { MasterCf, ServiceEntry } from '../syntax/masterCf';
import { parseTransportNexthop } from '../syntax/nexthop';
import { settingsInEffect } from './entries';
import { isGarbled } from './garbled';
import { isWhole, socketsNamed } from './localServices';
import { rule, type Severity } from './rule';
import { servicesRunning } from './servicesByProgram';
import { placeOf } from './values';

/** Reports what needs a service of the stock master.cf that is not there: "connect #1 to subsystem …: No such file". */
export const missingService = rule({
  id: 'missing-service',
  severity: 'error',
  en: {
    title: 'Service of Postfix that is missing',
    why: 'The programs of Postfix work together through the services of the stock master.cf. Where one is gone, because it was commented out, or came with a newer Postfix than this master.cf, others wait for it or fail, and only the log tells. `postfix upgrade-configuration` adds most of them.',
    messages: {
      cleanup: () =>
        'There is no service `cleanup`, through which all mail gets into the queue: nothing is accepted, every client waits in vain.',
      qmgr: () => 'There is no service `qmgr`, which has the mail delivered: all that is accepted stays in the queue.',
      rewrite: () =>
        'There is no service `rewrite`, which completes and resolves addresses: no mail is accepted, every client waits in vain.',
      bounce: () =>
        'There is no service `bounce`: mail that cannot be delivered is not returned to its sender, it stays in the queue.',
      error: () =>
        'There is no service `error`: mail that Postfix itself finds undeliverable is not returned to its sender, it stays in the queue.',
      smtpd: ({ service }: { service: string }) =>
        `\`postscreen\` hands good clients on to the service \`${service}\` of type \`pass\`, which is not there: it turns them all away.`,
      dnsblog: ({ service }: { service: string }) =>
        `\`postscreen\` asks these lists through the service \`${service}\`, which is not there: no list is asked.`,
      tlsproxy: ({ service }: { service: string }) =>
        `While \`postscreen\` tests a client, TLS needs the service \`${service}\`, which is not there: clients that use STARTTLS get an error.`,
      tlsmgr: () => 'TLS needs the service `tlsmgr`, which is not there: Postfix goes on without TLS.',
      proxymap: () =>
        'A table of type `proxy` needs the service `proxymap`, which is not there: the program that opens the table waits in vain.',
      proxymapOfDefault: () =>
        'There is no service `proxymap`, which the default of `local_recipient_maps` needs: `smtpd` waits for it, and every client with it.',
      verify: () =>
        'Testing an address needs the service `verify`, which is not there: the SMTP server waits in vain and the client with it.',
      postlog: () =>
        'A log file needs the service `postlog` of type `unix-dgram`, which is not there: Postfix does not start.',
      transport: ({ name }: { name: string }) =>
        `There is no service \`${name}\`, which is to deliver this mail: it stays in the queue.`,
      add: ({ line }: { line: string }) => `Add \`${line}\` to master.cf`,
    },
  },
  ja: {
    title: '欠けている Postfix のサービス',
    why: 'Postfix のプログラムは、標準の master.cf にあるサービスを通して協力し合います。コメントにされたり、master.cf が Postfix より古かったりしてサービスが欠けると、ほかのプログラムはそれを待ち続けるか失敗するかし、それはログにしか現れません。ほとんどのサービスは `postfix upgrade-configuration` で追加できます。',
    messages: {
      cleanup: () =>
        'すべてのメールをキューに入れるサービス `cleanup` がないため、メールは受け付けられず、クライアントは待たされ続けます。',
      qmgr: () => 'メールを配送させるサービス `qmgr` がないため、受け付けたメールはすべてキューに残ります。',
      rewrite: () =>
        'アドレスの補完と経路の判断をするサービス `rewrite` がないため、メールは受け付けられず、クライアントは待たされ続けます。',
      bounce: () => 'サービス `bounce` がないため、配送できないメールは送信者に戻されず、キューに残ります。',
      error: () =>
        'サービス `error` がないため、Postfix 自身が配送できないと判断したメールは送信者に戻されず、キューに残ります。',
      smtpd: ({ service }) =>
        `\`postscreen\` は問題のないクライアントをタイプ \`pass\` のサービス \`${service}\` に引き渡しますが、それがないため、すべて断られます。`,
      dnsblog: ({ service }) =>
        `\`postscreen\` はサービス \`${service}\` を通してこれらのリストを調べますが、それがないため、どのリストも使われません。`,
      tlsproxy: ({ service }) =>
        `\`postscreen\` がクライアントを検査している間の TLS にはサービス \`${service}\` が必要ですが、それがないため、STARTTLS を使うクライアントはエラーになります。`,
      tlsmgr: () => 'TLS に必要なサービス `tlsmgr` がないため、Postfix は TLS を使いません。',
      proxymap: () =>
        'タイプ `proxy` のテーブルに必要なサービス `proxymap` がないため、テーブルを開くプログラムは待ち続けます。',
      proxymapOfDefault: () =>
        '`local_recipient_maps` の既定値に必要なサービス `proxymap` がないため、`smtpd` は待ち続け、クライアントも待たされます。',
      verify: () =>
        'アドレスの確認に必要なサービス `verify` がないため、SMTPサーバーは待ち続け、クライアントも待たされます。',
      postlog: () =>
        'ログファイルに必要なタイプ `unix-dgram` のサービス `postlog` がないため、Postfix は起動できません。',
      transport: ({ name }) => `このメールを配送するサービス \`${name}\` がないため、メールはキューに残ります。`,
      add: ({ line }) => `\`${line}\` を master.cf に追加`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\n-- master.cf --\n2525 inet n - n - 1 postscreen\n#^^^ missing-service\nproxymap unix - - n - - proxymap\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\nerror unix - - n - - error\n',
      after:
        'compatibility_level = 3.6\n-- master.cf --\n2525 inet n - n - 1 postscreen\nproxymap unix - - n - - proxymap\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\nerror unix - - n - - error\nsmtpd pass - - n - - smtpd\n',
      proof: { by: 'postfix', says: 'cannot connect to service private/smtpd: No such file', client: [] },
    },
    {
      before:
        'compatibility_level = 3.6\nmaillog_file = /var/log/postfix.log\n#              ^^^^^^^^^^^^^^^^^^^^ missing-service\n-- master.cf --\npickup unix n - n 60 1 pickup\n#^^^^^ missing-service\nqmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\nerror unix - - n - - error\n',
      after:
        'compatibility_level = 3.6\nmaillog_file = /var/log/postfix.log\n-- master.cf --\npickup unix n - n 60 1 pickup\nqmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\nerror unix - - n - - error\ncleanup unix n - n - 0 cleanup\npostlog unix-dgram n - n - 1 postlogd\n',
    },
    {
      before:
        'compatibility_level = 3.6\npostscreen_dnsbl_sites = bl.example.org\n#                        ^^^^^^^^^^^^^^ missing-service\npostscreen_pipelining_enable = yes\nsmtpd_tls_security_level = may\n#                          ^^^ missing-service\nsmtpd_tls_chain_files = /etc/ssl/mail.pem\n-- master.cf --\nsmtp inet n - n - 1 postscreen\nsmtpd pass - - n - - smtpd\ntlsmgr unix - - n 1000? 1 tlsmgr\nproxymap unix - - n - - proxymap\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\nerror unix - - n - - error\n',
    },
    {
      version: '3.3',
      before:
        'compatibility_level = 2\nvirtual_mailbox_domains = example.org\n#                         ^^^^^^^^^^^ missing-service\nvirtual_mailbox_maps = proxy:hash:/etc/postfix/mailboxes\n#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-service\nvirtual_mailbox_base = /var/vmail\n-- master.cf --\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\nrewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\nerror unix - - n - - error\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_security_level = may\nsmtpd_tls_chain_files = /etc/ssl/mail.pem\nrelayhost = [smtp.example.jp]:587\n-- master.cf --\nsmtp inet n - n - - smtpd\n2525 inet n - n - - smtpd -o smtpd_sasl_auth_enable=yes\n',
    },
  ],
  check(configuration, report) {
    const { main, master, version } = configuration;
    if (!main || !master || !isWhole(master)) return;
    for (const { name, types, at, ...finding } of needs(configuration)) {
      if (socketsNamed(master, name).some(({ type }) => types.includes(textOf(type)))) continue;
      report({ ...finding, at, fixes: additions(master, version, name, types) });
    }
  },
});

interface Need {
  /** As it stands in master.cf. */
  readonly name: string;
  readonly types: readonly string[];
  /** What needs it. */
  readonly at: Slice;
  readonly message:
    | 'cleanup'
    | 'qmgr'
    | 'rewrite'
    | 'bounce'
    | 'error'
    | 'smtpd'
    | 'dnsblog'
    | 'tlsproxy'
    | 'tlsmgr'
    | 'proxymap'
    | 'proxymapOfDefault'
    | 'verify'
    | 'postlog'
    | 'transport';
  readonly values: { readonly service: string; readonly name: string };
  readonly severity?: Severity;
}

const SOCKET = ['unix'];

function need(message: Need['message'], at: Slice, service: string, severity?: Severity): Need {
  return {
    name: service,
    types: SOCKET,
    at,
    message,
    values: { service, name: service },
    ...(severity && { severity }),
  };
}

function* needs(configuration: Configuration): Generator<Need> {
  yield* needsOfAllMail(configuration);
  for (const postscreen of servicesRunning(configuration, 'postscreen')) {
    if (postscreen && isSince(configuration.version, '2.8')) yield* needsOfPostscreen(configuration, postscreen);
  }
  yield* needsOfSettings(configuration);
  yield* needsOfTransports(configuration);
}

function* needsOfAllMail(configuration: Configuration): Generator<Need> {
  const first = (programs: readonly string[]) =>
    programs.flatMap((program) => servicesRunning(configuration, program)).find((service) => service !== undefined);
  const called = (parameter: string, name: string) => expandedValue(configuration, parameter) === name;
  const receiver = first(['smtpd', 'pickup', 'qmqpd']);
  const cleanup = first(['cleanup']);
  const qmgr = first(['qmgr', 'oqmgr', 'nqmgr']);
  if (receiver && called('cleanup_service_name', 'cleanup')) yield need('cleanup', receiver.service, 'cleanup');
  if (cleanup && called('rewrite_service_name', 'rewrite')) yield need('rewrite', cleanup.service, 'rewrite');
  if (cleanup && called('queue_service_name', 'qmgr'))
    yield { ...need('qmgr', cleanup.service, 'qmgr'), types: ['unix', 'fifo'] };
  if (qmgr && called('bounce_service_name', 'bounce')) yield need('bounce', qmgr.service, 'bounce', 'warning');
  if (qmgr && called('error_service_name', 'error')) yield need('error', qmgr.service, 'error', 'warning');
}

function* needsOfPostscreen(configuration: Configuration, postscreen: ServiceEntry): Generator<Need> {
  const value = (name: string) => expandedValue(configuration, name, postscreen);
  const entry = (name: string) => writtenEntry(configuration, name, postscreen);
  yield { ...need('smtpd', postscreen.service, value('smtpd_service_name')), types: ['pass'] };

  const sites = entry('postscreen_dnsbl_sites');
  if (sites && value('postscreen_dnsbl_sites') !== '') {
    yield need('dnsblog', placeOf(sites), value('dnsblog_service_name'), 'warning');
  }
  const level = entry('postscreen_tls_security_level') ?? entry('smtpd_tls_security_level');
  const usesTls = ['may', 'encrypt'].includes(value('postscreen_tls_security_level'));
  if (level && usesTls && DEEP_TESTS.some((test) => value(test).toLowerCase() === 'yes')) {
    yield need('tlsproxy', placeOf(level), value('tlsproxy_service_name'), 'warning');
  }
}

/** With these postscreen(8) talks SMTP itself to clients that it does not know. */
const DEEP_TESTS = ['pipelining', 'non_smtp_command', 'bare_newline'].map((test) => `postscreen_${test}_enable`);

function* needsOfSettings(configuration: Configuration): Generator<Need> {
  const { mainEntries, version } = configuration;
  const main = (name: string) => {
    const entry = mainEntries.get(name);
    return entry && !isGarbled(entry) ? { entry, value: expandedValue(configuration, name) } : undefined;
  };

  const log = main('maillog_file');
  if (log && log.value !== '' && isSince(version, '3.4')) {
    yield { ...need('postlog', placeOf(log.entry), 'postlog'), types: ['unix-dgram'] };
  }
  const tls = ['smtpd_tls_security_level', 'smtp_tls_security_level']
    .map(main)
    .find((found) => found && isTls(found.value));
  if (tls && called('tlsmgr_service_name', 'tlsmgr') && isSince(version, '2.3')) {
    yield need('tlsmgr', placeOf(tls.entry), 'tlsmgr', 'warning');
  }
  if (called('proxymap_service_name', 'proxymap') && isSince(version, '2.1')) {
    const entry = firstProxyTable(configuration);
    const smtpd = entry ? undefined : servicesRunning(configuration, 'smtpd').find(usesProxy);
    if (entry) yield need('proxymap', placeOf(entry), 'proxymap');
    if (smtpd) yield need('proxymapOfDefault', smtpd.service, 'proxymap');
  }
  if (called('address_verify_service_name', 'verify')) {
    const at = firstVerification(configuration);
    if (at) yield need('verify', at, 'verify');
  }

  function usesProxy(service: ServiceEntry | undefined): service is ServiceEntry {
    return service !== undefined && namesProxy(expandedValue(configuration, 'local_recipient_maps', service));
  }

  /** Releases before the parameter do as its default says. */
  function called(parameter: string, name: string): boolean {
    return (effectiveValue(configuration, parameter)?.expanded ?? name) === name;
  }
}

function isTls(level: string): boolean {
  return /^(?:may|encrypt|dane|dane-only|fingerprint|verify|secure)$/i.test(level);
}

/** Where a program looks something up through proxymap(8). */
function firstProxyTable(configuration: Configuration): ParameterEntry | undefined {
  const parameters = parametersOf(configuration.version);
  return settingsInEffect(configuration).find(
    ({ name, entry }) =>
      namesProxy(textOf(entry.value)) && READS_TABLES.has(parameters.get(name)?.holds) && !isGarbled(entry),
  )?.entry;
}
const READS_TABLES: ReadonlySet<string | undefined> = new Set(['domain match list', 'lookup table', 'lookup tables']);

function namesProxy(value: string): boolean {
  return value.includes('proxy:') && /(?:^|[\s,])proxy:[a-z]/.test(value);
}

function firstVerification(configuration: Configuration): Slice | undefined {
  for (const { restrictions } of restrictionLists(configuration)) {
    const found = restrictions.find(({ name }) => /^reject_unverified_(?:recipient|sender|address)$/.test(name));
    if (found) return found.word.at;
  }
  return undefined;
}

/** Where no table may send the mail elsewhere, the transports of the default take it. */
function* needsOfTransports(configuration: Configuration): Generator<Need> {
  const { mainEntries } = configuration;
  const tables = ['transport_maps', 'sender_dependent_default_transport_maps'];
  if (tables.some((name) => expandedValue(configuration, name) !== '')) return;
  for (const [name, parameter] of CLASSES) {
    const entry = mainEntries.get(name);
    if (!entry || mainEntries.has(parameter) || isGarbled(entry)) continue;
    if (expandedValue(configuration, name) === '') continue;
    const { transport } = parseTransportNexthop(expandedValue(configuration, parameter));
    if (transport !== '') yield need('transport', placeOf(entry), transport, 'warning');
  }
}
const CLASSES: readonly (readonly [setting: string, transport: string])[] = [
  ['relayhost', 'default_transport'],
  ['virtual_mailbox_domains', 'virtual_transport'],
  ['relay_domains', 'relay_transport'],
];

/** The line of the stock file, at the end. */
function additions({ file }: MasterCf, version: PostfixVersion, name: string, types: readonly string[]) {
  const stock = stockServiceNamed(name, types[0] ?? 'unix');
  const line =
    stock &&
    stockLines(stock, version)
      .find((text) => types.includes(text.split(' ')[1] ?? ''))
      ?.replace('#', '');
  if (line === undefined) return [];
  const end = file.text.length;
  const newline = end === 0 || file.text.endsWith('\n') ? '' : '\n';
  const edits = [{ at: { file, start: end, end }, newText: `${newline}${line}\n` }];
  return [{ title: 'add', values: { line }, edits, safe: false } as const];
}
