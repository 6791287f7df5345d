import type { Facts, KeywordFacts } from './parameter';

const GONE_WORKAROUND: KeywordFacts = {
  text: {
    en: 'Has no effect with OpenSSL from 1.1.0 on, which has dropped this workaround.',
    ja: 'OpenSSL 1.1.0 でなくなった回避策で、それ以降では効果がありません。',
  },
};

const SINCE_OPENSSL_1_1_1: KeywordFacts = { since: '3.4', backports: ['3.0.14', '3.1.10', '3.2.7', '3.3.2'] };

export const tls = {
  tls_append_default_CA: {
    since: '2.8',
    backports: ['2.4.15', '2.5.11', '2.6.8', '2.7.2'],
    type: 'boolean',
    default: 'no',
    usedBy: ['tls'],
    text: {
      en: "Adds the system's own CA certificates to those in parameters such as `smtp_tls_CAfile`. It has no effect where neither a file nor a directory is set. With `permit_tls_all_clientcerts` it would let strangers relay: keep it off there.",
      ja: '`smtp_tls_CAfile` などで指定した CA 証明書に、システムの CA 証明書を加えます。ファイルもディレクトリも指定していなければ効果はありません。`permit_tls_all_clientcerts` と組み合わせると他人のリレーを許すことになるので、無効のままにします。',
    },
  },
  tls_config_file: {
    since: '3.9',
    backports: ['3.5.20', '3.6.10', '3.7.6', '3.8.1'],
    type: 'string',
    holds: 'file path',
    default: 'default',
    usedBy: ['tls'],
    text: {
      en: 'Chooses the OpenSSL configuration file whose basic settings, such as the lowest TLS version, hold for Postfix as well. `default` is the file of the system, `none` loads no file at all, and anything else is the absolute path of a file of your own, with settings for the name in `tls_config_name` (`openssl_conf` if that is empty). If such a file cannot be loaded, Postfix runs without TLS; mistakes in the file of the system go unnoticed. Where a strict policy for the whole system keeps old servers from using TLS, so that their mail goes in the clear, `none` helps.',
      ja: 'OpenSSL の設定ファイルを選びます。TLS の最低バージョンなど、そこに書かれた基本の設定は Postfix にも適用されます。`default` ならシステムのファイルを使い、`none` ならどのファイルも読みません。それ以外は自分で用意したファイルの絶対パスで、`tls_config_name` の名前（空なら `openssl_conf`）の設定が必要です。自分のファイルを読み込めないと、Postfix は TLS なしで動きます。システムのファイルの誤りは無視されます。システム全体の厳しい方針のせいで古いサーバーと TLS が使えず、平文になってしまうときは、`none` が役に立ちます。',
    },
  },
  tls_config_name: {
    since: '3.9',
    backports: ['3.5.20', '3.6.10', '3.7.6', '3.8.1'],
    type: 'string',
    holds: 'word',
    default: '',
    usedBy: ['tls'],
    text: {
      en: 'Names the entry at the top of the file in `tls_config_file` under which OpenSSL finds the settings for Postfix. With `postfix` here and a line `postfix = …` in that file, Postfix gets settings of its own while other programs keep theirs. Empty means the usual name, `openssl_conf`. If the name is missing, the file of the system falls back on `openssl_conf`; with a file of your own TLS is then disabled.',
      ja: '`tls_config_file` のファイルの先頭の部分で、OpenSSL が Postfix の設定を探す項目の名前です。ここに `postfix` と書き、そのファイルに `postfix = …` という行を置くと、ほかのプログラムの設定を変えずに、Postfix だけの設定を使えます。空なら通常の名前 `openssl_conf` です。その名前がないとき、システムのファイルでは `openssl_conf` が使われますが、自分で用意したファイルでは TLS が無効になります。',
    },
  },
  tls_daemon_random_bytes: {
    since: '2.2',
    type: 'integer',
    min: 1,
    default: '32',
    usedBy: ['tls'],
    text: {
      en: 'Sets how many random bytes a process with TLS fetches from `tlsmgr` to seed OpenSSL, at its start and again for each connection. A process that gets none at its start logs a warning and does without TLS: look then for `tlsmgr` in master.cf. The standard amount is enough, so leave it alone.',
      ja: 'TLS を使うプロセスが、OpenSSL の乱数の種として `tlsmgr` から受け取るバイト数です。起動時と、接続ごとに受け取ります。起動時に受け取れないと、警告を出して TLS なしで動くので、master.cf に `tlsmgr` があるかどうかを調べてください。標準の値で十分なので、変更する必要はありません。',
    },
  },
  tls_dane_digest_agility: {
    since: '2.11',
    removed: '3.4',
    type: 'keyword',
    values: {
      off: {
        text: {
          en: 'Accepts every digest that `tls_dane_digests` lists, weak ones too.',
          ja: '弱いものも含め、`tls_dane_digests` にあるダイジェストをすべて認めます。',
        },
      },
      maybe: {
        text: {
          en: 'Like `on`, but only where the server publishes every key or certificate with the same set of digests.',
          ja: 'サーバーがすべての鍵や証明書を同じ組み合わせのダイジェストで公開しているときだけ、`on` と同じ動作をします。',
        },
      },
      on: {
        text: {
          en: 'Uses only the digest that comes first in `tls_dane_digests` among those published.',
          ja: '公開されているダイジェストのうち、`tls_dane_digests` で最も前にあるものだけを使います。',
        },
      },
    },
    minLength: 1,
    default: 'on',
    usedBy: ['tls'],
    deprecated: { since: '3.2', remove: true, ignoredSince: '3.2' },
    text: {
      en: 'Once decided whether weak digests in the TLSA records of a server (DANE) are ignored where it also publishes stronger ones. From 3.2 that is always so, whatever the value: remove the line.',
      ja: 'サーバーの TLSA レコード（DANE）に強いダイジェストもあるとき、弱いものを無視するかどうかを決めていたパラメータです。3.2 以降は値に関係なく必ず無視するので、この行は削除してください。',
    },
  },
  tls_dane_digests: {
    since: '2.11',
    type: 'string',
    holds: 'digest list',
    list: true,
    values: {
      sha512: {
        text: { en: 'The longer digest, which servers may publish.', ja: '長いほうのダイジェストで、公開は任意です。' },
      },
      sha256: {
        text: {
          en: 'The digest that every program with DANE must know, and that nearly all TLSA records use.',
          ja: 'DANE に対応するすべてのプログラムに必須のダイジェストで、ほとんどの TLSA レコードで使われています。',
        },
      },
    },
    minLength: 1,
    default: 'sha512 sha256',
    usedBy: ['tls'],
    text: {
      en: 'Lists the digests that the SMTP client accepts in TLSA records (DANE), the preferred one first. Records with any other digest are ignored. Never leave out `sha256`: many servers publish nothing else. A digest other than `sha512` and `sha256` needs its official number as well, written like `sha256=1`. A mistake in the list is logged, and before 3.6 it turned DANE off.',
      ja: 'SMTPクライアントが TLSA レコード（DANE）で認めるダイジェストを、優先するものから順に並べます。ほかのダイジェストのレコードは無視されます。`sha256` だけを公開しているサーバーが多いので、外さないでください。`sha512` と `sha256` 以外のものは、`sha256=1` のように正式な番号も付けて書きます。誤りはログに残り、3.6 より前では DANE が使えなくなりました。',
    },
  },
  tls_dane_trust_anchor_digest_enable: {
    since: '2.11',
    removed: '3.4',
    type: 'boolean',
    default: 'yes',
    usedBy: ['tls'],
    deprecated: { since: '3.2', remove: true, ignoredSince: '3.2' },
    text: {
      en: 'Once decided whether TLSA records count that name a CA by its digest instead of the certificate of the server itself (DANE, usage 2). From 3.2 they always do, so remove the line. Turning them off made DANE useless with servers that publish no other records.',
      ja: 'サーバー自身の証明書ではなく、CA をダイジェストで示す TLSA レコード（DANE の usage 2）を認めるかどうかを決めていたパラメータです。3.2 以降は常に認めるので、この行は削除してください。無効にすると、ほかのレコードを公開していないサーバーで DANE を使えませんでした。',
    },
  },
  tls_disable_workarounds: {
    since: '2.8',
    type: 'keywords',
    values: {
      CRYPTOPRO_TLSEXT_BUG: {
        text: {
          en: 'A workaround for old CryptoPro software with Russian GOST ciphers.',
          ja: 'ロシアの GOST 暗号を使う、古い CryptoPro 製品のための回避策です。',
        },
      },
      DONT_INSERT_EMPTY_FRAGMENTS: {
        text: {
          en: 'A workaround for programs that fail when TLS 1.0 is protected by empty fragments.',
          ja: 'TLS 1.0 を保護するための空の断片を扱えないプログラムのための回避策です。',
        },
      },
      LEGACY_SERVER_CONNECT: {
        text: {
          en: 'A workaround for servers without secure renegotiation; OpenSSL from 3.0 does without it anyway.',
          ja: '安全な再ネゴシエーションに対応しないサーバーのための回避策です。OpenSSL 3.0 以降では、もともと使われません。',
        },
      },
      MICROSOFT_BIG_SSLV3_BUFFER: GONE_WORKAROUND,
      MICROSOFT_SESS_ID_BUG: GONE_WORKAROUND,
      MSIE_SSLV2_RSA_PADDING: GONE_WORKAROUND,
      'CVE-2005-2969': {
        text: {
          en: 'Another name for `MSIE_SSLV2_RSA_PADDING`.',
          ja: '`MSIE_SSLV2_RSA_PADDING` の別名です。',
        },
      },
      NETSCAPE_CHALLENGE_BUG: GONE_WORKAROUND,
      NETSCAPE_REUSE_CIPHER_CHANGE_BUG: GONE_WORKAROUND,
      'CVE-2010-4180': {
        text: {
          en: 'Another name for `NETSCAPE_REUSE_CIPHER_CHANGE_BUG`.',
          ja: '`NETSCAPE_REUSE_CIPHER_CHANGE_BUG` の別名です。',
        },
      },
      SSLEAY_080_CLIENT_DH_BUG: GONE_WORKAROUND,
      SSLREF2_REUSE_CERT_TYPE_BUG: GONE_WORKAROUND,
      TLSEXT_PADDING: {
        since: '3.4',
        backports: ['3.0.14', '3.1.10', '3.2.7', '3.3.2'],
        text: {
          en: 'A workaround for servers that cannot take a first message of certain lengths.',
          ja: '最初のメッセージが特定の長さだと失敗するサーバーのための回避策です。',
        },
      },
      TLS_BLOCK_PADDING_BUG: GONE_WORKAROUND,
      TLS_D5_BUG: GONE_WORKAROUND,
      TLS_ROLLBACK_BUG: {
        text: {
          en: 'Has no effect: OpenSSL does not turn this workaround on by itself.',
          ja: '効果はありません。OpenSSL はこの回避策を自動では有効にしません。',
        },
      },
    },
    mayBeEmpty: true,
    otherValues: true,
    numbers: true,
    default: '',
    defaultFrom: 'build',
    usedBy: ['tls'],
    text: {
      en: 'Turns off single workarounds of OpenSSL for faulty TLS programs, by name or as a hexadecimal mask such as `0x800`. Normally Postfix uses all that OpenSSL recommends, and switching one off only cuts you off from old software. OpenSSL has given up most of them, and their names have no effect any more. It is worth a thought only when a workaround turns out to be a security hole and OpenSSL cannot be updated.',
      ja: '誤りのある TLS プログラムのために OpenSSL が行う回避策を、名前か `0x800` のような16進数のマスクで個別に無効にします。Postfix は普段、OpenSSL が勧める回避策をすべて使い、無効にしても古いソフトウェアとつながらなくなるだけです。大半は OpenSSL からなくなり、その名前を書いても効果はありません。回避策が脆弱性の原因とわかったのに、OpenSSL を更新できないときのためのものです。',
    },
  },
  tls_eecdh_auto_curves: {
    since: '3.2',
    type: 'string',
    holds: 'tls group list',
    list: true,
    default: {
      '3.2': 'X25519 X448 prime256v1 secp521r1 secp384r1',
      '3.10': 'X25519 X448 prime256v1 secp384r1 secp521r1',
    },
    defaultFrom: 'build',
    usedBy: ['tls'],
    text: {
      en: 'Lists the elliptic curves for the key exchange of TLS, in client and server, in order of preference; from 3.10 also other methods, such as the post-quantum `X25519MLKEM768` of OpenSSL 3.5. Names that OpenSSL does not know are skipped. The standard list suits nearly everybody; if you change it, keep `X25519` and `prime256v1`, the ones that most others have. To leave the choice to the configuration of OpenSSL, empty both this and `tls_ffdhe_auto_groups` (from 3.6.17, 3.7.13, 3.8.8 and 3.9.2).',
      ja: 'TLS の鍵交換にクライアントとサーバーが使う楕円曲線を、優先する順に並べます。3.10 以降では、OpenSSL 3.5 の耐量子暗号 `X25519MLKEM768` など、ほかの方式も書けます。OpenSSL が知らない名前は飛ばされます。標準の一覧でほとんどの場合に問題ありません。変更するなら、多くの相手が対応している `X25519` と `prime256v1` は残してください。OpenSSL の設定に任せるには、これと `tls_ffdhe_auto_groups` の両方を空にします（3.6.17、3.7.13、3.8.8、3.9.2 以降）。',
    },
  },
  tls_eecdh_strong_curve: {
    since: '2.6',
    type: 'string',
    holds: 'tls group',
    default: 'prime256v1',
    usedBy: ['tls'],
    deprecated: { since: '3.6', remove: true, ignoredSince: '3.6' },
    text: {
      en: 'Once named the elliptic curve that the SMTP server used with `smtpd_tls_eecdh_grade = strong`. From 3.6 nothing reads it any more; the curves come from `tls_eecdh_auto_curves`. Remove the line.',
      ja: '`smtpd_tls_eecdh_grade = strong` のとき、SMTPサーバーが使う楕円曲線を指定していたパラメータです。3.6 以降は使われず、楕円曲線は `tls_eecdh_auto_curves` で決まります。この行は削除してください。',
    },
  },
  tls_eecdh_ultra_curve: {
    since: '2.6',
    type: 'string',
    holds: 'tls group',
    default: 'secp384r1',
    usedBy: ['tls'],
    deprecated: { since: '3.6', remove: true, ignoredSince: '3.6' },
    text: {
      en: 'Once named the elliptic curve, stronger and slower, that the SMTP server used with `smtpd_tls_eecdh_grade = ultra`. It is not used any more from 3.6, where `tls_eecdh_auto_curves` lists the curves: remove the line.',
      ja: '`smtpd_tls_eecdh_grade = ultra` のとき、SMTPサーバーが使う、強いかわりに遅い楕円曲線を指定していたパラメータです。3.6 以降は使われず、楕円曲線は `tls_eecdh_auto_curves` に並べます。この行は削除してください。',
    },
  },
  tls_export_cipherlist: {
    since: '2.3',
    type: 'string',
    holds: 'openssl cipherlist',
    default: {
      '2.3': 'ALL:+RC4:@STRENGTH',
      '2.6.7': 'aNULL:-aNULL:ALL:+RC4:@STRENGTH',
      '2.7.1': 'aNULL:-aNULL:ALL:+RC4:@STRENGTH',
      '2.8': 'aNULL:-aNULL:ALL:+RC4:@STRENGTH',
      '3.1': 'aNULL:-aNULL:HIGH:MEDIUM:LOW:EXPORT:+RC4:@STRENGTH',
      '3.8': '',
    },
    usedBy: ['tls'],
    deprecated: { since: '3.8', remove: true, ignoredSince: '3.8' },
    text: {
      en: "Once defined in OpenSSL's terms what the grade `export` means: every cipher, down to those weak enough for export from the USA. From 3.8 it is ignored and `export` means the same as `medium`. Remove the line.",
      ja: '米国から輸出できるほど弱いものまで含む暗号の強さ `export` の内容を、OpenSSL の書式で定義していたパラメータです。3.8 以降は無視され、`export` は `medium` と同じになります。この行は削除してください。',
    },
  },
  tls_fast_shutdown: {
    since: '3.1.13',
    backports: ['3.2.10', '3.3.5', '3.4.6'],
    onlyIn: ['3.1.13', '3.2.10', '3.3.5', '3.4.6'],
    removed: '3.5',
    type: 'boolean',
    default: 'yes',
    usedBy: ['tls'],
    deprecated: { since: '3.5', instead: ['tls_fast_shutdown_enable'], sameValue: true },
    undocumented: true,
    like: 'tls_fast_shutdown_enable',
  },
  tls_fast_shutdown_enable: {
    since: '3.5',
    backports: ['3.1.14', '3.2.11', '3.3.6', '3.4.7'],
    type: 'boolean',
    default: 'yes',
    usedBy: ['tls'],
    text: {
      en: 'Ends a TLS connection without waiting for the other side to confirm the end. Some TLS programs never do, and Postfix would hang there until a time limit runs out. Nothing is lost, since SMTP says by itself where a message and a session end: leave it on.',
      ja: 'TLS の接続を終えるとき、相手からの終了の確認を待ちません。確認を返さない TLS プログラムがあり、待つとタイムアウトまで止まってしまうためです。メールや通信の終わりは SMTP だけでわかるので、失うものはありません。有効のままにします。',
    },
  },
  tls_ffdhe_auto_groups: {
    since: '3.8',
    type: 'string',
    holds: 'tls group list',
    list: true,
    default: 'ffdhe2048 ffdhe3072',
    defaultFrom: 'build',
    usedBy: ['tls'],
    text: {
      en: 'Lists the groups for classic Diffie-Hellman key exchange in TLS 1.3, in order of preference. They are a reserve for the rare peer that cannot use the elliptic curves of `tls_eecdh_auto_curves`, which are faster. It needs OpenSSL 3.0 or later, and names unknown to that are skipped. If it is empty, only the groups of `tls_eecdh_auto_curves` are used; if both are empty, OpenSSL decides (from 3.8.8 and 3.9.2).',
      ja: 'TLS 1.3 で従来型の Diffie-Hellman 鍵交換に使うグループを、優先する順に並べます。より速い `tls_eecdh_auto_curves` の楕円曲線を使えない、まれな相手のための予備です。OpenSSL 3.0 以降が必要で、OpenSSL が知らない名前は飛ばされます。空なら `tls_eecdh_auto_curves` のものだけが使われ、両方とも空なら OpenSSL に任せます（3.8.8、3.9.2 以降）。',
    },
  },
  tls_high_cipherlist: {
    since: '2.3',
    type: 'string',
    holds: 'openssl cipherlist',
    minLength: 1,
    default: {
      '2.3': '!EXPORT:!LOW:!MEDIUM:ALL:+RC4:@STRENGTH',
      '2.3.4': 'ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH',
      '2.4': 'ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH',
      '2.6.7': 'aNULL:-aNULL:ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH',
      '2.7.1': 'aNULL:-aNULL:ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH',
      '2.8': 'aNULL:-aNULL:ALL:!EXPORT:!LOW:!MEDIUM:+RC4:@STRENGTH',
      '3.1': 'aNULL:-aNULL:HIGH:@STRENGTH',
      '3.8': 'aNULL:-aNULL:HIGH:!SEED:!IDEA:!3DES:!RC2:!RC4:!RC5:!kDH:!kECDH:!aDSS:!MD5:@STRENGTH',
    },
    usedBy: ['tls'],
    text: {
      en: "Defines in OpenSSL's terms what the grade `high` means. The standard list is looked after by the developers; long lists copied from guides grow old and lock others out.",
      ja: '暗号の強さ `high` の内容を、OpenSSL の書式で定義します。標準の値は開発者が管理しています。解説から写した長い一覧は古くなり、つながらない相手が出てきます。',
    },
  },
  tls_legacy_public_key_fingerprints: {
    since: '2.10',
    backports: ['2.9.6'],
    removed: '3.11',
    type: 'boolean',
    default: 'no',
    usedBy: ['tls'],
    deprecated: { since: '3.9', remove: true, ignoredSince: '3.9' },
    text: {
      en: 'Once made Postfix compute the fingerprints of public keys in the wrong way of 2.9.0 to 2.9.5. That was a help until tables such as `relay_clientcerts` held the right ones; fingerprints of whole certificates were never affected. From 3.9 it has no effect: remove the line.',
      ja: '公開鍵のフィンガープリントを、2.9.0 から 2.9.5 までの誤った方法で計算させるパラメータでした。`relay_clientcerts` などのテーブルを正しい値に直すまでの助けです。証明書全体のフィンガープリントには、もともと関係がありません。3.9 以降は効果がないので、この行は削除してください。',
    },
  },
  tls_low_cipherlist: {
    since: '2.3',
    type: 'string',
    holds: 'openssl cipherlist',
    default: {
      '2.3': '!EXPORT:ALL:+RC4:@STRENGTH',
      '2.3.4': 'ALL:!EXPORT:+RC4:@STRENGTH',
      '2.4': 'ALL:!EXPORT:+RC4:@STRENGTH',
      '2.6.7': 'aNULL:-aNULL:ALL:!EXPORT:+RC4:@STRENGTH',
      '2.7.1': 'aNULL:-aNULL:ALL:!EXPORT:+RC4:@STRENGTH',
      '2.8': 'aNULL:-aNULL:ALL:!EXPORT:+RC4:@STRENGTH',
      '3.1': 'aNULL:-aNULL:HIGH:MEDIUM:LOW:+RC4:@STRENGTH',
      '3.8': '',
    },
    usedBy: ['tls'],
    deprecated: { since: '3.8', remove: true, ignoredSince: '3.8' },
    text: {
      en: "Once defined in OpenSSL's terms what the grade `low` means, which added weak ciphers to those of `medium`. From 3.8 it is ignored and `low` means the same as `medium`. Remove the line.",
      ja: '`medium` に弱い暗号を加えた、暗号の強さ `low` の内容を、OpenSSL の書式で定義していたパラメータです。3.8 以降は無視され、`low` は `medium` と同じになります。この行は削除してください。',
    },
  },
  tls_medium_cipherlist: {
    since: '2.3',
    type: 'string',
    holds: 'openssl cipherlist',
    minLength: 1,
    default: {
      '2.3': '!EXPORT:!LOW:ALL:+RC4:@STRENGTH',
      '2.3.4': 'ALL:!EXPORT:!LOW:+RC4:@STRENGTH',
      '2.4': 'ALL:!EXPORT:!LOW:+RC4:@STRENGTH',
      '2.6.7': 'aNULL:-aNULL:ALL:!EXPORT:!LOW:+RC4:@STRENGTH',
      '2.7.1': 'aNULL:-aNULL:ALL:!EXPORT:!LOW:+RC4:@STRENGTH',
      '2.8': 'aNULL:-aNULL:ALL:!EXPORT:!LOW:+RC4:@STRENGTH',
      '3.1': 'aNULL:-aNULL:HIGH:MEDIUM:+RC4:@STRENGTH',
      '3.8': 'aNULL:-aNULL:HIGH:MEDIUM:!SEED:!IDEA:!3DES:!RC2:!RC4:!RC5:!kDH:!kECDH:!aDSS:!MD5:+RC4:@STRENGTH',
    },
    usedBy: ['tls'],
    text: {
      en: "Defines in OpenSSL's terms what the grade `medium` means. It is the lower limit for nearly all TLS connections of Postfix, so a mistake here stops TLS altogether: leave it alone.",
      ja: '暗号の強さ `medium` の内容を、OpenSSL の書式で定義します。Postfix のほとんどの TLS 通信の下限になるため、誤ると TLS がまったく使えなくなります。変更しないでください。',
    },
  },
  tls_null_cipherlist: {
    since: '2.3',
    type: 'string',
    holds: 'openssl cipherlist',
    minLength: 1,
    default: { '2.3': '!aNULL:eNULL+kRSA', '2.4': 'eNULL:!aNULL', '3.8': 'eNULL:!kDH:!kECDH:!aDSS:!MD5:!aNULL' },
    usedBy: ['tls'],
    text: {
      en: "Defines in OpenSSL's terms what the grade `null` means: proof of identity without encryption. It counts only where a parameter such as `smtp_tls_mandatory_ciphers` is `null`, and mail is then readable on the network. Leave it alone.",
      ja: '暗号化せずに身元の確認だけを行う、暗号の強さ `null` の内容を、OpenSSL の書式で定義します。`smtp_tls_mandatory_ciphers` などを `null` にしたときだけ使われ、その場合、メールはネットワーク上で読めてしまいます。変更しないでください。',
    },
  },
  tls_preempt_cipherlist: {
    since: '2.8',
    type: 'boolean',
    default: 'no',
    usedBy: ['tls'],
    text: {
      en: "Lets the server's order of ciphers decide instead of the client's. With current ciphers both orders are good, and the gain is small.",
      ja: '暗号を選ぶとき、クライアントではなくサーバー側の優先順位を使います。今の暗号ではどちらの順位でも問題なく、効果はわずかです。',
    },
  },
  tls_random_bytes: {
    since: '2.2',
    type: 'integer',
    min: 1,
    default: '32',
    usedBy: ['tlsmgr'],
    text: {
      en: 'Sets how many bytes `tlsmgr` reads from `tls_random_source` whenever it refreshes its random numbers. From a device or an EGD socket it reads at most 255. The standard amount is enough, and there is no reason to change it.',
      ja: '`tlsmgr` が乱数を更新するたびに、`tls_random_source` から読み込むバイト数です。デバイスや EGD のソケットから読むのは255バイトまでです。標準の値で十分で、変更する理由はありません。',
    },
  },
  tls_random_exchange_name: {
    since: '2.2',
    type: 'string',
    holds: 'file path',
    default: { '2.2': '${config_directory}/prng_exch', '2.5': '${data_directory}/prng_exch' },
    usedBy: ['tlsmgr'],
    text: {
      en: 'Names the small file in which `tlsmgr` keeps the state of its random numbers over a restart. It is created by itself, and not as root: if its directory does not belong to the user in `mail_owner`, it goes to `data_directory` instead, with a warning (from 2.5). If the file cannot be opened, `tlsmgr` stops and TLS does not work. There is no reason to move it.',
      ja: '`tlsmgr` が再起動に備えて乱数の状態を保存する、小さなファイルです。自動で作られますが、root の権限は使いません。`mail_owner` のユーザーの所有でないディレクトリを指定すると、警告を出して `data_directory` に作られます（2.5 以降）。ファイルを開けないと `tlsmgr` が止まり、TLS が使えなくなります。場所を変える理由はありません。',
    },
  },
  tls_random_prng_update_period: {
    since: '2.2',
    type: 'time',
    unit: 's',
    min: 1,
    default: '3600s',
    usedBy: ['tlsmgr'],
    text: {
      en: 'Limits how long `tlsmgr` waits before it saves the state of its random numbers in `tls_random_exchange_name` again. Each wait has a random length up to this time, so that nobody can foresee it. There is no reason to change it.',
      ja: '`tlsmgr` が乱数の状態を `tls_random_exchange_name` に保存する間隔の上限です。予測されないように、間隔はこの時間までの範囲で毎回ランダムに決まります。変更する理由はありません。',
    },
  },
  tls_random_reseed_period: {
    since: '2.2',
    type: 'time',
    unit: 's',
    min: 1,
    default: '3600s',
    usedBy: ['tlsmgr'],
    text: {
      en: 'Limits how long `tlsmgr` waits before it takes fresh random bytes from `tls_random_source` again. Each wait has a random length up to this time. How many bytes it reads is set by `tls_random_bytes`; both can stay as they are.',
      ja: '`tlsmgr` が `tls_random_source` から新しい乱数を読み込む間隔の上限です。間隔はこの時間までの範囲で毎回ランダムに決まります。読み込む量は `tls_random_bytes` で決まり、どちらもそのままで構いません。',
    },
  },
  tls_random_source: {
    since: '2.2',
    type: 'string',
    holds: 'random source',
    default: 'dev:/dev/urandom',
    usedBy: ['tlsmgr'],
    text: {
      en: 'Names the source of random numbers for TLS. The standard value suits every current system; `dev:/dev/random` can block, so leave it alone.',
      ja: 'TLS に使う乱数の供給元です。標準の値は今のどのシステムにも適しています。`dev:/dev/random` は待たされることがあるので、変更しないでください。',
    },
  },
  tls_required_enable: {
    since: '3.10',
    type: 'boolean',
    expression: true,
    default: 'yes',
    usedBy: ['*'],
    text: {
      en: 'Obeys the header `TLS-Required: no` (RFC 8689), by which a sender asks for delivery even where TLS fails. For such a message the SMTP client skips `smtp_tls_policy_maps` and applies no level above `may` (`encrypt` with `smtp_tls_wrappermode`): certificates are not checked, and without TLS the message goes in the clear. Anyone who writes a message can so set aside your rules for it; if that must not be, set `no`. A demand for REQUIRETLS has precedence over the header.',
      ja: 'TLS に問題があっても配送するよう送信者が求める `TLS-Required: no` というヘッダー（RFC 8689）に従います。このヘッダーのあるメールでは、SMTPクライアントは `smtp_tls_policy_maps` を調べず、`may`（`smtp_tls_wrappermode` では `encrypt`）より強いレベルを適用しません。証明書は検証されず、TLS が使えなければ平文で送られます。メールを書く人なら誰でも、そのメールについて方針を外せるので、それでは困る場合は `no` にします。REQUIRETLS の要求は、このヘッダーより優先されます。',
    },
  },
  tls_server_sni_maps: {
    since: '3.4',
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['tls'],
    text: {
      en: "Chooses the server's certificate by the name that the client asks for (SNI). For servers with several names; the result lists files as in `smtpd_tls_chain_files`, key first. Indexed tables must be built with `postmap -F`, and again after each renewal of a certificate.",
      ja: 'クライアントが求める名前（SNI）に応じて、サーバーの証明書を選びます。複数の名前を持つサーバーのためのもので、結果には `smtpd_tls_chain_files` と同じく鍵を先にしてファイルを並べます。索引付きのテーブルは `postmap -F` で作り、証明書を更新するたびに作り直します。',
    },
  },
  tls_session_ticket_cipher: {
    since: '3.0',
    type: 'string',
    holds: 'openssl cipher name',
    default: { '3.0': 'aes-128-cbc', '3.0.6': 'aes-256-cbc', '3.1.2': 'aes-256-cbc', '3.2': 'aes-256-cbc' },
    usedBy: ['tls'],
    text: {
      en: 'Chooses the cipher that protects the session tickets which the SMTP server hands out, so that clients can resume a session. It must work in CBC mode with blocks of 128 bits and a key of 128 to 256 bits; with any other the server logs a warning and hands out no tickets. An empty value turns tickets off as well. There is no reason to change it.',
      ja: 'SMTPサーバーが渡すセッションチケットを保護する暗号です。クライアントはチケットを使ってセッションを再開します。CBC モードで、ブロック長が128ビット、鍵長が128から256ビットのものに限られ、それ以外では警告を出してチケットを渡しません。空にしてもチケットを使わなくなります。変更する理由はありません。',
    },
  },
  tls_ssl_options: {
    since: '2.11',
    type: 'keywords',
    values: {
      ENABLE_MIDDLEBOX_COMPAT: {
        ...SINCE_OPENSSL_1_1_1,
        text: {
          en: 'Disguises TLS 1.3 so that old devices in between let it pass; OpenSSL does so anyway.',
          ja: '途中の古い機器を通れるように、TLS 1.3 の通信を以前の形に似せます。OpenSSL では最初から有効です。',
        },
      },
      LEGACY_SERVER_CONNECT: {
        text: {
          en: 'Connects to old servers without secure renegotiation, which OpenSSL from 3.0 refuses otherwise.',
          ja: 'OpenSSL 3.0 以降では接続しなくなった、安全な再ネゴシエーションに対応しない古いサーバーにも接続します。',
        },
      },
      NO_COMPRESSION: {
        text: {
          en: 'No compression inside TLS; OpenSSL from 1.1.0 leaves it off anyway.',
          ja: 'TLS の中で圧縮を使いません。OpenSSL 1.1.0 以降では、もともと使いません。',
        },
      },
      NO_RENEGOTIATION: {
        ...SINCE_OPENSSL_1_1_1,
        text: {
          en: 'No new negotiation within a connection, which could cost much computing time; always on from 3.8.',
          ja: '計算の負荷をかける攻撃に使われかねない、接続中の再ネゴシエーションを拒否します。3.8 以降は常に有効です。',
        },
      },
      NO_SESSION_RESUMPTION_ON_RENEGOTIATION: {
        ...SINCE_OPENSSL_1_1_1,
        text: {
          en: 'A server starts a new session at each renegotiation; without meaning from 3.8, where there is none.',
          ja: 'サーバーが再ネゴシエーションのたびに新しいセッションを始めます。再ネゴシエーションのない 3.8 以降では意味がありません。',
        },
      },
      NO_TICKET: {
        text: {
          en: 'No session tickets: clients can resume a session less often; best left out.',
          ja: 'セッションチケットを使いません。セッションを再開できる場合が減るので、書かないほうがよいです。',
        },
      },
      PRIORITIZE_CHACHA: {
        ...SINCE_OPENSSL_1_1_1,
        text: {
          en: 'With `tls_preempt_cipherlist`, prefers ChaCha20 for clients that prefer it.',
          ja: '`tls_preempt_cipherlist` を有効にしたとき、ChaCha20 を優先するクライアントにはそれを使います。',
        },
      },
    },
    mayBeEmpty: true,
    otherValues: true,
    numbers: true,
    default: '',
    usedBy: ['tls'],
    text: {
      en: 'Turns on options of OpenSSL that are off otherwise. Guides mostly set `NO_COMPRESSION` and `NO_RENEGOTIATION`: OpenSSL does the first by itself from 1.1.0, and Postfix the second from 3.8, so neither is needed any more. TLS versions and ciphers have parameters of their own and are not set here.',
      ja: '通常は無効になっている OpenSSL のオプションを有効にします。解説でよく見る `NO_COMPRESSION` と `NO_RENEGOTIATION` は、前者は OpenSSL 1.1.0 以降で、後者は Postfix 3.8 以降で自動的に有効になるため、もう必要ありません。TLS のバージョンや暗号には専用のパラメータがあり、ここでは設定しません。',
    },
  },
  tls_trace_rate_limit: {
    since: '3.12',
    type: 'integer',
    default: '1',
    usedBy: ['tls'],
    text: {
      en: 'Limits how many TLS trace files all Postfix daemons together begin within `anvil_rate_time_unit`. Such files come from the word `trace` in parameters such as `smtp_tls_loglevel`. Connections beyond the limit are not traced, and the log says so. `0` or less means no limit: one file for each connection can soon fill the disk, as Postfix never removes them.',
      ja: '`anvil_rate_time_unit` の間に、Postfix のすべてのデーモンが合わせて作る、TLS の通信を記録したファイルの数を制限します。このファイルは、`smtp_tls_loglevel` などに `trace` と書くと作られます。制限を超えた接続は記録されず、そのことがログに残ります。`0` 以下なら無制限ですが、Postfix はファイルを削除しないので、接続ごとのファイルでディスクがすぐにいっぱいになるおそれがあります。',
    },
  },
  tls_trust_server_ccerts: {
    since: '3.12',
    type: 'boolean',
    default: 'no',
    usedBy: ['tls'],
    text: {
      en: 'Lets the SMTP server trust client certificates that were issued for servers only (`serverAuth`), because the big public CAs hardly issue others now. It counts only where `smtpd_tls_ask_ccert` or `smtpd_tls_req_ccert` asks for certificates. Leave it off in nearly all cases: clients that may relay are better listed by the fingerprint of their key, with `check_ccert_access`, and then need no CA. It is meant for servers that recognize each other by certificates of a few chosen CAs.',
      ja: 'サーバー専用（`serverAuth`）として発行された証明書を、SMTPサーバーがクライアント証明書としても信頼します。大手の公的な CA が、そうでない証明書をほとんど発行しなくなったためです。`smtpd_tls_ask_ccert` か `smtpd_tls_req_ccert` で証明書を求めるときだけ意味があります。ほとんどの場合、無効のままにします。リレーを許可するクライアントは、`check_ccert_access` で鍵のフィンガープリントを登録するほうがよく、それなら CA は要りません。限られた CA の証明書で互いを確認するサーバーのためのものです。',
    },
  },
  tls_wildcard_matches_multiple_labels: {
    since: '2.11',
    type: 'boolean',
    default: 'yes',
    usedBy: ['tls'],
    text: {
      en: 'Up to 3.5, lets `*` in the certificate of a server stand for several parts of a name, so that `*.example.net` covers `a.b.example.net`. From 3.6 OpenSSL compares the names, `*` stands for exactly one part, and the value has no effect. For a provider with such names, write `match=.example.net` in `smtp_tls_policy_maps`.',
      ja: '3.5 までは、サーバーの証明書の `*` を名前の複数の部分に一致させ、`*.example.net` で `a.b.example.net` も認めます。3.6 以降は OpenSSL が名前を比べるため、`*` はちょうど一つの部分にだけ一致し、この値は効果がありません。そのような名前を使うプロバイダーには、`smtp_tls_policy_maps` に `match=.example.net` と書きます。',
    },
  },
  tlsmgr_service_name: {
    since: '2.11',
    type: 'string',
    holds: 'service name',
    minLength: 1,
    default: 'tlsmgr',
    usedBy: ['tls'],
    text: {
      en: 'Names the service of master.cf that supplies programs with random numbers for TLS, and looks after stored sessions and the keys of session tickets. Without it no program can use TLS. Change it only if the service has another name in your master.cf.',
      ja: 'TLS に使う乱数を各プログラムに供給し、保存したセッションとセッションチケットの鍵を管理する、master.cf のサービスの名前です。このサービスがないと、どのプログラムも TLS を使えません。master.cf でサービスの名前を変えたときだけ変更します。',
    },
  },
} satisfies Facts;
