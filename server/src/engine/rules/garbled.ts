import { textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import { commentsIn, swallowedParameters } from './continuation';
import { hasLookAlike } from './nonAscii';
import { hasShellHabits } from './shellHabits';

/**
 * Whether a value holds what was never meant to be in it: a comment, a full-width character, another parameter, the
 * quotes of a shell. Other rules report that; what its words mean is not worth a second report.
 */
export function isGarbled(entry: ParameterEntry): boolean {
  return (
    hasLookAlike(textOf(entry.value)) ||
    commentsIn(entry).length > 0 ||
    swallowedParameters(entry).length > 0 ||
    hasShellHabits(entry)
  );
}
