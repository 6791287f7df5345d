import path from 'node:path';
import { PostconfFailure, type ShowMode, show as showConfiguration } from '../engine/configuration/show';
import type { Locale } from '../engine/locale';
import { spanOf } from '../engine/syntax/logicalLine';
import { type ReadResult, readRaw } from '../files';
import { findTarget, load } from './load';
import { failureMessage } from './messages';
import { type Options, UsageError } from './options';
import { lineAndColumn } from './position';
import { USAGE } from './usage';

/** `postfix-config show`: what postconf(1) prints, byte for byte. */
export async function show({ mode, names, version, locale }: Options): Promise<number> {
  if (!mode) throw new UsageError(USAGE[locale].oneMode);
  const [directory = '/etc/postfix', ...others] = names;
  if (others.length > 0) throw new UsageError(USAGE[locale].oneDirectory);
  const loaded = load(directory, await findTarget(version), readRaw as (file: string) => ReadResult);
  const { configuration, fileNames } = loaded;
  // The defaults need no file: master.cf only adds the parameters of its services.
  const failures = mode === 'd' ? [] : loaded.failures;
  for (const failure of failures) process.stderr.write(`postfix-config: ${failureMessage(failure, locale)}\n`);
  if (failures.length > 0 && !configuration.main && !configuration.master) return 2;
  try {
    // The file was read with one character for each byte, and so it is written.
    const { directory: _, ...rest } = configuration;
    const isDefault = names.length === 0;
    process.stdout.write(
      Buffer.from(
        showConfiguration(isDefault ? rest : { ...rest, directory: loaded.directory }, mode as ShowMode),
        'latin1',
      ),
    );
    return 0;
  } catch (failure) {
    if (!(failure instanceof PostconfFailure)) throw failure;
    process.stderr.write(`postfix-config: ${placeOf(failure, fileNames, directory, locale)}${failure.message}\n`);
    return 2;
  }
}

function placeOf(
  { place }: PostconfFailure,
  fileNames: Readonly<Record<string, string | undefined>>,
  directory: string,
  _locale: Locale,
): string {
  if (!place) return '';
  const { file, start } = spanOf(place);
  const { line, column } = lineAndColumn(file.text, start);
  return `${fileNames[file.kind] ?? path.join(directory, file.kind)}:${line}:${column}: `;
}
