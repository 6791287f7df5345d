import type { Facts } from './parameter';
import { MAILBOX_LOCKS } from './vocabulary';

export const virtualDelivery = {
  virtual_delivery_status_filter: {
    since: '3.0',
    type: 'string',
    holds: 'lookup tables',
    default: '$default_delivery_status_filter',
    usedBy: ['virtual'],
    like: 'default_delivery_status_filter',
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
      en: 'Sets how large a mailbox file of the program `virtual` may become, in bytes; `0` means no limit. If it is smaller than `message_size_limit`, the program does not start. It is no quota for Maildir, where each message is a file of its own.',
      ja: 'プログラム `virtual` が書き込むメールボックスのファイルの上限をバイト単位で指定します。`0` なら無制限です。`message_size_limit` より小さいと、このプログラムは起動しません。1通が一つのファイルになる Maildir では、容量制限にはなりません。',
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
    text: {
      en: 'Tells how the program `virtual` locks an mbox file while it writes to it. Every other program that changes the file, such as an IMAP server, must use the same methods, or mail can be damaged. `dotlock` creates a file beside the mailbox; if the user from `virtual_uid_maps` may not write there, mail stays in the queue. A Maildir needs no lock. `postconf -l` lists the methods of this machine.',
      ja: 'プログラム `virtual` が mbox ファイルに書き込む間のロックの方法です。IMAP サーバーなど、同じファイルを変更するプログラムと方法を合わせないと、メールが壊れることがあります。`dotlock` はメールボックスと同じ場所にファイルを作るので、`virtual_uid_maps` のユーザーがそこに書き込めないと、メールはキューに残ります。Maildir にはロックは要りません。このマシンで使える方法は `postconf -l` で確認できます。',
    },
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
    text: {
      en: 'Was, before 2.0, the one parameter for virtual domains and the redirections in them. It still supplies the default of `virtual_alias_maps`, and through that of `virtual_alias_domains`. Write `virtual_alias_maps` instead; the same tables work there.',
      ja: '2.0 より前に、バーチャルドメインとその中の転送をまとめて指定していたパラメータです。今も `virtual_alias_maps` の既定値として参照され、それを通して `virtual_alias_domains` にも使われます。代わりに `virtual_alias_maps` と書いてください。同じテーブルがそのまま使えます。',
    },
  },
  virtual_minimum_uid: {
    type: 'integer',
    min: 1,
    default: '100',
    usedBy: ['virtual'],
    text: {
      en: 'Sets the smallest user number that the program `virtual` accepts from `virtual_uid_maps`. A guard against writing files as a system user; mail for smaller numbers stays in the queue.',
      ja: 'プログラム `virtual` が `virtual_uid_maps` から受け付ける、最小のユーザー番号です。システム用のユーザーとして書き込むのを防ぎます。番号がこれより小さい宛先のメールは、キューに残ります。',
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
