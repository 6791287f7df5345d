import type { Cause, Refusal } from './answer';
import type { Dependency } from './possible';

/** What smtpd(8) remembers from one restriction to the next, as far as it decides (SMTPD_STATE in smtpd.h). */
export interface State {
  /** If nothing refuses the message in the end, this does. */
  readonly deferIfPermit?: Refusal;
  /** If something refuses the message for good, this is said instead. Forgotten at the end of each list. */
  readonly deferIfReject?: Refusal;
  readonly isSenderChecked: boolean;
  readonly isRecipientChecked: boolean;
  /** The message will be thrown away: nothing is asked any more. */
  readonly isDiscarded: boolean;
  /** The last restriction that permitted what comes to its list. */
  readonly permit?: Cause;
  /** What had to be assumed on the way here. */
  readonly because: readonly Dependency[];
}

export const START: State = { isSenderChecked: false, isRecipientChecked: false, isDiscarded: false, because: [] };

/** What a restriction, or a whole list, comes to; several where the files do not tell. */
export type Result =
  | { readonly status: 'dunno' | 'permit'; readonly state: State }
  | { readonly status: 'reject'; readonly state: State; readonly refusal: Refusal };

/** The same state, having assumed something. */
export function assuming(state: State, because: readonly Dependency[]): State {
  return because.length === 0 ? state : { ...state, because: [...state.because, ...because] };
}
