import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Range,
} from 'vscode-languageserver-types';
import { textsOf } from '../engine/configuration/configuration';
import { applySafeFixes } from '../engine/fixes';
import type { Locale } from '../engine/locale';
import type { Fix, Problem } from '../engine/rules/rule';
import { asDiagnostic } from './diagnostics';
import { type FeatureRequest, rangeOf } from './request';

/** All safe fixes of a document at once; an editor may ask for them before it saves. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.postfix-config`;

const FIX_ALL_TITLE: Readonly<Record<Locale, string>> = {
  en: 'Apply all safe fixes in this file',
  ja: 'このファイルの安全な修正をすべて適用',
};

/** The kinds of actions that are asked for. A fix that edits the other file of the pair too is left out of all. */
export function codeActions(
  request: FeatureRequest,
  range: Range,
  { only, triggerKind }: Pick<CodeActionContext, 'only' | 'triggerKind'>,
): CodeAction[] {
  const kinds = only?.length ? only : [CodeActionKind.Empty];
  const isWanted = (kind: string) => kinds.some((wanted) => `${kind}.`.startsWith(wanted && `${wanted}.`));
  // A light bulb follows the cursor, and has no use for an action on the whole file.
  const isLightBulb = triggerKind === CodeActionTriggerKind.Automatic && !only?.length;
  return [
    ...(isWanted(CodeActionKind.QuickFix) ? quickFixes(request, range) : []),
    ...(isWanted(FIX_ALL) && !isLightBulb ? fixAll(request) : []),
  ];
}

/** The fixes of the problems in a range. */
function quickFixes(request: FeatureRequest, range: Range): CodeAction[] {
  const { document, kind, problems } = request;
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return problems()
    .filter(({ span }) => span.file.kind === kind && span.start <= to && span.end >= from)
    .flatMap((problem) =>
      problem.fixes
        .filter(({ edits }) => edits.every(({ span: { file } }) => file.kind === kind))
        .map((fix, i) => quickFix(request, problem, fix, i === 0)),
    );
}

function quickFix({ document }: FeatureRequest, problem: Problem, fix: Fix, isPreferred: boolean): CodeAction {
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

/** One action with the safe fixes, or none. What a template will say is not known: it is left alone. */
function fixAll({ configuration, document, kind, locale, problemsWith }: FeatureRequest): CodeAction[] {
  if (configuration.isTemplate) return [];
  const changes = applySafeFixes(textsOf(configuration), problemsWith, [kind]).changes[kind];
  if (changes.length === 0) return [];
  const edits = changes.map((change) => ({ range: rangeOf(document, change), newText: change.newText }));
  return [{ title: FIX_ALL_TITLE[locale], kind: FIX_ALL, edit: { changes: { [document.uri]: edits } } }];
}
