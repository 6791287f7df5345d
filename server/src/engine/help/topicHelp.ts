import type { Locale, Text } from '../locale';
import { code } from './markdown';
import { lifeText, type Topic, type TopicExample, type TopicKind } from './topic';
import { WORDS } from './words';

/** All that we say of a topic, as Markdown. */
export function topicHelp(topic: Topic, locale: Locale): string {
  const { kind, name, text, notes, words = [], op25b, examples = [], manual } = topic;
  const life = kind === 'rule' ? [] : [lifeText(topic.life)[locale]];
  return [
    `**${name}** — ${[KIND_NAMES[kind][locale], ...life].join(locale === 'ja' ? '、' : ', ')}`,
    text[locale],
    [
      ...notes.map((note) => `- ${note[locale]}`),
      ...words.map((word) => `- ${code(word.name)}: ${word.text[locale]}`),
    ].join('\n'),
    op25b ? `**OP25B:** ${op25b[locale]}` : '',
    ...examples.map((example) => exampleBlock(example, locale)),
    manual ? `[${WORDS[locale].manual}](${manual})` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function exampleBlock({ label, language, text }: TopicExample, locale: Locale): string {
  return `${LABELS[label][locale]}:\n\`\`\`${language}\n${text}\n\`\`\``;
}

export const LABELS: Readonly<Record<TopicExample['label'], Text>> = {
  copy: { en: 'To copy', ja: 'コピー用' },
  wrong: { en: 'Wrong', ja: '間違い' },
  right: { en: 'Right', ja: '正しい例' },
};

export const KIND_NAMES: Readonly<Record<TopicKind, Text>> = {
  parameter: { en: 'parameter', ja: 'パラメータ' },
  'service parameter': { en: 'parameter of each service', ja: 'サービスごとのパラメータ' },
  service: { en: 'service', ja: 'サービス' },
  program: { en: 'program', ja: 'プログラム' },
  column: { en: 'column', ja: '列' },
  'service type': { en: 'service type', ja: 'サービスのタイプ' },
  option: { en: 'option', ja: 'オプション' },
  restriction: { en: 'restriction', ja: '制限' },
  'access action': { en: 'access action', ja: 'アクセステーブルの動作' },
  'header check action': { en: 'header check action', ja: 'ヘッダー検査の動作' },
  'postscreen access action': { en: 'postscreen access action', ja: 'postscreen のアクセスリストの動作' },
  'table type': { en: 'lookup table type', ja: 'ルックアップテーブルの形式' },
  expansion: { en: 'expansion', ja: '展開' },
  'run-time name': { en: 'name at run time', ja: '実行時の名前' },
  'compatibility level': { en: 'compatibility level', ja: '互換性レベル' },
  rule: { en: 'rule', ja: 'ルール' },
};
