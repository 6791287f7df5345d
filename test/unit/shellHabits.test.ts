import assert from 'node:assert/strict';
import { fixed, problemsOf } from '../check';

/** `severity characters` of what a rule reports, and what its first fixes make of the text. */
function mend(rule: string, main: string, master?: string) {
  const files = { 'main.cf': main, ...(master !== undefined && { 'master.cf': master }) };
  const problems = problemsOf(files, { version: '3.7' });
  const own = problems.filter((problem) => problem.rule === rule);
  const texts = fixed(files, own);
  return {
    found: own.map(({ severity, span }) => `${severity} ${span.file.text.slice(span.start, span.end)}`),
    others: problems.filter((problem) => problem.rule !== rule).map((problem) => problem.rule),
    text: master === undefined ? texts['main.cf'] : texts['master.cf'],
  };
}

describe('quoted-value', () => {
  it('leaves the value to the rules of its type', () => {
    for (const line of ['smtpd_helo_required = "yes"', 'smtp_tls_security_level = "may"', 'smtpd_timeout = "5s"']) {
      const { found, others } = mend('quoted-value', `${line}\n`);
      assert.deepEqual([found, others.length], [[], 1], line);
    }
    const { found, others } = mend('quoted-value', 'relayhost = "[a]:587"\n');
    assert.deepEqual([found, others], [[], ['relayhost-form']]);
  });

  it('is the only one to speak of a list in quotes', () => {
    const { found, others, text } = mend(
      'quoted-value',
      'compatibility_level = 3.6\nsmtpd_helo_restrictions = "permit_mynetworks, reject_invalid_helo_hostname"\n',
    );
    assert.deepEqual(found, ['error "permit_mynetworks, reject_invalid_helo_hostname"']);
    assert.deepEqual(others, []);
    assert.equal(
      text,
      'compatibility_level = 3.6\nsmtpd_helo_restrictions = permit_mynetworks, reject_invalid_helo_hostname\n',
    );
  });

  it('knows where quotes only show, and where they are meant', () => {
    assert.deepEqual(mend('quoted-value', 'smtpd_banner = "$myhostname ESMTP"\n').found, ['info "$myhostname ESMTP"']);
    for (const line of [
      'smtpd_banner = $myhostname "ESMTP"',
      'mailbox_command = "/opt/my store/bin"',
      'recipient_delimiter = "',
      'always_bcc = "a b"@example.jp',
      'mine = "x"',
    ]) {
      assert.deepEqual(mend('quoted-value', `${line}\n`).found, [], line);
    }
  });
});

describe('trailing-backslash', () => {
  it('is as serious as what comes of it', () => {
    const severityIn = (main: string) => mend('trailing-backslash', main).found[0]?.split(' ')[0];
    assert.equal(severityIn('mynetworks = 127.0.0.1, \\\n  192.0.2.1\n'), 'hint');
    assert.equal(severityIn('mynetworks = 127.0.0.1\\\n  192.0.2.1\n'), 'error');
    assert.equal(severityIn('virtual_alias_maps = lmdb:/a \\\n  lmdb:/b\n'), 'error');
    assert.equal(severityIn('smtpd_banner = a \\\n  b\n'), 'info');
    assert.equal(severityIn('mailbox_command = a \\\n  b\n'), 'warning');
    assert.equal(severityIn('smtpd_helo_required = yes \\\n'), 'error');
    assert.equal(severityIn('recipient_delimiter = \\\n'), undefined);
    assert.equal(severityIn('smtpd_banner = a \\ b\n'), undefined);
  });

  it('is reported once for a value that it spoils', () => {
    const { others, text } = mend('trailing-backslash', 'smtpd_helo_required = yes \\\n');
    assert.deepEqual(others, []);
    assert.equal(text, 'smtpd_helo_required = yes\n');
  });

  it('joins lines over comments, and with carriage returns', () => {
    const { others, text } = mend(
      'trailing-backslash',
      'mydestination = a, \\\r\n# of old\r\nb, \\\r\n  c \\\r\nd\r\nmynetworks = 127.0.0.1\r\n',
    );
    assert.deepEqual(others, []);
    assert.equal(text, 'mydestination = a,\r\n# of old\r\n  b,\r\n  c\r\n  d\r\nmynetworks = 127.0.0.1\r\n');
  });

  it('does not touch a setting below', () => {
    const { text } = mend('trailing-backslash', 'mydestination = a, \\\nmynetworks = 127.0.0.1\n');
    assert.equal(text, 'mydestination = a,\nmynetworks = 127.0.0.1\n');
  });

  it('is found among the arguments of a command', () => {
    const pipe = 'filter unix - n n - - pipe flags=R user=x argv=/bin/x \\\n  ${recipient} \\y\n';
    const { found, others, text } = mend('trailing-backslash', '', pipe);
    assert.deepEqual([found, others], [['warning \\'], []]);
    assert.equal(text, 'filter unix - n n - - pipe flags=R user=x argv=/bin/x\n  ${recipient} \\y\n');
  });
});

describe('semicolon-separator', () => {
  it('writes a comma only where another element follows', () => {
    const { text } = mend('semicolon-separator', 'mydestination = a;b ;c;, d;; e;\n');
    assert.equal(text, 'mydestination = a, b , c, d, e\n');
    const { text: override } = mend('semicolon-separator', '', 'local unix - n n - - local -o mydestination=a;b\n');
    assert.equal(override, 'local unix - n n - - local -o mydestination=a,b\n');
  });

  it('believes in semicolons in names of tables', () => {
    assert.deepEqual(mend('semicolon-separator', 'virtual_alias_maps = lmdb:/a;b, static:x;y\n').found, []);
    assert.deepEqual(mend('semicolon-separator', 'mydestination = lmdb:/a;lmdb:/b\n').found, ['error ;']);
  });
});

describe('shell-substitution', () => {
  it('is only shown in a text', () => {
    assert.deepEqual(mend('shell-substitution', 'smtpd_banner = `hostname` ESMTP\n').found, ['info `hostname`']);
    assert.deepEqual(mend('shell-substitution', 'mydestination = `a\n').found, []);
  });
});

describe('carriage-return', () => {
  it('says nothing of the ends of lines', () => {
    const main =
      '# x\r\nmynetworks = 127.0.0.1,\r\n\t192.0.2.1\r\nsmtpd_banner = a\r\n\r\n# y\r\ndebugger_command =\r\n a;\r\n b\r\n';
    assert.deepEqual(mend('carriage-return', main).found, []);
    assert.deepEqual(mend('carriage-return', '# a\r b\rmynetworks\r\r\n').found, []);
  });

  it('joins the lines of a text', () => {
    const { found, text } = mend('carriage-return', 'mailbox_command = a\r\n  -b\r\n\t-c\r\nmyorigin = x\r\n');
    assert.deepEqual(found, ['warning \r']);
    assert.equal(text, 'mailbox_command = a -b -c\r\nmyorigin = x\r\n');
  });

  it('finds them in an argument', () => {
    const pipe = 'filter unix - n n - - pipe user=x argv=/bin/sh -c {a\r\n b} ${recipient}\r\n';
    const { found, text } = mend('carriage-return', '', pipe);
    assert.deepEqual(found, ['warning \r']);
    assert.equal(text, 'filter unix - n n - - pipe user=x argv=/bin/sh -c {a b} ${recipient}\r\n');
  });

  it('finds a service behind a comment', () => {
    const master = '# mail\rsmtp unix - - n - - smtp\rrelay unix - - n - - smtp\r';
    assert.equal(
      mend('carriage-return', '', master).text,
      '# mail\nsmtp unix - - n - - smtp\nrelay unix - - n - - smtp\r',
    );
  });
});
