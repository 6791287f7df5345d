import type { Facts } from './parameter';

export const notification = {
  '2bounce_notice_recipient': {
    type: 'string',
    holds: 'mail address',
    minLength: 1,
    default: 'postmaster',
    usedBy: ['bounce'],
    text: {
      en: 'Names who gets error notices that could not be delivered to the sender of the original mail. They are sent only if `notify_classes` contains `2bounce` or `bounce`; otherwise they are thrown away. On a public server many of them answer spam with a forged sender. A name without a domain is completed with `$myorigin`.',
      ja: '元のメールの送信者に届けられなかったエラー通知を受け取る人です。`notify_classes` に `2bounce` か `bounce` があるときだけ送られ、なければ捨てられます。公開サーバーでは、送信者を詐称した迷惑メールに対するものが多くなります。ドメインのない名前には `$myorigin` が補われます。',
    },
  },
  backwards_bounce_logfile_compatibility: {
    since: '2.1',
    type: 'boolean',
    default: 'yes',
    usedBy: ['*'],
    text: {
      en: 'Writes the records of failed and late deliveries, which stand in the queue beside the mail, a second time in the form that Postfix before 2.0 reads. The log of the system is not affected. It would matter only if such an old version took over the queue; nothing is gained or lost by a change.',
      ja: 'キューの中でメールと別に保存される、配送の失敗や遅れの記録を、2.0 より前の Postfix が読める形でも書きます。システムのログには影響しません。意味があるのはそのような古い版にキューを引き継ぐときだけで、変えても得失はありません。',
    },
  },
  bounce_notice_recipient: {
    type: 'string',
    holds: 'mail address',
    minLength: 1,
    default: 'postmaster',
    usedBy: ['bounce', 'smtpd'],
    text: {
      en: 'Names who gets the reports of the class `bounce` in `notify_classes`. They are copies of error notices with the headers of the mail, and from the SMTP server the conversation with clients whose mail it refused, for example because of an unknown recipient. On a public server there are very many of them.',
      ja: '`notify_classes` の `bounce` の報告を受け取る人です。内容は、元のメールのヘッダーを付けたエラー通知の写しと、宛先が存在しないなどの理由でSMTPサーバーが拒否したときの、相手とのやり取りです。公開サーバーでは非常に多くなります。',
    },
  },
  bounce_service_name: {
    type: 'string',
    holds: 'service name',
    minLength: 1,
    default: 'bounce',
    usedBy: ['*'],
    text: {
      en: 'Names the service that records failed deliveries and sends error notices, normally `bounce`. Do not change it: the program behind it stores the records in a queue directory of the same name, and the queue manager looks only in `bounce`. If master.cf has no such service, undeliverable mail is not returned: it stays in the queue with `bounce or trace service failure`.',
      ja: '配送の失敗を記録し、エラー通知を送るサービスです。通常は `bounce` です。変えないでください。このサービスのプログラムは同じ名前のキューディレクトリに記録を書きますが、キューマネージャーは `bounce` しか見ません。master.cf にその名前のサービスがないと、配送できないメールは送信者に戻らず、`bounce or trace service failure` としてキューに残ります。',
    },
  },
  bounce_size_limit: {
    type: 'integer',
    min: 1,
    default: '50000',
    usedBy: ['bounce'],
    text: {
      en: 'Limits how large a message may be to be returned whole in an error notice. Of a larger one only the headers are sent back; before 2.5 it was cut off in the middle. Raise it with care: a notice that exceeds a size limit, here (`message_size_limit`) or on the other side, does not arrive at all.',
      ja: 'エラー通知に元のメール全体を付けて返す大きさの上限です。これより大きいメールは、ヘッダーだけを返します。2.5 より前は途中で切れていました。大きくするときは注意してください。通知が自分の `message_size_limit` や相手の上限を超えると、まったく届きません。',
    },
  },
  bounce_template_file: {
    since: '2.3',
    type: 'string',
    holds: 'file path',
    default: '',
    usedBy: ['bounce'],
    text: {
      en: 'Names a file with your own wording for error, delay and success notices. `postconf -t` prints the built-in texts to start from, and `postconf -b` with the name of your file shows the result. For Japanese write `Charset: UTF-8`; a line such as `Subject:` must stay ASCII, or the text is ignored. If the file cannot be read or contains an unknown `$name`, the notices cannot be sent.',
      ja: 'エラー、遅延、成功の通知の文面を自分で書いたファイルです。元になる標準の文面は `postconf -t` で表示でき、書いたファイルの名前を付けて `postconf -b` を実行すると仕上がりを確かめられます。日本語にするには `Charset: UTF-8` と書きます。`Subject:` などの行が ASCII だけでないと、その文面は無視されます。ファイルを読めない場合や、未知の `$name` がある場合は、通知を送れません。',
    },
  },
  confirm_delay_cleared: {
    since: '3.0',
    type: 'boolean',
    default: 'no',
    usedBy: ['oqmgr', 'qmgr'],
    text: {
      en: 'Tells the sender when mail that was late has been delivered after all. Only senders who got a delay notice before are told, so it needs `delay_warning_time`. After a long outage these notices go out all at once, a good reason to leave it off.',
      ja: '遅れていたメールがようやく配送されたことを送信者に知らせます。先に遅延通知を受けた送信者だけが対象なので、`delay_warning_time` の設定が必要です。長い障害の後には一斉に送られるため、無効のままにするのが無難です。',
    },
  },
  default_delivery_status_filter: {
    since: '3.0',
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['*'],
    text: {
      en: 'Changes the status code or the text of a delivery, successful or not, before it is logged and reported to the sender. The tables are searched for a line such as `4.7.4 TLS is required, but was not offered by host mx.example.jp`, so use `pcre:` or `regexp:`; the result has the same form. It can make a temporary error permanent and the other way round, but it never turns a success into a failure or a failure into a success. `soft_bounce` still keeps all mail from being returned.',
      ja: '成功か失敗かを問わず、配送結果のステータスコードや文言を、ログに残したり送信者に知らせたりする前に書き換えます。`4.7.4 TLS is required, but was not offered by host mx.example.jp` のような行全体でテーブルを検索するので、`pcre:` や `regexp:` を使い、結果も同じ形で書きます。一時的なエラーと恒久的なエラーを互いに変えられますが、成功を失敗に、失敗を成功に変えることはできません。`soft_bounce` が有効なら、それでもメールは送信者に戻りません。',
    },
  },
  delay_logging_resolution_limit: {
    since: '2.3',
    type: 'integer',
    max: 6,
    default: '2',
    usedBy: ['*'],
    text: {
      en: 'Limits how many digits after the decimal point times have in the log, as in `delay=0.35, delays=0.02/0.01/0.2/0.12`. Times below 100 seconds are rounded to two significant digits and longer ones to whole seconds, so a larger value only shows very short times better, such as `0.0034`. With `0` all times are whole seconds.',
      ja: 'ログの `delay=0.35, delays=0.02/0.01/0.2/0.12` のような時間の、小数点以下の桁数の上限です。100秒未満の時間は有効数字2桁に、それより長い時間は秒単位に丸められるので、大きくしても `0.0034` のようなごく短い時間が詳しくなるだけです。`0` にすると、すべて秒単位になります。',
    },
  },
  delay_notice_recipient: {
    type: 'string',
    holds: 'mail address',
    minLength: 1,
    default: 'postmaster',
    usedBy: ['bounce'],
    text: {
      en: 'Names who gets copies of the notices about late mail, with the headers of that mail. They are sent only if `notify_classes` contains `delay` and `delay_warning_time` is not 0. In an outage there is one for each waiting message.',
      ja: '遅延通知の写しを、遅れているメールのヘッダーとともに受け取る人です。`notify_classes` に `delay` があり、`delay_warning_time` が 0 でないときだけ送られます。障害のときは、待っているメールごとに1通届きます。',
    },
  },
  double_bounce_sender: {
    type: 'string',
    holds: 'mail address',
    minLength: 1,
    default: 'double-bounce',
    usedBy: ['*'],
    text: {
      en: 'Sets the sender of reports to the postmaster, by which Postfix recognizes them: if one cannot be delivered, no further notice follows. `@$myhostname` is added to the name. Mail to this address is thrown away, so do not use the name of a real person. Address probes have the same sender unless `address_verify_sender` is set.',
      ja: 'postmaster への報告の送信者です。Postfix はこの送信者で報告を見分け、届けられなくても、それ以上の通知は送りません。名前には `@$myhostname` が付きます。このアドレス宛てのメールは捨てられるので、実在する人の名前は使わないでください。`address_verify_sender` を設定しなければ、アドレスを検査する試験メールの送信者にもなります。',
    },
  },
  enable_errors_to: {
    since: '2.1',
    onlyIn: ['2.1.0', '2.1.1', '2.1.2', '2.1.3', '2.1.4', '2.1.5', '2.1.6'],
    removed: '2.2',
    type: 'boolean',
    default: 'no',
    usedBy: ['cleanup'],
    deprecated: { since: '2.2', remove: true },
    text: {
      en: 'Sent error notices to the address in the `Errors-To:` header instead of the envelope sender. It existed in 2.1 only; earlier versions always did so. From 2.2 Postfix no longer heeds that header, so remove the line.',
      ja: 'エラー通知を、エンベロープ送信者ではなく `Errors-To:` ヘッダーのアドレスに送るものでした。2.1 だけにあったパラメータで、それより前の版は常にそう動作していました。2.2 以降の Postfix はこのヘッダーを考慮しないので、行を削除してください。',
    },
  },
  enable_threaded_bounces: {
    since: '3.6',
    type: 'boolean',
    expression: true,
    default: 'no',
    usedBy: ['bounce'],
    text: {
      en: 'Ties error, delay and success notices to the original mail by `References:` and `In-Reply-To:` headers, so that mail programs show both in one thread. The reader sees at once which mail is meant. But deleting the thread because of the notice also deletes the conversation, which is why it is off unless you ask for it.',
      ja: 'エラー、遅延、成功の通知に `References:` と `In-Reply-To:` ヘッダーを付け、メールソフトで元のメールと同じスレッドに表示されるようにします。どのメールについての通知かがすぐにわかります。ただし、通知と一緒にスレッドごと削除すると、元のやり取りまで消えてしまいます。そのため、指定しなければ付きません。',
    },
  },
  error_notice_recipient: {
    type: 'string',
    holds: 'mail address',
    minLength: 1,
    default: 'postmaster',
    usedBy: ['lmtp', 'smtp', 'smtpd'],
    text: {
      en: 'Names who gets the reports of the classes `policy`, `protocol`, `resource`, `software` and `data` in `notify_classes`. They contain the conversation with the other side, sometimes with a password or parts of a mail, so only the administrator should read them. See to it that `postmaster`, or the name you write here, leads to a person.',
      ja: '`notify_classes` の `policy`、`protocol`、`resource`、`software`、`data` の報告を受け取る人です。相手とのやり取りが書かれ、パスワードやメールの一部を含むこともあるので、管理者だけが読めるようにします。`postmaster` でも別の名前でも、誰かに届くようにしておきます。',
    },
  },
  notify_classes: {
    type: 'keywords',
    values: {
      bounce: {
        text: {
          en: 'Mail that was returned, and refused mail with the whole conversation.',
          ja: '送信者に返したメールと、拒否したメールのやり取りを知らせます。',
        },
      },
      '2bounce': {
        text: {
          en: 'Error notices that could not be delivered either.',
          ja: '届けられなかったエラー通知を知らせます。',
        },
      },
      delay: {
        text: {
          en: 'Mail that is late (see `delay_warning_time`).',
          ja: '配送が遅れているメールを知らせます（`delay_warning_time` を参照してください）。',
        },
      },
      policy: {
        text: { en: 'Mail that was refused by restrictions.', ja: '制限によって拒否したメールを知らせます。' },
      },
      protocol: { text: { en: 'Errors in the SMTP conversation.', ja: 'SMTP のやり取りの誤りを知らせます。' } },
      resource: {
        text: {
          en: 'Mail that could not be handled for lack of resources, such as disk space.',
          ja: 'ディスク容量などの不足で処理できなかったメールを知らせます。',
        },
      },
      software: {
        text: {
          en: 'Mail that could not be handled because of a fault in the software.',
          ja: 'ソフトウェアの問題で処理できなかったメールを知らせます。',
        },
      },
      data: {
        since: '2.9',
        text: {
          en: 'Errors because an important file could not be read.',
          ja: '重要なファイルを読めなかったために起きたエラーを知らせます。',
        },
      },
    },
    caseSensitive: true,
    mayBeEmpty: true,
    default: { '2.0': 'resource,software', '2.1': 'resource, software' },
    usedBy: ['bounce', 'lmtp', 'smtp', 'smtpd'],
    text: {
      en: 'Lists the kinds of problems about which the postmaster gets a mail. `bounce`, `policy` and `protocol` mean much mail on a public server. Reports can contain passwords of users who had trouble logging in.',
      ja: 'どの種類の問題を postmaster にメールで知らせるかを並べます。公開サーバーでは `bounce`、`policy`、`protocol` を加えると大量に届きます。報告には、ログインに失敗した利用者のパスワードが含まれることがあります。',
    },
  },
  pipe_delivery_status_filter: {
    since: '3.0',
    type: 'string',
    holds: 'lookup tables',
    default: '$default_delivery_status_filter',
    usedBy: ['pipe'],
    like: 'default_delivery_status_filter',
  },
  trace_service_name: {
    since: '2.1',
    type: 'string',
    holds: 'service name',
    minLength: 1,
    default: 'trace',
    usedBy: ['*'],
    text: {
      en: 'Names the service that collects the delivery reports that someone asked for, by `sendmail -v`, `sendmail -bv` or `NOTIFY=SUCCESS` in SMTP, normally `trace`. The program behind it stores its records in a queue directory of the same name, so leave it alone. If master.cf has no such service, mail sent by `sendmail -v` or with `NOTIFY=SUCCESS` is delivered but counts as deferred, and recipients get it again at each attempt.',
      ja: '`sendmail -v`、`sendmail -bv`、SMTP の `NOTIFY=SUCCESS` で求められた配送報告をまとめるサービスです。通常は `trace` です。このサービスのプログラムは同じ名前のキューディレクトリに記録を書くので、変えないでください。master.cf にその名前のサービスがないと、`sendmail -v` や `NOTIFY=SUCCESS` を付けて送ったメールは、配送されても未配送とみなされ、再配送のたびに同じメールが届きます。',
    },
  },
} satisfies Facts;
