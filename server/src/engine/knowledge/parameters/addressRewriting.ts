import type { Facts } from './parameter';
import { ADDRESS_CLASSES, RECIPIENT_CLASSES, SENDER_CLASSES } from './vocabulary';

export const addressRewriting = {
  allow_percent_hack: {
    type: 'boolean',
    default: 'yes',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Turns addresses such as `user%example.jp` into `user@example.jp`. A trace of networks before the Internet; harmless where relaying is controlled properly.',
      ja: '`user%example.jp` のようなアドレスを `user@example.jp` に変えます。インターネット以前のネットワークの名残で、リレーの制限が正しければ害はありません。',
    },
  },
  always_bcc: {
    type: 'string',
    holds: 'mail address',
    default: '',
    usedBy: ['cleanup'],
    text: {
      en: 'Adds one hidden recipient to all mail that comes in from outside or is sent by your users. The mailbox grows quickly, and people whose mail is copied should know. For single senders or recipients use `sender_bcc_maps` or `recipient_bcc_maps`.',
      ja: '外から届くメールにも利用者が送るメールにも、すべて BCC の宛先を一つ加えます。メールボックスはすぐに大きくなり、対象の人には知らせておくべきです。特定の送信者や宛先だけなら `sender_bcc_maps` や `recipient_bcc_maps` を使います。',
    },
  },
  append_at_myorigin: {
    type: 'boolean',
    default: 'yes',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Adds `@$myorigin` to addresses without a domain. Programs on this machine rely on it, so leave it on; bare user names cannot be delivered.',
      ja: 'ドメインのないアドレスに `@$myorigin` を補います。このマシンのプログラムはこれを前提にしており、ユーザー名だけでは配送できないため、有効のままにします。',
    },
  },
  append_dot_mydomain: {
    type: 'boolean',
    expression: true,
    default: {
      '2.0': 'yes',
      '3.0': '${{$compatibility_level} < {1} ? {yes} : {no}}',
      '3.6': '${{$compatibility_level} <level {1} ? {yes} : {no}}',
    },
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Adds `$mydomain` to host names without a dot in addresses, so that `taro@mail` becomes `taro@mail.example.jp`. Mail programs should send whole addresses, and guessing is not safe: `no`.',
      ja: 'アドレスの中の、ドットのないホスト名に `$mydomain` を補い、`taro@mail` を `taro@mail.example.jp` にします。アドレスを完全な形にするのはメールソフトの仕事で、推測で補うのは安全ではありません。`no` にします。',
    },
  },
  canonical_classes: {
    since: '2.2',
    type: 'keywords',
    values: ADDRESS_CLASSES,
    caseSensitive: true,
    minLength: 1,
    default: 'envelope_sender, envelope_recipient, header_sender, header_recipient',
    usedBy: ['cleanup'],
    text: {
      en: 'Tells which addresses `canonical_maps` rewrites. Leave out the recipient classes if the table is about senders only; otherwise it changes `To:` headers as well. Addresses in headers are rewritten only in mail from `sendmail` and from clients in `local_header_rewrite_clients`, or in all mail if `remote_header_rewrite_domain` is set. `sender_canonical_maps` and `recipient_canonical_maps` go by `sender_canonical_classes` and `recipient_canonical_classes` instead.',
      ja: '`canonical_maps` がどのアドレスを書き換えるかを指定します。送信者だけのためのテーブルなら、宛先の2種類を外してください。外さないと `To:` ヘッダーなども変わります。ヘッダーのアドレスが書き換わるのは、`sendmail` と `local_header_rewrite_clients` の接続元からのメールだけで、`remote_header_rewrite_domain` を設定するとすべてのメールが対象になります。`sender_canonical_maps` と `recipient_canonical_maps` の対象は、`sender_canonical_classes` と `recipient_canonical_classes` で決まります。',
    },
  },
  canonical_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['cleanup', 'proxymap', 'smtpd'],
    text: {
      en: 'Rewrites addresses of senders and recipients, in the envelope and in the headers, before mail enters the queue. Meant for such things as turning login names into `First.Last` addresses. `canonical_classes` can limit it to some of these addresses; `sender_canonical_maps` and `recipient_canonical_maps` come first.',
      ja: 'メールがキューに入る前に、エンベロープとヘッダーにある送信者と宛先のアドレスを書き換えます。ログイン名を `First.Last` の形にするような用途のためのものです。対象は `canonical_classes` で絞れます。`sender_canonical_maps` と `recipient_canonical_maps` が先に適用されます。',
    },
  },
  empty_address_default_transport_maps_lookup_key: {
    since: '2.7',
    type: 'string',
    holds: 'lookup key',
    minLength: 1,
    default: '<>',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Sets the key by which `sender_dependent_default_transport_maps` is searched for mail without a sender, such as error notices. An entry with this key sends them by a transport of their own; without one they go by `default_transport`. There is hardly a reason to change the key itself.',
      ja: 'エラー通知など、送信者が空のメールについて `sender_dependent_default_transport_maps` を検索するときのキーです。このキーの項目を書くと、それらを別のトランスポートで送れます。項目がなければ `default_transport` に従います。キーそのものを変える理由はほとんどありません。',
    },
  },
  empty_address_local_login_sender_maps_lookup_key: {
    since: '3.6',
    type: 'string',
    holds: 'lookup key',
    default: '<>',
    usedBy: ['postdrop'],
    text: {
      en: 'Sets the word that stands for the empty sender in the results of `local_login_sender_maps`. Users whose entry contains this word may send mail without a sender address, as programs that report errors do. In spite of the name it is not a lookup key. Never leave it empty: once `local_login_sender_maps` is set, `postdrop` would crash at every message, and no program on this machine could send mail by `sendmail`.',
      ja: '`local_login_sender_maps` の検索結果の中で、空の送信者を表す語です。項目にこの語がある利用者は、エラーを知らせるプログラムのように、送信者が空のメールを送れます。名前に反して、検索キーではありません。空にしないでください。`local_login_sender_maps` を設定していると `postdrop` がメールごとに異常終了し、このマシンのプログラムは `sendmail` でメールを送れなくなります。',
    },
  },
  empty_address_recipient: {
    type: 'string',
    holds: 'mail address',
    minLength: 1,
    default: 'MAILER-DAEMON',
    usedBy: ['cleanup', 'showq', 'trivial-rewrite'],
    text: {
      en: 'Names who gets mail that is addressed to nobody. Postfix does not accept such mail by SMTP; only a mistake on this machine, in a program or a table, produces it. `mailq` also shows this name in place of the empty sender of error notices. See to it that an alias leads the address to somebody.',
      ja: '宛先が空のメールを受け取る人です。Postfix は SMTP ではそのようなメールを受け付けないので、このマシンのプログラムやテーブルの誤りだけが原因になります。`mailq` では、エラー通知の空の送信者の代わりにもこの名前が表示されます。別名などで、誰かに届くようにしておきます。',
    },
  },
  empty_address_relayhost_maps_lookup_key: {
    since: '2.5',
    type: 'string',
    holds: 'lookup key',
    minLength: 1,
    default: '<>',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Sets the key by which `sender_dependent_relayhost_maps` is searched for mail without a sender, such as error notices. Write an entry with this key to send them through a certain relay too.',
      ja: 'エラー通知など、送信者が空のメールについて `sender_dependent_relayhost_maps` を検索するときのキーです。このキーの項目を書くと、それらも決まった中継サーバーに送れます。',
    },
  },
  full_name_encoding_charset: {
    since: '3.10',
    type: 'string',
    holds: 'charset name',
    minLength: 1,
    default: 'utf-8',
    usedBy: ['cleanup'],
    text: {
      en: "Tells in which character set the full names of users are written, for the `From:` header that Postfix adds to mail from `sendmail` without one. The name comes from the option `-F`, the environment variable `NAME` or the account's entry in `/etc/passwd`; if it is not plain ASCII, it is encoded and marked with this character set. Postfix converts nothing: if the names are really in another character set, mail programs show garbage. A value that cannot be the name of a character set causes a warning, and the full name is left out.",
      ja: '`sendmail` で送られたメールに `From:` ヘッダーがないとき、Postfix が補うヘッダーに入れる、利用者の氏名の文字コードです。氏名は `-F` オプション、環境変数 `NAME`、`/etc/passwd` の項目から取ります。ASCII だけでなければ、この文字コードの名前を付けて符号化します。Postfix は文字コードを変換しないので、実際と違う値にするとメールソフトで文字化けします。文字コードの名前になりえない値では警告が出て、氏名が省かれます。',
    },
  },
  header_from_format: {
    since: '3.3',
    type: 'keyword',
    values: {
      standard: {
        text: {
          en: 'The name comes first: `From: Taro Yamada <taro@example.jp>`.',
          ja: '名前を先に書きます（`From: Taro Yamada <taro@example.jp>`）。',
        },
      },
      obsolete: {
        text: {
          en: 'The name follows in parentheses: `From: taro@example.jp (Taro Yamada)`.',
          ja: '名前を後のかっこの中に書きます（`From: taro@example.jp (Taro Yamada)`）。',
        },
      },
    },
    minLength: 1,
    default: 'standard',
    usedBy: ['bounce', 'cleanup', 'lmtp', 'smtp', 'smtpd'],
    text: {
      en: 'Sets the form of the `From:` headers that Postfix writes itself: in error notices, in reports to the postmaster, and in mail from `sendmail` that has none. Headers that mail already has are not touched. Change it only for programs that still expect the form from before 3.3.',
      ja: 'Postfix が自分で書く `From:` ヘッダーの書式です。エラー通知、postmaster への報告、このヘッダーのない `sendmail` からのメールに付きます。メールにもともとあるヘッダーは変わりません。3.3 より前の書式しか扱えないプログラムがあるときだけ変えます。',
    },
  },
  local_header_rewrite_clients: {
    since: '2.2',
    type: 'string',
    holds: 'rewrite client list',
    default: 'permit_inet_interfaces',
    usedBy: ['smtpd'],
    text: {
      en: 'Lists the clients whose headers may be completed: a missing domain, `Date:` or `Message-Id:`. In mail from other clients the headers stay as they came, unless `remote_header_rewrite_domain` or `always_add_missing_headers` is set. Add `permit_sasl_authenticated` if mail programs of your users leave such things out.',
      ja: 'ヘッダーに足りないドメイン、`Date:`、`Message-Id:` などを補ってよい接続元を並べます。ほかの接続元からのメールのヘッダーは、`remote_header_rewrite_domain` や `always_add_missing_headers` を設定しない限り、届いたままです。利用者のメールソフトがこれらを省く場合は `permit_sasl_authenticated` を加えます。',
    },
  },
  masquerade_classes: {
    type: 'keywords',
    values: ADDRESS_CLASSES,
    caseSensitive: true,
    mayBeEmpty: true,
    default: 'envelope_sender, header_sender, header_recipient',
    usedBy: ['cleanup'],
    text: {
      en: 'Tells which addresses `masquerade_domains` changes. Leave `envelope_recipient` out: with it, mail to single machines can no longer be delivered there.',
      ja: '`masquerade_domains` がどのアドレスを変えるかを指定します。`envelope_recipient` は加えないでください。個々のマシン宛てのメールが届かなくなります。',
    },
  },
  masquerade_domains: {
    type: 'string',
    holds: 'domain list',
    list: true,
    default: '',
    usedBy: ['cleanup'],
    text: {
      en: 'Cuts host names off addresses, so that `taro@pc1.example.jp` becomes `taro@example.jp` if `example.jp` is listed. Recipients in the envelope are not changed unless `masquerade_classes` says so. Users in `masquerade_exceptions` keep their full address.',
      ja: 'アドレスからホスト名を取り除きます。`example.jp` を書いておくと、`taro@pc1.example.jp` は `taro@example.jp` になります。`masquerade_classes` で指定しない限り、エンベロープの宛先は変わりません。`masquerade_exceptions` の利用者は元のアドレスのままです。',
    },
  },
  masquerade_exceptions: {
    type: 'string',
    holds: 'string match list',
    list: true,
    default: '',
    usedBy: ['cleanup'],
    text: {
      en: 'Lists user names that `masquerade_domains` leaves alone. `root` is the usual one, so that you see which machine a report comes from.',
      ja: '`masquerade_domains` の対象から外すユーザー名を並べます。報告がどのマシンから来たかがわかるように、普通は `root` を書きます。',
    },
  },
  myorigin: {
    type: 'string',
    holds: 'domain name',
    minLength: 1,
    default: '$myhostname',
    usedBy: ['*'],
    text: {
      en: 'Gives the domain that is added to addresses without one, such as `root` in mail from cron. `$mydomain` instead of the host name makes them `root@example.jp`. The domain must also be deliverable: replies go there. On Debian and Ubuntu the value may be a file, `/etc/mailname`, whose first line counts.',
      ja: 'cron のメールの `root` のように、ドメインのないアドレスに付け足すドメインです。ホスト名ではなく `$mydomain` にすると `root@example.jp` の形になります。返信もそこへ届くので、実際に配送できるドメインにします。Debian と Ubuntu では `/etc/mailname` のようにファイルも指定でき、その1行目が使われます。',
    },
    op25b: {
      en: 'The sender address that the relay gets to see is built from this. A domain that exists only at home, such as `localdomain`, is often refused.',
      ja: '中継サーバーに示す送信者アドレスはここから作られます。`localdomain` のような自宅の中だけのドメインは、よく拒否されます。',
      example: 'myorigin = $mydomain',
    },
  },
  propagate_unmatched_extensions: {
    type: 'keywords',
    values: {
      canonical: {
        text: {
          en: 'Addresses found in `canonical_maps`, `sender_canonical_maps` or `recipient_canonical_maps`.',
          ja: '`canonical_maps`、`sender_canonical_maps`、`recipient_canonical_maps` で見つかったアドレスに引き継ぎます。',
        },
      },
      virtual: {
        text: {
          en: 'Addresses found in `virtual_alias_maps`.',
          ja: '`virtual_alias_maps` で見つかったアドレスに引き継ぎます。',
        },
      },
      alias: {
        text: { en: 'Addresses found in `alias_maps`.', ja: '`alias_maps` で見つかったアドレスに引き継ぎます。' },
      },
      forward: {
        text: {
          en: 'Addresses in the `.forward` files of users.',
          ja: '利用者の `.forward` ファイルにあるアドレスに引き継ぎます。',
        },
      },
      include: {
        text: {
          en: 'Addresses in lists that an alias names by `:include:`.',
          ja: '別名に `:include:` で指定した一覧にあるアドレスに引き継ぎます。',
        },
      },
      generic: {
        since: '2.2',
        text: {
          en: 'Addresses found in `smtp_generic_maps` or `lmtp_generic_maps`.',
          ja: '`smtp_generic_maps` や `lmtp_generic_maps` で見つかったアドレスに引き継ぎます。',
        },
      },
    },
    caseSensitive: true,
    mayBeEmpty: true,
    default: 'canonical, virtual',
    usedBy: ['cleanup', 'lmtp', 'local', 'smtp'],
    text: {
      en: 'Lists the kinds of tables whose results inherit the address extension. With `recipient_delimiter = +` and an alias from `taro` to `jiro`, mail to `taro+shop` then goes to `jiro+shop`, otherwise to `jiro`. An entry for the whole address `taro+shop` passes nothing on. Add other kinds than `canonical` and `virtual` with care: a mailing list or another system may not know the extended address and refuse it.',
      ja: '検索結果のアドレスに、アドレスの拡張部分を引き継がせるテーブルの種類を並べます。`recipient_delimiter = +` で `taro` から `jiro` への別名があるとき、引き継ぐなら `taro+shop` 宛てのメールは `jiro+shop` に、引き継がないなら `jiro` に届きます。`taro+shop` 全体に一致する項目では何も引き継ぎません。`canonical` と `virtual` 以外を加えるときは注意が必要です。メーリングリストやほかのシステムでは、拡張部分の付いたアドレスが拒否されることがあります。',
    },
  },
  recipient_canonical_classes: {
    since: '2.2',
    type: 'keywords',
    values: RECIPIENT_CLASSES,
    caseSensitive: true,
    minLength: 1,
    default: 'envelope_recipient, header_recipient',
    usedBy: ['cleanup'],
    text: {
      en: 'Tells which recipient addresses `recipient_canonical_maps` rewrites. With `envelope_recipient` alone mail is redirected, but `To:` and `Cc:` stay as they were written. With `header_recipient` alone these headers change, and the mail still goes to the old address.',
      ja: '`recipient_canonical_maps` が宛先のどのアドレスを書き換えるかを指定します。`envelope_recipient` だけにすると、届け先は変わりますが `To:` や `Cc:` は元のままです。`header_recipient` だけにするとヘッダーは変わりますが、メールは元のアドレスに届きます。',
    },
  },
  recipient_canonical_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['cleanup', 'proxymap', 'smtpd'],
    text: {
      en: 'Rewrites recipient addresses, in the envelope and in the headers, before mail enters the queue. For redirecting mail, `virtual_alias_maps` is usually the better choice: it leaves the headers alone and allows several targets.',
      ja: 'メールがキューに入る前に、エンベロープとヘッダーの宛先アドレスを書き換えます。メールの転送には、ヘッダーを変えず、転送先を複数書ける `virtual_alias_maps` のほうがたいてい適しています。',
    },
  },
  recipient_delimiter: {
    type: 'string',
    holds: 'character set',
    default: '',
    usedBy: ['*'],
    text: {
      en: 'Sets the character that separates a user name from a free addition. With `+`, mail to `taro+shop@example.jp` reaches `taro` unless the whole address is known. From 2.11 several characters can be listed. Be careful with `-`: names that contain one are split too, if nothing matches as a whole.',
      ja: 'ユーザー名と、後ろに自由に付け足す部分とを区切る文字です。`+` にすると、`taro+shop@example.jp` 宛てのメールは、アドレス全体が登録されていなければ `taro` に届きます。2.11 以降は複数の文字を並べられます。`-` には注意が必要です。アドレス全体が登録されていなければ、ユーザー名の中にあるその文字でも区切られます。',
    },
  },
  relocated_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['proxymap', 'trivial-rewrite'],
    text: {
      en: 'Lists tables of people who have moved, with their new addresses. Mail to them is not forwarded: the SMTP server refuses it with `User has moved to` and the text from the table, and mail that is already inside comes back with it. The key is an address, the name of a local user, or `@example.jp` for a whole domain. An entry in `virtual_alias_maps` comes first, so remove the old address there; to pass mail on, use an alias instead of this table.',
      ja: 'アドレスが変わった利用者と、その新しいアドレスのテーブルを並べます。メールは転送されません。SMTPサーバーは `User has moved to` とテーブルの文言を返して拒否し、すでに受け取ったメールは同じ文言で送信者に戻ります。キーはアドレス、ローカルの利用者名、またはドメイン全体を表す `@example.jp` です。`virtual_alias_maps` の項目が先に使われるので、古いアドレスはそこから削除します。転送したいときは、このテーブルではなく別名を使います。',
    },
  },
  relocated_prefix_enable: {
    since: '3.11',
    type: 'boolean',
    expression: true,
    default: 'yes',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Puts `5.1.6 User has moved to` in front of every result of `relocated_maps`. With `no` each result needs a status code of its own, as in `5.2.1 Mailbox is closed`, and the table can then serve for closed accounts as well. A result without code and text causes a warning, and senders read `5.2.0 Mailbox is unavailable` instead.',
      ja: '`relocated_maps` のすべての検索結果の前に `5.1.6 User has moved to` を付けます。`no` にすると、`5.2.1 Mailbox is closed` のように、それぞれの結果にステータスコードを書かなければなりませんが、閉鎖したアカウントにも使えるようになります。コードと文言のない結果では警告が出て、送信者には `5.2.0 Mailbox is unavailable` と伝わります。',
    },
  },
  remote_header_rewrite_domain: {
    since: '2.2',
    type: 'string',
    holds: 'domain name',
    default: '',
    usedBy: ['cleanup', 'trivial-rewrite'],
    text: {
      en: 'Completes addresses without a domain in the headers of mail from strangers, that is, from clients that are not in `local_header_rewrite_clients`. `domain.invalid` makes it plain that a bare `root` from elsewhere is none of yours. Any value also adds missing headers such as `Date:` and lets `canonical_maps` and `masquerade_domains` change the headers of such mail, which can spoil DKIM signatures. Empty leaves these headers as they came.',
      ja: '`local_header_rewrite_clients` にない、よその接続元から届いたメールのヘッダーで、ドメインのないアドレスに補うドメインです。`domain.invalid` にすると、外から届いた `root` だけのアドレスが自分のところのものと区別できます。何か設定すると、`Date:` など足りないヘッダーも補われ、`canonical_maps` と `masquerade_domains` がヘッダーを書き換えるようになるため、DKIM 署名が壊れることがあります。空にすると、ヘッダーは届いたままです。',
    },
  },
  resolve_dequoted_address: {
    type: 'boolean',
    default: 'yes',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Looks for `@`, `%` and `!` inside quotes too when deciding where mail goes. If `example.jp` is in `mydestination`, `"taro@example.com"@example.jp` then counts as an address of `example.com`. By the standard quotes should hide these characters, but with `no` strangers may relay mail through you to servers that unpack such addresses; leave it on.',
      ja: '配送先を決めるとき、引用符の中の `@`、`%`、`!` も調べます。`example.jp` が `mydestination` にあれば、`"taro@example.com"@example.jp` は `example.com` 宛てとして扱われます。規格では引用符の中のこれらの文字に特別な意味はありませんが、`no` にすると、このようなアドレスを展開するサーバーへの不正中継に使われるおそれがあります。有効のままにします。',
    },
  },
  resolve_null_domain: {
    since: '2.1',
    type: 'boolean',
    default: 'no',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Takes an address that ends in `@`, with no domain behind it, for one of this machine (`$myhostname`). Otherwise such an address is invalid: the SMTP server refuses it, and mail that is already inside comes back. Only broken programs write such addresses, so leave it off.',
      ja: '`@` で終わり、後ろにドメインのないアドレスを、このマシン（`$myhostname`）のアドレスとして扱います。無効なら誤ったアドレスとみなされ、SMTPサーバーは拒否し、すでに受け取ったメールは送信者に戻ります。このようなアドレスを書くのは出来の悪いプログラムだけなので、無効のままにします。',
    },
  },
  resolve_numeric_domain: {
    since: '2.3',
    type: 'boolean',
    default: 'no',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Accepts `taro@192.0.2.1` as if it were `taro@[192.0.2.1]`. Otherwise an IP address without brackets is no valid domain, and mail to it is refused or comes back. Turn it on only for devices that cannot write the brackets.',
      ja: '`taro@192.0.2.1` を `taro@[192.0.2.1]` とみなして受け付けます。無効なら、角かっこのない IP アドレスは正しいドメインとみなされず、そこへのメールは拒否されるか送信者に戻ります。角かっこを付けられない機器のためにだけ有効にします。',
    },
  },
  rewrite_service_name: {
    type: 'string',
    holds: 'service name',
    minLength: 1,
    default: 'rewrite',
    usedBy: ['*'],
    text: {
      en: 'Names the service that completes addresses and decides by which transport mail for each of them goes, normally `rewrite` (the program `trivial-rewrite`). If master.cf has no such service, other programs wait about 100 seconds for it and then end with an error, and mail stops. By `-o` a second cleanup service can use a rewrite service with settings of its own, such as another `append_dot_mydomain`.',
      ja: 'アドレスを補い、そのアドレス宛てのメールをどのトランスポートで送るかを決めるサービスです。通常は `rewrite` で、プログラムは `trivial-rewrite` です。master.cf にその名前のサービスがないと、ほかのプログラムは約100秒待った後にエラーで終了し、メールが止まります。二つ目の cleanup サービスに `-o` で指定すると、`append_dot_mydomain` などの設定が異なる専用のサービスを使えます。',
    },
  },
  sender_canonical_classes: {
    since: '2.2',
    type: 'keywords',
    values: SENDER_CLASSES,
    caseSensitive: true,
    minLength: 1,
    default: 'envelope_sender, header_sender',
    usedBy: ['cleanup'],
    text: {
      en: 'Tells which sender addresses `sender_canonical_maps` rewrites. With `envelope_sender` alone the `From:` header stays as it is, which is right for SRS on forwarded mail. With `header_sender` alone readers see another address, but error notices still go to the old one.',
      ja: '`sender_canonical_maps` が送信者のどのアドレスを書き換えるかを指定します。`envelope_sender` だけにすると `From:` ヘッダーは元のままで、転送するメールの SRS にはこれが適しています。`header_sender` だけにすると受け取る人に見えるアドレスは変わりますが、エラー通知は元のアドレスに届きます。',
    },
  },
  sender_canonical_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['cleanup', 'proxymap', 'smtpd'],
    text: {
      en: 'Rewrites sender addresses, in the envelope and in the headers, before mail enters the queue. Unlike `smtp_generic_maps` it changes mail to local recipients as well. Applied before `canonical_maps`; recipients stay as they are.',
      ja: 'メールがキューに入る前に、エンベロープとヘッダーの送信者アドレスを書き換えます。`smtp_generic_maps` と違い、ローカル宛てのメールも変わります。`canonical_maps` より先に適用され、宛先のアドレスは変わりません。',
    },
    op25b: {
      en: 'One way to give mail from this machine a sender that the relay accepts. A regular expression table such as `/.+/ taro@example.jp` in `regexp:` changes the sender of *all* mail, even of mail that you only forward.',
      ja: 'このマシンのメールに、中継サーバーが受け付ける送信者アドレスを付ける方法の一つです。`regexp:` のテーブルに `/.+/ taro@example.jp` のように書くと、転送するだけのメールも含めて*すべて*の送信者が変わります。',
      example: 'sender_canonical_maps = $default_database_type:/etc/postfix/sender_canonical',
    },
  },
  strict_rfc821_envelopes: {
    type: 'boolean',
    default: 'no',
    usedBy: ['smtpd'],
    text: {
      en: 'Refuses envelope addresses that are not written exactly as SMTP demands, in `<` and `>`. Stops badly written spam programs, but some office machines and scripts as well.',
      ja: 'SMTP の規定どおり `<` と `>` で囲まれていないエンベロープのアドレスを拒否します。出来の悪い迷惑メールのプログラムを止められますが、複合機やスクリプトのメールまで止まることがあります。',
    },
  },
  swap_bangpath: {
    type: 'boolean',
    default: 'yes',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Turns addresses such as `site!user` into `user@site`. Needed for UUCP only.',
      ja: '`site!user` のようなアドレスを `user@site` に変えます。UUCP でだけ必要です。',
    },
  },
  virtual_alias_address_length_limit: {
    since: '3.0',
    type: 'integer',
    min: 1,
    default: '1000',
    usedBy: ['cleanup'],
    text: {
      en: 'Limits how long an address in a result of `virtual_alias_maps` may be. It stops tables that make the address longer at each lookup, such as a regular expression that matches its own result. When the limit is hit, the message is not accepted for now: the client gets the temporary error `Alias expansion error`, and the log shows the start of the address. Real addresses are far shorter, so repair the table instead.',
      ja: '`virtual_alias_maps` の検索結果のアドレスの長さの上限です。自分の結果にも一致する正規表現のように、検索のたびにアドレスを長くするテーブルを止めます。上限を超えるとメールを受け付けず、接続元に一時的なエラー `Alias expansion error` を返し、アドレスの先頭の部分をログに残します。本物のアドレスははるかに短いので、上限ではなくテーブルを直します。',
    },
  },
  virtual_alias_expansion_limit: {
    since: '2.1',
    type: 'integer',
    min: 1,
    default: '1000',
    usedBy: ['cleanup'],
    text: {
      en: 'Limits how many addresses `virtual_alias_maps` may make of one recipient. With more, the message is not accepted for now (`Alias expansion error`), and each new attempt fails likewise. Raise it if an alias really has that many members; a mailing list program would be the better tool for them.',
      ja: '`virtual_alias_maps` で一つの宛先から展開できるアドレスの数の上限です。超えるとメールを一時的なエラー（`Alias expansion error`）で受け付けず、再送されても同じように失敗します。別名のメンバーが本当にそれほど多いときは増やしますが、その人数ならメーリングリストのプログラムのほうが適しています。',
    },
  },
  virtual_alias_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '$virtual_maps',
    usedBy: ['cleanup', 'proxymap', 'smtpd', 'trivial-rewrite'],
    text: {
      en: 'Lists tables that redirect addresses to other addresses, local or far away. The key is a whole address, `@example.jp` for all of a domain, or a user name; the result is one address or several. They are looked up again until nothing matches. It serves all mail, also to other systems. A key `@example.jp` makes every address valid, even those that spammers make up.',
      ja: 'アドレスを、ローカルや外部の別のアドレスに転送するテーブルを並べます。キーはアドレス全体、ドメイン全体を表す `@example.jp`、またはユーザー名で、結果には一つ以上のアドレスを書きます。一致しなくなるまで繰り返し検索します。外部宛ても含めたすべてのメールが対象です。キーに `@example.jp` と書くと、迷惑メールが使うでたらめなアドレスもすべて有効になります。',
    },
  },
  virtual_alias_recursion_limit: {
    since: '2.1',
    type: 'integer',
    min: 1,
    default: '1000',
    usedBy: ['cleanup'],
    text: {
      en: 'Limits how many times in a row a result of `virtual_alias_maps` is looked up again. Only a loop gets that far, such as `taro` leading to `jiro` and `jiro` back to `taro`. The message is then not accepted for now, and the log says `unreasonable virtual_alias_maps map nesting`. Find the loop instead of changing the limit; an entry that leads straight to itself does no harm.',
      ja: '`virtual_alias_maps` の検索結果を繰り返し検索する回数の上限です。ここまで達するのは、`taro` が `jiro` を、`jiro` が `taro` を指すようなループがあるときだけです。メールは一時的なエラーで受け付けられず、ログに `unreasonable virtual_alias_maps map nesting` と残ります。上限を変えるのではなく、ループを見つけてください。自分自身を指す項目なら害はありません。',
    },
  },
} satisfies Facts;
