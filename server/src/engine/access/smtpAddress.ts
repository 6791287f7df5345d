import { append, internalize, scan, type Token } from './mailAddress';

/** The address in a MAIL or RCPT command, as smtpd(8) takes it out of what surrounds it. */
export interface SmtpAddress {
  /** Without quotes and comments; '' where there is none. */
  readonly address: string;
  /** Nothing but an address is there, as `strict_rfc821_envelopes` wants it. */
  readonly isStrict: boolean;
  /** Something follows, which the command takes for an option. */
  readonly hasOption: boolean;
}

/**
 * extract_addr in smtpd.c: reads `<text>`. Undefined where that is more than one address, or where quotes and brackets do
 * not match.
 */
export function extractAddress(text: string): SmtpAddress | undefined {
  if (!/[\x00- "(),:;<>[\\\]\x7f]/.test(text)) {
    return { address: text, isStrict: !text.startsWith('@'), hasOption: false };
  }
  const whole = `<${text}>`;
  const token = firstToken(whole);
  if (token === undefined) return undefined;
  const inside = token.endsWith('>') ? token.slice(1, -1) : token;
  const isRoute = inside.startsWith('@') && inside.includes(':');
  const { addresses, hasOther } = parse(scan(isRoute ? inside.slice(inside.indexOf(':') + 1) : inside));
  if (addresses.length > 1) return undefined;
  const address = internalize(append([], addresses[0] ?? []));
  const hasOption = /[^ \t-\r]/.test(whole.slice(token.length));
  return { address, isStrict: !hasOther && !address.startsWith('@'), hasOption };
}

/** smtp_next_token: all up to the first blank outside of quotes and brackets, which must match (smtp_quoted). */
function firstToken(whole: string): string | undefined {
  /** What closes the quotes and brackets that are open. */
  const open: ('"' | '>')[] = [];
  let at = 0;
  for (; at < whole.length; at++) {
    const char = whole[at] as string;
    const innermost = open.at(-1);
    if (char === '\\') at++;
    else if (char === innermost) open.pop();
    else if (char === '"') open.push('"');
    else if (char === '<' && innermost !== '"') open.push('>');
    else if (!innermost && /[ \t-\r]/.test(char)) break;
  }
  return open.length > 0 ? undefined : whole.slice(0, at);
}

/** tok822_parse: the addresses in a list of tokens, and whether there is anything else than them and angle brackets. */
function parse(tokens: readonly Token[]): { addresses: readonly (readonly Token[])[]; hasOther: boolean } {
  const addresses: (readonly Token[])[] = [];
  let pending: Token[] = [];
  let hasOther = false;
  let mayFollowWord = true;
  let isInGroup = false;
  const endAddress = () => {
    if (pending.length > 0) addresses.push(pending.reverse());
    pending = [];
  };
  /** Goes back, past what is part of no address, to one of these operators. */
  const skipTo = (operators: string, from: number): number => {
    let at = from;
    for (; at >= 0 && !operators.includes((tokens[at] as Token).type); at--) {
      if (!'<>'.includes((tokens[at] as Token).type)) hasOther = true;
    }
    return at;
  };
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at] as Token;
    const { type } = token;
    if (type === 'comment') {
      hasOther = true;
    } else if (type === ';' || type === ',') {
      endAddress();
      hasOther = mayFollowWord = true;
      isInGroup ||= type === ';';
    } else if (type === ':' && isInGroup) {
      endAddress();
      hasOther = true;
      at = skipTo(',', at) + 1;
    } else if (type === '>') {
      hasOther ||= pending.length > 0;
      endAddress();
      for (at--; at >= 0 && tokens[at]?.type !== '<'; at--) {
        if (tokens[at]?.type === 'comment') hasOther = true;
        else pending.push(tokens[at] as Token);
      }
      endAddress();
      at = skipTo('>;,:', at);
      mayFollowWord = true;
      // A colon ends the phrase before an address, and belongs to none.
      if (tokens[at]?.type === ':' && !isInGroup) hasOther = true;
      else at++;
    } else {
      const isWord = type === 'atom' || type === 'quoted' || type === 'literal';
      if (isWord && !mayFollowWord) endAddress();
      mayFollowWord = !isWord;
      pending.push(token);
    }
  }
  endAddress();
  return { addresses, hasOther };
}
