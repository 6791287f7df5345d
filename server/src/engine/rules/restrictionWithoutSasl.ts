import { type Configuration, overridesOf } from '../configuration/configuration';
import { type RestrictionList, restrictionLists } from '../configuration/restrictionLists';
import { restrictionIn } from '../knowledge/restrictions';
import { isGarbled } from './garbled';
import { once } from './once';
import { sender, stranger } from './proofClients';
import { reached } from './reached';
import { type Gate, gateOf, isSetTo, usersOf } from './restrictionUse';
import { rule } from './rule';
import { settingOfService } from './settingEdits';

/** Reports restrictions about logins in lists of services that offer no login. */
export const restrictionWithoutSasl = rule({
  id: 'restriction-without-sasl',
  severity: 'warning',
  en: {
    title: 'Restriction about logins where nobody can log in',
    why: 'smtpd(8) offers a login only where `smtpd_sasl_auth_enable` is `yes`, in `main.cf` or after `-o` of the service. Elsewhere `permit_sasl_authenticated` permits nobody, and the other restrictions that look at the login are skipped with a warning in the log.',
    messages: {
      ignored: ({ name }: { name: string }) =>
        `smtpd skips \`${name}\` with a warning: \`smtpd_sasl_auth_enable\` is \`no\` wherever this list is used.`,
      locksOut: ({ end }: { end: string }) =>
        `\`smtpd_sasl_auth_enable\` is \`no\` here, so nobody can log in, and \`${end}\` turns every client away.`,
      enable: ({ setting }: { setting: string }) => `Set \`${setting}\``,
    },
  },
  ja: {
    title: 'ログインできないところにあるログインの制限',
    why: 'smtpd(8) が SMTP認証を提供するのは、`main.cf` かサービスの `-o` で `smtpd_sasl_auth_enable` が `yes` になっている場合だけです。そうでなければ `permit_sasl_authenticated` では誰も許可されず、ログイン名を調べるほかの制限は、ログに警告を残して飛ばされます。',
    messages: {
      ignored: ({ name }) =>
        `このリストを使うどのサービスでも \`smtpd_sasl_auth_enable\` が \`no\` なので、smtpd は警告を記録して \`${name}\` を飛ばします。`,
      locksOut: ({ end }) =>
        `ここでは \`smtpd_sasl_auth_enable\` が \`no\` なので誰もログインできず、\`${end}\` によってすべてのクライアントが拒否されます。`,
      enable: ({ setting }) => `\`${setting}\` にする`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_client_restrictions=permit_sasl_authenticated,reject\n#                              ^^^^^^^^^^^^^^^^^^^^^^^^^ restriction-without-sasl\n',
      after:
        'compatibility_level = 3.6\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_client_restrictions=permit_sasl_authenticated,reject\n',
      proof: { by: 'smtpd', says: 'Client host rejected: Access denied', client: stranger({ login: 'alice' }) },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sender_login_maps = hash:/etc/postfix/senders\nsmtpd_sender_restrictions = reject_known_sender_login_mismatch\n#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ restriction-without-sasl\n-- master.cf --\nsmtp inet n - n - - smtpd\n',
      proof: {
        by: 'smtpd',
        says: "restriction `reject_known_sender_login_mismatch' ignored: no SASL support",
        client: sender(),
      },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sender_login_maps = hash:/etc/postfix/senders\nsmtpd_sender_restrictions = reject_sender_login_mismatch\n-- master.cf --\nsmtp inet n - n - - smtpd\n10587 inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n2525 inet n - n - - smtpd\n  -o smtpd_client_restrictions=permit_mynetworks,permit_sasl_authenticated,reject\n',
    },
  ],
  check(configuration, report) {
    const { main, master, version } = configuration;
    if (!main || !master) return;
    const isFirst = once();
    for (const list of restrictionLists(configuration)) {
      const locked = lockedOut(configuration, list);
      const skipped = reached(version, list.restrictions).filter(({ name }) => isSkipped(version, name));
      const about = locked?.entrances ?? skipped;
      if (about.length === 0 || isGarbled(list.entry) || !isWithoutLogin(configuration, list)) continue;
      const fixes = locked ? fixesOf(list) : [];
      for (const { word } of about) {
        if (!isFirst(word.at)) continue;
        if (locked) report({ at: word.at, message: 'locksOut', values: { end: locked.end.word.text }, fixes });
        else report({ at: word.at, message: 'ignored', values: { name: word.text } });
      }
    }
  },
});

const LOGIN = 'permit_sasl_authenticated';
const SASL = 'smtpd_sasl_auth_enable';

/** A list for mail that nobody gets through without a login. A class may be meant for some clients only. */
function lockedOut({ version }: Configuration, { stage, restrictions }: RestrictionList): Gate | undefined {
  const gate = stage === undefined || stage === 'etrn' ? undefined : gateOf(version, restrictions);
  return gate?.entrances.every(({ name }) => name === LOGIN) ? gate : undefined;
}

/** "restriction `…' ignored: no SASL support". */
function isSkipped(version: Configuration['version'], name: string): boolean {
  return name !== LOGIN && restrictionIn(version, name)?.needs === 'SASL';
}

function isWithoutLogin(configuration: Configuration, list: RestrictionList): boolean {
  return usersOf(configuration, list).every((service) => isSetTo(configuration, SASL, 'no', service));
}

/** At a service whose own list it is; main.cf may be meant for several. */
function fixesOf({ name, entry, service }: RestrictionList) {
  const own = service && overridesOf(service);
  if (!own || own.get(name) !== entry) return [];
  const value = own.get(SASL)?.value;
  const edit = value ? { at: value, newText: 'yes' } : settingOfService(service, SASL, 'yes');
  return [{ title: 'enable' as const, values: { setting: `${SASL} = yes` }, edits: [edit], safe: false }];
}
