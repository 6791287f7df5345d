import type { Configuration } from '../configuration/configuration';
import type { ServiceEntry } from '../syntax/masterCf';

/** Finds something by a name, once for each. */
export function byName<Value>(find: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (name) => {
    let found = known.get(name);
    if (!found) {
      found = { value: find(name) };
      known.set(name, found);
    }
    return found.value;
  };
}

/** Makes something once for each configuration. */
export function perConfiguration<Value>(make: (configuration: Configuration) => Value) {
  const all = new WeakMap<Configuration, { readonly value: Value }>();
  return (configuration: Configuration): Value => {
    let known = all.get(configuration);
    if (!known) {
      known = { value: make(configuration) };
      all.set(configuration, known);
    }
    return known.value;
  };
}

/** Makes something once for each service of a configuration; without master.cf the service is absent. */
export function perService<Value>(make: (configuration: Configuration, service: ServiceEntry | undefined) => Value) {
  const services = perConfiguration(() => new Map<ServiceEntry | undefined, { readonly value: Value }>());
  return (configuration: Configuration, service?: ServiceEntry): Value => {
    const all = services(configuration);
    let known = all.get(service);
    if (!known) {
      known = { value: make(configuration, service) };
      all.set(service, known);
    }
    return known.value;
  };
}

/** Finds something by the name of a parameter once for each service of a configuration. */
export function perParameter<Value>(
  find: (configuration: Configuration, name: string, service?: ServiceEntry) => Value,
): (configuration: Configuration, name: string, service?: ServiceEntry) => Value {
  const services = perService((configuration, service) => byName((name) => find(configuration, name, service)));
  return (configuration, name, service) => services(configuration, service)(name);
}
