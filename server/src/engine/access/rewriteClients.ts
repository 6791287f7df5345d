import { splitText } from '../syntax/list';
import { isOwnAddress } from './machineSettings';
import { matchesClient } from './matchList';
import { dunno, lookupFailure, type Place } from './place';
import { certain, type Possible } from './possible';
import { isLoggedIn } from './restrictions';
import { assuming, type Result, type State } from './state';

/**
 * Asks for whose messages smtpd(8) will complete addresses, after MAIL FROM: only a lookup that fails matters, because it
 * refuses the message (smtpd_check_rewrite).
 */
export function checkRewriteClients(place: Place, state: State): Result[] {
  const { settings } = place;
  const results: Result[] = [];
  let rest = state;
  for (const word of splitText(settings.text('local_header_rewrite_clients'))) {
    const { values, because } = isRewritten(place, word);
    rest = assuming(rest, because);
    if (values.includes('error')) results.push(...lookupFailure(place, rest));
    if (!values.includes(false)) return values.includes(true) ? [...results, ...dunno(rest)] : results;
  }
  return [...results, ...dunno(rest)];
}

function isRewritten(place: Place, word: string): Possible<boolean | 'error'> {
  const { settings, question } = place;
  if (word.includes(':')) {
    const lookup = settings.table(word).find(question.client.address);
    if (lookup.kind === 'error') return certain('error');
    if (lookup.kind === 'unknown') return { values: [true, false, 'error'], because: [lookup.because] };
    return certain(lookup.kind === 'found');
  }
  switch (word.toLowerCase()) {
    case 'permit_inet_interfaces':
      return isOwnAddress(settings.configuration, question.client.address, settings.service);
    case 'permit_mynetworks':
      return matchesClient(settings.configuration, 'mynetworks', question.client, settings.service);
    case 'permit_sasl_authenticated':
      return certain(isLoggedIn(place));
    default:
      return certain(false);
  }
}
