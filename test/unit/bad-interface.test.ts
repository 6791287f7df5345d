import assert from 'node:assert/strict';
import { fixed, problemsOf } from '../check';

/** What is reported of `inet_interfaces`, and what the first fixes make of it. */
function mend(main: string, master?: string) {
  const files = { 'main.cf': main, ...(master !== undefined && { 'master.cf': master }) };
  const problems = problemsOf(files, { version: '3.7' }).filter(({ rule }) => rule === 'bad-interface');
  return {
    found: problems.map(({ severity, span }) => `${severity}: ${span.file.text.slice(span.start, span.end)}`),
    text: fixed(files, problems)['main.cf'],
  };
}

const found = (value: string) => mend(`inet_interfaces = ${value}\n`).found;

describe('bad-interface', () => {
  for (const value of [
    'ALL',
    'Loopback-Only',
    '[all]',
    '*',
    '::',
    '[::]',
    '127.0.0.0/8',
    '[2001:db8::]/64',
    '127.0.0.1:25',
    '[::1]:25',
    'localhost:smtp',
    '192.0.2.256',
    'localhost;127.0.0.1',
  ]) {
    it(`refuses ${value}`, () => assert.deepEqual(found(value), [`error: ${value}`]));
  }

  for (const value of ['eth0', 'lo', 'ens18', 'eth0:1', 'loopback', 'loopback_only', 'localhost-only']) {
    it(`doubts ${value}`, () => assert.deepEqual(found(value), [`warning: ${value}`]));
  }

  for (const value of [
    'all',
    'loopback-only',
    '127.0.0.1, [::1] 192.0.2.1',
    '127.1',
    'fe80::1%eth0',
    'mail.example.jp',
    'mail_1',
    '$myhostname, localhost',
    '<address>',
    '@ADDRESS@',
    '{=address}',
  ]) {
    it(`takes ${value}`, () => assert.deepEqual(found(value), []));
  }

  it('takes a separator after the word away', () => {
    const { found, text } = mend('inet_interfaces = all,\n');
    assert.deepEqual(found, ['error: all,']);
    assert.equal(text, 'inet_interfaces = all\n');
  });

  it('finds the element where it is written', () => {
    assert.deepEqual(mend('office = 192.0.2.0/24\ninet_interfaces = localhost $office\n').found, [
      'error: 192.0.2.0/24',
    ]);
  });

  it('wants an address of a protocol that is on', () => {
    assert.deepEqual(mend('inet_protocols = ipv6\ninet_interfaces = 127.0.0.1\n').found, ['error: 127.0.0.1']);
    assert.deepEqual(mend('inet_protocols = ipv4, ipv6\ninet_interfaces = 127.0.0.1, ::1\n').found, []);
    assert.deepEqual(mend('inet_protocols =\ninet_interfaces = 127.0.0.1\n').found, []);
  });

  it('wants an interface for a service without an address', () => {
    const main = 'compatibility_level = 3.6\ninet_interfaces =\n';
    assert.deepEqual(mend(main, '127.0.0.1:smtp inet n - n - - smtpd\n').found, []);
    assert.deepEqual(mend(main, 'smtp inet n - n - - smtpd\n').found, ['error: inet_interfaces']);
  });
});
