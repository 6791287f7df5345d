import type { Locale } from '../engine/locale';
import type { LoadedSettings, LoadFailure } from './load';
import { lineAndColumn } from './position';

type Sentence = (file: string) => string;

const FAILURES: Readonly<Record<Locale, Readonly<Record<LoadFailure['reason'], Sentence>>>> = {
  en: {
    missing: (file) => `${file}: no such file or directory.`,
    permission: (file) => `${file}: no permission to read it.`,
    directory: (file) => `${file}: is a directory, not a file.`,
    'too large': (file) => `${file}: is larger than 64 MB and was not read.`,
    'special file': (file) => `${file}: is not a regular file and was not read.`,
    error: (file) => `${file}: could not be read.`,
    'unknown name': (file) => `${file}: is neither a main.cf nor a master.cf by its name.`,
    'no configuration': (file) => `${file}: has neither a main.cf nor a master.cf.`,
  },
  ja: {
    missing: (file) => `${file}: ファイルもディレクトリもありません。`,
    permission: (file) => `${file}: 読み取り権限がありません。`,
    directory: (file) => `${file}: ファイルではなくディレクトリです。`,
    'too large': (file) => `${file}: 64 MB を超えているため読みませんでした。`,
    'special file': (file) => `${file}: 通常のファイルではないため読みませんでした。`,
    error: (file) => `${file}: 読み取れませんでした。`,
    'unknown name': (file) => `${file}: 名前からは main.cf とも master.cf とも判断できません。`,
    'no configuration': (file) => `${file}: main.cf も master.cf もありません。`,
  },
};

/** Says why a file was not read. */
export function failureMessage({ file, reason }: LoadFailure, locale: Locale): string {
  return FAILURES[locale][reason](file);
}

/** Says what is wrong in the settings of a directory, and where. */
export function settingsMessages({ file, text, problems }: LoadedSettings, locale: Locale): string[] {
  return problems.map(({ start, message }) => {
    const { line, column } = lineAndColumn(text, start);
    return `${file}:${line}:${column}: ${message[locale]}`;
  });
}
