import { actEnd } from "./act-ends.ts";
import { startOf } from "./act-starts.ts";
import type { Act } from "./act.ts";
import type { CommitmentData } from "./commitment-data.ts";
import { complementAt, flip, isPromisedTo, isUsedAsCue, negationBefore, skipAdverbs } from "./complements.ts";
import { within, type Window } from "./window.ts";
import { isNoun, isPunctuation, isQuotationMark, isVerb, sentenceStart, type TokenRange, type Words } from "./words.ts";

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
  const start = byStatement ? found.verb : startOf(words, window, found);
  return { ...found, finite: found.cueStart, start, end, byStatement };
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
      if (cue === undefined || cue.frames.includes("modal") || !isUsedAsCue(words, i, lower)) continue;
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
  return titleAct(words, window, data, range.start, range.end);
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
