import type { Facts } from './parameter';

export const qmqpd = {
  qmqpd_authorized_clients: {
    type: 'string',
    holds: 'client match list',
    list: true,
    default: '',
    usedBy: ['qmqpd'],
    text: {
      en: 'Lists clients that may hand over mail by QMQP, a protocol of qmail. There is no other access control: whoever is listed can send to any destination, so name single hosts of your own. Empty means nobody. Needed only if you run qmqpd(8), which is commented out in the stock master.cf; IPv6 addresses stand in square brackets.',
      ja: 'qmail のプロトコル QMQP でメールを渡せるクライアントを並べます。ほかにアクセス制御はなく、ここに書いた相手はどの宛先にも送れるので、自分のホストを一つずつ書きます。空なら誰にも許可しません。標準の master.cf でコメントになっている qmqpd(8) を動かすときだけ必要です。IPv6 アドレスは角かっこで囲みます。',
    },
  },
  qmqpd_client_port_logging: {
    since: '2.5',
    type: 'boolean',
    default: 'no',
    usedBy: ['qmqpd'],
    text: {
      en: "Adds the client's TCP port to the log of the QMQP server: `host[address]:port` instead of `host[address]`. QMQP clients are normally servers of your own, so there is little use for it; the SMTP server has `smtpd_client_port_logging`.",
      ja: 'QMQP サーバーのログにクライアントの TCP ポート番号も残し、`host[address]` ではなく `host[address]:port` の形で記録します。QMQP のクライアントは普通は自分のサーバーなので、使い道はあまりありません。SMTPサーバーには `smtpd_client_port_logging` があります。',
    },
  },
  qmqpd_error_delay: {
    type: 'time',
    unit: 's',
    default: '1s',
    usedBy: ['qmqpd'],
    text: {
      en: 'Sets how long the QMQP server waits before it reports a failure to the client. This slows down a program that tries again and again. Each wait keeps a process busy, so a long one harms you as well; `0` means no wait.',
      ja: 'QMQP サーバーが、失敗をクライアントに知らせるまで待つ時間です。何度も繰り返すプログラムを遅らせます。待つ間はプロセスが占有されるため、長くすると自分も困ります。`0` なら待ちません。',
    },
  },
  qmqpd_timeout: {
    type: 'time',
    unit: 's',
    min: 1,
    default: '300s',
    usedBy: ['qmqpd'],
    text: {
      en: 'Limits how long the QMQP server waits for each read from a client or write to it. When it runs out, the connection is closed; a message that has not arrived completely is dropped, and the client has to send it again. There is hardly a reason to change it.',
      ja: 'QMQP サーバーが、クライアントとの1回の読み書きを待つ時間の上限です。過ぎると接続を切ります。届ききっていないメールは捨てられ、クライアントが送り直すことになります。変更する理由はほとんどありません。',
    },
  },
} satisfies Facts;
