import { PORTS, serviceTypeNamed } from '../knowledge/services';

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

/** The port of an inet service; host and port are separated by the last colon, as host_port(3) does. */
export function portOf(service: string): string {
  return service.slice(service.lastIndexOf(':') + 1);
}

/** The host of an inet service without brackets; empty where it listens on inet_interfaces. */
export function hostOf(service: string): string {
  const host = service.slice(0, Math.max(0, service.lastIndexOf(':')));
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
}

/** The port as a number where its name is well known. */
export function portNumber(service: string): string {
  const port = portOf(service);
  return Object.hasOwn(PORTS, port) ? String(PORTS[port]) : port;
}
