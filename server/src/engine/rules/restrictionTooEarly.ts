import type { Configuration } from '../configuration/configuration';
import { writtenEntry } from '../configuration/effective';
import { type RestrictionList, restrictionLists, type WrittenRestriction } from '../configuration/restrictionLists';
import { notYetTold, type Subject } from '../configuration/restrictionStages';
import { restrictionIn, SUBJECTS } from '../knowledge/restrictions';
import type { Locale, Text } from '../locale';
import type { ServiceEntry } from '../syntax/masterCf';
import { isGarbled } from './garbled';
import { once } from './once';
import { reached } from './reached';
import { gateOf, isSetTo, usersOf } from './restrictionUse';
import { rule } from './rule';

/** Reports restrictions that are asked before the client has said what they look at. */
export const restrictionTooEarly = rule({
  id: 'restriction-too-early',
  severity: 'warning',
  en: {
    title: 'Restriction that is asked too early',
    why: 'By default smtpd(8) waits for the first recipient before it goes through the lists for client, HELO and sender, so that all restrictions work in all of them. With `smtpd_delay_reject = no` each list is asked at once, and what looks at something that comes later in the session, such as the recipient or the login, does nothing there. For ETRN there is never a sender or a recipient.',
    messages: {
      nothing: ({ name, stage, untold }: When & { name: string }) =>
        `\`${name}\` does nothing here: ${SUBJECTS[untold].en} is not known yet ${MOMENTS[stage].en}${cause(stage, 'en')}.`,
      locksOut: ({ end, stage, untold }: When & { end: string }) =>
        `Every client is turned away by \`${end}\`: ${SUBJECTS[untold].en} is not known yet ${MOMENTS[stage].en}${cause(stage, 'en')}.`,
      wait: () => 'Set `smtpd_delay_reject = yes`',
    },
  },
  ja: {
    title: '調べるのが早すぎる制限',
    why: '既定では、smtpd(8) は最初の宛先が伝えられるまで待ってから、クライアント、HELO、送信者のリストを調べます。そのため、どのリストでもすべての制限が使えます。`smtpd_delay_reject = no` ではそれぞれのリストをすぐに調べるので、宛先やログイン名など、セッションの後のほうで分かるものを対象とする制限は何もしません。ETRN には送信者も宛先もありません。',
    messages: {
      nothing: ({ name, stage, untold }) =>
        `\`${name}\` は、ここでは何もしません。${MOMENTS[stage].ja}では、${SUBJECTS[untold].ja}がまだ分からないためです${cause(stage, 'ja')}。`,
      locksOut: ({ end, stage, untold }) =>
        `${MOMENTS[stage].ja}では${SUBJECTS[untold].ja}がまだ分からないため${cause(stage, 'ja')}、すべてのクライアントが \`${end}\` で拒否されます。`,
      wait: () => '`smtpd_delay_reject = yes` にする',
    },
  },
  examples: [
    {
      before:
        'smtpd_delay_reject = no\nsmtpd_client_restrictions = permit_mynetworks, reject_non_fqdn_helo_hostname\n#                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ restriction-too-early\nsmtpd_helo_restrictions = reject_non_fqdn_helo_hostname\n',
      after:
        'smtpd_delay_reject = yes\nsmtpd_client_restrictions = permit_mynetworks, reject_non_fqdn_helo_hostname\nsmtpd_helo_restrictions = reject_non_fqdn_helo_hostname\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_delay_reject = no\nsmtpd_sasl_auth_enable = yes\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_client_restrictions=permit_sasl_authenticated,reject\n#                              ^^^^^^^^^^^^^^^^^^^^^^^^^ restriction-too-early\n',
      after:
        'compatibility_level = 3.6\nsmtpd_delay_reject = yes\nsmtpd_sasl_auth_enable = yes\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_client_restrictions=permit_sasl_authenticated,reject\n',
      proof: { by: 'smtpd', says: 'Client host rejected: Access denied', client: ['EHLO client.example.com'] },
    },
    {
      before:
        'smtpd_delay_reject = no\nsmtpd_client_restrictions = permit_mynetworks, reject_unknown_client_hostname\nsmtpd_helo_restrictions = permit_mynetworks, reject_invalid_helo_hostname\nsmtpd_sender_restrictions = reject_non_fqdn_sender\nsmtpd_etrn_restrictions = permit_mynetworks, reject\n',
    },
    {
      before:
        'smtpd_etrn_restrictions = permit_mynetworks, reject_unauth_destination\n#                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ restriction-too-early\n',
    },
    {
      before:
        'smtpd_client_restrictions = reject_unauth_destination\ncompatibility_level = 3.6\n-- master.cf --\nsmtp inet n - n - - smtpd\n127.0.0.1:10025 inet n - n - - smtpd\n  -o smtpd_delay_reject=no\n',
    },
  ],
  check(configuration, report) {
    const { version } = configuration;
    const isFirst = once();
    for (const list of restrictionLists(configuration)) {
      const early = tooEarly(configuration, list);
      if (early.size === 0 || isGarbled(list.entry)) continue;
      const gate = gateOf(version, list.restrictions);
      const isLocked = gate?.entrances.every((entrance) => early.has(entrance));
      const fixes = fixesOf(configuration, list);
      for (const [restriction, untold] of early) {
        const { word } = restriction;
        if (!isFirst(word.at)) continue;
        const when: When = { stage: list.stage as Stage, untold };
        if (gate && isLocked && restrictionIn(version, restriction.name)?.can.includes('permit')) {
          report({ at: word.at, message: 'locksOut', values: { ...when, end: gate.end.word.text }, fixes });
        } else {
          report({ at: word.at, message: 'nothing', values: { ...when, name: word.text }, fixes });
        }
      }
    }
  },
});

type Stage = 'client' | 'helo' | 'sender' | 'etrn';

interface When {
  readonly stage: Stage;
  readonly untold: Subject;
}

/** The restrictions of a list that do nothing there in any of the services that use it, and what they look at. */
function tooEarly(configuration: Configuration, list: RestrictionList): ReadonlyMap<WrittenRestriction, Subject> {
  const { version } = configuration;
  const { stage } = list;
  const found = new Map<WrittenRestriction, Subject>();
  let users: readonly (ServiceEntry | undefined)[] | undefined;
  for (const restriction of stage === undefined ? [] : reached(version, list.restrictions)) {
    const known = restrictionIn(version, restriction.name);
    const subject = known && notYetTold(configuration, known, stage, list.service);
    if (!subject) continue;
    users ??= usersOf(configuration, list);
    // Where it never comes at all, that is the mistake, and reported by itself.
    const setting = NEEDS[subject];
    const comesLater = !setting || users.some((service) => isSetTo(configuration, setting, 'yes', service));
    if (comesLater && users.every((service) => notYetTold(configuration, known, stage, service))) {
      found.set(restriction, subject);
    }
  }
  return found;
}

const NEEDS: Partial<Readonly<Record<Subject, string>>> = {
  login: 'smtpd_sasl_auth_enable',
  certificate: 'smtpd_tls_ask_ccert',
};

const MOMENTS: Readonly<Record<Stage, Text>> = {
  client: { en: 'when a client connects', ja: 'クライアントが接続した時点' },
  helo: { en: 'when a client says HELO', ja: 'HELO の時点' },
  sender: { en: 'at MAIL FROM', ja: 'MAIL FROM の時点' },
  etrn: { en: 'at ETRN', ja: 'ETRN の時点' },
};

const DELAY = 'smtpd_delay_reject';

function cause(stage: Stage, locale: Locale): string {
  if (stage === 'etrn') return '';
  return locale === 'en' ? ` (\`${DELAY} = no\`)` : `（\`${DELAY} = no\`）`;
}

/** ETRN comes without a message, however long smtpd(8) waits. */
function fixesOf(configuration: Configuration, { stage, service }: RestrictionList) {
  const entry = stage === 'etrn' ? undefined : writtenEntry(configuration, DELAY, service);
  const edits = entry ? [{ at: entry.value, newText: 'yes' }] : undefined;
  return edits ? [{ title: 'wait' as const, values: {}, edits, safe: false }] : [];
}
