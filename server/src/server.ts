import {
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { severitiesIn } from './engine/directorySettings';
import { NEWEST, type PostfixVersion, parseVersion } from './engine/knowledge/version';
import { localeFrom } from './engine/locale';
import { codeActions, FIX_ALL } from './features/codeActions';
import { codeLenses, type LensData, resolveCodeLens } from './features/codeLens';
import { completion, type ItemData, resolveCompletion } from './features/completion';
import { diagnostics, settingsDiagnostics } from './features/diagnostics';
import { hover } from './features/hover';
import { type RelayTableParams, relayTableHtml } from './features/relayTable';
import type { FeatureRequest } from './features/request';
import { askPostconf, type InstalledPostfix, readDefaults, thisMachine } from './machine';
import { warmUp } from './warmUp';
import { type DocumentSettings, type Target, Workspace } from './workspace';

/** What a client may say when it starts the server, and later by `postfix-config/settings`. */
export interface Settings {
  /** `3.7`, `3.7.11` or `auto`. */
  readonly postfixVersion?: string;
  /** `en`, `ja` or another locale tag; else that of the editor. */
  readonly language?: string;
  /** Rule id → error, warning, info, hint or off. */
  readonly rules?: unknown;
  /**
   * What postconf -d printed, where the client asked it; null where it did not, and does not want the server to. Absent:
   * the server asks.
   */
  readonly postconf?: string | null;
  /** Lookup tables may be read, to tell who may relay; `false` for a workspace that the user does not trust. */
  readonly readTables?: boolean;
  /** The client has the command `postfix-config.showRelayTable`. */
  readonly showsRelayTable?: boolean;
  /** The client can be asked to suggest values right after a name was inserted. */
  readonly suggestAfterName?: boolean;
}

/** Milliseconds without an edit after which the lenses of the other file follow. */
const REFRESH_PAUSE = 300;

/** Serves the language server protocol on a connection; `version` is that of this program. */
export function startServer(connection: Connection, version: string): void {
  const reportError = (what: string, error: unknown) =>
    connection.console.error(`${what}: ${error instanceof Error ? error.stack : String(error)}`);
  // Until the client has said for whom, nothing is asked of it.
  const workspace = new Workspace({ version: NEWEST, machine: {}, locale: 'en' }, reportError);
  let settings: Settings = {};
  let editorLocale: string | undefined;
  let clientCan = { itemDefaults: false, snippets: false };
  let canRefreshLenses = false;

  connection.onInitialize(async (params: InitializeParams): Promise<InitializeResult> => {
    settings = readSettings(params.initializationOptions);
    editorLocale = params.locale;
    clientCan = completionAbilities(params);
    canRefreshLenses = params.capabilities.workspace?.codeLens?.refreshSupport ?? false;
    workspace.setTarget(await targetFor(settings, editorLocale));
    return {
      serverInfo: { name: 'postfix-config', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['$', '=', ' ', ','], resolveProvider: true },
        codeLensProvider: { resolveProvider: true },
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
      },
    };
  });

  connection.onInitialized(warmUp);

  connection.onNotification('postfix-config/settings', async (changed: unknown) => {
    settings = { ...settings, ...readSettings(changed) };
    workspace.setTarget(await targetFor(settings, editorLocale));
    for (const document of workspace.documents()) publish(document);
    refreshLensesSoon();
  });

  const documents = new Map<string, TextDocument>();
  const publishedSettings = new Map<string, DocumentSettings>();

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version: number, text } }) => {
    const document = TextDocument.create(uri, languageId, number, text);
    documents.set(uri, document);
    changed(document);
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version: number }, contentChanges }) => {
    const document = documents.get(uri);
    if (document) changed(TextDocument.update(document, contentChanges, number));
  });

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    documents.delete(uri);
    workspace.closeDocument(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
    if (document) for (const other of workspace.openPair(document)) if (other !== document) publish(other);
  });

  connection.onDidChangeWatchedFiles(() => {
    for (const document of workspace.documents()) publish(document);
    refreshLensesSoon();
  });

  connection.onHover(({ textDocument, position }) =>
    answer('hover', textDocument.uri, (request) => hover(request, request.document.offsetAt(position))),
  );
  connection.onCodeAction(({ textDocument, range, context }) =>
    answer('code actions', textDocument.uri, (request) => codeActions(request, range, context)),
  );
  connection.onCodeLens(({ textDocument }) => answer('code lens', textDocument.uri, codeLenses));
  connection.onCodeLensResolve((lens) => {
    const { uri } = lens.data as LensData;
    const showsTable = settings.showsRelayTable ?? false;
    return answer('code lens', uri, (request) => resolveCodeLens(request, lens, { showsTable })) ?? lens;
  });
  connection.onRequest('postfix-config/relayTable', ({ uri, service }: RelayTableParams) =>
    answer('relay table', uri, (request) => relayTableHtml(request, service)),
  );
  connection.onCompletion(({ textDocument, position }) =>
    answer('completion', textDocument.uri, (request) =>
      completion(request, request.document.offsetAt(position), {
        suggestAfterName: settings.suggestAfterName ?? false,
        ...clientCan,
      }),
    ),
  );
  connection.onCompletionResolve((item) => {
    const data = item.data as ItemData | undefined;
    return (data && answer('completion', data.uri, (request) => resolveCompletion(request, item))) ?? item;
  });

  /** A document has new text: its problems, and those of the other file of the pair, may be others now. */
  function changed(document: TextDocument): void {
    workspace.setDocument(document);
    const pair = workspace.openPair(document);
    for (const other of pair) publish(other);
    // The editor asks anew for the lenses of the file that was changed, and not for those of the other.
    if (pair.length > 1) refreshLensesSoon();
  }

  let refresh: NodeJS.Timeout | undefined;

  function refreshLensesSoon(): void {
    clearTimeout(refresh);
    if (!canRefreshLenses) return;
    refresh = setTimeout(() => connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {}), REFRESH_PAUSE);
  }

  function publish(document: TextDocument): void {
    const found = answer('diagnostics', document.uri, diagnostics);
    if (found) {
      void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: found });
    }
    publishSettings(document);
  }

  /** What is wrong in the settings beside a document, told where they stand, once for each version of them. */
  function publishSettings(document: TextDocument): void {
    const found = workspace.settingsOf(document);
    if (!found || found === publishedSettings.get(found.uri)) return;
    publishedSettings.set(found.uri, found);
    void connection.sendDiagnostics({ uri: found.uri, diagnostics: settingsDiagnostics(found, workspace.locale) });
  }

  /** The only place that finds the configuration, and that turns an exception into a log line and no answer. */
  function answer<T>(what: string, uri: string, feature: (request: FeatureRequest) => T): T | null {
    try {
      const document = documents.get(uri);
      const kind = document && workspace.kindOf(document);
      const checked = document && workspace.configurationOf(document);
      if (!document || !kind || !checked) return null;
      return feature({ ...checked, document, kind, locale: workspace.locale }) ?? null;
    } catch (error) {
      reportError(what, error);
      return null;
    }
  }

  connection.listen();
}

function completionAbilities({ capabilities }: InitializeParams) {
  const { completionItem, completionList } = capabilities.textDocument?.completion ?? {};
  const defaults = completionList?.itemDefaults ?? [];
  return {
    itemDefaults: ['editRange', 'data'].every((name) => defaults.includes(name)),
    snippets: completionItem?.snippetSupport ?? false,
  };
}

function readSettings(value: unknown): Settings {
  return typeof value === 'object' && value !== null ? (value as Settings) : {};
}

async function targetFor(settings: Settings, editorLocale: string | undefined): Promise<Target> {
  const language = settings.language && settings.language !== 'auto' ? settings.language : editorLocale;
  const locale = localeFrom(language ?? process.env.LC_ALL ?? process.env.LANG);
  const fixed: PostfixVersion | undefined = parseVersion(settings.postfixVersion ?? 'auto');
  const installed = fixed ? undefined : await installedPostfix(settings);
  const machine = thisMachine();
  return {
    locale,
    rules: severitiesIn(settings.rules),
    readsTables: settings.readTables ?? true,
    version: fixed ?? installed?.version ?? NEWEST,
    isVersionAssumed: !fixed && !installed,
    machine: installed ? { ...machine, defaults: installed.defaults } : machine,
  };
}

async function installedPostfix({ postconf }: Settings): Promise<InstalledPostfix | undefined> {
  if (postconf === undefined) return askPostconf();
  return postconf === null ? undefined : readDefaults(postconf);
}
