import type { Facts } from './parameter';

export const qmqpd = {
  qmqpd_authorized_clients: { type: 'string', holds: 'client match list', list: true, default: '', usedBy: ['qmqpd'] },
  qmqpd_client_port_logging: { since: '2.5', type: 'boolean', default: 'no', usedBy: ['qmqpd'] },
  qmqpd_error_delay: { type: 'time', unit: 's', default: '1s', usedBy: ['qmqpd'] },
  qmqpd_timeout: { type: 'time', unit: 's', min: 1, default: '300s', usedBy: ['qmqpd'] },
} satisfies Facts;
