import type { Configuration } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { listElements } from '../configuration/listElements';
import { splitText } from '../syntax/list';
import { networkAround, parseNetwork } from '../syntax/networkPattern';
import { type AddressClass, resolve } from './addresses';
import { matchesClient } from './matchList';
import { isCertainly } from './possible';
import type { Client, Question } from './question';
import { perConfiguration } from './remember';

/**
 * Who sends: somebody from anywhere, from `mynetworks`, from the machine itself (where `mynetworks` has others), with a
 * login, with a client certificate that the server knows.
 */
export type ClientKind = 'stranger' | 'trusted' | 'self' | 'login' | 'certificate';

/** From an address of this server, of others, or from nobody (a bounce). */
export type SenderKind = 'own' | 'foreign' | 'empty';

/** To which class of addresses; `subdomain`: below a domain that is relayed to. All of them exist. */
export type RecipientKind = 'local' | 'alias' | 'virtual' | 'relay' | 'subdomain' | 'postmaster' | 'foreign';

export interface Scenario {
  readonly client: ClientKind;
  readonly sender: SenderKind;
  readonly recipient: RecipientKind;
  readonly question: Question;
}

/** All combinations that the configuration gives a meaning to, with names and addresses that stand for each. */
export const scenariosOf = perConfiguration((configuration): readonly Scenario[] =>
  makeScenarios(onNamedMachine(configuration)),
);

/** A machine of which nothing is known has a name like none of the scenarios, and a loopback interface. */
export const onNamedMachine = perConfiguration((configuration): Configuration => {
  const { machine } = configuration;
  if (machine.hostName !== undefined) return configuration;
  const interfaces = [{ address: '127.0.0.1', prefix: 8 }];
  return { ...configuration, machine: { interfaces, ...machine, hostName: 'localhost.localdomain' } };
});

function makeScenarios(configuration: Configuration): Scenario[] {
  const foreign = FOREIGN.find((domain) => mayBe(configuration, domain, 'default')) ?? 'example.com';
  const others = FOREIGN.find((domain) => domain !== foreign && mayBe(configuration, domain, 'default')) ?? foreign;
  const recipients = recipientsOf(configuration, foreign);
  // A sender with a name such as localhost would be refused for that.
  const whole = recipients.find(([kind, address]) => kind !== 'foreign' && /@.*\./.test(address));
  const [ownKind, own] = whole ?? recipients.find(([kind]) => kind !== 'postmaster') ?? ['foreign', `user@${foreign}`];
  const senders: readonly [SenderKind, string, AddressClass][] = [
    ['own', own, classOf(ownKind)],
    ['foreign', `sender@${others}`, 'default'],
    ['empty', '', 'default'],
  ];
  return clientsOf(configuration).flatMap(([client, who]) =>
    senders.flatMap(([sender, from, senderClass]) =>
      recipients.map(([recipient, to]) => ({
        client,
        sender,
        recipient,
        question: {
          client: who,
          helo: `client.${others}`,
          sender: from,
          recipient: to,
          expects: { sender: senderClass, recipient: classOf(recipient) },
          recipientExists: true,
          // Whoever logs in sends from his own address, if it is one of this server.
          ownsSender: client === 'login' && sender === 'own',
        },
      })),
    ),
  );
}

function classOf(kind: RecipientKind): AddressClass {
  if (kind === 'foreign') return 'default';
  return kind === 'postmaster' ? 'local' : kind === 'subdomain' ? 'relay' : kind;
}

/** Domains and addresses for documentation (RFC 2606, 5737, 3849): no configuration trusts them by chance. */
const FOREIGN = ['example.com', 'example.net', 'example.org', 'example.edu', 'foreign.test', 'other.test'];
const STRANGERS = [
  ['203.0.113.5', '198.51.100.5', '192.0.2.5'],
  ['2001:db8::5', '3fff::5'],
];

/** Whether a domain is in a class, or may be as far as tables tell that can be read. */
function mayBe(configuration: Configuration, domain: string, kind: AddressClass): boolean {
  return resolve(configuration, '', `user@${domain}`).values.some((value) => value.class === kind);
}

/** The parameters that name the domains of each class. */
const DOMAINS: readonly (readonly [RecipientKind & AddressClass, string])[] = [
  ['local', 'mydestination'],
  ['alias', 'virtual_alias_domains'],
  ['virtual', 'virtual_mailbox_domains'],
  ['relay', 'relay_domains'],
];

function recipientsOf(configuration: Configuration, foreign: string): [RecipientKind, string][] {
  const found: [RecipientKind, string][] = [];
  for (const [kind, parameter] of DOMAINS) {
    const domain = domainIn(configuration, kind, parameter);
    if (domain === undefined) continue;
    found.push([kind, `user@${domain}`]);
    const isRelay = kind === 'relay' && mayBe(configuration, `sub.${domain}`, kind);
    if (isRelay) found.push(['subdomain', `user@sub.${domain}`]);
  }
  return [...found, ['postmaster', 'postmaster'], ['foreign', `user@${foreign}`]];
}

/** A domain of that class, the one that says most: no `localhost` where there is another, and a table's last. */
function domainIn(configuration: Configuration, kind: AddressClass, parameter: string): string | undefined {
  const words = splitText(expandedValue(configuration, parameter)).slice(0, MOST_DOMAINS);
  const domains = words
    .filter((word) => /^[^!/:[]+$/.test(word))
    .map((word) => word.replace(/^\./, 'host.').toLowerCase());
  const isLocalhost = (domain: string) => domain.startsWith('localhost');
  const inTable = words.some((word) => /^[^!].*:/.test(word)) ? [`${kind}.test`] : [];
  const inOrder = [...domains.filter((domain) => !isLocalhost(domain)), ...inTable, ...domains.filter(isLocalhost)];
  return inOrder.find((domain) => mayBe(configuration, domain, kind));
}

/** Among so many there is one that stands for all. */
const MOST_DOMAINS = 20;

const LOOPBACK = '127.0.0.1';

function clientsOf(configuration: Configuration): [ClientKind, Client][] {
  const isTrusted = (address: string) => matchesClient(configuration, 'mynetworks', { address });
  // Where no address of a kind is a stranger, everybody is trusted.
  const strangers = STRANGERS.map((addresses) => addresses.find((address) => isCertainly(isTrusted(address), false)));
  const whole = strangers.indexOf(undefined);
  const stranger = (whole < 0 ? strangers[0] : STRANGERS[whole]?.[0]) ?? '';
  const trusted = trustedAddresses(configuration).find((address) => isTrusted(address).values.includes(true));
  const at = (address: string): Client => ({ address, tls: true });
  return [
    ['stranger', at(stranger)],
    ...(trusted === undefined ? [] : [['trusted', at(trusted)] as [ClientKind, Client]]),
    ...(trusted === LOOPBACK ? [] : [['self', at(LOOPBACK)] as [ClientKind, Client]]),
    ['login', { ...at(stranger), login: 'user' }],
    ...(asksForCertificates(configuration)
      ? [['certificate', { ...at(stranger), certificate: { isTrusted: true } }] as [ClientKind, Client]]
      : []),
  ];
}

/** An address of each network in `mynetworks`, those of other machines first. */
function trustedAddresses(configuration: Configuration): string[] {
  const found = (listElements(configuration, 'mynetworks') ?? []).slice(0, MOST_DOMAINS).flatMap(({ text }) => {
    const network = parseNetwork(text);
    if (!network || typeof network === 'string') return [];
    const { address } = networkAround(network);
    if (address.includes(':')) return [address.endsWith('::') && network.prefix < 128 ? `${address}1` : address];
    return [network.prefix < 31 ? address.replace(/\d+$/, (last) => String(Number(last) + 1)) : address];
  });
  const isLocal = (address: string) => /^(?:::ffff:(?:127\.|7f)|127\.|::1$)/.test(address);
  return [...found.filter((address) => !isLocal(address)), ...found.filter(isLocal), LOOPBACK];
}

/** Whether some list looks at certificates. */
function asksForCertificates(configuration: Configuration): boolean {
  const files = [configuration.main?.file.text, configuration.master?.file.text];
  return files.some(
    (text) => text !== undefined && /\b(?:permit_tls_(?:all_)?clientcerts|check_ccert_access)\b/.test(text),
  );
}
