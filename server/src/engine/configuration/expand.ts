import { parametersOf } from '../knowledge/parameters';
import { isSince, type PostfixVersion } from '../knowledge/version';
import { type Expansion, type ParameterNode, parseExpansion } from '../syntax/expansion';

/** The value of a name, unexpanded; undefined where there is none. */
export type Lookup = (name: string) => string | undefined;

/** Where mac_expand(3) gives up; the programs that asked are then fatal ("macro processing error"). */
export class ExpansionFailure extends Error {}

/** Deeper than this mac_expand(3) says "unreasonable macro call nesting": a value that refers to itself. */
const DEEPEST = 100;

/** Guards of our own, where Postfix runs out of stack, of memory or of the administrator's patience. */
const MOST_STEPS = 50_000;
const LONGEST = 1 << 20;
const DEEPEST_OPERAND = 10;

interface Evaluation {
  readonly lookup: Lookup;
  readonly version: PostfixVersion;
  steps: number;
  /** Calls inside one another; each operand of a comparison counts them from nothing. */
  calls: number;
  /** Comparisons inside one another. */
  operands: number;
}

/**
 * Expands `$name` recursively, as mac_expand(3) with MAC_EXP_FLAG_RECURSE: what `postconf -x` prints and what a program
 * gets. Undefined when the expansion fails, as it does for what that version does not know yet.
 */
export function expand(value: string, lookup: Lookup, version: PostfixVersion): string | undefined {
  if (!value.includes('$')) return value;
  try {
    return evaluate(parseExpansion(value), { lookup, version, steps: 0, calls: 0, operands: 0 });
  } catch (failure) {
    if (failure instanceof ExpansionFailure) return undefined;
    throw failure;
  }
}

function evaluate(nodes: readonly Expansion[], evaluation: Evaluation): string {
  let result = '';
  for (const node of nodes) {
    if (evaluation.calls > DEEPEST || evaluation.operands > DEEPEST_OPERAND) throw new ExpansionFailure('nesting');
    if (++evaluation.steps > MOST_STEPS) throw new ExpansionFailure('steps');
    result += evaluateNode(node, evaluation);
    if (result.length > LONGEST) throw new ExpansionFailure('length');
  }
  return result;
}

function evaluateNode(node: Expansion, evaluation: Evaluation): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'malformed':
      throw new ExpansionFailure(node.error);
    case 'function':
      if (!isSince(evaluation.version, '3.11')) throw new ExpansionFailure('bad name');
      // The two functions convert domain names between ASCII and UTF-8; plain ASCII stays as it is.
      return evaluateOperand(node.argument, evaluation);
    case 'parameter':
      return evaluateParameter(node, evaluation);
    case 'comparison': {
      const left = evaluateOperand(node.left, evaluation);
      const right = evaluateOperand(node.right, evaluation);
      const holds = compare(left, node.operator, right, evaluation.version);
      if (!node.whenSet && !node.whenEmpty) return holds ? 'true' : '';
      return choose(node, holds, evaluation);
    }
  }
}

function evaluateParameter(node: ParameterNode, evaluation: Evaluation): string {
  const value = evaluation.lookup(node.name);
  if (node.whenSet || node.whenEmpty) return choose(node, value !== undefined && value !== '', evaluation);
  if (!value) return '';
  return value.includes('$') && !isLeftRaw(node.name, evaluation)
    ? evaluateCall(parseExpansion(value), evaluation)
    : value;
}

/** Since 3.11 the `$name` inside a raw parameter's value stays as it is, but for the operands of a comparison. */
function isLeftRaw(name: string, { version, operands }: Evaluation): boolean {
  return operands === 0 && isSince(version, '3.11') && parametersOf(version).get(name)?.raw === true;
}

function choose(
  node: Pick<ParameterNode, 'whenSet' | 'whenEmpty' | 'trailing'>,
  isSet: boolean,
  evaluation: Evaluation,
): string {
  const result = evaluateCall((isSet ? node.whenSet : node.whenEmpty) ?? [], evaluation);
  if (node.trailing) throw new ExpansionFailure(node.trailing.error);
  return result;
}

function evaluateCall(nodes: readonly Expansion[], evaluation: Evaluation): string {
  evaluation.calls++;
  const result = evaluate(nodes, evaluation);
  evaluation.calls--;
  return result;
}

function evaluateOperand(nodes: readonly Expansion[], evaluation: Evaluation): string {
  const { calls } = evaluation;
  evaluation.calls = 0;
  evaluation.operands++;
  const result = evaluate(nodes, evaluation);
  evaluation.operands--;
  evaluation.calls = calls;
  return result;
}

/** `==` and the others compare numbers where both sides are digits, else text; with `level`, compatibility levels. */
function compare(left: string, operator: string, right: string, version: PostfixVersion): boolean {
  const [, sign = '', suffix = ''] = /^([^a-zA-Z0-9]+)(.*)$/.exec(operator) ?? [];
  if (suffix !== '' && !hasLevels(version)) throw new ExpansionFailure('bad operator');
  const difference = suffix === '' ? compareText(left, right) : compareLevels(left, right, suffix);
  switch (sign) {
    case '==':
      return difference === 0;
    case '!=':
      return difference !== 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>=':
      return difference >= 0;
    default:
      return difference > 0;
  }
}

/** `<level` and its like. */
function hasLevels(version: PostfixVersion): boolean {
  return isSince(version, '3.6');
}

/** Whether a version refuses a part of an expansion that a later one reads. */
export function isRefusedBy(version: PostfixVersion): (node: Expansion) => boolean {
  if (hasLevels(version)) return () => false;
  return (node) => node.kind === 'comparison' && /[a-z0-9]$/i.test(node.operator);
}

function compareText(left: string, right: string): number {
  if (/^[0-9]+$/.test(left) && /^[0-9]+$/.test(right)) return Number(left) - Number(right);
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareLevels(left: string, right: string, suffix: string): number {
  const [one, other] = [compatibilityLevel(left), compatibilityLevel(right)];
  if (suffix !== 'level' || !one || !other) throw new ExpansionFailure('bad operator');
  for (let i = 0; i < 3; i++) {
    const difference = (one[i] ?? 0) - (other[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Reads `3.6` as compat_level_from_string(3) does; undefined when malformed. */
export function compatibilityLevel(text: string): readonly number[] | undefined {
  return /^\s*\+?\d+(\.\d+){0,2}$/.test(text) ? text.trim().split('.').map(Number) : undefined;
}
