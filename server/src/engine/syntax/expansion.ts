import { ownCopy } from '../ownCopy';
import { isSeparator } from './document';

/**
 * A value with its `$name`, `${name…}` and `$(name)` taken apart, as mac_parse(3) and mac_expand(3) read it. `start` and
 * `end` are offsets in the value's text.
 *
 * mac_expand(3) looks into an operand only when it needs it, so an error inside one does no harm until then. That is why
 * `malformed` is a node among others and not a failure of the parser.
 */
export type Expansion = TextNode | ParameterNode | ComparisonNode | FunctionNode | MalformedNode;

interface Node {
  readonly start: number;
  readonly end: number;
}

export interface TextNode extends Node {
  readonly kind: 'text';
  /** `$$` stands for one dollar sign. */
  readonly text: string;
}

/** `$name`, `${name?{when set}:{when empty}}`. */
export interface ParameterNode extends Node, Operands {
  readonly kind: 'parameter';
  readonly name: string;
  readonly nameStart: number;
}

/** `${{left} == {right} ? {when true} : {when false}}`; without operands it is `true` or nothing. */
export interface ComparisonNode extends Node, Operands {
  readonly kind: 'comparison';
  readonly left: readonly Expansion[];
  /** With its suffix: `==`, `<level`. */
  readonly operator: string;
  readonly right: readonly Expansion[];
}

/** `${domain_to_ascii{text}}`, since Postfix 3.11. */
export interface FunctionNode extends Node {
  readonly kind: 'function';
  readonly name: string;
  readonly argument: readonly Expansion[];
}

export interface MalformedNode extends Node {
  readonly kind: 'malformed';
  readonly error: ExpansionError;
}

export type ExpansionError =
  | 'unclosed' // truncated macro reference
  | 'no name' // empty macro name
  | 'bad name' // attribute name syntax error
  | 'bad operator'
  | 'bad operand';

interface Operands {
  /** After `?`. */
  readonly whenSet?: readonly Expansion[];
  /** After `:`. */
  readonly whenEmpty?: readonly Expansion[];
  /** Text after the last operand: reported once the operand was used. */
  readonly trailing?: MalformedNode;
}

const DOLLAR = 0x24;
const OPERATORS = new Set(['==', '!=', '<', '<=', '>=', '>']);

/**
 * Takes a value apart. Total; linear in the text for a nesting that is not absurd. The result is kept: the same values
 * come again at every keystroke, and in every rule.
 */
export function parseExpansion(value: string): readonly Expansion[] {
  if (!value.includes('$')) return literal(value);
  let nodes = kept.get(value);
  if (!nodes) {
    const own = ownCopy(value);
    nodes = parse(own, 0, own.length, 0);
    if (kept.size > MOST_KEPT) kept.clear();
    kept.set(own, nodes);
  }
  return nodes;
}
const kept = new Map<string, readonly Expansion[]>();
const MOST_KEPT = 5_000;

function literal(value: string): readonly Expansion[] {
  return value === '' ? [] : [{ kind: 'text', start: 0, end: value.length, text: value }];
}

/** mac_expand(3) refuses more than 100 levels of calls. */
const DEEPEST = 101;

function parse(value: string, from: number, to: number, depth: number): Expansion[] {
  const nodes: Expansion[] = [];
  let textStart = from;
  let text = '';
  const finishText = (end: number) => {
    if (text !== '') nodes.push({ kind: 'text', start: textStart, end, text });
    text = '';
  };
  let at = from;
  while (at < to) {
    const dollar = value.indexOf('$', at);
    if (dollar < 0 || dollar >= to) {
      text += value.slice(at, to);
      at = to;
      break;
    }
    text += value.slice(at, dollar);
    if (dollar + 1 < to && value.charCodeAt(dollar + 1) === DOLLAR) {
      text += '$';
      at = dollar + 2;
      continue;
    }
    finishText(dollar);
    const node = parseReference(value, dollar, to, depth);
    nodes.push(node);
    at = node.end;
    textStart = at;
    // mac_parse(3) gives up at these two: the rest of the value is lost.
    if (node.kind === 'malformed' && (node.error === 'unclosed' || node.error === 'no name')) return nodes;
  }
  finishText(to);
  return nodes;
}

function parseReference(value: string, dollar: number, to: number, depth: number): Expansion {
  const open = value[dollar + 1];
  if (dollar + 1 < to && (open === '{' || open === '(')) {
    const close = closing(value, dollar + 1, to, open, open === '{' ? '}' : ')');
    if (close < 0) return malformed(dollar, to, 'unclosed');
    if (close === dollar + 2) return malformed(dollar, close + 1, 'no name');
    return depth > DEEPEST
      ? malformed(dollar, close + 1, 'unclosed')
      : parseBraced(value, dollar, dollar + 2, close, depth + 1);
  }
  let end = dollar + 1;
  while (end < to && isNameCharacter(value.charCodeAt(end))) end++;
  if (end === dollar + 1) return malformed(dollar, Math.min(dollar + 1, to), 'no name');
  return { kind: 'parameter', start: dollar, end, name: value.slice(dollar + 1, end), nameStart: dollar + 1 };
}

/** What stands inside `${…}` or `$(…)`: value[from, to). */
function parseBraced(value: string, dollar: number, from: number, to: number, depth: number): Expansion {
  const end = to + 1;
  const first = skip(value, from, to);
  if (value[first] === '{' && first < to) return parseComparison(value, dollar, first, to, depth);

  let nameEnd = first;
  while (nameEnd < to && isNameCharacter(value.charCodeAt(nameEnd))) nameEnd++;
  const name = value.slice(first, nameEnd);
  const next = skip(value, nameEnd, to);
  const base = { start: dollar, end, name };
  if (next === to) return { kind: 'parameter', ...base, nameStart: first };
  if (value[next] === '?' || value[next] === ':') {
    return { kind: 'parameter', ...base, nameStart: first, ...parseOperands(value, next, to, depth) };
  }
  if (value[next] === '{' && next === nameEnd && name !== '') {
    const close = closing(value, next, to, '{', '}');
    if (close >= 0 && skip(value, close + 1, to) === to) {
      return { kind: 'function', ...base, argument: parse(value, next + 1, close, depth) };
    }
  }
  return malformed(dollar, end, 'bad name');
}

function parseComparison(value: string, dollar: number, from: number, to: number, depth: number): Expansion {
  const end = to + 1;
  const leftClose = closing(value, from, to, '{', '}');
  if (leftClose < 0) return malformed(dollar, end, 'bad operand');
  const operatorStart = skip(value, leftClose + 1, to);
  let operatorEnd = operatorStart;
  while (operatorEnd < to && '<>!=?+-*/~&|%'.includes(value[operatorEnd] as string)) operatorEnd++;
  if (!OPERATORS.has(value.slice(operatorStart, operatorEnd))) return malformed(dollar, end, 'bad operator');
  while (operatorEnd < to && isAlphanumeric(value.charCodeAt(operatorEnd))) operatorEnd++;
  const operator = value.slice(operatorStart, operatorEnd);
  const rightOpen = skip(value, operatorEnd, to);
  const rightClose = value[rightOpen] === '{' && rightOpen < to ? closing(value, rightOpen, to, '{', '}') : -1;
  if (rightClose < 0) return malformed(dollar, end, 'bad operand');
  const comparison = {
    kind: 'comparison',
    start: dollar,
    end,
    left: parse(value, from + 1, leftClose, depth),
    operator,
    right: parse(value, rightOpen + 1, rightClose, depth),
  } as const;
  const next = skip(value, rightClose + 1, to);
  if (next === to) return comparison;
  if (value[next] !== '?' && value[next] !== ':') return malformed(dollar, end, 'bad operator');
  return { ...comparison, ...parseOperands(value, next, to, depth) };
}

/** The operands after `?` and `:`; `at` is the operator's place. */
function parseOperands(value: string, at: number, to: number, depth: number): Operands {
  if (value[at] === ':') return parseLast(value, at + 1, to, depth, 'whenEmpty');
  const open = skip(value, at + 1, to);
  if (value[open] !== '{' || open >= to) return { whenSet: parse(value, at + 1, to, depth) };
  const close = closing(value, open, to, '{', '}');
  if (close < 0) return { whenSet: [malformed(open, to, 'bad operand')] };
  const whenSet = parse(value, open + 1, close, depth);
  const next = skip(value, close + 1, to);
  if (next === to) return { whenSet };
  if (value[next] !== ':') return { whenSet, trailing: malformed(next, to, 'bad operand') };
  return { whenSet, ...parseLast(value, next + 1, to, depth, 'whenEmpty') };
}

function parseLast(value: string, from: number, to: number, depth: number, name: 'whenEmpty'): Operands {
  const open = skip(value, from, to);
  if (value[open] !== '{' || open >= to) return { [name]: parse(value, from, to, depth) };
  const close = closing(value, open, to, '{', '}');
  if (close < 0) return { [name]: [malformed(open, to, 'bad operand')] };
  const operand = parse(value, open + 1, close, depth);
  const next = skip(value, close + 1, to);
  return next === to ? { [name]: operand } : { [name]: operand, trailing: malformed(next, to, 'bad operand') };
}

/** The offset of the bracket that closes the one at `open`, or -1. */
function closing(value: string, open: number, to: number, left: string, right: string): number {
  let level = 0;
  for (let at = open; at < to; at++) {
    const character = value[at];
    if (character === left) level++;
    else if (character === right && --level === 0) return at;
  }
  return -1;
}

function malformed(start: number, end: number, error: ExpansionError): MalformedNode {
  return { kind: 'malformed', start, end, error };
}

function skip(value: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSeparator(value.charCodeAt(at))) at++;
  return at;
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isNameCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === 0x5f;
}

/**
 * Calls back for every parameter that the value names, in both branches of a condition, until an error: as
 * mac_expand(3) with MAC_EXP_FLAG_SCAN. Returns false at an error; `isError` may know of more than the syntax.
 */
export function forEachName(
  nodes: readonly Expansion[],
  visit: (node: ParameterNode) => void,
  isError: (node: Expansion) => boolean = () => false,
): boolean {
  for (const node of nodes) {
    if (isError(node)) return false;
    switch (node.kind) {
      case 'text':
        break;
      case 'malformed':
        return false;
      case 'function':
        if (!forEachName(node.argument, visit, isError)) return false;
        break;
      case 'comparison':
        if (!forEachName(node.left, visit, isError) || !forEachName(node.right, visit, isError)) return false;
        if (!forEachOperand(node, visit, isError)) return false;
        break;
      case 'parameter':
        visit(node);
        if (!forEachOperand(node, visit, isError)) return false;
        break;
    }
  }
  return true;
}

function forEachOperand(
  { whenSet, whenEmpty, trailing }: Operands,
  visit: (node: ParameterNode) => void,
  isError: (node: Expansion) => boolean,
): boolean {
  if (whenSet && !forEachName(whenSet, visit, isError)) return false;
  if (whenEmpty && !forEachName(whenEmpty, visit, isError)) return false;
  return trailing === undefined;
}
