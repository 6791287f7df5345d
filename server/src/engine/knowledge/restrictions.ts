import type { Text } from '../locale';
import { existsIn, type Lifetime, type PostfixVersion } from './version';

/** What is known of one access restriction of smtpd(8). */
export interface RestrictionFacts extends Lifetime {
  /** An older name of another restriction; both work. */
  readonly aliasOf?: string;
  /** What it looks at. */
  readonly about: 'client' | 'helo' | 'sender' | 'recipient' | 'etrn' | 'generic' | 'modifier';
  readonly argument?: RestrictionArgument;
  /** What it may answer besides having no opinion. */
  readonly can: readonly ('permit' | 'reject' | 'defer')[];
  /** It always decides, so nothing after it in the same list counts. */
  readonly endsList?: boolean;
  /** An OK from its table is a server error: such a look-up is too easy to forge. */
  readonly refusesPermit?: boolean;
  /** smtpd starts only if one of these is in its relay or recipient restrictions. */
  readonly guardsRelay?: boolean;
  readonly needs?: 'SASL' | 'TLS';
  /** The parameters that it looks into. */
  readonly uses?: readonly string[];
  readonly standsFor?: readonly string[];
  /** The parameter that holds the reply code. */
  readonly codeParameter?: string;
  /** The parameter that says what a temporary failure does. */
  readonly tempfailParameter?: string;
  readonly deprecated?: RestrictionDeprecation;
  /** What we say of it. The first sentence is the summary. */
  readonly text?: Text;
}

export type RestrictionArgument = 'lookup table' | 'policy service' | 'dns list' | 'seconds';

export interface RestrictionDeprecation {
  readonly warnedSince: string;
  /** The restrictions to use instead. */
  readonly instead?: readonly string[];
  /** The parameter to use instead. */
  readonly parameter?: string;
}

/** Every restriction since Postfix 2.0. All of them are accepted in every list. */
export const RESTRICTIONS = {
  check_ccert_access: {
    since: '2.2',
    about: 'client',
    argument: 'lookup table',
    can: ['permit', 'reject', 'defer'],
    needs: 'TLS',
  },
  check_client_a_access: {
    since: '3.0',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_client_access: { about: 'client', argument: 'lookup table', can: ['permit', 'reject', 'defer'] },
  check_client_mx_access: {
    since: '2.7',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_client_ns_access: {
    since: '2.7',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_etrn_access: { about: 'etrn', argument: 'lookup table', can: ['permit', 'reject', 'defer'] },
  check_helo_a_access: {
    since: '3.0',
    about: 'helo',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_helo_access: { about: 'helo', argument: 'lookup table', can: ['permit', 'reject', 'defer'] },
  check_helo_mx_access: {
    since: '2.1',
    about: 'helo',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_helo_ns_access: {
    since: '2.1',
    about: 'helo',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_policy_service: {
    since: '2.1',
    about: 'generic',
    argument: 'policy service',
    can: ['permit', 'reject', 'defer'],
  },
  check_recipient_a_access: {
    since: '3.0',
    about: 'recipient',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_recipient_access: { about: 'recipient', argument: 'lookup table', can: ['permit', 'reject', 'defer'] },
  check_recipient_maps: { aliasOf: 'reject_unlisted_recipient', about: 'recipient', can: ['reject', 'defer'] },
  check_recipient_mx_access: {
    since: '2.1',
    about: 'recipient',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_recipient_ns_access: {
    since: '2.1',
    about: 'recipient',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_relay_domains: {
    removed: '3.9',
    about: 'recipient',
    can: ['permit', 'reject'],
    endsList: true,
    guardsRelay: true,
    deprecated: { warnedSince: '2.2', instead: ['permit_mynetworks', 'reject_unauth_destination'] },
  },
  check_reverse_client_hostname_a_access: {
    since: '3.0',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_reverse_client_hostname_access: {
    since: '2.6',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_reverse_client_hostname_mx_access: {
    since: '2.7',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_reverse_client_hostname_ns_access: {
    since: '2.7',
    about: 'client',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_sasl_access: {
    since: '2.11',
    about: 'client',
    argument: 'lookup table',
    can: ['permit', 'reject', 'defer'],
    needs: 'SASL',
  },
  check_sender_a_access: {
    since: '3.0',
    about: 'sender',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_sender_access: { about: 'sender', argument: 'lookup table', can: ['permit', 'reject', 'defer'] },
  check_sender_mx_access: {
    since: '2.1',
    about: 'sender',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  check_sender_ns_access: {
    since: '2.1',
    about: 'sender',
    argument: 'lookup table',
    can: ['reject', 'defer'],
    refusesPermit: true,
  },
  defer: { about: 'generic', can: ['defer'], endsList: true, guardsRelay: true, codeParameter: 'defer_code' },
  defer_if_permit: { about: 'generic', can: ['defer'], guardsRelay: true },
  defer_if_reject: { about: 'generic', can: ['defer'] },
  defer_unauth_destination: { since: '2.10', about: 'recipient', can: ['defer'], guardsRelay: true },
  permit: { about: 'generic', can: ['permit'], endsList: true },
  permit_auth_destination: { about: 'recipient', can: ['permit'] },
  permit_dnswl_client: { since: '2.8', about: 'client', argument: 'dns list', can: ['permit', 'defer'] },
  permit_inet_interfaces: { since: '2.2', about: 'client', can: ['permit'] },
  permit_mx_backup: {
    about: 'recipient',
    can: ['permit', 'defer'],
    uses: ['permit_mx_backup_networks'],
    deprecated: { warnedSince: '3.9', parameter: 'relay_domains' },
  },
  permit_mynetworks: { about: 'client', can: ['permit'] },
  permit_naked_ip_address: {
    removed: '3.9',
    about: 'helo',
    can: ['permit'],
    deprecated: { warnedSince: '2.0', instead: ['permit_mynetworks', 'permit_sasl_authenticated'] },
  },
  permit_rhswl_client: { since: '2.8', about: 'client', argument: 'dns list', can: ['permit', 'defer'] },
  permit_sasl_authenticated: { about: 'client', can: ['permit'], needs: 'SASL' },
  permit_tls_all_clientcerts: { since: '2.2', about: 'client', can: ['permit'], needs: 'TLS' },
  permit_tls_clientcerts: { since: '2.2', about: 'client', can: ['permit'], needs: 'TLS', uses: ['relay_clientcerts'] },
  reject: { about: 'generic', can: ['reject'], endsList: true, guardsRelay: true, codeParameter: 'reject_code' },
  reject_authenticated_sender_login_mismatch: {
    since: '2.1',
    about: 'sender',
    can: ['reject'],
    needs: 'SASL',
    uses: ['smtpd_sender_login_maps'],
  },
  reject_invalid_helo_hostname: {
    since: '2.3',
    about: 'helo',
    can: ['reject'],
    codeParameter: 'invalid_hostname_reject_code',
  },
  reject_invalid_hostname: {
    aliasOf: 'reject_invalid_helo_hostname',
    about: 'helo',
    can: ['reject'],
    codeParameter: 'invalid_hostname_reject_code',
  },
  reject_known_sender_login_mismatch: {
    since: '2.11',
    about: 'sender',
    can: ['reject'],
    needs: 'SASL',
    uses: ['smtpd_sender_login_maps'],
  },
  reject_maps_rbl: {
    removed: '3.9',
    about: 'client',
    can: ['reject'],
    uses: ['maps_rbl_domains'],
    codeParameter: 'maps_rbl_reject_code',
    deprecated: { warnedSince: '2.1', instead: ['reject_rbl_client'] },
  },
  reject_multi_recipient_bounce: {
    since: '2.1',
    about: 'sender',
    can: ['reject'],
    codeParameter: 'multi_recipient_bounce_reject_code',
  },
  reject_non_fqdn_helo_hostname: {
    since: '2.3',
    about: 'helo',
    can: ['reject'],
    codeParameter: 'non_fqdn_reject_code',
  },
  reject_non_fqdn_hostname: {
    aliasOf: 'reject_non_fqdn_helo_hostname',
    about: 'helo',
    can: ['reject'],
    codeParameter: 'non_fqdn_reject_code',
  },
  reject_non_fqdn_recipient: { about: 'recipient', can: ['reject'], codeParameter: 'non_fqdn_reject_code' },
  reject_non_fqdn_sender: { about: 'sender', can: ['reject'], codeParameter: 'non_fqdn_reject_code' },
  reject_plaintext_session: { since: '2.3', about: 'generic', can: ['reject'], codeParameter: 'plaintext_reject_code' },
  reject_rbl: {
    aliasOf: 'reject_rbl_client',
    about: 'client',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
  },
  reject_rbl_client: { about: 'client', argument: 'dns list', can: ['reject'], codeParameter: 'maps_rbl_reject_code' },
  reject_rhsbl_client: {
    about: 'client',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
  },
  reject_rhsbl_helo: {
    since: '2.1',
    about: 'helo',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
  },
  reject_rhsbl_recipient: {
    about: 'recipient',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
  },
  reject_rhsbl_reverse_client: {
    since: '2.8',
    about: 'client',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
  },
  reject_rhsbl_sender: {
    about: 'sender',
    argument: 'dns list',
    can: ['reject'],
    codeParameter: 'maps_rbl_reject_code',
  },
  reject_sender_login_mismatch: {
    about: 'sender',
    can: ['reject'],
    needs: 'SASL',
    uses: ['smtpd_sender_login_maps'],
    standsFor: ['reject_authenticated_sender_login_mismatch', 'reject_unauthenticated_sender_login_mismatch'],
  },
  reject_unauth_destination: {
    about: 'recipient',
    can: ['reject'],
    guardsRelay: true,
    codeParameter: 'relay_domains_reject_code',
  },
  reject_unauth_pipelining: { about: 'generic', can: ['reject'] },
  reject_unauthenticated_sender_login_mismatch: {
    since: '2.1',
    about: 'sender',
    can: ['reject'],
    needs: 'SASL',
    uses: ['smtpd_sender_login_maps'],
  },
  reject_unknown_address: {
    aliasOf: 'reject_unknown_sender_domain',
    about: 'sender',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_address_reject_code',
    tempfailParameter: 'unknown_address_tempfail_action',
  },
  reject_unknown_client: {
    aliasOf: 'reject_unknown_client_hostname',
    about: 'client',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_client_reject_code',
  },
  reject_unknown_client_hostname: {
    since: '2.3',
    about: 'client',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_client_reject_code',
  },
  reject_unknown_helo_hostname: {
    since: '2.3',
    about: 'helo',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_hostname_reject_code',
    tempfailParameter: 'unknown_helo_hostname_tempfail_action',
  },
  reject_unknown_hostname: {
    aliasOf: 'reject_unknown_helo_hostname',
    about: 'helo',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_hostname_reject_code',
    tempfailParameter: 'unknown_helo_hostname_tempfail_action',
  },
  reject_unknown_recipient_domain: {
    about: 'recipient',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_address_reject_code',
    tempfailParameter: 'unknown_address_tempfail_action',
  },
  reject_unknown_reverse_client_hostname: {
    since: '2.3',
    about: 'client',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_client_reject_code',
  },
  reject_unknown_sender_domain: {
    about: 'sender',
    can: ['reject', 'defer'],
    codeParameter: 'unknown_address_reject_code',
    tempfailParameter: 'unknown_address_tempfail_action',
  },
  reject_unlisted_recipient: { since: '2.1', about: 'recipient', can: ['reject', 'defer'] },
  reject_unlisted_sender: { since: '2.1', about: 'sender', can: ['reject', 'defer'] },
  reject_unverified_recipient: {
    since: '2.1',
    about: 'recipient',
    can: ['reject', 'defer'],
    codeParameter: 'unverified_recipient_reject_code',
    tempfailParameter: 'unverified_recipient_tempfail_action',
  },
  reject_unverified_sender: {
    since: '2.1',
    about: 'sender',
    can: ['reject', 'defer'],
    codeParameter: 'unverified_sender_reject_code',
    tempfailParameter: 'unverified_sender_tempfail_action',
  },
  sleep: { since: '2.2', about: 'generic', argument: 'seconds', can: [] },
  warn_if_reject: { about: 'modifier', can: [] },
} as const satisfies Readonly<Record<string, RestrictionFacts>>;

export interface NamedRestriction extends RestrictionFacts {
  readonly name: string;
}

const byName = new Map<string, NamedRestriction>(
  Object.entries(RESTRICTIONS).map(([name, facts]) => [name, { name, ...facts }]),
);

/** The restriction of that name in any version; names are compared in lower case. */
export function restrictionNamed(name: string): NamedRestriction | undefined {
  return byName.get(name.toLowerCase());
}

/** The restriction of that name, if that version of Postfix has it. */
export function restrictionIn(version: PostfixVersion, name: string): NamedRestriction | undefined {
  const restriction = restrictionNamed(name);
  return restriction && existsIn(restriction, version) ? restriction : undefined;
}

/** The restrictions of a version. */
export function restrictionsOf(version: PostfixVersion): NamedRestriction[] {
  return [...byName.values()].filter((restriction) => existsIn(restriction, version));
}
