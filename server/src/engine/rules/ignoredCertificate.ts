import type { Configuration } from '../configuration/configuration';
import { writtenEntry } from '../configuration/effective';
import { alikeSmtpdServices } from '../configuration/restrictionLists';
import { isSince } from '../knowledge/version';
import { isEmpty } from '../syntax/list';
import { textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';
import { removalOf } from './edits';
import { isRepeated } from './entries';
import { rule } from './rule';
import { smtpClients } from './smtpClient';

/**
 * Reports certificates that a list of chain files puts out of use (tls_set_my_certificate_key_info): "the legacy
 * parameters will be ignored".
 */
export const ignoredCertificate = rule({
  id: 'ignored-certificate',
  severity: 'warning',
  en: {
    title: 'Certificate that is ignored',
    why: '`smtpd_tls_chain_files` takes the place of `smtpd_tls_cert_file`, `smtpd_tls_eccert_file`, `smtpd_tls_dcert_file` and their keys: as soon as it is set, Postfix does not read them any more, and smtpd(8) logs a warning each time it starts. The parameters that begin with `smtp_` or `lmtp_` behave in the same way.',
    messages: {
      ignored: ({ name, chain }: { name: string; chain: string }) =>
        `\`${chain}\` is set as well: \`${name}\` and its key are not read.`,
      remove: ({ name }: { name: string }) => `Remove \`${name}\``,
      removeBoth: ({ name, key }: { name: string; key: string }) => `Remove \`${name}\` and \`${key}\``,
    },
  },
  ja: {
    title: '無視される証明書',
    why: '`smtpd_tls_chain_files` は、`smtpd_tls_cert_file`、`smtpd_tls_eccert_file`、`smtpd_tls_dcert_file` とそれぞれの鍵に代わるものです。設定すると Postfix はこれらを読み込まなくなり、smtpd(8) は起動するたびに警告をログに残します。`smtp_` や `lmtp_` で始まるパラメータも同じです。',
    messages: {
      ignored: ({ name, chain }) => `\`${chain}\` も設定されているため、\`${name}\` とその鍵は読み込まれません。`,
      remove: ({ name }) => `\`${name}\` を削除`,
      removeBoth: ({ name, key }) => `\`${name}\` と \`${key}\` を削除`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_security_level = may\nsmtpd_tls_chain_files = /etc/postfix/key.pem, /etc/postfix/chain.pem\nsmtpd_tls_cert_file = /etc/postfix/old.pem\n#^^^^^^^^^^^^^^^^^^ ignored-certificate\nsmtpd_tls_key_file = /etc/postfix/old.key\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
      after:
        'compatibility_level = 3.6\nsmtpd_tls_security_level = may\nsmtpd_tls_chain_files = /etc/postfix/key.pem, /etc/postfix/chain.pem\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
      proof: { by: 'smtpd', says: 'parameters will be ignored' },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_security_level = may\nsmtpd_tls_chain_files = /etc/postfix/chain.pem\nsmtpd_tls_cert_file = /etc/postfix/old.pem\n-- master.cf --\nsmtp inet n - n - - smtpd\n2525 inet n - n - - smtpd\n  -o smtpd_tls_chain_files=\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_tls_security_level = may\nsmtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtp_tls_chain_files = /etc/postfix/client.pem\n-- master.cf --\nsmtp inet n - n - - smtpd\nsmtp unix - - n - - smtp\n',
    },
  ],
  check(configuration, report) {
    if (!isSince(configuration.version, '3.4')) return;
    for (const prefix of ['smtpd', 'smtp', 'lmtp'] as const) {
      const chain = `${prefix}_tls_chain_files`;
      if (!isWritten(configuration, chain)) continue;
      const readers = readersOf(configuration, prefix);
      for (const kind of ['', 'ec', 'd']) {
        const name = `${prefix}_tls_${kind}cert_file`;
        const key = `${prefix}_tls_${kind}key_file`;
        for (const entry of ignoredEntries(configuration, name, chain, readers)) {
          report({ at: entry.name, message: 'ignored', values: { name, chain }, fixes: removal(entry, name, key) });
        }
      }
    }

    /** Nothing is removed that a line elsewhere still names as `$name`. */
    function removal(entry: ParameterEntry, name: string, key: string) {
      const isLineOfItsOwn = configuration.mainEntries.get(name) === entry;
      if (!isLineOfItsOwn || isRepeated(configuration, name) || isNamed(configuration, name)) return [];
      const keyEntry = configuration.mainEntries.get(key);
      const hasKey = keyEntry && !isRepeated(configuration, key) && !isNamed(configuration, key);
      const lines = hasKey ? [entry, keyEntry] : [entry];
      const edits = lines.flatMap((line) => removalOf(line.name.line));
      return hasKey
        ? [{ title: 'removeBoth' as const, values: { name, key }, edits, safe: true }]
        : [{ title: 'remove' as const, values: { name }, edits, safe: true }];
    }
  },
});

/** Whether main.cf or some service sets a parameter. */
function isWritten({ mainEntries, master }: Configuration, name: string): boolean {
  return (
    mainEntries.has(name) ||
    (master?.services ?? []).some(({ overrides }) => overrides.some((entry) => textOf(entry.name) === name))
  );
}

/** The services that read the parameters of a prefix; one that is undefined stands for main.cf without master.cf. */
function readersOf(
  configuration: Configuration,
  prefix: 'smtpd' | 'smtp' | 'lmtp',
): readonly (ServiceEntry | undefined)[] {
  return prefix === 'smtpd'
    ? alikeSmtpdServices(configuration).map(({ first }) => first)
    : smtpClients(configuration)
        .filter(({ protocol }) => protocol === prefix)
        .map(({ service }) => service);
}

/** The entries of a parameter that all their readers ignore; those of main.cf are for postscreen and tlsproxy too. */
function ignoredEntries(
  configuration: Configuration,
  name: string,
  chain: string,
  readers: readonly (ServiceEntry | undefined)[],
): Iterable<ParameterEntry> {
  const ignored = new Set<ParameterEntry>();
  const used = new Set<ParameterEntry>();
  for (const reader of [...readers, undefined]) {
    const entry = writtenEntry(configuration, name, reader);
    if (!entry || isEmpty(entry.value) || textOf(entry.value).toLowerCase() === 'none') continue;
    const chainEntry = writtenEntry(configuration, chain, reader);
    (chainEntry && !isEmpty(chainEntry.value) ? ignored : used).add(entry);
  }
  for (const entry of used) ignored.delete(entry);
  return readers.length > 0 ? ignored : [];
}

/** Whether a value or a comment has `$name`, `${name…}` or `$(name…)`. */
function isNamed({ main, master }: Configuration, name: string): boolean {
  const reference = new RegExp(`\\$[({]?${name}\\b`);
  return [main, master].some((parsed) => parsed && reference.test(parsed.file.text));
}
