import assert from 'node:assert/strict';
import { splitLogicalLines, textOf, wholeLine } from '../../server/src/engine/syntax/logicalLine';
import { type LookupTable, parseAccessTable, parseLookupTable } from '../../server/src/engine/syntax/lookupTable';

function sliceOfText(text: string) {
  const [line] = splitLogicalLines({ kind: 'main.cf', text }).lines;
  assert.ok(line);
  return wholeLine(line);
}

const show = (table: LookupTable | undefined): unknown =>
  table && [textOf(table.type), textOf(table.name), ...table.tables.map(show)];

describe('parseLookupTable', () => {
  const cases: Record<string, unknown> = {
    'hash:/etc/aliases': ['hash', '/etc/aliases'],
    'proxy:mysql:/etc/users.cf': ['proxy', 'mysql:/etc/users.cf', ['mysql', '/etc/users.cf']],
    'proxy:x': ['proxy', 'x'],
    'pipemap:{hash:/a, proxy:ldap:b}': [
      'pipemap',
      '{hash:/a, proxy:ldap:b}',
      ['hash', '/a'],
      ['proxy', 'ldap:b', ['ldap', 'b']],
    ],
    'unionmap:{ static:{a, b} inline:{ x=y } }': [
      'unionmap',
      '{ static:{a, b} inline:{ x=y } }',
      ['static', '{a, b}'],
      ['inline', '{ x=y }'],
    ],
    'pipemap:{hash:/a': ['pipemap', '{hash:/a'],
    'inline:{ { a = b c }, d=e }': ['inline', '{ { a = b c }, d=e }'],
    ':': ['', ''],
    '/etc/aliases': undefined,
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(text, () => assert.deepEqual(show(parseLookupTable(sliceOfText(text))), expected));
  }
});

describe('parseAccessTable', () => {
  const cases: Record<string, unknown> = {
    'cidr:/a': ['cidr', '/a'],
    '{ hash:/a, search_order = sender }': ['hash', '/a'],
    '{ }': undefined,
    '{permit}': undefined,
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(text, () => assert.deepEqual(show(parseAccessTable(sliceOfText(text))), expected));
  }
});
