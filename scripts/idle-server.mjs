// The do-nothing server of `npm run bench`: it keeps the documents, as every server must, and knows nothing of them.
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new Map();

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: {},
  },
}));
connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
  publish(TextDocument.create(uri, languageId, version, text));
});
connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
  const document = documents.get(uri);
  if (document) publish(TextDocument.update(document, contentChanges, version));
});
connection.onHover(() => null);
connection.onCompletion(() => []);
connection.onDidCloseTextDocument(({ textDocument: { uri } }) => documents.delete(uri));
connection.listen();

function publish(document) {
  documents.set(document.uri, document);
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: [] });
}
