import type { Lifetime } from './version';

/** A parameter that exists once for each master.cf service of certain programs: service name + suffix. */
export interface ServiceSuffix extends Lifetime {
  readonly type: 'integer' | 'time' | 'string';
  readonly unit?: 's';
  readonly min?: number;
  readonly max?: number;
  /** The parameter whose value is the default. */
  readonly defaultsTo: string;
  /** The commands in master.cf whose services have it. */
  readonly programs: readonly string[];
  readonly usedBy: readonly string[];
}

/** As pcf_register_service_parameters() of postconf(1) lists them. */
export const SERVICE_SUFFIXES: Readonly<Record<string, ServiceSuffix>> = {
  _destination_concurrency_limit: {
    type: 'integer',
    defaultsTo: 'default_destination_concurrency_limit',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
  },
  _destination_recipient_limit: {
    type: 'integer',
    defaultsTo: 'default_destination_recipient_limit',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
  },
  _initial_destination_concurrency: {
    since: '2.5',
    type: 'integer',
    min: 1,
    defaultsTo: 'initial_destination_concurrency',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
  },
  _destination_concurrency_positive_feedback: {
    since: '2.5.7',
    type: 'string',
    defaultsTo: 'default_destination_concurrency_positive_feedback',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
  },
  _destination_concurrency_negative_feedback: {
    since: '2.5.7',
    type: 'string',
    defaultsTo: 'default_destination_concurrency_negative_feedback',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
  },
  _destination_concurrency_failed_cohort_limit: {
    since: '2.5.7',
    type: 'integer',
    defaultsTo: 'default_destination_concurrency_failed_cohort_limit',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
  },
  _destination_rate_delay: {
    since: '2.5',
    type: 'time',
    unit: 's',
    defaultsTo: 'default_destination_rate_delay',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
  },
  _transport_rate_delay: {
    since: '3.1',
    type: 'time',
    unit: 's',
    defaultsTo: 'default_transport_rate_delay',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['oqmgr', 'qmgr'],
  },
  _recipient_limit: {
    type: 'integer',
    defaultsTo: 'default_recipient_limit',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _extra_recipient_limit: {
    type: 'integer',
    defaultsTo: 'default_extra_recipient_limit',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _recipient_refill_limit: {
    since: '2.4',
    type: 'integer',
    min: 1,
    defaultsTo: 'default_recipient_refill_limit',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _recipient_refill_delay: {
    since: '2.4',
    type: 'time',
    unit: 's',
    min: 1,
    defaultsTo: 'default_recipient_refill_delay',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _delivery_slot_cost: {
    type: 'integer',
    defaultsTo: 'default_delivery_slot_cost',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _delivery_slot_loan: {
    type: 'integer',
    defaultsTo: 'default_delivery_slot_loan',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _delivery_slot_discount: {
    type: 'integer',
    max: 100,
    defaultsTo: 'default_delivery_slot_discount',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _minimum_delivery_slots: {
    type: 'integer',
    defaultsTo: 'default_minimum_delivery_slots',
    programs: ['local', 'error', 'virtual', 'smtp', 'lmtp', 'pipe'],
    usedBy: ['qmgr'],
  },
  _time_limit: {
    type: 'time',
    unit: 's',
    min: 1,
    defaultsTo: 'command_time_limit',
    programs: ['pipe', 'spawn'],
    usedBy: ['pipe', 'spawn'],
  },
};
