import { startedAccess } from '../access/access';
import { type Answer, getsThrough } from '../access/answer';
import type { Question } from '../access/question';
import { RECIPIENT, RELAY } from '../access/relayGuard';
import { onNamedMachine } from '../access/scenarios';
import type { Configuration } from '../configuration/configuration';
import { writtenEntry } from '../configuration/effective';
import { listElements } from '../configuration/listElements';
import { isPublic } from '../configuration/publicService';
import { restrictionLists } from '../configuration/restrictionLists';
import { type Slice, textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { isInNetwork, type Network, parseNetwork } from '../syntax/networkPattern';
import { withoutElement } from './listEdits';
import { once } from './once';
import { stranger } from './proofClients';
import { answeringServices, answersTo, entranceOf, isWrittenThere } from './relayAnswers';
import { rule } from './rule';

/** A message of a stranger that gets through. */
interface Witness {
  readonly client: string;
  readonly sender: string;
  readonly recipient: string;
}

const witness = ({ client, sender, recipient }: Witness) =>
  `${client} can send from \`<${sender}>\` to \`<${recipient}>\`.`;

const witnessJa = ({ client, sender, recipient }: Witness) =>
  `${client} から、送信者 \`<${sender}>\`、宛先 \`<${recipient}>\` のメールを送れます。`;

/** Reports what lets strangers send to anywhere, with a message that would get through. */
export const openRelay = rule({
  id: 'open-relay',
  severity: 'error',
  en: {
    title: 'Open relay: strangers may send to anywhere',
    why: 'smtpd(8) takes the first answer in a list. When something that every client can get past stands before `reject_unauth_destination`, or `mynetworks` trusts the whole Internet, the guard is never asked. Strangers then send their spam through your server, and other servers stop taking mail from it within hours.',
    messages: {
      open: ({ word, ...mail }: Witness & { word: string }) =>
        `Open relay: \`${word}\` accepts every client before relaying is refused. ${witness(mail)}`,
      forged: ({ word, ...mail }: Witness & { word: string }) =>
        `Open relay: \`${word}\` trusts a sender address, which anybody can claim. ${witness(mail)}`,
      naked: ({ word, ...mail }: Witness & { word: string }) =>
        `Open relay: \`${word}\` accepts every client that gives an IP address as its HELO name. ${witness(mail)}`,
      networks: ({ word, ...mail }: Witness & { word: string }) =>
        `Open relay: \`${word}\` in \`mynetworks\` trusts clients of the whole Internet. ${witness(mail)}`,
      wide: ({ word, addresses }: { word: string; addresses: number }) =>
        `\`${word}\` in \`mynetworks\` lets ${addresses.toLocaleString('en')} addresses of other people send to anywhere.`,
      remove: ({ word }: { word: string }) => `Remove \`${word}\``,
    },
  },
  ja: {
    title: 'オープンリレー: 誰でもどこへでも送信できる',
    why: 'smtpd(8) はリストの中で最初に出た結論に従います。どのクライアントでも通るものが `reject_unauth_destination` より前にあるか、`mynetworks` がインターネット全体を信頼していると、中継を止める制限まで調べられません。第三者がこのサーバーから迷惑メールを送り、ほかのサーバーは数時間のうちにここからのメールを受け取らなくなります。',
    messages: {
      open: ({ word, ...mail }) =>
        `オープンリレーになっています。\`${word}\` が、中継を止める制限より前ですべてのクライアントを許可します。${witnessJa(mail)}`,
      forged: ({ word, ...mail }) =>
        `オープンリレーになっています。\`${word}\` は、誰でも名乗れる送信者アドレスを信用して許可します。${witnessJa(mail)}`,
      naked: ({ word, ...mail }) =>
        `オープンリレーになっています。\`${word}\` は、HELO で IP アドレスを名乗るクライアントをすべて許可します。${witnessJa(mail)}`,
      networks: ({ word, ...mail }) =>
        `オープンリレーになっています。\`mynetworks\` の \`${word}\` が、インターネット全体のクライアントを信頼しています。${witnessJa(mail)}`,
      wide: ({ word, addresses }) =>
        `\`mynetworks\` の \`${word}\` により、他人のものも含む ${addresses.toLocaleString('en')} 個のアドレスからどこへでも送信できます。`,
      remove: ({ word }) => `\`${word}\` を消す`,
    },
  },
  examples: [
    {
      before:
        'smtpd_restriction_classes = friends\nfriends = permit\nsmtpd_relay_restrictions = friends, reject_unauth_destination\n#                          ^^^^^^^ open-relay\n',
      after:
        'smtpd_restriction_classes = friends\nfriends = permit\nsmtpd_relay_restrictions = reject_unauth_destination\n',
      proof: { by: 'smtpd', says: '250 2.1.5 Ok', client: stranger() },
    },
    {
      version: '3.7',
      before:
        'smtpd_relay_restrictions = permit_mynetworks, permit_naked_ip_address, reject_unauth_destination\n#                                             ^^^^^^^^^^^^^^^^^^^^^^^ open-relay\n',
      after: 'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n',
      proof: { by: 'smtpd', says: '250 2.1.5 Ok', client: stranger({ helo: '203.0.113.5' }) },
    },
    {
      before:
        'smtpd_relay_restrictions = check_client_access static:OK, reject_unauth_destination\n#                                              ^^^^^^^^^ open-relay\n',
      proof: { by: 'smtpd', says: '250 2.1.5 Ok', client: stranger() },
    },
    {
      before:
        'mynetworks = 127.0.0.0/8, 0.0.0.0/0\n#                         ^^^^^^^^^ open-relay\nsmtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n',
      proof: { by: 'smtpd', says: '250 2.1.5 Ok', client: stranger() },
    },
    {
      before:
        'mydestination = example.jp\nsmtpd_relay_restrictions =\nsmtpd_recipient_restrictions = check_sender_access inline:{example.jp=OK}, reject_unauth_destination\n#                                                  ^^^^^^^^^^^^^^^^^^^^^^ open-relay\n',
      proof: { by: 'smtpd', says: '250 2.1.5 Ok', client: stranger({ from: 'user@example.jp' }) },
    },
    {
      before:
        'mynetworks = 127.0.0.0/8, 10.0.0.0/8, 34.0.0.0/8\n#                                     ^^^^^^^^^^ open-relay\nsmtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n',
    },
    {
      before:
        'smtpd_relay_restrictions = permit_mynetworks, check_client_access cidr:/etc/postfix/partners, reject_unauth_destination\nsmtpd_recipient_restrictions = permit_mynetworks, reject_rbl_client zen.example.org, permit\n',
    },
  ],
  check(configuration, report) {
    const isFirst = once();
    for (const { first, all } of answeringServices(configuration)) {
      if (!all.some((service) => isPublic(configuration, service))) continue;
      const door = openDoor(configuration, first);
      if (door) {
        const { how, word, at, mail } = door;
        if (at && isFirst(at)) {
          report({ at, message: how, values: { word, ...mail }, fixes: removal(configuration, first, door) });
        }
        continue;
      }
      const wide = wideNetworks(configuration, first);
      if (wide.length === 0 || !doTrustedRelay(configuration, first)) continue;
      for (const { word, at, addresses } of wide) {
        if (isFirst(at)) report({ at, message: 'wide', values: { word, addresses }, severity: 'warning' });
      }
    }
  },
});

/** What lets a stranger through. */
interface Door {
  readonly how: 'open' | 'forged' | 'naked' | 'networks';
  readonly word: string;
  /** Absent where it is not written, but a default. */
  readonly at: Slice | undefined;
  /** The restriction list that lets the stranger through. */
  readonly list?: string;
  readonly mail: Witness;
}

function openDoor(configuration: Configuration, service: ServiceEntry | undefined): Door | undefined {
  const answers = [...answersTo(configuration, service, 'stranger', 'foreign')];
  const open = answers.filter(({ answer }) => getsThrough(answer));
  const [found] = open.filter(({ scenario }) => scenario.sender !== 'empty').concat(open);
  if (found) {
    const { question } = found.scenario;
    const isForged = open.length < answers.length;
    return doorOf(configuration, service, found.answer, question, isForged ? 'forged' : 'open');
  }
  const question = answers[0]?.scenario.question;
  if (!question || !usesNakedAddress(configuration)) return undefined;
  const naked = { ...question, helo: question.client.address };
  const answer = startedAccess(onNamedMachine(configuration), service).ask(naked);
  return getsThrough(answer) ? doorOf(configuration, service, answer, naked, 'naked') : undefined;
}

function doorOf(
  configuration: Configuration,
  service: ServiceEntry | undefined,
  answer: Answer,
  { client, sender, recipient }: Question,
  how: 'open' | 'forged' | 'naked',
): Door | undefined {
  const by = entranceOf(answer);
  if (!by) return undefined;
  const mail = { client: client.address, sender, recipient };
  if (by.text.toLowerCase() === 'permit_mynetworks') {
    const network = networksOf(configuration, service).find((one) => isInNetwork(client.address, one));
    return network && { how: 'networks', word: network.word, at: network.at, mail };
  }
  const isInClass = by.list !== RELAY && by.list !== RECIPIENT;
  const at = isInClass ? by.inList : (by.argumentAt ?? by.at);
  return { how, word: at ? textOf(at) : by.text, at, mail, ...(by.list !== undefined && { list: by.list }) };
}

/** Takes the restriction out, where it stands in the list itself and has no argument. */
function removal(configuration: Configuration, service: ServiceEntry | undefined, { how, word, at }: Door) {
  const entry = [RELAY, RECIPIENT]
    .map((name) => writtenEntry(configuration, name, service))
    .find((written) => written && at && isWrittenThere(at, written));
  if (!entry || !at || how === 'networks' || word.includes(':')) return [];
  return [{ title: 'remove' as const, values: { word }, edits: [withoutElement(at, entry.value)], safe: false }];
}

/** Whether some list believes a client that gives its address for its name. */
function usesNakedAddress(configuration: Configuration): boolean {
  return restrictionLists(configuration).some(({ restrictions }) => restrictions.some(({ name }) => name === NAKED));
}
const NAKED = 'permit_naked_ip_address';

function doTrustedRelay(configuration: Configuration, service: ServiceEntry | undefined): boolean {
  return [...answersTo(configuration, service, 'trusted', 'foreign')].some(
    ({ answer }) => entranceOf(answer)?.text.toLowerCase() === 'permit_mynetworks',
  );
}

interface WrittenNetwork extends Network {
  readonly word: string;
  readonly at: Slice;
}

/** The networks in `mynetworks`, where they are written; those of a default stand for `mynetworks_style`. */
function networksOf(configuration: Configuration, service: ServiceEntry | undefined): WrittenNetwork[] {
  const style = writtenEntry(configuration, 'mynetworks_style', service)?.value;
  return (listElements(configuration, 'mynetworks', service) ?? []).flatMap(({ text, at = style }) => {
    const network = parseNetwork(text);
    return network && typeof network === 'object' && at ? [{ ...network, word: text, at }] : [];
  });
}

/** Networks so large that nobody owns all of them (class A networks were given away whole, and are shared today). */
function wideNetworks(configuration: Configuration, service: ServiceEntry | undefined) {
  return networksOf(configuration, service)
    .filter(({ address, prefix }) => !address.includes(':') && prefix <= 8 && !/^(?:0|10|127)\./.test(address))
    .map((network) => ({ ...network, addresses: 2 ** (32 - network.prefix) }));
}
