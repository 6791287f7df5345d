import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isTemplate, readText } from '../files';

/** A text for a file, and the one that was read from it. */
export interface NewText {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Why a file is as it was. */
export interface Refusal {
  readonly file: string;
  readonly reason: 'template' | 'encoding' | 'links' | 'changed' | 'owner' | 'permission' | 'directory' | 'error';
  /** What the system said. */
  readonly cause?: string;
}

/**
 * Gives files new texts. Each is written beside its file, with its owner, group and mode, and then renamed: whoever
 * reads the file finds the old text or the new one, and a symbolic link still leads there. No file is touched before
 * all texts are on the disk, none that is no longer what was read, and none after a refusal.
 */
export function replaceFiles(texts: readonly NewText[]): { replaced: string[]; refusal?: Refusal } {
  const prepared: Replacement[] = [];
  const replaced: string[] = [];
  try {
    for (const text of texts) prepared.push(prepare(text));
    for (const replacement of prepared) mustBeUnchanged(replacement);
    for (const replacement of prepared) {
      const { name, temporary, target } = replacement;
      mustBeUnchanged(replacement);
      attempt(name, 'directory', () => fs.renameSync(temporary, target));
      syncDirectory(path.dirname(target));
      replaced.push(name);
    }
    return { replaced };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { replaced, refusal: error.refusal };
  } finally {
    for (const { temporary } of prepared) fs.rmSync(temporary, { force: true });
  }
}

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

/** A text on the disk, ready to be renamed to its file. */
interface Replacement extends NewText {
  /** The file that a symbolic link leads to. */
  readonly target: string;
  readonly temporary: string;
  readonly modified: number;
}

function prepare({ name: file, before, after }: NewText): Replacement {
  const target = attempt(file, 'permission', () => fs.realpathSync(file));
  const stat = attempt(file, 'permission', () => fs.statSync(target));
  const read = readText(target);
  const text = read.kind === 'text' ? read.text : '';
  if (isTemplate(file, text) || isTemplate(target, text)) throw new Refused({ file, reason: 'template' });
  if (read.kind !== 'text' || read.text !== before) throw new Refused({ file, reason: 'changed' });
  if (!read.isUtf8) throw new Refused({ file, reason: 'encoding' });
  if (stat.nlink > 1) throw new Refused({ file, reason: 'links' });
  attempt(file, 'permission', () => fs.accessSync(target, fs.constants.W_OK));
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`);
  const handle = attempt(file, 'directory', () => fs.openSync(temporary, 'wx', 0o600));
  try {
    attempt(file, 'error', () => fs.writeFileSync(handle, after));
    attempt(file, 'owner', () => takeOver(handle, stat));
    attempt(file, 'error', () => fs.fsyncSync(handle));
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  } finally {
    fs.closeSync(handle);
  }
  return { name: file, before, after, target, temporary, modified: stat.mtimeMs };
}

/** Gives an open file the owner, group and mode of another. */
function takeOver(handle: number, { uid, gid, mode }: fs.Stats): void {
  const own = fs.fstatSync(handle);
  // Not even root may do so everywhere.
  if (own.uid !== uid || own.gid !== gid) fs.fchownSync(handle, uid, gid);
  fs.fchmodSync(handle, mode & 0o7777);
  const now = fs.fstatSync(handle);
  if (now.uid !== uid || now.gid !== gid || now.mode !== mode) throw new Error('the system ignored the change');
}

function mustBeUnchanged({ name: file, target, before, modified }: Replacement): void {
  const isSame = () =>
    fs.realpathSync(file) === target &&
    fs.statSync(target).mtimeMs === modified &&
    fs.readFileSync(target).equals(Buffer.from(before));
  if (!attempt(file, 'changed', isSame)) throw new Refused({ file, reason: 'changed' });
}

/** Does what may be refused: for lack of a permission with this reason. */
function attempt<T>(file: string, reason: Refusal['reason'], work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isForbidden = code === 'EACCES' || code === 'EPERM';
    const isCertain = isForbidden || reason === 'changed' || reason === 'owner';
    throw new Refused({ file, reason: isCertain ? reason : 'error', cause: message });
  }
}

/** Makes a rename last over a power cut, where the file system can. */
function syncDirectory(directory: string): void {
  try {
    const handle = fs.openSync(directory, 'r');
    try {
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
  } catch {
    // The new text is in place all the same.
  }
}
