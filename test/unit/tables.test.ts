import assert from 'node:assert/strict';
import type { LookupResult } from '../../server/src/engine/access/lookupResult';
import { openTable } from '../../server/src/engine/access/tables';
import { createConfiguration, type TextFile } from '../../server/src/engine/configuration/configuration';
import type { PostfixVersion } from '../../server/src/engine/knowledge/version';
import { parseMainCf } from '../../server/src/engine/syntax/mainCf';

/** Opens a table; its file is `/t`. */
function opened(table: string, text?: string, version: PostfixVersion = '3.7.11') {
  const files = new Map<string, TextFile>(text === undefined ? [] : [['/t', { text }]]);
  files.set('/etc/passwd', { text: 'root:x:0:0:root:/root:/bin/sh\nbob:x:1000:1000::/home/bob:/bin/sh\n' });
  const machine = { readFile: (file: string) => files.get(file) };
  const main = parseMainCf('alias_maps = hash:/t\n');
  return openTable(createConfiguration({ main, version, machine }), table);
}

function said(result: LookupResult): string {
  return result.kind === 'found' ? `= ${result.value}` : result.kind;
}

const find = (table: string, key: string, text?: string, version?: PostfixVersion) =>
  said(opened(table, text, version).find(key));

describe('lookup tables', () => {
  it('are read from what postmap(1) reads', () => {
    const text = '# a comment\nExample.com OK\n  and more\n\nexample.com REJECT\n"a b" x\nunfinished\n';
    assert.equal(find('btree:/t', 'EXAMPLE.com', text), '= OK  and more');
    assert.equal(find('btree:/t', '"a b"', text), '= x');
    assert.equal(find('btree:/t', 'unfinished', text), 'none');
    assert.deepEqual(opened('btree:/t', text).find('example.com'), {
      kind: 'found',
      value: 'OK  and more',
      at: { file: '/t', line: 1 },
    });
    assert.equal(find('btree:/elsewhere', 'a'), 'unknown');
    assert.equal(find('btree:t', 'a', text), 'unknown');
  });

  it('are read as aliases where alias_maps names them', () => {
    assert.equal(find('hash:/t', 'Root', 'root: bob\n'), '= bob');
    assert.equal(find('lmdb:/t', 'root', 'root: bob\n'), 'none');
  });

  it('fail where texthash has a key twice', () => {
    assert.equal(find('texthash:/t', 'b', 'a 1\nb 2\nA 3\n'), 'error');
    assert.equal(find('texthash:/t', 'b', 'a 1\nb 2\nA 3\n', '2.11'), '= 2');
  });

  it('of networks stop at the first that has the address', () => {
    const text =
      '!10.0.0.0/8 foreign\nif 10.1.0.0/16\n10.1.2.3 one\n10.0.0.0/7 two\nendif\n10.0.0.1/8 host bits\n::/0 six\n';
    assert.equal(find('cidr:/t', '192.0.2.1', text), '= foreign');
    assert.equal(find('cidr:/t', '10.1.2.3', text), '= one');
    assert.equal(find('cidr:/t', '10.1.2.4', text), '= two');
    assert.equal(find('cidr:/t', '10.2.2.4', text), 'none');
    assert.equal(find('cidr:/t', '2001:db8::1', text), '= six');
    assert.equal(find('cidr:/t', 'example.com', text), 'none');
  });

  it('of patterns put in what the groups match', () => {
    assert.equal(find('regexp:/t', 'Bob@Example.com', '/^(.*)@example\\.com$/ REJECT $1\n'), '= REJECT Bob');
    assert.equal(find('regexp:/t', 'a', '/*/ broken\n/(a)/ $2\n/a/i $$1\n'), '= $1');
    assert.equal(find('pcre:/t', 'a-b', 'if /a/\n/(?!a)(b|.b)$/ ${1}x\nendif\n'), '= -bx');
    assert.equal(find('pcre:/t', 'aa', '/(a)\\1/ backreference\n'), 'unknown');
    assert.equal(find('pcre:/t', `${'a'.repeat(200)}!`, '/^(a+)+$/ never\n'), 'none');
    // POSIX takes the longest match; which group has what then is not certain.
    assert.equal(find('regexp:/t', 'abc', '/(a|ab)(c|bcd)?/ $1\n'), 'unknown');
  });

  it('of patterns are not asked for parts', () => {
    assert.equal(said(opened('regexp:/t', '/com/ OK\n').find('com', true)), 'none');
    assert.equal(said(opened('regexp:/elsewhere').find('com', true)), 'none');
    assert.equal(said(opened('unionmap:{inline:{a=b},regexp:{{/com/ OK}}}').find('com', true)), '= OK');
  });

  it('may stand in main.cf', () => {
    assert.equal(find('inline:{a=1, {B = c d}}', 'b'), '= c d');
    assert.equal(find('inline:{}', 'b'), 'error');
    assert.equal(find('inline:{a=}', 'a'), 'error');
    assert.equal(said(opened('inline:{a=}').get('a')), '= ');
    assert.equal(find('static:{a b}', 'x'), '= a b');
    assert.equal(find('randmap:{a, a}', 'x'), '= a');
    assert.equal(find('randmap:{a, b}', 'x'), 'unknown');
    assert.equal(find('pipemap:{inline:{a=b},inline:{b=c}}', 'a'), '= c');
    assert.equal(find('unionmap:{static:a,fail:x}', 'x'), 'error');
    assert.equal(find('regexp:{{/a/ b}}', 'a', undefined, '3.6'), 'error');
  });

  it('of servers are not known, those of no type fail', () => {
    assert.equal(find('mysql:/t', 'a'), 'unknown');
    assert.equal(find('proxy:ldap:/t', 'a'), 'unknown');
    assert.equal(find('hush:/t', 'a'), 'error');
    assert.equal(find('nothing', 'a'), 'error');
  });

  it('of the system are what the file says', () => {
    assert.equal(find('proxy:unix:passwd.byname', 'Bob'), '= bob:x:1000:1000::/home/bob:/bin/sh');
    assert.equal(find('unix:passwd.byname', 'eve'), 'none');
    assert.equal(find('unix:group.byname', 'root'), 'unknown');
  });

  it('tell what they may say of a host name', () => {
    const values = (table: string, text?: string) =>
      opened(table, text)
        .valuesForNames()
        ?.map(({ value }) => value);
    assert.deepEqual(values('btree:/t', 'unknown REJECT\n10.0.0.1 OK\na@b.c x\n.example.com OK\n'), ['REJECT', 'OK']);
    assert.deepEqual(values('cidr:/t', '::/0 six\n'), []);
    assert.deepEqual(values('regexp:/t', '/(a)/ REJECT $1\n/[/ x\n'), ['REJECT ']);
    assert.equal(values('regexp:/t', '/(a)/ $1\n'), undefined);
    assert.equal(values('btree:/elsewhere'), undefined);
  });

  it('of 100,000 lines are read at once', () => {
    const text = Array.from({ length: 100_000 }, (_, i) => `user${i}@example.com REJECT ${i % 7}\n`).join('');
    const start = performance.now();
    const table = opened('btree:/t', text);
    assert.equal(said(table.find('user99999@example.com')), '= REJECT 4');
    // A tenth of that, where nothing disturbs.
    assert.ok(performance.now() - start < 5_000);
  });
});
