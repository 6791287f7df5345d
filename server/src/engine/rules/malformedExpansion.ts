import { type Configuration, overridesOf } from '../configuration/configuration';
import { expandedEntry, lookupFor } from '../configuration/effective';
import type { Lookup } from '../configuration/expand';
import { namesOf } from '../configuration/names';
import { parametersOf } from '../knowledge/parameters';
import {
  type Expansion,
  type ExpansionError,
  forEachName,
  type ParameterNode,
  parseExpansion,
} from '../syntax/expansion';
import { type Slice, subSlice, textOf } from '../syntax/logicalLine';
import { type Setting, settingsInEffect } from './entries';
import { rule } from './rule';

/** Reports `$` that mac_expand(3) cannot read, and values that lead back to themselves. */
export const malformedExpansion = rule({
  id: 'malformed-expansion',
  severity: 'error',
  isLocal: true,
  en: {
    title: '`$name` that Postfix cannot expand',
    why: 'In a value `$name`, `${name}` and `$(name)` stand for the value of another parameter, and `$$` for a dollar sign. Where the text after `$` is nothing of the kind, a brace is open, or a value refers to itself, every program that reads it ends with a fatal error, `postconf` too. A parameter cannot extend its own default: write the default out.',
    messages: {
      unclosed: () => 'The brace after `$` is never closed: every program that reads this value ends with an error.',
      noName: () => 'No name follows this `$`: every program that reads this value ends with an error.',
      badName: () =>
        'This is no `${name}`, `${name?text}` or `${name:text}`: every program that reads this value ends with an error.',
      command: () =>
        'Postfix runs no commands, and this is no name of a parameter: every program that reads this value ends with an error.',
      badComparison: () =>
        'Postfix cannot read this comparison; it has the form `${{left} == {right} ? {text} : {text}}`.',
      itself: ({ name }: { name: string }) =>
        `The value of \`${name}\` refers to itself here, without end: the programs that read it end with an error.`,
      double: () => 'Write `$$` for a dollar sign',
    },
  },
  ja: {
    title: '展開できない `$名前`',
    why: '値の中の `$名前`、`${名前}`、`$(名前)` は別のパラメータの値を、`$$` はドル記号を表します。`$` の後がそのどれでもない場合や、括弧が閉じていない場合、値が自分自身を参照している場合は、それを読むすべてのプログラムがエラーで終了します。`postconf` も同じです。自分の既定値に付け足すことはできないので、既定値を書き出してください。',
    messages: {
      unclosed: () => '`$` の後の括弧が閉じていません。この値を読むプログラムはすべてエラーで終了します。',
      noName: () => 'この `$` の後に名前がありません。この値を読むプログラムはすべてエラーで終了します。',
      badName: () =>
        '`${名前}`、`${名前?文字列}`、`${名前:文字列}` のどの形でもありません。この値を読むプログラムはすべてエラーで終了します。',
      command: () =>
        'Postfix はコマンドを実行しません。パラメータの名前でもないため、この値を読むプログラムはすべてエラーで終了します。',
      badComparison: () => 'この比較式は読み取れません。`${{左} == {右} ? {文字列} : {文字列}}` の形で書いてください。',
      itself: ({ name }) =>
        `\`${name}\` の値が、ここで自分自身を参照して終わりがありません。この値を読むプログラムはエラーで終了します。`,
      double: () => 'ドル記号を `$$` と書く',
    },
  },
  examples: [
    {
      before: 'mydestination = localhost, ${myhostname\n#                          ^^^^^^^^^^^^ malformed-expansion\n',
      proof: { by: 'postconf', says: 'truncated macro reference: "localhost, ${myhostname"' },
    },
    {
      before: 'smtpd_banner = $myhostname ESMTP $\n#                                ^ malformed-expansion\n',
      after: 'smtpd_banner = $myhostname ESMTP $$\n',
      proof: { by: 'postconf', says: 'empty macro name: "$myhostname ESMTP $"' },
    },
    {
      before: 'mynetworks = $mynetworks, 192.0.2.0/24\n#            ^^^^^^^^^^^ malformed-expansion\n',
      proof: { by: 'postconf', says: 'unreasonable macro call nesting: "mynetworks"' },
    },
    {
      before: 'myhostname = $(hostname -f)\n#            ^^^^^^^^^^^^^^ malformed-expansion\n',
      proof: { by: 'postconf', says: 'attribute name syntax error at: "...hostname>>> -f"' },
    },
    { before: 'smtpd_banner = $myhostname $$5 ${mail_name} $(mail_version) ${stress?{busy}:{ready}}\n' },
  ],
  check(configuration, report) {
    const names = namesOf(configuration);
    const known = parametersOf(configuration.version);
    for (const setting of settingsInEffect(configuration)) {
      const { name, entry, service } = setting;
      const text = textOf(entry.value);
      if (!text.includes('$') || known.get(name)?.raw || names.classOf(name, service) === 'unused') continue;
      if (expandedEntry(configuration, entry, service) !== undefined) continue;
      const lookup = lookupFor(configuration, service);
      for (const { start, end, error } of malformedIn(parseExpansion(text), lookup)) {
        const at = subSlice(entry.value, start, end);
        const isSign = error === 'no name' && end === start + 1;
        const fixes = isSign
          ? [{ title: 'double' as const, values: {}, edits: [{ at, newText: '$$' }], safe: false }]
          : [];
        const isCommand = error === 'bad name' && textOf(at).startsWith('$(');
        report({ at, message: isCommand ? 'command' : MESSAGES[error], values: {}, fixes });
      }
      for (const at of selfReferences(setting, configuration, lookup)) {
        report({ at, message: 'itself', values: { name } });
      }
    }
  },
});

const MESSAGES = {
  unclosed: 'unclosed',
  'no name': 'noName',
  'bad name': 'badName',
  'bad operator': 'badComparison',
  'bad operand': 'badComparison',
} as const satisfies Record<ExpansionError, string>;

interface Malformed {
  readonly start: number;
  readonly end: number;
  readonly error: ExpansionError;
}

/** What is malformed where mac_expand(3) comes by: it does not look into an operand that it does not need. */
function malformedIn(nodes: readonly Expansion[], lookup: Lookup): Malformed[] {
  return nodes.flatMap((node) => malformedInNode(node, lookup));
}

function malformedInNode(node: Expansion, lookup: Lookup): Malformed[] {
  switch (node.kind) {
    case 'text':
      return [];
    case 'malformed':
      return [node];
    case 'function':
      return malformedIn(node.argument, lookup);
    case 'parameter': {
      const operand = lookup(node.name) ? node.whenSet : node.whenEmpty;
      return [...malformedIn(operand ?? [], lookup), ...(node.trailing ? [node.trailing] : [])];
    }
    case 'comparison':
      return [
        ...malformedIn(node.left, lookup),
        ...malformedIn(node.right, lookup),
        ...(node.trailing ? [node.trailing] : []),
      ];
  }
}

/** The `$name` in a value that lead back to the parameter itself. */
function selfReferences({ name, entry, service }: Setting, { mainEntries }: Configuration, lookup: Lookup): Slice[] {
  const references: Slice[] = [];
  forEachName(parseExpansion(textOf(entry.value)), (node: ParameterNode) => {
    const isTested = node.whenSet !== undefined || node.whenEmpty !== undefined;
    const isSet = mainEntries.has(node.name) || (service && overridesOf(service).has(node.name));
    if (!isTested && isSet && leadsTo(node.name, name, lookup)) {
      references.push(subSlice(entry.value, node.start, node.end));
    }
  });
  return references;
}

/** More names than mac_expand(3) has levels: whatever is further away is not worth the search. */
const FARTHEST = 200;

function leadsTo(from: string, name: string, lookup: Lookup): boolean {
  const seen = new Set<string>();
  const queue = [from];
  for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
    if (current === name) return true;
    if (seen.has(current)) continue;
    if (seen.size === FARTHEST) return false;
    seen.add(current);
    const value = lookup(current);
    if (value?.includes('$')) forEachName(parseExpansion(value), (node) => queue.push(node.name));
  }
  return false;
}
