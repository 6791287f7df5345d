import type { Locale } from '../locale';
import type { Rule } from '../rules/rule';

const LABELS: Readonly<Record<Locale, { readonly wrong: string; readonly right: string }>> = {
  en: { wrong: 'Wrong:', right: 'Right:' },
  ja: { wrong: '間違い:', right: '正しい例:' },
};

/** A line that marks characters of an example: for its tests, not for readers. */
const MARK = /^#( *)\^+ +\S+\s*$/;

/** All that we say of a rule, as Markdown: what is wrong, what Postfix does, and examples. */
export function ruleHelp(rule: Rule, locale: Locale): string {
  const { title, why } = rule[locale];
  const examples = rule.examples
    .filter(({ before }) => before.split('\n').some((line) => MARK.test(line)))
    .map(({ before, after }) => {
      const wrong = `${LABELS[locale].wrong}\n${block(withoutMarks(before))}`;
      return after === undefined ? wrong : `${wrong}\n\n${LABELS[locale].right}\n${block(after)}`;
    });
  return [`**${rule.id}** — ${title}`, why, ...examples].join('\n\n');
}

function withoutMarks(text: string): string {
  return text
    .split('\n')
    .filter((line) => !MARK.test(line))
    .join('\n');
}

function block(text: string): string {
  const language = text.startsWith('-- master.cf --') ? 'postfix-master' : 'postfix-main';
  return `\`\`\`${language}\n${text.replace(/^-- master\.cf --\n/, '').trimEnd()}\n\`\`\``;
}
