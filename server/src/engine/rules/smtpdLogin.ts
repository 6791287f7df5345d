import type { Configuration } from '../configuration/configuration';
import { restrictionClasses, restrictionParameters } from '../configuration/restrictionLists';
import type { ServiceEntry } from '../syntax/masterCf';
import { isMandatory, isSet, readBoolean, readValue, type SmtpdTls } from './smtpdTls';

export const LOGIN = 'smtpd_sasl_auth_enable';
export const TLS_ONLY = 'smtpd_tls_auth_only';

/**
 * When smtpd(8) announces AUTH: not at all, only inside TLS, or before TLS as well; `waits for TLS` that never comes,
 * because there is no STARTTLS. Undefined where a table or a list decides for each client, or a value is not certain.
 */
export type Login = 'none' | 'in TLS' | 'in the clear' | 'waits for TLS';

export function loginOf(
  configuration: Configuration,
  service: ServiceEntry | undefined,
  tls: SmtpdTls,
): Login | undefined {
  const isOn = readBoolean(configuration, LOGIN, service);
  if (!isOn) return isOn === false ? 'none' : undefined;
  if (isAnnouncedToSome(configuration, service)) return undefined;
  if (isMandatory(tls)) return 'in TLS';
  const isTlsOnly = readBoolean(configuration, TLS_ONLY, service);
  if (!isTlsOnly) return isTlsOnly === false ? 'in the clear' : undefined;
  return tls.use === 'off' ? 'waits for TLS' : 'in TLS';
}

/** Whether a login is certainly possible, be it inside TLS only. */
export function offersLogin(configuration: Configuration, service: ServiceEntry, tls: SmtpdTls): boolean {
  const login = loginOf(configuration, service, tls);
  return login === 'in TLS' || login === 'in the clear';
}

/** Whether AUTH is kept from some clients, or from all (ehlo_cmd in smtpd.c). */
function isAnnouncedToSome(configuration: Configuration, service: ServiceEntry | undefined): boolean {
  return (
    SELECTIVE.some((name) => isSet(configuration, name, service)) ||
    /\bauth\b/i.test(readValue(configuration, 'smtpd_discard_ehlo_keywords', service) ?? 'auth')
  );
}
const SELECTIVE = ['smtpd_discard_ehlo_keyword_address_maps', 'smtpd_sasl_exceptions_networks'];

/** Whether something else than a login may decide who sends through a service: an address, a certificate, a table. */
export function isLimited(configuration: Configuration, service: ServiceEntry): boolean {
  if (isSet(configuration, 'smtpd_upstream_proxy_protocol', service)) return true;
  const classes = restrictionClasses(configuration, service);
  return restrictionParameters(configuration).some(({ name }) => {
    const list = readValue(configuration, name, service);
    return list === undefined || list.split(/[\s,]+/).some((word) => DECIDES.test(word) || classes.includes(word));
  });
}
const DECIDES = /^(?:reject|defer|permit_tls_\w+|check_\w+|[a-z]+:.*)$/i;
