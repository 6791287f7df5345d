import { allParameters } from '../../server/src/engine/knowledge/parameters';
import type { Random } from '../random';

/**
 * Random main.cf and master.cf, near enough to real ones that postconf(1) mostly accepts them, with every trick of the
 * syntax in them: continuation lines, comments inside values, expansions, braces, repeated names, names of one's own.
 */
export function randomConfiguration(random: Random): { 'main.cf': string; 'master.cf': string } {
  const names = parameterNames(random);
  const main = Array.from({ length: 3 + random.below(15) }, () => mainEntry(random, names)).join('');
  const master = [
    ...random.pick([[], ['# services\n'], ['\n']]),
    ...Array.from({ length: 1 + random.below(8) }, () => serviceEntry(random, names)),
  ].join('');
  return { 'main.cf': main, 'master.cf': master };
}

/** postconf(1) asks the machine about these, and is fatal where it does not like the answer. */
const OF_THE_MACHINE = ['inet_interfaces', 'inet_protocols', 'mynetworks_style', 'config_directory'];

/** While it reads main.cf, an assignment to these counts for some values and not for others, in the order of a hash. */
const READ_ONLY = ['process_name', 'process_id', 'service_name'];

const LEFT_OUT: ReadonlySet<string> = new Set([...OF_THE_MACHINE, ...READ_ONLY]);

const everyName = [...allParameters()].map(({ name }) => name).filter((name) => !LEFT_OUT.has(name));

const OWN_NAMES = ['my_relays', 'office', 'mua_client_restrictions', 'x', 'stress', 'foo_destination_rate_delay'];

function parameterNames(random: Random): string[] {
  const some = Array.from({ length: 30 }, () => random.pick(everyName));
  return [...some, ...OWN_NAMES, 'smtp_destination_concurrency_limit', 'relay_recipient_limit'];
}

function mainEntry(random: Random, names: readonly string[]): string {
  const equals = random.pick([' = ', '=', ' =', '= ', '\t=\t', ' =  ']);
  const comment = random.chance(0.15) ? '# a comment\n' : '';
  const ending = random.pick(['\n', '\n', '\n', '\n\n', ' \n', '\r\n']);
  if (random.chance(0.001)) return `${comment}${random.pick(names)}${ending}`;
  if (random.chance(0.01)) return 'process_name = x\n';
  if (random.chance(0.02)) return `  ${random.pick(names)} = 1${ending}`;
  const name = random.chance(0.05) ? 'smtpd_restriction_classes' : random.pick(names);
  return comment + name + equals + value(random, names) + ending;
}

function value(random: Random, names: readonly string[]): string {
  return Array.from({ length: 1 + random.below(5) }, () => word(random, names, 0)).join(
    random.pick([' ', ', ', ',', '\n  ', ',\n\t', '\n# between\n  ', '\n\n  ', '  ']),
  );
}

const WORDS = [
  'yes',
  'no',
  '10',
  '5d',
  'localhost',
  '127.0.0.0/8',
  '[::1]/128',
  'hash:/etc/aliases',
  'permit_mynetworks',
  'a',
  'b_c',
  'ldap:people',
  'proxy:mysql:users',
  'mysql:/nowhere/x.cf',
  '[smtp.example.jp]:587',
  '$$',
  'a$$b',
  '{ a b }',
  '{a, b}',
  'inline:{ a=b }',
  'caf\u00e9',
  '"quoted"',
  '#',
  'x#y',
  'reject',
];

function word(random: Random, names: readonly string[], depth: number): string {
  if (random.chance(depth === 0 ? 0.8 : 0.6) || depth > 2) return random.pick(WORDS);
  const name = random.chance(0.9)
    ? random.pick(names)
    : random.pick(['nowhere', 'myhostname', 'mydomain', 'mail_version']);
  const inner = () => word(random, names, depth + 1);
  switch (random.below(14)) {
    case 0:
    case 1:
    case 2:
      return `$${name}`;
    case 3:
      return `\${${name}}`;
    case 4:
      return `$(${name})`;
    case 5:
      return `\${${name}?${inner()}}`;
    case 6:
      return `\${${name}:${inner()}}`;
    case 7:
      return `\${${name}?{${inner()}}:{${inner()}}}`;
    case 8:
      return `\${ ${name} ? { ${inner()} } : { ${inner()} } }`;
    case 9:
      return `\${{${inner()}} ${random.pick(['==', '!=', '<', '<=', '>', '>='])} {${inner()}} ? {${inner()}} : {${inner()}}}`;
    case 10:
      return `\${{${inner()}}==${'{'}${inner()}}}`;
    case 11:
      return `\${{$compatibility_level} ${random.pick(['<level', '>=level', '==level'])} {${random.pick(['1', '2', '3.6'])}} ? {${inner()}}}`;
    case 12:
      return random.chance(0.05) ? random.pick(['${', '$', '${}', '${a b}', '${a?{b}c}', '${{a} = {b}}']) : inner();
    default:
      return `${inner()}-${inner()}`;
  }
}

function serviceEntry(random: Random, names: readonly string[]): string {
  const service = random.pick(['smtp', 'submission', 'relay', 'local', 'x', 'foo', '127.0.0.1:10025', 'smtps']);
  const command = random.pick(['smtpd', 'smtp', 'pipe', 'local', 'spawn', 'lmtp', 'virtual', 'error', 'cleanup']);
  const type = random.chance(0.001) ? 'tcp' : random.pick(['inet', 'unix', 'fifo', 'pass']);
  const flag = () => (random.chance(0.001) ? 'yes' : random.pick(['y', 'n', '-']));
  const wakeup = random.chance(0.001) ? '1m' : random.pick(['-', '60', '1000?', '0']);
  const limit = random.chance(0.001) ? 'many' : random.pick(['-', '1', '100', '0']);
  const blank = random.pick([' ', '\t', '   ', '\n  ']);
  const fields = [service, type, flag(), flag(), flag(), wakeup, limit, command];
  if (random.chance(0.001)) fields.pop();
  const options = random.times(5, () => option(random, names));
  const args = random.chance(0.3)
    ? random.times(3, () => random.pick(['user=nobody', 'argv=/bin/true', '{ a b }', '-f', 'x']))
    : [];
  const glue = random.pick([' ', '\n  ', '\n# off\n\t', '\n\n  ']);
  return `${fields.join(blank)}${[...options, ...args].map((text) => glue + text).join('')}\n`;
}

function option(random: Random, names: readonly string[]): string {
  const name = random.pick(names);
  const text = word(random, names, 1).replace(/\s/g, '');
  switch (random.below(9)) {
    case 0:
      return random.pick(['-v', '-D', '-vv']);
    case 1:
      return `-o { ${name} = ${word(random, names, 1)}, ${text} }`;
    case 2:
      return `-o${name}=${text}`;
    case 3:
      return random.chance(0.2) ? `-o ${name}` : `-vo ${name}=${text}`;
    case 4:
      return `-o {${name}=${text}}`;
    default:
      return `-o ${name}=${text}`;
  }
}
