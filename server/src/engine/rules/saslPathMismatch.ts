import type { Configuration } from '../configuration/configuration';
import { effectiveValue, expandedValue, writtenEntry } from '../configuration/effective';
import { alikeSmtpdServices } from '../configuration/restrictionLists';
import { textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { isGarbled } from './garbled';
import { once } from './once';
import { rule } from './rule';
import { settingAfter } from './settingEdits';

/** Reports a login server whose type and path do not belong together (xsasl_dovecot_server.c, xsasl_cyrus_server.c). */
export const saslPathMismatch = rule({
  id: 'sasl-path-mismatch',
  severity: 'warning',
  en: {
    title: 'Type and path of the login server do not match',
    why: '`smtpd_sasl_path` means something different for each `smtpd_sasl_type`: for `dovecot` the socket of Dovecot, usually `private/auth`; for `cyrus` the name of a configuration file, `smtpd` for `smtpd.conf`. With the wrong one `smtpd` ends at each connection, or nobody can log in.',
    messages: {
      noSocket: () =>
        '`dovecot` needs the socket of Dovecot in `smtpd_sasl_path`, and `smtpd` is none: the SMTP server ends at each connection with “no SASL authentication mechanisms”.',
      noFile: ({ path }: { path: string }) =>
        `\`${path}\` is a socket of Dovecot, but with the type \`cyrus\` it is taken for the name of a configuration file: nobody can log in.`,
      setPath: () => 'Set `smtpd_sasl_path = private/auth`',
      setType: () => 'Set `smtpd_sasl_type = dovecot`',
    },
  },
  ja: {
    title: '認証サーバーの種類とパスの不一致',
    why: '`smtpd_sasl_path` の意味は `smtpd_sasl_type` によって異なります。`dovecot` なら Dovecot のソケットで、普通は `private/auth` です。`cyrus` なら設定ファイルの名前で、`smtpd` は `smtpd.conf` を表します。合っていないと、`smtpd` が接続のたびに異常終了するか、誰もログインできません。',
    messages: {
      noSocket: () =>
        '`dovecot` では `smtpd_sasl_path` に Dovecot のソケットを書く必要がありますが、`smtpd` はソケットではありません。SMTPサーバーは接続のたびに「no SASL authentication mechanisms」と記録して異常終了します。',
      noFile: ({ path }) =>
        `\`${path}\` は Dovecot のソケットですが、種類が \`cyrus\` のため設定ファイルの名前とみなされ、誰もログインできません。`,
      setPath: () => '`smtpd_sasl_path = private/auth` にする',
      setType: () => '`smtpd_sasl_type = dovecot` にする',
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sasl_path = smtpd\n#                 ^^^^^ sasl-path-mismatch\nsmtpd_sasl_type = dovecot\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n',
      after:
        'compatibility_level = 3.6\nsmtpd_sasl_path = private/auth\nsmtpd_sasl_type = dovecot\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n',
      proof: { by: 'smtpd', says: "Connect to Dovecot auth socket 'smtpd' failed", client: [] },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\n#                 ^^^^^^^ sasl-path-mismatch\n',
      after:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\nsmtpd_sasl_path = private/auth\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = cyrus\nsmtpd_sasl_path = private/auth\n#                 ^^^^^^^^^^^^ sasl-path-mismatch\n',
      after:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\nsmtpd_sasl_path = private/auth\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_path = private/auth\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_sasl_type=dovecot\n127.0.0.1:10587 inet n - n - - smtpd\n  -o smtpd_sasl_type=cyrus\n  -o smtpd_sasl_path=smtpd\n',
    },
  ],
  check(configuration, report) {
    if (!configuration.main) return;
    const isFirst = once();
    for (const { first: service } of alikeSmtpdServices(configuration)) {
      if (expandedValue(configuration, 'smtpd_sasl_auth_enable', service).toLowerCase() !== 'yes') continue;
      const type = writtenEntry(configuration, TYPE, service);
      const path = writtenEntry(configuration, PATH, service);
      const text = expandedValue(configuration, PATH, service);
      const at = path ?? type;
      if (!at || [type, path].some((entry) => entry && isGarbled(entry))) continue;
      const kind = knownType(configuration, service);
      if (kind === 'dovecot' && text === 'smtpd' && isFirst(at.value)) {
        const edits = [path ? { at: path.value, newText: 'private/auth' } : settingAfter(at, PATH, 'private/auth')];
        const fixes = [{ title: 'setPath' as const, values: {}, edits, safe: false }];
        report({ at: at.value, message: 'noSocket', values: {}, fixes });
      } else if (kind === 'cyrus' && path && /^(?:inet:|.*\/)/.test(text) && isFirst(at.value)) {
        const edits = [type ? { at: type.value, newText: 'dovecot' } : settingAfter(path, TYPE, 'dovecot')];
        const fixes = [{ title: 'setType' as const, values: {}, edits, safe: false }];
        report({ at: path.value, message: 'noFile', values: { path: textOf(path.value) }, fixes });
      }
    }
  },
});

const TYPE = 'smtpd_sasl_type';
const PATH = 'smtpd_sasl_path';

/** The type, unless it is a default that the build of Postfix may have changed. */
function knownType(configuration: Configuration, service: ServiceEntry | undefined): string | undefined {
  const type = effectiveValue(configuration, TYPE, service);
  const isKnown = type?.from.kind !== 'default' || configuration.machine.defaults?.has(TYPE);
  return isKnown ? type?.expanded : undefined;
}
