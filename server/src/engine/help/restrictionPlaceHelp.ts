import type { Configuration } from '../configuration/configuration';
import { type RestrictionList, restrictionListOf, type WrittenRestriction } from '../configuration/restrictionLists';
import { isDelayed, notYetTold } from '../configuration/restrictionStages';
import { type NamedRestriction, restrictionIn, SUBJECTS } from '../knowledge/restrictions';
import type { Locale, Text } from '../locale';
import { type Slice, textOf } from '../syntax/logicalLine';
import type { ParameterEntry } from '../syntax/mainCf';
import type { ServiceEntry } from '../syntax/masterCf';
import { code } from './markdown';
import { decisionsText } from './restrictionDecisions';

/** A restriction of a list that is written somewhere, or the argument of one. */
export interface RestrictionPlace {
  readonly list: RestrictionList;
  readonly index: number;
  readonly part: 'restriction' | 'argument';
}

/** Finds the restriction, or its argument, that is written at a word of a list. */
export function restrictionAt(
  configuration: Configuration,
  entry: ParameterEntry,
  word: Slice,
  service?: ServiceEntry,
): RestrictionPlace | undefined {
  const list = restrictionListOf(configuration, entry, service);
  if (!list) return undefined;
  const isHere = (element: WrittenRestriction['word'] | undefined) =>
    element?.inList.line === word.line && element.inList.start <= word.start && word.end <= element.inList.end;
  const index = list.restrictions.findIndex(
    ({ word, argument, warnIfReject }) => isHere(word) || isHere(argument) || isHere(warnIfReject),
  );
  const found = list.restrictions[index];
  return found && { list, index, part: isHere(found.argument) ? 'argument' : 'restriction' };
}

/** What a restriction can do at its place: when it is asked, whether it is reached, and what a permit skips. */
export function restrictionPlaceHelp(
  configuration: Configuration,
  { list, index }: RestrictionPlace,
  locale: Locale,
): string[] {
  const written = list.restrictions[index] as WrittenRestriction;
  const restriction = restrictionIn(configuration.version, written.name);
  const facts: Text[] = [whereText(configuration, list, index)];
  const blocker = list.restrictions
    .slice(0, index)
    .find(({ name, warnIfReject }) => !warnIfReject && restrictionIn(configuration.version, name)?.endsList);
  if (blocker) facts.push(NEVER_REACHED(code(blocker.word.text)));
  const unknown = restriction && missing(configuration, restriction, list);
  if (restriction) {
    if (unknown) facts.push(unknown);
    if (written.warnIfReject) facts.push(ONLY_WARNS);
    if (restriction.can.includes('permit')) facts.push(permitText(restriction, list, index));
  }
  const decisions = !blocker && !unknown && decisionsText(configuration, list, written.word);
  if (decisions) facts.push(decisions);
  return facts.map((fact) => fact[locale]);
}

/** The list, the place in it, and when smtpd(8) asks. */
function whereText(
  configuration: Configuration,
  { name, stage, restrictions, service }: RestrictionList,
  index: number,
) {
  const list = code(name);
  const [at, all] = [index + 1, restrictions.length];
  if (!stage) {
    return {
      en: `Here: ${at} of ${all} in the restriction class ${list}, at whatever place the class is named.`,
      ja: `ここでは: 制限クラス ${list} の ${all} 個中 ${at} 番目で、クラス名を書いた場所で調べられます。`,
    };
  }
  const when = isDelayed(configuration, stage, service) ? AT_RCPT_BY_DELAY : (WHEN[stage] ?? WHEN.recipient);
  return {
    en: `Here: ${at} of ${all} in ${list}, asked ${when?.en}.`,
    ja: `ここでは: ${list} の ${all} 個中 ${at} 番目で、${when?.ja}調べられます。`,
  };
}

const WHEN: Readonly<Record<string, Text>> = {
  client: { en: 'as soon as a client connects', ja: 'クライアントが接続した時点で' },
  helo: { en: 'when the client says HELO or EHLO', ja: 'クライアントが HELO か EHLO を送った時点で' },
  sender: { en: 'when the client names the sender (MAIL FROM)', ja: 'クライアントが送信者を伝えた時点（MAIL FROM）で' },
  relay: { en: 'for every recipient (RCPT TO)', ja: '宛先ごと（RCPT TO）に' },
  recipient: { en: 'for every recipient (RCPT TO)', ja: '宛先ごと（RCPT TO）に' },
  data: {
    en: 'when the client is about to send the message (DATA)',
    ja: 'クライアントがメール本体を送る直前（DATA）に',
  },
  'end of data': { en: 'when the whole message has arrived', ja: 'メール全体を受け取った後に' },
  etrn: { en: 'when the client asks for delivery by ETRN', ja: 'クライアントが ETRN で配送を求めた時点で' },
};

const AT_RCPT_BY_DELAY: Text = {
  en: 'at RCPT TO, because `smtpd_delay_reject` is `yes`',
  ja: '`smtpd_delay_reject` が `yes` なので RCPT TO の時点で',
};

const NEVER_REACHED = (blocker: string): Text => ({
  en: `Never reached: ${blocker} before it always decides.`,
  ja: `前にある ${blocker} が必ず結論を出すため、ここまで来ることはありません。`,
});

const ONLY_WARNS: Text = {
  en: '`warn_if_reject` stands before it: where it would reject, a warning is logged instead.',
  ja: '前に `warn_if_reject` があるため、拒否する代わりに警告を記録するだけです。',
};

/** What it looks at is not there, or not always. */
function missing(
  configuration: Configuration,
  restriction: NamedRestriction,
  { stage, service }: RestrictionList,
): Text | undefined {
  if ((stage === 'data' || stage === 'end of data') && restriction.about === 'recipient') return ONE_RECIPIENT;
  const subject = notYetTold(configuration, restriction, stage, service);
  return (
    subject && {
      en: `Does nothing here: ${SUBJECTS[subject].en} is not known yet.`,
      ja: `この時点では${SUBJECTS[subject].ja}がまだ分からないため、何もしません。`,
    }
  );
}

const ONE_RECIPIENT: Text = {
  en: 'Works only for messages with a single recipient here.',
  ja: 'ここでは、宛先が一つだけのメールにしか効きません。',
};

/** How many names are listed before "and more". */
const NAMED = 3;

function permitText(restriction: NamedRestriction, { restrictions, stage }: RestrictionList, index: number): Text {
  const skipped = [...new Set(restrictions.slice(index + 1).map(({ word }) => code(word.text)))];
  const relays = stage === 'relay' && letsAnywhere(restriction) ? MAY_RELAY : { en: '', ja: '' };
  const list = stage ? THIS_LIST : THIS_CLASS;
  if (skipped.length === 0) {
    return {
      en: `A permit ends ${list.en}; nothing stands after it.${relays.en} The other lists still count.`,
      ja: `許可すると、${list.ja}はそこで終わります（後ろには何もありません）。${relays.ja}ほかのリストは引き続き調べられます。`,
    };
  }
  const names = (separator: string, more: string) =>
    skipped.slice(0, NAMED).join(separator) + (skipped.length > NAMED ? more : '');
  return {
    en: `A permit ends ${list.en}: ${names(', ', ' and more')} ${skipped.length === 1 ? 'is' : 'are'} skipped.${relays.en} The other lists still count.`,
    ja: `許可すると、${list.ja}はそこで終わり、${names('、', ' など')} は調べられません。${relays.ja}ほかのリストは引き続き調べられます。`,
  };
}

const THIS_LIST: Text = { en: 'this list', ja: 'このリスト' };
const THIS_CLASS: Text = { en: 'this class and the list that names it', ja: 'このクラスと、それを使うリスト' };

/**
 * Whether its permit opens the way to every destination: what looks at the recipient lets through only some, and
 * permit_dnswl_addr and permit_dnswl_domain only those of this server.
 */
function letsAnywhere({ about, argument }: NamedRestriction): boolean {
  return about !== 'recipient' && argument !== 'dns list';
}

const MAY_RELAY: Text = {
  en: ' Whoever it permits may send mail to any destination.',
  ja: '許可された相手は、どの宛先にもメールを送れます。',
};

/** The word of an argument as written. */
export function argumentText({ list, index }: RestrictionPlace): string {
  const argument = list.restrictions[index]?.argument;
  return argument ? (argument.at ? textOf(argument.at) : argument.text) : '';
}
