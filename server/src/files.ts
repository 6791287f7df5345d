import fs from 'node:fs';
import path from 'node:path';
import type { TextFile } from './engine/configuration/configuration';
import type { FileKind } from './engine/syntax/document';
import { withoutMarkup } from './engine/syntax/template';

/** A file of 64 MB is no configuration; reading one would only cost time. */
const LARGEST = 64 * 1024 * 1024;

export type ReadResult =
  | { readonly kind: 'text'; readonly text: string; readonly isUtf8: boolean; readonly isTemplate?: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

export type UnreadableReason = 'permission' | 'directory' | 'too large' | 'special file' | 'error';

/** Reads a configuration file as UTF-8; never throws. Bytes that are not UTF-8 become U+FFFD. */
export function readText(file: string): ReadResult {
  const bytes = readBytes(file);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return { kind: 'text', text, isUtf8: !text.includes('\uFFFD') || isValidUtf8(bytes) };
}

/** Reads a configuration file for the engine; never throws. */
export function readSource(file: string): ReadResult {
  const read = readText(file);
  return read.kind === 'text' ? { ...read, ...sourceOf(file, read.text) } : read;
}

/** Reads a configuration file byte by byte, each byte one character: what Postfix sees. */
export function readRaw(file: string): ReadResult {
  const bytes = readBytes(file);
  return Buffer.isBuffer(bytes) ? { kind: 'text', text: bytes.toString('latin1'), isUtf8: true } : bytes;
}

/** Where Postfix keeps its files, as long as nobody says otherwise. */
const USUAL = '/etc/postfix';

/** Configuration below these is in use on this machine; elsewhere it is a copy, or that of another machine. */
const LIVING = ['/etc', '/usr/local/etc', '/usr/pkg/etc', '/opt'];

/**
 * The file that is meant where the configuration in `directory` names `file`. Of a copy only files beside it are meant,
 * also where it calls them `/etc/postfix/…`: this machine's own `/etc/aliases` has nothing to do with it.
 */
export function tableFile(directory: string, file: string): string | undefined {
  if (!path.isAbsolute(file)) return undefined;
  const own = path.resolve(directory);
  const name = path.resolve(file);
  if (isWithin(own, name)) return path.join(directory, path.relative(own, name));
  if (LIVING.some((living) => isWithin(living, own))) return name;
  return isWithin(USUAL, name) ? path.join(directory, path.relative(USUAL, name)) : undefined;
}

function isWithin(directory: string, file: string): boolean {
  return file.startsWith(directory.endsWith(path.sep) ? directory : `${directory}${path.sep}`);
}

/** More tables than this are read again each time. */
const MOST_TABLES = 100;

/** Reads the tables that the configuration in a directory names, for the engine (Machine.readFile); never throws. */
export function tableReader(directory: string): (file: string) => TextFile | undefined {
  const known = new Map<string, { readonly stamp: string; readonly table: TextFile | undefined }>();
  return (file) => {
    const name = tableFile(directory, file);
    const stamp = name === undefined ? undefined : stampOf(name);
    if (name === undefined || stamp === undefined) return undefined;
    const same = known.get(name);
    if (same?.stamp === stamp) return same.table;
    const read = readText(name);
    const table = read.kind === 'text' ? { text: read.text } : undefined;
    known.delete(name);
    if (known.size >= MOST_TABLES) known.delete(known.keys().next().value ?? '');
    known.set(name, { stamp, table });
    return table;
  };
}

/** What changes when a file does; undefined where there is none. */
function stampOf(file: string): string | undefined {
  try {
    const { mtimeMs, size, ino } = fs.statSync(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return undefined;
  }
}

function readBytes(file: string): Buffer | Exclude<ReadResult, { kind: 'text' }> {
  try {
    const { size, isFile, isDirectory } = describe(file);
    if (isDirectory) return { kind: 'unreadable', reason: 'directory' };
    // A named pipe or a device may never end.
    if (!isFile) return { kind: 'unreadable', reason: 'special file' };
    if (size > LARGEST) return { kind: 'unreadable', reason: 'too large' };
    return fs.readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
    return { kind: 'unreadable', reason: code === 'EACCES' || code === 'EPERM' ? 'permission' : 'error' };
  }
}

function describe(file: string): { size: number; isFile: boolean; isDirectory: boolean } {
  const stat = fs.statSync(file);
  return { size: stat.size, isFile: stat.isFile(), isDirectory: stat.isDirectory() };
}

function isValidUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What kind of file a name stands for: `main.cf`, `main.cf.proto`, `main.cf.bak` … ; undefined for other names. */
export function kindOfName(name: string): FileKind | undefined {
  const match = /(?:^|[-_.])(main|master)\.cf(?:$|[.~_-])/.exec(name);
  return match ? (`${match[1]}.cf` as FileKind) : undefined;
}

/** The other file of the pair that `file` belongs to: beside `main.cf.proto`, `master.cf.proto` or else `master.cf`. */
export function siblingOf(file: string, kind: FileKind): string[] {
  const other: FileKind = kind === 'main.cf' ? 'master.cf' : 'main.cf';
  const name = path.basename(file);
  const twin = name.replace(kind, other);
  const candidates = twin === name ? [other] : [twin, other];
  return [...new Set(candidates)].map((candidate) => path.join(path.dirname(file), candidate));
}

/** The endings of templates (Ansible, Puppet, Go, …), whose markup is no Postfix syntax. */
const TEMPLATE = /\.(?:j2|jinja2?|erb|epp|tmpl|tpl|gotmpl|template|mustache|hbs|in|m4)$/i;

/** A line that begins with markup, in a file with any name: no Postfix would run with it. */
const MARKUP = /^[ \t]*(?:\{%|\{\{|<%)/m;

/** Whether a file is a template: what stands in it is not known before it is filled in. */
export function isTemplate(name: string, text: string): boolean {
  return TEMPLATE.test(name) || MARKUP.test(text);
}

/** What the engine reads of a file: of a template, the text with its markup replaced. */
export function sourceOf(name: string, text: string): { readonly text: string; readonly isTemplate: boolean } {
  return isTemplate(name, text) ? { text: withoutMarkup(text), isTemplate: true } : { text, isTemplate: false };
}
