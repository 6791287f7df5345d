/** What the client of a proof says to smtpd(8): it hands over a message for somebody elsewhere. */
export function sender(helo = 'client.example', from = 'a@example.com', to = 'b@example.org'): string[] {
  return [`EHLO ${helo}`, `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`];
}

/** The same of a client that smtpd(8) does not know; with XCLIENT it comes from an address of its own, and may have logged in. */
export function stranger(mail: { helo?: string; from?: string; to?: string; login?: string } = {}): string[] {
  const { helo, from, to, login } = mail;
  const attributes = `NAME=[UNAVAILABLE] ADDR=203.0.113.5${login === undefined ? '' : ` LOGIN=${login}`}`;
  return ['EHLO client.example', `XCLIENT ${attributes}`, ...sender(helo, from, to)];
}
