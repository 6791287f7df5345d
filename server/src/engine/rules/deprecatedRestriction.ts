import { RECIPIENT, RELAY } from '../access/relayGuard';
import { type RestrictionList, restrictionLists } from '../configuration/restrictionLists';
import { restrictionIn } from '../knowledge/restrictions';
import { isSince, type PostfixVersion } from '../knowledge/version';
import { isGarbled } from './garbled';
import { once } from './once';
import { stranger } from './proofClients';
import { reached } from './reached';
import { successionOf } from './restrictionSuccessor';
import { rule } from './rule';

/** Reports restrictions that still work, with a warning in the log. */
export const deprecatedRestriction = rule({
  id: 'deprecated-restriction',
  severity: 'info',
  en: {
    title: 'Deprecated restriction',
    why: 'smtpd(8) logs a warning when it comes to a restriction that is going to be removed. Once it is removed, clients that get this far in the list receive `451 4.3.5 Server configuration error`: replace it before you upgrade.',
    messages: {
      removed: ({ name, since, removed, instead }: { name: string; since: string; removed: string; instead: string }) =>
        `\`${name}\` is deprecated since Postfix ${since} and removed in ${removed}, which refuses clients that get this far. Use ${instead} instead.`,
      deprecated: ({ name, since, instead }: { name: string; since: string; instead: string }) =>
        `\`${name}\` is deprecated since Postfix ${since} and will be removed. Use ${instead} instead.`,
      change: ({ text }: { text: string }) => `Change to \`${text}\``,
      remove: ({ name }: { name: string }) => `Remove \`${name}\``,
    },
  },
  ja: {
    title: '非推奨の制限',
    why: '廃止される予定の制限を調べるとき、smtpd(8) はログに警告を残します。廃止された後は、リストのここまで進んだクライアントに `451 4.3.5 Server configuration error` が返ります。バージョンを上げる前に置き換えてください。',
    messages: {
      removed: ({ name, since, removed, instead }) =>
        `\`${name}\` は Postfix ${since} から非推奨です。廃止された ${removed} では、ここまで進んだクライアントが拒否されます。代わりに ${instead} を使ってください。`,
      deprecated: ({ name, since, instead }) =>
        `\`${name}\` は Postfix ${since} から非推奨で、今後廃止されます。代わりに ${instead} を使ってください。`,
      change: ({ text }) => `\`${text}\` に変更`,
      remove: ({ name }) => `\`${name}\` を消す`,
    },
  },
  examples: [
    {
      version: '3.7',
      before:
        'smtpd_recipient_restrictions = permit_mynetworks, check_relay_domains\n#                                                 ^^^^^^^^^^^^^^^^^^^ deprecated-restriction\n',
      after: 'smtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination\n',
      proof: {
        by: 'smtpd',
        says: 'support for restriction "check_relay_domains" will be removed from Postfix',
        client: stranger(),
      },
    },
    {
      version: '3.7',
      before:
        'maps_rbl_domains = zen.example.org, bl.example.net\n#^^^^^^^^^^^^^^^ deprecated-parameter\nsmtpd_client_restrictions = permit_mynetworks, reject_maps_rbl\n#                                              ^^^^^^^^^^^^^^^ deprecated-restriction\n',
    },
    {
      version: '3.7',
      before:
        'smtpd_helo_restrictions = permit_mynetworks, permit_naked_ip_address, reject_non_fqdn_helo_hostname\n#                                            ^^^^^^^^^^^^^^^^^^^^^^^ deprecated-restriction\n',
      after: 'smtpd_helo_restrictions = permit_mynetworks, reject_non_fqdn_helo_hostname\n',
      proof: { by: 'smtpd', says: 'restriction permit_naked_ip_address is deprecated', client: stranger() },
    },
    {
      before:
        'smtpd_recipient_restrictions = permit_mynetworks, permit_mx_backup, reject_unauth_destination\n#                                                 ^^^^^^^^^^^^^^^^ deprecated-restriction\n',
    },
    {
      version: '3.8',
      before: 'smtpd_recipient_restrictions = reject_unknown_client, permit_mx_backup, reject_unauth_destination\n',
    },
  ],
  check(configuration, report) {
    const { version } = configuration;
    const isFirst = once();
    for (const list of restrictionLists(configuration)) {
      const going = reached(version, list.restrictions).filter(
        ({ name }) => isDeprecated(version, name) && !opensRelay(version, name, list),
      );
      if (going.length === 0 || isGarbled(list.entry)) continue;
      for (const restriction of going) {
        const { name, word } = restriction;
        const known = restrictionIn(version, name);
        if (!known?.deprecated || !isFirst(word.at)) continue;
        const { warnedSince: since, instead = [], parameter } = known.deprecated;
        const names = [...instead, ...(parameter === undefined ? [] : [parameter])];
        const values = { name: word.text, since, instead: names.map((text) => `\`${text}\``).join(', ') };
        const fix = successionOf(configuration, restriction, list);
        report({
          at: word.at,
          ...(known.removed
            ? { message: 'removed', values: { ...values, removed: known.removed } }
            : { message: 'deprecated', values }),
          fixes: fix ? [fix] : [],
        });
      }
    }
  },
});

function isDeprecated(version: PostfixVersion, name: string): boolean {
  const since = restrictionIn(version, name)?.deprecated?.warnedSince;
  return since !== undefined && isSince(version, since);
}

/** Before the guard `permit_naked_ip_address` is much worse than deprecated, which is reported by itself. */
function opensRelay(version: PostfixVersion, name: string, list: RestrictionList): boolean {
  if (name !== 'permit_naked_ip_address') return false;
  return list.name === RELAY || (list.name === RECIPIENT && !isSince(version, '2.10'));
}
