import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  accept,
  append,
  completions,
  hoverText,
  itemNamed,
  positionOf,
  problemsOf,
  revertAll,
  show,
  until,
  untilProblem,
} from './editor';

describe('hover', () => {
  it('speaks the display language', async () => {
    // Those who start the suite say which language VS Code was to be started in.
    assert.equal(vscode.env.language, process.env.SUITE_LOCALE ?? vscode.env.language);
    const { document } = await show('main.cf');
    await untilProblem(document, 'unknown-parameter', 'smtpd_baner');
    const text = await hoverText(document, positionOf(document, 'relayhost'));
    assert.match(text, /OP25B/);
    if (vscode.env.language === 'ja') {
      assert.match(text, /宛先/);
      assert.match(text, /(です|ます)。/);
    } else {
      assert.doesNotMatch(text, /[\u3040-\u30ff]/);
    }
  });
});

describe('completion', () => {
  afterEach(revertAll);

  it('offers parameter names, and the chosen one is inserted', async () => {
    const editor = await show('main.cf');
    const at = await append(editor, 'smtpd_tls_sec');
    const item = itemNamed(await completions(editor.document, at), 'smtpd_tls_security_level');
    await accept(editor, item, at);
    assert.match(editor.document.lineAt(at.line).text, /^smtpd_tls_security_level( =.*)?$/);
  });

  it('offers the keywords of a value', async () => {
    const editor = await show('main.cf');
    const at = await append(editor, 'smtpd_tls_security_level = ');
    const items = await completions(editor.document, at);
    for (const keyword of ['none', 'may', 'encrypt']) itemNamed(items, keyword);
    await accept(editor, itemNamed(items, 'may'), at);
    assert.equal(editor.document.lineAt(at.line).text, 'smtpd_tls_security_level = may');
  });

  it('offers parameter names after -o in master.cf', async () => {
    const editor = await show('master.cf');
    const at = await append(editor, '  -o smtpd_tls_wrap');
    itemNamed(await completions(editor.document, at), 'smtpd_tls_wrappermode');
  });
});

describe('snippets', () => {
  afterEach(revertAll);

  for (const [file, prefix, expected] of [
    ['main.cf', 'gmail-relayhost', /\[smtp\.gmail\.com\]:587/],
    ['master.cf', 'submission', /^submission\s+inet[\s\S]*-o smtpd_tls_security_level=encrypt/m],
    ['master.cf', 'submissions', /^submissions\s+inet[\s\S]*-o smtpd_tls_wrappermode=yes/m],
  ] as const) {
    it(`${prefix} is inserted into ${file}`, async () => {
      const editor = await show(file);
      const at = await append(editor, prefix);
      // The bare word is not a line that Postfix can read.
      const wrong = () => problemsOf(editor.document.uri).filter(({ range }) => range.end.line >= at.line);
      await until('a problem with the bare word', () => wrong().length > 0, vscode.languages.onDidChangeDiagnostics);
      const items = (await completions(editor.document, at)).filter(
        ({ kind }) => kind === vscode.CompletionItemKind.Snippet,
      );
      const start = at.translate(0, -prefix.length);
      const item = itemNamed(items, prefix);
      item.range = new vscode.Range(start, at);
      await accept(editor, item, at);
      const inserted = editor.document.getText(new vscode.Range(start, new vscode.Position(9999, 0)));
      assert.match(inserted, expected);
      await until('no error', () => !wrong().some(isError), vscode.languages.onDidChangeDiagnostics);
    });
  }
});

const isError = ({ severity }: vscode.Diagnostic): boolean => severity === vscode.DiagnosticSeverity.Error;
