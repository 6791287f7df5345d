import type { Facts } from './parameter';

export const smtpdTls = {
  smtpd_client_new_tls_session_rate_limit: { since: '2.3', type: 'integer', default: '0', usedBy: ['smtpd'] },
  smtpd_enforce_tls: {
    since: '2.2',
    type: 'boolean',
    default: 'no',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    deprecated: {
      since: '2.3',
      instead: ['smtpd_tls_security_level'],
      mapping: { yes: { smtpd_tls_security_level: 'encrypt' }, no: { smtpd_tls_security_level: 'may' } },
      warnedSince: '3.9',
    },
    text: {
      en: 'Old switch for making TLS mandatory in the SMTP server. Write `smtpd_tls_security_level = encrypt`, and only as `-o` for `submission`: on port 25 it shuts out other mail servers.',
      ja: 'SMTPサーバーで TLS を必須にする古い設定です。代わりに `smtpd_tls_security_level = encrypt` を、`submission` だけに `-o` で指定します。25番ポートでは、ほかのメールサーバーを締め出してしまいます。',
    },
  },
  smtpd_sasl_tls_security_options: {
    since: '2.2',
    type: 'keywords',
    values: {
      noplaintext: {
        text: {
          en: 'Does not offer mechanisms that send the password readable inside TLS either.',
          ja: 'TLS の中でも、パスワードをそのまま送る方式を提供しません。',
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
    },
    caseSensitive: true,
    mayBeEmpty: true,
    default: '$smtpd_sasl_security_options',
    usedBy: ['smtpd'],
    text: {
      en: 'Takes the place of `smtpd_sasl_security_options` while the connection is encrypted. With `noplaintext` there and only `noanonymous` here, passwords can be sent inside TLS and not outside it.',
      ja: '通信が暗号化されている間、`smtpd_sasl_security_options` の代わりに使われます。そちらに `noplaintext` を書き、ここは `noanonymous` だけにすると、パスワードを TLS の中でだけ送れるようになります。',
    },
  },
  smtpd_starttls_timeout: {
    since: '2.2',
    type: 'time',
    unit: 's',
    min: 1,
    default: { '2.2': '300s', '2.8': '${stress?10}${stress:300}s', '3.0': '${stress?{10}:{300}}s' },
    usedBy: ['postscreen', 'smtpd'],
  },
  smtpd_tls_CAfile: {
    since: '2.2',
    type: 'string',
    holds: 'file path',
    default: '',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Names a file of the CA certificates by which the SMTP server judges *client* certificates. Without `smtpd_tls_ask_ccert` nobody shows one, so leave it empty. It is not the place for the intermediate certificates of your own server, those follow it in `smtpd_tls_cert_file`.',
      ja: 'SMTPサーバーが*クライアント*の証明書を検証するための、CA 証明書のファイルです。`smtpd_tls_ask_ccert` を設定しなければ誰も提示しないので、空のままにします。自分のサーバーの中間証明書を書く場所ではありません。それは `smtpd_tls_cert_file` の証明書の後に続けます。',
    },
  },
  smtpd_tls_CApath: {
    since: '2.2',
    type: 'string',
    holds: 'directory path',
    default: '',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Names a directory of the CA certificates by which the SMTP server judges *client* certificates. Like `smtpd_tls_CAfile` it is of no use without `smtpd_tls_ask_ccert`. Inside a chroot the directory must be there too.',
      ja: 'SMTPサーバーが*クライアント*の証明書を検証するための、CA 証明書のディレクトリです。`smtpd_tls_CAfile` と同じく、`smtpd_tls_ask_ccert` がなければ意味がありません。chroot 環境では、その中にもディレクトリが必要です。',
    },
  },
  smtpd_tls_always_issue_session_ids: {
    since: '2.4',
    backports: ['2.3.1'],
    type: 'boolean',
    default: 'yes',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Gives clients a session ID even when sessions are not cached. Some clients, older versions of Exchange among them, break off without one, so leave it on.',
      ja: 'セッションを保存しないときも、クライアントにセッション ID を渡します。古い Exchange など、ID がないと通信を打ち切るクライアントがあるので、有効のままにします。',
    },
  },
  smtpd_tls_ask_ccert: {
    since: '2.2',
    type: 'boolean',
    default: 'no',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Asks clients for a certificate, without insisting. Needed for `permit_tls_clientcerts`. Some mail programs then bother their users with a question about certificates, so turn it on only for a service that uses it.',
      ja: 'クライアントに証明書の提示を求めますが、必須にはしません。`permit_tls_clientcerts` に必要です。利用者に証明書の選択を求めるメールソフトもあるため、実際に使うサービスでだけ有効にします。',
    },
  },
  smtpd_tls_auth_only: {
    since: '2.2',
    type: 'boolean',
    default: 'no',
    usedBy: ['smtpd'],
    text: {
      en: 'Offers login only once the connection is encrypted. Without it a mail program that is set up wrongly sends user name and password readable over the network. Already included in `smtpd_tls_security_level = encrypt` and in `smtpd_tls_wrappermode`; matters wherever TLS is optional.',
      ja: '通信が暗号化されてからだけ、ログインできるようにします。これがないと、設定を誤ったメールソフトがユーザー名とパスワードを読める形で送ってしまいます。`smtpd_tls_security_level = encrypt` や `smtpd_tls_wrappermode` では自動的に有効になるため、TLS が必須でないところで意味を持ちます。',
    },
    op25b: {
      en: 'Users on hotel or mobile networks log in from everywhere; safe to set in main.cf for all services.',
      ja: '利用者はホテルや携帯電話の回線など、さまざまな場所からログインします。main.cf ですべてのサービスに設定して差し支えありません。',
      example: 'smtpd_tls_auth_only = yes',
    },
  },
  smtpd_tls_ccert_verifydepth: {
    since: '2.2',
    type: 'integer',
    default: { '2.2': '5', '2.5': '9' },
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
  },
  smtpd_tls_cert_file: {
    since: '2.2',
    type: 'string',
    holds: 'file path',
    default: '',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: "Names the file with the certificate that the SMTP server shows, followed by those of the intermediate CAs. Use the complete chain, such as `fullchain.pem` of Let's Encrypt; without the intermediate ones some mail programs complain. The key is in `smtpd_tls_key_file`. A renewed certificate is noticed by new processes, at the latest after `postfix reload`. From 3.4 `smtpd_tls_chain_files` is preferred.",
      ja: "SMTPサーバーが提示する証明書と、それに続く中間 CA の証明書を収めたファイルです。Let's Encrypt の `fullchain.pem` のように、チェーン全体を含むものを使います。中間証明書がないと、警告を出すメールソフトがあります。鍵は `smtpd_tls_key_file` に書きます。更新した証明書は新しいプロセスから使われ、遅くとも `postfix reload` で反映されます。3.4 以降では `smtpd_tls_chain_files` が推奨されます。",
    },
    op25b: {
      en: 'Submission needs a certificate that mail programs accept, for the name that your users enter as outgoing server.',
      ja: 'サブミッションポートには、メールソフトに受け入れられる証明書が必要です。利用者が送信サーバーとして入力する名前のものを用意してください。',
      example: 'smtpd_tls_cert_file = /etc/letsencrypt/live/mail.example.jp/fullchain.pem',
    },
  },
  smtpd_tls_chain_files: {
    since: '3.4',
    type: 'string',
    holds: 'file path list',
    list: true,
    default: '',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: "Lists files with the SMTP server's private keys and certificate chains. Each key must stand directly before its certificate; key and chain may be in one file or in two that follow each other. Takes the place of `smtpd_tls_cert_file` and `smtpd_tls_key_file`: these are ignored, with a warning.",
      ja: 'SMTPサーバーの秘密鍵と証明書チェーンを収めたファイルを並べます。鍵は、対応する証明書の直前に置きます。一つのファイルにまとめても、続けて並べた二つのファイルに分けても構いません。`smtpd_tls_cert_file` と `smtpd_tls_key_file` に代わるもので、それらは警告とともに無視されます。',
    },
    op25b: {
      en: "Supplies the certificate for submission. With Let's Encrypt put the key file first.",
      ja: "サブミッションポートで使う証明書を指定します。Let's Encrypt では、鍵のファイルを先に書きます。",
      example:
        'smtpd_tls_chain_files = /etc/letsencrypt/live/mail.example.jp/privkey.pem, /etc/letsencrypt/live/mail.example.jp/fullchain.pem',
    },
  },
  smtpd_tls_cipherlist: {
    since: '2.2',
    removed: '2.3',
    type: 'string',
    holds: 'openssl cipherlist',
    default: '',
    usedBy: ['*'],
    deprecated: { since: '2.3', instead: ['smtpd_tls_mandatory_ciphers'] },
  },
  smtpd_tls_ciphers: {
    since: '2.6',
    type: 'keyword',
    values: {
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
    },
    minLength: 1,
    default: {
      '2.6': 'export',
      '2.9.14': 'medium',
      '2.10.8': 'medium',
      '2.11.6': 'medium',
      '3.0.2': 'medium',
      '3.1': 'medium',
    },
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Sets the weakest grade of ciphers that the SMTP server takes where TLS is optional. Best left alone: a stricter grade makes other servers send in the clear. With mandatory TLS `smtpd_tls_mandatory_ciphers` counts.',
      ja: 'TLS が必須でないとき、SMTPサーバーが使う暗号の最低の強さを決めます。変更しないのが最善です。厳しくすると、ほかのサーバーが平文で送ってくるようになります。TLS が必須のときは `smtpd_tls_mandatory_ciphers` が使われます。',
    },
  },
  smtpd_tls_dcert_file: {
    since: '2.2',
    type: 'string',
    holds: 'file path',
    default: '',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
  },
  smtpd_tls_dh1024_param_file: {
    since: '2.2',
    type: 'string',
    holds: 'file path',
    default: '',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    deprecated: { since: '3.9', remove: true, warnedSince: '3.9' },
    text: {
      en: 'Names a file with Diffie-Hellman parameters of your own. Since 3.1 the built-in ones have 2048 bits, and from 3.7 with OpenSSL 3 they are chosen automatically: no longer needed. In spite of the name, no file of 1024 bits should be used.',
      ja: '独自の Diffie-Hellman パラメータのファイルです。組み込みのものは 3.1 から 2048ビットになり、3.7 以降と OpenSSL 3 の組み合わせでは自動的に選ばれるため、もう必要ありません。名前に反して、1024ビットのファイルは使わないでください。',
    },
  },
  smtpd_tls_dh512_param_file: {
    since: '2.2',
    type: 'string',
    holds: 'file path',
    default: '',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    deprecated: { since: '3.6', remove: true, ignoredSince: '3.6' },
    text: {
      en: 'Once named a file with weak Diffie-Hellman parameters for export ciphers. Not used any more from 3.6: remove the line.',
      ja: '輸出用の弱い暗号のための、Diffie-Hellman パラメータのファイルでした。3.6 以降は使われないので、この行は削除してください。',
    },
  },
  smtpd_tls_dkey_file: {
    since: '2.2',
    type: 'string',
    holds: 'file path',
    default: '$smtpd_tls_dcert_file',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
  },
  smtpd_tls_eccert_file: {
    since: '2.6',
    type: 'string',
    holds: 'file path',
    default: '',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Names the file with an ECDSA certificate of the SMTP server, beside the RSA one in `smtpd_tls_cert_file`. The key is in `smtpd_tls_eckey_file`. From 3.4 `smtpd_tls_chain_files` holds certificates of all kinds.',
      ja: '`smtpd_tls_cert_file` の RSA 証明書に加えて使う、SMTPサーバーの ECDSA 証明書のファイルです。鍵は `smtpd_tls_eckey_file` に書きます。3.4 以降では `smtpd_tls_chain_files` にすべての種類の証明書を書けます。',
    },
  },
  smtpd_tls_eckey_file: {
    since: '2.6',
    type: 'string',
    holds: 'file path',
    default: '$smtpd_tls_eccert_file',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Names the file with the private key for `smtpd_tls_eccert_file`. It must not have a passphrase and only root should be able to read it.',
      ja: '`smtpd_tls_eccert_file` に対応する秘密鍵のファイルです。パスフレーズのない鍵にし、root だけが読めるようにします。',
    },
  },
  smtpd_tls_eecdh_grade: {
    since: '2.6',
    type: 'keyword',
    values: { auto: {}, strong: {}, ultra: {}, none: {} },
    minLength: 1,
    default: { '2.6': 'none', '2.8': 'strong', '3.2': 'auto' },
    defaultFrom: 'build',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    deprecated: { since: '3.6', remove: true, ignoredSince: '3.6', warnedSince: '3.9' },
    text: {
      en: 'Once set the strength of elliptic-curve key exchange in the SMTP server. From 3.6 the value is ignored and the best common curve is used: remove the line.',
      ja: 'SMTPサーバーで、楕円曲線による鍵交換の強さを決めていたパラメータです。3.6 以降は値が無視され、双方に共通する最良の曲線が使われます。この行は削除してください。',
    },
  },
  smtpd_tls_enable_rpk: { since: '3.9', type: 'boolean', default: 'no', usedBy: ['postscreen', 'smtpd', 'tlsproxy'] },
  smtpd_tls_exclude_ciphers: {
    since: '2.3',
    type: 'string',
    holds: 'tls cipher exclusion list',
    list: true,
    default: '',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Removes ciphers from the grade that the SMTP server uses, at every TLS level. Write names or classes of OpenSSL, such as `aNULL, RC4`. Anonymous ciphers are no danger on port 25, where certificates are hardly ever checked; scanners complain about them all the same.',
      ja: 'SMTPサーバーが使う暗号から、TLS のレベルにかかわらず除外するものを指定します。`aNULL, RC4` のように OpenSSL の名前や分類で書きます。証明書がほとんど検証されない25番ポートでは、匿名の暗号は危険ではありませんが、脆弱性スキャナーには指摘されます。',
    },
  },
  smtpd_tls_fingerprint_digest: {
    since: '2.5',
    type: 'keyword',
    values: { md5: {}, sha1: {}, sha256: {}, sha512: {} },
    otherValues: true,
    minLength: 1,
    default: { '2.5': 'md5', '3.6': '${{$compatibility_level} <level {3.6} ? {md5} : {sha256}}' },
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
  },
  smtpd_tls_key_file: {
    since: '2.2',
    type: 'string',
    holds: 'file path',
    default: '$smtpd_tls_cert_file',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Names the file with the private key for `smtpd_tls_cert_file`. It must not have a passphrase and only root should be able to read it; Postfix opens it before giving up root privileges. If key and certificate do not belong together, TLS is switched off with an entry in the log.',
      ja: '`smtpd_tls_cert_file` に対応する秘密鍵のファイルです。パスフレーズのない鍵にし、root だけが読めるようにします。Postfix は root 権限を手放す前に読み込みます。鍵と証明書が対応していないと TLS が使えなくなり、ログに記録されます。',
    },
    op25b: {
      en: 'The key to the certificate of the submission service; always renew both together.',
      ja: 'サブミッションポートで使う証明書の鍵です。必ず両方を一緒に更新してください。',
      example: 'smtpd_tls_key_file = /etc/letsencrypt/live/mail.example.jp/privkey.pem',
    },
  },
  smtpd_tls_loglevel: {
    since: '2.2',
    type: 'keywords',
    typeUntil: { '2.9': 'integer' },
    values: {
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
    },
    mayBeEmpty: true,
    numbers: true,
    default: '0',
    usedBy: ['postscreen', 'smtpd', 'tlsmgr', 'tlsproxy'],
    text: {
      en: 'Sets how much the SMTP server logs about TLS. `1` gives one line for each connection with protocol and cipher: enough in daily use. From `2` on the log grows quickly; that is for a problem at hand only.',
      ja: 'SMTPサーバーが TLS について記録するログの量を決めます。`1` なら接続ごとに1行で、プロトコルと暗号がわかり、普段はこれで十分です。`2` 以上はログが急に増えるため、問題を調べるときだけにします。',
    },
  },
  smtpd_tls_loglevel_maps: {
    since: '3.12',
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['postscreen', 'smtpd'],
  },
  smtpd_tls_mandatory_ciphers: {
    since: '2.3',
    type: 'keyword',
    values: {
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
    },
    minLength: 1,
    default: 'medium',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Sets the weakest grade of ciphers that the SMTP server takes where TLS is required. Both sides already choose the strongest cipher that they have in common; `high` therefore gains little and may lock out an old mail program.',
      ja: 'TLS が必須のとき、SMTPサーバーが使う暗号の最低の強さを決めます。もともと双方に共通する強い暗号が選ばれるので、`high` にしても得るものは少なく、古いメールソフトがつながらなくなることがあります。',
    },
  },
  smtpd_tls_mandatory_exclude_ciphers: {
    since: '2.3',
    type: 'string',
    holds: 'tls cipher exclusion list',
    list: true,
    default: '',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Removes further ciphers where TLS is required. They are added to what `smtpd_tls_exclude_ciphers` removes at every level.',
      ja: 'TLS が必須のときに、さらに除外する暗号を指定します。常に除外される `smtpd_tls_exclude_ciphers` に追加されます。',
    },
  },
  smtpd_tls_mandatory_protocols: {
    since: '2.3',
    type: 'string',
    holds: 'tls protocol list',
    list: true,
    values: { SSLv2: {}, SSLv3: {}, TLSv1: {}, 'TLSv1.1': {}, 'TLSv1.2': {}, 'TLSv1.3': {} },
    default: {
      '2.3': 'SSLv3, TLSv1',
      '2.6.15': '!SSLv2',
      '2.7.9': '!SSLv2',
      '2.8.10': '!SSLv2',
      '2.9.2': '!SSLv2',
      '2.9.14': '!SSLv2, !SSLv3',
      '2.10': '!SSLv2',
      '2.10.8': '!SSLv2, !SSLv3',
      '2.11.6': '!SSLv2, !SSLv3',
      '3.0.2': '!SSLv2, !SSLv3',
      '3.1': '!SSLv2, !SSLv3',
      '3.6': '>=TLSv1',
    },
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Limits the TLS versions of the SMTP server where TLS is required, as on `submission` and `submissions`. From 3.6 write `>=TLSv1.2`; before that, exclusions such as `!SSLv2, !SSLv3, !TLSv1, !TLSv1.1`. Does not touch port 25 with the level `may`, where `smtpd_tls_protocols` counts.',
      ja: '`submission` や `submissions` のように TLS が必須のとき、SMTPサーバーが使う TLS のバージョンを制限します。3.6 以降では `>=TLSv1.2`、それより前は `!SSLv2, !SSLv3, !TLSv1, !TLSv1.1` のように除外して書きます。レベルが `may` の25番ポートには影響せず、そちらでは `smtpd_tls_protocols` が使われます。',
    },
    op25b: {
      en: 'Keeps old TLS away from passwords on the submission services without making port 25 stricter.',
      ja: '25番ポートを厳しくせずに、サブミッションポートでパスワードを古い TLS で送れないようにします。',
      example: 'smtpd_tls_mandatory_protocols = >=TLSv1.2',
    },
  },
  smtpd_tls_protocols: {
    since: '2.6',
    type: 'string',
    holds: 'tls protocol list',
    list: true,
    values: { SSLv2: {}, SSLv3: {}, TLSv1: {}, 'TLSv1.1': {}, 'TLSv1.2': {}, 'TLSv1.3': {} },
    default: {
      '2.6': '',
      '2.9.14': '!SSLv2, !SSLv3',
      '2.10.8': '!SSLv2, !SSLv3',
      '2.11.6': '!SSLv2, !SSLv3',
      '3.0.2': '!SSLv2, !SSLv3',
      '3.1': '!SSLv2, !SSLv3',
      '3.6': '>=TLSv1',
    },
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Limits the TLS versions of the SMTP server where TLS is optional. From 3.6 write a lowest version, `>=TLSv1.2`; before that, exclusions such as `!SSLv2, !SSLv3`. On port 25 strictness works against you: a server with old TLS only will send in the clear instead. With mandatory TLS `smtpd_tls_mandatory_protocols` counts.',
      ja: 'TLS が必須でないとき、SMTPサーバーが使う TLS のバージョンを制限します。3.6 以降では `>=TLSv1.2` のように下限を書き、それより前は `!SSLv2, !SSLv3` のように除外します。25番ポートでは、古い TLS しか使えない相手が平文で送ってくるようになるため、厳しくすると逆効果です。TLS が必須のときは `smtpd_tls_mandatory_protocols` が使われます。',
    },
  },
  smtpd_tls_received_header: {
    since: '2.2',
    type: 'boolean',
    default: 'no',
    usedBy: ['smtpd'],
    text: {
      en: 'Adds TLS version and cipher to the `Received:` header. So it can be seen in a message whether it came in encrypted; only what your own server wrote can be trusted.',
      ja: 'TLS のバージョンと暗号を `Received:` ヘッダーに書き加えます。暗号化して届いたかどうかがメールからわかりますが、信用できるのは自分のサーバーが書いたものだけです。',
    },
  },
  smtpd_tls_req_ccert: {
    since: '2.2',
    type: 'boolean',
    default: 'no',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Insists on a client certificate that a trusted CA has signed; others cannot connect. Only possible where TLS is mandatory; otherwise it is ignored with a warning. Never for port 25: almost no mail server has such a certificate.',
      ja: '信頼する CA が署名したクライアント証明書を必須とし、ほかの相手は接続できなくします。TLS が必須のところでだけ使え、そうでなければ警告とともに無視されます。そのような証明書を持つメールサーバーはほとんどないので、25番ポートでは使いません。',
    },
  },
  smtpd_tls_security_level: {
    since: '2.3',
    type: 'keyword',
    values: {
      none: { text: { en: 'Does not offer TLS.', ja: 'TLS を提供しません。' } },
      may: {
        text: {
          en: 'Offers TLS and leaves the choice to the client: right for port 25.',
          ja: 'TLS を提供し、使うかどうかは相手に任せます。25番ポートに適しています。',
        },
      },
      encrypt: {
        text: {
          en: 'Takes no mail without TLS: for `submission` only, on port 25 other servers would be shut out.',
          ja: 'TLS を使わない相手からは受け取りません。`submission` 専用で、25番ポートではほかのサーバーを締め出してしまいます。',
        },
      },
      verify: {
        text: {
          en: 'A level of the client; the server takes it as `encrypt` and logs a warning.',
          ja: 'クライアント用のレベルです。サーバーは警告を出し、`encrypt` として扱います。',
        },
      },
      secure: {
        text: {
          en: 'A level of the client; the server takes it as `encrypt` and logs a warning.',
          ja: 'クライアント用のレベルです。サーバーは警告を出し、`encrypt` として扱います。',
        },
      },
      fingerprint: {
        since: '2.5',
        text: {
          en: 'A level of the client; the server takes it as `encrypt` and logs a warning.',
          ja: 'クライアント用のレベルです。サーバーは警告を出し、`encrypt` として扱います。',
        },
      },
      dane: {
        since: '2.11',
        text: {
          en: 'A level of the client only; the server does not start with it (`Invalid TLS level`).',
          ja: 'クライアント専用のレベルです。サーバーは `Invalid TLS level` となって起動しません。',
        },
      },
      'dane-only': {
        since: '2.11',
        text: {
          en: 'A level of the client only; the server does not start with it (`Invalid TLS level`).',
          ja: 'クライアント専用のレベルです。サーバーは `Invalid TLS level` となって起動しません。',
        },
      },
    },
    mayBeEmpty: true,
    valuesInEffect: ['none', 'may', 'encrypt'],
    default: '',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    text: {
      en: 'Decides whether the SMTP server offers TLS (STARTTLS) or insists on it. `may` is right for port 25: many servers still send without TLS, and must be allowed to. `encrypt` belongs on `submission`, by `-o` in master.cf. Needs a certificate, or each STARTTLS is answered with an error. Ignored with `smtpd_tls_wrappermode`.',
      ja: 'SMTPサーバーが TLS（STARTTLS）を提供するか、必須にするかを決めます。TLS を使わずに送るサーバーもまだあるため、25番ポートでは `may` にします。`encrypt` は master.cf の `-o` で `submission` に設定します。証明書がないと、STARTTLS はすべてエラーになります。`smtpd_tls_wrappermode` を使うサービスでは無視されます。',
    },
    op25b: {
      en: 'On `submission` (587) set `encrypt`, so that users cannot send their password in the clear; keep `may` in main.cf for port 25.',
      ja: '`submission`（587番）では `encrypt` にし、利用者がパスワードを平文で送れないようにします。main.cf では25番ポートのために `may` のままにしてください。',
      example: 'smtpd_tls_security_level = may',
    },
  },
  smtpd_tls_session_cache_database: {
    since: '2.2',
    type: 'string',
    holds: 'cache database',
    default: '',
    usedBy: ['tlsmgr'],
    text: {
      en: 'Names the table in which TLS sessions of the SMTP server are kept, so that clients reconnect faster. From 2.11 session tickets do this without any table: leave it empty. If it is set, it needs a file of its own below `data_directory`, and setting it by `-o` for one service has no effect.',
      ja: 'SMTPサーバーの TLS セッションを保存し、クライアントの再接続を速くするためのテーブルです。2.11 以降はセッションチケットによってテーブルなしで同じことができるため、空のままにします。設定する場合は `data_directory` の下の専用のファイルにします。一つのサービスだけに `-o` で指定しても効果はありません。',
    },
  },
  smtpd_tls_session_cache_timeout: {
    since: '2.2',
    type: 'time',
    unit: 's',
    max: 8640000,
    default: '3600s',
    usedBy: ['tlsmgr'],
    text: {
      en: 'Sets how long a TLS session with the SMTP server may be taken up again. Holds for session tickets as well (from 2.11); `0` turns both off. The common setting in guides is the default.',
      ja: 'SMTPサーバーとの TLS セッションを再利用できる期間です。セッションチケットにも適用され（2.11 以降）、`0` ならどちらも使いません。解説によくある値は初期値と同じです。',
    },
  },
  smtpd_tls_trace_size_limit: { since: '3.12', type: 'integer', default: '102400', usedBy: ['postscreen', 'smtpd'] },
  smtpd_tls_wrappermode: {
    since: '2.2',
    type: 'boolean',
    default: 'no',
    usedBy: ['smtpd'],
    text: {
      en: 'Makes the SMTP server start TLS at once, without STARTTLS. Only for port 465, so only as `-o` on `submissions` (or `smtps`) in master.cf. In main.cf, or on 25 and 587, nobody gets through: the other side waits for a greeting in the clear. Includes TLS and login under TLS only; `smtpd_tls_security_level` is ignored.',
      ja: 'SMTPサーバーが、STARTTLS を使わずに最初から TLS で通信します。465番ポート専用なので、master.cf の `submissions`（または `smtps`）に `-o` で指定するだけにします。main.cf や25番、587番に設定すると、相手は平文のあいさつを待つため誰も接続できません。TLS とその中でのログインが必須になり、`smtpd_tls_security_level` は無視されます。',
    },
    op25b: {
      en: 'Port 465 is a second way in for users behind OP25B, the one that mail programs call “SSL/TLS”.',
      ja: '465番ポートは、OP25B の回線を使う利用者のためのもう一つの入口です。メールソフトでは「SSL/TLS」と表示されます。',
      example: '-o smtpd_tls_wrappermode=yes',
    },
  },
  smtpd_use_tls: {
    since: '2.2',
    type: 'boolean',
    default: 'no',
    usedBy: ['postscreen', 'smtpd', 'tlsproxy'],
    deprecated: {
      since: '2.3',
      instead: ['smtpd_tls_security_level'],
      mapping: { yes: { smtpd_tls_security_level: 'may' }, no: { smtpd_tls_security_level: 'none' } },
      warnedSince: '3.9',
    },
    text: {
      en: 'Old switch for offering STARTTLS. Write `smtpd_tls_security_level = may` instead; once that parameter has a value, this one is ignored.',
      ja: 'STARTTLS を提供するための古い設定です。代わりに `smtpd_tls_security_level = may` と書いてください。そちらに値があると、この設定は無視されます。',
    },
  },
} satisfies Facts;
