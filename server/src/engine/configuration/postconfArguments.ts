import { withoutBraces } from '../syntax/list';
import { asSlice, textOf } from '../syntax/logicalLine';
import { splitNameValue } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';

/**
 * Brings the arguments into the form that postconf(1) prints (pcf_normalize_daemon_args): `-o` and its value apart,
 * `{ name = value }` as `name=value`. It takes every letter `o` after the first letter of an option for another `-o`,
 * even inside `-oname=value`; the programs themselves do not.
 */
export function normalizedArguments(service: ServiceEntry): { words: string[]; options: number } {
  const given = service.words.map(textOf);
  const words: string[] = [];
  let next = 0;
  /** What a word was split into comes before the rest. */
  let split: string | undefined;
  const peek = () => split ?? given[next];
  const take = () => {
    const word = peek();
    if (split === undefined) next++;
    split = undefined;
    return word;
  };
  while (peek()?.startsWith('-') && peek() !== '--') {
    let word = take() as string;
    const another = word.indexOf('o', 2);
    if (another > 0) {
      split = `-${word.slice(another)}`;
      word = word.slice(0, another);
    }
    if (word[1] !== 'o') {
      words.push(word);
      continue;
    }
    const value = word.length > 2 ? word.slice(2) : take();
    words.push('-o', ...(value === undefined ? [] : [value.startsWith('{') ? normalizedValue(value) : value]));
  }
  const options = words.length;
  const rest = [...(split === undefined ? [] : [split]), ...given.slice(next)];
  return { words: words.concat(rest.map((word) => (word.startsWith('{') ? insideBraces(word) : word))), options };
}

function normalizedValue(braced: string): string {
  const content = insideBraces(braced);
  const entry = nameValueOf(content);
  return entry ? `${entry.name}=${entry.value}` : content;
}

function insideBraces(text: string): string {
  const braces = withoutBraces(asSlice(text));
  return braces ? textOf(braces.inside) : text;
}

function nameValueOf(text: string): { name: string; value: string } | undefined {
  const entry = splitNameValue(asSlice(text));
  return typeof entry === 'string' ? undefined : { name: textOf(entry.name), value: textOf(entry.value) };
}

/** The `-o` settings of one entry, in their order. */
function settingsOf(service: ServiceEntry): (readonly [string, string])[] {
  const { words, options } = normalizedArguments(service);
  return words.slice(0, options).flatMap((word, i) => {
    const entry = i > 0 && words[i - 1] === '-o' ? nameValueOf(word) : undefined;
    return entry ? [[entry.name, entry.value] as const] : [];
  });
}

/**
 * The `-o` settings of each service. Entries of the same name and type share theirs, from the first on that has any
 * (pcf_register_user_parameters).
 */
export function nameSpacesOf(services: readonly ServiceEntry[]): ReadonlyMap<string, string>[] {
  const shared = new Map<string, Map<string, string>>();
  return services.map((service) => {
    const settings = settingsOf(service);
    const values = shared.get(nameSpace(service)) ?? new Map<string, string>();
    for (const [name, value] of settings) values.set(name, value);
    if (settings.length > 0) shared.set(nameSpace(service), values);
    return values;
  });
}

/** What postconf(1) calls a service: `submission/inet`. */
export function nameSpace(service: ServiceEntry): string {
  return `${textOf(service.service)}/${textOf(service.type)}`;
}
