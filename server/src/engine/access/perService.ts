import type { Configuration } from '../configuration/configuration';
import type { ServiceEntry } from '../syntax/masterCf';

/** Makes something once for each service of a configuration; without master.cf the service is absent. */
export function perService<Value>(make: (configuration: Configuration, service: ServiceEntry | undefined) => Value) {
  const all = new WeakMap<Configuration, Map<ServiceEntry | undefined, { readonly value: Value }>>();
  return (configuration: Configuration, service: ServiceEntry | undefined): Value => {
    const services = all.get(configuration) ?? new Map<ServiceEntry | undefined, { readonly value: Value }>();
    let known = services.get(service);
    if (!known) {
      known = { value: make(configuration, service) };
      services.set(service, known);
      all.set(configuration, services);
    }
    return known.value;
  };
}
