import type { Text } from '../locale';
import type { Lifetime } from './version';

/** A name that a database client reads from its configuration file. */
export interface ClientName extends Lifetime {
  readonly type: 'string' | 'integer' | 'boolean' | 'time';
  /** What we say of it, in a sentence or two. */
  readonly text: Text;
}

// What several clients have in common, by `db_common.c`.

const ADDITIONAL_CONDITIONS: Text = {
  en: 'Adds a condition to the old-style query, such as `AND active = 1`. Ignored where `query` is set.',
  ja: '古い形式の問い合わせに、`AND active = 1` のような条件を加えます。`query` があれば無視されます。',
};

const DOMAIN: Text = {
  en: 'Limits lookups to addresses in these domains, which spares the server queries. Not for `alias_maps`: a key without a domain is then never looked up.',
  ja: '検索するアドレスを、ここに並べたドメインのものに限り、サーバーへの問い合わせを減らします。ドメインのないキーは検索されなくなるので、`alias_maps` では使えません。',
};

const EXPANSION_LIMIT: Text = {
  en: 'Limits how many results one lookup may return; `0` is no limit. With more, the lookup fails with a temporary error.',
  ja: '1回の検索で返せる結果の数を制限します。`0` なら無制限です。超えると検索は一時的なエラーになります。',
};

const IDLE_INTERVAL: Text = {
  en: 'Sets after how many seconds without use a connection is closed.',
  ja: '使われていない接続を閉じるまでの秒数です。',
};

const QUERY: Text = {
  en: "Gives the SQL query: `'%s'` stands for the key, `%u` for its local part and `%d` for its domain. No quotes around the whole query.",
  ja: "SQL の問い合わせを書きます。`'%s'` はキー、`%u` はそのローカル部、`%d` はドメインに置き換わります。全体を引用符で囲んではいけません。",
};

const RESULT_FORMAT: Text = {
  en: 'Gives the form of each result: `%s` is the value, `%u` and `%d` are its local part and domain. With `smtp:[%s]` a host name becomes a transport.',
  ja: '結果の書式です。`%s` は値、`%u` と `%d` はそのローカル部とドメインです。`smtp:[%s]` と書けば、ホスト名をトランスポートにできます。',
};

const RETRY_INTERVAL: Text = {
  en: 'Sets for how many seconds a server is passed over after an error.',
  ja: 'エラーが起きたサーバーを使わずにおく秒数です。',
};

const SELECT_FIELD: Text = {
  en: 'Names the column that holds the result, in the old-style query. Ignored where `query` is set.',
  ja: '古い形式の問い合わせで、結果を取り出す列の名前です。`query` があれば無視されます。',
};

const TABLE: Text = {
  en: 'Names the table to search, in the old-style query. Ignored where `query` is set.',
  ja: '古い形式の問い合わせで、検索する表の名前です。`query` があれば無視されます。',
};

const WHERE_FIELD: Text = {
  en: 'Names the column that must equal the key, in the old-style query. Ignored where `query` is set.',
  ja: '古い形式の問い合わせで、キーと比べる列の名前です。`query` があれば無視されます。',
};

/**
 * What the file of a lookup table such as `mysql:/etc/postfix/users.cf` may set; `$name` is not expanded there. The same
 * names, after the table's name and `_`, may stand in main.cf (`mysql:users` → `users_query`): the old way, which
 * postconf(1) still accepts.
 */
export const TABLE_CLIENTS: Readonly<Record<string, Readonly<Record<string, ClientName>>>> = {
  ldap: {
    bind: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Tells how to log in to the server: `yes` with `bind_dn` and `bind_pw`, `no` not at all, `sasl` by SASL (from 2.8, if Postfix was built for it).',
        ja: 'サーバーへのログイン方法です。`yes` は `bind_dn` と `bind_pw` を使い、`no` はログインせず、`sasl` は SASL を使います（2.8 以降で、対応するビルドの場合）。',
      },
    },
    bind_dn: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Gives the DN to log in with. If it is empty, the login is anonymous.',
        ja: 'ログインに使う DN です。空なら匿名でログインします。',
      },
    },
    bind_pw: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Gives the password for `bind_dn`. Other users must not be able to read the file that it is in.',
        ja: '`bind_dn` のパスワードです。これを書いたファイルは、ほかの利用者が読めないようにしてください。',
      },
    },
    cache: {
      since: '2.1',
      type: 'boolean',
      text: {
        en: 'Does nothing any more: `yes` is ignored with a warning.',
        ja: '今は働きません。`yes` と書いても、警告が出て無視されます。',
      },
    },
    cache_expiry: {
      since: '2.1',
      type: 'integer',
      text: {
        en: 'Does nothing any more but cause a warning: results of LDAP lookups are not kept.',
        ja: '今は警告が出るだけです。LDAP の検索結果は保存されません。',
      },
    },
    cache_size: {
      since: '2.1',
      type: 'integer',
      text: {
        en: 'Does nothing any more but cause a warning, like `cache_expiry`.',
        ja: '`cache_expiry` と同じく、今は警告が出るだけです。',
      },
    },
    chase_referrals: {
      since: '2.1',
      type: 'boolean',
      text: {
        en: 'Tells whether to ask another server where this one refers to it. Needs `version = 3`.',
        ja: 'サーバーが別のサーバーを紹介したとき、そちらにも問い合わせるかどうかです。`version = 3` が必要です。',
      },
    },
    debuglevel: {
      since: '2.1',
      type: 'integer',
      text: {
        en: 'Sets how much the LDAP library logs about its work; `0` is nothing.',
        ja: 'LDAP ライブラリが動作をどこまで詳しく記録するかです。`0` なら何も記録しません。',
      },
    },
    dereference: {
      since: '2.1',
      type: 'integer',
      text: {
        en: 'Tells when to follow aliases of the directory (not of mail): `0` never, `1` while searching, `2` to find where the search begins, `3` always.',
        ja: 'メールではなくディレクトリの別名を、いつたどるかです。`0` はたどらず、`1` は検索中、`2` は検索の起点を探すとき、`3` は常にたどります。',
      },
    },
    domain: { since: '2.1', type: 'string', text: DOMAIN },
    expansion_limit: { since: '2.1', type: 'integer', text: EXPANSION_LIMIT },
    leaf_result_attribute: {
      since: '2.4',
      type: 'string',
      text: {
        en: 'Lists attributes that count only in entries without a `special_result_attribute`: the addresses of the members, but not that of the group.',
        ja: '`special_result_attribute` を持たないエントリでだけ使う属性を並べます。グループ自身ではなく、メンバーのアドレスだけを取り出すためのものです。',
      },
    },
    query_filter: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Gives the LDAP filter: `%s` stands for the key, `%u` for its local part and `%d` for its domain. No quotes around it.',
        ja: 'LDAP のフィルターを書きます。`%s` はキー、`%u` はそのローカル部、`%d` はドメインに置き換わります。引用符で囲んではいけません。',
      },
    },
    recursion_limit: {
      since: '2.1',
      type: 'integer',
      text: {
        en: 'Limits how deep `special_result_attribute` may lead from one entry to the next. Beyond that, the lookup fails with a temporary error.',
        ja: '`special_result_attribute` でエントリからエントリへたどる深さを制限します。超えると検索は一時的なエラーになります。',
      },
    },
    result_attribute: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Lists the attributes whose values are the result. Set it in every file, empty if need be: unset, it is `maildrop`.',
        ja: '値を結果として返す属性を並べます。指定しないと `maildrop` になるので、使わない場合も空で書いておきます。',
      },
    },
    result_filter: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'The name of `result_format` before 2.2. It counts only where `result_format` is not set.',
        ja: '2.2 より前の `result_format` の名前です。`result_format` がないときだけ使われます。',
      },
    },
    result_format: { since: '2.2', type: 'string', text: RESULT_FORMAT },
    sasl_authz_id: {
      since: '2.8',
      type: 'string',
      text: {
        en: 'Gives the identity to take on with a SASL login, where the mechanism uses one.',
        ja: 'SASL でログインした後に名乗る識別名です。方式が使う場合だけ指定します。',
      },
    },
    sasl_mechs: {
      since: '2.8',
      type: 'string',
      text: {
        en: 'Lists the SASL mechanisms to try, separated by blanks, for `bind = sasl`.',
        ja: '`bind = sasl` のときに試す SASL の方式を、空白で区切って並べます。',
      },
    },
    sasl_minssf: {
      since: '2.8',
      type: 'integer',
      text: {
        en: 'Sets the security strength factor that a SASL login must reach at least; `0` demands none.',
        ja: 'SASL のログインに求める、セキュリティ強度の下限です。`0` なら何も求めません。',
      },
    },
    sasl_realm: {
      since: '2.8',
      type: 'string',
      text: {
        en: 'Gives the SASL realm, where the mechanism uses one.',
        ja: 'SASL のレルムです。方式が使う場合だけ指定します。',
      },
    },
    scope: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Tells how far below `search_base` to search: `sub` all levels, `one` the level just below, `base` that entry alone.',
        ja: '`search_base` からどこまで検索するかです。`sub` は下のすべての階層、`one` はすぐ下の階層、`base` はそのエントリだけを調べます。',
      },
    },
    search_base: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Gives the DN where the search begins. It may hold `%s`, `%u` and `%d` as the filter does (from 2.2).',
        ja: '検索を始める DN です。フィルターと同じ `%s`、`%u`、`%d` も使えます（2.2 以降）。',
      },
    },
    server_host: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Lists the LDAP servers by name or URL. With OpenLDAP, `ldaps://` is TLS from the start and `ldapi://` a local socket.',
        ja: 'LDAP サーバーを名前か URL で並べます。OpenLDAP では、`ldaps://` は最初から TLS を使い、`ldapi://` はローカルのソケットにつなぎます。',
      },
    },
    server_port: {
      since: '2.1',
      type: 'integer',
      text: {
        en: 'Sets the port of the servers in `server_host` that are given without one.',
        ja: '`server_host` にポート番号なしで書いたサーバーのポート番号です。',
      },
    },
    size_limit: {
      since: '2.1',
      type: 'integer',
      text: {
        en: 'Limits how many entries one search may return; `0` is no limit. Unset, it is `expansion_limit`.',
        ja: '1回の検索で返せるエントリの数を制限します。`0` なら無制限です。指定しなければ `expansion_limit` と同じです。',
      },
    },
    special_result_attribute: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Lists attributes whose values are DNs or LDAP URLs: those entries are looked up too, such as the members of a group.',
        ja: '値が DN か LDAP URL である属性を並べます。グループのメンバーのように、その先のエントリも検索します。',
      },
    },
    start_tls: {
      since: '2.1',
      type: 'boolean',
      text: {
        en: 'Tells whether to switch the connection to TLS by STARTTLS. Not together with `ldaps://`.',
        ja: 'STARTTLS で接続を TLS に切り替えるかどうかです。`ldaps://` とは併用しません。',
      },
    },
    terminal_result_attribute: {
      since: '2.4',
      type: 'string',
      text: {
        en: 'Lists attributes that have the last word: where an entry has one, its values alone are the result, and the entry leads to no others.',
        ja: '最優先で使う属性を並べます。エントリにこの属性があれば、その値だけを結果とし、そこから先のエントリはたどりません。',
      },
    },
    timeout: {
      since: '2.1',
      type: 'integer',
      text: {
        en: 'Limits how many seconds connecting and searching may take.',
        ja: '接続と検索にかけてよい秒数です。',
      },
    },
    tls_ca_cert_dir: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Names a directory of CA certificates to check the server by, each in a file named by its hash. `tls_ca_cert_file` has precedence.',
        ja: 'サーバーを検証する CA 証明書のディレクトリです。ファイルの名前はハッシュ値にします。`tls_ca_cert_file` が優先されます。',
      },
    },
    tls_ca_cert_file: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Names a file of CA certificates to check the server by. Without `tls_require_cert = yes` nothing is checked.',
        ja: 'サーバーを検証する CA 証明書のファイルです。`tls_require_cert = yes` でなければ検証は行われません。',
      },
    },
    tls_cert: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Names the file of the certificate by which Postfix identifies itself to the LDAP server.',
        ja: 'Postfix が LDAP サーバーに示すクライアント証明書のファイルです。',
      },
    },
    tls_cipher_suite: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Limits the ciphers for TLS to the LDAP server, in the words of the TLS library.',
        ja: 'LDAP サーバーとの TLS で使う暗号を、TLS ライブラリの書き方で限定します。',
      },
    },
    tls_key: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Names the file of the private key that belongs to `tls_cert`.',
        ja: '`tls_cert` に対応する秘密鍵のファイルです。',
      },
    },
    tls_random_file: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Names a file of random bytes for TLS, on systems without `/dev/urandom`.',
        ja: '`/dev/urandom` がないシステムで、TLS のための乱数を読むファイルです。',
      },
    },
    tls_require_cert: {
      since: '2.1',
      type: 'boolean',
      text: {
        en: "Tells whether the server's certificate must come from a trusted CA and carry the right name. With `no`, anyone can pose as the server.",
        ja: 'サーバーの証明書について、信頼できる CA の発行か、名前が正しいかを確かめるかどうかです。`no` では、誰でもサーバーになりすませます。',
      },
    },
    version: {
      since: '2.1',
      type: 'integer',
      text: {
        en: 'Sets the version of the LDAP protocol, `2` or `3`. Write `3`: TLS, SASL and referrals need it.',
        ja: 'LDAP プロトコルのバージョンで、`2` か `3` です。TLS、SASL、紹介に必要なので、`3` と書いてください。',
      },
    },
  },
  mysql: {
    additional_conditions: { since: '2.1', type: 'string', text: ADDITIONAL_CONDITIONS },
    charset: {
      since: '3.9',
      type: 'string',
      text: {
        en: 'Sets the character set of the connection, and with it how texts are compared. Before 3.9 the MySQL library chose it.',
        ja: '接続で使う文字セットです。文字列の比べ方もこれで決まります。3.9 より前は MySQL のライブラリに任されていました。',
      },
    },
    dbname: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Names the database on the servers. It must be set.',
        ja: 'サーバー上のデータベースの名前です。必ず指定します。',
      },
    },
    domain: { since: '2.2', type: 'string', text: DOMAIN },
    expansion_limit: { since: '2.2', type: 'integer', text: EXPANSION_LIMIT },
    hosts: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Lists the servers as `host:port` or `unix:path`; they are tried in random order, sockets first. `localhost` is the local socket: for TCP write `127.0.0.1`.',
        ja: 'サーバーを `host:port` か `unix:path` で並べます。ソケットを先に、順不同で試します。`localhost` はローカルのソケットを指すので、TCP なら `127.0.0.1` と書きます。',
      },
    },
    idle_interval: { since: '3.9', type: 'integer', text: IDLE_INTERVAL },
    option_file: {
      since: '2.11',
      type: 'string',
      text: {
        en: 'Names the file of MySQL options to read, in place of the usual `my.cnf`.',
        ja: '通常の `my.cnf` の代わりに読む、MySQL のオプションファイルです。',
      },
    },
    option_group: {
      since: '2.11',
      type: 'string',
      text: {
        en: 'Names the group in the MySQL option file to read after `[client]`. Empty, and without `option_file`, no option file is read.',
        ja: 'MySQL のオプションファイルから、`[client]` に続けて読むグループです。空で `option_file` もなければ、オプションファイルを読みません。',
      },
    },
    password: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Gives the password of `user`. The file with it must not be readable by other users.',
        ja: '`user` のパスワードです。書いたファイルは、ほかの利用者が読めないようにしてください。',
      },
    },
    query: { since: '2.2', type: 'string', text: QUERY },
    require_result_set: {
      since: '3.2',
      type: 'boolean',
      text: {
        en: 'Tells whether every query must return a result set. With `no`, none means not found; made for stored procedures.',
        ja: '問い合わせが必ず結果セットを返すことを求めるかどうかです。`no` では、なければ見つからなかったものとします。ストアドプロシージャのためのものです。',
      },
    },
    result_format: { since: '2.2', type: 'string', text: RESULT_FORMAT },
    retry_interval: { since: '3.9', type: 'integer', text: RETRY_INTERVAL },
    select_field: { since: '2.1', type: 'string', text: SELECT_FIELD },
    table: { since: '2.1', type: 'string', text: TABLE },
    tls_CAfile: {
      since: '2.11',
      type: 'string',
      text: {
        en: 'Names a file of the CA certificates that are trusted. It has precedence over `tls_CApath`.',
        ja: '信頼する CA 証明書のファイルです。`tls_CApath` より優先されます。',
      },
    },
    tls_CApath: {
      since: '2.11',
      type: 'string',
      text: {
        en: 'Names a directory of the CA certificates that are trusted, each in a file of its own.',
        ja: '信頼する CA 証明書を、一つずつ別のファイルで置いたディレクトリです。',
      },
    },
    tls_cert_file: {
      since: '2.11',
      type: 'string',
      text: {
        en: 'Names the file of the certificate by which Postfix identifies itself to the MySQL server.',
        ja: 'Postfix が MySQL サーバーに示すクライアント証明書のファイルです。',
      },
    },
    tls_ciphers: {
      since: '2.11',
      type: 'string',
      text: {
        en: 'Lists the ciphers that are allowed for TLS to the MySQL server.',
        ja: 'MySQL サーバーとの TLS で許す暗号を並べます。',
      },
    },
    tls_key_file: {
      since: '2.11',
      type: 'string',
      text: {
        en: 'Names the file of the private key that belongs to `tls_cert_file`.',
        ja: '`tls_cert_file` に対応する秘密鍵のファイルです。',
      },
    },
    tls_verify_cert: {
      since: '2.11',
      type: 'boolean',
      text: {
        en: "Tells whether the name in the server's certificate must be that of the server. Unset, the MySQL library decides.",
        ja: 'サーバーの証明書の名前が、サーバーの名前と一致することを求めるかどうかです。指定しなければ MySQL のライブラリに任せます。',
      },
    },
    user: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Gives the name to log in to the MySQL server with.',
        ja: 'MySQL サーバーにログインする名前です。',
      },
    },
    where_field: { since: '2.1', type: 'string', text: WHERE_FIELD },
  },
  pgsql: {
    additional_conditions: { since: '2.1', type: 'string', text: ADDITIONAL_CONDITIONS },
    dbname: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Names the database on the servers. Only servers given as a URI do without it (from 3.10).',
        ja: 'サーバー上のデータベースの名前です。URI で指定したサーバーだけは、なくても構いません（3.10 以降）。',
      },
    },
    domain: { since: '2.2', type: 'string', text: DOMAIN },
    encoding: {
      since: '3.8',
      type: 'string',
      text: {
        en: 'Sets the encoding that the client uses. Before 3.8 it was always `LATIN1`.',
        ja: 'クライアントが使う文字エンコーディングです。3.8 より前は常に `LATIN1` でした。',
      },
    },
    expansion_limit: { since: '2.2', type: 'integer', text: EXPANSION_LIMIT },
    hosts: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Lists the servers as `host:port`, as `unix:/path`, or as a URI such as `postgresql://user@host/database` (from 3.3). They are tried in random order.',
        ja: 'サーバーを `host:port`、`unix:/path`、または `postgresql://user@host/database` のような URI（3.3 以降）で並べます。順不同で試します。',
      },
    },
    idle_interval: { since: '3.9', type: 'integer', text: IDLE_INTERVAL },
    password: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Gives the password of `user`; not used for servers given as a URI. Keep the file unreadable to other users.',
        ja: '`user` のパスワードです。URI で指定したサーバーには使われません。ファイルは、ほかの利用者が読めないようにしてください。',
      },
    },
    query: { since: '2.1', type: 'string', text: QUERY },
    result_format: { since: '2.2', type: 'string', text: RESULT_FORMAT },
    retry_interval: { since: '3.9', type: 'integer', text: RETRY_INTERVAL },
    select_field: { since: '2.1', type: 'string', text: SELECT_FIELD },
    select_function: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Names a database function to call with the key, in the old style. Ignored where `query` is set.',
        ja: 'キーを渡して呼び出すデータベース関数の名前で、古い書き方です。`query` があれば無視されます。',
      },
    },
    table: { since: '2.1', type: 'string', text: TABLE },
    user: {
      since: '2.1',
      type: 'string',
      text: {
        en: 'Gives the name to log in to the PostgreSQL server with; not used for servers given as a URI.',
        ja: 'PostgreSQL サーバーにログインする名前です。URI で指定したサーバーには使われません。',
      },
    },
    where_field: { since: '2.1', type: 'string', text: WHERE_FIELD },
  },
  sqlite: {
    additional_conditions: { since: '2.8', type: 'string', text: ADDITIONAL_CONDITIONS },
    dbpath: {
      since: '2.8',
      type: 'string',
      text: {
        en: 'Names the database file, which is only read, never written. It must be set.',
        ja: 'データベースのファイルです。読むだけで、書き込みません。必ず指定します。',
      },
    },
    domain: { since: '2.8', type: 'string', text: DOMAIN },
    expansion_limit: { since: '2.8', type: 'integer', text: EXPANSION_LIMIT },
    query: { since: '2.8', type: 'string', text: QUERY },
    result_format: { since: '2.8', type: 'string', text: RESULT_FORMAT },
    select_field: { since: '2.8', type: 'string', text: SELECT_FIELD },
    table: { since: '2.8', type: 'string', text: TABLE },
    where_field: { since: '2.8', type: 'string', text: WHERE_FIELD },
  },
  memcache: {
    backup: {
      since: '2.9',
      type: 'string',
      text: {
        en: 'Names a table `type:name` that keeps the data for good. It is asked for what memcache does not have, and updated together with it.',
        ja: 'データを失わずに保存しておくテーブルを `type:name` で指定します。memcache にないものはここで検索し、更新は両方に行います。',
      },
    },
    data_size_limit: {
      since: '2.9',
      type: 'integer',
      text: {
        en: 'Limits how many bytes a value may have. A longer one is not stored, which only a warning tells.',
        ja: '値の長さをバイト数で制限します。それより長いものは、警告が出るだけで保存されません。',
      },
    },
    domain: { since: '2.9', type: 'string', text: DOMAIN },
    flags: {
      since: '2.9',
      type: 'integer',
      text: {
        en: 'Sets the flags to store with a value. Postfix does not look at them itself.',
        ja: '値と一緒に保存するフラグです。Postfix 自身はこれを見ません。',
      },
    },
    key_digest: {
      since: '3.11',
      type: 'string',
      text: {
        en: "Names a digest such as `sha256` to send in place of each key, so that long keys fit memcache's limit. Needs a Postfix built with TLS.",
        ja: 'キーの代わりに送るダイジェストの方式で、`sha256` などです。長いキーも memcache の制限に収まります。TLS 付きでビルドされた Postfix が必要です。',
      },
    },
    key_format: {
      since: '2.9',
      type: 'string',
      text: {
        en: 'Gives the form of the keys; `%s` is the key itself. Tables that share a server need prefixes of their own, such as `verify:%s`.',
        ja: 'キーの書式です。`%s` がキー自身を表します。一つのサーバーを複数のテーブルで使うときは、`verify:%s` のように別々の接頭辞を付けます。',
      },
    },
    line_size_limit: {
      since: '2.9',
      type: 'integer',
      text: {
        en: "Limits how many bytes a line of the server's reply may have.",
        ja: 'サーバーの応答の1行の長さを、バイト数で制限します。',
      },
    },
    max_try: {
      since: '2.9',
      type: 'integer',
      text: {
        en: 'Sets how often a command is tried before it fails. Where no connection can be made, there is no second try.',
        ja: 'コマンドを失敗とみなすまでに試す回数です。接続できないときは、やり直しません。',
      },
    },
    memcache: {
      since: '2.9',
      type: 'string',
      text: {
        en: 'Gives the one server to use, as `inet:host:port` or `unix:path`.',
        ja: '使うサーバーを一つ、`inet:host:port` か `unix:path` で指定します。',
      },
    },
    retry_pause: {
      since: '2.9',
      type: 'integer',
      text: {
        en: 'Sets how many seconds to wait before a failed command is tried again.',
        ja: '失敗したコマンドをもう一度試すまでに待つ秒数です。',
      },
    },
    timeout: {
      since: '2.9',
      type: 'integer',
      text: {
        en: 'Limits how many seconds sending a command and waiting for its reply may take.',
        ja: 'コマンドの送信と応答の受信にかけてよい秒数です。',
      },
    },
    ttl: {
      since: '2.9',
      type: 'integer',
      text: {
        en: 'Sets after how many seconds the server drops a value. More than 30 days (`2592000`) is taken for a point in time.',
        ja: 'サーバーが値を捨てるまでの秒数です。30日（`2592000`）を超える値は、期間ではなく時刻とみなされます。',
      },
    },
  },
  mongodb: {
    collection: {
      since: '3.9',
      type: 'string',
      text: {
        en: 'Names the collection to search. It must be set.',
        ja: '検索するコレクションの名前です。必ず指定します。',
      },
    },
    dbname: {
      since: '3.9',
      type: 'string',
      text: {
        en: 'Names the database that holds the collection. It must be set.',
        ja: 'コレクションのあるデータベースの名前です。必ず指定します。',
      },
    },
    domain: { since: '3.9', type: 'string', text: DOMAIN },
    expansion_limit: {
      since: '3.9',
      type: 'integer',
      text: {
        en: 'Limits how many results one lookup may return, up to `100`; `0` is no limit. With more, the lookup fails with a temporary error.',
        ja: '1回の検索で返せる結果の数を、`100` までで制限します。`0` なら無制限です。超えると検索は一時的なエラーになります。',
      },
    },
    projection: {
      since: '3.9',
      type: 'string',
      text: {
        en: 'Gives a MongoDB projection that picks out the result. Set either this or `result_attribute`, never both.',
        ja: '結果を取り出す MongoDB のプロジェクションを書きます。`result_attribute` とは、どちらか一方だけを指定します。',
      },
    },
    query_filter: {
      since: '3.9',
      type: 'string',
      text: {
        en: 'Gives the MongoDB query in JSON. The key is `"%s"`, always with the quotes.',
        ja: 'MongoDB の問い合わせを JSON で書きます。キーは `"%s"` で、引用符は必ず付けます。',
      },
    },
    result_attribute: {
      since: '3.9',
      type: 'string',
      text: {
        en: 'Lists the fields whose values are the result. Set either this or `projection`, never both.',
        ja: '値を結果として返すフィールドを並べます。`projection` とは、どちらか一方だけを指定します。',
      },
    },
    result_format: { since: '3.9', type: 'string', text: RESULT_FORMAT },
    uri: {
      since: '3.9',
      type: 'string',
      text: {
        en: 'Gives the address of the server or cluster, such as `mongodb://localhost:27017/mail`. With a password in it, other users must not read the file.',
        ja: 'サーバーかクラスターの場所で、`mongodb://localhost:27017/mail` のように書きます。パスワードを含むなら、ほかの利用者が読めないファイルにしてください。',
      },
    },
  },
};
