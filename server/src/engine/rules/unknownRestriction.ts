import {
  allRestrictionClasses,
  restrictionLists,
  type WrittenElement,
  type WrittenRestriction,
} from '../configuration/restrictionLists';
import { ACCESS_ACTIONS } from '../knowledge/actions';
import { type NamedRestriction, restrictionIn, restrictionNamed, restrictionsOf } from '../knowledge/restrictions';
import { isSince, type PostfixVersion } from '../knowledge/version';
import { nearestName } from '../nearest';
import { type Slice, sliceOf, textOf } from '../syntax/logicalLine';
import { isGarbled } from './garbled';
import { once } from './once';
import { sender } from './proofClients';
import { reached } from './reached';
import { successionOf } from './restrictionSuccessor';
import { rule } from './rule';

/** Reports words that smtpd(8) meets where a restriction is expected: "unknown smtpd restriction". */
export const unknownRestriction = rule({
  id: 'unknown-restriction',
  severity: 'error',
  en: {
    title: 'Restriction that Postfix does not know',
    why: 'smtpd(8) starts even with a misspelt restriction, unless that was the only guard against relaying. But every client that gets as far as this word in the list is sent away with `451 4.3.5 Server configuration error`, and mail stays out until the word is corrected.',
    messages: {
      misspelt: ({ name, nearest }: { name: string; nearest: string }) =>
        `smtpd has no restriction \`${name}\`: clients that get this far receive \`451 4.3.5 Server configuration error\`. Did you mean \`${nearest}\`?`,
      unknown: ({ name }: { name: string }) =>
        `smtpd has no restriction or restriction class \`${name}\`: clients that get this far receive \`451 4.3.5 Server configuration error\`.`,
      semicolon: ({ name }: { name: string }) =>
        `\`;\` does not separate restrictions: \`${name}\` is one unknown word, and clients that get this far receive \`451 4.3.5 Server configuration error\`.`,
      newer: ({ name, since, version }: { name: string; since: string; version: string }) =>
        `\`${name}\` came with Postfix ${since}; smtpd ${version} answers \`451 4.3.5 Server configuration error\`.`,
      removed: ({ name, removed, instead }: { name: string; removed: string; instead: string }) =>
        `\`${name}\` was removed in Postfix ${removed}: smtpd answers \`451 4.3.5 Server configuration error\`. Use ${instead} instead.`,
      action: ({ name }: { name: string }) =>
        `\`${name}\` belongs into a table: smtpd has no such restriction, and clients that get this far receive \`451 4.3.5 Server configuration error\`.`,
      change: ({ text }: { text: string }) => `Change to \`${text}\``,
      remove: ({ name }: { name: string }) => `Remove \`${name}\``,
    },
  },
  ja: {
    title: 'Postfix にない制限',
    why: '間違えたのが不正な中継を防ぐ唯一の制限でない限り、綴りが違っても smtpd(8) は起動します。しかし、リストのこの語まで調べが進んだクライアントにはすべて `451 4.3.5 Server configuration error` が返り、直すまでメールが届きません。',
    messages: {
      misspelt: ({ name, nearest }) =>
        `\`${name}\` という制限はありません。ここまで進んだクライアントには \`451 4.3.5 Server configuration error\` が返ります。\`${nearest}\` の間違いではありませんか？`,
      unknown: ({ name }) =>
        `\`${name}\` という制限や制限クラスはありません。ここまで進んだクライアントには \`451 4.3.5 Server configuration error\` が返ります。`,
      semicolon: ({ name }) =>
        `\`;\` は区切りになりません。\`${name}\` が 1 つの知らない語になり、ここまで進んだクライアントには \`451 4.3.5 Server configuration error\` が返ります。`,
      newer: ({ name, since, version }) =>
        `\`${name}\` は Postfix ${since} で追加された制限です。Postfix ${version} の smtpd は \`451 4.3.5 Server configuration error\` を返します。`,
      removed: ({ name, removed, instead }) =>
        `\`${name}\` は Postfix ${removed} で廃止され、smtpd は \`451 4.3.5 Server configuration error\` を返します。代わりに ${instead} を使ってください。`,
      action: ({ name }) =>
        `\`${name}\` はテーブルに書くもので、そのような制限はありません。ここまで進んだクライアントには \`451 4.3.5 Server configuration error\` が返ります。`,
      change: ({ text }) => `\`${text}\` に変更`,
      remove: ({ name }) => `\`${name}\` を消す`,
    },
  },
  examples: [
    {
      before:
        'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destinations\n#                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-restriction\n',
      after: 'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n',
      proof: { by: 'smtpd', says: 'specify at least one working instance of: reject_unauth_destination' },
    },
    {
      before:
        'smtpd_client_restrictions = permit_mynetworks;reject_unknown_client_hostname\n#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-restriction\n',
      after: 'smtpd_client_restrictions = permit_mynetworks, reject_unknown_client_hostname\n',
      proof: {
        by: 'smtpd',
        says: 'unknown smtpd restriction: "permit_mynetworks;reject_unknown_client_hostname"',
        client: sender(),
      },
    },
    {
      version: '3.9',
      before:
        'smtpd_recipient_restrictions = permit_mynetworks, check_relay_domains\n#                                                 ^^^^^^^^^^^^^^^^^^^ unknown-restriction\n',
      after: 'smtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination\n',
    },
    {
      before:
        'compatibility_level = 3.6\nmua_client_restrictions = permit_sasl_autenticated, reject\n#                         ^^^^^^^^^^^^^^^^^^^^^^^^ unknown-restriction\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_client_restrictions=$mua_client_restrictions\n',
      after:
        'compatibility_level = 3.6\nmua_client_restrictions = permit_sasl_authenticated, reject\n-- master.cf --\n2525 inet n - n - - smtpd\n  -o smtpd_sasl_auth_enable=yes\n  -o smtpd_client_restrictions=$mua_client_restrictions\n',
      proof: { by: 'smtpd', says: '451 4.3.5 Server configuration error', client: sender() },
    },
    {
      before:
        'smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/senders 550 Not welcome, reject_non_fqdn_sender\n#                                                                         ^^^^^^^^^^^^^^^ unknown-restriction\n',
      proof: { by: 'smtpd', says: 'unknown smtpd restriction: "550"', client: sender() },
    },
    {
      version: '3.9',
      before:
        'smtpd_helo_restrictions = permit_mynetworks, permit_naked_ip_address, reject_non_fqdn_helo_hostname\n#                                            ^^^^^^^^^^^^^^^^^^^^^^^ unknown-restriction\n',
      after: 'smtpd_helo_restrictions = permit_mynetworks, reject_non_fqdn_helo_hostname\n',
    },
    {
      before:
        'smtpd_restriction_classes = greylist\ngreylist = check_policy_service unix:private/greylist\nsmtpd_client_restrictions = Reject_Unknown_Client, hash:/etc/postfix/access, greylist, permit\n',
    },
  ],
  check(configuration, report) {
    const { version } = configuration;
    const classes = allRestrictionClasses(configuration);
    const nearest = nearestAmong([...restrictionsOf(version).map(({ name }) => name), ...classes]);
    const isFirst = once();
    for (const list of restrictionLists(configuration)) {
      if (isGarbled(list.entry)) continue;
      const unknown = reached(version, list.restrictions).filter(
        ({ name, word }) => name !== '' && !classes.has(word.text) && !restrictionIn(version, name),
      );
      for (let i = 0; i < unknown.length; i++) {
        const restriction = unknown[i] as WrittenRestriction;
        const { word } = restriction;
        const mistake = mistakeIn(word, version, nearest);
        if (!mistake || !isFirst(word.at)) continue;
        const { meant, ...finding } = mistake;
        if (finding.message === 'action') {
          const last = endOfAction(unknown, i);
          report({
            at: sliceOf(word.at.line, word.at.start, (unknown[last] as WrittenRestriction).word.at.end),
            ...finding,
          });
          i = last;
          continue;
        }
        const isLiteral = textOf(word.at) === word.text;
        const change = meant !== undefined && isLiteral ? changeTo(word.at, meant) : undefined;
        const fix = finding.message === 'removed' ? successionOf(configuration, restriction, list) : change;
        report({ at: word.at, ...finding, fixes: fix ? [fix] : [] });
      }
    }
  },
});

function changeTo(at: Slice, text: string) {
  return { title: 'change' as const, values: { text }, edits: [{ at, newText: text }], safe: false };
}

/** The last of the unknown words that belong to an action: its text goes on as far as there are blanks only. */
function endOfAction(unknown: readonly WrittenRestriction[], action: number): number {
  let last = action;
  for (;;) {
    const { at } = (unknown[last] as WrittenRestriction).word;
    const next = unknown[last + 1]?.word.at;
    if (next?.line !== at.line || /\S/.test(at.line.text.slice(at.end, next.start))) return last;
    last++;
  }
}

type Mistake = { readonly meant?: string } & (
  | { readonly message: 'misspelt'; readonly values: { name: string; nearest: string } }
  | { readonly message: 'unknown' | 'semicolon' | 'action'; readonly values: { name: string } }
  | { readonly message: 'newer'; readonly values: { name: string; since: string; version: string } }
  | { readonly message: 'removed'; readonly values: { name: string; removed: string; instead: string } }
);

/** What is wrong with a word that is no restriction class. */
function mistakeIn(
  { text: name, at }: WrittenElement,
  version: PostfixVersion,
  nearestTo: (name: string) => string | undefined,
): Mistake | undefined {
  const named = restrictionNamed(name);
  if (named) return ofOtherVersion(name, named, version);
  // The end of `zen.example.org=127.0.0.[2,3]`, which is no pattern.
  if (/^[0-9.;]+\]$/.test(name)) return undefined;
  if (ACTION.test(name)) return { message: 'action', values: { name } };
  const parts = name.split(';').filter((part) => part !== '');
  if (parts.length > 0 && name.includes(';')) {
    const meant = parts.join(at.line.file.kind === 'master.cf' ? ',' : ', ');
    return { message: 'semicolon', values: { name }, meant };
  }
  const nearest = nearestTo(name.toLowerCase());
  return nearest
    ? { message: 'misspelt', values: { name, nearest }, meant: nearest }
    : { message: 'unknown', values: { name } };
}

function ofOtherVersion(
  name: string,
  { removed, since = '', deprecated }: NamedRestriction,
  version: PostfixVersion,
): Mistake {
  if (!removed || !isSince(version, removed)) return { message: 'newer', values: { name, since, version } };
  const instead = (deprecated?.instead ?? []).map((text) => `\`${text}\``).join(', ');
  return { message: 'removed', values: { name, removed, instead } };
}

/** The result of an access(5) table that is no restriction too: `OK`, `DUNNO`, `550`. */
const ACTION = new RegExp(`^(?:${Object.keys(ACCESS_ACTIONS).join('|')}|[45][0-9]{2})$`);

/** Looks each name up once: the same mistake may be made many times. */
function nearestAmong(names: readonly string[]): (name: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, nearestName(name, names));
    return known.get(name);
  };
}
