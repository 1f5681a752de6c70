import { feature } from "../learning/feature-hash.ts";
import type { TokenRanges } from "./analysis.ts";
import { ALWAYS } from "./lexicon.ts";
import { isCapital, NAME_KINDS, type NameView, NONE, PERSON, PROPER } from "./name-view.ts";

/** Counts what the first reading made of each word in the text and tells every candidate what the others of its word are. */
export function vote(view: NameView): void {
  const { tokens, shapes, candidate, kind, elsewhere } = view;
  const places = new Map<number, number>();
  const counts: number[] = [];
  for (let token = 0; token < tokens.count; token += 1) {
    if (candidate[token] === 0 || !isCapital(shapes.casing, token)) continue;
    const word = tokens.lower[token] as number;
    let place = places.get(word);
    if (place === undefined) {
      place = counts.length;
      places.set(word, place);
      counts.push(0, 0, 0, 0, 0);
    }
    const cell = place + (kind[token] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
  for (let token = 0; token < tokens.count; token += 1) {
    elsewhere[token] = 0;
    if (candidate[token] === 0) continue;
    const place = places.get(tokens.lower[token] as number);
    if (place === undefined) continue;
    let bestKind = 0;
    let bestCount = 0;
    const own = isCapital(shapes.casing, token) ? (kind[token] as number) : -1;
    for (let label = 0; label < NAME_KINDS.length; label += 1) {
      const count = (counts[place + label] as number) - (label === own ? 1 : 0);
      if (count > bestCount) {
        bestKind = label + 1;
        bestCount = count;
      }
    }
    elsewhere[token] = bestKind + (bestCount >= 3 ? 8 : 0);
  }
}

/**
 * Makes a surname mean one thing in one text: where "Lena Ostrik" was found, "Ostrik" alone is that person too, whatever
 * the readings made of it, unless it is a known place or people, or a word of the language.
 */
export function settle(view: NameView): void {
  const { tokens, shapes, entries, sentences, runStart, runEnd, kind, listed } = view;
  const { lower } = tokens;
  const surnames = new Set<number>();
  const pairs = new Set<number>();
  forEachRun(kind, sentences, (start, end, label) => {
    if (label !== PERSON || end - start < 2) return;
    surnames.add(lower[end - 1] as number);
    pairs.add(feature(1, lower[end - 2] as number, lower[end - 1] as number));
  });
  if (surnames.size === 0) return;
  for (let token = 0; token < tokens.count; token += 1) {
    if (kind[token] !== NONE || !surnames.has(lower[token] as number) || !isCapital(shapes.casing, token)) continue;
    const entry = entries[token] as number;
    const common = entry >= 0 && (entry & ~ALWAYS) !== PROPER;
    if (!common && listed[token] === 0 && runStart[token] === token && runEnd[token] === token) kind[token] = PERSON;
  }
  forEachRun(kind, sentences, (start, end, label) => {
    if (label === PERSON || label === NONE || end - start > 2) return;
    const known =
      end - start === 1
        ? surnames.has(lower[start] as number) &&
          listed[start] === 0 &&
          runStart[start] === start &&
          runEnd[start] === start
        : pairs.has(feature(1, lower[start] as number, lower[start + 1] as number));
    if (known) kind.fill(PERSON, start, end);
  });
}

/** Calls for each run of equal labels within a sentence, "none" included. */
export function forEachRun(
  kind: Uint8Array,
  sentences: TokenRanges,
  see: (start: number, end: number, label: number) => void,
): void {
  for (let sentence = 0; sentence < sentences.count; sentence += 1) {
    const to = sentences.end[sentence] as number;
    for (let token = sentences.start[sentence] as number; token < to;) {
      const label = kind[token] as number;
      const start = token;
      while (token < to && kind[token] === label) token += 1;
      see(start, token, label);
    }
  }
}
