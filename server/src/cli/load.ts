import fs from 'node:fs';
import path from 'node:path';
import { type Configuration, createConfiguration, type Machine } from '../engine/configuration/configuration';
import { type ParsedSettings, parseSettings, SETTINGS_FILE } from '../engine/directorySettings';
import { NEWEST, type PostfixVersion } from '../engine/knowledge/version';
import type { FileKind } from '../engine/syntax/document';
import { parseMainCf } from '../engine/syntax/mainCf';
import { parseMasterCf } from '../engine/syntax/masterCf';
import {
  kindOfName,
  type ReadResult,
  readSource,
  readText,
  siblingOf,
  tableReader,
  type UnreadableReason,
} from '../files';
import { askPostconf, thisMachine } from '../machine';

/** The Postfix that the configuration is for, and its machine. */
export interface Target {
  readonly version: PostfixVersion;
  readonly machine: Machine;
  /** The user has named it: no directory's settings change it. */
  readonly isFixed?: boolean;
  /** Nobody has named a version, and there is no Postfix to ask. */
  readonly isVersionAssumed?: boolean;
}

/** Finds the target: with `auto`, what postconf(1) on the PATH says, else the newest Postfix on this machine. */
export async function findTarget(version: PostfixVersion | 'auto'): Promise<Target> {
  if (version !== 'auto') return { version, machine: thisMachine(), isFixed: true };
  const installed = await askPostconf();
  if (!installed) return { version: NEWEST, machine: thisMachine(), isVersionAssumed: true };
  const defaults = new Map(installed.defaults).set('process_id', String(process.pid));
  return { version: installed.version, machine: { ...thisMachine(), defaults } };
}

/** A file or a directory of the command line, read. */
export interface Loaded {
  readonly configuration: Configuration;
  /** As given; the configuration knows it by its absolute path, which a `$config_directory/access` needs. */
  readonly directory: string;
  /** The names of the files that were read, for messages: as given, joined with the name found. */
  readonly fileNames: Readonly<Partial<Record<FileKind, string>>>;
  /** The file that was asked for, where it was one; the other is read along only to know it. */
  readonly only?: FileKind;
  readonly failures: readonly LoadFailure[];
  readonly settings: LoadedSettings;
}

/** What `.postfix-config.json` beside the files says; nothing where there is none. */
export interface LoadedSettings extends ParsedSettings {
  readonly file: string;
  readonly text: string;
}

export interface LoadFailure {
  readonly file: string;
  readonly reason: UnreadableReason | 'missing' | 'unknown name' | 'no configuration';
}

type Reader = (file: string) => ReadResult;

/** Reads a directory, or a file with the other of its pair. Never throws. */
export function load(name: string, target: Target, read: Reader = readSource): Loaded {
  if (isDirectory(name)) return loadDirectory(name, target, read);
  const kind = kindOfName(path.basename(name));
  if (!kind) return failed(name, fs.existsSync(name) ? 'unknown name' : 'missing', target);
  const own = read(name);
  if (own.kind !== 'text') return failed(name, own.kind === 'missing' ? 'missing' : own.reason, target);
  const texts: Partial<Record<FileKind, string>> = { [kind]: own.text };
  const fileNames: Partial<Record<FileKind, string>> = { [kind]: name };
  const directory = path.dirname(name);
  let hasTemplate = own.isTemplate;
  for (const sibling of siblingOf(name, kind)) {
    const other = read(sibling);
    if (other.kind !== 'text') continue;
    const otherKind: FileKind = kind === 'main.cf' ? 'master.cf' : 'main.cf';
    texts[otherKind] = other.text;
    hasTemplate ||= other.isTemplate;
    fileNames[otherKind] = sibling;
    break;
  }
  const settings = loadSettings(directory);
  const configuration = configurationOf(texts, targetFor(target, settings), directory, hasTemplate);
  return { configuration, directory, fileNames, only: kind, failures: [], settings };
}

function loadDirectory(directory: string, target: Target, read: Reader): Loaded {
  const texts: Partial<Record<FileKind, string>> = {};
  const fileNames: Partial<Record<FileKind, string>> = {};
  const failures: LoadFailure[] = [];
  let hasTemplate: boolean | undefined = false;
  for (const kind of ['main.cf', 'master.cf'] as const) {
    const file = path.join(directory, kind);
    const result = read(file);
    if (result.kind === 'text') {
      texts[kind] = result.text;
      fileNames[kind] = file;
      hasTemplate ||= result.isTemplate;
    } else if (result.kind === 'unreadable') {
      failures.push({ file, reason: result.reason });
    }
  }
  if (Object.keys(texts).length === 0 && failures.length === 0) {
    failures.push({ file: directory, reason: isReadable(directory) ? 'no configuration' : 'permission' });
  }
  const settings = loadSettings(directory);
  const configuration = configurationOf(texts, targetFor(target, settings), directory, hasTemplate);
  return { configuration, directory, fileNames, failures, settings };
}

function loadSettings(directory: string): LoadedSettings {
  const file = path.join(directory, SETTINGS_FILE);
  const read = readText(file);
  const text = read.kind === 'text' ? read.text : '';
  return { file, text, ...parseSettings(text) };
}

/** The version that the directory's settings name, unless the user has named one. */
function targetFor(target: Target, { settings: { postfixVersion } }: ParsedSettings): Target {
  if (target.isFixed || postfixVersion === undefined) return target;
  if (postfixVersion === target.version) return { ...target, isVersionAssumed: false };
  return { version: postfixVersion, machine: thisMachine() };
}

function configurationOf(
  texts: Readonly<Partial<Record<FileKind, string>>>,
  { version, machine, isVersionAssumed = false }: Target,
  directory: string,
  isTemplate = false,
): Configuration {
  const { 'main.cf': main, 'master.cf': master } = texts;
  return createConfiguration({
    version,
    isVersionAssumed,
    machine: { ...machine, readFile: tableReader(directory) },
    directory: path.resolve(directory),
    isTemplate,
    ...(main !== undefined && { main: parseMainCf(main) }),
    ...(master !== undefined && { master: parseMasterCf(master) }),
  });
}

function failed(file: string, reason: LoadFailure['reason'], target: Target): Loaded {
  const { version, machine } = target;
  const settings = { file: '', text: '', ...parseSettings('') };
  return {
    configuration: createConfiguration({ version, machine }),
    directory: file,
    fileNames: {},
    failures: [{ file, reason }],
    settings,
  };
}

function isDirectory(name: string): boolean {
  return fs.statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isReadable(directory: string): boolean {
  try {
    fs.readdirSync(directory);
    return true;
  } catch {
    return false;
  }
}
