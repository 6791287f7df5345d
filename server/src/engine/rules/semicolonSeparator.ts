import { isSeparator } from '../syntax/document';
import { isEmpty, splitList } from '../syntax/list';
import { type Slice, subSlice, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { settingsInEffect } from './entries';
import { isGarbled } from './garbled';
import { separatorIn } from './listEdits';
import { rule } from './rule';
import { factsOf, precisionOf } from './shellHabits';

/** Reports semicolons between or after values: CHARS_COMMA_SP has none, so they are part of a value. */
export const semicolonSeparator = rule({
  id: 'semicolon-separator',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Semicolon between or after values',
    why: 'The elements of a list are separated by commas or blanks, and nothing ends a value but the end of its line. A semicolon is part of the name before it: of a domain that matches nothing, of a file or table that does not exist.',
    messages: {
      domain: () => 'A semicolon separates nothing: it is part of this element, which then matches nothing.',
      table: () =>
        'A semicolon separates nothing: it is part of the name, and there is no such table. Look-ups fail, and mail waits.',
      value: ({ name }: { name: string }) =>
        `The semicolon becomes part of the value of \`${name}\`: nothing but the end of the line ends a value.`,
      comma: () => 'Change to a comma',
      remove: () => 'Remove the semicolon',
    },
  },
  ja: {
    title: '値の間や後のセミコロン',
    why: 'リストの要素はコンマか空白で区切ります。値は行の終わりで終わり、ほかの記号は要りません。セミコロンはその前の名前の一部になり、何にも一致しないドメインや、存在しないファイルやテーブルを指すことになります。',
    messages: {
      domain: () => 'セミコロンは区切りにならず、この要素の一部になります。その要素は何にも一致しません。',
      table: () =>
        'セミコロンは区切りにならず、名前の一部になります。そのようなテーブルはないため検索が失敗し、メールは届かず待たされます。',
      value: ({ name }) => `セミコロンは \`${name}\` の値の一部になります。値は行の終わりで終わります。`,
      comma: () => 'コンマに変更',
      remove: () => 'セミコロンを取り除く',
    },
  },
  examples: [
    {
      before:
        'mydestination = $myhostname; localhost;example.jp\n#                          ^ semicolon-separator\n#                                     ^ semicolon-separator\nmyorigin = example.jp;\n#                    ^ semicolon-separator\n',
      after: 'mydestination = $myhostname, localhost, example.jp\nmyorigin = example.jp\n',
    },
    {
      before:
        'relay_domains = example.jp\nvirtual_alias_maps = texthash:/etc/postfix/virtual; texthash:/etc/postfix/lists\n#                                                 ^ semicolon-separator\n',
      after:
        'relay_domains = example.jp\nvirtual_alias_maps = texthash:/etc/postfix/virtual, texthash:/etc/postfix/lists\n',
      proof: {
        by: 'smtpd',
        client: ['EHLO client.example', 'MAIL FROM:<a@example.com>', 'RCPT TO:<b@example.jp>'],
        says: 'open database /etc/postfix/virtual;: No such file or directory',
      },
    },
    {
      before:
        'postscreen_dnsbl_sites = bl.example.org=127.0.0.[2;3]*2\ntls_medium_cipherlist = HIGH;MEDIUM\nvirtual_alias_maps = inline:{ {a=b;c} }, static:{x;y}\nlocal_transport = error:no mail here;\nsmtpd_banner = $myhostname ; ESMTP;\n',
    },
  ],
  check(configuration, report) {
    for (const { name, entry } of settingsInEffect(configuration)) {
      if (!textOf(entry.value).includes(';') || precisionOf(entry) !== 'exact') continue;
      const kind = KINDS.get(factsOf(entry)?.holds);
      if (!kind || isGarbled(entry)) continue;
      for (const at of semicolonsIn(entry, kind)) {
        const newText = replacement(at, entry);
        const title = newText === '' ? 'remove' : 'comma';
        const fixes = [{ title, values: {}, edits: [{ at, newText }], safe: true } as const];
        if (kind === 'value') report({ at, message: kind, values: { name }, fixes });
        else report({ at, message: kind, values: {}, fixes });
      }
    }
  },
});

type Kind = 'domain' | 'table' | 'value';

/** What is certain of a string that has no semicolon in it. Other lists have rules of their own. */
const KINDS: ReadonlyMap<string | undefined, Kind> = new Map<string, Kind>([
  ['domain list', 'domain'],
  ['domain match list', 'domain'],
  ['lookup tables', 'table'],
  ['proxymap list', 'table'],
  ['directory path', 'value'],
  ['domain name', 'value'],
  ['file path', 'value'],
  ['lookup table', 'value'],
  ['mail address', 'value'],
  ['service name', 'value'],
  ['transport', 'value'],
  ['user name', 'value'],
]);

/** `mydomain` has a rule of its own. */
function semicolonsIn(entry: ParameterEntry, kind: Kind): Slice[] {
  const { value, name } = entry;
  if (kind === 'value') return textOf(name) === 'mydomain' ? [] : semicolonsOf(value, LAST);
  return splitList(value).flatMap((element) => {
    const text = textOf(element);
    if (text.includes('{')) return [];
    const isDomain = kind === 'domain' && !/[:/]/.test(text);
    return semicolonsOf(element, isDomain ? ANY : BEFORE_TABLE);
  });
}

const LAST = /;$/g;
const ANY = /;/g;
/** In the name of a table or a file, one where the next table begins or the name ends. */
const BEFORE_TABLE = /;(?=$|[a-z]+:)/g;

function semicolonsOf(slice: Slice, which: RegExp): Slice[] {
  return Array.from(textOf(slice).matchAll(which), ({ index }) => subSlice(slice, index, index + 1));
}

/** A comma before another element, else nothing. */
function replacement({ line, end }: Slice, { value }: ParameterEntry): string {
  const rest = subSlice(value, end - value.start, value.end - value.start);
  const next = line.text[end];
  if (isEmpty(rest) || next === ',' || next === ';') return '';
  return isSeparator(line.text.charCodeAt(end)) ? ',' : separatorIn(line.file.kind);
}
