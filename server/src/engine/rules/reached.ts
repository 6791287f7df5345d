import { restrictionIn } from '../knowledge/restrictions';
import type { PostfixVersion } from '../knowledge/version';
import type { Restriction } from '../syntax/restrictionList';

/** Whether nothing after a restriction counts. With `warn_if_reject` before it, only `permit` still decides. */
export function endsList(version: PostfixVersion, { name, warnIfReject }: Restriction<unknown>): boolean {
  return restrictionIn(version, name)?.endsList === true && (!warnIfReject || name === 'permit');
}

/** The restrictions that smtpd can get to: those up to the first that always decides. */
export function reached<R extends Restriction<unknown>>(
  version: PostfixVersion,
  restrictions: readonly R[],
): readonly R[] {
  const end = restrictions.findIndex((restriction) => endsList(version, restriction));
  return end < 0 ? restrictions : restrictions.slice(0, end + 1);
}
