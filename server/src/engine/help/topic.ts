import type { Lifetime } from '../knowledge/version';
import type { Locale, Text } from '../locale';
import { WORDS } from './words';

/** Something that a user can look up, without a configuration: an entry of the reference pages and of `explain`. */
export interface Topic {
  readonly kind: TopicKind;
  readonly name: string;
  /** The page of the reference on which it stands: `parameters-smtpd`. */
  readonly page: string;
  readonly life: Lifetime;
  /** The first sentence is the summary. One paragraph, with code in backticks. */
  readonly text: Text;
  /** Facts, a line each, in the form of `text`. */
  readonly notes: readonly Text[];
  /** The words that may stand there, each with its meaning. */
  readonly words?: readonly TopicWord[];
  /** Why it matters under Outbound Port 25 Blocking. */
  readonly op25b?: Text;
  readonly examples?: readonly TopicExample[];
  /** The address of the manual page. */
  readonly manual?: string;
}

export interface TopicWord {
  readonly name: string;
  readonly life: Lifetime;
  readonly text: Text;
}

export interface TopicExample {
  /** `wrong` and `right`: before and after the fix of a rule. */
  readonly label: 'copy' | 'wrong' | 'right';
  readonly language: 'postfix-main' | 'postfix-master' | 'text';
  readonly text: string;
}

export const KINDS = [
  'parameter',
  'service parameter',
  'service',
  'program',
  'column',
  'service type',
  'option',
  'restriction',
  'access action',
  'header check action',
  'postscreen access action',
  'table type',
  'expansion',
  'run-time name',
  'compatibility level',
  'rule',
] as const;

export type TopicKind = (typeof KINDS)[number];

/** `since Postfix 2.3, removed in 3.9`. */
export function lifeText({ since, removed }: Lifetime): Text {
  const text = (locale: Locale) => {
    const words = WORDS[locale];
    const life = [since ? words.since(since) : words.allVersions];
    if (removed) life.push(words.removed(removed));
    return life.join(locale === 'ja' ? '、' : ', ');
  };
  return { en: text('en'), ja: text('ja') };
}

/** The first sentence. */
export function summaryOf(text: Text, locale: Locale): string {
  const sentences = locale === 'ja' ? /^(?:[^。`]|`[^`]*`)*。/ : /^(?:[^.`]|`[^`]*`|\.(?! ))*\.(?= |$)/;
  return sentences.exec(text[locale])?.[0] ?? text[locale];
}
