import { isChrooted } from '../configuration/columns';
import type { Configuration } from '../configuration/configuration';
import { expandedValue, writtenEntry } from '../configuration/effective';
import { elementsOf } from '../configuration/listElements';
import { alikeSmtpdServices } from '../configuration/restrictionLists';
import { type Slice, subSlice, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { parseTransportNexthop } from '../syntax/nexthop';
import { isGarbled } from './garbled';
import { socketsNamed } from './localServices';
import { once } from './once';
import { rule } from './rule';
import { servicesRunning } from './servicesByProgram';

/** Reports the path of a socket that a program in a chroot looks for in another place than it is written for. */
export const socketOutsideChroot = rule({
  id: 'socket-outside-chroot',
  severity: 'warning',
  en: {
    title: 'Socket that a program in a chroot does not find',
    why: 'A service with `y` in the column `chroot` (before `compatibility_level = 1` also with `-`) takes the queue directory for `/`. An absolute path then begins there. A path without `/` in front, such as `private/auth`, is below the queue directory with and without a chroot.',
    messages: {
      twice: ({ service, path, queue }: { service: string; path: string; queue: string }) =>
        `\`${service}\` runs in a chroot, where this path begins at \`${queue}\`: it looks for \`${queue}${path}\`.`,
      elsewhere: ({ service, path, queue }: { service: string; path: string; queue: string }) =>
        `\`${service}\` runs in a chroot, where this path begins at \`${queue}\`: Dovecot must have its socket at \`${queue}${path}\`.`,
      noChroot: ({ service, path }: { service: string; path: string }) =>
        `\`${service}\` does not run in a chroot: \`${path}\` is not below the queue directory, but at the top of the file system.`,
      change: ({ to }: { to: string }) => `Change to \`${to}\``,
    },
  },
  ja: {
    title: 'chroot で動くプログラムから見つからないソケット',
    why: '`chroot` の列が `y` のサービス（`compatibility_level` が 1 より小さければ `-` も）は、キューディレクトリを `/` とみなします。絶対パスはそこから始まります。`private/auth` のように先頭に `/` のないパスなら、chroot の有無にかかわらずキューディレクトリの下を指します。',
    messages: {
      twice: ({ service, path, queue }) =>
        `\`${service}\` は chroot で動くため、このパスは \`${queue}\` から始まります。実際に探すのは \`${queue}${path}\` です。`,
      elsewhere: ({ service, path, queue }) =>
        `\`${service}\` は chroot で動くため、このパスは \`${queue}\` から始まります。Dovecot のソケットは \`${queue}${path}\` に置く必要があります。`,
      noChroot: ({ service, path }) =>
        `\`${service}\` は chroot で動いていないため、\`${path}\` はキューディレクトリの下ではなく、ファイルシステムの最上位を指します。`,
      change: ({ to }) => `\`${to}\` に変更`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\nqueue_directory = /var/spool/postfix\nsmtpd_sasl_path = /var/spool/postfix/private/auth\n#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ socket-outside-chroot\n-- master.cf --\n2525 inet n - y - - smtpd\n',
      after:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\nqueue_directory = /var/spool/postfix\nsmtpd_sasl_path = private/auth\n-- master.cf --\n2525 inet n - y - - smtpd\n',
      proof: { by: 'postfix', says: "private/auth' failed: No such file or directory", client: [] },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\nsmtpd_sasl_path = /private/auth\n#                 ^^^^^^^^^^^^^ socket-outside-chroot\n-- master.cf --\n2525 inet n - n - - smtpd\n',
      after:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\nsmtpd_sasl_path = private/auth\n-- master.cf --\n2525 inet n - n - - smtpd\n',
      proof: { by: 'postfix', says: "auth socket '/private/auth' failed: No such file or directory", client: [] },
    },
    {
      before:
        'compatibility_level = 0\nvirtual_transport = lmtp:unix:/var/spool/postfix/private/dovecot-lmtp\n#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ socket-outside-chroot\nnon_smtpd_milters = inet:localhost:11332 unix:/var/spool/postfix/sign/socket\n#                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ socket-outside-chroot\n-- master.cf --\ncleanup unix n - - - 0 cleanup\nlmtp unix - - - - - lmtp\n',
      after:
        'compatibility_level = 0\nvirtual_transport = lmtp:unix:private/dovecot-lmtp\nnon_smtpd_milters = inet:localhost:11332 unix:sign/socket\n-- master.cf --\ncleanup unix n - - - 0 cleanup\nlmtp unix - - - - - lmtp\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\nsmtpd_sasl_path = /run/dovecot/auth-client\n#                 ^^^^^^^^^^^^^^^^^^^^^^^^ socket-outside-chroot\n-- master.cf --\n2525 inet n - y - - smtpd\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\nsmtpd_sasl_path = /run/dovecot/auth-client\nsmtpd_milters = unix:/var/run/opendkim/opendkim.sock\n-- master.cf --\n2525 inet n - - - - smtpd\nsmtp inet n - y - - smtpd\n  -o smtpd_sasl_path=/private/auth\n  -o smtpd_sasl_auth_enable=no\n',
    },
  ],
  check(configuration, report) {
    if (!configuration.main) return;
    const isFirst = once();
    const queue = expandedValue(configuration, 'queue_directory').replace(/\/+$/, '');
    for (const socket of sockets(configuration)) {
      const { service, at, path } = socket;
      const message = mistakeIn(socket, isChrooted(configuration, service), queue);
      if (!message || !isFirst(at)) continue;
      const to = relative(path, message === 'twice' ? queue : '');
      report({
        at,
        message,
        values: { service: programOf(service), path, queue },
        ...(message === 'elsewhere' && { severity: 'info' as const }),
        fixes:
          message === 'elsewhere' || textOf(at) !== path
            ? []
            : [{ title: 'change', values: { to }, edits: [{ at, newText: to }], safe: true }],
      });
    }
  },
});

/** A socket that a program connects to when it runs, after the chroot. */
interface Socket {
  readonly service: ServiceEntry;
  readonly path: string;
  readonly at: Slice;
  /** Of Dovecot, for logins. */
  readonly isLogin?: boolean;
}

function mistakeIn({ path, isLogin }: Socket, isInChroot: boolean | undefined, queue: string) {
  if (isInChroot === undefined || !path.startsWith('/') || queue === '') return undefined;
  if (!isInChroot) return /^\/(?:private|public)\/[^/]+$/.test(path) ? 'noChroot' : undefined;
  if (path.startsWith(`${queue}/`)) return 'twice';
  // A Milter or an LMTP server may well have been given that path below the queue directory.
  return isLogin && /^\/(?:var\/)?(?:run|tmp|lib)\/|^\/dev\/shm\//.test(path) ? 'elsewhere' : undefined;
}

function relative(path: string, directory: string): string {
  return path.slice(directory.length).replace(/^\/+/, '');
}

function* sockets(configuration: Configuration): Generator<Socket> {
  for (const service of smtpdByChroot(configuration)) {
    yield* loginSocket(configuration, service);
    yield* milterSockets(configuration, service, 'smtpd_milters');
  }
  for (const service of servicesRunning(configuration, 'cleanup')) {
    if (service) yield* milterSockets(configuration, service, 'non_smtpd_milters');
  }
  yield* transportSockets(configuration);
}

/** Of the smtpd services with the same options, one in a chroot and one that is not. */
function smtpdByChroot(configuration: Configuration): ServiceEntry[] {
  return alikeSmtpdServices(configuration).flatMap(({ all }) =>
    [true, false].flatMap((isIn) => all.find((entry) => entry && isChrooted(configuration, entry) === isIn) ?? []),
  );
}

/** Whether a value may hold a path that begins with `/`. */
function mayBeAbsolute(entry: ParameterEntry): boolean {
  return /(?:^|:)\/|\$/.test(textOf(entry.value)) && !isGarbled(entry);
}

/** xsasl_dovecot_server_connect in xsasl_dovecot_server.c. */
function* loginSocket(configuration: Configuration, service: ServiceEntry): Generator<Socket> {
  const value = (name: string) => expandedValue(configuration, name, service);
  const entry = writtenEntry(configuration, 'smtpd_sasl_path', service);
  if (!entry || !mayBeAbsolute(entry) || value('smtpd_sasl_auth_enable').toLowerCase() !== 'yes') return;
  if (value('smtpd_sasl_type') !== 'dovecot') return;
  yield { service, isLogin: true, ...partOf(entry.value, value('smtpd_sasl_path').replace(/^unix:/, '')) };
}

/** milter8_connect in milter8.c. */
function* milterSockets(configuration: Configuration, service: ServiceEntry, name: string): Generator<Socket> {
  const entry = writtenEntry(configuration, name, service);
  if (!entry || !mayBeAbsolute(entry)) return;
  for (const { text, at } of elementsOf(configuration, entry.value, service) ?? []) {
    const path = /^(?:unix|local):(.*)$/.exec(text)?.[1];
    if (path !== undefined) yield { service, ...partOf(at ?? entry.value, path) };
  }
}

/** smtp_connect_local in smtp_connect.c, which the transports of main.cf lead to. */
function* transportSockets(configuration: Configuration): Generator<Socket> {
  const { master, mainEntries } = configuration;
  for (const name of TRANSPORTS) {
    const entry = mainEntries.get(name);
    if (!master || !entry || !mayBeAbsolute(entry)) continue;
    const { transport, nexthop } = parseTransportNexthop(expandedValue(configuration, name));
    const service = socketsNamed(master, transport).at(-1);
    const path = /^unix:(.*)$/.exec(nexthop)?.[1];
    if (service && programOf(service) === 'lmtp' && path !== undefined) {
      yield { service, ...partOf(entry.value, path) };
    }
  }
}
const TRANSPORTS = [
  'virtual_transport',
  'mailbox_transport',
  'local_transport',
  'relay_transport',
  'fallback_transport',
];

/** The path where it is written, or what it comes from. */
function partOf(text: Slice, path: string): { readonly path: string; readonly at: Slice } {
  const start = textOf(text).lastIndexOf(path);
  return { path, at: start < 0 ? text : subSlice(text, start, start + path.length) };
}
