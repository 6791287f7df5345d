import type { Facts } from './parameter';

export const flush = {
  fast_flush_domains: {
    type: 'string',
    holds: 'domain match list',
    list: true,
    default: '$relay_domains',
    usedBy: ['*'],
  },
  fast_flush_purge_time: { type: 'time', unit: 'd', min: 1, default: '7d', usedBy: ['flush'] },
  fast_flush_refresh_time: { type: 'time', unit: 'h', min: 1, default: '12h', usedBy: ['flush'] },
} satisfies Facts;
