import { type AddressClass, type Resolution, resolve } from './addresses';
import type { Place } from './place';
import { certain, type Possible } from './possible';

/** What trivial-rewrite(8) makes of the sender or recipient, for smtpd_resolve_addr at a place. */
export function resolveAt({ settings, told, question }: Place, subject: 'sender' | 'recipient'): Possible<Resolution> {
  const { sender = '', recipient = '' } = told;
  const [address, other] = subject === 'sender' ? [sender, recipient] : [recipient, sender];
  const resolved = resolve(settings.configuration, other, address);
  const expected = question.expects?.[subject];
  return expected === undefined ? resolved : asExpected(resolved, expected);
}

/**
 * Where tables that cannot be read leave several cases, the one that the question speaks of: an ordinary address of that
 * class, of which no lookup fails.
 */
function asExpected(resolved: Possible<Resolution>, expected: AddressClass): Possible<Resolution> {
  if (resolved.values.length < 2) return resolved;
  const found = resolved.values.find(
    ({ class: own, isFail, isError, transport }) =>
      own === expected && !isFail && !isError && (own === 'alias' || (transport !== 'error' && transport !== 'retry')),
  );
  return found ? certain(found) : resolved;
}
