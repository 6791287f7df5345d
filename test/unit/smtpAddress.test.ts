import assert from 'node:assert/strict';
import { smtpdAccess } from '../../server/src/engine/access/access';
import { extractAddress } from '../../server/src/engine/access/smtpAddress';
import { configurationOf } from '../check';

describe('addresses in SMTP commands', () => {
  const address = (text: string) => extractAddress(text)?.address;
  const isStrict = (text: string) => extractAddress(text)?.isStrict;

  it('are taken out of what surrounds them', () => {
    assert.equal(address('bob@example.com'), 'bob@example.com');
    assert.equal(address(''), '');
    assert.equal(address('"a b"@example.com'), 'a b@example.com');
    assert.equal(address('"alice"@example.com'), 'alice@example.com');
    assert.equal(address('alice\\@far.example'), 'alice@far.example');
    assert.equal(address('(c)bob@ example.com (d)'), 'bob@example.com');
    assert.equal(address('Bob <bob@example.com>'), 'bob@example.com');
    assert.equal(address('<bob@example.com>'), 'bob@example.com');
    assert.equal(address('@a.example,@b.example:bob@example.com'), 'bob@example.com');
    assert.equal(address('bob@[127.0.0.1]'), 'bob@[127.0.0.1]');
    assert.equal(address('list: bob@example.com;'), 'bob@example.com');
    assert.equal(address('list:;'), '');
  });

  it('must be one, with quotes and brackets that match', () => {
    for (const text of ['a,b@c', 'a b@c', '<a> <b>', '"', '"a@b', 'a\\', '<a']) {
      assert.equal(extractAddress(text), undefined, text);
    }
  });

  it('may stand alone, as strict_rfc821_envelopes wants it', () => {
    for (const text of ['', 'a@b', '"a b"@c', '<a@b>', '@a:b@c']) assert.equal(isStrict(text), true, text);
    for (const text of ['a@b (c)', 'A <a@b>', 'list:;', '@a']) assert.equal(isStrict(text), false, text);
  });

  it('take no time, whatever they are', () => {
    for (const text of ['<', '>', '(', '"', ',', ';', ':', '<a>', 'a:', '\\', '[', 'a,'])
      extractAddress(text.repeat(50_000));
  });
});

describe('what smtpd(8) says of an address', () => {
  const ask = (main: string, sender: string, recipient: string, version = '3.7') => {
    const text = `compatibility_level = 3.6\nmydestination = example.com\nlocal_recipient_maps =\nmyhostname = mx.example.com\n${main}`;
    const configuration = configurationOf({ 'main.cf': text }, { version });
    const client = { address: '203.0.113.9', name: 'unknown', tls: false };
    const { verdict, code, status } = smtpdAccess(configuration, undefined).ask({
      client,
      helo: 'x',
      sender,
      recipient,
    });
    return [verdict, code, status].filter(Boolean).join(' ');
  };

  it('refuses bad syntax', () => {
    assert.equal(ask('', 'a b@c', 'bob@example.com'), 'refused 501 5.1.7');
    assert.equal(ask('', 'list:;', 'bob@example.com'), 'accepted');
    assert.equal(ask('', '', 'list:;'), 'refused 501 5.1.3');
    assert.equal(ask('', '', 'bob@example.com (c)'), 'accepted');
    assert.equal(ask('strict_rfc821_envelopes = yes\n', '', 'bob@example.com (c)'), 'refused 501 5.1.3');
    assert.equal(ask('', '', 'bob@example.com> x'), 'refused 555 5.5.4');
  });

  it('refuses letters outside ASCII in a domain, and elsewhere if it is strict', () => {
    assert.equal(ask('', 'bob@exämple.com', 'bob@example.com'), 'refused 501 5.1.7');
    assert.equal(ask('', 'bób@far.example', 'bob@example.com'), 'accepted');
    assert.equal(ask('strict_smtputf8 = yes\n', 'bób@far.example', 'bob@example.com'), 'refused 553 5.6.7');
    assert.equal(ask('strict_smtputf8 = yes\n', '', 'bób@example.com'), 'refused 553 5.6.7');
  });

  it('goes on with what is in quotes', () => {
    assert.equal(ask('', '', '"bob"@example.com'), 'accepted');
    assert.equal(ask('', '', '"bob%far.example"'), 'refused 454 4.7.1');
    assert.equal(ask('', '', '"bob@far.example"@example.com'), 'refused 454 4.7.1');
  });

  it('accepts from and to the address that Postfix verifies others from', () => {
    const reject = 'smtpd_relay_restrictions = reject\n';
    assert.equal(ask(reject, '', 'Double-Bounce@MX.example.com'), 'accepted');
    assert.equal(ask(reject, '', 'double-bounce@example.com'), 'refused 554 5.7.1');
    assert.equal(
      ask(`${reject}address_verify_sender_ttl = 1d\n`, '', 'double-bounce@mx.example.com'),
      'refused 554 5.7.1',
    );
    assert.equal(ask(`${reject}address_verify_sender =\n`, '', 'double-bounce@mx.example.com'), 'refused 554 5.7.1');
  });

  it('asks the relay list of the future where the level leaves it empty, for its failures', () => {
    const main =
      'compatibility_level = 0\nmynetworks = fail:x\nsmtpd_recipient_restrictions = reject_unauth_destination\n';
    assert.equal(ask(main, '', 'bob@example.com'), 'refused 451 4.3.0');
    assert.equal(ask(`${main}smtpd_relay_restrictions =\n`, '', 'bob@example.com'), 'accepted');
  });

  it('asked the relay list first before 3.3, and again from 3.6', () => {
    const main = 'smtpd_relay_restrictions = reject\nsmtpd_recipient_restrictions = defer\n';
    assert.equal(ask(main, '', 'bob@example.com', '3.2'), 'refused 554 5.7.1');
    assert.equal(ask(main, '', 'bob@example.com', '3.5'), 'refused 450 4.3.2');
    assert.equal(ask(main, '', 'bob@example.com', '3.7'), 'refused 554 5.7.1');
  });

  it('has a HELO name without special characters', () => {
    const table = (key: string) =>
      `smtpd_relay_restrictions = check_helo_access inline:{{${key} = REJECT}}, reject_unauth_destination\n`;
    const say = (main: string, helo: string) => {
      const text = `compatibility_level = 3.6\nmydestination = example.com\nlocal_recipient_maps =\n${main}`;
      const configuration = configurationOf({ 'main.cf': text }, { version: '3.7' });
      const client = { address: '203.0.113.9', name: 'unknown', tls: false };
      return smtpdAccess(configuration, undefined).ask({ client, helo, sender: '', recipient: 'bob@example.com' })
        .verdict;
    };
    assert.equal(say(table('<x.example>'), '<x.example>'), 'accepted');
    assert.equal(say(table('?x.example?'), '<x.example>'), 'refused');
    assert.equal(say(table('[ipv6:::1]'), '[IPv6:::1]'), 'refused');
  });

  it('knows a removed restriction only where there is a recipient', () => {
    const main =
      'smtpd_sender_restrictions = check_relay_domains\nsmtpd_relay_restrictions = reject_unauth_destination\n';
    assert.equal(ask(`${main}smtpd_delay_reject = no\n`, '', 'bob@example.com', '3.10'), 'accepted');
    assert.equal(ask(main, '', 'bob@example.com', '3.10'), 'refused 451 4.3.5');
  });

  it('keeps the case of keys in a list, and skips routes with $1', () => {
    const read = (files: Record<string, string>, main: string) => {
      const machine = { readFile: (name: string) => (files[name] === undefined ? undefined : { text: files[name] }) };
      const text = `compatibility_level = 3.6\nmyhostname = mx.example.com\nlocal_recipient_maps =\nsmtpd_relay_restrictions = reject_unauth_destination\n${main}`;
      const configuration = configurationOf({ 'main.cf': text }, { version: '3.7', machine });
      const client = { address: '203.0.113.9', name: 'unknown', tls: false };
      return smtpdAccess(configuration, undefined).ask({ client, helo: 'x', sender: '', recipient: 'bob@far.example' })
        .verdict;
    };
    assert.equal(read({ '/d': 'Far.Example x\n' }, 'mydestination = texthash:/d\n'), 'refused');
    assert.equal(read({ '/d': 'far.example x\n' }, 'mydestination = texthash:/d\n'), 'accepted');
    assert.equal(read({ '/d': 'Far.Example x\n' }, 'mydestination = hash:/d\n'), 'accepted');
    const routed = 'mydestination = far.example\ntransport_maps = regexp:/t\n';
    assert.equal(read({ '/t': '/(.*)/ error:no $1\n' }, routed), 'accepted');
    assert.equal(read({ '/t': '/(.*)/ error:no\n' }, routed), 'refused');
  });
});
