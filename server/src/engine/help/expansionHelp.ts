import type { Configuration } from '../configuration/configuration';
import { lookupFor } from '../configuration/effective';
import { expand } from '../configuration/expand';
import {
  EXPANSION_FORMS,
  type ExpansionForm,
  type ExpansionFormName,
  FUNCTIONS,
  LEVEL_SUFFIX,
  OPERATORS,
  type OperatorFacts,
  RUN_TIME_NAMES,
} from '../knowledge/expansions';
import { parameterNamed } from '../knowledge/parameters';
import { existsIn, type Lifetime } from '../knowledge/version';
import type { Locale } from '../locale';
import { type Expansion, parseExpansion } from '../syntax/expansion';
import type { ServiceEntry } from '../syntax/masterCf';
import { code, shortened } from './markdown';
import { lifeText } from './topic';
import { WORDS } from './words';

export interface ExpansionHelpOptions {
  readonly locale: Locale;
  /** The parameter in whose value it stands. */
  readonly parameter?: string;
  /** The service in whose entry it stands. */
  readonly service?: ServiceEntry;
}

/** A `$…` of a value, by offsets in it, and what there is to say of it. */
export interface ExpansionHelp {
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

/**
 * Explains the innermost `$…` around an offset of a value: how it is written, not what the name in it stands for.
 * Undefined outside of any, and where it is malformed.
 */
export function expansionHelp(
  configuration: Configuration,
  value: string,
  offset: number,
  options: ExpansionHelpOptions,
): ExpansionHelp | undefined {
  const found = formAt(parseExpansion(value), value, offset);
  if (!found) return undefined;
  const { locale } = options;
  const { start, end } = found;
  const { form, text, ...life }: ExpansionForm = EXPANSION_FORMS[found.form];
  const markdown = [
    `**${code(form)}** — ${lifeText(life)[locale]}`,
    missing(life, configuration, locale),
    text[locale],
    parts(found, locale).join('\n'),
    comesTo(configuration, value.slice(start, end), options),
    manualLink(locale),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  return { start, end, markdown };
}

interface FoundForm {
  readonly form: ExpansionFormName;
  readonly start: number;
  readonly end: number;
  readonly operator?: string;
  readonly function?: string;
}

function formAt(nodes: readonly Expansion[], value: string, offset: number): FoundForm | undefined {
  const node = nodes.find(({ start, end }) => offset >= start && offset < end);
  switch (node?.kind) {
    case 'text':
      return dollarAt(value, node.start, offset);
    case 'function':
      return formAt(node.argument, value, offset) ?? { ...extentOf(node), form: 'function', function: node.name };
    case 'comparison':
      return (
        formAt([...node.left, ...node.right, ...operandsOf(node)], value, offset) ?? {
          ...extentOf(node),
          form: node.whenSet || node.whenEmpty ? 'choice' : 'comparison',
          operator: node.operator,
        }
      );
    case 'parameter':
      return formAt(operandsOf(node), value, offset) ?? { ...extentOf(node), form: formOf(node, value) };
    default:
      return undefined;
  }
}

function extentOf({ start, end }: Expansion) {
  return { start, end };
}

function operandsOf({ whenSet, whenEmpty }: Extract<Expansion, { kind: 'parameter' | 'comparison' }>): Expansion[] {
  return [...(whenSet ?? []), ...(whenEmpty ?? [])];
}

/** The `$$` at an offset of a text; in a text every `$` is one of a pair. */
function dollarAt(value: string, from: number, offset: number): FoundForm | undefined {
  let start = value.indexOf('$', from);
  while (start >= 0 && start + 1 < offset) start = value.indexOf('$', start + 2);
  return start >= 0 && start <= offset ? { form: 'dollar', start, end: start + 2 } : undefined;
}

function formOf(
  { start, end, name, nameStart, whenSet, whenEmpty }: Extract<Expansion, { kind: 'parameter' }>,
  value: string,
): ExpansionFormName {
  if (whenSet && whenEmpty) return 'either';
  const after = value.slice(nameStart + name.length, end);
  const hasBraces = /^[\s]*[?:]\s*\{/.test(after);
  if (whenSet) return hasBraces ? 'whenSetBraces' : 'whenSet';
  if (whenEmpty) return hasBraces ? 'whenEmptyBraces' : 'whenEmpty';
  const open = value[start + 1];
  return open === '{' ? 'braces' : open === '(' ? 'parentheses' : 'name';
}

/** What is to say of the operator or the function in it. */
function parts({ operator, function: name }: FoundForm, locale: Locale): string[] {
  const lines: string[] = [];
  const add = (word: string, facts: OperatorFacts | undefined) => {
    if (facts) lines.push(`- ${code(word)}: ${facts.text[locale]}`);
  };
  if (operator !== undefined) {
    const [, sign = '', suffix = ''] = /^([^a-z0-9]*)(.*)$/i.exec(operator) ?? [];
    add(sign, own(OPERATORS, sign));
    if (suffix === LEVEL_SUFFIX.suffix) lines.push(`- ${LEVEL_SUFFIX.text[locale]}`);
  }
  if (name !== undefined) add(name, own(FUNCTIONS, name));
  return lines;
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** What it comes to here, unless only the program that uses it knows. */
function comesTo(
  configuration: Configuration,
  written: string,
  { locale, parameter, service }: ExpansionHelpOptions,
): string {
  const { version } = configuration;
  if (written === '$$' || (parameter !== undefined && parameterNamed(parameter)?.raw)) return '';
  const result = expand(written, lookupFor(configuration, service), version);
  if (result === undefined) return '';
  const words = WORDS[locale];
  return `- ${words.here}: ${result === '' ? words.empty : code(shortened(result))}`;
}

/**
 * Explains a name that is filled in when the value of that parameter is used. Undefined for a name that is not filled
 * in there.
 */
export function runTimeNameHelp(parameterName: string, name: string, locale: Locale): string | undefined {
  const group = RUN_TIME_NAMES.find(
    ({ parameters, names }) => (parameters?.includes(parameterName) ?? true) && Object.hasOwn(names, name),
  );
  const facts = group?.names[name];
  if (!group || !facts) return undefined;
  const filter = group.filters?.[parameterName];
  return [
    `**${code(`$${name}`)}** — ${FILLED_IN[locale]}${locale === 'ja' ? '、' : ', '}${lifeText(facts)[locale]}`,
    facts.text[locale],
    filter === undefined
      ? ''
      : locale === 'ja'
        ? `- ${code(filter)} にない文字は \`_\` に置き換わります。`
        : `- Characters that are not in ${code(filter)} become \`_\`.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const FILLED_IN = { en: 'filled in when it is used', ja: '使うときに置き換え' };

function missing(life: Lifetime, { version }: Configuration, locale: Locale): string {
  if (existsIn(life, version)) return '';
  return locale === 'ja' ? `⚠️ Postfix ${version} では使えません。` : `⚠️ Postfix ${version} does not know this form.`;
}

function manualLink(locale: Locale): string {
  return `[${WORDS[locale].manual}: postconf(5)](https://www.postfix.org/postconf.5.html)`;
}
