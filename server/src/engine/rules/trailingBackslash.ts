import { namesOf } from '../configuration/names';
import { isBlank, type Span } from '../syntax/document';
import { type LogicalLine, offsetOf, type Slice, spanOf, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { programOf } from '../syntax/masterCf';
import { insertion } from './edits';
import { settingsOf } from './entries';
import { physicalLineAt } from './physicalLine';
import { rule, type Severity } from './rule';
import { backslashAbove, factsOf, precisionOf, trailingBackslashes, trailingBackslashesOf } from './shellHabits';
import { strayWordsOf } from './strayWords';

/** Reports a backslash at the end of a line: readllines(3) joins lines by the blank at the start of the next one. */
export const trailingBackslash = rule({
  id: 'trailing-backslash',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Backslash at the end of a line',
    why: 'In main.cf and master.cf a line is continued by a blank at the start of the next line. A backslash joins nothing: it becomes part of the value, or an argument of the program, and a next line that is not indented is read by itself.',
    messages: {
      refused: () =>
        'A backslash continues no line: the next one is read by itself, it has no `=`, and every Postfix program refuses to start.',
      value: ({ name }: { name: string }) =>
        `A backslash continues no line. Here it becomes part of the value of \`${name}\`, which does not work with it.`,
      part: ({ name }: { name: string }) =>
        `A backslash continues no line. Here it becomes part of the value of \`${name}\`.`,
      element: ({ name }: { name: string }) =>
        `A backslash continues no line. Here it is one more element of \`${name}\`, which matches nothing.`,
      argument: ({ program }: { program: string }) =>
        `A backslash continues no line: \`${program}\` gets it as an argument and stops.`,
      commandArgument: ({ program }: { program: string }) =>
        `A backslash continues no line: \`${program}\` passes it on to the command as an argument.`,
      alone: () => 'A backslash continues no line. Here it becomes part of the line itself.',
      remove: () => 'Remove the backslash',
      indent: () => 'Remove the backslash, and indent the next line',
    },
  },
  ja: {
    title: '行末のバックスラッシュ',
    why: 'main.cf と master.cf では、次の行の先頭に空白を入れると行が続きます。バックスラッシュは行をつなげません。値の一部かプログラムの引数になり、次の行が字下げされていなければ、その行は単独で読まれます。',
    messages: {
      refused: () =>
        'バックスラッシュでは行は続きません。次の行は単独で読まれ、`=` がないため、Postfix のどのプログラムも起動できません。',
      value: ({ name }) =>
        `バックスラッシュでは行は続きません。\`${name}\` の値の一部になり、その値は正しく働きません。`,
      part: ({ name }) => `バックスラッシュでは行は続かず、\`${name}\` の値の一部になります。`,
      element: ({ name }) => `バックスラッシュでは行は続かず、\`${name}\` の、何にも一致しない余分な要素になります。`,
      argument: ({ program }) =>
        `バックスラッシュでは行は続きません。\`${program}\` への引数になり、\`${program}\` は起動できません。`,
      commandArgument: ({ program }) =>
        `バックスラッシュでは行は続きません。\`${program}\` はそのままコマンドの引数として渡します。`,
      alone: () => 'バックスラッシュでは行は続かず、この行の一部になります。',
      remove: () => 'バックスラッシュを取り除く',
      indent: () => 'バックスラッシュを取り除き、次の行を字下げする',
    },
  },
  examples: [
    {
      before:
        'smtpd_helo_restrictions = permit_mynetworks, \\\n#                                            ^ trailing-backslash\n  reject_invalid_helo_hostname\nmydestination = localhost, \\\n#                          ^ trailing-backslash\n  $myhostname\n',
      after:
        'smtpd_helo_restrictions = permit_mynetworks,\n  reject_invalid_helo_hostname\nmydestination = localhost,\n  $myhostname\n',
    },
    {
      before:
        'mydestination = \\\n#               ^ trailing-backslash\nlocalhost, \\\n#          ^ trailing-backslash\n$myhostname\n',
      after: 'mydestination =\n  localhost,\n  $myhostname\n',
      proof: { by: 'postconf', says: 'missing \'=\' after attribute name: "localhost, \\"' },
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd \\\n#                         ^ trailing-backslash\n  -o smtpd_helo_required=yes\nfilter unix - n n - 10 pipe flags=Rq user=filter \\\n#                                                ^ trailing-backslash\n  argv=/usr/local/bin/filter \\\n#                            ^ trailing-backslash\n  -- ${recipient}\n',
      after:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n  -o smtpd_helo_required=yes\nfilter unix - n n - 10 pipe flags=Rq user=filter\n  argv=/usr/local/bin/filter\n  -- ${recipient}\n',
      proof: { by: 'smtpd', says: 'unexpected command-line argument: \\' },
    },
    {
      before: 'recipient_delimiter = \\\n# no line goes on by a \\\nmynetworks = 127.0.0.0/8\n',
    },
  ],
  check(configuration, report) {
    const { main, master, version } = configuration;
    const names = namesOf(configuration);
    const refused = new Map<number, LogicalLine>();
    for (const { line } of main?.malformed ?? []) {
      const above = backslashAbove(line);
      if (above) refused.set(above.start, line);
    }
    const reportIn = (backslash: Slice, effect: Effect) => {
      const at = spanOf(backslash);
      const next = at.file.kind === 'main.cf' ? refused.get(at.start) : undefined;
      if (!next) return report({ at, ...effect, fixes: [removed(at)] });
      const edits = [removal(at), insertion(next, offsetOf(next, 0), '  ')];
      report({ at, message: 'refused', values: {}, fixes: [{ title: 'indent', values: {}, edits, safe: true }] });
    };

    for (const { name, entry, service } of settingsOf(configuration)) {
      const backslashes = trailingBackslashes(entry);
      if (backslashes.length === 0 || names.classOf(name, service) === 'unused') continue;
      for (const backslash of backslashes) reportIn(backslash, effectIn(entry, backslash));
    }
    for (const line of refused.values()) {
      for (const backslash of trailingBackslashesOf(line)) reportIn(backslash, { message: 'alone', values: {} });
    }
    for (const service of master?.services ?? []) {
      if (!service.line.text.includes('\\')) continue;
      const values = { program: programOf(service) };
      for (const { kind, words } of strayWordsOf(service, version)) {
        const at = spanOf(words[0]);
        if (kind === 'backslash') {
          report({ at, message: 'argument', values, fixes: [removed(at)] });
        } else if (kind === 'command backslash') {
          report({ at, message: 'commandArgument', severity: 'warning', values, fixes: [removed(at)] });
        }
      }
    }
  },
});

type Effect =
  | { readonly message: 'alone'; readonly values: Record<never, never> }
  | {
      readonly message: 'value' | 'part' | 'element';
      readonly severity?: Severity;
      readonly values: { name: string };
    };

/** The lists that match_list(3) reads: a pattern that matches nothing does no harm. */
const MATCH_LISTS: ReadonlySet<string | undefined> = new Set([
  'address match list',
  'client match list',
  'domain list',
  'domain match list',
  'network list',
  'string match list',
  'user match list',
]);

function effectIn(entry: ParameterEntry, { line, start }: Slice): Effect {
  const values = { name: textOf(entry.name) };
  const before = line.text[start - 1];
  const isElement = start === entry.value.start || before === ',' || isBlank(line.text.charCodeAt(start - 1));
  if (isElement && MATCH_LISTS.has(factsOf(entry)?.holds)) return { message: 'element', severity: 'hint', values };
  switch (precisionOf(entry)) {
    case 'exact':
      return { message: 'value', values };
    case 'text':
      return { message: 'part', severity: 'info', values };
    case 'free':
      return { message: 'part', severity: 'warning', values };
  }
}

/** A backslash, with the blanks before it on its line. */
function removal({ file, start, end }: Span) {
  const line = physicalLineAt(file, start);
  let from = start;
  while (from > line.start && isBlank(file.text.charCodeAt(from - 1))) from--;
  return { at: { file, start: from, end }, newText: '' };
}

function removed(at: Span) {
  return { title: 'remove', values: {}, edits: [removal(at)], safe: true } as const;
}
