import { type ListElement, listElements } from '../configuration/listElements';
import { tableTypeNamed } from '../knowledge/tableTypes';
import { rule } from './rule';

/** Tells of an alias table that newaliases(1) builds and no local(8) reads. */
export const unreadAliasDatabase = rule({
  id: 'unread-alias-database',
  severity: 'info',
  en: {
    title: 'Alias table that is built but not read',
    why: '`newaliases` builds the tables in `alias_database`; mail is delivered by those in `alias_maps`. Where the two differ, `newaliases` ends without an error, and the change that was made has no effect.',
    messages: {
      unread: ({ table, maps }: { table: string; maps: string }) =>
        `\`newaliases\` builds \`${table}\`, but mail is delivered by \`alias_maps\`, which has only ${maps}: changes there need \`postalias\`.`,
    },
  },
  ja: {
    title: '作られても読まれないエイリアステーブル',
    why: '`newaliases` が作るのは `alias_database` のテーブルで、配送に使われるのは `alias_maps` のテーブルです。二つが食い違っていると、`newaliases` はエラーにならず、変更も反映されません。',
    messages: {
      unread: ({ table, maps }) =>
        `\`newaliases\` は \`${table}\` を作りますが、配送に使う \`alias_maps\` にあるのは ${maps} だけです。そちらを変更したときは \`postalias\` が必要です。`,
    },
  },
  examples: [
    {
      before:
        'compatibility_level = 3.6\nalias_maps = hash:/etc/postfix/aliases\nalias_database = hash:/etc/aliases\n#                ^^^^^^^^^^^^^^^^^ unread-alias-database\n',
    },
    {
      before:
        'compatibility_level = 3.6\nalias_maps = hash:/etc/aliases, nis:mail.aliases\nalias_database = $alias_maps\n',
    },
    { before: 'compatibility_level = 3.6\nalias_maps =\nalias_database = hash:/etc/aliases\n' },
  ],
  check(configuration, report) {
    if (!configuration.mainEntries.has('alias_maps') || !configuration.mainEntries.has('alias_database')) return;
    const maps = listElements(configuration, 'alias_maps');
    const built = listElements(configuration, 'alias_database');
    if (!maps || !built) return;
    const read = new Set(maps.map(({ text }) => text.replace(/^proxy:/, '')));
    // A table that postalias(1) must build, and that newaliases(1) does not.
    const others = maps.filter((element) => isBuilt(element) && !built.some(({ text }) => text === element.text));
    if (others.length === 0) return;
    for (const element of built) {
      if (!isBuilt(element) || !element.at || read.has(element.text)) continue;
      const names = others.map(({ text }) => `\`${text}\``).join(', ');
      report({ at: element.at, message: 'unread', values: { table: element.text, maps: names } });
    }
  },
});

function isBuilt({ text }: ListElement): boolean {
  return tableTypeNamed(text.slice(0, text.indexOf(':')))?.suffixes !== undefined;
}
