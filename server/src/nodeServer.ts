import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';

/** Serves on standard input and output, or on the channel of the process that started this one. */
export function serve(version: string): void {
  startServer(createConnection(ProposedFeatures.all), version);
}
