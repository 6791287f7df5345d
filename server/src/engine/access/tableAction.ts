import { ACCESS_ACTIONS, type ActionFacts } from '../knowledge/actions';
import { existsIn } from '../knowledge/version';
import { splitText } from '../syntax/list';
import type { FoundEntry, LookupResult } from './lookupResult';
import { deferIfPermit, deferIfReject, dunno, type Place, permit, reject, serverError } from './place';
import { fixStatus, type Subject, statusOf } from './reply';
import { assuming, type Result, type State } from './state';

/** "451 4.3.5 Server configuration error": what check_access takes for the result of a lookup that fails. */
const FAILED: FoundEntry = { kind: 'found', value: '451 4.3.5' };

/** Deeper than this check_table_result calls it "unreasonable recursion". */
const DEEPEST = 100;

/**
 * What the result of a lookup leads to; undefined where there is none, and the next key is to be tried. `subject`: what
 * was looked up. Of a table that cannot be read, all that is possible.
 */
export function resultOf(
  place: Place,
  state: State,
  lookup: LookupResult,
  subject: Subject,
): { readonly results: Result[]; readonly isFound: boolean } {
  switch (lookup.kind) {
    case 'none':
      return { results: dunno(state), isFound: false };
    case 'unknown':
      return { results: anyAnswer(place, assuming(state, [lookup.because])), isFound: true };
    case 'error':
      return { results: applyAction(place, state, FAILED, subject), isFound: true };
    case 'found':
      return { results: applyAction(place, state, lookup, subject), isFound: true };
  }
}

/** All that a table or a policy server may say. */
export function anyAnswer(place: Place, state: State): Result[] {
  const anyRefusal = { by: place.cause };
  return [
    ...dunno(state),
    ...permit(place, state),
    ...(canBeDelegated(place) ? permit(place, { ...state, isDiscarded: true }) : []),
    ...(place.isWarning ? [] : [{ status: 'reject', state, refusal: anyRefusal } as const]),
    ...dunno({ ...state, deferIfPermit: state.deferIfPermit ?? anyRefusal }),
  ];
}

/** Carries out an entry of an access table, or the answer of a policy server (check_table_result). */
export function applyAction(whole: Place, state: State, { value, at }: FoundEntry, subject: Subject): Result[] {
  const place = at ? { ...whole, cause: { ...whole.cause, entry: at } } : whole;
  const [, word = '', text = ''] = /^([^ \t]*)\s*(.*)$/s.exec(value) ?? [];
  const name = word.toUpperCase();
  const { settings } = place;
  const facts: ActionFacts | undefined = Object.hasOwn(ACCESS_ACTIONS, name)
    ? ACCESS_ACTIONS[name as keyof typeof ACCESS_ACTIONS]
    : undefined;
  const isAction = facts !== undefined && existsIn(facts, settings.configuration.version);
  const status = (otherwise: string) => fixStatus(statusOf(text, otherwise), subject);
  const deferCode = () => settings.number('access_map_defer_code');

  switch (isAction ? name : '') {
    case 'DUNNO':
    case 'INFO':
    case 'WARN':
    case 'FILTER':
    case 'HOLD':
    case 'REDIRECT':
    case 'BCC':
    case 'PREPEND':
      return dunno(state);
    case 'REJECT':
      return reject(place, state, settings.number('access_map_reject_code'), status('5.7.1'));
    case 'DEFER':
      return reject(place, state, deferCode(), status('4.7.1'));
    case 'HANGUP':
      return [{ status: 'reject', state, refusal: { by: place.cause } }];
    case 'DISCARD':
      return canBeDelegated(place) ? permit(place, { ...state, isDiscarded: true }) : dunno(state);
    case 'DEFER_IF_PERMIT':
      return deferIfPermit(place, state, deferCode(), status('4.7.1'));
    case 'DEFER_IF_REJECT':
      return deferIfReject(place, state, deferCode(), status('4.7.1'));
    case 'OK':
    case 'RELAY':
      return permit(place, state);
  }
  if (/^\d+$/.test(value)) return permit(place, state);
  if (/^[45]\d\d$/.test(word) && text !== '') return reject(place, state, Number(word), status(`${word[0]}.7.1`));
  return applyRestrictions(place, state, value);
}

/** Whether cleanup(8) can be asked to do it (can_delegate_action). */
function canBeDelegated({ settings, told }: Place): boolean {
  return settings.text('smtpd_proxy_filter') === '' && told.sender !== undefined;
}

/** An entry that is none of the actions: restrictions, or names of classes. */
function applyRestrictions(place: Place, state: State, value: string): Result[] {
  if (value.includes(':') || place.depth > DEEPEST) return serverError(place, state);
  const words = splitText(value).map((text) => ({ ...place.restriction.word, text }));
  if (words.length === 0) return [{ status: 'permit', state: { ...state, permit: place.cause } }];
  return place.walk(place.settings.read(words), undefined, place, state);
}
