import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { ParsedSettings } from '../engine/directorySettings';
import type { Locale } from '../engine/locale';
import type { Problem, Severity } from '../engine/rules/rule';
import { type FeatureRequest, rangeOf } from './request';

/** The name of this program where editors show who reported something. */
const SOURCE = 'postfix-config';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The rules whose text editors may strike through or fade. */
const TAGS: Readonly<Record<string, DiagnosticTag[]>> = {
  'deprecated-parameter': [DiagnosticTag.Deprecated],
  'unreachable-restriction': [DiagnosticTag.Unnecessary],
};

/** A file that is no Postfix configuration at all has a problem in every line: an editor needs not show them all. */
const MOST = 1000;

/** The problems of one document. */
export function diagnostics({ document, kind, problems }: FeatureRequest): Diagnostic[] {
  return problems()
    .filter(({ span }) => span.file.kind === kind)
    .slice(0, MOST)
    .map((problem) => asDiagnostic(document, problem));
}

/** What is wrong in `.postfix-config.json`, which is no document of ours: its text is given. */
export function settingsDiagnostics(
  { text, problems }: ParsedSettings & { readonly text: string },
  locale: Locale,
): Diagnostic[] {
  const document = TextDocument.create('', 'json', 0, text);
  return problems.map(({ start, end, message }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    message: message[locale],
  }));
}

/** A problem as editors are told of it. */
export function asDiagnostic(document: TextDocument, { rule, severity, message, span }: Problem): Diagnostic {
  return {
    range: rangeOf(document, span),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: rule,
    message,
    ...(TAGS[rule] && { tags: TAGS[rule] }),
  };
}
