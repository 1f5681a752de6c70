import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { isVerbTag, tagIndex } from "../text/tags.ts";
import { type Facts, MARK } from "./facts.ts";
import { hasFinite, isFinite, isSayingVerb } from "./finite.ts";

/**
 * The content with what stands before a voice that is set in between two commas: it is part of the same sentence.
 *
 *     After the flood, Ruiz said, the bridge was closed.
 *     ^ content                   ^ content
 */
export function aroundInsertion(
  analysis: Analysis,
  facts: Facts,
  source: Range | null,
  cue: Range,
  content: readonly Range[],
): readonly Range[] {
  const [first] = content;
  if (!source || !first) return content;
  const start = Math.min(source.start, cue.start);
  const end = Math.max(source.end, cue.end);
  const sentence = facts.sentence[start] as number;
  const opening = analysis.sentences.start[sentence] as number;
  const before = { start: opening, end: start - 1 };
  if (!isInsertion(facts, source, cue) || before.end - before.start < 2 || !isPlain(facts, before)) return content;
  // Asked about the flood, Ruiz said, “no comment”: the reporter leads in
  if (first.start === end + 1) return facts.quoted[first.start] === 1 ? content : [before, ...content];
  // only what stands before it was taken, and that is no clause: "After the flood"
  const after = { start: end + 1, end: wordsEnd(analysis, facts, sentence, end) };
  const isWhole = content.length === 1 && first.start === before.start && first.end === before.end;
  // or it is the lesser clause of the two: "If the river rises again"
  const isLesser = !hasFinite(facts, before) || LESSER.has(facts.tag[opening] as number);
  const isMain = hasFinite(facts, after) && !GOES_ON.has(facts.tag[after.start] as number) && isPlain(facts, after);
  return isWhole && isLesser && isMain ? [before, after] : content;
}

/**
 * The content with the verb that an aside parts from its subject.
 *
 *     Reports said Ana Ruiz, a former mayor, will not stand.      The port said Ana Ruiz, its new head, would arrive.
 *                  ^ only this was taken                                                                ^ or only this
 */
export function acrossAside(
  analysis: Analysis,
  facts: Facts,
  source: Range | null,
  cue: Range,
  content: readonly Range[],
): readonly Range[] {
  const [first, second] = content;
  if (!first || !source || source.end > cue.start || first.start < cue.end || facts.quoted[first.start]) return content;
  if (!isSayingVerb(facts, cue.end - 1)) return content;
  const sentence = facts.sentence[cue.start] as number;
  const stop = wordsEnd(analysis, facts, sentence, first.end);
  const isLate = content.length === 1 && first.start > cue.end && first.start - cue.end < LONGEST_ASIDE;
  if (isLate && isVerb(facts, first.start)) {
    const whole = { start: cue.end, end: first.end };
    return SUBJECTS.has(facts.tag[cue.end] as number) && verbAcross(facts, whole) === first.start ? [whole] : content;
  }
  if (hasFinite(facts, first) || facts.sentence[first.start] !== sentence) return content;
  if (second && (content.length > 2 || second.end < stop)) return content;
  const whole = { start: first.start, end: stop };
  const verb = verbAcross(facts, whole);
  return verb !== undefined && verb > first.end && (!second || second.start === verb) ? [whole] : content;
}

/** Where a sentence ends without its full stops, not before `least`. */
function wordsEnd(analysis: Analysis, facts: Facts, sentence: number, least: number): number {
  let stop = analysis.sentences.end[sentence] as number;
  while (stop > least && facts.mark[stop - 1] === MARK.stop) stop--;
  return stop;
}

/** Longest aside between a subject and its verb, in tokens. */
const LONGEST_ASIDE = 24;

/** The verb right behind the second comma, where a subject without one stands before the first. */
function verbAcross(facts: Facts, { start, end }: Range): number | undefined {
  let open = start + 1;
  while (open < end && !facts.mark[open]) open++;
  if (facts.mark[open] !== MARK.comma || hasFinite(facts, { start, end: open })) return undefined;
  let close = open + 1;
  while (close < Math.min(end, open + LONGEST_ASIDE) && !facts.mark[close]) close++;
  const verb = close + 1;
  if (facts.mark[close] !== MARK.comma || verb >= end || !isVerb(facts, verb)) return undefined;
  const subject = facts.subject[verb] as number;
  if (subject >= 0 && (subject < start || subject >= close)) return undefined;
  return isPlain(facts, { start, end: close }) ? verb : undefined;
}

function isVerb(facts: Facts, token: number): boolean {
  return isFinite(facts, token) && !isSayingVerb(facts, token);
}

/** True for a voice that stands between two commas: ", Ruiz said," or ", said Ruiz,". */
export function isInsertion(facts: Facts, source: Range, cue: Range): boolean {
  const start = Math.min(source.start, cue.start);
  const end = Math.max(source.end, cue.end);
  return (
    Math.max(source.start, cue.start) - Math.min(source.end, cue.end) < 1 &&
    facts.sentence[start] === facts.sentence[end] &&
    facts.mark[start - 1] === MARK.comma &&
    facts.mark[end] === MARK.comma
  );
}

/** Without quotations, other voices and marks that part sentences. */
function isPlain(facts: Facts, { start, end }: Range): boolean {
  for (let i = start; i < end; i++)
    if (facts.quoted[i] || facts.mark[i] === MARK.semicolon || facts.mark[i] === MARK.colon || isSayingVerb(facts, i))
      return false;
  return true;
}

/**
 * The content up to a semicolon after which the reporter goes on in the reporter's own tense; what is reported shifts it back.
 *
 *     Ruiz said they would not comply; | the office did not say when.
 *     Ruiz said the bridge was late; it would open in May.
 */
export function toSemicolon(facts: Facts, content: readonly Range[]): readonly Range[] {
  const [first] = content;
  if (!first || facts.quoted[first.start]) return content;
  for (const [place, { start, end }] of content.entries())
    for (let i = start + 3; i < end; i++)
      if (facts.mark[i] === MARK.semicolon && !facts.quoted[i] && isOwnClause(facts, i + 1, end))
        return [...content.slice(0, place), { start, end: i }];
  return content;
}

/** A clause with its subject before its verb, of which no verb is shifted back by a modal. */
function isOwnClause(facts: Facts, from: number, end: number): boolean {
  if (facts.tag[from] === IN || facts.tag[from] === CC) return false;
  let hasVerb = false;
  for (let i = from; i < end && facts.mark[i] !== MARK.semicolon; i++) {
    if (facts.quoted[i]) return true;
    if (facts.tag[i] === MD) return false;
    if (isVerbTag(facts.tag[i] as number) && i > from) hasVerb = true;
  }
  return hasVerb;
}

const IN = tagIndex("IN");
const CC = tagIndex("CC");
/** What a subject begins with. */
const SUBJECTS: ReadonlySet<number> = new Set(["NNP", "NNPS", "DT", "PRP$", "NNS", "CD"].map(tagIndex));
const MD = tagIndex("MD");
/** What opens a clause that cannot stand alone, and what opens the reporter's next words. */
const LESSER: ReadonlySet<number> = new Set([IN, tagIndex("WRB")]);
const GOES_ON: ReadonlySet<number> = new Set([CC, tagIndex("VBG")]);
