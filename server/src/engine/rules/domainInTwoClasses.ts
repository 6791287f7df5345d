import { type Configuration, overridesOf } from '../configuration/configuration';
import { type ListElement, listElements } from '../configuration/listElements';
import type { Slice } from '../syntax/logicalLine';
import { programOf } from '../syntax/masterCf';
import { isGarbled } from './garbled';
import { rule } from './rule';

/**
 * The lists of the address classes, in the order in which resolve_addr in resolve.c asks them: the first that has the
 * domain decides.
 */
const CLASSES = ['mydestination', 'virtual_alias_domains', 'virtual_mailbox_domains', 'relay_domains'] as const;
type Class = (typeof CLASSES)[number];

const VIRTUAL = ['virtual_alias_domains', 'virtual_mailbox_domains'] as const;

/** Reports a domain in two lists of address classes: "do not list domain … in BOTH … and …". */
export const domainInTwoClasses = rule({
  id: 'domain-in-two-classes',
  severity: 'warning',
  en: {
    title: 'Domain that is listed twice',
    why: 'A domain belongs to one class: local (`mydestination`), virtual alias, virtual mailbox or relay. Where two lists have it, the first of these decides: the mailboxes of a virtual domain that is also local are never looked at, and mail to them is refused as "User unknown".',
    messages: {
      mailbox: ({ domain, first }: { domain: string; first: string }) =>
        `\`${domain}\` is in \`${first}\` as well, and that wins: the mailboxes of this domain are not looked at, and mail to them is refused as "User unknown".`,
      other: ({ domain, first, second }: { domain: string; first: string; second: string }) =>
        `\`${domain}\` is in \`${first}\` as well, and that wins: for this domain \`${second}\` has no effect, and Postfix logs a warning with each message.`,
    },
  },
  ja: {
    title: '二重に登録されたドメイン',
    why: 'ドメインは、ローカル（`mydestination`）、仮想エイリアス、仮想メールボックス、リレーのどれか一つに属します。二つのリストに書くと、この順で先のものが優先されます。仮想ドメインをローカルのリストにも書くと、そのメールボックスは調べられず、宛てたメールは "User unknown" として拒否されます。',
    messages: {
      mailbox: ({ domain, first }) =>
        `\`${domain}\` は \`${first}\` にもあり、そちらが優先されます。このドメインのメールボックスは調べられず、そこ宛てのメールは "User unknown" として拒否されます。`,
      other: ({ domain, first, second }) =>
        `\`${domain}\` は \`${first}\` にもあり、そちらが優先されます。このドメインについて \`${second}\` は効かず、メールのたびに警告が記録されます。`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nmydestination = localhost, example.jp\nvirtual_mailbox_domains = example.jp, example.org\n#                         ^^^^^^^^^^ domain-in-two-classes\nvirtual_transport = lmtp:unix:private/dovecot-lmtp\n',
      proof: {
        by: 'postfix',
        recipient: 'b@example.jp',
        says: 'do not list domain example.jp in BOTH mydestination and virtual_mailbox_domains',
      },
    },
    {
      before:
        'compatibility_level = 3.6\nmyhostname = Mail.example.jp\nvirtual_alias_domains = mail.example.jp\n#                       ^^^^^^^^^^^^^^^ domain-in-two-classes\nvirtual_alias_maps = inline:{ a@mail.example.jp=b@example.org }\n',
    },
    {
      before:
        'compatibility_level = 3.6\nmydestination = localhost\nvirtual_mailbox_domains = example.jp, hash:/etc/postfix/domains\nrelay_domains = $mydestination, mail.example.jp\nvirtual_transport = lmtp:unix:private/dovecot-lmtp\n',
    },
  ],
  check(configuration, report) {
    if (isOverridden(configuration)) return;
    const lists = new Map(VIRTUAL.map((name) => [name as Class, domainsIn(configuration, name)]));
    // Most servers have no virtual domains, but some have long lists of the others.
    if (![...lists.values()].some((list) => list && list.size > 0)) return;
    for (const name of ['mydestination', 'relay_domains'] as const) lists.set(name, domainsIn(configuration, name));
    for (const [i, second] of CLASSES.entries()) {
      for (const [domain, at] of lists.get(second) ?? []) {
        const first = CLASSES.slice(0, i).find((name) => lists.get(name)?.has(domain));
        const place = at ?? (first && lists.get(first)?.get(domain));
        // By default relay_domains has all of mydestination: resolve_addr says nothing of these two.
        if (!first || !place || (first === 'mydestination' && second === 'relay_domains')) continue;
        if (second === 'virtual_mailbox_domains') report({ at: place, message: 'mailbox', values: { domain, first } });
        // Aliases hold for addresses of every class, and mail that was to be relayed is delivered here.
        else report({ at: place, message: 'other', severity: 'info', values: { domain, first, second } });
      }
    }
  },
});

/** The domains that a list names by themselves, and where; undefined where an element may take some out again. */
function domainsIn(configuration: Configuration, name: Class): Map<string, Slice | undefined> | undefined {
  const entry = configuration.mainEntries.get(name);
  const elements = entry && isGarbled(entry) ? undefined : listElements(configuration, name);
  if (!elements || elements.some(({ text }) => text.startsWith('!'))) return undefined;
  return new Map(elements.filter(isDomain).map(({ text, at }) => [text.toLowerCase(), at]));
}

/** Neither a table nor a file. */
function isDomain({ text }: ListElement): boolean {
  return /^[^:/.[][^:/]*\.[^:/]*$/.test(text);
}

/** Whether a trivial-rewrite(8) of master.cf has lists of its own. */
function isOverridden({ master }: Configuration): boolean {
  return (master?.services ?? []).some(
    (service) => programOf(service) === 'trivial-rewrite' && CLASSES.some((name) => overridesOf(service).has(name)),
  );
}
