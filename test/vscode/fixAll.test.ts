import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { append, fileUri, revertAll, show, until, untilProblem } from './editor';

/** Mistakes on the second and third line; only the first of them has a safe fix. */
const TEXT = 'relayhost =\n  soft_bounce = true # 月末まで\nsmtpd_baner = x\nmyorigin = example.org\n';
const FIXED = 'relayhost =\n# 月末まで\nsoft_bounce = yes\nsmtpd_baner = x\nmyorigin = example.org\n';

describe('applying all safe fixes', () => {
  const actionKinds = async (kind: vscode.CodeActionKind) => {
    const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const uri = editor.document.uri;
    const command = 'vscode.executeCodeActionProvider';
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(command, uri, all, kind.value);
    return actions.map((action) => action.kind?.value);
  };
  /** A save before the editor has learnt of the action would go by without it. */
  const untilOffered = async () => {
    const end = Date.now() + 10_000;
    while ((await actionKinds(vscode.CodeActionKind.SourceFixAll)).length === 0) {
      assert.ok(Date.now() < end, 'the action is never offered');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const settings = () => vscode.workspace.getConfiguration('editor', { languageId: 'postfix-main' });
  const onSave = (value: object | undefined) =>
    settings().update('codeActionsOnSave', value, vscode.ConfigurationTarget.Global, true);
  let number = 0;
  let name: string;
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    name = `main.cf.fix${++number}`;
    fs.writeFileSync(fileUri(name).fsPath, '');
    editor = await show(name);
    await append(editor, TEXT);
    await untilProblem(editor.document, 'unknown-parameter', 'smtpd_baner');
    await untilOffered();
  });
  afterEach(async () => {
    await onSave(undefined);
    await revertAll();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    fs.rmSync(fileUri(name).fsPath);
  });

  it('happens on save where the settings ask for it, and the cursor stays in its place', async () => {
    await onSave({ 'source.fixAll.postfix-config': 'explicit' });
    const inOrigin = new vscode.Position(3, 4);
    editor.selection = new vscode.Selection(inOrigin, inOrigin);
    assert.ok(await editor.document.save());
    assert.equal(editor.document.getText(), FIXED);
    assert.equal(fs.readFileSync(fileUri(name).fsPath, 'utf8'), FIXED);
    assert.deepEqual([editor.selection.active.line, editor.selection.active.character], [4, 4]);
  });

  it('happens on save for those who want the fixes of every extension', async () => {
    await onSave({ 'source.fixAll': 'explicit' });
    assert.ok(await editor.document.save());
    assert.equal(editor.document.getText(), FIXED);
  });

  it('does not happen on save otherwise', async () => {
    assert.ok(await editor.document.save());
    assert.equal(editor.document.getText(), TEXT);
  });

  it('happens by the command Fix All, and is undone at once', async () => {
    const untilText = (what: string, text: string) =>
      until(what, () => editor.document.getText() === text, vscode.workspace.onDidChangeTextDocument);
    // The command does nothing until the editor has learnt that there are such actions.
    const attempts = setInterval(() => vscode.commands.executeCommand('editor.action.fixAll'), 500);
    await untilText('the fixes', FIXED).finally(() => clearInterval(attempts));
    await vscode.commands.executeCommand('undo');
    await untilText('the text as it was', TEXT);
  });

  it('is no quick fix', async () => {
    assert.deepEqual(await actionKinds(vscode.CodeActionKind.SourceFixAll), ['source.fixAll.postfix-config']);
    assert.ok((await actionKinds(vscode.CodeActionKind.QuickFix)).every((kind) => kind === 'quickfix'));
  });
});
