import type { CommitmentCue, CommitmentData, CueFrame } from "./commitment-data.ts";
import type { Words } from "./words.ts";
import { isNoun, isPunctuation, isQuotationMark, isVerb, sentenceEnd, sentenceStart } from "./words.ts";

/** A cue with what it presents; token numbers as in an `Act`. */
export interface Complement {
  readonly cueStart: number;
  readonly cueEnd: number;
  readonly cue: string;
  readonly frame: CueFrame;
  readonly strength: CommitmentCue["strength"];
  readonly polarity: CommitmentCue["polarity"];
  readonly negation: number;
  readonly verb: number;
  readonly passive: boolean;
  readonly copular: boolean;
}

/** Reads cue, adverbs, negation and complement from `i` on. Nested cues are followed: "will be ready to send". */
export function complementAt(words: Words, data: CommitmentData, i: number): Complement | undefined {
  const cue = data.cues.get(words.lower[i] ?? "");
  if (cue === undefined || isPromisedTo(words, data, i)) return undefined;
  const limit = Math.min(sentenceEnd(words, i), i + 24);
  const before = negationBefore(words, data, i);
  let at = i;
  let current = cue;
  let strength = cue.strength;
  let polarity = cue.polarity;
  let negation = before;
  if (before >= 0) polarity = flip(polarity);
  let frame: CueFrame = "modal";
  let passive = false;
  let copular = false;
  let cueEnd = i + 1;
  for (let depth = 0; depth < 4; depth++) {
    const next = current.frames.includes("modal")
      ? afterModal(words, data, at, limit)
      : afterCue(words, data, at, limit, current);
    if (next === undefined) return undefined;
    frame = next.frame;
    if (next.negation >= 0) {
      negation = next.negation;
      polarity = flip(polarity);
    }
    passive = next.passive;
    copular = next.copular;
    cueEnd = next.cueEnd;
    const inner = data.cues.get(words.lower[next.verb] ?? "");
    const deeper =
      inner !== undefined && !inner.frames.includes("modal") && (next.frame === "modal" || next.frame === "to")
        ? afterCue(words, data, next.verb, limit, inner)
        : undefined;
    if (inner === undefined || deeper === undefined || deeper.frame === "object")
      return {
        cueStart: i,
        cueEnd,
        cue: words.lower[i] ?? "",
        frame,
        strength: strengthOf(cue, strength, polarity),
        polarity,
        negation,
        verb: next.verb,
        passive,
        copular,
      };
    if (inner.polarity === "not") {
      polarity = flip(polarity);
      negation = next.verb;
    }
    strength = weaker(strength, inner.strength);
    current = inner;
    at = next.verb;
  }
  return undefined;
}

/** "We were promised a bridge": they are no party to the promise, and who is, nothing shows. */
export function isPromisedTo(words: Words, data: CommitmentData, i: number): boolean {
  if (!data.promisedTo.has(words.lower[i] ?? "")) return false;
  let at = i - 1;
  while (at > i - 4 && (words.tag[at] ?? "").startsWith("RB")) at -= 1;
  return /^(was|were|been|is|are|be|being|'re|am)$/.test(words.lower[at] ?? "");
}

/** "does not plan to", "never promised to": a negation up to three adverbs or auxiliaries before the cue. */
export function negationBefore(words: Words, data: CommitmentData, i: number): number {
  const first = sentenceStart(words, i);
  for (let j = i - 1; j >= first && j >= i - 3; j--) {
    if (data.negations.has(words.lower[j] ?? "")) return j;
    const tag = words.tag[j] ?? "";
    if (!tag.startsWith("RB") && !tag.startsWith("VB") && tag !== "MD" && tag !== "TO") return -1;
  }
  return -1;
}

/** Some words are cues in one use only: "is about to", "called for". */
export function isUsedAsCue(words: Words, i: number, lower: string): boolean {
  const tag = words.tag[i] ?? "";
  const before = words.lower[i - 1] ?? "";
  if (lower === "like") return before === "would" || before === "'d";
  if (lower === "about" || lower === "due" || lower === "bound")
    return /^(is|are|was|were|be|'s|'re|am|'m)$/.test(before);
  if (lower === "set" || lower === "mean" || lower === "means") return tag === "VBN" || tag === "VBD" || tag === "VB";
  if (lower === "support") return isNoun(words, i);
  if (lower === "expected") return /^(is|are|was|were|be|'s|'re|widely)$/.test(before);
  if (lower === "called" || lower === "call" || lower === "calls" || lower === "calling")
    return words.lower[i + 1] === "for";
  if (lower === "looking" || lower === "thinking") return tag === "VBG";
  return true;
}

/** Adverbs and negations from `j` on: where they end, and the last negation. */
export function skipAdverbs(
  words: Words,
  data: CommitmentData,
  j: number,
  limit: number,
): { at: number; negation: number } {
  let negation = -1;
  let at = j;
  while (at < limit) {
    const lower = words.lower[at] ?? "";
    if (data.negations.has(lower)) negation = at;
    else if (
      !(words.tag[at] ?? "").startsWith("RB") &&
      lower !== "all" &&
      lower !== "both" &&
      !isQuotationMark(words, at)
    )
      break;
    at += 1;
  }
  return { at, negation };
}

export function flip(polarity: "do" | "not"): "do" | "not" {
  return polarity === "do" ? "not" : "do";
}

/** "Is not ready to", "is unwilling to" refuse and do not offer; "does not refuse to", "does not rule out" leave it open. */
function strengthOf(
  cue: CommitmentCue,
  strength: CommitmentCue["strength"],
  polarity: CommitmentCue["polarity"],
): CommitmentCue["strength"] {
  if (cue.polarity === "not" && polarity === "do") return "may";
  return polarity === "not" && strength === "may" && !cue.frames.includes("modal") ? "will" : strength;
}

/** "would be willing to" may, "will agree to" will: the weakest word decides. */
function weaker(a: CommitmentCue["strength"], b: CommitmentCue["strength"]): CommitmentCue["strength"] {
  const order: readonly CommitmentCue["strength"][] = ["will", "plan", "may"];
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

interface Next {
  readonly verb: number;
  readonly frame: CueFrame;
  readonly cueEnd: number;
  readonly negation: number;
  readonly passive: boolean;
  readonly copular: boolean;
}

function afterModal(words: Words, data: CommitmentData, i: number, limit: number): Next | undefined {
  if (words.tag[i] !== "MD" && words.lower[i] !== "'d") return undefined;
  const { at, negation } = skipAdverbs(words, data, i + 1, limit);
  if (at >= limit) return undefined;
  const tag = words.tag[at] ?? "";
  if (tag !== "VB" && tag !== "VBP" && tag !== "VBN" && tag !== "VBD") return undefined;
  const lower = words.lower[at] ?? "";
  if (lower === "have") {
    const then = skipAdverbs(words, data, at + 1, limit);
    // "would have sent": it did not happen
    if (words.tag[then.at] === "VBN" || words.tag[then.at] === "VBD") return undefined;
    if (words.lower[then.at] === "to") return undefined;
  }
  return predicate(words, data, at, limit, "modal", i + 1, negation);
}

/** From the verb on: looks through "be" to the participle, adjective or gerund that says what is done. */
function predicate(
  words: Words,
  data: CommitmentData,
  verb: number,
  limit: number,
  frame: CueFrame,
  cueEnd: number,
  negation: number,
): Next {
  if (words.lower[verb] !== "be") return { verb, frame, cueEnd, negation, passive: false, copular: false };
  const then = skipAdverbs(words, data, verb + 1, limit);
  const not = then.negation >= 0 ? then.negation : negation;
  const tag = words.tag[then.at] ?? "";
  const lower = words.lower[then.at] ?? "";
  if (then.at < limit && data.cues.has(lower) && !isNoun(words, then.at))
    return { verb: then.at, frame, cueEnd: then.at, negation: not, passive: false, copular: false };
  if (then.at < limit && tag === "VBG")
    return { verb: then.at, frame, cueEnd: then.at, negation: not, passive: false, copular: false };
  if (then.at < limit && (tag === "VBN" || tag === "VBD"))
    return { verb, frame, cueEnd, negation: not, passive: true, copular: false };
  return { verb, frame, cueEnd, negation: not, passive: false, copular: true };
}

/** What stands between cue and complement: "plans this week to give", "promised voters to cut". At most this many tokens. */
const GAP = 4;

function afterCue(words: Words, data: CommitmentData, i: number, limit: number, cue: CommitmentCue): Next | undefined {
  const lower = words.lower[i] ?? "";
  if (!isUsedAsCue(words, i, lower)) return undefined;
  const skipped = skipAdverbs(words, data, i + 1, limit);
  let j = skipped.at;
  let negation = skipped.negation;
  if (cue.frames.includes("to") || cue.frames.includes("ing")) {
    for (let gap = 0; gap <= GAP && j + gap < limit; gap++) {
      const at = j + gap;
      const tag = words.tag[at] ?? "";
      const word = words.lower[at] ?? "";
      if (word === "to" && cue.frames.includes("to")) {
        const then = skipAdverbs(words, data, at + 1, limit);
        if (then.negation >= 0) negation = then.negation;
        const verbTag = words.tag[then.at] ?? "";
        // "proposed a 10 percent levy to pay for it"
        const first = words.tag[j] === "DT" ? j + 1 : j;
        const isObject = gap > 0 && cue.frames.includes("object") && /^(CD|\$)$/.test(words.tag[first] ?? "");
        if (
          then.at < limit &&
          (verbTag === "VB" || verbTag === "VBP") &&
          !isObject &&
          !(gap > 0 && isPerson(words, j, at, cue))
        )
          return predicate(words, data, then.at, limit, "to", at + 1, negation);
      }
      if (cue.frames.includes("ing") && tag === "VBG" && gap <= 2)
        return { verb: at, frame: "ing", cueEnd: at, negation, passive: false, copular: false };
      if (isVerb(words, at) || tag === "MD" || (isPunctuation(words, at) && !isQuotationMark(words, at))) break;
      if (tag === "WP" || tag === "WDT" || tag === "WRB" || tag === "CC") break;
    }
  }
  if (cue.frames.includes("object") && isVerb(words, i)) {
    const tag = words.tag[j] ?? "";
    const opens =
      tag === "DT" ||
      tag.startsWith("JJ") ||
      tag.startsWith("NN") ||
      tag === "CD" ||
      tag === "$" ||
      tag === "PRP$" ||
      tag === "VBN";
    if (j < limit && opens && words.lower[i + 1] !== "'s" && cue.polarity === "do")
      return { verb: j, frame: "object", cueEnd: i + 1, negation, passive: false, copular: false };
  }
  if (cue.polarity === "not" && cue.frames.includes("ing") && words.lower[j] === "out") {
    const at = j + 1;
    if (at < limit && !isPunctuation(words, at))
      return { verb: at, frame: "object", cueEnd: at, negation, passive: false, copular: false };
  }
  return undefined;
}

/** "wants him to go" is a wish about somebody else, "promised voters to cut" is not. */
function isPerson(words: Words, from: number, to: number, cue: CommitmentCue): boolean {
  if (cue.strength === "will") return false;
  for (let i = from; i < to; i++) {
    const tag = words.tag[i] ?? "";
    if (tag === "PRP" || tag === "NNP" || tag === "NNS" || tag === "NNPS") return true;
  }
  return false;
}
