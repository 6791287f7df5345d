import { type NamedRestriction, restrictionNamed } from '../knowledge/restrictions';
import type { Locale, Text } from '../locale';
import { code } from './markdown';
import { WORDS } from './words';

/** Explains an smtpd(8) restriction: what it looks at, what it can answer, its argument. Undefined for other words. */
export function restrictionHelp(word: string, locale: Locale): string | undefined {
  const restriction = restrictionNamed(word);
  if (!restriction) return undefined;
  const words = WORDS[locale];
  const since = restriction.since ? words.since(restriction.since) : words.allVersions;
  const facts = factsOf(restriction).map((fact) => `- ${fact[locale]}`);
  return [
    `**${restriction.name}** — ${words.restriction}, ${since}`,
    restriction.text?.[locale] ?? '',
    facts.join('\n'),
    `[${words.manual}: postconf(5)](https://www.postfix.org/postconf.5.html#${restriction.aliasOf ?? restriction.name})`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function factsOf({ about, can, argument, endsList, guardsRelay, aliasOf, removed, uses }: NamedRestriction): Text[] {
  const facts: Text[] = [];
  const add = (en: string, ja: string) => facts.push({ en, ja });
  if (aliasOf) add(`An older name of ${code(aliasOf)}.`, `${code(aliasOf)} の古い名前です。`);
  if (removed) add(`Removed in Postfix ${removed}.`, `Postfix ${removed} で廃止されました。`);
  const subject = SUBJECTS[about];
  if (subject) add(`Looks at ${subject.en}.`, `${subject.ja}を調べます。`);
  if (can.length > 0) {
    const answers = can.map((answer) => ANSWERS[answer]);
    const [en, ja] = [answers.map((answer) => answer.en).join(' or '), answers.map((answer) => answer.ja).join('か')];
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
  return facts;
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
    en: 'a policy server, `inet:host:port` or `unix:path`',
    ja: 'ポリシーサーバー（`inet:host:port` か `unix:path`）',
  },
  'dns list': { en: 'the domain of a DNS list', ja: 'DNS リストのドメイン' },
  seconds: { en: 'a number of seconds', ja: '秒数' },
};
