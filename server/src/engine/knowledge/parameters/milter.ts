import type { Facts } from './parameter';

export const milter = {
  milter_command_timeout: {
    since: '2.3',
    type: 'time',
    unit: 's',
    min: 1,
    default: '30s',
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Limits how long a Milter may take to answer each step before the content: HELO, MAIL, RCPT, DATA. After that the filter counts as failed, and `milter_default_action` decides. Raise it for filters that ask the DNS a lot, but not beyond what the SMTP client waits: it hangs up and sends the mail again. For one filter, write `{ inet:127.0.0.1:8891, command_timeout=60s }` in `smtpd_milters` (from 3.0).',
      ja: 'HELO、MAIL、RCPT、DATA など、本文より前の各段階で、Milter の応答を待つ時間です。過ぎるとフィルターは失敗したものとされ、`milter_default_action` に従います。DNS を何度も引くフィルターでは長くしますが、SMTPクライアントが待つ時間を超えると、相手は接続を切って送り直します。一つのフィルターだけなら、`smtpd_milters` に `{ inet:127.0.0.1:8891, command_timeout=60s }` と書きます（3.0 以降）。',
    },
  },
  milter_connect_macros: {
    since: '2.3',
    type: 'string',
    holds: 'milter macro list',
    list: true,
    default: {
      '2.3': 'j {daemon_name} v',
      '3.2': 'j {daemon_name} {daemon_addr} v',
      '3.5': 'j {daemon_name} {daemon_addr} v _',
    },
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Lists the macros that Milters are told when a client connects. A filter that asks for macros of its own gets those instead. Change it only when the documentation of a filter says so, and repeat the standard ones: what you write replaces them. A macro without a value is left out, unless `milter_macro_defaults` gives one.',
      ja: 'クライアントが接続した段階で Milter に渡すマクロを並べます。フィルターが自分で必要なマクロを伝えてきた場合は、そちらが使われます。フィルターの説明書に書かれているときだけ変更します。書いた値が標準の一覧の代わりに使われるので、標準のものも書いてください。値のないマクロは、`milter_macro_defaults` で補わない限り渡されません。',
    },
  },
  milter_connect_timeout: {
    since: '2.3',
    type: 'time',
    unit: 's',
    min: 1,
    default: '30s',
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Limits how long Postfix tries to connect to a Milter. After that the filter counts as failed, and `milter_default_action` decides. It matters for filters on other machines; on the same one, a connection mostly succeeds or fails at once. For one filter alone there is `connect_timeout` in its braces (from 3.0).',
      ja: 'Milter への接続を試みる時間です。過ぎるとフィルターは失敗したものとされ、`milter_default_action` に従います。影響するのは主に別のマシンにあるフィルターで、同じマシンなら接続の成否はたいていすぐに分かります。一つのフィルターだけなら、波かっこの中の `connect_timeout` で指定できます（3.0 以降）。',
    },
  },
  milter_content_timeout: {
    since: '2.3',
    type: 'time',
    unit: 's',
    min: 1,
    default: '300s',
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Limits how long a Milter may take for the header, the body and the end of a message. After that the filter counts as failed, and `milter_default_action` decides. The client is waiting all the while: if the time is longer than its patience, it sends the mail again, and the recipient may get it twice.',
      ja: 'メールのヘッダー、本文、末尾の処理で Milter の応答を待つ時間です。過ぎるとフィルターは失敗したものとされ、`milter_default_action` に従います。その間クライアントも待っています。クライアントが待ちきれない長さにすると、送り直されて、同じメールが二通届くことがあります。',
    },
  },
  milter_data_macros: {
    since: '2.3',
    type: 'string',
    holds: 'milter macro list',
    list: true,
    default: 'i',
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Lists the macros that Milters are told at the DATA command. Only filters that speak version `4` or later of the protocol get them; the standard list holds the queue ID, which exists from the first accepted recipient on. Change it only when a filter asks for it.',
      ja: 'DATA コマンドの段階で Milter に渡すマクロを並べます。渡されるのは、プロトコルのバージョン `4` 以降を使うフィルターだけです。標準の一覧にはキュー ID があります。キュー ID は、最初の宛先を受け付けたときに決まります。フィルターの求めがあるときだけ変更します。',
    },
  },
  milter_default_action: {
    since: '2.3',
    type: 'keyword',
    values: {
      accept: {
        text: {
          en: 'Takes the mail as if there were no filter.',
          ja: 'フィルターがないものとしてメールを受け取ります。',
        },
      },
      reject: { text: { en: 'Refuses the mail for good.', ja: 'メールを恒久的に拒否します。' } },
      tempfail: {
        text: {
          en: 'Refuses the mail for now, so that the sender tries again.',
          ja: '一時的に拒否し、送信側に再送させます。',
        },
      },
      quarantine: {
        since: '2.6',
        text: {
          en: 'Takes the mail but puts it on hold until you release it by `postsuper -H`.',
          ja: 'メールを受け取って保留し、`postsuper -H` で解除するまで配送しません。',
        },
      },
      shutdown: {
        since: '3.11',
        backports: ['3.7.20', '3.8.15', '3.9.9', '3.10.8'],
        text: {
          en: 'Ends the connection with a temporary error, so that the next attempt starts afresh.',
          ja: '一時的なエラーを返して接続を切り、次の接続で最初からやり直させます。',
        },
      },
    },
    minLength: 1,
    default: {
      '2.3': 'tempfail',
      '3.7.20': 'shutdown',
      '3.8.15': 'shutdown',
      '3.9.9': 'shutdown',
      '3.10.8': 'shutdown',
      '3.11': 'shutdown',
    },
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Tells what to do with mail when a Milter cannot be reached or gives no usable answer. `accept` keeps mail flowing but unchecked and unsigned; `tempfail` makes the sender try later. For one Milter only, write `{ inet:127.0.0.1:8891, default_action=accept }` in `smtpd_milters` (from 3.0).',
      ja: 'Milter に接続できないか、正しい応答がないときに、メールをどう扱うかを指定します。`accept` ではメールは流れますが、検査も署名もされません。`tempfail` では、送信側に後で再送させます。一つの Milter だけに指定するには、`smtpd_milters` に `{ inet:127.0.0.1:8891, default_action=accept }` と書きます（3.0 以降）。',
    },
  },
  milter_end_of_data_macros: {
    since: '2.3',
    type: 'string',
    holds: 'milter macro list',
    list: true,
    default: 'i',
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Lists the macros that Milters are told after the whole message, when they decide about it. The standard list holds the queue ID, which filters write in their own log. Change it only when a filter asks for it, and keep `i` in it.',
      ja: 'メール全体を渡し終え、Milter が判断を下す段階で渡すマクロを並べます。標準の一覧にはキュー ID があり、フィルターが自分のログに記録します。フィルターの求めがあるときだけ変更し、`i` は残してください。',
    },
  },
  milter_end_of_header_macros: {
    since: '2.5',
    type: 'string',
    holds: 'milter macro list',
    list: true,
    default: 'i',
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Lists the macros that Milters are told after the last header. There is hardly ever a reason to change it; a filter that speaks version `6` of the protocol can ask for what it needs by itself.',
      ja: 'ヘッダーの最後の段階で Milter に渡すマクロを並べます。プロトコルのバージョン `6` を使うフィルターは必要なものを自分で要求できるので、変える必要はほとんどありません。',
    },
  },
  milter_header_checks: {
    since: '2.7',
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['cleanup'],
    text: {
      en: 'Compares the headers that Milters add or change with patterns, and acts on a match as `header_checks` does; only `PREPEND` is missing. So the mark of a spam filter can decide: `/^X-Spam-Flag: YES/ HOLD`. Use `pcre` or `regexp` tables, since the key is the whole header line. Headers that came with the message are not looked at here.',
      ja: 'Milter が加えたり変えたりしたヘッダーをパターンと比べ、一致すれば `header_checks` と同じように処理します（`PREPEND` は使えません）。`/^X-Spam-Flag: YES/ HOLD` のように書けば、迷惑メールフィルターの付けた印で扱いを決められます。キーはヘッダーの1行全体なので、`pcre` か `regexp` のテーブルを使います。元からメールにあったヘッダーは対象になりません。',
    },
  },
  milter_helo_macros: {
    since: '2.3',
    type: 'string',
    holds: 'milter macro list',
    list: true,
    default: '{tls_version} {cipher} {cipher_bits} {cert_subject} {cert_issuer}',
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Lists the macros that Milters are told at HELO or EHLO. The standard ones tell whether and how the connection is encrypted, and which certificate the client showed, if it could be verified. Change it only when a filter asks for it; what you write replaces the standard list.',
      ja: 'HELO や EHLO の段階で Milter に渡すマクロを並べます。標準のものは、接続が暗号化されているか、その方式、クライアントが示した証明書（検証できたもの）を伝えます。フィルターの求めがあるときだけ変更します。書いた値が標準の一覧の代わりに使われます。',
    },
  },
  milter_macro_daemon_name: {
    since: '2.3',
    type: 'string',
    holds: 'host name',
    minLength: 1,
    default: '$myhostname',
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Gives the value of the macro `{daemon_name}` that Milters see. The stock `submission` service sets it to `ORIGINATING`; by that a filter can tell mail of your own users from mail that comes in, and sign it or skip spam checks, if it is set up to look.',
      ja: 'Milter に渡すマクロ `{daemon_name}` の値です。標準の `submission` サービスでは `ORIGINATING` にしています。フィルター側で設定しておけば、これで自分の利用者のメールと外から届いたメールを区別し、署名したり、迷惑メールの検査を省いたりできます。',
    },
    op25b: {
      en: 'Set by `-o` on `submission` and `submissions`, so that the mail of users who log in is signed.',
      ja: 'ログインした利用者のメールに署名するために、`submission` と `submissions` に `-o` で設定します。',
      example: '-o milter_macro_daemon_name=ORIGINATING',
    },
  },
  milter_macro_defaults: {
    since: '3.1',
    type: 'string',
    holds: 'name value list',
    list: true,
    default: '',
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Gives values for macros that have none at that moment, as `name=value`. A filter that complains of a missing macro can be calmed in this way; the name may even be one that Postfix does not know. The macro must also stand in the list for its stage, such as `milter_connect_macros`. Put a pair with blanks or commas in braces.',
      ja: 'その時点で値のないマクロの値を、`name=value` の形で補います。マクロが足りないと訴えるフィルターのためのもので、Postfix の知らない名前も書けます。そのマクロは、`milter_connect_macros` など、渡す段階の一覧にも必要です。空白やコンマを含む組は波かっこで囲みます。',
    },
  },
  milter_macro_v: {
    since: '2.3',
    type: 'string',
    holds: 'text',
    minLength: 1,
    default: '$mail_name $mail_version',
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Gives the value of the macro `v`, by which Milters are told the name and version of the mail server. Only the filters see it. There is hardly ever a reason to change it, unless a filter behaves differently for another server.',
      ja: 'メールサーバーの名前とバージョンを Milter に伝えるマクロ `v` の値です。見るのはフィルターだけです。フィルターがサーバーによって動作を変える場合を除き、変える必要はほとんどありません。',
    },
  },
  milter_mail_macros: {
    since: '2.3',
    type: 'string',
    holds: 'milter macro list',
    list: true,
    default: {
      '2.3': 'i {auth_type} {auth_authen} {auth_author} {mail_addr}',
      '2.6': 'i {auth_type} {auth_authen} {auth_author} {mail_addr} {mail_host} {mail_mailer}',
    },
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Lists the macros that Milters are told at the sender stage. Change it only when the documentation of a filter asks for it: what you write replaces the standard list, so repeat the macros that are to stay.',
      ja: '送信者を受け取る段階で Milter に渡すマクロを並べます。フィルターの説明書で求められたときだけ変更します。書いた値が標準の一覧の代わりに使われるので、残したいマクロも書いてください。',
    },
  },
  milter_protocol: {
    since: '2.3',
    type: 'keywords',
    values: {
      '2': {
        text: {
          en: 'For filters made for Sendmail 8.11 to 8.13.',
          ja: 'Sendmail 8.11 から 8.13 のころのフィルターのためのバージョンです。',
        },
      },
      '3': {
        text: {
          en: 'Tells filters about unknown SMTP commands too.',
          ja: '未知の SMTP コマンドもフィルターに伝えるバージョンです。',
        },
      },
      '4': {
        text: {
          en: 'Tells filters about the DATA command too.',
          ja: 'DATA コマンドもフィルターに伝えるバージョンです。',
        },
      },
      no_header_reply: {
        text: {
          en: 'Beside a version: the filter does not answer after each header.',
          ja: 'バージョンと一緒に書き、フィルターがヘッダーごとには応答しないことを示します。',
        },
      },
      '6': {
        since: '2.5',
        text: {
          en: 'The version of Sendmail 8.14 and later, and the right one today.',
          ja: 'Sendmail 8.14 以降のバージョンです。今はこれを使います。',
        },
      },
    },
    minLength: 1,
    default: { '2.3': '2', '2.6': '6' },
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Sets the version of the protocol spoken with Milters. `6` fits everything current; the `2` or `3` in old guides belongs to filters from before 2010 and takes abilities away from newer ones.',
      ja: 'Milter との通信に使うプロトコルのバージョンです。今のものにはすべて `6` で足ります。古い解説の `2` や `3` は2010年より前のフィルターのためのもので、新しいフィルターでは使えない機能が出てきます。',
    },
  },
  milter_rcpt_macros: {
    since: '2.3',
    type: 'string',
    holds: 'milter macro list',
    list: true,
    default: { '2.3': 'i {rcpt_addr}', '2.6': 'i {rcpt_addr} {rcpt_host} {rcpt_mailer}' },
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Lists the macros that Milters are told for each recipient. Change it only when the documentation of a filter asks for it; what you write replaces the standard list. `{rcpt_host}` and `{rcpt_mailer}` are known only for `smtpd_milters`, not for `non_smtpd_milters`.',
      ja: '宛先を受け取るたびに Milter に渡すマクロを並べます。フィルターの説明書で求められたときだけ変更します。書いた値が標準の一覧の代わりに使われます。`{rcpt_host}` と `{rcpt_mailer}` は `smtpd_milters` でだけ使え、`non_smtpd_milters` では値がありません。',
    },
  },
  milter_unknown_command_macros: {
    since: '2.3',
    type: 'string',
    holds: 'milter macro list',
    list: true,
    default: '',
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Lists the macros that Milters are told when a client sends a command that Postfix does not know. Only filters that speak version `3` or later of the protocol get them. Nobody needs to set this.',
      ja: 'Postfix の知らないコマンドをクライアントが送ってきたときに、Milter に渡すマクロを並べます。渡されるのは、プロトコルのバージョン `3` 以降を使うフィルターだけです。設定する必要はまずありません。',
    },
  },
  non_smtpd_milters: {
    since: '2.3',
    type: 'string',
    holds: 'milter list',
    list: true,
    default: '',
    usedBy: ['cleanup'],
    text: {
      en: "Lists the filters (Milters) for mail that does not arrive by SMTP, mostly from `sendmail` and cron. `$smtpd_milters` gives it the same ones as network mail. Needed so that your own programs' mail gets a DKIM signature.",
      ja: '主に `sendmail` コマンドや cron からの、SMTP 以外で届くメールに使うフィルター（Milter）を並べます。`$smtpd_milters` と書けば、ネットワークからのメールと同じになります。自分のプログラムのメールにも DKIM 署名を付けるために必要です。',
    },
    op25b: {
      en: 'Reports that a server at home sends through a relay go this way, past `smtpd_milters`.',
      ja: '自宅サーバーが中継サーバー経由で送る報告メールなどは、`smtpd_milters` ではなくこちらを通ります。',
      example: 'non_smtpd_milters = $smtpd_milters',
    },
  },
  smtpd_milter_maps: {
    since: '3.2',
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['smtpd'],
    text: {
      en: "Chooses the Milters by the client's IP address, in place of `smtpd_milters`. The result has the same form as that parameter, or is `DISABLE` for no filters at all. A `cidr` table fits best, for example to leave out machines of your own. Clients that are not found get `smtpd_milters`.",
      ja: '`smtpd_milters` の代わりに、クライアントの IP アドレスごとに Milter を選びます。結果は同じ書式で書き、フィルターを使わないなら `DISABLE` と書きます。自分のマシンを対象から外す場合など、`cidr` のテーブルが向いています。見つからないクライアントには `smtpd_milters` が使われます。',
    },
  },
  smtpd_milters: {
    since: '2.3',
    type: 'string',
    holds: 'milter list',
    list: true,
    default: '',
    usedBy: ['smtpd'],
    text: {
      en: 'Lists the filters (Milters) for mail that arrives by SMTP, such as OpenDKIM or rspamd. Write `inet:localhost:8891` or `unix:path`; in a chroot even a path with a leading `/` begins at the queue directory. Mail from `sendmail` and cron goes past them unless `non_smtpd_milters` is set too. What happens when a filter is down is set by `milter_default_action`.',
      ja: 'SMTP で届くメールに使う、OpenDKIM や rspamd などのフィルター（Milter）を並べます。`inet:localhost:8891` や `unix:path` のように書きます。chroot で動かしていると、`/` で始まるパスもキューディレクトリが起点になります。`sendmail` コマンドや cron のメールは、`non_smtpd_milters` も設定しない限り通りません。フィルターが止まっているときの動作は `milter_default_action` で決まります。',
    },
    op25b: {
      en: 'A DKIM signature keeps mail that passes through a relay credible: it stays valid whichever server delivers it in the end.',
      ja: 'DKIM 署名は、最後にどのサーバーが配送しても有効なので、中継サーバーを通したメールの信頼性を保てます。',
      example: 'smtpd_milters = inet:127.0.0.1:8891',
    },
  },
} satisfies Facts;
