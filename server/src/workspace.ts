import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Configuration,
  createConfiguration,
  type Machine,
  type TextFile,
  type Texts,
  withTexts,
} from './engine/configuration/configuration';
import { type DirectorySettings, type ParsedSettings, parseSettings, SETTINGS_FILE } from './engine/directorySettings';
import type { PostfixVersion } from './engine/knowledge/version';
import { lint, type Severities } from './engine/lint';
import type { Locale } from './engine/locale';
import type { Problem } from './engine/rules/rule';
import type { FileKind } from './engine/syntax/document';
import { type MainCf, parseMainCf } from './engine/syntax/mainCf';
import { type MasterCf, parseMasterCf } from './engine/syntax/masterCf';
import { kindOfName, readText, siblingOf, sourceOf, tableFile, tableReader } from './files';
import { thisMachine } from './machine';

/** What every configuration is read for. */
export interface Target {
  readonly version: PostfixVersion;
  /** Nobody has named a version, and there is no Postfix to ask. */
  readonly isVersionAssumed?: boolean;
  readonly machine: Machine;
  readonly locale: Locale;
  /** Lookup tables that a configuration names may be read: never in a workspace that the user does not trust. */
  readonly readsTables?: boolean;
  /** The severities that the editor's settings give to rules. */
  readonly rules?: Severities;
}

/** What `.postfix-config.json` beside a document says. */
export interface DocumentSettings extends ParsedSettings {
  readonly uri: string;
  readonly text: string;
}

/** A configuration with its problems, found when they are first asked for. */
export interface CheckedConfiguration {
  readonly configuration: Configuration;
  /** Where a file of the pair is, or a table that it names. */
  uriOf(file: string): string | undefined;
  problems(): readonly Problem[];
  /** Those that it would have with other texts. */
  problemsWith(texts: Texts): readonly Problem[];
}

type Parsed = { readonly uri: string; readonly isTemplate: boolean } & (
  | { readonly kind: 'main.cf'; readonly file: MainCf }
  | { readonly kind: 'master.cf'; readonly file: MasterCf }
);

/**
 * The open documents and the files beside them. A file is parsed once for each version of it, and a configuration is
 * checked once for each pair of them.
 */
export class Workspace {
  private readonly open = new Map<string, TextDocument>();
  private readonly parsed = new Map<string, { stamp: string; result: Parsed }>();
  private readonly settings = new Map<string, { stamp: string; result: DocumentSettings }>();
  private readonly checked = new WeakMap<object, Checked>();
  private readonly readers = new Map<string, ReadFile>();

  constructor(
    private target: Target,
    private readonly onError: (what: string, error: unknown) => void,
  ) {}

  /** Sets what the configurations are for, and forgets what was found for another. */
  setTarget(target: Target): void {
    this.target = target;
    this.parsed.clear();
    this.settings.clear();
  }

  get locale(): Locale {
    return this.target.locale;
  }

  setDocument(document: TextDocument): void {
    this.open.set(document.uri, document);
  }

  closeDocument(uri: string): void {
    this.open.delete(uri);
    this.parsed.delete(uri);
  }

  /** The open documents that are read together with `document`, itself included. */
  openPair(document: TextDocument): TextDocument[] {
    const siblings = this.siblingsOf(document);
    return [...this.open.values()].filter((other) => other === document || siblings.includes(other.uri));
  }

  documents(): TextDocument[] {
    return [...this.open.values()];
  }

  /** What kind of file a document is; undefined for another language. */
  kindOf({ uri, languageId }: TextDocument): FileKind | undefined {
    if (languageId === 'postfix-main') return 'main.cf';
    if (languageId === 'postfix-master') return 'master.cf';
    return kindOfName(path.posix.basename(uri));
  }

  /** The configuration that an open document belongs to. */
  configurationOf(document: TextDocument): CheckedConfiguration | undefined {
    const kind = this.kindOf(document);
    if (!kind) return undefined;
    const own = this.parse(document.uri, kind, String(document.version), () => document.getText());
    const other = this.sibling(document, kind);
    return this.check(own, other, this.settingsOf(document));
  }

  /** The settings beside a document; undefined where there are none. */
  settingsOf(document: TextDocument): DocumentSettings | undefined {
    const own = filePath(document.uri);
    const file = own && path.join(path.dirname(own), SETTINGS_FILE);
    const stat = file === undefined ? undefined : statOf(file);
    if (file === undefined || !stat?.isFile()) return undefined;
    const stamp = `${stat.mtimeMs} ${stat.size}`;
    const known = this.settings.get(file);
    if (known?.stamp === stamp) return known.result;
    const read = readText(file);
    const text = read.kind === 'text' ? read.text : '';
    const result = { uri: pathToFileURL(file).toString(), text, ...parseSettings(text) };
    this.settings.set(file, { stamp, result });
    return result;
  }

  private sibling(document: TextDocument, kind: FileKind): Parsed | undefined {
    const otherKind: FileKind = kind === 'main.cf' ? 'master.cf' : 'main.cf';
    for (const uri of this.siblingsOf(document)) {
      const open = this.open.get(uri);
      if (open) return this.parse(uri, otherKind, String(open.version), () => open.getText());
      const onDisk = this.parseFile(uri, otherKind);
      if (onDisk) return onDisk;
    }
    return undefined;
  }

  private siblingsOf(document: TextDocument): string[] {
    const kind = this.kindOf(document);
    const file = filePath(document.uri);
    return kind && file !== undefined ? siblingOf(file, kind).map((name) => pathToFileURL(name).toString()) : [];
  }

  private parseFile(uri: string, kind: FileKind): Parsed | undefined {
    const file = filePath(uri);
    const stat = file === undefined ? undefined : statOf(file);
    if (file === undefined || !stat?.isFile()) return undefined;
    const stamp = `${stat.mtimeMs} ${stat.size}`;
    if (this.parsed.get(uri)?.stamp === stamp) return this.parsed.get(uri)?.result;
    const read = readText(file);
    return read.kind === 'text' ? this.parse(uri, kind, stamp, () => read.text) : undefined;
  }

  private parse(uri: string, kind: FileKind, stamp: string, text: () => string): Parsed {
    const known = this.parsed.get(uri);
    if (known?.stamp === stamp && known.result.kind === kind) return known.result;
    const { text: read, ...shared } = sourceOf(uri, text());
    const result: Parsed =
      kind === 'main.cf'
        ? { ...shared, uri, kind, file: parseMainCf(read) }
        : { ...shared, uri, kind, file: parseMasterCf(read) };
    this.parsed.set(uri, { stamp, result });
    return result;
  }

  private check(own: Parsed, other: Parsed | undefined, settings: DocumentSettings | undefined): CheckedConfiguration {
    const known = this.checked.get(own.file);
    // Only the newest pair of a file is of use.
    if (known && known.other === other?.file && known.settings === settings && known.tables?.areSame() !== false) {
      return known.result;
    }
    const tables = this.tablesBeside(own.uri);
    const result = this.create(own, other, settings?.settings, tables?.readFile);
    this.checked.set(own.file, { other: other?.file, settings, tables, result });
    return result;
  }

  private create(
    own: Parsed,
    other: Parsed | undefined,
    settings: DirectorySettings | undefined,
    readFile: ReadFile | undefined,
  ): CheckedConfiguration {
    const { locale, rules } = this.target;
    const files = [own, ...(other ? [other] : [])];
    const main = files.find((file) => file.kind === 'main.cf')?.file as MainCf | undefined;
    const master = files.find((file) => file.kind === 'master.cf')?.file as MasterCf | undefined;
    const postfix = this.postfixFor(settings);
    const hasTemplate = files.some((file) => file.isTemplate);
    const configuration = createConfiguration({
      ...postfix,
      machine: { ...postfix.machine, ...(readFile && { readFile }) },
      isTemplate: hasTemplate,
      ...(main && { main }),
      ...(master && { master }),
    });
    const severities = { ...rules, ...settings?.rules };
    const onError = (rule: string, error: unknown) => this.onError(`rule ${rule}`, error);
    const find = (checked: Configuration) => lint(checked, { locale, severities, onError });
    let found: readonly Problem[] | undefined;
    const problems = () => {
      found ??= find(configuration);
      return found;
    };
    const problemsWith = (texts: Texts) => {
      const other = withTexts(configuration, texts);
      return other === configuration ? problems() : find(other);
    };
    const uriOf = (file: string) => files.find(({ kind }) => kind === file)?.uri ?? uriOfTable(own.uri, file);
    return { configuration, uriOf, problems, problemsWith };
  }

  /** Reads the tables that a configuration names, where that is wanted and it has a place on the disk. */
  private tablesBeside(uri: string): Tables | undefined {
    const file = this.target.readsTables ? filePath(uri) : undefined;
    if (file === undefined) return undefined;
    const directory = path.dirname(file);
    const reader = this.readers.get(directory) ?? tableReader(directory);
    this.readers.set(directory, reader);
    return new Tables(reader);
  }

  /** The version that the directory's settings name counts; what the installed Postfix says is of no use for another. */
  private postfixFor(
    settings: DirectorySettings | undefined,
  ): Pick<Target, 'version' | 'isVersionAssumed' | 'machine'> {
    const { version, isVersionAssumed = false, machine } = this.target;
    const wanted = settings?.postfixVersion;
    if (wanted === undefined) return { version, isVersionAssumed, machine };
    return { version: wanted, machine: wanted === version ? machine : thisMachine() };
  }
}

/** What was found for a file, with what else it depends on. */
interface Checked {
  readonly other: object | undefined;
  readonly settings: DocumentSettings | undefined;
  readonly tables: Tables | undefined;
  readonly result: CheckedConfiguration;
}

function filePath(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

type ReadFile = NonNullable<Machine['readFile']>;

/** The tables that one configuration has read: while it lives, they stay as they were. */
class Tables {
  private readonly known = new Map<string, TextFile | undefined>();

  constructor(private readonly read: ReadFile) {}

  readonly readFile: ReadFile = (file) => {
    if (!this.known.has(file)) this.known.set(file, this.read(file));
    return this.known.get(file);
  };

  /** Whether they are still the same on the disk. */
  areSame(): boolean {
    return [...this.known].every(([file, table]) => this.read(file)?.text === table?.text);
  }
}

/** Where a table is that a configuration beside another file names. */
function uriOfTable(beside: string, table: string): string | undefined {
  const own = filePath(beside);
  const file = own && tableFile(path.dirname(own), table);
  return file === undefined ? undefined : pathToFileURL(file).toString();
}

function statOf(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
