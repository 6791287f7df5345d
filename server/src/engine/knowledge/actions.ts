import type { Text } from '../locale';
import type { Lifetime } from './version';

/**
 * What is known of one action: the word with which the result of a table begins. What follows it comes after white
 * space. Postfix compares the names in any case.
 */
export interface ActionFacts extends Lifetime {
  /** Whether something follows; absent: what does is ignored. */
  readonly argument?: 'required' | 'optional';
  readonly form?: ActionForm;
  /** Another action of the same table that does the same. */
  readonly aliasOf?: string;
  /** The answer with which it ends a list of restrictions; absent: the next one is asked. */
  readonly answer?: 'permit' | 'reject' | 'defer';
  /** The parameter that holds the reply code. */
  readonly codeParameter?: string;
  /**
   * The message is concerned, with all its recipients, and cleanup(8) carries it out. By `can_delegate_action` it is
   * skipped with a warning where `smtpd_proxy_filter` is set, in `smtpd_etrn_restrictions` and, with
   * `smtpd_delay_reject = no`, in the restrictions for client and HELO.
   */
  readonly delegated?: boolean;
  /** Parameters in whose tables it does nothing but log a warning. */
  readonly notIn?: readonly string[];
  /** Not in the manual. */
  readonly undocumented?: boolean;
  /** What we say of it. The first sentence is the summary. */
  readonly text: Text;
}

/**
 * What follows an action: text for the client, which may begin with an enhanced status code (`5.7.1`, from 2.3); text
 * for the log; `user@domain`, with the `@`; `transport:destination`, the destination possibly empty from 2.7;
 * `name: value`, in body_checks any line; names of restrictions.
 */
export type ActionForm = 'reply text' | 'log text' | 'address' | 'transport' | 'header' | 'restrictions';

// What means the same in access(5) and header_checks(5).

const BCC: Text = {
  en: 'Sends a copy to this address as well as to the recipients. Nobody is told when the copy cannot be delivered. Several such actions make several copies, but in access tables before 3.2 only the last one counts. It permits nothing: what comes after may still refuse the message.',
  ja: '宛先に加えて、このアドレスにもコピーを送ります。コピーを配送できなくても、誰にも通知されません。複数あればその数だけ送りますが、3.2 より前のアクセステーブルでは最後の一つだけが有効です。受け取りを許可するわけではなく、この後で拒否されることもあります。',
};

const DISCARD: Text = {
  en: 'Tells the client that the message was accepted, and throws it away. Neither the sender nor a recipient ever hears of it; only the log has a trace, with your text. The whole message is lost, even where the entry matches one recipient of many: for a single recipient use `transport_maps` with the result `discard:`.',
  ja: 'クライアントには受け取ったと伝え、メールを捨てます。送信者にも宛先にも知らされず、ログに指定した文とともに残るだけです。多くの宛先のうち一つに当てはまっただけでも、メール全体が失われます。一つの宛先だけを捨てるなら、`transport_maps` の結果に `discard:` と書いてください。',
};

const FILTER: Text = {
  en: 'Sends the whole message, once it is queued, to a content filter instead of on its normal way. It overrides `content_filter`, and the last of several counts. The filter must hand the mail back to a service where this entry does not apply, or the message goes round in circles. From 2.7 nothing need follow the colon: then `default_filter_nexthop` or the domain of each recipient is used.',
  ja: 'メール全体を、キューに入れた後、通常の経路ではなくコンテンツフィルターに送ります。`content_filter` より優先され、複数あれば最後のものが有効です。フィルターからは、この項目が適用されないサービスに戻さないと、メールが循環します。2.7 以降はコロンの後を省略でき、`default_filter_nexthop` か各宛先のドメインが使われます。',
};

const HOLD: Text = {
  en: 'Puts the message into the hold queue once it has been received. It stays there, for all its recipients, until you release it by `postsuper -H` or delete it by `postsuper -d`; after days release it by `postsuper -r`, since that time counts towards `maximal_queue_lifetime`. It permits nothing: what comes after may still refuse the message. Your text goes to the log.',
  ja: 'メールを受け取った後、保留（hold）キューに入れます。`postsuper -H` で解放するか `postsuper -d` で削除するまで、すべての宛先について止まったままになります。その間も `maximal_queue_lifetime` の時間は進むので、何日もたったものは `postsuper -r` で解放します。受け取りを許可するわけではなく、この後で拒否されることもあります。指定した文はログに残ります。',
};

const REDIRECT: Text = {
  en: 'Sends the message to this address instead of to all its recipients. The last of several counts, and it overrides `FILTER`. The address does not go through `virtual_alias_maps`, so one that exists only there will not do. In `header_checks` it also ends the inspection of the message.',
  ja: 'メールを、すべての宛先の代わりにこのアドレスへ送ります。複数あれば最後のものが有効で、`FILTER` より優先されます。このアドレスには `virtual_alias_maps` が適用されないため、そこにしかないアドレスは使えません。`header_checks` では、そのメールの検査もここで終わります。',
};

/** Actions of access(5) tables and policy servers, by `check_table_result` in smtpd_check.c. */
export const ACCESS_ACTIONS = {
  BCC: { since: '3.0', argument: 'required', form: 'address', delegated: true, text: BCC },
  DEFER: {
    since: '2.6',
    argument: 'optional',
    form: 'reply text',
    answer: 'defer',
    codeParameter: 'access_map_defer_code',
    text: {
      en: 'Refuses for now, with `access_map_defer_code` and your text. The client keeps the mail and tries again, usually for days, before its sender hears of it. Whoever will never be welcome is better told so by `REJECT`.',
      ja: '`access_map_defer_code` と指定した文で、一時的に拒否します。クライアントはメールを残し、たいてい何日も送り直すので、送信者が知るのはその後になります。受け取るつもりのない相手には `REJECT` を使ってください。',
    },
  },
  DEFER_IF_PERMIT: {
    since: '2.1',
    argument: 'optional',
    form: 'reply text',
    codeParameter: 'access_map_defer_code',
    text: {
      en: 'Refuses for now, with your text, unless a later restriction rejects for good. The rest of the list is still asked, which makes it the usual answer of greylisting servers: obvious spam is turned away at once and need not come back.',
      ja: '後の制限で恒久的に拒否されなければ、指定した文で一時的に拒否します。リストの残りも調べられるので、グレイリスティングのサーバーがよくこれで答えます。明らかな迷惑メールはその場で拒否され、送り直しに付き合わずに済みます。',
    },
  },
  DEFER_IF_REJECT: {
    since: '2.1',
    argument: 'optional',
    form: 'reply text',
    codeParameter: 'access_map_defer_code',
    text: {
      en: 'Makes a rejection that follows in the list a temporary one, with your text instead of its own. What is permitted stays permitted. It suits clients that you would not like to lose by a mistake: they come back, and you have time to look at the log.',
      ja: 'リストのこの先で起こる拒否を、指定した文による一時的な拒否に変えます。許可されるものは許可されたままです。間違いで失いたくないクライアントに使います。送り直しが来るまでに、ログを確かめられます。',
    },
  },
  DISCARD: { argument: 'optional', form: 'log text', answer: 'permit', delegated: true, text: DISCARD },
  DUNNO: {
    text: {
      en: 'Ends the search of this table as if nothing had been found, and the next restriction decides. Unlike `OK` it permits nothing. It exempts an address, a host or a network from a wider entry of the same table, such as the one of its domain.',
      ja: '何も見つからなかったものとしてこのテーブルの検索を終え、判断は次の制限に任せます。`OK` と違い、許可するわけではありません。同じテーブルの、ドメイン全体などの広い項目から、特定のアドレスやホスト、ネットワークを除くために使います。',
    },
  },
  FILTER: { argument: 'required', form: 'transport', delegated: true, text: FILTER },
  HANGUP: {
    since: '3.0',
    argument: 'optional',
    form: 'log text',
    answer: 'reject',
    undocumented: true,
    text: {
      en: 'Cuts the connection without any reply; your text goes to the log. It was made for tests, is not in the manual and may change. `521` with a text hangs up as well, but says so first.',
      ja: '何も応答せずに接続を切ります。指定した文はログに残ります。テスト用に作られたもので、マニュアルになく、変わることがあります。`521` に文を続ければ、応答してから接続を切れます。',
    },
  },
  HOLD: { argument: 'optional', form: 'log text', delegated: true, text: HOLD },
  INFO: {
    since: '3.0',
    argument: 'optional',
    form: 'log text',
    text: {
      en: 'Writes `info` with your text to the log, together with client, sender and recipient, and goes on. The next restriction decides. `WARN` differs only in the word that is logged.',
      ja: '指定した文を、クライアント、送信者、宛先とともに `info` としてログに書き、先に進みます。判断は次の制限に任せます。`WARN` との違いは、ログに書かれる語だけです。',
    },
  },
  OK: {
    answer: 'permit',
    text: {
      en: 'Permits, and ends the list in which the table stands; the other lists are still asked. In front of `reject_unauth_destination`, an `OK` for a sender or for a HELO name lets everybody relay who claims it. Tables of `check_sender_mx_access` and its kind must not give it: there it is an error that refuses the mail for now, and `DUNNO` makes the exception.',
      ja: '許可し、そのテーブルを書いたリストを終えます。ほかのリストは引き続き調べられます。`reject_unauth_destination` より前で送信者や HELO の名前を `OK` にすると、それをかたる誰もが中継できるようになります。`check_sender_mx_access` などのテーブルでは使えません。設定エラーとして一時的に拒否されるので、例外には `DUNNO` を使います。',
    },
  },
  PREPEND: {
    since: '2.1',
    argument: 'required',
    form: 'header',
    notIn: ['smtpd_end_of_data_restrictions'],
    text: {
      en: 'Adds a header such as `X-Checked: yes` at the top of the message, and goes on. In the lists for client, HELO, sender and recipient it normally runs again for each recipient and adds one line every time; in `smtpd_data_restrictions` it runs once. In `smtpd_end_of_data_restrictions` it comes too late and only logs a warning.',
      ja: 'メールの先頭に `X-Checked: yes` のようなヘッダーを加え、先に進みます。クライアント、HELO、送信者、宛先の制限では、普通は宛先ごとに実行され、そのたびに1行ずつ加わります。`smtpd_data_restrictions` なら一度だけです。`smtpd_end_of_data_restrictions` では手遅れで、警告がログに残るだけです。',
    },
  },
  REDIRECT: { since: '2.1', argument: 'required', form: 'address', delegated: true, text: REDIRECT },
  REJECT: {
    argument: 'optional',
    form: 'reply text',
    answer: 'reject',
    codeParameter: 'access_map_reject_code',
    text: {
      en: 'Refuses for good, with `access_map_reject_code` and your text. The text may begin with an enhanced status code such as `5.1.1`, but three digits there are only text. For another reply code write the number in place of the word: `550 No such user`.',
      ja: '`access_map_reject_code` と指定した文で、恒久的に拒否します。文の先頭には `5.1.1` のような拡張ステータスコードを書けますが、3桁の数字を書いてもただの文とみなされます。応答コードを変えるには、`550 No such user` のように、この語の代わりに番号を書きます。',
    },
  },
  RELAY: {
    aliasOf: 'OK',
    answer: 'permit',
    undocumented: true,
    text: {
      en: 'Means the same as `OK`: permits, and ends the list in which the table stands. The word comes from the tables of Sendmail and is not in the manual; it gives no more right to relay than `OK` does. Write `OK`.',
      ja: '`OK` と同じで、許可し、そのテーブルを書いたリストを終えます。Sendmail のテーブルに由来する語で、マニュアルにはありません。`OK` より広く中継を許すわけでもないので、`OK` と書いてください。',
    },
  },
  WARN: {
    since: '2.1',
    argument: 'optional',
    form: 'log text',
    text: {
      en: 'Writes `warn` with your text to the log, together with client, sender and recipient, and goes on. It refuses nothing: the next restriction decides. Use it to see what an entry would hit before you make it `REJECT`.',
      ja: '指定した文を、クライアント、送信者、宛先とともに `warn` としてログに書き、先に進みます。拒否はせず、判断は次の制限に任せます。`REJECT` にする前に、その項目が何に当てはまるかを確かめるのに使います。',
    },
  },
} as const satisfies Readonly<Record<string, ActionFacts>>;

/**
 * Results of access(5) tables that are known by their form. `check_table_result` tries them in this order: digits before
 * reply codes, and last, when no action has that name, restrictions.
 */
export const OTHER_ACCESS_RESULTS = {
  /** Nothing but digits. */
  digits: {
    answer: 'permit',
    text: {
      en: 'Permits, as `OK` does: old programs for POP before SMTP leave the time in the table. So a reply code without a text, such as `550` alone, does not refuse but permits.',
      ja: '`OK` と同じく許可します。POP before SMTP の古いプログラムが、テーブルに時刻を書くためです。そのため、`550` のような応答コードだけを文なしで書くと、拒否ではなく許可になります。',
    },
  },
  /** `4`, two digits, and text. */
  '4NN': {
    argument: 'required',
    form: 'reply text',
    answer: 'defer',
    text: {
      en: 'Refuses for now with this code and text, such as `450 4.7.1 Come back later`; the client tries again. `421` hangs up as well, from 2.3. Without a text the number would count as `OK`.',
      ja: '`450 4.7.1 Come back later` のように、このコードと文で一時的に拒否します。クライアントは後で送り直します。2.3 以降の `421` は接続も切ります。文がないと `OK` とみなされます。',
    },
  },
  /** `5`, two digits, and text. */
  '5NN': {
    argument: 'required',
    form: 'reply text',
    answer: 'reject',
    text: {
      en: 'Refuses for good with this code and text, such as `550 5.1.1 No such user`. `521` hangs up as well, from 2.6. Without a text the number would count as `OK`.',
      ja: '`550 5.1.1 No such user` のように、このコードと文で恒久的に拒否します。2.6 以降の `521` は接続も切ります。文がないと `OK` とみなされます。',
    },
  },
  /** Names of restrictions and of classes, without tables. */
  restrictions: {
    form: 'restrictions',
    text: {
      en: 'Runs these restrictions for what the entry matches, as if they stood in the list: `permit_sasl_authenticated, reject`. A table cannot be among them; put it into a class of `smtpd_restriction_classes` and write the name of the class. A misspelt word counts as an unknown restriction and refuses the mail for now.',
      ja: '項目に当てはまったものに、`permit_sasl_authenticated, reject` などの制限を、リストに書いたのと同じように適用します。テーブルは含められません。`smtpd_restriction_classes` のクラスに入れ、クラスの名前を書きます。つづりを間違えた語は未知の制限とみなされ、メールは一時的に拒否されます。',
    },
  },
} as const satisfies Readonly<Record<string, ActionFacts>>;

/**
 * Actions of header_checks(5): header_checks, mime_header_checks, nested_header_checks and body_checks, by `cleanup_act`
 * in cleanup_message.c; milter_header_checks (from 2.7), by `cleanup_milter_hbc_extend` in cleanup_milter.c.
 */
export const HEADER_CHECK_ACTIONS = {
  BCC: { since: '3.0', argument: 'required', form: 'address', text: BCC },
  DISCARD: { argument: 'optional', form: 'log text', text: DISCARD },
  DUNNO: {
    since: '2.1',
    text: {
      en: 'Leaves this line alone and ends the search for it; the next line is looked at as usual. Use it at the top of the file for what the patterns below should not hit. It does not accept the message.',
      ja: 'この行には何もせず、検索を終えます。次の行は通常どおり調べます。下にあるパターンに当てはまってほしくないものを、ファイルの先頭に書くために使います。メールを許可するわけではありません。',
    },
  },
  FILTER: { argument: 'required', form: 'transport', text: FILTER },
  HOLD: { argument: 'optional', form: 'log text', text: HOLD },
  IGNORE: {
    text: {
      en: 'Deletes this line from the message: a whole header, or one line of the body. It does not mean that the match is ignored; that is `DUNNO`. Nothing is logged, so prefer `STRIP` while you try a pattern out.',
      ja: 'この行をメールから削除します。ヘッダーなら全体、本文なら1行です。一致を無視するという意味ではありません。それには `DUNNO` を使います。ログには何も残らないので、パターンを試す間は `STRIP` を使います。',
    },
  },
  INFO: {
    since: '2.8',
    argument: 'optional',
    form: 'log text',
    text: {
      en: 'Writes the line with your text to the log, as `info`, and goes on with the next line. The message stays as it is. It suits what you want to find in the log every day, such as subjects; for trying a pattern out there is `WARN`.',
      ja: 'この行を、指定した文とともに `info` としてログに書き、次の行に進みます。メールは変わりません。件名など、普段からログに残したいものに使います。パターンを試すときには `WARN` があります。',
    },
  },
  OK: {
    aliasOf: 'DUNNO',
    text: {
      en: 'An old word for `DUNNO`. It does not accept the message: only this line is passed over, and the next one is looked at as usual. Write `DUNNO`.',
      ja: '`DUNNO` の古い書き方です。メールを許可するわけではなく、この行を見送るだけで、次の行は通常どおり調べます。`DUNNO` と書いてください。',
    },
  },
  PASS: {
    since: '3.2',
    argument: 'optional',
    form: 'log text',
    notIn: ['milter_header_checks'],
    text: {
      en: 'Ends the inspection of this message: no more header or body checks, and no Milters. It is logged with your text. Spammers can write the same line, so never let anything hang on it that they could know or guess.',
      ja: 'このメールの検査を終えます。以後はヘッダーも本文も調べず、Milter も使いません。指定した文とともにログに残ります。迷惑メールの送信者も同じ行を書けるので、相手が知り得る、または推測できる内容を条件にしてはいけません。',
    },
  },
  PREPEND: {
    since: '2.1',
    argument: 'required',
    form: 'header',
    notIn: ['milter_header_checks'],
    text: {
      en: 'Puts a line of yours in front of this one. Among headers it must be a header itself, such as `X-Spam: yes`, or only a warning is logged; in a body it may be anything. Postfix does not check the new line again.',
      ja: 'この行の前に、指定した行を加えます。ヘッダーでは `X-Spam: yes` のようなヘッダーでなければならず、そうでなければ警告がログに残るだけです。本文では何でも書けます。加えた行がもう一度調べられることはありません。',
    },
  },
  REDIRECT: { since: '2.1', argument: 'required', form: 'address', text: REDIRECT },
  REJECT: {
    argument: 'optional',
    form: 'reply text',
    text: {
      en: 'Refuses the whole message, for all its recipients, with your text, and ends the inspection. Mail that a program handed in by `sendmail` goes back to its sender. A text that begins with a code such as `4.7.1` refuses for now only, from 2.3.',
      ja: 'メール全体を、すべての宛先について、指定した文で拒否し、検査を終えます。プログラムが `sendmail` コマンドで渡したメールは、送信者に戻ります。2.3 以降、`4.7.1` のようなコードで始まる文では一時的な拒否になります。',
    },
  },
  REPLACE: {
    since: '2.2',
    argument: 'required',
    form: 'header',
    text: {
      en: 'Puts your text in place of this line. For a header the text must begin with the name, as in `Subject: [spam] $1`, or only a warning is logged. `$1` stands for what the first parentheses of the pattern matched. A header counts as one line, however many it covers.',
      ja: 'この行を、指定した文に置き換えます。ヘッダーでは `Subject: [spam] $1` のように名前から書かないと、警告がログに残るだけです。`$1` は、パターンの最初のかっこに一致した部分を表します。ヘッダーは、何行にわたっていても1行として扱います。',
    },
  },
  STRIP: {
    since: '3.2',
    argument: 'optional',
    form: 'log text',
    text: {
      en: 'Deletes this line from the message, as `IGNORE` does, and writes it to the log with your text. Good for headers that betray something of your network, while you still want to see what was removed.',
      ja: '`IGNORE` と同じようにこの行をメールから削除し、指定した文とともにログに書きます。内部のネットワークの情報が分かるヘッダーを消し、何を消したかも確かめたいときに使います。',
    },
  },
  WARN: {
    argument: 'optional',
    form: 'log text',
    text: {
      en: 'Writes the line with your text to the log, as `warning`, and goes on with the next line. The message stays as it is. Use it to see what a pattern hits before you give it a sterner action.',
      ja: 'この行を、指定した文とともに `warning` としてログに書き、次の行に進みます。メールは変わりません。より厳しい動作に変える前に、パターンが何に当てはまるかを確かめるのに使います。',
    },
  },
} as const satisfies Readonly<Record<string, ActionFacts>>;

const { DUNNO, OK, IGNORE, INFO, PREPEND, REPLACE, STRIP, WARN } = HEADER_CHECK_ACTIONS;

/**
 * Actions of the header and body checks of the SMTP and LMTP clients (smtp_header_checks, lmtp_body_checks …, from 2.5),
 * by `hbc_action` in header_body_checks.c. They change what is sent; a message can no longer be refused there, and other
 * actions are logged as unsupported.
 */
export const CLIENT_HEADER_CHECK_ACTIONS = {
  DUNNO: { ...DUNNO, since: '2.5' },
  IGNORE: { ...IGNORE, since: '2.5' },
  INFO,
  OK: { ...OK, since: '2.5' },
  PREPEND: { ...PREPEND, since: '2.5' },
  REPLACE: { ...REPLACE, since: '2.5' },
  STRIP,
  WARN: { ...WARN, since: '2.5' },
} as const satisfies Readonly<Record<string, ActionFacts>>;

/** Results of the tables in postscreen_access_list (from 2.8), by `server_acl_eval` in server_acl.c. */
export const POSTSCREEN_ACCESS_ACTIONS = {
  dunno: {
    since: '2.8',
    text: {
      en: 'Ends the search of this table without a decision; the next element of `postscreen_access_list` is asked. In a `cidr:` table it exempts an address from a network, if it stands above it. A client without any decision is tested as usual.',
      ja: '判断せずにこのテーブルの検索を終え、`postscreen_access_list` の次の要素を調べます。`cidr:` のテーブルでは、ネットワークより上に書けば、特定のアドレスを除けます。最後まで判断がなければ、クライアントは通常どおり検査されます。',
    },
  },
  permit: {
    since: '2.8',
    answer: 'permit',
    text: {
      en: 'Lets the client through to the SMTP server without any test. Clients are looked up by their full address only, so networks need a `cidr:` table. `OK` is not known here: it is logged as an unknown command, and the rest of the list is not used.',
      ja: '検査を一切せずに、クライアントを SMTPサーバーへ通します。検索するのは完全なアドレスだけなので、ネットワークには `cidr:` のテーブルが必要です。ここでは `OK` は使えません。未知のコマンドとしてログに残り、リストの残りは使われません。',
    },
  },
  permit_mynetworks: {
    since: '2.8',
    answer: 'permit',
    text: {
      en: 'Lets the client through without any test if its address is in `mynetworks`. It is normally written in `postscreen_access_list` itself, in front of the tables. It gives no right to relay; that is decided later by the SMTP server.',
      ja: 'アドレスが `mynetworks` に含まれるクライアントを、検査なしで通します。普通はテーブルではなく、`postscreen_access_list` のテーブルより前に直接書きます。中継を許可するものではなく、それは後で SMTPサーバーが判断します。',
    },
  },
  reject: {
    since: '2.8',
    answer: 'reject',
    text: {
      en: 'Treats the client as unwanted, in the way that `postscreen_denylist_action` says. By default that is only logged: set the parameter to `enforce` or `drop` to refuse such clients. Before 3.6 it is called `postscreen_blacklist_action`.',
      ja: 'クライアントを望ましくない相手とみなし、`postscreen_denylist_action` に従って扱います。既定ではログに残るだけなので、拒否するには `enforce` か `drop` を設定します。3.6 より前の名前は `postscreen_blacklist_action` です。',
    },
  },
} as const satisfies Readonly<Record<string, ActionFacts>>;
