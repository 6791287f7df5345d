import type { Parameter, ParameterFacts } from '../knowledge/parameters';
import { isSince } from '../knowledge/version';
import { isAddress, isHostName } from '../syntax/nexthop';

/** What a parameter's value may be, as the programs of Postfix read it: predicates without an opinion on what to say. */

/** mail_conf_bool(3). */
export function isYesOrNo(value: string): boolean {
  return /^(?:yes|no)$/i.test(value);
}

export type NumberError = 'empty' | 'not a number' | 'too small' | 'too large';

/** mail_conf_int(3) and mail_conf_long(3). */
export function numberError(value: string, name: string, facts: ParameterFacts): NumberError | undefined {
  if (value === '') return 'empty';
  // strtol(3) skips blanks before the number.
  if (!/^\s*[+-]?\d+$/.test(value)) return 'not a number';
  const number = Number(value);
  const isLong = LONG.has(name);
  if (isLong && Math.abs(number) >= 2 ** 63) return 'not a number';
  // A bound of 0 is none (check_mail_conf_int).
  if (number < (facts.min || (isLong ? number : -LARGEST_INT - 1))) return 'too small';
  return number > (facts.max || (isLong ? number : LARGEST_INT)) ? 'too large' : undefined;
}

/** Read by mail_conf_long(3) in some version; int is the limit of all others. */
const LONG: ReadonlySet<string> = new Set([
  'lmdb_map_size',
  'mailbox_size_limit',
  'message_size_limit',
  'queue_minfree',
  'virtual_mailbox_limit',
]);
const LARGEST_INT = 2 ** 31 - 1;

/** The bounds of a number, for a message. */
export function boundsOf({ min, max }: ParameterFacts): { min: number; max: number } {
  return { min: min || -LARGEST_INT - 1, max: max || LARGEST_INT };
}

export type TimeError = 'empty' | 'not a time' | 'too short' | 'too long';

/** mail_conf_time(3). */
export function timeError(value: string, facts: ParameterFacts, version: string): TimeError | undefined {
  if (value === '') return 'empty';
  const seconds = secondsOf(value, facts, version);
  if (seconds === undefined) return 'not a time';
  if (facts.min && seconds < facts.min) return 'too short';
  return facts.max && seconds > facts.max ? 'too long' : undefined;
}

export const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 };

/** The seconds of a time, or undefined where conv_time(3) refuses it. A unit without a number is zero of it. */
function secondsOf(value: string, { unit }: ParameterFacts, version: string): number | undefined {
  const [, digits = '', rest = ''] = /^(?:\s*([+-]?\d+))?(.*)$/s.exec(value) ?? [];
  const number = Number(digits);
  if (number < 0 || (rest.length > 1 && !isSince(version, '3.1'))) return undefined;
  const inSeconds = SECONDS[rest === '' ? (unit ?? 's') : (rest[0] as string)];
  if (inSeconds === undefined || number > LARGEST_INT) return undefined;
  return inSeconds === 1 || number < Math.floor(LARGEST_INT / inSeconds) ? number * inSeconds : undefined;
}

/** The word of a keyword parameter that a word of its value is: name_code(3), name_mask(3), tls_level_lookup. */
export function keywordFor(word: string, facts: Parameter, isCaseSensitive = facts.caseSensitive): string | undefined {
  const fold = isCaseSensitive ? (text: string) => text : (text: string) => text.toLowerCase();
  return Object.keys(facts.values ?? {}).find((value) => fold(value) === fold(word) && isAcceptedWord(value, facts));
}

/** Not the names of levels that only Postfix itself may use, or that no server has (tls_level_lookup, pre_jail_init). */
export function isAcceptedWord(value: string, { valuesInEffect, name }: Parameter): boolean {
  return !(valuesInEffect && name.endsWith('_tls_security_level') && value.startsWith('dane'));
}

/** The separators of tls_proto_mask_lims(3). */
export const PROTOCOL_WORD = /[^, \t\r\n:]+/g;

/** What a word of a list of TLS protocols is made of: `>=TLSv1.2`. */
export function protocolParts(word: string): { sign: string; name: string; isLimit: boolean } {
  const [, sign = '', name = ''] = /^(>=|<=|!)?(.*)$/s.exec(word) ?? [];
  return { sign, name, isLimit: sign === '>=' || sign === '<=' };
}

/** As tls_proto_mask_lims(3) reads a word: names, `!name` and, since 3.6, `>=name` or `>=` and a hexadecimal number. */
export function isProtocol(word: string, { values = {} }: ParameterFacts, version: string): boolean {
  const { name, isLimit } = protocolParts(word);
  if (!isLimit) return Object.keys(values).some((known) => known.toLowerCase() === name.toLowerCase());
  return isSince(version, '3.6') && /^(?:none|sslv3|tlsv1(?:\.[123])?|(?:0x)?[0-9a-f]*)$/i.test(name);
}

export type HostNameError = 'invalid' | 'address' | 'several' | 'empty';

/** What mail_params_init(3) refuses as `myhostname`, `mydomain` or `myorigin`. */
export function hostNameError(name: string, value: string, version: string): HostNameError | undefined {
  switch (name) {
    case 'myhostname':
    case 'mydomain':
      if (value === '') return 'empty';
      if (isAddress(value.replace(/^\[(.*)\]$/, '$1'))) return 'address';
      return isAsciiHostName(value) ? undefined : 'invalid';
    case 'myorigin':
      if (value === '') return 'empty';
      return /[ \t\r\n,]/.test(value) && isSince(version, '2.1') ? 'several' : undefined;
    default:
      return undefined;
  }
}

/** valid_hostname(3), which wants ASCII. */
export function isAsciiHostName(name: string): boolean {
  return /^[\x21-\x7e]*$/.test(name) && isHostName(name);
}

/** What a filter in `smtpd_milters` may have of its own: the parameters after `milter_` (milter_new in milter.c). */
export const MILTER_OPTIONS: readonly string[] = [
  'command_timeout',
  'connect_timeout',
  'content_timeout',
  'default_action',
  'protocol',
];
