// What the tests do in the editor, in a few words.
import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import * as vscode from 'vscode';

const patience = 20_000;

/** The folder that VS Code has open: a copy of workspace/. */
export const folder = (): string => {
  const first = vscode.workspace.workspaceFolders?.[0];
  assert.ok(first, 'VS Code has no folder open');
  return first.uri.fsPath;
};

export const fileUri = (name: string): vscode.Uri => vscode.Uri.file(path.join(folder(), name));

export async function show(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(name)));
}

/** What `look` finds: at once, or after one of the events. `what` is for the message when it never does. */
export function until<T>(
  what: string,
  look: () => T | undefined | false,
  ...events: vscode.Event<unknown>[]
): Promise<NonNullable<T>> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
      settle();
    };
    const check = () => {
      const found = look();
      if (found) end(() => resolve(found));
    };
    const timer = setTimeout(() => end(() => reject(new Error(`waited in vain: ${what}`))), patience);
    const subscriptions = events.map((event) => event(check));
    check();
  });
}

/** The problems that this extension reports for a file. */
export const problemsOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter((problem) => problem.source === 'postfix-config');

/** The rule that reported a problem. */
export const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

/** The first problem of a rule on a piece of text; the piece is what the problem underlines, or part of it. */
export function problem(document: vscode.TextDocument, rule: string, text: string): vscode.Diagnostic | undefined {
  return problemsOf(document.uri).find((each) => ruleOf(each) === rule && document.getText(each.range).includes(text));
}

export const untilProblem = (document: vscode.TextDocument, rule: string, text: string): Promise<vscode.Diagnostic> =>
  until(`${rule} on ${text}`, () => problem(document, rule, text), vscode.languages.onDidChangeDiagnostics);

export const untilNoProblem = (document: vscode.TextDocument, rule: string, text: string): Promise<true> =>
  until(`no ${rule} on ${text}`, () => !problem(document, rule, text), vscode.languages.onDidChangeDiagnostics);

/** Where a text begins in a document. */
export function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `${document.fileName} lacks ${text}`);
  return document.positionAt(offset);
}

export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const start = positionOf(editor.document, from);
  const end = editor.document.positionAt(editor.document.offsetAt(start) + from.length);
  assert.ok(await editor.edit((edit) => edit.replace(new vscode.Range(start, end), to)), 'the edit was refused');
}

/** Puts text at the end of a document, on a line of its own, and hands back the position behind it. */
export async function append(editor: vscode.TextEditor, text: string): Promise<vscode.Position> {
  const { document } = editor;
  const end = () => document.lineAt(document.lineCount - 1).range.end;
  const newLine = end().character === 0 ? '' : '\n';
  assert.ok(await editor.edit((edit) => edit.insert(end(), newLine + text)), 'the edit was refused');
  return end();
}

/** Takes back every change: the next test finds the file as it is on the disk. */
export async function revertAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
}

export async function completions(
  document: vscode.TextDocument,
  at: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  return list.items;
}

export const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** The item of a completion list with this label. */
export function itemNamed(items: vscode.CompletionItem[], label: string): vscode.CompletionItem {
  const item = items.find((each) => labelOf(each) === label);
  assert.ok(item, `${label} is not among: ${items.slice(0, 30).map(labelOf).join(', ')}`);
  return item;
}

/** Puts a completion item into the document, as choosing it from the list does. */
export async function accept(
  editor: vscode.TextEditor,
  item: vscode.CompletionItem,
  at: vscode.Position,
): Promise<void> {
  const range =
    item.range instanceof vscode.Range
      ? item.range
      : (item.range?.replacing ?? editor.document.getWordRangeAtPosition(at) ?? new vscode.Range(at, at));
  const insert = item.insertText ?? labelOf(item);
  const snippet = typeof insert === 'string' ? new vscode.SnippetString().appendText(insert) : insert;
  assert.ok(await editor.insertSnippet(snippet, range), 'the item was refused');
  // A snippet's choices would be offered again at the next completion, even after its text is gone.
  await vscode.commands.executeCommand('leaveSnippet');
}

export async function hoverText(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
