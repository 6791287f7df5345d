import assert from 'node:assert/strict';
import { fixed, problemsOf } from '../check';

/** What is reported of a list of filters, and what the first fixes make of it. */
function mend(value: string, version = '3.7') {
  const files = { 'main.cf': `smtpd_milters = ${value}\n` };
  const problems = problemsOf(files, { version }).filter(({ rule }) => rule === 'bad-milter');
  return {
    found: problems.map(({ span }) => span.file.text.slice(span.start, span.end)),
    text: fixed(files, problems)['main.cf']?.slice('smtpd_milters = '.length, -1),
  };
}

describe('bad-milter', () => {
  for (const value of [
    'inet:127.0.0.1:8891',
    'inet:8891',
    'inet::8891',
    'inet:opendkim',
    'inet:localhost:opendkim',
    'inet:rspamd_proxy:11332',
    'inet:[::1]:8891, inet:::1:8891 inet:[ipv6:::1]:8891',
    'unix:/run/filter, unix:filter/socket, local:filter',
    '{ inet:127.0.0.1:8891, connect_timeout=10s, { default_action = accept } protocol=6 }',
    'DISABLE',
    'inet:@host@:8891',
    '',
  ]) {
    it(`takes ${value}`, () => assert.deepEqual(mend(value).found, []));
  }

  const mended: Readonly<Record<string, string>> = {
    '127.0.0.1:8891': 'inet:127.0.0.1:8891',
    '[::1]:8891': 'inet:[::1]:8891',
    'INET:127.0.0.1:8891': 'inet:127.0.0.1:8891',
    'tcp:127.0.0.1:8891': 'inet:127.0.0.1:8891',
    'inet://127.0.0.1:8891': 'inet:127.0.0.1:8891',
    'inet6:8891@[::1]': 'inet:[::1]:8891',
    'inet:8891@localhost': 'inet:localhost:8891',
    '/run/filter': 'unix:/run/filter',
    'inet:/run/filter': 'unix:/run/filter',
    none: '',
  };
  for (const [value, meant] of Object.entries(mended)) {
    it(`mends ${value}`, () => {
      const { found, text } = mend(value);
      assert.deepEqual(found, [value]);
      assert.equal(text, meant);
    });
  }

  for (const value of [
    'inet:',
    'inet',
    'inet:127.0.0.1',
    'inet:localhost',
    'inet:mail.example.jp:',
    'inet:a/b:1',
    'opendkim',
  ]) {
    it(`refuses ${value}`, () => {
      const { found, text } = mend(value);
      assert.deepEqual(found, [value]);
      assert.equal(text, value);
    });
  }

  it('mends options', () => {
    assert.equal(
      mend('{ inet:127.0.0.1:8891, milter_default_action = accept }').text,
      '{ inet:127.0.0.1:8891, default_action=accept }',
    );
    assert.equal(
      mend('{ inet:127.0.0.1:8891, milter_connect_timeout=5s }').text,
      '{ inet:127.0.0.1:8891, connect_timeout=5s }',
    );
  });

  it('knows no DISABLE before 3.2', () => assert.deepEqual(mend('DISABLE', '3.1').found, ['DISABLE']));

  it('is silent where no service asks the filters', () => {
    const main = 'compatibility_level = 3.6\nsmtpd_milters = 127.0.0.1:8891\n';
    const master = 'smtp inet n - n - - smtpd\n  -o receive_override_options=no_milters\n';
    const problems = problemsOf({ 'main.cf': main, 'master.cf': master });
    assert.deepEqual(
      problems.filter(({ rule }) => rule === 'bad-milter'),
      [],
    );
  });
});
