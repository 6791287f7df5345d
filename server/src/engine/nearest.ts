/**
 * The name that a misspelt one was most likely meant to be: the nearest by insertions, deletions, replacements and
 * swaps of neighbours. Undefined where nothing is near enough, or two are equally near.
 */
export function nearestName(wrong: string, names: Iterable<string>): string | undefined {
  let limit = Math.max(1, Math.min(3, Math.floor(wrong.length / 4)));
  let nearest: string | undefined;
  let isTie = false;
  const letters = lettersIn(wrong);
  for (const name of names) {
    if (Math.abs(name.length - wrong.length) > limit) continue;
    const others = lettersOf(name);
    if (bitCount(letters & ~others) > limit || bitCount(others & ~letters) > limit) continue;
    const distance = editDistance(wrong, name, limit);
    if (distance > limit) continue;
    isTie = distance === limit && nearest !== undefined;
    if (distance < limit || nearest === undefined) {
      isTie = false;
      nearest = name;
      limit = distance;
    }
  }
  return isTie ? undefined : nearest;
}

/** The letters of a name as bits: names that differ in many letters need no closer look. */
function lettersIn(name: string): number {
  let bits = 0;
  for (let i = 0; i < name.length; i++) bits |= 1 << (name.charCodeAt(i) & 31);
  return bits;
}

/** The same for the names to choose from, which are always the same. */
function lettersOf(name: string): number {
  let bits = known.get(name);
  if (bits === undefined) {
    bits = lettersIn(name);
    known.set(name, bits);
  }
  return bits;
}
const known = new Map<string, number>();

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The optimal string alignment distance, or more than `limit` where it is more than that. */
function editDistance(left: string, right: string, limit: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= right.length; j++) {
      const isSame = left[i - 1] === right[j - 1];
      let cost = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        cost = Math.min(cost, (beforePrevious[j - 2] as number) + 1);
      }
      row.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > limit) return limit + 1;
    beforePrevious = previous;
    previous = row;
  }
  return previous[right.length] as number;
}
