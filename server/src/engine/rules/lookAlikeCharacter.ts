import type { Configuration } from '../configuration/configuration';
import { type Slice, textOf } from '../syntax/logicalLine';
import { settingsOf } from './entries';
import { asciiTwin, certainRuns, hasLookAlike, lookAlikesIn, lookAlikesInMalformed, strictnessOf } from './nonAscii';
import { rule } from './rule';

/** Reports dashes, quotes and full-width characters where Postfix needs the ASCII character that looks like them. */
export const lookAlikeCharacter = rule({
  id: 'look-alike-character',
  severity: 'error',
  isLocal: true,
  en: {
    title: 'Character that only looks like ASCII',
    why: 'Word processors and web pages turn `-` into a dash and straight quotes into curly ones, and an input method types full-width letters, digits and signs. Postfix compares the bytes: for it these are other characters, so a name is unknown and a value is wrong.',
    messages: {
      found: ({ found, meant }: { found: string; meant: string }) =>
        `\`${found}\` is not the ASCII \`${meant}\` that it looks like: Postfix does not understand it here.`,
      replace: ({ meant }: { meant: string }) => `Replace by \`${meant}\``,
    },
  },
  ja: {
    title: '半角文字に似た別の文字',
    why: 'ワープロやウェブページは `-` をダッシュに、引用符を曲がった引用符に変えることがあり、日本語入力のままでは英数字や記号が全角になります。Postfix はバイト単位で比べるため別の文字として扱い、名前は知らないものに、値は誤ったものになります。',
    messages: {
      found: ({ found, meant }) =>
        `\`${found}\` は半角の \`${meant}\` に似た別の文字です。Postfix はここでは理解できません。`,
      replace: ({ meant }) => `半角の \`${meant}\` に置き換える`,
    },
  },
  examples: [
    {
      before: 'smtp_tls_loglevel = \uff11\n#                   ^ look-alike-character\n',
      after: 'smtp_tls_loglevel = 1\n',
      proof: { by: 'postfix', recipient: 'b@example.org', says: 'unknown smtp_tls_loglevel value "???"' },
    },
    {
      before: 'smtpd_helo_required\uff1dyes\n#                  ^ look-alike-character\n',
      after: 'smtpd_helo_required=yes\n',
      proof: { by: 'postconf', says: 'missing \'=\' after attribute name: "smtpd_helo_required???yes"' },
    },
    {
      before:
        'mydestination = mail\uff0eexample\uff0ejp\uff0clocalhost\n#                   ^ look-alike-character\n#                           ^ look-alike-character\n#                              ^ look-alike-character\n',
      after: 'mydestination = mail.example.jp,localhost\n',
    },
    {
      before:
        'relayhost = [smtp.example.jp]\uff1a\uff15\uff18\uff17\n#                            ^^^^ look-alike-character\n',
      after: 'relayhost = [smtp.example.jp]:587\n',
      proof: {
        by: 'postfix',
        recipient: 'b@example.org',
        says: 'garbage after "]" in server description: [smtp.example.jp]',
      },
    },
    {
      before:
        'smtpd_banner = $myhostname \u2013 \u201chello\u201d\nlocal_transport = error:ここには届きません（サーバー管理者）。\nvirtual_alias_maps = hash:/etc/postfix/\uff56\n',
    },
  ],
  check(configuration, report) {
    for (const run of runsOf(configuration)) {
      const found = textOf(run);
      const meant = asciiTwin(found);
      report({
        at: run,
        message: 'found',
        values: { found, meant },
        fixes: [{ title: 'replace', values: { meant }, edits: [{ at: run, newText: meant }], safe: true }],
      });
    }
  },
});

function* runsOf(configuration: Configuration): Generator<Slice> {
  const { main, master } = configuration;
  if (![main, master].some((parsed) => parsed && hasLookAlike(parsed.file.text))) return;
  for (const { entry } of settingsOf(configuration)) {
    if (!hasLookAlike(entry.name.line.text)) continue;
    yield* lookAlikesIn(entry.name);
    const strictness = strictnessOf(configuration, entry);
    const runs = lookAlikesIn(entry.value);
    // The name of a file may end with any letter, but hardly with a quote or a separator.
    yield* certainRuns(entry.value, strictness === 'everywhere' ? runs : runs.filter(isSign), strictness);
  }
  for (const { line } of main?.malformed ?? []) yield* lookAlikesInMalformed(line);
}

function isSign(run: Slice): boolean {
  return /^["',;]+$/.test(asciiTwin(textOf(run)));
}
