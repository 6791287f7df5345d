import type { AddressClass } from './addresses';

/** Who connects, and what the client does before it names sender and recipient. */
export interface Client {
  /** IPv4 or IPv6, without brackets. */
  readonly address: string;
  /** The host name that DNS confirms, or `unknown`. Absent: only DNS can tell. */
  readonly name?: string;
  /** The user who logs in. */
  readonly login?: string;
  /** Whether the client goes over to TLS where the service offers it. */
  readonly tls: boolean;
  /** What the client shows if it is asked for a certificate. */
  readonly certificate?: Certificate;
  /** A proxy tells all this by XCLIENT before the session begins: the login is known from the start. */
  readonly viaXclient?: boolean;
}

export interface Certificate {
  /** Absent: it is one of those that the server's tables know. */
  readonly fingerprint?: string;
  /** An authority that the server knows has signed it. */
  readonly isTrusted: boolean;
}

/** One message to one recipient. */
export interface Question {
  readonly client: Client;
  /** What follows HELO or EHLO; empty: nothing is said. */
  readonly helo: string;
  /** Addresses without angle brackets; an empty sender is that of a bounce. */
  readonly sender: string;
  readonly recipient: string;
  /** The classes of the addresses, where tables that cannot be read leave them open. */
  readonly expects?: { readonly sender?: AddressClass; readonly recipient?: AddressClass };
  /** The recipient is taken for one of those that the server's tables know. */
  readonly recipientExists?: boolean;
  /** The sender address belongs to the user who has logged in. */
  readonly ownsSender?: boolean;
}
