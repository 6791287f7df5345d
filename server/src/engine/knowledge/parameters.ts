import { FAMILIES } from './parameters/index';
import type { ParameterFacts, ParameterType } from './parameters/parameter';
import { SERVICE_SUFFIXES } from './serviceSuffixes';
import { existsIn, isSince, type PostfixVersion, valueFor } from './version';

export type { Deprecation, ParameterFacts, ParameterType } from './parameters/parameter';

export interface Parameter extends ParameterFacts {
  readonly name: string;
}

const byName = new Map<string, Parameter>();
for (const { parameters } of FAMILIES) {
  for (const [name, facts] of Object.entries(parameters)) byName.set(name, { name, ...facts });
}

/** Every parameter of every version. */
export function allParameters(): Iterable<Parameter> {
  return byName.values();
}

/** The parameter of that name in any version. */
export function parameterNamed(name: string): Parameter | undefined {
  return byName.get(name);
}

/** The parameter of that name, if that version of Postfix has it. */
export function parameterIn(version: PostfixVersion, name: string): Parameter | undefined {
  return parametersOf(version).get(name);
}

/** The parameters of a version, by name; made once for each version. */
export function parametersOf(version: PostfixVersion): ReadonlyMap<string, Parameter> {
  let known = byVersion.get(version);
  if (!known) {
    known = new Map([...byName].filter(([, parameter]) => existsIn(parameter, version)));
    byVersion.set(version, known);
  }
  return known;
}
const byVersion = new Map<PostfixVersion, ReadonlyMap<string, Parameter>>();

export function typeOf(parameter: Parameter, version: PostfixVersion): ParameterType {
  for (const [until, type] of Object.entries(parameter.typeUntil ?? {})) {
    if (!isSince(version, until)) return type;
  }
  return parameter.type;
}

/**
 * The default as postconf -d prints it; null where Postfix computes it.
 * `mail_version` is the version itself.
 */
export function defaultOf(parameter: Parameter, version: PostfixVersion): string | null {
  if (parameter.name === 'mail_version') return version;
  const { default: value } = parameter;
  if (value === null || typeof value === 'string') return value;
  return valueFor(value, version) ?? null;
}

/** Whether postconf(1) knows the name only to help the move away from it. */
export function isLegacy(parameter: Parameter, version: PostfixVersion): boolean {
  return parameter.legacySince !== undefined && isSince(version, parameter.legacySince);
}

/** A name read as that of a parameter which a service adds: `smtp_destination_rate_delay` is one of service `smtp`. */
export interface ServiceParameter {
  readonly service: string;
  readonly suffix: string;
  /** The parameter whose value is the default. */
  readonly defaultsTo: string;
}

/**
 * The ways to split a name into a service name and a known suffix. There can be two: `x_extra_recipient_limit` may belong
 * to the service `x` or `x_extra`.
 */
export function serviceParameters(name: string): ServiceParameter[] {
  const found: ServiceParameter[] = [];
  if (!ENDINGS.has(name.slice(name.lastIndexOf('_')))) return found;
  for (const [suffix, { defaultsTo }] of SUFFIXES) {
    if (name.length > suffix.length && name.endsWith(suffix)) {
      found.push({ service: name.slice(0, -suffix.length), suffix, defaultsTo });
    }
  }
  return found;
}
const SUFFIXES = Object.entries(SERVICE_SUFFIXES);
const ENDINGS = new Set(SUFFIXES.map(([suffix]) => suffix.slice(suffix.lastIndexOf('_'))));
