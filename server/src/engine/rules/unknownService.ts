import type { Configuration } from '../configuration/configuration';
import { expandedEntry, expandedValue } from '../configuration/effective';
import { parametersOf } from '../knowledge/parameters';
import { programNamed } from '../knowledge/services';
import { nearestName } from '../nearest';
import { type Slice, subSlice, textOf } from '../syntax/logicalLine';
import { type MasterCf, programOf } from '../syntax/masterCf';
import { parseTransportNexthop } from '../syntax/nexthop';
import { type Setting, settingsInEffect } from './entries';
import { isGarbled } from './garbled';
import { isWhole, socketNames, socketsNamed, WHOLE } from './localServices';
import { isPlaceholder } from './placeholder';
import { rule } from './rule';
import { isLiteral } from './values';

/** Reports a transport, or another service of master.cf, that is not there: "connect to transport private/…: No such file". */
export const unknownService = rule({
  id: 'unknown-service',
  severity: 'warning',
  en: {
    title: 'Service that master.cf does not have',
    why: 'A transport is a service of master.cf, with its name in the first column and `unix` in the second. If there is none of that name, mail that is meant for it stays in the queue as “mail transport unavailable”. A program that misses another service, such as the one in `cleanup_service_name`, waits for it and accepts no mail.',
    messages: {
      transport: ({ name, parameter }: { name: string; parameter: string }) =>
        `master.cf has no service \`${name}\` (type \`unix\`): mail that \`${parameter}\` sends there stays in the queue.`,
      service: ({ name, program }: { name: string; program: string }) =>
        `master.cf has no service \`${name}\`: \`${program}\` does not find it, and the mail goes no further.`,
      inet: ({ name }: { name: string }) =>
        `The service \`${name}\` of master.cf is of type \`inet\`, which listens on the network. Postfix looks for one of type \`unix\`: mail for it stays in the queue.`,
      change: ({ nearest }: { nearest: string }) => `Change to \`${nearest}\``,
    },
  },
  ja: {
    title: 'master.cf にないサービス',
    why: 'トランスポートは master.cf のサービスで、1 列目がその名前、2 列目が `unix` のものです。その名前のサービスがないと、そこに送るメールは「mail transport unavailable」となってキューに残ります。`cleanup_service_name` などに書いたサービスがないと、プログラムはそれを待ち続け、メールを受け付けません。',
    messages: {
      transport: ({ name, parameter }) =>
        `master.cf にサービス \`${name}\`（タイプ \`unix\`）がありません。\`${parameter}\` によってそこに送られるメールは、キューに残ります。`,
      service: ({ name, program }) =>
        `master.cf にサービス \`${name}\` がありません。\`${program}\` がそれを見つけられないため、メールは先に進みません。`,
      inet: ({ name }) =>
        `master.cf のサービス \`${name}\` のタイプは、ネットワークで待ち受ける \`inet\` です。Postfix はタイプ \`unix\` のサービスを探すため、そこへのメールはキューに残ります。`,
      change: ({ nearest }) => `\`${nearest}\` に変更`,
    },
  },
  examples: [
    {
      before: `compatibility_level = 3.6\ndefault_transport = smpt\n#                   ^^^^ unknown-service\n-- master.cf --\nsmtp unix - - n - - smtp\n${WHOLE}`,
      after: `compatibility_level = 3.6\ndefault_transport = smtp\n-- master.cf --\nsmtp unix - - n - - smtp\n${WHOLE}`,
      proof: { by: 'postfix', says: 'connect to transport private/smpt: No such file', recipient: 'user@example.org' },
    },
    {
      before: `compatibility_level = 3.6\ncontent_filter = scan:[127.0.0.1]:10024\n#                ^^^^ unknown-service\n-- master.cf --\nscan inet n - n - - smtp\nsmtp unix - - n - - smtp\n${WHOLE}`,
    },
    {
      before: `compatibility_level = 3.6\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o cleanup_service_name=pre-cleanup\n#                         ^^^^^^^^^^^ unknown-service\nsmtp unix - - n - - smtp\n${WHOLE}`,
      proof: {
        by: 'smtpd',
        says: 'connect #1 to subsystem public/pre-cleanup: No such file',
        client: ['EHLO client.example', 'MAIL FROM:<a@example.com>', 'RCPT TO:<b@discard.invalid>', 'DATA'],
      },
    },
    {
      before: `compatibility_level = 3.6\nvirtual_transport = lmtp:unix:private/dovecot-lmtp\nmailbox_transport = $virtual_transport\ncontent_filter =\ndefault_transport = error:no mail from here\nfilter = scan:[127.0.0.1]:10024\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o content_filter=$filter\nlmtp unix - - n - - lmtp\nscan unix - - n - - smtp\n${WHOLE}`,
    },
    { before: 'compatibility_level = 3.6\nvirtual_transport = dovecot\n-- master.cf --\n2525 inet n - n - - smtpd\n' },
  ],
  check(configuration, report) {
    const { master } = configuration;
    if (!master || !isWhole(master)) return;
    for (const setting of settingsInEffect(configuration)) {
      const named = serviceNamed(configuration, setting);
      if (!named || socketsNamed(master, named.name).length > 0) continue;
      const { name, at, isTransport } = named;
      const nearest = at && nearestName(name, socketNames(master));
      const fixes =
        nearest === undefined || !at
          ? []
          : [{ title: 'change' as const, values: { nearest }, edits: [{ at, newText: nearest }], safe: false }];
      const finding = { at: at ?? setting.entry.value, fixes };
      if (isTransport && hasInet(master, name)) report({ ...finding, message: 'inet', values: { name } });
      else if (isTransport) report({ ...finding, message: 'transport', values: { name, parameter: setting.name } });
      else report({ ...finding, message: 'service', values: { name, program: readerOf(setting) } });
    }
  },
});

interface NamedService {
  readonly name: string;
  /** Where it is written; absent where it comes from a `$name`. */
  readonly at?: Slice;
  readonly isTransport: boolean;
}

/** The service that a setting names, where a program reads that setting. */
function serviceNamed(
  configuration: Configuration,
  { name: parameter, entry, service }: Setting,
): NamedService | undefined {
  const { version } = configuration;
  const facts = parametersOf(version).get(parameter);
  const isTransport = facts?.holds === 'transport';
  if (!facts || (!isTransport && facts.holds !== 'service name') || isGarbled(entry)) return undefined;
  const { usedBy } = facts;
  if (service && !usedBy.includes('*') && !usedBy.includes(programOf(service))) return undefined;
  if (isTransport && !mayBeUsed(configuration, parameter)) return undefined;
  const value = expandedEntry(configuration, entry, service);
  if (value === undefined || isPlaceholder(value)) return undefined;
  const name = isTransport ? parseTransportNexthop(value).transport : value;
  if (name === '' || (!isTransport && (!NEEDED.has(parameter) || name === facts.default))) return undefined;
  return { name, isTransport, ...(isLiteral(entry) && { at: subSlice(entry.value, 0, name.length) }) };
}

/** Without these nothing goes on; the defaults are those of the stock file. */
const NEEDED = new Set(['cleanup_service_name', 'queue_service_name', 'rewrite_service_name']);

/** The transport of an address class without a domain takes no mail. */
function mayBeUsed(configuration: Configuration, transport: string): boolean {
  const domains = DOMAINS.get(transport);
  return domains === undefined || expandedValue(configuration, domains) !== '';
}
const DOMAINS: ReadonlyMap<string, string> = new Map([
  ['virtual_transport', 'virtual_mailbox_domains'],
  ['relay_transport', 'relay_domains'],
]);

function hasInet({ services }: MasterCf, name: string): boolean {
  return services.some(({ service, type }) => textOf(type) === 'inet' && textOf(service) === name);
}

function readerOf({ service }: Setting): string {
  const program = service && programOf(service);
  return program !== undefined && programNamed(program) ? program : 'Postfix';
}
