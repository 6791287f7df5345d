import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeLens, Hover } from 'vscode-languageserver-protocol';
import { temporaryDirectory } from '../instance';
import { Client } from './client';

const MAIN = `compatibility_level = 3.6
myhostname = mail.example.jp
mydestination = example.jp
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, check_client_access cidr:/etc/postfix/friends, reject_unauth_destination
`;
const MASTER = 'smtp inet n - n - - smtpd\n';

describe('who may relay, over stdio', function () {
  this.timeout(20_000);
  let client: Client;
  let directory: string;
  const uriOf = (name: string) => pathToFileURL(path.join(directory, name)).toString();
  const write = (name: string, text: string) => fs.writeFileSync(path.join(directory, name), text);

  const started = async (settings: object = {}, capabilities: object = {}) => {
    client = await Client.start({ postfixVersion: '3.7', showsRelayTable: true, ...settings }, 'en', capabilities);
    await client.open(uriOf('master.cf'), MASTER, 'postfix-master');
  };

  /** The lenses of a file, resolved one by one as editors do. */
  async function lenses(name: string): Promise<CodeLens[]> {
    const textDocument = { uri: uriOf(name) };
    const found: CodeLens[] = await client.connection.sendRequest('textDocument/codeLens', { textDocument });
    return Promise.all(found.map((lens) => client.connection.sendRequest<CodeLens>('codeLens/resolve', lens)));
  }
  const titles = async (name = 'master.cf') => (await lenses(name)).map(({ command }) => command?.title);

  const table = (name = 'master.cf'): Promise<{ title: string; html: string; uris: string[] } | null> =>
    client.connection.sendRequest('postfix-config/relayTable', { uri: uriOf(name), service: 'smtp/inet' });

  beforeEach(() => {
    directory = temporaryDirectory();
    write('main.cf', MAIN);
    write('master.cf', MASTER);
    write('friends', '192.0.2.0/24 OK\n');
  });
  afterEach(() => client.stop());

  it('is said above a service, with the tables beside the files', async () => {
    await started();
    assert.deepEqual(client.initialized.capabilities.codeLensProvider, { resolveProvider: true });
    const [lens, ...others] = await lenses('master.cf');
    assert.deepEqual(others, []);
    assert.deepEqual(lens?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } });
    assert.deepEqual(lens.command, {
      title: 'Relays for: mynetworks',
      command: 'postfix-config.showRelayTable',
      arguments: [uriOf('master.cf'), 'smtp/inet'],
    });
  });

  it('follows an edit of either file', async () => {
    await started();
    await client.open(uriOf('main.cf'), MAIN);
    assert.deepEqual(await titles('main.cf'), ['Relays for: mynetworks']);
    await client.change(uriOf('main.cf'), 2, MAIN.replace('permit_mynetworks, ', ''));
    assert.deepEqual(await titles(), ['Relays for nobody']);
    assert.match((await table())?.html ?? '', /Relays for nobody/);
  });

  it('follows a table that changes on the disk, with the next request', async () => {
    await started();
    assert.deepEqual(await titles(), ['Relays for: mynetworks']);
    write('friends', '0.0.0.0/0 OK\n');
    assert.deepEqual(await titles(), ['Relays for everybody: open relay']);
    assert.match((await table())?.html ?? '', /friends:1</);
    fs.rmSync(path.join(directory, 'friends'));
    assert.deepEqual(await titles(), ['Relays for: mynetworks; perhaps: strangers']);
    assert.match((await table())?.html ?? '', /the table <code>cidr:/);
  });

  it('reads no table where the client forbids it', async () => {
    await started({ readTables: false });
    assert.deepEqual(await titles(), ['Relays for: mynetworks; perhaps: strangers']);
    await client.connection.sendNotification('postfix-config/settings', { readTables: true });
    await client.change(uriOf('master.cf'), 2, MASTER);
    assert.deepEqual(await titles(), ['Relays for: mynetworks']);
  });

  it('does nothing at a click where the client has not said that it has the command', async () => {
    await started({ showsRelayTable: undefined });
    const [lens] = await lenses('master.cf');
    assert.deepEqual(lens?.command, { title: 'Relays for: mynetworks', command: '' });
  });

  it('asks the client to look again once the other file of the pair has changed', async () => {
    await started({}, { workspace: { codeLens: { refreshSupport: true } } });
    const refreshed = new Promise<void>((resolve) => {
      client.connection.onRequest('workspace/codeLens/refresh', () => {
        resolve();
        return null;
      });
    });
    await client.open(uriOf('main.cf'), MAIN);
    await refreshed;
  });

  it('is a table with links', async () => {
    await started();
    const found = await table();
    assert.ok(found);
    assert.equal(found.title, 'Who May Relay');
    assert.deepEqual(found.uris, [uriOf('main.cf'), uriOf('master.cf')]);
    assert.ok(found.html.includes(`data-uri="${uriOf('main.cf')}" data-line="4" data-column="27"`));
    assert.ok(found.html.includes('<th scope="col" class="asked">'));
    assert.equal(await table('elsewhere'), null);
  });

  it('is told of a restriction under the mouse', async () => {
    await started();
    await client.open(uriOf('main.cf'), MAIN);
    const hover = await client.request<Hover>('textDocument/hover', uriOf('main.cf'), 4, 30);
    assert.match(JSON.stringify(hover.contents), /Decides: permits `mynetworks` → every recipient/);
  });
});
