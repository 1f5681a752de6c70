import type { Range } from "../../core/span.ts";
import { overlaps } from "../../core/span.ts";

/** Half of the words in common: two readings of one statement, not its neighbour. */
export const LEAST_SHARE = 0.5;

/** How much two contents of one text have in common: characters in both by characters in either. */
export function sharedPart(a: readonly Range[], b: readonly Range[]): number {
  const length = (ranges: readonly Range[]): number => ranges.reduce((sum, range) => sum + range.end - range.start, 0);
  let both = 0;
  for (const one of a)
    for (const other of b)
      if (overlaps(one, other)) both += Math.min(one.end, other.end) - Math.max(one.start, other.start);
  const either = length(a) + length(b) - both;
  return either === 0 ? 0 : both / either;
}
