import type { Text } from '../locale';
import { existsIn, isSince, type Lifetime, type PostfixVersion } from './version';

/** A column of master.cf, named as `postconf -F` names it. */
export interface ColumnFacts {
  /** The words that it accepts, beside `-` for the default. */
  readonly values?: readonly string[];
  /** What a number stands for; the column then accepts digits. */
  readonly number?: 'seconds' | 'processes';
  /** What `-` stands for; absent: there is no default, and `-` is refused. By compatibility level where it depends. */
  readonly default?: string | Readonly<Record<string, string>>;
  /** A parameter whose value is the default. */
  readonly defaultFrom?: string;
  readonly text?: Text;
}

export type ColumnName =
  | 'service'
  | 'type'
  | 'private'
  | 'unprivileged'
  | 'chroot'
  | 'wakeup'
  | 'process_limit'
  | 'command';

/** The eight columns of an entry, in their order. */
export const COLUMNS: Readonly<Record<ColumnName, ColumnFacts>> = {
  service: {},
  type: {},
  private: { values: ['y', 'n'], default: 'y' },
  unprivileged: { values: ['y', 'n'], default: 'y' },
  // Releases before 3.0 have no compatibility_level and use the default of level 0.
  chroot: { values: ['y', 'n'], default: { 0: 'y', 1: 'n' } },
  wakeup: { number: 'seconds', default: '0' },
  process_limit: { number: 'processes', defaultFrom: 'default_process_limit' },
  command: {},
};

export interface ServiceTypeFacts extends Lifetime {
  /** The service has a name of its own in the queue directory; else it is `host:port` or `port`. */
  readonly isSocketFile: boolean;
  readonly text?: Text;
}

/** The transport types, in the second column. */
export const SERVICE_TYPES: Readonly<Record<string, ServiceTypeFacts>> = {
  inet: { isSocketFile: false },
  unix: { isSocketFile: true },
  fifo: { isSocketFile: true },
  pass: { since: '2.5', isSocketFile: true },
  'unix-dgram': { since: '3.4', isSocketFile: true },
};

/** The library that a program's main loop comes from: `single_server(3)` and its sisters. */
export type ServerSkeleton = 'single' | 'multi' | 'event' | 'trigger' | 'dgram';

/** The types of service that a program with that skeleton can run as. */
export const TYPES_OF_SKELETON: Readonly<Record<ServerSkeleton, readonly string[]>> = {
  single: ['inet', 'unix', 'pass'],
  multi: ['inet', 'unix', 'pass'],
  event: ['inet', 'unix', 'pass'],
  trigger: ['unix', 'fifo', 'pass'],
  dgram: ['unix-dgram'],
};

/** The option letters that a person may write in master.cf; the others are for master(8). */
export const DAEMON_OPTIONS: Readonly<Record<'o' | 'v' | 'D', { readonly text?: Text }>> = { o: {}, v: {}, D: {} };

/** A word such as `user=vmail` after the options. */
export interface AttributeFacts extends Lifetime {
  readonly form: 'command' | 'user' | 'letters' | 'bytes' | 'directory' | 'address' | 'escapes';
  readonly isRequired?: boolean;
  /** All words after it belong to it. */
  readonly isLast?: boolean;
  readonly default?: string;
  readonly letters?: Readonly<Record<string, FlagFacts>>;
  readonly text?: Text;
}

/** A letter of `flags=`. */
export interface FlagFacts extends Lifetime {
  /** It needs `<service>_destination_recipient_limit = 1`. */
  readonly needsOneRecipient?: boolean;
  readonly text?: Text;
}

/** A program in daemon_directory that master(8) can run. */
export interface ProgramFacts extends Lifetime {
  readonly skeleton: ServerSkeleton;
  /**
   * What it does with words after its options: dies ("unexpected command-line argument"), knows some attributes and
   * dies of any other, or ignores all.
   */
  readonly operands: 'refused' | 'attributes' | 'ignored';
  readonly attributes?: Readonly<Record<string, AttributeFacts>>;
  /** What the columns must say, or the program refuses to run; `since` where it did not always care. */
  readonly requires?: ColumnRequirement;
  /** The manual says that it does not run in a chroot jail. */
  readonly noChroot?: boolean;
  /** The program whose manual page describes it, where it is only another name. */
  readonly sameAs?: string;
  readonly text?: Text;
}

export interface ColumnRequirement {
  readonly since?: string;
  readonly processLimit?: '0' | '1';
  readonly unprivileged?: 'n';
}

const PIPE_FLAGS: Readonly<Record<string, FlagFacts>> = {
  B: {},
  D: { needsOneRecipient: true },
  F: {},
  O: { needsOneRecipient: true },
  R: {},
  X: { since: '2.5' },
  h: {},
  q: {},
  u: {},
  '.': {},
  '>': {},
};

/** The same letters as those of pipe(8), where they make sense for a message that is sent on. */
const CLIENT_FLAGS: Readonly<Record<string, FlagFacts>> = {
  D: { needsOneRecipient: true },
  O: { needsOneRecipient: true },
  R: {},
  X: {},
};

const CLIENT_ATTRIBUTES: Readonly<Record<string, AttributeFacts>> = {
  flags: { since: '3.5', form: 'letters', letters: CLIENT_FLAGS },
};

const ALONE: ColumnRequirement = { processLimit: '1' };
const UNLIMITED: ColumnRequirement = { processLimit: '0' };
const PRIVILEGED: ColumnRequirement = { since: '2.2', unprivileged: 'n' };

/** The programs, by their names in daemon_directory. */
export const PROGRAMS: Readonly<Record<string, ProgramFacts>> = {
  anvil: { since: '2.2', skeleton: 'multi', operands: 'refused', requires: ALONE },
  bounce: { skeleton: 'single', operands: 'refused', requires: UNLIMITED },
  cleanup: { skeleton: 'single', operands: 'refused', requires: UNLIMITED },
  discard: { since: '2.2', skeleton: 'single', operands: 'refused' },
  dnsblog: { since: '2.8', skeleton: 'single', operands: 'refused', requires: UNLIMITED },
  error: { skeleton: 'single', operands: 'refused' },
  flush: { skeleton: 'single', operands: 'refused', requires: UNLIMITED },
  lmtp: { skeleton: 'single', operands: 'attributes', attributes: CLIENT_ATTRIBUTES, sameAs: 'smtp' },
  local: { skeleton: 'single', operands: 'refused', requires: PRIVILEGED, noChroot: true },
  nbdb_reindexd: {
    since: '3.11',
    skeleton: 'single',
    operands: 'ignored',
    requires: { processLimit: '1', unprivileged: 'n' },
  },
  nqmgr: { skeleton: 'trigger', operands: 'refused', requires: ALONE, sameAs: 'qmgr' },
  oqmgr: { since: '2.1', skeleton: 'trigger', operands: 'refused', requires: ALONE },
  pickup: { skeleton: 'trigger', operands: 'refused', requires: ALONE },
  pipe: {
    skeleton: 'single',
    operands: 'attributes',
    attributes: {
      argv: { form: 'command', isRequired: true, isLast: true },
      user: { form: 'user', isRequired: true },
      flags: { form: 'letters', letters: PIPE_FLAGS },
      directory: { since: '2.2', form: 'directory' },
      chroot: { since: '2.3', form: 'directory' },
      null_sender: { since: '2.3', form: 'address', default: 'MAILER-DAEMON' },
      size: { form: 'bytes', default: '0' },
      eol: { form: 'escapes', default: '\\n' },
    },
    requires: PRIVILEGED,
    noChroot: true,
  },
  postlogd: { since: '3.4', skeleton: 'dgram', operands: 'refused', requires: ALONE },
  postscreen: { since: '2.8', skeleton: 'event', operands: 'ignored', requires: ALONE },
  proxymap: { skeleton: 'multi', operands: 'refused', noChroot: true },
  qmgr: { skeleton: 'trigger', operands: 'refused', requires: ALONE },
  qmqpd: { skeleton: 'single', operands: 'refused' },
  scache: { since: '2.2', skeleton: 'multi', operands: 'refused', requires: ALONE },
  showq: { skeleton: 'single', operands: 'refused' },
  smtp: { skeleton: 'single', operands: 'attributes', attributes: CLIENT_ATTRIBUTES },
  smtpd: { skeleton: 'single', operands: 'refused' },
  spawn: {
    skeleton: 'single',
    operands: 'attributes',
    attributes: {
      argv: { form: 'command', isRequired: true, isLast: true },
      user: { form: 'user', isRequired: true },
    },
    requires: PRIVILEGED,
    noChroot: true,
  },
  tlsmgr: { since: '2.2', skeleton: 'multi', operands: 'refused', requires: ALONE },
  tlsproxy: { since: '2.8', skeleton: 'event', operands: 'refused', requires: { since: '3.4', processLimit: '0' } },
  'trivial-rewrite': { skeleton: 'multi', operands: 'refused' },
  verify: { since: '2.1', skeleton: 'multi', operands: 'refused', requires: ALONE },
  virtual: {
    skeleton: 'single',
    operands: 'refused',
    requires: { since: '2.3', unprivileged: 'n' },
    noChroot: true,
  },
};

/** The program of that name in any version. */
export function programNamed(name: string): ProgramFacts | undefined {
  return Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
}

/** The attributes that a program of that version accepts; undefined where it accepts any word. */
export function attributesOf(
  { operands, attributes }: ProgramFacts,
  version: PostfixVersion,
): ReadonlyMap<string, AttributeFacts> | undefined {
  if (operands === 'ignored') return undefined;
  return new Map(Object.entries(attributes ?? {}).filter(([, facts]) => existsIn(facts, version)));
}

/** The type of that name in any version. */
export function serviceTypeNamed(name: string): ServiceTypeFacts | undefined {
  return Object.hasOwn(SERVICE_TYPES, name) ? SERVICE_TYPES[name] : undefined;
}

/** The types that a version of Postfix knows. */
export function serviceTypesOf(version: PostfixVersion): string[] {
  return Object.keys(SERVICE_TYPES).filter((type) => existsIn(SERVICE_TYPES[type] as ServiceTypeFacts, version));
}

/** Whether an argument may stand in `{ … }`, so that it may have blanks in it. */
export function hasBraces(version: PostfixVersion): boolean {
  return isSince(version, '3.0');
}

/** A service of the master.cf that comes with Postfix. Its lifetime is that in the file, commented out or not. */
export interface StockService extends Lifetime {
  readonly name: string;
  readonly type: string;
  /** Older types: the type before each series. */
  readonly typeUntil?: Readonly<Record<string, string>>;
  /** The columns from `private` to `process_limit`. */
  readonly columns: string;
  readonly program: string;
  /** It has to be un-commented first; a series where that began later. */
  readonly isCommentedOut?: boolean | string;
  readonly text?: Text;
}

/** The entries as upstream ships them, in the order of the file. */
export const STOCK_SERVICES: readonly StockService[] = [
  { name: 'smtp', type: 'inet', columns: 'n - n - -', program: 'smtpd' },
  { since: '2.8', name: 'smtp', type: 'inet', columns: 'n - n - 1', program: 'postscreen', isCommentedOut: true },
  { since: '2.8', name: 'smtpd', type: 'pass', columns: '- - n - -', program: 'smtpd', isCommentedOut: true },
  { since: '2.8', name: 'dnsblog', type: 'unix', columns: '- - n - 0', program: 'dnsblog', isCommentedOut: true },
  { since: '2.8', name: 'tlsproxy', type: 'unix', columns: '- - n - 0', program: 'tlsproxy', isCommentedOut: true },
  { since: '2.1', name: 'submission', type: 'inet', columns: 'n - n - -', program: 'smtpd', isCommentedOut: true },
  {
    since: '2.2',
    removed: '3.7',
    name: 'smtps',
    type: 'inet',
    columns: 'n - n - -',
    program: 'smtpd',
    isCommentedOut: true,
  },
  { since: '3.7', name: 'submissions', type: 'inet', columns: 'n - n - -', program: 'smtpd', isCommentedOut: true },
  { name: '628', type: 'inet', columns: 'n - n - -', program: 'qmqpd', isCommentedOut: true },
  { name: 'pickup', type: 'unix', typeUntil: { '2.10': 'fifo' }, columns: 'n - n 60 1', program: 'pickup' },
  { name: 'cleanup', type: 'unix', columns: 'n - n - 0', program: 'cleanup' },
  { name: 'qmgr', type: 'unix', typeUntil: { '2.10': 'fifo' }, columns: 'n - n 300 1', program: 'qmgr' },
  {
    since: '2.1',
    name: 'qmgr',
    type: 'unix',
    typeUntil: { '2.10': 'fifo' },
    columns: 'n - n 300 1',
    program: 'oqmgr',
    isCommentedOut: true,
  },
  { since: '2.2', name: 'tlsmgr', type: 'unix', columns: '- - n 1000? 1', program: 'tlsmgr' },
  { name: 'rewrite', type: 'unix', columns: '- - n - -', program: 'trivial-rewrite' },
  { name: 'bounce', type: 'unix', columns: '- - n - 0', program: 'bounce' },
  { name: 'defer', type: 'unix', columns: '- - n - 0', program: 'bounce' },
  { since: '2.1', name: 'trace', type: 'unix', columns: '- - n - 0', program: 'bounce' },
  { since: '2.1', name: 'verify', type: 'unix', columns: '- - n - 1', program: 'verify' },
  { name: 'flush', type: 'unix', columns: 'n - n 1000? 0', program: 'flush' },
  { since: '2.1', name: 'proxymap', type: 'unix', columns: '- - n - -', program: 'proxymap' },
  { since: '2.5', name: 'proxywrite', type: 'unix', columns: '- - n - 1', program: 'proxymap' },
  { name: 'smtp', type: 'unix', columns: '- - n - -', program: 'smtp' },
  { name: 'relay', type: 'unix', columns: '- - n - -', program: 'smtp' },
  { name: 'showq', type: 'unix', columns: 'n - n - -', program: 'showq' },
  { name: 'error', type: 'unix', columns: '- - n - -', program: 'error' },
  { since: '2.4', name: 'retry', type: 'unix', columns: '- - n - -', program: 'error' },
  { since: '2.2', name: 'discard', type: 'unix', columns: '- - n - -', program: 'discard' },
  { name: 'local', type: 'unix', columns: '- n n - -', program: 'local' },
  { name: 'virtual', type: 'unix', columns: '- n n - -', program: 'virtual' },
  { name: 'lmtp', type: 'unix', columns: '- - n - -', program: 'lmtp' },
  { since: '2.1', name: 'anvil', type: 'unix', columns: '- - n - 1', program: 'anvil' },
  { since: '2.2', name: 'scache', type: 'unix', columns: '- - n - 1', program: 'scache' },
  { since: '3.4', name: 'postlog', type: 'unix-dgram', columns: 'n - n - 1', program: 'postlogd' },
  { name: 'maildrop', type: 'unix', columns: '- n n - -', program: 'pipe', isCommentedOut: '2.4' },
  { name: 'cyrus', type: 'unix', columns: '- n n - -', program: 'pipe', isCommentedOut: '2.4' },
  { name: 'old-cyrus', type: 'unix', columns: '- n n - -', program: 'pipe', isCommentedOut: '2.4' },
  { name: 'uucp', type: 'unix', columns: '- n n - -', program: 'pipe', isCommentedOut: '2.4' },
  { name: 'ifmail', type: 'unix', columns: '- n n - -', program: 'pipe', isCommentedOut: '2.4' },
  { name: 'bsmtp', type: 'unix', columns: '- n n - -', program: 'pipe', isCommentedOut: '2.4' },
  {
    since: '2.4',
    name: 'scalemail-backend',
    type: 'unix',
    columns: '- n n - 2',
    program: 'pipe',
    isCommentedOut: true,
  },
  { since: '2.4', name: 'mailman', type: 'unix', columns: '- n n - -', program: 'pipe', isCommentedOut: true },
];

/** The ports whose names services(5) usually has, and mail servers listen on. */
export const PORTS: Readonly<Record<string, number>> = {
  lmtp: 24,
  smtp: 25,
  mail: 25,
  submissions: 465,
  smtps: 465,
  ssmtp: 465,
  urd: 465,
  submission: 587,
  qmqp: 628,
};
