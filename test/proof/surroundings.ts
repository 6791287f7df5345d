import fs from 'node:fs';
import path from 'node:path';
import { effectiveValue } from '../../server/src/engine/configuration/effective';
import { noRelayGuard } from '../../server/src/engine/rules/noRelayGuard';
import { portNumbers } from '../../server/src/engine/rules/smtpClient';
import { spanOf, textOf } from '../../server/src/engine/syntax/logicalLine';
import type { ServiceEntry } from '../../server/src/engine/syntax/masterCf';
import { configurationOf, problemsOf } from '../check';
import { freePort, type Instance, mainCf, masterCf } from '../instance';
import { installedVersion } from '../postconf/postconf';

/** An example that the real Postfix can run on this machine. */
export interface Prepared {
  /** Its own services; the others of master.cf are ours. */
  readonly services: readonly ServiceEntry[];
  /** The port of its first network service. */
  readonly port?: number;
  /** What Postfix says, with the words of the example itself. */
  asInExample(text: string): string;
}

type Files = Readonly<Record<string, string>>;

/** A recipient whose mail is thrown away. */
export const DISCARDED = 'user@discard.invalid';

/**
 * Writes an example into an instance. What it does not set is set here, and what has to be other than it says is replaced
 * here.
 */
export async function prepare(instance: Instance, files: Files, certificate: string): Promise<Prepared> {
  const replaced = new Replacements(instance);
  const own = replaced.onThisMachine(files['main.cf'] ?? '');
  const ownServices = replaced.onThisMachine(files['master.cf'] ?? '');
  const settings = { ...basis(instance), ...relayGuard(files), ...tls(own + ownServices, certificate) };
  const main = mainCf(settings, own);
  keepApart(main, instance);
  const { text, port } = await onFreePorts(main, ownServices);
  instance.write(main, masterCf(text));
  makeTables(main + text, instance);
  const services = configurationOf({ 'master.cf': text }).master?.services ?? [];
  return { services, ...(port !== undefined && { port }), asInExample: (said) => replaced.asInExample(said) };
}

function basis(instance: Instance): Record<string, string> {
  return {
    ...instance.places(),
    myhostname: 'host.example.jp',
    inet_interfaces: 'loopback-only',
    inet_protocols: 'ipv4',
    // Nobody is asked for a name, and no packet leaves: from this address the kernel refuses to go anywhere else.
    relayhost: '[192.0.2.1]',
    smtp_dns_support_level: 'disabled',
    lmtp_dns_support_level: 'disabled',
    smtp_bind_address: '127.0.0.1',
    lmtp_bind_address: '127.0.0.1',
    // Nobody is told of what goes wrong, and the mail of the machine's users is not touched.
    notify_classes: '',
    mail_spool_directory: instance.data,
    forward_path: '',
    transport_maps: 'inline:{discard.invalid=discard:}',
    local_recipient_maps: '',
    // Its filters are not there.
    milter_default_action: 'accept',
    // With XCLIENT the client of a proof is whoever it has to be.
    smtpd_authorized_xclient_hosts: '127.0.0.1',
    // The login server of the tests.
    smtpd_sasl_type: 'dovecot',
    smtpd_sasl_path: 'private/auth',
  };
}

/** smtpd(8) starts only where something stops strangers from relaying: an example that is not about that gets it. */
function relayGuard(files: Files): Record<string, string> {
  const isOwn = /^(?:compatibility_level|smtpd_relay_restrictions|smtpd_recipient_restrictions)\s*=/m;
  const isMistake = () =>
    problemsOf(files, { version: installedVersion ?? '' }).some(({ rule }) => rule === noRelayGuard.id);
  if (isOwn.test(files['main.cf'] ?? '') || isMistake()) return {};
  return { smtpd_relay_restrictions: 'permit_mynetworks, reject_unauth_destination' };
}

/** TLS settings are not looked at before TLS is on: it is, with a certificate, unless an example is about that. */
function tls(text: string, certificate: string): Record<string, string> {
  const isServers = /\bsmtpd_(?:tls_security_level|use_tls|enforce_tls|tls_wrappermode|tls_\w+_files?)\b/.test(text);
  const isClients = /\bsmtp_(?:tls_security_level|use_tls|enforce_tls|tls_wrappermode)\b/.test(text);
  return {
    ...(!isServers && { smtpd_tls_security_level: 'may', smtpd_tls_chain_files: certificate }),
    ...(!isClients && { smtp_tls_security_level: 'may' }),
  };
}

/** Types of tables that not every Postfix has, or whose files have to be made first. */
const TABLES = /\b(?:hash|btree|lmdb|cdb|dbm|sdbm|ldap|mysql|pgsql|sqlite|mongodb):(\/[\w./-]+)/g;

/** The names of mail servers: they would be looked up, in the DNS too, before anything of interest happens. */
const HOSTS = /(?<=\[)(?:[\w-]+\.)+[a-z]+(?=\])|(?<!^my\w+\s*=.*)\bsmtp\.example\.jp\b/gm;

/** What is not the same on this machine, both ways. */
class Replacements {
  private readonly places: readonly (readonly [string, string])[];
  private readonly addresses = new Map<string, string>();
  private readonly tables = new Map<string, string>();

  constructor({ configuration, queue, data }: Instance) {
    // The files of the system's own Postfix are neither read nor written.
    this.places = [
      ['/etc/postfix', configuration],
      ['/var/spool/postfix', queue],
      ['/var/lib/postfix', data],
    ];
  }

  onThisMachine(text: string): string {
    let result = text
      .replace(TABLES, (table, file: string) => remembered(this.tables, table, `texthash:${file}`))
      // Addresses that belong to nobody (RFC 5737).
      .replace(HOSTS, (host) => remembered(this.addresses, host, `192.0.2.${200 + this.addresses.size}`))
      .replace(/^inet_interfaces\s*=.*/gm, ownInterfaces);
    for (const [theirs, ours] of this.places) result = result.replaceAll(theirs, ours);
    return result;
  }

  asInExample(text: string): string {
    let result = text;
    for (const [theirs, ours] of [...this.places, ...this.addresses, ...this.tables]) {
      result = result.replaceAll(ours, theirs);
    }
    return result;
  }
}

/** What takes the place of something: always the same. */
function remembered(known: Map<string, string>, theirs: string, ours: string): string {
  const result = known.get(theirs) ?? ours;
  known.set(theirs, result);
  return result;
}

/** A port that is open for a moment is open to this machine only; the addresses of an example are not its own. */
function ownInterfaces(setting: string): string {
  return setting.replace(/=\s*all\b/, '= loopback-only').replace(/\b192\.0\.2\.\d+/g, '127.0.0.1');
}

/** Whatever an example says, the queue of the system's own Postfix is not touched. */
function keepApart(main: string, instance: Instance): void {
  const configuration = configurationOf({ 'main.cf': main });
  for (const name of ['queue_directory', 'data_directory']) {
    const { expanded } = effectiveValue(configuration, name) ?? {};
    const isApart = expanded === undefined || !expanded.startsWith('/') || expanded.startsWith(instance.dir);
    if (!isApart) throw new Error(`${name} = ${expanded} is not of this test`);
  }
}

/** Moves the network services from their ports, which may be in use; a name that is no port stays, to be complained of. */
async function onFreePorts(main: string, master: string): Promise<{ readonly text: string; readonly port?: number }> {
  const configuration = configurationOf({ 'main.cf': main, 'master.cf': master });
  const names = portNumbers(configuration);
  const moved = new Map<number, number>();
  let text = master;
  let first: number | undefined;
  for (const { service, type } of [...(configuration.master?.services ?? [])].reverse()) {
    const [, host = '', name = ''] = /^(?:(.*):)?([^:]+)$/.exec(textOf(service)) ?? [];
    const port = /^\d+$/.test(name) ? Number(name) : names.get(name);
    if (textOf(type) !== 'inet' || port === undefined) continue;
    first = moved.get(port) ?? (await freePort());
    moved.set(port, first);
    const address = /^(?:0\.0\.0\.0|\[?::\]?)$/.test(host) ? '127.0.0.1' : host;
    const { start, end } = spanOf(service);
    text = text.slice(0, start) + (address === '' ? '' : `${address}:`) + first + text.slice(end);
  }
  return { text, ...(first !== undefined && { port: first }) };
}

/** The tables that an example names: they exist, and are empty. */
function makeTables(text: string, { configuration }: Instance): void {
  for (const [, file = ''] of text.matchAll(/\b[a-z]+:(\/[\w./-]+)/g)) {
    if (path.dirname(file) === configuration) fs.writeFileSync(file, '');
  }
}
