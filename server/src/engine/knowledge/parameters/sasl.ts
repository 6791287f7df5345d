import type { Facts } from './parameter';

export const sasl = {
  cyrus_sasl_config_path: {
    since: '2.5',
    type: 'string',
    holds: 'directory path list',
    list: true,
    default: '',
    usedBy: ['lmtp', 'smtp', 'smtpd'],
  },
  send_cyrus_sasl_authzid: { since: '2.5', backports: ['2.4.4'], type: 'boolean', default: 'no', usedBy: ['*'] },
} satisfies Facts;
