import type { Facts } from './parameter';

export const sasl = {
  cyrus_sasl_config_path: {
    since: '2.5',
    type: 'string',
    holds: 'directory path list',
    list: true,
    default: '',
    usedBy: ['lmtp', 'smtp', 'smtpd'],
    text: {
      en: 'Tells Cyrus SASL in which directories to look for the configuration of the SMTP server, a file named after `smtpd_sasl_path`, normally `smtpd.conf`. Write colons between several directories; empty leaves the search to the library. Packages of Debian and its relatives may ignore it and read `/etc/postfix/sasl/smtpd.conf`. It has nothing to do with Dovecot.',
      ja: 'SMTPサーバーの設定ファイルを探すディレクトリを、Cyrus SASL に伝えます。ファイル名は `smtpd_sasl_path` によって決まり、通常は `smtpd.conf` です。複数のディレクトリはコロンで区切ります。空なら、探す場所はライブラリに任せます。Debian やその系統のパッケージでは無視され、`/etc/postfix/sasl/smtpd.conf` が読まれることがあります。Dovecot には関係ありません。',
    },
  },
  send_cyrus_sasl_authzid: {
    since: '2.5',
    backports: ['2.4.4'],
    type: 'boolean',
    default: 'no',
    usedBy: ['*'],
    text: {
      en: 'Sends the login name twice when Postfix logs in at another server by Cyrus SASL: as the one who logs in, and as the one to act for. Some servers refuse such a login, so leave it off. It only brings back what Postfix before 2.4.4 always did.',
      ja: 'Postfix が Cyrus SASL を使ってほかのサーバーにログインするとき、ログイン名を二重に送ります。一つは認証を受ける名前、もう一つは認証後に使う名前としてです。これを拒否するサーバーがあるので、無効のままにします。2.4.4 より前の Postfix の動作に戻すためだけの設定です。',
    },
  },
} satisfies Facts;
