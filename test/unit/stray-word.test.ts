import assert from 'node:assert/strict';
import { fixed, problemsOf } from '../check';

/** What is reported in a master.cf, and what the first fixes make of it. */
function mend(master: string, version = '3.11') {
  const files = { 'main.cf': 'compatibility_level = 3.6\n', 'master.cf': master };
  const problems = problemsOf(files, { version }).filter(
    ({ rule }) => rule === 'stray-word' || rule === 'non-ascii-blank',
  );
  return {
    found: problems.map(({ rule, span }) => `${rule}: ${span.file.text.slice(span.start, span.end)}`),
    text: fixed(files, problems)['master.cf'],
  };
}

const SMTPD = 'smtp inet n - n - - smtpd\n';

describe('stray-word', () => {
  it('puts a value of several lines in braces', () => {
    const { found, text } = mend(
      `${SMTPD}  -o smtpd_client_restrictions=permit_mynetworks,\n     # the others\n     reject\n`,
    );
    assert.deepEqual(found, ['stray-word: reject']);
    assert.equal(
      text,
      `${SMTPD}  -o { smtpd_client_restrictions=permit_mynetworks,\n     # the others\n     reject }\n`,
    );
  });

  it('offers no braces where the version has none', () => {
    assert.equal(mend(`${SMTPD}  -o smtpd_banner=a b\n`, '2.11').text, `${SMTPD}  -o smtpd_banner=a b\n`);
  });

  it('writes a comma where a list has only a blank', () => {
    const { text } = mend(`${SMTPD}  -o smtpd_client_restrictions=check_client_access hash:/etc/x, reject\n`);
    assert.equal(text, `${SMTPD}  -o smtpd_client_restrictions=check_client_access,hash:/etc/x,reject\n`);
  });

  it('finds each mistake in one service', () => {
    const { found, text } = mend(
      `${SMTPD}  - o smtpd_banner=x\n  o content_filter=\n  –o smtpd_milters= # none\n  smtpd_helo_required=yes\n`,
    );
    assert.deepEqual(found, [
      'stray-word: - o',
      'stray-word: o',
      'stray-word: –o',
      'stray-word: # none',
      'stray-word: smtpd_helo_required=yes',
    ]);
    assert.equal(
      text,
      `${SMTPD}  -o smtpd_banner=x\n  -o content_filter=\n  # none\n  -o smtpd_milters=\n  -o smtpd_helo_required=yes\n`,
    );
  });

  it('sees a service in the arguments of a command', () => {
    const pipe = 'filter unix - n n - - pipe\n  flags=R user=x argv=/bin/x -f # $sender\n';
    const { found, text } = mend(`${pipe}  relay unix - - n - - smtp\n`);
    assert.deepEqual(found, ['stray-word: relay unix - - n - - smtp']);
    assert.equal(text, `${pipe}relay unix - - n - - smtp\n`);
  });

  it('says nothing of postscreen, which ignores words, unless options are lost', () => {
    assert.deepEqual(mend('smtp inet n - n - 1 postscreen # new\n').found, []);
    assert.deepEqual(
      mend(
        'smtp inet n - n - 1 postscreen\n  -o postscreen_dnsbl_sites=a.example, b.example\n  -o postscreen_greet_wait=3s\n',
      ).found,
      ['stray-word: b.example'],
    );
  });

  it('leaves a full-width space to its own rule', () => {
    assert.deepEqual(mend(`${SMTPD}  \u3000-o smtpd_banner=x\n`).found, ['non-ascii-blank: \u3000']);
  });

  it('keeps the line ends of a file from Windows', () => {
    const { text } = mend(`smtp inet n - n - - smtpd\r\n  -o content_filter= # x\r\n`);
    assert.equal(text, 'smtp inet n - n - - smtpd\r\n  # x\r\n  -o content_filter=\r\n');
  });
});
