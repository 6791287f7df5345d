import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { append, problem, problemsOf, replace, revertAll, show, until, untilNoProblem, untilProblem } from './editor';

describe('problems', () => {
  afterEach(revertAll);

  it('are shown when a file is opened', async () => {
    const { document } = await show('main.cf');
    const { range, severity, message } = await untilProblem(document, 'unknown-parameter', 'smtpd_baner');
    assert.equal(document.getText(range), 'smtpd_baner');
    assert.ok(severity === vscode.DiagnosticSeverity.Warning || severity === vscode.DiagnosticSeverity.Error);
    assert.match(message, /smtpd_baner/);
  });

  it('appear while typing, and go when the text is put right', async () => {
    const editor = await show('main.cf');
    await append(editor, 'mynetwork = 127.0.0.0/8\n');
    await untilProblem(editor.document, 'unknown-parameter', 'mynetwork');
    await replace(editor, 'mynetwork =', 'mynetworks =');
    await untilNoProblem(editor.document, 'unknown-parameter', 'mynetwork');
  });

  it('have a quick fix that is applied', async () => {
    const { document } = await show('main.cf');
    const { range } = await untilProblem(document, 'unknown-parameter', 'smtpd_baner');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const rename = actions.find(({ edit }) =>
      edit?.get(document.uri).some(({ newText }) => newText === 'smtpd_banner' || newText.startsWith('smtpd_banner =')),
    );
    assert.ok(rename?.edit, `no fix renames it: ${actions.map(({ title }) => title).join(', ')}`);
    assert.ok(rename.isPreferred, 'Auto Fix would not take it');
    assert.ok(await vscode.workspace.applyEdit(rename.edit));
    assert.match(document.getText(), /^smtpd_banner = \$myhostname ESMTP$/m);
    await untilNoProblem(document, 'unknown-parameter', 'smtpd_baner');
  });

  it('tell of an -o that is not part of its service', async () => {
    const editor = await show('master.cf');
    await replace(editor, '  -o smtpd_tls_wrappermode=yes', '-o smtpd_tls_wrappermode=yes');
    const line = editor.document.getText().split('\n').indexOf('-o smtpd_tls_wrappermode=yes');
    const errors = () =>
      problemsOf(editor.document.uri).filter(
        ({ range, severity }) => range.start.line === line && severity === vscode.DiagnosticSeverity.Error,
      );
    await until('an error on the line', () => errors().length > 0, vscode.languages.onDidChangeDiagnostics);
    await replace(editor, '-o smtpd_tls_wrappermode=yes', '  -o smtpd_tls_wrappermode=yes');
    await until('no error on the line', () => errors().length === 0, vscode.languages.onDidChangeDiagnostics);
  });

  it('in master.cf follow what main.cf says', async () => {
    const { document: master } = await show('master.cf');
    await untilProblem(master, 'unknown-parameter', 'mua_helo_restrictions');
    const main = await show('main.cf');
    await append(main, 'smtpd_helo_restrictions = $mua_helo_restrictions\n');
    await untilNoProblem(master, 'unknown-parameter', 'mua_helo_restrictions');
    await replace(main, '$mua_helo_restrictions', 'permit');
    await untilProblem(master, 'unknown-parameter', 'mua_helo_restrictions');
  });

  it('do not come from files of other languages', async () => {
    const { document } = await show('notes.txt');
    const { document: main } = await show('main.cf');
    await untilProblem(main, 'unknown-parameter', 'smtpd_baner');
    assert.deepEqual(problemsOf(document.uri), []);
    assert.equal(problem(main, 'unknown-parameter', 'relayhost'), undefined);
  });
});
