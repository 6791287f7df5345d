import assert from 'node:assert/strict';
import type { Configuration } from '../../server/src/engine/configuration/configuration';
import type { Problem } from '../../server/src/engine/rules/rule';
import { spanOf, textOf } from '../../server/src/engine/syntax/logicalLine';
import type { ParameterEntry } from '../../server/src/engine/syntax/mainCf';
import { configurationOf, problemsOf } from '../check';
import { places } from './places';
import { configurationDirectory, installedVersion, postconf, removeDirectory } from './postconf';

/** What the real postconf(1) warns about, we find, at its place. */

type Files = Readonly<Record<'main.cf' | 'master.cf', string>>;

interface Case {
  readonly name: string;
  readonly files: Files;
}

const SERVICES = 'smtp unix - - n - - smtp\n';

/** Configurations of our own: the test has something to do without the corpus. */
const OWN: readonly Case[] = Object.entries({
  'set twice': ['mydestination = a\nmydestination = b\n'],
  'set three times': ['mydestination = a\nmydestination = b\nmydestination = c\n'],
  'set twice to the same': ['mydestination = a, b\nmydestination =\n  a, b\n'],
  'set again with other blanks': ['mydestination = a, b\nmydestination = a,b\n'],
  'a name that nothing sets': ['mydestination = $nobody, localhost\n'],
  'in braces and parentheses': ['mydestination = ${nobody}, $(nowhere)\n'],
  'in a condition': ['mydestination = ${nobody?x}${nowhere:y}${{$never} == {z} ? {$no} : {$none}}\n'],
  'in a parameter of the user': ['mine = $nobody\nmydestination = $mine\n'],
  'in a parameter that nothing uses': ['mine = $nobody\n'],
  'in a parameter that is not expanded': ['luser_relay = $nobody@example.org\nforward_path = $none\n'],
  'in an entry that is replaced': ['mydestination = $nobody\nmydestination = localhost\n'],
  'after -o': ['', `${SERVICES}relay unix - - n - - smtp\n -o smtp_helo_name=$nobody -o { smtp_bind_address=$none }\n`],
  'set by -o': ['mydestination = $one\n', `${SERVICES}relay unix - - n - - smtp -o one=1 -o smtp_helo_name=$one\n`],
  'set by -o of another service': [
    '',
    `smtp unix - - n - - smtp -o one=1\nrelay unix - - n - - smtp -o smtp_helo_name=$one\n`,
  ],
  'of a service': [
    'mydestination = $relay_destination_recipient_limit $mine_destination_recipient_limit\n',
    `${SERVICES}relay unix - - n - - smtp\n`,
  ],
  'read-only': ['process_name = x\nprocess_id = 1\n', `smtp unix - - n - - smtp -o process_id=2\n`],
  'a regular expression': ['header_checks = pcre:{{/^(.*)$$/ PREPEND $1}}\n'],
  itself: ['mynetworks = $mynetworks, 127.0.0.0/8\n'],
  'each other': ['mydestination = $relay_domains\nrelay_domains = $mydestination\n'],
  'itself after -o': ['', `smtp unix - - n - - smtp -o smtp_helo_name=$smtp_helo_name\n`],
  'no equals sign': ['mydestination = a, \\\nb, \\\nc\n'],
}).map(([name, [main = '', master = SERVICES]]) => ({
  name,
  files: { 'main.cf': `compatibility_level = 3.6\n${main}`, 'master.cf': master },
}));

function cases(): readonly Case[] {
  const others = places()
    .filter(({ isEnvironmental }) => !isEnvironmental)
    .map(({ name, files }) => ({
      name,
      files: { 'main.cf': files['main.cf'].toString('latin1'), 'master.cf': files['master.cf'].toString('latin1') },
    }));
  return [...OWN, ...others];
}

/** What depends on this machine and its network and not on the text. */
const OF_THE_MACHINE = /host not found|no local interface/;

describe('the warnings of the real postconf', function () {
  this.timeout(60_000);
  before(function () {
    if (!installedVersion) {
      console.log('skipped: there is no postconf on the PATH');
      this.skip();
    }
  });

  for (const { name, files } of cases()) {
    it(name, async () => {
      const directory = configurationDirectory(files);
      try {
        const answers = [await postconf('-c', directory, '-n', '-x'), await postconf('-c', directory, '-P', '-x')];
        const said = answers.map(({ stderr }) => stderr.replaceAll(`${directory}/`, '')).join('');
        const checked = new Checked(files);
        if (answers.every(({ status }) => status === 0)) compareWarnings(said, checked, directory);
        else if (!OF_THE_MACHINE.test(said)) compareErrors(said, checked);
      } finally {
        removeDirectory(directory);
      }
    });
  }
});

function compareWarnings(said: string, checked: Checked, directory: string): void {
  const overridden = [...said.matchAll(/warning: main\.cf, line \d+: overriding earlier entry: ([^=]+)=(.*)/g)]
    .map(([, name = '', value = '']) => `${name} = ${value}`)
    // postconf(1) itself sets it for `-c`.
    .filter((setting) => setting !== `config_directory = ${directory}`);
  assert.deepEqual(checked.overridden(), unique(overridden), 'overriding earlier entry');

  const readOnly = [...said.matchAll(/(\S+): read-only parameter assignment: ([^=]+)=/g)];
  assert.deepEqual(
    checked.textsOf('read-only-parameter'),
    unique(readOnly.map(([, file, name]) => `${file} ${name}`)),
    'read-only parameter assignment',
  );

  const undefinedNames = unique(
    [...said.matchAll(/(\S+): undefined parameter: (.*)/g)].map(([, file, name]) => `${file} ${name}`),
  );
  for (const one of undefinedNames) assert.ok(checked.hasProblemWith(one), `undefined parameter: ${one}`);
  for (const one of checked.undefinedNames()) assert.ok(undefinedNames.includes(one), `postconf knows ${one}`);
}

/** One fatal error hides all the rest; it names a line, or the value that it cannot expand. */
function compareErrors(said: string, checked: Checked): void {
  const line = /(main\.cf|master\.cf)(?:, line |: line )(\d+)/.exec(said);
  if (line) assert.ok(checked.hasErrorAt(line[1] as string, Number(line[2])), said);
  else
    assert.ok(
      checked.problems.some(({ severity }) => severity === 'error'),
      said,
    );
}

/** What we find in a configuration. */
class Checked {
  readonly problems: readonly Problem[];
  private readonly configuration: Configuration;

  constructor(files: Files) {
    const options = { version: installedVersion as string };
    this.problems = problemsOf(files, options);
    this.configuration = configurationOf(files, options);
  }

  /** `file text` of all that a rule reports. */
  textsOf(id: string): string[] {
    return unique(this.of(id).map(({ span }) => `${span.file.kind} ${textIn(span)}`));
  }

  /** `name = value` of the entries of main.cf that are set again. */
  overridden(): string[] {
    const reported = new Set(this.of('duplicate-parameter').map(({ span }) => span.start));
    return unique(
      this.entries('main.cf')
        .filter(({ name }) => reported.has(spanOf(name).start))
        .map(({ name, value }) => `${textOf(name)} = ${textOf(value)}`),
    );
  }

  undefinedNames(): string[] {
    const names = this.of('undefined-name').map(({ span }) => `${span.file.kind} ${textIn(span).replace(/\W/g, '')}`);
    return unique(names);
  }

  /** Whether something is reported in an entry that uses a name. */
  hasProblemWith(fileAndName: string): boolean {
    const [file = '', name = ''] = fileAndName.split(' ');
    const uses = new RegExp(`\\$\\s*(?:[({]\\s*)?${name}(?!\\w)`);
    return this.entries(file).some(
      (entry) =>
        uses.test(textOf(entry.value)) &&
        this.problems.some(
          ({ span }) =>
            span.file.kind === file && span.start >= spanOf(entry.name).start && span.end <= spanOf(entry.value).end,
        ),
    );
  }

  hasErrorAt(file: string, line: number): boolean {
    return this.problems.some(({ severity, span }) => {
      if (severity !== 'error' || span.file.kind !== file) return false;
      const { text } = span.file;
      const first = text.slice(0, span.start).split('\n').length;
      // A backslash is to blame for the line that it was meant to go on with.
      return line >= first && line <= first + textIn(span).split('\n').length;
    });
  }

  private of(id: string): Problem[] {
    return this.problems.filter(({ rule }) => rule === id);
  }

  private entries(file: string): readonly ParameterEntry[] {
    const { main, master } = this.configuration;
    if (file === 'main.cf') return main?.entries ?? [];
    return (master?.services ?? []).flatMap(({ overrides }) => overrides);
  }
}

function textIn({ file, start, end }: Problem['span']): string {
  return file.text.slice(start, end);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
