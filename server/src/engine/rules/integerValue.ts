import type { Configuration } from '../configuration/configuration';
import { effectiveValue } from '../configuration/effective';
import type { ServiceEntry } from '../syntax/masterCf';

/** The number that a service gets; undefined where the value is none, or where it cannot be expanded. */
export function integerValue(configuration: Configuration, name: string, service?: ServiceEntry): number | undefined {
  const value = effectiveValue(configuration, name, service)?.expanded;
  return value !== undefined && /^\s*\+?[0-9]+$/.test(value) ? Number(value) : undefined;
}
