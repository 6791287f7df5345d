import type { Configuration } from '../configuration/configuration';
import { type LogicalLine, offsetOf, type Slice, sliceOf, textOf, wholeLine } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { programOf, type ServiceEntry } from '../syntax/masterCf';
import {
  asciiBlank,
  blanksInMalformed,
  certainRuns,
  hasLookAlike,
  meantName,
  nonAsciiBlanksIn,
  strictnessOf,
} from './nonAscii';
import { sender } from './proofClients';
import { rule } from './rule';

/** Reports blanks that Postfix does not take for blanks: only the ASCII ones separate words. */
export const nonAsciiBlank = rule({
  id: 'non-ascii-blank',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Blank that is not ASCII',
    why: 'Only ASCII blanks and tabs separate words for Postfix. A full-width space, a no-break space or an invisible character, copied from a web page or typed with an input method, becomes part of the word beside it: the name is unknown, or the value is wrong, and the setting is lost.',
    messages: {
      blank: ({ character }: { character: string }) =>
        `${character} is no blank for Postfix: it becomes part of the word beside it. Use an ASCII blank.`,
      invisible: ({ character }: { character: string }) =>
        `There is an invisible character here (${character}). Postfix takes it for part of the word.`,
      replace: () => 'Replace by an ASCII blank',
      remove: () => 'Remove',
    },
  },
  ja: {
    title: '半角ではない空白',
    why: 'Postfix が単語の区切りとみなすのは半角の空白とタブだけです。日本語入力のまま打った全角スペースや、ウェブページから写したノーブレークスペース、見えない文字は、隣の単語の一部になります。名前は知らないものになり、値は誤ったものになって、設定が失われます。',
    messages: {
      blank: ({ character }) =>
        `${JAPANESE[character] ?? `${character} `}は Postfix では空白とみなされず、隣の単語の一部になります。半角の空白を使ってください。`,
      invisible: ({ character }) => `ここに見えない文字（${character}）があり、単語の一部として読まれます。`,
      replace: () => '半角の空白に置き換える',
      remove: () => '削除',
    },
  },
  examples: [
    {
      before:
        'smtp_sasl_auth_enable\u3000=\u3000yes\n#                    ^ non-ascii-blank\n#                      ^ non-ascii-blank\n',
      after: 'smtp_sasl_auth_enable = yes\n',
      proof: { by: 'postconf', says: 'unused parameter: smtp_sasl_auth_enable???=???yes' },
    },
    {
      before: 'mynetworks = 127.0.0.0/8\u00a0192.0.2.0/24\n#                       ^ non-ascii-blank\n',
      after: 'mynetworks = 127.0.0.0/8 192.0.2.0/24\n',
      proof: { by: 'smtpd', says: '554 5.7.1 <b@example.org>: Relay access denied', client: sender() },
    },
    {
      before:
        '-- master.cf --\nsmtp inet n - n - - smtpd\n\u3000\u3000-o smtpd_tls_wrappermode=yes\n#^ non-ascii-blank\n',
      proof: { by: 'postconf', says: 'line 2: bad field count' },
    },
    {
      before:
        '# \u3000a comment\nsmtpd_banner = $myhostname\u3000ESMTP\nlocal_transport = error:5.1.1 \u3042\u3000\u3044\n',
    },
  ],
  check(configuration, report) {
    for (const run of runsOf(configuration)) {
      const text = textOf(run);
      const newText = replacementOf(run);
      const isVisible = asciiBlank(text) !== '';
      const code = text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      const character = isVisible ? (ENGLISH[text[0] as string] ?? `U+${code}`) : `U+${code}`;
      report({
        at: run,
        message: isVisible ? 'blank' : 'invisible',
        values: { character },
        fixes: [
          {
            title: newText === '' ? 'remove' : 'replace',
            values: {},
            edits: [{ at: run, newText }],
            safe: true,
          },
        ],
      });
    }
  },
});

const ENGLISH: Readonly<Record<string, string>> = {
  '\u3000': 'A full-width space',
  '\u00a0': 'A no-break space',
};
const JAPANESE: Readonly<Record<string, string>> = {
  'A full-width space': '全角スペース',
  'A no-break space': 'ノーブレークスペース',
};

function* runsOf(configuration: Configuration): Generator<Slice> {
  const { main, master } = configuration;
  if (main && hasLookAlike(main.file.text)) {
    for (const entry of main.entries) {
      if (hasLookAlike(entry.name.line.text)) yield* inEntry(configuration, entry);
    }
    for (const { line } of main.malformed) yield* withoutMark(blanksInMalformed(line));
  }
  if (master && hasLookAlike(master.file.text)) {
    for (const service of master.services) {
      if (hasLookAlike(service.line.text)) yield* inService(configuration, service);
    }
    for (const line of master.malformed) yield* inWholeLine(line);
  }
}

function inEntry(configuration: Configuration, entry: ParameterEntry): Slice[] {
  const { name, value } = entry;
  const strictness = strictnessOf(configuration, entry);
  return [...withoutMark(nonAsciiBlanksIn(name)), ...certainRuns(value, nonAsciiBlanksIn(value), strictness)];
}

function inWholeLine(line: LogicalLine): Slice[] {
  return withoutMark(nonAsciiBlanksIn(wholeLine(line)));
}

function inService(configuration: Configuration, service: ServiceEntry): Slice[] {
  const free = freeTextOf(configuration, service);
  return inWholeLine(service.line).filter(
    (run) => !free.some(({ start, end }) => run.start >= start && run.end <= end),
  );
}

/** What may hold any text: the arguments of a command that a service runs, and some values after `-o`. */
function freeTextOf(configuration: Configuration, service: ServiceEntry): Slice[] {
  const values = service.overrides
    .map((entry) => ({ value: entry.value, strictness: strictnessOf(configuration, entry) }))
    .filter(({ strictness }) => strictness !== 'everywhere')
    .map(({ value }) => value);
  const argv = argvOf(service);
  return argv ? [...values, argv] : values;
}

function argvOf(service: ServiceEntry): Slice | undefined {
  if (!['pipe', 'spawn'].includes(programOf(service))) return undefined;
  for (const argument of service.arguments) {
    if (argument.kind !== 'argument' || !textOf(argument.content).startsWith('argv=')) continue;
    return sliceOf(service.line, argument.slice.start, service.line.text.length);
  }
  return undefined;
}

/** A byte order mark at the beginning of the file has a rule of its own. */
function withoutMark(runs: readonly Slice[]): Slice[] {
  return runs.filter((run) => offsetOf(run.line, run.start) > 0 || textOf(run)[0] !== '\ufeff');
}

/**
 * An ASCII blank; nothing where the run hides a character, or where a blank at the beginning of a line would make the
 * setting or the comment after it part of the value above.
 */
function replacementOf(run: Slice): string {
  const { line, end } = run;
  const isFirst = run.start === 0 && line.file.kind === 'main.cf';
  if (isFirst && /^#|^\w+\s*=/.test(meantName(line.text.slice(end, end + 100)))) return '';
  return asciiBlank(textOf(run));
}
