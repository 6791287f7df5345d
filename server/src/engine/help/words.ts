import type { Locale } from '../locale';

interface Words {
  readonly type: string;
  readonly unit: Readonly<Record<'s' | 'm' | 'h' | 'd' | 'w', string>>;
  readonly defaultValue: string;
  readonly computedDefault: string;
  readonly empty: string;
  readonly since: (version: string) => string;
  readonly allVersions: string;
  readonly removed: (version: string) => string;
  readonly deprecated: (since: string, instead: string) => string;
  readonly here: string;
  readonly inMain: (line: number) => string;
  readonly inMaster: (line: number, service: string) => string;
  readonly byDefault: string;
  readonly expandsTo: (value: string) => string;
  readonly overriddenBy: string;
  readonly toCopy: string;
  readonly manual: string;
  readonly values: string;
  readonly ofService: (service: string, parameter: string) => string;
  readonly ownName: string;
  readonly undefinedName: string;
  readonly column: string;
  readonly program: string;
  readonly service: string;
  readonly restriction: string;
  readonly or: string;
  readonly atLeast: (least: number) => string;
  readonly atMost: (most: number) => string;
  /** A default that holds from that version on. */
  readonly fromVersion: (version: string, value: string) => string;
  readonly buildDefault: string;
  readonly readBy: string;
  readonly everyProgram: string;
  readonly tlsPrograms: string;
}

/** The labels around a help text. */
export const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    type: 'Type',
    unit: { s: 'seconds', m: 'minutes', h: 'hours', d: 'days', w: 'weeks' },
    defaultValue: 'Default',
    computedDefault: 'found out by Postfix on the machine',
    empty: '(empty)',
    since: (version) => `since Postfix ${version}`,
    allVersions: 'in every Postfix since 2.0',
    removed: (version) => `removed in ${version}`,
    deprecated: (since, instead) => `Deprecated since ${since}${instead && `: use ${instead}`}.`,
    here: 'Here',
    inMain: (line) => `main.cf, line ${line}`,
    inMaster: (line, service) => `\`-o\` of ${service}, master.cf line ${line}`,
    byDefault: 'by default',
    expandsTo: (value) => `comes to ${value}`,
    overriddenBy: 'Also set for',
    toCopy: 'To copy:',
    manual: 'Manual',
    values: 'Values',
    ofService: (service, parameter) => `For the service \`${service}\` what \`${parameter}\` is for all.`,
    ownName: 'A name of your own: Postfix uses it where a value says',
    undefinedName: 'Nothing sets this name: it expands to nothing.',
    column: 'Column',
    program: 'Program',
    service: 'Service',
    restriction: 'Restriction',
    or: ' or ',
    atLeast: (least) => `at least ${least}`,
    atMost: (most) => `at most ${most}`,
    fromVersion: (version, value) => `from ${version} ${value}`,
    buildDefault: 'distributions change it',
    readBy: 'Read by',
    everyProgram: 'every program',
    tlsPrograms: 'the programs with TLS',
  },
  ja: {
    type: '型',
    unit: { s: '秒', m: '分', h: '時間', d: '日', w: '週' },
    defaultValue: '既定値',
    computedDefault: 'Postfix がマシンを調べて決定',
    empty: '（空）',
    since: (version) => `Postfix ${version} 以降`,
    allVersions: 'Postfix 2.0 以降',
    removed: (version) => `${version} で廃止`,
    deprecated: (since, instead) => `${since} から非推奨です。${instead && `代わりに ${instead} を使ってください。`}`,
    here: 'ここでの値',
    inMain: (line) => `main.cf ${line} 行目`,
    inMaster: (line, service) => `master.cf ${line} 行目、${service} の \`-o\``,
    byDefault: '既定値のまま',
    expandsTo: (value) => `展開すると ${value}`,
    overriddenBy: '個別に設定しているサービス',
    toCopy: 'コピー用:',
    manual: 'マニュアル',
    values: '値',
    ofService: (service, parameter) =>
      `すべてに共通の \`${parameter}\` を、サービス \`${service}\` だけ変えるための設定です。`,
    ownName: '自分で決めた名前です。値に次のように書いた所で使われます:',
    undefinedName: 'この名前はどこにも設定されていないため、何もないものとして展開されます。',
    column: '列',
    program: 'プログラム',
    service: 'サービス',
    restriction: '制限',
    or: ' または ',
    atLeast: (least) => `${least} 以上`,
    atMost: (most) => `${most} 以下`,
    fromVersion: (version, value) => `${version} からは ${value}`,
    buildDefault: 'ディストリビューションにより異なります',
    readBy: '読むプログラム',
    everyProgram: 'すべてのプログラム',
    tlsPrograms: 'TLS を使うプログラム',
  },
};
