import { parseArgs } from 'node:util';
import { type PostfixVersion, parseVersion } from '../engine/knowledge/version';
import { type Locale, localeFrom } from '../engine/locale';
import { USAGE } from './usage';

/** How `check` can print what it has found. */
export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

export type Format = (typeof FORMATS)[number];

/** What the command line asks for. */
export interface Options {
  readonly command: string;
  readonly locale: Locale;
  /** `auto` asks the postconf(1) on the PATH. */
  readonly version: PostfixVersion | 'auto';
  readonly format: Format;
  /** `check` applies the safe fixes first. */
  readonly fix: boolean;
  readonly mode?: string;
  /** What `relay` is asked; absent where nothing is. */
  readonly question?: QuestionOptions;
  readonly help: boolean;
  readonly names: readonly string[];
}

/** A question to `relay`, as it was typed. */
const QUESTION = ['client', 'client-name', 'login', 'helo', 'sender', 'recipient', 'service'] as const;

export type QuestionOptions = Readonly<Partial<Record<(typeof QUESTION)[number], string>>> & {
  readonly 'no-tls'?: boolean;
};

/** A mistake in the command line itself; the message is for the user. */
export class UsageError extends Error {}

const SHOW_MODES = ['n', 'x', 'd', 'M', 'F', 'P'] as const;

/** Reads the arguments after `postfix-config`. Throws UsageError. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): Options {
  const fallback = localeFrom(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG);
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new UsageError(USAGE[fallback].badOption((error as Error).message));
  }
  const { values, positionals } = parsed;
  const locale = values.lang === undefined ? fallback : readLocale(values.lang, fallback);
  const [command = '', ...names] = positionals;
  const modes = SHOW_MODES.filter((mode) => values[mode]);
  if (modes.length > 1) throw new UsageError(USAGE[locale].oneMode);
  return {
    command,
    locale,
    version: readVersion(values['postfix-version'] ?? 'auto', locale),
    format: readFormat(values.format ?? 'text', locale),
    fix: values.fix ?? false,
    help: values.help ?? false,
    names,
    ...(modes[0] && { mode: modes[0] }),
    ...((values['no-tls'] || QUESTION.some((name) => values[name] !== undefined)) && { question: values }),
  };
}

function parse(args: readonly string[]) {
  const show = Object.fromEntries(SHOW_MODES.map((mode) => [mode, { type: 'boolean', short: mode }])) as Record<
    (typeof SHOW_MODES)[number],
    { type: 'boolean'; short: string }
  >;
  const question = Object.fromEntries(QUESTION.map((name) => [name, { type: 'string' }])) as Record<
    (typeof QUESTION)[number],
    { type: 'string' }
  >;
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...show,
      ...question,
      'no-tls': { type: 'boolean' },
      fix: { type: 'boolean' },
      format: { type: 'string' },
      lang: { type: 'string' },
      'postfix-version': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
      stdio: { type: 'boolean' },
      'node-ipc': { type: 'boolean' },
      clientProcessId: { type: 'string' },
    },
  });
}

function readLocale(tag: string, fallback: Locale): Locale {
  if (!/^(en|ja)([-_.].*)?$/i.test(tag)) throw new UsageError(USAGE[fallback].badLanguage(tag));
  return localeFrom(tag);
}

function readFormat(name: string, locale: Locale): Format {
  const format = FORMATS.find((known) => known === name);
  if (!format) throw new UsageError(USAGE[locale].badFormat(name));
  return format;
}

function readVersion(text: string, locale: Locale): PostfixVersion | 'auto' {
  if (text === 'auto') return 'auto';
  const version = parseVersion(text);
  if (!version) throw new UsageError(USAGE[locale].badVersion(text));
  return version;
}
