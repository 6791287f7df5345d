import type { Facts } from './parameter';

export const content = {
  always_add_missing_headers: {
    since: '2.6',
    type: 'boolean',
    default: 'no',
    usedBy: ['cleanup'],
    text: {
      en: "Adds missing `From:`, `Date:` or `Message-Id:` headers to all mail, and a missing `To:` if `undisclosed_recipients_header` has one. Without it only mail from `sendmail` and from clients in `local_header_rewrite_clients` is completed. Changing strangers' mail can spoil DKIM signatures.",
      ja: 'すべてのメールに、足りない `From:`、`Date:`、`Message-Id:` ヘッダーを補います。`To:` は `undisclosed_recipients_header` に指定があれば補います。無効なら `sendmail` と `local_header_rewrite_clients` の接続元からのメールだけが対象です。他人のメールに手を加えると DKIM 署名が壊れることがあります。',
    },
  },
  body_checks: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['cleanup'],
    text: {
      en: 'Checks each line of the body against patterns, up to `body_checks_size_limit`. It looks at single lines as they are sent: text in BASE64, as much Japanese mail has it, cannot be found this way.',
      ja: '本文の各行を `body_checks_size_limit` までパターンで調べます。送られたままの行を1行ずつ調べるので、BASE64 で符号化された文章（日本語のメールに多い形です）は見つけられません。',
    },
  },
  body_checks_size_limit: {
    type: 'integer',
    default: '51200',
    usedBy: ['cleanup'],
    text: {
      en: 'Sets how many bytes of each part of a message, attachments included, `body_checks` looks at. More costs time with every message; `0` means no limit.',
      ja: '`body_checks` が、本文や添付の各部分を何バイトまで調べるかを指定します。増やすと、メールごとの処理に時間がかかります。`0` は無制限です。',
    },
  },
  cleanup_replace_stray_cr_lf: {
    since: '3.9',
    backports: ['3.5.24', '3.6.14', '3.7.10', '3.8.5'],
    type: 'boolean',
    default: 'yes',
    usedBy: ['cleanup'],
    text: {
      en: 'Replaces each CR or LF character that is left inside a line of a message by a blank. At the end of a line the two stand together; loose ones can make another server see a second, forged message (SMTP smuggling). It happens before `header_checks` and before a Milter adds a DKIM signature, so that signature stays valid. Leave it on; against such tricks in what clients send to you there is `smtpd_forbid_bare_newline`.',
      ja: 'メールの行の途中に残った CR や LF を空白に置き換えます。本来は行末に組で現れる文字で、単独で残っていると、別のサーバーが偽の2通目のメールとして扱ってしまうことがあります（SMTP スマグリング）。`header_checks` や、Milter が DKIM 署名を付けるより前に行うので、その署名は有効なままです。有効のままにしてください。接続元から同じ手口で狙われるのを防ぐのは `smtpd_forbid_bare_newline` です。',
    },
  },
  content_filter: {
    type: 'string',
    holds: 'transport',
    default: '',
    usedBy: ['pickup', 'qmqpd', 'smtpd'],
    text: {
      en: 'Sends every message through a content filter after it was queued, such as `smtp-amavis:[127.0.0.1]:10024`. The filter gives it back on another port, and that service needs `-o content_filter=`, or mail goes round in circles. Filters that speak the Milter protocol go into `smtpd_milters` instead.',
      ja: 'キューに入ったすべてのメールを、`smtp-amavis:[127.0.0.1]:10024` のようなコンテンツフィルターに通します。フィルターは別のポートにメールを戻すので、そのサービスに `-o content_filter=` を付けないと、メールが堂々巡りします。Milter プロトコルのフィルターは `smtpd_milters` に書きます。',
    },
  },
  detect_8bit_encoding_header: {
    since: '2.5',
    type: 'boolean',
    default: 'yes',
    usedBy: ['cleanup'],
    text: {
      en: 'Marks a message as 8-bit mail when one of its `Content-Transfer-Encoding` headers says `8bit` or `binary`, even if the client did not announce that. The SMTP client then announces it by `BODY=8BITMIME` to servers that know this option. With `no` only the announcement of the client counts. Before 2.5 it was always on, and there is hardly a reason to change it.',
      ja: 'メールの `Content-Transfer-Encoding` ヘッダーのどれかが `8bit` か `binary` なら、接続元がそう申告していなくても、8ビットのメールとして扱います。SMTPクライアントはそのメールを、対応するサーバーに `BODY=8BITMIME` を付けて送ります。`no` にすると、接続元の申告だけで決まります。2.5 より前は常に有効で、変える理由はほとんどありません。',
    },
  },
  disable_mime_input_processing: {
    type: 'boolean',
    default: 'no',
    usedBy: ['*'],
    text: {
      en: 'Makes Postfix take everything after the first headers of a message for plain text, whatever its structure. `mime_header_checks` then no longer sees the headers of attachments, `nested_header_checks` is never used, `body_checks` gets these lines as text, and `strict_8bitmime` and its relatives do nothing. It cannot be combined with `force_mime_input_conversion`: `cleanup` would end with an error. There is hardly a reason to set it.',
      ja: 'メールの最初のヘッダーより後を、構造にかかわらず、すべてただの本文として扱います。`mime_header_checks` は添付ファイルのヘッダーを調べなくなり、`nested_header_checks` は使われず、それらの行は `body_checks` で本文として調べられます。`strict_8bitmime` とその仲間も効きません。`force_mime_input_conversion` と同時に有効にすると、`cleanup` がエラーで終了します。設定する理由はほとんどありません。',
    },
  },
  disable_mime_output_conversion: {
    type: 'boolean',
    default: 'no',
    usedBy: ['*'],
    text: {
      en: 'Sends 8-bit mail as it is, even to servers that do not offer 8BITMIME. Otherwise the SMTP client converts it to quoted-printable for them, which makes DKIM signatures invalid. Unconverted, the text may arrive damaged on a server that handles only 7 bits. From 3.9 `force_mime_input_conversion` is the better answer for your own mail: it converts before the signature is made.',
      ja: '相手のサーバーが 8BITMIME に対応していなくても、8ビットのメールをそのまま送ります。無効なら、SMTPクライアントがそのサーバー向けに quoted-printable に変換するため、DKIM 署名が無効になります。変換しないと、7ビットしか扱えないサーバーで文字が壊れることがあります。自分のメールなら、3.9 以降では署名の前に変換する `force_mime_input_conversion` のほうが適しています。',
    },
  },
  enable_original_recipient: {
    since: '2.1',
    type: 'boolean',
    default: 'yes',
    usedBy: ['*'],
    text: {
      en: 'Keeps in mind how a recipient was written before aliases and other rewriting, and shows it in the `X-Original-To:` header of delivered mail. That helps where several addresses end in one mailbox. With `no`, someone who is reached by two entries of `virtual_alias_maps` gets a message only once, because only the final addresses are compared. Up to 3.2 address probes for rewritten addresses do not work with `no`.',
      ja: '別名などで書き換える前の宛先を覚えておき、配送したメールの `X-Original-To:` ヘッダーに示します。複数のアドレスが一つのメールボックスに届くときに役立ちます。`no` にすると、最終的なアドレスだけを比べるので、`virtual_alias_maps` の二つの項目を通して同じ人に届くメールは1通だけになります。3.2 以前では、`no` にすると、書き換えられるアドレスの検査が正しく働きません。',
    },
  },
  force_mime_input_conversion: {
    since: '3.9',
    type: 'boolean',
    default: 'no',
    usedBy: ['cleanup'],
    text: {
      en: 'Converts text that is declared as 8-bit to quoted-printable as soon as mail comes in, before `header_checks`, Milters and content filters see it. A DKIM signature made after that stays valid on its way, since no later server has to convert the text. Meant for your own outgoing mail: it breaks the signatures that mail from others already has. A filter in `smtpd_proxy_filter` still gets mail unconverted.',
      ja: 'メールを受け取るとすぐに、8ビットと宣言された本文を quoted-printable に変換します。`header_checks`、Milter、コンテンツフィルターより前に行います。その後で付けた DKIM 署名は、途中のサーバーが文字を変換する必要がないため、有効なまま届きます。自分が送るメールのためのもので、よそから届いたメールの署名は壊れます。`smtpd_proxy_filter` のフィルターには、変換前のメールが渡ります。',
    },
  },
  header_checks: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['cleanup'],
    text: {
      en: 'Checks each header line against patterns, mostly `regexp:` or `pcre:` tables, and can reject, change or remove it. All mail passes here, your own included; a rule such as `/^Received:.*/ IGNORE` removes what others need to find loops. It is no substitute for a spam filter.',
      ja: 'ヘッダーの各行を、主に `regexp:` や `pcre:` のテーブルのパターンで調べ、拒否、変更、削除を行います。自分が送るものも含め、すべてのメールが対象です。`/^Received:.*/ IGNORE` のような規則は、ループの検出に必要な情報まで消してしまいます。迷惑メールフィルターの代わりにはなりません。',
    },
  },
  header_size_limit: {
    type: 'integer',
    min: 1,
    default: '102400',
    usedBy: ['*'],
    text: {
      en: 'Sets how many bytes a single header may have; the rest is cut off. Mail with very many recipients in `To:` can reach it. With Milters in use it is never more than 60000.',
      ja: '一つのヘッダーの大きさの上限をバイト単位で指定します。超えた部分は切り捨てられます。`To:` に非常に多くの宛先を書いたメールでは達することがあります。Milter を使っていると、大きな値にしても 60000 が上限です。',
    },
  },
  internal_mail_filter_classes: {
    since: '2.3',
    type: 'keywords',
    values: {
      notify: {
        text: {
          en: 'Reports to the postmaster from the SMTP client and server, by `notify_classes`.',
          ja: '`notify_classes` により、SMTPクライアントとSMTPサーバーが postmaster に送る報告を検査します。',
        },
      },
      bounce: {
        text: {
          en: 'Error, delay and success notices, and the copies of them for the postmaster.',
          ja: 'エラー、遅延、成功の通知と、postmaster へのその写しを検査します。',
        },
      },
      sendmail: {
        since: '3.0',
        text: {
          en: 'Without effect: what happens to mail from `sendmail` is not decided here.',
          ja: '効果はありません。`sendmail` からのメールの扱いは、ここでは決まりません。',
        },
      },
      smtpd: {
        since: '3.0',
        text: {
          en: 'Without effect: what happens to mail that comes in by SMTP is not decided here.',
          ja: '効果はありません。SMTP で届くメールの扱いは、ここでは決まりません。',
        },
      },
      qmqpd: {
        since: '3.0',
        text: {
          en: 'Without effect: what happens to mail that comes in by QMQP is not decided here.',
          ja: '効果はありません。QMQP で届くメールの扱いは、ここでは決まりません。',
        },
      },
      forward: {
        since: '3.0',
        text: {
          en: 'Without effect: mail that `local` forwards is not inspected again.',
          ja: '効果はありません。`local` が転送するメールは、再び検査されることはありません。',
        },
      },
      verify: {
        since: '3.0',
        text: {
          en: 'Without effect: the probes that verify addresses are not inspected.',
          ja: '効果はありません。アドレスを検査する試験メールは対象になりません。',
        },
      },
    },
    caseSensitive: true,
    mayBeEmpty: true,
    default: '',
    usedBy: ['*'],
    text: {
      en: 'Lists which kinds of mail that Postfix writes itself are inspected by `header_checks`, `body_checks` and `non_smtpd_milters`. Empty means none. A rule or a Milter that refuses such mail keeps people from hearing that something failed. The usual reason to set it is `bounce`, so that a Milter puts a DKIM signature on error notices.',
      ja: 'Postfix 自身が作るメールのうち、どれを `header_checks`、`body_checks`、`non_smtpd_milters` で検査するかを並べます。空なら検査しません。規則や Milter がこうしたメールを拒否すると、配送の失敗などが誰にも知らされなくなります。よくあるのは、エラー通知にも Milter で DKIM 署名を付けるために `bounce` を指定することです。',
    },
  },
  message_drop_headers: {
    since: '3.0',
    type: 'string',
    holds: 'header name list',
    list: true,
    default: 'bcc, content-length, resent-bcc, return-path',
    usedBy: ['*'],
    text: {
      en: 'Lists headers that are removed from every message, after `header_checks` and before Milters. A value of your own replaces the whole list, so repeat the names it has: without `bcc`, everybody can read who got a hidden copy. Write the names without a colon; upper and lower case do not matter. Headers inside attachments stay.',
      ja: 'すべてのメールから削除するヘッダーを並べます。`header_checks` より後、Milter より前に削除します。値を設定すると既定の一覧は使われないので、その名前も書いてください。`bcc` がないと、BCC の宛先がほかの人に見えてしまいます。名前はコロンを付けずに書き、大文字と小文字は区別しません。添付されたメールの中のヘッダーは削除しません。',
    },
  },
  message_reject_characters: {
    since: '2.3',
    type: 'string',
    holds: 'character set',
    default: '',
    usedBy: ['cleanup'],
    text: {
      en: 'Refuses mail that contains one of these characters. The value lists them one after the other, with escapes such as `\\0` for the null character; empty refuses none. Mail is searched as it was sent, so what is hidden by BASE64 or quoted-printable is not found. Not used where `receive_override_options` has `no_header_body_checks`.',
      ja: 'ここに並べた文字を一つでも含むメールを拒否します。文字は続けて書き、ヌル文字は `\\0` のように表します。空なら何も拒否しません。送られたままの形で調べるので、BASE64 や quoted-printable で符号化された文字は見つかりません。`receive_override_options` に `no_header_body_checks` があるサービスでは使われません。',
    },
  },
  message_strip_characters: {
    since: '2.3',
    type: 'string',
    holds: 'character set',
    default: '',
    usedBy: ['cleanup'],
    text: {
      en: 'Removes these characters from mail, headers included. They are written as in `message_reject_characters`, with `\\0` for the null character; empty removes none. A message that is changed this way no longer fits a DKIM signature it already has. Not used where `receive_override_options` has `no_header_body_checks`.',
      ja: 'ここに並べた文字を、ヘッダーも含めてメールから取り除きます。書き方は `message_reject_characters` と同じで、ヌル文字は `\\0` です。空なら何も取り除きません。メールが変わると、すでに付いている DKIM 署名は無効になります。`receive_override_options` に `no_header_body_checks` があるサービスでは使われません。',
    },
  },
  mime_boundary_length_limit: {
    type: 'integer',
    min: 1,
    default: '2048',
    usedBy: ['*'],
    text: {
      en: 'Limits how many characters of a boundary, the line that separates the parts of a MIME message, are compared. Boundaries that differ only after that count as the same, so Postfix misjudges where parts begin and end. No mail is refused for it. Real boundaries are far shorter; leave it alone.',
      ja: 'MIME メールの各部分を区切る境界文字列を、先頭から何文字まで比べるかの上限です。それより後だけが異なる境界は同じものとみなされ、Postfix は各部分の範囲を取り違えます。それを理由にメールを拒否することはありません。実際の境界ははるかに短いので、変える必要はありません。',
    },
  },
  mime_header_checks: {
    type: 'string',
    holds: 'lookup tables',
    default: '$header_checks',
    usedBy: ['cleanup'],
    text: {
      en: "Checks the header lines inside MIME messages, such as names of attachments, against patterns. Left alone it is the same as `header_checks`; to refuse programs, use a rule for `Content-Type` and `Content-Disposition` with the file's ending.",
      ja: 'MIME メールの内部にある、添付ファイル名などのヘッダー行をパターンで調べます。設定しなければ `header_checks` と同じです。プログラムの添付を拒否するには、`Content-Type` と `Content-Disposition` の規則に拡張子を書きます。',
    },
  },
  mime_nesting_limit: {
    type: 'integer',
    min: 1,
    default: '100',
    usedBy: ['*'],
    text: {
      en: 'Limits how deeply the parts of a message may be nested. If header checks such as `header_checks` or strict checks such as `strict_8bitmime` are in use, deeper mail is refused with `MIME nesting exceeds safety limit`; otherwise the deepest parts are just not examined. Mail with too deep parts also comes back when the SMTP client has to convert it for a server without 8BITMIME. Real mail stays far below.',
      ja: 'メールの中に各部分を入れ子にできる深さの上限です。`header_checks` などのヘッダーの検査か、`strict_8bitmime` などの厳しい検査を使っていると、それより深いメールは `MIME nesting exceeds safety limit` として拒否します。使っていなければ、深すぎる部分を調べないだけです。8BITMIME に対応しないサーバー向けにSMTPクライアントが変換するときも、深すぎるメールは送信者に戻ります。普通のメールがここまで達することはありません。',
    },
  },
  nested_header_checks: {
    type: 'string',
    holds: 'lookup tables',
    default: '$header_checks',
    usedBy: ['cleanup'],
    text: {
      en: 'Checks the headers of messages inside messages, such as the original in an error notice or a mail forwarded as an attachment. Their MIME headers are left to `mime_header_checks`. Unless set, the rules of `header_checks` apply, so a rule against spam also hits mail that has the spam attached as evidence; `nested_header_checks =` with nothing behind it ends that.',
      ja: 'エラー通知に付いた元のメールや、添付として転送されたメールなど、メールの中にあるメールのヘッダーを調べます。その中の MIME のヘッダーは `mime_header_checks` で調べます。設定しなければ `header_checks` の規則が使われ、迷惑メールを拒否する規則は、迷惑メールを証拠として添付した報告にも当たります。`nested_header_checks =` と空にすれば、それを防げます。',
    },
  },
  non_empty_end_of_header_action: {
    since: '3.11',
    type: 'keyword',
    values: {
      fix_quietly: { text: { en: 'Adds the empty line, and nothing else.', ja: '空行を補うだけです。' } },
      add_header: {
        text: {
          en: 'Adds the empty line and a `MIME-Error:` header, by which the mail can be recognized.',
          ja: '空行を補い、見分けられるように `MIME-Error:` ヘッダーを付けます。',
        },
      },
      reject: { text: { en: 'Refuses the mail and logs the line.', ja: 'メールを拒否し、その行をログに残します。' } },
    },
    minLength: 1,
    default: 'fix_quietly',
    usedBy: ['cleanup'],
    text: {
      en: 'Tells what to do with mail whose headers end in some other line where the empty line should be. Either a program forgot the empty line, or a line among the headers is none, and all that follows becomes part of the body. Unless the mail is refused, Postfix adds the empty line. Before you use `reject`, see by `add_header` how much of your mail it would hit.',
      ja: 'メールのヘッダーの終わりに、あるべき空行がなく、ほかの行が来ているときの扱いを指定します。プログラムが空行を忘れたか、ヘッダーの途中にヘッダーではない行があり、その行から後がすべて本文になった場合です。拒否しないときは、Postfix が空行を補います。`reject` にする前に、どのくらいのメールが該当するかを `add_header` で確かめてください。',
    },
  },
  receive_override_options: {
    since: '2.1',
    type: 'keywords',
    values: {
      no_unknown_recipient_checks: {
        text: {
          en: 'Does not refuse unknown recipients (`smtpd` only): for the service behind a filter.',
          ja: '存在しない宛先を拒否しません（`smtpd` だけに効きます）。フィルターの後のサービスで使います。',
        },
      },
      no_address_mappings: {
        text: {
          en: 'No `canonical_maps`, `virtual_alias_maps`, masquerading or automatic copies: for the service in front of a filter.',
          ja: '`canonical_maps`、`virtual_alias_maps`、マスカレード、自動の BCC を行いません。フィルターの前のサービスで使います。',
        },
      },
      no_header_body_checks: {
        text: {
          en: 'No `header_checks`, `body_checks` and the like: for the service behind a filter.',
          ja: '`header_checks` や `body_checks` などの検査を行いません。フィルターの後のサービスで使います。',
        },
      },
      no_milters: {
        since: '2.3',
        text: {
          en: 'No Milters: for the service behind a filter.',
          ja: 'Milter を使いません。フィルターの後のサービスで使います。',
        },
      },
    },
    caseSensitive: true,
    mayBeEmpty: true,
    default: '',
    usedBy: ['pickup', 'qmqpd', 'smtpd'],
    text: {
      en: 'Turns off parts of the usual treatment of incoming mail, mostly around a content filter. Set it by `-o` on single services of master.cf, so that what was done in front of the filter is not done again behind it. `no_address_mappings` belongs in front of the filter and must be missing behind it, or aliases are never expanded. A value given by `-o` replaces the one of main.cf and is not added to it.',
      ja: '受け取るメールに行う通常の処理の一部を省きます。主にコンテンツフィルターの前後で使います。master.cf の個々のサービスに `-o` で指定し、フィルターの前で済んだ処理を後で繰り返さないようにします。`no_address_mappings` はフィルターの前に指定し、後には指定しません。両方にあると別名が一度も展開されません。`-o` の値は main.cf の値に加わるのではなく、その代わりに使われます。',
    },
  },
  strict_7bit_headers: {
    type: 'boolean',
    default: 'no',
    usedBy: ['*'],
    text: {
      en: 'Refuses mail with a character in its headers that is not ASCII, where it should have been encoded. That hits the raw UTF-8 or Shift_JIS subjects of careless programs, but also proper SMTPUTF8 mail with such headers. Wanted mail gets lost this way, so leave it off on a general mail server.',
      ja: 'ヘッダーに、符号化されていない ASCII 以外の文字があるメールを拒否します。UTF-8 や Shift_JIS の件名をそのまま送る出来の悪いプログラムのメールだけでなく、SMTPUTF8 の正しいメールも対象になります。必要なメールまで失われるため、一般のメールサーバーでは無効のままにします。',
    },
  },
  strict_8bitmime: {
    type: 'boolean',
    default: 'no',
    usedBy: ['*'],
    text: {
      en: 'Turns on `strict_7bit_headers` and `strict_8bitmime_body` with one switch. `no` does not turn them off if they are set by themselves. Both refuse mail that people want, so leave it off on a general mail server.',
      ja: '`strict_7bit_headers` と `strict_8bitmime_body` をまとめて有効にします。`no` にしても、それぞれを個別に有効にしていれば、そちらは効いたままです。どちらも必要なメールまで拒否するので、一般のメールサーバーでは無効のままにします。',
    },
  },
  strict_8bitmime_body: {
    type: 'boolean',
    default: 'no',
    usedBy: ['*'],
    text: {
      en: 'Refuses mail with 8-bit text in a part that does not say so in a `Content-Transfer-Encoding` header. Simple scripts that send UTF-8 text without MIME headers write such mail, and so do servers that return a message in an error notice without declaring its encoding. Leave it off on a general mail server.',
      ja: '`Content-Transfer-Encoding` ヘッダーで宣言していない部分に、8ビットの文字があるメールを拒否します。MIME のヘッダーを付けずに UTF-8 の文章を送る簡単なスクリプトや、元のメールの符号化を示さずにエラー通知を返すサーバーのメールが当てはまります。一般のメールサーバーでは無効のままにします。',
    },
  },
  strict_mime_encoding_domain: {
    type: 'boolean',
    default: 'no',
    usedBy: ['*'],
    text: {
      en: 'Refuses mail in which something that holds other parts (a `multipart` section or an attached message) is itself encoded, for example in BASE64. MIME allows that only for the single parts within. Programs that do it all the same exist, and one such section anywhere in a message is enough, so leave it off on a general mail server.',
      ja: 'ほかの部分を中に含むもの（`multipart` の部分や添付されたメール）自体が、BASE64 などで符号化されているメールを拒否します。MIME では、中の個々の部分しか符号化できません。それでもこう書くプログラムはあり、メールのどこかに一つでもあれば拒否するので、一般のメールサーバーでは無効のままにします。',
    },
  },
  undisclosed_recipients_header: {
    type: 'string',
    holds: 'header text',
    default: { '2.0': 'To: undisclosed-recipients:;', '2.8': '' },
    usedBy: ['cleanup'],
    text: {
      en: 'Gives a header to add to mail that has neither `To:` nor `Cc:`, for example because all recipients are hidden ones. Empty adds none, and mail is valid without. Write a whole header, with both punctuation marks at the end: `To: undisclosed-recipients:;`. Only mail from `sendmail` and from clients in `local_header_rewrite_clients` gets it, unless `always_add_missing_headers` or `remote_header_rewrite_domain` is set.',
      ja: '宛先がすべて BCC の場合など、`To:` も `Cc:` もないメールに加えるヘッダーです。空なら何も加えません。なくてもメールとして正しい形です。`To: undisclosed-recipients:;` のように、末尾の二つの記号も含めてヘッダー全体を書きます。対象は、`sendmail` と `local_header_rewrite_clients` の接続元からのメールだけです（`always_add_missing_headers` か `remote_header_rewrite_domain` を設定した場合はすべてのメールです）。',
    },
  },
} satisfies Facts;
