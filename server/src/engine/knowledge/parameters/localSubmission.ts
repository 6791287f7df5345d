import type { Facts } from './parameter';

export const localSubmission = {
  authorized_flush_users: {
    since: '2.2',
    type: 'string',
    holds: 'user match list',
    list: true,
    default: 'static:anyone',
    usedBy: ['postqueue'],
    text: {
      en: 'Lists the users who may have waiting mail delivered at once, by `sendmail -q` or `postqueue` with `-f`, `-i` or `-s`. For root and the user in `mail_owner` it is always allowed. `static:anyone` stands for everybody, an empty list for nobody else. Put `!` before a name to exclude it, with `static:all` at the end.',
      ja: '`sendmail -q` や、`postqueue` の `-f`、`-i`、`-s` を使って、待っているメールをすぐに配送できるユーザーを並べます。root と `mail_owner` のユーザーはいつでも使えます。`static:anyone` なら全員で、空にすると、ほかは誰も使えません。名前の前に `!` を付けると除外になり、その場合は最後に `static:all` を書きます。',
    },
  },
  authorized_mailq_users: {
    since: '2.2',
    type: 'string',
    holds: 'user match list',
    list: true,
    default: 'static:anyone',
    usedBy: ['postqueue'],
    text: {
      en: 'Lists the users who may look at the queue by `mailq` or `postqueue -p`. On a machine that many people share, this keeps them from seeing who writes to whom: `root` alone leaves it to root and the user in `mail_owner`, who always may. The words are those of `authorized_flush_users`; `static:anyone` stands for everybody.',
      ja: '`mailq` や `postqueue -p` でキューを見られるユーザーを並べます。大勢で使うマシンでは、誰が誰にメールを送っているかを見られないようにできます。`root` とだけ書くと、いつでも見られる root と `mail_owner` のユーザーに限られます。書き方は `authorized_flush_users` と同じで、`static:anyone` なら全員です。',
    },
  },
  authorized_submit_users: {
    since: '2.2',
    type: 'string',
    holds: 'user match list',
    list: true,
    default: 'static:anyone',
    usedBy: ['postdrop', 'sendmail'],
    text: {
      en: 'Lists the users who may send mail by the `sendmail` command, on which cron and many scripts rely. Empty means nobody. There is no exception for root: if your list leaves root out, the reports of cron are refused. `!www-data, static:all` excludes a single user, for instance a web server that was abused for spam. Mail by SMTP is not affected, not even from this machine.',
      ja: 'cron や多くのスクリプトが使う `sendmail` コマンドで、メールを送れるユーザーを並べます。空なら誰も送れません。root も例外ではなく、一覧にないと cron の報告も拒否されます。`!www-data, static:all` のように書くと、迷惑メールに悪用されたウェブサーバーなど、特定のユーザーだけを除外できます。同じマシンからでも、SMTP で送るメールには適用されません。',
    },
  },
  local_login_sender_maps: {
    since: '3.6',
    type: 'string',
    holds: 'lookup tables',
    default: 'static:*',
    usedBy: ['postdrop'],
    text: {
      en: 'Restricts the envelope senders that each user of this machine may give to the `sendmail` command. The key is the login name (`uid:1001` for a user without an account), the result a list of addresses, `@example.jp` for a domain, or `*` for any. Users without an entry cannot send at all, so give at least root and postfix `*`. List the bare name beside the full address, for without the option `-f` the sender is `taro` alone. The `From:` header and mail by SMTP are not checked.',
      ja: 'このマシンの各ユーザーが、`sendmail` コマンドで指定できるエンベロープ送信者を制限します。キーはログイン名（アカウントのないユーザーは `uid:1001` の形）で、結果にはアドレスを並べます。ドメイン全体は `@example.jp`、すべて許可するなら `*` と書きます。項目のないユーザーは何も送れないので、少なくとも root と postfix には `*` を与えます。オプション `-f` がないと送信者は `taro` だけになるため、完全なアドレスのほかに名前だけも書いてください。`From:` ヘッダーと SMTP で送るメールは調べません。',
    },
  },
  sendmail_fix_line_endings: {
    since: '2.9',
    type: 'keyword',
    values: {
      always: {
        text: { en: 'Corrects every line that ends in CR and LF.', ja: 'CR と LF で終わる行をすべて直します。' },
      },
      strict: {
        text: {
          en: 'Corrects such lines only if the first line of the message is one.',
          ja: 'メールの最初の行が CR と LF で終わるときにだけ直します。',
        },
      },
      never: { text: { en: 'Leaves all lines as they are.', ja: '行をそのままにします。' } },
    },
    caseSensitive: true,
    minLength: 1,
    default: 'always',
    usedBy: ['sendmail'],
    text: {
      en: 'Tells whether the `sendmail` command removes the carriage return from lines that end in CR and LF. Programs that prepare mail as for SMTP write such lines; without the correction every line would keep a stray character at its end. There is hardly a reason to change it, and an unknown value stops all mail from `sendmail`.',
      ja: 'CR と LF で終わる行から、`sendmail` コマンドが CR を取り除くかどうかを指定します。SMTP 用の書式でメールを作るプログラムはこのような行を書くので、取り除かないと各行の末尾に余計な文字が残ります。変更する理由はほとんどありません。知らない値を書くと、`sendmail` からのメールがすべて送れなくなります。',
    },
  },
} satisfies Facts;
