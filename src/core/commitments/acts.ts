import type { Statement } from "../statement.ts";
import type { CommitmentCue, CommitmentData, CueFrame } from "./commitment-data.ts";
import type { Words } from "./words.ts";
import { isNoun, isPunctuation, isQuotationMark, isVerb, sentenceEnd, sentenceStart, tokensWithin } from "./words.ts";

/**
 * A candidate: a cue and the act that it presents.
 *
 *     Vesna plans to send instructors after a ceasefire.
 *           ^ cue    ^ verb, the act runs to `end`
 */
export interface Act {
  /** Tokens of the cue, half-open: "plans to", "will", "is considering". */
  readonly cueStart: number;
  readonly cueEnd: number;
  readonly cue: string;
  readonly frame: CueFrame | "title" | "gerund" | "bare";
  readonly strength: "will" | "plan" | "may";
  readonly polarity: "do" | "not";
  /** Token of the negation, -1 without. */
  readonly negation: number;
  /** First token of the act: its verb, or the noun phrase where the cue takes an object. */
  readonly verb: number;
  /** Token at which the reading of the act's subject begins: the finite verb or cue. */
  readonly finite: number;
  readonly start: number;
  readonly end: number;
  readonly passive: boolean;
  readonly copular: boolean;
  /** The cue belongs to the statement ("vowed", "plans"), so that its speaker is the committer. */
  readonly byStatement: boolean;
}

/** What a statement lets the stage read: tokens of its content, and of its cue. Both sorted, half-open. */
export interface Window {
  readonly content: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  readonly source: readonly TokenRange[];
}

export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

export function windowOf(words: Words, statement: Statement): Window {
  const ranges = (spans: Statement["content"]): TokenRange[] =>
    spans.map((span) => tokensWithin(words, span)).filter((range) => range.start < range.end);
  return { content: ranges(statement.content), cue: ranges(statement.cue), source: ranges(statement.source) };
}

export function within(ranges: readonly TokenRange[], token: number): boolean {
  return ranges.some((range) => range.start <= token && token < range.end);
}

/**
 * Finds the candidates of one statement, in the order of the text, one for each act. In a document of one's `own` words a sentence
 * without a cue is a candidate too ("More beds for every hospital.").
 */
export function findActs(words: Words, window: Window, data: CommitmentData, own: boolean): readonly Act[] {
  const acts: Act[] = [];
  const taken = new Set<number>();
  const add = (act: Act | undefined): void => {
    if (act === undefined || taken.has(act.verb)) return;
    taken.add(act.verb);
    acts.push(act);
  };
  for (const range of window.cue)
    for (let i = range.start; i < range.end; i++) add(actAt(words, window, data, i, true));
  if (acts.length === 0) add(actOfStatementCue(words, window, data));
  for (const range of window.content)
    for (let i = range.start; i < range.end; i++) {
      // An act inside another act ("plans to seek to send") is one act.
      const last = acts.at(-1);
      if (last !== undefined && last.start <= i && i < last.end && last.frame !== "object" && !separate(words, last, i))
        continue;
      add(actAt(words, window, data, i, false));
    }
  for (const range of window.content) add(gerundAct(words, window, data, range));
  if (own && acts.length === 0) add(bareAct(words, window, data));
  return acts.sort((a, b) => a.start - b.start);
}

/** A programme's line: "Invest in hospitals", "Building new schools", "A tax cut for small firms". */
function bareAct(words: Words, window: Window, data: CommitmentData): Act | undefined {
  const first = window.content[0];
  if (first === undefined) return undefined;
  let i = first.start;
  for (let j = first.start; j < first.end && j < first.start + 12; j++)
    if (/^VB[GP]?$/.test(words.tag[j] ?? "")) {
      i = j;
      break;
    }
  while (i < first.end && isPunctuation(words, i)) i += 1;
  if (i >= first.end) return undefined;
  return plainAct(words, i, actEnd(words, window, data, i), i, i + 1, "bare", "plan");
}

/** A cue within an act opens an act of its own when it is a finite verb of another clause. */
function separate(words: Words, act: Act, token: number): boolean {
  return words.tag[token] === "MD" && token > act.verb + 1;
}

/** The act that the word at `i` presents, when it is a cue and an act follows. */
function actAt(words: Words, window: Window, data: CommitmentData, i: number, byStatement: boolean): Act | undefined {
  const found = complementAt(words, data, i);
  if (found === undefined) return undefined;
  const end = actEnd(words, window, data, found.verb);
  if (end <= found.verb) return undefined;
  if (!within(window.content, found.verb) && !within(window.cue, found.verb)) return undefined;
  return finish(words, window, found, end, byStatement);
}

interface Complement {
  readonly cueStart: number;
  readonly cueEnd: number;
  readonly cue: string;
  readonly frame: Act["frame"];
  readonly strength: CommitmentCue["strength"];
  readonly polarity: CommitmentCue["polarity"];
  readonly negation: number;
  readonly verb: number;
  readonly passive: boolean;
  readonly copular: boolean;
}

function finish(words: Words, window: Window, found: Complement, end: number, byStatement: boolean): Act {
  let start = found.verb;
  // what is done to something needs the something: "the bridge will be built" is the act of building the bridge
  if (found.passive && !byStatement) {
    const subject = nounPhraseBefore(words, found.cueStart, window);
    if (subject !== undefined) start = wholeStart(words, subject.start, window);
  } else if (!byStatement && found.frame === "modal") start = gapStart(words, found, window) ?? start;
  return { ...found, finite: found.cueStart, start, end, byStatement };
}

/** "The history of our nation | and continent will never be forgotten": the phrase does not begin behind a conjunction or preposition. */
function wholeStart(words: Words, from: number, window: Window): number {
  const first = sentenceStart(words, from);
  let start = from;
  while (start - 1 > first && /^(?:CC|IN)$/.test(words.tag[start - 1] ?? "") && start > from - 16) {
    if (words.lower[start - 1] === "that" || !isNoun(words, start - 2)) break;
    const before = nounPhraseBefore(words, start - 1, window);
    if (before === undefined || before.start >= start - 1) break;
    start = before.start;
  }
  return start;
}

/** "A ship that we will build in the bay": what is built stands before the clause. Undefined where nothing is missing behind the verb. */
function gapStart(words: Words, found: Complement, window: Window): number | undefined {
  const subject = nounPhraseBefore(words, found.cueStart, window);
  const relative = (subject?.start ?? 0) - 1;
  if (subject === undefined || !isNoun(words, relative - 1)) return undefined;
  // the tagger takes most "that" for a conjunction; the parser tells "the news that" from "the ship that"
  const relates =
    words.tag[relative] === "WDT" || (words.lower[relative] === "that" && words.relation[found.verb] === "acl:relcl");
  if (!relates) return undefined;
  const thing = nounPhraseBefore(words, relative, window);
  return thing !== undefined && thing.end === relative ? thing.start : undefined;
}

/** Where an act begins, to show it: without the "we" that is its subject, and with its opening mark. */
export function actStart(words: Words, act: Act): number {
  if (act.start >= act.verb) return act.start;
  if (act.passive)
    return /^(i|we)$/.test(words.lower[act.start] ?? "") ? act.verb : withOpeningMark(words, act.start, act.verb);
  // "an assurance that Kestria will back | the bid": nothing is missing behind the verb
  return takesObject(words, act.verb) ? act.verb : act.start;
}

/** `"Wings of Hope" will be continued`: a closing mark within the act takes its opening mark along. */
function withOpeningMark(words: Words, start: number, verb: number): number {
  for (let i = start; i < verb; i++) {
    if (!isQuotationMark(words, i)) continue;
    return isQuotationMark(words, start - 1) && words.tag[start - 1] !== "''" ? start - 1 : start;
  }
  return start;
}

function takesObject(words: Words, verb: number): boolean {
  for (let i = verb + 1; i < words.count && i < verb + 8; i++)
    if (words.head[i] === verb && words.relation[i] === "dobj") return true;
  return false;
}

/** Reads cue, adverbs, negation and complement from `i` on. Nested cues are followed: "will be ready to send". */
function complementAt(words: Words, data: CommitmentData, i: number): Complement | undefined {
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
  let frame: Act["frame"] = "modal";
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

/** "Is not ready to", "is unwilling to" refuse and do not offer; "does not refuse to", "does not rule out" leave it open. */
function strengthOf(cue: CommitmentCue, strength: Act["strength"], polarity: Act["polarity"]): Act["strength"] {
  if (cue.polarity === "not" && polarity === "do") return "may";
  return polarity === "not" && strength === "may" && !cue.frames.includes("modal") ? "will" : strength;
}

/** "We were promised a bridge": they are no party to the promise, and who is, nothing shows. */
function isPromisedTo(words: Words, data: CommitmentData, i: number): boolean {
  if (!data.promisedTo.has(words.lower[i] ?? "")) return false;
  let at = i - 1;
  while (at > i - 4 && (words.tag[at] ?? "").startsWith("RB")) at -= 1;
  return /^(was|were|been|is|are|be|being|'re|am)$/.test(words.lower[at] ?? "");
}

function flip(polarity: "do" | "not"): "do" | "not" {
  return polarity === "do" ? "not" : "do";
}

/** "would be willing to" may, "will agree to" will: the weakest word decides. */
function weaker(a: Act["strength"], b: Act["strength"]): Act["strength"] {
  const order: readonly Act["strength"][] = ["will", "plan", "may"];
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

/** "does not plan to", "never promised to": a negation up to three adverbs or auxiliaries before the cue. */
function negationBefore(words: Words, data: CommitmentData, i: number): number {
  const first = sentenceStart(words, i);
  for (let j = i - 1; j >= first && j >= i - 3; j--) {
    if (data.negations.has(words.lower[j] ?? "")) return j;
    const tag = words.tag[j] ?? "";
    if (!tag.startsWith("RB") && !tag.startsWith("VB") && tag !== "MD" && tag !== "TO") return -1;
  }
  return -1;
}

interface Next {
  readonly verb: number;
  readonly frame: Act["frame"];
  readonly cueEnd: number;
  readonly negation: number;
  readonly passive: boolean;
  readonly copular: boolean;
}

/** Adverbs and negations from `j` on: where they end, and the last negation. */
function skipAdverbs(words: Words, data: CommitmentData, j: number, limit: number): { at: number; negation: number } {
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
  frame: Act["frame"],
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
  if (!fits(words, i, lower)) return undefined;
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

/** Words that are cues in one use only. */
function fits(words: Words, i: number, lower: string): boolean {
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

/**
 * The statement's cue commits and its content is the act: "Vesna vowed | lower taxes", "her plan | cap deductions". Read where no cue
 * with a complement was found.
 */
function actOfStatementCue(words: Words, window: Window, data: CommitmentData): Act | undefined {
  const first = window.content[0];
  if (first === undefined) return undefined;
  for (const range of window.cue)
    for (let i = range.start; i < range.end; i++) {
      const lower = words.lower[i] ?? "";
      const cue = data.cues.get(lower);
      if (cue === undefined || cue.frames.includes("modal") || !fits(words, i, lower)) continue;
      if (isPromisedTo(words, data, i)) continue;
      let verb = first.start;
      while (
        verb < first.end &&
        (words.lower[verb] === "to" || isQuotationMark(words, verb) || (words.tag[verb] ?? "").startsWith("RB"))
      )
        verb += 1;
      if (verb >= first.end || words.lower[verb] === "that" || words.tag[verb] === "WRB" || words.tag[verb] === "WP")
        return undefined;
      const clause = words.tag[verb] === "PRP" || (isFiniteSoon(words, verb, first.end) && !isVerb(words, verb));
      if (clause) return undefined;
      const end = actEnd(words, window, data, verb);
      const negation = negationBefore(words, data, i);
      return {
        cueStart: i,
        cueEnd: i + 1,
        cue: lower,
        frame: "object",
        strength: cue.strength,
        polarity: negation >= 0 ? flip(cue.polarity) : cue.polarity,
        negation: negation >= 0 ? negation : cue.polarity === "not" ? i : -1,
        verb,
        finite: i,
        start: verb,
        end,
        passive: false,
        copular: false,
        byStatement: true,
      };
    }
  return undefined;
}

/** A subject with a finite verb opens the content: "taxpayers would pay". */
function isFiniteSoon(words: Words, from: number, limit: number): boolean {
  for (let i = from; i < limit && i < from + 10; i++) {
    const tag = words.tag[i] ?? "";
    if (tag === "MD" || tag === "VBZ" || tag === "VBP") return true;
    if (isVerb(words, i) || tag === ",") return false;
  }
  return false;
}

/**
 * "Sending doctors after a truce will be part of our contribution": the act is the subject. Titles drop the verb:
 * "Union to send instructors".
 */
function gerundAct(words: Words, window: Window, data: CommitmentData, range: TokenRange): Act | undefined {
  let i = range.start;
  while (i < range.end && (words.lower[i] === "that" || isQuotationMark(words, i))) i += 1;
  if (words.tag[i] === "VBG") {
    const limit = Math.min(range.end, i + 30);
    for (let j = i + 1; j < limit; j++) {
      const lower = words.lower[j] ?? "";
      if (lower === "," || words.tag[j] === ".") break;
      if (words.tag[j] !== "MD" || (lower !== "will" && lower !== "would")) continue;
      // only what counts it among what somebody gives; "sending troops will be a mistake" gives nothing
      if (words.lower[j + 1] !== "be" || !/^(part|included|offered|provided)$/.test(words.lower[j + 2] ?? ""))
        return undefined;
      return plainAct(words, i, Math.min(j, actEnd(words, window, data, i)), j, j + 1, "gerund", "will");
    }
    return undefined;
  }
  const title = titleAct(words, window, data, range.start, range.end);
  return title;
}

/** "Union to send instructors after ceasefire": noun phrase, "to", bare verb, and no finite verb before. */
function titleAct(words: Words, window: Window, data: CommitmentData, from: number, limit: number): Act | undefined {
  for (let i = from; i < limit && i < from + 10; i++) {
    if (words.lower[i] === "to" && i > from) {
      const { at, negation } = skipAdverbs(words, data, i + 1, limit);
      const noun = isNoun(words, i - 1) && sentenceStart(words, i) === from;
      if (!noun || at >= limit || words.tag[at] !== "VB") return undefined;
      const act = plainAct(words, at, actEnd(words, window, data, at), i, i + 1, "title", "plan");
      return negation >= 0 ? { ...act, polarity: "not", negation } : act;
    }
    if (!isNoun(words, i) && !/^(DT|JJ|CD|POS|CC|IN)$/.test(words.tag[i] ?? "")) return undefined;
  }
  return undefined;
}

function plainAct(
  words: Words,
  verb: number,
  end: number,
  cueStart: number,
  cueEnd: number,
  frame: Act["frame"],
  strength: Act["strength"],
): Act {
  return {
    cueStart,
    cueEnd,
    cue: words.lower[cueStart] ?? "",
    frame,
    strength,
    polarity: "do",
    negation: -1,
    verb,
    finite: cueStart,
    start: verb,
    end,
    passive: false,
    copular: false,
    byStatement: false,
  };
}

/** No act is longer than this many tokens. */
const LONGEST = 32;

/**
 * Where the act that begins at `verb` ends: after its object and complements, before the next clause, condition or aside. Read `whole`
 * only to show it: how far a candidate reaches is what the model was taught, and hides other cues within it.
 */
export function actEnd(words: Words, window: Window, data: CommitmentData, verb: number, whole = false): number {
  const inside = window.content.find((range) => range.start <= verb && verb < range.end);
  const limit = Math.min(inside?.end ?? sentenceEnd(words, verb), sentenceEnd(words, verb), verb + LONGEST);
  const working = data.actsOnOthers.has(words.lower[verb] ?? "") || data.vagueActs.has(words.lower[verb] ?? "");
  let hasObject = false;
  let isOnlyOne = false;
  let end = verb + 1;
  for (let i = verb + 1; i < limit; i++) {
    const tag = words.tag[i] ?? "";
    const lower = words.lower[i] ?? "";
    const next = words.lower[i + 1] ?? "";
    // "build two more (the contract is signed) ports": the object is still to come
    if (whole && tag === "-LRB-" && !hasObject) {
      const close = asideEnd(words, i, limit);
      if (close > i) {
        i = close;
        continue;
      }
    }
    if (whole && lower === "not" && ONLY.test(next)) isOnlyOne = true;
    // "not only to send aid, but also to lend": one act in two halves
    if (isOnlyOne && (lower === "but" || (lower === "," && next === "but"))) {
      if (lower === "but") isOnlyOne = false;
      continue;
    }
    if (whole && ((lower === "in" && next === "order") || (lower === "no" && next === "matter"))) break;
    if (tag === "." || tag === ":" || tag.startsWith("-")) {
      if (tag === ":" && lower === "-" && !standsAlone(words, i)) continue;
      break;
    }
    if (tag === ",") {
      if (listGoesOn(words, i, limit, whole) || (whole && isRepeated(words, verb, i))) continue;
      break;
    }
    if (markerAt(words, data, i) > 0) break;
    if (
      /^(because|although|though|while|whereas|but|since|as)$/.test(lower) &&
      !(lower === "as" && !asClause(words, i, whole ? verb : i))
    )
      break;
    // what tells which thing is meant belongs to it: "every road that was flooded", "those for whom it is the fastest"
    if (tag === "WDT" || tag === "WP" || tag === "WP$" || (tag === "WRB" && hasObject)) {
      if (lower === "when" || !(isNoun(words, i - 1) || /^(IN|DT|VB|VBG)$/.test(words.tag[i - 1] ?? ""))) break;
    }
    if (lower === "so" && words.lower[i + 1] === "that") break;
    if (
      tag === "CC" &&
      (next === "that" ||
        (whole && words.lower[i + 2] === "that" && THINKS.test(next)) ||
        newClause(words, i + 1, limit, whole))
    )
      break;
    if (
      lower === "to" &&
      words.tag[i + 1] === "VB" &&
      hasObject &&
      !working &&
      i > verb + 5 &&
      !(whole && takesTo(words, i - 1))
    )
      break;
    // "readiness to oppose the raid | can protect us": the act is itself a subject
    if (whole && (tag === "MD" || IS.test(lower)) && isNoun(words, i - 1) && !hasClause(words, verb, i)) break;
    if (isNoun(words, i)) hasObject = true;
    if (!isQuotationMark(words, i) || balanced(words, verb, i)) end = i + 1;
  }
  return whole && end === verb + LONGEST ? lastComma(words, verb, end) : end;
}

/** "And hopes | that it holds": a verb that the tagger takes for a noun. */
const THINKS = /^(hopes|believes|says|adds|stresses|notes|thinks|expects|trusts|insists|claims)$/;

const IS = /^(is|was|are|were)$/;

/** A clause opens between the verb and `i`: "ensure (that) the road is closed", "all that is left". */
function hasClause(words: Words, verb: number, i: number): boolean {
  if (
    /^(ensure|make|see|know|believe|show|prove|say|hope|think|guarantee|check|mean|let|feel)$/.test(
      words.lower[verb] ?? "",
    )
  )
    return true;
  for (let j = verb + 1; j < i; j++)
    if (/^(W|PRP$)/.test(words.tag[j] ?? "") || /^(that|if|ensure|everything|all|,)$/.test(words.lower[j] ?? ""))
      return true;
  return false;
}

/** An act that is too long ends at its last comma, if it has one. */
function lastComma(words: Words, verb: number, end: number): number {
  for (let i = end - 1; i > verb + 4; i--) if (words.lower[i] === ",") return i;
  return end;
}

/** "Not only", "not just" open what "but" goes on with. */
const ONLY = /^(only|just|merely|solely|simply)$/;

/** The bracket that closes an aside within a few words; the opening one where none does. */
function asideEnd(words: Words, open: number, limit: number): number {
  for (let i = open + 1; i < limit && i < open + 18; i++) if (words.tag[i] === "-RRB-") return i;
  return open;
}

/** "Tell them about the wells, | about the roads": the same preposition again. */
function isRepeated(words: Words, verb: number, comma: number): boolean {
  const lower = words.lower[comma + 1] ?? "";
  if (!/^(about|with|for|against|from)$/.test(lower)) return false;
  for (let i = comma - 1; i > verb; i--) if (words.lower[i] === lower) return true;
  return false;
}

/** "The need | to hurry", "every effort | to help": what the noun is for belongs to it. */
function takesTo(words: Words, noun: number): boolean {
  // "the way they are supposed | to be treated", "all who decide | to go"
  if (isVerb(words, noun)) return true;
  // "a reason for the council | to object"
  for (let i = noun; i > noun - 4; i--) if (words.lower[i] === "for") return true;
  return /^(need|needs|possibility|opportunity|opportunities|right|rights|effort|efforts|decision|decisions|ability|obligation|obligations|plan|plans|proposal|proposals|way|ways|attempt|attempts|chance|everything|all|best)$/.test(
    words.lower[noun] ?? "",
  );
}

/** A hyphen with room on both sides is a dash: "rebuild everything - nobody doubts it". */
function standsAlone({ analysis: { tokens } }: Words, i: number): boolean {
  return (tokens.end[i - 1] ?? 0) < (tokens.start[i] ?? 0) && (tokens.end[i] ?? 0) < (tokens.start[i + 1] ?? 0);
}

/** "as part of", "as they do" end an act; "as well", "such as", "serve as a bridge", "in such a way as to" do not. */
function asClause(words: Words, i: number, verb: number): boolean {
  const next = words.lower[i + 1] ?? "";
  if (words.lower[i - 1] === "way" && next === "to" && verb < i) return false;
  if (/^(DT|NN|NNS|NNP|PRP\$)$/.test(words.tag[i + 1] ?? ""))
    for (let j = i - 1; j >= verb && j > i - 9; j--) if (ACTS_AS.test(words.lower[j] ?? "")) return false;
  return next !== "well" && words.lower[i - 1] !== "such" && words.lower[i - 1] !== "well" && words.tag[i + 1] !== "JJ";
}

/** What one does as something: "serve as a bridge", "recognise them as partners". */
const ACTS_AS =
  /^(serve|serves|act|acts|work|works|function|functions|use|treat|recogni[sz]e|regard|appear|designate|consider|describe|define|list|name|appoint)$/;

/** A closing mark belongs to the act when its opening mark does. */
function balanced(words: Words, from: number, mark: number): boolean {
  const quotation = words.analysis.quotations[words.analysis.tokens.quotation[mark] ?? -1];
  return quotation !== undefined && quotation.start >= from;
}

/** After the comma comes one more item ("build schools, hire teachers and lower fees"), not a new clause or an aside. */
function listGoesOn(words: Words, comma: number, limit: number, whole: boolean): boolean {
  const next = words.tag[comma + 1] ?? "";
  if (next === "VB" || (whole && next === "VBP")) return true;
  if (next === "CC") return words.lower[comma + 1] !== "but" && !newClause(words, comma + 2, limit, whole);
  if (next === "RB" && words.tag[comma + 2] === "VB") return true;
  // "an immediate, large-scale reconstruction"
  if (whole && next.startsWith("JJ") && (words.tag[comma - 1] ?? "").startsWith("JJ")) return true;
  if (!(next.startsWith("NN") || next.startsWith("JJ") || next === "DT" || next === "CD")) return false;
  for (let i = comma + 1; i < limit && i < comma + 9; i++) {
    const tag = words.tag[i] ?? "";
    if (tag === "CC") return words.lower[i] !== "but" && !newClause(words, i + 1, limit, whole);
    if (tag === "MD" || isVerb(words, i) || tag === "WDT" || tag === "WP" || tag === "." || tag === ":") return false;
  }
  return false;
}

/** A noun phrase and a finite verb from `from` on. */
function newClause(words: Words, from: number, limit: number, whole: boolean): boolean {
  for (let i = from; i < limit && i < from + (whole ? 14 : 8); i++) {
    const tag = words.tag[i] ?? "";
    if (tag === "MD" || tag === "VBZ" || tag === "VBD" || tag === "VBP")
      return i > from || tag === "MD" || tag === "VBZ" || tag === "VBD";
    // "the mayor of Osterby (in the north) offered": still its subject
    if (whole && i > from && /^(of|on|for|to|between)$/.test(words.lower[i] ?? "") && isNoun(words, i - 1)) continue;
    const close = whole && tag === "-LRB-" ? asideEnd(words, i, words.count) : i;
    if (close > i) {
      i = close;
      continue;
    }
    // "roads and bridges that were flooded", "from Kestria and Vesna (I told them so)"
    if (/^(?:VBG?|TO|IN|WDT|WP|,|\.|:|-.*)$/.test(tag)) return false;
  }
  return false;
}

/** Length of the condition marker that begins at token `i`, 0 without. Event markers ("after") count only in `conditionAt`. */
export function markerAt(words: Words, data: CommitmentData, i: number): number {
  for (const marker of data.conditionMarkers.get(words.lower[i] ?? "") ?? []) {
    if (marker.opens === "event") continue;
    // "will soon be | provided with" is what is done
    if (words.lower[i] === "provided" && /^(VB|RB)/.test(words.tag[i - 1] ?? "")) continue;
    if (marker.words.every((word, k) => words.lower[i + k] === word)) return marker.words.length;
  }
  return 0;
}

/** The noun phrase that ends right before token `i`; auxiliaries, adverbs and an aside between two commas or dashes are passed over. */
export function nounPhraseBefore(words: Words, i: number, window: Window | undefined): TokenRange | undefined {
  const first = sentenceStart(words, i);
  let end = beforeAuxiliaries(words, i, first);
  const mark = words.lower[end - 1] ?? "";
  if (mark === "," || mark === "—" || mark === "–" || mark === "-") {
    let opening = end - 2;
    while (opening > first && opening > end - 18 && words.lower[opening] !== mark) opening -= 1;
    if (words.lower[opening] === mark) end = beforeAuxiliaries(words, opening, first);
  }
  if (words.tag[end - 1] === "PRP")
    return window === undefined || within(window.content, end - 1) ? { start: end - 1, end } : undefined;
  let start = end;
  while (start > first && start > end - 12) {
    const tag = words.tag[start - 1] ?? "";
    const lower = words.lower[start - 1] ?? "";
    const part =
      tag.startsWith("NN") ||
      tag.startsWith("JJ") ||
      /^(DT|CD|POS|PRP\$|\$)$/.test(tag) ||
      lower === "of" ||
      lower === "&" ||
      (lower === "and" && joinsSubjects(words, start - 1, end));
    if (!part || lower === "that") break;
    if (window !== undefined && !within(window.content, start - 1)) break;
    start -= 1;
    // "Thursday the mayor": what stands before the article is another phrase
    if (tag === "DT" && words.lower[start - 1] !== "of" && !isNounJoin(words, start - 1)) break;
  }
  while (start < end && /^(of|and|&)$/.test(words.lower[start] ?? "")) start += 1;
  return start < end ? { start, end } : undefined;
}

function isNounJoin(words: Words, i: number): boolean {
  return words.lower[i] === "and" || words.lower[i] === "&";
}

function beforeAuxiliaries(words: Words, i: number, first: number): number {
  let end = i;
  while (
    end > first &&
    end > i - 4 &&
    (/^(RB|MD|VBZ|VBP|VBD)/.test(words.tag[end - 1] ?? "") || isQuotationMark(words, end - 1))
  )
    end -= 1;
  return end;
}

/** "Vesna and Koval", "the union and its allies" are one subject; "wages and government plans" are not. */
function joinsSubjects(words: Words, and: number, end: number): boolean {
  const before = words.tag[and - 1] ?? "";
  const after = words.tag[and + 1] ?? "";
  if (and + 1 >= end) return false;
  return before.startsWith("NNP")
    ? /^(NNP|NNPS|PRP\$|DT)$/.test(after)
    : /^(PRP\$|DT)$/.test(after) && isNoun(words, and - 1);
}
