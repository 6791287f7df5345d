import type { Configuration } from '../configuration/configuration';
import { expandedValue, writtenEntry } from '../configuration/effective';
import { isSince } from '../knowledge/version';
import { type DeliveryAgent, deliveryAgents } from './deliveryAgents';
import { isGarbled } from './garbled';
import { integerValue } from './integerValue';
import { once } from './once';
import { rule } from './rule';
import { settingAfter } from './settingEdits';

/**
 * Reports a limit of mailboxes with which local(8) or virtual(8) refuse to work: pre_init in local.c and in virtual.c
 * compare it with message_size_limit.
 */
export const mailboxLimitTooSmall = rule({
  id: 'mailbox-limit-too-small',
  severity: 'error',
  en: {
    title: 'Mailbox limit below the message limit',
    why: 'The limit of a mailbox is a limit of every file that the delivery program writes, the queue file of the message among them. That is why local(8) refuses to run while `mailbox_size_limit` is smaller than `message_size_limit`, and virtual(8) while `virtual_mailbox_limit` is. `0` stands for no limit; the mailbox limit must be `0` too where `message_size_limit` is.',
    messages: {
      smaller: ({ limit, size, message, program }: Finding) =>
        `\`${limit}\` (${size}) is smaller than \`message_size_limit\` (${message}): ${program}(8) ends with a fatal error, and mail for its mailboxes stays in the queue.`,
      limited: ({ limit, size, program }: Finding) =>
        `\`message_size_limit = 0\` sets no limit, but \`${limit}\` does (${size}): ${program}(8) ends with a fatal error, and mail for its mailboxes stays in the queue.`,
      set: ({ limit }: { limit: string }) => `Set \`${limit} = 0\`: no limit`,
    },
  },
  ja: {
    title: 'メール1通の上限より小さいメールボックスの上限',
    why: 'メールボックスの上限は、配送プログラムが書き込むすべてのファイルの上限で、メールのキューファイルにも及びます。そのため local(8) は `mailbox_size_limit` が `message_size_limit` より小さいと動作を拒み、virtual(8) も `virtual_mailbox_limit` について同じです。`0` は無制限で、`message_size_limit` が `0` ならメールボックスの上限も `0` にしなければなりません。',
    messages: {
      smaller: ({ limit, size, message, program }) =>
        `\`${limit}\`（${size}）が \`message_size_limit\`（${message}）より小さいため、${program}(8) は異常終了し、メールボックスに入るはずのメールはキューに残ります。`,
      limited: ({ limit, size, program }) =>
        `\`message_size_limit = 0\` は無制限なのに \`${limit}\` に上限（${size}）があるため、${program}(8) は異常終了し、メールボックスに入るはずのメールはキューに残ります。`,
      set: ({ limit }) => `\`${limit} = 0\`（無制限）にする`,
    },
  },
  examples: [
    {
      before: 'message_size_limit = 104857600\n#                    ^^^^^^^^^ mailbox-limit-too-small\n',
      after: 'message_size_limit = 104857600\nmailbox_size_limit = 0\n',
      proof: {
        by: 'postfix',
        recipient: 'root@localhost',
        says: 'fatal: configuration error: mailbox_size_limit is smaller than message_size_limit',
      },
    },
    {
      before:
        'message_size_limit = 0\nmailbox_size_limit = 1073741824\n#                    ^^^^^^^^^^ mailbox-limit-too-small\n',
      after: 'message_size_limit = 0\nmailbox_size_limit = 0\n',
      proof: {
        by: 'postfix',
        recipient: 'root@localhost',
        says: 'mailbox_size_limit is limited but message_size_limit is unlimited',
      },
    },
    {
      before:
        'message_size_limit = 104857600\nmailbox_size_limit = 0\nvirtual_mailbox_domains = example.jp\nvirtual_mailbox_limit = 51200000\n#                       ^^^^^^^^ mailbox-limit-too-small\n',
      after:
        'message_size_limit = 104857600\nmailbox_size_limit = 0\nvirtual_mailbox_domains = example.jp\nvirtual_mailbox_limit = 0\n',
    },
    { before: 'message_size_limit = 104857600\nlocal_transport = lmtp:unix:private/dovecot-lmtp\n' },
    {
      before:
        'compatibility_level = 3.6\nmessage_size_limit = 104857600\n-- master.cf --\nlocal unix - n n - - local\n  -o mailbox_size_limit=0\n',
    },
  ],
  check(configuration, report) {
    const isFirst = once();
    for (const agent of deliveryAgents(configuration)) {
      const limits = limitsOf(configuration, agent);
      if (!limits) continue;
      const { limit, size, message } = limits;
      const own = writtenEntry(configuration, limit, agent.service);
      const entry = own ?? writtenEntry(configuration, 'message_size_limit', agent.service);
      if (!entry || isGarbled(entry) || !isFirst(entry.value)) continue;
      report({
        at: entry.value,
        message: message === 0 ? 'limited' : 'smaller',
        values: { limit, size, message, program: agent.program },
        severity: mayGoElsewhere(configuration) ? 'warning' : 'error',
        fixes: [
          {
            title: 'set',
            values: { limit },
            edits: [own ? { at: own.value, newText: '0' } : settingAfter(entry, limit, '0')],
            safe: false,
          },
        ],
      });
    }
  },
});

interface Finding {
  readonly limit: string;
  readonly size: number;
  readonly message: number;
  readonly program: string;
}

const LIMITS: ReadonlyMap<string, string> = new Map([
  ['local', 'mailbox_size_limit'],
  ['virtual', 'virtual_mailbox_limit'],
]);

/** The two limits of a delivery agent, where they make it fail. */
function limitsOf(
  configuration: Configuration,
  { program, service }: DeliveryAgent,
): Omit<Finding, 'program'> | undefined {
  const limit = LIMITS.get(program);
  if (limit === undefined) return undefined;
  const size = integerValue(configuration, limit, service);
  const message = integerValue(configuration, 'message_size_limit', service);
  if (size === undefined || message === undefined || size === 0) return undefined;
  const fails = message === 0 ? isSince(configuration.version, '2.2') : size < message;
  return fails ? { limit, size, message } : undefined;
}

/** Whether a table may give all mail of the domains to another transport. */
function mayGoElsewhere(configuration: Configuration): boolean {
  return expandedValue(configuration, 'transport_maps') !== '';
}
