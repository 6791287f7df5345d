import assert from 'node:assert/strict';
import { check, fixed, problemsOf } from '../check';

const VALUE_RULES = new Set(['bad-boolean', 'bad-number', 'bad-time', 'bad-keyword']);

/** The rules on values that report a line of main.cf. */
function found(line: string, version?: string): string[] {
  return check({ 'main.cf': `${line}\n` }, version ? { version } : {})
    .filter(({ rule }) => VALUE_RULES.has(rule))
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

/** Each was given to smtpd(8) of Postfix 3.7.11: these stop it, or make it do without TLS. */
const REFUSED: Readonly<Record<string, string>> = {
  'smtpd_helo_required =': 'bad-boolean error',
  'smtpd_recipient_limit = 99999999999': 'bad-number error',
  'smtpd_recipient_limit = -7': 'bad-number error',
  'line_length_limit = 100': 'bad-number error',
  'smtpd_timeout = s': 'bad-time error',
  'smtpd_timeout = day': 'bad-time error',
  'smtpd_timeout = -1': 'bad-time error',
  'smtpd_timeout = 5D': 'bad-time error',
  'smtpd_timeout = 4000w': 'bad-time error',
  'smtpd_tls_security_level = dane': 'bad-keyword error',
  'smtpd_tls_security_level = halfdane': 'bad-keyword error',
  'smtpd_tls_security_level = may encrypt': 'bad-keyword error',
  'smtpd_tls_security_level = verify': 'bad-keyword warning',
  'smtpd_tls_loglevel = one': 'bad-keyword warning',
  'inet_protocols = IPv4': 'bad-keyword error',
  'mynetworks_style = hosts': 'bad-keyword error',
  'notify_classes = resource, softwares': 'bad-keyword error',
  'reject_tempfail_action = deferr': 'bad-keyword error',
  'unknown_address_tempfail_action =': 'bad-keyword error',
  'smtpd_tls_protocols = TLS1.2': 'bad-keyword error',
  'smtpd_tls_protocols = >=SSLv2': 'bad-keyword error',
};

/** And these do not. */
const ACCEPTED = [
  'smtpd_helo_required = YES',
  'smtpd_recipient_limit =  +5',
  'smtpd_timeout = 5days',
  'inet_protocols =',
  'mynetworks_style = hosts\nmynetworks = 127.0.0.0/8',
  'smtpd_tls_security_level = MAY',
  'smtpd_tls_protocols = >=TLSv1.2, <=0304',
  'smtpd_discard_ehlo_keywords = chunking, x-own',
  'maillog_file_permissions = 0640',
  'hash_queue_names = deferred, defer, saved',
  'smtp_tls_fingerprint_digest = md4',
  'default_database_type = nis',
];

describe('values', () => {
  for (const [line, rule] of Object.entries(REFUSED)) {
    it(`refuses ${line}`, () => assert.deepEqual(found(line), [rule]));
  }
  for (const line of ACCEPTED) {
    it(`accepts ${line.replace('\n', '; ')}`, () => assert.deepEqual(found(line), []));
  }

  it('leaves alone what only the machine knows', () => {
    assert.deepEqual(found('smtpd_timeout = $myhostname'), []);
    assert.deepEqual(
      check({ 'master.cf': 'smtp inet n - n - - smtpd\n  -o smtpd_helo_required=$mua_helo\n' }).map(({ rule }) => rule),
      [],
    );
  });

  it('counts the last of several entries', () => {
    assert.deepEqual(found('smtpd_helo_required = maybe\nsmtpd_helo_required = yes'), []);
  });

  it('leaves alone what the program of a service does not read', () => {
    const files = { 'master.cf': 'smtp inet n - n - - smtpd\n  -o smtp_sasl_auth_enable=maybe\n' };
    assert.deepEqual(
      check(files).filter(({ rule }) => VALUE_RULES.has(rule)),
      [],
    );
  });

  it('knows the parameters that a service adds', () => {
    const files = { 'main.cf': 'relay_destination_rate_delay = never\n', 'master.cf': 'relay unix - - n - - smtp\n' };
    assert.deepEqual(
      check(files).map(({ rule }) => rule),
      ['bad-time'],
    );
  });

  const MENDED: Readonly<Record<string, string>> = {
    'smtpd_helo_required = "Yes"': 'smtpd_helo_required = Yes',
    'smtpd_timeout = 1 hour': 'smtpd_timeout = 1h',
    'smtpd_timeout = 300 sec': 'smtpd_timeout = 300s',
    'smtpd_timeout = "30s"': 'smtpd_timeout = 30s',
    'message_size_limit = 20MB': 'message_size_limit = 20971520',
    'message_size_limit = 1,234,567': 'message_size_limit = 1234567',
    'message_size_limit = 10240000 bytes': 'message_size_limit = 10240000',
    'smtpd_tls_protocols = -SSLv3': 'smtpd_tls_protocols = !SSLv3',
    'smtpd_tls_protocols = !TLSv1.0': 'smtpd_tls_protocols = !TLSv1',
    'smtpd_tls_security_level = yes': 'smtpd_tls_security_level = may',
    'inet_protocols = "ipv4"': 'inet_protocols = ipv4',
  };
  for (const [before, after] of Object.entries(MENDED)) {
    it(`mends ${before}`, () => {
      const files = { 'main.cf': before };
      assert.equal(fixed(files, problemsOf(files))['main.cf']?.toLowerCase(), after.toLowerCase());
    });
  }

  it('is not misled by the names of objects', () => {
    for (const word of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      assert.deepEqual(found(`smtpd_helo_required = ${word}`), ['bad-boolean error']);
      assert.deepEqual(found(`smtpd_tls_security_level = ${word}`), ['bad-keyword error']);
    }
  });
});
