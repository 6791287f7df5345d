import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isTemplate, kindOfName } from '../../server/src/files';

/** What others take from this repository: the hook for pre-commit, the package, the steps that the READMEs show. */
const root = path.join(__dirname, '../../..');
const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8');

/** The hook, as pre-commit reads it: one list item of plain `key: value` lines. */
const hook = new Map(
  [...read('.pre-commit-hooks.yaml').matchAll(/^(?:- | {2})(\w+): (.+)$/gm)].map(([, key = '', value = '']) => [
    key,
    value,
  ]),
);

describe('the hook for pre-commit', () => {
  it('has the form that pre-commit wants', () => {
    const text = read('.pre-commit-hooks.yaml');
    assert.deepEqual(
      text.split('\n').filter((line) => line !== '' && !/^(- | {2})(\w+: .+|#.*)$/.test(line)),
      [],
    );
    for (const key of ['id', 'name', 'entry', 'language', 'files']) assert.ok(hook.get(key), key);
    assert.equal(hook.get('language'), 'node');
  });

  it('chooses the files that are checked, and no copies', () => {
    const files = new RegExp(hook.get('files') ?? '');
    for (const name of [
      ...['main.cf', 'master.cf', 'etc/postfix/main.cf', 'roles/mail/postfix-main.cf', 'a/mail1.master.cf'],
      ...['main.cf.j2', 'master.cf.erb', 'main.cf.epp', 'main.cf.tmpl', 'main.cf.mustache', 'x/main.cf.in'],
    ]) {
      assert.ok(files.test(name), name);
      assert.ok(kindOfName(path.basename(name)), name);
      assert.equal(isTemplate(name, ''), !name.endsWith('.cf'), name);
    }
    for (const name of [
      'domain.cf',
      'main.cf.bak',
      'main.cf~',
      'main.cfg',
      'main.cf/x',
      'dynamicmaps.cf',
      'x.main.cff',
    ]) {
      assert.ok(!files.test(name), name);
    }
  });

  it('runs a command of the package', () => {
    const [command = '', ...args] = (hook.get('entry') ?? '').split(' ');
    const program: string = JSON.parse(read('package.json')).bin[command];
    const staged = ['main.cf', 'master.cf'].map((name) => `examples/home-server/${name}`);
    const run = (files: string[]) =>
      spawnSync(process.execPath, [program, ...args, '--postfix-version', '3.7', '--lang', 'en', ...files], {
        cwd: root,
        encoding: 'utf8',
      });
    const { status, stdout } = run(staged);
    assert.equal(status, 1);
    for (const file of staged) assert.ok(stdout.includes(`${file}:`), file);
    assert.equal(run(staged.map((file) => file.replace('server/', 'server-fixed/'))).status, 0);
  });
});

describe('the package', () => {
  it('is the command alone', () => {
    const { stdout, status } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0);
    const [{ files }] = JSON.parse(stdout);
    assert.deepEqual(
      files.map((file: { path: string }) => file.path),
      ['LICENSE', 'README.ja.md', 'README.md', 'dist/postfix-config.js', 'package.json'],
    );
  });

  it('says only its name when it is packed: older versions of pre-commit read that', () => {
    assert.match(read('.npmrc'), /^foreground-scripts=false$/m);
  });
});

for (const file of ['README.md', 'README.ja.md']) {
  describe(`${file}, in CI`, () => {
    const text = read(file);

    it('shows steps that run', () => {
      const commands = [...text.matchAll(/- run: node \.postfix-config\/(\S+) (.+ )etc\/postfix( > \S+)?$/gm)];
      assert.deepEqual(
        commands.map(([, , args]) => /--format (\w+)/.exec(args ?? '')?.[1]),
        ['github', 'sarif'],
      );
      for (const [, program = '', args = ''] of commands) {
        const { status, stderr } = spawnSync(
          process.execPath,
          [program, ...args.trim().split(' '), 'examples/home-server'],
          {
            cwd: root,
            encoding: 'utf8',
          },
        );
        assert.deepEqual([status, stderr], [1, '']);
      }
    });

    it('names the hook', () => {
      assert.ok(text.includes(`- id: ${hook.get('id')}\n`));
    });
  });
}
