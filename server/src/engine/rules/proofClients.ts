/** What the client of a proof says to smtpd(8): it hands over a message for somebody elsewhere. */
export function sender(helo = 'client.example'): string[] {
  return [`EHLO ${helo}`, 'MAIL FROM:<a@example.com>', 'RCPT TO:<b@example.org>'];
}

/** The same of a client that smtpd(8) does not know; with XCLIENT it comes from an address of its own, and may have logged in. */
export function stranger({ helo = 'client.example', login }: { helo?: string; login?: string } = {}): string[] {
  const attributes = `NAME=[UNAVAILABLE] ADDR=203.0.113.5${login === undefined ? '' : ` LOGIN=${login}`}`;
  return [`EHLO ${helo}`, `XCLIENT ${attributes}`, ...sender(helo)];
}
