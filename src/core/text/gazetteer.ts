import { feature } from "../learning/feature-hash.ts";
import type { Tokens } from "./analysis.ts";
import { lowerHash } from "./words.ts";

/** Names known beforehand, by the hash of their words; what kind they are is a small number that the recogniser learns to read. */
export type Gazetteer = ReadonlyMap<number, number>;

/** In a gazetteer: the words begin a longer entry and are none themselves. */
export const BEGINS = 0;

/** Makes a gazetteer of lists "one, two words, ..." in lower case; the place of a list, from 1, is the kind of its entries. */
export function gazetteerOf(lists: readonly string[]): Gazetteer {
  const gazetteer = new Map<number, number>();
  for (const [place, list] of lists.entries())
    for (const entry of list.split(",")) {
      const words = entry.trim().split(/\s+/);
      let hash = 0;
      for (const [at, word] of words.entries()) {
        hash = feature(at, hash, lowerHash(word));
        if (at === words.length - 1) gazetteer.set(hash, place + 1);
        else if (!gazetteer.has(hash)) gazetteer.set(hash, BEGINS);
      }
    }
  return gazetteer;
}

/** Kind of the longest entry that covers each token, read from left to right; 0 for none. */
export function matchGazetteer(tokens: Tokens, candidate: Uint8Array, gazetteer: Gazetteer): Uint8Array {
  const { count, lower, sentence } = tokens;
  const kinds = new Uint8Array(count);
  for (let token = 0; token < count; token += 1) {
    if (candidate[token] === 0) continue;
    let hash = 0;
    let end = token;
    let kind = 0;
    for (let at = token; at < count && at < token + 5 && sentence[at] === sentence[token]; at += 1) {
      hash = feature(at - token, hash, lower[at] as number);
      const found = gazetteer.get(hash);
      if (found === undefined) break;
      if (found === BEGINS) continue;
      kind = found;
      end = at + 1;
    }
    if (kind === 0) continue;
    kinds.fill(kind, token, end);
    token = end - 1;
  }
  return kinds;
}
