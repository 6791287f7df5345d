import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const program = path.join(__dirname, '../../../dist/postfix-config.js');
const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

/** Mistakes that can be mended: on the second line of each file. */
const MAIN = 'compatibility_level = 3.6\nsoft_bounce = true\n';
const MASTER = 'smtp inet n - n - - smtpd\n-o syslog_name=postfix/mx\n';
const FIXED_MAIN = 'compatibility_level = 3.6\nsoft_bounce = yes\n';
const FIXED_MASTER = 'smtp inet n - n - - smtpd\n  -o syslog_name=postfix/mx\n';

describe('postfix-config check --fix', function () {
  this.timeout(30_000);
  let directory: string;
  let main: string;
  let master: string;
  beforeEach(() => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'postfix-fix-'));
    main = path.join(directory, 'main.cf');
    master = path.join(directory, 'master.cf');
  });
  afterEach(() => {
    fs.chmodSync(directory, 0o700);
    fs.rmSync(directory, { recursive: true });
  });

  /** Runs the bundled program; a version is given, so that it asks no postconf. */
  function fix(args: readonly string[], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
    return run([process.execPath, program], args, env);
  }

  function run(command: readonly string[], args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const [first = '', ...rest] = [...command, 'check', '--fix', '--postfix-version', '3.7', ...args];
    return spawnSync(first, rest, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', ...env } });
  }

  const read = (file: string) => fs.readFileSync(file, 'utf8');
  /** Whatever happens, nothing is left behind. */
  const mustHold = (...names: string[]) => assert.deepEqual(fs.readdirSync(directory).sort(), names.sort());

  function mustRefuse({ status, stderr }: SpawnSyncReturns<string>, message: RegExp): void {
    assert.match(stderr, message);
    assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
    assert.equal(status, 2);
  }

  describe('what it says', () => {
    it('reports what was fixed, and then what remains: status 1', () => {
      fs.writeFileSync(main, `${MAIN}smtpd_baner = x\n`);
      fs.writeFileSync(master, MASTER);
      const { status, stdout, stderr } = fix([directory]);
      assert.deepEqual(stdout.split('\n'), [
        `${main}:2: fixed: Change to \`yes\` [bad-boolean]`,
        `${master}:2: fixed: Indent the line [option-at-line-start]`,
        '2 fixes applied.',
        `${main}:3:1: error: Postfix has no parameter \`smtpd_baner\`, so this setting has no effect. Did you mean \`smtpd_banner\`? [unknown-parameter]`,
        '1 error, 0 warnings, 0 notes',
        '',
      ]);
      assert.deepEqual([status, stderr], [1, '']);
      assert.deepEqual([read(main), read(master)], [`${FIXED_MAIN}smtpd_baner = x\n`, FIXED_MASTER]);
      mustHold('main.cf', 'master.cf');
    });

    it('ends with status 0 where nothing remains', () => {
      fs.writeFileSync(main, MAIN);
      const { status, stdout } = fix([directory]);
      assert.deepEqual(
        [status, stdout],
        [0, `${main}:2: fixed: Change to \`yes\` [bad-boolean]\n1 fix applied.\nNo problems found.\n`],
      );
    });

    it('speaks Japanese', () => {
      fs.writeFileSync(main, MAIN);
      const { stdout } = fix(['--lang', 'ja', directory]);
      assert.match(
        stdout,
        /main\.cf:2: 修正: .*`yes`.*\[bad-boolean\]\n1 件を修正しました。\n問題は見つかりませんでした。/,
      );
    });

    it('names lines as they are now', () => {
      fs.writeFileSync(main, 'myorigin = a # x\nmyhostname = b.example # y\nsoft_bounce = true\n');
      const { stdout } = fix([main]);
      assert.equal(read(main), '# x\nmyorigin = a\n# y\nmyhostname = b.example\nsoft_bounce = yes\n');
      assert.deepEqual(
        [...stdout.matchAll(/:(\d+): fixed/g)].map(([, line]) => line),
        ['2', '4', '5'],
      );
    });

    it('leaves standard output to the problems in the formats for programs', () => {
      fs.writeFileSync(main, `${MAIN}smtpd_baner = x\n`);
      const { stdout, stderr } = fix(['--format', 'json', directory]);
      assert.deepEqual(
        JSON.parse(stdout).map(({ rule, line }: { rule: string; line: number }) => [rule, line]),
        [['unknown-parameter', 3]],
      );
      assert.match(stderr, /main\.cf:2: fixed: .* \[bad-boolean\]\n1 fix applied\.\n$/);
    });
  });

  describe('what it writes', () => {
    it('mends a file given alone alone', () => {
      fs.writeFileSync(main, MAIN);
      fs.writeFileSync(master, MASTER);
      assert.equal(fix([main]).status, 0);
      assert.deepEqual([read(main), read(master)], [FIXED_MAIN, MASTER]);
      assert.equal(fix([master]).status, 0);
      assert.equal(read(master), FIXED_MASTER);
    });

    it('does not touch a file without mistakes', () => {
      fs.writeFileSync(main, FIXED_MAIN);
      fs.writeFileSync(master, MASTER);
      const before = fs.statSync(main);
      const { status, stdout } = fix([directory]);
      const { ino, mtimeMs } = fs.statSync(main);
      assert.deepEqual([ino, mtimeMs], [before.ino, before.mtimeMs]);
      assert.equal(status, 0);
      const again = fix([directory]);
      assert.deepEqual([again.status, again.stdout], [0, 'Nothing was fixed.\nNo problems found.\n']);
      assert.match(stdout, /1 fix applied/);
    });

    it('keeps every other byte: line endings, a missing last one, control characters, other languages', () => {
      const text = (value: string) =>
        `# \u0001\t日本語 😀\r\nsoft_bounce = ${value}\r\n\r\n# a\rb\nmyorigin =\t$mydomain  \r\nmail_name = x`;
      fs.writeFileSync(main, text('true'));
      fix([main]);
      assert.equal(read(main), text('yes'));
    });

    it('fixes what shows only when something else is mended', () => {
      fs.writeFileSync(main, 'relayhost = [a.example]\n  soft_bounce = true # x\n');
      fix([main]);
      assert.equal(read(main), 'relayhost = [a.example]\n# x\nsoft_bounce = yes\n');
    });

    it('leaves what a comment ignores, and what the settings turn off', () => {
      const text = '# postfix-config: ignore bad-boolean -- filled in later\nsoft_bounce = true\n';
      fs.writeFileSync(main, text);
      assert.equal(fix([main]).stdout.split('\n')[0], 'Nothing was fixed.');
      assert.equal(read(main), text);
      fs.writeFileSync(main, MAIN);
      fs.writeFileSync(path.join(directory, '.postfix-config.json'), '{ "rules": { "bad-boolean": "off" } }');
      assert.equal(fix([main]).stdout.split('\n')[0], 'Nothing was fixed.');
      assert.equal(read(main), MAIN);
    });

    it('follows a symbolic link to its target, and keeps the link', () => {
      const elsewhere = path.join(directory, 'git/etc');
      fs.mkdirSync(elsewhere, { recursive: true });
      fs.writeFileSync(path.join(elsewhere, 'main.cf.real'), MAIN);
      fs.symlinkSync('main.cf.real', path.join(elsewhere, 'main.cf'));
      fs.symlinkSync('git/etc/main.cf', main);
      assert.equal(fix([directory]).status, 0);
      assert.equal(fs.readlinkSync(main), 'git/etc/main.cf');
      assert.equal(fs.readlinkSync(path.join(elsewhere, 'main.cf')), 'main.cf.real');
      assert.equal(read(path.join(elsewhere, 'main.cf.real')), FIXED_MAIN);
      assert.deepEqual(fs.readdirSync(elsewhere).sort(), ['main.cf', 'main.cf.real']);
      mustHold('git', 'main.cf');
    });

    for (const mode of [0o600, 0o640, 0o644, 0o664]) {
      it(`keeps the mode ${mode.toString(8)}`, () => {
        fs.writeFileSync(main, MAIN);
        fs.chmodSync(main, mode);
        assert.equal(fix([main]).status, 0);
        assert.equal(read(main), FIXED_MAIN);
        assert.equal(fs.statSync(main).mode & 0o7777, mode);
      });
    }

    it('keeps owner and group where root mends the file of somebody else', function () {
      if (!isRoot) return this.skip();
      fs.writeFileSync(main, MAIN);
      fs.chmodSync(main, 0o2640);
      fs.chownSync(main, 1234, 5678);
      fs.chmodSync(main, 0o2640);
      assert.equal(fix([main]).status, 0);
      const { uid, gid, mode } = fs.statSync(main);
      assert.deepEqual([uid, gid, mode & 0o7777, read(main)], [1234, 5678, 0o2640, FIXED_MAIN]);
    });
  });

  describe('what it refuses', () => {
    it('a file that is not valid UTF-8; the other one is mended', () => {
      const bytes = Buffer.from(`# caf\xe9\n${MAIN}`, 'latin1');
      fs.writeFileSync(main, bytes);
      fs.writeFileSync(master, MASTER);
      const result = fix([directory]);
      mustRefuse(result, /main\.cf: is not valid UTF-8, so nothing was fixed in it/);
      assert.match(result.stdout, /master\.cf:2: fixed: .*\n1 fix applied\.\n.*main\.cf:3:15: error: .*bad-boolean/);
      assert.ok(fs.readFileSync(main).equals(bytes));
      assert.equal(read(master), FIXED_MASTER);
      mustRefuse(fix(['--lang', 'ja', main]), /main\.cf: 正しい UTF-8 ではないため修正しませんでした/);
      mustHold('main.cf', 'master.cf');
    });

    it('no file in which there is nothing to fix', () => {
      fs.writeFileSync(main, Buffer.from('# caf\xe9\nsoft_bounce = yes\n', 'latin1'));
      assert.equal(fix([main]).status, 0);
    });

    it('a template, also by way of a link', () => {
      const template = path.join(directory, 'main.cf.j2');
      const text = '{% if x %}\nsoft_bounce = true\n{% endif %}\n';
      fs.writeFileSync(template, text);
      mustRefuse(fix([template]), /main\.cf\.j2: is a template, so nothing was fixed in it/);
      mustRefuse(fix(['--lang', 'ja', template]), /main\.cf\.j2: テンプレートのため修正しませんでした/);
      fs.writeFileSync(template, MAIN);
      fs.symlinkSync('main.cf.j2', main);
      mustRefuse(fix([directory]), /main\.cf: is a template/);
      assert.equal(read(template), MAIN);
      mustHold('main.cf', 'main.cf.j2');
    });

    it('a file with hard links', () => {
      fs.writeFileSync(main, MAIN);
      fs.linkSync(main, path.join(directory, 'copy'));
      mustRefuse(fix([main]), /main\.cf: is a hard link: its other names would keep the old text/);
      mustRefuse(fix(['--lang', 'ja', main]), /ハードリンク/);
      assert.equal(read(main), MAIN);
    });

    it('says as ever what cannot be read', () => {
      mustRefuse(fix([path.join(directory, 'nowhere')]), /no such file or directory/);
      mustRefuse(fix([directory]), /neither a main\.cf nor a master\.cf/);
    });
  });

  describe('what may happen meanwhile', () => {
    /** Does something in the program at the moment when the new text has been written beside the file. */
    function meanwhile(code: string, args: readonly string[]): SpawnSyncReturns<string> {
      const hook = path.join(os.tmpdir(), `postfix-fix-${process.pid}.js`);
      const before = `const fs = require('node:fs'); const [main, master] = ${JSON.stringify([main, master])};`;
      fs.writeFileSync(hook, `${before} const sync = fs.fsyncSync; let done = false;\n${code}`);
      try {
        return fix(args, { NODE_OPTIONS: `--require=${hook}` });
      } finally {
        fs.rmSync(hook);
      }
    }
    const atSync = (code: string) =>
      `fs.fsyncSync = (handle) => { if (!done) { done = true; ${code} } return sync(handle); };`;

    const CHANGED = /main\.cf: somebody else is changing it, so nothing was fixed\. Run the command again\./;

    beforeEach(() => {
      fs.writeFileSync(main, MAIN);
      fs.writeFileSync(master, MASTER);
    });

    it('somebody writes into the file: theirs stays, and neither file is fixed', () => {
      mustRefuse(meanwhile(atSync(`fs.appendFileSync(main, 'mail_name = x\\n');`), [directory]), CHANGED);
      assert.deepEqual([read(main), read(master)], [`${MAIN}mail_name = x\n`, MASTER]);
      mustHold('main.cf', 'master.cf');
    });

    it('somebody puts a file with the same text in its place', () => {
      const code = atSync(
        `fs.writeFileSync(main + '.new', fs.readFileSync(main)); fs.renameSync(main + '.new', main);`,
      );
      mustRefuse(meanwhile(code, ['--lang', 'ja', directory]), /main\.cf: 別のプログラムが書き換えているため/);
      assert.equal(read(main), MAIN);
    });

    it('somebody writes right after it was read', () => {
      const code = `const real = fs.realpathSync;
        fs.realpathSync = (file, ...rest) => {
          if (file === main && !done) { done = true; fs.appendFileSync(main, 'mail_name = x\\n'); }
          return real(file, ...rest);
        };`;
      mustRefuse(meanwhile(code, [main]), CHANGED);
      mustHold('main.cf', 'master.cf');
    });

    it('somebody takes it away', () => {
      const { status, stderr } = meanwhile(atSync('fs.unlinkSync(main);'), [main]);
      assert.match(stderr, CHANGED);
      assert.match(stderr, /main\.cf: no such file or directory/);
      assert.equal(status, 2);
      mustHold('master.cf');
    });

    it('somebody lets the link lead elsewhere', () => {
      fs.renameSync(main, path.join(directory, 'a'));
      fs.copyFileSync(path.join(directory, 'a'), path.join(directory, 'b'));
      fs.symlinkSync('a', main);
      mustRefuse(meanwhile(atSync(`fs.unlinkSync(main); fs.symlinkSync('b', main);`), [main]), CHANGED);
      assert.deepEqual([read(path.join(directory, 'a')), read(path.join(directory, 'b'))], [MAIN, MAIN]);
      mustHold('a', 'b', 'main.cf', 'master.cf');
    });

    it('the disk is full', () => {
      const code = `const write = fs.writeFileSync;
        fs.writeFileSync = (to, text) => {
          write(to, text.slice(0, 5));
          throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
        };`;
      mustRefuse(meanwhile(code, [main]), /main\.cf: could not be written, .*: ENOSPC: no space left on device/);
      assert.equal(read(main), MAIN);
      mustHold('main.cf', 'master.cf');
    });

    it('the file is mounted by itself, as in a container', () => {
      const code = `const rename = fs.renameSync;
        fs.renameSync = (from, to) => {
          if (to !== main) return rename(from, to);
          throw Object.assign(new Error('EBUSY: resource busy or locked'), { code: 'EBUSY' });
        };`;
      const result = meanwhile(code, [directory]);
      mustRefuse(result, /main\.cf: could not be written, .*EBUSY/);
      assert.match(result.stdout, /master\.cf:2: fixed: .*\n1 fix applied\./);
      assert.deepEqual([read(main), read(master)], [MAIN, FIXED_MASTER]);
      mustHold('main.cf', 'master.cf');
    });

    it('only the second of two files can be replaced no more', () => {
      const code = `const rename = fs.renameSync;
        fs.renameSync = (from, to) => { rename(from, to); if (to === main) fs.appendFileSync(master, '# x\\n'); };`;
      const result = meanwhile(code, [directory]);
      mustRefuse(result, /master\.cf: somebody else is changing it/);
      assert.match(result.stdout, /main\.cf:2: fixed: .*\n1 fix applied\.\n.*master\.cf:2:/);
      assert.deepEqual([read(main), read(master)], [FIXED_MAIN, `${MASTER}# x\n`]);
      mustHold('main.cf', 'master.cf');
    });

    for (const [signal, status] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ] as const) {
      it(`${signal} comes: the files are written, and nothing lies about`, () => {
        const result = meanwhile(atSync(`process.kill(process.pid, '${signal}');`), [directory]);
        assert.ok(result.status === status || result.status === 0, String(result.status));
        assert.deepEqual([read(main), read(master)], [FIXED_MAIN, FIXED_MASTER]);
        mustHold('main.cf', 'master.cf');
      });
    }
  });

  describe('without root', () => {
    let command: string[];
    let home: string;
    before(function () {
      if (!isRoot || spawnSync('setpriv', ['--version']).error) {
        console.log('skipped: only root can become another user, with setpriv');
        return this.skip();
      }
      // This folder may be closed to others.
      home = fs.mkdtempSync(path.join(os.tmpdir(), 'postfix-config-'));
      fs.chmodSync(home, 0o755);
      fs.copyFileSync(program, path.join(home, 'postfix-config.js'));
      const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
      command = [...asNobody, process.execPath, path.join(home, 'postfix-config.js')];
    });
    after(() => home && fs.rmSync(home, { recursive: true }));

    /** Files that belong to the user, or to another. */
    function write(owner: number, mode: number, directoryOwner = NOBODY, directoryMode = 0o755): void {
      fs.writeFileSync(main, MAIN);
      fs.chownSync(main, owner, owner);
      fs.chmodSync(main, mode);
      fs.chownSync(directory, directoryOwner, directoryOwner);
      fs.chmodSync(directory, directoryMode);
    }

    it("mends one's own file", () => {
      write(NOBODY, 0o640);
      assert.equal(run(command, [main]).status, 0);
      const { uid, gid, mode } = fs.statSync(main);
      assert.deepEqual([uid, gid, mode & 0o7777, read(main)], [NOBODY, NOBODY, 0o640, FIXED_MAIN]);
    });

    const cases: readonly [string, () => void, RegExp, RegExp][] = [
      [
        'a file of somebody else that one may write: its owner would be lost',
        () => write(0, 0o666),
        /main\.cf: its owner, group and mode could not be kept, so nothing was fixed in it\. Run the command as its owner or as root\./,
        /main\.cf: 所有者、グループ、モードを保てないため修正しませんでした/,
      ],
      [
        'a file that one may only read',
        () => write(0, 0o644),
        /main\.cf: no permission to write it/,
        /main\.cf: 書き込み権限がないため/,
      ],
      [
        "one's own file that is to be read only",
        () => write(NOBODY, 0o444),
        /main\.cf: no permission to write it/,
        /main\.cf: 書き込み権限がないため/,
      ],
      [
        "one's own file in a directory that one may not write",
        () => write(NOBODY, 0o644, 0),
        /main\.cf: no permission to write in its directory/,
        /main\.cf: ディレクトリへの書き込み権限がないため/,
      ],
      [
        'a file of a group that one is not in',
        () => {
          write(NOBODY, 0o644);
          fs.chownSync(main, NOBODY, 1234);
        },
        /main\.cf: its owner, group and mode could not be kept/,
        /main\.cf: 所有者、グループ、モードを保てない/,
      ],
    ];
    for (const [what, prepare, english, japanese] of cases) {
      it(`refuses ${what}`, () => {
        prepare();
        const before = fs.statSync(main);
        mustRefuse(run(command, [directory]), english);
        mustRefuse(run(command, ['--lang', 'ja', directory]), japanese);
        const { ino, uid, gid, mode, mtimeMs } = fs.statSync(main);
        assert.deepEqual(
          [ino, uid, gid, mode, mtimeMs],
          [before.ino, before.uid, before.gid, before.mode, before.mtimeMs],
        );
        assert.equal(read(main), MAIN);
        mustHold('main.cf');
      });
    }

    it('is no matter for root: neither a directory nor a file to be read only', () => {
      write(NOBODY, 0o444, 0, 0o555);
      assert.equal(fix([directory]).status, 0);
      const { uid, mode } = fs.statSync(main);
      assert.deepEqual([uid, mode & 0o7777, read(main)], [NOBODY, 0o444, FIXED_MAIN]);
      mustHold('main.cf');
    });
  });
});
