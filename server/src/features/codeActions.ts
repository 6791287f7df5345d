import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types';
import type { Fix, Problem } from '../engine/rules/rule';
import { asDiagnostic } from './diagnostics';
import { type FeatureRequest, rangeOf } from './request';

/** The fixes of the problems in a range. A fix that edits the other file of the pair too is left out. */
export function codeActions(request: FeatureRequest, range: Range): CodeAction[] {
  const { document, kind, problems } = request;
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return problems()
    .filter(({ span }) => span.file.kind === kind && span.start <= to && span.end >= from)
    .flatMap((problem) =>
      problem.fixes
        .filter(({ edits }) => edits.every(({ span: { file } }) => file.kind === kind))
        .map((fix, i) => action(request, problem, fix, i === 0)),
    );
}

function action({ document }: FeatureRequest, problem: Problem, fix: Fix, isPreferred: boolean): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [asDiagnostic(document, problem)],
    isPreferred,
    edit: {
      changes: {
        [document.uri]: fix.edits.map(({ span, newText }) => ({ range: rangeOf(document, span), newText })),
      },
    },
  };
}
