import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** The bundled program, as it is shipped. */
export const program = path.join(__dirname, '../../../dist/postfix-config.js');

/** A server, and an empty directory for the two files that it is asked about. */
export interface ServerAndFiles {
  readonly client: Client;
  readonly directory: string;
  /** The URIs of main.cf and master.cf there. */
  readonly main: string;
  readonly master: string;
}

export async function startWithFiles(): Promise<ServerAndFiles> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'postfix-'));
  const uriOf = (name: string) => pathToFileURL(path.join(directory, name)).toString();
  return { client: await Client.start(), directory, main: uriOf('main.cf'), master: uriOf('master.cf') };
}

export async function stopWithFiles({
  client,
  directory,
}: Pick<ServerAndFiles, 'client' | 'directory'>): Promise<void> {
  await client.stop();
  fs.rmSync(directory, { recursive: true });
}

/** A language client that talks to the bundled server over standard input and output. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly logged: string[] = [];
  initialized!: InitializeResult;
  private readonly process: ChildProcess;
  private readonly waiting: {
    matches: (params: PublishDiagnosticsParams) => boolean;
    resolve: (p: PublishDiagnosticsParams) => void;
  }[] = [];

  private constructor() {
    this.process = spawn(process.execPath, [program, 'serve', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout as NodeJS.ReadableStream),
      new StreamMessageWriter(this.process.stdin as NodeJS.WritableStream),
    );
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      const index = this.waiting.findIndex(({ matches }) => matches(params));
      if (index >= 0) this.waiting.splice(index, 1)[0]?.resolve(params);
    });
    this.connection.listen();
  }

  /** Starts the server; without options it is told a version, so that it asks no postconf. */
  static async start(
    initializationOptions: object = { postfixVersion: '3.7' },
    locale = 'en',
    capabilities: object = {},
  ): Promise<Client> {
    const client = new Client();
    client.initialized = await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      locale,
      capabilities,
      initializationOptions,
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  get exitCode(): Promise<number | null> {
    return new Promise((resolve) => {
      if (this.process.exitCode !== null) resolve(this.process.exitCode);
      else this.process.once('exit', resolve);
    });
  }

  /** The next diagnostics for a document, and of this version where it is given. */
  diagnostics(uri: string, version?: number): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => {
      this.waiting.push({
        matches: (params) => params.uri === uri && (version === undefined || params.version === version),
        resolve,
      });
    });
  }

  async open(uri: string, text: string, languageId = 'postfix-main', version = 1): Promise<PublishDiagnosticsParams> {
    const diagnostics = this.diagnostics(uri, version);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
    return diagnostics;
  }

  /** Replaces the whole text. */
  async change(uri: string, version: number, text: string): Promise<PublishDiagnosticsParams> {
    const diagnostics = this.diagnostics(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    return diagnostics;
  }

  request<T>(method: string, uri: string, line: number, character: number): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri }, position: { line, character } });
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await this.exitCode;
    this.connection.dispose();
  }
}
