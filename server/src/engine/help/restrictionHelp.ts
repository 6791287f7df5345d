import { type NamedRestriction, RESTRICTIONS, restrictionNamed } from '../knowledge/restrictions';
import type { Locale, Text } from '../locale';
import { code } from './markdown';
import { lifeText, type Topic } from './topic';
import { WORDS } from './words';

/**
 * Explains an smtpd(8) restriction: what it looks at, what it can answer, its argument; `here` is what there is to say of
 * its place. Undefined for other words.
 */
export function restrictionHelp(word: string, locale: Locale, here = ''): string | undefined {
  const restriction = restrictionNamed(word);
  if (!restriction) return undefined;
  const words = WORDS[locale];
  const facts = factsOf(restriction).map((fact) => `- ${fact[locale]}`);
  return [
    `**${restriction.name}** — ${words.restriction}${locale === 'ja' ? '、' : ', '}${lifeText(restriction)[locale]}`,
    restriction.text?.[locale] ?? '',
    here,
    facts.join('\n'),
    `[${words.manual}: postconf(5)](${manualOf(restriction)})`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The topic of every restriction. */
export function restrictionTopics(): Topic[] {
  return Object.keys(RESTRICTIONS).map((name) => {
    const restriction = restrictionNamed(name) as NamedRestriction;
    return {
      kind: 'restriction',
      name,
      page: 'restrictions',
      life: restriction,
      text: restriction.text ?? { en: '', ja: '' },
      notes: factsOf(restriction),
      manual: manualOf(restriction),
    };
  });
}

function manualOf({ name, aliasOf }: NamedRestriction): string {
  return `https://www.postfix.org/postconf.5.html#${aliasOf ?? name}`;
}

function factsOf(restriction: NamedRestriction): Text[] {
  const { about, can, argument, endsList, guardsRelay, aliasOf, uses, needs, deprecated } = restriction;
  const { codeParameter, tempfailParameter, refusesPermit } = restriction;
  const facts: Text[] = [];
  const add = (en: string, ja: string) => facts.push({ en, ja });
  if (aliasOf) add(`An older name of ${code(aliasOf)}.`, `${code(aliasOf)} の古い名前です。`);
  if (deprecated) {
    const instead = [...(deprecated.instead ?? []), ...(deprecated.parameter ? [deprecated.parameter] : [])].map(code);
    add(
      `Deprecated; Postfix warns since ${deprecated.warnedSince}${instead.length > 0 ? `. Use ${instead.join(', ')}` : ''}.`,
      `非推奨です。${deprecated.warnedSince} からは警告が出ます。${instead.length > 0 ? `代わりに ${instead.join('、')} を使ってください。` : ''}`,
    );
  }
  const subject = SUBJECTS[about];
  if (subject) add(`Looks at ${subject.en}.`, `${subject.ja}を調べます。`);
  if (can.length > 0) {
    const answers = can.map((answer) => ANSWERS[answer]);
    const [en, ja] = [
      alternatives(
        answers.map((answer) => answer.en),
        ', ',
        ' or ',
      ),
      alternatives(
        answers.map((answer) => answer.ja),
        '、',
        '、または',
      ),
    ];
    if (endsList) {
      add(
        `Always answers (${en}): nothing after it in the same list counts.`,
        `必ず結論（${ja}）を出します。同じリストでこれより後ろにあるものは使われません。`,
      );
    } else add(`Can ${en}.`, `${ja}することがあります。`);
  }
  if (argument) add(`Wants ${ARGUMENTS[argument].en} after it.`, `後ろに${ARGUMENTS[argument].ja}が必要です。`);
  if (uses) add(`Uses ${uses.map(code).join(', ')}.`, `${uses.map(code).join('、')} を参照します。`);
  if (guardsRelay) {
    add(
      'Keeps strangers from relaying: smtpd starts only with one of its kind.',
      '第三者の中継を止めます。この種の制限がなければ smtpd は起動しません。',
    );
  }
  if (refusesPermit) {
    add(
      'An `OK` from its table is an error: what it looks up can be forged.',
      '調べる情報は偽れるため、テーブルの結果に `OK` は使えません。',
    );
  }
  if (needs) {
    const parameter = code(needs === 'SASL' ? 'smtpd_sasl_auth_enable' : 'smtpd_tls_security_level');
    add(`Works only with ${parameter}.`, `${parameter} の設定が必要です。`);
  }
  if (codeParameter) add(`Reply code: ${code(codeParameter)}.`, `応答コード: ${code(codeParameter)}。`);
  if (tempfailParameter) {
    add(
      `When a lookup fails for the moment: ${code(tempfailParameter)}.`,
      `検索が一時的に失敗したとき: ${code(tempfailParameter)}。`,
    );
  }
  return facts;
}

/** `a, b or c`. */
function alternatives(words: readonly string[], separator: string, or: string): string {
  return [words.slice(0, -1).join(separator), ...words.slice(-1)].filter((part) => part !== '').join(or);
}

/** What a restriction looks at; some look at nothing in particular. */
const SUBJECTS: Readonly<Partial<Record<NamedRestriction['about'], Text>>> = {
  client: { en: 'the client', ja: 'クライアント' },
  helo: { en: 'the name that the client gives with HELO or EHLO', ja: 'クライアントが HELO や EHLO で名乗る名前' },
  sender: { en: 'the sender address', ja: '送信者アドレス' },
  recipient: { en: 'the recipient address', ja: '宛先アドレス' },
  etrn: { en: 'the domain of the ETRN command', ja: 'ETRN コマンドのドメイン' },
};

const ANSWERS: Readonly<Record<'permit' | 'reject' | 'defer', Text>> = {
  permit: { en: 'permit', ja: '許可' },
  reject: { en: 'reject', ja: '拒否' },
  defer: { en: 'reject for now (4xx)', ja: '一時的に拒否（4xx）' },
};

const ARGUMENTS: Readonly<Record<NonNullable<NamedRestriction['argument']>, Text>> = {
  'lookup table': { en: 'a lookup table `type:name`', ja: 'ルックアップテーブル `type:name` ' },
  'policy service': {
    en: 'a policy server (`inet:host:port` or `unix:path`)',
    ja: 'ポリシーサーバー（`inet:host:port` か `unix:path`）',
  },
  'dns list': { en: 'the domain of a DNS list', ja: ' DNS リストのドメイン' },
  seconds: { en: 'a number of seconds', ja: '秒数' },
};
