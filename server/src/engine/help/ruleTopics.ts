import type { Rule } from '../rules/rule';
import type { Topic, TopicExample } from './topic';

/** A line that marks characters of an example: for its tests, not for readers. */
const MARK = /^#( *)\^+ +\S+\s*$/;

/** The topic of a rule: what is wrong, what Postfix does, and an example of each mistake beside the text without it. */
export function ruleTopic({ id, en, ja, examples }: Rule): Topic {
  return {
    kind: 'rule',
    name: id,
    page: 'rules',
    life: {},
    text: { en: `${en.title}. ${en.why}`, ja: `${ja.title}。${ja.why}` },
    notes: [],
    examples: examples
      .filter(({ before }) => before.split('\n').some((line) => MARK.test(line)))
      .flatMap(({ before, after }) => [
        exampleOf('wrong', withoutMarks(before)),
        ...(after === undefined ? [] : [exampleOf('right', after)]),
      ]),
  };
}

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
