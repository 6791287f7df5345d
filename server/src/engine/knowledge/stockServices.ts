import type { Text } from '../locale';
import { PORTS } from './services';
import { existsIn, isSince, type Lifetime, type PostfixVersion } from './version';

/** A service of the master.cf that comes with Postfix. */
export interface StockService {
  /** Its lines in that file. */
  readonly entries: readonly StockEntry[];
  /** What we say of it. The first sentence is the summary. */
  readonly text: Text;
  /** Why it matters under Outbound Port 25 Blocking, and the entry to copy. */
  readonly op25b?: Text & { readonly example?: string };
}

/** A line of the stock master.cf. Its lifetime is that in the file, commented out or not. */
export interface StockEntry extends Lifetime {
  readonly type: string;
  /** Older types: the type before each series. */
  readonly typeUntil?: Readonly<Record<string, string>>;
  /** The columns from `private` to `process_limit`. */
  readonly columns: string;
  readonly program: string;
  /** It has to be un-commented first; a series where that began later. */
  readonly isCommentedOut?: boolean | string;
}

/** The stock services of type `inet`, by port name. */
export const INET_SERVICES: Readonly<Record<string, StockService>> = {
  smtp: {
    entries: [
      { type: 'inet', columns: 'n - n - -', program: 'smtpd' },
      { since: '2.8', type: 'inet', columns: 'n - n - 1', program: 'postscreen', isCommentedOut: true },
    ],
    text: {
      en: 'Receives mail from other mail servers on port 25. It also serves programs and machines in `mynetworks`; users who log in belong on `submission` or `submissions`. Do not require TLS here: other servers that cannot use it would no longer reach you. Either `smtpd` or `postscreen` answers the port, never both.',
      ja: 'ほかのメールサーバーからのメールを25番ポートで受け取ります。`mynetworks` のプログラムや機器からの送信も受け付けますが、ログインする利用者には `submission` か `submissions` を使わせます。ここで TLS を必須にすると、対応していないサーバーからメールが届かなくなります。このポートで応答するのは `smtpd` と `postscreen` のどちらか一方だけです。',
    },
    op25b: {
      en: 'OP25B does not stop mail from coming in on port 25, but your own users on lines with OP25B cannot connect to it from outside. Give them `submission` (587) or `submissions` (465).',
      ja: 'OP25B があっても25番ポートでの受信には影響しません。ただし、OP25B の回線を使う利用者は外からこのポートに接続できません。`submission`（587番）か `submissions`（465番）を用意してください。',
    },
  },
  submission: {
    entries: [{ since: '2.1', type: 'inet', columns: 'n - n - -', program: 'smtpd', isCommentedOut: true }],
    text: {
      en: "Takes mail from your own users on port 587, where a mail program begins in the clear and switches to TLS by STARTTLS. Only those who log in may send, so TLS and login are both required here. The lists of restrictions for strangers on port 25 are emptied, or they would turn your users' laptops and phones away.",
      ja: '自分の利用者のメールを587番ポートで受け付けます。メールソフトは平文で接続し、STARTTLS で TLS に切り替えます。送れるのはログインした人だけなので、TLS と SMTP認証を必須にします。25番ポートの見知らぬ相手のための制限は空にします。そうしないと、利用者のパソコンやスマートフォンが拒否されることがあります。',
    },
    op25b: {
      en: 'Users behind OP25B cannot reach port 25 of your server, only this one and `submissions`. It needs a certificate (`smtpd_tls_cert_file` or `smtpd_tls_chain_files`), a login server (`smtpd_sasl_type` and `smtpd_sasl_path`) and an open port 587 in the firewall. Never set `smtpd_tls_wrappermode` here.',
      ja: 'OP25B の回線を使う利用者は、サーバーの25番ポートに接続できず、このポートと `submissions` だけが頼りです。証明書（`smtpd_tls_cert_file` か `smtpd_tls_chain_files`）、認証サーバー（`smtpd_sasl_type` と `smtpd_sasl_path`）、ファイアウォールでの587番ポートの開放が必要です。`smtpd_tls_wrappermode` はここでは絶対に使いません。',
      example: `submission inet n       -       n       -       -       smtpd
  -o syslog_name=postfix/submission
  -o smtpd_tls_security_level=encrypt
  -o smtpd_tls_auth_only=yes
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_client_restrictions=
  -o smtpd_helo_restrictions=
  -o smtpd_sender_restrictions=
  -o smtpd_recipient_restrictions=
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
  -o smtpd_reject_unlisted_recipient=no
  -o milter_macro_daemon_name=ORIGINATING`,
    },
  },
  submissions: {
    entries: [{ since: '3.7', type: 'inet', columns: 'n - n - -', program: 'smtpd', isCommentedOut: true }],
    text: {
      en: "Takes mail from your own users on port 465, encrypted from the first byte. The same service as `submission`, except that `smtpd_tls_wrappermode` takes the place of STARTTLS; mail programs call it “SSL” or “SSL/TLS”. Postfix knows the port's name from 3.6; before that the system's services file must have it, or write `smtps` or `465`.",
      ja: '自分の利用者のメールを、最初から暗号化して465番ポートで受け付けます。STARTTLS の代わりに `smtpd_tls_wrappermode` を使う点だけが `submission` と異なります。メールソフトでは「SSL」や「SSL/TLS」と表示されます。Postfix 自身がこの名前を知っているのは 3.6 以降です。それより前で services ファイルにもない場合は `smtps` か `465` と書いてください。',
    },
    op25b: {
      en: 'OP25B leaves port 465 open as it does 587. It needs a certificate (`smtpd_tls_cert_file` or `smtpd_tls_chain_files`), a login server (`smtpd_sasl_type` and `smtpd_sasl_path`) and an open port 465 in the firewall. Without `smtpd_tls_wrappermode=yes` mail programs wait for TLS that never starts.',
      ja: '465番ポートも、587番と同じく OP25B の対象外です。証明書（`smtpd_tls_cert_file` か `smtpd_tls_chain_files`）、認証サーバー（`smtpd_sasl_type` と `smtpd_sasl_path`）、ファイアウォールでの465番ポートの開放が必要です。`smtpd_tls_wrappermode=yes` がないと TLS が始まらず、メールソフトは待ち続けます。',
      example: `submissions inet n      -       n       -       -       smtpd
  -o syslog_name=postfix/submissions
  -o smtpd_tls_wrappermode=yes
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_client_restrictions=
  -o smtpd_helo_restrictions=
  -o smtpd_sender_restrictions=
  -o smtpd_recipient_restrictions=
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
  -o smtpd_reject_unlisted_recipient=no
  -o milter_macro_daemon_name=ORIGINATING`,
    },
  },
  smtps: {
    entries: [
      { since: '2.2', removed: '3.7', type: 'inet', columns: 'n - n - -', program: 'smtpd', isCommentedOut: true },
    ],
    text: {
      en: 'Takes mail from your own users on port 465, under the name that the port had before it was called `submissions`. Both names mean the same port, so define only one of them. Works like `submission`, but encrypted from the first byte by `smtpd_tls_wrappermode`.',
      ja: '自分の利用者のメールを465番ポートで受け付けます。`submissions` と呼ばれるようになる前の名前です。どちらも同じポートなので、一方だけを定義してください。`submission` との違いは、`smtpd_tls_wrappermode` によって最初から暗号化されることです。',
    },
    op25b: {
      en: 'OP25B leaves port 465 open, so users behind it can send through this service. Needs a certificate, a login server (`smtpd_sasl_type` and `smtpd_sasl_path`) and an open port 465 in the firewall.',
      ja: '465番ポートは OP25B の対象外なので、その回線の利用者もこのサービスから送れます。証明書、認証サーバー（`smtpd_sasl_type` と `smtpd_sasl_path`）、ファイアウォールでの465番ポートの開放が必要です。',
      example: `smtps     inet  n       -       n       -       -       smtpd
  -o syslog_name=postfix/smtps
  -o smtpd_tls_wrappermode=yes
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_client_restrictions=
  -o smtpd_helo_restrictions=
  -o smtpd_sender_restrictions=
  -o smtpd_recipient_restrictions=
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
  -o smtpd_reject_unlisted_recipient=no
  -o milter_macro_daemon_name=ORIGINATING`,
    },
  },
  '628': {
    entries: [{ type: 'inet', columns: 'n - n - -', program: 'qmqpd', isCommentedOut: true }],
    text: {
      en: 'Takes mail by the QMQP protocol from the qmail installations listed in `qmqpd_authorized_clients`. Hardly anybody needs it; leave it commented out.',
      ja: '`qmqpd_authorized_clients` に書いた qmail のホストから、QMQP プロトコルでメールを受け取ります。必要になることはまれなので、コメントのままにしておきます。',
    },
  },
};

/** The stock services of the other types (`unix`, `fifo`, `pass`, `unix-dgram`), by name. */
export const LOCAL_SERVICES: Readonly<Record<string, StockService>> = {
  smtpd: {
    entries: [{ since: '2.8', type: 'pass', columns: '- - n - -', program: 'smtpd', isCommentedOut: true }],
    text: {
      en: 'Continues the connections that `postscreen` has let through. Options such as `-o smtpd_milters=…` belong here, not on the `postscreen` line, once `postscreen` answers port 25.',
      ja: '`postscreen` の検査を通過した接続を引き継ぎます。25番ポートで `postscreen` を使うときは、`-o smtpd_milters=…` などのオプションを `postscreen` の行ではなく、ここに書きます。',
    },
  },
  dnsblog: {
    entries: [{ since: '2.8', type: 'unix', columns: '- - n - 0', program: 'dnsblog', isCommentedOut: true }],
    text: {
      en: 'Asks DNS block lists about clients on behalf of `postscreen`. Needed as soon as `postscreen_dnsbl_sites` is set.',
      ja: '`postscreen` に代わって、接続元が DNS ブロックリストに載っているかを調べます。`postscreen_dnsbl_sites` を設定するなら必要です。',
    },
  },
  tlsproxy: {
    entries: [{ since: '2.8', type: 'unix', columns: '- - n - 0', program: 'tlsproxy', isCommentedOut: true }],
    text: {
      en: 'Does the TLS work for other Postfix processes. `postscreen` needs it for clients that use STARTTLS, and the SMTP client for `smtp_tls_connection_reuse`.',
      ja: 'ほかの Postfix のプロセスのために TLS の処理を行います。`postscreen` が STARTTLS を使う接続を扱うときと、SMTPクライアントで `smtp_tls_connection_reuse` を使うときに必要です。',
    },
  },
  pickup: {
    entries: [{ type: 'unix', typeUntil: { '2.10': 'fifo' }, columns: 'n - n 60 1', program: 'pickup' }],
    text: {
      en: 'Collects mail that programs on this machine hand in by `sendmail`. It is woken up every 60 seconds as a precaution. `content_filter` can be emptied for local mail by `-o` here.',
      ja: 'このマシンのプログラムが `sendmail` コマンドで渡したメールを回収します。念のため60秒ごとに起こされます。ローカルからのメールだけ `content_filter` を通さないようにするには、ここに `-o` で空の値を書きます。',
    },
  },
  cleanup: {
    entries: [{ type: 'unix', columns: 'n - n - 0', program: 'cleanup' }],
    text: {
      en: 'Prepares every message before it enters the queue. It completes headers, rewrites addresses (`canonical_maps`, `virtual_alias_maps`) and applies `header_checks`. Its process limit must stay `0`.',
      ja: 'すべてのメールを、キューに入る前に整えます。ヘッダーを補い、アドレスを書き換え（`canonical_maps`、`virtual_alias_maps`）、`header_checks` を適用します。プロセス数の上限は `0` のままにします。',
    },
  },
  qmgr: {
    entries: [
      { type: 'unix', typeUntil: { '2.10': 'fifo' }, columns: 'n - n 300 1', program: 'qmgr' },
      {
        removed: '2.1',
        type: 'fifo',
        columns: 'n - n 300 1',
        program: 'nqmgr',
        isCommentedOut: true,
      },
      {
        since: '2.1',
        type: 'unix',
        typeUntil: { '2.10': 'fifo' },
        columns: 'n - n 300 1',
        program: 'oqmgr',
        isCommentedOut: true,
      },
    ],
    text: {
      en: 'Manages the queue: decides when each message is delivered, by which transport and with how many deliveries at a time. There can be only one, so the process limit must stay `1`; the wakeup time sees to it that it runs, even if no new mail comes in.',
      ja: 'キューを管理し、いつ、どのトランスポートで、同時に何通まで配送するかを決めます。一つしか動かせないため、プロセス数の上限は `1` のままにします。起動間隔は、新しいメールが来なくても必ず動かすために必要です。',
    },
  },
  tlsmgr: {
    entries: [{ since: '2.2', type: 'unix', columns: '- - n 1000? 1', program: 'tlsmgr' }],
    text: {
      en: 'Supplies the other processes with random numbers for TLS and keeps the session caches. TLS does not work without it, even where no cache is configured.',
      ja: 'ほかのプロセスに TLS 用の乱数を供給し、セッションキャッシュを管理します。キャッシュを設定していなくても、これがないと TLS は使えません。',
    },
  },
  rewrite: {
    entries: [{ type: 'unix', columns: '- - n - -', program: 'trivial-rewrite' }],
    text: {
      en: 'Completes addresses and decides the route of each recipient. Here `mydestination`, `relay_domains`, `transport_maps` and `relayhost` turn into a transport and a next destination.',
      ja: 'アドレスを補完し、宛先ごとの経路を決めます。`mydestination`、`relay_domains`、`transport_maps`、`relayhost` の設定から、トランスポートと次の配送先が決まるのはここです。',
    },
  },
  bounce: {
    entries: [{ type: 'unix', columns: '- - n - 0', program: 'bounce' }],
    text: {
      en: 'Writes the error notices for mail that cannot be delivered, and sends them to the sender. Its process limit must stay `0`.',
      ja: '配送できなかったメールのエラー通知を作り、送信者に送ります。プロセス数の上限は `0` のままにします。',
    },
  },
  defer: {
    entries: [{ type: 'unix', columns: '- - n - 0', program: 'bounce' }],
    text: {
      en: 'Keeps the record of why a message could not be delivered yet. The reasons appear in `mailq` and in the error notice, if it comes to one.',
      ja: 'メールをまだ配送できない理由を記録します。理由は `mailq` と、最終的に送られるエラー通知に表示されます。',
    },
  },
  trace: {
    entries: [{ since: '2.1', type: 'unix', columns: '- - n - 0', program: 'bounce' }],
    text: {
      en: 'Records delivery attempts for reports. Used for `sendmail -bv`, `sendmail -v` and for senders who asked for a notice of success.',
      ja: '配送の結果を報告するために記録します。`sendmail -bv` や `sendmail -v` を実行したときと、送信者が配送成功の通知を求めたときに使われます。',
    },
  },
  verify: {
    entries: [{ since: '2.1', type: 'unix', columns: '- - n - 1', program: 'verify' }],
    text: {
      en: 'Remembers which addresses turned out to be deliverable. Used by `reject_unverified_sender` and `reject_unverified_recipient`; the answers are stored in `address_verify_map`.',
      ja: 'アドレスに配送できるかどうかを調べた結果を記憶します。`reject_unverified_sender` と `reject_unverified_recipient` が使い、結果は `address_verify_map` に保存されます。',
    },
  },
  flush: {
    entries: [{ type: 'unix', columns: 'n - n 1000? 0', program: 'flush' }],
    text: {
      en: 'Knows which queued mail waits for which domain, so that `sendmail -qR` or the ETRN command can send it at once. Only domains in `fast_flush_domains` are recorded.',
      ja: 'どのドメイン宛てのメールがキューで待っているかを記録し、`sendmail -qR` や ETRN コマンドですぐに送れるようにします。記録するのは `fast_flush_domains` のドメインだけです。',
    },
  },
  proxymap: {
    entries: [{ since: '2.0.1', type: 'unix', columns: '- - n - -', program: 'proxymap' }],
    text: {
      en: 'Reads lookup tables on behalf of other processes (`proxy:` in front of a table). So tables outside a chroot can be reached, and many processes share one connection to a database. Only tables in `proxy_read_maps` are served.',
      ja: 'ほかのプロセスに代わってルックアップテーブルを読みます（テーブル名の前に `proxy:` を付けます）。chroot の外のテーブルを参照でき、多くのプロセスでデータベースへの接続を共有できます。対象は `proxy_read_maps` にあるテーブルだけです。',
    },
  },
  proxywrite: {
    entries: [{ since: '2.5', type: 'unix', columns: '- - n - 1', program: 'proxymap' }],
    text: {
      en: 'Writes to lookup tables on behalf of other processes, for instance to caches named in `proxy_write_maps`. The process limit must stay `1`, or two processes would spoil the file.',
      ja: 'ほかのプロセスに代わって、`proxy_write_maps` にあるキャッシュなどのルックアップテーブルに書き込みます。二つのプロセスが同時に書いてファイルを壊さないよう、プロセス数の上限は `1` のままにします。',
    },
  },
  smtp: {
    entries: [{ type: 'unix', columns: '- - n - -', program: 'smtp' }],
    text: {
      en: 'Delivers mail to other systems by SMTP: the SMTP client, not to be confused with the `inet` service of the same name, which receives. It is the transport that `default_transport` normally names. An `-o` here changes only this transport, so `relay` needs the same option where both are used.',
      ja: 'SMTP でほかのシステムにメールを配送する SMTPクライアントです。受信を行う同名の `inet` サービスとは別のものです。通常 `default_transport` が指すトランスポートです。ここの `-o` はこのトランスポートだけに効くため、`relay` も使うなら同じオプションをそちらにも書きます。',
    },
    op25b: {
      en: 'Connects to port 25 of each destination unless `relayhost` or `transport_maps` names another port. For a second relay with other needs, such as one on 465, add a copy of this line under a new name and select it in `transport_maps`.',
      ja: '`relayhost` や `transport_maps` でほかのポートを指定しない限り、宛先の25番ポートに接続します。465番を使うものなど、条件の異なる中継サーバーを併用するには、この行を別の名前で複製し、`transport_maps` で選びます。',
      example: `relay465  unix  -       -       n       -       -       smtp
  -o syslog_name=postfix/relay465
  -o smtp_tls_wrappermode=yes
  -o smtp_tls_security_level=encrypt`,
    },
  },
  relay: {
    entries: [{ type: 'unix', columns: '- - n - -', program: 'smtp' }],
    text: {
      en: 'Delivers mail for the domains in `relay_domains` by SMTP. It is the same program as `smtp`, apart from it so that mail to your inner servers does not wait behind mail to the whole world. Chosen by `relay_transport`. Do not be misled by the name: mail to the rest of the world goes through `smtp`, even where `relayhost` is set.',
      ja: '`relay_domains` のドメイン宛てのメールを SMTP で配送します。`smtp` と同じプログラムですが、内部のサーバー宛てのメールが外部宛てのメールに妨げられないように分けてあります。`relay_transport` で選ばれます。名前から誤解しがちですが、それ以外の外部宛てのメールは、`relayhost` を設定していても `smtp` を通ります。',
    },
  },
  showq: {
    entries: [{ type: 'unix', columns: 'n - n - -', program: 'showq' }],
    text: {
      en: 'Lists the messages in the queue and the reasons why they wait. `mailq` is only the messenger: it prints what this service tells it.',
      ja: 'キューにあるメールと、待っている理由を一覧にします。`mailq` コマンドは、このサービスの答えを表示しているだけです。',
    },
  },
  error: {
    entries: [{ type: 'unix', columns: '- - n - -', program: 'error' }],
    text: {
      en: 'Returns mail to its sender with the reason given as destination. Write `error:mailbox moved` in `transport_maps` to refuse an address in this way.',
      ja: '配送先として書かれた理由を添えて、メールを送信者に返します。`transport_maps` に `error:mailbox moved` のように書くと、そのアドレス宛てを拒否できます。',
    },
  },
  retry: {
    entries: [{ since: '2.4', type: 'unix', columns: '- - n - -', program: 'error' }],
    text: {
      en: 'Keeps mail in the queue with the reason given as destination. `retry:maintenance` in `transport_maps` holds deliveries back until you remove it, though no longer than `maximal_queue_lifetime`. The queue manager also uses it for destinations that are down.',
      ja: '配送先として書かれた理由を添えて、メールをキューに残します。`transport_maps` に `retry:maintenance` と書くと、取り除くまで配送を保留します。ただし、`maximal_queue_lifetime` を過ぎたメールは送信者に戻ります。配送先が停止しているときは、qmgr もこれを使います。',
    },
  },
  discard: {
    entries: [{ since: '2.2', type: 'unix', columns: '- - n - -', program: 'discard' }],
    text: {
      en: 'Throws mail away while reporting success. `discard:` in `transport_maps` makes an address a bottomless pit; senders get no error notice.',
      ja: '配送に成功したことにしてメールを捨てます。`transport_maps` に `discard:` と書いたアドレス宛てのメールは消え、送信者にエラー通知は送られません。',
    },
  },
  local: {
    entries: [{ type: 'unix', columns: '- n n - -', program: 'local' }],
    text: {
      en: 'Delivers to the accounts of this machine, for domains in `mydestination`. It follows `alias_maps` and `.forward` files, then `mailbox_command`, `home_mailbox` and the like. It needs root privileges and is not made for a chroot.',
      ja: '`mydestination` のドメイン宛てのメールを、このマシンのアカウントに配送します。`alias_maps` と `.forward` ファイル、続いて `mailbox_command` や `home_mailbox` などに従います。root 権限が必要で、chroot で動かすようには作られていません。',
    },
  },
  virtual: {
    entries: [{ type: 'unix', columns: '- n n - -', program: 'virtual' }],
    text: {
      en: 'Delivers to mailboxes without accounts, for domains in `virtual_mailbox_domains`. The path comes from `virtual_mailbox_maps`, the owner from `virtual_uid_maps` and `virtual_gid_maps`; aliases and `.forward` files are not followed. Not to be confused with `virtual_alias_maps`.',
      ja: '`virtual_mailbox_domains` のドメイン宛てのメールを、アカウントのないメールボックスに配送します。パスは `virtual_mailbox_maps`、所有者は `virtual_uid_maps` と `virtual_gid_maps` で決まり、エイリアスや `.forward` ファイルには従いません。`virtual_alias_maps` とは別のものです。',
    },
  },
  lmtp: {
    entries: [{ type: 'unix', columns: '- - n - -', program: 'lmtp' }],
    text: {
      en: 'Hands mail to a mailbox server such as Dovecot by LMTP. Selected by a value like `lmtp:unix:private/dovecot-lmtp` in `virtual_transport` or `mailbox_transport`; its settings are the `lmtp_*` parameters.',
      ja: 'Dovecot などのメールボックスサーバーに LMTP でメールを渡します。`virtual_transport` や `mailbox_transport` に `lmtp:unix:private/dovecot-lmtp` のように書いて選びます。設定には `lmtp_*` のパラメータを使います。',
    },
  },
  anvil: {
    entries: [{ since: '2.1', type: 'unix', columns: '- - n - 1', program: 'anvil' }],
    text: {
      en: 'Counts the connections and requests of each client. The limits of `smtpd_client_connection_rate_limit` and its relatives rest on it; there must be exactly one process.',
      ja: '接続元ごとに接続やコマンドの回数を数えます。`smtpd_client_connection_rate_limit` などの制限に使われます。プロセスは必ず一つだけにします。',
    },
  },
  scache: {
    entries: [{ since: '2.2', type: 'unix', columns: '- - n - 1', program: 'scache' }],
    text: {
      en: 'Keeps open connections of the SMTP client for a short while, so that the next message to the same place can use them. There must be exactly one process.',
      ja: 'SMTPクライアントの接続をしばらく開いたまま保持し、同じ配送先への次のメールで使い回せるようにします。プロセスは必ず一つだけにします。',
    },
  },
  postlog: {
    entries: [{ since: '3.4', type: 'unix-dgram', columns: 'n - n - 1', program: 'postlogd' }],
    text: {
      en: 'Writes the log file when `maillog_file` is set; otherwise logging goes through syslog. The commands that users run log through it too, so it must stay public: `n` in the third column.',
      ja: '`maillog_file` を設定したとき、ログファイルに書き込みます。設定しなければ syslog が使われます。利用者が実行するコマンドもここを通してログを残すため、公開しておきます。3列目は `n` のままにします。',
    },
  },
  maildrop: {
    entries: [{ type: 'unix', columns: '- n n - -', program: 'pipe', isCommentedOut: '2.4' }],
    text: {
      en: 'Hands mail to the external delivery program maildrop. Used only if a parameter such as `virtual_transport` names it; set `maildrop_destination_recipient_limit` to `1`.',
      ja: '外部の配送プログラム maildrop にメールを渡します。`virtual_transport` などで指定したときだけ使われます。`maildrop_destination_recipient_limit` は `1` にします。',
    },
  },
  cyrus: {
    entries: [{ type: 'unix', columns: '- n n - -', program: 'pipe', isCommentedOut: '2.4' }],
    text: {
      en: 'Hands mail to an old Cyrus IMAP server by its `deliver` program. Recent versions take mail by LMTP, so use the `lmtp` service instead.',
      ja: '古い Cyrus IMAP サーバーの `deliver` プログラムにメールを渡します。新しいバージョンは LMTP で受け取れるので、代わりに `lmtp` サービスを使います。',
    },
  },
  'old-cyrus': {
    entries: [{ type: 'unix', columns: '- n n - -', program: 'pipe', isCommentedOut: '2.4' }],
    text: {
      en: 'Hands mail to a very old Cyrus IMAP server by its `deliver` program. An example from former times; use the `lmtp` service.',
      ja: 'とても古い Cyrus IMAP サーバーの `deliver` プログラムにメールを渡します。昔の設定例なので、`lmtp` サービスを使ってください。',
    },
  },
  uucp: {
    entries: [{ type: 'unix', columns: '- n n - -', program: 'pipe', isCommentedOut: '2.4' }],
    text: {
      en: 'Hands mail to the `uux` command for transport by UUCP. Can be deleted where no mail travels by UUCP, which is nearly everywhere.',
      ja: 'UUCP で運ぶためのメールを `uux` コマンドに渡します。UUCP を使わないなら（今ではほとんどの場合）、削除できます。',
    },
  },
  ifmail: {
    entries: [{ type: 'unix', columns: '- n n - -', program: 'pipe', isCommentedOut: '2.4' }],
    text: {
      en: 'Hands mail to the `ifmail` command, a gateway to the FidoNet. Can be deleted where that is not used.',
      ja: 'FidoNet へのゲートウェイである `ifmail` コマンドにメールを渡します。使わないなら削除できます。',
    },
  },
  bsmtp: {
    entries: [{ type: 'unix', columns: '- n n - -', program: 'pipe', isCommentedOut: '2.4' }],
    text: {
      en: 'Hands mail to the `bsmtp` command for transport in batches. Can be deleted where that is not used.',
      ja: 'まとめて運ぶためのメールを `bsmtp` コマンドに渡します。使わないなら削除できます。',
    },
  },
  'scalemail-backend': {
    entries: [{ since: '2.4', type: 'unix', columns: '- n n - 2', program: 'pipe', isCommentedOut: true }],
    text: {
      en: 'Hands mail to the store program of Scalemail, a system of mailboxes spread over several servers. Can be deleted where that is not used.',
      ja: '複数のサーバーにメールボックスを分散する Scalemail の格納プログラムにメールを渡します。使わないなら削除できます。',
    },
  },
  mailman: {
    entries: [{ since: '2.4', type: 'unix', columns: '- n n - -', program: 'pipe', isCommentedOut: true }],
    text: {
      en: 'Hands mail for mailing lists to Mailman 2. Mailman 3 takes its mail by LMTP instead and needs no such service.',
      ja: 'メーリングリスト宛てのメールを Mailman 2 に渡します。Mailman 3 は LMTP で受け取るため、このサービスは不要です。',
    },
  },
};

export interface NamedStockService extends StockService {
  readonly name: string;
}

/** The stock service of that name and type; `127.0.0.1:submission` and `587` are `submission`. */
export function stockServiceNamed(service: string, type: string): NamedStockService | undefined {
  if (type !== 'inet') return named(LOCAL_SERVICES, service);
  const port = service.slice(service.lastIndexOf(':') + 1);
  const number = Object.hasOwn(PORTS, port) ? String(PORTS[port]) : port;
  return named(INET_SERVICES, port) ?? named(INET_SERVICES, NAMES.get(number) ?? '');
}
const NAMES: ReadonlyMap<string, string> = new Map([
  ['25', 'smtp'],
  ['465', 'submissions'],
  ['587', 'submission'],
  ['628', '628'],
]);

function named(services: Readonly<Record<string, StockService>>, name: string): NamedStockService | undefined {
  const service = Object.hasOwn(services, name) ? services[name] : undefined;
  return service && { name, ...service };
}

/** The lines of a service in the stock master.cf of a version. */
export function stockLines({ name, entries }: NamedStockService, version: PostfixVersion): string[] {
  return entries
    .filter((entry) => existsIn(entry, version))
    .map((entry) => {
      const line = `${name} ${typeOf(entry, version)} ${entry.columns} ${entry.program}`;
      return isCommentedOut(entry, version) ? `#${line}` : line;
    });
}

function typeOf({ type, typeUntil }: StockEntry, version: PostfixVersion): string {
  const older = Object.entries(typeUntil ?? {}).find(([series]) => !isSince(version, series));
  return older?.[1] ?? type;
}

function isCommentedOut({ isCommentedOut: since }: StockEntry, version: PostfixVersion): boolean {
  return typeof since === 'string' ? isSince(version, since) : since === true;
}
