import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import type { Fix } from '../engine/rules/rule';
import { diagnostics } from './diagnostics';
import { type FeatureRequest, rangeOf } from './request';

/** The fixes of the problems in a range. An edit in the other file of the pair is left to that file's own problem. */
export function codeActions(request: FeatureRequest, range: Range): CodeAction[] {
  const { document, kind, problems } = request;
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const ofDocument = problems().filter(({ span }) => span.file.kind === kind);
  const reported = diagnostics(request);
  return ofDocument.flatMap(({ span, fixes }, i) =>
    span.start <= to && span.end >= from
      ? fixes
          .filter(({ edits }) => edits.every(({ span: { file } }) => file.kind === kind))
          .map((fix, j) => action(request, fix, reported[i] as Diagnostic, j === 0))
      : [],
  );
}

function action({ document }: FeatureRequest, fix: Fix, diagnostic: Diagnostic, isFirst: boolean): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: isFirst,
    edit: {
      changes: {
        [document.uri]: fix.edits.map(({ span, newText }) => ({ range: rangeOf(document, span), newText })),
      },
    },
  };
}
