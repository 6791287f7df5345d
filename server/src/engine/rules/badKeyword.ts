import type { Configuration } from '../configuration/configuration';
import { isAcceptedWord, isProtocol, keywordFor, PROTOCOL_WORD, protocolParts } from '../configuration/parameterValues';
import type { Parameter } from '../knowledge/parameters';
import { existsIn, isSince, type PostfixVersion } from '../knowledge/version';
import { nearestName } from '../nearest';
import { type Slice, subSlice } from '../syntax/logicalLine';
import { rule, type Severity } from './rule';
import { isLiteral, placeOf, type ReadValue, readValues } from './values';

/** Reports words that a parameter does not have, as name_code(3), name_mask(3) and the TLS library look them up. */
export const badKeyword = rule({
  id: 'bad-keyword',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Word that the parameter does not have',
    why: 'Some parameters take words of a fixed set. With another word the program that reads it ends with a fatal error or does without the feature: an unknown TLS level stops smtpd, an unknown protocol name turns TLS off. `postconf` notices hardly any of them.',
    messages: {
      unknown: ({ name, word, words }: { name: string; word: string; words: string }) =>
        `\`${name}\` has no \`${word}\`. It takes ${words}.`,
      empty: ({ name, words }: { name: string; words: string }) => `\`${name}\` must not be empty. It takes ${words}.`,
      several: ({ name }: { name: string }) => `\`${name}\` takes one word only.`,
      misspelt: ({ name, word, nearest }: { name: string; word: string; nearest: string }) =>
        `\`${name}\` does not know \`${word}\`. Did you mean \`${nearest}\`?`,
      newer: ({ word, since, version }: { word: string; since: string; version: string }) =>
        `\`${word}\` came with Postfix ${since}; Postfix ${version} does not know it.`,
      taken: ({ word, instead }: { word: string; instead: string }) =>
        `A server has no level \`${word}\`: Postfix logs a warning and uses \`${instead}\`.`,
      protocol: ({ name, word }: { name: string; word: string }) =>
        `\`${word}\` is no TLS protocol: with it Postfix refuses the whole of \`${name}\` and does without TLS.`,
      comparison: ({ word, version }: { word: string; version: string }) =>
        `\`${word}\` needs Postfix 3.6; Postfix ${version} refuses the whole list and does without TLS.`,
      change: ({ word }: { word: string }) => `Change to \`${word}\``,
    },
  },
  ja: {
    title: 'パラメータにない単語',
    why: '決まった単語だけを受け付けるパラメータがあります。ほかの単語では、それを読むプログラムがエラーで終了するか、その機能なしで動きます。TLS レベルが誤っていると smtpd は起動せず、プロトコル名が誤っていると TLS が使われません。`postconf` はほとんど気づきません。',
    messages: {
      unknown: ({ name, word, words }) =>
        `\`${name}\` に \`${word}\` という値はありません。指定できるのは ${words} です。`,
      empty: ({ name, words }) => `\`${name}\` を空にはできません。指定できるのは ${words} です。`,
      several: ({ name }) => `\`${name}\` に指定できるのは1語だけです。`,
      misspelt: ({ name, word, nearest }) =>
        `\`${name}\` に \`${word}\` は指定できません。\`${nearest}\` の間違いではありませんか？`,
      newer: ({ word, since, version }) =>
        `\`${word}\` は Postfix ${since} で追加されました。Postfix ${version} では使えません。`,
      taken: ({ word, instead }) =>
        `サーバー側に \`${word}\` というレベルはありません。Postfix は警告を記録し、\`${instead}\` として扱います。`,
      protocol: ({ name, word }) =>
        `\`${word}\` という TLS プロトコルはありません。このままでは \`${name}\` 全体が無効になり、TLS が使われません。`,
      comparison: ({ word, version }) =>
        `\`${word}\` の書き方には Postfix 3.6 以降が必要です。Postfix ${version} ではリスト全体が無効になり、TLS が使われません。`,
      change: ({ word }) => `\`${word}\` に変更`,
    },
  },
  examples: [
    {
      before: 'smtp_tls_security_level = encrypted\n#                         ^^^^^^^^^ bad-keyword\n',
      after: 'smtp_tls_security_level = encrypt\n',
      proof: { by: 'postfix', recipient: 'b@example.org', says: 'fatal: Invalid TLS level "encrypted"' },
    },
    {
      before: 'inet_protocols = ipv4 only\n#                     ^^^^ bad-keyword\n',
      proof: { by: 'postconf', says: 'unknown inet_protocols value "only" in "ipv4 only"' },
    },
    {
      before:
        'smtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = verify\n#                          ^^^^^^ bad-keyword\n',
      after: 'smtpd_tls_cert_file = /etc/postfix/cert.pem\nsmtpd_tls_security_level = encrypt\n',
      proof: { by: 'smtpd', says: 'unsupported TLS level "verify", using "encrypt"' },
    },
    {
      before:
        'smtpd_tls_protocols = !SSLv3, TLS1.2\n#                             ^^^^^^ bad-keyword\nsmtp_tls_protocols = >=TLSv1.2, <=0304\n',
      after: 'smtpd_tls_protocols = !SSLv3, TLSv1.2\nsmtp_tls_protocols = >=TLSv1.2, <=0304\n',
      proof: { by: 'smtpd', says: 'Invalid TLS protocol list "!SSLv3, TLS1.2": disabling TLS support' },
    },
    {
      version: '3.5',
      before: 'smtpd_tls_mandatory_protocols = >=TLSv1.2\n#                               ^^^^^^^^^ bad-keyword\n',
    },
    {
      before:
        'inet_protocols = ipv4, ipv6\nsmtp_tls_security_level = MAY\nsmtpd_sasl_security_options =\nsmtpd_tls_protocols = !SSLv2:!sslv3\n',
    },
  ],
  check(configuration, report) {
    const { version } = configuration;
    for (const read of readValues(configuration)) {
      const { name, entry, facts } = read;
      for (const mistake of mistakesIn(read, configuration)) {
        const { at, word } = mistake;
        const fixes = (newText: string | undefined) =>
          newText === undefined || !isLiteral(entry)
            ? []
            : [{ title: 'change' as const, values: { word: newText }, edits: [{ at, newText }], safe: false }];
        switch (mistake.kind) {
          case 'several':
            report({ at, message: 'several', values: { name } });
            break;
          case 'empty':
            report({ at, message: 'empty', values: { name, words: listed(facts, version) } });
            break;
          case 'taken': {
            const instead = facts.valuesInEffect?.at(-1) ?? '';
            report({
              at,
              message: 'taken',
              severity: 'warning',
              values: { word, instead },
              fixes: fixes(instead).map((fix) => ({ ...fix, safe: true })),
            });
            break;
          }
          case 'newer':
            report({
              at,
              message: 'newer',
              severity: 'warning',
              values: { word, since: mistake.since, version },
            });
            break;
          case 'protocol':
            report({ at, message: 'protocol', values: { name, word }, fixes: fixes(mistake.meant) });
            break;
          case 'comparison':
            report({ at, message: 'comparison', values: { word, version } });
            break;
          case 'misspelt':
            report({
              at,
              message: 'misspelt',
              severity: severityOf(facts),
              values: { name, word, nearest: mistake.meant },
              fixes: fixes(mistake.meant),
            });
            break;
          case 'unknown':
            report({
              at,
              message: 'unknown',
              severity: severityOf(facts),
              values: { name, word, words: listed(facts, version) },
            });
            break;
        }
      }
    }
  },
});

/** A word that only fails to have an effect, or that something else than Postfix may know. */
function severityOf({ name, otherValues }: Parameter): Severity {
  return otherValues || name.endsWith('_loglevel') || name === 'milter_default_action' ? 'warning' : 'error';
}

type Mistake = { readonly at: Slice; readonly word: string } & (
  | { readonly kind: 'several' | 'empty' | 'taken' | 'comparison' | 'unknown' }
  | { readonly kind: 'newer'; readonly since: string }
  | { readonly kind: 'misspelt'; readonly meant: string }
  | { readonly kind: 'protocol'; readonly meant?: string | undefined }
);

function mistakesIn(read: ReadValue, configuration: Configuration): Mistake[] {
  if (read.facts.holds === 'tls protocol list') return protocolMistakes(read, configuration.version);
  if (read.type !== 'keyword' && read.type !== 'keywords') return [];
  if (read.name === 'mynetworks_style' && configuration.mainEntries.has('mynetworks')) return [];
  return keywordMistakes(read, configuration);
}

function keywordMistakes(read: ReadValue, configuration: Configuration): Mistake[] {
  const { entry, facts, type, value } = read;
  if (value === '') return facts.mayBeEmpty ? [] : [{ kind: 'empty', at: placeOf(entry), word: '' }];
  const words = type === 'keyword' ? [{ at: entry.value, word: value }] : wordsOf(read, SEPARATORS);
  if (type === 'keyword' && /[\s,]/.test(value) && isLiteral(entry) && !facts.otherValues) {
    return [{ kind: 'several', at: entry.value, word: value }];
  }
  return words.flatMap((place) => keywordMistake(place, read, configuration) ?? []);
}

interface Word {
  readonly at: Slice;
  readonly word: string;
}

const SEPARATORS = /[^, \t\r\n]+/g;

/** The words of a value, each where it stands; where a name was expanded, the value is the place of all. */
function wordsOf({ entry, value }: ReadValue, words: RegExp): Word[] {
  const isHere = isLiteral(entry);
  return Array.from(value.matchAll(words), ({ 0: word, index }) => ({
    word,
    at: isHere ? subSlice(entry.value, index, index + word.length) : entry.value,
  }));
}

function keywordMistake({ at, word }: Word, read: ReadValue, configuration: Configuration): Mistake | undefined {
  const { version } = configuration;
  const { facts } = read;
  const values = facts.values ?? {};
  const known = keywordFor(word, facts, isCaseSensitive(read));
  if (known !== undefined) {
    const lifetime = values[known];
    if (lifetime?.since && !existsIn(lifetime, version)) {
      return facts.otherValues ? undefined : { kind: 'newer', at, word, since: lifetime.since };
    }
    if (facts.valuesInEffect && !facts.valuesInEffect.includes(known)) return { kind: 'taken', at, word };
    return undefined;
  }
  if (facts.numbers && /^(?:0x)?[0-9a-f]+$/i.test(word)) return undefined;
  if (read.name === 'maillog_file_permissions' && word.replace(/^0+/, '') in values) return undefined;
  const meant = meantWord(
    word,
    Object.keys(values).filter((value) => isAcceptedWord(value, facts)),
  );
  // Where a library or the build has more words, only a near miss is certain.
  if (facts.otherValues && (facts.colonSeparates || word.length < 6 || !meant)) return undefined;
  return meant ? { kind: 'misspelt', at, word, meant } : { kind: 'unknown', at, word };
}

/** Dovecot's option names may have capitals, those of Cyrus may not; the words for sendmail(1) may not either. */
function isCaseSensitive({ name, facts }: ReadValue): boolean {
  if (name.startsWith('smtpd_sasl_')) return facts.caseSensitive === true && name === 'smtpd_sasl_type';
  return facts.caseSensitive === true;
}

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['encrypted', 'encrypt'],
  ['required', 'encrypt'],
  ['opportunistic', 'may'],
  ['yes', 'may'],
  ['true', 'may'],
  ['on', 'may'],
  ['no', 'none'],
  ['off', 'none'],
  ['false', 'none'],
]);

function meantWord(word: string, values: readonly string[]): string | undefined {
  const plain = word.toLowerCase().replace(/^["']|["';.]+$/g, '');
  const same = values.find((value) => value.toLowerCase() === plain);
  if (same) return same;
  const alias = ALIASES.get(plain);
  return alias !== undefined && values.includes(alias) ? alias : nearestName(plain, values);
}

function listed(facts: Parameter, version: PostfixVersion): string {
  return Object.entries(facts.values ?? {})
    .filter(([value, lifetime]) => isAcceptedWord(value, facts) && existsIn(lifetime, version))
    .map(([value]) => `\`${value}\``)
    .join(', ');
}

function protocolMistakes(read: ReadValue, version: PostfixVersion): Mistake[] {
  const { facts } = read;
  return wordsOf(read, PROTOCOL_WORD).flatMap(({ at, word }): Mistake[] => {
    if (isProtocol(word, facts, version)) return [];
    const { sign, name, isLimit } = protocolParts(word);
    const isTooNew = isLimit && !isSince(version, '3.6');
    if (isTooNew && isProtocol(name, facts, version)) return [{ kind: 'comparison', at, word }];
    if (isTooNew) return [{ kind: 'protocol', at, word }];
    const meant = meantProtocol(name.replace(/^[-+]/, ''), Object.keys(facts.values ?? {}));
    return [{ kind: 'protocol', at, word, meant: meant && `${name.startsWith('-') ? '!' : sign}${meant}` }];
  });
}

/** `TLS1.2` and `TLSv12` are `TLSv1.2`; `TLSv1.0` is `TLSv1`. */
function meantProtocol(name: string, names: readonly string[]): string | undefined {
  const [, family, major, minor = ''] = /^(tls|ssl)[-_ ]?v?(\d)(?:[._-]?(\d))?$/i.exec(name) ?? [];
  if (!family) return undefined;
  const meant = `${family}v${major}${minor === '' || minor === '0' ? '' : `.${minor}`}`.toLowerCase();
  return names.find((known) => known.toLowerCase() === meant);
}
