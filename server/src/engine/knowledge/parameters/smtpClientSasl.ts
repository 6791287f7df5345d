import type { Facts } from './parameter';

export const smtpClientSasl = {
  lmtp_sasl_auth_cache_name: { since: '2.5', type: 'string', holds: 'cache database', default: '', usedBy: ['lmtp'] },
  lmtp_sasl_auth_cache_time: { since: '2.5', type: 'time', unit: 'd', default: '90d', usedBy: ['lmtp'] },
  lmtp_sasl_auth_enable: { type: 'boolean', default: 'no', usedBy: ['lmtp'] },
  lmtp_sasl_auth_enforce: {
    since: '2.3',
    onlyIn: ['2.3.0'],
    removed: '2.4',
    type: 'boolean',
    default: 'yes',
    usedBy: ['lmtp'],
  },
  lmtp_sasl_auth_soft_bounce: { since: '2.5', type: 'boolean', default: 'yes', usedBy: ['lmtp'] },
  lmtp_sasl_mechanism_filter: {
    since: '2.3',
    type: 'string',
    holds: 'string match list',
    list: true,
    default: '',
    usedBy: ['lmtp'],
  },
  lmtp_sasl_password_maps: { type: 'string', holds: 'lookup tables', default: '', usedBy: ['lmtp'] },
  lmtp_sasl_password_result_delimiter: {
    since: '3.9',
    type: 'string',
    holds: 'character set',
    minLength: 1,
    maxLength: 1,
    default: ':',
    usedBy: ['lmtp'],
  },
  lmtp_sasl_path: { since: '2.3', type: 'string', holds: 'sasl path', default: '', usedBy: ['lmtp'] },
  lmtp_sasl_security_options: {
    type: 'keywords',
    values: {
      noplaintext: {},
      noactive: {},
      nodictionary: {},
      noanonymous: {},
      mutual_auth: {},
      forward_secrecy: { since: '2.5' },
    },
    caseSensitive: true,
    mayBeEmpty: true,
    default: 'noplaintext, noanonymous',
    usedBy: ['lmtp'],
  },
  lmtp_sasl_type: {
    since: '2.3',
    type: 'keyword',
    values: { cyrus: {} },
    caseSensitive: true,
    otherValues: true,
    minLength: 1,
    default: 'cyrus',
    defaultFrom: 'build',
    usedBy: ['lmtp'],
  },
  smtp_sasl_auth_cache_name: {
    since: '2.5',
    type: 'string',
    holds: 'cache database',
    default: '',
    usedBy: ['smtp'],
    text: {
      en: 'Remembers logins that a server refused with 535, so that the same wrong password is not sent again with every message. The table must be written through the proxy, as in `proxy:btree:/var/lib/postfix/sasl_auth_cache`. It forgets an entry when `smtp_sasl_password_maps` returns another password or `smtp_sasl_auth_cache_time` has passed.',
      ja: 'サーバーが 535 で拒否したログインを記憶し、同じ誤ったパスワードをメールのたびに送らないようにします。テーブルは `proxy:btree:/var/lib/postfix/sasl_auth_cache` のように、必ずプロキシ経由で指定します。`smtp_sasl_password_maps` のパスワードが変わるか、`smtp_sasl_auth_cache_time` が過ぎると忘れます。',
    },
  },
  smtp_sasl_auth_cache_time: {
    since: '2.5',
    type: 'time',
    unit: 'd',
    default: '90d',
    usedBy: ['smtp'],
    text: {
      en: 'Sets how long a refused login stays in `smtp_sasl_auth_cache_name`. After that the same password is tried again. A changed password is tried at once in any case.',
      ja: '拒否されたログインを `smtp_sasl_auth_cache_name` に残しておく期間です。過ぎると同じパスワードをもう一度試します。パスワードを変えたときは、期間にかかわらずすぐに試します。',
    },
  },
  smtp_sasl_auth_enable: {
    type: 'boolean',
    default: 'no',
    usedBy: ['smtp'],
    text: {
      en: 'Makes the SMTP client log in (SMTP AUTH) at servers for which it knows a password. Needs `smtp_sasl_password_maps`: without it every delivery process stops with a fatal error. Where no entry matches the server, mail is sent without login. For logging in *your* users there is the similarly named `smtpd_sasl_auth_enable`. The usual plug-in, `cyrus`, also needs its mechanism modules on the machine (package `libsasl2-modules` on Debian, `cyrus-sasl-plain` on Red Hat systems).',
      ja: 'パスワードが登録されているサーバーに接続したとき、SMTPクライアントが SMTP認証でログインするようにします。`smtp_sasl_password_maps` が必須で、ないと配送プロセスが致命的エラーで止まります。サーバーに合う項目がなければ、認証せずに送ります。自分のサーバーの*利用者*を認証する設定は、名前のよく似た `smtpd_sasl_auth_enable` です。通常使われるプラグイン `cyrus` には、認証方式のモジュールも必要です（Debian では `libsasl2-modules`、Red Hat 系では `cyrus-sasl-plain` パッケージ）。',
    },
    op25b: {
      en: 'Submission services on 587 and 465 accept mail for other systems only after a login. Leave it off only if the relay trusts your address without one.',
      ja: '587番や465番のサブミッションポートでは、ログインしないとほかのシステム宛てのメールを受け付けません。認証なしで自分のアドレスを信頼してくれる中継サーバーの場合だけ、無効のままにします。',
      example: 'smtp_sasl_auth_enable = yes\nsmtp_sasl_password_maps = $default_database_type:/etc/postfix/sasl_passwd',
    },
  },
  smtp_sasl_auth_enforce: {
    since: '2.3',
    onlyIn: ['2.3.0'],
    removed: '2.4',
    type: 'boolean',
    default: 'yes',
    usedBy: ['smtp'],
  },
  smtp_sasl_auth_soft_bounce: {
    since: '2.5',
    type: 'boolean',
    default: 'yes',
    usedBy: ['smtp'],
    text: {
      en: 'Keeps mail in the queue, rather than returning it, when the relay refuses the login with 535. So a password that was mistyped or has expired does no lasting harm: correct `smtp_sasl_password_maps`, and the mail goes out at the next attempt.',
      ja: '中継サーバーがログインを 535 で拒否したとき、メールを送信者に返さずキューに残します。パスワードの入力ミスや期限切れがあってもメールは失われません。`smtp_sasl_password_maps` を直せば、次の配送で送られます。',
    },
  },
  smtp_sasl_mechanism_filter: {
    since: '2.2',
    type: 'string',
    holds: 'string match list',
    list: true,
    default: '',
    usedBy: ['smtp'],
    text: {
      en: 'Limits the login mechanisms to those that both the server offers and this list contains. These are names of mechanisms such as `plain, login`, not of plug-ins; `!gssapi, static:all` excludes one and keeps the rest. Useful when a server offers a mechanism that fails and the client keeps choosing it.',
      ja: 'サーバーが提供する認証方式のうち、この一覧にあるものだけを使います。書くのはプラグイン名ではなく、`plain, login` のような認証方式の名前です。`!gssapi, static:all` のように書くと、一つだけを除外できます。サーバーの提供する方式の中にうまく動かないものがあり、クライアントがそれを選んでしまうときに使います。',
    },
    op25b: {
      en: 'A way out when login at the provider fails although user and password are right, because another mechanism than the one that the provider supports well was chosen.',
      ja: 'ユーザー名とパスワードが正しいのにプロバイダーでの認証に失敗するとき、サーバー側で正しく動かない方式が選ばれていることがあります。その場合の回避策になります。',
      example: 'smtp_sasl_mechanism_filter = plain, login',
    },
  },
  smtp_sasl_password_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['smtp'],
    text: {
      en: 'Names the lookup table with user name and password for each server that the SMTP client logs in to. The key is the `relayhost` value letter for letter, `[smtp.example.jp]:587`, or the plain host name; the value is `user:password`. With `[smtp.example.jp]:587` as relay host, the keys `[smtp.example.jp]` and `smtp.example.jp:587` do not match, and mail goes out without login. Run `postmap` after each change unless the type is `texthash`, and let only root read the file.',
      ja: 'SMTPクライアントがログインするサーバーごとの、ユーザー名とパスワードを書いたルックアップテーブルを指定します。キーは `relayhost` の値と一字一句同じ `[smtp.example.jp]:587` か、ホスト名だけにします。値は `user:password` です。中継サーバーが `[smtp.example.jp]:587` のとき、`[smtp.example.jp]` や `smtp.example.jp:587` というキーでは一致せず、認証なしで送られます。種類が `texthash` でなければ、変更のたびに `postmap` を実行してください。ファイルは root だけが読めるようにします。',
    },
    op25b: {
      en: 'Holds the account of your mail provider, for example `[smtp.example.jp]:587 user@example.jp:secret`. Some providers want the full address as user name or a separate app password; if the server answers 535, check these first.',
      ja: 'メールサービスのアカウントを `[smtp.example.jp]:587 user@example.jp:secret` のように書きます。ユーザー名にメールアドレス全体を使うサービスや、専用のアプリ パスワードが必要なサービスもあります。サーバーが 535 を返すときは、まずこの点を確認してください。',
      example: 'smtp_sasl_password_maps = $default_database_type:/etc/postfix/sasl_passwd',
    },
  },
  smtp_sasl_password_result_delimiter: {
    since: '3.9',
    type: 'string',
    holds: 'character set',
    minLength: 1,
    maxLength: 1,
    default: ':',
    usedBy: ['smtp'],
    text: {
      en: 'Sets the character between user name and password in `smtp_sasl_password_maps`. To be changed only if a user name contains `:`; it must be a character that is not in the name. Passwords may contain `:` anyway, since only the first one counts.',
      ja: '`smtp_sasl_password_maps` で、ユーザー名とパスワードを区切る文字です。ユーザー名に `:` が含まれるときだけ、名前に含まれない文字に変えます。区切りになるのは最初の一つだけなので、パスワードに `:` が含まれていても問題ありません。',
    },
  },
  smtp_sasl_path: {
    since: '2.3',
    type: 'string',
    holds: 'sasl path',
    default: '',
    usedBy: ['smtp'],
    text: {
      en: 'Passes a setting on to the library in `smtp_sasl_type`. Nothing is needed here for `cyrus`.',
      ja: '`smtp_sasl_type` のライブラリに渡す設定です。`cyrus` では何も書く必要がありません。',
    },
  },
  smtp_sasl_security_options: {
    type: 'keywords',
    values: {
      noplaintext: {
        text: {
          en: 'No mechanism that sends the password readable, such as `PLAIN` and `LOGIN`.',
          ja: '`PLAIN` や `LOGIN` のように、パスワードをそのまま送る方式を使いません。',
        },
      },
      noactive: {
        text: {
          en: 'No mechanism that someone tampering with the connection can break.',
          ja: '通信に割り込んで改ざんする攻撃に弱い方式を使いません。',
        },
      },
      nodictionary: {
        text: {
          en: 'No mechanism where an eavesdropper can find the password by guessing.',
          ja: '盗聴した内容からパスワードを推測される方式を使いません。',
        },
      },
      noanonymous: {
        text: {
          en: 'No mechanism that logs in without a name.',
          ja: '名前を示さずにログインする匿名認証を使いません。',
        },
      },
      mutual_auth: {
        text: {
          en: 'Only mechanisms in which the server proves its identity as well.',
          ja: 'サーバーも自分の身元を証明する方式だけを使います。',
        },
      },
      forward_secrecy: {
        since: '2.5',
        text: {
          en: 'Only mechanisms whose earlier sessions stay secret if a password is stolen later.',
          ja: '後でパスワードが盗まれても過去の通信を解読されない方式だけを使います。',
        },
      },
    },
    caseSensitive: true,
    mayBeEmpty: true,
    default: 'noplaintext, noanonymous',
    usedBy: ['smtp'],
    text: {
      en: 'Excludes kinds of login mechanisms that the SMTP client must not use. The default excludes all that send the password as such, which leaves nothing at providers that offer only `PLAIN` and `LOGIN`: mail is then deferred with `no mechanism available` or `No worthy mechs found`. Write `noanonymous` and require TLS by `smtp_tls_security_level`. An empty value would allow anonymous login too. For TLS connections `smtp_sasl_tls_security_options` decides.',
      ja: 'SMTPクライアントが使ってはいけない認証方式の種類を指定します。初期値ではパスワードをそのまま送る方式をすべて禁止するため、`PLAIN` と `LOGIN` しか提供しないプロバイダーでは使える方式がなくなり、`no mechanism available` や `No worthy mechs found` というエラーでメールが滞留します。`noanonymous` と書き、`smtp_tls_security_level` で TLS を必須にしてください。空にすると匿名認証まで許可されます。TLS 接続では `smtp_sasl_tls_security_options` が使われます。',
    },
    op25b: {
      en: "Providers' submission services mostly offer `PLAIN` and `LOGIN` only, so one of this parameter and `smtp_sasl_tls_security_options` must be reduced to `noanonymous`.",
      ja: 'プロバイダーのサブミッションポートの多くは `PLAIN` と `LOGIN` しか提供しません。このパラメータか `smtp_sasl_tls_security_options` のどちらかを `noanonymous` だけにする必要があります。',
      example: 'smtp_sasl_security_options = noanonymous\nsmtp_tls_security_level = encrypt',
    },
  },
  smtp_sasl_type: {
    since: '2.3',
    type: 'keyword',
    values: { cyrus: {} },
    caseSensitive: true,
    otherValues: true,
    minLength: 1,
    default: 'cyrus',
    defaultFrom: 'build',
    usedBy: ['smtp'],
    text: {
      en: 'Selects the library with which the SMTP client logs in at other servers. `postconf -A` lists what this Postfix was built with, on most systems only `cyrus`; `dovecot` exists for the server side alone (`smtpd_sasl_type`).',
      ja: 'SMTPクライアントがほかのサーバーにログインするときに使うライブラリを選びます。使えるものは `postconf -A` で確認できます。たいていは `cyrus` だけです。`dovecot` はサーバー側（`smtpd_sasl_type`）専用です。',
    },
  },
} satisfies Facts;
