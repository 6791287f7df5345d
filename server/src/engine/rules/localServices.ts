import { textOf } from '../syntax/logicalLine';
import { type MasterCf, programOf, type ServiceEntry } from '../syntax/masterCf';

/**
 * Whether a master.cf is one that Postfix can run with. Parts of one are kept in files of that name too, and what they
 * lack says nothing: at least two of the three services that all mail goes through have to be there.
 */
export function isWhole(master: MasterCf): boolean {
  return ALL_MAIL.filter((name) => socketsNamed(master, name).length > 0).length >= 2;
}
const ALL_MAIL = ['cleanup', 'qmgr', 'rewrite'];

/** For examples: the services that a whole master.cf has at least. */
export const WHOLE = `cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
error unix - - n - - error
proxymap unix - - n - - proxymap
`;

/** The services with a socket of that name in the queue directory, in their order; not those of type `inet`. */
export function socketsNamed(master: MasterCf, name: string): readonly ServiceEntry[] {
  return socketsOf(master).get(name) ?? [];
}

/** The names of all such services. */
export function socketNames(master: MasterCf): Iterable<string> {
  return socketsOf(master).keys();
}

/** Made once for each file. */
function socketsOf(master: MasterCf): ReadonlyMap<string, readonly ServiceEntry[]> {
  let known = cache.get(master);
  if (!known) {
    const sockets = new Map<string, ServiceEntry[]>();
    for (const entry of master.services) {
      if (textOf(entry.type) === 'inet') continue;
      const name = textOf(entry.service);
      const same = sockets.get(name);
      if (same) same.push(entry);
      else sockets.set(name, [entry]);
    }
    known = sockets;
    cache.set(master, known);
  }
  return known;
}
const cache = new WeakMap<MasterCf, ReadonlyMap<string, readonly ServiceEntry[]>>();

/**
 * Whether the programs of Postfix look for a service of this program in the directory `public`, or in `private`
 * (MAIL_CLASS_PUBLIC, MAIL_CLASS_PRIVATE); undefined for a program that others connect to as they are told to.
 */
export function isPublicProgram(program: string): boolean | undefined {
  if (PUBLIC.has(program)) return true;
  return PRIVATE.has(program) ? false : undefined;
}

const PUBLIC = new Set(['cleanup', 'flush', 'nqmgr', 'oqmgr', 'pickup', 'postlogd', 'qmgr', 'showq']);

const PRIVATE = new Set([
  'anvil',
  'bounce',
  'discard',
  'dnsblog',
  'error',
  'lmtp',
  'local',
  'pipe',
  'proxymap',
  'scache',
  'smtp',
  'tlsmgr',
  'tlsproxy',
  'trivial-rewrite',
  'verify',
  'virtual',
]);

/** Where a service of a program must be, as its column `private` says it. */
export function requiredPrivate(entry: ServiceEntry): 'y' | 'n' | undefined {
  const isPublic = isPublicProgram(programOf(entry));
  return isPublic === undefined ? undefined : isPublic ? 'n' : 'y';
}
