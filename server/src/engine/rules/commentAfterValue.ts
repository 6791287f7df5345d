import type { Configuration } from '../configuration/configuration';
import { addedByService } from '../configuration/effective';
import { type ParameterFacts, parametersOf } from '../knowledge/parameters';
import { isSince } from '../knowledge/version';
import { type Slice, spanOf, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { commentsIn } from './continuation';
import { movedAbove } from './edits';
import { isFreeText } from './nonAscii';
import { rule, type Severity } from './rule';

/** Reports `# text` after a value: main.cf has no such comments, the text is part of the value. */
export const commentAfterValue = rule({
  id: 'comment-after-value',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Comment on the line of a value',
    why: 'In main.cf a comment has a line of its own, which begins with `#`. After other text `#` is part of the value: a yes/no or a number with a comment stops the program that reads it, and in a list the words of the comment become elements. A list of hosts or domains ends there, and what follows is lost.',
    messages: {
      partOfValue: ({ name }: { name: string }) =>
        `Postfix takes this comment for part of the value of \`${name}\`. A comment needs a line of its own.`,
      element: ({ name }: { name: string }) =>
        `Postfix takes the words of this comment for elements of \`${name}\`. A comment needs a line of its own.`,
      endsList: ({ name }: { name: string }) =>
        `This comment ends the list: what follows it in \`${name}\` is lost. A comment needs a line of its own.`,
      lastOfList: ({ name }: { name: string }) =>
        `\`${name}\` ends here. Each program that reads it logs a warning: a comment needs a line of its own.`,
      move: () => 'Move the comment to a line of its own',
    },
  },
  ja: {
    title: '値と同じ行のコメント',
    why: 'main.cf のコメントは、`#` で始まる独立した行に書きます。ほかの文字の後の `#` は値の一部です。yes/no や数値にコメントが付いていると、それを読むプログラムが終了します。リストでは、コメントの単語がリストの要素になります。ホストやドメインのリストはそこで打ち切られ、後の要素は失われます。',
    messages: {
      partOfValue: ({ name }) =>
        `このコメントは \`${name}\` の値の一部として扱われます。コメントは独立した行に書いてください。`,
      element: ({ name }) =>
        `このコメントの単語は \`${name}\` の要素として扱われます。コメントは独立した行に書いてください。`,
      endsList: ({ name }) =>
        `ここでリストが打ち切られ、\`${name}\` の以降の要素は失われます。コメントは独立した行に書いてください。`,
      lastOfList: ({ name }) =>
        `\`${name}\` の値はここで終わり、読み込むプログラムが毎回警告を記録します。コメントは独立した行に書いてください。`,
      move: () => 'コメントを独立した行に移す',
    },
  },
  examples: [
    {
      before:
        'smtp_tls_security_level = may # if the relay can\n#                             ^^^^^^^^^^^^^^^^^^ comment-after-value\n',
      after: '# if the relay can\nsmtp_tls_security_level = may\n',
      proof: { by: 'postfix', recipient: 'b@example.org', says: 'Invalid TLS level "may # if the relay can"' },
    },
    {
      before:
        'mynetworks = 127.0.0.0/8, #local\n#                         ^^^^^^ comment-after-value\n  192.0.2.0/24 #office\n#              ^^^^^^^ comment-after-value\n',
      after: '#local\nmynetworks = 127.0.0.0/8,\n  #office\n  192.0.2.0/24\n',
      proof: { by: 'smtpd', says: 'mynetworks: comment at end of line is not supported: #local' },
    },
    {
      before:
        'smtpd_banner = $myhostname ESMTP # 1\nrecipient_delimiter = #\nlocal_transport = error:5.1.1 No mail here # 1\n',
    },
    { before: 'myhostname = ##HOSTNAME##\n' },
    { before: 'mydestination = localhost,\n  # a comment between the lines of a value\n  $myhostname\n' },
  ],
  check(configuration, report) {
    for (const entry of configuration.main?.entries ?? []) {
      const comments = commentsIn(entry);
      if (comments.length === 0) continue;
      const name = textOf(entry.name);
      const facts = factsOf(configuration, name);
      if (!facts || isFreeText(facts, entry)) continue;
      for (const comment of comments) {
        const [message, severity] = harmOf(facts, configuration, entry, comment);
        const fixes = [{ title: 'move', values: {}, edits: movedAbove(spanOf(comment)), safe: true } as const];
        report({ at: comment, message, severity, values: { name }, fixes });
      }
    }
  },
});

/** The lists that match_list(3) reads: since 2.7 it stops at `#`, with a warning. */
const MATCH_LISTS: ReadonlySet<string | undefined> = new Set([
  'address match list',
  'client match list',
  'domain match list',
  'network list',
  'string match list',
  'user match list',
]);

/** Other lists where an element like `#` need not stop a program. */
function isLenient({ list, holds }: ParameterFacts): boolean {
  return holds === 'restriction list' || (list === true && holds !== 'interface list' && holds !== 'tls protocol list');
}

function harmOf(
  facts: ParameterFacts,
  { version }: Configuration,
  { value }: ParameterEntry,
  comment: Slice,
): ['partOfValue' | 'element' | 'endsList' | 'lastOfList', Severity] {
  if (facts.type !== 'string') return ['partOfValue', 'error'];
  if (MATCH_LISTS.has(facts.holds) && isSince(version, '2.7')) {
    return comment.end < value.end ? ['endsList', 'error'] : ['lastOfList', 'info'];
  }
  return isLenient(facts) ? ['element', 'warning'] : ['partOfValue', 'error'];
}

function factsOf(configuration: Configuration, name: string): ParameterFacts | undefined {
  const known = parametersOf(configuration.version);
  const added = addedByService(configuration, name);
  return known.get(name) ?? (added && known.get(added.defaultsTo));
}
