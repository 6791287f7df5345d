import { namesOf } from '../configuration/names';
import { parameterNamed } from '../knowledge/parameters';
import { type Slice, textOf } from '../syntax/logicalLine';
import { swallowedParameters } from './continuation';
import { unindentation } from './edits';
import { rule } from './rule';

/** Reports `name = value` on a continuation line: it belongs to the value above. */
export const swallowedParameter = rule({
  id: 'swallowed-parameter',
  severity: 'error',
  en: {
    title: 'Indented setting that became part of the value above',
    why: 'A line that begins with a blank continues the value above it, also after comments and blank lines. A setting written there is lost, and the value above it is spoilt. A yes/no or a number that is spoilt stops the program that reads it; in a list or a text nothing may tell of it. `postconf` hardly ever notices.',
    messages: {
      swallowed: ({ name, above }: { name: string; above: string }) =>
        `The blank before \`${name}\` makes this line part of the value of \`${above}\`: \`${name}\` is not set.`,
      unindent: () => 'Remove the indentation',
    },
  },
  ja: {
    title: '上の値に取り込まれた設定',
    why: '空白で始まる行は、間にコメントや空行があっても、上の値の続きとして読まれます。そこに書いた設定は失われ、上の値も壊れます。yes/no や数値が壊れると、それを読むプログラムが異常終了します。リストや文字列では何も警告されないことがあり、`postconf` もほとんど気づきません。',
    messages: {
      swallowed: ({ name, above }) =>
        `\`${name}\` の前に空白があるため、この行は \`${above}\` の値の一部になり、\`${name}\` は設定されません。`,
      unindent: () => '行頭の空白を削除',
    },
  },
  examples: [
    {
      before:
        'mydestination = localhost\n  relayhost = [smtp.example.jp]:587\n# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ swallowed-parameter\n',
      after: 'mydestination = localhost\nrelayhost = [smtp.example.jp]:587\n',
    },
    {
      before:
        'smtpd_helo_required = yes\n\n# Logs\n  smtpd_tls_loglevel=1\n# ^^^^^^^^^^^^^^^^^^^^ swallowed-parameter\n',
      after: 'smtpd_helo_required = yes\n\n# Logs\nsmtpd_tls_loglevel=1\n',
      proof: { by: 'smtpd', says: 'bad boolean configuration: smtpd_helo_required = yes  smtpd_tls_loglevel=1' },
    },
    { before: 'import_environment =\n  MAIL_CONFIG TZ=Asia/Tokyo\n' },
    {
      before:
        'smtpd_milters = {\n  inet:127.0.0.1:8891,\n  milter_default_action = accept }\n# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bad-milter\n',
    },
  ],
  check(configuration, report) {
    const names = namesOf(configuration);
    for (const entry of configuration.main?.entries ?? []) {
      if (entry.value.line.pieces.length === 1) continue;
      const above = textOf(entry.name);
      // The text of a user's own parameter may be anything, an SQL query for one.
      if (names.classOf(above) === 'user' || holdsAttributes(above)) continue;
      for (const slice of swallowedParameters(entry)) {
        report({
          at: slice,
          message: 'swallowed',
          values: { name: nameIn(slice), above },
          fixes: [{ title: 'unindent', values: {}, edits: [unindentation(slice)], safe: true }],
        });
      }
    }
  },
});

/** Whether a value is a list of `name=value`. */
function holdsAttributes(name: string): boolean {
  const holds = parameterNamed(name)?.holds;
  return holds === 'environment list' || holds === 'name value list';
}

function nameIn(slice: Slice): string {
  return (/^[^\s=]+/.exec(textOf(slice)) as RegExpExecArray)[0];
}
