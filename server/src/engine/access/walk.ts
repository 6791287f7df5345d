import type { Restriction } from '../syntax/restrictionList';
import type { Cause } from './answer';
import type { Place } from './place';
import { check } from './restrictions';
import type { Word } from './settings';
import { assuming, type Result, type State } from './state';
import { anyAnswer } from './tableAction';

/** Where classes name each other, smtpd(8) goes round until it runs out of memory; nothing can be told of its answer. */
function isLoop({ classes, budget }: Pick<Place, 'classes' | 'budget'>, list: string | undefined): boolean {
  return budget.steps <= 0 || (list !== undefined && classes.includes(list));
}

/** Where a list is asked: a stage of the session, or a restriction of another list. */
export type Outer = Omit<Place, 'restriction' | 'cause'> & Partial<Pick<Place, 'restriction' | 'cause'>>;

/**
 * Walks through a restriction list as generic_checks in smtpd_check.c does, in all ways that are possible. A table by
 * itself stands for the restriction of the stage; `warn_if_reject` lasts for one restriction, with all that it leads to.
 */
export function walk(
  restrictions: readonly Restriction<Word>[],
  list: string | undefined,
  outer: Outer,
  start: State,
): Result[] {
  const loop = isLoop(outer, list) && outer.restriction;
  if (loop) return anyAnswer(outer as Place, assuming(start, [{ kind: 'class', name: loop.word.text }]));
  const depth = outer.depth + 1;
  const classes = list === undefined ? [] : [...outer.classes, list];
  const ended: Result[] = [];
  let states: readonly State[] = [start];
  for (const written of restrictions) {
    const restriction = written.name === '' ? forTable(written, outer.stage.tableRestriction) : written;
    const cause = causeOf(restriction, list, outer.cause);
    const place: Place = {
      ...outer,
      restriction,
      cause,
      depth,
      classes,
      isWarning: outer.isWarning || written.warnIfReject !== undefined,
    };
    const next: State[] = [];
    for (const state of states) {
      if (state.isDiscarded) {
        ended.push({ status: 'dunno', state });
        continue;
      }
      outer.budget.steps--;
      for (const result of check(place, state)) {
        // Both deferrals together: whatever comes now, the message is deferred.
        const isSettled = result.state.deferIfPermit && result.state.deferIfReject;
        if (result.status !== 'dunno' || isSettled) ended.push(result);
        else next.push(result.state);
      }
    }
    states = merged(next);
    if (states.length === 0) break;
  }
  for (const state of states) ended.push({ status: 'dunno', state });
  return ended;
}

/** `hash:/etc/postfix/access` by itself; without a restriction to stand for, the empty name is one that nobody knows. */
function forTable(written: Restriction<Word>, name: string | undefined): Restriction<Word> {
  return name === undefined ? written : { ...written, name, argument: written.word };
}

function causeOf({ word, argument }: Restriction<Word>, list: string | undefined, outer: Cause | undefined): Cause {
  const text = argument && argument !== word ? `${word.text} ${argument.text}` : word.text;
  const { at } = word;
  const inList = outer?.inList ?? word.inList;
  const name = list ?? outer?.list;
  return {
    text,
    ...(name !== undefined && { list: name }),
    ...(at && { at }),
    ...(argument?.at && { argumentAt: argument.at }),
    ...(inList && { inList }),
    ...(outer?.entry && list === undefined && { entry: outer.entry }),
  };
}

/** States that will go on alike, together. */
function merged(states: readonly State[]): readonly State[] {
  if (states.length < 2) return states;
  const known = new Map<string, State>();
  for (const state of states) {
    const key = [
      state.deferIfPermit?.code ?? (state.deferIfPermit && '?'),
      state.deferIfPermit?.status,
      state.deferIfReject?.code ?? (state.deferIfReject && '?'),
      state.deferIfReject?.status,
      state.isSenderChecked,
      state.isRecipientChecked,
      state.isDiscarded,
    ].join();
    const same = known.get(key);
    known.set(key, same ? { ...same, because: [...new Set([...same.because, ...state.because])] } : state);
  }
  return [...known.values()];
}
