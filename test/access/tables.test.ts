import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { openTable } from '../../server/src/engine/access/tables';
import { createConfiguration } from '../../server/src/engine/configuration/configuration';
import { isSince, parseVersion } from '../../server/src/engine/knowledge/version';
import { parseMainCf } from '../../server/src/engine/syntax/mainCf';
import { writeConfiguration } from '../instance';
import { configurationDirectory, installedVersion, removeDirectory } from '../postconf/postconf';
import { Random } from '../random';

/** How many tables of each kind; `TABLES` and `RANDOM_SEED` try others. */
const TABLES = Number(process.env.TABLES ?? 40);
const SEED = Number(process.env.RANDOM_SEED ?? 1);
const CHROOT = process.env.POSTFIX_CHROOT ?? '';
const VERSION = parseVersion(installedVersion ?? '');

describe('lookup tables, compared with postmap(1)', function () {
  this.timeout(600_000);
  before(function () {
    if (VERSION) return;
    console.log('skipped: postmap is not installed');
    this.skip();
  });

  let dir = '';
  let compared = 0;
  before(() => {
    dir = configurationDirectory({ 'main.cf': 'smtputf8_enable = yes\nalias_maps = hash:/nowhere/aliases\n' });
    fs.chmodSync(path.join(CHROOT, dir), 0o755);
  });
  after(() => {
    console.log(`      ${compared} keys compared`);
    if (dir !== '') removeDirectory(dir);
  });

  /** Asks both for all keys. Ours may not know some of them: the share of these is returned. */
  function compare(table: string, keys: readonly string[], files: Readonly<Record<string, string>>): number {
    const real = askPostmap(dir, table, keys);
    const configuration = createConfiguration({
      main: parseMainCf(`alias_maps = hash:${dir}/aliases\n`),
      version: VERSION ?? '3.7',
      machine: {
        readFile: (file) => textFiles.get(file) ?? remember(file),
      },
    });
    const textFiles = new Map<string, { text: string }>();
    const remember = (file: string) => {
      const text = files[path.basename(file)];
      if (text === undefined || path.dirname(file) !== dir) return undefined;
      textFiles.set(file, { text });
      return textFiles.get(file);
    };
    const ours = openTable(configuration, table);
    let unknown = 0;
    for (const key of keys) {
      const found = ours.get(key);
      if (found.kind === 'unknown') {
        unknown++;
        continue;
      }
      const expected = real.get(key);
      if (expected === undefined) continue;
      compared++;
      const actual = found.kind === 'found' ? `found ${found.value}` : found.kind;
      assert.equal(actual, expected, `${table} of ${JSON.stringify(key)}\n${Object.values(files).join('\n---\n')}`);
    }
    return unknown;
  }

  function each(name: string, make: (random: Random) => number | undefined) {
    it(name, () => {
      const random = new Random(SEED);
      let unknown = 0;
      for (let i = 0; i < TABLES; i++) unknown += make(random) ?? 0;
      if (unknown > 0) console.log(`      ${unknown} of ${TABLES * KEYS_EACH} not known`);
      assert.ok(unknown < (TABLES * KEYS_EACH) / 5);
    });
  }

  const write = (files: Readonly<Record<string, string>>) => writeConfiguration(path.join(CHROOT, dir), files);

  for (const type of ['hash', 'btree', 'texthash']) {
    each(type, (random) => {
      const source = randomSource(random, type === 'texthash');
      write({ source });
      if (type !== 'texthash') run('postmap', ['-c', dir, `${type}:${dir}/source`]);
      return compare(`${type}:${dir}/source`, randomKeys(random), { source });
    });
  }

  each('aliases', (random) => {
    const aliases = random.times(12, () => `${random.pick(ALIASES)}${random.pick([':', ': ', ' : '])}a`).join('\n');
    write({ aliases });
    run('postalias', ['-c', dir, `hash:${dir}/aliases`]);
    return compare(`hash:${dir}/aliases`, randomKeys(random), { aliases });
  });

  each('cidr', (random) => {
    const rules = randomCidr(random);
    write({ rules });
    const keys = Array.from({ length: KEYS_EACH }, () => randomAddress(random));
    return compare(`cidr:${dir}/rules`, keys, { rules });
  });

  for (const type of ['regexp', 'pcre'] as const) {
    each(type, (random) => {
      const rules = randomRules(random, type);
      write({ rules });
      return compare(`${type}:${dir}/rules`, randomSubjects(random), { rules });
    });
    each(`${type} in braces`, (random) => {
      const rules = Array.from({ length: 3 }, () => `{${randomRule(random, type)}}`).join(
        random.pick([' ', ', ', ',']),
      );
      // Without balance it would be an error, for which postmap(1) takes a second.
      const isOpened = isBalanced(rules) && isSince(VERSION ?? '3.7', '3.7');
      return isOpened ? compare(`${type}:{${rules}}`, randomSubjects(random), {}) : 0;
    });
  }

  each('in main.cf', (random) => {
    const table = randomInline(random, 0);
    // Where a table is broken, postmap(1) does not open those that are made of it, as the daemons do.
    if (/^(?:union|pipe)map:/.test(table) && isBroken(dir, table)) return 0;
    return compare(table, randomKeys(random), {});
  });
});

const KEYS_EACH = 15;

function run(program: string, args: readonly string[], input = '') {
  const [command, ...before] = CHROOT === '' ? [program] : ['chroot', CHROOT, program];
  const result = spawnSync(command as string, [...before, ...args], { encoding: 'utf8', input });
  if (result.error) throw result.error;
  return result;
}

function isBroken(dir: string, table: string): boolean {
  return /fatal: (?!table )/.test(run('postmap', ['-c', dir, '-q', 'x', table]).stderr);
}

function isBalanced(text: string): boolean {
  let level = 0;
  for (const character of text) {
    if (character === '{') level++;
    if (character === '}' && --level < 0) return false;
  }
  return level === 0;
}

/** Looks up all keys at once; where that fails, the first key only: postmap(1) ends then, and takes a second for it. */
function askPostmap(dir: string, table: string, keys: readonly string[]): ReadonlyMap<string, string> {
  const { stdout, stderr } = run('postmap', ['-c', dir, '-q', '-', table], keys.map((key) => `${key}\n`).join(''));
  if (/fatal/.test(stderr)) {
    const [key = '', ...others] = keys;
    return others.length === 0 ? new Map([[key, 'error']]) : askPostmap(dir, table, [key]);
  }
  const lines = stdout.split('\n').slice(0, -1);
  const found = new Map(lines.map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]));
  return new Map(keys.map((key) => [key, found.has(key) ? `found ${found.get(key)}` : 'none']));
}

const WORDS = [
  'a',
  'B',
  'abc',
  'Example.com',
  '.example.com',
  'user@example.com',
  '"a b"',
  '"a b"@c',
  'a\\ b',
  'é',
  'É',
  'ß',
  'a:',
  'x"y',
  '10.0.0.1',
  '#a',
  'a#b',
  'a,b',
  'a=b',
];
const ALIASES = ['a', 'B', 'abc', 'b.c', '"a b"', 'é', 'É', 'a@b', 'a,b', '#a', 'x"y'];
const VALUES = ['OK', 'REJECT a b', '1', 'x  y', 'é', 'a#b', '"q', 'a:b'];

function randomSource(random: Random, isOnce: boolean): string {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (let i = random.below(14); i >= 0; i--) {
    const word = random.pick(WORDS);
    if (isOnce && seen.has(word.toLowerCase())) continue;
    seen.add(word.toLowerCase());
    const blank = () => random.pick([' ', '\t', '  ', '\n ', '\n# c\n  ', ' \n \n ', '\r ', '\f']);
    const end = random.pick(['\n', '\n', '\n', '\r\n', ' \n', '\n\n', '\n#x y\n', '\\\n']);
    lines.push(
      random.pick(['', '', '', '', '# c\n', '  ']),
      word,
      random.chance(0.9) ? blank() : '',
      random.pick(VALUES),
      end,
    );
  }
  return lines.join('');
}

function randomKeys(random: Random): string[] {
  return Array.from({ length: KEYS_EACH }, () => {
    const word = random.pick([...WORDS, 'a b', 'b.c']);
    return random.pick([word, word.toUpperCase(), word.toLowerCase(), `${word}x`]);
  });
}

function randomAddress(random: Random): string {
  const byte = () => random.pick([0, 1, 10, 127, 192, 255, 128]);
  const group = () => random.pick(['0', '1', 'fe80', '2001', 'DB8', 'ffff', '00a0']);
  return random.pick([
    () => `${random.pick([10, 192, 127])}.${byte()}.${byte()}.${byte()}`,
    () => `10.0.${byte()}.${byte()}`,
    () => `${group()}:${group()}::${group()}`,
    () => `2001:db8::${group()}`,
    () => '::1',
    () => `::ffff:10.0.0.${byte()}`,
    () => Array.from({ length: 8 }, group).join(':'),
    () =>
      random.pick([
        '::',
        'a.example',
        '10.0.0',
        '1.2.3.04',
        '1.2.3.256',
        ':1',
        '1:',
        '1:::2',
        '1::2::3',
        'unknown',
        '::ffff:1.2.3',
      ]),
  ])();
}

function randomCidr(random: Random): string {
  const pattern = () => {
    const network = random.pick([
      '10.0.0.0',
      '10.0.0.1',
      '192.0.0.0',
      '0.0.0.0',
      '2001:db8::',
      '::',
      '::ffff:10.0.0.0',
      randomAddress(random),
    ]);
    const mask = random.pick(['', '', '/8', '/16', '/0', '/24', '/32', '/120', '/128', '/33', '/', '/x', '/08']);
    return random.pick([
      `${network}${mask}`,
      `${network}${mask}`,
      `[${network}${mask}]`,
      `[${network}]${mask}`,
      `[${network}`,
    ]);
  };
  const mark = () => random.pick(['', '', '', '!', '! ', '!!']);
  const line = () =>
    random.pick([
      () => `${mark()}${pattern()} ${random.pick(VALUES)}`,
      () => `${mark()}${pattern()} ${random.pick(VALUES)}`,
      () => `${mark()}${pattern()}\t${random.pick(VALUES)} `,
      () => `${random.pick(['if ', 'IF ', 'if', 'if\t'])}${mark()}${pattern()}${random.pick(['', ' ', ' x'])}`,
      () => random.pick(['endif', 'ENDIF ', 'endif x', 'endify', 'if', '# c', '10.0.0.0/8']),
      () => 'endif',
    ])();
  return Array.from({ length: 12 }, () => `${line()}\n`).join('');
}

const LETTERS = ['a', 'b', 'c', 'A', 'B', '1', '.', '@', '-', '_', ' ', 'é'];

function randomSubjects(random: Random): string[] {
  // A part of such a letter would be a result that is not UTF-8.
  const letters = LETTERS.slice(0, random.chance(0.1) ? undefined : -1);
  return Array.from({ length: KEYS_EACH }, () => {
    const count = 1 + random.below(8);
    return Array.from({ length: count }, () => random.pick(letters)).join('');
  });
}

/** A piece of a regular expression. */
function randomExpression(random: Random, isPosix: boolean, depth: number): string {
  const atom = (): string =>
    random.pick<() => string>([
      () => random.pick(LETTERS),
      () => random.pick(LETTERS),
      () => random.pick(LETTERS),
      () => random.pick(LETTERS),
      () => random.pick(LETTERS),
      () => random.pick(LETTERS),

      () => '.',
      () => random.pick(['\\.', '\\@', '\\-', '\\/', '\\w', '\\W', '\\s', '\\S', '\\b', '\\B', '\\a', '\\B']),
      () =>
        random.pick(
          isPosix
            ? ['\\<', '\\>', "\\'", '\\`', '\\d', '\\A', '^', '$', ')', '}']
            : ['\\d', '\\D', '\\A', '\\z', '\\Z', '\\x61', '\\Qa.\\E', '(?i)', '(?-i)', '\\h', ']', '}', '{'],
        ),
      () =>
        random.pick([
          '[ab]',
          '[^ab]',
          '[a-c]',
          '[A-C]',
          '[^A-C1]',
          '[]a]',
          '[^]a]',
          '[a-]',
          '[-a]',
          '[[:alpha:]]',
          '[^[:alnum:].]',
          '[[:upper:]]',
          '[[:space:]_]',
          '[a.@-]',
          '[.-_]',
          '[@-z]',
          '[_-b]',
          '[b-a]',
          '[[:x:]]',
          '[a',
        ]),
      () =>
        random.pick(
          isPosix
            ? ['[\\w]', '[a\\]]', '[+--]', '[--a]', '[a-b-c]']
            : ['[\\w.]', '[\\d-]', '[^\\W]', '[\\]a]', '[[:^digit:]]', '[a\\-c]', '[\\x41-C]'],
        ),
      () => (depth > 2 ? 'a' : `(${randomExpression(random, isPosix, depth + 1)})`),
      () => (depth > 2 ? 'b' : `(${randomExpression(random, isPosix, depth + 1)})`),
      () =>
        depth > 2 || isPosix
          ? 'c'
          : `(?${random.pick([':', ':', '=', '!', 'i:', '-i:', '<n>', '#'])}${randomExpression(random, isPosix, depth + 1)})`,
    ])();
  const quantifier = () =>
    random.pick([
      '',
      '',
      '',
      '',
      '',
      '*',
      '+',
      '?',
      '{2}',
      '{1,2}',
      '{0,1}',
      '{1,}',
      isPosix ? '{,2}' : '*?',
      isPosix ? '' : '+?',
      isPosix ? '' : '??',
    ]);
  const branch = () =>
    Array.from({ length: random.below(4) + (depth === 0 ? 1 : 0) }, () => atom() + quantifier()).join('');
  return random.chance(0.25) ? `${branch()}|${branch()}` : branch();
}

function randomPattern(random: Random, type: 'regexp' | 'pcre'): string {
  const isPosix = type === 'regexp';
  const start = random.pick(['', '', '^']);
  const end = random.pick(['', '', '$']);
  const flags = random.pick([
    '',
    '',
    '',
    '',
    'i',
    'i',
    ...(isPosix ? ['m', 'ii', 'z'] : ['m', 's', 'A', 'E', 'U', 'X', 'z']),
  ]);
  const mark = random.pick(['', '', '', '', '', '!', '! ']);
  const expression = `${start}${randomExpression(random, isPosix, 0)}${end}`;
  const slashed = random.chance(0.9) ? `/${expression.replace(/(^|[^\\])\//g, '$1')}/` : `,${expression},`;
  return `${mark}${slashed}${flags}`;
}

function randomRule(random: Random, type: 'regexp' | 'pcre'): string {
  const pattern = () => randomPattern(random, type);
  const result = random.pick([
    'OK',
    '$1',
    'a $1',
    '$1-$2',
    '${1}x',
    '$(2)',
    '$$',
    'a$$b $1',
    '$3',
    '',
    '$1x',
    '$',
    '${1',
    '$0',
    'x$a',
    'é $1',
  ]);
  const second =
    type === 'regexp' && random.chance(0.1) ? `!${randomPattern(random, 'regexp').replace(/^[! ]+/, '')}` : '';
  return `${pattern()}${second}${random.pick([' ', '\t', '  '])}${result}`;
}

function randomRules(random: Random, type: 'regexp' | 'pcre'): string {
  const line = () =>
    random.pick([
      () => randomRule(random, type),
      () => randomRule(random, type),
      () => randomRule(random, type),
      () => randomRule(random, type),
      () => `${random.pick(['if ', 'IF ', 'if'])}${randomPattern(random, type)}`,
      () => random.pick(['endif', 'endif', 'ENDIF x', 'endifx', 'abc', '#c', '/a', '!', '', 'if']),
    ])();
  return Array.from({ length: 8 }, () => `${line()}\n`).join('');
}

/** A table that stands in main.cf itself. */
function randomInline(random: Random, depth: number): string {
  const pair = () =>
    random.pick([
      () => `${random.pick(WORDS)}=${random.pick(VALUES)}`,
      () => `{${random.pick(WORDS)} = ${random.pick(VALUES)}}`,
      () => `{ ${random.pick(WORDS)}=}`,
    ])();
  const list = (make: () => string) =>
    `{${random.pick(['', ' '])}${random.times(4, make).join(random.pick([' ', ', ', ',']))}${random.pick(['', ' '])}}`;
  const kinds = [
    () => `inline:{{a=1} , ${random.pick(WORDS.slice(0, 5))}=x, {b = c d}}`,
    () => `inline:${list(pair)}`,
    () => `static:${random.pick(['OK', 'a:b', '{a b}', '{ a b }', '{a', '{a}b', '{}'])}`,
    () => `randmap:${list(() => 'a')}`,
    () =>
      random.pick([
        'fail:x',
        'unix:nothing',
        'nosuch:a',
        'unix:x',
        'texthash:/nowhere/at/all',
        'internal:x',
        'regexp:{{/a/ B}}',
        'pcre:{ {/(.*)/ $1} }',
        'cidr:{ {10.0.0.0/8 x} }',
        'regexp:{/a/ b}',
      ]),
  ];
  const nested = () => `${random.pick(['unionmap', 'pipemap'])}:${list(() => randomInline(random, depth + 1))}`;
  return depth < 2 && random.chance(0.4) ? nested() : random.pick(kinds)();
}
