import assert from 'node:assert/strict';
import { WHOLE } from '../../server/src/engine/rules/localServices';
import { fixed, problemsOf } from '../check';

type Files = Readonly<Record<string, string>>;

/** What some rules report, and what the first fixes make of it. */
function judge(files: Files, rules: readonly string[], version = '3.11') {
  const problems = problemsOf(files, { version }).filter(({ rule }) => rules.includes(rule));
  return {
    found: problems.map(
      ({ rule, severity, span }) => `${rule} ${severity}: ${span.file.text.slice(span.start, span.end)}`,
    ),
    files: fixed(files, problems),
  };
}

const main = (text = '') => `compatibility_level = 3.6\n${text}`;

describe('unread-option', () => {
  const found = (master: string, text = '', version?: string) =>
    judge({ 'main.cf': main(text), 'master.cf': master }, ['unread-option'], version).found;

  it('is silent about what a default passes on to a parameter that is read', () => {
    assert.deepEqual(found('smtp inet n - n - 1 postscreen\n  -o smtpd_reject_footer_maps=static:x\n'), []);
  });

  it('tells the two clients apart where each has a parameter of its own', () => {
    const master =
      'lmtp unix - - n - - lmtp\n  -o smtp_tls_security_level=none -o smtp_connection_cache_destinations=x\n';
    assert.deepEqual(found(master), [
      'unread-option info: smtp_tls_security_level',
      'unread-option info: smtp_connection_cache_destinations',
    ]);
    assert.deepEqual(found(master, '', '2.3'), []);
  });

  it('is silent where the value is used under another name', () => {
    const master = '2525 inet n - n - - smtpd\n  -o smtp_helo_name=a -o smtpd_banner=$smtp_helo_name\n';
    assert.deepEqual(found(master), []);
    assert.deepEqual(
      found('2525 inet n - n - - smtpd\n  -o smtp_helo_name=a\n', 'smtpd_banner = ${smtp_helo_name}\n'),
      [],
    );
  });

  it('says nothing of programs that are not part of Postfix, nor of templates of bounce', () => {
    assert.deepEqual(found('policy unix - n n - 0 policyd -o smtp_helo_name=a\n'), []);
    assert.deepEqual(found('bounce unix - - n - 0 bounce\n  -o smtp_helo_name=a\n'), []);
  });
});

describe('unknown-service', () => {
  const found = (text: string, master = '') =>
    judge({ 'main.cf': main(text), 'master.cf': master + WHOLE }, ['unknown-service']).found;

  it('needs a domain for the transport of a class', () => {
    assert.deepEqual(found('virtual_transport = dovecot\n'), []);
    assert.deepEqual(found('virtual_transport = dovecot\nvirtual_mailbox_domains = a.example\n'), [
      'unknown-service warning: dovecot',
    ]);
  });

  it('finds a service that a name of the user stands for', () => {
    assert.deepEqual(found('filter = scan:[127.0.0.1]:10024\ncontent_filter = $filter\n'), [
      'unknown-service warning: $filter',
    ]);
  });

  it('says nothing of what is not filled in', () => {
    assert.deepEqual(found('default_transport = @TRANSPORT@\nmailbox_transport = {{ transport }}:x\n'), []);
  });

  it('says nothing of an option that the program does not read', () => {
    assert.deepEqual(found('', 'smtp unix - - n - - smtp -o content_filter=scan\n'), []);
  });
});

describe('missing-service', () => {
  const found = (text: string, master: string, version?: string) =>
    judge({ 'main.cf': main(text), 'master.cf': master }, ['missing-service'], version).found;

  it('does not take part of a master.cf for all of it', () => {
    assert.deepEqual(
      found('maillog_file = /var/log/mail\n', 'smtp inet n - n - - smtpd\nqmgr unix n - n 300 1 qmgr\n'),
      [],
    );
  });

  it('leaves the place of tables open', () => {
    const text = 'relayhost = [192.0.2.1]:587\n';
    assert.deepEqual(found(text, WHOLE), ['missing-service warning: [192.0.2.1]:587']);
    assert.deepEqual(found(`${text}transport_maps = hash:/etc/postfix/transport\n`, WHOLE), []);
  });

  it('asks for what the test of an address needs', () => {
    const text = 'smtpd_recipient_restrictions = reject_unauth_destination, reject_unverified_recipient\n';
    const smtpd = `smtp inet n - n - - smtpd\n${WHOLE}`;
    assert.deepEqual(found(text, smtpd), ['missing-service error: reject_unverified_recipient']);
    assert.deepEqual(found(text, `${smtpd}verify unix - - n - 1 verify\n`), []);
  });

  it('knows a log file from 3.4 on', () => {
    assert.deepEqual(found('maillog_file = /var/log/mail\n', WHOLE, '3.3'), []);
    assert.deepEqual(found('maillog_file = /var/log/mail\n', WHOLE, '3.4'), ['missing-service error: /var/log/mail']);
  });

  it('lets other names of services be', () => {
    const text = 'cleanup_service_name = tidy\n';
    const master = `pickup unix n - n 60 1 pickup\n${WHOLE.replace('cleanup unix', 'tidy unix')}`;
    assert.deepEqual(found(text, master), []);
  });
});

describe('refused-column', () => {
  const found = (master: string, text = '', version?: string) =>
    judge({ 'main.cf': main(text), 'master.cf': master }, ['refused-column'], version).found;

  it('knows since when a program insists', () => {
    const tlsproxy = 'tlsproxy unix - - n - 1 tlsproxy\n';
    assert.deepEqual(found(tlsproxy, '', '3.3'), []);
    assert.deepEqual(found(tlsproxy, '', '3.4'), ['refused-column error: 1']);
    assert.deepEqual(found('local unix - - n - - local\n', '', '2.1'), []);
  });

  it('is silent where services may be turned off', () => {
    assert.deepEqual(found('qmgr unix n - n 300 5 qmgr\n', 'master_service_disable = qmgr/unix\n'), []);
  });

  it('does not know the default limit without main.cf', () => {
    assert.deepEqual(judge({ 'master.cf': 'qmgr unix n - n 300 - qmgr\n' }, ['refused-column']).found, []);
  });

  it('leaves a private type to bad-service-line', () => {
    assert.deepEqual(found('qmgr unx n - n 300 1 qmgr\nflush unix-dgram n - n 1000? 0 flush\n', '', '3.3'), []);
  });
});

describe('bad-attribute', () => {
  const judged = (attributes: string) =>
    judge({ 'main.cf': main(), 'master.cf': `filter unix - n n - 10 pipe\n${attributes}` }, ['bad-attribute']);

  it('moves an attribute that has a line of its own', () => {
    const { found, files } = judged('  argv=/bin/filter\n  -f $sender\n  user=filter\n  # the end\n');
    assert.deepEqual(found, ['bad-attribute error: user=filter']);
    assert.equal(
      files['master.cf'],
      'filter unix - n n - 10 pipe\n  user=filter argv=/bin/filter\n  -f $sender\n  # the end\n',
    );
  });

  it('reports all that is missing at once', () => {
    assert.deepEqual(judged('').found, ['bad-attribute error: pipe']);
  });

  it('says nothing more where the program dies of a word', () => {
    assert.deepEqual(judged('  dir=/tmp argv=/bin/filter\n').found, []);
  });

  it('reads macros as pipe does', () => {
    const { found } = judged('  user=filter argv=/bin/filter ${sender?x} $(user) $$HOME {${size} $myhostname}\n');
    assert.deepEqual(found, ['bad-attribute error: ${sender?x}', 'bad-attribute error: $myhostname']);
  });
});

describe('shell-syntax', () => {
  const found = (command: string) =>
    judge({ 'main.cf': main(), 'master.cf': `filter unix - n n - 10 pipe\n  user=filter argv=${command}\n` }, [
      'shell-syntax',
    ]).found;

  it('reports the first operator only', () => {
    assert.deepEqual(found('/bin/a 2>&1 | /bin/b > /tmp/x &'), ['shell-syntax warning: 2>&1']);
  });

  it('finds quotes around several words, and leaves others alone', () => {
    assert.deepEqual(found(`/bin/a 'b c' "d" it's --x="y z"`), [
      "shell-syntax warning: 'b c'",
      'shell-syntax warning: "d"',
    ]);
  });
});

describe('missing-option-letter', () => {
  const found = (options: string) =>
    judge({ 'main.cf': main(), 'master.cf': `2525 inet n - n - - smtpd\n  ${options}\n` }, [
      'missing-option-letter',
      'unknown-parameter',
    ]).found;

  it('reports the mistake once', () => {
    assert.deepEqual(found('-content_filter=x'), ['missing-option-letter error: -content_filter']);
  });

  it('reads options as the program does', () => {
    assert.deepEqual(found('-o content_filter=-mynetworks=x -vocontent_filter= -oowner_request_special=no'), []);
    assert.deepEqual(found('-nonsense=1 -v'), ['unknown-parameter warning: nsense']);
  });
});

describe('recipient-limit-not-one', () => {
  const found = (text: string, flags = 'flags=DRhu') =>
    judge(
      {
        'main.cf': main(text),
        'master.cf': `store unix - n n - - pipe ${flags} user=vmail argv=/bin/store ${'$'}{recipient}\n`,
      },
      ['recipient-limit-not-one'],
    ).found;

  it('is about transports that get several recipients at once', () => {
    assert.deepEqual(found('virtual_transport = store\n'), ['recipient-limit-not-one warning: D']);
    assert.deepEqual(found('mailbox_transport = store\n'), []);
    assert.deepEqual(found(''), []);
  });

  it('reads the limit with its default', () => {
    assert.deepEqual(found('virtual_transport = store\ndefault_destination_recipient_limit = 1\n'), []);
    assert.deepEqual(found('virtual_transport = store\nstore_destination_recipient_limit = 0\n'), [
      'recipient-limit-not-one warning: D',
    ]);
    assert.deepEqual(found('virtual_transport = store\n', 'flags=Rhu'), []);
  });
});

describe('content-filter-loop', () => {
  const found = (master: string, filter = 'scan:[127.0.0.1]:10024') =>
    judge({ 'main.cf': main(`content_filter = ${filter}\n`), 'master.cf': `${master}scan unix - - n - - smtp\n` }, [
      'content-filter-loop',
    ]).found;

  it('needs a place where the mail can come back', () => {
    assert.deepEqual(found('smtp inet n - n - - smtpd\n'), []);
    assert.deepEqual(found('127.0.0.1:2525 inet n - n - - smtpd\n'), []);
    assert.deepEqual(found('127.0.0.1:10587 inet n - n - - smtpd -o smtpd_sasl_auth_enable=yes\n'), []);
    assert.deepEqual(found('[::1]:10025 inet n - n - - smtpd\n'), ['content-filter-loop warning: [::1]:10025']);
  });

  it('leaves filters elsewhere, and those that are commands, alone', () => {
    assert.deepEqual(found('127.0.0.1:10025 inet n - n - - smtpd\n', 'scan:[192.0.2.1]:10024'), []);
    assert.deepEqual(found('127.0.0.1:10025 inet n - n - - smtpd\n', 'filter:dummy'), []);
  });
});

describe('sasl-path-mismatch', () => {
  const found = (text: string, defaults?: ReadonlyMap<string, string>) =>
    problemsOf(
      { 'main.cf': main(`smtpd_sasl_auth_enable = yes\n${text}`) },
      defaults && { machine: { defaults } },
    ).filter(({ rule }) => rule === 'sasl-path-mismatch').length;

  it('does not know the type that Postfix was built with', () => {
    assert.equal(found('smtpd_sasl_path = private/auth\n'), 0);
    assert.equal(found('smtpd_sasl_path = private/auth\n', new Map([['smtpd_sasl_type', 'cyrus']])), 1);
    assert.equal(found('smtpd_sasl_path = private/auth\n', new Map([['smtpd_sasl_type', 'dovecot']])), 0);
  });

  it('is silent where nobody can log in', () => {
    assert.equal(found('smtpd_sasl_auth_enable = no\nsmtpd_sasl_type = dovecot\n'), 0);
  });
});

describe('socket-outside-chroot', () => {
  const found = (chroot: string, path: string, level = '3.6', version?: string) =>
    judge(
      {
        'main.cf': `compatibility_level = ${level}\nsmtpd_sasl_auth_enable = yes\nsmtpd_sasl_type = dovecot\nsmtpd_sasl_path = ${path}\n`,
        'master.cf': `2525 inet n - ${chroot} - - smtpd\n`,
      },
      ['socket-outside-chroot'],
      version,
    ).found;
  const below = '/var/spool/postfix/private/auth';

  it('knows what the default of the column depends on', () => {
    assert.equal(found('-', below).length, 0);
    assert.equal(found('-', below, '0').length, 1);
    assert.equal(found('-', below, '0.5').length, 1);
    assert.equal(found('-', below, '3.6', '2.11').length, 1);
    assert.equal(found('-', below, '$nothing').length, 0);
  });

  it('knows what a chroot has, and what not', () => {
    assert.deepEqual(found('y', '/private/auth'), []);
    assert.deepEqual(found('y', 'inet:127.0.0.1:12345'), []);
    assert.deepEqual(found('n', '/run/dovecot/auth'), []);
    assert.deepEqual(found('y', '/run/dovecot/auth'), ['socket-outside-chroot info: /run/dovecot/auth']);
    assert.deepEqual(found('y', `unix:${below}`), [`socket-outside-chroot warning: ${below}`]);
  });
});
