import type { Range } from "../span.ts";
import { tagIndex } from "../text/tags.ts";
import { type Facts, MARK } from "./facts.ts";
import { hasFinite, isFinite, SAYING } from "./finite.ts";
import type { Parts, RepairData } from "./repair-data.ts";

// Who of those named is the source, where the model took another or took the verb along.

/**
 * The verb with the cue, where it was taken for the end of the source.
 *
 *     An official of the port stated: “Nobody was hurt.”
 *     ^ source                ^ cue
 */
export function withVerb(facts: Facts, source: Range, cue: Range): { readonly source: Range; readonly cue: Range } {
  const verb = facts.mark[source.end - 1] === MARK.comma ? source.end - 2 : source.end - 1;
  if (verb <= source.start || cue.start < source.end || cue.start > source.end + 1) return { source, cue };
  if (facts.act[verb] !== SAYING || !isFinite(facts, verb) || facts.quoted[verb] === 1) return { source, cue };
  const isColon = facts.mark[cue.start] === MARK.colon;
  // "the engineers the council asked said": the verb may be of a clause within the source
  if (!isColon && facts.mark[verb + 1] !== MARK.comma) return { source, cue };
  return {
    source: { start: source.start, end: verb },
    cue: isColon ? { start: verb, end: verb + 1 } : cue,
  };
}

/**
 * The one who is quoted, not the one who quotes.
 *
 *     The Herald quoted Ana Ruiz as saying that the bridge would open.
 *                       ^ source ^ cue     ^ content
 */
export function quotedAsSaying(
  facts: Facts,
  parts: Parts,
  { repairs }: RepairData,
  word: (token: number) => string,
): Parts {
  const { source, cue, content } = parts;
  const first = content[0];
  if (!source || !first || source.end > cue.start) return parts;
  const at = sayingAfter(facts, cue.start, repairs, word);
  if (at === undefined) return parts;
  let verb = at - 2;
  while (verb > source.start && !VERBS.has(facts.tag[verb] as number)) verb--;
  if (verb < source.end || verb + 1 >= at - 1) return parts;
  // Ruiz was quoted by the Herald as saying
  if (facts.tag[verb + 1] === PARTICIPLE && facts.subject[verb + 1] === source.end - 1) return parts;
  let end = verb + 1;
  while (end < at - 1 && facts.mark[end] !== MARK.comma) end++;
  const last = content.at(-1) as Range;
  if (last.end <= at + 1) return parts;
  const rest = content.flatMap((run) =>
    run.end <= at + 1 ? [] : [{ start: Math.max(run.start, at + 1), end: run.end }],
  );
  return { source: { start: verb + 1, end }, cue: { start: at - 1, end: at + 1 }, content: rest };
}

/** The "saying" of "as saying" within the cue or in what follows it, at most a dozen tokens on. */
function sayingAfter(
  facts: Facts,
  from: number,
  { as, saying }: RepairData["repairs"],
  word: (token: number) => string,
): number | undefined {
  for (let i = from; i < Math.min(facts.count, from + 16); i++) {
    if (facts.sentence[i] !== facts.sentence[from] || (facts.quoted[i] === 1 && facts.quoted[from] !== 1))
      return undefined;
    if (i > 0 && saying.has(word(i)) && word(i - 1) === as) return i;
  }
  return undefined;
}

/**
 * The person right before a participle that a quotation follows, where what shows the person was taken for the source.
 *
 *     The spot has footage of Ana Ruiz asking, “Why not us?”
 *     ^ not the source        ^ source ^ cue
 */
export function speakerShown(facts: Facts, source: Range | null, cue: Range, content: readonly Range[]): Range | null {
  const [only] = content;
  const name = cue.start - 1;
  if (!source || !only || source.end > cue.start || facts.quoted[only.start] !== 1 || only.start > cue.end + 1)
    return source;
  if (facts.tag[cue.start] !== GERUND || facts.act[cue.start] !== SAYING || facts.nameKind[name] !== PERSON)
    return source;
  let start = name;
  while (start > 0 && facts.nameKind[start - 1] === PERSON && facts.sentence[start - 1] === facts.sentence[name])
    start--;
  const isApart = source.end <= start || hasFinite(facts, { start: source.start, end: start });
  return isApart ? { start, end: name + 1 } : source;
}

/** As `Facts.nameKind` has it. */
const PERSON = 1;

const PARTICIPLE = tagIndex("VBN");
const GERUND = tagIndex("VBG");
const VERBS: ReadonlySet<number> = new Set(["VBD", "VBZ", "VBP", "VBG"].map(tagIndex));
