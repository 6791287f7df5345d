import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri } from './editor';

/** File names of workspace/ and the language that VS Code is to give them. */
const languages = {
  'postfix-main': ['main.cf', 'main.cf.proto', 'main.cf.dist', 'main.cf.bak', 'gateway'],
  'postfix-master': ['master.cf', 'master.cf.proto', 'master.cf.bak', 'gateway-services'],
};

describe('languages', () => {
  for (const [language, names] of Object.entries(languages)) {
    for (const name of names) {
      it(`${name} is ${language}`, async () => {
        const document = await vscode.workspace.openTextDocument(fileUri(name));
        assert.equal(document.languageId, language);
      });
    }
  }

  for (const name of ['notes.txt', 'unrelated.cf']) {
    it(`${name} is left to others`, async () => {
      const { languageId } = await vscode.workspace.openTextDocument(fileUri(name));
      assert.doesNotMatch(languageId, /^postfix/);
    });
  }
});
