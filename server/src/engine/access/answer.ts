import type { Slice } from '../syntax/logicalLine';
import type { Dependency } from './possible';

/** What decided: a restriction, or a parameter, and where it is written. */
export interface Cause {
  /** The restriction with its argument, `reject_unauth_destination`; or the name of a parameter. */
  readonly text: string;
  /** The restriction list, or the class, that it stands in; absent for a parameter. */
  readonly list?: string;
  /** Absent in a default. */
  readonly at?: Slice;
  /** The argument of the restriction. */
  readonly argumentAt?: Slice;
  /** The word of the restriction list itself, where `at` is in a class or behind a `$name`. */
  readonly inList?: Slice;
  /** The entry of a lookup table that said so; the line counts from 0. */
  readonly entry?: { readonly file: string; readonly line: number };
}

/** How smtpd(8) refuses. Code and status are absent where they cannot be known. */
export interface Refusal {
  /** 450, 554 … */
  readonly code?: number;
  /** The enhanced status code: `5.7.1`. */
  readonly status?: string;
  readonly by: Cause;
}

/** One of the ends that a message can come to. */
export type Outcome =
  | { readonly verdict: 'accepted'; readonly by?: Cause; readonly because: readonly Dependency[] }
  | ({ readonly verdict: 'refused'; readonly because: readonly Dependency[] } & Refusal);

/** `depends`: it is refused or accepted, and the files do not tell. `unavailable`: this smtpd does not start. */
export type Verdict = 'accepted' | 'refused' | 'depends' | 'unavailable';

export interface Answer {
  readonly verdict: Verdict;
  /** Where all outcomes have the same. */
  readonly code?: number;
  readonly status?: string;
  readonly by?: Cause;
  /** What decides, where the files do not. */
  readonly dependsOn: readonly Dependency[];
  readonly outcomes: readonly Outcome[];
}

/** Puts together what can happen. */
export function answerFrom(outcomes: readonly Outcome[]): Answer {
  const first = outcomes[0];
  const isUnanimous = outcomes.every(({ verdict }) => verdict === first?.verdict);
  if (!first || !isUnanimous) {
    return { verdict: 'depends', dependsOn: dependenciesOf(outcomes), outcomes };
  }
  if (first.verdict === 'accepted')
    return { verdict: 'accepted', ...(first.by && { by: first.by }), dependsOn: [], outcomes };
  const refusals = outcomes.filter((outcome) => outcome.verdict === 'refused');
  const isSame = (key: 'code' | 'status') => refusals.every((refusal) => refusal[key] === first[key]);
  return {
    verdict: 'refused',
    ...(isSame('code') && first.code !== undefined && { code: first.code }),
    ...(isSame('code') && isSame('status') && first.status !== undefined && { status: first.status }),
    // Nothing before the last one had to refuse it.
    by: refusals.at(-1)?.by ?? first.by,
    dependsOn: [],
    outcomes,
  };
}

/** Whether the message gets through if DNS has no objection: that of a client who has put his house in order does. */
export function getsThrough({ outcomes }: Answer): boolean {
  return outcomes.some(({ verdict, because }) => verdict === 'accepted' && because.every(({ kind }) => kind === 'DNS'));
}

function dependenciesOf(outcomes: readonly Outcome[]): Dependency[] {
  const all = new Map<string, Dependency>();
  for (const { because } of outcomes) for (const one of because) all.set(`${one.kind} ${one.name}`, one);
  return [...all.values()];
}
