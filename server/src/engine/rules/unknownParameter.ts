import type { Configuration } from '../configuration/configuration';
import { namesOf, namesToSuggest } from '../configuration/names';
import { parameterNamed, serviceParameters } from '../knowledge/parameters';
import { isSince, type PostfixVersion } from '../knowledge/version';
import { nearestName } from '../nearest';
import { ownCopy } from '../ownCopy';
import { settingsOf } from './entries';
import { hasLookAlike } from './nonAscii';
import { rule } from './rule';

/** Reports a parameter that nothing uses, by the same test as postconf(1): "unused parameter". */
export const unknownParameter = rule({
  id: 'unknown-parameter',
  severity: 'warning',
  isLocal: true,
  en: {
    title: 'Parameter that Postfix does not know',
    why: 'Postfix ignores a name that it does not know: a spelling mistake passes in silence and the setting is lost. A name of your own is fine as soon as some value uses it as `$name`.',
    messages: {
      misspelt: ({ name, nearest }: { name: string; nearest: string }) =>
        `Postfix has no parameter \`${name}\`, so this setting has no effect. Did you mean \`${nearest}\`?`,
      unused: ({ name }: { name: string }) =>
        `Postfix has no parameter \`${name}\`, and nothing uses \`$${name}\`: this setting has no effect.`,
      newer: ({ name, since, version }: { name: string; since: string; version: string }) =>
        `\`${name}\` came with Postfix ${since}; Postfix ${version} ignores it.`,
      removed: ({ name, removed, version }: { name: string; removed: string; version: string }) =>
        `\`${name}\` was removed in Postfix ${removed}; Postfix ${version} ignores it.`,
      rename: ({ nearest }: { nearest: string }) => `Change to \`${nearest}\``,
    },
  },
  ja: {
    title: 'Postfix にないパラメータ',
    why: 'Postfix は知らない名前を無視します。綴りを間違えても何も言われず、設定は失われます。自分で決めた名前は、どこかの値で `$name` として使えば問題ありません。',
    messages: {
      misspelt: ({ name, nearest }) =>
        `\`${name}\` というパラメータは Postfix にないため、この設定は効きません。\`${nearest}\` の間違いではありませんか？`,
      unused: ({ name }) =>
        `\`${name}\` というパラメータは Postfix になく、\`$${name}\` として使う値もないため、この設定は効きません。`,
      newer: ({ name, since, version }) =>
        `\`${name}\` は Postfix ${since} で追加されたパラメータです。Postfix ${version} では無視されます。`,
      removed: ({ name, removed, version }) =>
        `\`${name}\` は Postfix ${removed} で廃止されました。Postfix ${version} では無視されます。`,
      rename: ({ nearest }) => `\`${nearest}\` に変更`,
    },
  },
  examples: [
    {
      before: 'smtpd_baner = hello\n#^^^^^^^^^^ unknown-parameter\n',
      after: 'smtpd_banner = hello\n',
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_tls_securty_level=may\n#    ^^^^^^^^^^^^^^^^^^^^^^^ unknown-parameter\n',
      after: '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_tls_security_level=may\n',
    },
    {
      version: '3.3',
      before: 'maillog_file = /var/log/mail.log\n#^^^^^^^^^^^ unknown-parameter\n',
    },
    { before: 'office = 192.0.2.0/24\nmynetworks = 127.0.0.0/8, $office\n' },
  ],
  check(configuration, report) {
    const names = namesOf(configuration);
    const { version } = configuration;
    for (const { name, entry, service } of settingsOf(configuration)) {
      if (names.classOf(name, service) !== 'unused' || mayBelongToService(configuration, name)) continue;
      // A character that does not belong into a name is reported by itself.
      if (hasLookAlike(name)) continue;
      const elsewhere = parameterNamed(name);
      // A template may say for which version a line is, and make names of its own; only misspelt ones are certain.
      if (configuration.isTemplate && (elsewhere || !nearestOf(name, version))) continue;
      if (elsewhere?.removed && isSince(version, elsewhere.removed)) {
        report({ at: entry.name, message: 'removed', values: { name, removed: elsewhere.removed, version } });
      } else if (elsewhere) {
        report({ at: entry.name, message: 'newer', values: { name, since: elsewhere.since ?? '', version } });
      } else {
        const nearest = nearestOf(name, version);
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

/** The nearest name, kept: the same misspelt name is looked at again at every keystroke elsewhere. */
function nearestOf(name: string, version: PostfixVersion): string | undefined {
  const key = `${version} ${name}`;
  if (!nearest.has(key)) {
    if (nearest.size > MOST_KEPT) nearest.clear();
    nearest.set(ownCopy(key), nearestName(name, namesToSuggest(version)));
  }
  return nearest.get(key);
}
const nearest = new Map<string, string | undefined>();
const MOST_KEPT = 10_000;

/** `relay_destination_rate_delay` exists if master.cf has a service `relay`: without master.cf nobody can tell. */
function mayBelongToService({ master }: Configuration, name: string): boolean {
  return !master && serviceParameters(name).length > 0;
}

/** A name of the user's own may be used in the file that is not there. */
function knowsBothFiles({ main, master }: Configuration): boolean {
  return main !== undefined && master !== undefined;
}
