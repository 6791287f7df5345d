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
    like: 'smtp_requiretls_policy',
  },
  requiretls_enable: { since: '3.11', type: 'boolean', expression: true, default: 'yes', usedBy: ['*'] },
  requiretls_esmtp_header: {
    since: '3.11',
    type: 'boolean',
    expression: true,
    default: 'yes',
    usedBy: ['cleanup', 'smtpd'],
  },
  requiretls_redact_dsn: { since: '3.11', type: 'boolean', expression: true, default: 'yes', usedBy: ['bounce'] },
  smtp_requiretls_policy: {
    since: '3.11',
    type: 'string',
    holds: 'requiretls policy list',
    list: true,
    values: REQUIRETLS_POLICIES,
    default:
      'inline:{{${domain_to_ascii{$mydomain}}=opportunistic}, {.${domain_to_ascii{$mydomain}}=opportunistic}, {localhost=opportunistic}}, cidr:{{0.0.0.0/0 opportunistic}, {::/0 opportunistic}}, enforce',
    usedBy: ['smtp'],
  },
} satisfies Facts;
