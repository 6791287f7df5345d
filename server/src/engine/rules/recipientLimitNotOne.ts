import type { Configuration } from '../configuration/configuration';
import { effectiveValue, expandedEntry } from '../configuration/effective';
import { existsIn } from '../knowledge/version';
import { type Slice, subSlice, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';
import { parseTransportNexthop } from '../syntax/nexthop';
import { attributesIn, attributesNamed } from './attributes';
import { socketsNamed } from './localServices';
import { rule } from './rule';
import { settingAfter } from './settingEdits';

/** Reports `flags=D` without the limit that it insists on: "pipe flag `D' requires …_destination_recipient_limit = 1". */
export const recipientLimitNotOne = rule({
  id: 'recipient-limit-not-one',
  severity: 'warning',
  en: {
    title: 'Flag that needs a message for each recipient',
    why: 'With the flags `D` and `O` the recipient stands in the header of the message, so there must be only one: `<service>_destination_recipient_limit = 1` in main.cf. Otherwise all goes well until a message has two recipients. It is then deferred with “mail system configuration error”, again and again, until it goes back to its sender.',
    messages: {
      several: ({ flag, name, limit }: { flag: string; name: string; limit: string }) =>
        `The flag \`${flag}\` needs \`${name} = 1\`, and it is ${limit}: a message with several recipients is not delivered to any of them.`,
      set: ({ name }: { name: string }) => `Set \`${name} = 1\` in main.cf`,
    },
  },
  ja: {
    title: '宛先ごとに 1 通ずつ配送する必要があるフラグ',
    why: 'フラグ `D` と `O` はメールのヘッダーに宛先を書き込むため、宛先は 1 つでなければなりません。main.cf に `<サービス名>_destination_recipient_limit = 1` を設定してください。ないと、宛先が 2 つあるメールが届いたときに初めて問題が起きます。そのメールは「mail system configuration error」となって何度も後回しにされ、最後は送信者に戻されます。',
    messages: {
      several: ({ flag, name, limit }) =>
        `フラグ \`${flag}\` には \`${name} = 1\` が必要ですが、値は ${limit} です。宛先が複数あるメールは、どの宛先にも配送されません。`,
      set: ({ name }) => `main.cf に \`${name} = 1\` を設定`,
    },
  },
  examples: [
    {
      before:
        'virtual_transport = dovecot\nvirtual_mailbox_domains = example.org\nvirtual_mailbox_maps = static:x\n-- master.cf --\ndovecot unix - n n - - pipe\n  flags=DRhu user=nobody argv=/bin/true -d ${recipient}\n#       ^ recipient-limit-not-one\n',
      after:
        'virtual_transport = dovecot\ndovecot_destination_recipient_limit = 1\nvirtual_mailbox_domains = example.org\nvirtual_mailbox_maps = static:x\n-- master.cf --\ndovecot unix - n n - - pipe\n  flags=DRhu user=nobody argv=/bin/true -d ${recipient}\n',
      proof: {
        by: 'postfix',
        says: 'requires dovecot_destination_recipient_limit = 1',
        recipient: 'a@example.org,b@example.org',
      },
    },
    {
      before:
        'virtual_transport = store:unix:private/store\nstore_destination_recipient_limit = 10\n-- master.cf --\nstore unix - - n - - lmtp flags=O\n#                               ^ recipient-limit-not-one\n',
      after:
        'virtual_transport = store:unix:private/store\nstore_destination_recipient_limit = 1\n-- master.cf --\nstore unix - - n - - lmtp flags=O\n',
    },
    {
      before:
        'mailbox_transport = dovecot\ndefault_destination_recipient_limit = 1\nvirtual_transport = maildrop\n-- master.cf --\ndovecot unix - n n - - pipe flags=DRhu user=vmail argv=/usr/lib/dovecot/deliver\nmaildrop unix - n n - - pipe flags=DRhu user=vmail argv=/usr/bin/maildrop -d ${recipient}\nuucp unix - n n - - pipe flags=Fqhu. user=uucp argv=uux -r -n -z $nexthop!rmail ($recipient)\n',
    },
  ],
  check(configuration, report) {
    const { master, version } = configuration;
    if (!master) return;
    for (const [service, entry] of transportsInUse(configuration)) {
      const attributes = attributesIn(service, version);
      const flag =
        attributes &&
        attributesNamed(attributes, 'flags').flatMap(({ facts, value }) =>
          lettersOf(value).filter((letter) => {
            const known = facts.letters?.[textOf(letter)];
            return known?.needsOneRecipient && existsIn(known, version);
          }),
        )[0];
      const name = `${textOf(service.service)}_destination_recipient_limit`;
      const limit = effectiveValue(configuration, name, socketsNamed(master, 'qmgr').at(-1));
      if (!flag || limit?.expanded === undefined || Number(limit.expanded) === 1) continue;
      const written = configuration.mainEntries.get(name);
      const edits = [written ? { at: written.value, newText: '1' } : settingAfter(entry, name, '1')];
      report({
        at: flag,
        message: 'several',
        values: { flag: textOf(flag), name, limit: limit.expanded },
        fixes: [{ title: 'set', values: { name }, edits, safe: false }],
      });
    }
  },
});

function lettersOf(value: Slice): Slice[] {
  return Array.from(textOf(value), (_, i) => subSlice(value, i, i + 1));
}

/**
 * The services that main.cf names as the transport of an address class, and where. Not those of local(8), which has one
 * recipient at a time.
 */
function transportsInUse(configuration: Configuration): Map<ServiceEntry, ParameterEntry> {
  const { master, mainEntries } = configuration;
  const used = new Map<ServiceEntry, ParameterEntry>();
  for (const name of TRANSPORTS) {
    const entry = mainEntries.get(name);
    const value = entry && expandedEntry(configuration, entry);
    if (!master || !entry || value === undefined) continue;
    const service = socketsNamed(master, parseTransportNexthop(value).transport).at(-1);
    if (service && !used.has(service)) used.set(service, entry);
  }
  return used;
}
const TRANSPORTS = ['virtual_transport', 'local_transport', 'relay_transport', 'default_transport', 'content_filter'];
