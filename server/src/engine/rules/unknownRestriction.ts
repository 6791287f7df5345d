import { allRestrictionClasses, restrictionLists, type WrittenElement } from '../configuration/restrictionLists';
import { type NamedRestriction, restrictionNamed, restrictionsOf } from '../knowledge/restrictions';
import { existsIn, isSince, type PostfixVersion } from '../knowledge/version';
import { nearestName } from '../nearest';
import { textOf } from '../syntax/logicalLine';
import { isGarbled } from './garbled';
import { once } from './once';
import { reached } from './reached';
import { rule } from './rule';

/** Reports words that smtpd(8) meets where a restriction is expected: "unknown smtpd restriction". */
export const unknownRestriction = rule({
  id: 'unknown-restriction',
  severity: 'error',
  en: {
    title: 'Restriction that Postfix does not know',
    why: 'smtpd(8) starts even with a misspelt restriction. But every client that gets as far as this word in the list is sent away with `451 4.3.5 Server configuration error`, and mail stays out until the word is corrected.',
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
      change: ({ text }: { text: string }) => `Change to \`${text}\``,
    },
  },
  ja: {
    title: 'Postfix にない制限',
    why: '制限の綴りを間違えても smtpd(8) は起動します。しかし、リストのこの語まで調べが進んだクライアントにはすべて `451 4.3.5 Server configuration error` が返り、直すまでメールが届きません。',
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
      change: ({ text }) => `\`${text}\` に変更`,
    },
  },
  examples: [
    {
      before:
        'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destinations\n#                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-restriction\n',
      after: 'smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\n',
    },
    {
      before:
        'smtpd_client_restrictions = permit_mynetworks;reject_unknown_client_hostname\n#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-restriction\n',
      after: 'smtpd_client_restrictions = permit_mynetworks, reject_unknown_client_hostname\n',
    },
    {
      version: '3.9',
      before:
        'smtpd_recipient_restrictions = permit_mynetworks, check_relay_domains\n#                                                 ^^^^^^^^^^^^^^^^^^^ unknown-restriction\n',
      after: 'smtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination\n',
    },
    {
      before:
        'mua_client_restrictions = permit_sasl_autenticated, reject\n#                         ^^^^^^^^^^^^^^^^^^^^^^^^ unknown-restriction\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_client_restrictions=$mua_client_restrictions\n',
      after:
        'mua_client_restrictions = permit_sasl_authenticated, reject\n-- master.cf --\nsubmission inet n - n - - smtpd\n  -o smtpd_client_restrictions=$mua_client_restrictions\n',
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
    for (const { restrictions, entry } of restrictionLists(configuration)) {
      if (isGarbled(entry)) continue;
      for (const { name, word } of reached(version, restrictions)) {
        const mistake = name !== '' && !classes.has(word.text) && mistakeIn(word, version, nearest);
        if (!mistake || !isFirst(word.at)) continue;
        const { meant, ...finding } = mistake;
        const isLiteral = textOf(word.at) === word.text;
        report({
          at: word.at,
          ...finding,
          fixes:
            meant !== undefined && isLiteral
              ? [{ title: 'change', values: { text: meant }, edits: [{ at: word.at, newText: meant }], safe: false }]
              : [],
        });
      }
    }
  },
});

type Mistake = { readonly meant?: string } & (
  | { readonly message: 'misspelt'; readonly values: { name: string; nearest: string } }
  | { readonly message: 'unknown' | 'semicolon'; readonly values: { name: string } }
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
  if (named) return existsIn(named, version) ? undefined : ofOtherVersion(name, named, version);
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
  const values = { name, removed, instead };
  // The list has `permit_mynetworks`, the other half of it, in most cases already.
  return { message: 'removed', values, ...(name === 'check_relay_domains' && { meant: 'reject_unauth_destination' }) };
}

/** Looks each name up once: the same mistake may be made many times. */
function nearestAmong(names: readonly string[]): (name: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, nearestName(name, names));
    return known.get(name);
  };
}
