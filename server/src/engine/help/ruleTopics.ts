import type { Text } from '../locale';
import type { Proof, Rule } from '../rules/rule';
import { code } from './markdown';
import type { Topic, TopicExample } from './topic';

/** A line that marks characters of an example: for its tests, not for readers. */
const MARK = /^#( *)\^+ +\S+\s*$/;

/** The topic of a rule: what is wrong, what Postfix does and says, and an example of each mistake beside the text without it. */
export function ruleTopic({ id, en, ja, examples }: Rule): Topic {
  return {
    kind: 'rule',
    name: id,
    page: 'rules',
    life: {},
    text: { en: `${en.title}. ${en.why}`, ja: `${ja.title}。${ja.why}` },
    notes: sayings(examples.flatMap(({ proof }) => proof ?? [])),
    examples: examples
      .filter(({ before }) => before.split('\n').some((line) => MARK.test(line)))
      .flatMap(({ before, after }) => [
        exampleOf('wrong', withoutMarks(before)),
        ...(after === undefined ? [] : [exampleOf('right', after)]),
      ]),
  };
}

/** What the real Postfix says of the mistakes: the words that a reader may have searched for. */
function sayings(proofs: readonly Proof[]): Text[] {
  const distinct = new Map(proofs.map((proof) => [`${proof.by} ${proof.says}`, proof]));
  return [...distinct.values()].map(({ by, says }) => ({
    en: `Postfix says (${SPEAKERS[by].en}): ${code(says)}`,
    ja: `Postfix の出力（${SPEAKERS[by].ja}）: ${code(says)}`,
  }));
}

const SPEAKERS: Readonly<Record<Proof['by'], Text>> = {
  postconf: { en: '`postconf`', ja: '`postconf`' },
  'postfix check': { en: '`postfix check`', ja: '`postfix check`' },
  smtpd: { en: 'smtpd', ja: 'smtpd' },
  postfix: { en: 'in its log', ja: 'ログ' },
};

function withoutMarks(text: string): string {
  return text
    .split('\n')
    .filter((line) => !MARK.test(line))
    .join('\n');
}

function exampleOf(label: 'wrong' | 'right', text: string): TopicExample {
  const language = text.startsWith('-- master.cf --') ? 'postfix-master' : 'postfix-main';
  return { label, language, text: text.replace(/^-- master\.cf --\n/, '').trimEnd() };
}
