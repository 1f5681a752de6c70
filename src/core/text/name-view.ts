import type { NameKind, TokenRanges } from "./analysis.ts";
import { type Gazetteer, matchGazetteer } from "./gazetteer.ts";
import { ALWAYS } from "./lexicon.ts";
import type { TagView } from "./tag.ts";
import { tagIndex } from "./tags.ts";
import { ALL_CAPITALS, CAPITAL, LOWERCASE, MARK, MIXED, NUMBER } from "./word-shapes.ts";

/** Kinds as the recogniser labels tokens; a name is a run of one kind. */
export const NAME_KINDS: readonly ("none" | NameKind)[] = ["none", "person", "organisation", "place", "other"];

/** Two labels by name: places in NAME_KINDS. */
export const NONE = 0;
export const PERSON = 1;

/** What the recogniser sees of a text. */
export interface NameView extends TagView {
  readonly sentences: TokenRanges;
  /** 1 for tokens that may be part of a name: capitals, numbers, and small words between them. The others are "none". */
  readonly candidate: Uint8Array;
  /** First and last token of the run of capitalised words around a token; the token itself outside of runs. */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  /** 1 for sentences in which capitals tell nothing: headlines, shouting. */
  readonly flat: Uint8Array;
  /** Label of each token, the latest reading's. */
  readonly kind: Uint8Array;
  /** What the first reading made of the same word elsewhere: a kind, plus 8 when it was often; 0 for nothing. */
  readonly elsewhere: Uint8Array;
  /** Kind of the gazetteer's entry that covers the token, 0 for none. */
  readonly listed: Uint8Array;
}

export function nameView(view: TagView, sentences: TokenRanges, gazetteer: Gazetteer): NameView {
  const { tokens, shapes } = view;
  const { count } = tokens;
  const candidate = new Uint8Array(count);
  const runStart = new Int32Array(count);
  const runEnd = new Int32Array(count);
  const flat = new Uint8Array(sentences.count);
  for (let sentence = 0; sentence < sentences.count; sentence += 1) {
    const from = sentences.start[sentence] as number;
    const to = sentences.end[sentence] as number;
    flat[sentence] = isFlat(view, from, to) ? 1 : 0;
    markCandidates(view, from, to, flat[sentence] === 1, candidate);
    for (let token = from; token < to; token += 1)
      runStart[token] =
        token > from && isCapital(shapes.casing, token) && isCapital(shapes.casing, token - 1)
          ? (runStart[token - 1] as number)
          : token;
    for (let token = to - 1; token >= from; token -= 1)
      runEnd[token] =
        token + 1 < to && isCapital(shapes.casing, token) && isCapital(shapes.casing, token + 1)
          ? (runEnd[token + 1] as number)
          : token;
  }
  return {
    ...view,
    sentences,
    candidate,
    runStart,
    runEnd,
    flat,
    kind: new Uint8Array(count),
    elsewhere: new Uint8Array(count),
    listed: matchGazetteer(tokens, candidate, gazetteer),
  };
}

/** Marks the tokens of a sentence that may be part of a name. */
export function markCandidates(view: TagView, from: number, to: number, flat: boolean, candidate: Uint8Array): void {
  const { casing } = view.shapes;
  let lastCapital = -9;
  for (let token = from; token < to; token += 1) {
    const looks = casing[token] as number;
    const capital = looks === CAPITAL || looks === ALL_CAPITALS || looks === MIXED;
    candidate[token] = capital || (flat && looks !== MARK) || (looks === NUMBER && token - lastCapital === 1) ? 1 : 0;
    if (!capital) continue;
    // House of the People, Luc de la Mer: small words and joining marks between capitals
    if (token - lastCapital <= 4)
      for (let between = lastCapital + 1; between < token; between += 1)
        if (isJoint(view, between)) candidate[between] = 1;
        else break;
    lastCapital = token;
  }
}

/**
 * True where capitals tell nothing: a sentence in capitals, or a headline in which nearly every longer word has one,
 * among them words that are no names.
 */
export function isFlat(view: TagView, from: number, to: number): boolean {
  const { tokens, shapes, entries } = view;
  let longer = 0;
  let capital = 0;
  let common = 0;
  for (let token = from; token < to; token += 1) {
    const looks = shapes.casing[token] as number;
    if (looks === MARK || looks === NUMBER || (tokens.end[token] as number) - (tokens.start[token] as number) < 4)
      continue;
    longer += 1;
    if (!isCapital(shapes.casing, token)) continue;
    capital += 1;
    const entry = entries[token] as number;
    if (token > from && entry >= 0 && (entry & ~ALWAYS) !== PROPER) common += 1;
  }
  return longer >= 3 && capital >= longer * 0.85 && common * 3 >= capital;
}

/** Is there a capital in the word? */
export function isCapital(casing: Uint8Array, token: number): boolean {
  const looks = casing[token] as number;
  return looks === CAPITAL || looks === ALL_CAPITALS || looks === MIXED;
}

/** The lexicon's entry of a word known as a proper noun, `ALWAYS` aside. */
export const PROPER: number = tagIndex("NNP");

/** Small words and marks that may stand inside a name: words in lower case of up to five letters, &, hyphens, apostrophes. */
function isJoint(view: TagView, token: number): boolean {
  const { start, end } = view.tokens;
  const length = (end[token] as number) - (start[token] as number);
  const looks = view.shapes.casing[token];
  return (looks === LOWERCASE && length <= 5) || (looks === MARK && length === 1 && view.tokens.mark[token] === 0);
}
