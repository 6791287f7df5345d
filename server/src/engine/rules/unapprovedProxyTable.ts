import type { Configuration } from '../configuration/configuration';
import { effectiveValue } from '../configuration/effective';
import type { ListElement } from '../configuration/listElements';
import { restrictionLists } from '../configuration/restrictionLists';
import { textOf } from '../syntax/logicalLine';
import { isGarbled } from './garbled';
import { atEnd } from './listEdits';
import { once } from './once';
import { tableSettings, type WrittenTable } from './openedTables';
import { rule } from './rule';
import { servicesRunning } from './servicesByProgram';

/** Reports tables behind `proxy:` that proxymap(8) refuses: "request for unapproved table" (proxy_map_find). */
export const unapprovedProxyTable = rule({
  id: 'unapproved-proxy-table',
  severity: 'error',
  en: {
    title: 'Table behind proxy that proxymap may not open',
    why: 'proxymap(8) opens only the tables that stand, with `proxy:`, in the value of `proxy_read_maps`. By default that names the usual parameters of main.cf, but no restriction class and nothing that `-o` sets in master.cf, and a list of your own replaces all of it. The program that asks for another table ends with a fatal error.',
    messages: {
      unapproved: ({ table, name }: { table: string; name: string }) =>
        `\`proxy_read_maps\` does not include \`${table}\`, so proxymap(8) refuses it. The programs that read \`${name}\` end with a fatal error.`,
      add: () => 'Add it to `proxy_read_maps`',
    },
  },
  ja: {
    title: 'proxymap が開けない proxy のテーブル',
    why: 'proxymap(8) が開くのは、`proxy_read_maps` の値に `proxy:` 付きで含まれるテーブルだけです。初期値には main.cf の主なパラメータが並んでいますが、制限クラスや、master.cf の `-o` で設定したものは含まれません。自分で設定した値は、初期値のすべてを置き換えます。ほかのテーブルを求めたプログラムは異常終了します。',
    messages: {
      unapproved: ({ table, name }) =>
        `\`proxy_read_maps\` に \`${table}\` が含まれないため、proxymap(8) に拒否され、\`${name}\` を読むプログラムが異常終了します。`,
      add: () => '`proxy_read_maps` に加える',
    },
  },
  examples: [
    {
      before:
        'proxy_read_maps = $virtual_mailbox_maps\nvirtual_mailbox_maps = proxy:ldap:/etc/postfix/users.cf\nvirtual_alias_maps = proxy:ldap:/etc/postfix/aliases.cf\n#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unapproved-proxy-table\n',
      after:
        'proxy_read_maps = $virtual_mailbox_maps, proxy:ldap:/etc/postfix/aliases.cf\nvirtual_mailbox_maps = proxy:ldap:/etc/postfix/users.cf\nvirtual_alias_maps = proxy:ldap:/etc/postfix/aliases.cf\n',
      proof: {
        by: 'postfix',
        recipient: 'root@localhost',
        says: 'request for unapproved table: "ldap:/etc/postfix/aliases.cf"',
      },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_restriction_classes = staff\nstaff = check_sender_access proxy:ldap:/etc/postfix/staff.cf\n#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unapproved-proxy-table\nsmtpd_client_restrictions = staff\n-- master.cf --\nsmtp inet n - n - - smtpd\nproxymap unix - - n - - proxymap\n',
      proof: {
        by: 'postfix',
        client: ['EHLO client.example.org'],
        says: 'proxymap service is not configured for table "ldap:/etc/postfix/staff.cf"',
      },
    },
    {
      before:
        'compatibility_level = 3.6\nsmtpd_client_restrictions = check_client_access proxy:ldap:/etc/postfix/clients.cf\nvirtual_uid_maps = proxy:ldap:/etc/postfix/uids.cf\nproxy_read_maps = $virtual_alias_maps $smtpd_client_restrictions\nvirtual_alias_maps = proxy:ldap:/etc/postfix/aliases.cf\n',
    },
  ],
  check(configuration, report) {
    const candidates = proxyTables(configuration);
    if (candidates.length === 0) return;
    const approved = approvedTables(configuration);
    if (!approved) return;
    const list = configuration.mainEntries.get(READ_MAPS);
    const isFirst = once();
    for (const { element, name } of candidates) {
      const { at, text } = element;
      if (approved.has(tableKey(text)) || !isFirst(at)) continue;
      report({
        at,
        message: 'unapproved',
        values: { table: text, name },
        fixes: list ? [{ title: 'add', values: {}, edits: [atEnd(list, text)], safe: false }] : [],
      });
    }
  },
});

const READ_MAPS = 'proxy_read_maps';
const PROXY = /^(?:proxy:)+/;

/** The programs that read only these open the table themselves, since root rights depend on the answer. */
const OPENED_DIRECTLY: ReadonlySet<string> = new Set([
  'alias_maps',
  'mailbox_command_maps',
  'virtual_gid_maps',
  'virtual_uid_maps',
]);

interface Candidate {
  readonly element: WrittenTable;
  /** The parameter or restriction class that names it. */
  readonly name: string;
}

/** The tables behind `proxy:` that are opened for reading. */
function proxyTables(configuration: Configuration): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const add = (name: string, elements: readonly ListElement[]) => {
    for (const element of elements) if (isProxyTable(element)) candidates.push({ element, name });
  };
  for (const { facts, elements } of tableSettings(configuration)) {
    // A cache is written to: proxy_write_maps is for that.
    if (facts.holds !== 'cache database' && !OPENED_DIRECTLY.has(facts.name)) add(facts.name, elements);
  }
  for (const { name, entry, elements } of restrictionLists(configuration)) if (!isGarbled(entry)) add(name, elements);
  return candidates;
}

function isProxyTable(element: ListElement): element is WrittenTable {
  const { at, text } = element;
  return PROXY.test(text) && !text.includes('{') && at !== undefined && textOf(at) === text;
}

/** The tables in `proxy_read_maps`; undefined where its value is not known. */
function approvedTables(configuration: Configuration): ReadonlySet<string> | undefined {
  if (!configuration.main) return undefined;
  const tables = new Set<string>();
  // Without the service, another mistake keeps every table from being opened.
  for (const service of servicesRunning(configuration, 'proxymap')) {
    if (service && textOf(service.service) !== 'proxymap') continue;
    const value = effectiveValue(configuration, READ_MAPS, service)?.expanded;
    if (value === undefined) return undefined;
    for (const [table] of value.matchAll(/(?:proxy:)+[^\s,{}]+/g)) tables.add(tableKey(table));
    return tables;
  }
  return undefined;
}

/** Type and file name: the directory may be written as `$config_directory`, which is not known for certain. */
function tableKey(text: string): string {
  const table = text.replace(PROXY, '');
  return `${table.slice(0, table.indexOf(':'))}:${table.slice(table.lastIndexOf('/') + 1)}`;
}
