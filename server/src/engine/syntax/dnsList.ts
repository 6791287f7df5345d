/** The argument of reject_rbl_client and its relatives: `domain`, or `domain=pattern` for certain replies only. */
export interface DnsList {
  readonly domain: string;
  readonly reply?: string;
}

export function parseDnsList(text: string): DnsList {
  const equals = text.indexOf('=');
  return equals < 0 ? { domain: text } : { domain: text.slice(0, equals), reply: text.slice(equals + 1) };
}

const RANGE = '[0-9]{1,3}(?:\\.\\.[0-9]{1,3})?';
const FIELD = `(?:[0-9]{1,3}|\\[${RANGE}(?:;${RANGE})*\\])`;
const PATTERN = new RegExp(`^${FIELD}(?:\\.${FIELD}){3}$`);

/** Whether ip_match_parse(3) can read a reply pattern such as `127.0.0.[2;4..11]`. */
export function isReplyPattern(text: string): boolean {
  const inside = /^\[(.*)\]$/.exec(text)?.[1];
  if (!PATTERN.test(text) && !(inside !== undefined && PATTERN.test(inside))) return false;
  const isOrdered = [...text.matchAll(/([0-9]+)\.\.([0-9]+)/g)].every(([, from, to]) => Number(from) <= Number(to));
  return isOrdered && (text.match(/[0-9]+/g) ?? []).every((number) => Number(number) <= 255);
}
