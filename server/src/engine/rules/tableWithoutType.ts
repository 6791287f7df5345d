import type { Configuration } from '../configuration/configuration';
import { expandedValue } from '../configuration/effective';
import { tableTypeNamed } from '../knowledge/tableTypes';
import { isSince } from '../knowledge/version';
import { sliceOf } from '../syntax/logicalLine';
import { isOnOneLine } from './listEdits';
import { tableSettings, type WrittenTable } from './openedTables';
import { isPlaceholder } from './placeholder';
import { rule } from './rule';

/** Reports tables without a type, or without a name: "expecting type:name form" (dict_open(3)). */
export const tableWithoutType = rule({
  id: 'table-without-type',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Lookup table without a type',
    why: 'A lookup table is written `type:name` without blanks: `hash:/etc/postfix/virtual`, `regexp:/etc/postfix/header_checks`. There is no type by default here; only postmap(1), postalias(1) and `alias_database` have one. The programs that read the parameter end with a fatal error, and from Postfix 3.12 every lookup fails.',
    messages: {
      noType: ({ text, programs }: Finding) =>
        `\`${text}\` has no type. Write \`type:name\`, or ${programs} will end with a fatal error.`,
      noName: ({ text, programs }: Finding) =>
        `\`${text}\` has no name. Write \`type:name\` without a blank, or ${programs} will end with a fatal error.`,
      fails: ({ text }: Finding) =>
        `\`${text}\` does not have the form \`type:name\`: every lookup fails, and mail is deferred.`,
      change: ({ meant }: { meant: string }) => `Change to \`${meant}\``,
    },
  },
  ja: {
    title: 'タイプのないルックアップテーブル',
    why: 'ルックアップテーブルは `hash:/etc/postfix/virtual` や `regexp:/etc/postfix/header_checks` のように、空白を入れずに `タイプ:名前` と書きます。タイプを省けるのは postmap(1)、postalias(1)、`alias_database` だけで、ここでは省けません。パラメータを読むプログラムは異常終了し、Postfix 3.12 以降では検索がすべて失敗します。',
    messages: {
      noType: ({ text, programs }) =>
        `\`${text}\` にタイプがありません。\`タイプ:名前\` と書かないと、${programs} が異常終了します。`,
      noName: ({ text, programs }) =>
        `\`${text}\` に名前がありません。空白を入れずに \`タイプ:名前\` と書かないと、${programs} が異常終了します。`,
      fails: ({ text }) =>
        `\`${text}\` は \`タイプ:名前\` の形ではないため、検索がすべて失敗し、メールは保留されます。`,
      change: ({ meant }) => `\`${meant}\` に変更`,
    },
  },
  examples: [
    {
      before:
        'virtual_alias_maps = /etc/postfix/virtual\n#                    ^^^^^^^^^^^^^^^^^^^^ table-without-type\n',
      after: 'virtual_alias_maps = hash:/etc/postfix/virtual\n',
      proof: { by: 'postfix', recipient: 'root@localhost', says: 'expecting "type:name" form instead of' },
    },
    {
      before:
        'transport_maps = hash: /etc/postfix/transport\n#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ table-without-type\n',
      after: 'transport_maps = hash:/etc/postfix/transport\n',
      proof: { by: 'postfix', recipient: 'root@localhost', says: 'expecting "type:name" form instead of "hash:"' },
    },
    {
      before:
        'header_checks = pcre:/etc/postfix/first, /etc/postfix/second\n#                                        ^^^^^^^^^^^^^^^^^^^ table-without-type\n',
      after: 'header_checks = pcre:/etc/postfix/first, regexp:/etc/postfix/second\n',
    },
    {
      before:
        'alias_database = /etc/aliases\nalias_maps = static:root, inline:{ info=taro }\nsmtp_sasl_password_maps = /etc/postfix/passwords\n',
    },
  ],
  check(configuration, report) {
    const isFatal = !isSince(configuration.version, '3.12');
    for (const { facts, elements } of tableSettings(configuration)) {
      // A word without a type is a domain there.
      if (facts.holds === 'domain match list') continue;
      const programs = facts.usedBy.filter((program) => program !== 'proxymap').map((program) => `${program}(8)`);
      for (let i = 0; i < elements.length; i++) {
        const element = elements[i] as WrittenTable;
        const { text, at } = element;
        const colon = text.indexOf(':');
        if ((colon > 0 && colon < text.length - 1) || isPlaceholder(text)) continue;
        const next = elements[i + 1];
        const name = colon > 0 && next && !next.text.includes(':') && next.at.line === at.line ? next : undefined;
        const place = name ? sliceOf(at.line, at.start, name.at.end) : at;
        const joined = isOnOneLine(place) ? text + name?.text : undefined;
        const meant = name ? joined : meantTable(element, facts.name, configuration);
        report({
          at: place,
          message: isFatal ? (colon < 0 ? 'noType' : 'noName') : 'fails',
          values: { text, programs: programs.join(', ') },
          fixes:
            meant === undefined
              ? []
              : [
                  {
                    title: 'change',
                    values: { meant },
                    edits: [{ at: place, newText: meant }],
                    safe: name !== undefined && tableTypeNamed(text.slice(0, colon)) !== undefined,
                  },
                ],
        });
        if (name) i++;
      }
    }
  },
});

interface Finding {
  readonly text: string;
  readonly programs: string;
}

/** The table with the type that its file most likely has. */
function meantTable({ text }: WrittenTable, parameter: string, configuration: Configuration): string | undefined {
  if (/^[0-9]+$/.test(text) && /_[ug]id_maps$/.test(parameter)) return `static:${text}`;
  if (!text.startsWith('/')) return undefined;
  const ending = /\.(\w+)$/.exec(text)?.[1] ?? '';
  if (tableTypeNamed(ending)?.patterns) return `${ending}:${text}`;
  if (parameter.endsWith('_checks')) return `regexp:${text}`;
  // What a `.cf` file is for, its name does not tell.
  return ending === 'cf' ? undefined : `${expandedValue(configuration, 'default_database_type') || 'hash'}:${text}`;
}
