import type { Text } from '../locale';

/** What we say of a service of the stock master.cf. The first sentence is the summary. */
export interface ServiceText {
  readonly text: Text;
  /** Why it matters under Outbound Port 25 Blocking, and the entry to copy. */
  readonly op25b?: Text & { readonly example?: string };
}

/** A column of master.cf: what it is, and what its usual words mean. */
export interface ColumnText {
  readonly text: Text;
  readonly values: Readonly<Record<string, Text>>;
}

/** The stock services of type `inet`, by port name. */
export const INET_SERVICES: Readonly<Record<string, ServiceText>> = {
  smtp: {
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
    text: {
      en: "Takes mail from your own users on port 587, where a mail program begins in the clear and switches to TLS by STARTTLS. Only who logs in may send, so TLS and login are both required here. The lists of restrictions for strangers on port 25 are emptied, or they would turn your users' laptops and phones away.",
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
    text: {
      en: 'Takes mail by the QMQP protocol from the qmail installations listed in `qmqpd_authorized_clients`. Hardly anybody needs it; leave it commented out.',
      ja: '`qmqpd_authorized_clients` に書いた qmail のホストから、QMQP プロトコルでメールを受け取ります。必要になることはまれなので、コメントのままにしておきます。',
    },
  },
};

/** The stock services of the other types (`unix`, `fifo`, `pass`, `unix-dgram`), by name. */
export const LOCAL_SERVICES: Readonly<Record<string, ServiceText>> = {
  smtpd: {
    text: {
      en: 'Continues the connections that `postscreen` has let through. Options such as `-o smtpd_milters=…` belong here, not on the `postscreen` line, once `postscreen` answers port 25.',
      ja: '`postscreen` の検査を通過した接続を引き継ぎます。25番ポートで `postscreen` を使うときは、`-o smtpd_milters=…` などのオプションを `postscreen` の行ではなく、ここに書きます。',
    },
  },
  dnsblog: {
    text: {
      en: 'Asks DNS block lists about clients on behalf of `postscreen`. Needed as soon as `postscreen_dnsbl_sites` is set.',
      ja: '`postscreen` に代わって、接続元が DNS ブロックリストに載っているかを調べます。`postscreen_dnsbl_sites` を設定するなら必要です。',
    },
  },
  tlsproxy: {
    text: {
      en: 'Does the TLS work for other Postfix processes. `postscreen` needs it for clients that use STARTTLS, and the SMTP client for `smtp_tls_connection_reuse`.',
      ja: 'ほかの Postfix のプロセスのために TLS の処理を行います。`postscreen` が STARTTLS を使う接続を扱うときと、SMTPクライアントで `smtp_tls_connection_reuse` を使うときに必要です。',
    },
  },
  pickup: {
    text: {
      en: 'Collects mail that programs on this machine hand in by `sendmail`. It is woken up every 60 seconds as a precaution. `content_filter` can be emptied for local mail by `-o` here.',
      ja: 'このマシンのプログラムが `sendmail` コマンドで渡したメールを回収します。念のため60秒ごとに起こされます。ローカルからのメールだけ `content_filter` を通さないようにするには、ここに `-o` で空の値を書きます。',
    },
  },
  cleanup: {
    text: {
      en: 'Prepares every message before it enters the queue. It completes headers, rewrites addresses (`canonical_maps`, `virtual_alias_maps`) and applies `header_checks`. Its process limit must stay `0`.',
      ja: 'すべてのメールを、キューに入る前に整えます。ヘッダーを補い、アドレスを書き換え（`canonical_maps`、`virtual_alias_maps`）、`header_checks` を適用します。プロセス数の上限は `0` のままにします。',
    },
  },
  qmgr: {
    text: {
      en: 'Manages the queue: decides when each message is delivered, by which transport and with how many deliveries at a time. There can be only one, so the process limit must stay `1`; the wake-up time is what makes deferred mail be tried again.',
      ja: 'キューを管理し、いつ、どのトランスポートで、同時に何通まで配送するかを決めます。一つしか動かせないため、プロセス数の上限は `1` のままにします。起動間隔は、配送を保留したメールを再び試すために必要です。',
    },
  },
  tlsmgr: {
    text: {
      en: 'Supplies the other processes with random numbers for TLS and keeps the session caches. TLS does not work without it, even where no cache is configured.',
      ja: 'ほかのプロセスに TLS 用の乱数を供給し、セッションキャッシュを管理します。キャッシュを設定していなくても、これがないと TLS は使えません。',
    },
  },
  rewrite: {
    text: {
      en: 'Completes addresses and decides the route of each recipient. Here `mydestination`, `relay_domains`, `transport_maps` and `relayhost` turn into a transport and a next destination.',
      ja: 'アドレスを補完し、宛先ごとの経路を決めます。`mydestination`、`relay_domains`、`transport_maps`、`relayhost` の設定から、トランスポートと次の配送先が決まるのはここです。',
    },
  },
  bounce: {
    text: {
      en: 'Writes the error notices for mail that cannot be delivered, and sends them to the sender. Its process limit must stay `0`.',
      ja: '配送できなかったメールのエラー通知を作り、送信者に送ります。プロセス数の上限は `0` のままにします。',
    },
  },
  defer: {
    text: {
      en: 'Keeps the record of why a message could not be delivered yet. The reasons appear in `mailq` and in the error notice, if it comes to one.',
      ja: 'メールをまだ配送できない理由を記録します。理由は `mailq` と、最終的に送られるエラー通知に表示されます。',
    },
  },
  trace: {
    text: {
      en: 'Records delivery attempts for reports. Used for `sendmail -bv`, `sendmail -v` and for senders who asked for a notice of success.',
      ja: '配送の結果を報告するために記録します。`sendmail -bv` や `sendmail -v` を実行したときと、送信者が配送成功の通知を求めたときに使われます。',
    },
  },
  verify: {
    text: {
      en: 'Remembers which addresses turned out to be deliverable. Used by `reject_unverified_sender` and `reject_unverified_recipient`; the answers are stored in `address_verify_map`.',
      ja: 'アドレスに配送できるかどうかを調べた結果を記憶します。`reject_unverified_sender` と `reject_unverified_recipient` が使い、結果は `address_verify_map` に保存されます。',
    },
  },
  flush: {
    text: {
      en: 'Knows which queued mail waits for which domain, so that `sendmail -qR` or the ETRN command can send it at once. Only domains in `fast_flush_domains` are recorded.',
      ja: 'どのドメイン宛てのメールがキューで待っているかを記録し、`sendmail -qR` や ETRN コマンドですぐに送れるようにします。記録するのは `fast_flush_domains` のドメインだけです。',
    },
  },
  proxymap: {
    text: {
      en: 'Reads lookup tables on behalf of other processes (`proxy:` in front of a table). So tables outside a chroot can be reached, and many processes share one connection to a database. Only tables in `proxy_read_maps` are served.',
      ja: 'ほかのプロセスに代わってルックアップテーブルを読みます（テーブル名の前に `proxy:` を付けます）。chroot の外のテーブルを参照でき、多くのプロセスでデータベースへの接続を共有できます。対象は `proxy_read_maps` にあるテーブルだけです。',
    },
  },
  proxywrite: {
    text: {
      en: 'Writes to lookup tables on behalf of other processes, for instance to caches named in `proxy_write_maps`. The process limit must stay `1`, or two processes would spoil the file.',
      ja: 'ほかのプロセスに代わって、`proxy_write_maps` にあるキャッシュなどのルックアップテーブルに書き込みます。二つのプロセスが同時に書いてファイルを壊さないよう、プロセス数の上限は `1` のままにします。',
    },
  },
  smtp: {
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
    text: {
      en: 'Delivers mail for the domains in `relay_domains` by SMTP. It is the same program as `smtp`, apart from it so that mail to your inner servers does not wait behind mail to the whole world. Chosen by `relay_transport`. Do not be misled by the name: mail to the rest of the world goes through `smtp`, even where `relayhost` is set.',
      ja: '`relay_domains` のドメイン宛てのメールを SMTP で配送します。`smtp` と同じプログラムですが、内部のサーバー宛てのメールが外部宛てのメールに妨げられないように分けてあります。`relay_transport` で選ばれます。名前から誤解しがちですが、それ以外の外部宛てのメールは、`relayhost` を設定していても `smtp` を通ります。',
    },
  },
  showq: {
    text: {
      en: 'Lists the messages in the queue and the reasons why they wait. `mailq` is only the messenger: it prints what this service tells it.',
      ja: 'キューにあるメールと、待っている理由を一覧にします。`mailq` コマンドは、このサービスの答えを表示しているだけです。',
    },
  },
  error: {
    text: {
      en: 'Returns mail to its sender with the reason given as destination. Write `error:mailbox moved` in `transport_maps` to refuse an address in this way.',
      ja: '配送先として書かれた理由を添えて、メールを送信者に返します。`transport_maps` に `error:mailbox moved` のように書くと、そのアドレス宛てを拒否できます。',
    },
  },
  retry: {
    text: {
      en: 'Keeps mail in the queue with the reason given as destination. `retry:maintenance` in `transport_maps` holds deliveries back until you remove it; the queue manager also uses it for destinations that are down.',
      ja: '配送先として書かれた理由を添えて、メールをキューに残します。`transport_maps` に `retry:maintenance` と書くと、取り除くまで配送を保留します。停止している配送先のために qmgr も使います。',
    },
  },
  discard: {
    text: {
      en: 'Throws mail away while reporting success. `discard:` in `transport_maps` makes an address a bottomless pit; senders are told nothing.',
      ja: '配送に成功したことにしてメールを捨てます。`transport_maps` に `discard:` と書いたアドレス宛てのメールは消え、送信者には何も通知されません。',
    },
  },
  local: {
    text: {
      en: 'Delivers to the accounts of this machine, for domains in `mydestination`. It follows `alias_maps` and `.forward` files, then `mailbox_command`, `home_mailbox` and the like. It needs root privileges and must not run in a chroot.',
      ja: '`mydestination` のドメイン宛てのメールを、このマシンのアカウントに配送します。`alias_maps` と `.forward` ファイル、続いて `mailbox_command` や `home_mailbox` などに従います。root 権限が必要で、chroot では動かせません。',
    },
  },
  virtual: {
    text: {
      en: 'Delivers to mailboxes without accounts, for domains in `virtual_mailbox_domains`. The path comes from `virtual_mailbox_maps`, the owner from `virtual_uid_maps` and `virtual_gid_maps`; aliases and `.forward` files are not followed. Not to be confused with `virtual_alias_maps`.',
      ja: '`virtual_mailbox_domains` のドメイン宛てのメールを、アカウントのないメールボックスに配送します。パスは `virtual_mailbox_maps`、所有者は `virtual_uid_maps` と `virtual_gid_maps` で決まり、エイリアスや `.forward` ファイルには従いません。`virtual_alias_maps` とは別のものです。',
    },
  },
  lmtp: {
    text: {
      en: 'Hands mail to a mailbox server such as Dovecot by LMTP. Selected by a value like `lmtp:unix:private/dovecot-lmtp` in `virtual_transport` or `mailbox_transport`; its settings are the `lmtp_*` parameters.',
      ja: 'Dovecot などのメールボックスサーバーに LMTP でメールを渡します。`virtual_transport` や `mailbox_transport` に `lmtp:unix:private/dovecot-lmtp` のように書いて選びます。設定には `lmtp_*` のパラメータを使います。',
    },
  },
  anvil: {
    text: {
      en: 'Counts the connections and requests of each client. The limits of `smtpd_client_connection_rate_limit` and its relatives rest on it; there must be exactly one process.',
      ja: '接続元ごとに接続やコマンドの回数を数えます。`smtpd_client_connection_rate_limit` などの制限に使われます。プロセスは必ず一つだけにします。',
    },
  },
  scache: {
    text: {
      en: 'Keeps open connections of the SMTP client for a short while, so that the next message to the same place can use them. There must be exactly one process.',
      ja: 'SMTPクライアントの接続をしばらく開いたまま保持し、同じ配送先への次のメールで使い回せるようにします。プロセスは必ず一つだけにします。',
    },
  },
  postlog: {
    text: {
      en: 'Writes the log file when `maillog_file` is set; otherwise logging goes through syslog. The commands that users run log through it too, so it must stay public (`n` under private) and outside a chroot.',
      ja: '`maillog_file` を設定したとき、ログファイルに書き込みます。設定しなければ syslog が使われます。利用者が実行するコマンドもここを通してログを残すため、private の欄は `n` にし、chroot の外で動かします。',
    },
  },
  maildrop: {
    text: {
      en: 'Hands mail to the external delivery program maildrop. Used only if a parameter such as `virtual_transport` names it; set `maildrop_destination_recipient_limit` to `1`.',
      ja: '外部の配送プログラム maildrop にメールを渡します。`virtual_transport` などで指定したときだけ使われます。`maildrop_destination_recipient_limit` は `1` にします。',
    },
  },
  cyrus: {
    text: {
      en: 'Hands mail to an old Cyrus IMAP server by its `deliver` program. Recent versions take mail by LMTP, so use the `lmtp` service instead.',
      ja: '古い Cyrus IMAP サーバーの `deliver` プログラムにメールを渡します。新しいバージョンは LMTP で受け取れるので、代わりに `lmtp` サービスを使います。',
    },
  },
  'old-cyrus': {
    text: {
      en: 'Hands mail to a very old Cyrus IMAP server by its `deliver` program. An example from former times; use the `lmtp` service.',
      ja: 'とても古い Cyrus IMAP サーバーの `deliver` プログラムにメールを渡します。昔の設定例なので、`lmtp` サービスを使ってください。',
    },
  },
  uucp: {
    text: {
      en: 'Hands mail to the `uux` command for transport by UUCP. Can be deleted where no mail travels by UUCP, which is nearly everywhere.',
      ja: 'UUCP で運ぶためのメールを `uux` コマンドに渡します。UUCP を使わないなら（今ではほとんどの場合）、削除できます。',
    },
  },
  ifmail: {
    text: {
      en: 'Hands mail to the `ifmail` command, a gateway to the FidoNet. Can be deleted where that is not used.',
      ja: 'FidoNet へのゲートウェイである `ifmail` コマンドにメールを渡します。使わないなら削除できます。',
    },
  },
  bsmtp: {
    text: {
      en: 'Hands mail to the `bsmtp` command for transport in batches. Can be deleted where that is not used.',
      ja: 'まとめて運ぶためのメールを `bsmtp` コマンドに渡します。使わないなら削除できます。',
    },
  },
  'scalemail-backend': {
    text: {
      en: 'Hands mail to the store program of Scalemail, a system of mailboxes spread over several servers. Can be deleted where that is not used.',
      ja: '複数のサーバーにメールボックスを分散する Scalemail の格納プログラムにメールを渡します。使わないなら削除できます。',
    },
  },
  mailman: {
    text: {
      en: 'Hands mail for mailing lists to Mailman 2. Mailman 3 takes its mail by LMTP instead and needs no such service.',
      ja: 'メーリングリスト宛てのメールを Mailman 2 に渡します。Mailman 3 は LMTP で受け取るため、このサービスは不要です。',
    },
  },
};

/** The programs that a service can run, by command name: one sentence each. */
export const PROGRAM_TEXTS: Readonly<Record<string, Text>> = {
  anvil: {
    en: 'Counts connections and requests for each client, for the rate limits of `smtpd`.',
    ja: '`smtpd` の流量制限のために、接続元ごとの接続やコマンドの回数を数えます。',
  },
  bounce: {
    en: 'Keeps the delivery logs of queued mail and sends error notices.',
    ja: 'キューにあるメールの配送記録を管理し、エラー通知を送ります。',
  },
  cleanup: {
    en: 'Completes, rewrites and checks each message, then puts it into the queue.',
    ja: 'メールを補完し、書き換え、検査してからキューに入れます。',
  },
  discard: {
    en: 'Accepts all mail and throws it away.',
    ja: 'すべてのメールを受け入れて捨てます。',
  },
  dnsblog: {
    en: 'Looks up clients in DNS block lists for `postscreen`.',
    ja: '`postscreen` のために、接続元を DNS ブロックリストで調べます。',
  },
  error: {
    en: 'Refuses or defers all mail that it is given, with a fixed reason.',
    ja: '渡されたメールをすべて、決められた理由で拒否するか保留します。',
  },
  flush: {
    en: 'Keeps a list of the queued mail of each domain, for delivery on demand.',
    ja: '要求に応じてすぐに配送できるよう、キューにあるメールをドメインごとに記録します。',
  },
  lmtp: {
    en: 'Delivers mail to a mailbox server by LMTP.',
    ja: 'LMTP でメールボックスサーバーにメールを配送します。',
  },
  local: {
    en: 'Delivers mail to the accounts of this machine, following aliases and `.forward` files.',
    ja: 'エイリアスと `.forward` ファイルに従い、このマシンのアカウントにメールを配送します。',
  },
  nbdb_reindexd: {
    en: 'Rebuilds tables of the types `hash` and `btree` in a newer format where Berkeley DB is no longer available.',
    ja: 'Berkeley DB が使えなくなった環境で、`hash` や `btree` のテーブルを新しい形式に作り直します。',
  },
  nqmgr: {
    en: 'Is the former name of the queue manager `qmgr`.',
    ja: 'キューマネージャー `qmgr` の昔の名前です。',
  },
  oqmgr: {
    en: 'Is the old queue manager, with simpler scheduling than `qmgr`.',
    ja: '`qmgr` より単純なスケジューリングを行う、古いキューマネージャーです。',
  },
  pickup: {
    en: 'Collects mail that was handed in on this machine by `sendmail`.',
    ja: 'このマシンで `sendmail` コマンドから渡されたメールを回収します。',
  },
  pipe: {
    en: 'Delivers mail by running an external command for it.',
    ja: '外部コマンドを実行してメールを配送します。',
  },
  postlogd: {
    en: 'Writes the log to a file or to the standard output, as set by `maillog_file`.',
    ja: '`maillog_file` の設定に従い、ログをファイルか標準出力に書き込みます。',
  },
  postscreen: {
    en: 'Stands before `smtpd` on port 25 and turns spam programs away before they cost much.',
    ja: '25番ポートで `smtpd` の前に立ち、迷惑メールの送信プログラムを少ない負荷で追い返します。',
  },
  proxymap: {
    en: 'Reads lookup tables, or as `proxywrite` writes them, for other processes.',
    ja: 'ほかのプロセスのためにルックアップテーブルを読み、`proxywrite` としては書き込みます。',
  },
  qmgr: {
    en: 'Manages the queue and hands each message to a delivery program.',
    ja: 'キューを管理し、メールをそれぞれの配送プログラムに渡します。',
  },
  qmqpd: {
    en: 'Receives mail by the QMQP protocol of qmail.',
    ja: 'qmail の QMQP プロトコルでメールを受け取ります。',
  },
  scache: {
    en: 'Keeps open connections for the SMTP client to use again.',
    ja: 'SMTPクライアントが使い回せるように、開いた接続を保持します。',
  },
  showq: {
    en: 'Lists the contents of the queue for `mailq`.',
    ja: '`mailq` のためにキューの内容を一覧にします。',
  },
  smtp: {
    en: 'Delivers mail to other servers by SMTP; under the name `lmtp` it speaks LMTP.',
    ja: 'SMTP でほかのサーバーにメールを配送します。`lmtp` という名前で動かすと LMTP を使います。',
  },
  smtpd: {
    en: 'Receives mail over the network by SMTP and decides what to accept.',
    ja: 'ネットワークから SMTP でメールを受け取り、受け入れるかどうかを判断します。',
  },
  spawn: {
    en: 'Runs an external command for each connection, for example a policy server.',
    ja: 'ポリシーサーバーなどの外部コマンドを、接続ごとに実行します。',
  },
  tlsmgr: {
    en: 'Keeps the random numbers and session caches that TLS needs.',
    ja: 'TLS に必要な乱数とセッションキャッシュを管理します。',
  },
  tlsproxy: {
    en: 'Does TLS on behalf of `postscreen` and of the SMTP client.',
    ja: '`postscreen` と SMTPクライアントに代わって TLS の処理を行います。',
  },
  'trivial-rewrite': {
    en: 'Completes addresses and finds the route of each recipient.',
    ja: 'アドレスを補完し、宛先ごとの経路を決めます。',
  },
  verify: {
    en: 'Checks whether addresses are deliverable, and remembers the answers.',
    ja: 'アドレスに配送できるかどうかを調べ、結果を記憶します。',
  },
  virtual: {
    en: 'Delivers mail to mailboxes that belong to no account of this machine.',
    ja: 'このマシンのアカウントに属さないメールボックスにメールを配送します。',
  },
};

/** The eight columns of master.cf, by the names of `ServiceEntry`. */
export const COLUMN_TEXTS = {
  service: {
    text: {
      en: 'The name of the service: for type `inet` the port to listen on, else a socket below the queue directory. A port is written by name or number, with an address in front if it is not to use all of `inet_interfaces`: `127.0.0.1:submission`, `[::1]:10025`. If name and type occur twice, the last line counts.',
      ja: 'サービスの名前です。タイプが `inet` なら待ち受けるポート、それ以外ならキューディレクトリの下のソケットです。ポートは名前か番号で書きます。`inet_interfaces` のすべてで待ち受けるのでなければ、`127.0.0.1:submission` や `[::1]:10025` のように前にアドレスを付けます。名前とタイプが同じ行が二つあるときは、最後の行が有効です。',
    },
    values: {},
  },
  type: {
    text: {
      en: 'How other programs reach the service. `inet` is for the network; the other types work on this machine only. A `-` is not possible here.',
      ja: 'ほかのプログラムがサービスに接続する方法です。ネットワークから接続するのは `inet` で、ほかのタイプはこのマシンの中だけで使われます。ここに `-` は書けません。',
    },
    values: {
      inet: {
        en: 'A TCP port, reachable over the network.',
        ja: 'ネットワークから接続できる TCP ポートです。',
      },
      unix: {
        en: 'A local socket, the usual type for services inside Postfix.',
        ja: 'ローカルのソケットで、Postfix 内部のサービスに普通に使われるタイプです。',
      },
      'unix-dgram': {
        en: 'A local datagram socket, for the service `postlog` (from 3.4).',
        ja: 'ローカルのデータグラムソケットで、`postlog` サービスに使います（3.4 以降）。',
      },
      fifo: {
        en: 'A named pipe, as older versions used for `pickup` and `qmgr`.',
        ja: '名前付きパイプで、古いバージョンの `pickup` と `qmgr` に使われていました。',
      },
      pass: {
        en: 'A local socket over which `postscreen` hands on connections.',
        ja: '`postscreen` が接続を引き渡すためのローカルのソケットです。',
      },
    },
  },
  private: {
    text: {
      en: 'Whether only Postfix itself may use the service. Services that commands such as `mailq` and `sendmail` connect to say `n`, and so must everything of type `inet`.',
      ja: 'サービスを Postfix の内部だけで使うかどうかです。`mailq` や `sendmail` などのコマンドが接続するサービスと、タイプが `inet` のものは、必ず `n` にします。',
    },
    values: {
      '-': {
        en: 'The default: `y`.',
        ja: '初期値の `y` と同じです。',
      },
      y: {
        en: 'For Postfix processes only.',
        ja: 'Postfix のプロセスだけが使えます。',
      },
      n: {
        en: 'Open to the Postfix commands, or to the network for type `inet`.',
        ja: 'Postfix のコマンドから、タイプが `inet` ならネットワークから使えます。',
      },
    },
  },
  unprivileged: {
    text: {
      en: 'Whether the process gives up root privileges. Only `local`, `virtual`, `pipe`, `spawn` and a few more need them and say `n`.',
      ja: 'プロセスが root 権限を手放すかどうかです。root 権限が必要なのは `local`、`virtual`、`pipe`、`spawn` などだけで、それらは `n` にします。',
    },
    values: {
      '-': {
        en: 'The default: `y`.',
        ja: '初期値の `y` と同じです。',
      },
      y: {
        en: 'Runs as the user named by `mail_owner`.',
        ja: '`mail_owner` のユーザーとして動きます。',
      },
      n: {
        en: 'Runs with root privileges.',
        ja: 'root 権限で動きます。',
      },
    },
  },
  chroot: {
    text: {
      en: 'Whether the process is locked into the queue directory. It then finds only files that were copied there: `/etc/resolv.conf`, `/etc/services`, sockets of a login server. Debian uses `y` for many services; when a name cannot be resolved or a socket is missing, this column is the first suspect.',
      ja: 'プロセスをキューディレクトリに閉じ込めるかどうかです。閉じ込めると、`/etc/resolv.conf`、`/etc/services`、認証サーバーのソケットなど、そこに複製したものしか見えません。Debian では多くのサービスが `y` です。名前を解決できない、ソケットが見つからないというときは、まずこの欄を疑ってください。',
    },
    values: {
      '-': {
        en: 'The default: `n` from 3.0 on if `compatibility_level` is at least `1`, otherwise `y`.',
        ja: '初期値です。3.0 以降で `compatibility_level` が `1` 以上なら `n`、そうでなければ `y` です。',
      },
      y: {
        en: 'Sees only what is below the queue directory.',
        ja: 'キューディレクトリの下にあるものだけが見えます。',
      },
      n: {
        en: 'Sees the whole file system.',
        ja: 'ファイルシステム全体が見えます。',
      },
    },
  },
  wakeup: {
    text: {
      en: 'After how many seconds the service is woken up, again and again. `pickup`, `qmgr` and `flush` need it, and the stock file has it for `tlsmgr`; everything else says `-`. A `?` after the number waits with this until the service has been used once.',
      ja: 'サービスを何秒ごとに起こすかです。`pickup`、`qmgr`、`flush` に必要で、標準のファイルでは `tlsmgr` にもあります。ほかは `-` にします。数字の後の `?` は、一度使われるまでは起こさないという意味です。',
    },
    values: {
      '-': {
        en: 'The default: never.',
        ja: '初期値で、起こしません。',
      },
      '0': {
        en: 'Never.',
        ja: '起こしません。',
      },
      '1000?': {
        en: 'Every 1000 seconds, but only once the service has been used.',
        ja: '1000秒ごとに起こしますが、サービスが一度使われてからです。',
      },
    },
  },
  processLimit: {
    text: {
      en: 'How many processes of the service may run at the same time. `qmgr`, `pickup`, `tlsmgr` and some others must have `1`; `cleanup`, `bounce`, `flush` and others must have `0`. For `smtpd` it is the number of simultaneous connections.',
      ja: 'サービスのプロセスを同時にいくつまで動かすかです。`qmgr`、`pickup`、`tlsmgr` などは必ず `1`、`cleanup`、`bounce`、`flush` などは必ず `0` にします。`smtpd` では同時に接続できる数になります。',
    },
    values: {
      '-': {
        en: 'The default: the value of `default_process_limit`.',
        ja: '初期値で、`default_process_limit` の値になります。',
      },
      '0': {
        en: 'No limit.',
        ja: '上限はありません。',
      },
      '1': {
        en: 'A single process.',
        ja: 'プロセスは一つだけです。',
      },
    },
  },
  command: {
    text: {
      en: 'The program that provides the service, and its arguments. Programs are looked for in `daemon_directory`. `-o name=value` sets a main.cf parameter for this service only: no blanks around `=` nor in the value, or from 3.0 in braces, `-o { name = value }`. A line that begins with a blank continues the entry; `-v` makes the log more detailed.',
      ja: 'サービスを提供するプログラムと、その引数です。プログラムは `daemon_directory` から探します。`-o name=value` は、このサービスだけに main.cf のパラメータを設定します。`=` の前後や値の中に空白は入れられませんが、3.0 以降は `-o { name = value }` のように波かっこで囲めば書けます。空白で始まる行は前の行の続きです。`-v` を付けるとログが詳しくなります。',
    },
    values: {},
  },
} as const satisfies Readonly<Record<string, ColumnText>>;

/** What we say of a master.cf service, by its name and type; `127.0.0.1:submission` and `587` are `submission`. */
export function serviceText(service: string, type: string): ServiceText | undefined {
  if (type !== 'inet') return textOf(LOCAL_SERVICES, service);
  const port = service.slice(service.lastIndexOf(':') + 1);
  return textOf(INET_SERVICES, PORT_NAMES.get(port) ?? port);
}
const PORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['25', 'smtp'],
  ['465', 'submissions'],
  ['587', 'submission'],
]);

function textOf(texts: Readonly<Record<string, ServiceText>>, name: string): ServiceText | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}
