import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { CodeAction, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, startWithFiles, stopWithFiles } from './client';

const FIX_ALL = 'source.fixAll.postfix-config';

describe('applying all safe fixes over stdio', function () {
  this.timeout(20_000);
  let client: Client;
  let directory: string;
  let main: string;
  let master: string;

  beforeEach(async () => {
    ({ client, directory, main, master } = await startWithFiles());
  });
  afterEach(() => stopWithFiles({ client, directory }));

  /** What is offered at the beginning of a document. */
  function actions(
    uri: string,
    context: { only?: string[]; triggerKind?: number } = {},
    server = client,
  ): Promise<CodeAction[]> {
    const start = { line: 0, character: 0 };
    return server.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [], ...context },
    });
  }

  /** The edits of the one action that is offered. */
  async function fixAll(uri: string, server = client): Promise<TextEdit[]> {
    const [action, ...others] = await actions(uri, { only: [FIX_ALL] }, server);
    assert.equal(others.length, 0);
    assert.equal(action?.kind, FIX_ALL);
    assert.deepEqual(Object.keys(action.edit?.changes ?? {}), [uri]);
    return action.edit?.changes?.[uri] ?? [];
  }

  const applied = (text: string, edits: TextEdit[]) =>
    TextDocument.applyEdits(TextDocument.create('file:///x', 'x', 1, text), edits);

  const TEXT = 'soft_bounce = true\nmyorigin = example.org # here\nsmtpd_baner = x\n';

  it('is announced', () => {
    const { codeActionProvider } = client.initialized.capabilities;
    assert.deepEqual(codeActionProvider, { codeActionKinds: ['quickfix', FIX_ALL] });
  });

  it('gives the edits of the safe fixes, and of nothing else', async () => {
    await client.open(main, TEXT);
    const edits = await fixAll(main);
    assert.deepEqual(edits, [
      { range: { start: { line: 0, character: 14 }, end: { line: 0, character: 18 } }, newText: 'yes' },
      { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: '# here\n' },
      { range: { start: { line: 1, character: 22 }, end: { line: 1, character: 29 } }, newText: '' },
    ]);
    const text = applied(TEXT, edits);
    assert.equal(text, 'soft_bounce = yes\n# here\nmyorigin = example.org\nsmtpd_baner = x\n');
    await client.change(main, 2, text);
    assert.deepEqual(await actions(main, { only: [FIX_ALL] }), []);
  });

  it('mends what shows only when something else is mended', async () => {
    const text = 'relayhost = [a.example]\n  soft_bounce = true # x\n';
    await client.open(main, text);
    assert.equal(applied(text, await fixAll(main)), 'relayhost = [a.example]\n# x\nsoft_bounce = yes\n');
  });

  it('edits the document that it is asked for, and not the other one of the pair', async () => {
    const text = 'smtp inet n - n - - smtpd\n-o syslog_name=postfix/mx\n';
    await client.open(main, TEXT);
    await client.open(master, text, 'postfix-master');
    assert.equal(applied(text, await fixAll(master)), 'smtp inet n - n - - smtpd\n  -o syslog_name=postfix/mx\n');
    assert.equal((await fixAll(main)).length, 3);
  });

  it('finds its places in files of Windows', async () => {
    const text = TEXT.replaceAll('\n', '\r\n');
    await client.open(main, text);
    assert.equal(
      applied(text, await fixAll(main)),
      'soft_bounce = yes\r\n# here\r\nmyorigin = example.org\r\nsmtpd_baner = x\r\n',
    );
  });

  it('takes the newest text, and the settings beside it', async () => {
    fs.writeFileSync(path.join(directory, '.postfix-config.json'), '{ "rules": { "bad-boolean": "off" } }');
    await client.open(main, 'x');
    await client.change(main, 2, TEXT);
    assert.equal(applied(TEXT, await fixAll(main)).split('\n')[0], 'soft_bounce = true');
  });

  it('leaves what a comment ignores', async () => {
    await client.open(main, '# postfix-config: ignore bad-boolean -- a test\nsoft_bounce = true\n');
    assert.deepEqual(await actions(main, { only: [FIX_ALL] }), []);
  });

  it('renames nothing for a Postfix whose version is only assumed', async () => {
    const text = 'postscreen_blacklist_action = drop\nsoft_bounce = true\n';
    const assuming = await Client.start({ postconf: null });
    try {
      await assuming.open(main, text);
      await client.open(main, text);
      for (const [server, expected] of [
        [assuming, 'postscreen_blacklist_action = drop\nsoft_bounce = yes\n'],
        [client, 'postscreen_denylist_action = drop\nsoft_bounce = yes\n'],
      ] as const) {
        assert.equal(applied(text, await fixAll(main, server)), expected);
      }
      fs.writeFileSync(path.join(directory, '.postfix-config.json'), '{ "postfixVersion": "3.7" }');
      assert.match(applied(text, await fixAll(main, assuming)), /^postscreen_denylist_action/);
    } finally {
      await assuming.stop();
    }
  });

  it('does not touch a template', async () => {
    const template = `${main}.j2`;
    await client.open(template, `{% if x %}\n${TEXT}{% endif %}\n`);
    assert.deepEqual(await actions(template, { only: ['source.fixAll'] }), []);
  });

  it('comes where its kind or one above is asked for, and not where another is', async () => {
    await client.open(main, `smtpd_baner = x\n${TEXT}`);
    const kinds = async (context: object) => (await actions(main, context)).map(({ kind }) => kind);
    for (const only of [[FIX_ALL], ['source.fixAll'], ['source'], ['source.organizeImports', 'source.fixAll']]) {
      assert.deepEqual(await kinds({ only }), [FIX_ALL], String(only));
    }
    assert.deepEqual(await kinds({ only: ['quickfix'] }), ['quickfix']);
    for (const only of [
      ['source.fixAll.eslint'],
      ['source.organizeImports'],
      ['refactor'],
      ['sourc'],
      ['quickfix.x'],
    ]) {
      assert.deepEqual(await kinds({ only }), [], String(only));
    }
    for (const context of [{}, { only: [] }, { only: [''] }, { triggerKind: 1 }]) {
      assert.deepEqual(await kinds(context), ['quickfix', FIX_ALL], JSON.stringify(context));
    }
    // The light bulb that follows the cursor.
    assert.deepEqual(await kinds({ triggerKind: 2 }), ['quickfix']);
    assert.deepEqual(await kinds({ triggerKind: 2, only: ['source.fixAll'] }), [FIX_ALL]);
  });

  it('has a title in both languages', async () => {
    await client.open(main, TEXT);
    assert.equal((await actions(main, { only: [FIX_ALL] }))[0]?.title, 'Apply all safe fixes in this file');
    const japanese = await Client.start({ postfixVersion: '3.7' }, 'ja');
    try {
      await japanese.open(main, TEXT);
      const [action] = await actions(main, { only: [FIX_ALL] }, japanese);
      assert.equal(action?.title, 'このファイルの安全な修正をすべて適用');
    } finally {
      await japanese.stop();
    }
  });
});
