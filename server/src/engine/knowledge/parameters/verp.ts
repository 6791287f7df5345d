import type { Facts } from './parameter';

export const verp = {
  authorized_verp_clients: {
    type: 'string',
    holds: 'client match list',
    list: true,
    default: { '2.0': '$mynetworks', '2.1': '' },
    legacySince: '2.1',
    usedBy: ['smtpd'],
    deprecated: { since: '2.1', instead: ['smtpd_authorized_verp_clients'], sameValue: true, warnedSince: '3.11' },
    like: 'smtpd_authorized_verp_clients',
  },
  default_verp_delimiters: {
    type: 'string',
    holds: 'character set',
    minLength: 2,
    maxLength: 2,
    default: '+=',
    usedBy: ['*'],
    text: {
      en: 'Sets the two characters that join sender and recipient in a VERP sender address, if the request names no others. With `+=` mail from `news@example.jp` to `user@example.com` is sent as `news+user=example.com@example.jp`. The first one should be your `recipient_delimiter`, so that bounces reach `news`. Both must be in `verp_delimiter_filter`, otherwise Postfix does not start.',
      ja: 'VERP の要求に指定がないとき、送信者のアドレスで送信者と宛先をつなぐ2文字です。`+=` なら、`news@example.jp` から `user@example.com` へのメールの送信者は `news+user=example.com@example.jp` になります。1文字目を `recipient_delimiter` と同じにしておくと、エラーメールが `news` に届きます。2文字とも `verp_delimiter_filter` に含まれていないと、Postfix は起動しません。',
    },
  },
  disable_verp_bounces: {
    type: 'boolean',
    default: 'no',
    usedBy: ['cleanup', 'oqmgr', 'qmgr'],
    text: {
      en: 'Sends one error notice for all failed recipients of a message with VERP, instead of one for each of them. The single notice goes to the plain sender address, so list managers such as ezmlm, which read the failed recipient from the address, cannot use it. It concerns only notices of this machine, and only mail that was sent with VERP (`XVERP`, `sendmail -XV`).',
      ja: 'VERP で送ったメールのエラーメールを、失敗した宛先ごとではなく、まとめて1通にします。その1通は元の送信者アドレスに届くので、アドレスから宛先を読み取る ezmlm などのメーリングリスト管理プログラムでは使えません。対象になるのは、このマシンが作るエラーメールのうち、VERP（`XVERP`、`sendmail -XV`）で送ったメールのものだけです。',
    },
  },
  verp_delimiter_filter: {
    type: 'string',
    holds: 'character set',
    minLength: 1,
    default: '-=+',
    usedBy: ['*'],
    text: {
      en: 'Lists the characters that may be VERP delimiters, in `XVERP` of an SMTP client and in `sendmail -XV`. Others are refused; those in `default_verp_delimiters` must be listed too. Leave it alone: most other characters mean something in addresses or occur in names.',
      ja: 'SMTPクライアントの `XVERP` や `sendmail -XV` で、VERP の区切りとして指定できる文字を並べます。ほかの文字は拒否されます。`default_verp_delimiters` の文字も含まれていなければなりません。ほかの文字の多くはアドレスの中で意味を持つか、名前に使われるので、変更しないでください。',
    },
  },
} satisfies Facts;
