import type { Act } from "./act.ts";
import type { CommitmentData, ConditionMarker } from "./commitment-data.ts";
import { within, type Window } from "./window.ts";
import type { TokenRange, Words } from "./words.ts";
import { isNoun, isPunctuation, isQuotationMark, isVerb } from "./words.ts";

/** Where a condition stands, as a half-open token range with its marker. */
export interface ConditionSpan extends TokenRange {
  readonly marker: number;
  /** It stands before what it conditions: "If elected, he will ...". */
  readonly leading: boolean;
}

/** All conditions of the sentence from `start` to `end`, in order; "if it fails, if they leave" is one. */
export function conditionsIn(words: Words, data: CommitmentData, start: number, end: number): readonly ConditionSpan[] {
  const found: ConditionSpan[] = [];
  for (let i = start; i < end; i++) {
    const span = conditionAt(words, data, i, start, end);
    if (span === undefined) continue;
    const last = found.at(-1);
    const goesOn =
      last !== undefined &&
      last.end + 1 === span.start &&
      words.lower[last.end] === "," &&
      words.lower[last.marker] === words.lower[span.marker];
    if (last !== undefined && span.start < last.end) continue;
    if (goesOn) found[found.length - 1] = { ...last, end: span.end };
    else found.push(span);
    i = Math.max(i, span.end - 1);
  }
  return found;
}

function conditionAt(
  words: Words,
  data: CommitmentData,
  i: number,
  start: number,
  end: number,
): ConditionSpan | undefined {
  const marker = markerOf(words, data, i, start);
  if (marker === undefined) return undefined;
  const only = onlyBefore(words, i, start);
  if (!isMarker(words, data, marker, i, start, end, only >= 0)) return undefined;
  const from = only >= 0 ? only : i;
  const leading = leads(words, from, start);
  const clauseEnd = conditionEnd(words, i, marker, leading, end);
  const to =
    marker.opens === "event" && !leading ? eventEnd(words, start, i, i + marker.words.length, clauseEnd) : clauseEnd;
  return to > i + marker.words.length ? { start: from, end: to, marker: i, leading } : undefined;
}

function markerOf(words: Words, data: CommitmentData, i: number, start: number): ConditionMarker | undefined {
  const marker = data.conditionMarkers
    .get(words.lower[i] ?? "")
    ?.find((each) => each.words.every((word, k) => words.lower[i + k] === word));
  if (marker !== undefined) return marker;
  // "when I take office", "when elected", "when the war ends"
  if (words.lower[i] === "when")
    return takesOffice(words, i + 1) || comesToPass(words, data, i) ? { words: ["when"], opens: "clause" } : undefined;
  // "should he win the vote", "were they to leave": the verb before its subject
  const verb = words.lower[i] ?? "";
  if (verb !== "should" && verb !== "were") return undefined;
  const next = words.lower[i + 1] ?? "";
  const pronoun = /^(he|she|they|we|it|i)$/.test(next);
  const opens =
    i === start || words.tag[i - 1] === "," || words.lower[i - 1] === "that" || isQuotationMark(words, i - 1);
  const name = opens && /^(NNP|DT|PRP\$|NNS)/.test(words.tag[i + 1] ?? "");
  if (verb === "were") return pronoun && words.lower[i + 2] === "to" ? { words: ["were"], opens: "clause" } : undefined;
  return pronoun || (name && opensBareVerb(words, i + 2)) ? { words: ["should"], opens: "clause" } : undefined;
}

/** A bare verb comes before any other: "should | the talks fail". */
function opensBareVerb(words: Words, from: number): boolean {
  for (let i = from; i < from + 8; i++) {
    const tag = words.tag[i] ?? "";
    if (tag === "VB" || tag === "VBP") return true;
    if (tag === "MD" || isVerb(words, i) || tag === "," || tag === ".") return false;
  }
  return false;
}

/** "When the war ends", "when peace comes": an event without a date, and in the present. */
function comesToPass(words: Words, data: CommitmentData, when: number): boolean {
  let isAwaited = false;
  for (let i = when + 1; i < when + 8; i++) {
    const tag = words.tag[i] ?? "";
    if (tag === "VBZ" || tag === "VBP") return isAwaited;
    if (data.awaited.has(words.lower[i] ?? "")) isAwaited = true;
    if (isVerb(words, i) || tag === "CD" || tag === "MD" || tag === "," || tag === ".") return false;
  }
  return false;
}

/** "I take the oath of office", "she is president", "elected": what nobody is sure of yet. */
function takesOffice(words: Words, i: number): boolean {
  if (words.lower[i] === "elected") return true;
  if (!/^(i|we|he|she|they)$/.test(words.lower[i] ?? "")) return false;
  if (!/^(take|takes|'m|am|is|'s|become|becomes|enter|enters|win|wins)$/.test(words.lower[i + 1] ?? "")) return false;
  for (let j = i + 2; j < i + 7; j++)
    if (/^(office|president|elected|mayor|governor|chancellor|premier)$/.test(words.lower[j] ?? "")) return true;
  return false;
}

/** Words that open a condition here and something else elsewhere. */
function isMarker(
  words: Words,
  data: CommitmentData,
  marker: ConditionMarker,
  i: number,
  start: number,
  end: number,
  only: boolean,
): boolean {
  const first = marker.words[0] ?? "";
  const before = words.lower[i - 1] ?? "";
  const tagBefore = words.tag[i - 1] ?? "";
  const next = words.lower[i + 1] ?? "";
  switch (first) {
    case "if":
      if (i > start && data.askers.has(before)) return false;
      if (/^(not|ever|so|anything|possible)$/.test(next) && !isVerb(words, i + 2)) return false;
      return !(
        /^(i|you)$/.test(next) &&
        /^(may|am|will|like|wish|want)$/.test(words.lower[i + 2] ?? "") &&
        words.lower[i + 3] !== "to"
      );
    case "once":
      return opensClause(words, i, end);
    case "provided":
      return !(
        /^(by|with|for|to|in|at|on|from|under)$/.test(next) ||
        isVerb(words, i - 1) ||
        tagBefore === "PRP" ||
        tagBefore === "RB" ||
        (isNoun(words, i - 1) && next !== "that")
      );
    case "subject":
      // "will open subject to approval", not "is subject to the law"
      return (
        i === start || tagBefore === "," || isQuotationMark(words, i - 1) || waitsForEvent(words, data, i + 1, end)
      );
    case "assuming":
    case "barring":
      return i === start || tagBefore === "," || isQuotationMark(words, i - 1);
    case "without":
      // "Without guarantees, there will be no treaty"; elsewhere it belongs to what is done
      return leads(words, i, start) && tagBefore !== "CC" && endsAtComma(words, i, end);
    case "before":
      return (
        isRefused(words, data, i, start) && (waitsForEvent(words, data, i, end) || (only && opensClause(words, i, end)))
      );
    case "until":
      return untilEvent(words, data, i, end);
    case "as":
      // "as long as five hours" measures
      return (
        !/^(possible|practicable|feasible)$/.test(words.lower[i + marker.words.length] ?? "") &&
        words.tag[i + marker.words.length] !== "CD"
      );
    case "after":
      // "go after what is wrong"
      if (
        /^(go|goes|going|went|come|comes|look|looks|take|takes)$/.test(before) ||
        (words.tag[i + 1] ?? "").startsWith("W")
      )
        return false;
      return only || waitsForEvent(words, data, i, end);
    default:
      return marker.opens !== "event" || only || waitsForEvent(words, data, i, end);
  }
}

/** "Will not sign before the war ends": what is refused until then. */
function isRefused(words: Words, data: CommitmentData, i: number, start: number): boolean {
  for (let j = i - 1; j >= start && j > i - 14; j--) {
    if (data.negations.has(words.lower[j] ?? "")) return true;
    if (words.tag[j] === "," || words.tag[j] === ":" || words.lower[j] === "but") return false;
  }
  return false;
}

/** A comma closes the phrase within a few words, and a clause in the future follows. */
function endsAtComma(words: Words, i: number, end: number): boolean {
  let comma = i + 1;
  while (comma < end && comma < i + 12 && words.tag[comma] !== ",") comma += 1;
  return words.tag[comma] === "," && mainClause(words, comma + 1, end);
}

/** "only after", "only take place after", "not before": where "only" stands, at most four tokens before the marker, or "not" right before it; -1 without. */
function onlyBefore(words: Words, i: number, start: number): number {
  const isNot = i - 1 >= start && words.lower[i] === "before" && words.lower[i - 1] === "not";
  if (isNot && words.tag[i - 2] !== "MD") return i - 1;
  for (let j = i - 1; j >= start && j >= i - 4; j--) {
    if (words.lower[j] === "only" || words.lower[j] === "solely") return j;
    if (isPunctuation(words, j) || words.tag[j] === "CC" || words.tag[j] === "IN" || words.tag[j] === "MD") return -1;
  }
  return -1;
}

/** Nothing but a conjunction, "that", a mark or an adverb stands before it in its clause. */
function leads(words: Words, from: number, start: number): boolean {
  if (from === start) return true;
  const tag = words.tag[from - 1] ?? "";
  const lower = words.lower[from - 1] ?? "";
  return (
    tag === "CC" ||
    tag === "," ||
    tag === ":" ||
    lower === "that" ||
    isQuotationMark(words, from - 1) ||
    (from - 2 <= start && tag === "RB")
  );
}

function opensClause(words: Words, i: number, end: number): boolean {
  const next = words.tag[i + 1] ?? "";
  if (words.lower[i - 1] === "at" || words.lower[i + 1] === "again") return false;
  // "who once praised it" tells of the past
  const told = /^(NN|PRP|WP|CC)/.test(words.tag[i - 1] ?? "");
  if (next === "PRP" || next === "IN") return true;
  if (next === "VBN") return !told;
  if (told && next === "VBD") return false;
  for (let j = i + 1; j < end && j < i + 10; j++) {
    const tag = words.tag[j] ?? "";
    if (tag === "VBZ" || tag === "VBP" || tag === "MD") return true;
    // "Once the film was shown, people left" tells of the past where nothing is to come
    if (tag === "VBD") return !/^(VB|MD)/.test(words.tag[i - 1] ?? "") && hasModal(words, i, end);
    if (tag === "," || tag === "." || tag === "VB" || tag === "TO") return false;
  }
  return false;
}

function hasModal(words: Words, i: number, end: number): boolean {
  const limit = Math.min(end, i + 60);
  for (let j = Math.max(0, i - 40); j < limit; j++)
    if (words.tag[j] === "MD" && words.analysis.tokens.sentence[j] === words.analysis.tokens.sentence[i]) return true;
  return false;
}

/** "after a ceasefire", "after the war ends": what is waited for, no date and nothing on the calendar. */
function waitsForEvent(words: Words, data: CommitmentData, i: number, end: number): boolean {
  let noun = "";
  for (let j = i + 1; j < end && j < i + 9; j++) {
    const lower = words.lower[j] ?? "";
    const tag = words.tag[j] ?? "";
    if (data.scheduled.has(lower) || tag === "CD" || tag === "VBG" || lower === "that" || lower === "which")
      return false;
    if (tag === "VBZ" || tag === "VBP") return j > i + 1;
    if (tag === "VBD") return false;
    if (tag === "MD") break;
    if (isPunctuation(words, j) || tag === "IN" || tag === "TO" || tag === "CC") break;
    if (tag.startsWith("NN")) noun = lower;
  }
  return data.awaited.has(noun);
}

function untilEvent(words: Words, data: CommitmentData, i: number, end: number): boolean {
  if (/^(recently|now|then|lately|today)$/.test(words.lower[i + 1] ?? "")) return false;
  for (let j = i + 1; j < end && j < i + 9; j++) {
    const tag = words.tag[j] ?? "";
    if (tag === "VBZ" || tag === "VBP" || tag === "VBD" || tag === "MD") return j > i + 1;
    if (data.scheduled.has(words.lower[j] ?? "") || tag === "CD") return false;
    if (isPunctuation(words, j)) return false;
  }
  return false;
}

/** No condition is longer than this many tokens. */
const LONGEST = 30;

function conditionEnd(words: Words, i: number, marker: ConditionMarker, leading: boolean, end: number): number {
  const from = afterAside(words, i + marker.words.length, end);
  const limit = Math.min(end, i + LONGEST);
  let verb = false;
  let to = from;
  for (let j = from; j < limit; j++) {
    const tag = words.tag[j] ?? "";
    const lower = words.lower[j] ?? "";
    if (tag === "." || tag === ":" || tag.startsWith("-R") || tag.startsWith("-L")) break;
    if (tag === "," && (to > from || j > from)) {
      if (!commaGoesOn(words, j, limit)) break;
      continue;
    }
    if (tag === "CC" && (mainClause(words, j + 1, limit) || words.lower[j + 1] === "that")) break;
    // "if elected to force companies": the participle is all of it
    if (tag === "TO" && j === from + 1 && isVerb(words, from) && words.tag[from] !== "VBZ") break;
    if (lower === "as" && words.tag[j + 1] === "VBN" && j > from) break;
    if ((lower === "because" || lower === "although" || lower === "though") && j > from) break;
    if (tag === "MD" && verb && leading && /^(will|would|'ll|'d|wo|could|may|might|shall)$/.test(lower)) {
      // "If elected he would ...": the main clause began at its subject
      const subject = subjectStart(words, j, from);
      if (subject > from) return subject;
    }
    if (isVerb(words, j)) verb = true;
    if (isQuotationMark(words, j)) {
      if (
        j > from &&
        words.analysis.tokens.quotation[j] === words.analysis.tokens.quotation[i] &&
        words.analysis.tokens.quotation[i] !== -1
      )
        break;
      continue;
    }
    to = j + 1;
  }
  // a mark that opened inside the condition belongs to it together with its closing mark
  return to < limit && isQuotationMark(words, to) && opensInside(words, i, to) ? to + 1 : to;
}

/** "If, of course, they leave": the clause begins behind the aside. */
function afterAside(words: Words, from: number, end: number): number {
  if (words.lower[from] !== ",") return from;
  for (let i = from + 1; i < end && i < from + 5; i++) if (words.lower[i] === ",") return i + 1;
  return from;
}

/**
 * "Sending doctors after a truce | will be our part": where no finite verb stands before the event, the first one behind it
 * belongs to the clause around it.
 */
function eventEnd(words: Words, start: number, marker: number, from: number, end: number): number {
  for (let j = marker - 1; j >= start && words.lower[j] !== "that" && !isQuotationMark(words, j); j--)
    if (isFinite(words, j)) return end;
  for (let j = from + 1; j < end; j++) if (isFinite(words, j) && isNoun(words, j - 1)) return j;
  return end;
}

function isFinite(words: Words, i: number): boolean {
  return /^(MD|VBZ|VBP|VBD)$/.test(words.tag[i] ?? "");
}

function opensInside(words: Words, i: number, mark: number): boolean {
  const quotation = words.analysis.quotations[words.analysis.tokens.quotation[mark] ?? -1];
  return quotation !== undefined && quotation.start > i && quotation.start < mark;
}

/** "if the talks fail, or stall" goes on. */
function commaGoesOn(words: Words, comma: number, limit: number): boolean {
  if (words.tag[comma + 1] === "CC")
    return words.lower[comma + 1] !== "but" && !mainClause(words, comma + 2, limit) && isVerb(words, comma + 2);
  return false;
}

/** A clause with a modal, such as a condition's consequence: "and he will". */
function mainClause(words: Words, from: number, limit: number): boolean {
  for (let i = from; i < limit && i < from + 8; i++) {
    const tag = words.tag[i] ?? "";
    if (tag === "MD") return true;
    if (isVerb(words, i) || tag === "," || tag === "IN" || tag === "TO") return false;
  }
  return false;
}

function subjectStart(words: Words, modal: number, from: number): number {
  let start = modal;
  while (start > from && /^(RB|PRP|NN|NNP|NNS|NNPS|DT|JJ|POS|PRP\$)$/.test(words.tag[start - 1] ?? "")) {
    start -= 1;
    if (words.tag[start] === "PRP" || words.tag[start] === "DT" || words.tag[start] === "PRP$") break;
  }
  return start > from && isQuotationMark(words, start - 1) ? start - 1 : start;
}

/** True for an act that stands inside a condition: "if they plan to leave" commits nobody. */
export function isConditioned(conditions: readonly ConditionSpan[], act: Act): boolean {
  return conditions.some((each) => each.start <= act.finite && each.marker < act.verb && act.verb < each.end);
}

/**
 * Shares the conditions of one sentence out: each goes to the act it follows, or, where it leads, to the act after it and to those
 * coordinated with that one.
 */
export function shareConditions(
  words: Words,
  acts: readonly Act[],
  conditions: readonly ConditionSpan[],
): ReadonlyMap<Act, readonly ConditionSpan[]> {
  const shared = new Map<Act, ConditionSpan[]>();
  const give = (act: Act | undefined, condition: ConditionSpan): void => {
    if (act === undefined) return;
    // "will only come if they pay": the act does not belong to its condition
    const start = condition.start <= act.verb && act.verb < condition.marker ? condition.marker : condition.start;
    shared.set(act, [...(shared.get(act) ?? []), { ...condition, start }]);
  };
  for (const condition of conditions) {
    const after = acts.filter((act) => act.finite >= condition.end && sameSentence(words, act.finite, condition.start));
    const before = acts.filter(
      (act) => act.verb < condition.marker && sameSentence(words, act.finite, condition.start),
    );
    const follows = after[0];
    if (condition.leading && follows !== undefined && (before.length === 0 || joined(words, condition, follows))) {
      for (const act of after) give(act, condition);
    } else if (before.length > 0) give(before.at(-1), condition);
    else give(follows, condition);
  }
  return shared;
}

function joined(words: Words, condition: ConditionSpan, act: Act): boolean {
  return act.finite - condition.end <= 6 && words.tag[condition.start - 1] !== undefined;
}

function sameSentence(words: Words, a: number, b: number): boolean {
  return words.analysis.tokens.sentence[a] === words.analysis.tokens.sentence[b];
}

/**
 * The condition that a later sentence adds: "But that will only happen once the flood is over." Its subject points back, and it says
 * on what the act before waits. `sentence` is the sentence of the act. From two sentences on it must say "only", and either take
 * both acts together ("Both would only come …") or follow a sentence that tells of no act to come.
 */
export function conditionAfter(words: Words, data: CommitmentData, sentence: number): ConditionSpan | undefined {
  const next = conditionIn(words, data, sentence, sentence + 1);
  if (next !== undefined) return next.condition;
  const { sentences } = words.analysis;
  const between = { start: sentences.start[sentence + 1] ?? 0, end: sentences.end[sentence + 1] ?? 0 };
  const later = conditionIn(words, data, sentence, sentence + 2);
  if (later === undefined || words.lower[later.condition.start] !== "only") return undefined;
  if (/^(both|these|all|neither)$/.test(later.subject)) return later.condition;
  for (let i = between.start; i < between.end; i++)
    if (words.tag[i] === "MD" || data.cues.has(words.lower[i] ?? "")) return undefined;
  return later.condition;
}

/** The condition that sentence `place` puts on what `sentence` says, with the subject that points back. */
function conditionIn(
  words: Words,
  data: CommitmentData,
  sentence: number,
  place: number,
): { readonly condition: ConditionSpan; readonly subject: string } | undefined {
  const { sentences, tokens } = words.analysis;
  if (place >= sentences.count) return undefined;
  const start = sentences.start[place] ?? 0;
  const end = sentences.end[place] ?? 0;
  const here = sentences.start[sentence] ?? 0;
  if ((tokens.paragraph[start] ?? 0) > (tokens.paragraph[here] ?? 0) + 1) return undefined;
  let i = start;
  while (
    i < end &&
    i < start + 4 &&
    (/^(RB|CC|,)$/.test(words.tag[i] ?? "") ||
      isQuotationMark(words, i) ||
      /^(however|but|yet)$/.test(words.lower[i] ?? ""))
  )
    i += 1;
  let subject = words.lower[i] ?? "";
  // "Neither would come", read as an adverb above
  if (words.lower[i - 1] === "both" || words.lower[i - 1] === "neither") subject = words.lower[i - 1] ?? "";
  if (!/^(this|that|it|these|they|both|such|all|neither)$/.test(subject)) return undefined;
  const condition = conditionsIn(words, data, i, end)[0];
  if (condition === undefined) return undefined;
  if (words.lower[condition.start] === "only") return { condition, subject };
  const happens = /^(will|would|'ll|can|could|happens|depends|applies|is|are)$/.test(words.lower[i + 1] ?? "");
  return /^(this|that|it)$/.test(subject) &&
    happens &&
    condition.start - i <= 8 &&
    /^(happen|take|begin|start|come|occur|apply|be|go|only)$/.test(words.lower[i + 2] ?? "")
    ? { condition, subject }
    : undefined;
}

/** The tokens of `span` that lie in the content, for conditions that run on into the reporting clause. */
export function clip(window: Window, span: ConditionSpan): ConditionSpan {
  if (!within(window.content, span.marker)) return span;
  let end = span.end;
  while (end > span.marker + 1 && !within(window.content, end - 1)) end -= 1;
  return { ...span, end };
}
