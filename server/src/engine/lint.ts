import type { Configuration } from './configuration/configuration';
import type { Locale } from './locale';
import { rules } from './rules/index';
import type { Problem } from './rules/rule';

export interface LintOptions {
  readonly locale: Locale;
  /** Told of a rule that failed; the others go on. */
  readonly onError?: (rule: string, error: unknown) => void;
}

/** Every problem of a configuration, main.cf first, from top to bottom. */
export function lint(configuration: Configuration, { locale, onError }: LintOptions): Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    try {
      for (const problem of rule.problems(configuration, locale)) problems.push(problem);
    } catch (error) {
      onError?.(rule.id, error);
    }
  }
  return problems.sort(byPlace);
}

function byPlace(left: Problem, right: Problem): number {
  if (left.span.file.kind !== right.span.file.kind) return left.span.file.kind === 'main.cf' ? -1 : 1;
  return left.span.start - right.span.start || left.span.end - right.span.end || (left.rule < right.rule ? -1 : 1);
}
