import type { ParameterFacts } from './parameter';

// Values that several parameters have in common.

type Values = NonNullable<ParameterFacts['values']>;

/** TLS security levels, by `tls_level_lookup`; they mean different things to clients and servers, so without texts. */
export const TLS_LEVELS: Values = {
  none: {},
  may: {},
  encrypt: {},
  verify: {},
  secure: {},
  fingerprint: {},
  dane: {},
  'dane-only': {},
};

/** TLS protocol versions, to name, to exclude by `!`, or as a bound (`>=`), by `tls_proto_mask_lims`. */
export const TLS_PROTOCOLS: Values = { SSLv2: {}, SSLv3: {}, TLSv1: {}, 'TLSv1.1': {}, 'TLSv1.2': {}, 'TLSv1.3': {} };

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
export const EECDH_GRADES: Values = { auto: {}, strong: {}, ultra: {}, none: {} };

/** Digests for certificate fingerprints; `tls_validate_digest` takes every one that the TLS library has. */
export const FINGERPRINT_DIGESTS: Values = { md5: {}, sha1: {}, sha256: {}, sha512: {} };

/** Names that a server certificate may match, beside literal ones, by `add_namechecks`. */
export const CERT_MATCHES: Values = { hostname: {}, nexthop: {}, 'dot-nexthop': {} };

/** How much is logged about TLS, by `tls_log_mask`, for parameters from before 2.9, which were plain numbers. */
export const TLS_LOG_LEVELS: Values = {
  '0': { since: '2.9', text: { en: 'Logs nothing about TLS.', ja: 'TLS について何も記録しません。' } },
  none: { since: '2.9' },
  '1': { since: '2.9', text: { en: 'One line for each TLS connection.', ja: 'TLS の接続ごとに1行を記録します。' } },
  routine: { since: '2.9' },
  '2': {
    since: '2.9',
    text: {
      en: 'The steps of the handshake as well: for finding a problem.',
      ja: 'ハンドシェイクの経過も記録します。問題を調べるためのものです。',
    },
  },
  debug: { since: '2.9' },
  '3': {
    since: '2.9',
    text: { en: 'A dump of the handshake as well.', ja: 'ハンドシェイクのデータも記録します。' },
  },
  'ssl-expert': { since: '2.9' },
  '4': {
    since: '2.9',
    text: {
      en: 'A dump of everything that is sent, passwords and mail included: never in daily use.',
      ja: 'パスワードやメールも含め、送受信したすべてのデータを記録します。普段は絶対に使わないでください。',
    },
  },
  'ssl-developer': { since: '2.9' },
  '5': { since: '2.9' },
  '6': { since: '2.9' },
  '7': { since: '2.9' },
  '8': { since: '2.9' },
  '9': { since: '2.9' },
  summary: { since: '2.9' },
  untrusted: { since: '2.9' },
  peercert: { since: '2.9' },
  certmatch: { since: '2.9' },
  verbose: { since: '2.9' },
  cache: { since: '2.9' },
  'ssl-debug': { since: '2.9' },
  'ssl-handshake-packet-dump': { since: '2.9' },
  'ssl-session-packet-dump': { since: '2.9' },
  dane: { since: '3.6' },
  trace: { since: '3.12' },
};

/** The same for later parameters, which were never plain numbers. */
export const TLS_LOG_WORDS: Values = {
  '0': {},
  none: {},
  '1': {},
  routine: {},
  '2': {},
  debug: {},
  '3': {},
  'ssl-expert': {},
  '4': {},
  'ssl-developer': {},
  '5': {},
  '6': {},
  '7': {},
  '8': {},
  '9': {},
  summary: {},
  untrusted: {},
  peercert: {},
  certmatch: {},
  verbose: {},
  cache: {},
  'ssl-debug': {},
  'ssl-handshake-packet-dump': {},
  'ssl-session-packet-dump': {},
  dane: {},
  trace: {},
};

/** What an SMTP or LMTP client does with mail that asks for REQUIRETLS. */
export const REQUIRETLS_POLICIES: Values = {
  enforce: {},
  'opportunistic+starttls': {},
  opportunistic: {},
  disable: {},
};

/** SASL properties that are asked of a mechanism, by `xsasl_cyrus_security_parse_opts`. */
export const SASL_SECURITY_OPTIONS: Values = {
  noplaintext: {},
  noactive: {},
  nodictionary: {},
  noanonymous: {},
  mutual_auth: {},
  forward_secrecy: {},
};

/** The same, of the mechanisms that a client uses. */
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

/** EHLO keywords that a server does not announce or a client does not heed, by `ehlo_mask`. */
export const EHLO_KEYWORDS: Values = {
  '8BITMIME': {},
  AUTH: {},
  ETRN: {},
  PIPELINING: {},
  SIZE: {},
  VERP: {},
  VRFY: {},
  XCLIENT: {},
  XFORWARD: {},
  STARTTLS: {},
  'SILENT-DISCARD': {},
  ENHANCEDSTATUSCODES: {},
  DSN: {},
  SMTPUTF8: { since: '3.0' },
  CHUNKING: { since: '3.4' },
  REQUIRETLS: { since: '3.11' },
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
export const DNS_RESOLVER_OPTIONS: Values = { res_defnames: {}, res_dnsrch: {} };

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
export const PIX_WORKAROUNDS: Values = { disable_esmtp: {}, delay_dotcrlf: {} };

/** The SMTP stage up to which an address probe goes, by `smtp_vrfy_init`. */
export const VERIFY_TARGETS: Values = { rcpt: {}, data: {} };

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
      en: 'Notes the result and goes on, also at the next connection.',
      ja: '結果を記録するだけで検査を続け、次の接続でも調べます。',
    },
  },
  continue: { text: { en: 'Old word for `ignore`.', ja: '`ignore` の古い書き方です。' } },
};

/** The same for a test after the greeting, whose result is remembered even where it is ignored. */
export const POSTSCREEN_DEEP_ACTIONS: Values = { drop: {}, enforce: {}, ignore: {}, continue: {} };

/** What a restriction does when a lookup fails for now, by `smtpd_check_init`. */
export const TEMPFAIL_ACTIONS: Values = { defer: {}, defer_if_permit: {} };

/** The addresses that cleanup(8) rewrites, by `cleanup_pre_jail`. */
export const ADDRESS_CLASSES: Values = {
  envelope_sender: {},
  envelope_recipient: {},
  header_sender: {},
  header_recipient: {},
};

/** Where local(8) accepts a file or a command as a destination, by `local_mask_init`. */
export const EXPANSION_TYPES: Values = { alias: {}, forward: {}, include: {} };

/** Ways to lock a mailbox, by `mbox_lock_mask`. */
export const MAILBOX_LOCKS: Values = { flock: {}, fcntl: {}, dotlock: {} };

/** Lookup table types that keep their data in indexed files. */
export const DATABASE_TYPES: Values = { btree: {}, cdb: {}, dbm: {}, hash: {}, lmdb: {}, sdbm: {} };

/** The characters that local(8) keeps in what it puts in place of a `$name`; `mac_expand` makes all others `_`. */
export const EXPANSION_CHARACTERS = '1234567890!@%-_=+:,./abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
