/** So many characters from the start of a line make its hash: it holds while the lines around it change. */
const LENGTH = 100;

/** Stands for the end of the file. */
const END = '\uFFFF';

/**
 * The hash of each line by its number, from 1, as GitHub's upload-sarif action calculates it, which warns of any other:
 * of the next characters without blanks, with a number that tells like lines apart.
 */
export function lineHashes(text: string): (line: number) => string | undefined {
  const packed = `${text.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, '')}${END}`;
  const lines: { readonly start: string; readonly nth: number }[] = [];
  const counts = new Map<string, number>();
  for (let at = 0; at < packed.length; ) {
    const start = packed.slice(at, at + LENGTH);
    const nth = (counts.get(start) ?? 0) + 1;
    counts.set(start, nth);
    lines.push({ start, nth });
    const newline = packed.indexOf('\n', at);
    if (newline < 0) break;
    at = newline + 1;
  }
  return (number) => {
    const line = lines[number - 1];
    return line && `${hashOf(line.start)}:${line.nth}`;
  };
}

/** A polynomial, modulo 2^64. */
function hashOf(start: string): string {
  let hash = 0n;
  for (let i = 0; i < LENGTH; i++) {
    const code = i < start.length ? start.charCodeAt(i) : 0;
    hash = BigInt.asUintN(64, hash * 37n + BigInt(code));
  }
  return hash.toString(16);
}
