import assert from 'node:assert/strict';
import { domainKeys, findAddress, openMaps, resolve } from '../../server/src/engine/access/addresses';
import {
  isHostAddress,
  isHostName,
  isMailHostLiteral,
  mailHostAddress,
} from '../../server/src/engine/access/hostNames';
import { quoteLocal, unquoteLocal } from '../../server/src/engine/access/mailAddress';
import type { Machine } from '../../server/src/engine/configuration/configuration';
import { configurationOf } from '../check';

const MACHINE: Machine = { hostName: 'mail.example.com', interfaces: [{ address: '192.0.2.1', prefix: 24 }] };

function configured(main: string, master = '', machine = MACHINE) {
  const text = `compatibility_level = 3.6\nrecipient_delimiter = +\n${main}`;
  return configurationOf({ 'main.cf': text, 'master.cf': master }, { version: '3.7', machine });
}

describe('addresses', () => {
  const short = (address: string, main = '', master = '') =>
    resolve(configured(main, master), '', address).values.map(
      ({ recipient, class: addressClass, transport, isRouted, isError, isFail }) =>
        isFail
          ? 'fail'
          : [recipient, addressClass, transport, isRouted && 'routed', isError && 'error'].filter(Boolean).join(' '),
    );

  it('have the class of their domain', () => {
    const main = `mydestination = example.com
virtual_alias_domains = example.net
virtual_mailbox_domains = example.org
relay_domains = relay.test
`;
    assert.deepEqual(short('User@Example.COM', main), ['user@example.com local local']);
    assert.deepEqual(short('user', main), ['user@mail.example.com default smtp']);
    assert.deepEqual(short('u@example.net', main), ['u@example.net alias error']);
    assert.deepEqual(short('u@example.org', main), ['u@example.org virtual virtual']);
    assert.deepEqual(short('u@a.relay.test', main), ['u@a.relay.test relay relay']);
    assert.deepEqual(short('u@elsewhere.test', main), ['u@elsewhere.test default smtp']);
    assert.deepEqual(short('u@[192.0.2.1]', main), ['u@[192.0.2.1] local local']);
    assert.deepEqual(short('u@[192.0.2.2]', main), ['u@[192.0.2.2] default smtp']);
    assert.deepEqual(short('', main), ['mailer-daemon@mail.example.com default smtp']);
  });

  it('may ask for a way through this server', () => {
    const main = 'mydestination = example.com\n';
    assert.deepEqual(short('u%other.test@example.com', main), ['u@other.test default smtp']);
    assert.deepEqual(short('other.test!u@example.com', main), ['u@other.test default smtp']);
    assert.deepEqual(short('u@other.test@example.com', main), ['u@other.test default smtp']);
    assert.deepEqual(short('u@other.test@example.net', main), ['u@other.test@example.net default smtp routed']);
    assert.deepEqual(short('u%a@example.com', `${main}allow_percent_hack = no\n`), [
      'u%a@example.com local local routed',
    ]);
    assert.deepEqual(short('u@1.2.3.4', main), ['u@1.2.3.4 default error']);
    assert.deepEqual(short('-u@example.com', main), ['-u@example.com local local error']);
  });

  it('are sent where tables say', () => {
    const main = 'transport_maps = inline:{ other.test=error:no, {u@a.test=retry:4.2.1 later}, *=:[hop] }\n';
    assert.deepEqual(short('x@sub.other.test', main), ['x@sub.other.test default smtp']);
    assert.deepEqual(short('x@other.test', main), ['x@other.test default error']);
    assert.deepEqual(short('u+ext@a.test', main), ['u+ext@a.test default retry']);
    assert.equal(resolve(configured(main), '', 'u@b.test').values[0]?.nexthop, '[hop]');
    assert.deepEqual(short('u@a.test', 'transport_maps = fail:x\n'), ['fail']);
  });

  it('are rewritten with the options of the rewrite service', () => {
    const master = `rewrite unix - - n - - trivial-rewrite -o relay_domains=a.test
smtp inet n - n - - smtpd -o relay_domains=b.test
`;
    assert.deepEqual(short('u@a.test', '', master), ['u@a.test relay relay']);
    assert.deepEqual(short('u@b.test', '', master), ['u@b.test default smtp']);
  });

  it('depend on tables that cannot be read', () => {
    const { values, because } = resolve(configured('relay_domains = mysql:/x\n'), '', 'u@a.test');
    assert.deepEqual(
      values.map((value) => (value.isFail ? 'fail' : value.class)),
      ['relay', 'default', 'fail'],
    );
    assert.deepEqual(because, [{ kind: 'table', name: 'mysql:/x' }]);
  });

  it('depend on the name of the machine', () => {
    const configuration = configured('', '', {});
    assert.deepEqual(
      resolve(configuration, '', 'u@a.test').values.map((value) => value.class),
      ['local', 'default'],
    );
    assert.deepEqual(
      resolve(configuration, '', 'u').values.map((value) => value.class),
      ['local'],
    );
  });
});

describe('addresses in tables', () => {
  const find = (entries: string, address: string, isAccess = false, main = '') => {
    const configuration = configured(`mydestination = example.com\nrelocated_maps = inline:{${entries}}\n${main}`);
    const keys = isAccess ? domainKeys(configuration, 'smtpd_access_maps') : 'default';
    const found = findAddress(configuration, openMaps(configuration, 'relocated_maps'), address, keys);
    return found.kind === 'found' ? found.value : found.kind;
  };

  it('are found by user and by domain', () => {
    assert.equal(find('u+x@a.test=1, u@a.test=2', 'u+x@a.test'), '1');
    assert.equal(find('u@a.test=2, @a.test=3', 'u+x@a.test'), '2');
    assert.equal(find('u=4', 'u+x@example.com'), '4');
    assert.equal(find('u=4', 'u@a.test'), 'none');
    assert.equal(find('@a.test=5, a.test=6', 'u@a.test'), '5');
    assert.equal(find('{"a b"@a.test = 7}', 'a b@a.test'), '7');
    assert.equal(find('postmaster=8', 'Postmaster@example.com'), '8');
  });

  it('are found by domain and then by user in access tables', () => {
    assert.equal(find('a.test=1, u@=2', 'u@b.a.test', true), '1');
    assert.equal(find('a.test=1, u@=2', 'u@b.a.test', true, 'parent_domain_matches_subdomains =\n'), '2');
    assert.equal(find('.a.test=1, u@=2', 'u@b.a.test', true, 'parent_domain_matches_subdomains =\n'), '1');
    assert.equal(find('u=1', 'u@example.com', true), 'none');
  });

  it('keep the names of mailing list owners whole', () => {
    const main = 'recipient_delimiter = -\n';
    assert.equal(find('owner@a.test=1', 'owner-x@a.test', false, main), 'none');
    assert.equal(find('x@a.test=1', 'x-request@a.test', false, main), 'none');
    assert.equal(find('x@a.test=1', 'x-y@a.test', false, main), '1');
  });
});

describe('quotes around a local part', () => {
  it('are put where they are needed, and taken off', () => {
    for (const [address, quoted] of [
      ['a.b@c', 'a.b@c'],
      ['a b@c', '"a b"@c'],
      ['a@b@c', '"a@b"@c'],
      ['a"\\@c', '"a\\"\\\\"@c'],
      ['.a@c', '".a"@c'],
      ['', '""'],
      ['@a:b@c', '@a:b@c'],
    ] as const) {
      assert.equal(quoteLocal(address), quoted);
      assert.equal(unquoteLocal(quoted), address);
    }
  });
});

describe('host names and addresses', () => {
  it('are told from others', () => {
    for (const name of ['a', 'a_b.c-d', '1a', '1-2']) assert.equal(isHostName(name), true, name);
    for (const name of ['', '1', '1.2.3.4', 'a..b', 'a.', '-a', 'a-', 'a b', 'ä', 'x'.repeat(64)]) {
      assert.equal(isHostName(name), false, name);
    }
    assert.equal(isHostName('ä.example', true), true);
    for (const text of ['1.2.3.4', '0.0.0.0', '001.2.3.4', '::', '::1', '1:2:3', '1::', '::ffff:1.2.3.4']) {
      assert.equal(isHostAddress(text), true, text);
    }
    for (const text of ['', '1.2.3', '0.1.2.3', '256.1.1.1', ':1:2', '1:2:', '1::2::3', ':::', '12345::', '::g']) {
      assert.equal(isHostAddress(text), false, text);
    }
    assert.equal(mailHostAddress('ipv6:::1'), '::1');
    assert.equal(mailHostAddress('::1'), undefined);
    assert.equal(isMailHostLiteral('[127.0.0.1]'), true);
    assert.equal(isMailHostLiteral('[::1]'), false);
    assert.equal(isMailHostLiteral('[127.0.0.1]x'), false);
  });
});
