import type { Cause, Outcome } from '../access/answer';
import { relayServices, reportOf, withoutSelf } from '../access/relay';
import { type ClientKind, type RecipientKind, type Scenario, scenariosOf } from '../access/scenarios';
import { type Configuration, overridesOf } from '../configuration/configuration';
import { alikeSmtpdServices, type RestrictionList, type WrittenElement } from '../configuration/restrictionLists';
import type { Locale, Text } from '../locale';
import type { Slice } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';
import { CLIENTS, RECIPIENTS, replyText } from './accessWords';

/** What a restriction does to one kind of client, for which recipients, and how it answers. */
interface Decision {
  readonly client: ClientKind;
  readonly verdict: Outcome['verdict'];
  /** Nothing else may decide it, whatever DNS and others say. */
  readonly isSure: boolean;
  readonly recipients: Set<RecipientKind>;
  readonly replies: Set<string>;
}

/** Which of the scenarios a restriction decides at its place; undefined where it cannot be told whether there are any. */
export function decisionsText(
  configuration: Configuration,
  list: RestrictionList,
  { at, inList }: WrittenElement,
): Text | undefined {
  // Nobody sends mail by ETRN.
  if (configuration.isTemplate || list.stage === 'etrn') return undefined;
  const isHere = (cause: Cause) => isSame(cause.at, at) || isSame(cause.inList, inList);
  const reports = servicesWith(configuration, list).map((service) => reportOf(configuration, service));
  const decisions = new Map<string, Decision>();
  let isCertain = reports.length > 0;
  for (const scenario of scenariosOf(configuration)) {
    for (const report of reports) {
      const { verdict, outcomes, by } = report.answerTo(scenario);
      if (verdict === 'depends' || verdict === 'unavailable') isCertain = false;
      for (const outcome of outcomes) {
        if (outcome.by && isHere(outcome.by)) note(decisions, scenario, outcome, by !== undefined && isHere(by));
      }
    }
  }
  if (decisions.size === 0) return isCertain ? NOTHING : undefined;
  const all = scenariosOf(configuration).map(({ recipient }) => recipient);
  const isEvery = ({ recipients }: Decision) => all.every((one) => one === 'postmaster' || recipients.has(one));
  const sorted = [...decisions.values()].sort((a, b) => Number(isAboutRelay(b)) - Number(isAboutRelay(a)));
  const items = (locale: Locale) => itemsOf(sorted, isEvery, locale);
  return { en: DECIDES.en(items('en')), ja: DECIDES.ja(items('ja')) };
}

/** The services that get a list as it stands there, one of those that are alike; all that may name a class. */
function servicesWith(
  configuration: Configuration,
  { name, service, stage }: RestrictionList,
): readonly (ServiceEntry | undefined)[] {
  if (service) return [service];
  const used = new Set(relayServices(configuration));
  const first = alikeSmtpdServices(configuration).map(({ all }) => all.find((one) => used.has(one)));
  const found = first.filter((one) => !one || !stage || !overridesOf(one).has(name));
  return configuration.master ? found.filter((one) => one) : found;
}

function note(decisions: Map<string, Decision>, { client, recipient }: Scenario, outcome: Outcome, isSure: boolean) {
  const { verdict } = outcome;
  const key = [client, verdict, isSure].join();
  const known = decisions.get(key) ?? { client, verdict, isSure, recipients: new Set(), replies: new Set() };
  known.recipients.add(recipient);
  known.replies.add(outcome.verdict === 'refused' ? replyText(outcome) : '');
  decisions.set(key, known);
}

function isAboutRelay({ recipients }: Decision): boolean {
  return recipients.has('foreign');
}

function isSame(one: Slice | undefined, other: Slice | undefined): boolean {
  return one !== undefined && other !== undefined && one.line === other.line && one.start === other.start;
}

/** So many are told. */
const MOST = 3;

function itemsOf(decisions: readonly Decision[], isEvery: (one: Decision) => boolean, locale: Locale): string {
  const items = new Map<string, ClientKind[]>();
  for (const decision of decisions) {
    const { client, verdict, isSure, recipients, replies } = decision;
    const names = [...recipients].map((one) => RECIPIENTS[one][locale]);
    const to = isEvery(decision) ? EVERY[locale] : list(names, locale);
    const [reply = ''] = replies.size === 1 ? replies : [];
    const verb = VERBS[verdict][isSure ? 'surely' : 'perhaps'][locale];
    const item = ITEM[locale](WHO, to, verb, reply);
    items.set(item, [...(items.get(item) ?? []), client]);
  }
  const texts = [...items].map(([item, kinds]) => item.replace(WHO, () => clientsText(kinds, locale)));
  const shown = [...texts.slice(0, MOST), ...(texts.length > MOST ? ['…'] : [])];
  return shown.join(locale === 'ja' ? '；' : '; ');
}

/** Where the clients are filled in that have an item in common. */
const WHO = '\0';

function clientsText(kinds: readonly ClientKind[], locale: Locale): string {
  return list(
    withoutSelf(kinds).map((kind) => CLIENTS[kind][locale]),
    locale,
  );
}

function list(names: readonly string[], locale: Locale): string {
  return names.join(locale === 'ja' ? '、' : ', ');
}

const EVERY: Text = { en: 'every recipient', ja: 'すべての宛先' };

const VERBS: Readonly<Record<Outcome['verdict'], Readonly<Record<'surely' | 'perhaps', Text>>>> = {
  accepted: {
    surely: { en: 'permits', ja: '許可' },
    perhaps: { en: 'may permit', ja: '場合により許可' },
  },
  refused: {
    surely: { en: 'refuses', ja: '拒否' },
    perhaps: { en: 'may refuse', ja: '場合により拒否' },
  },
};

type Item = (who: string, to: string, verb: string, reply: string) => string;

const ITEM: Readonly<Record<Locale, Item>> = {
  en: (who, to, verb, reply) => `${verb} ${who} → ${to}${reply && ` (${reply})`}`,
  ja: (who, to, verb, reply) => `${who} → ${to}: ${verb}${reply && `（${reply}）`}`,
};

const DECIDES: Readonly<Record<Locale, (items: string) => string>> = {
  en: (items) => `Decides: ${items}.`,
  ja: (items) => `ここで決まること: ${items}。`,
};

const NOTHING: Text = {
  en: 'Decides none of the usual cases.',
  ja: 'よくある場合のうち、ここで結論が出るものはありません。',
};
