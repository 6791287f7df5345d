import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { replace, revertAll, show, until } from './editor';

const isJapanese = () => vscode.env.language === 'ja';

/** The lenses of this extension above a line that holds a text. */
async function lensesAbove({ document }: vscode.TextEditor, text: string): Promise<vscode.CodeLens[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return lenses.filter(({ range }) => document.lineAt(range.start.line).text.includes(text));
}

const panels = (): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('relayTable'));

describe('who may relay', () => {
  afterEach(async () => {
    await vscode.window.tabGroups.close(panels());
    await revertAll();
  });

  it('is said above the services of master.cf', async () => {
    const editor = await show('gateway-services');
    const [lens, ...others] = await lensesAbove(editor, 'smtpd');
    assert.ok(lens?.command, 'there is no lens');
    assert.equal(lens.command.command, 'postfix-config.showRelayTable');
    assert.match(lens.command.title, isJapanese() ? /リレー|起動/ : /Relays|start/);
    assert.ok(others.every(({ command }) => command?.title));
  });

  it('is shown beside the file by a click on it, in one panel for both files', async () => {
    const master = await show('master.cf');
    const [lens] = await lensesAbove(master, 'smtpd');
    assert.ok(lens?.command);
    const { command, arguments: args = [] } = lens.command;
    await vscode.commands.executeCommand(command, ...args);
    const [panel] = await until('a panel', () => panels()[0] && panels(), vscode.window.tabGroups.onDidChangeTabs);
    assert.equal(panel?.label, isJapanese() ? 'リレーできる相手' : 'Who May Relay');
    assert.equal(vscode.window.activeTextEditor?.document, master.document, 'the file has lost the focus');
    await show('main.cf');
    await vscode.commands.executeCommand('postfix-config.showRelayTable');
    assert.equal(panels().length, 1);
  });

  it('survives that its file is edited and closed', async () => {
    const editor = await show('main.cf');
    await vscode.commands.executeCommand('postfix-config.showRelayTable');
    await until('a panel', () => panels().length === 1, vscode.window.tabGroups.onDidChangeTabs);
    await replace(editor, 'relayhost', 'relayhost');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    assert.equal(panels().length, 1);
  });
});
