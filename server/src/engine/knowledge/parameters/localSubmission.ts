import type { Facts } from './parameter';

export const localSubmission = {
  authorized_flush_users: {
    since: '2.2',
    type: 'string',
    holds: 'user match list',
    list: true,
    default: 'static:anyone',
    usedBy: ['postqueue'],
  },
  authorized_mailq_users: {
    since: '2.2',
    type: 'string',
    holds: 'user match list',
    list: true,
    default: 'static:anyone',
    usedBy: ['postqueue'],
  },
  authorized_submit_users: {
    since: '2.2',
    type: 'string',
    holds: 'user match list',
    list: true,
    default: 'static:anyone',
    usedBy: ['postdrop', 'sendmail'],
  },
  local_login_sender_maps: {
    since: '3.6',
    type: 'string',
    holds: 'lookup tables',
    default: 'static:*',
    usedBy: ['postdrop'],
  },
  sendmail_fix_line_endings: {
    since: '2.9',
    type: 'keyword',
    values: { always: {}, strict: {}, never: {} },
    minLength: 1,
    default: 'always',
    usedBy: ['sendmail'],
  },
} satisfies Facts;
