import type { Configuration } from '../configuration/configuration';
import { splitText } from '../syntax/list';
import type { ServiceEntry } from '../syntax/masterCf';
import { isLocal } from './localDomain';
import type { LookupResult, Table } from './lookupResult';
import { isYes, myOrigin, settingOf, unknownNameIn } from './machineSettings';
import { quoteLocal } from './mailAddress';
import { matchesParents, withParents } from './matchList';
import { type Dependency, YES } from './possible';
import { perParameter } from './remember';
import { openTable, type TableUse } from './tables';

/** maps_create(3): the tables in the value of a parameter, in their order. */
export function openMaps(
  configuration: Configuration,
  name: string,
  service?: ServiceEntry,
  use?: TableUse,
): readonly Table[] {
  return tableNames(configuration, name, service).map((table) => openTable(configuration, table, use));
}
const tableNames = perParameter((configuration, name, service) => splitText(settingOf(configuration, name, service)));

/** maps_find(3): the first table that has a key. An empty value is a mistake in a table. */
export function findInMaps(tables: readonly Table[], key: string, isPartial = false): LookupResult {
  if (key === '' || tables.length === 0) return NONE;
  const because = unknownNameIn(key);
  if (because) return { kind: 'unknown', because };
  for (const table of tables) {
    const result = table.find(key, isPartial);
    if (result.kind === 'found' && result.value === '') return FAILURE;
    if (result.kind !== 'none') return result;
  }
  return NONE;
}
const NONE: LookupResult = { kind: 'none' };
const FAILURE: LookupResult = { kind: 'error' };

/**
 * The keys that stand for an address beside itself and itself without its extension (MA_FIND_… in mail_addr_find.h).
 * `default`: the user, if the domain is local, and `@domain`.
 */
export type AddressKeys = 'default' | DomainKeys;

interface DomainKeys {
  /** The domains around it begin with a dot or not. */
  readonly areParentsDotted: boolean;
  /** `user@` too. */
  readonly hasLocalPart: boolean;
}

/** The keys of access tables and of `transport_maps`. */
export function domainKeys(
  configuration: Configuration,
  list: 'smtpd_access_maps' | 'transport_maps',
  service?: ServiceEntry,
): AddressKeys {
  const areParentsDotted = !matchesParents(configuration, list, service);
  return { areParentsDotted, hasLocalPart: list === 'smtpd_access_maps' };
}

/** mail_addr_find_strategy(3): what tables say of an address without quotes. */
export function findAddress(
  configuration: Configuration,
  tables: readonly Table[],
  address: string,
  keys: AddressKeys,
  service?: ServiceEntry,
): LookupResult {
  if (tables.length === 0) return NONE;
  const at = address.lastIndexOf('@');
  const bare = withoutExtension(configuration, address, service);
  /** The part of both up to so many characters after the last `@`, or before it. */
  const findLocalPart = (after: number) =>
    firstOf(
      () => findQuoted(tables, address.slice(0, at + after), true, after === 0),
      () => findQuoted(tables, bare?.slice(0, bare.lastIndexOf('@') + after) ?? '', true, after === 0),
    );
  return firstOf(
    () => findQuoted(tables, address),
    () => findQuoted(tables, bare ?? '', true),
    () => {
      if (at < 0) return NONE;
      const domain = address.slice(at + 1);
      if (keys === 'default') {
        return firstOf(
          () => findIfLocal(configuration, domain, service, () => findLocalPart(0)),
          () => findInMaps(tables, `@${domain}`, true),
        );
      }
      for (const name of withParents(domain, !keys.areParentsDotted)) {
        const result = findInMaps(tables, name, true);
        if (result.kind !== 'none') return result;
      }
      return keys.hasLocalPart ? findLocalPart(1) : NONE;
    },
  );
}

function firstOf(...lookups: readonly (() => LookupResult)[]): LookupResult {
  for (const lookup of lookups) {
    const result = lookup();
    if (result.kind !== 'none') return result;
  }
  return NONE;
}

/** find_addr in mail_addr_find.c: with quotes where an address needs them, then without. */
function findQuoted(tables: readonly Table[], key: string, isPartial = false, isLocalPart = false): LookupResult {
  if (key === '') return NONE;
  const quoted = quoteLocal(key, isLocalPart);
  const result = findInMaps(tables, quoted, isPartial);
  return result.kind !== 'none' || quoted === key ? result : findInMaps(tables, key, isPartial);
}

function findIfLocal(
  configuration: Configuration,
  domain: string,
  service: ServiceEntry | undefined,
  find: () => LookupResult,
): LookupResult {
  const isOrigin = domain.toLowerCase() === myOrigin(configuration, service).toLowerCase();
  const { values, because } = isOrigin ? YES : isLocal(configuration, domain, service);
  const ifError = values.includes('error') ? FAILURE : NONE;
  const ifLocal = values.includes(true) ? find() : NONE;
  if (values.length === 1) return values[0] === 'error' ? ifError : ifLocal;
  if (ifError === NONE && ifLocal.kind === 'none') return NONE;
  return { kind: 'unknown', because: because[0] as Dependency };
}

/** strip_addr(3): the address without what follows `recipient_delimiter`; undefined where nothing does. */
export function withoutExtension(
  configuration: Configuration,
  address: string,
  service?: ServiceEntry,
): string | undefined {
  const delimiters = settingOf(configuration, 'recipient_delimiter', service);
  if (delimiters === '') return undefined;
  const at = address.lastIndexOf('@');
  const local = at < 0 ? address : address.slice(0, at);
  const length = [...local].findIndex((char) => delimiters.includes(char));
  if (length <= 0 || isWhole(configuration, local.toLowerCase(), delimiters, service)) return undefined;
  return [...local].slice(0, length).join('') + (at < 0 ? '' : address.slice(at));
}

/** The users whose names are never split (split_addr(3)). */
function isWhole(configuration: Configuration, user: string, delimiters: string, service?: ServiceEntry): boolean {
  if (user === 'postmaster' || user === 'mailer-daemon') return true;
  if (user === settingOf(configuration, 'double_bounce_sender', service).toLowerCase()) return true;
  if (!delimiters.includes('-') || !isYes(configuration, 'owner_request_special', service)) return false;
  return user.startsWith('owner-') || /.-request$/.test(user);
}
