import assert from 'node:assert/strict';
import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { configurationDirectory, installedVersion, removeDirectory } from '../postconf/postconf';

const program = path.join(__dirname, '../../../dist/postfix-config.js');

/** Runs the bundled program as a user would; a version is given, so that it asks no postconf. */
function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
  const result = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', ...env },
  });
  assert.equal(result.signal, null);
  return result;
}

const VERSION = ['--postfix-version', '3.7'];

describe('postfix-config', function () {
  this.timeout(30_000);
  let directory: string;
  const write = (name: string, content: string | Buffer) => {
    fs.writeFileSync(path.join(directory, name), content);
    return path.join(directory, name);
  };
  beforeEach(() => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'postfix-'));
  });
  afterEach(() => {
    fs.chmodSync(directory, 0o700);
    fs.rmSync(directory, { recursive: true });
  });

  describe('check', () => {
    it('finds nothing in a clean configuration: status 0', () => {
      write('main.cf', 'compatibility_level = 3.6\n');
      const { status, stdout, stderr } = run(['check', ...VERSION, directory]);
      assert.deepEqual([status, stdout, stderr], [0, 'No problems found.\n', '']);
    });

    it('prints a line for each problem and counts them: status 1', () => {
      const file = write('main.cf', 'compatibility_level = 3.6\nsmtpd_baner = x\n');
      const { status, stdout } = run(['check', ...VERSION, directory]);
      assert.equal(status, 1);
      assert.ok(stdout.startsWith(`${file}:2:1: error: `), stdout);
      assert.match(stdout, /\[unknown-parameter\]\n1 error, 0 warnings, 0 notes\n$/);
    });

    it('does as the settings beside main.cf say: version, severities', () => {
      write('main.cf', 'compatibility_level = 2\nsoft_bounce = true\nmaillog_file = /var/log/x\n');
      write('.postfix-config.json', '{ "postfixVersion": "3.3", "rules": { "bad-boolean": "off" } }');
      assert.match(run(['check', directory]).stdout, /3\.4.*\[unknown-parameter\]\n0 errors, 1 warning/s);
      // A version on the command line comes before that of the file.
      assert.match(run(['check', ...VERSION, directory]).stdout, /No problems found/);
      assert.match(run(['show', '-d', directory]).stdout, /^mail_version = 3\.3$/m);
    });

    it('says where the settings are wrong, and goes on: status 2', () => {
      write('main.cf', 'compatibility_level = 3.6\n');
      const file = write('.postfix-config.json', '{\n  "rules": { "bad-tme": "off" }\n}\n');
      const { status, stdout, stderr } = run(['check', ...VERSION, directory]);
      assert.deepEqual([status, stdout], [2, 'No problems found.\n']);
      assert.equal(stderr, `postfix-config: ${file}:2:14: There is no rule \`bad-tme\`. Did you mean \`bad-time\`?\n`);
    });

    it('takes a file for a template by its name, or by a line that begins with markup', () => {
      const text = '{% if tls %}\n{{ lines }}\nsoft_bounce = true\n{% endif %}\n';
      const template = write('main.cf.erb', 'soft_bounce = <%= x %>\nmyhostname = <%= y %>\n');
      assert.equal(run(['check', ...VERSION, template]).stdout, 'No problems found.\n');
      write('main.cf', text);
      assert.match(run(['check', ...VERSION, directory]).stdout, /:3:15: error: .*\n1 error, 0 warnings/);
    });

    it('prints one JSON array, 1-based, end excluded', () => {
      const file = write('main.cf', 'compatibility_level = 3.6\nsmtpd_baner = x\n');
      const { stdout } = run(['check', ...VERSION, '--format', 'json', directory]);
      const [finding, ...others] = JSON.parse(stdout);
      assert.equal(others.length, 0);
      const { message, fixes, ...rest } = finding;
      assert.deepEqual(rest, {
        file, line: 2, column: 1, endLine: 2, endColumn: 12, severity: 'error', rule: 'unknown-parameter',
      }); // biome-ignore format: one finding, one line
      assert.match(message, /smtpd_banner/);
      assert.equal(fixes[0].edits[0].newText, 'smtpd_banner');
    });

    it('speaks Japanese where it is asked to, or the environment says so', () => {
      write('main.cf', 'compatibility_level = 3.6\nsmtpd_baner = x\n');
      assert.match(run(['check', ...VERSION, '--lang', 'ja', directory]).stdout, /エラー: .*パラメータ/);
      assert.match(run(['check', ...VERSION, directory], { LC_ALL: 'ja_JP.UTF-8' }).stdout, /エラー 1 件/);
    });

    it('checks one file, and names it as it was given', () => {
      write('master.cf', 'smtp inet n - n - - smptd\n');
      const file = write('main.cf', 'smtpd_baner = x\n');
      const findings = JSON.parse(run(['check', ...VERSION, '--format', 'json', file]).stdout);
      assert.deepEqual([...new Set(findings.map((finding: { file: string }) => finding.file))], [file]);
    });

    it('joins the name that was given with the file that was found', () => {
      write('main.cf', 'smtpd_baner = x\n');
      const relative = path.relative(process.cwd(), directory);
      const [finding] = JSON.parse(run(['check', ...VERSION, '--format', 'json', relative]).stdout);
      assert.equal(finding.file, path.join(relative, 'main.cf'));
    });

    const withSpecial = (make: () => unknown) => {
      make();
      return directory;
    };
    const cases: readonly [string, () => string, number, RegExp][] = [
      ['a directory that is not there', () => path.join(directory, 'nowhere'), 2, /no such file or directory/],
      ['a directory without configuration', () => directory, 2, /neither a main\.cf nor a master\.cf/],
      ['a file of another name', () => write('hosts', 'x'), 2, /neither a main\.cf nor a master\.cf by its name/],
      ['a directory in the place of main.cf', () => withSpecial(() => fs.mkdirSync(path.join(directory, 'main.cf'))), 2, /is a directory/],
      ['a named pipe', () => withSpecial(() => execFileSync('mkfifo', [path.join(directory, 'main.cf')])), 2, /not a regular file/],
    ]; // biome-ignore format: a table
    for (const [what, make, status, message] of cases) {
      it(`says what is wrong with ${what}`, () => {
        const result = run(['check', ...VERSION, make()]);
        assert.equal(result.status, status);
        assert.match(result.stderr, message);
        assert.equal(result.stderr.trim().split('\n').length, 1);
      });
    }

    it('says that it may not read a directory', function () {
      write('main.cf', 'x = y\n');
      fs.chmodSync(directory, 0);
      // Root may read everything: the test runs as another user then.
      const asNobody = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--clear-groups'] : [];
      const copy = path.join(os.tmpdir(), `postfix-config-${process.pid}.js`);
      fs.copyFileSync(program, copy);
      const [command = '', ...args] = [...asNobody, process.execPath, copy, 'check', ...VERSION, directory];
      const result = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
      fs.rmSync(copy);
      if (result.error) return this.skip();
      assert.equal(result.status, 2);
      assert.match(result.stderr, /permission/);
    });

    it('takes any bytes: binary, a line of 5 MB, invalid UTF-8, CRLF', () => {
      for (const content of [
        Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) & 255)),
        Buffer.from(`a = ${'x '.repeat(2_500_000)}`),
        Buffer.from('smtpd_banner = caf\xe9\n', 'latin1'),
        Buffer.from('smtpd_banner = x\r\nmyorigin = y\r\n'),
      ]) {
        write('main.cf', content);
        write('master.cf', content);
        const { status, stderr } = run(['check', ...VERSION, directory]);
        assert.ok(status === 0 || status === 1, stderr);
        assert.equal(stderr, '');
      }
    });

    it('says nothing of a missing master.cf', () => {
      write('main.cf', 'compatibility_level = 3.6\nrelay_destination_rate_delay = 1s\n');
      assert.equal(run(['check', ...VERSION, directory]).status, 0);
    });
  });

  describe('show', () => {
    it('prints what postconf prints, byte for byte', function () {
      if (!installedVersion) {
        console.log('skipped: there is no postconf on the PATH');
        return this.skip();
      }
      const copy = configurationDirectory({
        'main.cf': Buffer.from(
          'compatibility_level = 3.6\nsmtpd_banner = caf\xe9  $myhostname\nmydestination =\n',
          'latin1',
        ),
        'master.cf': 'smtp inet n - y - - smtpd\n  -o { smtpd_banner = a b }\nrelay unix - - n - - smtp -o x=$y\n',
      });
      for (const options of [['-n'], ['-x'], ['-M'], ['-F'], ['-P']]) {
        const theirs = spawnSync('postconf', ['-c', copy, ...(options[0] === '-x' ? ['-n', '-x'] : options)]);
        const ours = spawnSync(process.execPath, [program, 'show', ...options, copy]);
        assert.ok(ours.stdout.equals(theirs.stdout), `${options}\n${ours.stdout}${theirs.stdout}${ours.stderr}`);
        assert.ok(ours.stdout.length > 0);
      }
      removeDirectory(copy);
    });

    it('names the line where postconf is fatal', () => {
      const file = write('main.cf', 'a = b\n\nrelayhost [h]\n');
      write('master.cf', '');
      const { status, stdout, stderr } = run(['show', ...VERSION, '-n', directory]);
      assert.deepEqual([status, stdout], [2, '']);
      assert.ok(stderr.startsWith(`postfix-config: ${file}:3:1: missing '='`), stderr);
    });
  });

  describe('explain', () => {
    it('explains a parameter and a rule in both languages', () => {
      assert.match(run(['explain', ...VERSION, 'relayhost']).stdout, /\*\*relayhost\*\*[\s\S]*OP25B/);
      assert.match(run(['explain', ...VERSION, '--lang', 'ja', 'relayhost']).stdout, /宛先/);
      assert.match(run(['explain', ...VERSION, 'unknown-parameter']).stdout, /smtpd_baner/);
    });

    it('suggests the nearest name', () => {
      const { status, stderr } = run(['explain', ...VERSION, 'relayhots']);
      assert.equal(status, 2);
      assert.match(stderr, /`relayhost`/);
    });
  });

  it('helps, and says what is wrong with its own arguments', () => {
    assert.match(run(['--help']).stdout, /postfix-config check/);
    assert.match(run(['--help', '--lang', 'ja']).stdout, /検査/);
    assert.match(run(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
    for (const args of [
      [],
      ['nonsense'],
      ['check', '--format', 'xml'],
      ['show'],
      ['check', '--lang', 'fr'],
      ['check', '--bad'],
      ['check', '--postfix-version', 'x'],
    ]) {
      const { status, stdout, stderr } = run(args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^postfix-config: .+\n$/);
    }
  });
});
