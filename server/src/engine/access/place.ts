import type { Restriction } from '../syntax/restrictionList';
import type { Cause } from './answer';
import type { Certificate, Question } from './question';
import { makeReply, type Subject } from './reply';
import type { Settings, Word } from './settings';
import type { Result, State } from './state';

/** What the client has told when a list is asked. */
export interface Told {
  readonly helo?: string;
  readonly login?: string;
  readonly isEncrypted: boolean;
  /** The certificate that it has shown. */
  readonly certificate?: Certificate;
  readonly sender?: string;
  readonly recipient?: string;
}

/** A command of the SMTP session that asks a restriction list. */
export interface Stage {
  /** The restriction that a lookup table by itself stands for; absent where it stands for none. */
  readonly tableRestriction?: string;
  readonly subject: Subject;
  readonly isRecipientCommand?: boolean;
}

/** A restriction at its place: everything that its check may look at. */
export interface Place {
  readonly settings: Settings;
  readonly question: Question;
  readonly told: Told;
  readonly stage: Stage;
  readonly restriction: Restriction<Word>;
  readonly cause: Cause;
  /** What it would reject only leads to a warning (`warn_if_reject`). */
  readonly isWarning: boolean;
  /** Lists inside lists. */
  readonly depth: number;
  /** The lists inside one another, from the last table that gave one. */
  readonly classes: readonly string[];
  /** How many restrictions may still be asked for this question. */
  readonly budget: { steps: number };
  /** Walks through a list that this restriction stands for. */
  walk(restrictions: readonly Restriction<Word>[], list: string | undefined, place: Place, state: State): Result[];
}

export type Check = (place: Place, state: State) => Result[];

export function dunno(state: State): Result[] {
  return [{ status: 'dunno', state }];
}

export function permit({ cause }: Place, state: State): Result[] {
  return [{ status: 'permit', state: { ...state, permit: cause } }];
}

/** smtpd_check_reject for a client that did something wrong: warn_if_reject and an earlier failure may soften it. */
export function reject(place: Place, state: State, code: number, status: string): Result[] {
  if (place.isWarning) return dunno(state);
  return refuse(place, state, code, status);
}

/** The same for a failure of the server or of its configuration, of which there is no mere warning. */
export function refuse(place: Place, state: State, code: number, status: string): Result[] {
  const { settings, cause } = place;
  const reply = makeReply(code, status, false);
  if (reply.code >= 500 && state.deferIfReject) {
    const { deferIfReject: refusal, ...rest } = state;
    return [{ status: 'reject', state: rest, refusal }];
  }
  const isSoftBounce = settings.isYes('soft_bounce');
  return [{ status: 'reject', state, refusal: { ...makeReply(reply.code, reply.status, isSoftBounce), by: cause } }];
}

/** "Server configuration error" (reject_server_error). */
export function serverError(place: Place, state: State): Result[] {
  return refuse(place, state, 451, '4.3.5');
}

/** "Temporary lookup failure" (reject_dict_retry). */
export function lookupFailure(place: Place, state: State): Result[] {
  return refuse(place, state, 451, '4.3.0');
}

/** It is refused, but how is not known. */
export function rejectSomehow(place: Place, state: State): Result[] {
  return place.isWarning ? dunno(state) : [{ status: 'reject', state, refusal: { by: place.cause } }];
}

/** DEFER_IF_PERMIT: whatever permits the message later will only defer it. The first reason is kept. */
export function deferIfPermit(place: Place, state: State, code: number, status: string): Result[] {
  if (place.isWarning) return reject(place, state, code, status);
  return dunno({ ...state, deferIfPermit: state.deferIfPermit ?? deferral(place, code, status) });
}

/** DEFER_IF_REJECT: whatever rejects the message later will only defer it. */
export function deferIfReject(place: Place, state: State, code: number, status: string): Result[] {
  return dunno({ ...state, deferIfReject: state.deferIfReject ?? deferral(place, code, status) });
}

function deferral({ settings, cause }: Place, code: number, status: string) {
  return { ...makeReply(code, status, settings.isYes('soft_bounce')), by: cause };
}
