import { covers, ignoresOf } from '../configuration/ignores';
import { nearestName } from '../nearest';
import { rule } from './rule';

/** Reports a `# postfix-config: ignore` that names no rule, or under which the rule finds nothing. */
export const unusedIgnore = rule({
  id: 'unused-ignore',
  severity: 'info',
  en: {
    title: 'Ignore comment without effect',
    why: 'A comment `# postfix-config: ignore RULE` silences one rule for the entry below it. Once the mistake is gone the comment only misleads readers, and with a misspelt name it has no effect at all.',
    messages: {
      unused: ({ id }: { id: string }) => `\`${id}\` finds nothing in the entry below, so there is nothing to ignore.`,
      unknown: ({ id, nearest }: { id: string; nearest: string | undefined }) =>
        `There is no rule \`${id}\`.${nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`}`,
      rename: ({ nearest }: { nearest: string }) => `Change to \`${nearest}\``,
      remove: ({ id }: { id: string }) => `No longer ignore \`${id}\``,
    },
  },
  ja: {
    title: '効果のない無視コメント',
    why: '`# postfix-config: ignore ルール` というコメントは、すぐ下の項目についてそのルールを黙らせます。間違いがなくなった後に残っていると読む人を惑わせますし、ルール名の綴りを間違えていると何の効果もありません。',
    messages: {
      unused: ({ id }) => `下の項目に \`${id}\` の指摘はないため、このコメントは不要です。`,
      unknown: ({ id, nearest }) =>
        `\`${id}\` というルールはありません。${nearest === undefined ? '' : `\`${nearest}\` の間違いではありませんか？`}`,
      rename: ({ nearest }) => `\`${nearest}\` に変更する`,
      remove: ({ id }) => `\`${id}\` の無視をやめる`,
    },
  },
  examples: [
    {
      before:
        '# postfix-config: ignore bad-boolean\n#                        ^^^^^^^^^^^ unused-ignore\nsoft_bounce = yes\n',
      after: 'soft_bounce = yes\n',
    },
    {
      before:
        '# postfix-config: ignore bad-bolean\n#                        ^^^^^^^^^^ unused-ignore\nsoft_bounce = true\n#             ^^^^ bad-boolean\n',
    },
    {
      before: '# The old server needs it -- postfix-config: ignore is a comment for readers here.\nsoft_bounce = yes\n',
    },
    {
      before:
        '# postfix-config: ignore bad-boolean, bad-time -- filled in by a script\n#                                     ^^^^^^^^ unused-ignore\nsoft_bounce = maybe\n',
      after: '# postfix-config: ignore bad-boolean -- filled in by a script\nsoft_bounce = maybe\n',
    },
  ],
  check(configuration, report, { found, ids }) {
    for (const ignore of ignoresOf(configuration)) {
      const { rule: id, span } = ignore;
      if (!ids.includes(id)) {
        const nearest = nearestName(id, ids);
        report({
          at: span,
          message: 'unknown',
          values: { id, nearest },
          fixes:
            nearest === undefined
              ? []
              : [{ title: 'rename', values: { nearest }, edits: [{ at: span, newText: nearest }], safe: true }],
        });
      } else if (!found.some((problem) => covers(ignore, problem.rule, problem.span))) {
        const edits = [{ at: ignore.removal, newText: '' }];
        report({
          at: span,
          message: 'unused',
          values: { id },
          fixes: [{ title: 'remove', values: { id }, edits, safe: true }],
        });
      }
    }
  },
});
