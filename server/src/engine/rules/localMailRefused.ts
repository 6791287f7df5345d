import { scenariosOf } from '../access/scenarios';
import { textOf } from '../syntax/logicalLine';
import { withoutElement } from './listEdits';
import { once } from './once';
import { stranger } from './proofClients';
import { answeringServices, answersTo, isWrittenThere, placeInList, refusalOf } from './relayAnswers';
import { rule } from './rule';
import { publicPort } from './smtpdPort';

/** Reports a `reject` on port 25 behind a guard that has let the mail for the own domains through. */
export const localMailRefused = rule({
  id: 'local-mail-refused',
  severity: 'warning',
  en: {
    title: 'Mail from outside to your own domains is refused',
    why: '`reject_unauth_destination` refuses what is for others and leaves the mail for your own domains to the restrictions after it. A `reject` there refuses all of that as well, so nobody outside can write to your users. On port 25 the list ends without `reject`; on submission ports `permit_sasl_authenticated, reject` needs no `reject_unauth_destination`.',
    messages: {
      refused: ({ word, recipient }: { word: string; recipient: string }) =>
        `\`${word}\` refuses all mail from outside, also to your own domains: \`${recipient}\` gets nothing.`,
      remove: ({ word }: { word: string }) => `Remove \`${word}\``,
    },
  },
  ja: {
    title: '外部から自分のドメイン宛てのメールを拒否している',
    why: '`reject_unauth_destination` はほかのドメイン宛てを拒否し、自分のドメイン宛てのメールはその後ろの制限に任せます。そこに `reject` があると残りもすべて拒否するため、外部の誰も利用者にメールを送れません。25番ポートでは、リストの最後に `reject` を書きません。投稿用ポートなら `permit_sasl_authenticated, reject` とし、`reject_unauth_destination` は要りません。',
    messages: {
      refused: ({ word, recipient }) =>
        `\`${word}\` は外部からのメールを、自分のドメイン宛てのものも含めてすべて拒否します。\`${recipient}\` には何も届きません。`,
      remove: ({ word }) => `\`${word}\` を消す`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nmydestination = example.jp\nlocal_recipient_maps =\nsmtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination, reject\n#                                                                        ^^^^^^ local-mail-refused\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
      after:
        'compatibility_level = 3.6\nmydestination = example.jp\nlocal_recipient_maps =\nsmtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
      proof: {
        by: 'smtpd',
        says: '554 5.7.1 <user@example.jp>: Recipient address rejected: Access denied',
        client: stranger({ to: 'user@example.jp' }),
      },
    },
    {
      before:
        '# Only the own network may use this server.\ncompatibility_level = 3.6\nsmtpd_recipient_restrictions = permit_mynetworks, reject\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
    },
    {
      before:
        'compatibility_level = 3.6\n-- master.cf --\nsmtp inet n - n - - smtpd\nsubmission inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt\n  -o smtpd_tls_chain_files=/etc/postfix/chain.pem\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject_unauth_destination,reject\n',
    },
  ],
  check(configuration, report) {
    const isFirst = once();
    for (const { all } of answeringServices(configuration)) {
      const service = all.find((one) => publicPort(configuration, one) === '25');
      const scenario = scenariosOf(configuration).find(
        ({ client, recipient }) => client === 'stranger' && OWN.has(recipient),
      );
      if (!service || !scenario) continue;
      const by = refusalOf(answersTo(configuration, service, 'stranger', scenario.recipient));
      const found = by && placeInList(configuration, service, by);
      if (!by?.at || !found || !endsBehindGuard(found) || !isFirst(by.at)) continue;
      const word = textOf(by.at);
      report({
        at: by.at,
        message: 'refused',
        values: { word, recipient: scenario.question.recipient },
        fixes: isWrittenThere(by.at, found.entry)
          ? [{ title: 'remove', values: { word }, edits: [withoutElement(by.at, found.entry.value)], safe: false }]
          : [],
      });
    }
  },
});

const OWN: ReadonlySet<string> = new Set(['local', 'alias', 'virtual', 'relay']);

/** Whether a restriction refuses all that a guard before it, in the same list, has let through. */
function endsBehindGuard({ restrictions, index }: NonNullable<ReturnType<typeof placeInList>>): boolean {
  const name = restrictions[index]?.name;
  if (name !== 'reject' && name !== 'defer') return false;
  return restrictions.slice(0, index).some(({ name: guard }) => /^(?:reject|defer)_unauth_destination$/.test(guard));
}
