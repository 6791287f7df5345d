import { domainKeys, findAddress } from './addresses';
import { resolveAt } from './expectedAddress';
import { isHostAddress } from './hostNames';
import type { LookupResult, Table } from './lookupResult';
import { dunno, lookupFailure, type Place } from './place';
import type { Subject } from './reply';
import { assuming, type Result, type State } from './state';
import { anyAnswer, applyAction, resultOf } from './tableAction';

/** The table that a restriction names; undefined where the argument is none, which is_map_command does not forgive. */
export function tableOf({ settings, restriction }: Place): Table | undefined {
  const text = restriction.argument?.text ?? '';
  if (!text.includes(':')) return undefined;
  // Only check_ccert_access reads `{ type:name }`; the others know no such table.
  return settings.table(text);
}

/** Looks one key up, as it is (check_access). */
export function checkKey(place: Place, state: State, table: Table, key: string, subject: Subject): Result[] {
  return resultOf(place, state, table.find(key), subject).results;
}

/** Looks a host name up, then its parent domains (check_domain_access). */
export function findDomain({ settings }: Place, table: Table, domain: string): LookupResult {
  let name = domain;
  for (let isPartial = false; name !== ''; isPartial = true) {
    const found = table.find(name, isPartial);
    if (found.kind !== 'none') return found;
    if (isHostAddress(domain)) break;
    const dot = name.indexOf('.', 1);
    if (dot < 0) break;
    name = name.slice(settings.matchesParents() ? dot + 1 : dot);
  }
  return { kind: 'none' };
}

/** Looks an address up, then the networks around it that end at a dot or colon (check_addr_access). */
export function findHostAddress(table: Table, address: string): LookupResult {
  const delimiter = address.includes(':') ? ':' : '.';
  for (let key = address, isPartial = false; ; isPartial = true) {
    const found = table.find(key, isPartial);
    if (found.kind !== 'none') return found;
    const end = key.lastIndexOf(delimiter);
    if (end < 0) return { kind: 'none' };
    key = key.slice(0, end);
  }
}

/** Looks a client up by its name, then by its address (check_namadr_access). `name` is absent where only DNS knows it. */
export function checkClient(
  place: Place,
  state: State,
  table: Table,
  name: string | undefined,
  address: string,
): Result[] {
  const byName = name === undefined ? resultsForAnyName(place, state, table) : undefined;
  if (byName) {
    // A table that says the same of every client needs no name.
    const anyAddress = byAddress(state);
    const isSame = [...byName.results, ...anyAddress].every((result) => isAlike(result, anyAddress[0]));
    return isSame ? anyAddress.slice(0, 1) : [...byName.results, ...byAddress(assuming(state, byName.because))];
  }
  const { results, isFound } = resultOf(
    place,
    state,
    name === undefined ? NONE : findDomain(place, table, name),
    'other',
  );
  return isFound ? results : byAddress(state);

  function byAddress(before: State): Result[] {
    return resultOf(place, before, findHostAddress(table, address), 'other').results;
  }
}

const NONE: LookupResult = { kind: 'none' };

function isAlike(result: Result, other: Result | undefined): boolean {
  if (result.status !== other?.status || result.state.deferIfPermit || result.state.deferIfReject) return false;
  if (result.state.isDiscarded !== other.state.isDiscarded) return false;
  if (result.status !== 'reject' || other.status !== 'reject') return true;
  return result.refusal.code === other.refusal.code && result.refusal.status === other.refusal.status;
}

/** What a table may say of a client whose name only DNS knows; undefined where it says nothing of any name. */
function resultsForAnyName(place: Place, state: State, table: Table) {
  const entries = table.valuesForNames();
  // A table that cannot be read says so of the address too.
  if (entries?.length === 0 || (!entries && table.find(place.question.client.address).kind === 'unknown')) {
    return undefined;
  }
  const because = [{ kind: 'DNS permit', name: place.question.client.address }] as const;
  const assumed = assuming(state, because);
  const values = new Map((entries ?? []).map((entry) => [entry.value, entry]));
  const results =
    !entries || values.size > MOST_VALUES
      ? anyAnswer(place, assumed)
      : [...values.values()].flatMap((entry) => applyAction(place, assumed, entry, 'other'));
  return { results, because };
}

/** A table with more different results than this may as well say anything. */
const MOST_VALUES = 20;

/** Looks a sender or recipient up, after trivial-rewrite(8) has had it (check_mail_access). */
export function checkMailAddress(place: Place, state: State, table: Table, subject: 'sender' | 'recipient'): Result[] {
  const { settings } = place;
  const { configuration, service } = settings;
  const resolved = resolveAt(place, subject);
  return resolved.values.flatMap((resolution) => {
    const assumed = assuming(state, resolved.because);
    if (resolution.isFail) return lookupFailure(place, assumed);
    if (!resolution.recipient.includes('@')) return dunno(assumed);
    const keys = domainKeys(configuration, 'smtpd_access_maps', service);
    const lookup = findAddress(configuration, [table], resolution.recipient, keys, service);
    const { results } = resultOf(place, assumed, lookup, subject);
    const isSuspicious = subject === 'recipient' && resolution.isRouted && !settings.isYes('allow_untrusted_routing');
    return isSuspicious
      ? results.map((result) => (result.status === 'permit' ? { ...result, status: 'dunno' } : result))
      : results;
  });
}
