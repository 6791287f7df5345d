import { namesToSuggest } from '../configuration/names';
import type { PostfixVersion } from '../knowledge/version';
import { nearestName } from '../nearest';
import { ownCopy } from '../ownCopy';

/** The parameter that a misspelt name was most likely meant to be; kept, as the same name comes at every keystroke. */
export function nearestParameter(name: string, version: PostfixVersion): string | undefined {
  const key = `${version} ${name}`;
  if (!nearest.has(key)) {
    if (nearest.size > MOST_KEPT) nearest.clear();
    nearest.set(ownCopy(key), nearestName(name, namesToSuggest(version)));
  }
  return nearest.get(key);
}
const nearest = new Map<string, string | undefined>();
const MOST_KEPT = 10_000;
