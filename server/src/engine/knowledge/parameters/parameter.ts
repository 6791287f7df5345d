import type { Text } from '../../locale';
import type { Lifetime } from '../version';

/**
 * How Postfix reads a value: `keyword` is one word of a fixed set, `keywords` several; all that Postfix reads as text is
 * a `string`, and `holds` says what the text means.
 */
export type ParameterType = 'boolean' | 'integer' | 'time' | 'keyword' | 'keywords' | 'string';

export type TimeUnit = 's' | 'm' | 'h' | 'd' | 'w';

/** What is known of one parameter: the facts of every Postfix since 2.0, and what we say of it. */
export interface ParameterFacts extends Lifetime {
  readonly type: ParameterType;
  /** Older types: the type before each series. */
  readonly typeUntil?: Readonly<Record<string, ParameterType>>;
  /** What a string means: 'lookup tables', 'restriction list', 'nexthop', 'file path' … */
  readonly holds?: string;
  /** For a restriction list: the stage of the SMTP session that it belongs to. */
  readonly stage?: string;
  /** Several elements, separated by commas or white space. */
  readonly list?: boolean;

  /** The words of a keyword parameter. */
  readonly values?: Readonly<Record<string, KeywordFacts>>;
  readonly caseSensitive?: boolean;
  readonly mayBeEmpty?: boolean;
  /** Other words are accepted as well: the build or a library decides. */
  readonly otherValues?: boolean;
  readonly colonSeparates?: boolean;
  readonly obsoleteValues?: Readonly<Record<string, string>>;
  /** The words that really differ; the others are taken as the last of these, with a warning. */
  readonly valuesInEffect?: readonly string[];
  /** Numbers are accepted beside the words. */
  readonly numbers?: boolean;

  /** For a time: the unit of a bare number. */
  readonly unit?: TimeUnit;
  /** Bounds of a number; of a time, in seconds. */
  readonly min?: number;
  readonly max?: number;
  /** Bounds of the length of a string, after expansion. */
  readonly minLength?: number;
  readonly maxLength?: number;

  /** The default is kept as text, so that a `${…}` may stand for the value of a boolean or a number. */
  readonly expression?: boolean;
  /** The default, or its history by version; null where it is computed. */
  readonly default: string | null | Readonly<Record<string, string | null>>;
  /** Where the default differs from place to place: set by each program, by the machine, by the build of Postfix. */
  readonly defaultFrom?: 'program' | 'machine' | 'build';
  /**
   * No program reads it since then, but another parameter's default falls back on it: postconf(1) prints it only where
   * it is set.
   */
  readonly legacySince?: string;
  /** `$name` is not expanded when the value is read, only when it is used. */
  readonly raw?: boolean;
  /** The names that are expanded when the value is used. */
  readonly runTimeNames?: readonly string[];

  /** The programs that read it; `*` is every program, `tls` every program with TLS. */
  readonly usedBy: readonly string[];
  readonly deprecated?: Deprecation;
  /** Not in the manual. */
  readonly undocumented?: boolean;

  /** What we say of it. The first sentence is the summary. */
  readonly text?: Text;
  /** The parameter that does the same under an older name or for another program; its text serves both. */
  readonly like?: string;
  /** Why it matters under Outbound Port 25 Blocking, and lines to copy: of main.cf, or `-o …` of a service. */
  readonly op25b?: Text & { readonly example?: string };
}

export interface KeywordFacts extends Lifetime {
  readonly text?: Text;
}

export interface Deprecation {
  readonly since: string;
  /** The names to use instead. */
  readonly instead?: readonly string[];
  /** A restriction to use instead. */
  readonly restriction?: string;
  /** The value moves to the new name as it is. */
  readonly sameValue?: boolean;
  /** What each old value becomes: old value → new name → new value. `*` is any value. */
  readonly mapping?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** It can simply be removed. */
  readonly remove?: boolean;
  /** Postfix still accepts the name, but does nothing with it. */
  readonly ignoredSince?: string;
  /** postconf(1) and the programs log a warning. */
  readonly warnedSince?: string;
}

/** A family of parameters, by name. */
export type Facts = Readonly<Record<string, ParameterFacts>>;
