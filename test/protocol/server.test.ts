import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CompletionItem, CompletionList, Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { Client, program, startWithFiles, stopWithFiles } from './client';

const codes = ({ diagnostics }: { diagnostics: { code?: unknown }[] }) => diagnostics.map(({ code }) => code);

describe('the language server over stdio', function () {
  this.timeout(20_000);
  let client: Client;
  let directory: string;
  let main: string;
  let master: string;

  beforeEach(async () => {
    ({ client, directory, main, master } = await startWithFiles());
  });
  afterEach(() => stopWithFiles({ client, directory }));

  const completions = async (uri: string, line: number, character: number) =>
    (await client.request<CompletionList>('textDocument/completion', uri, line, character)).items;

  it('says what it is and what it can', () => {
    assert.equal(client.initialized.serverInfo?.name, 'postfix-config');
    assert.match(client.initialized.serverInfo?.version ?? '', /^\d+\.\d+\.\d+$/);
    assert.ok(client.initialized.capabilities.hoverProvider);
  });

  it('reports a mistake when it is opened, and forgets it when it is mended', async () => {
    const opened = await client.open(main, 'smtpd_baner = hello\n');
    assert.deepEqual(codes(opened), ['unknown-parameter']);
    assert.deepEqual(opened.diagnostics[0]?.range, {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 11 },
    });
    assert.equal(opened.diagnostics[0]?.source, 'postfix-config');
    assert.deepEqual(codes(await client.change(main, 2, 'smtpd_banner = hello\n')), []);
  });

  it('follows edits of a part of the text', async () => {
    await client.open(main, 'smtpd_banner = hello\n');
    const diagnostics = client.diagnostics(main, 2);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: main, version: 2 },
      contentChanges: [{ range: { start: { line: 0, character: 8 }, end: { line: 0, character: 9 } }, text: '' }],
    });
    assert.deepEqual(codes(await diagnostics), ['unknown-parameter']);
  });

  it('reads the other file of the pair from disk, and from the editor while it is open there', async () => {
    const text = 'relay_destination_rate_delay = 1s\n';
    fs.writeFileSync(path.join(directory, 'master.cf'), 'smtp inet n - n - - smtpd\n');
    assert.deepEqual(codes(await client.open(main, text)), ['unknown-parameter']);
    const again = client.diagnostics(main);
    await client.open(master, 'smtp inet n - n - - smtpd\nrelay unix - - n - - smtp\n', 'postfix-master');
    assert.deepEqual(codes(await again), []);
    const afterClose = client.diagnostics(main);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: master } });
    assert.deepEqual(codes(await afterClose), ['unknown-parameter']);
  });

  it('judges in a template only what does not hang on what is filled in', async () => {
    const uri = pathToFileURL(path.join(directory, 'main.cf.j2')).toString();
    const text = '{{ nonsense }}\n{% if tls %}\nsmtpd_helo_required = {{ helo }}\nsoft_bounce = true\n{% endif %}\n';
    const opened = await client.open(uri, text);
    assert.deepEqual(codes(opened), ['bad-boolean']);
    assert.deepEqual(opened.diagnostics[0]?.range.start, { line: 3, character: 14 });
    const { contents } = await client.request<Hover>('textDocument/hover', uri, 2, 3);
    assert.match((contents as MarkupContent).value, /\*\*smtpd_helo_required\*\*/);
  });

  it('explains a parameter and its value here, with why it matters under OP25B', async () => {
    await client.open(main, 'relayhost = [smtp.example.jp]:587\n');
    const { contents } = await client.request<Hover>('textDocument/hover', main, 0, 3);
    const text = (contents as MarkupContent).value;
    assert.match(text, /\*\*relayhost\*\*/);
    assert.match(text, /OP25B/);
    assert.match(text, /\[smtp\.example\.jp\]:587/);
    assert.match(text, /main\.cf, line 1/);
    assert.match(text, /postconf\.5\.html#relayhost/);
  });

  it('explains a restriction: what it looks at, and what it can answer', async () => {
    await client.open(main, 'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n');
    const { contents } = await client.request<Hover>('textDocument/hover', main, 0, 50);
    const text = (contents as MarkupContent).value;
    assert.match(text, /\*\*reject_unauth_destination\*\*/);
    assert.match(text, /recipient/);
    assert.match(text, /relaying/);
  });

  it('explains it in Japanese where the editor is Japanese', async () => {
    const japanese = await Client.start({ postfixVersion: '3.7' }, 'ja');
    try {
      const opened = await japanese.open(main, 'smtpd_baner = hello\nrelayhost = [smtp.example.jp]:587\n');
      assert.match(String(opened.diagnostics[0]?.message), /パラメータ/);
      const { contents } = await japanese.request<Hover>('textDocument/hover', main, 1, 3);
      assert.match((contents as MarkupContent).value, /宛先/);
    } finally {
      await japanese.stop();
    }
  });

  it('offers the fix of a mistake', async () => {
    const { diagnostics } = await client.open(main, 'smtpd_baner = hello\n');
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: main },
      range: diagnostics[0]?.range,
      context: { diagnostics },
    });
    assert.equal(actions[0]?.kind, 'quickfix');
    assert.deepEqual(
      actions[0]?.edit?.changes?.[main]?.map(({ newText }) => newText),
      ['smtpd_banner'],
    );
  });

  it('completes names, and says more of the one that is looked at', async () => {
    await client.open(main, 'smtpd_tls_sec\n');
    const items = await completions(main, 0, 13);
    const item = items.find(({ label }) => label === 'smtpd_tls_security_level');
    assert.ok(item);
    assert.equal(item.textEdit?.newText, 'smtpd_tls_security_level = ');
    const resolved: CompletionItem = await client.connection.sendRequest('completionItem/resolve', item);
    assert.match((resolved.documentation as MarkupContent).value, /smtpd_tls_security_level/);
  });

  it('says once what a long list has in common, to a client that understands it', async () => {
    const modern = await Client.start({ postfixVersion: '3.7' }, 'en', {
      textDocument: { completion: { completionList: { itemDefaults: ['editRange', 'data', 'insertTextFormat'] } } },
    });
    try {
      await modern.open(main, 'smtpd_tls_sec\n');
      const list = await modern.request<CompletionList>('textDocument/completion', main, 0, 13);
      assert.deepEqual(list.itemDefaults?.editRange, {
        start: { line: 0, character: 0 },
        end: { line: 0, character: 13 },
      });
      const item = list.items.find(({ label }) => label === 'smtpd_tls_security_level');
      assert.equal(item?.textEditText, 'smtpd_tls_security_level = ');
      const resolved: CompletionItem = await modern.connection.sendRequest('completionItem/resolve', {
        ...item,
        data: list.itemDefaults?.data,
      });
      assert.match((resolved.documentation as MarkupContent).value, /smtpd_tls_security_level/);
    } finally {
      await modern.stop();
    }
  });

  it('completes keywords, references and restrictions', async () => {
    await client.open(
      main,
      'smtp_tls_security_level = \nmyorigin = $\nsmtpd_relay_restrictions = permit_mynetworks, rej\n',
    );
    const labels = async (line: number, character: number) =>
      (await completions(main, line, character)).map(({ label }) => label);
    assert.ok((await labels(0, 26)).includes('encrypt'));
    assert.ok((await labels(1, 12)).includes('mydomain'));
    assert.ok((await labels(2, 49)).includes('reject_unauth_destination'));
  });

  it('completes names after -o, and the fields of a service', async () => {
    await client.open(master, 'smtp inet n - n - - smtpd\n  -o smtpd_sasl_au\nx uni\n', 'postfix-master');
    const items = await completions(master, 1, 18);
    const item = items.find(({ label }) => label === 'smtpd_sasl_auth_enable');
    assert.equal(item?.textEdit?.newText, 'smtpd_sasl_auth_enable=');
    const types = await completions(master, 2, 5);
    assert.ok(types.some(({ label }) => label === 'unix'));
  });

  it('survives requests about nothing: unknown documents, places beyond the end', async () => {
    assert.equal(await client.request('textDocument/hover', 'file:///nowhere/main.cf', 0, 0), null);
    await client.open(main, 'x');
    assert.equal(await client.request('textDocument/hover', main, 99, 99), null);
    assert.deepEqual(client.logged, []);
  });

  it('survives hostile text', async () => {
    const texts = [
      '\u0000\u0001\ufffd',
      `a = ${'x'.repeat(5_000_000)}`,
      '\ufeff\r\n\r',
      `a = ${'${'.repeat(20_000)}`,
      '= = =\n'.repeat(1000),
    ];
    let version = 1;
    await client.open(main, '', 'postfix-main', version);
    for (const text of texts) await client.change(main, ++version, text);
    await client.open(master, texts.join('\n'), 'postfix-master');
    assert.deepEqual(client.logged, []);
  });

  it('ends when the client says so, and when the client is gone', async () => {
    const other = await Client.start();
    await other.stop();
    assert.equal(await other.exitCode, 0);
    const orphan = spawn(process.execPath, [program, 'serve', '--stdio'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const exited = new Promise((resolve) => orphan.once('exit', resolve));
    orphan.stdin.end();
    await exited;
  });

  it('reads the settings beside the file, and tells what is wrong in them', async () => {
    const file = path.join(directory, '.postfix-config.json');
    fs.writeFileSync(file, '{ "postfixVersion": "3.3", "rules": { "bad-boolean": "off", "bad-tme": "off" } }');
    const settings = client.diagnostics(pathToFileURL(file).toString());
    const opened = await client.open(main, 'soft_bounce = true\nmaillog_file = /var/log/x\n');
    assert.deepEqual(codes(opened), ['unknown-parameter']);
    assert.match(String(opened.diagnostics[0]?.message), /3\.4/);
    const { diagnostics } = await settings;
    assert.match(String(diagnostics[0]?.message), /`bad-time`/);
    assert.equal(diagnostics[0]?.range.start.line, 0);

    fs.rmSync(file);
    const again = client.diagnostics(main);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    assert.deepEqual(codes(await again), ['bad-boolean']);
  });

  it('makes rules silent or less serious as the editor wants it, and the file beside main.cf before that', async () => {
    await client.open(main, 'soft_bounce = true\n');
    const change = async (rules: object) => {
      const diagnostics = client.diagnostics(main);
      await client.connection.sendNotification('postfix-config/settings', { rules });
      return (await diagnostics).diagnostics.map(({ severity }) => severity);
    };
    assert.deepEqual(await change({ 'bad-boolean': 'off' }), []);
    assert.deepEqual(await change({ 'bad-boolean': 'hint' }), [4]);
    fs.writeFileSync(path.join(directory, '.postfix-config.json'), '{ "rules": { "bad-boolean": "warning" } }');
    assert.deepEqual(await change({ 'bad-boolean': 'hint' }), [2]);
  });

  it('takes a new version and language while it runs', async () => {
    await client.open(main, 'maillog_file = /var/log/x\n');
    const diagnostics = client.diagnostics(main);
    await client.connection.sendNotification('postfix-config/settings', { postfixVersion: '3.3', language: 'ja' });
    const { diagnostics: found } = await diagnostics;
    assert.match(String(found[0]?.message), /3\.4/);
    assert.match(String(found[0]?.message), /追加/);
  });
});
