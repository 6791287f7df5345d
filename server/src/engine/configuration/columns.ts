import { COLUMNS, type ColumnName } from '../knowledge/services';
import { isSince } from '../knowledge/version';
import { textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import type { Configuration } from './configuration';
import { effectiveValue } from './effective';
import { compatibilityLevel } from './expand';

/** What a column of a service says: its word or, for `-`, the default. Undefined where that depends on what is not known. */
export function columnValue(
  configuration: Configuration,
  service: ServiceEntry,
  column: ColumnName,
): string | undefined {
  const word = textOf(service[column]);
  if (word !== '-') return word;
  const { default: value, defaultFrom } = COLUMNS[column];
  if (defaultFrom !== undefined) {
    return configuration.main && effectiveValue(configuration, defaultFrom)?.expanded;
  }
  if (typeof value !== 'object') return value;
  const level = levelOf(configuration);
  const held = Object.entries(value).filter(([from]) => level !== undefined && Number(from) <= level);
  return held.at(-1)?.[1];
}

/** The first number of compatibility_level; releases that do not have it are as level 0. */
function levelOf(configuration: Configuration): number | undefined {
  if (!isSince(configuration.version, '3.0')) return 0;
  const level = configuration.main && effectiveValue(configuration, 'compatibility_level')?.expanded;
  return level === undefined ? undefined : compatibilityLevel(level)?.[0];
}

/** Whether a service runs in the queue directory as its root; undefined where that is not known. */
export function isChrooted(configuration: Configuration, service: ServiceEntry): boolean | undefined {
  const value = columnValue(configuration, service, 'chroot');
  return value === 'y' ? true : value === 'n' ? false : undefined;
}
