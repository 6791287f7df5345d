import type { Configuration } from '../configuration/configuration';
import { effectiveValue, writtenEntry } from '../configuration/effective';
import { replacedServices } from '../configuration/replacedServices';
import { alikeSmtpdServices, type SmtpdServices } from '../configuration/restrictionLists';
import {
  asksForCertificate as isAskedForCertificate,
  isTlsMandatory,
  type TlsUse,
  tlsUse,
} from '../configuration/tlsUse';
import { parametersOf } from '../knowledge/parameters';
import { isSince } from '../knowledge/version';
import { spanOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';
import { leftBehindIn } from './commentedServices';
import { beginsWithOption } from './dashes';
import { isGarbled } from './garbled';

/** What smtpd(8) does about TLS in a service. */
export interface SmtpdTls {
  readonly use: TlsUse;
  /** The entry that says so; absent where nothing is written. */
  readonly entry?: ParameterEntry;
}

/** smtpd services with the same options, and what they do about TLS. */
export interface TlsServices extends SmtpdServices {
  readonly tls: SmtpdTls;
}

/**
 * All smtpd services of which it is certain what they do about TLS: not those that got options of a service which is
 * commented out, not those that a later entry replaces, and none without main.cf, which decides for all.
 */
export function tlsServices(configuration: Configuration): readonly TlsServices[] {
  let known = cache.get(configuration);
  if (!known) {
    known = losesOptions(configuration) ? [] : findServices(configuration);
    cache.set(configuration, known);
  }
  return known;
}
const cache = new WeakMap<Configuration, readonly TlsServices[]>();

/** Whether an option stands in the first column: Postfix refuses the file, and some service was meant to have more. */
function losesOptions({ master }: Configuration): boolean {
  return (master?.malformed ?? []).some(({ text }) => beginsWithOption(text));
}

function findServices(configuration: Configuration): TlsServices[] {
  const leftBehind = new Set(
    configuration.master && leftBehindIn(configuration.master).flatMap(({ lines }) => lines.map(({ start }) => start)),
  );
  const hasOwnOptions = (service: ServiceEntry | undefined) =>
    leftBehind.size === 0 || !service?.words.some((word) => leftBehind.has(spanOf(word).start));
  const replaced = replacedServices(configuration.master);
  return alikeSmtpdServices(configuration).flatMap(({ all }) => {
    const own = all.filter((service) => hasOwnOptions(service) && !(service && replaced.has(service)));
    const tls = own.length > 0 && readTls(configuration, own[0]);
    return tls ? [{ first: own[0], all: own, tls }] : [];
  });
}

export function isMandatory({ use }: SmtpdTls): boolean {
  return isTlsMandatory(use);
}

export const LEVEL = 'smtpd_tls_security_level';

function readTls(configuration: Configuration, service: ServiceEntry | undefined): SmtpdTls | undefined {
  if (!configuration.main || !isSince(configuration.version, '2.2')) return undefined;
  const found = tlsUse((name) => readValue(configuration, name, service), configuration.version);
  const entry = found?.by.map((name) => writtenEntry(configuration, name, service)).find((written) => written);
  return found && { use: found.use, ...(entry && { entry }) };
}

/** A boolean parameter of a service; undefined where it is not certain. */
export function readBoolean(
  configuration: Configuration,
  name: string,
  service: ServiceEntry | undefined,
): boolean | undefined {
  const value = readValue(configuration, name, service)?.toLowerCase();
  return value === 'yes' ? true : value === 'no' ? false : undefined;
}

/** A value of a service, expanded; undefined where it is not certain: nothing but a `$name` without value, a comment in it. */
export function readValue(
  configuration: Configuration,
  name: string,
  service: ServiceEntry | undefined,
): string | undefined {
  const entry = writtenEntry(configuration, name, service);
  if (entry && isGarbled(entry)) return undefined;
  const found = effectiveValue(configuration, name, service);
  return entry && found?.value !== '' && found?.expanded === '' ? undefined : found?.expanded;
}

/** Whether a parameter has a value, whatever it may be: one that only the machine could expand counts too. */
export function isSet(configuration: Configuration, name: string, service: ServiceEntry | undefined): boolean {
  const { version } = configuration;
  return parametersOf(version).has(name) && (effectiveValue(configuration, name, service)?.value ?? '') !== '';
}

/** Key and certificate together, in one list (from 3.4); with it the parameters below are ignored. */
export const CHAIN_FILES = 'smtpd_tls_chain_files';

/** The certificates of the kinds RSA, ECDSA and DSA. */
export const CERTIFICATES = ['smtpd_tls_cert_file', 'smtpd_tls_eccert_file', 'smtpd_tls_dcert_file'] as const;

/** Whether clients are asked for a certificate, which needs one of the server. */
export function asksForCertificate(
  configuration: Configuration,
  service: ServiceEntry | undefined,
  tls: SmtpdTls,
): boolean {
  return isAskedForCertificate((name) => readValue(configuration, name, service), tls.use) === true;
}
