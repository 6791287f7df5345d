import type { Facts } from './parameter';
import { DATABASE_TYPES } from './vocabulary';

export const tables = {
  berkeley_db_create_buffer_size: {
    type: 'integer',
    min: 1,
    default: '16777216',
    usedBy: ['*'],
    text: {
      en: 'Sets how much memory `postmap` and `postalias` use while they build a `hash` or `btree` table, in bytes. More can speed up the building of very large tables. Lookups do not depend on it: for them there is `berkeley_db_read_buffer_size`. There is hardly ever a reason to change it.',
      ja: '`postmap` と `postalias` が `hash` や `btree` のテーブルを作るときに使うメモリーのバイト数です。増やすと、とても大きなテーブルを速く作れることがあります。検索には影響せず、そちらは `berkeley_db_read_buffer_size` で決まります。変える必要はほとんどありません。',
    },
  },
  berkeley_db_read_buffer_size: {
    type: 'integer',
    min: 1,
    default: '131072',
    usedBy: ['*'],
    text: {
      en: 'Sets how much memory a process uses for each `hash` or `btree` table that it has open, in bytes. Every process pays for every such table, so large values add up quickly. There is hardly ever a reason to change it.',
      ja: '開いている `hash` や `btree` のテーブル一つごとに、プロセスが使うメモリーのバイト数です。すべてのプロセスがテーブルの数だけ使うので、大きくするとすぐに膨らみます。変える必要はほとんどありません。',
    },
  },
  default_cache_db_type: {
    since: '3.11',
    type: 'keyword',
    values: DATABASE_TYPES,
    caseSensitive: true,
    otherValues: true,
    minLength: 1,
    default: 'btree',
    defaultFrom: 'build',
    usedBy: ['*'],
    text: {
      en: 'Tells which type of table `address_verify_map` and `postscreen_cache_map` are, unless you set them. Before 3.11 that was always `btree`; a Postfix without Berkeley DB has `lmdb` here. It must be a type that daemons can write to, so `cdb` does not work. With another type the caches begin empty.',
      ja: '`address_verify_map` と `postscreen_cache_map` を設定していないときの、テーブルの種類です。3.11 より前は常に `btree` でした。Berkeley DB のない Postfix では `lmdb` になっています。デーモンが書き込める種類でなければならず、`cdb` は使えません。種類を変えると、キャッシュは空から始まります。',
    },
  },
  default_database_type: {
    type: 'keyword',
    values: DATABASE_TYPES,
    caseSensitive: true,
    otherValues: true,
    minLength: 1,
    default: 'hash',
    defaultFrom: 'build',
    usedBy: ['*'],
    text: {
      en: 'Tells which type of indexed table `postmap`, `postalias` and `newaliases` build when no type is given. If main.cf says `hash:` but this is `lmdb`, a plain `postmap` writes a file that Postfix does not read. Red Hat systems from version 10 and Alpine have no `hash` any more. `$default_database_type:/etc/postfix/transport` in main.cf keeps both the same.',
      ja: '種類を書かずに `postmap`、`postalias`、`newaliases` を実行したときに作るテーブルの種類です。main.cf に `hash:` と書いてあるのにここが `lmdb` だと、種類を付けない `postmap` は Postfix が読まないファイルを作ります。Red Hat 系の10以降や Alpine には `hash` がありません。main.cf に `$default_database_type:/etc/postfix/transport` と書けば、常に一致します。',
    },
    op25b: {
      en: 'Guides for relaying through a provider mostly write `hash:/etc/postfix/sasl_passwd`. Where `postconf -m` does not list `hash`, write `lmdb:` and run `postmap lmdb:/etc/postfix/sasl_passwd`.',
      ja: '中継サーバー経由の送信を説明する記事の多くは `hash:/etc/postfix/sasl_passwd` と書いています。`postconf -m` に `hash` がない環境では、`lmdb:` と書いて `postmap lmdb:/etc/postfix/sasl_passwd` を実行してください。',
    },
  },
  lmdb_map_size: {
    since: '2.11',
    type: 'integer',
    min: 1,
    default: '16777216',
    defaultFrom: 'build',
    usedBy: ['*'],
    text: {
      en: 'Sets how large an `lmdb` table can be at first, in bytes. When it is full, Postfix doubles its size by itself and goes on, so this is no limit that mail could run into. Change it only to spare a very large table the doublings.',
      ja: '`lmdb` のテーブルの最初の上限をバイト数で指定します。いっぱいになると Postfix が自動的に2倍に広げて続けるので、これが原因でメールが止まることはありません。とても大きなテーブルで、広げる回数を減らしたいときだけ変えます。',
    },
  },
  non_bdb_custom_mapping: {
    since: '3.11',
    type: 'string',
    holds: 'lookup table',
    default: '',
    usedBy: ['*'],
    text: {
      en: 'Chooses the type that takes the place of `hash` or `btree`, where the usual choice does not suit; it counts once `non_bdb_migration_level` is not `disable`. It is one lookup table. The key is `hash`, `btree`, or a single table such as `hash:/etc/postfix/virtual`; the result is a type without colon, such as `cdb`. Left empty, `hash` becomes `default_database_type` and `btree` becomes `default_cache_db_type`. The table itself must not be a `hash` or `btree` one.',
      ja: '`hash` や `btree` の代わりに使う種類を、標準とは違うものにしたいときに選びます。`non_bdb_migration_level` が `disable` 以外のときに働きます。値は一つのルックアップテーブルです。キーは `hash` か `btree`、または `hash:/etc/postfix/virtual` のような個々のテーブルで、結果は `cdb` のようにコロンなしの種類です。空なら `hash` は `default_database_type`、`btree` は `default_cache_db_type` になります。このテーブル自身を `hash` や `btree` にすることはできません。',
    },
  },
  non_bdb_migration_allow_root_prefixes: {
    since: '3.11',
    type: 'string',
    holds: 'path prefix list',
    list: true,
    default: '/etc /usr/local/etc',
    usedBy: ['nbdb_reindexd'],
    text: {
      en: 'Lists the directories below which nbdb_reindexd(8) may rebuild tables that belong to root. It then runs `postmap` as root, so list only directories where nobody but root can write. A table elsewhere is refused, and the log names this parameter. It counts only with `non_bdb_migration_level = enable-reindex`.',
      ja: 'nbdb_reindexd(8) が、root の所有するテーブルを作り直してよいディレクトリを並べます。`postmap` を root として実行するので、root 以外の人が書き込めないディレクトリだけを書きます。ほかの場所にあるテーブルは拒否され、ログにこのパラメータの名前が出ます。`non_bdb_migration_level = enable-reindex` のときだけ働きます。',
    },
  },
  non_bdb_migration_allow_user_prefixes: {
    since: '3.11',
    type: 'string',
    holds: 'path prefix list',
    list: true,
    default: '$data_directory /var/lib/mailman /var/lib/mailman3',
    usedBy: ['nbdb_reindexd'],
    text: {
      en: 'Lists the directories below which nbdb_reindexd(8) may rebuild tables that do not belong to root; it runs `postmap` as their owner. That covers tables of Mailman and the like. A table elsewhere is refused, and the log names this parameter. It counts only with `non_bdb_migration_level = enable-reindex`.',
      ja: 'nbdb_reindexd(8) が、root 以外の利用者が所有するテーブルを作り直してよいディレクトリを並べます。`postmap` は所有者として実行されます。Mailman などのテーブルのためのものです。ほかの場所にあるテーブルは拒否され、ログにこのパラメータの名前が出ます。`non_bdb_migration_level = enable-reindex` のときだけ働きます。',
    },
  },
  non_bdb_migration_level: {
    since: '3.11',
    type: 'keyword',
    values: {
      disable: {
        text: {
          en: 'Opens them as what they are, which fails without Berkeley DB.',
          ja: 'そのままの種類として開きます。Berkeley DB がなければ失敗します。',
        },
      },
      'enable-redirect': {
        text: {
          en: 'Opens them as `default_database_type` and `default_cache_db_type`; the files for that you build by `postmap`.',
          ja: '`default_database_type` と `default_cache_db_type` の種類として開きます。そのファイルは自分で `postmap` を実行して作ります。',
        },
      },
      'enable-reindex': {
        text: {
          en: 'Also builds the files that are missing. Use it for a short time only: it may help an intruder to become root.',
          ja: 'さらに、ないファイルを自動で作ります。侵入者が root になる手がかりになり得るので、短い間だけ使います。',
        },
      },
    },
    minLength: 1,
    default: 'disable',
    usedBy: ['*'],
    text: {
      en: 'Tells how tables of the types `hash` and `btree` are handled while a system moves away from Berkeley DB. Change it by `postfix non-bdb enable-redirect` and the like, since that adapts master.cf too. It buys time after an upgrade; in the end main.cf should name the new types, such as `lmdb`, and this should be `disable` again. Programs that run `postmap hash:…` themselves, such as older Mailman, need `enable-redirect` for longer.',
      ja: 'Berkeley DB をやめるシステムで、`hash` と `btree` のテーブルをどう扱うかを指定します。master.cf も合わせて変更されるので、`postfix non-bdb enable-redirect` のようなコマンドで変えてください。アップグレード後に時間を稼ぐためのものです。最終的には main.cf に `lmdb` などの新しい種類を書き、`disable` に戻します。古い Mailman のように自分で `postmap hash:…` を実行するプログラムがあれば、`enable-redirect` を長く使うことになります。',
    },
  },
  non_bdb_migration_log_redirect: {
    since: '3.11',
    type: 'boolean',
    expression: true,
    default: 'yes',
    usedBy: ['*'],
    text: {
      en: 'Logs a line whenever a `hash` or `btree` table is opened as one of another type. The lines show which settings still name the old types, so leave it on until there are no more of them. It counts only where `non_bdb_migration_level` is not `disable`.',
      ja: '`hash` や `btree` のテーブルを別の種類として開くたびに、ログに1行を記録します。古い種類のままの設定を見つけられるので、出なくなるまで有効にしておきます。`non_bdb_migration_level` が `disable` 以外のときだけ働きます。',
    },
  },
  proxy_read_maps: {
    since: '2.1',
    backports: ['2.0.1'],
    type: 'string',
    holds: 'proxymap list',
    list: true,
    default: {
      '2.0.1':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps',
      '2.0.5':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks',
      '2.1':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks',
      '2.3.15':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps',
      '2.4.8':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps',
      '2.5.2':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps',
      '2.6':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps',
      '2.9':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps',
      '2.10':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps',
      '3.0':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions',
      '3.0.13':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $virtual_gid_maps $virtual_uid_maps',
      '3.1.9':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $virtual_gid_maps $virtual_uid_maps',
      '3.2.6':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $smtpd_milter_maps $virtual_gid_maps $virtual_uid_maps',
      '3.3':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $smtpd_milter_maps $virtual_gid_maps $virtual_uid_maps',
      '3.4.24':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $smtpd_milter_maps $virtual_gid_maps $virtual_uid_maps $postscreen_reject_footer_maps $smtpd_reject_footer_maps $tls_server_sni_maps',
      '3.4.26':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $smtpd_milter_maps $virtual_gid_maps $virtual_uid_maps $postscreen_reject_footer_maps $smtpd_reject_footer_maps $tls_server_sni_maps $default_delivery_status_filter $lmtp_delivery_status_filter $lmtp_dns_reply_filter $lmtp_reply_filter $local_delivery_status_filter $pipe_delivery_status_filter $postscreen_command_filter $smtp_delivery_status_filter $smtp_dns_reply_filter $smtp_reply_filter $smtpd_command_filter $smtpd_dns_reply_filter $virtual_delivery_status_filter $body_checks $header_checks $lmtp_body_checks $lmtp_header_checks $lmtp_mime_header_checks $lmtp_nested_header_checks $milter_header_checks $mime_header_checks $nested_header_checks $smtp_body_checks $smtp_header_checks $smtp_mime_header_checks $smtp_nested_header_checks',
      '3.5.14':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $smtpd_milter_maps $virtual_gid_maps $virtual_uid_maps $postscreen_reject_footer_maps $smtpd_reject_footer_maps $tls_server_sni_maps',
      '3.5.16':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $smtpd_milter_maps $virtual_gid_maps $virtual_uid_maps $postscreen_reject_footer_maps $smtpd_reject_footer_maps $tls_server_sni_maps $default_delivery_status_filter $lmtp_delivery_status_filter $lmtp_dns_reply_filter $lmtp_reply_filter $local_delivery_status_filter $pipe_delivery_status_filter $postscreen_command_filter $smtp_delivery_status_filter $smtp_dns_reply_filter $smtp_reply_filter $smtpd_command_filter $smtpd_dns_reply_filter $virtual_delivery_status_filter $body_checks $header_checks $lmtp_body_checks $lmtp_header_checks $lmtp_mime_header_checks $lmtp_nested_header_checks $milter_header_checks $mime_header_checks $nested_header_checks $smtp_body_checks $smtp_header_checks $smtp_mime_header_checks $smtp_nested_header_checks',
      '3.6.4':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $smtpd_milter_maps $virtual_gid_maps $virtual_uid_maps $local_login_sender_maps $postscreen_reject_footer_maps $smtpd_reject_footer_maps $tls_server_sni_maps',
      '3.6.6':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $smtpd_milter_maps $virtual_gid_maps $virtual_uid_maps $local_login_sender_maps $postscreen_reject_footer_maps $smtpd_reject_footer_maps $tls_server_sni_maps $default_delivery_status_filter $lmtp_delivery_status_filter $lmtp_dns_reply_filter $lmtp_reply_filter $local_delivery_status_filter $pipe_delivery_status_filter $postscreen_command_filter $smtp_delivery_status_filter $smtp_dns_reply_filter $smtp_reply_filter $smtpd_command_filter $smtpd_dns_reply_filter $virtual_delivery_status_filter $body_checks $header_checks $lmtp_body_checks $lmtp_header_checks $lmtp_mime_header_checks $lmtp_nested_header_checks $milter_header_checks $mime_header_checks $nested_header_checks $smtp_body_checks $smtp_header_checks $smtp_mime_header_checks $smtp_nested_header_checks',
      '3.7':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $smtpd_milter_maps $virtual_gid_maps $virtual_uid_maps $local_login_sender_maps $postscreen_reject_footer_maps $smtpd_reject_footer_maps $tls_server_sni_maps $tlsproxy_client_policy_maps',
      '3.7.1':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $smtpd_milter_maps $virtual_gid_maps $virtual_uid_maps $local_login_sender_maps $postscreen_reject_footer_maps $smtpd_reject_footer_maps $tls_server_sni_maps $tlsproxy_client_policy_maps $default_delivery_status_filter $lmtp_delivery_status_filter $lmtp_dns_reply_filter $lmtp_reply_filter $local_delivery_status_filter $pipe_delivery_status_filter $postscreen_command_filter $smtp_delivery_status_filter $smtp_dns_reply_filter $smtp_reply_filter $smtpd_command_filter $smtpd_dns_reply_filter $virtual_delivery_status_filter $body_checks $header_checks $lmtp_body_checks $lmtp_header_checks $lmtp_mime_header_checks $lmtp_nested_header_checks $milter_header_checks $mime_header_checks $nested_header_checks $smtp_body_checks $smtp_header_checks $smtp_mime_header_checks $smtp_nested_header_checks',
      '3.8':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $smtpd_milter_maps $virtual_gid_maps $virtual_uid_maps $local_login_sender_maps $postscreen_reject_footer_maps $smtpd_reject_footer_maps $tls_server_sni_maps $tlsproxy_client_policy_maps $default_delivery_status_filter $lmtp_delivery_status_filter $lmtp_dns_reply_filter $lmtp_reply_filter $local_delivery_status_filter $pipe_delivery_status_filter $postscreen_command_filter $smtp_delivery_status_filter $smtp_dns_reply_filter $smtp_reply_filter $smtpd_command_filter $smtpd_dns_reply_filter $virtual_delivery_status_filter $body_checks $header_checks $lmtp_body_checks $lmtp_header_checks $lmtp_mime_header_checks $lmtp_nested_header_checks $milter_header_checks $mime_header_checks $nested_header_checks $smtp_body_checks $smtp_header_checks $smtp_mime_header_checks $smtp_nested_header_checks',
      '3.11':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $smtpd_milter_maps $virtual_gid_maps $virtual_uid_maps $local_login_sender_maps $postscreen_reject_footer_maps $smtpd_reject_footer_maps $tls_server_sni_maps $tlsproxy_client_policy_maps $default_delivery_status_filter $lmtp_delivery_status_filter $lmtp_dns_reply_filter $lmtp_reply_filter $local_delivery_status_filter $pipe_delivery_status_filter $postscreen_command_filter $smtp_delivery_status_filter $smtp_dns_reply_filter $smtp_reply_filter $smtpd_command_filter $smtpd_dns_reply_filter $virtual_delivery_status_filter $body_checks $header_checks $lmtp_body_checks $lmtp_header_checks $lmtp_mime_header_checks $lmtp_nested_header_checks $milter_header_checks $mime_header_checks $nested_header_checks $smtp_body_checks $smtp_header_checks $smtp_mime_header_checks $smtp_nested_header_checks $smtpd_reject_filter_maps $debug_peer_list $smtpd_etrn_restrictions $fast_flush_domains $authorized_flush_users $lmtp_connection_cache_destinations $local_header_rewrite_clients $masquerade_exceptions $postscreen_access_list $postscreen_allowlist_interfaces $postscreen_forbidden_commands $qmqpd_authorized_clients $authorized_mailq_users $smtp_connection_cache_destinations $smtpd_log_access_permit_actions $smtpd_forbidden_commands $smtpd_client_event_limit_exceptions $smtpd_sasl_exceptions_networks $smtpd_sasl_mechanism_filter $smtp_requiretls_policy $smtp_sasl_mechanism_filter $authorized_submit_users $smtpd_authorized_verp_clients $smtpd_authorized_xclient_hosts $smtpd_authorized_xforward_hosts',
      '3.12':
        '$local_recipient_maps $mydestination $virtual_alias_maps $virtual_alias_domains $virtual_mailbox_maps $virtual_mailbox_domains $relay_recipient_maps $relay_domains $canonical_maps $sender_canonical_maps $recipient_canonical_maps $relocated_maps $transport_maps $mynetworks $smtpd_sender_login_maps $sender_bcc_maps $recipient_bcc_maps $smtp_generic_maps $lmtp_generic_maps $alias_maps $smtpd_client_restrictions $smtpd_helo_restrictions $smtpd_sender_restrictions $smtpd_relay_restrictions $smtpd_recipient_restrictions $address_verify_sender_dependent_default_transport_maps $address_verify_sender_dependent_relayhost_maps $address_verify_transport_maps $fallback_transport_maps $lmtp_discard_lhlo_keyword_address_maps $lmtp_pix_workaround_maps $lmtp_sasl_password_maps $lmtp_tls_policy_maps $mailbox_command_maps $mailbox_transport_maps $postscreen_discard_ehlo_keyword_address_maps $rbl_reply_maps $sender_dependent_default_transport_maps $sender_dependent_relayhost_maps $smtp_discard_ehlo_keyword_address_maps $smtp_pix_workaround_maps $smtp_sasl_password_maps $smtp_tls_policy_maps $smtpd_discard_ehlo_keyword_address_maps $smtpd_milter_maps $virtual_gid_maps $virtual_uid_maps $local_login_sender_maps $postscreen_reject_footer_maps $smtpd_reject_footer_maps $tls_server_sni_maps $tlsproxy_client_policy_maps $default_delivery_status_filter $lmtp_delivery_status_filter $lmtp_dns_reply_filter $lmtp_reply_filter $local_delivery_status_filter $pipe_delivery_status_filter $postscreen_command_filter $smtp_delivery_status_filter $smtp_dns_reply_filter $smtp_reply_filter $smtpd_command_filter $smtpd_dns_reply_filter $virtual_delivery_status_filter $body_checks $header_checks $lmtp_body_checks $lmtp_header_checks $lmtp_mime_header_checks $lmtp_nested_header_checks $milter_header_checks $mime_header_checks $nested_header_checks $smtp_body_checks $smtp_header_checks $smtp_mime_header_checks $smtp_nested_header_checks $smtpd_reject_filter_maps $debug_peer_list $smtpd_etrn_restrictions $fast_flush_domains $authorized_flush_users $lmtp_connection_cache_destinations $local_header_rewrite_clients $masquerade_exceptions $postscreen_access_list $postscreen_allowlist_interfaces $postscreen_forbidden_commands $qmqpd_authorized_clients $authorized_mailq_users $smtp_connection_cache_destinations $smtpd_log_access_permit_actions $smtpd_forbidden_commands $smtpd_client_event_limit_exceptions $smtpd_sasl_exceptions_networks $smtpd_sasl_mechanism_filter $smtp_requiretls_policy $smtp_sasl_mechanism_filter $authorized_submit_users $smtpd_authorized_verp_clients $smtpd_authorized_xclient_hosts $smtpd_authorized_xforward_hosts $lmtp_tls_loglevel_maps $postscreen_tls_loglevel_maps $smtp_tls_loglevel_maps $smtpd_tls_loglevel_maps',
    },
    usedBy: ['proxymap'],
    text: {
      en: 'Lists the tables that the service `proxymap` may read for others. The standard value covers the tables that common parameters name with `proxy:`. Add to it (`$proxy_read_maps` cannot refer to itself, so repeat the list) only where the log says that a table is not approved.',
      ja: '`proxymap` サービスが、ほかのプロセスのために読んでよいテーブルを並べます。標準の値は、主なパラメータに `proxy:` を付けて書いたテーブルを含みます。許可されていないというログが出たときだけ追加します（`$proxy_read_maps` で自分自身は参照できないので、元の一覧も書きます）。',
    },
  },
  proxy_write_maps: {
    since: '2.5',
    type: 'string',
    holds: 'proxymap list',
    list: true,
    default: {
      '2.5': '$smtp_sasl_auth_cache_name $lmtp_sasl_auth_cache_name',
      '2.9': '$smtp_sasl_auth_cache_name $lmtp_sasl_auth_cache_name $address_verify_map $postscreen_cache_map',
    },
    usedBy: ['proxymap'],
    text: {
      en: 'Lists the tables that the service `proxywrite` may change for other processes. The standard value covers the caches of common parameters, if these say `proxy:`; only such entries count. The service is not root but the user of `mail_owner`, so the files belong in `data_directory`. Caches of the type `lmdb` need no `proxy:`, and then nothing here.',
      ja: '`proxywrite` サービスが、ほかのプロセスのために書き換えてよいテーブルを並べます。標準の値は、主なパラメータのキャッシュを含みます。対象は `proxy:` を付けて書いたものだけです。このサービスは root ではなく `mail_owner` の利用者として動くので、ファイルは `data_directory` に置きます。`lmdb` のキャッシュに `proxy:` は要らず、ここに書く必要もありません。',
    },
  },
  relay_recipient_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['proxymap', 'smtpd'],
    text: {
      en: 'Lists the valid addresses in `relay_domains`, so that mail to others is refused at once. Only the key counts, the result may be any word; `@example.jp` accepts a whole domain. Empty means that everything is accepted, and that error notices for spam go to innocent people.',
      ja: '`relay_domains` に実在するアドレスを並べ、それ以外への宛先をその場で拒否します。使われるのはキーだけで、結果は何でも構いません。`@example.jp` と書くとドメイン全体を受け入れます。空なら何でも受け取るため、迷惑メールへのエラー通知が無関係な人に届いてしまいます。',
    },
  },
  sender_bcc_maps: {
    since: '2.1',
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['cleanup'],
    text: {
      en: "Adds a hidden recipient by the sender's address. The result is a single address. For archives; people whose mail is copied should know.",
      ja: '送信者のアドレスに応じて、BCC の宛先を一つ加えます。結果には一つのアドレスを書きます。メールの保存などに使いますが、対象の人には知らせておくべきです。',
    },
  },
  socketmap_max_query_size: {
    since: '3.12',
    type: 'integer',
    min: 1,
    default: '10000',
    usedBy: ['*'],
    text: {
      en: 'Limits how many bytes a lookup key may have that is sent to a `socketmap` server. With a longer one the server is not asked: Postfix logs a warning and takes the key as not found. Addresses stay far below the limit; only very long headers, where `header_checks` asks such a server, could reach it.',
      ja: '`socketmap` のサーバーに送る検索キーの長さを、バイト数で制限します。それより長いとサーバーには問い合わせず、警告を記録して、見つからなかったものとします。アドレスがこの制限に近づくことはありません。達するとすれば、`header_checks` で問い合わせるとても長いヘッダーだけです。',
    },
  },
  socketmap_max_reply_size: {
    since: '3.10',
    type: 'integer',
    min: 1,
    default: '100000',
    usedBy: ['*'],
    text: {
      en: 'Limits how many bytes a reply of a `socketmap` server may have. With a longer one the lookup fails with a temporary error, and mail waits. Before 3.10 the limit was fixed. Raise it only for a server that answers with very long lists.',
      ja: '`socketmap` のサーバーの応答の長さを、バイト数で制限します。それより長いと検索は一時的なエラーになり、メールは待たされます。3.10 より前は固定でした。とても長い一覧を返すサーバーを使うときだけ増やします。',
    },
  },
} satisfies Facts;
