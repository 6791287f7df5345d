import type { Facts } from './parameter';

export const notification = {
  '2bounce_notice_recipient': {
    type: 'string',
    holds: 'mail address',
    minLength: 1,
    default: 'postmaster',
    usedBy: ['bounce'],
  },
  backwards_bounce_logfile_compatibility: { since: '2.1', type: 'boolean', default: 'yes', usedBy: ['*'] },
  bounce_notice_recipient: {
    type: 'string',
    holds: 'mail address',
    minLength: 1,
    default: 'postmaster',
    usedBy: ['bounce', 'smtpd'],
  },
  bounce_service_name: { type: 'string', holds: 'service name', minLength: 1, default: 'bounce', usedBy: ['*'] },
  bounce_size_limit: { type: 'integer', min: 1, default: '50000', usedBy: ['bounce'] },
  bounce_template_file: { since: '2.3', type: 'string', holds: 'file path', default: '', usedBy: ['bounce'] },
  confirm_delay_cleared: { since: '3.0', type: 'boolean', default: 'no', usedBy: ['oqmgr', 'qmgr'] },
  default_delivery_status_filter: { since: '3.0', type: 'string', holds: 'lookup tables', default: '', usedBy: ['*'] },
  delay_logging_resolution_limit: { since: '2.3', type: 'integer', max: 6, default: '2', usedBy: ['*'] },
  delay_notice_recipient: {
    type: 'string',
    holds: 'mail address',
    minLength: 1,
    default: 'postmaster',
    usedBy: ['bounce'],
  },
  double_bounce_sender: {
    type: 'string',
    holds: 'mail address',
    minLength: 1,
    default: 'double-bounce',
    usedBy: ['*'],
  },
  enable_errors_to: {
    since: '2.1',
    onlyIn: ['2.1.0', '2.1.1', '2.1.2', '2.1.3', '2.1.4', '2.1.5', '2.1.6'],
    removed: '2.2',
    type: 'boolean',
    default: 'no',
    usedBy: ['cleanup'],
    deprecated: { since: '2.2', remove: true },
  },
  enable_threaded_bounces: { since: '3.6', type: 'boolean', expression: true, default: 'no', usedBy: ['bounce'] },
  error_notice_recipient: {
    type: 'string',
    holds: 'mail address',
    minLength: 1,
    default: 'postmaster',
    usedBy: ['lmtp', 'smtp', 'smtpd'],
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
  },
  trace_service_name: {
    since: '2.1',
    type: 'string',
    holds: 'service name',
    minLength: 1,
    default: 'trace',
    usedBy: ['*'],
  },
} satisfies Facts;
