import { hasGuard, hiddenGuard, RECIPIENT, RELAY, relayLists } from '../access/relayGuard';
import type { Configuration } from '../configuration/configuration';
import { type RestrictionList, restrictionLists, type WrittenRestriction } from '../configuration/restrictionLists';
import { type Slice, sliceOf } from '../syntax/logicalLine';
import { isGarbled } from './garbled';
import { once } from './once';
import { stranger } from './proofClients';
import { endsList } from './reached';
import { rule } from './rule';

/** Reports what smtpd(8) never gets to: "restriction `…' after `…' is ignored". */
export const unreachableRestriction = rule({
  id: 'unreachable-restriction',
  severity: 'warning',
  en: {
    title: 'Restriction that is never reached',
    why: 'smtpd(8) goes through a list from left to right until one restriction decides. `permit`, `reject` and `defer` always do, so nothing after them in the same list has any effect; smtpd logs a warning once a client gets there.',
    messages: {
      ignored: ({ first, end }: { first: string; end: string }) =>
        `\`${end}\` decides for everybody, so \`${first}\` and all after it in this list have no effect.`,
      ignoredOne: ({ first, end }: { first: string; end: string }) =>
        `\`${end}\` decides for everybody, so \`${first}\` after it has no effect.`,
    },
  },
  ja: {
    title: '決して使われない制限',
    why: 'smtpd(8) はリストを左から順に調べ、どれかで結論が出たところで終わります。`permit`、`reject`、`defer` では必ず結論が出るため、同じリストでその後ろにあるものは効きません。クライアントがそこに達すると、smtpd は警告を記録します。',
    messages: {
      ignored: ({ first, end }) =>
        `\`${end}\` で必ず結論が出るため、\`${first}\` と、このリストのそれ以降は効きません。`,
      ignoredOne: ({ first, end }) => `\`${end}\` で必ず結論が出るため、その後ろの \`${first}\` は効きません。`,
    },
  },
  examples: [
    {
      before:
        'smtpd_client_restrictions = permit_mynetworks, permit, reject_unknown_client_hostname\n#                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unreachable-restriction\n',
      proof: {
        by: 'smtpd',
        says: "restriction `reject_unknown_client_hostname' after `permit' is ignored",
        client: stranger(),
      },
    },
    {
      before:
        '-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_relay_restrictions=reject,permit_sasl_authenticated,permit_mynetworks\n#                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unreachable-restriction\n',
      proof: {
        by: 'smtpd',
        says: "restriction `permit_sasl_authenticated' after `reject' is ignored",
        client: stranger(),
      },
    },
    { before: 'smtpd_helo_restrictions = warn_if_reject reject, reject_invalid_helo_hostname, permit\n' },
  ],
  check(configuration, report) {
    const isFirst = once();
    for (const list of restrictionLists(configuration)) {
      const end = list.restrictions.findIndex((restriction) => endsList(configuration.version, restriction));
      const [first, ...others] = end < 0 ? [] : list.restrictions.slice(end + 1);
      if (!first || isGarbled(list.entry)) continue;
      const ender = list.restrictions[end] as WrittenRestriction;
      const at = stretch(ender, first, others.at(-1) ?? first);
      if (isRefused(configuration, list, ender) || !isFirst(at)) continue;
      report({
        at,
        message: others.length > 0 ? 'ignored' : 'ignoredOne',
        values: { first: first.word.text, end: ender.word.text },
      });
    }
  },
});

/** From one restriction to another: where they are written, if all stand together there, else in the list itself. */
function stretch(ender: WrittenRestriction, first: WrittenRestriction, last: WrittenRestriction): Slice {
  const from = first.warnIfReject ?? first.word;
  const to = last.argument ?? last.word;
  const areTogether = from.at.line === ender.word.at.line && to.at.line === from.at.line;
  const [start, end] = areTogether ? [from.at, to.at] : [from.inList, to.inList];
  return sliceOf(start.line, start.start, end.end);
}

/** Whether smtpd does not even start with this `permit`: that is reported by itself. */
function isRefused(
  configuration: Configuration,
  { name, service }: RestrictionList,
  ender: WrittenRestriction,
): boolean {
  if (name !== RELAY && name !== RECIPIENT) return false;
  const lists = relayLists(configuration, service);
  if (!lists || hasGuard(lists)) return false;
  const elements = name === RELAY ? lists.relay : lists.recipient;
  const hiddenBy = elements && hiddenGuard(elements, lists.version)?.by.at;
  return hiddenBy?.line === ender.word.at.line && hiddenBy.start === ender.word.at.start;
}
