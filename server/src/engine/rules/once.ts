import { type Slice, spanOf } from '../syntax/logicalLine';

/** Tells of each place whether it is the first time: lists are shared by services, but a mistake is reported once. */
export function once(): (place: Slice) => boolean {
  const seen = new Set<string>();
  return (place) => {
    const { file, start, end } = spanOf(place);
    const key = `${file.kind} ${start} ${end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}
