/** A token of an address, as tok822_parse.c makes them: an operator by its character, or text. */
export interface Token {
  readonly type: string | 'atom' | 'quoted' | 'literal' | 'comment';
  readonly text: string;
  /** Added to other tokens and not read with them: no blank is put after it. */
  readonly isAdded?: boolean;
}

const OPERATORS = '|%!()<>@,;:\\".[]';

/** tok822_scan. */
export function scan(address: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < address.length; ) {
    const char = address[at] as string;
    if (isSpace(char)) {
      at++;
    } else if (char === '(') {
      const end = endOfComment(address, at);
      tokens.push({ type: 'comment', text: address.slice(at, end) });
      at = end;
    } else if (char === '[' || char === '"') {
      const close = char === '"' ? char : ']';
      const { text, end } = collect(address, at + 1, (next) => next !== close);
      tokens.push({ type: char === '"' ? 'quoted' : 'literal', text });
      at = end + 1;
    } else if (char !== '\\' && OPERATORS.includes(char)) {
      tokens.push({ type: char, text: char });
      at++;
    } else {
      const { text, end } = collect(address, at, (next) => !isSpace(next) && !OPERATORS.includes(next));
      tokens.push({ type: /[ \x00-\x1f\x7f|%!()<>@,;:\\".[\]]/.test(text) ? 'quoted' : 'atom', text });
      at = end;
    }
  }
  return tokens;
}

function isSpace(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\r' || char === '\n';
}

/** COLLECT in tok822_parse.c: a backslash protects what follows it. */
function collect(address: string, from: number, isInside: (char: string) => boolean): { text: string; end: number } {
  let text = '';
  let end = from;
  for (; end < address.length; end++) {
    if (address[end] === '\\') end++;
    else if (!isInside(address[end] as string)) break;
    const char = address[end] ?? '';
    text += isSpace(char) ? ' ' : char;
  }
  return { text, end: Math.min(end, address.length) };
}

/** Comments may be inside one another (tok822_comment). */
function endOfComment(address: string, from: number): number {
  let level = 0;
  for (let at = from; at < address.length; at++) {
    if (address[at] === '(') level++;
    else if (address[at] === ')' && --level === 0) return at + 1;
    else if (address[at] === '\\') at++;
  }
  return address.length;
}

/** tok822_internalize: the text of an address without quotes. */
export function internalize(tokens: readonly Token[]): string {
  return tokens
    .map((token, i) => {
      const text = token.type === 'literal' ? `[${token.text}]` : token.text;
      const next = tokens[i + 1];
      return next && needsBlank(token, next) ? `${text} ` : text;
    })
    .join('');
}

/** tok822_append_space. */
function needsBlank(token: Token, next: Token): boolean {
  if (token.isAdded) return false;
  return token.type === ',' || next.type === '<' || (token.type.length > 1 && next.type.length > 1);
}

/** tok822_sub_append: tokens that are added to others are as these are. */
export function append(tokens: readonly Token[], more: readonly Token[]): Token[] {
  return [...tokens, ...asBeside(tokens.at(-1), more)];
}

/** tok822_sub_prepend. */
export function prepend(tokens: readonly Token[], more: readonly Token[]): Token[] {
  return [...asBeside(tokens[0], more), ...tokens];
}

function asBeside(neighbour: Token | undefined, tokens: readonly Token[]): Token[] {
  const isAdded = neighbour ? neighbour.isAdded === true : true;
  return tokens.map(({ type, text }) => ({ type, text, isAdded }));
}

export const AT: Token = { type: '@', text: '@' };

/** quote_822_local: puts a local part in quotes where it needs them. `isLocalPart`: there is no domain. */
export function quoteLocal(address: string, isLocalPart = false): string {
  const start = address.startsWith('@') ? address.indexOf(':') + 1 : 0;
  const at = isLocalPart ? -1 : address.lastIndexOf('@');
  const end = at < start ? address.length : at;
  const local = address.slice(start, end);
  if (isDotString(local)) return address;
  return `${address.slice(0, start)}"${local.replace(/["\\\r]/g, '\\$&')}"${address.slice(end)}`;
}

/** is_822_dot_string. */
function isDotString(local: string): boolean {
  return !/^$|^\.|\.\.|\.$|[ \x00-\x1f\x7f()<>@,;:\\"[\]]/.test(local);
}

/** unquote_822_local. */
export function unquoteLocal(address: string): string {
  const start = address.startsWith('@') ? address.indexOf(':') + 1 : 0;
  let text = address.slice(0, start);
  let isQuoted = false;
  let domain: { readonly length: number; readonly at: number } | undefined;
  for (let at = start; at < address.length; at++) {
    if (address[at] === '"') {
      isQuoted = !isQuoted;
      continue;
    }
    if (address[at] === '@' && !isQuoted) domain = { length: text.length, at };
    else if (address[at] === '\\' && ++at === address.length) break;
    text += address[at];
  }
  return domain ? text.slice(0, domain.length) + address.slice(domain.at) : text;
}
