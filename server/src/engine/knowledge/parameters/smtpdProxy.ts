import type { Facts } from './parameter';

export const smtpdProxy = {
  smtpd_proxy_ehlo: {
    since: '2.1',
    type: 'string',
    holds: 'host name',
    default: '$myhostname',
    usedBy: ['smtpd'],
    text: {
      en: 'Sets the name by which the SMTP server introduces itself to the filter of `smtpd_proxy_filter`. Leave it alone unless that filter refuses your own host name; if it refuses the EHLO, clients get a temporary error.',
      ja: 'SMTPサーバーが `smtpd_proxy_filter` のフィルターに名乗る名前です。フィルターが自分のホスト名を拒否するのでなければ、変更しないでください。フィルターが EHLO を拒否すると、クライアントは一時的なエラーになります。',
    },
  },
  smtpd_proxy_filter: {
    since: '2.1',
    type: 'string',
    holds: 'server endpoint',
    default: '',
    usedBy: ['smtpd'],
    text: {
      en: 'Sends mail through a content filter while the client is still connected, so that what the filter refuses is refused to the sender directly, without a bounce. Write `127.0.0.1:10025`, or `unix:` and a path below `queue_directory`; the filter hands what it accepts to a second SMTP server of master.cf. Set it by `-o` for the receiving service only: in main.cf it applies to the second server too, and mail goes round in circles. Clients wait while the filter works, and get a temporary error if it cannot be reached. Often a Milter (`smtpd_milters`) is the simpler way.',
      ja: 'クライアントが接続している間にメールをコンテンツフィルターに通し、フィルターが拒否したメールを、エラーメールではなくその場の応答で拒否します。`127.0.0.1:10025`、または `unix:` に `queue_directory` の下のパスを続けて書きます。フィルターは、受け入れたメールを master.cf の二つ目の SMTPサーバーに渡します。受信用のサービスにだけ `-o` で指定してください。main.cf に書くと二つ目のサーバーにも適用され、メールが回り続けます。クライアントはフィルターの処理を待たされ、フィルターにつながらなければ一時的なエラーになります。多くの場合、Milter（`smtpd_milters`）のほうが簡単です。',
    },
  },
  smtpd_proxy_options: {
    since: '2.7',
    type: 'keywords',
    values: {
      speed_adjust: {
        text: {
          en: 'Connects to the filter only when the whole message is there, so that fewer filter processes are enough.',
          ja: 'メール全体を受け取ってからフィルターに接続します。フィルターのプロセスが少なくて済みます。',
        },
      },
    },
    caseSensitive: true,
    mayBeEmpty: true,
    default: '',
    usedBy: ['smtpd'],
    text: {
      en: 'Sets how mail is handed to the filter of `smtpd_proxy_filter`. Empty means that the filter is connected while the message is still coming in, and has to keep pace with a slow client. `speed_adjust` avoids that, but needs free space below `queue_directory` for a copy of each message, and the filter must accept or refuse a message for all its recipients alike.',
      ja: '`smtpd_proxy_filter` のフィルターに、メールをどのように渡すかを指定します。空なら、メールを受け取っている間からフィルターに接続し、遅いクライアントに合わせてフィルターも待つことになります。`speed_adjust` ならそれを避けられますが、メールの写しのために `queue_directory` の下に空き容量が必要です。また、フィルターは一つのメールを、すべての宛先について同じように受け入れるか拒否しなければなりません。',
    },
  },
  smtpd_proxy_timeout: {
    since: '2.1',
    type: 'time',
    unit: 's',
    min: 1,
    default: '100s',
    usedBy: ['smtpd'],
    text: {
      en: 'Limits how long the SMTP server waits for the filter of `smtpd_proxy_filter`: for the connection, and for each step after that. When it runs out, the client gets a temporary error (`queue file write error`) and tries again later; the real reason is in the log. Raise it if the filter takes longer over large messages, as these never get through otherwise.',
      ja: 'SMTPサーバーが `smtpd_proxy_filter` のフィルターを待つ時間の上限で、接続とその後のやり取りのそれぞれに適用されます。過ぎるとクライアントは一時的なエラー（`queue file write error`）になり、後で送り直します。本当の理由はログに残ります。大きなメールの検査に時間がかかるフィルターでは、そのようなメールがいつまでも通らないので、長くします。',
    },
  },
} satisfies Facts;
