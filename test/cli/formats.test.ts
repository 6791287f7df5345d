import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Ajv from 'ajv';
import { formatGithub } from '../../server/src/cli/github';
import type { Finding } from '../../server/src/cli/report';
import { rules } from '../../server/src/engine/rules/index';

/** The formats that programs read, and several names in one run. */
const root = path.join(__dirname, '../../..');
const program = path.join(root, 'dist/postfix-config.js');
const HOME_SERVER = 'examples/home-server';
const FIXED = 'examples/home-server-fixed';

interface Run {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

function check(args: readonly string[], { cwd = root, env = {} }: Run = {}): SpawnSyncReturns<string> {
  const { GITHUB_WORKSPACE: _, ...environment } = process.env;
  const result = spawnSync(process.execPath, [program, 'check', '--postfix-version', '3.7', ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...environment, LC_ALL: 'C', ...env },
    maxBuffer: 1 << 26,
  });
  assert.equal(result.signal, null);
  return result;
}

const lines = (text: string) => text.trimEnd().split('\n');

describe('check', () => {
  let directory: string;
  const write = (name: string, content: string) => {
    const file = path.join(directory, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  };
  beforeEach(() => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'postfix-'));
  });
  afterEach(() => fs.rmSync(directory, { recursive: true }));

  describe('--format json', () => {
    it('adds the fixes to each finding', () => {
      const findings: Finding[] = JSON.parse(check(['--format', 'json', HOME_SERVER]).stdout);
      const file = `${HOME_SERVER}/main.cf`;
      const blank = findings.find(({ rule }) => rule === 'non-ascii-blank');
      const place = { file, line: 10, column: 26, endLine: 10, endColumn: 27 };
      assert.deepEqual(blank, {
        ...place,
        severity: 'error',
        rule: 'non-ascii-blank',
        message: blank?.message,
        fixes: [{ title: 'Replace by an ASCII blank', safe: true, edits: [{ ...place, newText: ' ' }] }],
      });
      const brackets = findings.find(({ rule }) => rule === 'relayhost-without-brackets');
      assert.deepEqual(
        brackets?.fixes.map(({ safe, edits }) => [safe, edits.map(({ newText }) => newText)]),
        [[false, ['[smtp.example.ne.jp]:587']]],
      );
    });

    it('prints an empty array where nothing is wrong', () => {
      const { status, stdout } = check(['--format', 'json', FIXED]);
      assert.deepEqual([status, stdout], [0, '[]\n']);
    });
  });

  describe('--format sarif', () => {
    interface Log {
      readonly runs: readonly {
        readonly tool: { readonly driver: { readonly version: string; readonly rules: readonly Descriptor[] } };
        readonly results: readonly Result[];
        readonly invocations: readonly unknown[];
      }[];
    }
    interface Descriptor {
      readonly id: string;
      readonly shortDescription: { readonly text: string };
      readonly fullDescription: { readonly text: string };
      readonly help: { readonly markdown: string };
      readonly defaultConfiguration: { readonly level: string };
      readonly properties: { readonly tags: readonly string[] };
    }
    interface Result {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: unknown; readonly region?: unknown };
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly fixes?: readonly unknown[];
    }

    const schemaFile = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    // Draft 4 names the schema `id`; Ajv expects a later draft, which has the same keywords otherwise.
    const { $schema: _, id: __, ...schema } = JSON.parse(fs.readFileSync(schemaFile, 'utf8'));
    // A pattern of the schema is no Unicode regular expression. Formats are not built into Ajv.
    const isValid = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(schema);

    function runOf(args: readonly string[], options: Run = {}) {
      const { stdout } = check(['--format', 'sarif', ...args], options);
      const log: Log = JSON.parse(stdout);
      assert.ok(isValid(log), JSON.stringify(isValid.errors));
      assert.equal(log.runs.length, 1);
      return log.runs[0]!;
    }
    const locationOf = (result: Result | undefined) => result?.locations[0]?.physicalLocation.artifactLocation;

    it('the schema finds what is wrong', () => {
      assert.ok(!isValid({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x', colour: 'red' } } }] }));
    });

    it('describes every rule', () => {
      const { driver } = runOf([FIXED]).tool;
      assert.match(driver.version, /^\d+\.\d+\.\d+$/);
      assert.deepEqual(
        driver.rules.map(({ id }) => id),
        rules.map(({ id }) => id),
      );
      const relay = driver.rules.find(({ id }) => id === 'no-relay-guard');
      const { title, why } = rules.find(({ id }) => id === 'no-relay-guard')!.en;
      assert.deepEqual([relay?.shortDescription.text, relay?.fullDescription.text], [title, why]);
      assert.equal(relay?.defaultConfiguration.level, 'error');
      assert.match(relay.help.markdown, /^Wrong:\n```postfix-main\n/m);
      assert.deepEqual(relay.properties.tags, ['postfix', 'configuration']);
      // GitHub cuts longer ones.
      for (const { fullDescription } of driver.rules) assert.ok(fullDescription.text.length <= 1024);
    });

    it('places each result and tells its fixes and fingerprints', () => {
      const { results, ...run } = runOf([HOME_SERVER]);
      assert.deepEqual(run.invocations, [{ executionSuccessful: true }]);
      const artifactLocation = { uri: `${HOME_SERVER}/main.cf`, uriBaseId: '%SRCROOT%' };
      const region = { startLine: 10, startColumn: 26, endLine: 10, endColumn: 27 };
      const found = results.find(({ ruleId }) => ruleId === 'non-ascii-blank');
      assert.deepEqual(found, {
        ruleId: 'non-ascii-blank',
        ruleIndex: rules.findIndex(({ id }) => id === 'non-ascii-blank'),
        level: 'error',
        message: { text: found?.message.text },
        locations: [{ physicalLocation: { artifactLocation, region } }],
        fixes: [
          {
            description: { text: 'Replace by an ASCII blank' },
            artifactChanges: [
              { artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: ' ' } }] },
            ],
            properties: { safe: true },
          },
        ],
        partialFingerprints: {
          // As the upload-sarif action calculates it.
          primaryLocationLineHash: 'c02061a88f5d9112:1',
          primaryLocationStartColumnFingerprint: '25',
        },
      });
      const levels = new Map(results.map((result) => [result.ruleId, (result as { level?: string }).level]));
      assert.deepEqual(
        ['password-in-clear', 'deprecated-parameter', 'relayhost-without-brackets'].map((id) => levels.get(id)),
        ['warning', 'note', 'note'],
      );
    });

    it('has an empty list of results where nothing is wrong', () => {
      assert.deepEqual(runOf([FIXED]).results, []);
    });

    it('speaks Japanese', () => {
      const { tool, results, ...run } = runOf(['--lang', 'ja', HOME_SERVER]);
      assert.equal((run as { language?: string }).language, 'ja');
      assert.match(tool.driver.rules[0]?.help.markdown ?? '', /^間違い:$/m);
      assert.match(results[0]?.message.text ?? '', /全角スペース/);
    });

    it('keeps like results apart, and knows them again when lines come and go', () => {
      const banner = 'smtpd_baner = x\n';
      const fingerprints = (text: string) => {
        write('main.cf', `compatibility_level = 3.6\n${text}`);
        const { results } = runOf([directory]);
        const found = results.filter(({ ruleId }) => ruleId === 'unknown-parameter' || ruleId === 'non-ascii-blank');
        return found.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
      };
      const before = fingerprints(`${banner}mynetworks = 10.0.0.1,　10.0.0.2,　10.0.0.3\n${banner}`);
      assert.equal(new Set(before).size, 4);
      const after = fingerprints(`\n# a comment\n${banner}mynetworks = 10.0.0.1,　10.0.0.2,　10.0.0.3\n${banner}`);
      assert.deepEqual(after, before);
    });

    it('counts columns in UTF-16 units', () => {
      write('main.cf', 'compatibility_level = 3.6\nmynetworks = 𠮷　10.0.0.1\n');
      const found = runOf([directory]).results.find(({ ruleId }) => ruleId === 'non-ascii-blank');
      assert.deepEqual(found?.locations[0]?.physicalLocation.region, {
        startLine: 2,
        startColumn: 16,
        endLine: 2,
        endColumn: 17,
      });
    });

    it('names files as URIs, from the root of the repository', () => {
      write('設定 100%/a#b/main.cf', 'smtpd_baner = x\n');
      const uri = '%E8%A8%AD%E5%AE%9A%20100%25/a%23b/main.cf';
      const name = path.join('設定 100%', 'a#b');
      assert.deepEqual(locationOf(runOf([name], { cwd: directory }).results[0]), { uri, uriBaseId: '%SRCROOT%' });
      // A step of a workflow may run in a folder of the repository.
      const inFolder = { cwd: path.join(directory, '設定 100%'), env: { GITHUB_WORKSPACE: directory } };
      assert.deepEqual(locationOf(runOf(['a#b'], inFolder).results[0]), { uri, uriBaseId: '%SRCROOT%' });
      const elsewhere = locationOf(runOf([path.join(directory, name)]).results[0]) as { uri: string };
      assert.ok(elsewhere.uri.startsWith('file:///') && elsewhere.uri.endsWith(uri), elsewhere.uri);
      assert.ok(!('uriBaseId' in elsewhere));
    });

    it('tells what could not be read', () => {
      const { invocations, results } = runOf(['docs', HOME_SERVER, 'nowhere']);
      assert.ok(results.length > 0);
      const told = (uri: string, text: string) => ({
        level: 'error',
        message: { text },
        locations: [{ physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' } } }],
      });
      assert.deepEqual(invocations, [
        {
          executionSuccessful: false,
          toolExecutionNotifications: [
            told('docs', 'docs: has neither a main.cf nor a master.cf.'),
            told('nowhere', 'nowhere: no such file or directory.'),
          ],
        },
      ]);
    });
  });

  describe('--format github', () => {
    it('prints a workflow command for each problem and counts them', () => {
      const { status, stdout } = check(['--format', 'github', HOME_SERVER]);
      assert.equal(status, 1);
      const printed = lines(stdout);
      const blank =
        '::error file=examples/home-server/main.cf,line=10,endLine=10,col=26,endColumn=27,title=non-ascii-blank::';
      assert.ok(
        printed.some((line) => line.startsWith(`${blank}A full-width space`)),
        stdout,
      );
      const has = (command: string, rule: string) =>
        printed.some((line) => line.startsWith(`::${command} `) && line.includes(`,title=${rule}::`));
      assert.ok(has('warning', 'password-in-clear'));
      assert.ok(has('notice', 'deprecated-parameter') && has('notice', 'relayhost-without-brackets'));
      assert.equal(printed.at(-1), lines(check([HOME_SERVER]).stdout).at(-1));
      assert.equal(printed.length, lines(check([HOME_SERVER]).stdout).length);
    });

    it('prints only the count where nothing is wrong', () => {
      const { status, stdout } = check(['--format', 'github', FIXED]);
      assert.deepEqual([status, stdout], [0, 'No problems found.\n']);
    });

    it('tells what could not be read', () => {
      const { status, stdout } = check(['--format', 'github', 'docs']);
      const complaint = '::error title=postfix-config::docs: has neither a main.cf nor a master.cf.';
      assert.deepEqual([status, stdout], [2, `${complaint}\nNo problems found.\n`]);
    });

    it('escapes what has a meaning in a command', () => {
      write('a,b：100%:é/main.cf', 'compatibility_level = 3.6\nsmtpd_baner = x\n');
      const { stdout } = check(['--format', 'github', '--lang', 'ja', 'a,b：100%:é'], { cwd: directory });
      assert.ok(stdout.startsWith('::error file=a%2Cb：100%25%3Aé/main.cf,line=2,'), stdout);
      assert.match(stdout, /^::error .*::`smtpd_baner` というパラメータは/);

      const finding: Finding = {
        file: 'main.cf', line: 1, column: 2, endLine: 3, endColumn: 4, severity: 'hint', rule: 'a-rule',
        message: '100 %: a, b\r\nc　d', fixes: [],
      }; // biome-ignore format: one finding, two lines
      const [command] = lines(formatGithub({ findings: [finding], complaints: [] }, 'en'));
      // Columns have a meaning to GitHub within one line only.
      const properties = `file=${path.relative(root, path.resolve('main.cf'))},line=1,endLine=3,title=a-rule`;
      assert.equal(command, `::notice ${properties}::100 %25: a, b%0D%0Ac　d`);
    });
  });

  describe('several names', () => {
    const files = (args: readonly string[]) => {
      const findings: Finding[] = JSON.parse(check(['--format', 'json', ...args], { cwd: directory }).stdout);
      return findings.map(({ file, rule }) => `${file} ${rule}`);
    };
    beforeEach(() => {
      for (const name of ['b', 'a']) {
        write(`${name}/main.cf`, 'compatibility_level = 3.6\nsmtpd_baner = x\n');
        write(`${name}/master.cf`, 'smtp inet n - n - - smptd\n');
      }
    });

    it('are checked in their order', () => {
      const found = (name: string) => [
        `${path.join(name, 'main.cf')} unknown-parameter`,
        `${path.join(name, 'master.cf')} unknown-program`,
      ];
      assert.deepEqual(files(['b', 'a']), [...found('b'), ...found('a')]);
      assert.deepEqual(files(['a', 'b']), [...found('a'), ...found('b')]);
      assert.deepEqual(files(['b/master.cf', 'a']), [found('b')[1], ...found('a')]);
    });

    it('are checked once, however they are written', () => {
      const once = files(['a']);
      for (const names of [
        ['a', 'a'],
        ['a', './a/', path.join(directory, 'a')],
        ['a', 'a/master.cf', 'a/main.cf'],
      ]) {
        assert.deepEqual(files(names), once, names.join(' '));
      }
      assert.equal(files(['a/main.cf', 'a']).length, once.length);
      assert.equal(lines(check(['nowhere', 'nowhere'], { cwd: directory }).stderr).length, 1);
    });

    it('the worst of all is the exit status; what cannot be read does not keep the others from being checked', () => {
      write('clean/main.cf', 'compatibility_level = 3.6\n');
      write('empty/README', '');
      write('wrong/main.cf/x', '');
      const status = (...names: string[]) => check(names, { cwd: directory }).status;
      assert.deepEqual([status('clean'), status('clean', 'a'), status('a', 'clean')], [0, 1, 1]);
      const { status: worst, stdout, stderr } = check(['clean', 'empty', 'a', 'wrong', 'b'], { cwd: directory });
      assert.equal(worst, 2);
      assert.deepEqual(lines(stderr), [
        'postfix-config: empty: has neither a main.cf nor a master.cf.',
        `postfix-config: ${path.join('wrong', 'main.cf')}: is a directory, not a file.`,
      ]);
      assert.equal(lines(stdout).at(-1), '2 errors, 2 warnings, 0 notes');
    });

    /** The processor time of a run, in seconds: unlike the clock it does not tell what else the machine does. */
    const secondsOf = (args: readonly string[]) => {
      const command = [process.execPath, program, 'check', '--postfix-version', '3.7', ...args];
      const options = { cwd: directory, encoding: 'utf8' } as const;
      const { stdout } = spawnSync('sh', ['-c', '"$@" >output; times', 'sh', ...command], options);
      // The second line is that of the children: `0m0.45s 0m0.06s`.
      const [user = '', system = ''] = lines(stdout)[1]?.split(' ') ?? [];
      const seconds = (text: string) => Number(/m([\d.]+)s$/.exec(text)?.[1]);
      return seconds(user) + seconds(system);
    };

    it('are many: sixty directories take less than three seconds', () => {
      const names = Array.from({ length: 60 }, (_, i) => `many/${i}`);
      for (const name of names) {
        fs.cpSync(path.join(root, HOME_SERVER), path.join(directory, name), { recursive: true });
      }
      const seconds = secondsOf(['--format', 'json', ...names]);
      const found = JSON.parse(fs.readFileSync(path.join(directory, 'output'), 'utf8')).length;
      assert.ok(found >= 60 * 12 && seconds < 3, `${found} problems, ${seconds} s`);
    });

    it('may have a problem in each of many lines', () => {
      write('long/main.cf', 'smtpd_baner = x\n'.repeat(20_000));
      for (const format of ['json', 'sarif', 'github']) {
        const seconds = secondsOf(['--format', format, 'long']);
        assert.ok(seconds < 5, `${format}: ${seconds} s`);
      }
    });
  });
});
