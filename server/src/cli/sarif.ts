import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ruleTopic } from '../engine/help/ruleTopics';
import { topicHelp } from '../engine/help/topicHelp';
import type { Locale } from '../engine/locale';
import { rules } from '../engine/rules/index';
import type { Rule, Severity } from '../engine/rules/rule';
import { readText } from '../files';
import { lineHashes } from './lineHashes';
import { nameInRepository } from './paths';
import type { Range } from './position';
import type { Complaint, Finding, FindingEdit, FindingFix, Report } from './report';
import { VERSION } from './version';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** A log in the Static Analysis Results Interchange Format (SARIF) 2.1.0, with what GitHub's code scanning makes use of. */
export function formatSarif({ findings, complaints }: Report, locale: Locale): string {
  const fingerprints = fingerprinter();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'postfix-config',
            version: VERSION,
            semanticVersion: VERSION,
            language: locale,
            rules: rules.map((rule) => descriptor(rule, locale)),
          },
        },
        language: locale,
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: complaints.length === 0,
            ...(complaints.length > 0 && { toolExecutionNotifications: complaints.map(notification) }),
          },
        ],
        results: findings.map((finding) => ({ ...result(finding), partialFingerprints: fingerprints(finding) })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const ruleIndexes: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

/** A rule as viewers show it beside its results. */
function descriptor(rule: Rule, locale: Locale) {
  const help = topicHelp(ruleTopic(rule), locale);
  const { title, why } = rule[locale];
  return {
    id: rule.id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: { tags: ['postfix', 'configuration'] },
  };
}

function result({ file, rule, severity, message, fixes, ...range }: Finding) {
  return {
    ruleId: rule,
    ruleIndex: ruleIndexes.get(rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(file), region: region(range) } }],
    ...(fixes.length > 0 && { fixes: fixes.map(sarifFix) }),
  };
}

function sarifFix({ title, safe, edits }: FindingFix) {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifactLocation(file),
      replacements: edits.filter((edit) => edit.file === file).map(replacement),
    })),
    properties: { safe },
  };
}

function replacement(edit: FindingEdit) {
  return {
    deletedRegion: region(edit),
    ...(edit.newText !== '' && { insertedContent: { text: edit.newText } }),
  };
}

function region({ line, column, endLine, endColumn }: Range) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function notification({ file, message }: Complaint) {
  return {
    level: 'error',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(file) } }],
  };
}

/** `%SRCROOT%` is the name that those who read such logs have agreed on for the root of the repository. */
function artifactLocation(file: string) {
  const name = nameInRepository(file);
  if (name === undefined) return { uri: pathToFileURL(path.resolve(file)).href };
  return { uri: name.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

/**
 * What tells GitHub that a result is the same as in an earlier run, although lines above it have come or gone: the hash
 * of its line, and its column in that line, which keeps two results in one line apart.
 */
function fingerprinter() {
  const files = new Map<string, ReturnType<typeof readLines>>();
  return ({ file, line, column }: Finding) => {
    const lines = files.get(file) ?? readLines(file);
    files.set(file, lines);
    const primaryLocationLineHash = lines.hash(line);
    return {
      ...(primaryLocationLineHash !== undefined && { primaryLocationLineHash }),
      primaryLocationStartColumnFingerprint: String(column - 1 - lines.indentation(line)),
    };
  };
}

/** Reads a file once more: what is in the markup of a template was not checked, but belongs to the hashes. */
function readLines(file: string) {
  const read = readText(file);
  const text = read.kind === 'text' ? read.text : '';
  const lines = text.split('\n');
  return {
    hash: lineHashes(text),
    indentation: (line: number) => lines[line - 1]?.search(/[^ \t]|$/) ?? 0,
  };
}
