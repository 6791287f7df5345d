import { listElements } from '../configuration/listElements';
import { once } from './once';
import { rule } from './rule';
import { smtpClients } from './smtpClient';

/** Names of Cyrus SASL plug-ins, and of mechanisms with their hyphens lost → the mechanism. */
const MECHANISMS: Readonly<Record<string, string>> = {
  crammd5: 'CRAM-MD5',
  cram_md5: 'CRAM-MD5',
  digestmd5: 'DIGEST-MD5',
  digest_md5: 'DIGEST-MD5',
  gssapiv2: 'GSSAPI',
  scramsha1: 'SCRAM-SHA-1',
  'scram-sha1': 'SCRAM-SHA-1',
  scramsha256: 'SCRAM-SHA-256',
  'scram-sha256': 'SCRAM-SHA-256',
  'xoauth-2': 'XOAUTH2',
};

/** Reports names in the filter of login mechanisms that are no mechanisms: a name that no server offers matches nothing. */
export const badMechanism = rule({
  id: 'bad-mechanism',
  severity: 'warning',
  en: {
    title: 'Login mechanism that does not exist',
    why: 'The filter keeps, of the mechanisms that a server offers, those that are listed. Servers offer them by their official names, such as `CRAM-MD5`; the names of Cyrus SASL plug-ins and packages match nothing. When nothing is left, the log says "no mechanism available".',
    messages: {
      unknown: ({ word, mechanism }: { word: string; mechanism: string }) =>
        `No server offers a mechanism \`${word}\`: the name is \`${mechanism}\`.`,
      change: ({ mechanism }: { mechanism: string }) => `Change to \`${mechanism}\``,
    },
  },
  ja: {
    title: '存在しない認証方式',
    why: 'サーバーが示す認証方式のうち、ここに書いたものだけが残ります。サーバーは `CRAM-MD5` のような正式な名前で示すため、Cyrus SASL のプラグインやパッケージの名前は何にも一致しません。一つも残らないと、ログに "no mechanism available" と記録されます。',
    messages: {
      unknown: ({ word, mechanism }) =>
        `\`${word}\` という認証方式を示すサーバーはありません。正しい名前は \`${mechanism}\` です。`,
      change: ({ mechanism }) => `\`${mechanism}\` に変更`,
    },
  },
  examples: [
    {
      before:
        'relayhost = [smtp.example.jp]:587\nsmtp_sasl_mechanism_filter = plain, crammd5\n#                                   ^^^^^^^ bad-mechanism\n',
      after: 'relayhost = [smtp.example.jp]:587\nsmtp_sasl_mechanism_filter = plain, CRAM-MD5\n',
    },
    { before: 'smtp_sasl_mechanism_filter = !gssapi, !login, static:all\n' },
  ],
  check(configuration, report) {
    const isFirst = once();
    for (const { protocol, service } of smtpClients(configuration)) {
      for (const { text, at } of listElements(configuration, `${protocol}_sasl_mechanism_filter`, service) ?? []) {
        const word = text.replace(/^!/, '');
        const mechanism = Object.hasOwn(MECHANISMS, word.toLowerCase()) ? MECHANISMS[word.toLowerCase()] : undefined;
        if (!mechanism || !at || !isFirst(at)) continue;
        const newText = text.startsWith('!') ? `!${mechanism}` : mechanism;
        const fixes = [{ title: 'change' as const, values: { mechanism }, edits: [{ at, newText }], safe: true }];
        report({ at, message: 'unknown', values: { word, mechanism }, fixes });
      }
    }
  },
});
