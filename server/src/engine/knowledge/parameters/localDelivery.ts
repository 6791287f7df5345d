import type { Facts } from './parameter';
import { EXPANSION_CHARACTERS, EXPANSION_TYPES, MAILBOX_LOCKS } from './vocabulary';

export const localDelivery = {
  alias_database: {
    type: 'string',
    holds: 'lookup tables',
    default: { '2.0': 'hash:/etc/aliases', '3.11': '$default_database_type:/etc/aliases' },
    defaultFrom: 'build',
    usedBy: ['*'],
    text: {
      en: 'Lists the alias tables that `newaliases` rebuilds. Usually the same file as in `alias_maps`; that list may also contain tables such as LDAP which cannot be built. If the type differs between the two, `newaliases` writes a file that nobody reads.',
      ja: '`newaliases` が作り直す別名のテーブルを並べます。通常は `alias_maps` と同じファイルです。そちらには LDAP のように作り直せないテーブルも書けます。両者の種類が異なると、`newaliases` は誰も読まないファイルを作ることになります。',
    },
  },
  alias_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: {
      '2.0': 'hash:/etc/aliases, nis:mail.aliases',
      '3.11': '$default_database_type:/etc/aliases, nis:mail.aliases',
    },
    defaultFrom: 'build',
    usedBy: ['local', 'proxymap', 'smtpd'],
    text: {
      en: 'Lists the tables of local aliases, such as `root: taro`. The key is a user name without domain, and only mail for domains in `mydestination` is looked up; for whole addresses there is `virtual_alias_maps`. After a change run `newaliases`, which writes the tables of `alias_database`. To read the mail of `root`, add the alias.',
      ja: '`root: taro` のような、ローカルの別名のテーブルを並べます。キーはドメインのないユーザー名で、`mydestination` のドメイン宛てのメールだけが対象です。アドレス全体を書く場合は `virtual_alias_maps` を使います。変更したら `newaliases` を実行します（書き込まれるのは `alias_database` のテーブルです）。`root` 宛てのメールを読むには別名を追加してください。',
    },
    op25b: {
      en: 'Reports to `root` leave the machine through the relay if the alias is an address elsewhere.',
      ja: '別名によそのアドレスを書くと、`root` 宛ての報告が中継サーバーを通って外に届きます。',
      example: 'alias_maps = $default_database_type:/etc/aliases',
    },
  },
  allow_mail_to_commands: {
    type: 'keywords',
    values: EXPANSION_TYPES,
    caseSensitive: true,
    mayBeEmpty: true,
    default: { '2.0': 'alias,forward', '2.1': 'alias, forward' },
    usedBy: ['local'],
    text: {
      en: 'Tells in which places `local` accepts a destination `|command`. Elsewhere such mail comes back with `mail to command is restricted`; left empty, it does so everywhere. Think twice about `include`: whoever can edit the list could then run programs on this machine. `mailbox_command` is not affected.',
      ja: '`local` が `|command` という宛先をどこで受け付けるかを指定します。ほかの場所に書かれていると、`mail to command is restricted` というエラーで送信者に戻ります。空にすると、どこにも書けません。`include` を加えると、一覧のファイルを編集できる人がこのマシンでプログラムを実行できるようになるので、慎重に判断してください。`mailbox_command` には影響しません。',
    },
  },
  allow_mail_to_files: {
    type: 'keywords',
    values: EXPANSION_TYPES,
    caseSensitive: true,
    mayBeEmpty: true,
    default: { '2.0': 'alias,forward', '2.1': 'alias, forward' },
    usedBy: ['local'],
    text: {
      en: 'Tells in which places `local` accepts a destination `/file/name`, mail that is written to a file. Elsewhere such mail comes back with `mail to file is restricted`; left empty, it does so everywhere. With `include`, whoever can edit the list may choose files for Postfix to write to. The mailboxes of `home_mailbox` and `mail_spool_directory` are not affected.',
      ja: 'メールをファイルに書き込む `/file/name` という宛先を、`local` がどこで受け付けるかを指定します。ほかの場所に書かれていると、`mail to file is restricted` というエラーで送信者に戻ります。空にすると、どこにも書けません。`include` を加えると、一覧のファイルを編集できる人が、Postfix の書き込むファイルを選べるようになります。`home_mailbox` や `mail_spool_directory` のメールボックスには影響しません。',
    },
  },
  biff: {
    type: 'boolean',
    default: 'yes',
    usedBy: ['local'],
    text: {
      en: 'Tells logged-in users of new mail by an old terminal service. Nobody uses it today, and it costs a little with each delivery: `no`.',
      ja: 'ログイン中の利用者に、端末用の古い仕組みで新着メールを知らせます。今は使われず、配送のたびにわずかな負荷がかかるので `no` にします。',
    },
  },
  command_expansion_filter: {
    type: 'string',
    holds: 'character set',
    minLength: 1,
    default: EXPANSION_CHARACTERS,
    usedBy: ['local'],
    text: {
      en: 'Lists the characters that `local` leaves in the environment variables of a command, such as `$SENDER` and `$EXTENSION`. Any other becomes `_`. These values come from strangers and may reach a shell, so add no quotes, blanks or other characters that mean something there. It covers `mailbox_command` and the commands in aliases and `.forward` files, not those of `pipe`.',
      ja: '`local` がコマンドに渡す `$SENDER` や `$EXTENSION` などの環境変数に、そのまま残す文字を並べます。ほかの文字は `_` に置き換わります。値は外部の人が決めたもので、シェルに渡ることもあるので、引用符や空白など、シェルで意味を持つ文字を加えないでください。`mailbox_command` と、別名や `.forward` ファイルのコマンドが対象で、`pipe` のコマンドには影響しません。',
    },
  },
  command_time_limit: {
    type: 'time',
    unit: 's',
    min: 1,
    default: '1000s',
    usedBy: ['local', 'pipe', 'spawn'],
    text: {
      en: 'Limits how long a command may take over a message: `mailbox_command`, those in aliases and `.forward` files, and those of `pipe`. When the time is up the command is killed, and the mail comes back to its sender as `Command time limit exceeded`. A `pipe` or `spawn` service can have a limit of its own, for example `filter_time_limit` for the service `filter`. If you raise it, stay below `daemon_timeout`, and raise `ipc_timeout` too.',
      ja: '`mailbox_command`、別名や `.forward` ファイルのコマンド、`pipe` のコマンドが、1通の処理にかけてよい時間の上限です。過ぎるとコマンドは強制終了され、メールは `Command time limit exceeded` として送信者に戻ります。`pipe` や `spawn` のサービスには、サービス `filter` なら `filter_time_limit` のように、専用の上限を設定できます。延ばすときは `daemon_timeout` より短くし、`ipc_timeout` も延ばします。',
    },
  },
  deliver_lock_attempts: {
    type: 'integer',
    min: 1,
    default: '20',
    usedBy: ['*'],
    text: {
      en: 'Limits how often Postfix tries to lock a mailbox file that another program has locked. After the last attempt the mail waits in the queue and is tried again later. Together with `deliver_lock_delay` it decides how long one delivery is held up; the standard values make about 20 seconds.',
      ja: 'ほかのプログラムがロックしているメールボックスのファイルを、Postfix が何回までロックしようとするかを指定します。最後まで失敗するとメールはキューに残り、後で再び配送されます。`deliver_lock_delay` とともに一つの配送が待たされる時間を決め、標準の値では約20秒です。',
    },
  },
  deliver_lock_delay: {
    type: 'time',
    unit: 's',
    min: 1,
    default: '1s',
    usedBy: ['*'],
    text: {
      en: 'Sets the pause before Postfix tries again to lock a mailbox file that is in use. The real pause varies a little by chance, so that several deliveries do not try in step. How often it tries is in `deliver_lock_attempts`; there is hardly ever a reason to change either.',
      ja: '使用中のメールボックスのファイルを、Postfix が再びロックしようとするまでの間隔です。複数の配送が同時に試さないように、実際の間隔は少しずつ変わります。試す回数は `deliver_lock_attempts` で決まり、どちらも変更する理由はほとんどありません。',
    },
  },
  duplicate_filter_limit: {
    type: 'integer',
    default: '1000',
    usedBy: ['cleanup', 'local', 'showq'],
    text: {
      en: 'Limits how many addresses Postfix remembers for one message to keep anyone from getting it twice. It counts where `alias_maps` and `virtual_alias_maps` are expanded, and in the listing of the queue; `0` means no limit. Beyond it mail still goes out, but someone who stands on a large list twice may get it twice. A higher limit takes more memory.',
      ja: '同じ人に二重に届かないように、1通のメールについて Postfix が覚えておくアドレスの数の上限です。`alias_maps` と `virtual_alias_maps` の展開と、キューの一覧表示で使われ、`0` なら無制限です。上限を超えてもメールは送られますが、大きな一覧に二度載っている人には2通届くことがあります。値を大きくするとメモリーを多く使います。',
    },
  },
  execution_directory_expansion_filter: {
    since: '2.2',
    type: 'string',
    holds: 'character set',
    minLength: 1,
    default: EXPANSION_CHARACTERS,
    usedBy: ['local'],
    text: {
      en: 'Lists the characters that may stand in what replaces `$home`, `$user` and the like in `command_execution_directory`. Any other becomes `_`, since some of these values come from addresses that strangers choose. Only change it if the paths of home directories contain other characters, such as blanks.',
      ja: '`command_execution_directory` の `$home` や `$user` などを置き換える値に使える文字を並べます。値の一部は外部の人が決めたアドレスから来るため、ほかの文字は `_` に置き換わります。ホームディレクトリのパスに空白などの文字が含まれる場合だけ変更します。',
    },
  },
  expand_owner_alias: {
    type: 'boolean',
    default: 'no',
    usedBy: ['local'],
    text: {
      en: "Replaces the envelope sender of mail to an alias such as `list` by the address behind `owner-list`, not by `owner-list` itself. Errors then go straight to that person, and the person's address is visible in the mail of the list. Let `owner-list` hold just one address then. Off is what mailing lists usually want; `owner_request_special` must be on in any case.",
      ja: '`list` のような別名宛てのメールのエンベロープ送信者を、`owner-list` そのものではなく、`owner-list` の指すアドレスに置き換えます。エラーはその人に直接届きますが、リストのメールからその人のアドレスがわかります。`owner-list` にはアドレスを一つだけ書きます。メーリングリストでは通常は無効にします。どちらの場合も `owner_request_special` が有効でなければなりません。',
    },
  },
  forward_expansion_filter: {
    type: 'string',
    holds: 'character set',
    minLength: 1,
    default: EXPANSION_CHARACTERS,
    usedBy: ['local'],
    text: {
      en: 'Lists the characters that may stand in what replaces `$user`, `$extension` and the like in `forward_path`. Any other becomes `_`, since these values come from addresses that strangers choose. So a `.forward` file for an extension with a character outside the list has `_` in its place. There is seldom a reason to change it.',
      ja: '`forward_path` の `$user` や `$extension` などを置き換える値に使える文字を並べます。値は外部の人が決めたアドレスから来るため、ほかの文字は `_` に置き換わります。一覧にない文字を含む拡張部分の `.forward` ファイルは、その文字を `_` にした名前になります。変更する理由はほとんどありません。',
    },
  },
  forward_path: {
    type: 'string',
    holds: 'path template list',
    list: true,
    default: {
      '2.0': '$home/.forward${recipient_delimiter}${extension},$home/.forward',
      '2.1': '$home/.forward${recipient_delimiter}${extension}, $home/.forward',
    },
    raw: true,
    runTimeNames: ['user', 'home', 'shell', 'domain', 'local', 'recipient', 'extension', 'recipient_delimiter'],
    usedBy: ['local'],
    text: {
      en: "Lists where `local` looks for a user's `.forward` file; the first that exists counts, and paths with a `$name` that has no value are skipped. Left empty, users cannot forward their mail that way. The file must be a regular file, belong to the user or root, and not be writable for everyone, or it is ignored with a warning in the log. `forward_expansion_filter` limits the characters in the expanded names.",
      ja: '`local` が利用者の `.forward` ファイルを探す場所を並べます。最初に見つかったものが使われ、値のない `$name` を含むパスは飛ばします。空にすると、利用者はこの方法で転送できません。通常のファイルで、利用者か root が所有し、誰でも書き込める状態でないことが必要で、そうでなければ警告をログに残して無視します。展開される値に使える文字は `forward_expansion_filter` で制限されます。',
    },
  },
  frozen_delivered_to: {
    since: '2.3',
    type: 'boolean',
    default: 'yes',
    usedBy: ['local'],
    text: {
      en: 'Settles the address for the `Delivered-To:` header at the start of a delivery and keeps it while aliases and `.forward` files are followed. With `no` each of them changes it, as before 2.3; when they are nested, every change ties up a queue file and a `cleanup` process while the mail is forwarded. Leave it on; where the header is added is in `prepend_delivered_header`.',
      ja: '`Delivered-To:` ヘッダーに書くアドレスを配送の初めに決め、別名や `.forward` ファイルをたどる間は変えません。`no` にすると 2.3 より前と同じく、たどるたびにアドレスが変わります。何段も重なっていると、転送中は変わるたびにキューのファイルと `cleanup` プロセスが一つずつ使われます。有効のままにします。ヘッダーをどこで加えるかは `prepend_delivered_header` で決まります。',
    },
  },
  home_mailbox: {
    type: 'string',
    holds: 'relative path',
    default: '',
    usedBy: ['local'],
    text: {
      en: "Gives the path of the mailbox below the user's home directory. `Maildir/` with the slash makes a Maildir, which IMAP servers prefer; without it all mail goes into one file. Not used if `mailbox_command` or `mailbox_transport` is set.",
      ja: '利用者のホームディレクトリの下に置くメールボックスのパスです。`Maildir/` のように末尾にスラッシュを付けると、IMAP サーバーに適した Maildir になり、付けないとすべてのメールが一つのファイルに入ります。`mailbox_command` や `mailbox_transport` を設定していると使われません。',
    },
  },
  local_command_shell: {
    type: 'string',
    holds: 'shell command',
    default: '',
    usedBy: ['local'],
    text: {
      en: "Names a shell with its options through which `local` runs every command: `mailbox_command` and those in aliases and `.forward` files. Left empty, a command runs directly, and the system's shell only comes in if the command uses its syntax. A restricted shell such as `smrsh -c` limits which programs users can run from `.forward`. Do not leave out the `-c`, or the command is taken for the name of a script.",
      ja: '`local` がすべてのコマンド（`mailbox_command` と、別名や `.forward` ファイルのコマンド）の実行に使うシェルを、オプションも付けて指定します。空ならコマンドを直接実行し、シェルの構文を使うコマンドのときだけシステムのシェルを使います。`smrsh -c` のような制限付きのシェルにすると、利用者が `.forward` から実行できるプログラムを制限できます。`-c` を付けないと、コマンドがスクリプトのファイル名とみなされます。',
    },
  },
  local_delivery_status_filter: {
    since: '3.0',
    type: 'string',
    holds: 'lookup tables',
    default: '$default_delivery_status_filter',
    usedBy: ['local'],
    like: 'default_delivery_status_filter',
  },
  local_recipient_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: {
      '2.0': 'unix:passwd.byname $alias_maps',
      '2.0.1': 'proxy:unix:passwd.byname $alias_maps',
      '2.1': 'proxy:unix:passwd.byname $alias_maps',
    },
    defaultFrom: 'build',
    usedBy: ['proxymap', 'smtpd'],
    text: {
      en: "Lists the tables in which the SMTP server looks whether a local user exists. With the standard value, the system's accounts and `alias_maps` count. Set to nothing (`local_recipient_maps =`), it accepts mail for any name in your domains, and notices of what cannot be delivered go to innocent people; that is only right if `local_transport` does not deliver to system accounts and no list is at hand.",
      ja: 'SMTPサーバーが、ローカルの利用者が存在するかどうかを調べるテーブルを並べます。標準では、システムのアカウントと `alias_maps` です。空（`local_recipient_maps =`）にすると、自分のドメインならどんな名前宛てでも受け取り、配送できないメールの通知が無関係な人に届いてしまいます。空にしてよいのは、`local_transport` がシステムのアカウントに配送せず、一覧も用意できない場合だけです。',
    },
  },
  luser_relay: {
    type: 'string',
    holds: 'address template',
    default: '',
    raw: true,
    runTimeNames: ['user', 'home', 'shell', 'domain', 'local', 'recipient', 'extension', 'recipient_delimiter'],
    usedBy: ['local'],
    text: {
      en: 'Names an address that gets the mail for local users who do not exist. For mail from the network it works only if `local_recipient_maps` is empty, since the SMTP server refuses such mail otherwise; then all spam to invented names arrives as well.',
      ja: '存在しないローカルの利用者宛てのメールを受け取るアドレスです。ネットワークから届くメールは、通常は SMTPサーバーが先に拒否するため、`local_recipient_maps` が空でなければ対象になりません。空にすると、でたらめな名前宛ての迷惑メールもすべて届きます。',
    },
  },
  mailbox_command: {
    type: 'string',
    holds: 'shell command',
    default: '',
    raw: true,
    runTimeNames: [
      'DOMAIN',
      'EXTENSION',
      'HOME',
      'LOCAL',
      'LOGNAME',
      'ORIGINAL_RECIPIENT',
      'PATH',
      'RECIPIENT',
      'SENDER',
      'SHELL',
      'USER',
      'CLIENT_ADDRESS',
      'CLIENT_HELO',
      'CLIENT_HOSTNAME',
      'CLIENT_PROTOCOL',
      'SASL_METHOD',
      'SASL_SENDER',
      'SASL_USERNAME',
    ],
    usedBy: ['local'],
    text: {
      en: 'Names a command that stores mail for local users, run as the user it is for. Then `home_mailbox` is not used; mail for `root` runs with `default_privs`, so give `root` an alias. `$name` is left alone here: the command finds facts such as `$EXTENSION` in its environment.',
      ja: 'ローカルの利用者のメールを格納するコマンドです。宛先の利用者の権限で実行されます。設定すると `home_mailbox` は使われません。`root` 宛ては `default_privs` の権限で実行されるため、`root` には別名を付けておきます。ここでは `$name` は展開されず、コマンドは `$EXTENSION` などの情報を環境変数から得ます。',
    },
  },
  mailbox_command_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['local'],
    text: {
      en: "Chooses for single users the command that stores their mail, ahead of `mailbox_command`. The key is the user's name without domain or extension; whoever is not found gets `mailbox_command`. It serves only users with an account on the system, and the command runs with their rights. Aliases, `.forward` files, `mailbox_transport_maps` and `mailbox_transport` come first.",
      ja: 'メールを格納するコマンドを、利用者ごとに選びます。`mailbox_command` より優先されます。キーはドメインや拡張部分のないユーザー名で、見つからない利用者には `mailbox_command` が使われます。システムにアカウントのある利用者だけが対象で、コマンドはその利用者の権限で動きます。別名、`.forward` ファイル、`mailbox_transport_maps`、`mailbox_transport` が先に処理されます。',
    },
  },
  mailbox_delivery_lock: {
    type: 'keywords',
    values: MAILBOX_LOCKS,
    caseSensitive: true,
    otherValues: true,
    minLength: 1,
    default: 'fcntl, dotlock',
    defaultFrom: 'build',
    usedBy: ['local'],
    text: {
      en: 'Lists the ways in which `local` locks a mailbox file while it writes; all of them are used. At least one must be known to the programs that read the mailbox, or a mailbox can be damaged. `dotlock` needs the right to create a file beside the mailbox: without it the mail comes back. Maildir needs no locks and ignores this.',
      ja: '`local` がメールボックスのファイルに書き込む間のロックの方法を並べます。書いた方法はすべて使われます。メールボックスを読むプログラムと同じ方法が少なくとも一つないと、メールボックスが壊れることがあります。`dotlock` には、メールボックスの隣にファイルを作る権限が必要で、権限がないとメールは送信者に戻ります。Maildir にはロックが不要なので、この設定は使われません。',
    },
  },
  mailbox_size_limit: {
    type: 'integer',
    default: '51200000',
    usedBy: ['local'],
    text: {
      en: 'Sets how large a file may become that local delivery writes to, in bytes; `0` means no limit. It is no quota for a user with Maildir, where each message is a file of its own. Must not be smaller than `message_size_limit`, and must be `0` if that is `0`, or `local` refuses to work.',
      ja: 'ローカル配送で書き込むファイルの大きさの上限をバイト単位で指定します。`0` なら無制限です。1通が一つのファイルになる Maildir では、利用者ごとの容量制限にはなりません。`message_size_limit` より小さいと `local` が動きません。そちらが `0` なら、これも `0` にします。',
    },
  },
  owner_request_special: {
    type: 'boolean',
    default: 'yes',
    usedBy: ['*'],
    text: {
      en: 'Treats addresses such as `owner-list` and `list-request` as belonging to a mailing list that is kept as an alias. If an alias `list` has the companion `owner-list`, that becomes the envelope sender of mail to the list, so errors go there instead of to the author. And when `recipient_delimiter` contains `-`, such names are not split. Leave it on unless you have other use for such names.',
      ja: '`owner-list` や `list-request` のようなアドレスを、別名で作ったメーリングリストのものとして特別に扱います。別名 `list` に対して `owner-list` があると、それがリスト宛てのメールのエンベロープ送信者になり、エラーは投稿者ではなくそこに届きます。また、`recipient_delimiter` に `-` が含まれていても、これらの名前は分割されません。このような名前を別の目的で使うのでなければ、有効のままにします。',
    },
  },
  prepend_delivered_header: {
    type: 'keywords',
    values: {
      command: { text: { en: 'When mail is handed to a command.', ja: 'コマンドに渡すときに加えます。' } },
      file: {
        text: {
          en: 'When mail is written to a mailbox, Maildir or other file.',
          ja: 'メールボックス、Maildir、その他のファイルに書き込むときに加えます。',
        },
      },
      forward: {
        text: {
          en: 'When mail is forwarded by an alias or a `.forward` file.',
          ja: '別名や `.forward` ファイルで転送するときに加えます。',
        },
      },
    },
    caseSensitive: true,
    mayBeEmpty: true,
    default: 'command, file, forward',
    usedBy: ['local'],
    text: {
      en: 'Tells in which deliveries `local` adds a `Delivered-To:` header with the address that the mail was for. By this header Postfix notices mail that comes round again, and returns it as `mail forwarding loop`. Do not leave out `forward`: such loops would then go on until `hopcount_limit` ends them. The header also shows the reader of a mailbox by which address the mail came.',
      ja: 'どの配送のときに、`local` が宛先のアドレスを書いた `Delivered-To:` ヘッダーを加えるかを指定します。Postfix はこのヘッダーで、一度通ったメールが戻ってきたことに気付き、`mail forwarding loop` として送信者に返します。`forward` を外すと、ループは `hopcount_limit` に達するまで続くので、外さないでください。メールボックスを読む人も、どのアドレスに届いたメールなのかをこのヘッダーで確かめられます。',
    },
  },
  recipient_bcc_maps: {
    since: '2.1',
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['cleanup'],
    text: {
      en: "Adds a hidden recipient by the recipient's address. The result is a single address. For copies to a deputy or an archive; `always_bcc` does the same for all mail.",
      ja: '宛先のアドレスに応じて、隠れた宛先を一つ加えます。結果には一つのアドレスを書きます。代理の人や保存用に写しを送るときに使います。すべてのメールに対して同じことをするのは `always_bcc` です。',
    },
  },
  reset_owner_alias: {
    since: '2.8',
    type: 'boolean',
    default: 'no',
    usedBy: ['local'],
    text: {
      en: 'Goes back to how aliases inside a mailing list were handled before 2.8. Off, an alias without an `owner-` companion of its own is treated as part of the list: its members get their mail by way of the queue, each on their own. With `yes` Postfix delivers to them at once, and while one of them fails for now, the whole list is expanded over and over: the others get the same message several times. Leave it off.',
      ja: 'メーリングリストの中の別名を、2.8 より前と同じように扱います。無効なら、自分の `owner-` を持たない別名もリストの一部として扱われ、そのメンバーへのメールはいったんキューに入り、一人ずつ別々に配送されます。`yes` にするとその場で配送し、一人でも一時的に失敗している間は、リスト全体の展開が繰り返されます。そのため、ほかのメンバーに同じメールが何通も届きます。無効のままにします。',
    },
  },
  stale_lock_time: {
    type: 'time',
    unit: 's',
    min: 1,
    default: '500s',
    usedBy: ['*'],
    text: {
      en: 'Sets how old a `.lock` file beside a mailbox must be before Postfix takes it for left over and removes it. Only the lock method `dotlock` of `mailbox_delivery_lock` and `virtual_mailbox_lock` makes such files. Too short a time breaks the lock of a program that is still at work.',
      ja: 'メールボックスの隣の `.lock` ファイルを、消し忘れとみなして削除するまでの時間です。このファイルを作るのは、`mailbox_delivery_lock` と `virtual_mailbox_lock` の `dotlock` だけです。短すぎると、まだ作業中のプログラムのロックを外してしまいます。',
    },
  },
  strict_mailbox_ownership: {
    since: '2.6',
    backports: ['2.5.3'],
    type: 'boolean',
    default: 'yes',
    usedBy: ['local', 'virtual'],
    text: {
      en: 'Holds mail back when the mailbox file does not belong to its recipient. The log then says `is not owned by recipient`; the cure is to correct the owner of the file with `chown`. Use `no` only where mailboxes belong to another user on purpose. Maildir is not checked.',
      ja: 'メールボックスのファイルの所有者が宛先の利用者でないとき、メールをキューで待たせます。ログには `is not owned by recipient` と出ます。`chown` でファイルの所有者を直してください。意図してほかのユーザーの所有にしている場合だけ `no` にします。Maildir では確認されません。',
    },
  },
  sun_mailtool_compatibility: {
    type: 'boolean',
    default: 'no',
    usedBy: ['local'],
    deprecated: {
      since: '2.0',
      instead: ['mailbox_delivery_lock'],
      mapping: { yes: { mailbox_delivery_lock: 'dotlock' }, no: {} },
    },
    text: {
      en: 'Makes `local` lock mailbox files only by `dotlock`, for an old mail program of Sun. Today the same is said by `mailbox_delivery_lock`. If that does not list `dotlock`, no method is left and `local` does not start.',
      ja: 'Sun の古いメールソフトのために、`local` がメールボックスのファイルを `dotlock` だけでロックするようにします。今は `mailbox_delivery_lock` で同じことを指定します。そちらに `dotlock` が書かれていないと、使える方法がなくなり、`local` は起動しません。',
    },
  },
} satisfies Facts;
