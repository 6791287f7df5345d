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
  },
  default_verp_delimiters: {
    type: 'string',
    holds: 'character set',
    minLength: 2,
    maxLength: 2,
    default: '+=',
    usedBy: ['*'],
  },
  disable_verp_bounces: { type: 'boolean', default: 'no', usedBy: ['cleanup', 'oqmgr', 'qmgr'] },
  verp_delimiter_filter: { type: 'string', holds: 'character set', minLength: 1, default: '-=+', usedBy: ['*'] },
} satisfies Facts;
