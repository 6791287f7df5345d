import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** What the server answers to `postfix-config/relayTable`: `RelayTableAnswer` in server/src/features/relayTable.ts. */
export interface RelayTable {
  readonly title: string;
  readonly html: string;
  readonly uris: readonly string[];
}

/** Asks for the table of the configuration that a document belongs to; `service` is the one to point out. */
export type Ask = (uri: string, service?: string) => Promise<RelayTable | null>;

/** The panels that show who may relay, one for each configuration. */
export class RelayPanels implements vscode.Disposable {
  private readonly panels = new Set<RelayPanel>();
  private readonly subscriptions: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly ask: Ask) {
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.changed(document)),
      // It may be a lookup table.
      vscode.workspace.onDidSaveTextDocument(() => this.refreshSoon()),
    ];
  }

  /** Shows the table beside the file, in the panel that its configuration has if there is one. */
  async show(uri: string, service?: string): Promise<void> {
    const table = await this.ask(uri, service);
    if (!table) return;
    const known = [...this.panels].find((panel) => panel.shows(table));
    const panel = known ?? this.create(uri, table.title);
    panel.service = service;
    panel.update(table);
    panel.reveal();
  }

  /** Asks for all tables anew, once nothing has happened for a moment. */
  refreshSoon(): void {
    clearTimeout(this.timer);
    if (this.panels.size > 0) this.timer = setTimeout(() => this.refresh(), PAUSE);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const one of [...this.subscriptions, ...this.panels]) one.dispose();
  }

  private changed({ uri }: vscode.TextDocument): void {
    if ([...this.panels].some((panel) => panel.uris.includes(uri.toString()))) this.refreshSoon();
  }

  private async refresh(): Promise<void> {
    // A server that is being started again has no answer; what is shown stays.
    await Promise.allSettled([...this.panels].map((panel) => panel.refresh(this.ask)));
  }

  private create(uri: string, title: string): RelayPanel {
    const panel: RelayPanel = new RelayPanel(
      uri,
      title,
      () => this.panels.delete(panel),
      () => this.refreshSoon(),
    );
    this.panels.add(panel);
    return panel;
  }
}

/** Milliseconds without an edit after which the tables follow. */
const PAUSE = 300;

class RelayPanel implements vscode.Disposable {
  service: string | undefined;
  uris: readonly string[];
  private readonly panel: vscode.WebviewPanel;
  private table: RelayTable | undefined;

  constructor(
    private readonly uri: string,
    title: string,
    onClosed: () => void,
    onShown: () => void,
  ) {
    this.uris = [uri];
    this.panel = vscode.window.createWebviewPanel(
      'postfix-config.relayTable',
      title,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [], enableFindWidget: true },
    );
    this.panel.onDidDispose(onClosed);
    this.panel.onDidChangeViewState(() => {
      // What is hidden forgets its content.
      if (this.panel.visible) onShown();
    });
    this.panel.webview.onDidReceiveMessage((message: unknown) => {
      if (message === 'ready') this.post();
      else if (isPlace(message)) void open(message);
    });
    this.panel.webview.html = page();
  }

  /** Whether it is that of the same configuration: main.cf tells them apart, where there is one. */
  shows({ uris }: RelayTable): boolean {
    return this.uris[0] === uris[0];
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  update(table: RelayTable): void {
    this.table = table;
    if (table.uris.length > 0) this.uris = table.uris;
    this.panel.title = table.title;
    this.post();
  }

  /** Any open file of the configuration will do to ask; without one, what is shown stays. */
  async refresh(ask: Ask): Promise<void> {
    for (const uri of new Set([this.uri, ...this.uris])) {
      const table = await ask(uri, this.service);
      if (table) {
        this.update(table);
        return;
      }
    }
  }

  dispose(): void {
    this.panel.dispose();
  }

  private post(): void {
    if (this.table) void this.panel.webview.postMessage(this.table.html);
  }
}

interface Place {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
}

function isPlace(message: unknown): message is Place {
  const { uri, line, column } = (message ?? {}) as Partial<Place>;
  return (
    typeof uri === 'string' && /^(?:file|untitled):/.test(uri) && Number.isInteger(line) && Number.isInteger(column)
  );
}

/** Opens a file where it is shown already, or else beside the table. */
async function open({ uri, line, column }: Place): Promise<void> {
  const target = vscode.Uri.parse(uri, true);
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === target.toString());
  const other = shown ?? vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'file');
  const at = new vscode.Position(line, column);
  await vscode.window.showTextDocument(target, {
    viewColumn: other?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(at, at),
  });
}

/** An empty page that shows what it is sent, and tells where somebody wants to go. */
function page(): string {
  const nonce = randomBytes(16).toString('base64');
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>`;
}

const SCRIPT = `
const { postMessage } = acquireVsCodeApi();
const content = document.createElement('main');
document.body.append(content);
addEventListener('message', ({ data }) => {
  if (typeof data !== 'string') return;
  const focused = [...content.querySelectorAll('[data-uri]')].indexOf(document.activeElement);
  content.innerHTML = data;
  content.querySelectorAll('[data-uri]')[focused]?.focus();
});
addEventListener('click', ({ target }) => {
  const link = target.closest('[data-uri]');
  if (!link) return;
  const { uri, line, column } = link.dataset;
  postMessage({ uri, line: Number(line), column: Number(column) });
});
postMessage('ready');
`;

const STYLE = `
body { padding: 0 1rem 1rem; line-height: 1.4; color: var(--vscode-foreground); }
h1 { font-size: 1.2em; font-weight: 600; margin: 1rem 0; }
table { border-collapse: collapse; }
th, td { padding: 0.25rem 0.75rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); }
thead th { position: sticky; top: 0; background: var(--vscode-editor-background); min-width: 10em; }
th[scope=row] { font-weight: normal; white-space: nowrap; padding-left: 1.5rem; }
tr.client th { padding-top: 1rem; border-bottom-width: 2px; }
tr.relay th, tr.relay td { background: var(--vscode-editorWidget-background); }
tr.relay th { font-weight: 600; }
small { display: block; font-size: 0.9em; font-weight: normal; color: var(--vscode-descriptionForeground); overflow-wrap: break-word; }
tr.client small { display: inline; }
code { font-family: var(--vscode-editor-font-family); font-size: inherit; color: inherit; background: none; padding: 0; }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: left; text-decoration: underline dotted; text-underline-offset: 0.2em; }
td > button, td > span { white-space: nowrap; }
button:hover { text-decoration-style: solid; }
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
.accepted { color: var(--vscode-charts-green, var(--vscode-foreground)); }
.depends { color: var(--vscode-charts-yellow, var(--vscode-foreground)); }
.unavailable, .open, .warning { color: var(--vscode-errorForeground); }
.open, .warning { font-weight: 600; }
.warning { border-left: 3px solid var(--vscode-errorForeground); padding-left: 0.75rem; }
.asked { border-left: 2px solid var(--vscode-focusBorder); border-right: 2px solid var(--vscode-focusBorder); }
thead .asked { border-top: 2px solid var(--vscode-focusBorder); }
tbody:last-child tr:last-child .asked { border-bottom: 2px solid var(--vscode-focusBorder); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
dd { margin: 0; }
`;
