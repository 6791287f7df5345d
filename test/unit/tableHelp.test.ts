import assert from 'node:assert/strict';
import { tableHelp, tableTypeHelp } from '../../server/src/engine/help/tableHelp';
import { TABLE_CLIENTS } from '../../server/src/engine/knowledge/tableClients';
import { TABLE_TYPES, tableTypeNamed, tableTypesOf } from '../../server/src/engine/knowledge/tableTypes';
import type { Locale } from '../../server/src/engine/locale';
import { splitList } from '../../server/src/engine/syntax/list';
import { parseLookupTable } from '../../server/src/engine/syntax/lookupTable';
import { type CheckOptions, configurationOf } from '../check';

/** The help of the first table in the last entry of a main.cf. */
function helpOf(mainCf: string, options: CheckOptions & { readonly parameter?: string } = {}): string {
  const configuration = configurationOf({ 'main.cf': mainCf }, options);
  const entry = configuration.main?.entries.at(-1);
  assert.ok(entry);
  const [element] = splitList(entry.value);
  const table = element && parseLookupTable(element);
  assert.ok(table);
  const locale: Locale = options.locale ?? 'en';
  return tableHelp(configuration, table, { locale, parameter: options.parameter ?? entry.name.text ?? '' }) ?? '';
}

const has = (help: string, ...parts: string[]) => {
  for (const part of parts) assert.ok(help.includes(part), `${part}\n\n${help}`);
};
const lacks = (help: string, part: string) => assert.ok(!help.includes(part), `${part}\n\n${help}`);

describe('tableHelp', () => {
  it('says what the name is, and what to run after a change', () => {
    const help = helpOf('transport_maps = hash:/etc/postfix/transport\n');
    has(
      help,
      '**hash** — Lookup table, in every Postfix since 2.0',
      '- `/etc/postfix/transport` is the text that you edit; Postfix reads `/etc/postfix/transport.db`.',
      '- Postfix must be built with Berkeley DB',
      'After each change, run:\n```sh\npostmap hash:/etc/postfix/transport\n```',
      '[Manual: DATABASE_README](https://www.postfix.org/DATABASE_README.html#types)',
    );
    lacks(help, '⚠️');
    lacks(help, 'begins at the queue directory');
  });

  it('says it in Japanese', () => {
    has(
      helpOf('transport_maps = lmdb:/etc/postfix/transport\n', { locale: 'ja' }),
      '**lmdb** — ルックアップテーブル、Postfix 2.11 以降',
      '- `/etc/postfix/transport` は編集するテキストで、Postfix は `/etc/postfix/transport.lmdb` を読みます。',
      'Debian では `postfix-lmdb` パッケージを入れます。',
      '変更したら次を実行します:\n```sh\npostmap lmdb:/etc/postfix/transport\n```',
      '[マニュアル: lmdb_table(5)](https://www.postfix.org/lmdb_table.5.html)',
    );
  });

  it('expands what stands in the type and in the name', () => {
    const machine = { defaults: new Map([['default_database_type', 'lmdb']]) };
    has(
      helpOf('maps = /srv/maps\ntransport_maps = $default_database_type:$maps/transport\n', { machine }),
      '**lmdb**',
      'postmap lmdb:/srv/maps/transport\n',
    );
  });

  it('knows the tables that are built in another way', () => {
    has(helpOf('alias_maps = hash:/etc/aliases\n'), '\npostalias hash:/etc/aliases\n');
    has(helpOf('alias_database = lmdb:/etc/aliases\n'), '\npostalias lmdb:/etc/aliases\n');
    has(helpOf('tls_server_sni_maps = lmdb:/etc/postfix/sni\n'), '\npostmap -F lmdb:/etc/postfix/sni\n');
  });

  it('leaves caches to Postfix', () => {
    const cache = 'postscreen_cache_map = btree:/var/lib/postfix/postscreen_cache\n';
    has(helpOf(cache), '- Postfix writes this table by itself, to `/var/lib/postfix/postscreen_cache.db`');
    lacks(helpOf(cache), 'After each change');
    has(
      helpOf(cache, { locale: 'ja' }),
      'Postfix が自分で `/var/lib/postfix/postscreen_cache.db` に書き込むテーブルです。',
    );
  });

  it('names both files of a table that has two', () => {
    has(
      helpOf('transport_maps = dbm:/etc/postfix/t\n'),
      'Postfix reads `/etc/postfix/t.dir` and `/etc/postfix/t.pag`.',
    );
  });

  it('tells of tables that are read as they are', () => {
    const help = helpOf('header_checks = pcre:/etc/postfix/header_checks\n');
    has(help, '- `/etc/postfix/header_checks` is read as it is, without `postmap`.', 'package `postfix-pcre`');
    lacks(help, 'After each change');
  });

  it('tells where a relative path begins', () => {
    has(
      helpOf('transport_maps = texthash:transport\n'),
      '- A path without `/` in front begins at the queue directory for the daemons',
    );
    has(
      helpOf('transport_maps = hash:t\n', { locale: 'ja' }),
      'デーモンではキューディレクトリ、`postmap` では現在のディレクトリが起点',
    );
    lacks(helpOf('mynetworks = cidr:{ {10.0.0.0/8 OK} }\n'), 'queue directory');
  });

  it('tells what braces mean, by version', () => {
    const main = 'mynetworks = cidr:{ {10.0.0.0/8 OK} }\n';
    has(helpOf(main, { version: '3.7.11' }), '- The contents stand here in braces, each line in braces of its own.');
    has(helpOf(main, { version: '3.6' }), '- Before Postfix 3.7 this is taken for the name of a file.');
    const text = 'virtual_uid_maps = static:{ a b }\n';
    has(helpOf(text, { version: '3.7.11' }), 'are not part of the answer');
    has(helpOf(text, { version: '2.11', locale: 'ja' }), 'Postfix 3.0 より前では、波かっこも答えの一部になります。');
  });

  it('tells the file of a database client from settings in main.cf', () => {
    has(
      helpOf('virtual_mailbox_maps = mysql:/etc/postfix/users.cf\n'),
      '- `/etc/postfix/users.cf` holds the settings of the client',
      '(https://www.postfix.org/mysql_table.5.html)',
    );
    has(helpOf('virtual_mailbox_maps = mysql:users\n'), '- `users` is no path', '`users_`');
  });

  it('explains the tables inside, and what to run for them', () => {
    const help = helpOf('virtual_alias_maps = unionmap:{hash:/etc/postfix/a, proxy:lmdb:/etc/postfix/b, static:x}\n');
    has(
      help,
      '- `hash:/etc/postfix/a`: Looks keys up in an indexed Berkeley DB file.\n',
      '- `static:x`: Answers every key with its own name: `static:all` always gives `all`.\n',
      '```sh\npostmap hash:/etc/postfix/a\npostmap lmdb:/etc/postfix/b\n```',
    );
    has(helpOf('alias_maps = debug:hash:/etc/aliases\n', { version: '3.11' }), '\npostalias hash:/etc/aliases\n');
    has(
      helpOf('alias_maps = proxy:hash:/etc/aliases\n', { locale: 'ja' }),
      '- `hash:/etc/aliases`: 索引付きの Berkeley DB ファイルから検索します。\n',
      '(https://www.postfix.org/proxymap.8.html)',
    );
  });

  it('takes server and table of a socketmap apart', () => {
    has(
      helpOf('smtp_tls_policy_maps = socketmap:inet:127.0.0.1:8461:postfix\n'),
      '- `inet:127.0.0.1:8461` is the server, `postfix` the table to ask it for.',
    );
  });

  it('warns where the version does not have the type', () => {
    has(helpOf('transport_maps = lmdb:/x\n', { version: '2.10' }), '⚠️ Postfix 2.10 does not have this type.');
    has(
      helpOf('transport_maps = mongodb:/x\n', { version: '3.7.11', locale: 'ja' }),
      '⚠️ Postfix 3.7.11 にこの種類はありません。',
    );
  });

  it('quotes a name for the shell where that is needed', () => {
    has(helpOf('x = /a(b)\ntransport_maps = hash:$x\n'), "\npostmap hash:'/a(b)'\n");
  });

  it('knows nothing of other types', () => {
    assert.equal(helpOf('transport_maps = hsah:/etc/postfix/transport\n'), '');
    assert.equal(helpOf('transport_maps = toString:x\n'), '');
  });

  it('stays finite', () => {
    helpOf(`transport_maps = ${'debug:'.repeat(5_000)}hash:/x\n`);
  });
});

describe('tableTypeHelp', () => {
  it('explains a type by itself', () => {
    const help = tableTypeHelp('3.7.11', 'pcre', 'en') ?? '';
    has(help, '**pcre** — Lookup table, in every Postfix since 2.0', 'Perl-style patterns', 'package `postfix-pcre`');
    has(tableTypeHelp('3.7.11', 'debug', 'ja') ?? '', '⚠️ Postfix 3.7.11 にこの種類はありません。');
    assert.equal(tableTypeHelp('3.7.11', 'permit', 'en'), undefined);
  });
});

describe('table types', () => {
  it('are those of each version', () => {
    const names = (version: '2.0' | '3.7.11') => tableTypesOf(version).map(({ type }) => type);
    assert.ok(!names('2.0').includes('lmdb'));
    assert.ok(names('3.7.11').includes('lmdb'));
    assert.ok(!names('3.7.11').includes('mongodb'));
    assert.equal(tableTypeNamed('hash')?.suffixes?.[0], '.db');
  });

  it('with a file of settings have settings', () => {
    const clients = Object.keys(TABLE_TYPES).filter((type) => TABLE_TYPES[type]?.name === 'client file');
    assert.deepEqual(clients.sort(), Object.keys(TABLE_CLIENTS).sort());
  });
});
