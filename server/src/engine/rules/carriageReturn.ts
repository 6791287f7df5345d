import type { Configuration } from '../configuration/configuration';
import { type SourceFile, type Span, skipBlanks } from '../syntax/document';
import { type Slice, spanOf, subSlice, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { attributesIn } from './attributes';
import { settingsOf } from './entries';
import { rule } from './rule';
import { readServiceHeader } from './serviceHeaders';
import { factsOf } from './shellHabits';

/**
 * Reports carriage returns where they do harm. Elsewhere Postfix takes them for blanks: files with CR LF at the ends of
 * their lines work, and lists may go on over several of them.
 */
export const carriageReturn = rule({
  id: 'carriage-return',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Carriage return where it does harm',
    why: 'Only a line feed ends a line for Postfix. A carriage return before it, as Windows writes it, is mostly taken for a blank; but inside a text or a command that goes on in the next line it stays, and a client or the shell gets it. Where a carriage return stands alone, the following line is part of the one before it.',
    messages: {
      alone: () =>
        'A carriage return alone ends no line: for Postfix what follows is part of this line, and the settings in it are lost.',
      text: ({ name }: { name: string }) =>
        `The carriage return before the line feed stays in the text of \`${name}\`, and is sent in the middle of a line.`,
      command: ({ name }: { name: string }) =>
        `The carriage return before the line feed stays in the command of \`${name}\`: the shell takes it for part of a word.`,
      argument: ({ service }: { service: string }) =>
        `The carriage return before the line feed stays in this argument of the command of \`${service}\`.`,
      lineFeed: () => 'Change the carriage returns to line feeds',
      join: () => 'Write it on one line',
    },
  },
  ja: {
    title: '害のある復帰文字（CR）',
    why: 'Postfix にとって行を終えるのは改行文字（LF）だけです。Windows の改行のように LF の前にある CR は、たいてい空白として扱われます。しかし、文字列やコマンドが次の行に続くときは途中に残り、クライアントやシェルにそのまま渡ります。CR だけで行を区切ると、次の行は前の行の一部になります。',
    messages: {
      alone: () => 'CR だけでは行は終わりません。この後ろも同じ行の一部として読まれ、そこにある設定は失われます。',
      text: ({ name }) => `改行の前の CR が \`${name}\` の文字列の途中に残り、そのまま送られます。`,
      command: ({ name }) =>
        `改行の前の CR が \`${name}\` のコマンドの途中に残り、シェルはそれを語の一部とみなします。`,
      argument: ({ service }) => `改行の前の CR が、\`${service}\` のコマンドのこの引数に残ります。`,
      lineFeed: () => 'CR を LF に変更',
      join: () => '1行に書く',
    },
  },
  examples: [
    {
      before:
        'smtpd_banner = mail.example.jp\r\n#                             ^ carriage-return\n  ESMTP\r\nmydestination = localhost,\r\n  example.jp\r\n',
    },
    {
      before: '# Relay\rrelayhost = [smtp.example.jp]:587\rmydestination = localhost\r\n#      ^ carriage-return\n',
      after: '# Relay\nrelayhost = [smtp.example.jp]:587\nmydestination = localhost\r\n',
    },
    {
      before:
        '-- master.cf --\r\nfilter unix - n n - 10 pipe\r\n  flags=Rq user=filter\r\n  argv=/usr/local/bin/filter\r\n    -- ${recipient}\r\nsmtp unix - - n - - smtp\r\n  -o smtp_helo_timeout=5\r\n',
    },
  ],
  check(configuration, report) {
    const { main, master, version } = configuration;
    if (![main, master].some((parsed) => parsed?.file.text.includes('\r'))) return;
    for (const file of filesOf(configuration)) {
      const hiding = firstHiding(file);
      if (!hiding) continue;
      const edits = aloneIn(file).map((at) => ({ at, newText: '\n' }));
      report({
        at: hiding,
        message: 'alone',
        values: {},
        fixes: [{ title: 'lineFeed', values: {}, edits, safe: true }],
      });
      return;
    }
    for (const { name, entry } of settingsOf(configuration)) {
      const [first] = carriageReturnsIn(entry.value);
      const message = first && kindOf(entry);
      if (!message) continue;
      report({ at: first, message, severity: 'warning', values: { name }, fixes: joined(entry.value) });
    }
    for (const service of master?.services ?? []) {
      if (!service.line.text.includes('\r')) continue;
      for (const { content } of attributesIn(service, version)?.command ?? []) {
        const [first] = carriageReturnsIn(content);
        if (!first) continue;
        const values = { service: textOf(service.service) };
        report({ at: first, message: 'argument', severity: 'warning', values, fixes: joined(content) });
      }
    }
  },
});

function filesOf({ main, master }: Configuration): SourceFile[] {
  return [main, master].flatMap((parsed) => (parsed ? [parsed.file] : []));
}

/** The carriage returns that no line feed follows, not even after others. */
const ALONE = /\r(?=[^\r\n])/g;

function aloneIn(file: SourceFile): Span[] {
  return Array.from(file.text.matchAll(ALONE), ({ index }) => ({ file, start: index, end: index + 1 }));
}

/** The first of them that has a setting, or a service, behind it. */
function firstHiding(file: SourceFile): Span | undefined {
  return aloneIn(file).find(({ end }) => beginsEntry(file, file.text.slice(end, endOfLine(file.text, end))));
}

function endOfLine(text: string, start: number): number {
  const found = text.slice(start, start + LONGEST).search(/[\r\n]/);
  return found < 0 ? start + LONGEST : start + found;
}

/** More than the beginning of an entry is not looked at. */
const LONGEST = 200;

function beginsEntry({ kind }: SourceFile, line: string): boolean {
  return kind === 'main.cf' ? /^[a-z]\w*[ \t]*=/i.test(line) : readServiceHeader(line) !== undefined;
}

/** Those in the middle of a value; the ones at its end are no part of it. */
function carriageReturnsIn(value: Slice): Slice[] {
  const text = textOf(value);
  if (!text.includes('\r')) return [];
  return Array.from(text.matchAll(/\r/g), ({ index }) => subSlice(value, index, index + 1));
}

/** How a value is used in which they stay as they are. A debugger's command is nothing that has to work every day. */
function kindOf(entry: ParameterEntry): 'text' | 'command' | undefined {
  const facts = factsOf(entry);
  switch (facts?.holds) {
    case 'shell command':
      return textOf(entry.name) === 'debugger_command' ? undefined : 'command';
    case 'header text':
    case 'reply template':
    case 'smtp greeting text':
    case 'text':
      return 'text';
    default:
      return undefined;
  }
}

/** Its physical lines as one. An editor gives all lines of a file the same end: no edit takes the carriage return away. */
function joined(value: Slice) {
  const edits = carriageReturnsIn(value).map((at) => {
    const { file, start } = spanOf(at);
    return { at: { file, start, end: skipBlanks(file.text, start, file.text.length) }, newText: ' ' };
  });
  // A comment between the lines would get in the way.
  if (edits.some(({ at }) => at.file.text[at.end] === '#')) return [];
  return [{ title: 'join', values: {}, edits, safe: true } as const];
}
