import type { Facts } from './parameter';

export const virtualDelivery = {
  virtual_delivery_status_filter: {
    since: '3.0',
    type: 'string',
    holds: 'lookup tables',
    default: '$default_delivery_status_filter',
    usedBy: ['virtual'],
  },
  virtual_gid_maps: { type: 'string', holds: 'lookup tables', default: '', usedBy: ['virtual'] },
  virtual_mailbox_base: { type: 'string', holds: 'directory path', minLength: 1, default: '', usedBy: ['virtual'] },
  virtual_mailbox_limit: { type: 'integer', default: '51200000', usedBy: ['virtual'] },
  virtual_mailbox_lock: {
    type: 'keywords',
    values: { flock: {}, fcntl: {}, dotlock: {} },
    caseSensitive: true,
    otherValues: true,
    minLength: 1,
    default: { '2.0': 'fcntl', '2.4': 'fcntl, dotlock' },
    defaultFrom: 'build',
    usedBy: ['virtual'],
  },
  virtual_mailbox_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    usedBy: ['proxymap', 'smtpd', 'trivial-rewrite', 'virtual'],
  },
  virtual_maps: {
    type: 'string',
    holds: 'lookup tables',
    default: '',
    legacySince: '2.0',
    usedBy: ['cleanup', 'proxymap', 'smtpd', 'trivial-rewrite'],
    deprecated: {
      since: '2.0',
      instead: ['virtual_alias_maps', 'virtual_alias_domains'],
      sameValue: true,
      warnedSince: '3.11',
    },
  },
  virtual_minimum_uid: { type: 'integer', min: 1, default: '100', usedBy: ['virtual'] },
  virtual_uid_maps: { type: 'string', holds: 'lookup tables', default: '', usedBy: ['virtual'] },
} satisfies Facts;
