/** A reply of smtpd(8) to a client that it refuses. */
export interface Reply {
  readonly code: number;
  /** The enhanced status code of RFC 3463: `5.7.1`. */
  readonly status: string;
}

/** As smtpd_check_reject makes sure of it: an impossible code becomes 450, and the status begins as the code does. */
export function makeReply(code: number, status: string, isSoftBounce: boolean): Reply {
  if (!(code >= 400 && code <= 599) || !VALID_STATUS.test(status)) return { code: 450, status: '4.7.1' };
  const final = isSoftBounce && code >= 500 ? code - 100 : code;
  return { code: final, status: `${String(final)[0]}${status.slice(1)}` };
}

const VALID_STATUS = /^[245]\.\d{1,3}\.\d{1,3}$/;

/** The status with which a text begins, or the one given (dsn_split(3)). */
export function statusOf(text: string, otherwise: string): string {
  return /^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)/.exec(text.trimStart())?.[0] ?? otherwise;
}

/** What the reply is about: a status that speaks of another address is changed (smtpd_dsn_fix.c). */
export type Subject = 'sender' | 'recipient' | 'other';

/** The last digit of a status about an address: what it becomes for a sender, and for a recipient. */
const ADDRESS_STATUS: Readonly<Record<string, readonly [sender: string, recipient: string]>> = {
  '1': ['4.1.7', '4.1.1'],
  '2': ['4.1.8', '4.1.2'],
  '3': ['4.1.7', '4.1.3'],
  '4': ['4.1.7', '4.1.4'],
  '5': ['4.1.0', '4.1.5'],
  '6': ['4.1.7', '4.1.6'],
  '7': ['4.1.7', '4.1.3'],
  '8': ['4.1.8', '4.1.2'],
};

export function fixStatus(status: string, subject: Subject): string {
  if (!/^\d\.1\./.test(status)) return status;
  if (subject === 'other') return '4.0.0';
  const [sender, recipient] = ADDRESS_STATUS[status.slice(4)] ?? ['4.1.0', '4.1.0'];
  return subject === 'sender' ? sender : recipient;
}
