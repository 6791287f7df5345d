import type { Text } from '../locale';
import { existsIn, type Lifetime, type PostfixVersion } from './version';

/** What follows the colon of `type:name`. */
export type TableName =
  | 'source' // a text file, out of which postmap(1) builds the files that Postfix reads
  | 'file' // a text file that Postfix reads as it is
  | 'client file' // the settings of a database client; a name that is no path stands for settings in main.cf
  | 'server' // host:port
  | 'socketmap' // inet:host:port:name, unix:path:name
  | 'table' // another type:name
  | 'tables' // { type:name, … }
  | 'entries' // { key=value, … }
  | 'values' // { value, … }
  | 'text' // the result itself
  | 'system' // passwd.byname, group.byname
  | 'network' // what NIS, NIS+ or NetInfo calls it
  | 'unused';

/** What is known of one type of lookup table. */
export interface TableTypeFacts extends Lifetime {
  readonly name: TableName;
  /** What postmap(1) and postalias(1) append to the name of the source, for the files that they build. */
  readonly suffixes?: readonly string[];
  /** Its keys are patterns, tried from the top down until one matches the whole key. */
  readonly patterns?: boolean;
  /** Its contents may stand in braces in place of a file's name. */
  readonly bracesSince?: string;
  /** A daemon can write to it, so that it serves as a cache. */
  readonly writable?: boolean;
  /** What Postfix must be built with. */
  readonly needs?: string;
  /** The package of Debian 12 that adds it. */
  readonly debianPackage?: string;
  /** The page of the manual; absent: DATABASE_README describes it. */
  readonly manual?: string;
  /** What we say of it. The first sentence is the summary. */
  readonly text: Text;
}

export interface TableType extends TableTypeFacts {
  readonly type: string;
}

/** Every type of lookup table since Postfix 2.0, by `dict_open_info` in dict_open.c and mail_dict.c. */
export const TABLE_TYPES: Readonly<Record<string, TableTypeFacts>> = {
  btree: {
    name: 'source',
    suffixes: ['.db'],
    writable: true,
    needs: 'Berkeley DB',
    text: {
      en: 'Looks keys up in a sorted Berkeley DB file. Its place is under caches that Postfix writes by itself, such as `postscreen_cache_map`; tables that people write are usually `hash`. Systems without Berkeley DB have no `btree`: there `lmdb` takes over.',
      ja: '並べ替えられた Berkeley DB のファイルから検索します。`postscreen_cache_map` のように、Postfix が自分で書き込むキャッシュに使います。人が書くテーブルには普通 `hash` を使います。Berkeley DB のないシステムには `btree` もないので、代わりに `lmdb` を使います。',
    },
  },
  cdb: {
    since: '2.2',
    name: 'source',
    suffixes: ['.cdb'],
    needs: 'CDB',
    debianPackage: 'postfix-cdb',
    text: {
      en: 'Looks keys up in a constant database: fast to read, and replaced as a whole by each `postmap`. A failed or half-done `postmap` leaves the old table in use. Nothing can be added to an existing file, so it serves neither as a cache nor for `postmap -i`.',
      ja: '一度作ったら変わらないデータベースから検索します。読み取りが速く、`postmap` のたびに全体が置き換わります。`postmap` が途中で失敗しても、古いテーブルがそのまま使われます。既存のファイルに書き足せないため、キャッシュや `postmap -i` には使えません。',
    },
  },
  cidr: {
    since: '2.1',
    name: 'file',
    patterns: true,
    bracesSince: '3.7',
    manual: 'cidr_table(5)',
    text: {
      en: 'Compares IP addresses with networks such as `192.168.0.0/16`, from the top down; the first match wins. Put exceptions above the network that they are in. The bits after the prefix must be zero: a line with `192.168.1.1/16` is skipped with a warning. A running process does not notice changes; `postfix reload` makes them count at once.',
      ja: 'IP アドレスを `192.168.0.0/16` のようなネットワークと上から順に比べ、最初に一致したものを使います。例外は、それを含むネットワークより上に書きます。ネットワーク部より後ろのビットは0でなければならず、`192.168.1.1/16` と書いた行は警告が出て無視されます。動作中のプロセスは変更に気付かないので、すぐに反映するには `postfix reload` を実行します。',
    },
  },
  dbm: {
    name: 'source',
    suffixes: ['.dir', '.pag'],
    needs: 'NDBM',
    text: {
      en: 'Looks keys up in the hashed files of old Unix systems. It consists of two files, which `postmap` writes. Where the system has `hash`, `lmdb` or `cdb`, take one of those.',
      ja: '古い Unix にあったハッシュ形式のファイルから検索します。`postmap` が書き出すファイルは二つです。`hash`、`lmdb`、`cdb` のどれかがあるシステムでは、そちらを使ってください。',
    },
  },
  debug: {
    since: '3.11',
    name: 'table',
    text: {
      en: 'Logs every access to the table behind it: the key, and what was found. Put `debug:` in front of a table that does not do what you expect, and take it away afterwards. Passwords and the like that the table holds get into the log too.',
      ja: '後ろに書いたテーブルへのアクセスをすべて、キーと結果も含めてログに記録します。思ったとおりに働かないテーブルの前に `debug:` を付けて調べ、終わったら外します。テーブルにパスワードなどがあれば、それもログに残ります。',
    },
  },
  environ: {
    name: 'unused',
    text: {
      en: 'Looks keys up as environment variables of the process. The name after the colon is not used. Most lookups turn the key into lower case, so that variables in capitals are not found; it is hardly ever of use.',
      ja: 'プロセスの環境変数をキーで検索します。コロンの後の名前は使われません。ほとんどの検索ではキーが小文字に変換され、大文字の変数は見つからないので、使い道はほぼありません。',
    },
  },
  fail: {
    since: '2.9',
    name: 'unused',
    text: {
      en: 'Fails at every lookup, as a broken database would. It is made for testing what Postfix does then: mail is mostly deferred. The name only appears in the log.',
      ja: '壊れたデータベースのように、検索すると必ずエラーになります。そのときの Postfix の動作を試すためのもので、メールはたいてい一時的なエラーになります。名前はログに出るだけです。',
    },
  },
  hash: {
    name: 'source',
    suffixes: ['.db'],
    needs: 'Berkeley DB',
    text: {
      en: 'Looks keys up in an indexed Berkeley DB file. Postfix never reads the text that you edit, only the `.db` beside it: run `postmap` (for aliases `postalias`) after each change, or the old contents stay in force. Without the `.db` every lookup fails and mail is deferred. Red Hat systems from version 10 and Alpine have no Berkeley DB any more; write `lmdb` there.',
      ja: '索引付きの Berkeley DB ファイルから検索します。Postfix は編集したテキストを読まず、隣の `.db` だけを読みます。変更のたびに `postmap`（エイリアスなら `postalias`）を実行しないと、古い内容のままです。`.db` がないと検索はすべて失敗し、メールは一時的なエラーになります。Red Hat 系の10以降や Alpine には Berkeley DB がないので、`lmdb` と書きます。',
    },
  },
  inline: {
    since: '3.0',
    name: 'entries',
    text: {
      en: 'Holds a few entries in the parameter itself, without a file: `inline:{ info=taro, { sales = taro, hanako } }`. An entry with blanks or commas in it needs braces of its own. For one answer to every key there is `static`.',
      ja: 'ファイルを使わず、`inline:{ info=taro, { sales = taro, hanako } }` のように、いくつかの項目をパラメータの中に直接書きます。空白やコンマを含む項目は、それだけを波かっこで囲みます。どのキーにも同じ答えでよければ `static` を使います。',
    },
  },
  internal: {
    since: '2.7',
    name: 'unused',
    text: {
      en: 'Keeps keys in the memory of one process, and begins empty. What it holds is gone when the process ends, and other processes do not see it. Postfix uses it inside; in main.cf it is of no use.',
      ja: '一つのプロセスのメモリーの中だけにある、最初は空のテーブルです。中身はプロセスが終わると消え、ほかのプロセスからは見えません。Postfix が内部で使うもので、main.cf に書く意味はありません。',
    },
  },
  ldap: {
    name: 'client file',
    needs: 'LDAP',
    debianPackage: 'postfix-ldap',
    manual: 'ldap_table(5)',
    text: {
      en: 'Asks an LDAP directory. The file after the colon says which server, with which filter (`query_filter`), and which attribute is the answer (`result_attribute`). If the directory cannot be reached, mail is deferred. Each process makes a connection of its own; `proxy:ldap:` shares a few.',
      ja: 'LDAP のディレクトリに問い合わせます。コロンの後のファイルに、サーバー、フィルター（`query_filter`）、答えとする属性（`result_attribute`）を書きます。ディレクトリにつながらないと、メールは一時的なエラーになります。接続はプロセスごとに作られるので、`proxy:ldap:` と書いて共有すると数を減らせます。',
    },
  },
  lmdb: {
    since: '2.11',
    name: 'source',
    suffixes: ['.lmdb'],
    writable: true,
    needs: 'LMDB',
    debianPackage: 'postfix-lmdb',
    manual: 'lmdb_table(5)',
    text: {
      en: 'Looks keys up in an indexed LMDB file, the successor of `hash` and `btree` where Berkeley DB is gone. Postfix reads only the `.lmdb` beside the text that you edit: run `postmap` (for aliases `postalias`) after each change. Several processes may write to it at once, so caches need no `proxy:`. Other programs must not open the file with LMDB itself: the locks are those of Postfix.',
      ja: '索引付きの LMDB ファイルから検索します。Berkeley DB のないシステムで、`hash` と `btree` の代わりになるものです。Postfix が読むのは、編集するテキストの隣の `.lmdb` だけなので、変更のたびに `postmap`（エイリアスなら `postalias`）を実行します。複数のプロセスが同時に書き込めるため、キャッシュに `proxy:` は要りません。ロックの方式が Postfix 独自なので、ほかのプログラムが LMDB でこのファイルを開いてはいけません。',
    },
  },
  memcache: {
    since: '2.9',
    name: 'client file',
    writable: true,
    manual: 'memcache_table(5)',
    text: {
      en: 'Asks a memcache server, mostly as a cache that several machines share. Whoever reaches the server can change the data, so Postfix refuses it for `alias_maps` and other tables that can run commands or name files. Without a `backup` table, what the server forgets is lost.',
      ja: 'memcache サーバーに問い合わせます。主に、複数のマシンで共有するキャッシュに使います。サーバーに接続できる人は誰でもデータを変えられるため、コマンドの実行やファイルの指定ができる `alias_maps` などでは、Postfix が使用を拒否します。`backup` のテーブルがなければ、サーバーが忘れたものは失われます。',
    },
  },
  mongodb: {
    since: '3.9',
    name: 'client file',
    needs: 'libmongoc',
    manual: 'mongodb_table(5)',
    text: {
      en: 'Asks a MongoDB database. The file after the colon gives the server (`uri`), the query in JSON (`query_filter`), and the field that is the answer (`result_attribute`). Write `proxy:mongodb:`, or every process of Postfix opens a connection of its own; the user `postfix` must then be able to read the file.',
      ja: 'MongoDB のデータベースに問い合わせます。コロンの後のファイルに、サーバー（`uri`）、JSON の問い合わせ（`query_filter`）、答えとするフィールド（`result_attribute`）を書きます。Postfix のプロセスがそれぞれ接続しないように、`proxy:mongodb:` と書きます。そのファイルは、利用者 `postfix` が読めなければなりません。',
    },
  },
  mysql: {
    name: 'client file',
    needs: 'MySQL',
    debianPackage: 'postfix-mysql',
    manual: 'mysql_table(5)',
    text: {
      en: 'Asks a MySQL or MariaDB database. The file after the colon holds the server, the login and the SQL `query`; it contains a password, so other users must not read it. On a busy server write `proxy:mysql:`, or there is a connection for every process. For lists such as `mydestination`, let the query ask for one key, never for the whole list.',
      ja: 'MySQL や MariaDB のデータベースに問い合わせます。コロンの後のファイルに、サーバー、ログイン、SQL の `query` を書きます。パスワードを含むので、ほかの利用者が読めないようにします。忙しいサーバーでは、接続がプロセスごとに増えないように `proxy:mysql:` と書きます。`mydestination` のような一覧では、一覧全体ではなく、一つのキーを調べる問い合わせにします。',
    },
  },
  netinfo: {
    name: 'network',
    needs: 'NetInfo',
    text: {
      en: 'Asks NetInfo, the directory of NeXTSTEP and old Mac OS X. The name is a NetInfo path. No current system has it.',
      ja: 'NeXTSTEP や昔の Mac OS X のディレクトリである NetInfo に問い合わせます。名前は NetInfo のパスです。今のシステムにはありません。',
    },
  },
  nis: {
    name: 'network',
    needs: 'NIS',
    text: {
      en: 'Asks NIS, the shared user database of older Unix networks. The name is that of the NIS map, such as `mail.aliases`. The default of `alias_maps` may name one; without NIS it does no harm but a warning, and setting `alias_maps` yourself ends that.',
      ja: '古い Unix のネットワークで利用者の情報を共有する NIS に問い合わせます。名前は `mail.aliases` のような NIS マップの名前です。`alias_maps` の初期値に含まれることがあります。NIS がなければ警告が出る程度で、`alias_maps` を自分で設定すれば出なくなります。',
    },
  },
  nisplus: {
    name: 'network',
    needs: 'NIS+',
    manual: 'nisplus_table(5)',
    text: {
      en: 'Asks NIS+, the successor of NIS on Solaris. The name is a query such as `[alias=%s];mail_aliases.org_dir.example.jp.:1`, with `;` where NIS+ has a comma. It is of use on old systems only.',
      ja: 'Solaris で NIS の後継だった NIS+ に問い合わせます。名前は `[alias=%s];mail_aliases.org_dir.example.jp.:1` のような問い合わせで、NIS+ のコンマの代わりに `;` と書きます。古いシステムでしか使いません。',
    },
  },
  pcre: {
    name: 'file',
    patterns: true,
    bracesSince: '3.7',
    needs: 'PCRE',
    debianPackage: 'postfix-pcre',
    manual: 'pcre_table(5)',
    text: {
      en: 'Compares the whole key with Perl-style patterns, from the top down; the first match wins. The file is read as it is, so no `postmap`; a running process notices changes only after `postfix reload`. Case does not matter unless the pattern ends in `/i`. Write `^` and `$` and `\\.`, or a pattern matches more than you think.',
      ja: 'キー全体を Perl 形式の正規表現と上から順に比べ、最初に一致したものを使います。ファイルはそのまま読まれるので `postmap` は要りません。動作中のプロセスに変更を反映するには `postfix reload` を実行します。末尾に `/i` を付けない限り、大文字と小文字を区別しません。`^` と `$` と `\\.` を省くと、思ったより多くのものに一致します。',
    },
  },
  pgsql: {
    since: '2.1',
    name: 'client file',
    needs: 'PostgreSQL',
    debianPackage: 'postfix-pgsql',
    manual: 'pgsql_table(5)',
    text: {
      en: 'Asks a PostgreSQL database. The file after the colon holds the server, the login and the SQL `query`, so other users must not read it. `proxy:pgsql:` keeps the number of connections small. Test it by `postmap -q user@example.jp pgsql:/etc/postfix/users.cf`.',
      ja: 'PostgreSQL のデータベースに問い合わせます。コロンの後のファイルに、サーバー、ログイン、SQL の `query` を書くので、ほかの利用者が読めないようにします。`proxy:pgsql:` と書くと接続の数を抑えられます。`postmap -q user@example.jp pgsql:/etc/postfix/users.cf` で試せます。',
    },
  },
  pipemap: {
    since: '3.0',
    name: 'tables',
    text: {
      en: 'Passes a key through several tables in turn: the result of the first is the key for the second, and so on. As soon as one finds nothing, nothing is found. Separate the tables by commas or blanks inside the braces.',
      ja: 'キーを複数のテーブルに順に通します。一つ目の結果が二つ目のキーになり、以下同様です。途中で見つからなければ、全体でも見つからなかったことになります。波かっこの中のテーブルは、コンマか空白で区切ります。',
    },
  },
  proxy: {
    since: '2.1',
    backports: ['2.0.1'],
    name: 'table',
    writable: true,
    manual: 'proxymap(8)',
    text: {
      en: 'Lets the service `proxymap` look keys up in the table behind it. Processes then share a few database connections, and those in a chroot reach what lies outside. The table must stand, with `proxy:`, in a parameter that `proxy_read_maps` lists (for a cache, `proxy_write_maps`), and the user `postfix` must be able to read its files. Where root rights would depend on the answer, Postfix opens the table directly.',
      ja: '後ろに書いたテーブルの検索を `proxymap` サービスに任せます。少数のデータベース接続を共有でき、chroot の中のプロセスからも外のテーブルを使えます。`proxy_read_maps`（キャッシュでは `proxy_write_maps`）に含まれるパラメータに `proxy:` 付きで書かれたテーブルでなければならず、そのファイルは利用者 `postfix` が読めなければなりません。答えが root 権限に関わる場合は、Postfix がテーブルを直接開きます。',
    },
  },
  randmap: {
    since: '3.0',
    name: 'values',
    text: {
      en: 'Answers every key with one of its values, chosen at random: `randmap:{ smtp1:, smtp2: }`. To have a value come up more often, write it several times. In `sender_dependent_default_transport_maps` it spreads outgoing mail over several services.',
      ja: '`randmap:{ smtp1:, smtp2: }` のように値を並べると、どのキーにも、そのどれか一つを無作為に選んで答えます。同じ値を何度も書けば、それだけ選ばれやすくなります。`sender_dependent_default_transport_maps` に使うと、外へのメールを複数のサービスに分散できます。',
    },
  },
  regexp: {
    name: 'file',
    patterns: true,
    bracesSince: '3.7',
    manual: 'regexp_table(5)',
    text: {
      en: 'Compares the whole key with POSIX regular expressions, from the top down; the first match wins. It needs no `postmap` and no extra package, but `pcre` is often faster and can do more. A running process notices changes only after `postfix reload`. Case does not matter unless the pattern ends in `/i`.',
      ja: 'キー全体を POSIX の正規表現と上から順に比べ、最初に一致したものを使います。`postmap` も追加のパッケージも要りませんが、`pcre` のほうがたいてい速く、できることも多くなります。動作中のプロセスに変更を反映するには `postfix reload` を実行します。末尾に `/i` を付けない限り、大文字と小文字を区別しません。',
    },
  },
  sdbm: {
    since: '2.2',
    name: 'source',
    suffixes: ['.dir', '.pag'],
    needs: 'SDBM',
    text: {
      en: 'Looks keys up in hashed files, a pair of them, like `dbm`. Postfix must have been built with the SDBM library, which is rare. Where `postconf -m` lists `hash`, `lmdb` or `cdb`, there is no reason to prefer it.',
      ja: '`dbm` と同じく、二つで一組のハッシュ形式のファイルから検索します。SDBM ライブラリ付きでビルドされた Postfix が必要ですが、あまりありません。`postconf -m` に `hash`、`lmdb`、`cdb` のどれかがあれば、あえて選ぶ理由はありません。',
    },
  },
  socketmap: {
    since: '2.10',
    name: 'socketmap',
    manual: 'socketmap_table(5)',
    text: {
      en: 'Asks a program by the socketmap protocol of Sendmail, such as `postfix-mta-sts-resolver` for TLS policies. Postfix asks for the whole key only. Neither side proves who it is, so Postfix refuses it for `alias_maps` and other sensitive tables.',
      ja: 'Sendmail の socketmap プロトコルで、プログラムに問い合わせます。TLS ポリシーを答える `postfix-mta-sts-resolver` などがあります。Postfix はキー全体だけを問い合わせます。互いに身元を確かめないため、`alias_maps` などの重要なテーブルでは Postfix が使用を拒否します。',
    },
  },
  sqlite: {
    since: '2.8',
    name: 'client file',
    needs: 'SQLite',
    debianPackage: 'postfix-sqlite',
    manual: 'sqlite_table(5)',
    text: {
      en: 'Looks keys up in an SQLite database file, without a server. The file after the colon is not the database: it names it (`dbpath`) and holds the SQL `query`. Postfix only reads the database, so another program may maintain it.',
      ja: 'サーバーなしで、SQLite のデータベースファイルから検索します。コロンの後のファイルはデータベースではなく、その場所（`dbpath`）と SQL の `query` を書いたものです。Postfix は読むだけなので、データベースの管理は別のプログラムで行えます。',
    },
  },
  static: {
    name: 'text',
    bracesSince: '3.0',
    text: {
      en: 'Answers every key with its own name: `static:all` always gives `all`. It stands where a table is asked for but one answer is enough, as in `virtual_uid_maps = static:5000`. Text with blanks goes into braces, from 3.0.',
      ja: 'どのキーにも、書いた名前をそのまま答えます。`static:all` なら答えは常に `all` です。`virtual_uid_maps = static:5000` のように、テーブルが必要でも答えが一つでよい所に使います。空白を含む文字列は波かっこで囲みます（3.0 以降）。',
    },
  },
  tcp: {
    since: '2.7',
    name: 'server',
    manual: 'tcp_table(5)',
    text: {
      en: 'Asks a program over TCP, line by line, by a simple protocol of Postfix. Postfix asks for the whole key only; replies have at most 4096 characters. The connection is not protected, so Postfix refuses it for `alias_maps` and other sensitive tables. Some tools for SRS use it.',
      ja: 'Postfix 独自の簡単なプロトコルで、TCP を通じて1行ずつプログラムに問い合わせます。Postfix はキー全体だけを問い合わせ、応答は4096文字までです。通信が保護されないため、`alias_maps` などの重要なテーブルでは Postfix が使用を拒否します。SRS のツールなどで使われます。',
    },
  },
  texthash: {
    since: '2.8',
    name: 'file',
    text: {
      en: 'Reads the same text as `hash`, but without `postmap`: the file is loaded into memory when a process starts. A process never notices later changes, so run `postfix reload`. Good for small tables that change rarely; a big one costs every process time and memory.',
      ja: '`hash` と同じ形式のテキストを、`postmap` なしで使います。ファイルはプロセスの起動時にメモリーへ読み込まれます。その後の変更には気付かないので、`postfix reload` を実行します。小さくてあまり変わらないテーブルに向きます。大きいと、プロセスごとに時間とメモリーを使います。',
    },
  },
  unionmap: {
    since: '3.0',
    name: 'tables',
    text: {
      en: 'Asks several tables with the same key, and joins all that they find, with commas. A list of tables in a parameter is different: there the first one that finds something wins. If one of the tables fails, so does the whole lookup.',
      ja: '同じキーで複数のテーブルを検索し、見つかったものをすべてコンマでつなげて返します。パラメータにテーブルを並べた場合とは違います。そちらでは、最初に見つかったものだけが使われます。どれか一つのテーブルがエラーになると、全体もエラーになります。',
    },
  },
  unix: {
    name: 'system',
    text: {
      en: "Looks keys up among the accounts (`unix:passwd.byname`) or groups (`unix:group.byname`) of the system. With `local_recipient_maps` it tells which users exist. A process in a chroot does not see the system's files; that is why the default says `proxy:unix:passwd.byname`.",
      ja: 'システムのアカウント（`unix:passwd.byname`）かグループ（`unix:group.byname`）から検索します。`local_recipient_maps` では、利用者が存在するかどうかを調べるのに使います。chroot の中のプロセスからはシステムのファイルが見えないため、初期値は `proxy:unix:passwd.byname` となっています。',
    },
  },
};

/** The type of that name in any version. */
export function tableTypeNamed(type: string): TableType | undefined {
  const facts = Object.hasOwn(TABLE_TYPES, type) ? TABLE_TYPES[type] : undefined;
  return facts && { type, ...facts };
}

/** The types that a version of Postfix may have; what it is built with decides further. */
export function tableTypesOf(version: PostfixVersion): TableType[] {
  return Object.entries(TABLE_TYPES)
    .filter(([, facts]) => existsIn(facts, version))
    .map(([type, facts]) => ({ type, ...facts }));
}
