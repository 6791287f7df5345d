import type { Locale } from '../engine/locale';
import type { LoadedSettings, LoadFailure } from './load';
import { lineAndColumn } from './position';
import type { Refusal } from './replaceFile';

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

const REFUSALS: Readonly<Record<Locale, Readonly<Record<Refusal['reason'], (cause: string) => string>>>> = {
  en: {
    template: () => 'is a template, so nothing was fixed in it.',
    encoding: () => 'is not valid UTF-8, so nothing was fixed in it. Convert it first, for example with iconv.',
    links: () => 'is a hard link: its other names would keep the old text, so nothing was fixed in it.',
    changed: () => 'somebody else is changing it, so nothing was fixed. Run the command again.',
    owner: () =>
      'its owner, group and mode could not be kept, so nothing was fixed in it. Run the command as its owner or as root.',
    permission: () => 'no permission to write it, so nothing was fixed in it.',
    directory: () => 'no permission to write in its directory, so nothing was fixed in it.',
    error: (cause) => `could not be written, so nothing was fixed in it: ${cause}`,
  },
  ja: {
    template: () => 'テンプレートのため修正しませんでした。',
    encoding: () => '正しい UTF-8 ではないため修正しませんでした。先に iconv などで変換してください。',
    links: () => 'ハードリンクがあり、ほかの名前では古い内容が残るため修正しませんでした。',
    changed: () => '別のプログラムが書き換えているため修正しませんでした。もう一度実行してください。',
    owner: () => '所有者、グループ、モードを保てないため修正しませんでした。所有者か root として実行してください。',
    permission: () => '書き込み権限がないため修正しませんでした。',
    directory: () => 'ディレクトリへの書き込み権限がないため修正しませんでした。',
    error: (cause) => `書き込めなかったため修正しませんでした: ${cause}`,
  },
};

/** Says why a file was not fixed. */
export function refusalMessage({ file, reason, cause = '' }: Refusal, locale: Locale): string {
  return `${file}: ${REFUSALS[locale][reason](cause)}`;
}

/** Says what is wrong in the settings of a directory, and where. */
export function settingsMessages({ file, text, problems }: LoadedSettings, locale: Locale): string[] {
  return problems.map(({ start, message }) => {
    const { line, column } = lineAndColumn(text, start);
    return `${file}:${line}:${column}: ${message[locale]}`;
  });
}
