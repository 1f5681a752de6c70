/**
 * Words that training saw often, by `lowerHash`, with the tag each has most of the time. An open-addressed table: two
 * parallel arrays laid over the model's bytes, an empty place has hash 0.
 */
export interface Lexicon {
  /** Places minus one; a power of two minus one. */
  readonly mask: number;
  readonly hashes: Int32Array;
  /** Tag index, plus `ALWAYS` when the word has no other. */
  readonly tags: Uint8Array;
}

/** Set in `tags` for words that so rarely have another tag that the tagger need not look. */
export const ALWAYS = 0x80;

/** The tag entry of a word, or -1 when it is not in the lexicon. */
export function lookUp(lexicon: Lexicon, hash: number): number {
  const { mask, hashes } = lexicon;
  let place = (hash ^ (hash >>> 15)) & mask;
  for (;;) {
    const found = hashes[place] as number;
    if (found === hash) return lexicon.tags[place] as number;
    if (found === 0) return -1;
    place = (place + 1) & mask;
  }
}

/** Builds a lexicon, at most half full so that looking up takes one or two steps. */
export function lexiconOf(entries: ReadonlyMap<number, number>): Lexicon {
  let size = 16;
  while (size < entries.size * 2) size *= 2;
  const hashes = new Int32Array(size);
  const tags = new Uint8Array(size);
  for (const [hash, tag] of entries) {
    if (hash === 0) continue;
    let place = (hash ^ (hash >>> 15)) & (size - 1);
    while (hashes[place] !== 0) place = (place + 1) & (size - 1);
    hashes[place] = hash;
    tags[place] = tag;
  }
  return { mask: size - 1, hashes, tags };
}
