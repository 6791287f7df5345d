import type { Facts } from './parameter';
import { REQUIRETLS_POLICIES } from './vocabulary';

export const requiretls = {
  lmtp_requiretls_policy: {
    since: '3.11',
    type: 'string',
    holds: 'requiretls policy list',
    list: true,
    values: REQUIRETLS_POLICIES,
    default: 'opportunistic',
    usedBy: ['lmtp'],
    text: {
      en: 'Decides how strictly the LMTP client obeys a REQUIRETLS demand. The standard `opportunistic` passes the demand on if the server supports it and delivers the mail in any case, which suits mailbox servers and filters of your own, since hardly any support it. A list is written like that of `smtp_requiretls_policy`; for a UNIX socket tables are searched for `myhostname`. If nothing in the list matches, `enforce` applies, and mail whose demand cannot be met is returned.',
      ja: 'REQUIRETLS の要求を LMTPクライアントがどこまで厳しく守るかを決めます。標準の `opportunistic` は、サーバーが対応していれば要求を伝え、対応していなくても配送します。対応しているメールボックスのサーバーやフィルターはほとんどないため、これが適切です。一覧は `smtp_requiretls_policy` と同じように書け、UNIX ソケットの場合、テーブルは `myhostname` で検索されます。一覧のどれにも一致しないときは `enforce` となり、要求を満たせないメールは送信者に戻ります。',
    },
  },
  requiretls_enable: {
    since: '3.11',
    type: 'boolean',
    expression: true,
    default: 'yes',
    usedBy: ['*'],
    text: {
      en: 'Turns on support for REQUIRETLS (RFC 8689), by which a sender demands that a message is passed on only over verified TLS connections. The SMTP server offers it inside TLS; how strictly mail is then passed on is up to `smtp_requiretls_policy` and `lmtp_requiretls_policy`. Turned off, senders who insist on it cannot reach you.',
      ja: '検証済みの TLS 接続だけで配送するよう送信者が求める REQUIRETLS（RFC 8689）に対応します。SMTPサーバーは TLS の中でこの機能を提供し、配送時にどこまで厳しく守るかは `smtp_requiretls_policy` と `lmtp_requiretls_policy` で決めます。無効にすると、これを必須とする送信者からのメールは届きません。',
    },
  },
  requiretls_esmtp_header: {
    since: '3.11',
    type: 'boolean',
    expression: true,
    default: 'yes',
    usedBy: ['cleanup', 'smtpd'],
    text: {
      en: 'Writes the demand for REQUIRETLS into the message as `Require-TLS-ESMTP: yes`, and obeys this header in mail that arrives. Without it the demand is lost on the way through a filter in `content_filter` or `smtpd_proxy_filter`; Milters do not need it. Recipients see the header, and anybody can write it into a message. It can be turned off if you have no such filter.',
      ja: 'REQUIRETLS の要求を `Require-TLS-ESMTP: yes` というヘッダーとしてメールに書き込み、届いたメールのこのヘッダーにも従います。`content_filter` や `smtpd_proxy_filter` のフィルターを通ると要求が失われるのを防ぐためのもので、Milter には必要ありません。ヘッダーは宛先の人にも見え、誰でもメールに書けます。こうしたフィルターがなければ無効にできます。',
    },
  },
  requiretls_redact_dsn: {
    since: '3.11',
    type: 'boolean',
    expression: true,
    default: 'yes',
    usedBy: ['bounce'],
    text: {
      en: 'Puts only the headers of a REQUIRETLS message into notices about its delivery, and sends these notices without demanding REQUIRETLS. The servers on the way back need not support it, so with `no` the whole text may be returned, but the notice itself can get lost. Leave it on.',
      ja: 'REQUIRETLS のメールの配送に関する通知には元のメールのヘッダーだけを含め、通知そのものは REQUIRETLS を求めずに送ります。帰り道のサーバーが対応しているとは限らないため、`no` にすると、本文も送り返せる代わりに、通知が届かないことがあります。有効のままにしてください。',
    },
  },
  smtp_requiretls_policy: {
    since: '3.11',
    type: 'string',
    holds: 'requiretls policy list',
    list: true,
    values: REQUIRETLS_POLICIES,
    default:
      'inline:{{${domain_to_ascii{$mydomain}}=opportunistic}, {.${domain_to_ascii{$mydomain}}=opportunistic}, {localhost=opportunistic}}, cidr:{{0.0.0.0/0 opportunistic}, {::/0 opportunistic}}, enforce',
    usedBy: ['smtp'],
    text: {
      en: 'Decides for each destination how strictly the SMTP client obeys a REQUIRETLS demand. The items are tried in order; each is one of the words, or a table that returns one, looked up by the next hop without brackets and port. At `enforce`, which also counts when nothing matches, mail is returned unless a server with a matching certificate offers REQUIRETLS. Few servers do so yet: `opportunistic+starttls` at the end of the list is the more practical rule.',
      ja: 'REQUIRETLS の要求をどこまで厳しく守るかを、配送先ごとに決めます。項目は順に調べられ、それぞれに決まった単語か、その単語を返すテーブルを書きます。テーブルは、角かっことポート番号を除いた配送先で検索されます。どれにも一致しないときは `enforce` となり、証明書が一致し REQUIRETLS を提供するサーバーがなければ、メールは送信者に戻ります。対応するサーバーはまだ少ないため、一覧の最後を `opportunistic+starttls` にするほうが実用的です。',
    },
  },
} satisfies Facts;
