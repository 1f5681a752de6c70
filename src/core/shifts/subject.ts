import type { Commitment } from "../commitment.ts";
import type { Entry } from "../entry.ts";
import { themeOf } from "./alike-words.ts";

/** What a statement is about, and the acts it commits to. */
export interface Subject {
  readonly themes: Themes;
  readonly acts: readonly { readonly commitment: Commitment; readonly themes: Themes }[];
}

/** Words by weight, alike ones as one; `names` are those that a capital shows to be names. */
interface Themes {
  readonly weights: ReadonlyMap<string, number>;
  readonly names: ReadonlySet<string>;
  readonly total: number;
}

/** Two statements on one subject, and what shows it. */
export interface SameSubject {
  /** The act on either side; null where that side speaks of it without committing to it. */
  readonly earlier: Commitment | null;
  readonly later: Commitment | null;
  /** 0 to 1; see `sameSubject`. */
  readonly likeness: number;
  readonly words: readonly string[];
}

/** Likeness from which two acts are one subject; chosen on half of the labelled pairs (`npm run eval -- shifts`). */
export const SAME_ACT = 0.65;
/** Share of an act's words that a statement without commitments must have, to be on the act's subject. */
const SPOKEN_OF = 0.7;

/**
 * The subject of each entry. A name counts half as much again; and a word that the speaker uses in most statements says little about
 * any of them, so words are weighed by how few of the entries have them.
 */
export function subjectsOf(entries: readonly Entry[]): readonly Subject[] {
  const bags = entries.map((entry) => bagOf(entry.content.map(({ text }) => text)));
  const frequency = new Map<string, number>();
  for (const { weights } of bags)
    for (const word of weights.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weigh = ({ weights, names }: Bag): Themes => {
    const weighed = new Map<string, number>();
    let total = 0;
    for (const [word, weight] of weights) {
      const value = weight * (1 + Math.log((1 + entries.length) / (frequency.get(word) ?? 1)));
      weighed.set(word, value);
      total += value;
    }
    return { weights: weighed, names, total };
  };
  return entries.map((entry, at) => {
    const acts = entry.commitments.slice(0, 20).map((commitment) => {
      // "a treaty without guarantees" is named in a commitment's capital as in the statement's
      return { commitment, themes: weigh(bagOf([` ${commitment.action.text}`])) };
    });
    return { themes: weigh(bags[at] ?? EMPTY), acts };
  });
}

/**
 * Are two statements on one subject? They are when both commit to acts that share their action, object or named things, or when
 * one commits to an act whose words the other has nearly all. Likeness is the geometric mean of Dice's coefficient and of the
 * share of the smaller, over weighted words; two shared words are the least (three in the second case; one where an act has no other), and one of them no name.
 * Statements that commit to nothing are never compared: they hold no position that could shift.
 */
export function sameSubject(earlier: Subject, later: Subject, least: number = SAME_ACT): SameSubject | null {
  let best: SameSubject | null = null;
  const consider = (a: Commitment | null, b: Commitment | null, likeness: number, words: readonly string[]): void => {
    if (best === null || likeness > best.likeness) best = { earlier: a, later: b, likeness, words };
  };
  for (const one of earlier.acts)
    for (const other of later.acts) {
      const { words, dice, contained } = shared(one.themes, other.themes);
      const likeness = Math.sqrt(dice * contained);
      if (words.length > 0 && likeness >= least) consider(one.commitment, other.commitment, likeness, words);
    }
  if (best !== null) return best;
  for (const [side, acts, themes] of [
    ["earlier", earlier.acts, later.themes],
    ["later", later.acts, earlier.themes],
  ] as const)
    for (const { commitment, themes: act } of acts) {
      const { words, weight } = shared(act, themes);
      const share = act.total === 0 ? 0 : weight / act.total;
      if (share < SPOKEN_OF || words.length < 3) continue;
      consider(side === "earlier" ? commitment : null, side === "later" ? commitment : null, share * 0.9, words);
    }
  return best;
}

interface Shared {
  readonly words: readonly string[];
  readonly weight: number;
  readonly dice: number;
  readonly contained: number;
}

/** What two bags share, weightiest first; no words when they share fewer than two, or names alone. */
function shared(a: Themes, b: Themes): Shared {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  const words: [string, number][] = [];
  let weight = 0;
  let common = 0;
  for (const [word, one] of small.weights) {
    const other = large.weights.get(word);
    if (other === undefined) continue;
    const mean = (one + other) / 2;
    weight += mean;
    words.push([word, mean]);
    if (!a.names.has(word) && !b.names.has(word)) common++;
  }
  // "rebuild the country" and "rebuild everything" have one word each that says something, and it is the same
  const alone = words.length === 1 && small.weights.size === 1 && large.weights.size <= 2;
  if ((words.length < 2 && !alone) || common < 1 || a.total === 0 || b.total === 0)
    return { words: [], weight: 0, dice: 0, contained: 0 };
  words.sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  return {
    words: words.slice(0, 8).map(([word]) => word),
    weight,
    dice: Math.min(1, (2 * weight) / (a.total + b.total)),
    contained: Math.min(1, weight / Math.min(a.total, b.total)),
  };
}

interface Bag {
  readonly weights: ReadonlyMap<string, number>;
  readonly names: ReadonlySet<string>;
}

const EMPTY: Bag = { weights: new Map(), names: new Set() };

function bagOf(texts: readonly string[]): Bag {
  const weights = new Map<string, number>();
  const names = new Set<string>();
  for (const text of texts)
    for (const { 0: written, index } of text.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)) {
      const word = written
        .toLowerCase()
        .replaceAll("’", "'")
        .replace(/'s$|n't$/, "");
      // a capital at the very beginning shows no name
      const named = index > 0 && /^\p{Lu}/u.test(written);
      if (SMALL_WORDS.has(word) || (word.length < 3 && !named)) continue;
      const theme = themeOf(word);
      if (named) names.add(theme);
      weights.set(theme, Math.max(weights.get(theme) ?? 0, named ? 1.5 : 1));
    }
  return { weights, names };
}

/** Words that say nothing of a subject. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    "the a an and or but nor for of in on at by to from with without about into over under between as than then that this these those " +
    "it its he she they we you i his her their our my your me us them him who whom which what when where why how there here is are was " +
    "were be been being am do does did done have has had having will would shall should can could may might must not no yes if because " +
    "so also only just even more most very much many some any all both each other another such own same again already still yet now " +
    "said says say added told stated noted one two first last new make made makes take took taken get got go going part way thing things " +
    "people need needs want wants like well good great able every day today time year years country countries state states world " +
    "important therefore however together sure think believe know understand everything everyone possible soon further next " +
    "start starts started begin begins began continue continues help helps provide provides talk tell show everywhere something anything " +
    "'s 'll 're 've while until unless after before once during since through within inside itself ready"
  ).split(" "),
);
