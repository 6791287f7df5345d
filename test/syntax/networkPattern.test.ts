import assert from 'node:assert/strict';
import { hasHostBits, type Network, networkAround, parseNetwork } from '../../server/src/engine/syntax/networkPattern';

describe('parseNetwork', () => {
  const valid: Record<string, Network> = {
    '192.0.2.1': { address: '192.0.2.1', prefix: 32 },
    '192.0.2.0/24': { address: '192.0.2.0', prefix: 24 },
    '[192.0.2.0]/24': { address: '192.0.2.0', prefix: 24 },
    '0.0.0.0/0': { address: '0.0.0.0', prefix: 0 },
    '[::1]': { address: '::1', prefix: 128 },
    '[2001:db8::]/32': { address: '2001:db8::', prefix: 32 },
    '[2001:db8::/32]': { address: '2001:db8::', prefix: 32 },
  };
  for (const [text, network] of Object.entries(valid)) {
    it(`reads ${text}`, () => assert.deepEqual(parseNetwork(text), network));
  }

  const malformed: Record<string, string> = {
    '[::1': 'missing bracket',
    '[::1]:25': 'garbage after bracket',
    '192.0.2.0/': 'bad mask',
    '192.0.2.0/33': 'bad mask',
    '192.0.2.0/255.255.255.0': 'bad mask',
    '[2001:db8::]/129': 'bad mask',
    '192.0.2/24': 'bad address',
    '[2001:db8]/32': 'bad address',
  };
  for (const [text, error] of Object.entries(malformed)) {
    it(`finds in ${text}: ${error}`, () => assert.equal(parseNetwork(text), error));
  }

  for (const text of ['::1/128', 'hash:/etc/postfix/x', '/abc/def', 'mail.example.jp', '.example.jp', '192.0.2', '']) {
    it(`leaves ${text || 'nothing'} to others`, () => assert.equal(parseNetwork(text), undefined));
  }
});

describe('networkAround', () => {
  const networks: Record<string, string> = {
    '192.168.1.77/24': '192.168.1.0',
    '172.17.0.0/12': '172.16.0.0',
    '10.1.2.3/0': '0.0.0.0',
    '192.0.2.7/32': '192.0.2.7',
    '[2001:db8:1::9]/32': '2001:db8::',
    '[fe80::1]/10': 'fe80::',
    '[::ffff:127.0.0.0]/104': '::ffff:7f00:0',
    '[2001:db8:1:2:3:4:5:6]/127': '2001:db8:1:2:3:4:5:6',
  };
  for (const [text, address] of Object.entries(networks)) {
    it(`of ${text} is ${address}`, () => assert.equal(networkAround(parseNetwork(text) as Network).address, address));
  }

  it('tells which have bits after the prefix', () => {
    const withBits = Object.keys(networks).filter((text) => hasHostBits(parseNetwork(text) as Network));
    assert.deepEqual(withBits, [
      '192.168.1.77/24',
      '172.17.0.0/12',
      '10.1.2.3/0',
      '[2001:db8:1::9]/32',
      '[fe80::1]/10',
    ]);
  });
});
