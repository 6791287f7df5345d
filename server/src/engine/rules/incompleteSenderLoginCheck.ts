import type { Configuration } from '../configuration/configuration';
import { effectiveValue, writtenEntry } from '../configuration/effective';
import { listElements } from '../configuration/listElements';
import {
  alikeSmtpdServices,
  type RestrictionList,
  restrictionClasses,
  restrictionListOf,
  restrictionLists,
  restrictionParameters,
  takesArgument,
  type WrittenRestriction,
} from '../configuration/restrictionLists';
import { notYetTold } from '../configuration/restrictionStages';
import { restrictionIn } from '../knowledge/restrictions';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';
import { readRestrictions } from '../syntax/restrictionList';
import { isGarbled } from './garbled';
import { beforeElement, withoutElement } from './listEdits';
import { once } from './once';
import { stranger } from './proofClients';
import { reached } from './reached';
import { isSetTo, usersOf } from './restrictionUse';
import { rule, type Severity } from './rule';
import { settingAfter } from './settingEdits';
import { placeOf } from './values';

/** Reports logins that do not bind senders: a table without a restriction, a restriction without a table, or too late. */
export const incompleteSenderLoginCheck = rule({
  id: 'incomplete-sender-login-check',
  severity: 'warning',
  en: {
    title: 'Sender addresses that are not bound to logins',
    why: 'Two things bind a sender address to a login: the table `smtpd_sender_login_maps`, which says whose it is, and a restriction such as `reject_sender_login_mismatch`, which looks there, before `permit_sasl_authenticated` ends the list. Without the restriction every user may write under any name; without the table `reject_sender_login_mismatch` refuses everybody who has logged in.',
    messages: {
      unused: () =>
        'No restriction looks into this table: users may send under any address. Add `reject_authenticated_sender_login_mismatch`.',
      refusesAll: ({ name }: { name: string }) =>
        `\`smtpd_sender_login_maps\` is empty, so no address belongs to anybody: \`${name}\` refuses all who have logged in.`,
      noTable: ({ name }: { name: string }) =>
        `\`${name}\` has nothing to look into: \`smtpd_sender_login_maps\` is empty.`,
      tooLate: ({ name, login }: { name: string; login: string }) =>
        `\`${login}\` before it permits all who have logged in: \`${name}\` does not look at their sender.`,
      add: ({ setting }: { setting: string }) => `Add \`${setting}\``,
      move: ({ login }: { login: string }) => `Move before \`${login}\``,
    },
  },
  ja: {
    title: 'ログインと結び付いていない送信者アドレス',
    why: '送信者アドレスをログインに結び付けるには、二つのものが必要です。誰のアドレスかを示すテーブル `smtpd_sender_login_maps` と、それを調べる `reject_sender_login_mismatch` などの制限です。制限は、リストを終わらせる `permit_sasl_authenticated` より前に書きます。制限がないと、利用者は誰の名前でも送信できます。テーブルがないと、`reject_sender_login_mismatch` はログインした人を全員拒否します。',
    messages: {
      unused: () =>
        'このテーブルを調べる制限がないため、利用者はどのアドレスでも送信できます。`reject_authenticated_sender_login_mismatch` を加えてください。',
      refusesAll: ({ name }) =>
        `\`smtpd_sender_login_maps\` が空で、どのアドレスも誰のものでもないため、\`${name}\` はログインした人を全員拒否します。`,
      noTable: ({ name }) => `\`smtpd_sender_login_maps\` が空なので、\`${name}\` には調べるものがありません。`,
      tooLate: ({ name, login }) =>
        `前にある \`${login}\` がログインした人を全員許可するため、\`${name}\` はその送信者を調べません。`,
      add: ({ setting }) => `\`${setting}\` を加える`,
      move: ({ login }) => `\`${login}\` の前に移す`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sender_login_maps = hash:/etc/postfix/senders\n#                         ^^^^^^^^^^^^^^^^^^^^^^^^^ incomplete-sender-login-check\n-- master.cf --\n2525 inet n - n - - smtpd\n',
      after:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sender_login_maps = hash:/etc/postfix/senders\nsmtpd_sender_restrictions = reject_authenticated_sender_login_mismatch\n-- master.cf --\n2525 inet n - n - - smtpd\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sender_restrictions = reject_sender_login_mismatch\n#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ incomplete-sender-login-check\n-- master.cf --\n2525 inet n - n - - smtpd\n',
      proof: {
        by: 'smtpd',
        says: 'Sender address rejected: not owned by user alice',
        client: stranger({ login: 'alice' }),
      },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sender_login_maps = hash:/etc/postfix/senders\nsmtpd_sender_restrictions = permit_sasl_authenticated, reject_authenticated_sender_login_mismatch\n#                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ incomplete-sender-login-check\n-- master.cf --\n2525 inet n - n - - smtpd\n',
      after:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sender_login_maps = hash:/etc/postfix/senders\nsmtpd_sender_restrictions = reject_authenticated_sender_login_mismatch, permit_sasl_authenticated\n-- master.cf --\n2525 inet n - n - - smtpd\n',
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_sasl_auth_enable = yes\nsmtpd_sender_login_maps = hash:/etc/postfix/senders\nsmtpd_sender_restrictions = check_sender_access hash:/etc/postfix/sender_rules\n-- master.cf --\n2525 inet n - n - - smtpd\n10587 inet n - n - - smtpd\n  -o smtpd_sender_restrictions=reject_sender_login_mismatch,permit_sasl_authenticated,reject\n  -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject_known_sender_login_mismatch,reject\n',
    },
  ],
  check(configuration, report) {
    const { main, master } = configuration;
    if (!main || !master) return;

    for (const { entry, users } of unusedTables(configuration)) {
      const isFree = users.every((service) => !writtenEntry(configuration, SENDER, service));
      const edits = [settingAfter(entry, SENDER, CHECK)];
      const fix = { title: 'add' as const, values: { setting: `${SENDER} = ${CHECK}` }, edits, safe: false };
      if (!isGarbled(entry)) report({ at: placeOf(entry), message: 'unused', values: {}, fixes: isFree ? [fix] : [] });
    }

    const isFirst = once();
    for (const list of restrictionLists(configuration)) {
      const checks = checksIn(configuration, list);
      if (checks.length === 0 || isGarbled(list.entry)) continue;
      const use = useOf(configuration, list);
      for (const check of checks) {
        const mistake = mistakeIn(check, use);
        const { word } = check.restriction;
        if (!mistake || !isFirst(word.at)) continue;
        const { message, severity } = mistake;
        const values = { name: word.text, login: check.login?.word.text ?? '' };
        report({ at: word.at, message, values, severity, fixes: message === 'tooLate' ? fixesOf(list, check) : [] });
      }
    }
  },
});

const MAPS = 'smtpd_sender_login_maps';
const SENDER = 'smtpd_sender_restrictions';
const SASL = 'smtpd_sasl_auth_enable';
const CHECK = 'reject_authenticated_sender_login_mismatch';

/** They refuse a user whose sender belongs to nobody (FORBID_UNKNOWN_SENDER in smtpd_check.c). */
const WANTS_OWNER: ReadonlySet<string> = new Set([CHECK, 'reject_sender_login_mismatch']);
const LOOKS_AT_USERS: ReadonlySet<string> = new Set([...WANTS_OWNER, 'reject_known_sender_login_mismatch']);

/** Whether a service has the table; `unknown` where `$name` may say what only the machine knows. */
function tableOf(configuration: Configuration, service: ServiceEntry | undefined): 'set' | 'empty' | 'unknown' {
  const found = effectiveValue(configuration, MAPS, service);
  if (!found || found.expanded === undefined || (found.expanded === '' && found.value !== '')) return 'unknown';
  return found.expanded === '' ? 'empty' : 'set';
}

/** A restriction that looks into the table. */
interface Check {
  readonly restriction: WrittenRestriction;
  /** What permits all who have logged in before it. */
  readonly login?: WrittenRestriction;
}

function checksIn(configuration: Configuration, { restrictions, stage, service }: RestrictionList): Check[] {
  const checks: Check[] = [];
  let login: WrittenRestriction | undefined;
  for (const restriction of reached(configuration.version, restrictions)) {
    if (restriction.name === 'permit_sasl_authenticated') login ??= restriction;
    const known = restrictionIn(configuration.version, restriction.name);
    const isCheck = known?.uses?.includes(MAPS) && !notYetTold(configuration, known, stage, service);
    if (isCheck) checks.push({ restriction, ...(login && { login }) });
  }
  return checks;
}

/** What is true of all services that use a list and let their clients log in. */
interface Use {
  readonly table: 'set' | 'empty' | 'unknown';
  readonly isClass: boolean;
  /** Another list looks at those who have logged in. */
  readonly isCheckedElsewhere: boolean;
}

function useOf(configuration: Configuration, list: RestrictionList): Use {
  const users = usersOf(configuration, list).filter((service) => isSetTo(configuration, SASL, 'yes', service));
  const [table = 'unknown', ...others] = new Set(users.map((service) => tableOf(configuration, service)));
  return {
    table: others.length > 0 ? 'unknown' : table,
    isClass: list.stage === undefined,
    isCheckedElsewhere: users.every((service) => isCheckedByAnyList(configuration, service)),
  };
}

interface Mistake {
  readonly message: 'refusesAll' | 'noTable' | 'tooLate';
  readonly severity: Severity;
}

function mistakeIn({ restriction, login }: Check, { table, isClass, isCheckedElsewhere }: Use): Mistake | undefined {
  if (table === 'empty') {
    const refuses = !isClass && !login && WANTS_OWNER.has(restriction.name);
    return refuses ? { message: 'refusesAll', severity: 'warning' } : { message: 'noTable', severity: 'info' };
  }
  if (table === 'unknown' || !login || isCheckedElsewhere || !LOOKS_AT_USERS.has(restriction.name)) return undefined;
  // The others still look at those who have not logged in.
  return { message: 'tooLate', severity: restriction.name === CHECK ? 'warning' : 'info' };
}

function fixesOf({ entry }: RestrictionList, { restriction, login }: Check) {
  if (!login || [login, restriction].some(({ word }) => word.at !== word.inList)) return [];
  const { at, text } = restriction.word;
  const edits = [beforeElement(login.word.at, text), withoutElement(at, entry.value)];
  return [{ title: 'move' as const, values: { login: login.word.text }, edits, safe: false }];
}

/** Whether some list of a service looks at its users, before it permits them. */
function isCheckedByAnyList(configuration: Configuration, service: ServiceEntry | undefined): boolean {
  return restrictionParameters(configuration).some(({ name }) => {
    const entry = writtenEntry(configuration, name, service);
    const list = entry && restrictionListOf(configuration, entry, service);
    return (
      list !== undefined &&
      checksIn(configuration, list).some(({ restriction, login }) => !login && LOOKS_AT_USERS.has(restriction.name))
    );
  });
}

/** The tables that are set for some services, and in none of them looked into. */
function unusedTables(configuration: Configuration): { entry: ParameterEntry; users: (ServiceEntry | undefined)[] }[] {
  const tables = new Map<ParameterEntry, (ServiceEntry | undefined)[]>();
  for (const { first } of alikeSmtpdServices(configuration)) {
    const entry = writtenEntry(configuration, MAPS, first);
    const users = entry && tables.get(entry);
    if (users) users.push(first);
    else if (entry) tables.set(entry, [first]);
  }
  return [...tables]
    .map(([entry, users]) => ({ entry, users }))
    .filter(
      ({ users }) =>
        users.some((service) => isSetTo(configuration, SASL, 'yes', service)) &&
        users.every((service) => tableOf(configuration, service) === 'set' && !mayCheck(configuration, service)),
    );
}

/** Whether some list of a service names such a restriction, or may find one in a table or at a policy server. */
function mayCheck(configuration: Configuration, service: ServiceEntry | undefined): boolean {
  const classes = new Set(restrictionClasses(configuration, service));
  const names = [...restrictionParameters(configuration).map(({ name }) => name), ...classes];
  return names.some((list) => {
    const elements = listElements(configuration, list, service);
    if (!elements) return true;
    return readRestrictions(elements, (name) => takesArgument(configuration, name)).some(({ name, word }) => {
      const known = restrictionIn(configuration.version, name);
      if (!known) return !classes.has(word.text);
      const { argument, uses } = known;
      return argument === 'lookup table' || argument === 'policy service' || uses?.includes(MAPS) === true;
    });
  });
}
