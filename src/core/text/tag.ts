import { feature } from "../learning/feature-hash.ts";
import { bestClass, type LinearModel, scoreClasses } from "../learning/linear.ts";
import type { TokenRanges, Tokens } from "./analysis.ts";
import { ALWAYS, type Lexicon, lookUp } from "./lexicon.ts";
import { CLOSES, OPENS } from "./quotations.ts";
import { TAGS, tagIndex } from "./tags.ts";
import { ALL_CAPITALS, CAPITAL, LOWERCASE, MIXED, type WordShapes } from "./word-shapes.ts";

/** What the tagger sees of a text before it tags: everything that does not depend on earlier tags. */
export interface TagView {
  readonly tokens: Tokens;
  readonly shapes: WordShapes;
  /** `lookUp` of each token's lower form. */
  readonly entries: Int16Array;
}

/** Tags every token, sentence by sentence from left to right, and writes into `tokens.tag`. */
export function tag(view: TagView, sentences: TokenRanges, model: LinearModel): void {
  const { tokens } = view;
  const features = new Int32Array(TAG_FEATURES);
  const scores = new Float64Array(TAGS.length);
  for (let sentence = 0; sentence < sentences.count; sentence += 1) {
    const from = sentences.start[sentence] as number;
    const to = sentences.end[sentence] as number;
    const shouted = isShouted(view, from, to);
    for (let token = from; token < to; token += 1) {
      const sure = sureTag(view, token);
      if (sure >= 0) tokens.tag[token] = sure;
      else {
        const count = tagFeatures(view, from, to, token, shouted, features);
        scoreClasses(model, features, count, scores);
        tokens.tag[token] = bestClass(scores, TAGS.length);
      }
    }
  }
}

/** Looks the words up once for all later questions. */
export function tagView(tokens: Tokens, shapes: WordShapes, lexicon: Lexicon): TagView {
  const entries = new Int16Array(tokens.count);
  for (let token = 0; token < tokens.count; token += 1) entries[token] = lookUp(lexicon, tokens.lower[token] as number);
  return { tokens, shapes, entries };
}

/** The tag that needs no looking at the context, or -1: quotation marks, and words that always have the same. */
export function sureTag(view: TagView, token: number): number {
  const role = view.tokens.mark[token];
  if (role === OPENS) return OPENING_TAG;
  if (role === CLOSES) return CLOSING_TAG;
  const entry = view.entries[token] as number;
  if (entry < 0 || (entry & ALWAYS) === 0) return -1;
  const casing = view.shapes.casing[token];
  // a word in capitals may be part of a name: Will, Bill, The
  return casing === CAPITAL || casing === MIXED || casing === ALL_CAPITALS ? -1 : entry & ~ALWAYS;
}

/** True for a sentence written mostly in capitals, where they tell nothing. */
export function isShouted(view: TagView, from: number, to: number): boolean {
  let high = 0;
  let low = 0;
  for (let token = from; token < to; token += 1) {
    const casing = view.shapes.casing[token] as number;
    if (casing === LOWERCASE || casing === CAPITAL) low += 1;
    else if (casing === ALL_CAPITALS) high += 1;
  }
  return high > 2 && high > 2 * low;
}

/** At most so many features a token. */
export const TAG_FEATURES = 32;

/** Writes a token's features, unmasked; needs the tags of the two tokens before it. Returns how many. */
export function tagFeatures(
  view: TagView,
  from: number,
  to: number,
  token: number,
  shouted: boolean,
  out: Int32Array,
): number {
  const { tokens, shapes, entries } = view;
  const { lower, form, tag } = tokens;
  const before = token > from;
  const before2 = token > from + 1;
  const after = token + 1 < to;
  const after2 = token + 2 < to;
  const word = lower[token] as number;
  const written = shouted ? word : (form[token] as number);
  const casing = shouted ? 7 : (shapes.casing[token] as number) * 2 + (before ? 1 : 0);
  const shape = shouted ? 0 : (shapes.shape[token] as number);
  const tag1 = before ? (tag[token - 1] as number) : 63;
  const tag2 = before2 ? (tag[token - 2] as number) : 63;
  const word1 = before ? (lower[token - 1] as number) : 1;
  const word2 = before2 ? (lower[token - 2] as number) : 1;
  const next1 = after ? (lower[token + 1] as number) : 1;
  const next2 = after2 ? (lower[token + 2] as number) : 1;
  const entry = entries[token] as number;
  const entryNext1 = after ? entryOf(view, token + 1) : 300;
  const entryNext2 = after2 ? entryOf(view, token + 2) : 300;
  const suffix3 = shapes.suffix3[token] as number;
  const tags = tag1 * 64 + tag2;

  out[0] = feature(1, written);
  out[1] = feature(2, word, casing);
  out[2] = feature(3, suffix3, casing);
  out[3] = feature(4, shapes.suffix2[token] as number, casing);
  out[4] = feature(5, shapes.suffix4[token] as number);
  out[5] = feature(6, shapes.prefix3[token] as number);
  out[6] = feature(7, shapes.prefix2[token] as number);
  out[7] = feature(8, shape, before ? 1 : 0);
  out[8] = feature(9, tag1, entry);
  out[9] = feature(10, tags, entry);
  out[10] = feature(11, tag1, word);
  out[11] = feature(12, word1);
  out[12] = feature(13, word2);
  out[13] = feature(14, next1);
  out[14] = feature(15, next2);
  out[15] = feature(16, word1, word);
  out[16] = feature(17, word, next1);
  out[17] = feature(18, tag1, entryNext1);
  out[18] = feature(19, entry, entryNext1);
  out[19] = feature(20, tag1, entry, entryNext1);
  out[20] = feature(21, entry, entryNext1, entryNext2);
  out[21] = feature(22, casing, before ? (shapes.casing[token - 1] as number) : 9);
  out[22] = feature(23, casing, after ? (shapes.casing[token + 1] as number) : 9);
  out[23] = feature(24, tag1, suffix3);
  out[24] = feature(25, tags, casing);
  out[25] = feature(26, word1, tag1, next1);
  out[26] = feature(27, tags, word);
  out[27] = feature(28, after ? (shapes.suffix3[token + 1] as number) : 1, tag1);
  out[28] = feature(29, shapes.suffix1[token] as number, tags);
  return 29;
}

const OPENING_TAG = tagIndex("``");
const CLOSING_TAG = tagIndex("''");

/** The usual tag of a word, or what its capitals say when the lexicon does not know it. */
function entryOf(view: TagView, token: number): number {
  const entry = view.entries[token] as number;
  return entry >= 0 ? entry & ~ALWAYS : 256 + (view.shapes.casing[token] as number);
}
