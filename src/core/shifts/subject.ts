import type { Commitment } from "../commitment.ts";
import { isDoubtful } from "../confidence.ts";
import type { Entry } from "../entry.ts";
import { covers, type Span } from "../span.ts";
import { speakerKey } from "../speakers/identity.ts";
import { themeOf } from "./alike-words.ts";
import { rarityOf } from "./common-words.ts";
import { passagesOf } from "./passages.ts";
import { GENERAL_THEMES, SMALL_WORDS } from "./small-words.ts";

/** What a statement is about: its sentences, and the acts it surely commits to. */
export interface Subject {
  readonly speaker: Entry["speaker"];
  readonly passages: readonly Passage[];
  readonly acts: readonly Act[];
  /** All words of it, with the most that they weigh. */
  readonly words: ReadonlyMap<string, number>;
}

/** A sentence of the content; the whole content where it has several. */
interface Passage {
  readonly span: Span;
  readonly themes: Themes;
  readonly acts: readonly Act[];
}

interface Act {
  readonly commitment: Commitment;
  readonly passage: Span;
  readonly themes: Themes;
}

/** Words by weight in bits, alike ones as one; `names` are those that a capital shows to be names. */
interface Themes {
  readonly weights: ReadonlyMap<string, number>;
  readonly names: ReadonlySet<string>;
  /** What stands before a word, small words aside. */
  readonly before: ReadonlyMap<string, string>;
  readonly total: number;
}

/** Two statements on one subject, and what shows it. */
export interface SameSubject {
  /** The act on either side; null where that side speaks of it without committing to it. */
  readonly earlier: Commitment | null;
  readonly later: Commitment | null;
  /** The sentence on either side that speaks of the subject. */
  readonly passages: { readonly earlier: Span; readonly later: Span };
  /** 0 to 1; see `sameSubject`. */
  readonly likeness: number;
  readonly words: readonly string[];
}

/** From which likeness two acts, or two sentences, are one subject. */
export interface LeastLikeness {
  readonly acts: number;
  readonly passages: number;
}

/**
 * Where two statements are called one subject. Chosen on half 0 of the labelled pairs (`npm run eval -- shifts`) for precision rather than for F1: a
 * shift between two statements on different subjects is worse than one that is not shown.
 */
export const LEAST_LIKENESS: LeastLikeness = { acts: 0.65, passages: 0.58 };
/** So many shared bits are enough to tell a subject; fewer lessen the likeness in proportion. Two rare words have 20. Chosen as above. */
const ENOUGH_IN_ACTS = 10;
const ENOUGH_IN_PASSAGES = 12;
/** Two subjects whose words weigh less together are not one; what `sameSubject` needs at the least. */
export const LEAST_SHARED: number = 0.5 * ENOUGH_IN_ACTS;
/** How many statements of a record weigh as much as what is known of news at large. */
const PRIOR = 2000;
/** Acts of two others are one subject only where they are all but the same: "the city pays for the wall", "the port pays for the wall". */
const ACT_OF_OTHERS = 0.8;
/** Two statements that commit to nothing have no act to tell their subject by: more likeness is asked of them. Chosen as above. */
const WORDS_ALONE = 0.8;
/** Acts in two sentences on one subject are the ones compared where they share this much. */
const ACT_IN_PASSAGE = 0.35;

/**
 * The subject of each entry. A word weighs by how rare it is: in news at large (`rarityOf`), corrected by how many of these entries have it, for what
 * a speaker says all the time tells little; a name counts a fifth more.
 */
export function subjectsOf(entries: readonly Entry[]): readonly Subject[] {
  const pieces = entries.map(({ content }) => passagesOf(content).map((span) => ({ span, bag: bagOf(span.text) })));
  const frequency = new Map<string, number>();
  for (const passages of pieces)
    for (const word of new Set(passages.flatMap(({ bag }) => [...bag.keys()])))
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weigh = (bag: Bag): Themes => {
    const weights = new Map<string, number>();
    const names = new Set<string>();
    const before = new Map<string, string>();
    let [total, last] = [0, ""];
    for (const [word, named] of bag) {
      before.set(word, last);
      last = word;
      const share = (PRIOR * 2 ** -rarityOf(word) + (frequency.get(word) ?? 0)) / (PRIOR + entries.length);
      const weight = -Math.log2(Math.min(share, 0.9)) * (named ? 1.2 : 1);
      weights.set(word, weight);
      if (named) names.add(word);
      total += weight;
    }
    return { weights, names, before, total };
  };
  return entries.map((entry, at) => {
    const passages = pieces[at] ?? [];
    const sure = entry.commitments.filter((commitment) => !isDoubtful(commitment));
    const acts = sure.slice(0, 20).map((commitment): Act => {
      const inside = passages.find(({ span }) => covers(span, commitment.action));
      return {
        commitment,
        passage: inside?.span ?? commitment.action,
        themes: weigh(bagOf(commitment.action.text, true)),
      };
    });
    const described = passages.map(({ span, bag }) => ({
      span,
      themes: weigh(bag),
      acts: acts.filter(({ commitment }) => covers(span, commitment.action)),
    }));
    const words = new Map<string, number>();
    for (const { themes } of [...described, ...acts])
      for (const [word, weight] of themes.weights) words.set(word, Math.max(weight, words.get(word) ?? 0));
    return { speaker: entry.speaker, passages: described, acts, words };
  });
}

/**
 * Are two statements on one subject? They are when both commit to acts that share their action, object or named things, or when a sentence of the one
 * shares so much with one of the other. Likeness is the geometric mean of Dice's coefficient and of the share of the smaller, over the words'
 * weights, and less where what is shared is little in itself: "we will discuss this in detail" is like its repetition, yet tells no subject.
 * Two shared words are the least, one of them no name; one word in acts that have hardly another. Acts of two different others ("the mayor will", "the union will") are two subjects,
 * unless they are all but the same.
 */
export function sameSubject(
  earlier: Subject,
  later: Subject,
  least: LeastLikeness = LEAST_LIKENESS,
): SameSubject | null {
  const act = closest(earlier.acts, later.acts, ACTS, least.acts);
  if (act !== null) {
    const [one, other] = [act.earlier.commitment, act.later.commitment];
    if (
      (act.likeness < ACT_OF_OTHERS || act.words.length < 2) &&
      actorsDiffer(one, other, [earlier.speaker, later.speaker])
    )
      return null;
    return {
      earlier: one,
      later: other,
      passages: { earlier: act.earlier.passage, later: act.later.passage },
      likeness: act.likeness,
      words: act.words,
    };
  }
  const pair = closest(earlier.passages, later.passages, PASSAGES, least.passages);
  if (pair === null) return null;
  const inside = closest(pair.earlier.acts, pair.later.acts, ACTS, ACT_IN_PASSAGE);
  const [one, other] = [actIn(pair.earlier, pair.words), actIn(pair.later, pair.words)];
  const acts =
    inside !== null
      ? { earlier: inside.earlier.commitment, later: inside.later.commitment }
      : one === null || other === null
        ? { earlier: one, later: other }
        : { earlier: null, later: null };
  if (acts.earlier === null && acts.later === null && pair.likeness < WORDS_ALONE) return null;
  if (
    acts.earlier !== null &&
    acts.later !== null &&
    actorsDiffer(acts.earlier, acts.later, [earlier.speaker, later.speaker])
  )
    return null;
  return {
    ...acts,
    passages: { earlier: pair.earlier.span, later: pair.later.span },
    likeness: pair.likeness,
    words: pair.words,
  };
}

/** "Ruiz" and "Ana Ruiz" are not told apart here: a surname is no new actor. */
export function sameActor(a: string, b: string): boolean {
  const [x, y] = [speakerKey(a), speakerKey(b)];
  return x === y || x.endsWith(` ${y}`) || y.endsWith(` ${x}`);
}

/**
 * True for acts of two different others, and for one of the speaker and one of somebody else. The speaker's own country or body is the speaker: "we"
 * and "the government" of its prime minister are not to be told apart from the words.
 */
function actorsDiffer(a: Commitment, b: Commitment, speakers: readonly Entry["speaker"][]): boolean {
  const [one, other] = [a.committer?.name, b.committer?.name];
  if (one === undefined || other === undefined || sameActor(one, other)) return false;
  const isOwn = (name: string): boolean => speakers.some((speaker) => speaker !== null && speaksFor(speaker, name));
  return !(isOwn(one) && isOwn(other));
}

function speaksFor({ name, role }: NonNullable<Entry["speaker"]>, actor: string): boolean {
  if (name !== null && sameActor(name, actor)) return true;
  if (
    /\b(?:government|cabinet|administration|ministry|party|campaign|team|office|authorities|state|country|we)\b/i.test(
      actor,
    )
  )
    return true;
  // Kestria, and the Kestrian prime minister
  const offices = new Set([...bagOf(role?.title ?? "", true).keys()].map(beginning));
  return [...bagOf(actor, true).keys()].some((word) => offices.has(beginning(word)));
}

/** What a country and its people have in common in their names. */
function beginning(word: string): string {
  return word.slice(0, 5);
}

/** The one act of a sentence, where the shared words are in it. */
function actIn({ acts }: Passage, words: readonly string[]): Commitment | null {
  const [act, more] = acts.filter(({ themes }) => words.filter((word) => themes.weights.has(word)).length >= 2);
  return act === undefined || more !== undefined ? null : act.commitment;
}

interface Close<T> {
  readonly earlier: T;
  readonly later: T;
  readonly likeness: number;
  readonly words: readonly string[];
}

/** The likest pair, at least so much alike. */
function closest<T extends { readonly themes: Themes }>(
  earlier: readonly T[],
  later: readonly T[],
  measure: Measure,
  least: number,
): Close<T> | null {
  let best: Close<T> | null = null;
  for (const one of earlier)
    for (const other of later) {
      const likeness = likenessOf(one.themes, other.themes, measure);
      if (likeness < least || (best !== null && likeness <= best.likeness)) continue;
      best = { earlier: one, later: other, likeness, words: sharedWords(one.themes, other.themes) };
    }
  return best;
}

/** "Rebuild the country", "rebuild everything": of so few words, one that is not common may be all that two acts share. */
const SOLE_AMONG = 3;
const SOLE_RARITY = 7;

function isTelling(a: Themes, b: Themes): boolean {
  return [...a.weights.keys()].some((word) => b.weights.has(word) && rarityOf(word) >= SOLE_RARITY);
}

interface Measure {
  readonly enough: number;
  readonly isAct: boolean;
}

const ACTS: Measure = { enough: ENOUGH_IN_ACTS, isAct: true };
const PASSAGES: Measure = { enough: ENOUGH_IN_PASSAGES, isAct: false };

function likenessOf(a: Themes, b: Themes, { enough, isAct }: Measure): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let [bits, told, words, common] = [0, 0, 0, 0];
  for (const [word, one] of small.weights) {
    const other = large.weights.get(word);
    if (other === undefined) continue;
    const weight = (one + other) / 2;
    bits += weight;
    // "territorial integrity", "Anders Fogh Rasmussen": who says the first word has half said the next
    const isPhrase = a.before.get(word) === b.before.get(word) && a.weights.has(a.before.get(word) ?? "");
    told += isPhrase ? weight / 2 : weight;
    words++;
    if (!a.names.has(word) && !b.names.has(word)) common++;
  }
  const isSole =
    isAct && words === 1 && small.weights.size === 1 && large.weights.size <= SOLE_AMONG && isTelling(small, large);
  if ((words < 2 && !isSole) || common < 1) return 0;
  const dice = Math.min(1, (2 * bits) / (a.total + b.total));
  const contained = Math.min(1, bits / Math.min(a.total, b.total));
  return Math.sqrt(dice * contained) * (isSole ? 1 : Math.min(1, told / enough));
}

/** What both have, weightiest first. */
function sharedWords(a: Themes, b: Themes): readonly string[] {
  return [...a.weights]
    .filter(([word]) => b.weights.has(word))
    .toSorted(([x, one], [y, other]) => other - one || (x < y ? -1 : 1))
    .slice(0, 8)
    .map(([word]) => word);
}

/** Words as `themeOf` gives them, and whether a capital shows them to be names. */
type Bag = ReadonlyMap<string, boolean>;

/** A capital at the very beginning of a sentence shows no name; that of an action does, for it stands within one. */
function bagOf(text: string, isInside: boolean = false): Bag {
  const bag = new Map<string, boolean>();
  for (const { 0: written, index } of text.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)) {
    const word = written
      .toLowerCase()
      .replaceAll("’", "'")
      .replace(/'s$|n't$/, "");
    const named = (index > 0 || isInside) && /^\p{Lu}/u.test(written);
    if (SMALL_WORDS.has(word) || (word.length < 3 && !named)) continue;
    const theme = themeOf(word);
    if (GENERAL_THEMES.has(theme) && !named) continue;
    bag.set(theme, named || (bag.get(theme) ?? false));
  }
  return bag;
}
