import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Severity } from '../engine/rules/rule';
import { type FeatureRequest, rangeOf } from './request';

/** The name of this program where editors show who reported something. */
export const SOURCE = 'postfix-config';

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

/** The problems of one document. */
export function diagnostics({ document, kind, problems }: FeatureRequest): Diagnostic[] {
  return problems()
    .filter(({ span }) => span.file.kind === kind)
    .map(({ rule, severity, message, span }) => ({
      range: rangeOf(document, span),
      severity: SEVERITIES[severity],
      source: SOURCE,
      code: rule,
      message,
      ...(TAGS[rule] && { tags: TAGS[rule] }),
    }));
}
