import type { Dependency, Possible } from './possible';

/** Takes one of the values that something may have. */
export type Choose = <Value>(possible: Possible<Value>) => Value;

/** More cases than that are not looked at: no configuration needs them. */
const MOST = 500;

/**
 * Follows a program through everything that may happen: it runs once for each combination of what it chooses, and is
 * written as if it knew all.
 */
export function everyCase<Result>(run: (choose: Choose) => Result): Possible<Result> {
  const results = new Map<string, Result>();
  const because = new Map<string, Dependency>();
  /** The choices on the way to a case. */
  const path: { next: number; readonly count: number }[] = [];
  for (let cases = 0; cases < MOST; cases++) {
    let depth = 0;
    const result = run((possible) => {
      const { values } = possible;
      if (values.length < 2) return values[0] as (typeof values)[number];
      for (const one of possible.because) because.set(`${one.kind} ${one.name}`, one);
      path[depth] ??= { next: 0, count: values.length };
      return values[path[depth++]?.next ?? 0] as (typeof values)[number];
    });
    if (path.length === 0) return { values: [result], because: [] };
    results.set(JSON.stringify(result), result);
    for (let last = path.at(-1); last && ++last.next === last.count; last = path.at(-1)) path.pop();
    if (path.length === 0) break;
  }
  return { values: [...results.values()], because: results.size > 1 ? [...because.values()] : [] };
}
