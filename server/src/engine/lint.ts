import type { Configuration } from './configuration/configuration';
import { covers, ignoresOf } from './configuration/ignores';
import type { Locale } from './locale';
import { rules } from './rules/index';
import type { Problem, Severity } from './rules/rule';
import type { Span } from './syntax/document';
import { entryAround } from './syntax/logicalLine';
import { UNKNOWN } from './syntax/template';

export interface LintOptions {
  readonly locale: Locale;
  /** What the user wants of some rules; the others keep their own severities. */
  readonly severities?: Severities;
  /** Told of a rule that failed; the others go on. */
  readonly onError?: (rule: string, error: unknown) => void;
}

/** Rule id → severity of all that it finds, or `off`. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

const ids = rules.map(({ id }) => id);

/** Every problem of a configuration that no comment ignores, main.cf first, from top to bottom. */
export function lint(configuration: Configuration, { locale, severities = {}, onError }: LintOptions): Problem[] {
  const found: Problem[] = [];
  for (const rule of rules) {
    const severity = Object.hasOwn(severities, rule.id) ? severities[rule.id] : undefined;
    if (configuration.isTemplate && !rule.isLocal) continue;
    try {
      const problems = rule.problems(configuration, locale, { found, ids });
      // What a rule that is off finds still counts as a reason to ignore it.
      for (const problem of problems) {
        found.push(severity && severity !== 'off' ? { ...problem, severity } : problem);
      }
    } catch (error) {
      onError?.(rule.id, error);
    }
  }
  const shown = found.filter(({ rule }) => severities[rule] !== 'off');
  const known = configuration.isTemplate ? shown.filter(({ span }) => !isFilledIn(span)) : shown;
  return withoutIgnored(configuration, known).sort(byPlace);
}

/** Whether a template fills in a part of the entry in which a problem is: then nobody can tell. */
function isFilledIn({ file, start }: Span): boolean {
  const entry = entryAround(file.text, start);
  const lines = file.text.slice(entry.start, entry.end).split('\n');
  return lines.some((line) => line.includes(UNKNOWN) && !/^\s*#/.test(line));
}

function withoutIgnored(configuration: Configuration, found: Problem[]): Problem[] {
  const ignores = ignoresOf(configuration);
  if (ignores.length === 0) return found;
  return found.filter(({ rule, span }) => !ignores.some((ignore) => covers(ignore, rule, span)));
}

function byPlace(left: Problem, right: Problem): number {
  if (left.span.file.kind !== right.span.file.kind) return left.span.file.kind === 'main.cf' ? -1 : 1;
  return left.span.start - right.span.start || left.span.end - right.span.end || (left.rule < right.rule ? -1 : 1);
}
