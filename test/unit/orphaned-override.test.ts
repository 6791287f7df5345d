import assert from 'node:assert/strict';
import { check } from '../check';

function found(master: string): string[] {
  return check({ 'main.cf': 'compatibility_level = 3.6\n', 'master.cf': master })
    .filter(({ rule }) => rule === 'orphaned-override' || rule === 'ignored-line')
    .map(({ rule, severity, line }) => `${line} ${rule} ${severity}`);
}

const SMTPD = 'smtp inet n - n - - smtpd\n';
const WRAPPER = '  -o smtpd_tls_wrappermode=yes\n';

describe('orphaned-override', () => {
  it('sees through blank lines and what continues the commented service', () => {
    assert.deepEqual(
      found(`${SMTPD}#submissions inet n - n - - smtpd\n#  -o syslog_name=x\n#     deep text\n#\n\n${WRAPPER}`),
      ['7 orphaned-override warning'],
    );
  });

  it('is silent where other words stand between', () => {
    assert.deepEqual(found(`${SMTPD}#submissions inet n - n - - smtpd\n# Port 25\n${WRAPPER}`), []);
  });

  it('is silent where only the program above reads the option', () => {
    assert.deepEqual(found(`${SMTPD}#dnsblog unix - - n - 0 dnsblog\n  -o smtpd_helo_required=yes\n`), []);
  });

  it('is silent for the other spelling of the same port', () => {
    assert.deepEqual(found(`465 inet n - n - - smtpd\n#smtps inet n - n - - smtpd\n${WRAPPER}`), []);
  });

  it('is an error where a command gets the words', () => {
    const pipe = 'maildrop unix - n n - - pipe flags=D user=vmail argv=/usr/bin/maildrop\n';
    assert.deepEqual(found(`${pipe}#smtps inet n - n - - smtpd\n${WRAPPER}`), ['3 orphaned-override error']);
  });

  it('knows the attributes of a commented pipe', () => {
    assert.deepEqual(found(`${SMTPD}#cyrus unix - n n - - pipe\n  user=cyrus argv=/cyrus/deliver\n`), [
      '3 orphaned-override error',
    ]);
  });

  it('leaves lines without a service above to ignored-line', () => {
    assert.deepEqual(found(`#smtps inet n - n - - smtpd\n${WRAPPER}${SMTPD}`), ['2 ignored-line error']);
  });
});
