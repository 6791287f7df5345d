import { type Configuration, overridesOf } from '../configuration/configuration';
import { isReadOnly } from '../configuration/effective';
import { isEmpty } from '../syntax/list';
import { textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';
import { removalOf } from './edits';
import { type Setting, settingsOf } from './entries';
import { removalOfOverride } from './overrideEdits';
import { rule } from './rule';

/** Reports an entry that a later one with another value replaces: "overriding earlier entry" (dict_load_fp). */
export const duplicateParameter = rule({
  id: 'duplicate-parameter',
  severity: 'warning',
  en: {
    title: 'Parameter that is set again below',
    why: 'Where a parameter is set more than once, Postfix uses the last value and forgets the others, in main.cf as among the `-o` of a service. It does not join lists. From Postfix 2.11 on, each program warns of it when it reads main.cf.',
    messages: {
      overridden: ({ name }: { name: string }) =>
        `\`${name}\` is set again below. Postfix uses the last value only; this one is lost.`,
      emptied: ({ name }: { name: string }) =>
        `\`${name}\` is set again below, to nothing. Postfix uses the last value only; this one is lost.`,
      remove: () => 'Remove this setting, which has no effect',
      keep: () => 'Keep this setting and remove the later one',
    },
  },
  ja: {
    title: '下で再び設定されたパラメータ',
    why: '同じパラメータを何度も設定すると、Postfix は最後の値だけを使い、ほかは捨てます。main.cf でも、サービスの `-o` でも同じです。リストを一つにまとめることはありません。Postfix 2.11 以降では、main.cf を読むプログラムがそのたびに警告します。',
    messages: {
      overridden: ({ name }) =>
        `\`${name}\` は下で再び設定されています。Postfix は最後の値だけを使うため、この値は失われます。`,
      emptied: ({ name }) =>
        `\`${name}\` は下で再び、空に設定されています。Postfix は最後の値だけを使うため、この値は失われます。`,
      remove: () => '効いていないこの設定を削除',
      keep: () => 'この設定を残し、後の設定を削除',
    },
  },
  examples: [
    {
      before:
        'mydestination = localhost, example.jp\n#^^^^^^^^^^^^ duplicate-parameter\ninet_interfaces = all\nmydestination = localhost\n',
      after: 'inet_interfaces = all\nmydestination = localhost\n',
      proof: { by: 'postconf', says: 'line 4: overriding earlier entry: mydestination=localhost, example.jp' },
    },
    {
      before:
        '-- master.cf --\nsmtp unix - - n - - smtp\n  -o smtp_helo_timeout=5\n#    ^^^^^^^^^^^^^^^^^ duplicate-parameter\n  -o smtp_bind_address=127.0.0.1 -o smtp_helo_timeout=30s\n',
      after: '-- master.cf --\nsmtp unix - - n - - smtp\n  -o smtp_bind_address=127.0.0.1 -o smtp_helo_timeout=30s\n',
    },
    {
      before:
        'smtp_helo_timeout = 5m\nsmtp_helo_timeout = 5m\n-- master.cf --\nsmtp unix - - n - - smtp -o smtp_helo_timeout=30s\nrelay unix - - n - - smtp -o smtp_helo_timeout=60s\n',
    },
  ],
  check(configuration, report) {
    if (hasChoices(configuration)) return;
    for (const [last, earlier] of replacedSettings(configuration)) {
      for (const { name, entry, service } of earlier) {
        if (textOf(entry.value) === textOf(last.value)) continue;
        const keep = { title: 'keep', values: {}, edits: removal(last, service), safe: false } as const;
        report({
          at: entry.name,
          message: isEmpty(last.value) ? 'emptied' : 'overridden',
          values: { name },
          fixes: [
            { title: 'remove', values: {}, edits: removal(entry, service), safe: true },
            ...(earlier.length === 1 ? [keep] : []),
          ],
        });
      }
    }
  },
});

/** Whether main.cf is a template, whatever it is called, and one of two settings goes when it is filled in. */
function hasChoices({ main }: Configuration): boolean {
  return main?.malformed.some(({ line }) => /^(?:\{[{%]|<%)/.test(line.text)) ?? false;
}

/** The settings that do not count, by the entry that counts. */
function replacedSettings(configuration: Configuration): ReadonlyMap<ParameterEntry, readonly Setting[]> {
  const replaced = new Map<ParameterEntry, Setting[]>();
  for (const setting of settingsOf(configuration)) {
    const { name, entry, service } = setting;
    const last = (service ? overridesOf(service) : configuration.mainEntries).get(name);
    if (!last || last === entry || isReadOnly(name, configuration.version)) continue;
    const earlier = replaced.get(last);
    if (earlier) earlier.push(setting);
    else replaced.set(last, [setting]);
  }
  return replaced;
}

function removal(entry: ParameterEntry, service: ServiceEntry | undefined) {
  return service ? removalOfOverride(service, entry) : removalOf(entry.name.line);
}
