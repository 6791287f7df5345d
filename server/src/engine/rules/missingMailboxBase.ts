import type { Configuration } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { isEmpty } from '../syntax/list';
import { textOf } from '../syntax/logicalLine';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import { parseTransportNexthop } from '../syntax/nexthop';
import { isGarbled } from './garbled';
import { rule } from './rule';

/** Reports virtual mailboxes without a directory: virtual(8) refuses to start ("bad string length 0 < 1"). */
export const missingMailboxBase = rule({
  id: 'missing-mailbox-base',
  severity: 'error',
  en: {
    title: 'Virtual mailboxes without a directory',
    why: 'virtual(8) puts what it finds in `virtual_mailbox_maps` after `virtual_mailbox_base`, and does not start while that is empty: mail to these domains waits in the queue. Where another program keeps the mailboxes, `virtual_transport` says so.',
    messages: {
      missing: () =>
        'virtual(8) delivers to these domains, but `virtual_mailbox_base` is empty: it does not start, and the mail waits in the queue.',
    },
  },
  ja: {
    title: '置き場所のない仮想メールボックス',
    why: 'virtual(8) は、`virtual_mailbox_maps` の検索結果を `virtual_mailbox_base` の後ろに付けてメールボックスの場所とします。これが空だと起動せず、そのドメイン宛てのメールはキューで待ち続けます。ほかのプログラムがメールボックスを管理しているなら、`virtual_transport` で指定します。',
    messages: {
      missing: () =>
        'このドメイン宛てのメールは virtual(8) が配送しますが、`virtual_mailbox_base` が空のため起動できません。メールはキューで待ち続けます。',
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nvirtual_mailbox_domains = example.jp\n#                         ^^^^^^^^^^ missing-mailbox-base\nvirtual_mailbox_maps = inline:{ a@example.jp=a }\nvirtual_uid_maps = static:5000\nvirtual_gid_maps = static:5000\n-- master.cf --\nvirtual unix - n n - - virtual\n',
      proof: { by: 'postfix', recipient: 'a@example.jp', says: 'bad string length 0 < 1: virtual_mailbox_base' },
    },
    {
      before:
        'compatibility_level = 3.6\nvirtual_mailbox_domains = example.jp\nvirtual_mailbox_base = /var/mail/vhosts\n-- master.cf --\nvirtual unix - n n - - virtual\n',
    },
    {
      before:
        'compatibility_level = 3.6\nvirtual_mailbox_domains = example.jp\nvirtual_transport = lmtp:unix:private/dovecot-lmtp\n-- master.cf --\nvirtual unix - n n - - virtual\nlmtp unix - - n - - lmtp\n',
    },
  ],
  check(configuration, report) {
    const entry = configuration.mainEntries.get('virtual_mailbox_domains');
    if (
      !entry ||
      isEmpty(entry.value) ||
      isGarbled(entry) ||
      expandedValue(configuration, 'virtual_mailbox_domains') === ''
    )
      return;
    const service = deliveringService(configuration);
    if (!service || programOf(service) !== 'virtual') return;
    if (expandedValue(configuration, 'virtual_mailbox_base', service) !== '') return;
    report({ at: entry.value, message: 'missing', values: {} });
  },
});

/** The service that `virtual_transport` names. */
function deliveringService(configuration: Configuration): ServiceEntry | undefined {
  const { transport } = parseTransportNexthop(expandedValue(configuration, 'virtual_transport'));
  return configuration.master?.services
    .filter(({ service, type }) => textOf(service) === transport && textOf(type) !== 'inet')
    .at(-1);
}
