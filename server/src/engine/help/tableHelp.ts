import type { Configuration } from '../configuration/configuration';
import { lookupFor } from '../configuration/effective';
import { expand } from '../configuration/expand';
import { parameterNamed } from '../knowledge/parameters';
import { type TableType, type TableTypeFacts, tableTypeNamed } from '../knowledge/tableTypes';
import { existsIn, isSince, type PostfixVersion } from '../knowledge/version';
import type { Locale, Text } from '../locale';
import { type Slice, textOf } from '../syntax/logicalLine';
import { type LookupTable, parseLookupTable } from '../syntax/lookupTable';
import type { ServiceEntry } from '../syntax/masterCf';
import { code } from './markdown';
import { lifeText, summaryOf } from './topic';
import { WORDS } from './words';

export interface TableHelpOptions {
  readonly locale: Locale;
  /** The parameter in whose value the table stands. */
  readonly parameter?: string;
  /** The service in whose entry it stands. */
  readonly service?: ServiceEntry;
}

/** A table with every `$name` in it expanded. */
interface NamedTable {
  readonly type: TableType;
  readonly name: string;
  readonly inside: readonly NamedTable[];
}

/**
 * Explains `type:name`: what the type does, what the name is here, and what to run after a change. Undefined where the
 * type is unknown.
 */
export function tableHelp(
  configuration: Configuration,
  table: LookupTable,
  options: TableHelpOptions,
): string | undefined {
  const named = namedTable(configuration, table, options);
  if (!named) return undefined;
  const { locale } = options;
  const { version } = configuration;
  const { type } = named;
  return [
    title(type, locale),
    missing(type, version, locale),
    type.text[locale],
    factsOf(named, configuration, options)
      .map((fact) => `- ${fact[locale]}`)
      .join('\n'),
    toRun(named, options),
    manualLink(type, locale),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Explains a type of lookup table by itself. Undefined for other words. */
export function tableTypeHelp(version: PostfixVersion, word: string, locale: Locale): string | undefined {
  const type = tableTypeNamed(word);
  if (!type) return undefined;
  return [
    title(type, locale),
    missing(type, version, locale),
    type.text[locale],
    needsNotes(type)
      .map((fact) => `- ${fact[locale]}`)
      .join('\n'),
    manualLink(type, locale),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function namedTable(
  configuration: Configuration,
  table: LookupTable,
  { service }: TableHelpOptions,
): NamedTable | undefined {
  const lookup = lookupFor(configuration, service);
  const expanded = (slice: Slice) => expand(textOf(slice), lookup, configuration.version) ?? textOf(slice);
  const named = ({ type: typeSlice, name, tables }: LookupTable, depth: number): NamedTable | undefined => {
    const type = tableTypeNamed(expanded(typeSlice));
    if (!type || depth > DEEPEST) return undefined;
    if (type.name === 'system' && !SYSTEM_TABLES.has(expanded(name))) return undefined;
    const behind = type.name === 'table' && tables.length === 0 ? parseLookupTable(name) : undefined;
    const inside = (behind ? [behind] : tables).flatMap((inner) => named(inner, depth + 1) ?? []);
    return { type, name: expanded(name), inside };
  };
  return named(table, 0);
}

/** Tables inside one another beyond this are nobody's configuration. */
const DEEPEST = 10;

/** The tables of type `unix`. Before any other name it stands for a socket, as in smtpd_milters. */
const SYSTEM_TABLES: ReadonlySet<string> = new Set(['passwd.byname', 'group.byname']);

function title(type: TableType, locale: Locale): string {
  return `**${type.type}** — ${LABEL[locale]}${locale === 'ja' ? '、' : ', '}${lifeText(type)[locale]}`;
}

const LABEL: Text = { en: 'Lookup table', ja: 'ルックアップテーブル' };

function missing(type: TableType, version: PostfixVersion, locale: Locale): string {
  if (existsIn(type, version)) return '';
  return locale === 'ja'
    ? `⚠️ Postfix ${version} にこの種類はありません。`
    : `⚠️ Postfix ${version} does not have this type.`;
}

function factsOf(table: NamedTable, configuration: Configuration, options: TableHelpOptions): Text[] {
  const { type, name, inside } = table;
  if (type.name === 'table' || type.name === 'tables') {
    return inside.map((inner) => ({ en: innerText(inner, 'en'), ja: innerText(inner, 'ja') }));
  }
  const facts = [...whatTheNameIs(table, configuration, options), ...needsNotes(type)];
  if (hasPath(table) && !/^[/$]/.test(name)) {
    facts.push({
      en: 'A path without `/` in front begins at the queue directory for the daemons, but at the current directory for `postmap`.',
      ja: '先頭に `/` のないパスは、デーモンではキューディレクトリ、`postmap` では現在のディレクトリが起点になります。',
    });
  }
  return facts;
}

/** An inner table, and the first sentence of what we say of its type. */
function innerText({ type, name }: NamedTable, locale: Locale): string {
  return `${code(`${type.type}:${name}`)}: ${summaryOf(type.text, locale)}`;
}

/** Whether the name is that of a file. */
function hasPath({ type, name }: NamedTable): boolean {
  if (name.startsWith('{') || name === '') return false;
  return type.name === 'source' || type.name === 'file' || (type.name === 'client file' && name.startsWith('.'));
}

function whatTheNameIs({ type, name }: NamedTable, { version }: Configuration, options: TableHelpOptions): Text[] {
  if (name === '') return [];
  const written = code(name);
  if (name.startsWith('{') && type.bracesSince) return [braces(type.bracesSince, version, type)];
  switch (type.name) {
    case 'source': {
      const files = (type.suffixes ?? []).map((suffix) => code(name + suffix));
      if (isCache(options)) {
        return [
          {
            en: `Postfix writes this table by itself, to ${files.join(' and ')}: do not run \`postmap\` on it.`,
            ja: `Postfix が自分で ${files.join(' と ')} に書き込むテーブルです。\`postmap\` は実行しません。`,
          },
        ];
      }
      return [
        {
          en: `${written} is the text that you edit; Postfix reads ${files.join(' and ')}.`,
          ja: `${written} は編集するテキストで、Postfix は ${files.join(' と ')} を読みます。`,
        },
      ];
    }
    case 'file':
      return [
        {
          en: `${written} is read as it is, without \`postmap\`.`,
          ja: `${written} をそのまま読みます。\`postmap\` は要りません。`,
        },
      ];
    case 'client file':
      return [clientFile(name)];
    case 'server':
      return [{ en: `${written} is the server, \`host:port\`.`, ja: `${written} は、サーバーの \`host:port\` です。` }];
    case 'socketmap': {
      const colon = name.lastIndexOf(':');
      const [server, map] = [code(name.slice(0, colon)), code(name.slice(colon + 1))];
      if (colon < 0) return [];
      return [
        {
          en: `${server} is the server, ${map} the table to ask it for.`,
          ja: `${server} がサーバー、${map} がそこで検索するテーブルです。`,
        },
      ];
    }
    case 'unused':
      return [{ en: `The name ${written} has no meaning.`, ja: `名前の ${written} に意味はありません。` }];
    default:
      return [];
  }
}

function braces(since: string, version: PostfixVersion, { name }: TableType): Text {
  if (isSince(version, since)) {
    return name === 'text'
      ? {
          en: 'The braces, and blanks just inside them, are not part of the answer.',
          ja: '波かっこと、そのすぐ内側の空白は、答えに含まれません。',
        }
      : {
          en: 'The contents stand here in braces, each line in braces of its own.',
          ja: '中身をここに直接書いています。1行ずつ、さらに波かっこで囲みます。',
        };
  }
  return name === 'text'
    ? {
        en: `Before Postfix ${since} the braces are part of the answer.`,
        ja: `Postfix ${since} より前では、波かっこも答えの一部になります。`,
      }
    : {
        en: `Before Postfix ${since} this is taken for the name of a file.`,
        ja: `Postfix ${since} より前では、ファイルの名前とみなされます。`,
      };
}

function clientFile(name: string): Text {
  const written = code(name);
  if (/^[/.]/.test(name)) {
    return {
      en: `${written} holds the settings of the client, in lines like those of main.cf. \`$name\` is not expanded there.`,
      ja: `${written} に、クライアントの設定を main.cf と同じ形の行で書きます。その中の \`$name\` は展開されません。`,
    };
  }
  return {
    en: `${written} is no path: the settings stand in main.cf, each with \`${name}_\` in front. That is the old way, and everyone can read a password there.`,
    ja: `${written} はパスではなく、設定は main.cf に \`${name}_\` を付けて書きます。古い書き方で、パスワードを誰でも読めてしまいます。`,
  };
}

/** What Postfix must be built with. */
export function needsNotes({ needs: library, debianPackage }: TableTypeFacts): Text[] {
  if (!library) return [];
  const inDebian = debianPackage && code(debianPackage);
  return [
    {
      en: `Postfix must be built with ${library}: \`postconf -m\` shows whether yours is.${inDebian ? ` On Debian it takes the package ${inDebian}.` : ''}`,
      ja: `${library} に対応した Postfix が必要です。\`postconf -m\` で確かめられます。${inDebian ? `Debian では ${inDebian} パッケージを入れます。` : ''}`,
    },
  ];
}

/** The commands to run after a change of the table, or of those inside it. */
function toRun(table: NamedTable, options: TableHelpOptions): string {
  const commands = [...new Set(commandsFor(table, options))];
  if (commands.length === 0) return '';
  return `${AFTER_CHANGE[options.locale]}\n\`\`\`sh\n${commands.join('\n')}\n\`\`\``;
}

const AFTER_CHANGE: Text = { en: 'After each change, run:', ja: '変更したら次を実行します:' };

function commandsFor({ type, name, inside }: NamedTable, options: TableHelpOptions): string[] {
  if (type.suffixes && name !== '' && !isCache(options)) {
    return [`${builder(options)} ${type.type}:${/[^\w@%+=:,./-]/.test(name) ? `'${name}'` : name}`];
  }
  return inside.flatMap((inner) => commandsFor(inner, options));
}

/** Tables of aliases have a syntax of their own; the one for SNI takes in the files that it names. */
function builder({ parameter }: TableHelpOptions): string {
  if (parameter === 'alias_maps' || parameter === 'alias_database') return 'postalias';
  return parameter === 'tls_server_sni_maps' ? 'postmap -F' : 'postmap';
}

function isCache({ parameter }: TableHelpOptions): boolean {
  return parameter !== undefined && parameterNamed(parameter)?.holds === 'cache database';
}

function manualLink(type: TableType, locale: Locale): string {
  return `[${WORDS[locale].manual}: ${type.manual ?? 'DATABASE_README'}](${manualUrl(type)})`;
}

/** The address of the page that describes a type. */
export function manualUrl({ manual }: Pick<TableTypeFacts, 'manual'>): string {
  return `https://www.postfix.org/${manual?.replace(/\((\d)\)$/, '.$1.html') ?? 'DATABASE_README.html#types'}`;
}
