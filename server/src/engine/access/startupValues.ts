import { type Configuration, overridesOf } from '../configuration/configuration';
import { isReadOnly, lookupFor } from '../configuration/effective';
import { expand, type Lookup } from '../configuration/expand';
import { defaultOf, isLegacy, type Parameter, parametersOf } from '../knowledge/parameters';
import { isSince, type PostfixVersion } from '../knowledge/version';
import type { ServiceEntry } from '../syntax/masterCf';

/**
 * What smtpd(8) gets for its parameters when it starts. It knows no name that main.cf does not set until it has come to
 * the table that the name is in: before, and where the name is in the tables of other programs only, `$name` is empty.
 */
export interface StartupValues {
  /** The parameters that smtpd reads, TLS or not; but none that has a default which depends on nothing. */
  readonly parameters: readonly Parameter[];
  /**
   * What a parameter may be: one value where that is certain. A value that cannot be expanded, so that smtpd ends, is
   * undefined. Nothing for a parameter that it does not read, or whose value is too long for us.
   */
  of(name: string): readonly (string | undefined)[];
  /** What a name is once all is read but the parameters of TLS (mail_conf_lookup_eval); empty where it is nothing. */
  defined(name: string): readonly (string | undefined)[];
}

/** A way in which what is not known may be. */
interface Guess {
  readonly lookup: Lookup;
  /** Names whose place among the tables is not known come after the value that has them in it. */
  readonly isLate: boolean;
}

export function startupValues(configuration: Configuration, service: ServiceEntry | undefined): StartupValues {
  const { version, mainEntries } = configuration;
  const tables = tablesOf(version);
  const guess = (hostName: string, isLate: boolean): Guess => ({
    lookup: lookupFor(onMachine(configuration, hostName), service),
    isLate,
  });
  const guesses = [guess('a.invalid', false), guess('b.c.invalid', true)];

  const isHuge = (configuration.main?.file.text.length ?? 0) > HUGE;
  const isSet = (name: string) =>
    (service && overridesOf(service).has(name)) || (mainEntries.has(name) && !isReadOnly(name, version));

  const valuesAt = (name: string, when: When) => {
    // A default names nothing that comes after it.
    const mayBeLate = isSet(name);
    const isRaw = tables.get(name)?.parameter.raw;
    const found = guesses.map(({ lookup, isLate }) => {
      const text = lookup(name) ?? '';
      if (isRaw || !text.includes('$')) return text;
      const isSeen = (other: string) => {
        const then = tables.get(other)?.when;
        return isSet(other) || (then && (isLate && mayBeLate ? then.to < when.from : then.from <= when.to));
      };
      return expand(text, (other) => (isSeen(other) ? lookup(other) : undefined), version);
    });
    // Postfix has no bound for the length of a value; our expansion has.
    return isHuge && found.includes(undefined) ? [] : [...new Set(found)];
  };

  const values = new Map<string, readonly (string | undefined)[]>();
  return {
    parameters: [...tables.values()].flatMap(({ parameter, isReference }) =>
      isReference || isSet(parameter.name) ? [parameter] : [],
    ),
    of(name) {
      let found = values.get(name);
      if (!found) {
        const when = tables.get(name)?.when;
        found = when ? valuesAt(name, when) : [];
        values.set(name, found);
      }
      return found;
    },
    defined(name) {
      if (isSet(name)) return valuesAt(name, ALL_BUT_TLS);
      const entry = tables.get(name);
      if (!entry || entry.when.to > ALL_BUT_TLS.to) return [''];
      return entry.parameter.defaultFrom ? ['', UNKNOWN] : valuesAt(name, ALL_BUT_TLS);
    },
  };
}

const HUGE = 500_000;

/** A value that only the machine knows. */
const UNKNOWN = 'unknown';

/** The same configuration on a machine that has a name. */
function onMachine(configuration: Configuration, hostName: string): Configuration {
  return { ...configuration, machine: { hostName, ...configuration.machine } };
}

/** Between which two of the tables of mail_params_init(3), smtpd(8) and tls_param_init a parameter may be. */
interface When {
  readonly from: number;
  readonly to: number;
}
const ALL_BUT_TLS: When = { from: 19, to: 19 };

/** A parameter in a table of smtpd. */
interface TableEntry {
  readonly parameter: Parameter;
  readonly when: When;
  /** Its default has a `$name` in it. */
  readonly isReference: boolean;
}

/** The parameters that smtpd reads, made once for each version. */
function tablesOf(version: PostfixVersion): ReadonlyMap<string, TableEntry> {
  let tables = known.get(version);
  if (!tables) {
    tables = new Map(
      [...parametersOf(version)].flatMap(([name, parameter]) => {
        const when = whenRead(parameter, version);
        const isReference = !parameter.raw && defaultOf(parameter, version)?.includes('$') === true;
        return when ? [[name, { parameter, when, isReference }] as const] : [];
      }),
    );
    known.set(version, tables);
  }
  return tables;
}
const known = new Map<PostfixVersion, ReadonlyMap<string, TableEntry>>();

/** When smtpd reads a parameter, by the order of the tables; undefined where it does not. */
function whenRead(parameter: Parameter, version: PostfixVersion): When | undefined {
  if (isLegacy(parameter, version)) return undefined;
  const { name, type, usedBy, raw, expression, defaultFrom } = parameter;
  if (name === 'config_directory' || defaultFrom === 'program') return between(0);
  if (name === 'compatibility_level') return between(1);
  if (name === 'mynetworks') return between(10);
  if (usedBy.includes('*')) {
    if (FIRST.test(name)) return between(type === 'boolean' ? 3 : 2);
    if (type === 'boolean') return between(expression ? 4 : 8);
    if (type === 'integer') return between(LONG.test(name) ? 7 : 6);
    if (type === 'time') return between(9);
    return between(/^my(?:hostname|domain)$/.test(name) ? 5 : 5.5);
  }
  if (usedBy.includes('smtpd')) {
    if (name === 'header_from_format' && !isSince(version, '3.7')) return undefined;
    // Only where it is built with USE_TLSPROXY, as nobody does.
    if (name === 'tlsproxy_service_name') return undefined;
    if (type === 'boolean') return between(expression ? 17 : 16);
    if (type === 'integer') return expression ? between(11) : between(12, 13);
    if (type === 'time') return between(18);
    return between(raw ? 15 : 14);
  }
  return usedBy.includes('tls') ? between(20, 22) : undefined;
}

/** Read before the others of their type: what is needed to complain, or to open tables. */
const FIRST =
  /^(?:mail_version|syslog_facility|inet_protocols|multi_instance_(?:directories|group|name)|(?:maillog|postlog)_\w+|dnssec_probe|known_tcp_ports|daemon_table_open_error_is_fatal|dns_ncache_ttl_fix_enable)$/;
const LONG = /^(?:message_size_limit|lmdb_map_size)$/;

function between(from: number, to = from): When {
  return { from, to };
}

/** Whether smtpd reads a parameter only where it offers TLS (tls_param_init). */
export function isOfTls({ usedBy }: Parameter): boolean {
  return !usedBy.includes('*') && !usedBy.includes('smtpd');
}
