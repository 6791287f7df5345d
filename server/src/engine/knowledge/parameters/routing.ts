import type { Facts } from './parameter';

export const routing = {
  best_mx_transport: {
    type: 'string',
    holds: 'transport',
    default: '',
    usedBy: ['lmtp', 'smtp'],
    text: {
      en: 'Names the transport for mail that would come straight back to this machine: its MX record leads here, but no parameter lists the domain. Empty returns such mail, with `mail for example.jp loops back to myself`. It is better to add the domain to `mydestination` or another of the domain lists. With `local` here the mail is delivered without that, but an SMTP client process is tied up each time.',
      ja: 'このマシンにそのまま戻ってくるメール、つまり宛先ドメインの MX レコードがこのマシンを指すのに、そのドメインがどのパラメータにもないメールに使うトランスポートです。空なら `mail for example.jp loops back to myself` として送信者に戻ります。`mydestination` など適切な一覧にドメインを加えるほうが確実です。ここを `local` にすれば加えなくても配送されますが、そのたびにSMTPクライアントのプロセスがふさがります。',
    },
  },
  default_filter_nexthop: {
    since: '2.7',
    type: 'string',
    holds: 'nexthop',
    default: '',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: "Gives the destination for a `content_filter` or a `FILTER` action that has nothing behind its colon. Empty means the domain of the recipient: an SMTP filter is then not reached at all, because mail goes to the recipient's own mail server; for a `pipe` filter the domain mostly decides which deliveries share a queue. It is clearer to write the destination in `content_filter` itself. `$myhostname` brings back the way of 2.6 and before.",
      ja: '`content_filter` や `FILTER` アクションで、コロンの後に配送先がないときの配送先です。空なら宛先のドメインになります。SMTP のフィルターでは、メールが宛先のメールサーバーへ直接送られ、フィルターを通りません。`pipe` のフィルターでは、主にどの配送が同じキューにまとめられるかが変わるだけです。`content_filter` に配送先を書いておくほうが確実です。`$myhostname` にすると 2.6 以前の動作に戻ります。',
    },
  },
  default_transport: {
    type: 'string',
    holds: 'transport',
    minLength: 1,
    default: 'smtp',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Names the transport for mail to all domains that are not yours, normally `smtp`. A destination may follow: `smtp:[smtp.example.jp]:587` does what `relayhost` does, and then has precedence over it. `error:` with a reason keeps a machine from sending anything outside. The first part is a service of master.cf.',
      ja: '自分のものではないドメイン宛てのメールに使うトランスポートで、通常は `smtp` です。配送先を続けることもでき、`smtp:[smtp.example.jp]:587` は `relayhost` と同じ働きをし、それより優先されます。`error:` に理由を続けると、外部への送信を止められます。先頭の部分は master.cf のサービス名です。',
    },
    op25b: {
      en: 'To send everything through a relay on 465 while other SMTP services stay unchanged, name your own transport here, such as `relay465:[smtp.example.jp]:465`.',
      ja: 'ほかの SMTP サービスを変えずに、すべてのメールを465番の中継サーバーに送るには、`relay465:[smtp.example.jp]:465` のように自分で作ったトランスポートをここに書きます。',
      example: 'default_transport = relay465:[smtp.example.jp]:465',
    },
  },
  fallback_relay: {
    type: 'string',
    holds: 'nexthop list',
    list: true,
    default: '',
    legacySince: '2.3',
    usedBy: ['smtp'],
    deprecated: { since: '2.3', instead: ['smtp_fallback_relay'], sameValue: true, warnedSince: '3.11' },
    text: {
      en: 'Was the name of `smtp_fallback_relay` before 2.3. It still supplies the default of that parameter, but write the new name.',
      ja: '2.3 より前の `smtp_fallback_relay` の名前です。今もそのパラメータの既定値として参照されますが、新しい名前で書いてください。',
    },
  },
  fallback_transport: {
    type: 'string',
    holds: 'transport',
    default: '',
    usedBy: ['local'],
    text: {
      en: 'Names the transport for recipients that `local` finds neither in `alias_maps` nor among the accounts of the system. `lmtp:unix:private/dovecot-lmtp` hands them to Dovecot, for example. The SMTP server knows nothing of it: adapt `local_recipient_maps` as well, or it refuses these recipients beforehand. `fallback_transport_maps` has precedence, and `luser_relay` is not used any more.',
      ja: '`local` が `alias_maps` にもシステムのアカウントにも見つけられない宛先に使うトランスポートです。たとえば `lmtp:unix:private/dovecot-lmtp` にすると Dovecot に渡します。SMTPサーバーはこの設定を見ないので、`local_recipient_maps` も合わせて変えないと、これらの宛先は先に拒否されます。`fallback_transport_maps` のほうが優先されます。設定すると `luser_relay` は使われません。',
    },
  },
  fallback_transport_maps: {
    since: '2.3',
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['local'],
    text: {
      en: 'Chooses the transport for single recipients that `local` finds neither in `alias_maps` nor among the accounts of the system. The key is the user name alone, without domain and address extension; the result is a service of master.cf, with a destination after a colon if it needs one. Names without an entry go by `fallback_transport`. The SMTP server must know these names from `local_recipient_maps`, or it refuses them beforehand. Results of regular expressions may not contain `$1` and the like.',
      ja: '`local` が `alias_maps` にもシステムのアカウントにも見つけられない宛先について、トランスポートを一人ずつ選びます。キーはドメインと拡張部分を除いたユーザー名だけで、結果には master.cf のサービスを書き、必要ならコロンの後に配送先を続けます。項目のない名前は `fallback_transport` に従います。SMTPサーバーがこれらの名前を `local_recipient_maps` で確認できないと、先に拒否されます。正規表現の結果に `$1` などは使えません。',
    },
  },
  local_transport: {
    type: 'string',
    holds: 'transport',
    minLength: 1,
    default: 'local:$myhostname',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Names the transport for the domains in `mydestination`. If it is not the program `local`, adapt `local_recipient_maps` as well, or existing users are refused. `error:` with a reason makes a machine that keeps no mail.',
      ja: '`mydestination` のドメイン宛てのメールに使うトランスポートです。プログラム `local` 以外にするなら、`local_recipient_maps` も合わせて変えないと、存在する利用者が拒否されます。`error:` に理由を続けると、メールを溜めないマシンになります。',
    },
  },
  mailbox_transport: {
    type: 'string',
    holds: 'transport',
    default: '',
    usedBy: ['local'],
    text: {
      en: 'Names the transport that stores mail for all local users, known to the system or not. `lmtp:unix:private/dovecot-lmtp` hands it to Dovecot. Aliases and `.forward` files come first; `mailbox_command` and `home_mailbox` are then not used. For users without an account change `local_recipient_maps` too, or the SMTP server refuses them.',
      ja: 'システムのアカウントの有無にかかわらず、すべてのローカルの利用者のメールを格納するトランスポートです。`lmtp:unix:private/dovecot-lmtp` と書くと Dovecot に渡します。別名と `.forward` ファイルが先に処理されます。設定すると `mailbox_command` と `home_mailbox` は使われません。アカウントのない利用者がいるなら、`local_recipient_maps` も合わせて変えないと、SMTPサーバーに拒否されます。',
    },
  },
  mailbox_transport_maps: {
    since: '2.3',
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['local'],
    text: {
      en: 'Chooses the transport that stores mail for single local users, whether or not they have an account on the system. The key is the user name alone, without domain and address extension; a result such as `lmtp:unix:private/dovecot-lmtp` moves one user after the other to Dovecot. Users without an entry go by `mailbox_transport` or get their mail as usual. Aliases and `.forward` files come first. Results of regular expressions may not contain `$1` and the like.',
      ja: 'システムのアカウントの有無にかかわらず、ローカルの利用者のメールを格納するトランスポートを一人ずつ選びます。キーはドメインと拡張部分を除いたユーザー名だけです。`lmtp:unix:private/dovecot-lmtp` のような結果を書けば、利用者を一人ずつ Dovecot に移せます。項目のない利用者は `mailbox_transport` に従うか、通常どおりに格納されます。別名と `.forward` ファイルが先に処理されます。正規表現の結果に `$1` などは使えません。',
    },
  },
  mydestination: {
    type: 'string',
    holds: 'domain match list',
    list: true,
    default: { '2.0': '$myhostname, localhost.$mydomain', '2.1': '$myhostname, localhost.$mydomain, localhost' },
    usedBy: ['*'],
    text: {
      en: 'Lists the domains whose mail ends on this machine, in the mailboxes of its accounts. Domains of `virtual_alias_domains` or `virtual_mailbox_domains` must not be repeated here, nor those of `relay_domains`. A domain that is listed wrongly is swallowed: mail to it never leaves the machine. Empty (`mydestination =`) is right for a machine that only sends.',
      ja: 'このマシンのアカウントのメールボックスに届ける、最終的な宛先のドメインを並べます。`virtual_alias_domains`、`virtual_mailbox_domains`、`relay_domains` のドメインを重ねて書いてはいけません。誤って書いたドメイン宛てのメールは、外に出ずにこのマシンで止まります。送信だけを行うマシンでは空（`mydestination =`）にします。',
    },
    op25b: {
      en: 'Do not list the domain of your provider, nor your own domain if its mailboxes are elsewhere: mail to other people there would not reach the relay but be refused here as `User unknown`.',
      ja: 'プロバイダーのドメインや、メールボックスがよそにある自分のドメインは書かないでください。同じドメインのほかの人へのメールが中継サーバーに渡らず、このマシンで `User unknown` として拒否されます。',
      example: 'mydestination = $myhostname, localhost.$mydomain, localhost',
    },
  },
  relay_domains: {
    type: 'string',
    holds: 'domain match list',
    list: true,
    default: {
      '2.0': '$mydestination',
      '3.0': '${{$compatibility_level} < {2} ? {$mydestination} : {}}',
      '3.6': '${{$compatibility_level} <level {2} ? {$mydestination} : {}}',
    },
    usedBy: ['*'],
    text: {
      en: 'Lists domains of others for which this server takes mail and passes it on, as backup or gateway. Anyone may send to them; your own domains belong in `mydestination` or `virtual_mailbox_domains`. Without `relay_recipient_maps` mail to unknown users is accepted here and comes back later as backscatter. It does not list who may *send* through the server.',
      ja: '予備のサーバーやゲートウェイとして受け取り、別のサーバーへ渡すドメインを並べます。これらのドメイン宛てなら誰からでも受け付けます。自分のドメインは `mydestination` や `virtual_mailbox_domains` に書きます。`relay_recipient_maps` がないと、存在しない利用者宛ても受け取ってしまい、後でバックスキャッタになります。サーバーから*送信*できる人を書くパラメータではありません。',
    },
  },
  relay_transport: {
    type: 'string',
    holds: 'transport',
    minLength: 1,
    default: 'relay',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Names the transport for the domains in `relay_domains`, normally `relay`. Options that you gave the `smtp` service by `-o` do not apply there. A destination may follow after a colon; `transport_maps` has precedence.',
      ja: '`relay_domains` のドメイン宛てのメールに使うトランスポートで、通常は `relay` です。`smtp` サービスに `-o` で付けたオプションは、そちらには適用されません。コロンに続けて配送先も書けます。`transport_maps` のほうが優先されます。',
    },
    op25b: {
      en: 'If your server is a mail gateway for another one, mail to it takes this way; with `relayhost` set, even that mail goes to the relay unless a destination is given here or in `transport_maps`.',
      ja: '別のメールサーバーの前段に置いたゲートウェイでは、そのサーバー宛てのメールがここを通ります。`relayhost` を設定していると、ここか `transport_maps` に配送先を書かない限り、それも中継サーバーに渡されます。',
      example: 'relay_transport = relay:[192.168.1.10]',
    },
  },
  relayhost: {
    type: 'string',
    holds: 'nexthop',
    default: '',
    usedBy: ['*'],
    text: {
      en: 'Hands all mail for other systems to this host instead of to the mail server of each recipient domain. Write `[smtp.example.jp]:587`: without the brackets Postfix looks up the MX records of the name and may reach another machine. No quotes and no `smtp:` in front; a blank before the port makes the port a second destination. Several hosts, tried in order, are possible from 3.5. `transport_maps` and, for some senders, `sender_dependent_relayhost_maps` take precedence.',
      ja: 'ほかのシステム宛てのメールを、宛先ドメインのメールサーバーではなく、このホストにまとめて渡します。`[smtp.example.jp]:587` のように書いてください。角かっこがないと MX レコードを検索するため、別のホストにつながることがあります。引用符や先頭の `smtp:` は付けません。ポート番号の前に空白を入れると、ポート番号が二つ目の配送先とみなされます。3.5 以降では複数のホストを書け、順に試します。`transport_maps` と、送信者によっては `sender_dependent_relayhost_maps` が優先されます。',
    },
    op25b: {
      en: "Without a relayhost Postfix connects to port 25 of every recipient's mail server, and that is the connection which an access provider with OP25B drops. Use the submission service of your mail provider: port 587 (STARTTLS) or 465 (implicit TLS, needs `smtp_tls_wrappermode`), together with `smtp_sasl_auth_enable` and `smtp_sasl_password_maps`.",
      ja: 'relayhost がないと、Postfix は宛先のメールサーバーの25番ポートに直接つなぎます。OP25B を行うプロバイダーが遮断するのは、この通信です。契約しているメールサービスのサブミッションポート（587番は STARTTLS、465番は暗黙的 TLS で `smtp_tls_wrappermode` が必要）を指定し、`smtp_sasl_auth_enable` と `smtp_sasl_password_maps` も設定してください。',
      example: 'relayhost = [smtp.example.jp]:587',
    },
  },
  sender_based_routing: {
    since: '2.1',
    removed: '2.3',
    type: 'boolean',
    default: 'no',
    usedBy: ['oqmgr', 'qmgr'],
    deprecated: { since: '2.3', instead: ['sender_dependent_relayhost_maps'] },
    text: {
      en: 'Made the queue manager choose the route of a message by the address of the sender instead of the recipient. It did not work well, error notices in particular, which have no sender. From 2.3 Postfix does not know it; use `sender_dependent_relayhost_maps` instead.',
      ja: 'キューマネージャーが、宛先ではなく送信者のアドレスによって経路を選ぶようにするものでした。うまく働かず、特に送信者のないエラー通知で問題がありました。2.3 以降の Postfix にはありません。代わりに `sender_dependent_relayhost_maps` を使います。',
    },
  },
  sender_dependent_default_transport_maps: {
    since: '2.7',
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Chooses transport and destination by the sender, in place of `default_transport`. Unlike `sender_dependent_relayhost_maps` the result names a service of master.cf, `relay465:[smtp.example.jp]:465`, so each sender can have an SMTP client with settings of its own. `transport_maps` has precedence.',
      ja: '`default_transport` の代わりに、送信者ごとにトランスポートと配送先を選びます。`sender_dependent_relayhost_maps` と違い、結果には `relay465:[smtp.example.jp]:465` のように master.cf のサービスを書くので、送信者ごとに設定の異なる SMTPクライアントを使えます。`transport_maps` のほうが優先されます。',
    },
    op25b: {
      en: 'The way to use one provider on 465 and another on 587 at the same time, since `smtp_tls_wrappermode` differs.',
      ja: '`smtp_tls_wrappermode` の値が異なる、465番のプロバイダーと587番のプロバイダーを同時に使う方法です。',
      example: 'sender_dependent_default_transport_maps = $default_database_type:/etc/postfix/sender_transport',
    },
  },
  sender_dependent_relayhost_maps: {
    since: '2.3',
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Chooses the relay host by the envelope sender, in place of the one `relayhost` for everybody. The lookup key is the full address, then `@example.jp`; the result has the form of a `relayhost` value, or `DUNNO` to use `relayhost` after all. Error notices, whose sender is empty, are looked up as `<>`. To log in with a different account for each sender as well, turn on `smtp_sender_dependent_authentication`.',
      ja: '全員共通の `relayhost` の代わりに、エンベロープ送信者ごとに中継サーバーを選びます。検索キーは完全なアドレス、次に `@example.jp` です。検索結果は `relayhost` と同じ書式で書き、`DUNNO` なら通常の `relayhost` を使います。送信者が空のエラー通知は `<>` で検索します。送信者ごとに別のアカウントで認証するには、`smtp_sender_dependent_authentication` も有効にしてください。',
    },
    op25b: {
      en: 'Lets one server behind OP25B send each address through the provider that it belongs to, which many providers require because they refuse senders of other domains.',
      ja: 'OP25B の内側にある1台のサーバーから、アドレスごとにそれぞれのプロバイダーの中継サーバーへ送れます。ほかのドメインの送信者を拒否するプロバイダーが多いため、複数のアドレスを使うときに役立ちます。',
      example: 'sender_dependent_relayhost_maps = $default_database_type:/etc/postfix/sender_relay',
    },
  },
  transport_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['proxymap', 'trivial-rewrite'],
    text: {
      en: "Chooses transport and next destination by recipient, ahead of `relayhost` and of every other routing parameter. The key is an address, a domain, or `.example.jp` for what lies below one; the result is `smtp:[mx.example.jp]:587`, or `smtp:` alone to deliver to the recipient's own domain. The part before the colon is a service of master.cf. The table decides the route, not who may relay.",
      ja: '宛先ごとにトランスポートと次の配送先を選びます。`relayhost` をはじめ、経路に関するほかのどのパラメータよりも優先されます。キーはアドレス、ドメイン、またはサブドメインを表す `.example.jp` です。結果は `smtp:[mx.example.jp]:587` のように書き、`smtp:` だけなら宛先のドメインへ直接配送します。コロンの前は master.cf のサービス名です。決めるのは経路だけで、リレーの許可には影響しません。',
    },
    op25b: {
      en: 'Sends only some destinations through a relay, for example mobile carriers that refuse dynamic addresses, or lets neighbours that you can reach be served directly while `relayhost` takes the rest.',
      ja: '動的IPアドレスを拒否する携帯電話会社など、一部の宛先だけを中継サーバー経由にできます。逆に、直接つながる相手には直接配送し、残りを `relayhost` に任せることもできます。',
      example: 'transport_maps = $default_database_type:/etc/postfix/transport',
    },
  },
  virtual_alias_domains: {
    type: 'string',
    holds: 'domain match list',
    list: true,
    default: '$virtual_alias_maps',
    usedBy: ['proxymap', 'trivial-rewrite'],
    text: {
      en: 'Lists domains that consist of redirections only: every address must be in `virtual_alias_maps`. Do not repeat a domain of `mydestination` or `virtual_mailbox_domains` here. Left alone, domains are taken from `virtual_alias_maps` itself, where an entry such as `example.jp anything` declares one.',
      ja: '転送だけで成り立つドメインを並べます。すべてのアドレスを `virtual_alias_maps` に書いておく必要があります。`mydestination` や `virtual_mailbox_domains` のドメインをここに重ねて書いてはいけません。設定しなければ、`virtual_alias_maps` の `example.jp anything` のような項目がドメインの宣言になります。',
    },
  },
  virtual_mailbox_domains: {
    type: 'string',
    holds: 'domain match list',
    list: true,
    default: '$virtual_mailbox_maps',
    usedBy: ['proxymap', 'trivial-rewrite'],
    text: {
      en: 'Lists domains whose users have mailboxes without an account on this machine. The addresses are in `virtual_mailbox_maps`, and `virtual_transport` delivers. A domain must stand in only one of `mydestination`, `virtual_alias_domains` and this list; Postfix warns if not, and mail may end in the wrong place.',
      ja: '利用者がこのマシンのアカウントを持たず、メールボックスだけを持つドメインを並べます。アドレスは `virtual_mailbox_maps` に書き、`virtual_transport` が配送します。一つのドメインは `mydestination`、`virtual_alias_domains`、この一覧のどれか一つにだけ書きます。重なると Postfix が警告を出し、別の場所に届くことがあります。',
    },
  },
  virtual_transport: {
    type: 'string',
    holds: 'transport',
    minLength: 1,
    default: 'virtual',
    usedBy: ['trivial-rewrite'],
    text: {
      en: 'Names the transport that delivers to `virtual_mailbox_domains`. `lmtp:unix:private/dovecot-lmtp` hands the mail to Dovecot, which then handles folders, filters and quota. It must be a service of master.cf, with a destination after the colon if it needs one.',
      ja: '`virtual_mailbox_domains` 宛てのメールを配送するトランスポートです。`lmtp:unix:private/dovecot-lmtp` と書くと Dovecot に渡し、フォルダー、フィルター、容量制限は Dovecot が扱います。master.cf にあるサービスでなければならず、必要ならコロンの後に配送先を書きます。',
    },
  },
} satisfies Facts;
