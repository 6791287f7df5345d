import path from 'node:path';
import { lint } from '../engine/lint';
import type { Locale } from '../engine/locale';
import type { Problem } from '../engine/rules/rule';
import type { Span } from '../engine/syntax/document';
import { endLater, fixFiles, formatFixes, type WrittenFix } from './fix';
import { FORMATTERS } from './format';
import { findTarget, type Loaded, load, type Target } from './load';
import { failureMessage, refusalMessage, settingsMessages } from './messages';
import type { Options } from './options';
import { rangeOf } from './position';
import type { Complaint, Finding, Report } from './report';

/** `postfix-config check`: reports problems. Exit status 1 where there are errors or warnings. */
export async function check({ names, version, format, fix, locale }: Options): Promise<number> {
  const places = names.length > 0 ? names : ['/etc/postfix'];
  const target = await findTarget(version);
  const fixed = fix ? fixAll(places, target, locale) : undefined;
  const { findings, complaints: others } = checkAll(places, target, locale);
  const complaints = [...(fixed?.complaints ?? []), ...others];
  for (const { message } of complaints) process.stderr.write(`postfix-config: ${message}\n`);
  // What another program is to read has no place for them.
  const forPeople = format === 'text' ? process.stdout : process.stderr;
  if (fixed) forPeople.write(formatFixes(fixed.fixes, locale));
  process.stdout.write(FORMATTERS[format]({ findings, complaints }, locale));
  if (complaints.length > 0) return 2;
  return findings.some(({ severity }) => severity === 'error' || severity === 'warning') ? 1 : 0;
}

/** Applies the safe fixes to the files that are named. */
function fixAll(names: readonly string[], target: Target, locale: Locale) {
  endLater();
  const fixes: WrittenFix[] = [];
  const complaints = new Map<string, Complaint>();
  for (const name of names) {
    const loaded = load(name, target);
    const fixed = fixFiles(loaded, (configuration) => problemsOf({ ...loaded, configuration }, locale));
    fixes.push(...fixed.fixes);
    for (const refusal of fixed.refusals) {
      const message = refusalMessage(refusal, locale);
      complaints.set(message, { file: refusal.file, message });
    }
  }
  return { fixes, complaints: [...complaints.values()] };
}

/** Checks the files in the order in which they are named; each once, however often it is named. */
function checkAll(names: readonly string[], target: Target, locale: Locale): Report {
  const findings: Finding[] = [];
  const complaints = new Map<string, Complaint>();
  const checked = new Set<string>();
  for (const name of names) {
    const loaded = load(name, target);
    for (const complaint of complaintsOf(loaded, locale)) complaints.set(complaint.message, complaint);
    const fileNames = namesToCheck(loaded).filter((file) => !checked.has(path.resolve(file)));
    if (fileNames.length === 0) continue;
    for (const file of fileNames) checked.add(path.resolve(file));
    for (const problem of problemsOf(loaded, locale)) {
      const finding = findingOf(problem, loaded.fileNames);
      if (fileNames.includes(finding.file)) findings.push(finding);
    }
  }
  return { findings, complaints: [...complaints.values()] };
}

/** The files that were asked for, not one that was only read along. */
function namesToCheck({ fileNames, only }: Loaded): string[] {
  return Object.entries(fileNames).flatMap(([kind, file]) => (only === undefined || only === kind ? [file] : []));
}

function complaintsOf({ failures, settings }: Loaded, locale: Locale): Complaint[] {
  return [
    ...failures.map((failure) => ({ file: failure.file, message: failureMessage(failure, locale) })),
    ...settingsMessages(settings, locale).map((message) => ({ file: settings.file, message })),
  ];
}

function problemsOf({ configuration, settings }: Loaded, locale: Locale): Problem[] {
  return lint(configuration, {
    locale,
    severities: settings.settings.rules,
    onError: (rule, error) => process.stderr.write(`postfix-config: rule ${rule} failed: ${(error as Error).stack}\n`),
  });
}

function findingOf({ rule, severity, message, span, fixes }: Problem, fileNames: Loaded['fileNames']): Finding {
  const place = (at: Span) => ({ file: fileNames[at.file.kind] ?? at.file.kind, ...rangeOf(at) });
  return {
    ...place(span),
    severity,
    rule,
    message,
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map(({ span, newText }) => ({ ...place(span), newText })),
    })),
  };
}
