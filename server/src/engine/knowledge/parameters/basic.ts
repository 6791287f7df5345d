import type { Facts } from './parameter';

export const basic = {
  compatibility_level: {
    since: '3.0',
    type: 'string',
    typeUntil: { '3.6': 'integer' },
    holds: 'compatibility level',
    default: '0',
    usedBy: ['*'],
    text: {
      en: "Tells for which version's standard settings this configuration was written. Where defaults have changed since then, Postfix keeps some of the old ones and logs each use of one; without the line, level `0` counts. Set it to the version whose defaults you have checked, `3.6` for example (before 3.6 only `0`, `1`, `2`). Do not raise it blindly: among others `mynetworks_style`, `relay_domains` and the chroot column depend on it.",
      ja: 'この設定が、どのバージョンの標準設定を前提に書かれたかを示します。その後のバージョンで変わった既定値のうち一部は、Postfix が古い値のまま使い続け、使うたびにログに残します。この行がなければ `0` とみなされます。既定値を確認したバージョンを `3.6` のように書きます（3.6 より前では `0`、`1`、`2` だけ）。`mynetworks_style`、`relay_domains`、chroot の欄などの既定値が変わるので、確認せずに上げないでください。',
    },
  },
  daemon_table_open_error_is_fatal: {
    since: '2.9',
    type: 'boolean',
    default: 'no',
    usedBy: ['*'],
    text: {
      en: 'Makes a daemon end at once when it cannot open a lookup table. Off, it logs an error and works on without the table; whatever needs that table logs a warning and fails for the time being. With `yes` one bad table stops the whole service, since each new process ends the same way. Leave it off, and look for `error:` in the log.',
      ja: 'ルックアップテーブルを開けないとき、デーモンをその場で終了させます。無効なら、エラーをログに残し、そのテーブルなしで動き続けます。そのテーブルを使う処理だけが、警告を残して一時的に失敗します。`yes` にすると、新しいプロセスも同じように終了するため、テーブル一つの不備でサービス全体が止まります。無効のままにし、ログの `error:` に注意してください。',
    },
  },
  default_privs: {
    type: 'string',
    holds: 'user name',
    minLength: 1,
    default: 'nobody',
    usedBy: ['*'],
    text: {
      en: "Names the user with whose rights `local` runs commands and writes files that are not an ordinary user's own. These are `|command` and `/file` in alias tables that belong to root, and commands for mail to root itself; for a table that belongs to someone else, that user's rights count. With root, the user in `mail_owner` or an unknown name here, Postfix does not start. There is seldom a reason to change it.",
      ja: '特定の利用者のものではないコマンドの実行やファイルへの書き込みを、`local` がどのユーザーの権限で行うかを指定します。root が所有する別名のテーブルに書かれた `|command` や `/file` と、root 宛てのメールを処理するコマンドが対象です。ほかのユーザーが所有するテーブルでは、そのユーザーの権限が使われます。root、`mail_owner` と同じユーザー、存在しない名前を書くと、Postfix は起動しません。変更する理由はほとんどありません。',
    },
  },
  dns_ncache_ttl_fix_enable: {
    since: '3.1',
    type: 'boolean',
    default: 'no',
    usedBy: ['*'],
    text: {
      en: 'Guards against system libraries that withhold the DNS answer when a name does not exist. `postscreen` needs that answer to know how long it may remember that a client is on no block list (`postscreen_dnsbl_min_ttl`, `postscreen_dnsbl_max_ttl`). It was added as a precaution for libraries to come; leave it off.',
      ja: '名前が存在しないという DNS の応答を、システムのライブラリが渡してくれない場合への備えです。`postscreen` は、接続元がブロックリストに載っていないことをいつまで覚えておくかを、その応答から決めます（`postscreen_dnsbl_min_ttl`、`postscreen_dnsbl_max_ttl`）。将来のライブラリに備えて用意されたものなので、無効のままにします。',
    },
  },
  dnssec_probe: {
    since: '3.6',
    backports: ['3.2.21', '3.3.16', '3.4.19', '3.5.9'],
    type: 'string',
    holds: 'dns probe',
    default: 'ns:.',
    usedBy: ['*'],
    text: {
      en: 'Names the DNS query, as `type:name`, by which Postfix finds out whether the resolver checks DNSSEC signatures. A process sends it once, when it has asked for checked answers and got none. If this answer is not checked either, the log warns `DNSSEC validation may be unavailable`: then the TLS level `dane` works without checked certificates and `dane-only` delivers nothing. Mend the resolver in `resolv.conf`, also in the chroot, rather than this; left empty, nothing is asked.',
      ja: 'リゾルバーが DNSSEC の署名を検証しているかどうかを確かめるための DNS の問い合わせを、`type:name` の形で指定します。検証を求めたのに検証済みの応答が一つも得られないとき、各プロセスが一度だけ問い合わせます。その応答も検証されていなければ、`DNSSEC validation may be unavailable` という警告がログに出ます。この状態では、TLS のレベル `dane` は証明書を確認せずに動き、`dane-only` では配送できません。ここを変えるのではなく、chroot の中も含めて `resolv.conf` のリゾルバーを直してください。空にすると問い合わせません。',
    },
  },
  dont_remove: {
    type: 'integer',
    default: '0',
    usedBy: ['*'],
    text: {
      en: "Moves queue files to the directory `saved` below `queue_directory` instead of deleting them, if it is not `0`. For debugging: `postcat` shows what is in them. Nothing ever empties that directory, so it fills the disk, and it holds everybody's mail.",
      ja: '`0` 以外にすると、キューのファイルを削除せず、`queue_directory` の下の `saved` ディレクトリに移します。デバッグ用で、中身は `postcat` で見られます。このディレクトリは自動では空にならないので、ディスクが埋まります。また、全員のメールがそこに残ります。',
    },
  },
  enable_idna2003_compatibility: {
    since: '3.2',
    type: 'boolean',
    expression: true,
    default: 'no',
    usedBy: ['*'],
    text: {
      en: 'Converts domain names beyond ASCII for the DNS by older rules, as Postfix did before 3.2. Only a few letters are affected, such as the German `ß`, which the old rules turn into `ss`; Japanese names stay the same. Leave it off: browsers follow the newer rules, and by the old ones mail could go to another domain.',
      ja: 'ASCII 以外の文字を含むドメインを、3.2 より前の Postfix と同じ古い規則で DNS 用に変換します。影響を受けるのは、古い規則では `ss` に変わるドイツ語の `ß` など、ごく一部の文字だけです。日本語のドメインは変わりません。ブラウザーは新しい規則に従っており、古い規則では別のドメインに届くおそれがあるので、無効のままにします。',
    },
  },
  enable_long_queue_ids: {
    since: '2.9',
    type: 'boolean',
    default: 'no',
    usedBy: ['*'],
    text: {
      en: 'Gives queue files longer names that are never used twice. With the short names, one name in the log can stand for several messages over time. Files already in the queue keep their names when you turn it on; turned off again, long names are replaced by short ones at `postfix reload`. Programs that read the log must cope with names in both upper and lower case.',
      ja: 'キューのファイルに、二度と使われない長い名前を付けます。短い名前では、ログの同じ名前が、時間をおいて別のメールを指すことがあります。有効にしても、すでにキューにあるファイルの名前は変わりません。無効に戻すと、`postfix reload` のときに長い名前が短い名前に置き換えられます。ログを解析するプログラムは、大文字と小文字の混じった名前に対応している必要があります。',
    },
  },
  fault_injection_code: {
    type: 'integer',
    default: '0',
    usedBy: ['*'],
    text: {
      en: 'Makes deliveries to mailboxes, files and commands fail on purpose, so that developers can test what happens then. `1` treats the queue file as damaged, `2` acts out a read error and `3` a write error; other numbers do nothing. Never set it on a working server: mail is set aside as corrupt or comes back to its sender.',
      ja: '開発者が失敗時の動きを試せるように、メールボックス、ファイル、コマンドへの配送をわざと失敗させます。`1` はキューのファイルの破損、`2` は読み込みエラー、`3` は書き込みエラーを装い、ほかの数は何もしません。メールが破損したものとして隔離されたり、送信者に戻ったりするので、運用中のサーバーでは絶対に設定しないでください。',
    },
  },
  inet_interfaces: {
    type: 'string',
    holds: 'interface list',
    list: true,
    default: 'all',
    usedBy: ['*'],
    text: {
      en: "Tells on which of the machine's addresses Postfix receives mail. `loopback-only` is for machines that only send, `all` for servers. Changing it takes `postfix stop` and `postfix start`, a reload is not enough. If it names just one address that is not a loopback address, outgoing connections start from that address too.",
      ja: 'このマシンのどのアドレスでメールを受け取るかを指定します。送信だけなら `loopback-only`、サーバーなら `all` にします。変更したら再読み込みではなく、`postfix stop` と `postfix start` が必要です。ループバック以外のアドレスを一つだけ書くと、外への接続にもそのアドレスが使われます。',
    },
    op25b: {
      en: 'A machine that only hands mail to a relay needs no open port: `loopback-only` keeps strangers out.',
      ja: '中継サーバーに渡すだけのマシンは、外に対してポートを開く必要がありません。`loopback-only` にすると外部から接続できなくなります。',
      example: 'inet_interfaces = loopback-only',
    },
  },
  inet_protocols: {
    since: '2.2',
    type: 'keywords',
    values: {
      all: {
        text: {
          en: 'Both protocols, as far as the system has them.',
          ja: 'システムで使えるプロトコルを両方とも使います。',
        },
      },
      ipv6: {
        text: { en: 'IPv6 only, unless `ipv4` is listed too.', ja: '`ipv4` を併記しない限り、IPv6 だけを使います。' },
      },
      ipv4: {
        text: { en: 'IPv4 only, unless `ipv6` is listed too.', ja: '`ipv6` を併記しない限り、IPv4 だけを使います。' },
      },
    },
    caseSensitive: true,
    mayBeEmpty: true,
    default: { '2.2': 'ipv4', '2.9': 'all' },
    defaultFrom: 'build',
    usedBy: ['*'],
    text: {
      en: 'Tells whether Postfix uses IPv4, IPv6 or both, for receiving and for sending. On a machine without working IPv6, `ipv4` ends messages such as `Network is unreachable`. Changing it takes `postfix stop` and `postfix start`. To send over one protocol but receive over both, set it by `-o` on the `smtp` service.',
      ja: '受信と送信で IPv4、IPv6 のどちらを使うか、または両方を使うかを指定します。IPv6 が使えないマシンでは、`ipv4` にすると `Network is unreachable` のようなログが出なくなります。変更したら `postfix stop` と `postfix start` が必要です。受信は両方、送信は片方だけにするには、`smtp` サービスに `-o` で指定します。',
    },
    op25b: {
      en: 'If direct delivery is possible on your line but large mail services refuse it over IPv6, because your IPv6 address has no reverse DNS entry, `ipv4` helps. It does not get around OP25B.',
      ja: '回線から直接配送できても、IPv6 アドレスに逆引きがないために大手のメールサービスから拒否されることがあります。その場合は `ipv4` にすると解決します。OP25B を回避するものではありません。',
      example: 'inet_protocols = ipv4',
    },
  },
  known_tcp_ports: {
    since: '3.6',
    type: 'string',
    holds: 'port name list',
    list: true,
    default: 'lmtp=24, smtp=25, smtps=submissions=465, submission=587',
    usedBy: ['*'],
    text: {
      en: 'Fixes the numbers of ports that are written by name, ahead of what the system knows from `/etc/services`. It exists because systems do not agree on the name of port 465, `smtps` or `submissions`. A value of your own replaces the whole list, and an empty one leaves all names to the system. Mind the comma between two entries: without it Postfix warns and gives one name the port of the other.',
      ja: '名前で書かれたポートの番号を定めます。システムの `/etc/services` より優先されます。465番ポートの名前が、システムによって `smtps` だったり `submissions` だったりするために用意されました。値を設定すると標準の一覧はすべて置き換わり、空にするとどの名前もシステムで調べます。項目の間のコンマを忘れると、警告が出て、別の項目の番号が割り当てられてしまいます。',
    },
  },
  mydomain: {
    type: 'string',
    holds: 'domain name',
    minLength: 1,
    default: null,
    defaultFrom: 'machine',
    usedBy: ['*'],
    text: {
      en: 'Gives the domain of this mail system; other parameters refer to it as `$mydomain`. Left alone it is `myhostname` without its first part, so it is right as soon as `myhostname` is. Setting it does not make Postfix receive mail for the domain: that is `mydestination`.',
      ja: 'このメールシステムのドメインです。ほかのパラメータから `$mydomain` として参照されます。設定しなければ `myhostname` から先頭の部分を除いたものになるため、`myhostname` が正しければ設定は不要です。ここに書いただけでは、そのドメイン宛てのメールは受信しません。受信するドメインは `mydestination` に書きます。',
    },
    op25b: {
      en: 'Set it to a domain that you really own, or that your provider gave you; it ends up in sender addresses by way of `myorigin`.',
      ja: '実際に所有しているか、プロバイダーから割り当てられたドメインにしてください。`myorigin` を通じて送信者アドレスに使われます。',
      example: 'mydomain = example.jp',
    },
  },
  myhostname: {
    type: 'string',
    holds: 'host name',
    minLength: 1,
    default: null,
    defaultFrom: 'machine',
    usedBy: ['*'],
    text: {
      en: 'Gives the full name of this machine with its domain, as it appears in the greeting, in HELO and in the headers. Many parameters build on it: `mydomain`, `myorigin`, `mydestination`. A name such as `localhost.localdomain` makes other servers suspicious; where mail is delivered directly, the name and the reverse DNS entry of your address should agree. Two machines with the same name stop mail between them as a loop.',
      ja: 'このマシンの、ドメインを含む完全な名前です。接続時のあいさつ、HELO、ヘッダーに使われます。`mydomain`、`myorigin`、`mydestination` など多くのパラメータの元になります。`localhost.localdomain` のような名前は、ほかのサーバーに怪しまれます。直接配送するなら、IPアドレスの逆引きと一致させてください。2台に同じ名前を付けると、その間のメールはループとして止められます。',
    },
    op25b: {
      en: 'Also used as HELO name towards the relay. With a relay it need not match the reverse DNS entry of your dynamic address, but it should be a full name.',
      ja: '中継サーバーへの HELO にも使われます。中継サーバーを使うなら、動的IPアドレスの逆引きと一致していなくても構いませんが、ドメインを含む完全な名前にします。',
      example: 'myhostname = mail.example.jp',
    },
  },
  mynetworks: {
    type: 'string',
    holds: 'network list',
    list: true,
    default: null,
    defaultFrom: 'machine',
    usedBy: ['*'],
    text: {
      en: 'Lists the addresses of clients that are trusted without login; they may relay. Keep it to this machine and the hosts that really need it. Networks are written as `192.168.1.0/24`; with `192.168.1.5/24`, where the host part is not zero, mail is put off with `Temporary lookup failure`. IPv6 stands in brackets, `[2001:db8:1::]/64`; `!` in front excludes. Never include a proxy or NAT that hides the real addresses of clients: everyone behind it would be trusted, and the server an open relay.',
      ja: 'ログインしなくても信頼され、リレーを許可される接続元のアドレスを並べます。このマシンと、本当に必要なホストだけにしてください。ネットワークは `192.168.1.0/24` のように書きます。`192.168.1.5/24` のようにホスト部がゼロでないと、`Temporary lookup failure` という一時的なエラーになり、メールが受け付けられません。IPv6 は `[2001:db8:1::]/64` のように角かっこで囲みます。前に `!` を付けると除外します。本当の接続元を隠すプロキシや NAT のアドレスは、絶対に含めないでください。それを通る接続がすべて信頼され、オープンリレーになります。',
    },
    op25b: {
      en: 'List your printers and servers at home if they cannot log in. Do not list the network of your provider or of your phone: users outside log in on `submission` instead.',
      ja: '自宅のプリンターやサーバーなど、認証できない機器を書きます。プロバイダーや携帯電話会社のネットワークは書かないでください。外の利用者には `submission` でログインさせます。',
      example: 'mynetworks = 127.0.0.0/8, [::1]/128, 192.168.1.0/24',
    },
  },
  mynetworks_style: {
    type: 'keyword',
    values: {
      class: {
        text: {
          en: "All of the old class A, B or C network around this machine's address: hardly ever what you want.",
          ja: 'このマシンのアドレスを含む、昔のクラスA、B、C のネットワーク全体を信頼します。適切な場面はほとんどありません。',
        },
      },
      subnet: {
        text: {
          en: 'All machines in the same networks as this one, which at a hosting provider can be other customers.',
          ja: 'このマシンと同じネットワークにあるすべてのマシンを信頼します。レンタルサーバーや VPS では他の契約者かもしれません。',
        },
      },
      host: { text: { en: 'Only this machine.', ja: 'このマシンだけを信頼します。' } },
    },
    caseSensitive: true,
    minLength: 1,
    default: {
      '2.0': 'subnet',
      '3.0': '${{$compatibility_level} < {2} ? {subnet} : {host}}',
      '3.6': '${{$compatibility_level} <level {2} ? {subnet} : {host}}',
    },
    usedBy: ['*'],
    text: {
      en: 'Tells how the list of trusted clients is made when `mynetworks` is not set; otherwise it is ignored. `host` is the safe one. `class` can include strangers who merely have a similar address.',
      ja: '`mynetworks` を設定していないときに、信頼する接続元の一覧をどう作るかを指定します。設定していれば無視されます。安全なのは `host` です。`class` では、アドレスが近いだけの他人まで含まれることがあります。',
    },
    op25b: {
      en: 'On a line with OP25B the address is often dynamic and its neighbours are other customers: use `host`, or list your own network in `mynetworks`.',
      ja: 'OP25B の回線ではアドレスが動的で、近くのアドレスは他の契約者であることが普通です。`host` にするか、自宅のネットワークを `mynetworks` に書いてください。',
      example: 'mynetworks_style = host',
    },
  },
  parent_domain_matches_subdomains: {
    type: 'keywords',
    values: {
      debug_peer_list: { text: { en: 'Host names in `debug_peer_list`.', ja: '`debug_peer_list` のホスト名です。' } },
      fast_flush_domains: {
        text: { en: 'Domains in `fast_flush_domains`.', ja: '`fast_flush_domains` のドメインです。' },
      },
      mynetworks: {
        text: {
          en: 'Host names in `mynetworks`, which are possible there beside addresses.',
          ja: '`mynetworks` にアドレスと並べて書けるホスト名です。',
        },
      },
      permit_mx_backup_networks: {
        text: { en: 'Host names in `permit_mx_backup_networks`.', ja: '`permit_mx_backup_networks` のホスト名です。' },
      },
      postscreen_access_list: {
        text: {
          en: 'Changes nothing: `postscreen` compares addresses only, not names.',
          ja: '`postscreen` は名前ではなくアドレスだけを調べるので、何も変わりません。',
        },
      },
      qmqpd_authorized_clients: {
        text: { en: 'Host names in `qmqpd_authorized_clients`.', ja: '`qmqpd_authorized_clients` のホスト名です。' },
      },
      relay_domains: { text: { en: 'Domains in `relay_domains`.', ja: '`relay_domains` のドメインです。' } },
      smtpd_access_maps: {
        text: {
          en: 'Keys of access tables, as in `check_client_access`.',
          ja: '`check_client_access` などのアクセステーブルのキーです。',
        },
      },
      smtpd_client_event_limit_exceptions: {
        text: {
          en: 'Host names in `smtpd_client_event_limit_exceptions`.',
          ja: '`smtpd_client_event_limit_exceptions` のホスト名です。',
        },
      },
      transport_maps: { text: { en: 'Keys of `transport_maps`.', ja: '`transport_maps` のキーです。' } },
    },
    mayBeEmpty: true,
    otherValues: true,
    default:
      'debug_peer_list,fast_flush_domains,mynetworks,permit_mx_backup_networks,qmqpd_authorized_clients,relay_domains,smtpd_access_maps',
    usedBy: ['*'],
    text: {
      en: 'Lists the features in which a pattern `example.jp` also stands for everything below that domain, such as `mail.example.jp`. For a feature in the list `.example.jp` matches nothing; if you take its name out, only `.example.jp` covers what lies below. Before that, rewrite all patterns that it concerns; the tables of all access restrictions, for example, go together under one word. There is seldom a reason to change it.',
      ja: '`example.jp` というパターンが、`mail.example.jp` のようなサブドメインにも一致する機能を並べます。この一覧にある機能では、`.example.jp` と書いても何にも一致しません。一覧から外すと、逆に `.example.jp` と書いたときだけサブドメインに一致します。外す前に、関係するパターンをすべて書き直してください。たとえばアクセス制限のテーブルは、全部が一つの言葉でまとめて指定されます。変更する理由はほとんどありません。',
    },
  },
  proxy_interfaces: {
    type: 'string',
    holds: 'interface list',
    list: true,
    default: '',
    usedBy: ['*'],
    text: {
      en: 'Lists addresses of a router or proxy in front that stand for this machine outside. So Postfix recognises mail to them as its own and does not send it to itself in a loop. Needed above all on a backup server behind NAT.',
      ja: '手前のルーターやプロキシが持つ、外から見たこのマシンのアドレスを並べます。Postfix はそれを自分宛てと認識し、自分自身に送り続けるループを防げます。特に、NAT の内側にある予備のメールサーバーで必要です。',
    },
    op25b: {
      en: 'At home, the public address of your router; with a dynamic address it changes, but a machine that uses a relay for all mail does without this.',
      ja: '自宅ではルーターのグローバルアドレスです。動的IPアドレスでは変わってしまいますが、すべてのメールを中継サーバーに渡すマシンでは設定しなくても済みます。',
    },
  },
  respectful_logging: {
    since: '3.6',
    type: 'boolean',
    expression: true,
    default: '${{$compatibility_level} <level {3.6} ? {no} : {yes}}',
    usedBy: ['*'],
    text: {
      en: 'Tells whether `postscreen` logs `ALLOWLISTED` and `DENYLISTED` or the older words `WHITELISTED` and `BLACKLISTED`. Nothing else changes. Programs that read the log, for statistics or for blocking clients, must know the words that you choose.',
      ja: '`postscreen` のログの言葉を、`ALLOWLISTED` と `DENYLISTED` にするか、以前の `WHITELISTED` と `BLACKLISTED` にするかを指定します。変わるのはログだけです。統計や接続元の遮断のためにログを読むプログラムは、選んだ言葉に対応している必要があります。',
    },
  },
  service_name: {
    since: '3.3',
    type: 'string',
    holds: 'word',
    default: { '3.3': null, '3.11.1': 'amnesiac' },
    defaultFrom: 'program',
    usedBy: ['lib:master', '*'],
    text: {
      en: 'Stands for the name of the running service, the first column of its line in master.cf. It is there to be used, not to be set: each daemon puts its own name in, and overwrites a value from main.cf. With `-o syslog_name=postfix/$service_name` the log tells the services apart that run the same program.',
      ja: '動いているサービスの名前、つまり master.cf の行の最初の欄を表します。設定するためではなく、参照するためのものです。デーモンが自分のサービス名を入れ、main.cf の値は上書きされます。`-o syslog_name=postfix/$service_name` と書くと、同じプログラムを使うサービスをログで見分けられます。',
    },
  },
  smtputf8_autodetect_classes: {
    since: '3.0',
    type: 'keywords',
    values: {
      sendmail: {
        text: { en: 'Mail handed in by the command `sendmail`.', ja: '`sendmail` コマンドで渡されたメールです。' },
      },
      smtpd: { text: { en: 'Mail that the SMTP server receives.', ja: 'SMTPサーバーが受け取ったメールです。' } },
      qmqpd: { text: { en: 'Mail that `qmqpd` receives.', ja: '`qmqpd` が受け取ったメールです。' } },
      forward: {
        text: {
          en: 'Mail that `local` forwards by an alias or a `.forward` file.',
          ja: '`local` が別名や `.forward` ファイルで転送するメールです。',
        },
      },
      bounce: { text: { en: 'Error notices and other delivery reports.', ja: 'エラーの通知など、配送の報告です。' } },
      notify: {
        text: {
          en: 'Reports to the postmaster on SMTP sessions with errors.',
          ja: 'エラーのあった SMTP のやり取りを管理者に知らせるメールです。',
        },
      },
      verify: { text: { en: 'Probes of address verification.', ja: 'アドレス検証のための確認のメールです。' } },
      all: { text: { en: 'All mail.', ja: 'すべてのメールです。' } },
    },
    caseSensitive: true,
    mayBeEmpty: true,
    minLength: 1,
    default: 'sendmail, verify',
    usedBy: ['*'],
    text: {
      en: 'Lists the origins of mail for which Postfix itself finds out whether SMTPUTF8 is needed. A message with characters beyond ASCII in an address or a header then counts as needing it, and comes back with `5.6.7` if the next server does not offer it. That happens to scripts which hand an unencoded `Subject:` in UTF-8 to `sendmail`: encode the header, or take `sendmail` out of the list. The list must not be empty; `verify` alone will do.',
      ja: 'SMTPUTF8 が必要かどうかを Postfix 自身が判断するメールの種類を並べます。対象のメールでは、アドレスかヘッダーに ASCII 以外の文字があると SMTPUTF8 が必要とみなされ、相手のサーバーが対応していなければ `5.6.7` で送信者に戻ります。UTF-8 の `Subject:` をエンコードせずに `sendmail` へ渡すスクリプトで起こります。ヘッダーをエンコードするか、一覧から `sendmail` を外してください。一覧は空にできませんが、`verify` だけでも構いません。',
    },
  },
  smtputf8_enable: {
    since: '3.0',
    type: 'boolean',
    expression: true,
    default: {
      '3.0': '${{$compatibility_level} < {1} ? {no} : {yes}}',
      '3.6': '${{$compatibility_level} <level {1} ? {no} : {yes}}',
    },
    defaultFrom: 'build',
    usedBy: ['*'],
    text: {
      en: 'Turns on SMTPUTF8, with which addresses and headers may contain characters beyond ASCII, such as Japanese. The SMTP server then offers it, and refuses commands that are not valid UTF-8. A message that makes use of it comes back with `5.6.7` when the next server does not offer it. Turn it off if your content filter or mail store cannot cope; mail is then handled as before 3.0. If Postfix was built without the ICU library, it is always off.',
      ja: 'アドレスやヘッダーに日本語など ASCII 以外の文字を使える SMTPUTF8 を有効にします。SMTPサーバーはこの機能を提供し、UTF-8 として正しくないコマンドを拒否します。この機能を使ったメールは、次のサーバーが対応していないと `5.6.7` で送信者に戻ります。コンテンツフィルターやメールボックスのサーバーが対応していなければ無効にします。その場合は 3.0 より前と同じ扱いになります。ICU ライブラリなしで作られた Postfix では、常に無効です。',
    },
  },
  soft_bounce: {
    type: 'boolean',
    default: 'no',
    usedBy: ['*'],
    text: {
      en: 'Turns permanent errors into temporary ones, so that mail waits instead of coming back. A safety net while you change a configuration. Do not forget it: with it on, refused spam is tried again and again, and senders learn nothing of real errors.',
      ja: '恒久的なエラーを一時的なものに変え、メールを送信者に返さずに残します。設定を変更している間の安全策です。戻し忘れると、拒否した迷惑メールが何度も送られてきて、本当のエラーも送信者に伝わりません。',
    },
  },
  stress: {
    since: '2.5',
    type: 'string',
    holds: 'word',
    default: '',
    usedBy: ['smtpd'],
    text: {
      en: 'Becomes `yes` when all processes of a public service are busy, and stays so for a while; otherwise it is empty. `master` hands it to the SMTP server, where values such as `${stress?{10}:{300}}s` use it to get rid of slow clients sooner, as in `smtpd_timeout`. In main.cf it has no effect on public services. To try out the state of overload, add `-o stress=yes` to the service in master.cf; `-o stress=` keeps it off for good.',
      ja: '外部に公開しているサービスのプロセスがすべて使われると `yes` になり、しばらくそのままです。それ以外のときは空です。`master` が SMTPサーバーに渡します。`smtpd_timeout` などで `${stress?{10}:{300}}s` のような値に使われ、遅いクライアントを早く切り離します。main.cf に書いても、公開しているサービスには効果がありません。過負荷の状態を試すには、master.cf のサービスに `-o stress=yes` を付けます。`-o stress=` を付けると、その状態にならなくなります。',
    },
  },
  strict_smtputf8: {
    since: '3.0',
    type: 'boolean',
    default: 'no',
    usedBy: ['*'],
    text: {
      en: 'Accepts addresses with characters beyond ASCII only from clients that declare SMTPUTF8. All others get `553 5.6.7`. Off, Postfix takes such addresses without the declaration too, as it always has. If `smtputf8_enable` is off, no client can declare it, so every such address is refused.',
      ja: 'ASCII 以外の文字を含むアドレスを、SMTPUTF8 の使用を宣言したクライアントからだけ受け付けます。宣言がなければ `553 5.6.7` で拒否します。無効なら、従来どおり宣言がなくても受け付けます。`smtputf8_enable` が無効だと宣言そのものができないため、そのようなアドレスはすべて拒否されます。',
    },
  },
} satisfies Facts;
