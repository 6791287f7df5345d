import assert from 'node:assert/strict';
import { check, fixed, problemsOf } from '../check';

/** What a rule says of both files: its severity, the characters, and the message. */
function found(rule: string, main: string, master?: string, version = '3.7') {
  const files = { 'main.cf': main, ...(master !== undefined && { 'master.cf': master }) };
  return check(files, { version })
    .filter((problem) => problem.rule === rule)
    .map(({ severity, text, message }) => ({ severity, text, message }));
}

const SMTP = 'smtp unix - - n - - smtp\n';

describe('undefined-name', () => {
  const seen = (main: string, master?: string, version?: string) =>
    found('undefined-name', main, master, version).map(({ severity, text }) => `${severity} ${text}`);

  it('is an error where a program needs the value', () => {
    assert.deepEqual(seen('smtpd_reject_unlisted_recipient = $undefined_thing\n'), ['error $undefined_thing']);
    assert.deepEqual(seen('queue_directory = $undefined_thing\n'), ['error $undefined_thing']);
    assert.deepEqual(seen('', `${SMTP} -o smtp_helo_timeout=$undefined_thing\n`), ['error $undefined_thing']);
    // smtp(8) does not read it.
    assert.deepEqual(seen('', `${SMTP} -o smtpd_helo_required=$undefined_thing\n`), ['info $undefined_thing']);
  });

  it('is a hint in a condition, and in the tables that proxymap may open', () => {
    assert.deepEqual(seen('mydestination = ${undefined_thing?x}\n', SMTP), ['hint undefined_thing']);
    assert.deepEqual(seen('mydestination = ${myhostnam?x}\n', SMTP), ['warning myhostnam']);
    assert.deepEqual(seen('proxy_read_maps = $virtual_mailbox_limit_maps\n', SMTP), [
      'hint $virtual_mailbox_limit_maps',
    ]);
  });

  it('may be filled in by a script', () => {
    assert.deepEqual(seen('myhostname = ${MYHOSTNAME}\nmynetworks = $MYNETWORKS\n'), [
      'info ${MYHOSTNAME}',
      'info $MYNETWORKS',
    ]);
  });

  it('is silent where the other file may set it', () => {
    assert.deepEqual(seen('mydestination = $undefined_thing\n'), []);
    assert.deepEqual(check({ 'master.cf': `${SMTP} -o smtp_helo_name=$nobody\n` }), []);
    assert.deepEqual(seen('mydestination = $relay_destination_recipient_limit\n'), []);
    assert.deepEqual(seen('mydestination = $relay_destination_recipient_limit\n', SMTP), [
      'warning $relay_destination_recipient_limit',
    ]);
  });

  it('finds the likeliest name, but not the parameter itself', () => {
    const nearest = (main: string) => {
      const files = { 'main.cf': main };
      return fixed(files, problemsOf(files))['main.cf'];
    };
    assert.equal(
      nearest('offices = 192.0.2.0/24\nmynetworks = $ofices\n'),
      'offices = 192.0.2.0/24\nmynetworks = $offices\n',
    );
    assert.equal(nearest('mydestination = $(myHostname)\n'), 'mydestination = $(myhostname)\n');
    assert.equal(nearest('mynetworks = $mynetwork\n'), 'mynetworks = $mynetwork\n');
  });

  it('tells of versions, and of programs that know the name', () => {
    const [newer] = found('undefined-name', 'syslog_name = postfix/$service_name\n', SMTP, '3.2');
    assert.match(newer?.message ?? '', /came with Postfix 3\.3/);
    const [runTime] = found('undefined-name', 'mail_spool_directory = /var/mail/$user\n', SMTP);
    assert.match(runTime?.message ?? '', /`forward_path`/);
  });

  it('explains a value that is no yes or no by the name in it', () => {
    const files = { 'main.cf': 'smtpd_helo_required = $(hostname)\n' };
    assert.deepEqual(
      problemsOf(files).map(({ rule }) => rule),
      ['undefined-name'],
    );
  });
});

describe('duplicate-parameter', () => {
  it('leaves out what is set again to the same', () => {
    const main = 'mydestination = a\nmydestination = b\nmydestination = c\nmydestination =\n  c\n';
    assert.deepEqual(found('duplicate-parameter', main).length, 2);
  });

  it('offers to keep the first of two', () => {
    const files = { 'main.cf': 'relayhost = [a]:587\n# more\nmynetworks = 127.0.0.1\nrelayhost = [b]:587\n' };
    const [problem] = problemsOf(files).filter(({ rule }) => rule === 'duplicate-parameter');
    const [remove, keep, ...others] = problem?.fixes ?? [];
    assert.deepEqual([remove?.safe, keep?.safe, others], [true, false, []]);
    assert.ok(problem && keep);
    assert.equal(
      fixed(files, [{ ...problem, fixes: [keep] }])['main.cf'],
      'relayhost = [a]:587\n# more\nmynetworks = 127.0.0.1\n',
    );
  });

  it('says nothing of a template that was saved as main.cf', () => {
    const main = '{{ if .LDAP }}\nalias_maps = ldap:/x\n{{ else }}\nalias_maps = lmdb:/x\n{{ end }}\n';
    assert.deepEqual(found('duplicate-parameter', main), []);
  });

  it('takes an option out of its line', () => {
    const files = {
      'main.cf': '',
      'master.cf': 'smtp unix - - n - - smtp -v -o smtp_helo_timeout=1s\n -o smtp_helo_timeout=2s\n',
    };
    assert.equal(
      fixed(files, problemsOf(files))['master.cf'],
      'smtp unix - - n - - smtp -v\n -o smtp_helo_timeout=2s\n',
    );
  });
});

describe('unknown-macro', () => {
  const seen = (main: string, version?: string) =>
    found('unknown-macro', main, undefined, version).map(({ severity, text }) => `${severity} ${text}`);

  it('is as serious as what comes of it', () => {
    assert.deepEqual(seen('default_rbl_reply = $rbl_code $rbl_domian${rbl_resaon?x}\n'), [
      'error $rbl_domian',
      'warning rbl_resaon',
    ]);
    assert.deepEqual(seen('luser_relay = $usr@example.jp\n'), ['error $usr']);
    assert.deepEqual(seen('forward_path = /home/$name/.forward\n'), ['warning $name']);
  });

  it('knows what each version has', () => {
    assert.deepEqual(seen('default_rbl_reply = $rbl_code $client_port\n', '2.5'), ['error $client_port']);
    assert.deepEqual(seen('default_rbl_reply = $rbl_code $client_port\n', '2.6'), []);
  });

  it('lets postscreen take over another footer', () => {
    assert.deepEqual(seen('postscreen_reject_footer = $smtpd_reject_footer\n'), []);
    assert.deepEqual(seen('postscreen_reject_footer = \\c $smtpd_reject_footer\n'), ['warning $smtpd_reject_footer']);
  });
});

describe('malformed-expansion', () => {
  it('says that a command is none', () => {
    const [problem] = found('malformed-expansion', 'myhostname = $(hostname -f)\n');
    assert.match(problem?.message ?? '', /runs no commands/);
  });
});
