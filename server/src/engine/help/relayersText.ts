import type { Relayers } from '../access/relay';
import type { ClientKind } from '../access/scenarios';
import type { Configuration } from '../configuration/configuration';
import { isPublic } from '../configuration/publicService';
import type { Locale, Text } from '../locale';
import type { ServiceEntry } from '../syntax/masterCf';
import { CLIENTS } from './accessWords';

/** Who may send to other domains through a service, in one short line without markup. */
export function relayersText(
  configuration: Configuration,
  service: ServiceEntry | undefined,
  { certainly, perhaps, unavailable }: Relayers,
  locale: Locale,
): string {
  if (unavailable) return FAILS(unavailable.by?.text ?? '')[locale];
  if (certainly.includes('stranger')) return (isPublic(configuration, service) ? OPEN : ALL_WHO_CONNECT)[locale];
  const [sure, unsure] = [namesOf(certainly, locale), namesOf(perhaps, locale)];
  if (sure === '' && unsure === '') return NOBODY[locale];
  if (sure === '') return PERHAPS(unsure)[locale];
  return unsure === '' ? FOR(sure)[locale] : FOR_AND_PERHAPS(sure, unsure)[locale];
}

/** Strangers may relay, and can get there. */
export function isOpenRelay(configuration: Configuration, service: ServiceEntry | undefined, relayers: Relayers) {
  return relayers.certainly.includes('stranger') && isPublic(configuration, service);
}

function namesOf(kinds: readonly ClientKind[], locale: Locale): string {
  return kinds.map((kind) => CLIENTS[kind][locale].replaceAll('`', '')).join(locale === 'ja' ? '、' : ', ');
}

const NOBODY: Text = { en: 'Relays for nobody', ja: 'リレーできる相手はいません' };

const OPEN: Text = { en: 'Relays for everybody: open relay', ja: '誰でもリレーできます（オープンリレー）' };

const ALL_WHO_CONNECT: Text = {
  en: 'Relays for everybody on this machine',
  ja: 'このマシンからは誰でもリレーできます',
};

const FOR = (names: string): Text => ({ en: `Relays for: ${names}`, ja: `リレーできるのは: ${names}` });

const PERHAPS = (names: string): Text => ({
  en: `Relays perhaps for: ${names}`,
  ja: `リレーできるかもしれないのは: ${names}`,
});

const FOR_AND_PERHAPS = (sure: string, unsure: string): Text => ({
  en: `Relays for: ${sure}; perhaps: ${unsure}`,
  ja: `リレーできるのは: ${sure}（場合により: ${unsure}）`,
});

const FAILS = (what: string): Text => ({ en: `smtpd does not start: ${what}`, ja: `smtpd が起動しません: ${what}` });
