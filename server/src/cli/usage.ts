import type { Locale } from '../engine/locale';

interface Usage {
  readonly help: string;
  readonly noCommand: string;
  readonly oneMode: string;
  readonly oneDirectory: string;
  readonly explainWhat: string;
  readonly unknownName: (name: string, nearest: string | undefined) => string;
  readonly badCommand: (command: string) => string;
  readonly badOption: (message: string) => string;
  readonly badFormat: (format: string) => string;
  readonly badLanguage: (tag: string) => string;
  readonly badVersion: (text: string) => string;
}

/** What the command line says of itself. */
export const USAGE: Readonly<Record<Locale, Usage>> = {
  en: {
    help: `postfix-config: checks and explains the configuration of Postfix

  postfix-config check [--fix] [--format FORMAT] [FILE|DIRECTORY …]   reports mistakes in main.cf and master.cf
  postfix-config show -n|-x|-d|-M|-F|-P [DIRECTORY]                   prints what postconf would print (-x is -n -x)
  postfix-config relay [--format FORMAT] [QUESTION] [DIRECTORY]       tells who may send mail to whom through which service
  postfix-config explain NAME …                                       explains a parameter, restriction, service, rule …
  postfix-config serve --stdio                                        the language server, for any editor

  --fix                       of check: applies the safe fixes to the files first, then reports what remains
  --format FORMAT             of check: text; json; sarif (code scanning); github (marks in a pull request)
                              of relay: text; json
  --postfix-version VERSION   3.7 or 3.7.11; auto (the default) asks the postconf on the PATH, else the newest
  --lang en|ja                the language of the messages; else that of the environment
  --help, --version

A question to relay is about one message; without one, relay prints a table:
  --recipient ADDRESS         to whom; each question needs it
  --sender ADDRESS            from whom; <> is a bounce. Without it, an address of elsewhere
  --client ADDRESS            the IP address of the client. Without it, one that the server does not know
  --client-name NAME          its host name, or unknown. Without it, only DNS can tell
  --login USER                who has logged in; - is nobody, as without it
  --helo NAME                 what the client says in EHLO
  --no-tls                    the client stays without TLS
  --service NAME              one service only: its name in master.cf, or its port

Without a directory, /etc/postfix is read. Exit status: 0 no problem, 1 problems found, 2 could not run.
For relay, 1 means that strangers can send to anywhere, or that a service does not start.`,
    noCommand: 'Say what to do: check, show, relay, explain or serve. `postfix-config --help` tells more.',
    oneMode: 'Give one of -n, -x, -d, -M, -F and -P.',
    oneDirectory: 'Give one directory.',
    explainWhat: 'Say what to explain: a parameter, a restriction, a service, a program, a table type, a rule …',
    unknownName: (name, nearest) =>
      `There is nothing to explain under the name \`${name}\`.${nearest ? ` Did you mean \`${nearest}\`?` : ''}`,
    badCommand: (command) => `There is no command \`${command}\`: use check, show, relay, explain or serve.`,
    badOption: (message) => message,
    badFormat: (format) => `There is no format \`${format}\`: use text, json, sarif or github.`,
    badLanguage: (tag) => `There is no language \`${tag}\`: use en or ja.`,
    badVersion: (text) => `\`${text}\` is not a Postfix version: write 3.7, 3.7.11 or auto.`,
  },
  ja: {
    help: `postfix-config: Postfix の設定を検査し、説明します

  postfix-config check [--fix] [--format 形式] [ファイル|ディレクトリ …]   main.cf と master.cf の間違いを報告します
  postfix-config show -n|-x|-d|-M|-F|-P [ディレクトリ]                     postconf と同じ内容を表示します（-x は -n -x）
  postfix-config relay [--format 形式] [質問] [ディレクトリ]               誰がどのサービスからどこへ送信できるかを表示します
  postfix-config explain 名前 …                                            パラメータ、制限、サービス、ルールなどを説明します
  postfix-config serve --stdio                                             言語サーバー（どのエディターからでも使えます）

  --fix                  check の動作。先に安全な修正をファイルに適用し、残った問題を報告します
  --format 形式          check の出力。text、json、sarif（コードスキャン）、github（プルリクエストに印を付ける）
                         relay の出力。text、json
  --postfix-version 版   3.7 や 3.7.11。auto（既定）では PATH の postconf に尋ね、なければ最新とみなします
  --lang en|ja           メッセージの言語。省略すると環境変数に従います
  --help, --version

relay への質問は 1 通のメールについてのものです。質問がなければ表を表示します。
  --recipient アドレス   宛先。質問には必ず要ります
  --sender アドレス      差出人。<> はエラー通知。省略すると、よそのアドレス
  --client アドレス      接続元の IP アドレス。省略すると、サーバーの知らないアドレス
  --client-name 名前     接続元のホスト名、または unknown。省略すると、DNS しだいとみなします
  --login 利用者         ログインした利用者。- は誰もログインしていないことを表します（省略時も同じ）
  --helo 名前            接続元が EHLO で名乗る名前
  --no-tls               TLS を使わない接続
  --service 名前         1 つのサービスだけ。master.cf での名前か、ポート番号

ディレクトリを省略すると /etc/postfix を読みます。終了ステータス: 0 問題なし、1 問題あり、2 実行できない
relay の 1 は、見知らぬ相手がどこへでも送信できるか、起動しないサービスがあることを表します。`,
    noCommand:
      'check、show、relay、explain、serve のいずれかを指定してください。詳しくは `postfix-config --help` をご覧ください。',
    oneMode: '-n、-x、-d、-M、-F、-P のうち 1 つを指定してください。',
    oneDirectory: 'ディレクトリは 1 つだけ指定してください。',
    explainWhat:
      '説明する名前を指定してください（パラメータ、制限、サービス、プログラム、テーブルの形式、ルールなど）。',
    unknownName: (name, nearest) =>
      `\`${name}\` という名前の説明はありません。${nearest ? `\`${nearest}\` の間違いではありませんか？` : ''}`,
    badCommand: (command) =>
      `\`${command}\` というコマンドはありません。check、show、relay、explain、serve が使えます。`,
    badOption: (message) => `オプションが正しくありません: ${message}`,
    badFormat: (format) => `\`${format}\` という形式はありません。text、json、sarif、github が使えます。`,
    badLanguage: (tag) => `\`${tag}\` という言語はありません。en か ja を指定してください。`,
    badVersion: (text) =>
      `\`${text}\` は Postfix のバージョンではありません。3.7、3.7.11、auto のように指定してください。`,
  },
};
