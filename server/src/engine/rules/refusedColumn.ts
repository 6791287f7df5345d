import { columnValue } from '../configuration/columns';
import type { Configuration } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { type ProgramFacts, programNamed, serviceTypeNamed, TYPES_OF_SKELETON } from '../knowledge/services';
import { existsIn, isSince, type PostfixVersion } from '../knowledge/version';
import { textOf } from '../syntax/logicalLine';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { requiredPrivate } from './localServices';
import { rule } from './rule';

/**
 * Reports columns that postconf(1) and master(8) accept and the program does not: "requires a process limit of 1",
 * "requires privileged operation", "unsupported transport type" (single_server(3) and its sisters); and a socket that
 * is in another directory than where all look for it.
 */
export const refusedColumn = rule({
  id: 'refused-column',
  severity: 'error',
  en: {
    title: 'Column that does not suit the program',
    why: 'Some programs insist on their columns: one that must be alone needs the process limit `1`, one that must never wait needs `0`, one that acts as another user needs `n` as `unprivileged`. Otherwise the program ends with a fatal error each time that it is started, while `postconf` and `postfix check` say nothing. The column `private` decides in which directory the socket is, and Postfix looks for each service in one directory only.',
    messages: {
      limit: ({ program, required }: { program: string; required: string }) =>
        `\`${program}\` insists on the process limit \`${required}\`: it ends each time that it is started.`,
      defaultLimit: ({ program, required, value }: { program: string; required: string; value: string }) =>
        `\`${program}\` insists on the process limit \`${required}\`, and \`-\` stands for ${value} here: it ends each time that it is started.`,
      privileges: ({ program }: { program: string }) =>
        `\`${program}\` acts as other users, so \`unprivileged\` must be \`n\`: it ends each time that it is started.`,
      noPrivileges: () =>
        'The SMTP server must not run as root, so `unprivileged` must be `y`: it ends at each connection.',
      type: ({ program, types }: { program: string; types: string }) =>
        `\`${program}\` cannot run with this service type and ends each time that it is started. It can with ${types}.`,
      private: ({ service }: { service: string }) =>
        `Postfix looks for \`${service}\` among the public services, and does not find it as a private one. It must say \`n\` here.`,
      public: ({ service }: { service: string }) =>
        `Postfix looks for \`${service}\` among the private services, and does not find it as a public one. It must say \`y\` or \`-\` here.`,
      change: ({ to }: { to: string }) => `Change to \`${to}\``,
    },
  },
  ja: {
    title: 'プログラムに合わない列',
    why: '列の値が決まっているプログラムがあります。1 つだけで動くものはプロセス数の上限を `1` に、待たせてはならないものは `0` に、ほかのユーザーの権限で動くものは `unprivileged` を `n` にする必要があります。そうでないとプログラムは起動するたびに異常終了しますが、`postconf` も `postfix check` も何も警告しません。`private` の列はソケットを置くディレクトリを決めるもので、Postfix は各サービスを決まったディレクトリでしか探しません。',
    messages: {
      limit: ({ program, required }) =>
        `\`${program}\` のプロセス数の上限は \`${required}\` でなければなりません。起動するたびに異常終了します。`,
      defaultLimit: ({ program, required, value }) =>
        `\`${program}\` のプロセス数の上限は \`${required}\` でなければならず、ここでの \`-\` は ${value} を意味します。起動するたびに異常終了します。`,
      privileges: ({ program }) =>
        `\`${program}\` はほかのユーザーの権限で動くため、\`unprivileged\` は \`n\` でなければなりません。起動するたびに異常終了します。`,
      noPrivileges: () =>
        'SMTPサーバーは root 権限では動かないため、`unprivileged` は `y` でなければなりません。接続されるたびに異常終了します。',
      type: ({ program, types }) =>
        `\`${program}\` はこのサービスタイプでは動かず、起動するたびに異常終了します。使えるのは ${types} です。`,
      private: ({ service }) =>
        `Postfix は \`${service}\` を公開されたサービスとして探すため、private にすると見つかりません。ここは \`n\` にしてください。`,
      public: ({ service }) =>
        `Postfix は \`${service}\` を private なサービスとして探すため、公開すると見つかりません。ここは \`y\` か \`-\` にしてください。`,
      change: ({ to }) => `\`${to}\` に変更`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\n-- master.cf --\nqmgr unix n - n 300 - qmgr\n#                   ^ refused-column\nflush unix n - n 1000? 20 flush\n#                      ^^ refused-column\n',
      after: 'compatibility_level = 3.6\n-- master.cf --\nqmgr unix n - n 300 1 qmgr\nflush unix n - n 1000? 0 flush\n',
      proof: {
        by: 'postfix',
        says: 'fatal: service qmgr requires a process limit of 1',
        recipient: 'user@discard.invalid',
      },
    },
    {
      before:
        '-- master.cf --\n2525 inet n n n - - smtpd\n#           ^ refused-column\nlocal unix - - n - - local\n#            ^ refused-column\n',
      after: '-- master.cf --\n2525 inet n y n - - smtpd\nlocal unix - n n - - local\n',
      proof: { by: 'postfix', says: 'fatal: the Postfix SMTP server must run with $mail_owner privileges', client: [] },
    },
    {
      before:
        '-- master.cf --\ncleanup unix - - n - 0 cleanup\n#            ^ refused-column\nrewrite unix n - n - - trivial-rewrite\n#            ^ refused-column\n',
      after: '-- master.cf --\ncleanup unix n - n - 0 cleanup\nrewrite unix - - n - - trivial-rewrite\n',
      proof: {
        by: 'postfix',
        says: 'connect #1 to subsystem public/cleanup: No such file',
        recipient: 'user@discard.invalid',
      },
    },
    {
      before: '-- master.cf --\npostlog unix n - n - 1 postlogd\n#       ^^^^ refused-column\n',
      after: '-- master.cf --\npostlog unix-dgram n - n - 1 postlogd\n',
    },
    {
      before:
        'default_process_limit = 1\n-- master.cf --\nqmgr unix n - n 300 - qmgr\npickup fifo n - n 60 01 pickup\npre-cleanup unix n - n - 0 cleanup\npolicy unix n n n - 0 spawn user=policy argv=/usr/local/bin/policy\n',
    },
  ],
  check(configuration, report) {
    // Some services may be turned off.
    if (expandedValue(configuration, 'master_service_disable') !== '') return;
    for (const service of configuration.master?.services ?? []) {
      const program = programNamed(programOf(service));
      if (!program) continue;
      for (const { to, ...finding } of findings(configuration, service, program)) {
        const fixes =
          to === undefined
            ? []
            : [{ title: 'change' as const, values: { to }, edits: [{ at: finding.at, newText: to }], safe: true }];
        report({ ...finding, fixes });
      }
    }
  },
});

function* findings(configuration: Configuration, service: ServiceEntry, { skeleton, requires = {} }: ProgramFacts) {
  const { version } = configuration;
  const program = programOf(service);
  const type = textOf(service.type);
  if (!TYPES_OF_SKELETON[skeleton].includes(type)) {
    const facts = serviceTypeNamed(type);
    if (facts && existsIn(facts, version)) yield otherType(service, TYPES_OF_SKELETON[skeleton], version);
    return;
  }

  const required = type === 'inet' ? undefined : requiredPrivate(service);
  if (required !== undefined && columnValue(configuration, service, 'private') === (required === 'n' ? 'y' : 'n')) {
    const [message, to] = required === 'n' ? (['private', 'n'] as const) : (['public', '-'] as const);
    yield { at: service.private, message, values: { service: textOf(service.service) }, to } as const;
  }

  const { since = '2.0', process_limit: limit, unprivileged } = requires;
  if (!isSince(version, since)) return;
  const value = limit === undefined ? '' : (columnValue(configuration, service, 'process_limit') ?? '');
  if (limit !== undefined && /^[0-9]+$/.test(value) && Number(value) !== Number(limit)) {
    const message = textOf(service.process_limit) === '-' ? 'defaultLimit' : 'limit';
    yield { at: service.process_limit, message, values: { program, required: limit, value }, to: limit } as const;
  }
  if (unprivileged === undefined) return;
  const isUnprivileged = columnValue(configuration, service, 'unprivileged');
  if (unprivileged === 'n' && isUnprivileged === 'y') {
    yield { at: service.unprivileged, message: 'privileges', values: { program }, to: 'n' } as const;
  } else if (unprivileged === 'y' && isUnprivileged === 'n' && type !== 'unix') {
    yield { at: service.unprivileged, message: 'noPrivileges', values: {}, to: 'y' } as const;
  }
}

function otherType(service: ServiceEntry, suitable: readonly string[], version: PostfixVersion) {
  const types = suitable.filter((type) => existsIn(serviceTypeNamed(type) ?? {}, version));
  const [only, ...others] = types;
  return {
    at: service.type,
    message: 'type',
    values: { program: programOf(service), types: types.map((type) => `\`${type}\``).join(', ') },
    ...(only !== undefined && others.length === 0 && { to: only }),
  } as const;
}
