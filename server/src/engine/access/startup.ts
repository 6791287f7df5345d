import { columnValue } from '../configuration/columns';
import type { Configuration } from '../configuration/configuration';
import { writtenEntry } from '../configuration/effective';
import { compatibilityLevel } from '../configuration/expand';
import {
  hostNameError,
  isProtocol,
  isYesOrNo,
  keywordFor,
  MILTER_OPTIONS,
  numberError,
  PROTOCOL_WORD,
  timeError,
} from '../configuration/parameterValues';
import { restrictionParameters } from '../configuration/restrictionLists';
import { hasCertificate, isTlsMandatory, type TlsUse, tlsUse } from '../configuration/tlsUse';
import { type Parameter, parameterIn, typeOf } from '../knowledge/parameters';
import { hasBraces, serviceTypeNamed, TYPES_OF_SKELETON } from '../knowledge/services';
import { existsIn, isSince, type PostfixVersion } from '../knowledge/version';
import { isEmpty, splitText, withoutBraces } from '../syntax/list';
import { asSlice, type Slice, textOf, wholeLine } from '../syntax/logicalLine';
import { splitNameValue } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';
import { isHostPort } from '../syntax/nexthop';
import { findRequired, RECIPIENT, RELAY } from './relayGuard';
import { isOfTls, type StartupValues, startupValues } from './startupValues';

/** Why an smtpd(8) ends before it greets a client. */
export interface StartFailure {
  readonly kind:
    | 'malformed line'
    | 'bad service'
    | 'bad command line'
    | 'bad expansion'
    | 'bad value'
    | 'bad list'
    | 'bad table'
    | 'bad policy service'
    | 'bad Milter'
    | 'class without definition'
    | 'endless class'
    | 'no relay guard'
    | 'SASL'
    | 'TLS';
  /** The parameter, the restriction class or the column to name. */
  readonly what: string;
  /** Where it is written, in main.cf or master.cf. */
  readonly at?: Slice;
}

type Kind = StartFailure['kind'];

/**
 * Why the smtpd(8) of a service ends, whatever the machine and the client are; undefined where it starts, or may do so.
 * Without a service, main.cf alone configures it. The cases that only the machine decides are left out: files, sockets,
 * users and addresses that are not there.
 */
export function whySmtpdFails(
  configuration: Configuration,
  service: ServiceEntry | undefined,
): StartFailure | undefined {
  if (configuration.isTemplate) return undefined;
  return (
    masterFailure(configuration) ??
    mainFailure(configuration) ??
    (service && serviceFailure(configuration, service)) ??
    (configuration.main && new Startup(configuration, service).failure())
  );
}

/** What master(8) ends of, and all services with it (get_master_ent in master_ent.c). */
function masterFailure(configuration: Configuration): StartFailure | undefined {
  const { master, version } = configuration;
  // Some of them may be turned off.
  if (!master || configuration.mainEntries.has('master_service_disable')) return undefined;
  const [line] = master.malformed;
  if (line) return { kind: 'malformed line', what: 'master.cf', at: wholeLine(line) };
  for (const service of master.services) {
    const at = badColumn(service, version) ?? badBraces(service, version);
    if (at) return { kind: 'bad service', what: textOf(service.service), at };
  }
  return undefined;
}

function badColumn(service: ServiceEntry, version: PostfixVersion): Slice | undefined {
  const { service: name, type, private: isPrivate, unprivileged, chroot, wakeup, process_limit, command } = service;
  const facts = serviceTypeNamed(textOf(type));
  if (!facts || !existsIn(facts, version)) return type;
  const flag = [isPrivate, unprivileged, chroot].find((column) => !/^[yn-]$/.test(textOf(column)));
  const number = [wakeup, process_limit].find((column) => !/^(?:-$|[0-9])/.test(textOf(column)));
  if (flag || number) return flag ?? number;
  if (textOf(command) === '-') return command;
  if (textOf(type) !== 'inet') return undefined;
  if (textOf(isPrivate) !== 'n') return isPrivate;
  return isHostPort(textOf(name)) ? undefined : name;
}

function badBraces({ words }: ServiceEntry, version: PostfixVersion): Slice | undefined {
  return hasBraces(version) ? words.find((word) => withoutBraces(word)?.error) : undefined;
}

/** What every program ends of that reads main.cf (dict_load_fp). */
function mainFailure({ main }: Configuration): StartFailure | undefined {
  const malformed = main?.malformed[0];
  return malformed && { kind: 'malformed line', what: 'main.cf', at: wholeLine(malformed.line) };
}

/** What single_server_main in single_server.c refuses, and smtpd_service in smtpd.c. */
function serviceFailure(configuration: Configuration, service: ServiceEntry): StartFailure | undefined {
  const { version } = configuration;
  const { type, unprivileged } = service;
  if (!TYPES_OF_SKELETON.single.includes(textOf(type))) return { kind: 'bad service', what: 'type', at: type };
  // smtpd_peer_sockaddr_to_hostaddr: it does not talk to the network as root.
  if (textOf(type) === 'inet' && columnValue(configuration, service, 'unprivileged') === 'n') {
    return { kind: 'bad service', what: 'unprivileged', at: unprivileged };
  }
  const at = badArgument(service, version);
  return at && { kind: 'bad command line', what: textOf(at), at };
}

/** The first word of the command line that is no option of a server, or no value for one: getopt(3) stops at others. */
function badArgument({ words }: ServiceEntry, version: PostfixVersion): Slice | undefined {
  const content = (word: Slice) => textOf((hasBraces(version) && withoutBraces(word)?.inside) || word);
  let next = 0;
  for (let word = words[next]; word; word = words[next]) {
    const text = content(word);
    if (!text.startsWith('-') || text === '-') return word;
    next++;
    if (text === '--') return words[next];
    const letter = text.slice(1).search(/[^cdDlSuvVz]/) + 1;
    if (letter === 0) continue;
    const rest = text.slice(letter + 1);
    const value = rest === '' ? words[next] && content(words[next++] as Slice) : rest;
    if (value === undefined || !isOptionValue(text[letter] as string, value)) return word;
  }
  return undefined;
}

function isOptionValue(letter: string, value: string): boolean {
  switch (letter) {
    case 'o':
      return typeof splitNameValue(asSlice(value)) !== 'string';
    case 'r':
    case 's':
      return Number.parseInt(value, 10) > 0;
    case 't':
      return TYPES_OF_SKELETON.single.includes(value.toLowerCase());
    default:
      return 'imn'.includes(letter);
  }
}

/** Lists of patterns that smtpd reads when it starts (match_list_init). */
const MATCH_LISTS: ReadonlySet<string> = new Set(['client match list', 'domain match list', 'string match list']);

/** Parameters that hold the names of tables, which smtpd does not open by itself. */
const NOT_OPENED: ReadonlySet<string> = new Set([
  'alias_database',
  'alias_maps',
  'default_delivery_status_filter',
  'smtpd_tls_loglevel_maps',
]);

/** Keyword parameters with which smtpd ends where it does not know a word, whatever else is set. */
const KEYWORDS = [
  'inet_protocols',
  'syslog_facility',
  'non_bdb_migration_level',
  'header_from_format',
  'notify_classes',
  'receive_override_options',
  'smtpd_forbid_bare_newline',
  'smtpd_upstream_proxy_protocol',
  'unknown_address_tempfail_action',
  'unknown_helo_hostname_tempfail_action',
  'unverified_recipient_tempfail_action',
  'unverified_sender_tempfail_action',
];

/** One smtpd that starts: mail_params_init, the tables, pre_jail_init and smtpd_check_init, smtpd_service. */
class Startup {
  private readonly version: PostfixVersion;
  private readonly values: StartupValues;
  /** Whether something is wrong in the files that lists have named; one that is being read may name itself. */
  private readonly files = new Map<string, boolean>();

  constructor(
    private readonly configuration: Configuration,
    private readonly service: ServiceEntry | undefined,
  ) {
    this.version = configuration.version;
    this.values = startupValues(configuration, service);
  }

  failure(): StartFailure | undefined {
    return (
      this.firstOf(this.values.parameters, (parameter) => this.valueFailure(parameter)) ??
      this.placeFailure() ??
      this.keywordFailure() ??
      this.listFailure() ??
      this.restrictionFailure() ??
      this.tlsFailure() ??
      this.saslFailure() ??
      this.milterFailure()
    );
  }

  private firstOf<Item>(
    items: readonly Item[],
    failure: (item: Item) => StartFailure | undefined,
  ): StartFailure | undefined {
    for (const item of items) {
      const found = failure(item);
      if (found) return found;
    }
    return undefined;
  }

  /** A failure by a parameter, if its value fails in every way in which it may be. */
  private by(kind: Kind, name: string, isBad: (value: string) => boolean): StartFailure | undefined {
    const values = this.values.of(name);
    const fails = values.length > 0 && values.every((value) => value === undefined || isBad(value));
    return fails ? this.failureOf(kind, name) : undefined;
  }

  private failureOf(kind: Kind, what: string): StartFailure {
    const entry = writtenEntry(this.configuration, what, this.service);
    return { kind, what, ...(entry && { at: isEmpty(entry.value) ? entry.name : entry.value }) };
  }

  /** Whether a parameter certainly is such a value. */
  private is(name: string, test: RegExp): boolean {
    const values = this.values.of(name);
    return values.length > 0 && values.every((value) => value !== undefined && test.test(value));
  }

  /** The value of a parameter, where it is certain. */
  private certain(name: string): string | undefined {
    const values = this.values.of(name);
    return values.length === 1 ? values[0] : undefined;
  }

  private valueFailure(parameter: Parameter): StartFailure | undefined {
    const { name } = parameter;
    if (isOfTls(parameter) && !this.hasTls()) return undefined;
    if (name === 'compatibility_level') return this.levelFailure(parameter);
    return (
      this.by('bad expansion', name, () => false) ?? this.by('bad value', name, (value) => this.isBad(value, parameter))
    );
  }

  private isBad(value: string, facts: Parameter): boolean {
    return isBadValue(value, facts, this.version) || hostNameError(facts.name, value, this.version) !== undefined;
  }

  /** compat_level_from_string(3). Before, it was a number; some releases read no more than that of a newer level. */
  private levelFailure(facts: Parameter): StartFailure | undefined {
    const isOld = !isSince(this.version, '3.6');
    return this.by('bad value', facts.name, (value) =>
      isOld ? !/^\d.*\./.test(value) && this.isBad(value, facts) : compatibilityLevel(value) === undefined,
    );
  }

  /** Settings that mail_params_init(3) compares with each other. */
  private placeFailure(): StartFailure | undefined {
    const owner = this.certain('mail_owner');
    const host = this.certain('myhostname')?.toLowerCase();
    const filter = this.certain('verp_delimiter_filter');
    const prefixes = this.certain('maillog_file_prefixes')
      ?.split(/[, \t\r\n]+/)
      .filter((prefix) => prefix !== '');
    return (
      this.firstOf(['mail_owner', 'default_privs', 'setgid_group'], (name) =>
        this.by('bad value', name, (value) => value === 'root'),
      ) ??
      this.by('bad value', 'default_privs', (value) => value === owner) ??
      this.by('bad value', 'relayhost', (value) => value.toLowerCase() === host) ??
      this.by('bad value', 'default_verp_delimiters', (value) =>
        [...value].some((character) => filter !== undefined && !filter.includes(character)),
      ) ??
      this.by(
        'bad value',
        'maillog_file',
        (value) => value !== '' && prefixes !== undefined && !prefixes.some((prefix) => value.startsWith(prefix)),
      )
    );
  }

  private keywordFailure(): StartFailure | undefined {
    const isUnwritten = !writtenEntry(this.configuration, 'mynetworks', this.service);
    const isWrapped = !this.is('smtpd_tls_wrappermode', /^no$/i);
    return (
      this.firstOf(KEYWORDS, (name) => this.unknownWord(name)) ??
      (this.is('smtpd_proxy_filter', /./) ? this.unknownWord('smtpd_proxy_options') : undefined) ??
      (isWrapped ? undefined : this.unknownWord('smtpd_tls_security_level')) ??
      // smtpd_service: "all network protocols are disabled".
      this.by('bad value', 'inet_protocols', (value) => splitText(value).length === 0) ??
      (isUnwritten ? this.networkStyleFailure() : undefined)
    );
  }

  private unknownWord(name: string, kind: Kind = 'bad value', isCaseSensitive?: boolean): StartFailure | undefined {
    const facts = parameterIn(this.version, name);
    if (!facts) return undefined;
    return this.by(kind, name, (value) => {
      const words = facts.type === 'keywords' ? value.split(/[, \t\r\n]+/) : [value];
      return words.some((word) => word !== '' && !this.hasWord(word, facts, isCaseSensitive));
    });
  }

  private hasWord(word: string, facts: Parameter, isCaseSensitive = facts.caseSensitive): boolean {
    const known = keywordFor(word, facts, isCaseSensitive);
    return known !== undefined && existsIn(facts.values?.[known] ?? {}, this.version);
  }

  /** mynetworks_core: one word, though perhaps several times. */
  private networkStyleFailure(): StartFailure | undefined {
    const name = 'mynetworks_style';
    return this.unknownStyle(name) ?? this.by('bad value', name, (value) => new Set(splitText(value)).size !== 1);
  }

  private unknownStyle(name: string): StartFailure | undefined {
    const words = Object.keys(parameterIn(this.version, name)?.values ?? {});
    return this.by('bad value', name, (value) => splitText(value).some((word) => !words.includes(word)));
  }

  private listFailure(): StartFailure | undefined {
    return this.firstOf(this.values.parameters, ({ name, holds = '' }) => {
      if (MATCH_LISTS.has(holds) || name === 'mynetworks' || name === 'parent_domain_matches_subdomains') {
        if (name === 'smtpd_sasl_mechanism_filter' && !this.is('smtpd_sasl_auth_enable', /^yes$/i)) return undefined;
        return this.by('bad list', name, (value) => this.isBadList(value));
      }
      if (NOT_OPENED.has(name)) return undefined;
      if (holds === 'lookup tables') return this.by('bad table', name, (value) => splitText(value).some(isBadTable));
      if (name === 'smtpd_command_filter')
        return this.by('bad table', name, (value) => value !== '' && isBadTable(value));
      return undefined;
    });
  }

  /** match_list_parse: a `!` alone, or what can be no table. Files that cannot be read from here are left out. */
  private isBadList(text: string): boolean {
    for (const word of splitText(text)) {
      if (word.startsWith('#')) return false;
      const item = word.replace(/^!+/, '');
      if (item === '') return true;
      if (item.startsWith('/')) {
        if (this.isBadFile(item)) return true;
      } else if (!item.startsWith('[') && item.includes(':') && isBadTable(item)) return true;
    }
    return false;
  }

  private isBadFile(file: string): boolean {
    let isBad = this.files.get(file);
    if (isBad === undefined) {
      this.files.set(file, false);
      const lines = this.configuration.machine.readFile?.(file)?.text.split('\n') ?? [];
      isBad = lines.some((line) => !line.startsWith('#') && /[!:/]/.test(line) && this.isBadList(line));
      this.files.set(file, isBad);
    }
    return isBad;
  }

  /** smtpd_check_parse for each list, and what smtpd_check_init wants of them. */
  private restrictionFailure(): StartFailure | undefined {
    const classes =
      this.certain('smtpd_restriction_classes')
        ?.split(/[, \t\r\n]+/)
        .filter((name) => name !== '') ?? [];
    const definitions = new Map(classes.map((name) => [name, this.values.defined(name)]));
    const lists = restrictionParameters(this.configuration).map(({ name }) => name);
    const isUndefined = (name: string) => {
      const values = definitions.get(name) ?? [];
      return values.length > 0 && values.every((value) => !value);
    };
    const badPart = (values: readonly (string | undefined)[], name: string): StartFailure | undefined => {
      const kinds = values.map((value) => (value === undefined ? 'bad expansion' : this.badRestriction(value)));
      return kinds[0] && kinds.every((kind) => kind) ? this.failureOf(kinds[0], name) : undefined;
    };
    return (
      this.firstOf(lists, (name) => badPart(this.values.of(name), name)) ??
      this.firstOf(classes, (name) =>
        isUndefined(name) ? this.classFailure(name) : badPart(definitions.get(name) ?? [], name),
      ) ??
      this.guardFailure(definitions) ??
      this.by('bad table', 'local_header_rewrite_clients', (value) => splitText(value).some(isBadTableSearch))
    );
  }

  private classFailure(name: string): StartFailure {
    const { at = this.failureOf('class without definition', 'smtpd_restriction_classes').at } = this.failureOf(
      'class without definition',
      name,
    );
    return { kind: 'class without definition', what: name, ...(at && { at }) };
  }

  private guardFailure(definitions: ReadonlyMap<string, readonly (string | undefined)[]>): StartFailure | undefined {
    if (this.certain('smtpd_restriction_classes') === undefined) return undefined;
    const elements = (value = '') => splitText(value).map((text) => ({ text }));
    const classes = (name: string) => {
      const values = definitions.get(name);
      // One that may be this or that may have a guard.
      return values && (values.length === 1 ? elements(values[0]) : [{ text: 'reject' }]);
    };
    for (const name of [RECIPIENT, RELAY]) {
      const found = this.values.of(name).map((value) => findRequired(elements(value), classes, this.version));
      if (found.length === 0 && parameterIn(this.version, name)) return undefined;
      if (found.length > 0 && found.every((one) => one === 'endless')) return this.failureOf('endless class', name);
      if (found.some((one) => one)) return undefined;
    }
    const failures = [RELAY, RECIPIENT].map((name) => this.failureOf('no relay guard', name));
    return failures.find(({ at }) => at) ?? failures[isSince(this.version, '2.10') ? 0 : 1];
  }

  private badRestriction(value: string): Kind | undefined {
    let last = '';
    for (const word of splitText(value)) {
      if (last.toLowerCase() === 'check_policy_service') {
        if (isBadPolicyService(word, this.version)) return 'bad policy service';
      } else if (isBadTableSearch(word)) return 'bad table';
      last = word;
    }
    return undefined;
  }

  /** What it does about TLS, where it certainly does something. */
  private tls(): TlsUse | undefined {
    const use = tlsUse((name) => this.certain(name), this.version)?.use;
    return use === 'off' ? undefined : use;
  }

  /** Whether it certainly reads the parameters of TLS: only with a certificate of its own, or where it needs none. */
  private hasTls(): boolean {
    const use = this.tls();
    return use !== undefined && this.hasCertificate(use) === true;
  }

  private hasCertificate(use: TlsUse): boolean | undefined {
    return hasCertificate((name) => (parameterIn(this.version, name) ? this.certain(name) : ''), use);
  }

  private tlsFailure(): StartFailure | undefined {
    const use = this.tls();
    if (!use) return undefined;
    const hasOne = this.hasCertificate(use);
    const failure = hasOne
      ? this.by('bad table', 'tls_server_sni_maps', (value) => splitText(value).some(isBadTable))
      : undefined;
    // "Wrapper-mode request dropped": without TLS there is nobody to talk to.
    if (failure || use !== 'wrapped') return failure;
    if (hasOne === false) return this.failureOf('TLS', 'smtpd_tls_wrappermode');
    const name = 'smtpd_tls_mandatory_protocols';
    const facts = parameterIn(this.version, name);
    return this.by('TLS', name, (value) =>
      (value.match(PROTOCOL_WORD) ?? []).some((word) => facts && !isProtocol(word, facts, this.version)),
    );
  }

  /** smtpd_sasl_initialize, and smtpd_sasl_activate where it comes before the greeting. */
  private saslFailure(): StartFailure | undefined {
    if (!this.is('smtpd_sasl_auth_enable', /^yes$/i)) return undefined;
    const failure = this.unknownWord('smtpd_sasl_type', 'SASL');
    if (failure) return failure;
    const use = tlsUse((name) => this.certain(name), this.version)?.use;
    if (use === undefined) return undefined;
    const isWrapped = use === 'wrapped';
    if (!isWrapped && (isTlsMandatory(use) || !this.is('smtpd_tls_auth_only', /^no$/i))) return undefined;
    const options = isWrapped ? 'smtpd_sasl_tls_security_options' : 'smtpd_sasl_security_options';
    const type = this.certain('smtpd_sasl_type');
    const isCyrus = type === 'cyrus';
    return (
      (type !== undefined ? this.unknownWord(options, 'SASL', isCyrus) : undefined) ??
      (isCyrus ? this.by('SASL', options, (value) => /^[, \t\r\n]+$/.test(value)) : undefined) ??
      this.by('SASL', 'smtpd_sasl_mechanism_filter', (value) => splitText(value).length === 0)
    );
  }

  /** setup_milters, milter_new and milter8_connect: for every client, where no table has a list for some. */
  private milterFailure(): StartFailure | undefined {
    const isUsed =
      this.is('receive_override_options', /^(?!.*no_milters)/s) &&
      (!parameterIn(this.version, 'smtpd_milter_maps') || this.is('smtpd_milter_maps', /^$/));
    if (!isUsed || !hasBraces(this.version)) return undefined;
    // It talks to the first filter if it does not refuse the client; to the others as the first one answers.
    const isTalkedTo = this.is('smtpd_delay_reject', /^yes$/i) || this.is('smtpd_client_restrictions', /^$/);
    const mayConnect = isTalkedTo && this.is('milter_protocol', /^[, \t\r\n]*[2346][, \t\r\n]*$/);
    const isDisabled = (value: string) => isSince(this.version, '3.2') && value.toLowerCase() === 'disable';
    return (
      this.by(
        'bad Milter',
        'smtpd_milters',
        (value) =>
          !isDisabled(value) &&
          splitText(value).some((filter, i) => isBadMilter(filter, mayConnect && i === 0, this.version)),
      ) ??
      (this.is('smtpd_milters', /^(?!disable$)./is)
        ? this.by('bad Milter', 'milter_macro_defaults', (value) => splitText(value).some(isBadMacroDefault))
        : undefined)
    );
  }
}

/** What the tables of mail_conf_int(3) and its sisters refuse. */
function isBadValue(value: string, facts: Parameter, version: PostfixVersion): boolean {
  const { name, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = facts;
  switch (typeOf(facts, version)) {
    case 'boolean':
      return !isYesOrNo(value);
    case 'integer':
      return numberError(value, name, facts) !== undefined;
    case 'time':
      return timeError(value, facts, version) !== undefined;
    default:
      return value.length < minLength || value.length > (maxLength || Number.POSITIVE_INFINITY);
  }
}

/** dict_open: "expecting type:name form". */
function isBadTable(text: string): boolean {
  const colon = text.indexOf(':');
  return colon < 1 || colon === text.length - 1;
}

/** A word of a restriction list that names a table, by itself or in braces (map_search_create). */
function isBadTableSearch(word: string): boolean {
  if (!word.startsWith('{')) return word.includes(':') && isBadTable(word);
  const braces = withoutBraces(asSlice(word));
  const [table = '', ...options] = braces && !braces.error ? splitText(textOf(braces.inside)) : [];
  return options.length === 0 && table.includes(':') && isBadTable(table);
}

/** What stands in for a server, and what it has of its own: `{ inet:host:port, name = value }`. */
function endpointIn(word: string): { readonly endpoint: string; readonly options: readonly string[] } | undefined {
  const braces = withoutBraces(asSlice(word));
  if (!braces) return { endpoint: word, options: [] };
  const [endpoint, ...options] = braces.error ? [] : splitText(textOf(braces.inside));
  return endpoint === undefined ? undefined : { endpoint, options };
}

/** policy_client_register in smtpd_check.c, and auto_clnt_create. */
function isBadPolicyService(word: string, version: PostfixVersion): boolean {
  if (word.startsWith('{') && !hasBraces(version)) return false;
  const service = endpointIn(word);
  if (!service || !/^(?:inet|local|unix):./s.test(service.endpoint)) return true;
  return service.options.some((option) => isBadOption(option, 'smtpd_policy_service_', version));
}

/** milter_new, and milter8_connect if it comes to that. */
function isBadMilter(word: string, mayConnect: boolean, version: PostfixVersion): boolean {
  const filter = endpointIn(word);
  if (!filter) return true;
  const { endpoint, options } = filter;
  if (options.some((option) => isBadOption(option, 'milter_', version, MILTER_OPTIONS))) return true;
  const [, type = '', place = ''] = /^(inet|local|unix):(.+)$/s.exec(endpoint) ?? [];
  if (type === '' || !mayConnect || options.some((option) => option.includes('protocol'))) return false;
  return type === 'inet' ? !isHostPort(place) : place.length > LONGEST_SOCKET;
}

/** What the name of a socket may have of characters, at least on Linux. */
const LONGEST_SOCKET = 107;

/** attr_override(3): an option is a parameter without the first part of its name. */
function isBadOption(option: string, prefix: string, version: PostfixVersion, names?: readonly string[]): boolean {
  const braces = withoutBraces(asSlice(option));
  const entry = braces?.error ? undefined : splitNameValue(braces?.inside ?? asSlice(option));
  if (!entry || typeof entry === 'string') return true;
  const name = textOf(entry.name);
  const value = textOf(entry.value);
  const facts = names && !names.includes(name) ? undefined : parameterIn(version, prefix + name);
  return !facts || value === '' || isBadValue(value, facts, version);
}

/** milter_macro_defaults_create: `name=value`, `{name}=value` or `{ name = value }`. */
function isBadMacroDefault(word: string): boolean {
  const braces = /^\{[^{}]*\}=/.test(word) ? undefined : withoutBraces(asSlice(word));
  return braces?.error !== undefined || typeof splitNameValue(braces?.inside ?? asSlice(word)) === 'string';
}
