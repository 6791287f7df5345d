import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { append, revertAll, show, until, untilNoProblem, untilProblem } from './editor';

/** The language server's process ids: children of this extension host that run a file of ours. Linux only. */
function serverProcesses(): number[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => {
      try {
        const status = fs.readFileSync(`/proc/${id}/status`, 'utf8');
        const command = fs.readFileSync(`/proc/${id}/cmdline`, 'utf8');
        return status.includes(`\nPPid:\t${process.pid}\n`) && /\/dist\/[\w-]+\.js\0/.test(command);
      } catch {
        return false;
      }
    });
}

/** Fires when something happens in a directory. */
const changesIn =
  (directory: string): vscode.Event<unknown> =>
  (listener) => {
    const watcher = fs.watch(directory, () => listener(undefined));
    return { dispose: () => watcher.close() };
  };

describe('the language server', () => {
  afterEach(revertAll);

  it('is started again after it died', async function () {
    if (process.platform !== 'linux') this.skip();
    const editor = await show('main.cf');
    await untilProblem(editor.document, 'unknown-parameter', 'smtpd_baner');
    const [first, ...others] = serverProcesses();
    assert.ok(first, 'its process cannot be found');
    assert.deepEqual(others, []);
    process.kill(first, 'SIGKILL');
    // A dead server's problems are taken away: it is the new one that brings them back.
    await untilNoProblem(editor.document, 'unknown-parameter', 'smtpd_baner');
    await append(editor, 'mynetwork = 127.0.0.0/8\n');
    await untilProblem(editor.document, 'unknown-parameter', 'mynetwork');
    assert.notEqual(serverProcesses()[0], first);
  });

  it('is started again by the command', async function () {
    if (process.platform !== 'linux') this.skip();
    const editor = await show('main.cf');
    await untilProblem(editor.document, 'unknown-parameter', 'smtpd_baner');
    const [first] = serverProcesses();
    await vscode.commands.executeCommand('postfix-config.restartServer');
    await append(editor, 'mynetwork = 127.0.0.0/8\n');
    await untilProblem(editor.document, 'unknown-parameter', 'mynetwork');
    assert.notEqual(serverProcesses()[0], first);
  });

  it('asks the installed Postfix for its version in a trusted folder', async function () {
    // Set by those who put a postconf of their own first on the PATH.
    const marker = process.env.POSTCONF_MARKER;
    if (!marker) this.skip();
    assert.equal(vscode.workspace.isTrusted, true);
    await show('main.cf');
    await until('postconf to be run', () => fs.existsSync(marker), changesIn(path.dirname(marker)));
  });
});
