import type { Configuration } from '../configuration/configuration';
import { effectiveValue } from '../configuration/effective';
import { type ListElement, listElements } from '../configuration/listElements';
import { classLookup, takesArgument } from '../configuration/restrictionLists';
import { parameterIn } from '../knowledge/parameters';
import type { ServiceEntry } from '../syntax/masterCf';
import { type Restriction, readRestrictions } from '../syntax/restrictionList';
import type { Cause } from './answer';
import type { Table } from './lookupResult';
import { matchesParents } from './matchList';
import { byName } from './remember';
import { openTable } from './tables';

/** A word of a restriction list, or of a list that a lookup table gives as its result. */
export type Word = Pick<ListElement, 'text' | 'at' | 'inList'>;

/** What smtpd(8) reads once when it starts: the settings, lists and tables of one service. */
export interface Settings {
  readonly configuration: Configuration;
  readonly service: ServiceEntry | undefined;
  /** The value of a parameter, expanded; '' where it has none, or is unknown to this version. */
  text(name: string): string;
  isYes(name: string): boolean;
  number(name: string): number;
  /** The restrictions of a list, in order. */
  list(name: string): readonly Restriction<Word>[];
  /** Those of a restriction class, by its name; undefined where there is no such class. */
  classNamed(name: string): readonly Restriction<Word>[] | undefined;
  /** Restrictions that a lookup table gives. */
  read(words: readonly Word[]): readonly Restriction<Word>[];
  table(text: string): Table;
  /** Whether `example.com` in an access table also speaks of its subdomains. */
  matchesParents(): boolean;
  /** A parameter to blame, and where its value is written. */
  causeOf(name: string): Cause;
}

/** Reads what a service needs; each value once. */
export function settingsOf(configuration: Configuration, service: ServiceEntry | undefined): Settings {
  const text = byName((name: string) =>
    parameterIn(configuration.version, name) ? (effectiveValue(configuration, name, service)?.expanded ?? '') : '',
  );
  const read = (words: readonly Word[]) => readRestrictions(words, (word) => takesArgument(configuration, word));
  let isParent: boolean | undefined;
  const members = classLookup(configuration, service);
  return {
    configuration,
    service,
    text,
    read,
    isYes: (name) => text(name).toLowerCase() === 'yes',
    number: byName((name) => Number.parseInt(text(name), 10)),
    list: byName((name) => read(listElements(configuration, name, service) ?? [])),
    classNamed: byName((name) => {
      const words = members(name);
      return words && read(words);
    }),
    table: (name) => openTable(configuration, name),
    matchesParents: () => (isParent ??= matchesParents(configuration, 'smtpd_access_maps', service)),
    causeOf: byName((name) => {
      const from = effectiveValue(configuration, name, service)?.from;
      return { text: name, ...(from && from.kind !== 'default' && { at: from.entry.value }) };
    }),
  };
}
