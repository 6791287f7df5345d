import type { CodeLens } from 'vscode-languageserver-types';
import { relayersOf, relayServices } from '../engine/access/relay';
import { RECIPIENT, RELAY } from '../engine/access/relayGuard';
import { serviceTitle } from '../engine/access/relayTable';
import { type Configuration, overridesOf } from '../engine/configuration/configuration';
import { isPublic } from '../engine/configuration/publicService';
import { alikeSmtpdServices } from '../engine/configuration/restrictionLists';
import { relayersText } from '../engine/help/relayersText';
import { parameterIn } from '../engine/knowledge/parameters';
import type { Locale } from '../engine/locale';
import { type Slice, spanOf } from '../engine/syntax/logicalLine';
import type { ServiceEntry } from '../engine/syntax/masterCf';
import { serviceName } from './relayTable';
import { type FeatureRequest, rangeOf } from './request';

/** What a lens is about, until an editor wants to show it. */
export interface LensData {
  readonly uri: string;
  /** A service of master.cf; absent for a list in main.cf. */
  readonly service?: string;
}

/** The command of a client that shows the table; its arguments are those of the request `postfix-config/relayTable`. */
const SHOW = 'postfix-config.showRelayTable';

/** Where it can be said who may relay: above each smtpd service, and above the list in main.cf that decides it. */
export function codeLenses({ configuration, document, kind }: FeatureRequest): CodeLens[] {
  // Which lines of a template will be there is not known.
  if (configuration.isTemplate) return [];
  const lens = (at: Slice, service?: ServiceEntry): CodeLens => {
    const name = serviceName(service);
    const data: LensData = { uri: document.uri, ...(name !== undefined && { service: name }) };
    return { range: rangeOf(document, spanOf(at)), data };
  };
  if (kind === 'master.cf') {
    return relayServices(configuration).flatMap((service) => (service ? [lens(service.service, service)] : []));
  }
  const entry = configuration.mainEntries.get(listOf(configuration));
  return entry && servicesOfMain(configuration).length > 0 ? [lens(entry.name)] : [];
}

/** Says it; this takes its time, and an editor asks only for what can be seen. */
export function resolveCodeLens(
  { configuration, locale }: FeatureRequest,
  lens: CodeLens,
  { showsTable }: { readonly showsTable: boolean },
): CodeLens {
  const { uri, service: name } = lens.data as LensData;
  const service = relayServices(configuration).find((one) => serviceName(one) === name);
  const { title, shown } =
    name === undefined
      ? ofMain(configuration, locale)
      : { title: titleOf(configuration, service, locale), shown: service };
  const command = showsTable ? { command: SHOW, arguments: [uri, serviceName(shown)] } : { command: '' };
  return { ...lens, command: { title, ...command } };
}

/** Where the services differ, the list is judged by the first that others can reach. */
function ofMain(configuration: Configuration, locale: Locale) {
  const services = servicesOfMain(configuration);
  const first = services.find((service) => isPublic(configuration, service)) ?? services[0];
  const title = titleOf(configuration, first, locale);
  const others = alikeSmtpdServices(configuration).map((alike) => alike.all.find((one) => services.includes(one)));
  const isSame = others.every((other) => !other || titleOf(configuration, other, locale) === title);
  return isSame ? { title, shown: undefined } : { title: OF_ONE[locale](title, serviceTitle(first)), shown: first };
}

const OF_ONE: Readonly<Record<Locale, (title: string, service: string) => string>> = {
  en: (title, service) => `${service}: ${title}. Other services differ`,
  ja: (title, service) => `${service}: ${title}。ほかのサービスでは異なります`,
};

/** Before 2.10 there was one list for both. */
function listOf({ version }: Configuration): string {
  return parameterIn(version, RELAY) ? RELAY : RECIPIENT;
}

/** The services that get the list of main.cf. */
function servicesOfMain(configuration: Configuration): readonly (ServiceEntry | undefined)[] {
  const list = listOf(configuration);
  return relayServices(configuration).filter((service) => !service || !overridesOf(service).has(list));
}

function titleOf(configuration: Configuration, service: ServiceEntry | undefined, locale: Locale): string {
  return relayersText(configuration, service, relayersOf(configuration, service), locale);
}
