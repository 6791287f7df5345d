import { constants } from 'node:os';
import { type Configuration, textsOf, withTexts } from '../engine/configuration/configuration';
import { applySafeFixes, type MendedTexts } from '../engine/fixes';
import type { Locale } from '../engine/locale';
import type { Problem } from '../engine/rules/rule';
import type { FileKind } from '../engine/syntax/document';
import type { Loaded } from './load';
import { rangeOf } from './position';
import { type Refusal, replaceFiles } from './replaceFile';

/** A fix that was written to a file; the line is that of the new text. */
export interface WrittenFix {
  readonly file: string;
  readonly line: number;
  readonly title: string;
  readonly rule: string;
}

export interface FixedFiles {
  readonly fixes: readonly WrittenFix[];
  readonly refusals: readonly Refusal[];
}

/**
 * Applies safe fixes to the files that were asked for. A file that cannot be written is left as it is, and no fix is
 * applied that edits it too.
 */
export function fixFiles(
  { configuration, fileNames, only }: Loaded,
  find: (configuration: Configuration) => readonly Problem[],
): FixedFiles {
  const before = textsOf(configuration);
  const refusals: Refusal[] = [];
  let files = Object.entries(fileNames).map(([kind, name]) => ({ kind: kind as FileKind, name }));
  if (only !== undefined) files = files.filter(({ kind }) => kind === only);
  for (;;) {
    const mended = applySafeFixes(
      before,
      (texts) => find(withTexts(configuration, texts)),
      files.map(({ kind }) => kind),
    );
    const changed = files.filter(({ kind }) => mended.changes[kind].length > 0);
    const { replaced, refusal } = replaceFiles(
      changed.map(({ kind, name }) => ({ name, before: before[kind] ?? '', after: mended.texts[kind] ?? '' })),
    );
    if (refusal) refusals.push(refusal);
    if (!refusal || replaced.length > 0) return { fixes: writtenFixes(mended, files, replaced), refusals };
    // While somebody else writes one of two files, nobody knows what they will say together.
    files = refusal.reason === 'changed' ? [] : files.filter(({ name }) => name !== refusal.file);
  }
}

interface NamedFile {
  readonly kind: FileKind;
  readonly name: string;
}

function writtenFixes(
  { texts, applied }: MendedTexts,
  files: readonly NamedFile[],
  replaced: readonly string[],
): WrittenFix[] {
  const nameOf = (kind: FileKind) => files.find((file) => file.kind === kind)?.name ?? kind;
  const sources = new Map(files.map(({ kind }) => [kind, { kind, text: texts[kind] ?? '' }]));
  return applied
    .filter(({ edited }) => edited.every((kind) => replaced.includes(nameOf(kind))))
    .map(({ file: kind, offset, title, rule }) => {
      const file = sources.get(kind) ?? { kind, text: '' };
      return { file: nameOf(kind), line: rangeOf({ file, start: offset, end: offset }).line, title, rule };
    });
}

/** A line for each fix, and a line that counts them. */
export function formatFixes(fixes: readonly WrittenFix[], locale: Locale): string {
  const word = locale === 'ja' ? '修正' : 'fixed';
  const lines = fixes.map(({ file, line, title, rule }) => `${file}:${line}: ${word}: ${title} [${rule}]`);
  return `${[...lines, countOf(fixes.length, locale)].join('\n')}\n`;
}

function countOf(count: number, locale: Locale): string {
  if (locale === 'ja') return count === 0 ? '修正した箇所はありません。' : `${count} 件を修正しました。`;
  return count === 0 ? 'Nothing was fixed.' : `${count} ${count === 1 ? 'fix' : 'fixes'} applied.`;
}

/**
 * Puts off the end that a signal asks for until the files are written, which happens at one go: nothing may be left
 * behind beside them.
 */
export function endLater(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
