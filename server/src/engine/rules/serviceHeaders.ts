import { serviceTypeNamed } from '../knowledge/services';

/** The eight columns of a service, in a text that Postfix does not read as one: a comment, or an indented line. */
export interface ServiceHeader {
  readonly service: string;
  readonly type: string;
  readonly program: string;
}

/** Reads the columns; undefined for all that is not certainly a service. */
export function readServiceHeader(text: string): ServiceHeader | undefined {
  const [service, type = '', isPrivate = '', unprivileged = '', chroot = '', wakeup = '', limit = '', command] = text
    .trim()
    .split(/[ \t]+/, 8);
  if (service === undefined || command === undefined || !serviceTypeNamed(type)) return undefined;
  if (![isPrivate, unprivileged, chroot].every((field) => YES_NO.test(field))) return undefined;
  if (!WAKEUP.test(wakeup) || !LIMIT.test(limit)) return undefined;
  return { service, type, program: command.slice(command.lastIndexOf('/') + 1) };
}

const YES_NO = /^[yn-]$/;
const WAKEUP = /^(?:-|[0-9]+\??)$/;
const LIMIT = /^(?:-|[0-9]+)$/;
