import type { Locale } from '../engine/locale';
import { formatGithub } from './github';
import type { Format } from './options';
import type { Report } from './report';
import { formatSarif } from './sarif';
import { formatText } from './text';

/** Writes a report for standard output. */
export type Formatter = (report: Report, locale: Locale) => string;

export const FORMATTERS: Readonly<Record<Format, Formatter>> = {
  text: formatText,
  json: ({ findings }) => `${JSON.stringify(findings, null, 2)}\n`,
  sarif: formatSarif,
  github: formatGithub,
};
