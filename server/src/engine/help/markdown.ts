import type { Span } from '../syntax/document';
import { spanOf } from '../syntax/logicalLine';
import type { ServiceEntry } from '../syntax/masterCf';

/** Longer values are cut: a hover is no place to read them. */
const LONGEST = 300;

export function shortened(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ');
  return oneLine.length > LONGEST ? `${oneLine.slice(0, LONGEST)} …` : oneLine;
}

/** Inline code, also for a text that holds backticks itself. */
export function code(text: string): string {
  if (!text.includes('`')) return `\`${text}\``;
  return `\`\` ${text} \`\``;
}

/** The line of a span's start, from 1. */
export function lineOf({ file, start }: Span): number {
  let line = 1;
  for (let at = file.text.indexOf('\n'); at >= 0 && at < start; at = file.text.indexOf('\n', at + 1)) line++;
  return line;
}

/** The line of master.cf on which a service begins, from 1. */
export function lineOfService({ service }: ServiceEntry): number {
  return lineOf(spanOf(service));
}
