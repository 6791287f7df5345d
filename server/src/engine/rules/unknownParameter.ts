import type { Configuration } from '../configuration/configuration';
import { namesOf } from '../configuration/names';
import { parameterNamed, serviceParameters } from '../knowledge/parameters';
import { patchWith } from '../knowledge/patches';
import { isSince } from '../knowledge/version';
import { settingsOf } from './entries';
import { nearestParameter } from './nearestParameter';
import { hasLookAlike } from './nonAscii';
import { isRestOfWord } from './optionLetters';
import { rule } from './rule';
import { isWhollyQuoted } from './shellHabits';

/** Reports a parameter that nothing uses, by the same test as postconf(1): "unused parameter". */
export const unknownParameter = rule({
  id: 'unknown-parameter',
  severity: 'warning',
  isLocal: true,
  en: {
    title: 'Parameter that Postfix does not know',
    why: 'Postfix ignores a name that it does not know, so a setting with a spelling mistake is lost. The log says nothing of it; only `postconf` warns, from Postfix 2.9 on. A name of your own is fine as soon as some value uses it as `$name`.',
    messages: {
      misspelt: ({ name, nearest }: { name: string; nearest: string }) =>
        `Postfix has no parameter \`${name}\`, so this setting has no effect. Did you mean \`${nearest}\`?`,
      unused: ({ name }: { name: string }) =>
        `Postfix has no parameter \`${name}\`, and nothing uses \`$${name}\`: this setting has no effect.`,
      newer: ({ name, since, version }: { name: string; since: string; version: string }) =>
        `\`${name}\` came with Postfix ${since}; Postfix ${version} ignores it.`,
      removed: ({ name, removed, version }: { name: string; removed: string; version: string }) =>
        `\`${name}\` was removed in Postfix ${removed}; Postfix ${version} ignores it.`,
      VDA: ({ name }: { name: string }) =>
        `\`${name}\` belongs to the VDA patch, which ended with Postfix 2.11: without it, this setting has no effect. Let the program that stores the mail, such as Dovecot, keep the quota.`,
      Apple: ({ name }: { name: string }) =>
        `\`${name}\` comes from the Postfix of older macOS: any other ignores this setting.`,
      rename: ({ nearest }: { nearest: string }) => `Change to \`${nearest}\``,
    },
  },
  ja: {
    title: 'Postfix にないパラメータ',
    why: 'Postfix は知らない名前を無視するため、綴りを間違えた設定は失われます。ログには何も残らず、警告するのは `postconf`（Postfix 2.9 以降）だけです。自分で決めた名前は、どこかの値で `$name` として使えば問題ありません。',
    messages: {
      misspelt: ({ name, nearest }) =>
        `\`${name}\` というパラメータは Postfix にないため、この設定は効きません。\`${nearest}\` の間違いではありませんか？`,
      unused: ({ name }) =>
        `\`${name}\` というパラメータは Postfix になく、\`$${name}\` として使う値もないため、この設定は効きません。`,
      newer: ({ name, since, version }) =>
        `\`${name}\` は Postfix ${since} で追加されたパラメータです。Postfix ${version} では無視されます。`,
      removed: ({ name, removed, version }) =>
        `\`${name}\` は Postfix ${removed} で廃止されました。Postfix ${version} では無視されます。`,
      VDA: ({ name }) =>
        `\`${name}\` は VDA パッチのパラメータです。パッチは Postfix 2.11 までで終わっており、当てていなければこの設定は効きません。容量制限は、Dovecot などメールを保存するプログラムで行ってください。`,
      Apple: ({ name }) =>
        `\`${name}\` は以前の macOS の Postfix にしかないパラメータです。ほかの Postfix では無視されます。`,
      rename: ({ nearest }) => `\`${nearest}\` に変更`,
    },
  },
  examples: [
    {
      before: 'smtpd_baner = hello\n#^^^^^^^^^^ unknown-parameter\n',
      after: 'smtpd_banner = hello\n',
      proof: { by: 'postconf', says: 'unused parameter: smtpd_baner=hello' },
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_tls_securty_level=may\n#    ^^^^^^^^^^^^^^^^^^^^^^^ unknown-parameter\n',
      after: '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_tls_security_level=may\n',
      proof: { by: 'postconf', says: 'unused parameter: smtpd_tls_securty_level=may' },
    },
    {
      version: '3.3',
      before: 'maillog_file = /var/log/mail.log\n#^^^^^^^^^^^ unknown-parameter\n',
    },
    { before: 'virtual_mailbox_limit_maps = hash:/etc/postfix/quota\n#^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-parameter\n' },
    { before: 'office = 192.0.2.0/24\nmynetworks = 127.0.0.0/8, $office\n' },
  ],
  check(configuration, report) {
    const names = namesOf(configuration);
    const { version } = configuration;
    for (const { name, entry, service } of settingsOf(configuration)) {
      if (names.classOf(name, service) !== 'unused' || mayBelongToService(configuration, name)) continue;
      // A character that does not belong into a name is reported by itself, and so is a `-o` without its letter.
      if (hasLookAlike(name) || isWhollyQuoted(entry) || isRestOfWord(entry)) continue;
      const patch = patchWith(name);
      if (patch) {
        const severity = patch === 'Apple' ? 'info' : 'warning';
        report({ at: entry.name, message: patch, severity, values: { name } });
        continue;
      }
      const elsewhere = parameterNamed(name);
      // A template may say for which version a line is, and make names of its own; only misspelt ones are certain.
      if (configuration.isTemplate && (elsewhere || !nearestParameter(name, version))) continue;
      if (elsewhere?.removed && isSince(version, elsewhere.removed)) {
        report({ at: entry.name, message: 'removed', values: { name, removed: elsewhere.removed, version } });
      } else if (elsewhere) {
        report({ at: entry.name, message: 'newer', values: { name, since: elsewhere.since ?? '', version } });
      } else {
        const nearest = nearestParameter(name, version);
        if (nearest) {
          report({
            at: entry.name,
            message: 'misspelt',
            severity: 'error',
            values: { name, nearest },
            fixes: [
              { title: 'rename', values: { nearest }, edits: [{ at: entry.name, newText: nearest }], safe: false },
            ],
          });
        } else if (knowsBothFiles(configuration)) {
          report({ at: entry.name, message: 'unused', values: { name } });
        }
      }
    }
  },
});

/** `relay_destination_rate_delay` exists if master.cf has a service `relay`: without master.cf nobody can tell. */
function mayBelongToService({ master }: Configuration, name: string): boolean {
  return !master && serviceParameters(name).length > 0;
}

/** A name of the user's own may be used in the file that is not there. */
function knowsBothFiles({ main, master }: Configuration): boolean {
  return main !== undefined && master !== undefined;
}
