import type { Configuration } from '../configuration/configuration';
import type { ListElement } from '../configuration/listElements';
import {
  type ClassLookup,
  classLookup,
  restrictionLists,
  takesArgument,
  type WrittenElement,
} from '../configuration/restrictionLists';
import { textOf } from '../syntax/logicalLine';
import { type Restriction, readRestrictions } from '../syntax/restrictionList';
import { isGarbled } from './garbled';
import { once } from './once';
import { sender } from './proofClients';
import { reached } from './reached';
import { rule } from './rule';

/** Reports tables in lists where smtpd(8) has nothing to look up by itself: "specify one of (check_client_access, …)". */
export const bareTable = rule({
  id: 'bare-table',
  severity: 'error',
  en: {
    title: 'Table without a restriction before it',
    why: 'A table by itself looks up what its list is about: the client, the HELO name, the sender or the recipient. `smtpd_data_restrictions` and `smtpd_end_of_data_restrictions` are about none of these, so a table there needs `check_client_access`, `check_sender_access` or another of them before it. Without it every message that gets this far is refused.',
    messages: {
      bare: ({ table, list }: { table: string; list: string }) =>
        `In \`${list}\` smtpd does not know what to look up in \`${table}\`: it answers \`451 4.3.5 Server configuration error\` to every message that gets this far.`,
      insert: ({ name }: { name: string }) => `Write \`${name}\` before it`,
    },
  },
  ja: {
    title: '前に制限のないテーブル',
    why: 'テーブルだけを書くと、リストが対象とするもの（クライアント、HELO の名前、送信者、宛先）が検索されます。`smtpd_data_restrictions` と `smtpd_end_of_data_restrictions` にはその対象がないため、前に `check_client_access` や `check_sender_access` などが必要です。書かないと、ここまで進んだメールはすべて拒否されます。',
    messages: {
      bare: ({ table, list }) =>
        `\`${list}\` では \`${table}\` で何を検索するのか決まりません。ここまで進んだメールにはすべて \`451 4.3.5 Server configuration error\` が返ります。`,
      insert: ({ name }) => `前に \`${name}\` を書く`,
    },
  },
  examples: [
    {
      before:
        'smtpd_data_restrictions = reject_unauth_pipelining, hash:/etc/postfix/sender_access\n#                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bare-table\n',
      after:
        'smtpd_data_restrictions = reject_unauth_pipelining, check_sender_access hash:/etc/postfix/sender_access\n',
      proof: {
        by: 'smtpd',
        says: 'before Data command restriction "hash:',
        client: [...sender(), 'DATA', 'Hello', '.'],
      },
    },
    {
      before:
        'smtpd_restriction_classes = strangers\nstrangers = static:DUNNO\n#           ^^^^^^^^^^^^ bare-table\nsmtpd_end_of_data_restrictions = strangers\n',
      after:
        'smtpd_restriction_classes = strangers\nstrangers = check_client_access static:DUNNO\nsmtpd_end_of_data_restrictions = strangers\n',
      proof: {
        by: 'smtpd',
        says: 'before End-of-data restriction "static:DUNNO"',
        client: [...sender(), 'DATA', 'Hello', '.'],
      },
    },
    {
      before:
        'smtpd_client_restrictions = hash:/etc/postfix/clients\nsmtpd_data_restrictions = check_sender_access hash:/etc/postfix/senders, permit, hash:/etc/postfix/clients\n#                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^ unreachable-restriction\n',
    },
  ],
  check(configuration, report) {
    const isFirst = once();
    for (const { name, stage, entry, restrictions, service } of restrictionLists(configuration)) {
      if ((stage !== 'data' && stage !== 'end of data') || isGarbled(entry)) continue;
      const classes = classLookup(configuration, service);
      for (const { text, at } of bareTables(configuration, restrictions, classes)) {
        if (!isFirst(at)) continue;
        const blank = at.line.file.kind === 'master.cf' ? ',' : ' ';
        const fixes = restrictionsFor(text).map((restriction) => ({
          title: 'insert' as const,
          values: { name: restriction },
          edits: [{ at, newText: `${restriction}${blank}${text}` }],
          safe: false,
        }));
        report({ at, message: 'bare', values: { table: text, list: name }, fixes: textOf(at) === text ? fixes : [] });
      }
    }
  },
});

/** The tables by themselves in a list and in the classes that it names. */
function bareTables(
  configuration: Configuration,
  restrictions: readonly Restriction<ListElement>[],
  classes: ClassLookup,
): WrittenElement[] {
  const tables: WrittenElement[] = [];
  const named = new Set<string>();
  const collect = (list: readonly Restriction<ListElement>[]) => {
    for (const { name, word, warnIfReject } of reached(configuration.version, list)) {
      if (name !== '') named.add(word.text);
      else if (isWritten(word) && !warnIfReject) tables.push(word);
    }
  };
  collect(restrictions);
  // The set grows as classes name others; each is looked into once.
  for (const name of named) {
    collect(readRestrictions(classes(name) ?? [], (restriction) => takesArgument(configuration, restriction)));
  }
  return tables;
}

function isWritten(element: ListElement): element is WrittenElement {
  return element.at !== undefined;
}

/** What was most likely meant, by the name of the table; at DATA there may be more than one recipient. */
function restrictionsFor(table: string): string[] {
  const about = ['sender', 'helo', 'recipient', 'client'].find((word) => table.includes(word));
  return about ? [`check_${about}_access`] : ['check_client_access', 'check_sender_access'];
}
