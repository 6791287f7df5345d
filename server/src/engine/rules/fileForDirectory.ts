import type { Configuration } from '../configuration/configuration';
import { effectiveValue } from '../configuration/effective';
import { settingsInEffect } from './entries';
import { rule } from './rule';
import { isLiteral } from './values';

/** Reports a bundle of certificates where a directory of them is wanted: `smtp_tls_CApath` for `smtp_tls_CAfile`. */
export const fileForDirectory = rule({
  id: 'file-for-directory',
  severity: 'warning',
  en: {
    title: 'Certificate file in the place of a directory',
    why: 'Parameters that end in `_CApath` name a directory with one file for each certificate authority, under hashed names. Given a bundle, the TLS library looks for files below it, finds none and says nothing: no certificate can be verified. The bundle belongs in the parameter that ends in `_CAfile`.',
    messages: {
      file: ({ name, file }: { name: string; file: string }) =>
        `\`${name}\` has to be a directory. This looks like a file, and no certificate authority is found in it: use \`${file}\`.`,
      rename: ({ file }: { file: string }) => `Change to \`${file}\``,
    },
  },
  ja: {
    title: 'ディレクトリを書く所に証明書のファイルがある',
    why: '`_CApath` で終わるパラメータには、認証局ごとのファイルがハッシュ名で置かれたディレクトリを指定します。一つにまとめたファイルを指定すると、TLS ライブラリはその下でファイルを探し、見つからなくても何も言わないため、証明書をまったく検証できません。まとめたファイルは `_CAfile` で終わるパラメータに指定します。',
    messages: {
      file: ({ name, file }) =>
        `\`${name}\` にはディレクトリを指定します。これはファイルのようなので、認証局の証明書は一つも読まれません。\`${file}\` を使ってください。`,
      rename: ({ file }) => `\`${file}\` に変更`,
    },
  },
  examples: [
    {
      before:
        'smtp_tls_CApath = /etc/ssl/certs/ca-certificates.crt\n#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ file-for-directory\n',
      after: 'smtp_tls_CAfile = /etc/ssl/certs/ca-certificates.crt\n',
    },
    { before: 'smtp_tls_CApath = /etc/ssl/certs\nsmtpd_tls_CAfile = /etc/ssl/certs/ca-certificates.crt\n' },
  ],
  check(configuration, report) {
    for (const { name, entry, service } of settingsInEffect(configuration)) {
      if (!name.endsWith('_CApath') || !isLiteral(entry)) continue;
      const value = effectiveValue(configuration, name, service)?.expanded ?? '';
      if (!/\.(?:crt|pem|cer)$/.test(value)) continue;
      const file = name.replace(/path$/, 'file');
      report({
        at: entry.value,
        message: 'file',
        values: { name, file },
        fixes: isFree(configuration, file)
          ? [{ title: 'rename', values: { file }, edits: [{ at: entry.name, newText: file }], safe: false }]
          : [],
      });
    }
  },
});

function isFree(configuration: Configuration, name: string): boolean {
  return effectiveValue(configuration, name)?.expanded === '';
}
