import {
  type Configuration,
  createConfiguration,
  type Machine,
} from '../server/src/engine/configuration/configuration';
import { NEWEST, parseVersion } from '../server/src/engine/knowledge/version';
import { lint } from '../server/src/engine/lint';
import type { Locale } from '../server/src/engine/locale';
import type { Problem } from '../server/src/engine/rules/rule';
import { parseMainCf } from '../server/src/engine/syntax/mainCf';
import { parseMasterCf } from '../server/src/engine/syntax/masterCf';

/** The only file of the tests that knows how the engine is called. */
export interface CheckOptions {
  readonly version?: string;
  readonly locale?: Locale;
  readonly machine?: Machine;
  readonly directory?: string;
}

export function configurationOf(files: Readonly<Record<string, string>>, options: CheckOptions = {}): Configuration {
  const { 'main.cf': main, 'master.cf': master } = files;
  return createConfiguration({
    version: (options.version && parseVersion(options.version)) || NEWEST,
    ...(main !== undefined && { main: parseMainCf(main) }),
    ...(master !== undefined && { master: parseMasterCf(master) }),
    ...(options.machine && { machine: options.machine }),
    ...(options.directory !== undefined && { directory: options.directory }),
  });
}

/** Every problem; a rule that throws fails the test. */
export function problemsOf(files: Readonly<Record<string, string>>, options: CheckOptions = {}): Problem[] {
  return problemsIn(configurationOf(files, options), options.locale);
}

export function problemsIn(configuration: Configuration, locale: Locale = 'en'): Problem[] {
  return lint(configuration, {
    locale,
    onError: (_rule, error) => {
      throw error;
    },
  });
}

export interface CheckedProblem {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  /** 1-based. */
  readonly line: number;
  /** The characters that are reported. */
  readonly text: string;
}

export function check(files: Readonly<Record<string, string>>, options: CheckOptions = {}): CheckedProblem[] {
  return problemsOf(files, options).map(({ rule, severity, message, span }) => ({
    file: span.file.kind,
    rule,
    severity,
    message,
    line: span.file.text.slice(0, span.start).split('\n').length,
    text: span.file.text.slice(span.start, span.end),
  }));
}

/** The files with the first fix of every problem applied. */
export function fixed(files: Readonly<Record<string, string>>, problems: readonly Problem[]): Record<string, string> {
  const result = { ...files };
  const edits = problems.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  for (const { span, newText } of [...edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)) {
    const text = result[span.file.kind] ?? '';
    result[span.file.kind] = text.slice(0, span.start) + newText + text.slice(span.end);
  }
  return result;
}
