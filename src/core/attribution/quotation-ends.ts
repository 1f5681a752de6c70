import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { tagIndex } from "../text/tags.ts";
import { outermost } from "./continuation.ts";
import { type Facts, MARK } from "./facts.ts";
import { isFinite, SAYING } from "./finite.ts";
import type { Parts, RepairData } from "./repair-data.ts";
import { joined } from "./runs.ts";

// Where the content is a quotation: all of it, and none of what the reporter sets before or behind it.

/** Most tokens of whom or what an occasion was with. */
export const LONGEST_OCCASION = 8;

/**
 * The quotation alone, where a colon sets it off from the clause that introduces it.
 *
 *     Ruiz answered on the radio, calling it a trick: “They have failed.”
 *                                                     ^ content
 */
export function afterColon(facts: Facts, content: readonly Range[]): readonly Range[] {
  const last = content.at(-1);
  if (!last || content.length < 2 || facts.quoted[last.start] !== 1 || facts.mark[last.start - 1] !== MARK.colon)
    return content;
  const isBare = content.slice(0, -1).every(({ start, end }) => {
    for (let i = start; i < end; i++) if (facts.quoted[i] === 1) return false;
    return true;
  });
  return isBare ? [last] : content;
}

/**
 * The quotation alone, where a colon sets it off from what it was said of.
 *
 *     Ruiz responded to the new rules by letter: “We reject them.”
 *                       ^ not content            ^ content
 */
export function afterTopic(facts: Facts, cue: Range, content: readonly Range[]): readonly Range[] {
  const [only] = content;
  if (!only || content.length > 1 || only.start < cue.end || facts.quoted[only.start] === 1) return content;
  for (let i = only.start; i + 1 < only.end; i++) {
    if (facts.quoted[i] === 1 || isFinite(facts, i)) return content;
    if (facts.mark[i] !== MARK.colon) continue;
    return facts.quoted[i + 1] === 1 && facts.quoted[only.end - 1] === 1 ? [{ start: i + 1, end: only.end }] : content;
  }
  return content;
}

/**
 * The quotation alone, where a comma sets it off from when, where or in which tongue it was said.
 *
 *     The coach had said before the match, “we have to win it.”
 *                        ^ not content     ^ content
 */
export function afterOccasion(
  facts: Facts,
  cue: Range,
  content: readonly Range[],
  { repairs }: RepairData,
  word: (token: number) => string,
): readonly Range[] {
  const [first] = content;
  const last = content.at(-1);
  if (!first || !last || content.length > 2 || first.start !== cue.end || facts.tag[first.start] !== PREPOSITION)
    return content;
  if (word(first.start) === repairs.that || facts.quoted[last.end - 1] !== 1) return content;
  let quote = first.start;
  while (quote < last.end && facts.quoted[quote] !== 1) {
    if (isFinite(facts, quote) || quote - first.start > LONGEST_OCCASION) return content;
    quote++;
  }
  const isSetOff = facts.mark[quote - 1] === MARK.comma && last.end - quote >= SHORTEST;
  for (let i = quote; i < last.end; i++) if (facts.quoted[i] !== 1) return content;
  return isSetOff ? [{ start: quote, end: last.end }] : content;
}

/**
 * The content with all of the quotation it is taken from, where nobody else is given the rest.
 *
 *     “It is late. We will build in May,” Ruiz said.
 *     ^ content
 */
export function wholeQuotations(
  analysis: Analysis,
  facts: Facts,
  parts: Parts,
  isTaken: (range: Range) => boolean,
): readonly Range[] {
  const { content, cue } = parts;
  const grown = content.map((run) => {
    if (facts.quoted[run.start] !== 1 || run.end - run.start < SHORTEST) return run;
    const quotation = analysis.quotations[outermost(analysis, run.start)];
    if (!quotation || !quotation.isSpeech || run.end > quotation.end) return run;
    if (quotation.start <= cue.start && cue.start < quotation.end) return run;
    const paragraph = analysis.tokens.paragraph[run.start];
    if (analysis.tokens.paragraph[quotation.start] !== paragraph) return run;
    const start = isTaken({ start: quotation.start, end: run.start }) ? run.start : quotation.start;
    const isWhole = analysis.tokens.paragraph[quotation.end - 1] === paragraph && !quotation.unclosed;
    const end = isWhole && !isTaken({ start: run.end, end: quotation.end }) ? quotation.end : run.end;
    return { start, end };
  });
  return afterColon(facts, joined(grown));
}

/**
 * The quotation alone, where what stands before the source only leads to it.
 *
 *     Asked about the bridge, Ruiz said “nobody knows.”
 *     ^ not content                     ^ content
 */
export function withoutLeadIn(facts: Facts, source: Range | null, content: readonly Range[]): readonly Range[] {
  const [first, second] = content;
  if (!source || !first || !second || content.length > 2 || facts.quoted[second.start] !== 1) return content;
  if (first.end > source.start || second.start < source.end || !LEADS.has(facts.tag[first.start] as number))
    return content;
  for (let i = first.start; i < first.end; i++) if (facts.quoted[i] === 1) return content;
  return [second];
}

/**
 * The quotation alone, where it ends in a mark of its own and the reporter goes on.
 *
 *     She shouted “Nobody moves!” until the guards came.
 *                 ^ content       ^ not content
 */
export function toClosingMark(facts: Facts, cue: Range, content: readonly Range[]): readonly Range[] {
  const [only] = content;
  if (!only || content.length > 1 || facts.quoted[only.start] !== 1) return content;
  if (only.start < cue.end || only.start > cue.end + 1) return content;
  let end = only.start;
  while (end < only.end && facts.quoted[end] === 1) end++;
  if (end === only.end || !CLOSING.has(facts.mark[end - 2] as number)) return content;
  for (let i = end; i < only.end; i++) if (facts.quoted[i] === 1) return content;
  // after any other verb only a second deed is surely the reporter's: they chanted “What wall?” and went on
  const isDeed = facts.tag[end] === CC && isFinite(facts, end + 1);
  return isDeed || facts.act[cue.end - 1] === SAYING ? [{ start: only.start, end }] : content;
}

/**
 * The content without quotations that a sentence of the reporter's parts from the cue: another voice may have spoken them.
 *
 *     “I was surprised.” Laar was met by Ruiz. “I knew it,” Ruiz said.
 *     ^ not content                            ^ content
 */
export function besideCue(facts: Facts, cue: Range, content: readonly Range[]): readonly Range[] {
  if (content.length < 2) return content;
  const own = facts.sentence[cue.start] as number;
  const kept = content.filter(({ start, end }, place) => {
    const next = content[place + 1];
    if (!next || (facts.sentence[end - 1] as number) >= own) return true;
    const gap = Math.min(next.start, cue.start);
    for (let i = end; i < gap; i++)
      if (facts.quoted[i] !== 1 && isFinite(facts, i) && facts.sentence[i] !== own) return false;
    return start < end;
  });
  return kept.length > 0 ? kept : content;
}

/** Fewest tokens of a quotation that are a reading of it and not a slip. */
const SHORTEST = 4;
/** Marks that end what is said. */
const CLOSING: ReadonlySet<number> = new Set([MARK.comma, MARK.question, MARK.stop]);
const LEADS: ReadonlySet<number> = new Set(["VBG", "VBN", "IN"].map(tagIndex));
const CC = tagIndex("CC");
const PREPOSITION = tagIndex("IN");
