import { restrictionIn } from '../knowledge/restrictions';
import { isSince } from '../knowledge/version';
import { checkClient, checkKey, checkMailAddress, findDomain, findHostAddress, tableOf } from './accessTables';
import { findAddress, openMaps } from './addresses';
import { resolveAt } from './expectedAddress';
import { isHostAddress, isHostName, mailHostAddress } from './hostNames';
import type { LookupResult, Table } from './lookupResult';
import { isOwnAddress } from './machineSettings';
import { matchesClient, matchesDomain } from './matchList';
import {
  type Check,
  deferIfPermit,
  deferIfReject,
  dunno,
  lookupFailure,
  type Place,
  permit,
  refuse,
  reject,
  rejectSomehow,
  serverError,
} from './place';
import type { Dependency, Possible } from './possible';
import { checkListed } from './recipientMaps';
import type { Subject } from './reply';
import { assuming, type Result, type State } from './state';
import { anyAnswer, resultOf } from './tableAction';

/**
 * What each restriction does, as generic_checks in smtpd_check.c: one that looks at something which has not been told
 * does nothing. Those that no table below names are asked of DNS.
 */
const CHECKS: Readonly<Record<string, Check>> = {
  // Generic.
  permit,
  reject: (place, state) => reject(place, state, codeOf(place), '5.7.1'),
  defer: (place, state) => reject(place, state, codeOf(place), '4.3.2'),
  defer_if_permit: (place, state) => deferIfPermit(place, state, 450, '4.7.0'),
  defer_if_reject: (place, state) => deferIfReject(place, state, 450, '4.7.0'),
  // The questions that are asked here come from a client that waits for each reply.
  reject_unauth_pipelining: (_place, state) => dunno(state),
  // A bounce with one recipient.
  reject_multi_recipient_bounce: (_place, state) => dunno(state),
  sleep: (place, state) => (/^\d+$/.test(argumentOf(place)) ? dunno(state) : serverError(place, state)),
  check_policy_service: (place, state) => {
    const server = argumentOf(place);
    if (!server.includes(':')) return serverError(place, state);
    return anyAnswer(place, assuming(state, [{ kind: 'policy service', name: server }]));
  },
  reject_plaintext_session: (place, state) =>
    place.told.isEncrypted ? dunno(state) : reject(place, state, codeOf(place), '4.7.1'),

  // The client.
  permit_inet_interfaces: (place, state) => {
    const { settings, question } = place;
    return permitIf(place, state, isOwnAddress(settings.configuration, question.client.address, settings.service));
  },
  permit_mynetworks: (place, state) => {
    const { settings, question } = place;
    return permitIf(
      place,
      state,
      matchesClient(settings.configuration, 'mynetworks', question.client, settings.service),
    );
  },
  permit_sasl_authenticated: (place, state) => (isLoggedIn(place) ? permit(place, state) : dunno(state)),
  permit_tls_clientcerts: (place, state) => permitCertificate(place, state, false),
  permit_tls_all_clientcerts: (place, state) => permitCertificate(place, state, true),
  reject_unknown_client_hostname: (place, state) =>
    rejectUnknownName(place, state, isSince(place.settings.configuration.version, '3.0') ? '4.7.25' : '4.7.1'),
  reject_unknown_reverse_client_hostname: (place, state) => rejectUnknownName(place, state, '4.7.1'),
  check_client_access: withTable((place, state, table) => {
    const { name, address } = place.question.client;
    return checkClient(place, state, table, name, address);
  }),
  check_reverse_client_hostname_access: withTable((place, state, table) => {
    const { name, address } = place.question.client;
    return forbidPermit(place, state, checkClient(place, state, table, name, address));
  }),
  check_ccert_access: withTable((place, state, table) => {
    const { certificate } = place.told;
    if (!certificate) return dunno(state);
    const { fingerprint } = certificate;
    if (fingerprint !== undefined) return checkKey(place, state, table, fingerprint, 'other');
    return anyAnswer(place, assuming(state, [{ kind: 'table', name: argumentOf(place) }]));
  }),
  check_sasl_access: withTable((place, state, table) => {
    const { login } = place.told;
    return login && hasLogin(place) ? checkKey(place, state, table, login, 'other') : dunno(state);
  }),

  reject_maps_rbl: (place, state) => {
    const { settings } = place;
    return settings.text('maps_rbl_domains') === '' ? dunno(state) : askDns(place, state, false, 'client');
  },

  // HELO.
  check_helo_access: withTable((place, state, table) => {
    const { helo } = place.told;
    return helo ? resultOf(place, state, findDomain(place, table, helo), 'other').results : dunno(state);
  }),
  reject_invalid_helo_hostname: aboutHelo((place, state, helo) =>
    rejectUnless(
      place,
      state,
      helo.startsWith('[') ? isAddressLiteral(helo) : isName(helo) || isHostAddress(helo),
      '5.5.2',
    ),
  ),
  reject_non_fqdn_helo_hostname: aboutHelo((place, state, helo) => {
    if (helo.startsWith('[')) return rejectBadLiteral(place, state, helo);
    return rejectUnless(place, state, isName(helo) && withoutDot(helo).includes('.'), '5.5.2');
  }),
  reject_unknown_helo_hostname: aboutHelo((place, state, helo) =>
    helo.startsWith('[') ? rejectBadLiteral(place, state, helo) : rejectByDns(place, state, helo, '4.7.1'),
  ),
  permit_naked_ip_address: aboutHelo((place, state, helo) => {
    if (!/^[\d.:]*$/.test(helo)) return dunno(state);
    // A refusal that is only a warning lets it through.
    return mailHostAddress(helo) !== undefined || place.isWarning
      ? permit(place, state)
      : rejectBadLiteral(place, state, helo);
  }),

  // The sender.
  check_sender_access: withTable((place, state, table) => {
    const { sender } = place.told;
    if (sender === undefined) return dunno(state);
    if (sender !== '') return checkMailAddress(place, state, table, 'sender');
    return checkKey(place, state, table, place.settings.text('smtpd_null_access_lookup_key'), 'sender');
  }),
  reject_non_fqdn_sender: aboutSender((place, state, sender) => rejectNotFqdn(place, state, sender)),
  reject_unlisted_sender: aboutSender((place, state) => checkListed(place, state, 'sender')),
  reject_unknown_sender_domain: aboutSender((place, state) => rejectUnknownDomain(place, state, 'sender')),
  reject_authenticated_sender_login_mismatch: aboutSender((place, state) =>
    place.told.login !== undefined ? rejectForeignSender(place, state, false) : dunno(state),
  ),
  reject_known_sender_login_mismatch: aboutSender((place, state) =>
    place.told.login !== undefined ? rejectForeignSender(place, state, true) : rejectOwnedSender(place, state),
  ),
  reject_unauthenticated_sender_login_mismatch: aboutSender((place, state) =>
    place.told.login === undefined ? rejectOwnedSender(place, state) : dunno(state),
  ),

  // The recipient.
  check_recipient_access: withTable((place, state, table) => {
    const { recipient } = place.told;
    return recipient ? checkMailAddress(place, state, table, 'recipient') : dunno(state);
  }),
  permit_auth_destination: aboutRecipient((place, state) =>
    byDestination(place, state, { ours: (assumed) => permit(place, assumed), others: dunno }),
  ),
  reject_unauth_destination: aboutRecipient((place, state) =>
    byDestination(place, state, {
      ours: dunno,
      others: (assumed) => reject(place, assumed, codeOf(place), '5.7.1'),
    }),
  ),
  defer_unauth_destination: aboutRecipient((place, state) =>
    byDestination(place, state, {
      ours: dunno,
      others: (assumed) => reject(place, assumed, place.settings.number('relay_domains_reject_code') - 100, '4.7.1'),
    }),
  ),
  check_relay_domains: (place, state) => {
    const { settings, told, question } = place;
    const { recipient } = told;
    if (recipient === undefined) return dunno(state);
    const { name } = question.client;
    const isOurs: Possible<boolean | 'error'> =
      name === undefined
        ? { values: [true, false], because: [{ kind: 'DNS permit', name: question.client.address }] }
        : matchesDomain(settings.configuration, 'relay_domains', name, settings.service);
    return branch(place, state, isOurs, {
      yes: (assumed) => permit(place, assumed),
      no: (assumed) =>
        byDestination(place, assumed, {
          ours: (ours) => permit(place, ours),
          others: (others) => reject(place, others, settings.number('relay_domains_reject_code'), '5.7.1'),
        }),
    });
  },
  permit_mx_backup: aboutRecipient((place, state, recipient) =>
    byDestination(place, state, {
      ours: (assumed) => permit(place, assumed),
      others: (assumed) => {
        if (/@\[.*\]$/.test(recipient)) return dunno(assumed);
        const asked = assuming(assumed, [{ kind: 'DNS permit', name: recipient }]);
        return [...permit(place, asked), ...dunno(asked), ...deferIfReject(place, asked, 450, '4.4.4')];
      },
    }),
  ),
  reject_non_fqdn_recipient: aboutRecipient((place, state, recipient) => rejectNotFqdn(place, state, recipient)),
  reject_unlisted_recipient: aboutRecipient((place, state) => checkListed(place, state, 'recipient')),
  reject_unknown_recipient_domain: aboutRecipient((place, state) => rejectUnknownDomain(place, state, 'recipient')),

  // Only ETRN has a domain to look up.
  check_etrn_access: withTable((_place, state) => dunno(state)),
};

/** Carries out one restriction. */
export function check(place: Place, state: State): Result[] {
  const { settings, restriction } = place;
  const { name, word } = restriction;
  const known = restrictionIn(settings.configuration.version, name);
  if (!known) {
    // Since 3.9 those that were removed refuse everything; this one still waits for a recipient.
    if (name === 'check_relay_domains' && !place.told.recipient) return dunno(state);
    const members = settings.classNamed(word.text);
    return members ? place.walk(members, word.text, place, state) : serverError(place, state);
  }
  const found = CHECKS[known.aliasOf ?? name];
  if (found) return found(place, state);
  // It is a class that smtpd(8) defines itself, and the names of classes have their case.
  if (known.standsFor) return word.text === name ? standFor(place, state, known.standsFor) : serverError(place, state);
  return askDns(place, state, known.argument === 'lookup table', known.about);
}

/** A restriction that is a list of others (`reject_sender_login_mismatch`). */
function standFor(place: Place, state: State, names: readonly string[]): Result[] {
  const words = names.map((text) => ({ ...place.restriction.word, text }));
  return place.walk(place.settings.read(words), undefined, place, state);
}

/** Restrictions that ask DNS, or verify(8). */
function askDns(place: Place, state: State, hasTable: boolean, about: string): Result[] {
  const { restriction, settings, told, question } = place;
  if (hasTable && !argumentOf(place).includes(':')) return serverError(place, state);
  const facts = restrictionIn(settings.configuration.version, restriction.name);
  // Without its domain a DNS list only logs a warning.
  if (facts?.argument === 'dns list' && restriction.argument === undefined) return dunno(state);
  const key = { client: question.client.name, helo: told.helo, sender: told.sender, recipient: told.recipient }[about];
  if (about !== 'client' && !key) return dunno(state);
  const byName = /rhs|_(?:ns|mx|a)_access$/.test(restriction.name);
  if (about === 'client' && byName && key?.toLowerCase() === 'unknown') return dunno(state);

  const subject: Subject = about === 'sender' || about === 'recipient' ? about : 'other';
  const literal = hasTable ? addressIn(key ?? '') : undefined;
  if (literal !== undefined) return checkLiteral(place, state, literal, subject);
  const name = restriction.argument?.text ?? key ?? question.client.address;
  const canPermit = facts?.can.includes('permit') ?? false;
  const asked = assuming(state, [{ kind: canPermit ? 'DNS permit' : 'DNS', name }]);
  if (canPermit) {
    // Who is allowed by a DNS list only may send to where anybody may.
    const allow = (): Result[] => [
      ...permit(place, asked),
      ...deferIfReject(place, asked, 450, '4.7.1'),
      ...dunno(asked),
    ];
    if (!place.stage.isRecipientCommand || told.recipient === undefined) return allow();
    return byDestination(place, asked, { ours: allow, others: dunno });
  }
  const maybeLater = deferIfPermit(place, asked, 450, '4.7.1');
  return [...dunno(asked), ...rejectSomehow(place, asked), ...maybeLater];
}

/** `[192.0.2.1]` after the last @, for the tables of mail servers (check_server_access); '' where it is no address. */
function addressIn(name: string): string | undefined {
  const domain = name.slice(name.lastIndexOf('@') + 1);
  if (!domain.startsWith('[')) return undefined;
  return (domain.endsWith(']') && mailHostAddress(domain.slice(1, -1))) || '';
}

function checkLiteral(place: Place, state: State, address: string, subject: Subject): Result[] {
  const table = tableOf(place);
  if (!table) return serverError(place, state);
  if (address === '' || place.restriction.name.includes('_ns_')) return dunno(state);
  return forbidPermit(place, state, resultOf(place, state, findHostAddress(table, address), subject).results);
}

const argumentOf = ({ restriction }: Place): string => restriction.argument?.text ?? '';

const dns = (name: string): Dependency => ({ kind: 'DNS', name });

/** The reply code that a parameter holds. */
function codeOf({ settings, restriction }: Place): number {
  const parameter = restrictionIn(settings.configuration.version, restriction.name)?.codeParameter;
  return parameter ? settings.number(parameter) : 450;
}

function withTable(checkTable: (place: Place, state: State, table: Table) => Result[]): Check {
  return (place, state) => {
    const table = tableOf(place);
    return table ? checkTable(place, state, table) : serverError(place, state);
  };
}

function aboutHelo(checkHelo: (place: Place, state: State, helo: string) => Result[]): Check {
  return (place, state) => (place.told.helo ? checkHelo(place, state, place.told.helo) : dunno(state));
}

function aboutSender(checkSender: (place: Place, state: State, sender: string) => Result[]): Check {
  return (place, state) => (place.told.sender ? checkSender(place, state, place.told.sender) : dunno(state));
}

function aboutRecipient(checkRecipient: (place: Place, state: State, recipient: string) => Result[]): Check {
  return (place, state) => (place.told.recipient ? checkRecipient(place, state, place.told.recipient) : dunno(state));
}

/** Goes on with every answer that is possible; a lookup that fails is an error of the server. */
function branch(
  place: Place,
  state: State,
  { values, because }: Possible<boolean | 'error'>,
  { yes, no }: { readonly yes: (state: State) => Result[]; readonly no: (state: State) => Result[] },
): Result[] {
  const assumed = assuming(state, because);
  return values.flatMap((value) =>
    value === 'error' ? lookupFailure(place, assumed) : value ? yes(assumed) : no(assumed),
  );
}

function permitIf(place: Place, state: State, condition: Possible<boolean | 'error'>): Result[] {
  return branch(place, state, condition, { yes: (assumed) => permit(place, assumed), no: dunno });
}

/** Whether the login counts: from 3.10 one that a proxy tells also counts where AUTH is not offered. */
export function isLoggedIn(place: Place): boolean {
  const { told, settings } = place;
  if (told.login === undefined) return false;
  if (isSince(settings.configuration.version, '3.10')) return true;
  return hasLogin(place) && (told.isEncrypted || !isLoginInTlsOnly(place));
}

function hasLogin({ settings }: Place): boolean {
  return settings.isYes('smtpd_sasl_auth_enable');
}

function isLoginInTlsOnly({ settings }: Place): boolean {
  return settings.isYes('smtpd_tls_auth_only');
}

/** permit_tls_clientcerts in smtpd_check.c. */
function permitCertificate(place: Place, state: State, areAllWelcome: boolean): Result[] {
  const { told, settings } = place;
  const { certificate } = told;
  if (!certificate) return dunno(state);
  if (areAllWelcome && certificate.isTrusted) return permit(place, state);
  const tables = openMaps(settings.configuration, 'relay_clientcerts', settings.service);
  const { fingerprint } = certificate;
  if (fingerprint === undefined) return tables.length > 0 ? permit(place, state) : dunno(state);
  for (const table of tables) {
    const lookup = table.find(fingerprint);
    if (lookup.kind === 'found') return permit(place, state);
    if (lookup.kind === 'error') return lookupFailure(place, state);
    if (lookup.kind === 'unknown') {
      const assumed = assuming(state, [lookup.because]);
      return [...permit(place, assumed), ...dunno(assumed)];
    }
  }
  return dunno(state);
}

function rejectUnknownName(place: Place, state: State, status: string): Result[] {
  const { name, address } = place.question.client;
  if (name !== undefined && name !== 'unknown') return dunno(state);
  if (name === 'unknown') return reject(place, state, codeOf(place), status);
  const asked = assuming(state, [dns(address)]);
  return [...dunno(asked), ...reject(place, asked, codeOf(place), status), ...reject(place, asked, 450, status)];
}

/** An OK from a table that is too easy to forge is an error of the server (forbid_allowlist). */
function forbidPermit(place: Place, state: State, results: readonly Result[]): Result[] {
  return results.flatMap((result) =>
    result.status === 'permit' && !result.state.isDiscarded
      ? refuse(place, { ...state, because: result.state.because }, 451, '4.3.5')
      : [result],
  );
}

const withoutDot = (name: string): string => (/[^.]\.$/.test(name) ? name.slice(0, -1) : name);
const isName = (name: string): boolean => isHostName(withoutDot(name));
const isAddressLiteral = (text: string): boolean =>
  mailHostAddress(/^\[.+\]$/.test(text) ? text.slice(1, -1) : text) !== undefined;

function rejectUnless(place: Place, state: State, isRight: boolean, status: string): Result[] {
  return isRight ? dunno(state) : reject(place, state, codeOf(place), status);
}

/** reject_invalid_hostaddr, which always has the code of an invalid name. */
function rejectBadLiteral(place: Place, state: State, text: string): Result[] {
  return isAddressLiteral(text)
    ? dunno(state)
    : reject(place, state, place.settings.number('invalid_hostname_reject_code'), '5.5.2');
}

/** reject_non_fqdn_address in smtpd_check.c. */
function rejectNotFqdn(place: Place, state: State, address: string): Result[] {
  const at = address.lastIndexOf('@');
  const domain = at < 0 ? '' : address.slice(at + 1);
  if (/^\[.*\]$/.test(domain)) return dunno(state);
  const isRight = domain !== '' && isName(domain) && withoutDot(domain).includes('.');
  return rejectUnless(place, state, isRight, '4.5.2');
}

/** reject_unknown_address in smtpd_check.c: only names of others are asked of DNS. */
function rejectUnknownDomain(place: Place, state: State, subject: 'sender' | 'recipient'): Result[] {
  const resolved = resolveAt(place, subject);
  return resolved.values.flatMap((resolution) => {
    const assumed = assuming(state, resolved.because);
    if (resolution.isFail) return lookupFailure(place, assumed);
    const at = resolution.recipient.lastIndexOf('@');
    const domain = resolution.recipient.slice(at + 1);
    const isFinal = resolution.class === 'local' || resolution.class === 'alias' || resolution.class === 'virtual';
    if (at < 0 || isFinal || /^\[.*\]$/.test(domain)) return dunno(assumed);
    return rejectByDns(place, assumed, domain, subject === 'sender' ? '4.1.8' : '4.1.2');
  });
}

function rejectByDns(place: Place, state: State, name: string, status: string): Result[] {
  const asked = assuming(state, [dns(name)]);
  return [...dunno(asked), ...reject(place, asked, codeOf(place), status), ...deferIfPermit(place, asked, 450, status)];
}

/** permit_auth_destination: goes on for a recipient that this server delivers or relays to, and for one of others. */
function byDestination(
  place: Place,
  state: State,
  { ours, others }: { readonly ours: (state: State) => Result[]; readonly others: (state: State) => Result[] },
): Result[] {
  const { settings } = place;
  const resolved = resolveAt(place, 'recipient');
  return resolved.values.flatMap((resolution) => {
    const assumed = assuming(state, resolved.because);
    if (resolution.isFail) return lookupFailure(place, assumed);
    if (!resolution.recipient.includes('@')) return ours(assumed);
    if (resolution.isRouted && !settings.isYes('allow_untrusted_routing')) return others(assumed);
    return resolution.class === 'default' ? others(assumed) : ours(assumed);
  });
}

/** The users who own a sender address (check_mail_addr_find over smtpd_sender_login_maps). */
function ownersOf(place: Place, state: State, goOn: (lookup: LookupResult, state: State) => Result[]): Result[] {
  const { settings, question } = place;
  const { configuration, service } = settings;
  if (!hasLogin(place) || question.ownsSender) return dunno(state);
  const resolved = resolveAt(place, 'sender');
  const tables = openMaps(configuration, 'smtpd_sender_login_maps', service);
  return resolved.values.flatMap((resolution) => {
    const assumed = assuming(state, resolved.because);
    if (resolution.isFail) return lookupFailure(place, assumed);
    const lookup = findAddress(configuration, tables, resolution.recipient, 'default', service);
    if (lookup.kind === 'error') return lookupFailure(place, assumed);
    return goOn(lookup, assumed);
  });
}

/** reject_auth_sender_login_mismatch in smtpd_check.c. */
function rejectForeignSender(place: Place, state: State, isUnknownAllowed: boolean): Result[] {
  return ownersOf(place, state, (lookup, assumed) => {
    if (lookup.kind === 'unknown') {
      const asked = assuming(assumed, [lookup.because]);
      return [...dunno(asked), ...reject(place, asked, 553, '5.7.1')];
    }
    if (lookup.kind === 'none' && isUnknownAllowed) return dunno(assumed);
    const owners = lookup.kind === 'found' ? lookup.value.toLowerCase().split(/[\s,]+/) : [];
    const isOwner = owners.includes((place.told.login ?? '').toLowerCase());
    return isOwner ? dunno(assumed) : reject(place, assumed, 553, '5.7.1');
  });
}

/** reject_unauth_sender_login_mismatch in smtpd_check.c. */
function rejectOwnedSender(place: Place, state: State): Result[] {
  return ownersOf(place, state, (lookup, assumed) => {
    if (lookup.kind === 'none') return dunno(assumed);
    if (lookup.kind === 'found') return reject(place, assumed, 553, '5.7.1');
    const asked = lookup.kind === 'unknown' ? assuming(assumed, [lookup.because]) : assumed;
    return [...dunno(asked), ...reject(place, asked, 553, '5.7.1')];
  });
}
