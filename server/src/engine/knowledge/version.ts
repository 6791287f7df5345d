/** A Postfix version as it is written: a series such as `3.7`, or a release such as `3.7.11`. */
export type PostfixVersion = `${number}.${number}` | `${number}.${number}.${number}`;

/** What is assumed where nothing is known of the machine: the newest stable series. */
export const NEWEST: PostfixVersion = '3.11';

/** The series that there are facts about; the last one is a development snapshot. */
export const SERIES = [
  '2.0',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '2.5',
  '2.6',
  '2.7',
  '2.8',
  '2.9',
  '2.10',
  '2.11',
  '3.0',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '3.5',
  '3.6',
  '3.7',
  '3.8',
  '3.9',
  '3.10',
  '3.11',
  '3.12',
] as const satisfies readonly PostfixVersion[];

/** Reads `3.7`, `3.7.11`, or a snapshot's `3.12-20260821`; undefined for anything else. */
export function parseVersion(text: string): PostfixVersion | undefined {
  const match = /^\s*(\d+)\.(\d+)(?:\.(\d+))?(?:-\S*)?\s*$/.exec(text);
  if (!match) return undefined;
  const [, major, minor, patch] = match;
  return (patch === undefined ? `${major}.${minor}` : `${major}.${minor}.${patch}`) as PostfixVersion;
}

/** Major, minor and patch level. A series without a patch level stands for its newest release. */
function numbers(version: string): readonly [number, number, number] {
  let known = parsed.get(version);
  if (!known) {
    const [major = 0, minor = 0, patch = Number.POSITIVE_INFINITY] = version.split('.').map(Number);
    known = [major, minor, patch];
    parsed.set(version, known);
  }
  return known;
}
const parsed = new Map<string, readonly [number, number, number]>();

/** The series of a release: `3.7.11` → `3.7`. */
export function seriesOf(version: string): string {
  const [major, minor] = numbers(version);
  return `${major}.${minor}`;
}

/** Whether a thing that came with `since` (a series, or the release of one) is there in `version`. */
export function isSince(version: string, since: string): boolean {
  const [major, minor, patch] = numbers(version);
  const [sinceMajor, sinceMinor, sincePatch] = numbers(since);
  if (major !== sinceMajor) return major > sinceMajor;
  if (minor !== sinceMinor) return minor > sinceMinor;
  return sincePatch === Number.POSITIVE_INFINITY || patch >= sincePatch;
}

/** Whether `version` is a release of the same series as `release`, and no older. */
export function hasBackport(version: string, release: string): boolean {
  return seriesOf(version) === seriesOf(release) && isSince(version, release);
}

/** When something came, and when it went. */
export interface Lifetime {
  /** The first series, or the release of it, that has it; absent: older than 2.0. */
  readonly since?: string;
  /** Releases of older series that got it too. */
  readonly backports?: readonly string[];
  /** The only releases that ever had it. */
  readonly onlyIn?: readonly string[];
  /** A gap: gone `from` one series on, back in `until`. */
  readonly absent?: { readonly from: string; readonly until: string };
  /** The first series without it. */
  readonly removed?: string;
}

/** Whether a thing exists in a version. */
export function existsIn(thing: Lifetime, version: string): boolean {
  if (thing.onlyIn) return thing.onlyIn.includes(version);
  if (thing.removed && isSince(version, thing.removed)) return false;
  if (thing.absent && isSince(version, thing.absent.from) && !isSince(version, thing.absent.until)) return false;
  if (!thing.since || isSince(version, thing.since)) return true;
  return thing.backports?.some((release) => hasBackport(version, release)) ?? false;
}

/**
 * The value for a version out of a table from version to value: a series' entry (`3.11`) holds for it and all later
 * ones, a release's (`3.7.20`) for that series only. Undefined before the first entry.
 */
export function valueFor<T>(history: Readonly<Record<string, T>>, version: string): T | undefined {
  let result: T | undefined;
  let best = '';
  for (const [since, value] of Object.entries(history)) {
    const isRelease = since.split('.').length > 2;
    if (!(isRelease ? hasBackport(version, since) : isSince(version, since))) continue;
    if (best === '' || isNewer(since, best)) {
      best = since;
      result = value;
    }
  }
  return result;
}

function isNewer(left: string, right: string): boolean {
  const [leftMajor, leftMinor, leftPatch] = numbers(left);
  const [rightMajor, rightMinor, rightPatch] = numbers(right);
  if (leftMajor !== rightMajor) return leftMajor > rightMajor;
  if (leftMinor !== rightMinor) return leftMinor > rightMinor;
  const patch = (value: number) => (value === Number.POSITIVE_INFINITY ? -1 : value);
  return patch(leftPatch) > patch(rightPatch);
}
