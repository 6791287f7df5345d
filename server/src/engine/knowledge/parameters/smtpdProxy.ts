import type { Facts } from './parameter';

export const smtpdProxy = {
  smtpd_proxy_ehlo: { since: '2.1', type: 'string', holds: 'host name', default: '$myhostname', usedBy: ['smtpd'] },
  smtpd_proxy_filter: { since: '2.1', type: 'string', holds: 'server endpoint', default: '', usedBy: ['smtpd'] },
  smtpd_proxy_options: {
    since: '2.7',
    type: 'keywords',
    values: { speed_adjust: {} },
    caseSensitive: true,
    mayBeEmpty: true,
    default: '',
    usedBy: ['smtpd'],
  },
  smtpd_proxy_timeout: { since: '2.1', type: 'time', unit: 's', min: 1, default: '100s', usedBy: ['smtpd'] },
} satisfies Facts;
