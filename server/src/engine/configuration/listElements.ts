import { type Expansion, parseExpansion } from '../syntax/expansion';
import { splitList, splitText } from '../syntax/list';
import { type Slice, textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import type { Configuration } from './configuration';
import { effectiveValue, lookupFor } from './effective';
import { expand } from './expand';

/** One element of a list after `$name` is expanded, and where it comes from. */
export interface ListElement {
  readonly text: string;
  /** Where it is written: in the list, or in the parameter that the list names as `$name`. Absent in a default. */
  readonly at?: Slice;
  /** The element of the list itself that it comes from. */
  readonly inList?: Slice;
}

/** How far `$name` is followed to the place where an element is written. */
const DEEPEST = 5;

/** The elements of a parameter's value as a service gets them; undefined where there is no value, or none for sure. */
export function listElements(
  configuration: Configuration,
  name: string,
  service?: ServiceEntry,
): readonly ListElement[] | undefined {
  const found = effectiveValue(configuration, name, service);
  if (found?.expanded === undefined) return undefined;
  if (found.from.kind === 'default') return splitText(found.expanded).map((text) => ({ text }));
  return elementsOf(configuration, found.from.entry.value, service);
}

/** The elements of a value, where it is written. */
export function elementsOf(
  configuration: Configuration,
  value: Slice,
  service?: ServiceEntry,
): readonly ListElement[] | undefined {
  const lookup = lookupFor(configuration, service);
  const elements: ListElement[] = [];

  const add = (list: Slice, via: Slice | undefined, level: number): boolean => {
    for (const at of splitList(list)) {
      const text = textOf(at);
      const inList = via ?? at;
      if (!text.includes('$')) {
        elements.push({ text, at, inList });
        continue;
      }
      const expanded = expand(text, lookup, configuration.version);
      if (expanded === undefined) return false;
      const written = level < DEEPEST ? valueOfSoleName(configuration, text, service) : undefined;
      if (written) {
        if (!add(written, inList, level + 1)) return false;
      } else {
        for (const word of splitText(expanded)) elements.push({ text: word, at, inList });
      }
    }
    return true;
  };
  return add(value, undefined, 0) ? elements : undefined;
}

/** For an element that is nothing but `$name` or `${name}`: what is written as the value of that name. */
function valueOfSoleName(configuration: Configuration, text: string, service?: ServiceEntry): Slice | undefined {
  const nodes = parseExpansion(text);
  const [node] = nodes;
  if (nodes.length !== 1 || !isPlainName(node)) return undefined;
  const found = effectiveValue(configuration, node.name, service);
  return found && found.from.kind !== 'default' ? found.from.entry.value : undefined;
}

function isPlainName(node: Expansion | undefined): node is Expansion & { readonly kind: 'parameter' } {
  return node?.kind === 'parameter' && !node.whenSet && !node.whenEmpty;
}
