import type { Configuration } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import {
  type RestrictionList,
  restrictionLists,
  smtpdServices,
  type WrittenRestriction,
} from '../configuration/restrictionLists';
import { restrictionIn } from '../knowledge/restrictions';
import type { ServiceEntry } from '../syntax/masterCf';
import { beforeElement, withoutElement } from './listEdits';
import { once } from './once';
import { stranger } from './proofClients';
import { RECIPIENT, RELAY, writtenEntry } from './relayGuard';
import { rule } from './rule';

const LOGIN = 'permit_sasl_authenticated';

/** Reports a login that is asked for only after relaying was refused. */
export const loginTooLate = rule({
  id: 'login-too-late',
  severity: 'warning',
  en: {
    title: 'Login is accepted too late',
    why: 'smtpd(8) takes the first answer in a list. After `reject_unauth_destination` there are only your own domains left: users who log in to send mail to others have already got `Relay access denied`.',
    messages: {
      late: ({ guard }: { guard: string }) =>
        `\`${guard}\` before it has already refused mail to other domains: users who log in cannot send there.`,
      move: ({ guard }: { guard: string }) => `Move before \`${guard}\``,
    },
  },
  ja: {
    title: '認証したユーザーの許可が遅すぎる',
    why: 'smtpd(8) はリストの中で最初に出た結論に従います。`reject_unauth_destination` の後ろでは自分のドメイン宛てのメールしか残っておらず、外へ送るために SMTP認証をしたユーザーは、すでに `Relay access denied` で拒否されています。',
    messages: {
      late: ({ guard }) =>
        `前にある \`${guard}\` がほかのドメイン宛てのメールを先に拒否するため、SMTP認証をしたユーザーも外へ送れません。`,
      move: ({ guard }) => `\`${guard}\` の前に移す`,
    },
  },
  examples: [
    {
      before:
        'smtpd_sasl_auth_enable = yes\nsmtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination, permit_sasl_authenticated\n#                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ login-too-late\n',
      after:
        'smtpd_sasl_auth_enable = yes\nsmtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination\n',
      proof: {
        by: 'smtpd',
        says: '554 5.7.1 <b@example.org>: Relay access denied',
        client: stranger({ login: 'alice' }),
      },
    },
    {
      before:
        'smtpd_sasl_auth_enable = yes\nsmtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination\n',
    },
    { before: 'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination, permit_sasl_authenticated\n' },
    {
      before:
        'smtpd_sasl_auth_enable = yes\nsmtpd_relay_restrictions = reject_unauth_destination, permit_sasl_authenticated, reject_unknown_client_hostname\n',
    },
  ],
  check(configuration, report) {
    const isFirst = once();
    for (const list of restrictionLists(configuration)) {
      if (list.name !== RELAY && list.name !== RECIPIENT) continue;
      const found = lateLogin(configuration, list);
      if (!found || !isUsedWithLogin(configuration, list) || !isFirst(found.login.word.at)) continue;
      const { guard, login } = found;
      const { value } = list.entry;
      const areHere = [guard, login].every(({ word }) => word.at === word.inList);
      report({
        at: login.word.at,
        message: 'late',
        values: { guard: guard.word.text },
        fixes: areHere
          ? [
              {
                title: 'move',
                values: { guard: guard.word.text },
                edits: [beforeElement(guard.word.at, login.word.text), withoutElement(login.word.at, value)],
                safe: false,
              },
            ]
          : [],
      });
    }
  },
});

interface LateLogin {
  readonly guard: WrittenRestriction;
  readonly login: WrittenRestriction;
}

/**
 * A list that lets nobody relay is meant that way: only where somebody is let through before the guard, the login
 * after it must have been meant to stand there too.
 */
function lateLogin({ version }: Configuration, { restrictions }: RestrictionList): LateLogin | undefined {
  let guard: WrittenRestriction | undefined;
  let letsSomeRelay = false;
  for (const restriction of restrictions) {
    const { name, warnIfReject } = restriction;
    if (name === LOGIN) return guard && letsSomeRelay ? { guard, login: restriction } : undefined;
    const known = restrictionIn(version, name);
    if (known?.endsList || (!guard && mayKnowLogins(name, known?.argument))) return undefined;
    if (isUnauthDestination(name) && !warnIfReject) guard ??= restriction;
    else if (!guard && name.startsWith('permit_')) letsSomeRelay = true;
  }
  return undefined;
}

function isUnauthDestination(name: string): boolean {
  return name === 'reject_unauth_destination' || name === 'defer_unauth_destination';
}

/** What may let logged-in users through by itself: a policy service, a class, what is not known. */
function mayKnowLogins(name: string, argument: string | undefined): boolean {
  return (
    name === 'check_sasl_access' ||
    argument === 'policy service' ||
    !/^(?:check|permit|reject|defer|warn)_|^$|^sleep$/.test(name)
  );
}

/** Whether some service that gets this list lets its clients log in. */
function isUsedWithLogin(configuration: Configuration, list: RestrictionList): boolean {
  const hasLogin = (service: ServiceEntry | undefined) =>
    expandedValue(configuration, 'smtpd_sasl_auth_enable', service).toLowerCase() === 'yes';
  return smtpdServices(configuration).some(
    (service) => writtenEntry(configuration, list.name, service) === list.entry && hasLogin(service),
  );
}
