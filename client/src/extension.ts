import path from 'node:path';
import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { askPostconf } from './postconf';
import { RelayPanels, type RelayTable } from './relayPanel';

const LANGUAGES = ['postfix-main', 'postfix-master'];

let client: LanguageClient | undefined;

/** Starts the language server when the first Postfix file is opened. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  client = createClient(context, await settings());
  const panels = new RelayPanels(askForTable);
  context.subscriptions.push(
    panels,
    vscode.commands.registerCommand(
      SHOW_TABLE,
      (uri = activeFile(), service?: string) => uri && panels.show(uri, service),
    ),
    vscode.workspace.onDidSaveTextDocument(tellOfTable),
    vscode.commands.registerCommand('postfix-config.restartServer', restart),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (!change.affectsConfiguration('postfix-config')) return;
      await sendSettings();
      panels.refreshSoon();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(async () => {
      await sendSettings();
      panels.refreshSoon();
    }),
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}

function createClient(context: vscode.ExtensionContext, initializationOptions: Settings): LanguageClient {
  const module = context.asAbsolutePath(path.join('dist', 'postfix-config.js'));
  // A file is parsed anew at each keystroke: with room for a few of them V8 does not move young objects about.
  const options = { execArgv: ['--max-semi-space-size=32'] };
  const run = { module, args: ['serve'], transport: TransportKind.ipc, options };
  const serverOptions: ServerOptions = {
    run,
    debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  const clientOptions: LanguageClientOptions = {
    documentSelector: LANGUAGES.flatMap((language) => [
      { scheme: 'file', language },
      { scheme: 'untitled', language },
    ]),
    synchronize: {
      fileEvents: vscode.workspace.createFileSystemWatcher('**/{{main,master}.cf*,.postfix-config.json}'),
    },
    initializationOptions,
  };
  return new LanguageClient('postfix-config', 'Postfix Configuration', serverOptions, clientOptions);
}

const SHOW_TABLE = 'postfix-config.showRelayTable';

function activeFile(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.toString();
}

async function askForTable(uri: string, service?: string): Promise<RelayTable | null> {
  return (await client?.sendRequest<RelayTable | null>('postfix-config/relayTable', { uri, service })) ?? null;
}

/** A file that the server does not know may be a table that a configuration names. */
async function tellOfTable({ uri, languageId }: vscode.TextDocument): Promise<void> {
  if (uri.scheme !== 'file' || LANGUAGES.includes(languageId)) return;
  await client?.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri.toString(), type: 2 }] });
}

async function restart(): Promise<void> {
  await client?.restart();
  await sendSettings();
}

async function sendSettings(): Promise<void> {
  await client?.sendNotification('postfix-config/settings', await settings());
}

/** What the server wants to know: `Settings` in server/src/server.ts. */
interface Settings {
  readonly postfixVersion: string;
  readonly language: string;
  readonly postconf: string | null;
  readonly suggestAfterName: boolean;
  readonly showsRelayTable: boolean;
  readonly readTables: boolean;
  readonly rules: object;
}

async function settings(): Promise<Settings> {
  const configuration = vscode.workspace.getConfiguration('postfix-config');
  const postfixVersion = configuration.get<string>('postfixVersion', 'auto');
  const language = configuration.get<string>('language', 'auto');
  return {
    postfixVersion,
    language: language === 'auto' ? vscode.env.language : language,
    // The one program that this extension runs: never for a workspace that the user does not trust.
    postconf: vscode.workspace.isTrusted && postfixVersion === 'auto' ? await askPostconf() : null,
    suggestAfterName: true,
    showsRelayTable: true,
    // Which files are read is for the configuration to say: not for one that the user does not trust.
    readTables: vscode.workspace.isTrusted,
    rules: configuration.get<object>('rules', {}),
  };
}
