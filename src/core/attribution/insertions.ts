import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { isVerbTag, tagIndex } from "../text/tags.ts";
import { type Facts, MARK } from "./facts.ts";
import { hasFinite, isSayingVerb } from "./finite.ts";

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
  let stop = analysis.sentences.end[sentence] as number;
  while (stop > end && facts.mark[stop - 1] === MARK.stop) stop--;
  const after = { start: end + 1, end: stop };
  const isWhole = content.length === 1 && first.start === before.start && first.end === before.end;
  return isWhole && !hasFinite(facts, before) && hasFinite(facts, after) && isPlain(facts, after)
    ? [before, after]
    : content;
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
const MD = tagIndex("MD");
