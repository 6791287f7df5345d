import { type TableType, tableTypeNamed } from '../knowledge/tableTypes';
import { textOf } from '../syntax/logicalLine';
import { type LookupTable, parseLookupTable } from '../syntax/lookupTable';
import { tableSettings } from './openedTables';
import { rule } from './rule';

/** Reports header and body checks in a table that knows no patterns: the key is a whole line (header_checks(5)). */
export const indexedChecks = rule({
  id: 'indexed-checks',
  severity: 'warning',
  isLocal: true,
  en: {
    title: 'Header or body checks in a table without patterns',
    why: 'Header and body checks look up whole lines, such as `Subject: Hello`, one after the other. A table of type `hash`, `lmdb` or the like finds a key only where it equals the line, so it hardly ever matches, and Postfix says nothing. Use `regexp` or `pcre`: they need no `postmap`.',
    messages: {
      exact: ({ type, parameter }: { type: string; parameter: string }) =>
        `\`${parameter}\` looks up whole lines, and a \`${type}\` table knows no patterns, so it hardly ever finds one. Use \`regexp\` or \`pcre\`.`,
      change: () => 'Change to `regexp`',
    },
  },
  ja: {
    title: 'パターンの使えないテーブルによるヘッダーや本文の検査',
    why: 'ヘッダーや本文の検査では、`Subject: Hello` のような行全体を1行ずつ検索します。`hash` や `lmdb` などのテーブルはキーが行と完全に同じときしか見つけないため、まず一致せず、Postfix は何も言いません。`regexp` か `pcre` を使ってください。`postmap` は要りません。',
    messages: {
      exact: ({ type, parameter }) =>
        `\`${parameter}\` は行全体を検索しますが、\`${type}\` のテーブルではパターンを使えないため、まず一致しません。\`regexp\` か \`pcre\` を使ってください。`,
      change: () => '`regexp` に変更',
    },
  },
  examples: [
    {
      before: 'header_checks = hash:/etc/postfix/header_checks\n#               ^^^^ indexed-checks\n',
      after: 'header_checks = regexp:/etc/postfix/header_checks\n',
    },
    {
      before:
        'smtp_header_checks = pcre:/etc/postfix/out, proxy:lmdb:/etc/postfix/more\n#                                                 ^^^^ indexed-checks\n',
      after: 'smtp_header_checks = pcre:/etc/postfix/out, proxy:regexp:/etc/postfix/more\n',
    },
    {
      before:
        'body_checks = regexp:/etc/postfix/body_checks, mysql:/etc/postfix/lines.cf\nvirtual_alias_maps = hash:/etc/postfix/virtual\n',
    },
  ],
  check(configuration, report) {
    for (const { facts, elements } of tableSettings(configuration)) {
      if (!facts.name.endsWith('_checks')) continue;
      for (const { at } of elements) {
        const table = parseLookupTable(at);
        const inner = table && innermost(table);
        const type = inner && tableTypeNamed(textOf(inner.type));
        if (!inner || !type || !isIndexed(type)) continue;
        report({
          at: inner.type,
          message: 'exact',
          values: { type: type.type, parameter: facts.name },
          fixes: [{ title: 'change', values: {}, edits: [{ at: inner.type, newText: 'regexp' }], safe: false }],
        });
      }
    }
  },
});

/** The table behind `proxy:`. */
function innermost(table: LookupTable): LookupTable {
  const [behind] = textOf(table.type) === 'proxy' ? table.tables : [];
  return behind ? innermost(behind) : table;
}

/** Whether people write its keys, one to a line, and none of them is a pattern. */
function isIndexed({ name, patterns }: TableType): boolean {
  return (name === 'source' || name === 'file') && !patterns;
}
