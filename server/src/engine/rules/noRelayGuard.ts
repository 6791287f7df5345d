import { hasGuard, hiddenGuard, isGuard, RECIPIENT, RELAY, type RelayLists, relayLists } from '../access/relayGuard';
import { type Configuration, overridesOf } from '../configuration/configuration';
import { writtenEntry } from '../configuration/effective';
import { alikeSmtpdServices } from '../configuration/restrictionLists';
import { compatibilityLevelsOf } from '../knowledge/compatibilityLevels';
import { restrictionNamed, restrictionsOf } from '../knowledge/restrictions';
import { nearestName } from '../nearest';
import { isEmpty } from '../syntax/list';
import { offsetOf, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';
import { insertion } from './edits';
import { isGarbled } from './garbled';
import { atEnd, joined, withoutElement } from './listEdits';
import { rule } from './rule';
import { placeOf } from './values';

/** Reports lists with which smtpd refuses to start: "specify at least one working instance of …". */
export const noRelayGuard = rule({
  id: 'no-relay-guard',
  severity: 'error',
  en: {
    title: 'Nothing stops strangers from relaying',
    why: 'smtpd(8) protects you from running an open relay: it starts only if `smtpd_relay_restrictions` or `smtpd_recipient_restrictions` contains `reject_unauth_destination`, `defer_unauth_destination`, `reject`, `defer` or `defer_if_permit`. What stands after `permit`, or right after `warn_if_reject`, does not count.',
    messages: {
      missing: ({ names }: { names: string }) =>
        `smtpd refuses to start: ${names} must contain \`reject_unauth_destination\` or \`reject\`, or anybody could relay.`,
      noLevel: () =>
        'Without `compatibility_level`, Postfix 3.3 and later leave `smtpd_relay_restrictions` empty. Then nothing here stops strangers from relaying, and smtpd refuses to start.',
      level: () =>
        'smtpd refuses to start: at this level `smtpd_relay_restrictions` is empty by default, and nothing else keeps strangers from relaying.',
      afterPermit: ({ guard }: { guard: string }) =>
        `smtpd refuses to start: \`permit\` ends the list, so \`${guard}\` after it does not count.`,
      onlyWarns: ({ guard }: { guard: string }) =>
        `smtpd refuses to start: with \`warn_if_reject\` before it, \`${guard}\` only logs a warning, and nothing else stops relaying.`,
      append: ({ guard }: { guard: string }) => `Add \`${guard}\``,
      remove: ({ word }: { word: string }) => `Remove \`${word}\``,
      setLevel: ({ level }: { level: string }) => `Set \`compatibility_level = ${level}\``,
    },
  },
  ja: {
    title: '第三者の中継を止める指定がない',
    why: 'smtpd(8) はオープンリレーになる設定では起動しません。`smtpd_relay_restrictions` か `smtpd_recipient_restrictions` に `reject_unauth_destination`、`defer_unauth_destination`、`reject`、`defer`、`defer_if_permit` のどれかが必要です。`permit` より後ろにあるものと、`warn_if_reject` の直後にあるものは、ないものとみなされます。',
    messages: {
      missing: ({ names }) =>
        `smtpd が起動しません。${names} に \`reject_unauth_destination\` か \`reject\` がなく、誰でも中継できてしまいます。`,
      noLevel: () =>
        '`compatibility_level` がないと、Postfix 3.3 以降では `smtpd_relay_restrictions` が空になります。ここには第三者の中継を止めるものがないため、smtpd が起動しません。',
      level: () =>
        'smtpd が起動しません。このレベルでは `smtpd_relay_restrictions` の既定値が空になり、第三者の中継を止めるものがありません。',
      afterPermit: ({ guard }) =>
        `smtpd が起動しません。\`permit\` でリストが終わり、その後ろの \`${guard}\` はないものとみなされます。`,
      onlyWarns: ({ guard }) =>
        `smtpd が起動しません。\`warn_if_reject\` の付いた \`${guard}\` は警告を記録するだけで、ほかに中継を止めるものがありません。`,
      append: ({ guard }) => `\`${guard}\` を加える`,
      remove: ({ word }) => `\`${word}\` を消す`,
      setLevel: ({ level }) => `\`compatibility_level = ${level}\` にする`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated\n#                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-relay-guard\n',
      after:
        'compatibility_level = 3.6\nsmtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination\n',
      proof: { by: 'smtpd', says: 'specify at least one working instance of: reject_unauth_destination' },
    },
    {
      before:
        'smtpd_relay_restrictions = permit_mynetworks, permit, reject_unauth_destination\n#                                             ^^^^^^ no-relay-guard\n',
      after: 'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n',
      proof: { by: 'smtpd', says: 'specify at least one working instance of: reject_unauth_destination' },
    },
    {
      before:
        'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_relay_restrictions=permit_sasl_authenticated\n#                             ^^^^^^^^^^^^^^^^^^^^^^^^^ no-relay-guard\n',
      after:
        'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject_unauth_destination\n',
      proof: { by: 'smtpd', says: 'specify at least one working instance of: reject_unauth_destination' },
    },
    {
      before:
        'smtpd_recipient_restrictions = permit_mynetworks, reject_unknown_recipient_domain\n#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-relay-guard\n',
      after:
        'smtpd_recipient_restrictions = permit_mynetworks, reject_unknown_recipient_domain, reject_unauth_destination\n',
      proof: { by: 'smtpd', says: 'specify at least one working instance of: reject_unauth_destination' },
    },
    {
      before:
        'compatibility_level = 0\n#                     ^ no-relay-guard\nsmtpd_client_restrictions = permit_mynetworks\n',
      proof: { by: 'smtpd', says: 'specify at least one working instance of: reject_unauth_destination' },
    },
    {
      before:
        'smtpd_restriction_classes = outside\noutside = reject_unauth_destination\nsmtpd_relay_restrictions = permit_mynetworks, outside\n',
    },
    {
      version: '3.7',
      before:
        'mydestination = example.jp\n-- master.cf --\nsmtp inet n - n - - smtpd\n#^^^ no-relay-guard\n2525 inet n - n - - smtpd\n',
      after:
        'compatibility_level = 3.6\nmydestination = example.jp\n-- master.cf --\nsmtp inet n - n - - smtpd\n2525 inet n - n - - smtpd\n',
      proof: { by: 'smtpd', says: 'specify at least one working instance of: reject_unauth_destination' },
    },
    { version: '2.9', before: 'smtpd_helo_restrictions = permit_mynetworks\n' },
  ],
  check(configuration, report) {
    const reported = new Set<ParameterEntry>();
    let isWithoutLevel = false;
    for (const service of servicesThatRefuse(configuration)) {
      const lists = relayLists(configuration, service);
      if (!lists) continue;
      const blamed = blame(configuration, lists, service);
      if (!blamed && service && !isWithoutLevel) {
        isWithoutLevel = true;
        report({
          at: service.service,
          message: 'noLevel',
          values: {},
          severity: 'warning',
          fixes: levelFixes(configuration),
        });
      }
      if (!blamed || reported.has(blamed)) continue;
      reported.add(blamed);
      if (isGarbled(blamed) || hasMisspeltGuard(lists)) continue;

      const hidden = [lists.relay, lists.recipient]
        .map((elements) => elements && hiddenGuard(elements, lists.version))
        .find((found) => found?.by.at);
      if (hidden?.by.at) {
        const { by, guard, how } = hidden;
        const at = hidden.by.at;
        const isWritten = by.at === by.inList && at.line === blamed.value.line;
        const edit = isWritten && withoutElement(at, blamed.value);
        report({
          at,
          message: how === 'permit' ? 'afterPermit' : 'onlyWarns',
          values: { guard: guard.text },
          fixes: edit ? [{ title: 'remove', values: { word: by.text }, edits: [edit], safe: false }] : [],
        });
      } else if (textOf(blamed.name) === 'compatibility_level') {
        report({ at: placeOf(blamed), message: 'level', values: {} });
      } else {
        const names = lists.relay ? `\`${RELAY}\` / \`${RECIPIENT}\`` : `\`${RECIPIENT}\``;
        const guard = isEmpty(blamed.value)
          ? joined(['permit_mynetworks', 'permit_sasl_authenticated', 'reject_unauth_destination'], blamed)
          : 'reject_unauth_destination';
        const edits = [atEnd(blamed, guard)];
        report({
          at: placeOf(blamed),
          ...(dependsOnLevel(configuration, service)
            ? { message: 'noLevel', values: {}, severity: 'warning' }
            : { message: 'missing', values: { names } }),
          fixes: endsOpen(blamed) ? [] : [{ title: 'append', values: { guard }, edits, safe: false }],
        });
      }
    }
  },
});

/** Writes the newest level of this version above all else in main.cf. */
function levelFixes({ main, version }: Configuration) {
  const level = compatibilityLevelsOf(version).at(-1)?.level;
  const line = main?.entries[0]?.name.line;
  if (level === undefined || !line) return [];
  const edits = [insertion(line, offsetOf(line, 0), `compatibility_level = ${level}\n`)];
  return [{ title: 'setLevel' as const, values: { level }, edits, safe: false }];
}

/** The services whose smtpd does not start. */
function servicesThatRefuse(configuration: Configuration): (ServiceEntry | undefined)[] {
  return alikeSmtpdServices(configuration).flatMap(({ first, all }) => {
    const lists = relayLists(configuration, first);
    return lists && !hasGuard(lists) ? all : [];
  });
}

/** The entry to blame: what the service sets itself, then what main.cf says of relaying. */
function blame(
  configuration: Configuration,
  { relay }: RelayLists,
  service: ServiceEntry | undefined,
): ParameterEntry | undefined {
  const names = relay ? [RELAY, RECIPIENT] : [RECIPIENT];
  const own = service && names.map((name) => overridesOf(service).get(name)).find((entry) => entry);
  if (own) return own;
  const entries = names.flatMap((name) => writtenEntry(configuration, name, service) ?? []);
  return (
    entries.find(({ value }) => !isEmpty(value)) ??
    entries[0] ??
    (relay && writtenEntry(configuration, 'compatibility_level', service))
  );
}

/**
 * Whether the default of the relay list would do at a higher level, and no level is written: so it is with files that
 * were made for an older Postfix, where the list is never empty.
 */
function dependsOnLevel(configuration: Configuration, service: ServiceEntry | undefined): boolean {
  return [RELAY, 'compatibility_level'].every((name) => !writtenEntry(configuration, name, service));
}

/** With the spelling mended the guard is there; that is reported by itself. */
function hasMisspeltGuard({ relay = [], recipient, version }: RelayLists): boolean {
  const guards = restrictionsOf(version)
    .map(({ name }) => name)
    .filter((name) => isGuard(name, version));
  return [...relay, ...recipient].some(
    ({ text }) => !restrictionNamed(text) && nearestName(text.toLowerCase(), guards) !== undefined,
  );
}

/** After these another word would be taken for something else. */
function endsOpen({ value }: ParameterEntry): boolean {
  return /(?:^|[\s,])(?:permit|warn_if_reject)[\s,]*$/i.test(textOf(value));
}
