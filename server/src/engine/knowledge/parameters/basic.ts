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
      en: "Tells for which version's standard settings this configuration was written. At a lower level than the installed version Postfix keeps some old defaults and logs each use of one; without the line, level `0` counts. Set it to the version whose defaults you have checked, `3.6` for example (before 3.6 only `0`, `1`, `2`). Do not raise it blindly: among others `mynetworks_style`, `relay_domains` and the chroot column depend on it.",
      ja: 'この設定が、どのバージョンの標準設定を前提に書かれたかを示します。インストールされたバージョンより低いと、Postfix は一部の古い初期値を使い続け、使うたびにログに残します。この行がなければ `0` とみなされます。初期値を確認したバージョンを `3.6` のように書きます（3.6 より前では `0`、`1`、`2` だけ）。`mynetworks_style`、`relay_domains`、chroot の欄などの初期値が変わるので、確認せずに上げないでください。',
    },
  },
  daemon_table_open_error_is_fatal: { since: '2.9', type: 'boolean', default: 'no', usedBy: ['*'] },
  default_privs: { type: 'string', holds: 'user name', minLength: 1, default: 'nobody', usedBy: ['*'] },
  dns_ncache_ttl_fix_enable: { since: '3.1', type: 'boolean', default: 'no', usedBy: ['*'] },
  dnssec_probe: {
    since: '3.6',
    backports: ['3.2.21', '3.3.16', '3.4.19', '3.5.9'],
    type: 'string',
    holds: 'dns probe',
    default: 'ns:.',
    usedBy: ['*'],
  },
  dont_remove: { type: 'integer', default: '0', usedBy: ['*'] },
  enable_idna2003_compatibility: { since: '3.2', type: 'boolean', expression: true, default: 'no', usedBy: ['*'] },
  enable_long_queue_ids: { since: '2.9', type: 'boolean', default: 'no', usedBy: ['*'] },
  fault_injection_code: { type: 'integer', holds: 'smtp reply code', default: '0', usedBy: ['*'] },
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
      en: 'Lists the addresses of clients that are trusted without login; they may relay. Keep it to this machine and the hosts that really need it. Networks are written as `192.168.1.0/24`; with `192.168.1.5/24`, where the host part is not zero, mail is put off with `Temporary lookup failure`. IPv6 stands in brackets, `[2001:db8:1::]/64`; `!` in front excludes. A proxy or NAT in front that hides the real addresses makes every client look trusted: that is an open relay.',
      ja: 'ログインしなくても信頼され、リレーを許可される接続元のアドレスを並べます。このマシンと、本当に必要なホストだけにしてください。ネットワークは `192.168.1.0/24` のように書きます。`192.168.1.5/24` のようにホスト部がゼロでないと、`Temporary lookup failure` でメールが受け付けられなくなります。IPv6 は `[2001:db8:1::]/64` のように角かっこで囲みます。前に `!` を付けると除外します。手前のプロキシや NAT が本当のアドレスを隠していると、すべての接続元が信頼され、オープンリレーになります。',
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
      debug_peer_list: {},
      fast_flush_domains: {},
      mynetworks: {},
      permit_mx_backup_networks: {},
      postscreen_access_list: {},
      qmqpd_authorized_clients: {},
      relay_domains: {},
      smtpd_access_maps: {},
      smtpd_client_event_limit_exceptions: {},
    },
    mayBeEmpty: true,
    otherValues: true,
    default:
      'debug_peer_list,fast_flush_domains,mynetworks,permit_mx_backup_networks,qmqpd_authorized_clients,relay_domains,smtpd_access_maps',
    usedBy: ['*'],
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
  },
  service_name: {
    since: '3.3',
    type: 'string',
    holds: 'word',
    default: { '3.3': null, '3.11.1': 'amnesiac' },
    defaultFrom: 'program',
    usedBy: ['lib:master', '*'],
  },
  smtputf8_autodetect_classes: {
    since: '3.0',
    type: 'keywords',
    values: { sendmail: {}, smtpd: {}, qmqpd: {}, forward: {}, bounce: {}, notify: {}, verify: {}, all: {} },
    caseSensitive: true,
    mayBeEmpty: true,
    minLength: 1,
    default: 'sendmail, verify',
    usedBy: ['*'],
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
  stress: { since: '2.5', type: 'string', holds: 'word', default: '', usedBy: ['smtpd'] },
  strict_smtputf8: { since: '3.0', type: 'boolean', default: 'no', usedBy: ['*'] },
} satisfies Facts;
