import type { Text } from '../locale';
import { existsIn, isSince, type Lifetime, type PostfixVersion } from './version';

/** A column of master.cf. */
export interface ColumnFacts {
  /** The words that it accepts, beside `-` for the default. */
  readonly values?: Readonly<Record<string, { readonly text: Text }>>;
  /** What a number stands for; the column then accepts digits. */
  readonly number?: 'seconds' | 'processes';
  /** What `-` stands for; absent: there is no default, and `-` is refused. By compatibility level where it depends. */
  readonly default?: string | Readonly<Record<string, string>>;
  /** A parameter whose value is the default. */
  readonly defaultFrom?: string;
  readonly text: Text;
}

/** Named as `postconf -F` names them. */
export type ColumnName =
  | 'service'
  | 'type'
  | 'private'
  | 'unprivileged'
  | 'chroot'
  | 'wakeup'
  | 'process_limit'
  | 'command';

/** The eight columns of an entry, in their order. */
export const COLUMNS: Readonly<Record<ColumnName, ColumnFacts>> = {
  service: {
    text: {
      en: 'The name of the service: for type `inet` the port to listen on, else a socket below the queue directory. A port is written by name or number, with an address in front if it is not to use all of `inet_interfaces`: `127.0.0.1:submission`, `[::1]:10025`. If name and type occur twice, the last line counts.',
      ja: 'サービスの名前です。タイプが `inet` なら待ち受けるポート、それ以外ならキューディレクトリの下のソケットです。ポートは名前か番号で書きます。`inet_interfaces` のすべてで待ち受けるのでなければ、`127.0.0.1:submission` や `[::1]:10025` のように前にアドレスを付けます。名前とタイプが同じ行が二つあるときは、最後の行が有効です。',
    },
  },
  type: {
    text: {
      en: 'How other programs reach the service. `inet` is for the network; the other types work on this machine only. A `-` is not possible here.',
      ja: 'ほかのプログラムがサービスに接続する方法です。ネットワークから接続するのは `inet` で、ほかのタイプはこのマシンの中だけで使われます。ここに `-` は書けません。',
    },
  },
  private: {
    values: {
      y: {
        text: {
          en: 'Only Postfix itself connects to it: the socket is below `private/` in the queue directory.',
          ja: 'Postfix 自身だけが接続します。ソケットはキューディレクトリの `private/` の下です。',
        },
      },
      n: {
        text: {
          en: 'Commands such as `mailq` can connect to it as well, or the network for type `inet`.',
          ja: '`mailq` などのコマンドからも、タイプが `inet` ならネットワークからも接続できます。',
        },
      },
    },
    default: 'y',
    text: {
      en: 'Whether only Postfix itself may use the service; `-` means `y`. `cleanup`, `flush`, `pickup`, `postlog`, `qmgr` and `showq` are looked for among the public services and must say `n`, and so must everything of type `inet`. The other services that come with Postfix are looked for among the private ones.',
      ja: 'サービスを Postfix の内部だけで使うかどうかです。`-` は `y` と同じです。`cleanup`、`flush`、`pickup`、`postlog`、`qmgr`、`showq` は公開されたサービスとして探されるため、必ず `n` にします。タイプが `inet` のものも同じです。Postfix に付属するほかのサービスは、非公開のサービスとして探されます。',
    },
  },
  unprivileged: {
    values: {
      y: {
        text: {
          en: 'Runs as the user named by `mail_owner`, once it has started.',
          ja: '起動した後は `mail_owner` のユーザーとして動きます。',
        },
      },
      n: { text: { en: 'Keeps root privileges.', ja: 'root 権限を保ちます。' } },
    },
    default: 'y',
    text: {
      en: 'Whether the process gives up root privileges; `-` means `y`. Only `local`, `virtual`, `pipe`, `spawn` and a few more need them and say `n`.',
      ja: 'プロセスが root 権限を手放すかどうかです。`-` は `y` と同じです。root 権限が必要なのは `local`、`virtual`、`pipe`、`spawn` などだけで、それらは `n` にします。',
    },
  },
  chroot: {
    values: {
      y: {
        text: {
          en: 'Sees only what is below the queue directory, once it has started.',
          ja: '起動した後は、キューディレクトリの下にあるものだけが見えます。',
        },
      },
      n: { text: { en: 'Sees the whole file system.', ja: 'ファイルシステム全体が見えます。' } },
    },
    // Releases before 3.0 have no compatibility_level and use the default of level 0.
    default: { 0: 'y', 1: 'n' },
    text: {
      en: 'Whether the process is locked into the queue directory. Once started, it sees only what is in there, such as copies of `/etc/resolv.conf` and `/etc/services` and the socket of a login server. Debian uses `y` for many services; when a name cannot be resolved or a socket is missing, this column is the first suspect. From 3.0 `-` means `n` where `compatibility_level` is at least 1, otherwise `y`.',
      ja: 'プロセスをキューディレクトリに閉じ込めるかどうかです。閉じ込めると、`/etc/resolv.conf` や `/etc/services` の複製、認証サーバーのソケットなど、起動した後はその中にあるものしか見えません。Debian では多くのサービスが `y` です。名前を解決できない、ソケットが見つからないというときは、まずこの列を疑ってください。3.0 以降で `compatibility_level` が1以上なら `-` は `n`、そうでなければ `y` です。',
    },
  },
  wakeup: {
    number: 'seconds',
    default: '0',
    text: {
      en: 'After how many seconds the service is woken up, again and again; `0` and `-` mean never. `pickup`, `qmgr` and `flush` need it, and the stock file has it for `tlsmgr`. A `?` after the number waits with this until the service has been used once.',
      ja: 'サービスを何秒ごとに起こすかです。`0` と `-` なら起こしません。`pickup`、`qmgr`、`flush` に必要で、標準のファイルでは `tlsmgr` にもあります。数字の後の `?` は、一度使われるまでは起こさないという意味です。',
    },
  },
  process_limit: {
    number: 'processes',
    defaultFrom: 'default_process_limit',
    text: {
      en: 'How many processes of the service may run at the same time; `0` sets no limit, and `-` takes `default_process_limit`. `qmgr`, `pickup`, `tlsmgr` and some others must have `1`; `cleanup`, `bounce`, `flush` and others must have `0`. For `smtpd` it is the number of simultaneous connections.',
      ja: 'サービスのプロセスを同時にいくつまで動かすかです。`0` なら上限はなく、`-` なら `default_process_limit` の値です。`qmgr`、`pickup`、`tlsmgr` などは必ず `1`、`cleanup`、`bounce`、`flush` などは必ず `0` にします。`smtpd` では同時に接続できる数になります。',
    },
  },
  command: {
    text: {
      en: 'The program that provides the service, and its arguments. Programs are looked for in `daemon_directory`. `-o name=value` sets a main.cf parameter for this service only: no blanks around `=` nor in the value, or from 3.0 in braces, `-o { name = value }`. A line that begins with a blank continues the entry; `-v` makes the log more detailed.',
      ja: 'サービスを提供するプログラムと、その引数です。プログラムは `daemon_directory` から探します。`-o name=value` は、このサービスだけに main.cf のパラメータを設定します。`=` の前後や値の中に空白は入れられませんが、3.0 以降は `-o { name = value }` のように波かっこで囲めば書けます。空白で始まる行は前の行の続きです。`-v` を付けるとログが詳しくなります。',
    },
  },
};

export interface ServiceTypeFacts extends Lifetime {
  /** The service has a name of its own in the queue directory; else it is `host:port` or `port`. */
  readonly isSocketFile: boolean;
  readonly text: Text;
}

/** The transport types, in the second column. */
export const SERVICE_TYPES: Readonly<Record<string, ServiceTypeFacts>> = {
  inet: {
    isSocketFile: false,
    text: { en: 'A TCP port, reachable over the network.', ja: 'ネットワークから接続できる TCP ポートです。' },
  },
  unix: {
    isSocketFile: true,
    text: {
      en: 'A local socket, the usual type for services inside Postfix.',
      ja: 'ローカルのソケットで、Postfix 内部のサービスに普通に使われるタイプです。',
    },
  },
  fifo: {
    isSocketFile: true,
    text: {
      en: 'A named pipe, as older versions used for `pickup` and `qmgr`. From 2.10 they are of type `unix`.',
      ja: '名前付きパイプで、古いバージョンの `pickup` と `qmgr` に使われていました。2.10 からはどちらもタイプ `unix` です。',
    },
  },
  pass: {
    since: '2.5',
    isSocketFile: true,
    text: {
      en: 'A local socket over which a program such as `postscreen` hands on open connections.',
      ja: '`postscreen` などが、開いた接続を引き渡すためのローカルのソケットです。',
    },
  },
  'unix-dgram': {
    since: '3.4',
    isSocketFile: true,
    text: {
      en: 'A local datagram socket, for `postlogd` alone.',
      ja: 'ローカルのデータグラムソケットで、`postlogd` だけが使います。',
    },
  },
};

/** The library that a program's main loop comes from: `single_server(3)` and its sisters. */
export type ServerSkeleton = 'single' | 'multi' | 'event' | 'trigger' | 'dgram';

/** The types of service that a program with that skeleton can run as. */
export const TYPES_OF_SKELETON: Readonly<Record<ServerSkeleton, readonly string[]>> = {
  single: ['inet', 'unix', 'pass'],
  multi: ['inet', 'unix', 'pass'],
  event: ['inet', 'unix', 'pass'],
  trigger: ['unix', 'fifo', 'pass'],
  dgram: ['unix-dgram'],
};

/** The option letters that a person may write in master.cf; the others are for master(8). */
export const DAEMON_OPTIONS: Readonly<Record<string, { readonly text: Text }>> = {
  o: {
    text: {
      en: 'Sets a main.cf parameter for this service alone. Write `-o name=value` without blanks around `=` or in the value, or from 3.0 `-o { name = value }`. The last of several for one parameter counts. Commands such as `sendmail` and all other services go on with main.cf.',
      ja: 'このサービスだけに main.cf のパラメータを設定します。`-o name=value` と書き、`=` の前後や値の中に空白は入れません。3.0 以降は `-o { name = value }` とも書けます。同じパラメータを何度も書くと、最後のものが有効です。`sendmail` などのコマンドやほかのサービスには影響しません。',
    },
  },
  v: {
    text: {
      en: 'Makes the service write a detailed log; each further `-v` makes it more detailed. It fills the log quickly, so take it out when you have seen enough. To follow the talk with a single server or client, `debug_peer_list` in main.cf is better aimed.',
      ja: 'サービスのログを詳しくします。`-v` を重ねるとさらに詳しくなります。ログはすぐに膨れ上がるので、用が済んだら外してください。特定のサーバーやクライアントとのやり取りだけを見たいなら、main.cf の `debug_peer_list` のほうが向いています。',
    },
  },
  D: {
    text: {
      en: 'Runs the command in `debugger_command` whenever a process of the service starts, so that a debugger can watch it. If that parameter is empty, the process dies at once. Needed only to look for faults in Postfix itself.',
      ja: 'サービスのプロセスが起動するたびに `debugger_command` のコマンドを実行し、デバッガーで調べられるようにします。このパラメータが空だと、プロセスはすぐに終了します。Postfix 自体の不具合を調べるとき以外は不要です。',
    },
  },
};

/** A word such as `user=vmail` after the options. */
export interface AttributeFacts extends Lifetime {
  readonly form: 'command' | 'user' | 'letters' | 'bytes' | 'directory' | 'address' | 'escapes';
  readonly isRequired?: boolean;
  /** All words after it belong to it. */
  readonly isLast?: boolean;
  readonly default?: string;
  readonly letters?: Readonly<Record<string, FlagFacts>>;
  /** The names that are replaced in a command where it says `$name`, `${name}` or `$(name)`. */
  readonly macros?: Readonly<Record<string, MacroFacts>>;
  readonly text: Text;
}

/** A letter of `flags=`. */
export interface FlagFacts extends Lifetime {
  /** It needs `<service>_destination_recipient_limit = 1`. */
  readonly needsOneRecipient?: boolean;
  readonly text: Text;
}

/** A name that stands for something of the message in a command. */
export interface MacroFacts extends Lifetime {
  /** An argument that has it is given once for each recipient. */
  readonly isPerRecipient?: boolean;
  readonly text: Text;
}

/** A program in daemon_directory that master(8) can run. */
export interface ProgramFacts extends Lifetime {
  readonly skeleton: ServerSkeleton;
  /**
   * What it does with words after its options: dies ("unexpected command-line argument"), knows some attributes and
   * dies of any other, or ignores all.
   */
  readonly operands: 'refused' | 'attributes' | 'ignored';
  readonly attributes?: Readonly<Record<string, AttributeFacts>>;
  /** What the columns must say, or the program does not do its work; `since` where it did not always care. */
  readonly requires?: ColumnRequirement;
  /** The manual says that it does not run in a chroot jail. */
  readonly noChroot?: boolean;
  /** The manual says that it needs a wakeup time. */
  readonly needsWakeup?: boolean;
  /** The program whose manual page describes it, where it is only another name. */
  readonly sameAs?: string;
  readonly text: Text;
}

export interface ColumnRequirement {
  readonly since?: string;
  readonly process_limit?: '0' | '1';
  readonly unprivileged?: 'y' | 'n';
}

const PIPE_FLAGS: Readonly<Record<string, FlagFacts>> = {
  B: {
    text: {
      en: 'Appends an empty line to the message, for programs that find the next message in a file by it.',
      ja: 'メールの最後に空行を加えます。ファイルの中で次のメールの始まりを空行で見分けるプログラム向けです。',
    },
  },
  D: {
    needsOneRecipient: true,
    text: {
      en: 'Adds the header `Delivered-To:` with the recipient. From 2.5 a message that has the same one already is returned as a loop.',
      ja: '宛先を書いた `Delivered-To:` ヘッダーを加えます。2.5 以降は、同じものが既にあるメールをループとみなして送り返します。',
    },
  },
  F: {
    text: {
      en: 'Begins the message with a line `From sender date`, as UUCP and mbox files have it.',
      ja: 'UUCP や mbox ファイルのように、`From sender date` という行をメールの先頭に置きます。',
    },
  },
  O: {
    needsOneRecipient: true,
    text: {
      en: 'Adds the header `X-Original-To:` with the recipient as it was before aliases and rewriting.',
      ja: 'エイリアスや書き換えの前の宛先を書いた `X-Original-To:` ヘッダーを加えます。',
    },
  },
  R: {
    text: {
      en: 'Adds the header `Return-Path:` with the envelope sender.',
      ja: 'エンベロープ送信者を書いた `Return-Path:` ヘッダーを加えます。',
    },
  },
  X: {
    since: '2.5',
    text: {
      en: 'Declares that the delivery ends with the command: notices of success then say “delivered” and not “relayed”.',
      ja: 'このコマンドが最終的な配送であることを示します。配送成功の通知が「relayed」ではなく「delivered」になります。',
    },
  },
  h: {
    text: {
      en: 'Writes the domains of recipients, `$domain` and `$nexthop` in lower case in the arguments.',
      ja: '引数の中の宛先のドメインと、`$domain` と `$nexthop` を小文字にします。',
    },
  },
  q: {
    text: {
      en: 'Quotes blanks and special characters before the `@` of `$sender`, `$recipient` and `$original_recipient`.',
      ja: '`$sender`、`$recipient`、`$original_recipient` の `@` より前にある空白や特殊な文字を引用符で囲みます。',
    },
  },
  u: {
    text: {
      en: 'Writes what is before the `@` of recipients in lower case in the arguments.',
      ja: '引数の中の宛先の `@` より前の部分を小文字にします。',
    },
  },
  '.': {
    text: {
      en: 'Puts a further dot before lines that begin with a dot, as BSMTP needs it.',
      ja: 'ドットで始まる行の前に、もう一つドットを加えます。BSMTP に必要です。',
    },
  },
  '>': {
    text: {
      en: 'Puts `>` before lines that begin with the word `From`, which mbox software would take for a new message.',
      ja: '`From` という語で始まる行の前に `>` を加えます。mbox を扱うソフトが新しいメールの始まりと間違えるのを防ぎます。',
    },
  },
};

const CLIENT_FLAGS: Readonly<Record<string, FlagFacts>> = {
  D: {
    needsOneRecipient: true,
    text: {
      en: 'Adds the header `Delivered-To:` with the recipient. A message that has the same one already is returned as a loop.',
      ja: '宛先を書いた `Delivered-To:` ヘッダーを加えます。同じものが既にあるメールはループとみなして送り返します。',
    },
  },
  O: {
    needsOneRecipient: true,
    text: {
      en: 'Adds the header `X-Original-To:` with the recipient as it was before aliases and rewriting.',
      ja: 'エイリアスや書き換えの前の宛先を書いた `X-Original-To:` ヘッダーを加えます。',
    },
  },
  R: {
    text: {
      en: 'Adds the header `Return-Path:` with the envelope sender, as final delivery does.',
      ja: '最終的な配送と同じように、エンベロープ送信者を書いた `Return-Path:` ヘッダーを加えます。',
    },
  },
  X: {
    text: {
      en: 'Makes notices of success say “delivered” and not “relayed”. It counts for LMTP only, with servers that have no DSN.',
      ja: '配送成功の通知を「relayed」ではなく「delivered」にします。LMTP で、相手のサーバーが DSN に対応していないときだけ働きます。',
    },
  },
};

const CLIENT_ATTRIBUTES: Readonly<Record<string, AttributeFacts>> = {
  flags: {
    since: '3.5',
    form: 'letters',
    letters: CLIENT_FLAGS,
    text: {
      en: 'Adds headers that the mailbox server leaves out, or marks the delivery as the last one: a letter for each. An unknown letter keeps the program from working. It stands after all `-o` options.',
      ja: 'メールボックスサーバーが付けないヘッダーを加えるか、最終的な配送であることを示します。どれにするかを文字で選びます。未知の文字があるとプログラムは動きません。すべての `-o` より後ろに書きます。',
    },
  },
};

const PIPE_MACROS: Readonly<Record<string, MacroFacts>> = {
  client_address: {
    since: '2.2',
    text: {
      en: 'The IP address of the client that handed the message in.',
      ja: 'メールを送ってきたクライアントの IP アドレスです。',
    },
  },
  client_helo: {
    since: '2.2',
    text: {
      en: 'The name that this client gave with HELO or EHLO.',
      ja: 'そのクライアントが HELO や EHLO で名乗った名前です。',
    },
  },
  client_hostname: {
    since: '2.2',
    text: {
      en: 'The host name of the client, from DNS, or `unknown`.',
      ja: 'DNS で調べたクライアントのホスト名で、分からなければ `unknown` です。',
    },
  },
  client_port: {
    since: '2.5',
    text: { en: 'The TCP port of the client.', ja: 'クライアント側の TCP ポートです。' },
  },
  client_protocol: {
    since: '2.2',
    text: {
      en: 'The protocol that the client used, such as `ESMTP`.',
      ja: '`ESMTP` など、クライアントが使ったプロトコルです。',
    },
  },
  domain: {
    since: '2.5',
    isPerRecipient: true,
    text: {
      en: 'What follows the `@` of the recipient.',
      ja: '宛先の `@` より後ろの部分です。',
    },
  },
  envid: {
    since: '3.9',
    text: {
      en: 'The envelope ID that the sender chose for notices (DSN), or nothing.',
      ja: '通知（DSN）のために送信者が決めたエンベロープ ID で、なければ空です。',
    },
  },
  extension: {
    isPerRecipient: true,
    text: {
      en: 'The extension of the recipient: `foo` for `user+foo@example.jp`, where `recipient_delimiter` is `+`. Often empty.',
      ja: '宛先の拡張部分です。`recipient_delimiter` が `+` なら、`user+foo@example.jp` の `foo` です。多くの場合は空です。',
    },
  },
  mailbox: {
    isPerRecipient: true,
    text: {
      en: 'All that is before the `@` of the recipient: `user+foo` for `user+foo@example.jp`.',
      ja: '宛先の `@` より前のすべてです。`user+foo@example.jp` なら `user+foo` です。',
    },
  },
  nexthop: {
    text: {
      en: 'The next destination: what follows the colon in `transport_maps`, or what else the routing has chosen.',
      ja: '次の配送先です。`transport_maps` のコロンの後に書いたものか、それ以外の設定で決まった経路です。',
    },
  },
  original_recipient: {
    since: '2.5',
    isPerRecipient: true,
    text: {
      en: 'The recipient as it was before aliases and rewriting.',
      ja: 'エイリアスや書き換えの前の宛先です。',
    },
  },
  queue_id: {
    since: '2.11',
    text: { en: 'The queue ID of the message, as in the log.', ja: 'ログに出るものと同じ、メールのキュー ID です。' },
  },
  recipient: {
    isPerRecipient: true,
    text: { en: 'The complete address of the recipient.', ja: '宛先の完全なアドレスです。' },
  },
  sasl_method: {
    since: '2.2',
    text: {
      en: 'The login method of the client, such as `PLAIN`.',
      ja: '`PLAIN` など、クライアントがログインに使った方式です。',
    },
  },
  sasl_sender: {
    since: '2.2',
    text: {
      en: 'The original submitter that the client named after `AUTH=` in MAIL FROM.',
      ja: 'クライアントが MAIL FROM の `AUTH=` で伝えた、元の送信者です。',
    },
  },
  sasl_username: {
    since: '2.2',
    text: { en: 'The name with which the client logged in.', ja: 'クライアントがログインした名前です。' },
  },
  sender: {
    text: {
      en: 'The envelope sender. For error notices, which have none, it is what `null_sender=` says, else `MAILER-DAEMON`.',
      ja: 'エンベロープ送信者です。送信者が空のエラー通知では、`null_sender=` の文字列か、指定がなければ `MAILER-DAEMON` になります。',
    },
  },
  size: {
    text: { en: 'The size of the message in bytes, roughly.', ja: 'メールのおよそのバイト数です。' },
  },
  user: {
    isPerRecipient: true,
    text: {
      en: 'What is before the `@` of the recipient, without the extension: `user` for `user+foo@example.jp`.',
      ja: '宛先の `@` より前から拡張部分を除いたものです。`user+foo@example.jp` なら `user` です。',
    },
  },
};

const PIPE_ATTRIBUTES: Readonly<Record<string, AttributeFacts>> = {
  argv: {
    form: 'command',
    isRequired: true,
    isLast: true,
    macros: PIPE_MACROS,
    text: {
      en: 'Names the command and its arguments; all that follows in the entry belongs to it. No shell reads it: quotes, `|` and `>` have no meaning, and from 3.0 an argument with blanks stands in `{ }`. Macros such as `${recipient}` are replaced, but no parameters of main.cf: an unknown name defers the mail. So does a program that cannot be run.',
      ja: '実行するコマンドとその引数です。ここから後ろはすべてコマンドのものになります。シェルを通さないので、引用符や `|`、`>` に特別な意味はありません。3.0 以降は、空白を含む引数を `{ }` で囲めます。`${recipient}` などのマクロは置き換えられますが、main.cf のパラメータは使えません。未知の名前があるときや、プログラムを実行できないときは、メールはキューに残ります。',
    },
  },
  user: {
    form: 'user',
    isRequired: true,
    text: {
      en: 'Names the account that runs the command, with another group as `account:group` if needed. It must exist on the machine. Neither root nor `mail_owner` is accepted, nor one of their groups or `setgid_group`: the program then dies at every delivery.',
      ja: 'コマンドを実行するアカウントです。グループを変えるときは `account:group` と書きます。アカウントはこのマシンに存在しなければなりません。root と `mail_owner`、それらのグループ、`setgid_group` は拒否され、配送のたびにプログラムが異常終了します。',
    },
  },
  flags: {
    form: 'letters',
    letters: PIPE_FLAGS,
    text: {
      en: 'Says by letters what is added to the message and how addresses are written in the arguments. Without it the command gets the message as it is. An unknown letter makes the program die at every delivery.',
      ja: 'メールに何を加えるか、引数のアドレスをどう書くかを文字で選びます。指定しなければ、メールはそのままコマンドに渡されます。未知の文字があると、配送のたびにプログラムが異常終了します。',
    },
  },
  directory: {
    since: '2.2',
    form: 'directory',
    text: {
      en: 'Changes to this directory before the command starts; otherwise it starts in `queue_directory`. The account in `user=` must have access, or the mail is deferred.',
      ja: 'このディレクトリに移ってからコマンドを実行します。指定しなければ `queue_directory` で実行します。`user=` のアカウントが入れないディレクトリだと、メールはキューに残ります。',
    },
  },
  chroot: {
    since: '2.3',
    form: 'directory',
    text: {
      en: 'Locks the command into this directory. It happens before anything else, so `directory=` and the path after `argv=` begin there. It has nothing to do with the column of that name, which is for the program `pipe` itself.',
      ja: 'コマンドをこのディレクトリに閉じ込めます。最初に行われるので、`directory=` と `argv=` のパスはその中から数えます。同じ名前の列は `pipe` 自身のためのもので、これとは関係ありません。',
    },
  },
  null_sender: {
    since: '2.3',
    form: 'address',
    default: 'MAILER-DAEMON',
    text: {
      en: 'Stands in for the empty sender of error notices, in `${sender}` and in the lines that `flags=` adds; without it `MAILER-DAEMON` does. An empty `null_sender=` is right for a content filter that gives mail back to Postfix. Then write `-f ${sender}` as two arguments, or the next one is taken for the address.',
      ja: 'エラー通知の空の送信者の代わりに、`${sender}` と、`flags=` が加える行に書く文字列です。指定しなければ `MAILER-DAEMON` です。Postfix にメールを戻すコンテンツフィルターでは、空の `null_sender=` にします。そのときは `-f ${sender}` と二つの引数に分けて書かないと、次の引数がアドレスとみなされます。',
    },
  },
  size: {
    form: 'bytes',
    default: '0',
    text: {
      en: 'Returns messages that are larger than this many bytes to their senders, without running the command. `0` sets no limit here; `message_size_limit` still applies to all mail.',
      ja: 'このバイト数を超えるメールは、コマンドを実行せずに送信者に返します。`0` ならここでは制限しません。すべてのメールへの制限は `message_size_limit` です。',
    },
  },
  eol: {
    form: 'escapes',
    default: '\\n',
    text: {
      en: 'Ends every line of the message with these characters instead of `\\n`. Write `\\r\\n` for a command that wants lines as in SMTP. Escapes as in C are possible: `\\t`, `\\015`.',
      ja: 'メールの各行の終わりを、`\\n` の代わりにこの文字にします。SMTP と同じ改行を求めるコマンドには `\\r\\n` と書きます。`\\t` や `\\015` のような C 言語のエスケープを使えます。',
    },
  },
};

const SPAWN_ATTRIBUTES: Readonly<Record<string, AttributeFacts>> = {
  argv: {
    form: 'command',
    isRequired: true,
    isLast: true,
    text: {
      en: 'Names the command to run for each connection, and its arguments; all that follows in the entry belongs to it. No shell reads it, and no `$name` is replaced. From 3.0 an argument with blanks stands in `{ }`.',
      ja: '接続ごとに実行するコマンドとその引数です。ここから後ろはすべてコマンドのものになります。シェルを通さず、`$name` も置き換えません。3.0 以降は、空白を含む引数を `{ }` で囲めます。',
    },
  },
  user: {
    form: 'user',
    isRequired: true,
    text: {
      en: 'Names the account that runs the command, with another group as `account:group` if needed. Neither root nor `mail_owner` is accepted, nor one of their groups: the program then dies at every connection.',
      ja: 'コマンドを実行するアカウントです。グループを変えるときは `account:group` と書きます。root と `mail_owner`、それらのグループは拒否され、接続のたびにプログラムが異常終了します。',
    },
  },
};

const ALONE: ColumnRequirement = { process_limit: '1' };
const UNLIMITED: ColumnRequirement = { process_limit: '0' };
const PRIVILEGED: ColumnRequirement = { since: '2.2', unprivileged: 'n' };

/** The programs, by their names in daemon_directory. */
export const PROGRAMS: Readonly<Record<string, ProgramFacts>> = {
  anvil: {
    since: '2.2',
    skeleton: 'multi',
    operands: 'refused',
    requires: ALONE,
    text: {
      en: 'Counts connections and requests for each client, for the limits of `smtpd`. Every `smtpd` process reports to it and compares the answers with `smtpd_client_connection_count_limit`, `smtpd_client_connection_rate_limit` and the like; without it these limits have no effect. All counts must be in one process, so the process limit is `1`.',
      ja: '`smtpd` の制限のために、接続元ごとの接続や要求の回数を数えます。`smtpd` の各プロセスがここに報告し、その答えを `smtpd_client_connection_count_limit` や `smtpd_client_connection_rate_limit` などと比べます。これがないと、制限は働きません。一つのプロセスですべてを数えるため、プロセス数の上限は `1` にします。',
    },
  },
  bounce: {
    skeleton: 'single',
    operands: 'refused',
    requires: UNLIMITED,
    text: {
      en: 'Records why mail could not be delivered, and writes the notices that senders get. It runs as three services: `bounce`, `defer` and `trace`. Delivery programs report to it, and the queue manager asks it for the notice. The process limit must be `0`.',
      ja: 'メールを配送できなかった理由を記録し、送信者への通知を作ります。`bounce`、`defer`、`trace` の三つのサービスとして動きます。配送プログラムが結果を報告し、キューマネージャーが通知を依頼します。プロセス数の上限は `0` にします。',
    },
  },
  cleanup: {
    skeleton: 'single',
    operands: 'refused',
    requires: UNLIMITED,
    text: {
      en: 'Completes, rewrites and checks each message, then puts it into the queue. All new mail passes through it, whether it comes from `smtpd`, from `pickup` or from Postfix itself. Here `canonical_maps`, `virtual_alias_maps` and `header_checks` apply. The process limit must be `0` and the service public (`n` in the third column), or no mail comes in.',
      ja: 'メールを補完し、書き換え、検査してからキューに入れます。`smtpd` や `pickup` から来るものも Postfix 自身が作るものも、新しいメールはすべてここを通ります。`canonical_maps`、`virtual_alias_maps`、`header_checks` はここで適用されます。プロセス数の上限を `0` にし、3列目を `n` にして公開しないと、メールを受け取れません。',
    },
  },
  discard: {
    since: '2.2',
    skeleton: 'single',
    operands: 'refused',
    text: {
      en: 'Throws away all mail that it is given, and reports it as delivered. `discard:` in `transport_maps` sends the mail for an address or a domain here; a text after the colon appears in the log as the reason. The sender gets no error notice.',
      ja: '渡されたメールをすべて捨て、配送に成功したと報告します。`transport_maps` に `discard:` と書くと、そのアドレスやドメイン宛てのメールがここに渡されます。コロンの後の文字列は、理由としてログに残ります。送信者にエラー通知は送られません。',
    },
  },
  dnsblog: {
    since: '2.8',
    skeleton: 'single',
    operands: 'refused',
    requires: UNLIMITED,
    text: {
      en: 'Looks up clients in DNS block lists for `postscreen`. It is needed as soon as `postscreen_dnsbl_sites` names a list, and used by nothing else. The process limit must be `0`, because there are many look-ups at the same time.',
      ja: '`postscreen` のために、接続元を DNS ブロックリストで調べます。`postscreen_dnsbl_sites` にリストを書くなら必要で、ほかには使われません。多くの検索を同時に行うため、プロセス数の上限は `0` にします。',
    },
  },
  error: {
    skeleton: 'single',
    operands: 'refused',
    text: {
      en: 'Fails every delivery that it is given, with the destination as the reason. As the service `error` it returns the mail to the sender; as the service `retry`, from 2.4 on, it keeps the mail in the queue. From 2.4 it works under these two names only.',
      ja: '渡されたメールの配送をすべて失敗させ、配送先として書かれた文字列を理由にします。サービス `error` としては送信者に返し、2.4 からあるサービス `retry` としてはキューに残します。2.4 以降は、この二つの名前でしか動きません。',
    },
  },
  flush: {
    skeleton: 'single',
    operands: 'refused',
    requires: UNLIMITED,
    needsWakeup: true,
    text: {
      en: 'Knows which waiting mail is for which domain, so that it can be sent when somebody asks: by `sendmail -qR`, `postqueue -s` or the ETRN command of SMTP. Only domains in `fast_flush_domains` are recorded. The process limit must be `0`, the service public (`n` in the third column), and a wakeup time lets it refresh its records.',
      ja: 'どのメールがどのドメイン宛てに待っているかを記録し、`sendmail -qR`、`postqueue -s`、SMTP の ETRN コマンドで求められたときに送れるようにします。記録するのは `fast_flush_domains` のドメインだけです。プロセス数の上限は `0`、3列目は `n`（公開）にします。記録を更新するために、起動間隔も必要です。',
    },
  },
  lmtp: {
    skeleton: 'single',
    operands: 'attributes',
    attributes: CLIENT_ATTRIBUTES,
    sameAs: 'smtp',
    text: {
      en: 'Delivers mail to a mailbox server by LMTP. A value such as `lmtp:unix:private/dovecot-lmtp` in `virtual_transport` or `mailbox_transport` selects its service. From 2.3 it is the program `smtp` under another name, which reads the `lmtp_*` parameters in place of `smtp_*`.',
      ja: 'LMTP でメールボックスサーバーにメールを配送します。`virtual_transport` や `mailbox_transport` に `lmtp:unix:private/dovecot-lmtp` のように書くと、このサービスが選ばれます。2.3 以降は、プログラム `smtp` を別の名前で動かしたもので、`smtp_*` の代わりに `lmtp_*` のパラメータを使います。',
    },
  },
  local: {
    skeleton: 'single',
    operands: 'refused',
    requires: PRIVILEGED,
    noChroot: true,
    text: {
      en: 'Delivers mail to the accounts of this machine, for the domains in `mydestination`. Aliases (`alias_maps`) and `.forward` files come first, then `mailbox_command`, `home_mailbox` and the like. It acts as the user who gets the mail, so it needs root privileges: `n` in the fourth column. It is not made for a chroot.',
      ja: '`mydestination` のドメイン宛てのメールを、このマシンのアカウントに配送します。エイリアス（`alias_maps`）と `.forward` ファイルが先で、続いて `mailbox_command` や `home_mailbox` などに従います。受け取る利用者の権限で動くために root 権限が必要なので、4列目は `n` にします。chroot で動かすようには作られていません。',
    },
  },
  nbdb_reindexd: {
    since: '3.11',
    skeleton: 'single',
    operands: 'ignored',
    requires: { process_limit: '1', unprivileged: 'n' },
    text: {
      en: 'Rebuilds `hash` and `btree` tables in another format, where Berkeley DB is no longer available. The command `postfix non-bdb enable-reindex` sets it up; a program that misses a table then asks it to run `postmap` or `postalias`. It has root privileges (`n` in the fourth column) and the process limit `1`. Leave it on only until the tables are there: in the long run it is a security risk.',
      ja: 'Berkeley DB が使えなくなった環境で、`hash` や `btree` のテーブルを別の形式で作り直します。`postfix non-bdb enable-reindex` コマンドで有効にすると、テーブルが見つからないプログラムの求めに応じて `postmap` や `postalias` を実行します。root 権限（4列目の `n`）とプロセス数の上限 `1` が必要です。テーブルがそろったら無効にしてください。長く残しておくと、セキュリティ上の危険があります。',
    },
  },
  nqmgr: {
    skeleton: 'trigger',
    operands: 'refused',
    requires: ALONE,
    needsWakeup: true,
    sameAs: 'qmgr',
    text: {
      en: 'Runs the queue manager `qmgr` under the name that it had before 2.1. Old entries work as before; write `qmgr` in new ones.',
      ja: 'キューマネージャー `qmgr` を、2.1 より前の名前で動かします。古い行はそのまま動きますが、新しく書くなら `qmgr` にしてください。',
    },
  },
  oqmgr: {
    since: '2.1',
    skeleton: 'trigger',
    operands: 'refused',
    requires: ALONE,
    needsWakeup: true,
    text: {
      en: 'Manages the queue as Postfix did before 2.1. It lacks the scheduling by which `qmgr` keeps mail to very many recipients from holding up the rest, and there is hardly a reason to use it. It takes the place of `qmgr` in the service of that name, with the same process limit of `1`.',
      ja: '2.1 より前の Postfix と同じ方法でキューを管理します。宛先のとても多いメールがほかのメールを妨げないようにする、`qmgr` のスケジューリングがありません。使う理由はほとんどありません。使うなら、同じ名前のサービスの中で `qmgr` と置き換えます。プロセス数の上限は同じく `1` です。',
    },
  },
  pickup: {
    skeleton: 'trigger',
    operands: 'refused',
    requires: ALONE,
    needsWakeup: true,
    text: {
      en: 'Collects mail that programs on this machine hand in by `sendmail`. That command leaves it in the directory `maildrop` of the queue and tells this service; the wakeup time is for mail that was overlooked. The process limit must be `1` and the service public (`n` in the third column). Without it mail from cron or a web page never gets on its way.',
      ja: 'このマシンのプログラムが `sendmail` コマンドで渡したメールを回収します。メールはキューのディレクトリ `maildrop` に置かれ、このサービスに知らされます。起動間隔は、見落としたメールを拾うためです。プロセス数の上限は `1`、3列目は `n`（公開）にします。これがないと、cron や Web ページからのメールは送られません。',
    },
  },
  pipe: {
    skeleton: 'single',
    operands: 'attributes',
    attributes: PIPE_ATTRIBUTES,
    requires: PRIVILEGED,
    noChroot: true,
    text: {
      en: 'Delivers mail by running an external command for it, which gets the message on its standard input. `user=` and, as the last attribute, `argv=` must follow. The exit status decides: 0 is success, 75 tries again later, most others return the mail, and so does a command that runs too long (`command_time_limit`). It needs root privileges, `n` in the fourth column, and is not made for a chroot.',
      ja: '外部コマンドを実行してメールを配送します。メールはコマンドの標準入力に渡されます。`user=` と、最後に `argv=` が必要です。結果は終了コードで決まります。0 なら成功、75 なら後でやり直し、ほかのほとんどの値と、時間がかかりすぎたとき（`command_time_limit`）は送信者に返します。root 権限が必要なので4列目は `n` にします。chroot で動かすようには作られていません。',
    },
  },
  postlogd: {
    since: '3.4',
    skeleton: 'dgram',
    operands: 'refused',
    requires: ALONE,
    text: {
      en: 'Writes the log to a file or to the standard output, as `maillog_file` says. All other programs send it their lines through the service `postlog`, of type `unix-dgram`. That must be public (`n` in the third column) and have the process limit `1`. Where `maillog_file` is empty, the log goes to syslog and this program has nothing to do.',
      ja: '`maillog_file` の設定に従い、ログをファイルか標準出力に書き込みます。ほかのすべてのプログラムは、タイプが `unix-dgram` のサービス `postlog` を通してログを渡します。3列目は `n`（公開）、プロセス数の上限は `1` にします。`maillog_file` が空なら、ログは syslog に送られ、このプログラムの出番はありません。',
    },
  },
  postscreen: {
    since: '2.8',
    skeleton: 'event',
    operands: 'ignored',
    requires: ALONE,
    text: {
      en: 'Stands before `smtpd` on port 25 and turns spam programs away before they take up a server process. One process looks at all connections, so the process limit must be `1`; those that pass go on to the service `smtpd` of type `pass`. It needs `dnsblog` for `postscreen_dnsbl_sites`, and `tlsproxy` for STARTTLS. Do not use it on ports where users log in.',
      ja: '25番ポートで `smtpd` の前に立ち、迷惑メールの送信プログラムを、サーバーのプロセスを使わせる前に追い返します。一つのプロセスですべての接続を調べるため、プロセス数の上限は `1` にします。通過した接続は、タイプが `pass` のサービス `smtpd` に渡します。`postscreen_dnsbl_sites` には `dnsblog` が、STARTTLS には `tlsproxy` が必要です。利用者がログインするポートでは使わないでください。',
    },
  },
  proxymap: {
    skeleton: 'multi',
    operands: 'refused',
    noChroot: true,
    text: {
      en: 'Reads lookup tables for other processes, and as the service `proxywrite` also changes them. A table with `proxy:` before its type is opened here: outside the chroot of the program that asks, and once for many processes. Only tables in `proxy_read_maps` and `proxy_write_maps` are served. `proxywrite` should have the process limit `1`, or two processes spoil the same file.',
      ja: 'ほかのプロセスのためにルックアップテーブルを読み、サービス `proxywrite` としては書き込みもします。テーブルの種類の前に `proxy:` を付けると、ここで開きます。使うプログラムの chroot の外にあるものを読め、多くのプロセスで接続を共有できます。対象は `proxy_read_maps` と `proxy_write_maps` のテーブルだけです。二つのプロセスが同じファイルを壊さないよう、`proxywrite` のプロセス数の上限は `1` にします。',
    },
  },
  qmgr: {
    skeleton: 'trigger',
    operands: 'refused',
    requires: ALONE,
    needsWakeup: true,
    text: {
      en: 'Manages the queue: decides when each message is tried, and hands it to a delivery program. The route comes from `trivial-rewrite`. The process limit must be `1` and the service public (`n` in the third column); the wakeup time sees to it that it runs and looks for new mail. Without it nothing is delivered.',
      ja: 'キューを管理し、それぞれのメールをいつ試すかを決めて配送プログラムに渡します。経路は `trivial-rewrite` に尋ねます。プロセス数の上限は `1`、3列目は `n`（公開）にします。起動間隔は、これが必ず動いて新しいメールを探すために必要です。これがないと、何も配送されません。',
    },
  },
  qmqpd: {
    skeleton: 'single',
    operands: 'refused',
    text: {
      en: 'Receives mail by QMQP, a protocol of qmail. Only clients in `qmqpd_authorized_clients` are served, and that list is empty unless you fill it. Hardly anybody needs it.',
      ja: 'qmail の QMQP プロトコルでメールを受け取ります。受け付けるのは `qmqpd_authorized_clients` に書いたクライアントだけで、既定では空です。必要になることはまれです。',
    },
  },
  scache: {
    since: '2.2',
    skeleton: 'multi',
    operands: 'refused',
    requires: ALONE,
    text: {
      en: 'Keeps open connections of the SMTP client for a moment, so that the next message to the same place can use them. The client puts them here when a destination has much mail (`smtp_connection_cache_on_demand`) or is listed in `smtp_connection_cache_destinations`. The process limit must be `1`.',
      ja: 'SMTPクライアントの接続をしばらく開いたまま保持し、同じ配送先への次のメールで使い回せるようにします。接続が預けられるのは、配送先へのメールが多いとき（`smtp_connection_cache_on_demand`）と、配送先が `smtp_connection_cache_destinations` にあるときです。プロセス数の上限は `1` にします。',
    },
  },
  showq: {
    skeleton: 'single',
    operands: 'refused',
    text: {
      en: 'Lists the messages in the queue, and why they wait. `mailq` and `postqueue -p` show what it tells them. They look for it among the public services: `n` in the third column.',
      ja: 'キューにあるメールと、待っている理由を一覧にします。`mailq` や `postqueue -p` は、その答えを表示しています。公開されたサービスとして探されるため、3列目は `n` にします。',
    },
  },
  smtp: {
    skeleton: 'single',
    operands: 'attributes',
    attributes: CLIENT_ATTRIBUTES,
    text: {
      en: 'Delivers mail to other servers by SMTP. It runs as the services `smtp` and `relay`, and under any name that you give a copy with other `-o` settings; `transport_maps` and the like choose between them. Each process makes one delivery at a time, so the process limit is the number of deliveries at the same time.',
      ja: 'SMTP でほかのサーバーにメールを配送します。`smtp` と `relay` のサービスとして動くほか、`-o` の設定を変えた複製を自分で付けた名前で動かせます。どれを使うかは `transport_maps` などで選びます。一つのプロセスは一度に一つの配送を行うため、プロセス数の上限が同時に行う配送の数になります。',
    },
  },
  smtpd: {
    skeleton: 'single',
    operands: 'refused',
    requires: { since: '2.3', unprivileged: 'y' },
    text: {
      en: 'Receives mail over the network by SMTP and decides what to accept. Each process serves one client at a time, so the process limit is the number of simultaneous connections. The ports for your users, 587 and 465, run it too, with `-o` settings of their own. From 2.3 it refuses to talk to the network with root privileges.',
      ja: 'ネットワークから SMTP でメールを受け取り、受け入れるかどうかを判断します。一つのプロセスは一度に一つのクライアントを扱うため、プロセス数の上限が同時に接続できる数になります。利用者のための587番と465番のポートでも、それぞれの `-o` を付けて動かします。2.3 以降、root 権限のままではネットワークからの接続を拒否します。',
    },
  },
  spawn: {
    skeleton: 'single',
    operands: 'attributes',
    attributes: SPAWN_ATTRIBUTES,
    requires: PRIVILEGED,
    noChroot: true,
    text: {
      en: 'Runs an external command for each connection, for example a policy server; its standard input and output are the connection. `user=` and, as the last attribute, `argv=` must follow. It needs root privileges, `n` in the fourth column. After `command_time_limit` the command is killed; a parameter such as `policy_time_limit` changes that for the service `policy`.',
      ja: 'ポリシーサーバーなどの外部コマンドを接続ごとに実行し、その標準入出力を接続につなぎます。`user=` と、最後に `argv=` が必要です。root 権限が必要なので、4列目は `n` にします。コマンドは `command_time_limit` を過ぎると強制終了されます。サービス `policy` だけ変えるには、`policy_time_limit` のようなパラメータを使います。',
    },
  },
  tlsmgr: {
    since: '2.2',
    skeleton: 'multi',
    operands: 'refused',
    requires: ALONE,
    text: {
      en: 'Supplies random numbers for TLS and keeps the caches of TLS sessions. `smtpd`, `smtp` and `tlsproxy` ask it when they start, and turn TLS off if it does not answer. The process limit must be `1`.',
      ja: 'TLS のための乱数を供給し、TLS セッションのキャッシュを管理します。`smtpd`、`smtp`、`tlsproxy` は起動するときにここに尋ね、答えがなければ TLS を使いません。プロセス数の上限は `1` にします。',
    },
  },
  tlsproxy: {
    since: '2.8',
    skeleton: 'event',
    operands: 'refused',
    requires: { since: '3.4', process_limit: '0' },
    text: {
      en: 'Does the encryption and decryption of TLS for other programs. `postscreen` uses it for clients that send STARTTLS, and from 3.4 the SMTP client for `smtp_tls_connection_reuse`. From 3.4 the process limit must be `0`.',
      ja: 'ほかのプログラムに代わって、TLS の暗号化と復号を行います。STARTTLS を使うクライアントのために `postscreen` が使い、3.4 以降は `smtp_tls_connection_reuse` のために SMTPクライアントも使います。3.4 以降、プロセス数の上限は `0` にします。',
    },
  },
  'trivial-rewrite': {
    skeleton: 'multi',
    operands: 'refused',
    text: {
      en: 'Completes addresses and finds the route of each recipient. `cleanup`, `smtpd` and `qmgr` ask it through the service `rewrite`; from `mydestination`, `transport_maps`, `relayhost` and the like it derives a transport and the next destination. Without it no mail comes in or goes out.',
      ja: 'アドレスを補完し、宛先ごとの経路を決めます。`cleanup`、`smtpd`、`qmgr` がサービス `rewrite` を通して尋ねると、`mydestination`、`transport_maps`、`relayhost` などから、トランスポートと次の配送先を導きます。これがないと、メールの受信も配送もできません。',
    },
  },
  verify: {
    since: '2.1',
    skeleton: 'multi',
    operands: 'refused',
    requires: ALONE,
    text: {
      en: 'Finds out whether addresses are deliverable, and remembers the answers. `smtpd` asks it for `reject_unverified_sender` and `reject_unverified_recipient`; for an address that it does not know it sends a probe, which is never delivered. The answers are in `address_verify_map`. The process limit must be `1`.',
      ja: 'アドレスに配送できるかどうかを調べ、結果を記憶します。`smtpd` が `reject_unverified_sender` と `reject_unverified_recipient` のために尋ねます。まだ結果のないアドレスには、実際には配送されない調査用のメールを送ります。結果は `address_verify_map` に保存されます。プロセス数の上限は `1` にします。',
    },
  },
  virtual: {
    skeleton: 'single',
    operands: 'refused',
    requires: { since: '2.3', unprivileged: 'n' },
    noChroot: true,
    text: {
      en: 'Delivers mail to mailboxes that belong to no account of this machine, for the domains in `virtual_mailbox_domains`. `virtual_mailbox_maps` has the paths, below `virtual_mailbox_base`; `virtual_uid_maps` and `virtual_gid_maps` have the owners. It needs root privileges, `n` in the fourth column, and is not made for a chroot. Where Dovecot stores the mail, it is not used.',
      ja: '`virtual_mailbox_domains` のドメイン宛てのメールを、このマシンのアカウントに属さないメールボックスに配送します。パスは `virtual_mailbox_base` の下で、`virtual_mailbox_maps` に書きます。所有者は `virtual_uid_maps` と `virtual_gid_maps` で決まります。root 権限が必要なので4列目は `n` にします。chroot で動かすようには作られていません。Dovecot がメールを格納する構成では使いません。',
    },
  },
};

/** The program of that name in any version. */
export function programNamed(name: string): ProgramFacts | undefined {
  return Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
}

/** The attributes that a program of that version accepts; undefined where it accepts any word. */
export function attributesOf(
  { operands, attributes }: ProgramFacts,
  version: PostfixVersion,
): ReadonlyMap<string, AttributeFacts> | undefined {
  if (operands === 'ignored') return undefined;
  return new Map(Object.entries(attributes ?? {}).filter(([, facts]) => existsIn(facts, version)));
}

/** The type of that name in any version. */
export function serviceTypeNamed(name: string): ServiceTypeFacts | undefined {
  return Object.hasOwn(SERVICE_TYPES, name) ? SERVICE_TYPES[name] : undefined;
}

/** The types that a version of Postfix knows. */
export function serviceTypesOf(version: PostfixVersion): string[] {
  return Object.keys(SERVICE_TYPES).filter((type) => existsIn(SERVICE_TYPES[type] as ServiceTypeFacts, version));
}

/** Whether an argument may stand in `{ … }`, so that it may have blanks in it. */
export function hasBraces(version: PostfixVersion): boolean {
  return isSince(version, '3.0');
}

/** The ports whose names services(5) usually has, and mail servers listen on. */
export const PORTS: Readonly<Record<string, number>> = {
  lmtp: 24,
  smtp: 25,
  mail: 25,
  submissions: 465,
  smtps: 465,
  ssmtp: 465,
  urd: 465,
  submission: 587,
  qmqp: 628,
};
