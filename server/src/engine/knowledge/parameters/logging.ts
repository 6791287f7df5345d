import type { Facts } from './parameter';

export const logging = {
  debug_peer_level: {
    type: 'integer',
    min: 1,
    default: '2',
    usedBy: ['*'],
    text: {
      en: 'Sets how much more detailed the log becomes for hosts in `debug_peer_list`. Without effect as long as that list is empty.',
      ja: '`debug_peer_list` の相手について、ログをどれだけ詳しくするかを指定します。その一覧が空なら意味がありません。',
    },
  },
  debug_peer_list: {
    type: 'string',
    holds: 'client match list',
    list: true,
    default: '',
    usedBy: ['*'],
    text: {
      en: 'Lists servers or clients for which the log becomes more detailed. Addresses or domains, IPv6 in brackets. Better than `-v` for a whole service; remove it afterwards, the log can contain passwords.',
      ja: 'ログを詳しくする相手のサーバーやクライアントを、アドレスかドメインで並べます。IPv6 は角かっこで囲みます。サービス全体に `-v` を付けるより適しています。ログにパスワードが残ることがあるので、終わったら外してください。',
    },
    op25b: {
      en: "Put the relay's name here to see the whole conversation when it refuses mail.",
      ja: '中継サーバーがメールを拒否するとき、その名前を書くと、やり取りの全体がログに残ります。',
      example: 'debug_peer_list = smtp.example.jp',
    },
  },
  debugger_command: {
    type: 'string',
    holds: 'shell command',
    default: null,
    defaultFrom: 'program',
    usedBy: ['*'],
    text: {
      en: 'Names a command that is run when a service is started with `-D` in master.cf. The lines for `ddd` or `gdb` in the stock file do nothing otherwise and can be deleted.',
      ja: 'master.cf のサービスに `-D` を付けたときに実行するコマンドです。標準のファイルにある `ddd` や `gdb` の行はそれ以外では何もしないので、削除して構いません。',
    },
  },
  info_log_address_format: {
    since: '3.5',
    type: 'keyword',
    values: {
      external: {
        text: {
          en: 'With quotes, as in `"taro yamada"@example.jp`.',
          ja: '`"taro yamada"@example.jp` のように引用符を付けます。',
        },
      },
      internal: {
        text: {
          en: 'Without quotes, as in `taro yamada@example.jp`.',
          ja: '`taro yamada@example.jp` のように引用符を付けません。',
        },
      },
    },
    minLength: 1,
    default: 'external',
    usedBy: ['*'],
    text: {
      en: 'Tells how the log shows addresses with blanks or other special characters before the `@`. `external` puts that part in quotes, as it stands in the mail itself; `internal` does not, as before 3.5. All other addresses look the same either way, so change it only for a program that reads the log and cannot cope with quotes.',
      ja: '`@` の前に空白などの特殊な文字を含むアドレスを、ログにどう書くかを指定します。`external` はメールの中の書き方と同じく、その部分を引用符で囲み、`internal` は 3.5 より前と同じく囲みません。ほかのアドレスはどちらでも同じです。引用符を扱えないログ解析プログラムのためにだけ変更します。',
    },
  },
  maillog_file: {
    since: '3.4',
    type: 'string',
    holds: 'file path',
    default: '',
    usedBy: ['*'],
    text: {
      en: 'Makes Postfix write its log to this file instead of to syslog. The path must begin with one of `maillog_file_prefixes`, and master.cf must contain the service `postlog`. `/dev/stdout` is for containers, with `postfix start-fg`.',
      ja: 'ログを syslog ではなくこのファイルに書き込みます。パスは `maillog_file_prefixes` のどれかで始まり、master.cf に `postlog` サービスがなければなりません。コンテナでは `postfix start-fg` とともに `/dev/stdout` を使います。',
    },
  },
  maillog_file_compressor: {
    since: '3.4',
    type: 'string',
    holds: 'command path',
    minLength: 1,
    default: 'gzip',
    usedBy: ['*'],
    text: {
      en: 'Names the command that compresses the old log file after `postfix logrotate`. It gets the name of the file as its only argument; for options, name a script of your own. To leave the file as it is, name `true`, which does nothing.',
      ja: '`postfix logrotate` の後で、古いログファイルを圧縮するコマンドです。引数として渡されるのはファイル名だけなので、オプションを付けるには自分でスクリプトを用意します。圧縮しないなら、何もしない `true` を指定します。',
    },
  },
  maillog_file_permissions: {
    since: '3.9',
    type: 'keyword',
    values: {
      '644': { text: { en: 'Everyone on the machine may read it.', ja: 'このマシンの誰でも読めます。' } },
      '640': { text: { en: 'The group of the file may read it as well.', ja: 'ファイルのグループも読めます。' } },
      '600': { text: { en: 'Only root may read it.', ja: 'root だけが読めます。' } },
    },
    caseSensitive: true,
    minLength: 1,
    default: '0600',
    usedBy: ['*'],
    text: {
      en: 'Sets who may read the file in `maillog_file` when Postfix creates it. A file that is already there keeps its permissions, so a change shows after the next `postfix logrotate`. The log tells who writes to whom: open it no further than you must. Other values are ignored with a warning.',
      ja: '`maillog_file` のファイルを Postfix が作るときに、誰が読めるようにするかを指定します。すでにあるファイルの権限は変わらないので、変更は次の `postfix logrotate` から反映されます。ログからは誰が誰にメールを送ったかがわかるため、必要以上に公開しないでください。ほかの値は警告を出して無視されます。',
    },
  },
  maillog_file_prefixes: {
    since: '3.4',
    type: 'string',
    holds: 'path prefix list',
    list: true,
    minLength: 1,
    default: '/var, /dev/stdout',
    usedBy: ['*'],
    text: {
      en: 'Lists what the path in `maillog_file` may begin with, so that a slip there does not write log lines into just any file. If nothing matches, Postfix programs stop with `does not match any prefix`. For a log somewhere else, add its directory and keep what the standard list contains.',
      ja: '`maillog_file` のパスの先頭として許されるものを並べます。書き間違えて、無関係なファイルにログが書き込まれるのを防ぎます。どれにも合わないと、Postfix のプログラムは `does not match any prefix` となって止まります。ほかの場所にログを置くには、標準の内容を残したまま、そのディレクトリを加えます。',
    },
  },
  maillog_file_rotate_suffix: {
    since: '3.4',
    type: 'string',
    holds: 'strftime format',
    minLength: 1,
    default: { '3.4': '%Y%M%d-%H%M%S', '3.4.12': '%Y%m%d-%H%M%S', '3.5.2': '%Y%m%d-%H%M%S', '3.6': '%Y%m%d-%H%M%S' },
    usedBy: ['*'],
    text: {
      en: 'Sets what `postfix logrotate` adds to the name of the old log file, in the format of the command `date`. With the date alone, the second rotation of a day meets the file of the first; the time of day avoids that. `%m` is the month, `%M` the minute: the first releases of 3.4 and 3.5 had them confused in the standard value.',
      ja: '`postfix logrotate` が古いログファイルの名前に付け加える文字列を、`date` コマンドの書式で指定します。日付だけだと、同じ日の2回目に1回目のファイルとぶつかるので、時刻も入れます。`%m` は月、`%M` は分です。3.4 と 3.5 の初期のリリースでは、標準の値がこれを取り違えていました。',
    },
  },
  postlog_service_name: {
    since: '3.4',
    type: 'string',
    holds: 'service name',
    minLength: 1,
    default: 'postlog',
    usedBy: ['*'],
    text: {
      en: 'Names the service of master.cf by which `postlogd` writes the file in `maillog_file`. Leave it alone: while `maillog_file` is set, `postfix start` insists on a service that is called `postlog`.',
      ja: '`postlogd` が `maillog_file` のファイルに書き込むための、master.cf のサービスの名前です。`maillog_file` を設定していると、`postfix start` は `postlog` という名前のサービスがなければ起動しないので、変更しないでください。',
    },
  },
  syslog_facility: {
    type: 'keyword',
    values: {
      auth: { text: { en: 'Meant for logins and security.', ja: 'ログインやセキュリティのためのものです。' } },
      authpriv: {
        text: {
          en: 'Meant for logins and security, in files that not everyone may read.',
          ja: '誰でも読めるわけではないファイルに残す、ログインやセキュリティのためのものです。',
        },
      },
      cron: {
        text: {
          en: 'Meant for programs that run at fixed times.',
          ja: '決まった時刻に動くプログラムのためのものです。',
        },
      },
      daemon: { text: { en: 'Meant for daemons in general.', ja: 'デーモン一般のためのものです。' } },
      ftp: { text: { en: 'Meant for FTP servers.', ja: 'FTP サーバーのためのものです。' } },
      kern: {
        text: {
          en: 'Meant for the kernel alone, not for programs.',
          ja: 'カーネル専用で、プログラムのためのものではありません。',
        },
      },
      lpr: { text: { en: 'Meant for printing.', ja: '印刷のためのものです。' } },
      mail: {
        text: {
          en: 'Meant for mail: where everyone looks for it.',
          ja: 'メールのためのもので、管理者が最初に見るところです。',
        },
      },
      news: { text: { en: 'Meant for Usenet news.', ja: 'ネットニュースのためのものです。' } },
      security: {
        text: {
          en: 'Only where the system has it, which Linux does not.',
          ja: 'この名前を持つシステムだけで使え、Linux では使えません。',
        },
      },
      syslog: { text: { en: 'Meant for syslog itself.', ja: 'syslog 自身のためのものです。' } },
      user: { text: { en: 'Meant for ordinary programs.', ja: '一般のプログラムのためのものです。' } },
      uucp: { text: { en: 'Meant for UUCP.', ja: 'UUCP のためのものです。' } },
      local0: { text: { en: 'Free for your own use.', ja: '自由に使えるものです。' } },
      local1: { text: { en: 'Free for your own use.', ja: '自由に使えるものです。' } },
      local2: { text: { en: 'Free for your own use.', ja: '自由に使えるものです。' } },
      local3: { text: { en: 'Free for your own use.', ja: '自由に使えるものです。' } },
      local4: { text: { en: 'Free for your own use.', ja: '自由に使えるものです。' } },
      local5: { text: { en: 'Free for your own use.', ja: '自由に使えるものです。' } },
      local6: { text: { en: 'Free for your own use.', ja: '自由に使えるものです。' } },
      local7: { text: { en: 'Free for your own use.', ja: '自由に使えるものです。' } },
    },
    caseSensitive: true,
    otherValues: true,
    minLength: 1,
    default: 'mail',
    usedBy: ['*'],
    text: {
      en: 'Tells under which facility Postfix logs; the configuration of syslog decides by it where the lines end up. One of `local0` to `local7` can give this Postfix a log file of its own, once syslog has a rule for it. Errors before main.cf is read still go to `mail`. With a word that the system does not know Postfix does not start; with `maillog_file` set, syslog is hardly used.',
      ja: 'Postfix のログのファシリティです。ログがどこに書き込まれるかは、これをもとに syslog の設定で決まります。syslog の側に規則を用意すれば、`local0` から `local7` のどれかで、この Postfix 専用のログファイルを作れます。main.cf を読む前のエラーは `mail` に記録されます。システムにない言葉を書くと、Postfix は起動しません。`maillog_file` を設定していると、syslog はほとんど使われません。',
    },
  },
  syslog_name: {
    type: 'string',
    holds: 'word',
    minLength: 1,
    default: {
      '2.0': 'postfix',
      '2.6': '${multi_instance_name:postfix}${multi_instance_name?$multi_instance_name}',
      '3.0': '${multi_instance_name?{$multi_instance_name}:{postfix}}',
    },
    usedBy: ['*'],
    text: {
      en: 'Sets the name that stands before the program in the log. `-o syslog_name=postfix/submission` on a service gives lines such as `postfix/submission/smtpd`, so that mail of your users and mail from outside can be told apart. Programs that read the log must expect the longer name.',
      ja: 'ログでプログラム名の前に付く名前です。サービスに `-o syslog_name=postfix/submission` と書くとログが `postfix/submission/smtpd` のようになり、利用者のメールと外からのメールを見分けられます。ログを解析するプログラムも、長い名前に対応させてください。',
    },
    op25b: {
      en: 'Shows at a glance whether users come in on 587, on 465 or still on 25.',
      ja: '利用者が587番、465番のどちらで接続しているか、まだ25番を使っていないかが一目でわかります。',
      example: '-o syslog_name=postfix/submission',
    },
  },
} satisfies Facts;
