import { PORTS } from '../knowledge/services';

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
