import type { Configuration } from '../configuration/configuration';
import { textOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { parseTransportNexthop } from '../syntax/nexthop';
import { type Choose, everyCase } from './everyCase';
import { domainKeys, findAddress, findInMaps, openMaps } from './findAddress';
import { isHostAddress, isHostName, isMailHostLiteral } from './hostNames';
import { isLocal } from './localDomain';
import type { LookupResult } from './lookupResult';
import { isYes, myOrigin, settingOf, unknownNameIn } from './machineSettings';
import { AT, append, internalize, prepend, quoteLocal, scan, type Token, unquoteLocal } from './mailAddress';
import { type Match, matchesDomain, matchesString } from './matchList';
import { certain, type Possible } from './possible';
import { perConfiguration } from './remember';

export { domainKeys, findAddress, openMaps } from './findAddress';

/** What kind of domain an address is in; `default`: one of others. */
export type AddressClass = 'local' | 'alias' | 'virtual' | 'relay' | 'default';

/** What smtpd(8) learns of an address from trivial-rewrite(8) (RESOLVE_REPLY). */
export interface Resolution {
  /** Complete, in lower case, without quotes. */
  readonly recipient: string;
  readonly class: AddressClass;
  /** The local part says where to send it on (RESOLVE_FLAG_ROUTED). */
  readonly isRouted: boolean;
  /** No address (RESOLVE_FLAG_ERROR). */
  readonly isError: boolean;
  /** A lookup failed; nothing else counts then (RESOLVE_FLAG_FAIL). */
  readonly isFail: boolean;
  /** Empty where it never got so far. */
  readonly transport: string;
  /** The destination; for the transports `error` and `retry`, the reason. */
  readonly nexthop: string;
}

/**
 * smtpd_resolve_addr: what trivial-rewrite(8) makes of an address from a sender, which routes may depend on. Both are
 * without quotes, as smtpd(8) keeps them.
 */
export function resolve(configuration: Configuration, sender: string, address: string): Possible<Resolution> {
  let known = resolutions.get(configuration);
  if (!known || known.size > MOST_RESOLUTIONS) {
    known = new Map();
    resolutions.set(configuration, known);
  }
  const key = `${sender}\n${address}`;
  let resolution = known.get(key);
  if (!resolution) {
    resolution = resolveAnew(configuration, sender, address);
    known.set(key, resolution);
  }
  return resolution;
}
const resolutions = new WeakMap<Configuration, Map<string, Possible<Resolution>>>();

/** smtpd(8) has a cache too: each restriction asks for the same addresses (smtpd_resolve_init). */
const MOST_RESOLUTIONS = 1000;

function resolveAnew(configuration: Configuration, sender: string, address: string): Possible<Resolution> {
  const rewriter = rewriterOf(configuration);
  const from = rewriteAddress(rewriter, sender);
  const to = rewriteAddress(rewriter, address);
  return everyCase((choose) => {
    const resolution = new Resolver(rewriter, from, choose).resolve(to);
    return { ...resolution, recipient: resolution.recipient.toLowerCase() };
  });
}

/** rewrite_clnt_internal: an address with the domain that it is short for. */
export function complete(configuration: Configuration, address: string): string {
  return rewriteAddress(rewriterOf(configuration), address);
}

/** The service of master.cf that rewrites addresses, and what it reads. `-o` options of smtpd(8) do not reach it. */
interface Rewriter {
  readonly configuration: Configuration;
  readonly service: ServiceEntry | undefined;
  text(name: string): string;
  isYes(name: string): boolean;
}

const rewriterOf = perConfiguration((configuration): Rewriter => {
  const name = settingOf(configuration, 'rewrite_service_name');
  const service = configuration.master?.services.findLast(
    (entry) => textOf(entry.service) === name && textOf(entry.type) === 'unix',
  );
  return {
    configuration,
    service,
    text: (parameter) => settingOf(configuration, parameter, service),
    isYes: (parameter) => isYes(configuration, parameter, service),
  };
});

/** rewrite_clnt_internal, with the rules for local clients. */
function rewriteAddress(rewriter: Rewriter, address: string): string {
  return unquoteLocal(quoteLocal(internalize(rewrite(rewriter, scan(quoteLocal(address))))));
}

/** rewrite_tree. */
function rewrite(rewriter: Rewriter, address: readonly Token[]): readonly Token[] {
  const [first] = address;
  if (address.length === 0 || isEmptyUser(address)) return address;
  if (address.length === 1 && first?.type === '@') return [{ type: 'quoted', text: '', isAdded: true }];
  const colon = first?.type === '@' ? address.findIndex(isOf(':')) : -1;
  const isRoute = colon > 0 && colon < address.length - 1;
  return withoutTrailingDot(withMyDomain(rewriter, withDomain(rewriter, isRoute ? address.slice(colon + 1) : address)));
}

function isOf(type: string): (token: Token) => boolean {
  return (token) => token.type === type;
}

function isEmptyUser(address: readonly Token[]): boolean {
  return address.length === 1 && address[0]?.type === 'quoted' && address[0].text === '';
}

/** `site!user`, `user%domain` and `user` become `user@domain`. */
function withDomain(rewriter: Rewriter, address: readonly Token[]): readonly Token[] {
  if (address.some(isOf('@'))) return address;
  const bang = rewriter.isYes('swap_bangpath') ? address.findIndex(isOf('!')) : -1;
  if (bang >= 0) return prepend(prepend(address.slice(0, bang), [AT]), address.slice(bang + 1));
  const percent = rewriter.isYes('allow_percent_hack') ? address.findLastIndex(isOf('%')) : -1;
  if (percent >= 0) return address.with(percent, { ...(address[percent] as Token), ...AT });
  const origin = rewriter.isYes('append_at_myorigin') ? myOrigin(rewriter.configuration, rewriter.service) : '';
  return origin === '' ? address : append(append(address, [AT]), scan(origin));
}

/** `user@host` becomes `user@host.domain`. */
function withMyDomain(rewriter: Rewriter, address: readonly Token[]): readonly Token[] {
  const domain = rewriter.isYes('append_dot_mydomain') ? rewriter.text('mydomain') : '';
  const at = address.findLastIndex(isOf('@'));
  if (domain === '' || at < 0 || at === address.length - 1) return address;
  if (address.slice(at).some(({ type }) => type === 'literal' || type === '.')) return address;
  return append(append(address, [{ type: '.', text: '.' }]), scan(domain));
}

function withoutTrailingDot(address: readonly Token[]): readonly Token[] {
  const before = address.at(-2)?.type;
  const isOneDot = address.at(-1)?.type === '.' && before !== undefined && before !== '.' && before !== '@';
  return isOneDot ? address.slice(0, -1) : address;
}

/** A lookup failed: trivial-rewrite(8) says no more. */
class Failure extends Error {}

/** resolve_addr, for one case of what the files do not tell. */
class Resolver {
  /** The address as far as it is resolved, which is told where a lookup fails. */
  private reached = FAILED.recipient;

  constructor(
    private readonly rewriter: Rewriter,
    private readonly sender: string,
    private readonly choose: Choose,
  ) {}

  resolve(address: string): Resolution {
    try {
      return this.route(this.findDestination(address));
    } catch (failure) {
      if (failure instanceof Failure) return { ...FAILED, recipient: this.reached };
      throw failure;
    }
  }

  /** Takes local domains off, one after the other, until another remains or none. */
  private findDestination(address: string): Destination {
    const { rewriter } = this;
    let tokens: readonly Token[] = scan(quoteLocal(address));
    let saved: readonly Token[] | undefined;
    for (let rounds = 0; rounds <= address.length + 100; rounds++) {
      if (tokens.some(isOf('@'))) tokens = withoutTrailingDot(tokens);
      if (rewriter.isYes('resolve_null_domain') && tokens.at(-1)?.type === '@') tokens = tokens.slice(0, -1);
      const at = tokens.findLastIndex(isOf('@'));
      if (at >= 0) {
        const domain = tokens.slice(at + 1);
        if (domain.length > 0 && !this.isLocal(internalize(domain)))
          return { address: internalize(tokens), isRemote: true };
        saved = tokens.slice(at);
        tokens = tokens.slice(0, at);
      }
      const routed = this.isRouted(tokens) ? tokens : this.routeInQuotes(tokens);
      if (routed) tokens = rewrite(rewriter, routed);
      else if (tokens.length === 0 || isEmptyUser(tokens)) tokens = scan(rewriter.text('empty_address_recipient'));
      else if (saved) return { address: internalize(append(tokens, saved)), isRemote: false };
      else tokens = append(append(tokens, [AT]), scan(rewriter.text('myhostname')));
    }
    throw new Failure();
  }

  private isRouted(tokens: readonly Token[]): boolean {
    return tokens.some(({ type }) => type === '@' || this.isOperator(type));
  }

  private isOperator(type: string): boolean {
    if (type === '!') return this.rewriter.isYes('swap_bangpath');
    return type === '%' && this.rewriter.isYes('allow_percent_hack');
  }

  /** A local part in quotes that names another domain. */
  private routeInQuotes(tokens: readonly Token[]): readonly Token[] | undefined {
    const [token] = tokens;
    if (tokens.length !== 1 || token?.type !== 'quoted' || !this.rewriter.isYes('resolve_dequoted_address'))
      return undefined;
    const { text } = token;
    const operator = ['@', '%', '!'].find((char) => text.includes(char) && (char === '@' || this.isOperator(char)));
    if (operator === undefined) return undefined;
    const last = text.lastIndexOf(operator);
    return scan(operator === '!' ? text : quoteLocal(`${text.slice(0, last)}@${text.slice(last + 1)}`));
  }

  private isLocal(domain: string): boolean {
    return this.answer(isLocal(this.rewriter.configuration, domain, this.rewriter.service));
  }

  private answer(match: Possible<Match>): boolean {
    const answer = this.choose(match);
    if (answer === 'error') throw new Failure();
    return answer;
  }

  /** The class, the transport and the next hop of an address. */
  private route({ address, isRemote: isForeign }: Destination): Resolution {
    const { rewriter } = this;
    let recipient = address;
    this.reached = recipient;
    let isRemote = isForeign;
    let domain = domainOf(recipient);
    const isLiteral = domain.startsWith('[');
    const isUtf8 = rewriter.isYes('smtputf8_enable') || unknownNameIn(domain) !== undefined;
    if (isLiteral ? !isMailHostLiteral(domain) : !isHostName(domain, isUtf8)) {
      const isNumeric = !isLiteral && rewriter.isYes('resolve_numeric_domain') && isHostAddress(domain);
      if (!isNumeric) return { ...FAILED, isFail: false, isError: true, recipient };
      recipient = `${recipient.slice(0, recipient.length - domain.length)}[${domain}]`;
      this.reached = recipient;
      domain = `[${domain}]`;
      if (this.isLocal(domain)) isRemote = false;
    }
    const isRouted = recipient.slice(recipient.search(/[@!%]/) + 1) !== domain;
    const byClass = isRemote ? this.routeByClass(domain) : this.deliver('local', domain);
    const byMap = byClass.class === 'alias' ? byClass : this.routeByMap(byClass, recipient, domain);
    const { class: addressClass, transport, nexthop } = this.relocated(byMap, recipient);
    const isError = recipient.startsWith('-') && !rewriter.isYes('allow_min_user');
    return { recipient, class: addressClass, isRouted, isError, isFail: false, transport, nexthop };
  }

  private routeByClass(domain: string): Route {
    const { configuration, service } = this.rewriter;
    if (this.answer(matchesString(configuration, 'virtual_alias_domains', domain, service))) {
      const where = this.rewriter.isYes('show_user_unknown_table_name') ? ' in virtual alias table' : '';
      return { class: 'alias', transport: 'error', nexthop: `5.1.1 User unknown${where}` };
    }
    if (this.answer(matchesString(configuration, 'virtual_mailbox_domains', domain, service))) {
      return this.deliver('virtual', domain);
    }
    if (this.answer(matchesDomain(configuration, 'relay_domains', domain, service))) {
      return this.send('relay', this.rewriter.text('relay_transport'), domain);
    }
    const key = this.sender || this.rewriter.text('empty_address_default_transport_maps_lookup_key');
    const usual = this.rewriter.text('default_transport');
    const guesses = guessesBeside(parseTransportNexthop(usual).transport);
    const transport = this.findBySender('sender_dependent_default_transport_maps', key, guesses);
    return this.send('default', transport ?? usual, domain);
  }

  private deliver(addressClass: 'local' | 'virtual', domain: string): Route {
    return routeOf(addressClass, this.rewriter.text(`${addressClass}_transport`), domain);
  }

  /** To another host: the domain itself, unless there is a relay host. */
  private send(addressClass: AddressClass, transport: string, domain: string): Route {
    const key = this.sender || this.rewriter.text('empty_address_relayhost_maps_lookup_key');
    const relay = this.findBySender('sender_dependent_relayhost_maps', key, []);
    return routeOf(addressClass, transport, relay ?? (this.rewriter.text('relayhost') || domain));
  }

  private findBySender(name: string, key: string, guesses: readonly string[]): string | undefined {
    const { configuration, service } = this.rewriter;
    const tables = openMaps(configuration, name, service, 'routes');
    const found = this.found(findAddress(configuration, tables, key, 'default', service), guesses);
    return found?.toLowerCase() === 'dunno' ? undefined : found;
  }

  /** transport_lookup. */
  private routeByMap(route: Route, recipient: string, domain: string): Route {
    const { configuration, service } = this.rewriter;
    const tables = openMaps(configuration, 'transport_maps', service, 'routes');
    if (tables.length === 0) return route;
    const keys = domainKeys(configuration, 'transport_maps', service);
    const guesses = [...guessesBeside(route.transport), ':'];
    const found =
      this.found(findAddress(configuration, tables, recipient, keys, service), guesses) ??
      this.found(findInMaps(tables, '*'), guesses);
    if (found === undefined) return route;
    const { transport, nexthop } = parseTransportNexthop(found);
    if (transport === '') return { ...route, nexthop: nexthop || route.nexthop };
    return { ...route, transport, nexthop: nexthop || (isRefusal(transport) ? 'Address is undeliverable' : domain) };
  }

  private relocated(route: Route, recipient: string): Route {
    const { configuration, service } = this.rewriter;
    const tables = openMaps(configuration, 'relocated_maps', service);
    const found = this.found(findAddress(configuration, tables, recipient, 'default', service), ['']);
    return found === undefined ? route : { ...route, transport: 'error', nexthop: this.reasonFor(found) };
  }

  /** Since 3.11 a table may give the status itself. */
  private reasonFor(moved: string): string {
    const hasOwnStatus = this.rewriter.text('relocated_prefix_enable').toLowerCase() === 'no';
    if (!hasOwnStatus) return `5.1.6 User has moved to ${moved}`;
    const [, status, text] = /^([245]\.\d{1,3}\.\d{1,3})\s+(\S.*)$/s.exec(moved) ?? [];
    return text === undefined ? '5.2.0 Mailbox is unavailable' : `${status} ${text}`;
  }

  /** The value that is found; of a table that cannot be read, one of those that make a difference. */
  private found(lookup: LookupResult, guesses: readonly string[]): string | undefined {
    const possible: Possible<LookupResult> =
      lookup.kind !== 'unknown'
        ? certain(lookup)
        : {
            values: [
              { kind: 'none' },
              { kind: 'error' },
              ...guesses.map((value) => ({ kind: 'found' as const, value })),
            ],
            because: [lookup.because],
          };
    const result = this.choose(possible);
    if (result.kind === 'error') throw new Failure();
    return result.kind === 'found' ? result.value : undefined;
  }
}

/** Whether a transport delivers nothing, and its next hop is the reason why. */
function isRefusal(transport: string): boolean {
  return transport === 'error' || transport === 'retry';
}

/** What a table that cannot be read may say instead of a transport, as far as it makes a difference. */
function guessesBeside(transport: string): string[] {
  return ['error:', 'retry:', ...(isRefusal(transport) ? ['smtp:'] : [])];
}

interface Destination {
  /** With its domain, without quotes. */
  readonly address: string;
  /** The domain is not local. */
  readonly isRemote: boolean;
}

type Route = Pick<Resolution, 'class' | 'transport' | 'nexthop'>;

/** A destination in the transport of main.cf comes before any other. */
function routeOf(addressClass: AddressClass, setting: string, destination: string): Route {
  const { transport, nexthop } = parseTransportNexthop(setting);
  if (transport === '') throw new Failure();
  return { class: addressClass, transport, nexthop: nexthop || destination };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

const FAILED: Resolution = {
  recipient: 'nextrcpt not updated',
  class: 'default',
  isRouted: false,
  isError: false,
  isFail: true,
  transport: '',
  nexthop: '',
};
