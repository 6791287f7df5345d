import assert from 'node:assert/strict';
import { type CheckOptions, check } from '../check';

/** What the rules about TLS and logins of smtpd find: `rule: text`. */
function found(main: string, master: string, options: CheckOptions = {}): string[] {
  const files = { 'main.cf': `compatibility_level = 3.6\n${main}`, 'master.cf': master };
  return check(files, options)
    .filter(({ rule }) => RULES.has(rule))
    .map(({ rule, text }) => `${rule}: ${text}`);
}
const RULES = new Set([
  'certificate-without-starttls',
  'ignored-certificate',
  'incomplete-chain',
  'login-in-clear',
  'login-not-required',
  'login-on-port-25',
  'mandatory-tls-on-port-25',
  'missing-certificate',
  'submission-without-login',
  'unenforced-client-certificate',
]);

const SMTP = 'smtp inet n - n - - smtpd\n';
const CERTIFICATE = 'smtpd_tls_cert_file = /etc/postfix/cert.pem\n';
const MAY = `${CERTIFICATE}smtpd_tls_security_level = may\n`;
const LOGIN = 'smtpd_sasl_auth_enable = yes\n';
const ONLY_LOGIN = 'smtpd_client_restrictions = permit_sasl_authenticated, reject\n';

describe('TLS and logins of smtpd', () => {
  describe('a missing certificate', () => {
    const level = 'smtpd_tls_security_level = may\n';
    const missing = ['missing-certificate: may'];

    it('is one of smtpd, whatever its clients are', () => {
      assert.deepEqual(found(level, SMTP), missing);
      assert.deepEqual(found(`${level}smtp_tls_cert_file = /etc/postfix/client.pem\n`, SMTP), missing);
      assert.deepEqual(found(`${level}smtpd_tls_key_file = /etc/postfix/key.pem\n`, SMTP), missing);
      assert.deepEqual(found(level, 'smtp unix - - n - - smtp\n'), []);
    });

    it('is asked for by the parameters from before the level too', () => {
      assert.deepEqual(found('smtpd_use_tls = yes\n', SMTP, { version: '2.2' }), ['missing-certificate: yes']);
      assert.deepEqual(found('smtpd_enforce_tls = yes\n', '2525 inet n - n - - smtpd\n', { version: '3.7' }), [
        'missing-certificate: yes',
      ]);
      assert.deepEqual(found('smtpd_use_tls = yes\nsmtpd_tls_security_level = none\n', SMTP, { version: '3.7' }), []);
      assert.deepEqual(found(level, SMTP, { version: '2.2' }), []);
    });

    it('may be `none`, unless clients are asked for theirs', () => {
      const none = `${level}smtpd_tls_cert_file = none\n`;
      assert.deepEqual(found(none, SMTP), []);
      assert.deepEqual(found(`${none}smtpd_tls_ask_ccert = yes\n`, SMTP), missing);
    });

    it('is not looked for where it stands in a line that is reported itself', () => {
      for (const line of [
        'smtpd_tls_certfile = /etc/postfix/cert.pem',
        ' smtpd_tls_cert_file = /etc/postfix/cert.pem',
        'smtpd_tls_cert_file /etc/postfix/cert.pem',
        'smtpd_tls_cert_file\u3000= /etc/postfix/cert.pem',
      ]) {
        assert.deepEqual(found(`${level}${line}\n`, SMTP), [], line);
      }
      const chain = 'smtpd_tls_chain_files = /etc/postfix/chain.pem\n';
      assert.deepEqual(found(level + chain, SMTP, { version: '3.3' }), []);
    });

    it('is there where only the machine or a template knows', () => {
      assert.deepEqual(found(`${level}smtpd_tls_cert_file = $certificate\n`, SMTP), []);
      assert.deepEqual(found('smtpd_tls_security_level = {{ level }}\n', SMTP), []);
      assert.deepEqual(found('smtpd_tls_security_level = $level\n', SMTP), []);
      assert.deepEqual(check({ 'master.cf': `${SMTP}  -o smtpd_tls_security_level=may\n` }), []);
    });
  });

  it('options of a service that is commented out are not those of the service above', () => {
    const orphaned = `${SMTP}#submission inet n - n - - smtpd\n  -o smtpd_tls_security_level=encrypt\n  -o smtpd_sasl_auth_enable=yes\n`;
    assert.deepEqual(found(CERTIFICATE, orphaned), []);
    assert.deepEqual(found('', orphaned), []);
  });

  describe('the port of a service', () => {
    const strict = `${CERTIFICATE}smtpd_tls_security_level = encrypt\n`;
    const reported = ['mandatory-tls-on-port-25: encrypt'];

    it('may be that of the postscreen before it', () => {
      assert.deepEqual(found(strict, 'smtp inet n - n - 1 postscreen\nsmtpd pass - - n - - smtpd\n'), reported);
      assert.deepEqual(found(strict, 'smtpd pass - - n - - smtpd\n'), []);
      const named = '25 inet n - n - 1 postscreen\n  -o smtpd_service_name=mx\nmx pass - - n - - smtpd\n';
      assert.deepEqual(found(strict, named), reported);
    });

    it('is not one for everybody on an address nearby, nor in the Tor network', () => {
      assert.deepEqual(found(strict, '[fd00::1]:25 inet n - n - - smtpd\n127.0.0.1:smtp inet n - n - - smtpd\n'), []);
      assert.deepEqual(found(`${strict}inet_interfaces = 192.168.1.2, localhost\n`, SMTP), []);
      assert.deepEqual(found(`${strict}inet_interfaces = 192.168.1.2, 203.0.113.5\n`, SMTP), reported);
      assert.deepEqual(found(`${strict}myhostname = abcdefgh.ONION\n`, SMTP), []);
    });

    it('does not take mail from everybody where no domain is its own', () => {
      assert.deepEqual(found(`${strict}mydestination =\n`, SMTP), []);
      assert.deepEqual(found(`${strict}mydestination = localhost\n`, SMTP), []);
      assert.deepEqual(found(`${strict}mydestination =\nvirtual_mailbox_domains = example.jp\n`, SMTP), reported);
    });
  });

  describe('a login in the clear', () => {
    const reported = (text: string) => [`login-in-clear: ${text}`];
    const submission = (...options: string[]) =>
      `587 inet n - n - - smtpd\n${options.map((option) => `  -o ${option}\n`).join('')}`;
    const main = MAY + LOGIN + ONLY_LOGIN;

    it('is reported where it is allowed', () => {
      assert.deepEqual(found(main, submission()), reported('yes'));
      assert.deepEqual(found(`${main}smtpd_tls_auth_only = no\n`, submission()), reported('no'));
      assert.deepEqual(found(main, submission('smtpd_tls_auth_only=yes')), []);
      assert.deepEqual(found(main, submission('smtpd_tls_security_level=encrypt')), []);
    });

    it('is not known where something else decides', () => {
      for (const line of [
        'smtpd_sasl_exceptions_networks = !192.168.0.0/16, static:all',
        'smtpd_discard_ehlo_keywords = chunking, auth',
        'smtpd_discard_ehlo_keyword_address_maps = cidr:/etc/postfix/no_auth',
        'smtpd_upstream_proxy_protocol = haproxy',
        'smtpd_authorized_xclient_hosts = 192.0.2.1',
        'smtpd_sasl_security_options = noanonymous, noplaintext',
        'smtpd_sasl_mechanism_filter = scram-sha-256',
        'smtpd_tls_auth_only = $only',
      ]) {
        assert.deepEqual(found(`${main}${line}\n`, submission()), [], line);
      }
      const inside = 'smtpd_client_restrictions=permit_mynetworks,reject';
      assert.deepEqual(found(MAY + LOGIN, submission(inside)), []);
    });

    it('is not looked for on ports of other purposes', () => {
      assert.deepEqual(found(MAY, '588 inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n'), []);
    });
  });

  it('a list that may refuse strangers counts as one that does', () => {
    const main = `${MAY}${LOGIN}smtpd_tls_auth_only = yes\n`;
    const submission = 'submission inet n - n - - smtpd\n';
    assert.deepEqual(found(main, submission), ['login-not-required: submission']);
    for (const lines of [
      'smtpd_restriction_classes = inside\ninside = permit_mynetworks, reject\nsmtpd_helo_restrictions = inside\n',
      'smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/senders\n',
      'smtpd_data_restrictions = check_policy_service inet:127.0.0.1:10031\n',
      'smtpd_client_restrictions = $submission_restrictions\n',
      ONLY_LOGIN,
    ]) {
      assert.deepEqual(found(main + lines, submission), [], lines);
    }
  });

  it('the certificates of Let’s Encrypt are known by their path', () => {
    const level = 'smtpd_tls_security_level = may\n';
    const file = (path: string) => found(`${level}smtpd_tls_cert_file = ${path}\n`, SMTP);
    assert.deepEqual(file('/etc/letsencrypt/live/example.jp/cert.pem'), ['incomplete-chain: cert.pem']);
    assert.deepEqual(file('/usr/local/etc/letsencrypt/live/example.jp-0001/cert.pem'), ['incomplete-chain: cert.pem']);
    assert.deepEqual(file('/etc/letsencrypt/live/example.jp/fullchain.pem'), []);
    assert.deepEqual(file('/etc/postfix/cert.pem'), []);
    const named = 'here = /etc/letsencrypt/live/example.jp\nsmtpd_tls_cert_file = $here/cert.pem\n';
    assert.deepEqual(found(level + named, SMTP), ['incomplete-chain: $here/cert.pem']);
    const unused = 'smtpd_tls_security_level = none\n';
    assert.deepEqual(found(`${unused}smtpd_tls_cert_file = /etc/letsencrypt/live/example.jp/cert.pem\n`, SMTP), []);
  });

  it('a certificate without STARTTLS is told of unless TLS was turned off on purpose', () => {
    const reported = ['certificate-without-starttls: smtpd_tls_cert_file'];
    assert.deepEqual(found(CERTIFICATE, SMTP), reported);
    for (const line of ['smtpd_use_tls = no', 'smtpd_tls_security_level =', 'smtpd_tls_security_level = none']) {
      assert.deepEqual(found(`${CERTIFICATE}${line}\n`, SMTP), [], line);
    }
    assert.deepEqual(found(CERTIFICATE, 'submission inet n - n - - smtpd\n'), ['submission-without-login: submission']);
  });

  it('a certificate is ignored beside a chain by the client too, and not where somebody reads it', () => {
    const client = 'smtp_tls_chain_files = /etc/postfix/chain.pem\nsmtp_tls_eccert_file = /etc/postfix/ec.pem\n';
    assert.deepEqual(found(client, 'smtp unix - - n - - smtp\n'), ['ignored-certificate: smtp_tls_eccert_file']);
    assert.deepEqual(found(client, 'smtp unix - - n - - smtp\n', { version: '3.3' }), []);
    assert.deepEqual(
      found(client, 'smtp unix - - n - - smtp\nx unix - - n - - smtp\n  -o smtp_tls_chain_files=\n'),
      [],
    );
    const chain = 'smtpd_tls_security_level = may\nsmtpd_tls_chain_files = /etc/postfix/chain.pem\n';
    assert.deepEqual(found(`${chain}smtpd_tls_cert_file = none\n`, SMTP), []);
  });
});
