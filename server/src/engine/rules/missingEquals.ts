import type { Configuration } from '../configuration/configuration';
import { parameterNamed } from '../knowledge/parameters';
import { isBlank, type Span, skipBlanks } from '../syntax/document';
import { isEmpty } from '../syntax/list';
import { type LogicalLine, offsetOf, type Slice, sliceOf, textOf } from '../syntax/logicalLine';
import { physicalLines } from './continuation';
import { insertion } from './edits';
import { blanksInMalformed, lookAlikesInMalformed } from './nonAscii';
import { rule } from './rule';
import { backslashAbove } from './shellHabits';

/** Reports a logical line of main.cf that is not `name = value`: split_nameval(3) refuses it, and every program ends. */
export const missingEquals = rule({
  id: 'missing-equals',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Line without `name =`',
    why: 'Every line of main.cf that does not begin with a blank or `#` must read `name = value`. Where one does not, every Postfix program ends with a fatal error, `postconf` and `postfix reload` included: mail stops at the next restart at the latest.',
    messages: {
      equals: ({ word }: { word: string }) =>
        `There is no \`=\` after \`${word}\`: every Postfix program refuses to start with this line.`,
      name: () => 'There is no parameter name before `=`: every Postfix program refuses to start with this line.',
      insertEquals: ({ name }: { name: string }) => `Write \`${name} =\``,
      indent: () => 'Indent the line, to continue the value above',
    },
  },
  ja: {
    title: '「名前 =」のない行',
    why: 'main.cf では、空白か `#` で始まる行を除き、すべての行を `名前 = 値` の形で書きます。そうでない行が1行でもあると、`postconf` や `postfix reload` も含めて Postfix のすべてのプログラムがエラーで終了し、遅くとも次の再起動でメールが止まります。',
    messages: {
      equals: ({ word }) =>
        `\`${word}\` の後に \`=\` がありません。この行があると、Postfix のどのプログラムも起動できません。`,
      name: () => '`=` の前にパラメータ名がありません。この行があると、Postfix のどのプログラムも起動できません。',
      insertEquals: ({ name }) => `\`${name} =\` と書く`,
      indent: () => '行頭に空白を入れ、上の値の続きにする',
    },
  },
  examples: [
    {
      before: 'relayhost [smtp.example.jp]:587\n#^^^^^^^^ missing-equals\n',
      after: 'relayhost = [smtp.example.jp]:587\n',
      proof: { by: 'postconf', says: 'missing \'=\' after attribute name: "relayhost [smtp.example.jp]:587"' },
    },
    {
      before: 'myhostname: mail.example.jp\n#^^^^^^^^^^ missing-equals\n',
      after: 'myhostname = mail.example.jp\n',
      proof: { by: 'postconf', says: 'missing \'=\' after attribute name: "myhostname: mail.example.jp"' },
    },
    {
      before: 'mydestination = localhost,\n$myhostname\n#^^^^^^^^^^ missing-equals\n',
      after: 'mydestination = localhost,\n    $myhostname\n',
      proof: { by: 'postconf', says: 'missing \'=\' after attribute name: "$myhostname"' },
    },
    { before: '= yes\n#^^^^ missing-equals\n', proof: { by: 'postconf', says: 'missing attribute name: "= yes"' } },
    { before: 'relayhost\n  =\n  [smtp.example.jp]:587\n' },
  ],
  check({ main }: Configuration, report) {
    for (const { line, error } of main?.malformed ?? []) {
      const word = firstWord(line);
      // A character that only looks like `=` or like a blank is reported by itself.
      if (blanksInMalformed(line).length > 0 || lookAlikesInMalformed(line).length > 0) continue;
      // So is a backslash that was meant to continue the line above.
      if (backslashAbove(line)) continue;
      if (error === 'missing name' || isEmpty(word)) {
        report({ at: firstPhysicalLine(line), message: 'name', values: {} });
        continue;
      }
      const name = nameIn(textOf(word));
      report({
        at: word,
        message: 'equals',
        values: { word: textOf(word) },
        fixes: name
          ? [{ title: 'insertEquals', values: { name }, edits: [{ at: word, newText: `${name} =` }], safe: true }]
          : continuesAnother(line)
            ? [{ title: 'indent', values: {}, edits: [insertion(line, offsetOf(line, 0), '    ')], safe: false }]
            : [],
      });
    }
  },
});

/** A NUL character hides the rest of its line, and may be all there is to report. */
function firstPhysicalLine(line: LogicalLine): Slice | Span {
  const first = physicalLines(line)[0];
  const start = offsetOf(line, 0);
  return first && !isEmpty(first) ? first : { file: line.file, start, end: start + 1 };
}

function firstWord(line: LogicalLine): Slice {
  const { text } = line;
  const start = skipBlanks(text, 0, text.length);
  let end = start;
  while (end < text.length && !isBlank(text.charCodeAt(end))) end++;
  return sliceOf(line, start, end);
}

/** `myhostname` and `myhostname:` are the name of a parameter. */
function nameIn(word: string): string | undefined {
  const name = word.endsWith(':') ? word.slice(0, -1) : word;
  return parameterNamed(name) && name;
}

/** Whether the line could be elements of the value right above it. */
function continuesAnother(line: LogicalLine): boolean {
  const { text } = line.file;
  const offset = offsetOf(line, 0);
  if (offset < 2 || line.text.includes('=')) return false;
  const before = text.slice(text.lastIndexOf('\n', offset - 2) + 1, offset - 1).trim();
  return before !== '' && !before.startsWith('#');
}
