import { findAddress, openMaps, type Resolution } from './addresses';
import { resolveAt } from './expectedAddress';
import type { LookupResult } from './lookupResult';
import { dunno, lookupFailure, type Place, reject } from './place';
import { fixStatus, statusOf } from './reply';
import { assuming, type Result, type State } from './state';

type Subject = 'sender' | 'recipient';

/** Rejects an address that is known not to exist, once (check_sender_rcpt_maps, check_recipient_rcpt_maps). */
export function checkListed(place: Place, state: State, subject: Subject): Result[] {
  const { settings, isWarning } = place;
  if (
    settings
      .text('receive_override_options')
      .split(/[\s,]+/)
      .includes('no_unknown_recipient_checks')
  )
    return dunno(state);
  const key = subject === 'sender' ? 'isSenderChecked' : 'isRecipientChecked';
  if (state[key]) return dunno(state);
  const checked = isWarning ? state : { ...state, [key]: true };
  const resolved = resolveAt(place, subject);
  return resolved.values.flatMap((resolution) =>
    checkResolved(place, assuming(checked, resolved.because), resolution, subject),
  );
}

/** check_rcpt_maps in smtpd_check.c: aliases first, then the table of the address class. */
function checkResolved(place: Place, state: State, resolution: Resolution, subject: Subject): Result[] {
  if (resolution.isFail) return lookupFailure(place, state);
  if (subject === 'recipient' && place.question.recipientExists) {
    return resolution.class === 'default' ? rejectUndeliverable(place, state, resolution, subject) : dunno(state);
  }
  const aliases = [
    'recipient_canonical_maps',
    ...(subject === 'sender' ? ['sender_canonical_maps'] : []),
    'canonical_maps',
    'virtual_alias_maps',
  ];
  return unlessFound(place, state, aliases, resolution.recipient, (unlisted) =>
    rejectUndeliverable(place, unlisted, resolution, subject),
  );
}

/** Goes on with an address that none of the tables has; where a table cannot be read, with both cases. */
function unlessFound(
  place: Place,
  state: State,
  names: readonly string[],
  address: string,
  goOn: (state: State) => Result[],
): Result[] {
  const results: Result[] = [];
  let rest = state;
  for (const name of names) {
    const lookup = find(place, name, address);
    if (lookup.kind === 'found') return [...results, ...dunno(rest)];
    if (lookup.kind === 'error') return [...results, ...lookupFailure(place, rest)];
    if (lookup.kind === 'none') continue;
    rest = assuming(rest, [lookup.because]);
    results.push(...dunno(rest), ...lookupFailure(place, rest));
  }
  return [...results, ...goOn(rest)];
}

function find({ settings }: Place, name: string, address: string): LookupResult {
  const { configuration, service } = settings;
  return findAddress(configuration, openMaps(configuration, name, service), address, 'default', service);
}

/** Tables that list all addresses of a class, and the parameter with the reply code for one that is not there. */
const CLASSES: Readonly<Partial<Record<Resolution['class'], readonly [maps: string, code: string]>>> = {
  local: ['local_recipient_maps', 'unknown_local_recipient_reject_code'],
  virtual: ['virtual_mailbox_maps', 'unknown_virtual_mailbox_reject_code'],
  relay: ['relay_recipient_maps', 'unknown_relay_recipient_reject_code'],
};

function rejectUndeliverable(place: Place, state: State, resolution: Resolution, subject: Subject): Result[] {
  const { settings } = place;
  const { transport, nexthop, recipient } = resolution;
  const isSender = subject === 'sender';
  if (transport === 'error') {
    const code = resolution.class === 'alias' ? settings.number('unknown_virtual_alias_reject_code') : 550;
    return reject(place, state, code, fixStatus(statusOf(nexthop, isSender ? '5.1.0' : '5.1.1'), subject));
  }
  if (transport === 'retry') {
    return reject(place, state, 450, fixStatus(statusOf(nexthop, isSender ? '4.1.0' : '4.1.1'), subject));
  }
  const [maps, code] = CLASSES[resolution.class] ?? [];
  if (!maps || !code || settings.text(maps) === '') return dunno(state);
  if (resolution.class === 'local' && isSpecialUser(place, recipient)) return dunno(state);
  return unlessFound(place, state, [maps], recipient, (unlisted) =>
    reject(place, unlisted, settings.number(code), isSender ? '5.1.0' : '5.1.1'),
  );
}

/** Users that Postfix itself writes to and from exist everywhere. */
function isSpecialUser({ settings }: Place, recipient: string): boolean {
  const user = recipient.slice(0, recipient.lastIndexOf('@')).toLowerCase();
  const doubleBounce = settings.text('double_bounce_sender').toLowerCase();
  return user === doubleBounce || user === 'postmaster' || user === 'mailer-daemon';
}
