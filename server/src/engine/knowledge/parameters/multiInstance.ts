import type { Facts } from './parameter';

export const multiInstance = {
  multi_instance_directories: {
    since: '2.6',
    type: 'string',
    holds: 'directory path list',
    list: true,
    default: '',
    usedBy: ['*'],
  },
  multi_instance_enable: { since: '2.6', type: 'boolean', default: 'no', usedBy: ['*'] },
  multi_instance_group: { since: '2.6', type: 'string', holds: 'word', default: '', usedBy: ['*'] },
  multi_instance_name: { since: '2.6', type: 'string', holds: 'word', default: '', usedBy: ['*'] },
  multi_instance_wrapper: { since: '2.6', type: 'string', holds: 'shell command', default: '', usedBy: ['*'] },
  postmulti_control_commands: {
    since: '2.6',
    type: 'string',
    holds: 'command name list',
    list: true,
    default: 'reload flush',
    usedBy: ['postmulti'],
  },
  postmulti_start_commands: {
    since: '2.6',
    type: 'string',
    holds: 'command name list',
    list: true,
    default: 'start',
    usedBy: ['postmulti'],
  },
  postmulti_stop_commands: {
    since: '2.6',
    type: 'string',
    holds: 'command name list',
    list: true,
    default: 'stop abort drain quick-stop',
    usedBy: ['postmulti'],
  },
} satisfies Facts;
