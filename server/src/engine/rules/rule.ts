import type { Configuration } from '../configuration/configuration';
import type { Locale } from '../locale';
import type { Span } from '../syntax/document';
import { type Slice, spanOf } from '../syntax/logicalLine';

/**
 * error: a program certainly fails, or a setting is certainly lost. warning: insecure, or fails at run time.
 * info: deprecated, or of another version. hint: nothing is wrong, but something is worth knowing.
 */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** One finding, in the language that was asked for. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** It keeps the meaning that the text has for Postfix, or is the only one that can have been meant. */
  readonly safe: boolean;
}

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** What a user reads: each text is made when it is needed, from the values that the report gives. */
// biome-ignore lint/suspicious/noExplicitAny: each message names the values it takes; `rule()` keeps the types.
type Messages = Readonly<Record<string, (values: any) => string>>;

/** The values that a message takes; `{}` for one that takes none. */
type Values<F> = F extends () => string ? Record<never, never> : F extends (values: infer V) => string ? V : never;

interface RuleText<M extends Messages> {
  /** The mistake, in a few words. */
  readonly title: string;
  /** What Postfix does, and what to do: one to four sentences, Markdown. */
  readonly why: string;
  /** The sentences of the rule, and the titles of its fixes. */
  readonly messages: M;
}

/**
 * A mistake, and the text without it. The characters that are reported are marked below with `#   ^^^^ rule-id`; a
 * `#` that touches the first caret counts as one. `-- master.cf --` begins that file; main.cf is the one before it.
 */
export interface Example {
  readonly before: string;
  /** What the first fix of every problem makes of it; absent where there is none to apply. */
  readonly after?: string;
  /** The Postfix version, where it matters. */
  readonly version?: string;
  /** What the real Postfix says of `before`, and no longer of `after`: a test provokes it. */
  readonly proof?: Proof;
}

/** The judgement of the real Postfix on an example. */
export interface Proof {
  /**
   * Who says it: postconf(1) (`-n`, `-M` or `-P`); `postfix check`; smtpd(8) run by itself as the first smtpd service of
   * the example; a whole Postfix that is started with the example and given a message.
   */
  readonly by: 'postconf' | 'postfix check' | 'smtpd' | 'postfix';
  /** A part of the message, of the log, or of the SMTP reply. */
  readonly says: string;
  /** The commands of a client after the greeting: of smtpd, or of the first network service of a whole Postfix. */
  readonly client?: readonly string[];
  /** For postfix: the recipient of a message; absent: none is sent. */
  readonly recipient?: string;
}

/** Says that something is wrong `at` a place. */
export type Report<M extends Messages> = <K extends keyof M>(finding: {
  readonly at: Slice | Span;
  readonly message: K;
  readonly values: Values<M[K]>;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly fixes?: readonly FixSketch<M>[];
}) => void;

/** A fix whose title is one of the rule's messages. */
export type FixSketch<M extends Messages> = {
  [K in keyof M]: {
    readonly title: K;
    readonly values: Values<M[K]>;
    readonly edits: readonly { readonly at: Slice | Span; readonly newText: string }[];
    readonly safe: boolean;
  };
}[keyof M];

interface RuleDefinition<M extends Messages> {
  /** Names the mistake, in kebab-case. */
  readonly id: string;
  readonly severity: Severity;
  /** What it finds in an entry depends on that entry alone: it can judge a template too. */
  readonly isLocal?: boolean;
  readonly en: RuleText<M>;
  readonly ja: RuleText<{ readonly [K in keyof M]: (values: Values<M[K]>) => string }>;
  readonly examples: readonly Example[];
  /** Reports every place with the mistake. A rule that cannot know is silent. */
  check(configuration: Configuration, report: Report<M>, others: OtherRules): void;
}

/** What a rule that is about rules needs to know. */
export interface OtherRules {
  /** What the rules before it in the list have found, ignored or not. */
  readonly found: readonly Problem[];
  /** The ids of all rules. */
  readonly ids: readonly string[];
}

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly isLocal: boolean;
  readonly en: { readonly title: string; readonly why: string };
  readonly ja: { readonly title: string; readonly why: string };
  readonly examples: readonly Example[];
  problems(configuration: Configuration, locale: Locale, others: OtherRules): Problem[];
}

/** Defines a rule; a missing Japanese message or a value of another name is a type error. */
export function rule<M extends Messages>(definition: RuleDefinition<M>): Rule {
  const { id, severity, isLocal = false, en, ja, examples } = definition;
  return {
    id,
    severity,
    isLocal,
    en,
    ja,
    examples,
    problems(configuration, locale, others) {
      const { messages } = definition[locale];
      const found: Problem[] = [];
      const report: Report<M> = (finding) => {
        found.push({
          rule: id,
          severity: finding.severity ?? severity,
          span: asSpan(finding.at),
          message: (messages[finding.message] as (values: unknown) => string)(finding.values),
          fixes: (finding.fixes ?? []).map((fix) => ({
            title: (messages[fix.title] as (values: unknown) => string)(fix.values),
            edits: fix.edits.map(({ at, newText }) => ({ span: asSpan(at), newText })),
            safe: fix.safe,
          })),
        });
      };
      definition.check(configuration, report, others);
      return found;
    },
  };
}

function asSpan(place: Slice | Span): Span {
  return 'line' in place ? spanOf(place) : place;
}
