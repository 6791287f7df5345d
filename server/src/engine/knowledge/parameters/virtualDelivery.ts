import type { Facts } from './parameter';
import { MAILBOX_LOCKS } from './vocabulary';

export const virtualDelivery = {
  virtual_delivery_status_filter: {
    since: '3.0',
    type: 'string',
    holds: 'lookup tables',
    default: '$default_delivery_status_filter',
    usedBy: ['virtual'],
  },
  virtual_gid_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['virtual'],
    text: {
      en: 'Tells with which group the program `virtual` writes a mailbox. `static:5000` uses one group for all. Not used by other transports.',
      ja: 'プログラム `virtual` が、どのグループでメールボックスに書き込むかを指定します。`static:5000` なら、すべて同じグループになります。ほかのトランスポートでは使われません。',
    },
  },
  virtual_mailbox_base: {
    type: 'string',
    holds: 'directory path',
    minLength: 1,
    default: '',
    usedBy: ['virtual'],
    text: {
      en: 'Gives the directory that is put before each path from `virtual_mailbox_maps`. It matters to the program `virtual` only; Dovecot has its own setting for this.',
      ja: '`virtual_mailbox_maps` の各パスの前に付けるディレクトリです。プログラム `virtual` にだけ使われます。Dovecot では Dovecot 側で設定します。',
    },
  },
  virtual_mailbox_limit: {
    type: 'integer',
    default: '51200000',
    usedBy: ['virtual'],
    text: {
      en: 'Sets how large a mailbox file of the program `virtual` may become, in bytes; `0` means no limit. Must not be smaller than `message_size_limit`. It is no quota for Maildir, where each message is a file of its own.',
      ja: 'プログラム `virtual` が書き込むメールボックスのファイルの上限をバイト単位で指定します。`0` なら無制限です。`message_size_limit` より小さくしてはいけません。1通が一つのファイルになる Maildir では、容量制限にはなりません。',
    },
  },
  virtual_mailbox_lock: {
    type: 'keywords',
    values: MAILBOX_LOCKS,
    caseSensitive: true,
    otherValues: true,
    minLength: 1,
    default: { '2.0': 'fcntl', '2.4': 'fcntl, dotlock' },
    defaultFrom: 'build',
    usedBy: ['virtual'],
  },
  virtual_mailbox_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['proxymap', 'smtpd', 'trivial-rewrite', 'virtual'],
    text: {
      en: "Lists all valid addresses in `virtual_mailbox_domains`, so that mail to others is refused. With the program `virtual` the result is the path of the mailbox below `virtual_mailbox_base`: with `/` at the end a Maildir, without one an mbox file. With another `virtual_transport`, such as Dovecot's LMTP, only the key counts.",
      ja: '`virtual_mailbox_domains` で有効なアドレスをすべて並べ、それ以外への宛先を拒否します。プログラム `virtual` で配送するときの結果は、`virtual_mailbox_base` の下のメールボックスのパスです。末尾に `/` を付けると Maildir、付けないと mbox ファイルになります。Dovecot の LMTP など、ほかの `virtual_transport` ではキーだけが使われます。',
    },
  },
  virtual_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    legacySince: '2.0',
    usedBy: ['cleanup', 'proxymap', 'smtpd', 'trivial-rewrite'],
    deprecated: {
      since: '2.0',
      instead: ['virtual_alias_maps', 'virtual_alias_domains'],
      sameValue: true,
      warnedSince: '3.11',
    },
  },
  virtual_minimum_uid: {
    type: 'integer',
    min: 1,
    default: '100',
    usedBy: ['virtual'],
    text: {
      en: 'Sets the smallest user number that the program `virtual` accepts from `virtual_uid_maps`. A guard against writing files as a system user; mail for smaller numbers stays in the queue.',
      ja: 'プログラム `virtual` が `virtual_uid_maps` から受け付ける、最小のユーザー番号です。システム用のユーザーとして書き込むのを防ぎます。これより小さい番号宛てのメールはキューに残ります。',
    },
  },
  virtual_uid_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['virtual'],
    text: {
      en: 'Tells as which user the program `virtual` writes a mailbox. `static:5000` gives all mailboxes to the user with number 5000; the number must not be below `virtual_minimum_uid`. Not used by other transports.',
      ja: 'プログラム `virtual` が、どのユーザーとしてメールボックスに書き込むかを指定します。`static:5000` なら、すべて番号 5000 のユーザーになります。`virtual_minimum_uid` より小さい番号は使えません。ほかのトランスポートでは使われません。',
    },
  },
} satisfies Facts;
