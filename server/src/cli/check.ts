import { lint } from '../engine/lint';
import type { Problem } from '../engine/rules/rule';
import { type Finding, formatJson, formatText } from './format';
import { findTarget, type Loaded, load } from './load';
import { failureMessage, settingsMessages } from './messages';
import type { Options } from './options';
import { lineAndColumn } from './position';

/** `postfix-config check`: reports problems. Exit status 1 where there are errors or warnings. */
export async function check({ names, version, format, locale }: Options): Promise<number> {
  const target = await findTarget(version);
  const findings: Finding[] = [];
  let isIncomplete = false;
  for (const name of names.length > 0 ? names : ['/etc/postfix']) {
    const loaded = load(name, target);
    for (const failure of loaded.failures) {
      process.stderr.write(`postfix-config: ${failureMessage(failure, locale)}\n`);
      isIncomplete = true;
    }
    for (const message of settingsMessages(loaded.settings, locale)) {
      process.stderr.write(`postfix-config: ${message}\n`);
      isIncomplete = true;
    }
    const problems = lint(loaded.configuration, {
      locale,
      severities: loaded.settings.settings.rules,
      onError: (rule, error) =>
        process.stderr.write(`postfix-config: rule ${rule} failed: ${(error as Error).stack}\n`),
    });
    findings.push(...problems.flatMap((problem) => finding(problem, loaded)));
  }
  process.stdout.write(format === 'json' ? formatJson(findings) : formatText(findings, locale));
  if (isIncomplete) return 2;
  return findings.some(({ severity }) => severity === 'error' || severity === 'warning') ? 1 : 0;
}

/** A problem with the file as it was named; none where the file was only read along. */
function finding({ rule, severity, message, span }: Problem, { fileNames, only }: Loaded): Finding[] {
  const file = fileNames[span.file.kind];
  if (file === undefined || (only && only !== span.file.kind)) return [];
  const start = lineAndColumn(span.file.text, span.start);
  const end = lineAndColumn(span.file.text, span.end);
  return [{ file, ...start, endLine: end.line, endColumn: end.column, severity, rule, message }];
}
