import type { Locale } from '../engine/locale';
import type { Severity } from '../engine/rules/rule';
import type { Finding, Report } from './report';

const WORDS: Readonly<Record<Locale, Readonly<Record<Severity, string>>>> = {
  en: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' },
  ja: { error: 'エラー', warning: '警告', info: '情報', hint: 'ヒント' },
};

/** A line for each problem, as compilers print them, and a line that counts them. */
export function formatText({ findings }: Report, locale: Locale): string {
  const lines = findings.map(
    ({ file, line, column, severity, message, rule }) =>
      `${file}:${line}:${column}: ${WORDS[locale][severity]}: ${message} [${rule}]`,
  );
  return `${[...lines, summary(findings, locale)].join('\n')}\n`;
}

export function summary(findings: readonly Finding[], locale: Locale): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const others = findings.length - errors - warnings;
  if (locale === 'ja') {
    return findings.length === 0
      ? '問題は見つかりませんでした。'
      : `エラー ${errors} 件、警告 ${warnings} 件、その他 ${others} 件`;
  }
  const plural = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  return findings.length === 0
    ? 'No problems found.'
    : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(others, 'note')}`;
}
