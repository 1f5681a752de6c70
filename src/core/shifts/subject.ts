import type { Entry } from "../entry.ts";

/** The words a statement is about, by weight: what it names counts double, the act it commits to half as much again. */
export type Subject = ReadonlyMap<string, number>;

/** Likeness from which two statements are of one subject; chosen by reading pairs from two presidential offices' releases. */
export const SAME_SUBJECT: number = 0.34;

/**
 * The subject of each entry. A word that the speaker uses in most statements says little about any of them, so words are weighed
 * by how few of the entries have them.
 */
export function subjectsOf(entries: readonly Entry[]): readonly Subject[] {
  const bags = entries.map(bagOf);
  const frequency = new Map<string, number>();
  for (const bag of bags) for (const word of bag.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weightOf = (word: string, weight: number): number =>
    weight * (1 + Math.log((1 + entries.length) / (frequency.get(word) ?? 1)));
  return bags.map((bag) => new Map([...bag].map(([word, weight]) => [word, weightOf(word, weight)])));
}

/** Dice's coefficient over weighted words, 0 to 1; 0 when they share fewer than two words, or names alone. */
export function likeness(a: Subject, b: Subject): number {
  let shared = 0;
  let words = 0;
  let common = 0;
  let total = 0;
  for (const [word, weight] of a) {
    total += weight;
    const other = b.get(word);
    if (other === undefined) continue;
    shared += weight + other;
    words++;
    if (!word.startsWith("=")) common++;
  }
  for (const weight of b.values()) total += weight;
  return words < 2 || common < 1 || total === 0 ? 0 : shared / total;
}

/** The words both have, weightiest first. */
export function sharedWords(a: Subject, b: Subject): readonly string[] {
  return [...a]
    .flatMap(([word, weight]): [string, number][] => {
      const other = b.get(word);
      return other === undefined ? [] : [[word.replace("=", ""), weight + other]];
    })
    .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
    .slice(0, 8)
    .map(([word]) => word);
}

function bagOf(entry: Entry): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  const add = (text: string, factor: number): void => {
    let first = true;
    for (const [written] of text.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)) {
      const word = written.toLowerCase().replaceAll("’", "'").replace(/'s$/, "");
      const named = !first && /^\p{Lu}/u.test(written);
      first = false;
      if (SMALL_WORDS.has(word) || (word.length < 3 && !named)) continue;
      const key = named ? `=${stemOf(word)}` : stemOf(word);
      bag.set(key, Math.max(bag.get(key) ?? 0, factor * (named ? 2 : 1)));
    }
  };
  for (const span of entry.content) add(span.text, 1);
  for (const commitment of entry.commitments) add(commitment.action.text, 1.5);
  return bag;
}

/** Cuts English endings, roughly: "training", "trained" and "train" meet. */
export function stemOf(word: string): string {
  const bare = word.length > 4 ? word.replace(/(?:ings?|ed|es|s|ly|ment|ments|ions?|ors?|ers?|ees?)$/, "") : word;
  return bare.length >= 3 ? bare.slice(0, 8) : word;
}

export const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    "the a an and or but nor for of in on at by to from with without about into over under between as than then that this these those " +
    "it its he she they we you i his her their our my your me us them him who whom which what when where why how there here is are was " +
    "were be been being am do does did done have has had having will would shall should can could may might must not no yes if because " +
    "so also only just even more most very much many some any all both each other another such own same again already still yet now " +
    "said says say added told stated noted one two first last new make makes made take takes get go going part way thing things people " +
    "n't 's 'll 're 've while until unless after before once during since through"
  ).split(" "),
);
