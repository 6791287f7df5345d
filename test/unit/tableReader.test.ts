import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { tableFile, tableReader } from '../../server/src/files';
import { temporaryDirectory } from '../instance';

describe('tables that a configuration names', () => {
  it('are those beside it, and in a directory that is in use also those elsewhere', () => {
    const cases: readonly [directory: string, file: string, found: string | undefined][] = [
      ['/etc/postfix', '/etc/postfix/access', '/etc/postfix/access'],
      ['/etc/postfix', '/etc/aliases', '/etc/aliases'],
      ['/etc/postfix/', '/etc/postfix/../aliases', '/etc/aliases'],
      ['/etc/postfix-out', '/etc/postfix/access', '/etc/postfix/access'],
      ['/usr/local/etc/postfix', '/home/mail/access', '/home/mail/access'],
      ['/srv/copy', '/srv/copy/maps/access', '/srv/copy/maps/access'],
      ['/srv/copy', '/etc/postfix/maps/access', '/srv/copy/maps/access'],
      ['/srv/copy', '/etc/aliases', undefined],
      ['/srv/copy', '/srv/copy/../other', undefined],
      ['/srv/copy', '/srv/copy2/access', undefined],
      ['/srv/copy', '/etc/postfix/../shadow', undefined],
      ['copy', '/etc/postfix/access', 'copy/access'],
      ['.', path.resolve('access'), 'access'],
      ['/etc/postfix', 'access', undefined],
      ['/etc/postfix', '', undefined],
    ]; // biome-ignore format: a table
    for (const [directory, file, found] of cases)
      assert.equal(tableFile(directory, file), found, `${directory} ${file}`);
  });

  describe('are read', () => {
    let directory: string;
    beforeEach(() => {
      directory = temporaryDirectory();
    });
    afterEach(() => fs.rmSync(directory, { recursive: true }));

    it('again only when they have changed', () => {
      const file = path.join(directory, 'access');
      const read = tableReader(directory);
      assert.equal(read(file), undefined);
      fs.writeFileSync(file, 'a OK\n');
      const first = read(file);
      assert.deepEqual(first, { text: 'a OK\n' });
      assert.equal(read('/etc/postfix/access'), first);
      fs.writeFileSync(file, 'a REJECT\n');
      assert.deepEqual(read(file), { text: 'a REJECT\n' });
      fs.rmSync(file);
      assert.equal(read(file), undefined);
    });

    it('up to a number of them that is kept', () => {
      const files = Array.from({ length: 150 }, (_, i) => path.join(directory, String(i)));
      for (const file of files) fs.writeFileSync(file, file);
      const read = tableReader(directory);
      for (const file of [...files, ...files]) assert.deepEqual(read(file), { text: file });
    });

    it('only if they are regular files', () => {
      const read = tableReader(directory);
      execFileSync('mkfifo', [path.join(directory, 'pipe')]);
      fs.mkdirSync(path.join(directory, 'maps'));
      fs.writeFileSync(path.join(directory, 'large'), '');
      fs.truncateSync(path.join(directory, 'large'), 64 * 1024 * 1024 + 1);
      for (const name of ['pipe', 'maps', 'large', 'nul\0', 'x'.repeat(5000), 'maps/..']) {
        assert.equal(read(`${directory}/${name}`), undefined, name);
      }
    });
  });
});
