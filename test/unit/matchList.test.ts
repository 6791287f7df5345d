import assert from 'node:assert/strict';
import { type Match, matchesClient, matchesDomain, matchesString } from '../../server/src/engine/access/matchList';
import type { Machine } from '../../server/src/engine/configuration/configuration';
import { configurationOf } from '../check';

const KNOWN: Machine = { hostName: 'mail.example.com', interfaces: [{ address: '192.0.2.1', prefix: 24 }] };

function configured(main: string, files: Record<string, string> = {}, machine: Machine = KNOWN, version = '3.7') {
  const texts = new Map(Object.entries(files).map(([name, text]) => [name, { text }]));
  const readFile = (file: string) => texts.get(file);
  return configurationOf({ 'main.cf': main, 'master.cf': '' }, { version, machine: { ...machine, readFile } });
}

describe('lists of patterns', () => {
  const client = (value: string, address: string, name?: string, files = {}): readonly Match[] =>
    matchesClient(configured(`mynetworks = ${value}\n`, files), 'mynetworks', {
      address,
      ...(name !== undefined && { name }),
    }).values;

  it('take the first pattern that matches', () => {
    assert.deepEqual(client('!10.0.0.1, 10.0.0.0/8', '10.0.0.1', 'unknown'), [false]);
    assert.deepEqual(client('!!10.0.0.1', '10.0.0.1', 'unknown'), [true]);
    assert.deepEqual(client('10.0.0.0/8, !10.0.0.1', '10.0.0.1', 'unknown'), [true]);
    assert.deepEqual(client('10.0.0.0/8', '11.0.0.1', 'unknown'), [false]);
  });

  it('read addresses in any form', () => {
    assert.deepEqual(client('[2001:db8::]/32', '2001:db8:0:1::9', 'unknown'), [true]);
    assert.deepEqual(client('[0:0:0:0:0:0:0:1]', '::1', 'unknown'), [true]);
    assert.deepEqual(client('[10.0.0.1]', '10.0.0.1', 'unknown'), [true]);
    // An IPv6 address without brackets is a table of the type `2001`.
    assert.deepEqual(client('2001:db8::1', '2001:db8::1', 'unknown'), ['error']);
  });

  it('fail at a mistake, for clients of its family only', () => {
    for (const mistake of ['10.0.0.1/8', '10.0.0.0/33', '010.0.0.0/8', '10.0.0.0/']) {
      assert.deepEqual(client(mistake, '10.0.0.1', 'unknown'), ['error'], mistake);
      assert.deepEqual(client(mistake, '::1', 'unknown'), [false], mistake);
    }
    assert.deepEqual(client('10.0.0.0/8 fail:x', '10.0.0.1', 'unknown'), [true]);
    assert.deepEqual(client('fail:x 10.0.0.0/8', '10.0.0.1', 'unknown'), ['error']);
  });

  it('depend on a host name that only DNS knows', () => {
    assert.deepEqual(client('.example.com, 10.0.0.0/8', '203.0.113.5'), [true, false]);
    assert.deepEqual(client('.example.com, 10.0.0.0/8', '10.0.0.1'), [true]);
    assert.deepEqual(client('!.example.com, 10.0.0.0/8', '10.0.0.1'), [false, true]);
    assert.deepEqual(client('10.0.0.0/8, [::1]', '203.0.113.5'), [false]);
  });

  it('stand in files', () => {
    const files = { '/networks': '# ours\n10.0.0.0/8 !192.0.2.1\n', '/loop': '/loop 10.0.0.1\n' };
    assert.deepEqual(client('/networks', '10.0.0.1', 'unknown', files), [true]);
    assert.deepEqual(client('!/networks', '10.0.0.1', 'unknown', files), [false]);
    assert.deepEqual(client('!/networks', '192.0.2.1', 'unknown', files), [true]);
    assert.deepEqual(client('10.0.0.0/8 /missing', '10.0.0.1', 'unknown'), [true]);
    assert.deepEqual(client('/missing', '10.0.0.1', 'unknown'), [true, false, 'error']);
    assert.equal(client('/loop', '10.0.0.2', 'unknown', files).includes(false), true);
  });

  it('have logical lines in files since 3.8', () => {
    const files = { '/list': ' example.net\nexample.com\n' };
    const values = ['3.7', '3.8'].map(
      (version) =>
        matchesString(configured('mydestination = /list\n', files, KNOWN, version), 'mydestination', 'example.net')
          .values,
    );
    assert.deepEqual(values, [[true], [false]]);
  });

  it('match subdomains as parent_domain_matches_subdomains says', () => {
    const lists = 'relay_domains = example.com, .example.net\n';
    const ask = (main: string, domain: string) => matchesDomain(configured(main), 'relay_domains', domain).values;
    const dotted = `${lists}parent_domain_matches_subdomains =\n`;
    assert.deepEqual(ask(lists, 'A.Example.com'), [true]);
    assert.deepEqual(ask(lists, 'notexample.com'), [false]);
    assert.deepEqual(ask(dotted, 'a.example.com'), [false]);
    assert.deepEqual(ask(dotted, 'a.example.net'), [true]);
    assert.deepEqual(ask(dotted, 'example.net'), [false]);
  });
});

describe('mynetworks that is not set', () => {
  const ask = (main: string, address: string, machine?: Machine) =>
    matchesClient(configured(`compatibility_level = 3.6\n${main}`, {}, machine), 'mynetworks', { address }).values;

  it('is made of the addresses of the machine', () => {
    assert.deepEqual(ask('', '192.0.2.1'), [true]);
    assert.deepEqual(ask('', '192.0.2.2'), [false]);
    assert.deepEqual(ask('mynetworks_style = subnet\n', '192.0.2.2'), [true]);
  });

  it('is known in part without them', () => {
    assert.deepEqual(ask('', '127.0.0.1', {}), [true]);
    assert.deepEqual(ask('', '::1', {}), [true]);
    assert.deepEqual(ask('', '203.0.113.5', {}), [false]);
    assert.deepEqual(ask('', '8.8.8.8', {}), [false, true]);
    assert.deepEqual(ask('inet_interfaces = loopback-only\n', '8.8.8.8', {}), [false]);
    assert.deepEqual(ask('inet_interfaces = 8.8.4.4\n', '8.8.4.4', {}), [true]);
    assert.deepEqual(ask('inet_interfaces = 8.8.4.4\n', '8.8.8.8', {}), [false]);
    assert.deepEqual(ask('inet_protocols = ipv4\n', '::1', {}), [false, true]);
  });
});
