import type { Configuration } from '../configuration/configuration';
import { type ListElement, listElements } from '../configuration/listElements';
import { alikeSmtpdServices, type ClassLookup, takesArgument } from '../configuration/restrictionLists';
import { restrictionIn } from '../knowledge/restrictions';
import type { ServiceEntry } from '../syntax/masterCf';
import { type Restriction, readRestrictions } from '../syntax/restrictionList';
import { withoutElement } from './listEdits';
import { once } from './once';
import { stranger } from './proofClients';
import { isPublic } from './publicService';
import { hasGuard, RECIPIENT, RELAY, type RelayLists, relayLists, writtenEntry } from './relayGuard';
import { rule } from './rule';

/** Reports a list that lets everybody relay although it has a guard: an open relay. */
export const permitBeforeGuard = rule({
  id: 'permit-before-guard',
  severity: 'error',
  en: {
    title: 'Open relay: everybody is let in before the guard',
    why: 'smtpd(8) takes the first answer in a list. When something that every client can get past stands before `reject_unauth_destination`, the guard is never asked, and strangers send their spam through your server.',
    messages: {
      open: ({ word }: { word: string }) =>
        `Open relay: \`${word}\` accepts every client before the restriction that stops relaying is reached.`,
      naked: ({ word }: { word: string }) =>
        `Open relay: \`${word}\` accepts every client that gives an IP address as its HELO name.`,
      remove: ({ word }: { word: string }) => `Remove \`${word}\``,
    },
  },
  ja: {
    title: 'オープンリレー: 中継を止める前に誰でも許可している',
    why: 'smtpd(8) はリストの中で最初に出た結論に従います。どのクライアントでも通るものが `reject_unauth_destination` より前にあると、そこまで調べられず、第三者がこのサーバーから迷惑メールを送れてしまいます。',
    messages: {
      open: ({ word }) =>
        `オープンリレーになっています。\`${word}\` が、中継を止める制限より前ですべてのクライアントを許可します。`,
      naked: ({ word }) =>
        `オープンリレーになっています。\`${word}\` は、HELO で IP アドレスを名乗るクライアントをすべて許可します。`,
      remove: ({ word }) => `\`${word}\` を消す`,
    },
  },
  examples: [
    {
      before:
        'smtpd_restriction_classes = friends\nfriends = permit\nsmtpd_relay_restrictions = friends, reject_unauth_destination\n#                          ^^^^^^^ permit-before-guard\n',
      after:
        'smtpd_restriction_classes = friends\nfriends = permit\nsmtpd_relay_restrictions = reject_unauth_destination\n',
      proof: { by: 'smtpd', says: '250 2.1.5 Ok', client: stranger() },
    },
    {
      version: '3.7',
      before:
        'smtpd_relay_restrictions = permit_mynetworks, permit_naked_ip_address, reject_unauth_destination\n#                                             ^^^^^^^^^^^^^^^^^^^^^^^ permit-before-guard\n',
      after: 'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n',
      proof: { by: 'smtpd', says: '250 2.1.5 Ok', client: stranger({ helo: '203.0.113.5' }) },
    },
    {
      before:
        'smtpd_relay_restrictions = check_client_access static:OK, reject_unauth_destination\n#                                              ^^^^^^^^^ permit-before-guard\n',
      proof: { by: 'smtpd', says: '250 2.1.5 Ok', client: stranger() },
    },
    {
      before:
        'smtpd_relay_restrictions = permit_mynetworks, check_client_access cidr:/etc/postfix/partners, reject_unauth_destination\nsmtpd_recipient_restrictions = permit_mynetworks, reject_rbl_client zen.example.org, permit\n',
    },
  ],
  check(configuration, report) {
    const isFirst = once();
    for (const service of openServices(configuration)) {
      const lists = relayLists(configuration, service);
      const door = lists && openDoor(configuration, lists, service);
      if (!door?.at || !isFirst(door.at)) continue;
      const entry = writtenEntry(configuration, door.list, service);
      const mayRemove = entry && door.at === door.inList && door.at.line === entry.value.line && !door.isArgument;
      const word = door.text;
      report({
        at: door.at,
        message: word.toLowerCase() === NAKED ? 'naked' : 'open',
        values: { word },
        fixes: mayRemove
          ? [{ title: 'remove', values: { word }, edits: [withoutElement(door.at, entry.value)], safe: false }]
          : [],
      });
    }
  },
});

const NAKED = 'permit_naked_ip_address';

/** What lets a stranger through. */
interface Door extends ListElement {
  readonly isArgument?: boolean;
}

/** How a list answers a client of whom nothing is known: it lets everybody `through` a door, refuses, or may do either. */
type Answer = { readonly through: Door } | 'refused' | 'unknown' | 'no opinion';

/** The services that are open to strangers. */
function openServices(configuration: Configuration): (ServiceEntry | undefined)[] {
  return alikeSmtpdServices(configuration).flatMap(({ first, all }) => {
    const lists = relayLists(configuration, first);
    const isOpen = lists && hasGuard(lists) && openDoor(configuration, lists, first);
    return isOpen ? all.filter((service) => isPublic(configuration, service)) : [];
  });
}

/** The element that lets everybody relay, with the name of its list; undefined where that is not certain. */
function openDoor(
  configuration: Configuration,
  { relay, recipient, classes }: RelayLists,
  service: ServiceEntry | undefined,
): (Door & { readonly list: string }) | undefined {
  for (const name of ['client', 'helo', 'sender', 'data', 'end_of_data']) {
    const elements = listElements(configuration, `smtpd_${name}_restrictions`, service);
    if (elements && !letsThrough(answerOf(configuration, elements, classes))) return undefined;
  }
  const answers = [
    { list: RELAY, answer: answerOf(configuration, relay ?? [], classes) },
    { list: RECIPIENT, answer: answerOf(configuration, recipient, classes) },
  ];
  if (!answers.every(({ answer }) => letsThrough(answer))) return undefined;
  for (const { list, answer } of answers) {
    if (typeof answer === 'object') return { ...answer.through, list };
  }
  return undefined;
}

function letsThrough(answer: Answer): boolean {
  return answer === 'no opinion' || typeof answer === 'object';
}

function answerOf(
  configuration: Configuration,
  elements: readonly ListElement[],
  classes: ClassLookup,
  inside: ReadonlySet<string> = new Set(),
): Answer {
  for (const restriction of readRestrictions(elements, (name) => takesArgument(configuration, name))) {
    const members = inside.has(restriction.word.text) ? undefined : classes(restriction.word.text);
    const answer = members
      ? answerOf(configuration, members, classes, new Set([...inside, restriction.word.text]))
      : answerOfOne(configuration, restriction);
    if (typeof answer === 'object') return members ? { through: restriction.word } : answer;
    if (answer === 'unknown' || (answer === 'refused' && !restriction.warnIfReject)) return answer;
  }
  return 'no opinion';
}

function answerOfOne({ version }: Configuration, { name, word, argument }: Restriction<ListElement>): Answer {
  const known = restrictionIn(version, name);
  if (name === '') return isStaticOk(word) ? { through: word } : 'unknown';
  if (name === 'permit' || (known && name === NAKED)) return { through: word };
  if (!known || known.guardsRelay || known.endsList) return 'refused';
  if (known.argument === 'lookup table') {
    const isPermit = !known.refusesPermit && argument && isStaticOk(argument);
    return isPermit ? { through: { ...argument, isArgument: true } } : 'unknown';
  }
  return known.argument === 'policy service' ? 'unknown' : 'no opinion';
}

/** `static:` gives the same answer for every key. */
function isStaticOk({ text }: ListElement): boolean {
  return /^static:(?:ok|relay|[0-9]+)$/i.test(text);
}
