import { textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import type { Configuration } from './configuration';
import { expandedValue } from './effective';

/** Whether clients of other machines get to the service. */
export function isPublic(configuration: Configuration, service: ServiceEntry | undefined): boolean {
  if (/^\s*(?:loopback-only|localhost|127\.0\.0\.1)[\s,]*$/.test(expandedValue(configuration, 'inet_interfaces')))
    return false;
  if (!service) return true;
  const type = textOf(service.type);
  return (
    type === 'pass' || (type === 'inet' && !/^(?:127\.|localhost:|\[127\.|\[::1\]|::1)/.test(textOf(service.service)))
  );
}
