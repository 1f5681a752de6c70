import type { Analysis } from "../text/analysis.ts";
import { isVerbTag, tagIndex } from "../text/tags.ts";
import type { Facts } from "./facts.ts";
import { CUE, roleProbability } from "./labels.ts";
import type { Range } from "../span.ts";

/** A sentence that carries on, with no cue of its own, what the one beside it said. */
export interface FreeSpeech<T> {
  readonly from: T;
  /** Token range. */
  readonly content: Range;
  readonly confidence: number;
}

/** An attribution that other sentences may carry on, in token ranges. */
export interface Anchor {
  readonly source: Range | null;
  readonly cue: Range;
  readonly centre: number;
  readonly content: readonly Range[];
  readonly confidence: number;
}

/** What free indirect speech must know of a language: hashes as in `tokens.lower`. */
export interface FreeSpeechData {
  /** Words that tie a sentence to the one before: "however", "but", "this", "they". */
  readonly connectives: ReadonlySet<number>;
}

const MD = tagIndex("MD");
const PAST = tagIndex("VBD");

/**
 * Free indirect speech (Vandelanotte 2009; "free" as in Semino and Short 2004): the sentences after a reported one, in its
 * paragraph, and the one before it when the reported one leans on it.
 *
 *     Ruiz added that the bridge will open in May. The town will pay for it.
 *                                                  ^ free
 *     The town will pay for the bridge. However, it will open only in May, Ruiz said.
 *     ^ free
 *
 * PolNeAR does not mark it, so nothing can be trained or calibrated on it; confidences are a judgement from reading: a
 * sentence about what will, may or must be is more often the speaker's than one that tells what happened.
 */
export function freeSpeech<T extends Anchor>(
  analysis: Analysis,
  facts: Facts,
  probabilities: Float32Array,
  anchors: readonly T[],
  data: FreeSpeechData,
): FreeSpeech<T>[] {
  const { sentences, tokens } = analysis;
  const busy = new Set<number>();
  for (const { cue, centre, content, confidence } of anchors) {
    // a plan or a belief that somebody reports can be carried on like any other fact
    if (confidence < 0.25 || isThoughtOrDeed(facts, centre)) continue;
    busy.add(facts.sentence[cue.start] as number);
    if (confidence < 0.5) continue;
    for (const run of content)
      for (let s = facts.sentence[run.start] as number; s <= (facts.sentence[run.end - 1] as number); s++) busy.add(s);
  }
  const found: FreeSpeech<T>[] = [];
  for (const anchor of anchors) {
    const { source, centre, content, confidence } = anchor;
    if (confidence < 0.25 || isThoughtOrDeed(facts, centre) || !source) continue;
    const own = facts.sentence[centre] as number;
    const paragraph = tokens.paragraph[centre] as number;
    const offer = (s: number, chance: number): boolean => {
      const start = sentences.start[s];
      const end = sentences.end[s];
      if (start === undefined || end === undefined || tokens.paragraph[start] !== paragraph) return false;
      if (s === own || busy.has(s) || end - start < 4 || !canCarryOn(facts, probabilities, start, end)) return false;
      busy.add(s);
      found.push({ from: anchor, content: { start, end }, confidence: chance * confidence });
      return true;
    };
    const start = sentences.start[own] as number;
    const isFirst = content[0]?.start === start;
    if (isFirst && data.connectives.has(tokens.lower[start] as number)) offer(own - 1, 0.45);
    let chance = 0.4;
    for (let s = own + 1; chance > 0.1; s++) {
      if (!offer(s, chance * outlook(facts, sentences.start[s] ?? 0, sentences.end[s] ?? 0))) break;
      chance *= 0.6;
    }
  }
  return found;
}

/** Nothing in the sentence speaks for itself: no quotation, no likely cue. */
function canCarryOn(facts: Facts, probabilities: Float32Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++)
    if (
      facts.quoted[i] === 1 ||
      (facts.act[i] === 5 && isVerbTag(facts.tag[i] as number)) ||
      (roleProbability(probabilities, i, CUE) > 0.6 && !isThoughtOrDeed(facts, i))
    )
      return false;
  return true;
}

function isThoughtOrDeed(facts: Facts, token: number): boolean {
  return facts.act[token] === 3 || facts.act[token] === 4;
}

function outlook(facts: Facts, start: number, end: number): number {
  let past = false;
  for (let i = start; i < end; i++) {
    if (facts.tag[i] === MD) return 1.2;
    if (facts.tag[i] === PAST) past = true;
  }
  return past ? 0.6 : 1;
}
