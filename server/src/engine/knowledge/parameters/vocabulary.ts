import type { ParameterFacts } from './parameter';

// Values that several parameters have in common.

type Values = NonNullable<ParameterFacts['values']>;

const NOT_FOR_SERVERS: Values[string] = {
  text: {
    en: 'A level of the client; a server takes it as `encrypt` and logs a warning.',
    ja: 'クライアント用のレベルです。サーバーは警告を出し、`encrypt` として扱います。',
  },
};

const FATAL_FOR_SERVERS: Values[string] = {
  since: '2.11',
  text: {
    en: 'A level of the client only; a server does not start with it (`Invalid TLS level`).',
    ja: 'クライアント専用のレベルです。サーバーは `Invalid TLS level` となって起動しません。',
  },
};

/** TLS security levels of a server, by `pre_jail_init` in smtpd.c; postscreen(8) and tlsproxy(8) do likewise. */
export const SERVER_TLS_LEVELS: Values = {
  none: { text: { en: 'Does not offer TLS.', ja: 'TLS を提供しません。' } },
  may: {
    text: {
      en: 'Offers TLS and leaves the choice to the client: right for port 25.',
      ja: 'TLS を提供し、使うかどうかは相手に任せます。25番ポートに適しています。',
    },
  },
  encrypt: {
    text: {
      en: 'Insists on TLS: for `submission` only, on port 25 other servers would be shut out.',
      ja: 'TLS を必須にします。`submission` 専用で、25番ポートではほかのサーバーを締め出してしまいます。',
    },
  },
  verify: NOT_FOR_SERVERS,
  secure: NOT_FOR_SERVERS,
  fingerprint: NOT_FOR_SERVERS,
  dane: FATAL_FOR_SERVERS,
  'dane-only': FATAL_FOR_SERVERS,
};

/** The same, as a client understands them. */
export const CLIENT_TLS_LEVELS: Values = {
  none: {
    text: {
      en: 'Never uses TLS, except where the policy table says so.',
      ja: '方針のテーブルで指定した配送先を除き、TLS を使いません。',
    },
  },
  may: {
    text: {
      en: 'Uses TLS where the server offers it, else sends in the clear; certificates are not checked.',
      ja: 'サーバーが対応していれば TLS を使い、なければ平文で送ります。証明書は検証しません。',
    },
  },
  encrypt: {
    text: {
      en: 'Sends only over TLS, but accepts any certificate: right for a relay, too strict for delivery to everyone.',
      ja: 'TLS でしか送りませんが、証明書は問いません。中継サーバー向けで、不特定の宛先への直接配送には厳しすぎます。',
    },
  },
  verify: {
    text: {
      en: 'TLS with a trusted certificate for the name of the host reached, which may come from a DNS answer that nobody has secured.',
      ja: 'TLS を必須とし、信頼できる証明書が接続先のホスト名と一致することを求めます。ただし、その名前は保護されていない DNS の応答から得たものかもしれません。',
    },
  },
  secure: {
    text: {
      en: 'TLS with a trusted certificate for the destination as it was written, such as the relay host: the safest level for a relay.',
      ja: 'TLS を必須とし、信頼できる証明書が、中継サーバーなど配送先として書かれた名前と一致することを求めます。中継サーバーには最も安全です。',
    },
  },
  fingerprint: {
    since: '2.5',
    text: {
      en: 'TLS with a certificate whose fingerprint is on your list; CAs play no part.',
      ja: 'TLS を必須とし、フィンガープリントを登録した証明書だけを認めます。CA は使いません。',
    },
  },
  dane: {
    since: '2.11',
    text: {
      en: 'Checks the certificate by TLSA records that DNSSEC secures, and behaves like `may` where there are none; needs `dnssec` as the DNS support level of the client.',
      ja: 'DNSSEC で保護された TLSA レコードで証明書を検証し、レコードがなければ `may` と同じです。クライアントの DNS の使い方を `dnssec` にする必要があります。',
    },
  },
  'dane-only': {
    since: '2.11',
    text: {
      en: 'Delivers only where TLSA records secured by DNSSEC confirm the certificate.',
      ja: 'DNSSEC で保護された TLSA レコードで証明書を確認できる配送先にだけ送ります。',
    },
  },
};

/** TLS protocol versions, to name, to exclude by `!`, or as a bound (`>=`), by `tls_proto_mask_lims`. */
export const TLS_PROTOCOLS: Values = {
  SSLv2: {
    text: {
      en: 'SSL 2.0 of 1995, broken long ago; OpenSSL from 1.1.0 does not have it any more.',
      ja: '1995年の SSL 2.0 です。ずっと前に破られており、OpenSSL 1.1.0 以降にはありません。',
    },
  },
  SSLv3: {
    text: {
      en: 'SSL 3.0 of 1996, broken by the POODLE attack.',
      ja: '1996年の SSL 3.0 です。POODLE 攻撃で破られました。',
    },
  },
  TLSv1: {
    text: {
      en: 'TLS 1.0 of 1999, obsolete; some old mail servers have nothing better.',
      ja: '1999年の TLS 1.0 で、今は廃止されています。これしか使えない古いメールサーバーもあります。',
    },
  },
  'TLSv1.1': {
    text: {
      en: 'TLS 1.1 of 2006, obsolete; hardly anything depends on it.',
      ja: '2006年の TLS 1.1 で、今は廃止されています。これが必要な相手はほとんどありません。',
    },
  },
  'TLSv1.2': {
    text: {
      en: 'TLS 1.2 of 2008, sound and known to nearly every mail server.',
      ja: '2008年の TLS 1.2 です。安全で、ほとんどのメールサーバーが対応しています。',
    },
  },
  'TLSv1.3': {
    text: {
      en: 'TLS 1.3 of 2018, the newest; it needs OpenSSL 1.1.1.',
      ja: '2018年の TLS 1.3 で、最も新しいものです。OpenSSL 1.1.1 以降が必要です。',
    },
  },
};

/** Lowest TLS cipher grades, by `tls_cipher_grade`. */
export const CIPHER_GRADES: Values = {
  high: { text: { en: 'Strong ciphers only.', ja: '強い暗号だけを使います。' } },
  medium: {
    text: {
      en: 'Ciphers of 128 bits and more: the sensible minimum.',
      ja: '128ビット以上の暗号を使います。最低限として妥当な強さです。',
    },
  },
  low: {
    text: {
      en: 'Obsolete; the same as `medium` from 3.8.',
      ja: '今は使われません。3.8 以降は `medium` と同じです。',
    },
  },
  export: {
    text: {
      en: 'Obsolete; the same as `medium` from 3.8.',
      ja: '今は使われません。3.8 以降は `medium` と同じです。',
    },
  },
  null: {
    text: { en: 'No encryption at all, only proof of identity.', ja: '暗号化せず、身元の確認だけを行います。' },
  },
};

/** Strengths of the elliptic curves for key exchange, by `tls_set_eecdh_curve` until 3.5; ignored since 3.6. */
export const EECDH_GRADES: Values = {
  auto: {
    since: '3.2',
    text: { en: 'The best curve that both sides know.', ja: '双方に共通する最良の曲線を使います。' },
  },
  strong: {
    text: { en: 'The one curve in `tls_eecdh_strong_curve`.', ja: '`tls_eecdh_strong_curve` の曲線だけを使います。' },
  },
  ultra: {
    text: {
      en: 'The one curve in `tls_eecdh_ultra_curve`, which takes more computing.',
      ja: 'より計算に時間のかかる、`tls_eecdh_ultra_curve` の曲線だけを使います。',
    },
  },
  none: { text: { en: 'No elliptic curves for the key exchange.', ja: '鍵交換に楕円曲線を使いません。' } },
};

/** Digests for certificate fingerprints; `tls_validate_digest` takes every one that the TLS library has. */
export const FINGERPRINT_DIGESTS: Values = {
  md5: {
    text: {
      en: 'Out of date; only while a list still has fingerprints of this kind.',
      ja: '古い方式です。一覧にこの方式のフィンガープリントが残っている間だけ使います。',
    },
  },
  sha1: {
    text: {
      en: 'Out of date; better than `md5`, but `sha256` is the one to use.',
      ja: '古い方式です。`md5` よりましですが、`sha256` を使ってください。',
    },
  },
  sha256: { text: { en: 'The usual choice today.', ja: '今の標準的な方式です。' } },
  sha512: {
    text: {
      en: 'Longer than `sha256`, without a practical gain.',
      ja: '`sha256` より長くなりますが、実際の利点はありません。',
    },
  },
};

/** Names that a server certificate may match, beside literal ones, by `add_namechecks`. */
export const CERT_MATCHES: Values = {
  hostname: {
    text: {
      en: 'The name of the server reached, which may come from an MX record that nobody has secured.',
      ja: '接続先のサーバーの名前です。保護されていない MX レコードから得たものかもしれません。',
    },
  },
  nexthop: {
    text: {
      en: "The destination as it was written, without brackets and port: the relay host or the recipient's domain.",
      ja: '角かっことポート番号を除いた、書かれたとおりの配送先（中継サーバーや宛先のドメイン）です。',
    },
  },
  'dot-nexthop': {
    text: {
      en: 'Any name below that destination, such as `mx.example.jp` below `example.jp`.',
      ja: '配送先より下の名前です。`example.jp` に対する `mx.example.jp` などです。',
    },
  },
};

/** How much is logged about TLS, by `tls_log_mask`. */
export const TLS_LOG_WORDS: Values = {
  '0': { text: { en: 'Logs nothing about TLS.', ja: 'TLS について何も記録しません。' } },
  none: { text: { en: 'The same as `0`.', ja: '`0` と同じです。' } },
  '1': { text: { en: 'One line for each TLS connection.', ja: 'TLS の接続ごとに1行を記録します。' } },
  routine: { text: { en: 'The same as `1`.', ja: '`1` と同じです。' } },
  '2': {
    text: {
      en: 'The steps of the handshake as well: for finding a problem.',
      ja: 'ハンドシェイクの経過も記録します。問題を調べるためのものです。',
    },
  },
  debug: { text: { en: 'The same as `2`.', ja: '`2` と同じです。' } },
  '3': { text: { en: 'A dump of the handshake as well.', ja: 'ハンドシェイクのデータも記録します。' } },
  'ssl-expert': { text: { en: 'The same as `3`.', ja: '`3` と同じです。' } },
  '4': {
    text: {
      en: 'A dump of the whole session as well, with the first 40 characters of each read and write in the clear, passwords among them: never in daily use.',
      ja: '通信全体のデータも記録します。読み書きごとに先頭の40文字がそのまま残り、パスワードも含まれるので、普段は絶対に使わないでください。',
    },
  },
  'ssl-developer': {
    text: { en: 'The same as `4`: never in daily use.', ja: '`4` と同じです。普段は絶対に使わないでください。' },
  },
  '5': { text: { en: 'The same as `4`: never in daily use.', ja: '`4` と同じです。普段は絶対に使わないでください。' } },
  '6': { text: { en: 'The same as `4`: never in daily use.', ja: '`4` と同じです。普段は絶対に使わないでください。' } },
  '7': { text: { en: 'The same as `4`: never in daily use.', ja: '`4` と同じです。普段は絶対に使わないでください。' } },
  '8': { text: { en: 'The same as `4`: never in daily use.', ja: '`4` と同じです。普段は絶対に使わないでください。' } },
  '9': { text: { en: 'The same as `4`: never in daily use.', ja: '`4` と同じです。普段は絶対に使わないでください。' } },
  summary: {
    text: {
      en: 'One line for each TLS connection, as with `1`.',
      ja: '`1` と同じく、TLS の接続ごとに1行を記録します。',
    },
  },
  untrusted: {
    text: {
      en: 'Why a certificate was not trusted, even where nobody asked for trust.',
      ja: '検証を求めていないときも、証明書を信頼できなかった理由を記録します。',
    },
  },
  peercert: {
    text: {
      en: 'Names and fingerprints from the certificate of the other side.',
      ja: '相手の証明書にある名前とフィンガープリントを記録します。',
    },
  },
  certmatch: {
    text: {
      en: 'The certificate of the server, and what in it matched; only in clients.',
      ja: 'サーバーの証明書と、一致した部分を記録します。クライアントだけで使われます。',
    },
  },
  verbose: {
    text: {
      en: "What Postfix's own TLS code does: the list of ciphers, each certificate checked.",
      ja: '暗号の一覧や検証した証明書など、Postfix 自身の TLS の処理を詳しく記録します。',
    },
  },
  cache: { text: { en: 'Storing and reusing TLS sessions.', ja: 'TLS セッションの保存と再利用を記録します。' } },
  'ssl-debug': {
    text: {
      en: 'The steps of the handshake, as OpenSSL reports them.',
      ja: 'OpenSSL が知らせるハンドシェイクの経過を記録します。',
    },
  },
  'ssl-handshake-packet-dump': {
    text: { en: 'A dump of the data of the handshake.', ja: 'ハンドシェイクのデータを記録します。' },
  },
  'ssl-session-packet-dump': {
    text: {
      en: 'A dump of the whole session, with parts of passwords and mail in the clear: never in daily use.',
      ja: 'パスワードやメールの一部が読める形で、通信全体のデータを記録します。普段は絶対に使わないでください。',
    },
  },
  dane: {
    text: {
      en: 'The TLSA records (DANE) and fingerprints to compare with; only in clients.',
      ja: '比較に使う TLSA レコード（DANE）とフィンガープリントを記録します。クライアントだけで使われます。',
    },
  },
  trace: {
    text: {
      en: 'The TLS messages of each connection, without the mail, in a file of its own in `tlstrace` below `queue_directory`.',
      ja: 'メールの内容を除いた TLS の通信を、`queue_directory` の下の `tlstrace` に接続ごとのファイルとして記録します。',
    },
  },
};

/** The same for parameters from before 2.9, which were plain numbers. */
export const TLS_LOG_LEVELS: Values = {
  ...Object.fromEntries(Object.entries(TLS_LOG_WORDS).map(([word, facts]) => [word, { ...facts, since: '2.9' }])),
  dane: { ...TLS_LOG_WORDS.dane, since: '3.6' },
  trace: { ...TLS_LOG_WORDS.trace, since: '3.12' },
};

/** What an SMTP or LMTP client does with mail that asks for REQUIRETLS. */
export const REQUIRETLS_POLICIES: Values = {
  enforce: {
    text: {
      en: 'Delivers only to a server with a matching certificate that offers REQUIRETLS; otherwise the mail is returned.',
      ja: '証明書が一致し、REQUIRETLS を提供するサーバーにだけ配送します。なければメールは送信者に戻ります。',
    },
  },
  'opportunistic+starttls': {
    text: {
      en: 'Requires TLS but no matching certificate, and passes the demand on where the server supports it.',
      ja: 'TLS は必須としますが、証明書の一致は求めません。サーバーが対応していれば要求を伝えます。',
    },
  },
  opportunistic: {
    text: {
      en: 'Passes the demand on where the server supports it, and delivers in any case.',
      ja: 'サーバーが対応していれば要求を伝え、対応していなくても配送します。',
    },
  },
  disable: {
    text: {
      en: 'Delivers as if the demand were not there: for servers that announce REQUIRETLS but fail with it.',
      ja: '要求がないものとして配送します。対応を知らせながら失敗するサーバーのためのものです。',
    },
  },
};

/** SASL properties that are asked of the mechanisms that a client uses, by `xsasl_cyrus_security_parse_opts`. */
export const CLIENT_SASL_SECURITY_OPTIONS: Values = {
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
};

/** The same, of the mechanisms that a client uses inside TLS. */
export const CLIENT_SASL_TLS_SECURITY_OPTIONS: Values = {
  ...CLIENT_SASL_SECURITY_OPTIONS,
  noplaintext: {
    text: {
      en: 'No mechanism that sends the password readable inside TLS either.',
      ja: 'TLS の中でも、パスワードをそのまま送る方式を使いません。',
    },
  },
};

/** The same, of the mechanisms that a server offers. */
export const SERVER_SASL_SECURITY_OPTIONS: Values = {
  noplaintext: {
    text: {
      en: 'Does not offer mechanisms that send the password readable, such as `PLAIN` and `LOGIN`.',
      ja: '`PLAIN` や `LOGIN` のように、パスワードをそのまま送る方式を提供しません。',
    },
  },
  noactive: {
    text: {
      en: 'Does not offer mechanisms that someone tampering with the connection can break.',
      ja: '通信に割り込んで改ざんする攻撃に弱い方式を提供しません。',
    },
  },
  nodictionary: {
    text: {
      en: 'Does not offer mechanisms where an eavesdropper can find the password by guessing.',
      ja: '盗聴した内容からパスワードを推測される方式を提供しません。',
    },
  },
  noanonymous: {
    text: { en: 'Does not offer logins without a name.', ja: '名前を示さずにログインする匿名認証を提供しません。' },
  },
  mutual_auth: {
    text: {
      en: 'Offers only mechanisms in which the server proves its identity as well.',
      ja: 'サーバーも自分の身元を証明する方式だけを提供します。',
    },
  },
  forward_secrecy: {
    since: '2.5',
    text: {
      en: 'Offers only mechanisms whose earlier sessions stay secret if a password is stolen later.',
      ja: '後でパスワードが盗まれても過去の通信を解読されない方式だけを提供します。',
    },
  },
};

/** EHLO keywords that a server does not announce, by `ehlo_mask`. */
export const SERVER_EHLO_KEYWORDS: Values = {
  '8BITMIME': {
    text: {
      en: 'Hides that mail may contain 8-bit characters as they are: senders may have to convert it.',
      ja: '8ビットの文字をそのまま受け取れることを隠します。送る側で変換が必要になることがあります。',
    },
  },
  AUTH: {
    text: { en: 'Hides login, so nobody can log in.', ja: 'ログインできることを隠すので、誰もログインできません。' },
  },
  ETRN: {
    text: {
      en: 'Hides `ETRN`, by which a client asks for its queued mail; the command itself still works.',
      ja: 'クライアントが溜まったメールを求める `ETRN` を隠します。コマンド自体は使えます。',
    },
  },
  PIPELINING: {
    text: {
      en: 'Hides that commands may come in groups: clients wait for each reply, which is slower.',
      ja: 'コマンドをまとめて送れることを隠します。クライアントは応答を一つずつ待つため、遅くなります。',
    },
  },
  SIZE: {
    text: {
      en: 'Hides `message_size_limit`: senders then learn of it late, perhaps only after the whole message.',
      ja: '`message_size_limit` を隠します。送信者が制限を知るのは遅れ、全体を送った後になることもあります。',
    },
  },
  VERP: {
    text: {
      en: 'Hides `XVERP`, by which list software has a sender address made for each recipient.',
      ja: 'メーリングリストのソフトウェアが宛先ごとに送信者アドレスを作らせる `XVERP` を隠します。',
    },
  },
  VRFY: {
    text: {
      en: 'Hides `VRFY`; set `disable_vrfy_command` to turn the command itself off.',
      ja: '`VRFY` を隠します。コマンド自体を無効にするには `disable_vrfy_command` を設定します。',
    },
  },
  XCLIENT: {
    text: {
      en: 'Hides `XCLIENT`, by which a trusted program speaks for another client.',
      ja: '信頼されたプログラムが別のクライアントとして振る舞うための `XCLIENT` を隠します。',
    },
  },
  XFORWARD: {
    text: {
      en: 'Hides `XFORWARD`, by which a filter passes on where the mail came from.',
      ja: 'フィルターがメールの送信元の情報を渡すための `XFORWARD` を隠します。',
    },
  },
  STARTTLS: {
    text: {
      en: 'Hides and refuses TLS: mail comes in the clear, or not at all where TLS is required.',
      ja: 'TLS を隠して拒否します。メールは平文で届き、TLS が必須なら受け取れません。',
    },
  },
  'SILENT-DISCARD': {
    text: {
      en: 'Not a feature: keeps the list of those hidden out of the log.',
      ja: '機能の名前ではなく、隠した機能の一覧をログに残さないための指定です。',
    },
  },
  ENHANCEDSTATUSCODES: {
    text: {
      en: 'Hides that replies contain codes such as `5.1.1`; they are sent all the same.',
      ja: '応答に `5.1.1` のようなコードが含まれることを隠します。コード自体は送られます。',
    },
  },
  DSN: {
    text: {
      en: 'Hides and refuses requests for delivery notices, such as a notice of success.',
      ja: '配送の通知（成功の通知など）の要求に対応していないことにし、要求を拒否します。',
    },
  },
  SMTPUTF8: {
    since: '3.0',
    text: {
      en: 'Hides international mail addresses: mail that needs them cannot come in.',
      ja: '国際化メールアドレスへの対応を隠します。それを必要とするメールは受け取れません。',
    },
  },
  CHUNKING: {
    since: '3.4',
    text: {
      en: 'Hides and refuses `BDAT`; mail comes by `DATA` instead.',
      ja: '`BDAT` を隠して拒否します。メールは代わりに `DATA` で届きます。',
    },
  },
  REQUIRETLS: {
    since: '3.11',
    text: {
      en: 'Hides REQUIRETLS: mail whose sender insists on it cannot come in.',
      ja: 'REQUIRETLS への対応を隠します。送信者がそれを必須としたメールは受け取れません。',
    },
  },
};

/** The same, which a client does not heed. */
export const CLIENT_EHLO_KEYWORDS: Values = {
  '8BITMIME': {
    text: {
      en: 'Treats the server as if it took no 8-bit characters: such mail is converted, unless `disable_mime_output_conversion` is set.',
      ja: 'サーバーが8ビットの文字を受け取れないものとみなし、`disable_mime_output_conversion` を有効にしていなければ、そのようなメールを変換します。',
    },
  },
  AUTH: {
    text: {
      en: 'Treats the server as if it offered no login, so there is none.',
      ja: 'サーバーがログインに対応していないものとみなし、ログインしません。',
    },
  },
  ETRN: {
    text: {
      en: 'Has no effect: the client does not use this feature.',
      ja: 'クライアントはこの機能を使わないので、効果はありません。',
    },
  },
  PIPELINING: {
    text: {
      en: 'Sends one command at a time and waits for each reply: slower, but a way around faulty firewalls.',
      ja: 'コマンドを一つずつ送り、応答を待ちます。遅くなりますが、問題のあるファイアウォールへの対策になります。',
    },
  },
  SIZE: {
    text: {
      en: "Neither tells the server the size of a message nor heeds the server's limit.",
      ja: 'メールの大きさをサーバーに知らせず、サーバーの上限も考慮しません。',
    },
  },
  VERP: {
    text: {
      en: 'Has no effect: the client does not use this feature.',
      ja: 'クライアントはこの機能を使わないので、効果はありません。',
    },
  },
  VRFY: {
    text: {
      en: 'Has no effect: the client does not use this feature.',
      ja: 'クライアントはこの機能を使わないので、効果はありません。',
    },
  },
  XCLIENT: {
    text: {
      en: 'Has no effect: the client does not use this feature.',
      ja: 'クライアントはこの機能を使わないので、効果はありません。',
    },
  },
  XFORWARD: {
    text: {
      en: 'Does not pass on to the server, such as a filter, where the mail came from.',
      ja: 'フィルターなどのサーバーに、メールの送信元の情報を渡しません。',
    },
  },
  STARTTLS: {
    text: {
      en: 'Treats the server as if it offered no TLS: mail goes in the clear, or waits where TLS is required.',
      ja: 'サーバーが TLS に対応していないものとみなします。平文で送るか、TLS が必須ならメールはキューに残ります。',
    },
  },
  'SILENT-DISCARD': {
    text: {
      en: 'Not a feature: keeps the list of those ignored out of the log.',
      ja: '機能の名前ではなく、無視する機能の一覧をログに残さないための指定です。',
    },
  },
  ENHANCEDSTATUSCODES: {
    text: {
      en: 'Has no effect: the client does not use this feature.',
      ja: 'クライアントはこの機能を使わないので、効果はありません。',
    },
  },
  DSN: {
    text: {
      en: 'Does not pass requests for delivery notices on; asked for a notice of success, Postfix itself reports that the mail was handed over.',
      ja: '配送の通知の要求をサーバーに伝えません。成功の通知を求められていれば、引き渡したことを Postfix 自身が知らせます。',
    },
  },
  SMTPUTF8: {
    since: '3.0',
    text: {
      en: 'Treats the server as if it took no international mail addresses: mail that needs them is returned.',
      ja: 'サーバーが国際化メールアドレスに対応していないものとみなします。それを必要とするメールは送信者に戻ります。',
    },
  },
  CHUNKING: {
    since: '3.4',
    text: {
      en: 'Has no effect: the client does not use this feature.',
      ja: 'クライアントはこの機能を使わないので、効果はありません。',
    },
  },
  REQUIRETLS: {
    since: '3.11',
    text: {
      en: 'Treats the server as if it did not offer REQUIRETLS.',
      ja: 'サーバーが REQUIRETLS に対応していないものとみなします。',
    },
  },
};

/** Which addresses an SMTP or LMTP client tries first, by `pre_init` in smtp.c. */
export const ADDRESS_PREFERENCES: Values = {
  ipv6: { text: { en: 'IPv6 addresses first.', ja: 'IPv6 のアドレスを先に試します。' } },
  ipv4: { text: { en: 'IPv4 addresses first.', ja: 'IPv4 のアドレスを先に試します。' } },
  any: { text: { en: 'No preference.', ja: '優先するプロトコルを決めません。' } },
};

/** How an SMTP or LMTP client uses the DNS, by `post_init` in smtp.c. */
export const DNS_SUPPORT_LEVELS: Values = {
  disabled: {
    text: {
      en: "No DNS: no MX lookups, and hosts are found by the system's own lookup.",
      ja: 'DNS を使いません。MX レコードを検索せず、ホストはシステムの名前解決で探します。',
    },
  },
  enabled: {
    text: {
      en: 'DNS with MX lookups for destinations that are not in brackets.',
      ja: 'DNS を使い、角かっこで囲んでいない配送先では MX レコードを検索します。',
    },
  },
  dnssec: {
    text: {
      en: 'DNS, and asks whether answers are secured by DNSSEC, as the level `dane` needs.',
      ja: 'DNS を使い、TLS のレベル `dane` に必要な、DNSSEC で保護された応答かどうかも確かめます。',
    },
  },
};

/** Options of the system's DNS resolver, by `post_init` in smtp.c. */
export const DNS_RESOLVER_OPTIONS: Values = {
  res_defnames: {
    text: {
      en: "Appends the machine's own domain to names without a dot, which can lead to the wrong host.",
      ja: 'ドットのない名前に自分のドメインを付けて検索します。別のホストにつながることがあります。',
    },
  },
  res_dnsrch: {
    text: {
      en: "Searches for names in the machine's own domain and its parent domains, which can lead to the wrong host.",
      ja: '自分のドメインやその親ドメインの中でも名前を検索します。別のホストにつながることがあります。',
    },
  },
};

/** Where an SMTP or LMTP client finds the addresses of hosts, by `post_init` in smtp.c. */
export const HOST_LOOKUPS: Values = {
  dns: { text: { en: 'Asks the DNS.', ja: 'DNS に問い合わせます。' } },
  native: {
    text: {
      en: "Uses the system's own lookup, `/etc/hosts` included; after `dns` if both are listed.",
      ja: '`/etc/hosts` を含む、システムの名前解決を使います。両方を書くと `dns` の後に使います。',
    },
  },
};

/** Workarounds for Cisco PIX firewalls, by `smtp_helo`. */
export const PIX_WORKAROUNDS: Values = {
  disable_esmtp: {
    text: {
      en: 'Greets with `HELO` instead of `EHLO`, so there is neither TLS nor login; LMTP is not affected.',
      ja: '`EHLO` の代わりに `HELO` であいさつするため、TLS もログインも使えません。LMTP には影響しません。',
    },
  },
  delay_dotcrlf: {
    text: {
      en: 'Waits a little before the dot that ends the message, once the mail has been in the queue for some time.',
      ja: 'しばらくキューにあったメールでは、終わりを示すドットを送る前に少し待ちます。',
    },
  },
};

/** The SMTP stage up to which an address probe goes, by `smtp_vrfy_init`. */
export const VERIFY_TARGETS: Values = {
  rcpt: {
    text: { en: 'Asks with `RCPT TO` and goes no further.', ja: '`RCPT TO` で問い合わせ、その先には進みません。' },
  },
  data: {
    text: {
      en: 'Goes on to `DATA`, for servers that refuse recipients only then, and hangs up after the reply.',
      ja: '`DATA` の段階になってから宛先を拒否するサーバーのために、そこまで進み、応答を受け取ると接続を切ります。',
    },
  },
};

/** What postscreen(8) does when a test before the greeting fails, by its `post_jail_init`. */
export const POSTSCREEN_ACTIONS: Values = {
  drop: { text: { en: 'Hangs up at once.', ja: 'すぐに接続を切ります。' } },
  enforce: {
    text: {
      en: 'Refuses the mail, after logging from whom and for whom it was.',
      ja: '送信者と宛先を記録したうえで、メールを拒否します。',
    },
  },
  ignore: {
    text: {
      en: 'Notes the result and goes on; the test comes again at the next connection.',
      ja: '結果を記録するだけで先に進み、次の接続でも検査します。',
    },
  },
  continue: { text: { en: 'Old word for `ignore`.', ja: '`ignore` の古い書き方です。' } },
};

/** The same for a test after the greeting, whose result is remembered even where it is ignored. */
export const POSTSCREEN_DEEP_ACTIONS: Values = {
  drop: {
    text: {
      en: 'Hangs up at once; the test comes again at the next connection.',
      ja: 'すぐに接続を切り、次の接続でも検査します。',
    },
  },
  enforce: {
    text: {
      en: 'Refuses the mail, after logging from whom and for whom it was, and tests again next time.',
      ja: '送信者と宛先を記録したうえでメールを拒否し、次の接続でも検査します。',
    },
  },
  ignore: {
    text: {
      en: 'Notes the result; for a short while the client then counts as having passed.',
      ja: '結果を記録するだけで、しばらくの間は合格したものとして扱います。',
    },
  },
  continue: { text: { en: 'Old word for `ignore`.', ja: '`ignore` の古い書き方です。' } },
};

/** What a restriction does when a lookup fails for now, by `smtpd_check_init`. */
export const TEMPFAIL_ACTIONS: Values = {
  defer: { text: { en: 'Answers at once with a temporary error.', ja: 'すぐに一時的なエラーを返します。' } },
  defer_if_permit: {
    text: {
      en: 'Looks on for a reason to refuse, and answers with a temporary error only if there is none.',
      ja: '拒否する理由をさらに探し、なければ一時的なエラーを返します。',
    },
  },
};

/** The sender addresses that cleanup(8) rewrites, by `cleanup_pre_jail`. */
export const SENDER_CLASSES: Values = {
  envelope_sender: {
    text: {
      en: 'The sender in the envelope, to which error notices go.',
      ja: 'エンベロープの送信者です。エラー通知の送り先になります。',
    },
  },
  header_sender: {
    text: {
      en: 'Senders in headers such as `From:` and `Reply-To:`.',
      ja: '`From:` や `Reply-To:` などのヘッダーにある送信者です。',
    },
  },
};

/** The recipient addresses that cleanup(8) rewrites. */
export const RECIPIENT_CLASSES: Values = {
  envelope_recipient: {
    text: {
      en: 'The recipients in the envelope, which decide where mail goes.',
      ja: 'エンベロープの宛先です。メールの届け先を決めるものです。',
    },
  },
  header_recipient: {
    text: {
      en: 'Recipients in headers such as `To:` and `Cc:`.',
      ja: '`To:` や `Cc:` などのヘッダーにある宛先です。',
    },
  },
};

/** All addresses that cleanup(8) rewrites. */
export const ADDRESS_CLASSES: Values = { ...SENDER_CLASSES, ...RECIPIENT_CLASSES };

/** Where local(8) accepts a file or a command as a destination, by `local_mask_init`. */
export const EXPANSION_TYPES: Values = {
  alias: { text: { en: 'In the tables of `alias_maps`.', ja: '`alias_maps` のテーブルの中です。' } },
  forward: {
    text: { en: 'In the `.forward` files of the users.', ja: '利用者の `.forward` ファイルの中です。' },
  },
  include: {
    text: {
      en: 'In files that an alias or a `.forward` file brings in by `:include:`.',
      ja: '別名や `.forward` ファイルから `:include:` で読み込むファイルの中です。',
    },
  },
};

/** Ways to lock a mailbox, by `mbox_lock_mask`. */
export const MAILBOX_LOCKS: Values = {
  flock: { text: { en: 'A lock in the kernel, by `flock()`.', ja: '`flock()` によるカーネルのロックです。' } },
  fcntl: {
    text: {
      en: 'A lock in the kernel, by `fcntl()`, which is meant to work over NFS as well.',
      ja: '`fcntl()` によるカーネルのロックで、NFS でも使えることになっています。',
    },
  },
  dotlock: {
    text: {
      en: 'A file beside the mailbox, with `.lock` added to the name.',
      ja: 'メールボックスの隣に作る、名前に `.lock` を付けたファイルです。',
    },
  },
};

/** Lookup table types that keep their data in indexed files. */
export const DATABASE_TYPES: Values = {
  btree: {
    text: {
      en: 'Sorted Berkeley DB files, mostly for caches; some newer systems do not have them.',
      ja: '並べ替えられた Berkeley DB のファイルで、主にキャッシュに使います。新しいシステムの一部にはありません。',
    },
  },
  cdb: {
    text: {
      en: 'Files that are fast to read and replaced as a whole by `postmap`; they cannot serve as caches.',
      ja: '読み取りが速く、`postmap` で全体を置き換えるファイルです。キャッシュには使えません。',
    },
  },
  dbm: { text: { en: 'The hashed files of old Unix systems.', ja: '古い Unix にあったハッシュ形式のファイルです。' } },
  hash: {
    text: {
      en: 'Hashed Berkeley DB files, long the usual type; some newer systems do not have them.',
      ja: 'ハッシュ形式の Berkeley DB のファイルです。長く標準でしたが、新しいシステムの一部にはありません。',
    },
  },
  lmdb: {
    text: {
      en: 'LMDB files, for tables and caches alike: the type to use where Berkeley DB is missing.',
      ja: 'テーブルにもキャッシュにも使える LMDB のファイルです。Berkeley DB のないシステムで使います。',
    },
  },
  sdbm: {
    text: {
      en: 'Hashed files like those of `dbm`; hardly any Postfix is built with them.',
      ja: '`dbm` に似たハッシュ形式のファイルです。対応した Postfix はほとんどありません。',
    },
  },
};

/** The characters that local(8) keeps in what it puts in place of a `$name`; `mac_expand` makes all others `_`. */
export const EXPANSION_CHARACTERS = '1234567890!@%-_=+:,./abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
