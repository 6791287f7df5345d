import type { Text } from '../locale';
import type { Lifetime } from './version';

/** What is known of one way to write a `$` in a value, by mac_parse(3) and mac_expand(3). */
export interface ExpansionForm extends Lifetime {
  readonly form: string;
  readonly text: Text;
  /** With the settings of `EXAMPLE_SETTINGS`. */
  readonly example: { readonly value: string; readonly result: string };
}

/** What the examples assume. */
export const EXAMPLE_SETTINGS: Readonly<Record<string, string>> = {
  mydomain: 'example.jp',
  relayhost: '[smtp.example.jp]:587',
  smtp_bind_address: '',
  compatibility_level: '3.6',
};

/** The ways to write a `$`. */
export const EXPANSION_FORMS = {
  name: {
    form: '$name',
    text: {
      en: 'Is replaced by the value of the parameter, or of a name of your own that main.cf sets. The name ends at the first character that is no letter, digit or `_`. A name that nothing sets becomes nothing; `postconf -n` warns of it, the programs do not.',
      ja: 'パラメータか、main.cf で自分で設定した名前の値に置き換わります。名前は、英数字と `_` 以外の文字の前で終わります。どこにも設定のない名前は空になります。`postconf -n` は警告しますが、各プログラムは警告しません。',
    },
    example: { value: 'mail.$mydomain', result: 'mail.example.jp' },
  },
  braces: {
    form: '${name}',
    text: {
      en: 'Does the same as `$name`. The braces are needed where a letter, a digit or `_` follows the name.',
      ja: '`$name` と同じです。名前のすぐ後に英数字や `_` が続くときは、波かっこが必要です。',
    },
    example: { value: 'old_${mydomain}_new', result: 'old_example.jp_new' },
  },
  parentheses: {
    form: '$(name)',
    text: {
      en: 'Does the same as `${name}`, in an old way that may disappear from the manual. Write braces.',
      ja: '`${name}` と同じ意味の古い書き方です。波かっこで書いてください。',
    },
    example: { value: '$(mydomain)', result: 'example.jp' },
  },
  dollar: {
    form: '$$',
    text: {
      en: 'Stands for one dollar sign that is left alone, as in a regular expression or a password in main.cf. The settings file of a database client is not expanded, so there `$` is not doubled.',
      ja: '置き換えの対象にならない、1文字のドル記号を表します。main.cf の中の正規表現やパスワードなどに使います。データベースのクライアントの設定ファイルは展開されないので、そこでは `$` を重ねません。',
    },
    example: { value: '100$$', result: '100$' },
  },
  whenSet: {
    since: '2.2',
    form: '${name?text}',
    text: {
      en: 'Becomes the text where the name has a value, and nothing where it is empty or not set. All up to the closing brace is the text, even a `:`. From 3.0 the text can have braces of its own, which allow blanks around it and a second text.',
      ja: '名前に値があれば指定した文字列になり、空か未設定なら何も残りません。閉じ波かっこまでの全体が文字列で、`:` も含まれます。3.0 以降は文字列を波かっこで囲むことができ、前後に空白を入れたり、二つ目の文字列を書いたりできます。',
    },
    example: { value: '${relayhost?via $relayhost}', result: 'via [smtp.example.jp]:587' },
  },
  whenEmpty: {
    since: '2.2',
    form: '${name:text}',
    text: {
      en: 'Becomes the text where the name is empty or not set, and nothing where it has a value. Note that it does not give the value itself: for that write `$name` in front of it.',
      ja: '名前が空か未設定なら指定した文字列になり、値があれば何も残りません。値そのものにはならないので、値も使うなら前に `$name` と書きます。',
    },
    example: { value: '$smtp_bind_address${smtp_bind_address:any}', result: 'any' },
  },
  whenSetBraces: {
    since: '3.0',
    form: '${name?{text}}',
    text: {
      en: 'Becomes the text in the inner braces where the name has a value, and nothing where it is empty or not set. Blanks outside the inner braces do not count, those inside are kept.',
      ja: '名前に値があれば内側の波かっこの文字列になり、空か未設定なら何も残りません。内側の波かっこの外の空白は無視され、中の空白はそのまま残ります。',
    },
    example: { value: '${relayhost ? {relayed}}', result: 'relayed' },
  },
  whenEmptyBraces: {
    since: '3.0',
    form: '${name:{text}}',
    text: {
      en: 'Becomes the text in the inner braces where the name is empty or not set, and nothing where it has a value. Blanks outside the inner braces do not count.',
      ja: '名前が空か未設定なら内側の波かっこの文字列になり、値があれば何も残りません。内側の波かっこの外の空白は無視されます。',
    },
    example: { value: '${smtp_bind_address : {any}}', result: 'any' },
  },
  either: {
    since: '3.0',
    form: '${name?{text1}:{text2}}',
    text: {
      en: 'Becomes the first text where the name has a value, else the second. The first text must be in braces, or the `:` and all after it belong to it.',
      ja: '名前に値があれば一つ目、なければ二つ目の文字列になります。一つ目は必ず波かっこで囲みます。囲まないと、`:` から後もその一部になります。',
    },
    example: { value: '${relayhost?{relayed}:{direct}}', result: 'relayed' },
  },
  choice: {
    since: '3.0',
    form: '${{text1} == {text2} ? {text3} : {text4}}',
    text: {
      en: 'Compares two texts, in which each `$name` is expanded first; becomes the third text where the comparison holds, else the fourth. Numbers are compared as such if both sides are digits only, otherwise character by character. Blanks inside the braces count in the comparison. The part from `:` on may be missing.',
      ja: '二つの文字列を、その中の `$name` を展開してから比べます。成り立てば三つ目、そうでなければ四つ目の文字列になります。両方とも数字だけなら数として、そうでなければ文字列として比べます。波かっこの中の空白も比較に含まれます。`:` 以降は省けます。',
    },
    example: { value: '${{$mydomain} == {example.jp} ? {ours} : {theirs}}', result: 'ours' },
  },
  comparison: {
    since: '3.0',
    form: '${{text1} == {text2}}',
    text: {
      en: 'Compares two texts; becomes `true` where the comparison holds, else nothing. As a value of its own this is rarely of use: mostly `?` and a text follow.',
      ja: '二つの文字列を比べ、成り立てば `true` になり、そうでなければ何も残りません。このまま使うことはあまりなく、たいてい後に `?` と文字列を続けます。',
    },
    example: { value: '${{$mydomain} == {example.jp}}', result: 'true' },
  },
  function: {
    since: '3.11',
    form: '${function{text}}',
    text: {
      en: 'Hands the text to a function, after every `$name` in it is expanded, and is replaced by what comes back. The functions are `domain_to_ascii` and `domain_to_utf8`. An unknown one, and one in an older Postfix, is an error.',
      ja: '文字列の中の `$name` を展開してから関数に渡し、その結果に置き換わります。関数には `domain_to_ascii` と `domain_to_utf8` があります。それ以外の名前はエラーで、3.11 より前の Postfix ではどれもエラーになります。',
    },
    example: { value: '${domain_to_ascii{$mydomain}}', result: 'example.jp' },
  },
} satisfies Readonly<Record<string, ExpansionForm>>;

export type ExpansionFormName = keyof typeof EXPANSION_FORMS;

export interface OperatorFacts extends Lifetime {
  readonly text: Text;
}

/** What stands between two texts that are compared. */
export const OPERATORS: Readonly<Record<string, OperatorFacts>> = {
  '==': { since: '3.0', text: { en: 'Both are equal.', ja: '両方が等しいときに成り立ちます。' } },
  '!=': { since: '3.0', text: { en: 'They differ.', ja: '両方が異なるときに成り立ちます。' } },
  '<': { since: '3.0', text: { en: 'The first is less.', ja: '一つ目のほうが小さいときに成り立ちます。' } },
  '<=': { since: '3.0', text: { en: 'The first is less or equal.', ja: '一つ目が二つ目以下のときに成り立ちます。' } },
  '>=': {
    since: '3.0',
    text: { en: 'The first is greater or equal.', ja: '一つ目が二つ目以上のときに成り立ちます。' },
  },
  '>': { since: '3.0', text: { en: 'The first is greater.', ja: '一つ目のほうが大きいときに成り立ちます。' } },
};

/** The ending that makes any of the operators compare compatibility levels. */
export const LEVEL_SUFFIX: OperatorFacts & { readonly suffix: string } = {
  suffix: 'level',
  since: '3.6',
  text: {
    en: 'With `level` at the end of the operator, compatibility levels are compared, part by part: `3.10` is more than `3.9`, which it is not as a text.',
    ja: '演算子の末尾に `level` を付けると、互換性レベルとして、点で区切られた数ごとに比べます。文字列とは違い、`3.10` は `3.9` より大きくなります。',
  },
};

/** What can stand before the braces of `${function{text}}`, by mac_midna.c. */
export const FUNCTIONS: Readonly<Record<string, OperatorFacts>> = {
  domain_to_ascii: {
    since: '3.11',
    text: {
      en: 'Turns an internationalized domain name into its ASCII form, which begins with `xn--`; ASCII stays as it is.',
      ja: '国際化ドメイン名を、`xn--` で始まる ASCII の形に変換します。ASCII だけの名前はそのままです。',
    },
  },
  domain_to_utf8: {
    since: '3.11',
    text: {
      en: 'Turns a domain name with `xn--` in it into the UTF-8 form that people read.',
      ja: '`xn--` を含むドメイン名を、人が読む UTF-8 の形に変換します。',
    },
  },
};

export interface RunTimeName extends Lifetime {
  readonly text: Text;
}

/** Names that are filled in when a value is used, by the program that uses it. Those of pipe(8) are in services.ts. */
export interface RunTimeNames {
  /** The parameters whose values may hold them; absent: every parameter. */
  readonly parameters?: readonly string[];
  /** Parameters with the characters that are kept; all others become `_`. */
  readonly filters?: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, RunTimeName>>;
}

// What is known of a message or a client in more than one place.

const CLIENT_ADDRESS: Text = { en: "The client's IP address.", ja: 'クライアントの IP アドレスです。' };
const CLIENT_HELO: Text = {
  en: 'The name that the client gave with HELO or EHLO, when the mail came in.',
  ja: 'メールが届いたとき、クライアントが HELO か EHLO で名乗った名前です。',
};
const CLIENT_HOSTNAME: Text = {
  en: 'The host name of the client from which the mail came.',
  ja: 'メールを送ってきたクライアントのホスト名です。',
};
const CLIENT_PORT: Text = { en: "The client's TCP port.", ja: 'クライアントの TCP ポート番号です。' };
const CLIENT_PROTOCOL: Text = {
  en: 'The protocol by which the mail came, such as `ESMTP`.',
  ja: 'メールが届いたプロトコルで、`ESMTP` などです。',
};
const DOMAIN: Text = { en: 'The domain of the recipient address.', ja: '宛先アドレスのドメインです。' };
const ENVID: Text = {
  en: 'The envelope ID that the sender gave for delivery notifications, or nothing.',
  ja: '配送通知のために送信者が付けたエンベロープ ID です。なければ空です。',
};
const EXTENSION: Text = {
  en: 'The extension of the recipient address: `lists` in `taro+lists@example.jp`.',
  ja: '宛先アドレスの拡張部分で、`taro+lists@example.jp` なら `lists` です。',
};
const HOME: Text = { en: "The recipient's home directory.", ja: '受け取る利用者のホームディレクトリです。' };
const LOCAL: Text = {
  en: 'All of the recipient address before the `@`, with the extension.',
  ja: '宛先アドレスの `@` より前の全体で、拡張部分も含みます。',
};
const LOCALTIME: Text = {
  en: "The server's local time, such as `Jan 31 12:34:56`.",
  ja: 'サーバーの現地時刻で、`Jan 31 12:34:56` のような形です。',
};
const ORIGINAL_RECIPIENT: Text = {
  en: 'The recipient address as it was before any rewriting and aliases.',
  ja: '書き換えや別名の処理を受ける前の、元の宛先アドレスです。',
};
const RECIPIENT: Text = { en: 'The full recipient address.', ja: '宛先アドレスの全体です。' };
const SASL_METHOD: Text = {
  en: 'The SASL mechanism by which the client logged in, when the mail came in.',
  ja: 'メールが届いたとき、クライアントがログインに使った SASL の方式です。',
};
const SASL_SENDER: Text = {
  en: 'The original sender that an authenticated client gave with `AUTH=` in its MAIL command.',
  ja: '認証済みのクライアントが、MAIL コマンドの `AUTH=` で示した元の送信者です。',
};
const SASL_USERNAME: Text = {
  en: 'The name with which the client logged in, when the mail came in.',
  ja: 'メールが届いたとき、クライアントがログインした名前です。',
};
const SENDER: Text = { en: 'The envelope sender address.', ja: 'エンベロープ送信者のアドレスです。' };
const SERVER_NAME: Text = {
  en: 'The name of this server, which is `$myhostname`.',
  ja: 'このサーバーの名前で、`$myhostname` のことです。',
};
const SHELL: Text = { en: "The recipient's login shell.", ja: '受け取る利用者のログインシェルです。' };
const USER: Text = {
  en: 'The user name in the recipient address, without extension and domain.',
  ja: '宛先アドレスの利用者名で、拡張部分とドメインを除いたものです。',
};

/** What smtpd(8) knows when it answers, by `smtpd_expand_lookup`. */
const SMTPD_REPLY: Readonly<Record<string, RunTimeName>> = {
  client: {
    text: {
      en: 'The host name and the IP address of the client, as `name[address]`.',
      ja: 'クライアントのホスト名と IP アドレスで、`name[address]` の形です。',
    },
  },
  client_address: { text: CLIENT_ADDRESS },
  client_name: {
    text: {
      en: "The client's host name if its address confirms it, else `unknown`.",
      ja: 'クライアントのホスト名です。アドレスと一致しなければ `unknown` です。',
    },
  },
  client_port: { since: '2.6', text: CLIENT_PORT },
  helo_name: {
    text: {
      en: 'The name that the client gave with HELO or EHLO, or nothing.',
      ja: 'クライアントが HELO か EHLO で名乗った名前です。まだなら空です。',
    },
  },
  localtime: { since: '2.8', text: LOCALTIME },
  recipient: {
    text: {
      en: 'The recipient address; `<>` where it is empty.',
      ja: '宛先アドレスです。空のアドレスなら `<>` です。',
    },
  },
  recipient_domain: {
    text: {
      en: 'The domain of the recipient address, or nothing.',
      ja: '宛先アドレスのドメインです。なければ空です。',
    },
  },
  recipient_name: {
    text: {
      en: 'The recipient address without its domain; `<>` where it is empty.',
      ja: '宛先アドレスからドメインを除いた部分です。空のアドレスなら `<>` です。',
    },
  },
  reverse_client_name: {
    since: '2.3',
    text: {
      en: "The host name that the DNS gives for the client's address, confirmed or not, else `unknown`.",
      ja: 'クライアントのアドレスを逆引きしたホスト名です。正引きでは確かめません。なければ `unknown` です。',
    },
  },
  sender: {
    text: {
      en: 'The sender address; `<>` for an empty one, as error notices have.',
      ja: '送信者のアドレスです。エラーメールのように空なら `<>` です。',
    },
  },
  sender_domain: {
    text: {
      en: 'The domain of the sender address, or nothing.',
      ja: '送信者のアドレスのドメインです。なければ空です。',
    },
  },
  sender_name: {
    text: {
      en: 'The sender address without its domain; `<>` where it is empty.',
      ja: '送信者のアドレスからドメインを除いた部分です。空のアドレスなら `<>` です。',
    },
  },
  server_name: { since: '2.8', text: SERVER_NAME },
};

/** The names that are filled in at run time, by the place where they may stand. */
export const RUN_TIME_NAMES: readonly RunTimeNames[] = [
  {
    // `local_expand_lookup`
    parameters: ['forward_path', 'luser_relay', 'command_execution_directory'],
    filters: {
      forward_path: 'forward_expansion_filter',
      command_execution_directory: 'execution_directory_expansion_filter',
    },
    names: {
      domain: { text: DOMAIN },
      extension: { text: EXTENSION },
      home: { text: HOME },
      local: { text: LOCAL },
      mailbox: {
        text: { en: 'The same as `$local`; not in the manual.', ja: '`$local` と同じです。マニュアルにはありません。' },
      },
      recipient: { text: RECIPIENT },
      recipient_delimiter: {
        text: {
          en: 'The character before the extension in this address, or the first one of `recipient_delimiter`.',
          ja: 'このアドレスの拡張部分の前にある文字です。なければ `recipient_delimiter` の最初の文字です。',
        },
      },
      shell: { text: SHELL },
      user: { text: USER },
    },
  },
  {
    parameters: ['smtpd_reject_footer', 'default_rbl_reply'],
    filters: { smtpd_reject_footer: 'smtpd_expansion_filter', default_rbl_reply: 'smtpd_expansion_filter' },
    names: SMTPD_REPLY,
  },
  {
    // `rbl_expand_lookup`
    parameters: ['default_rbl_reply'],
    filters: { default_rbl_reply: 'smtpd_expansion_filter' },
    names: {
      rbl_class: {
        text: {
          en: 'What kind of thing the list holds: `Client host`, `Helo command`, `Sender address` and the like.',
          ja: 'リストに載っていたものの種類で、`Client host`、`Helo command`、`Sender address` などです。',
        },
      },
      rbl_code: {
        text: {
          en: 'The reply code, which is `$maps_rbl_reject_code`; a reply must begin with it.',
          ja: '応答コードで、`$maps_rbl_reject_code` のことです。応答の先頭に必要です。',
        },
      },
      rbl_domain: {
        text: {
          en: 'The domain of the DNS list, without the `=` and the addresses after it.',
          ja: 'DNS リストのドメインです。`=` とその後のアドレスは含みません。',
        },
      },
      rbl_reason: {
        text: {
          en: 'The reason that the DNS list gives (its TXT record), or nothing.',
          ja: 'DNS リストが示す理由（TXT レコード）です。なければ空です。',
        },
      },
      rbl_txt: {
        text: {
          en: 'The same as `$rbl_reason`; not in the manual.',
          ja: '`$rbl_reason` と同じです。マニュアルにはありません。',
        },
      },
      rbl_what: {
        text: {
          en: 'What the list holds: an IP address, a host name, a domain or a mail address.',
          ja: 'リストに載っていたもので、IP アドレス、ホスト名、ドメイン、メールアドレスのどれかです。',
        },
      },
    },
  },
  {
    // `psc_expand_lookup`
    parameters: ['postscreen_reject_footer'],
    filters: { postscreen_reject_footer: 'postscreen_expansion_filter' },
    names: {
      client_address: { text: CLIENT_ADDRESS },
      client_port: { text: CLIENT_PORT },
      localtime: { text: LOCALTIME },
      server_name: { text: SERVER_NAME },
    },
  },
  {
    // The environment of the command, by `deliver_command` in local(8); the command expands it, not Postfix.
    parameters: ['mailbox_command'],
    filters: { mailbox_command: 'command_expansion_filter' },
    names: {
      CLIENT_ADDRESS: { since: '2.2', text: CLIENT_ADDRESS },
      CLIENT_HELO: { since: '2.2', text: CLIENT_HELO },
      CLIENT_HOSTNAME: { since: '2.2', text: CLIENT_HOSTNAME },
      CLIENT_PROTOCOL: { since: '2.2', text: CLIENT_PROTOCOL },
      DOMAIN: { text: DOMAIN },
      ENVID: { since: '3.9', text: ENVID },
      EXTENSION: { text: EXTENSION },
      HOME: { text: HOME },
      LOCAL: { text: LOCAL },
      LOGNAME: {
        text: { en: "The recipient's user name, like `$USER`.", ja: '`$USER` と同じく、受け取る利用者の名前です。' },
      },
      ORIGINAL_RECIPIENT: { since: '2.5', text: ORIGINAL_RECIPIENT },
      PATH: { text: { en: 'The standard search path for programs.', ja: 'プログラムを探す標準のパスです。' } },
      RECIPIENT: { text: RECIPIENT },
      SASL_METHOD: { since: '2.2', text: SASL_METHOD },
      SASL_SENDER: { since: '2.2', text: SASL_SENDER },
      SASL_USERNAME: { since: '2.2', text: SASL_USERNAME },
      SENDER: { text: SENDER },
      SHELL: { text: SHELL },
      USER: { text: USER },
    },
  },
  {
    // master(8) starts each process with `-o stress=…`.
    names: {
      stress: {
        since: '2.5',
        text: {
          en: 'Is `yes` in processes that master(8) starts when all processes of a network service are busy, or were so shortly before; else empty.',
          ja: 'ネットワークのサービスのプロセスがすべて使用中のとき、またはその少し後に master(8) が起動するプロセスでは `yes` です。それ以外では空です。',
        },
      },
    },
  },
];
