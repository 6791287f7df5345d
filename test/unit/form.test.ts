import assert from 'node:assert/strict';
import { check, fixed, problemsOf } from '../check';

function rulesIn(files: Readonly<Record<string, string>>, version?: string): string[] {
  return check(files, version ? { version } : {}).map(({ rule }) => rule);
}

function mended(files: Readonly<Record<string, string>>): Record<string, string> {
  return fixed(files, problemsOf(files));
}

describe('non-ascii-blank', () => {
  it('is one report where the blank hides an indentation or a comment', () => {
    const continued = { 'main.cf': 'mydestination = localhost,\n\u3000$myhostname\n' };
    assert.deepEqual(rulesIn(continued), ['non-ascii-blank']);
    assert.deepEqual(mended(continued), { 'main.cf': 'mydestination = localhost,\n $myhostname\n' });
    const comment = { 'main.cf': 'mydestination = localhost\n\u3000# all\n' };
    assert.deepEqual(rulesIn(comment), ['non-ascii-blank']);
    assert.deepEqual(mended(comment), { 'main.cf': 'mydestination = localhost\n# all\n' });
    const setting = { 'main.cf': 'mydestination = localhost\n\u3000relayhost = [smtp.example.jp]:587\n' };
    assert.deepEqual(rulesIn(setting), ['non-ascii-blank']);
    assert.deepEqual(mended(setting), { 'main.cf': 'mydestination = localhost\nrelayhost = [smtp.example.jp]:587\n' });
  });

  it('reports an invisible character in a name, and takes it away', () => {
    const files = { 'main.cf': 'relay\u200bhost = [smtp.example.jp]:587\n' };
    assert.deepEqual(rulesIn(files), ['non-ascii-blank']);
    assert.deepEqual(mended(files), { 'main.cf': 'relayhost = [smtp.example.jp]:587\n' });
  });

  it('is silent in the text of a banner, in a path and in the arguments of a command', () => {
    const files = {
      'main.cf': 'smtpd_tls_cert_file = /etc/a\u3000b.pem\nsmtpd_banner = $myhostname\u00a0ESMTP\n',
      'master.cf': 'x unix - n n - - pipe user=nobody argv=/bin/echo a\u3000b\n',
    };
    assert.deepEqual(rulesIn(files), []);
  });
});

describe('byte-order-mark', () => {
  it('is the only report, in both files', () => {
    assert.deepEqual(rulesIn({ 'main.cf': '\ufeff# comment\nmydomain = example.jp\n' }), ['byte-order-mark']);
    assert.deepEqual(rulesIn({ 'main.cf': '\ufeffmydomain = example.jp\n' }), ['byte-order-mark']);
    const master = { 'master.cf': '\ufeff# comment\nsmtp inet n - n - - smtpd\n' };
    assert.equal(rulesIn(master).filter((rule) => rule === 'byte-order-mark').length, 1);
    assert.deepEqual(mended(master), { 'master.cf': '# comment\nsmtp inet n - n - - smtpd\n' });
  });
});

describe('look-alike-character', () => {
  it('needs no second rule to say that a full-width sign is no `=`', () => {
    const files = { 'main.cf': 'relayhost\u3000\uff1d\u3000[smtp.example.jp]:587\n' };
    assert.deepEqual(
      rulesIn(files).filter((rule) => rule !== 'non-ascii-blank'),
      ['look-alike-character'],
    );
  });

  it('is silent in names of files and in domain names of other scripts', () => {
    const files = {
      'main.cf':
        'virtual_alias_maps = texthash:/etc/\uff41\u2013b\nmydestination = \u4f8b\u3048.jp, \u30c6\u30b9\u30c8.jp\n',
    };
    assert.deepEqual(rulesIn(files), []);
  });
});

describe('comment-after-value', () => {
  it('keeps the line ends of the file', () => {
    const files = { 'main.cf': 'soft_bounce = no # for now\r\nmydomain = example.jp\r\n' };
    assert.deepEqual(mended(files), { 'main.cf': '# for now\r\nsoft_bounce = no\r\nmydomain = example.jp\r\n' });
  });

  it('is worse where elements of a list follow', () => {
    const text = 'mynetworks = 127.0.0.0/8 # a\n  192.0.2.0/24 # b\n';
    const severities = (version: string) => check({ 'main.cf': text }, { version }).map(({ severity }) => severity);
    assert.deepEqual(severities('3.7'), ['error', 'info']);
    assert.deepEqual(severities('2.6'), ['warning', 'warning']);
  });

  it('is silent about a pattern in braces', () => {
    const files = { 'main.cf': 'smtpd_client_restrictions = check_client_access pcre:{{/a #b/ OK}}, permit\n' };
    assert.deepEqual(
      rulesIn(files).filter((rule) => rule === 'comment-after-value'),
      [],
    );
  });
});

describe('swallowed-parameter', () => {
  it('is silent about lists of name=value and about text of the user', () => {
    const files = {
      'main.cf':
        'import_environment = TZ\n  mail_owner=postfix\nq_query = SELECT a FROM b WHERE\n  relayhost = 1\nvirtual_alias_maps = mysql:q\n',
    };
    assert.deepEqual(
      rulesIn(files).filter((rule) => rule === 'swallowed-parameter'),
      [],
    );
  });
});

describe('ignored-line', () => {
  it('takes the indentation of every setting away', () => {
    const files = { 'main.cf': '  mydomain = example.jp\n  soft_bounce = no\n  # comment\nbiff = no\n' };
    assert.deepEqual(rulesIn(files), ['ignored-line']);
    assert.deepEqual(mended(files), {
      'main.cf': 'mydomain = example.jp\nsoft_bounce = no\n  # comment\nbiff = no\n',
    });
  });
});

describe('malformed-expansion', () => {
  /** As postconf(1) and smtpd(8) of 3.7.11 took them. */
  const FATAL: Readonly<Record<string, boolean>> = {
    'smtpd_banner = $myhostname $.x': true,
    'smtpd_banner = ${foo?${bar}x': true,
    'smtpd_banner = x${stress?{a}b}': true,
    'smtpd_banner = x${{a} = {b}}': true,
    'foo = ${bar\nsmtpd_banner = $foo': true,
    'a = $b\nb = $a\nsmtpd_banner = $a': true,
    'mynetworks = ${mynetworks}': true,
    'smtpd_banner = x${stress?{${}}}': false,
    'smtpd_banner = ${smtpd_banner?x}': false,
    'smtpd_reject_footer = ${foo': false,
  };
  for (const [text, isFatal] of Object.entries(FATAL)) {
    it(`${isFatal ? 'reports' : 'accepts'} ${text.replaceAll('\n', '; ')}`, () => {
      const found = rulesIn({ 'main.cf': `${text}\n` }).filter((rule) => rule === 'malformed-expansion');
      assert.equal(found.length > 0, isFatal);
    });
  }
});

describe('deprecated-parameter', () => {
  const fixOf = (text: string, version: string) => {
    const files = { 'main.cf': text };
    const problem = problemsOf(files, { version }).find(({ rule }) => rule === 'deprecated-parameter');
    return (
      problem && {
        severity: problem.severity,
        fix: problem.fixes[0] && [problem.fixes[0].title, problem.fixes[0].safe],
      }
    );
  };

  it('removes what says only what is so anyway', () => {
    assert.deepEqual(fixOf('smtp_use_tls = no\n', '3.7'), { severity: 'info', fix: ['Remove the line', true] });
  });

  it('offers nothing where two old names belong together', () => {
    assert.deepEqual(fixOf('smtp_use_tls = yes\nsmtp_enforce_tls = yes\n', '3.7'), {
      severity: 'info',
      fix: undefined,
    });
  });

  it('warns where the old name asked for more than the new one gives', () => {
    assert.equal(fixOf('smtpd_enforce_tls = yes\nsmtpd_tls_security_level = may\n', '3.7')?.severity, 'warning');
    assert.equal(
      fixOf('smtpd_enforce_tls = yes\nsmtpd_tls_security_level = may\nsmtpd_tls_wrappermode = yes\n', '3.7')?.severity,
      'info',
    );
  });

  it('looks at the version', () => {
    assert.equal(fixOf('smtpd_tls_dh1024_param_file = /etc/dh.pem\n', '3.7'), undefined);
    assert.equal(fixOf('smtpd_tls_dh1024_param_file = /etc/dh.pem\n', '3.9')?.severity, 'info');
  });
});
