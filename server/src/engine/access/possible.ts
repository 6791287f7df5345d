/**
 * What an answer hangs on that the files do not tell: `DNS`, where it may refuse; `DNS permit`, where it may let somebody
 * in, by the host name of a client or a record; a `policy service`; a lookup `table` or `file` that cannot be read here;
 * the `machine` (its addresses, its users); a restriction `class` that comes back to itself.
 */
export interface Dependency {
  readonly kind: 'DNS' | 'DNS permit' | 'policy service' | 'table' | 'file' | 'machine' | 'class';
  /** The name of the thing: `hash:/etc/postfix/access`, `inet:127.0.0.1:10023`, a DNS list, a parameter. */
  readonly name: string;
}

/** All the values that something may have: one where the files decide, several where they do not. */
export interface Possible<Value> {
  readonly values: readonly Value[];
  /** Why there is more than one value. */
  readonly because: readonly Dependency[];
}

export function certain<Value>(value: Value): Possible<Value> {
  return { values: [value], because: [] };
}

export const YES: Possible<boolean> = certain(true);
export const NO: Possible<boolean> = certain(false);

export function perhaps(...because: readonly Dependency[]): Possible<boolean> {
  return { values: [true, false], because };
}

export function isCertainly<Value>({ values }: Possible<Value>, value: Value): boolean {
  return values.length === 1 && values[0] === value;
}
