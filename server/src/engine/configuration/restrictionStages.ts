import type { NamedRestriction, SUBJECTS } from '../knowledge/restrictions';
import type { ServiceEntry } from '../syntax/masterCf';
import type { Configuration } from './configuration';
import { expandedValue } from './effective';

export type Subject = keyof typeof SUBJECTS;

/**
 * What has been told when smtpd(8) comes to a list, where it does so before RCPT TO. A client says EHLO again after
 * STARTTLS, so it may have shown a certificate by then; AUTH comes after the last EHLO.
 */
const TOLD: Readonly<Record<string, readonly Subject[]>> = {
  client: [],
  helo: ['helo', 'certificate'],
  sender: ['helo', 'certificate', 'login', 'sender'],
  etrn: ['helo', 'certificate', 'login'],
};

/** The lists that smtpd_check_rcpt in smtpd_check.c catches up with. */
const DELAYED: ReadonlySet<string> = new Set(['client', 'helo', 'sender']);

/** Whether a list is asked only when the client names a recipient, by `smtpd_delay_reject`. */
export function isDelayed(configuration: Configuration, stage: string, service?: ServiceEntry): boolean {
  return DELAYED.has(stage) && expandedValue(configuration, 'smtpd_delay_reject', service).toLowerCase() !== 'no';
}

/**
 * What a restriction looks at though it has not been told at its place in a list: then it does nothing there, as after
 * the `if (state->recipient)` and its like in generic_checks() of smtpd_check.c. Undefined for a class, which may stand
 * anywhere.
 */
export function notYetTold(
  configuration: Configuration,
  restriction: NamedRestriction,
  stage: string | undefined,
  service?: ServiceEntry,
): Subject | undefined {
  const subject = subjectOf(restriction);
  const told = stage === undefined ? undefined : TOLD[stage];
  if (!subject || !stage || !told || told.includes(subject) || isDelayed(configuration, stage, service))
    return undefined;
  return isToldBefore(configuration, subject, service) ? undefined : subject;
}

function subjectOf({ about, needs }: NamedRestriction): Subject | undefined {
  if (about === 'helo' || about === 'sender' || about === 'recipient') return about;
  if (about === 'client' && needs) return needs === 'SASL' ? 'login' : 'certificate';
  return undefined;
}

/** With wrapper mode TLS comes first. A proxy that may say XCLIENT tells the rest, and smtpd(8) begins anew. */
function isToldBefore(configuration: Configuration, subject: Subject, service: ServiceEntry | undefined): boolean {
  if (subject === 'certificate')
    return expandedValue(configuration, 'smtpd_tls_wrappermode', service).toLowerCase() === 'yes';
  const byProxy = subject === 'helo' || subject === 'login';
  return byProxy && expandedValue(configuration, 'smtpd_authorized_xclient_hosts', service) !== '';
}
