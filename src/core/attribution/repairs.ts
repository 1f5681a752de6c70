import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { acrossAside, aroundInsertion, toSemicolon } from "./insertions.ts";
import { joined } from "./runs.ts";
import { tagIndex } from "../text/tags.ts";
import { wordOf } from "../text/words.ts";
import { type Facts, MARK } from "./facts.ts";
import { isFinite, SAYING } from "./finite.ts";
import {
  afterColon,
  afterOccasion,
  afterTopic,
  besideCue,
  LONGEST_OCCASION,
  toClosingMark,
  withoutLeadIn,
} from "./quotation-ends.ts";
import type { Parts, RepairData } from "./repair-data.ts";
import { quotedAsSaying, speakerShown, withVerb } from "./source-choice.ts";
import { boundedSource, isAdverb } from "./source-ends.ts";

/**
 * The attribution with ends that no reading of it allows put right. What the model learned of ends it has from labels that
 * are not always consistent; here is only what English leaves no choice in.
 */
export function repaired<T extends Parts>(analysis: Analysis, facts: Facts, parts: T, data: RepairData): T {
  const word = (token: number): string => wordOf(analysis, token).toLowerCase();
  let { source, cue } = parts;
  let content: readonly Range[] = joined(parts.content);
  if (source) ({ source, cue } = withVerb(facts, source, cue));
  if (source) ({ source, cue, content } = quotedAsSaying(facts, { source, cue, content }, data, word));
  source = speakerShown(facts, source, cue, content);
  ({ cue, content } = pastOccasion(facts, cue, content, data, word));
  if (source) source = isAdverb(facts, source) ? null : boundedSource(facts, source, cue, data.sourceEnds, word);
  content = withoutLeadIn(facts, source, content);
  content = toClosingMark(facts, cue, content);
  content = besideCue(facts, cue, content);
  content = afterOccasion(facts, cue, content, data, word);
  content = afterTopic(facts, cue, afterColon(facts, withoutIntroduction(facts, cue, content)));
  content = withoutAddressee(analysis, facts, cue, content, data, word);
  content = withoutGrounds(facts, cue, content, data, word);
  content = withoutNextSource(facts, content);
  content = withoutReporter(facts, cue, content);
  content = withoutNextDeed(facts, cue, content);
  content = withoutOpening(facts, content);
  content = toSemicolon(facts, aroundInsertion(analysis, facts, source, cue, content));
  content = acrossAside(analysis, facts, source, cue, content);
  content = inOnePiece(facts, source, cue, content);
  content = withoutLooseEnd(facts, content);
  content = withWholeWords(analysis, facts, content);
  return { ...parts, source, cue, content };
}

/**
 * The verb alone for the cue, and the clause behind the occasion for the content.
 *
 *     Ruiz said in an interview with the Herald that the bridge would open.
 *          ^ cue                                ^ content
 */
function pastOccasion(
  facts: Facts,
  cue: Range,
  content: readonly Range[],
  { repairs }: RepairData,
  word: (token: number) => string,
): { readonly cue: Range; readonly content: readonly Range[] } {
  const [first, ...rest] = content;
  let verb = cue.start;
  while (verb < cue.end && !(facts.act[verb] === SAYING && isFinite(facts, verb))) verb++;
  if (!first || verb + 2 > cue.end - 1 || first.start !== cue.end || facts.tag[cue.end - 1] !== PREPOSITION)
    return { cue, content };
  for (let i = first.start + 1; i < Math.min(first.end - 2, first.start + LONGEST_OCCASION); i++) {
    if (facts.mark[i] || facts.quoted[i] === 1 || isFinite(facts, i)) break;
    if (word(i) === repairs.that)
      return { cue: { start: cue.start, end: verb + 1 }, content: [{ start: i, end: first.end }, ...rest] };
  }
  return { cue, content };
}

/**
 * The quotation without the clause that introduces it, where another clause behind it names who speaks.
 *
 *     Ruiz scolded him: “You knew it,” she said.
 *     ^ not content     ^ content
 */
function withoutIntroduction(facts: Facts, cue: Range, content: readonly Range[]): readonly Range[] {
  const first = content[0];
  if (!first || first.end > cue.start || facts.quoted[first.start] === 1) return content;
  for (let i = first.start + 1; i + 1 < first.end; i++) {
    if (facts.quoted[i] === 1) return content;
    if (facts.mark[i] === MARK.colon && facts.quoted[i + 1] === 1)
      return [{ start: i + 1, end: first.end }, ...content.slice(1)];
  }
  return content;
}

/**
 * The content without the next thing the source did.
 *
 *     Ruiz called Berg a fool and left the room.
 *                      ^ content  ^ not content
 */
function withoutNextDeed(facts: Facts, cue: Range, content: readonly Range[]): readonly Range[] {
  const last = content.at(-1);
  if (!last || content.length > 1 || last.start < cue.end || facts.quoted[last.start] === 1) return content;
  for (let i = last.start; i + 1 < last.end; i++) {
    // a clause of its own: what follows may go on with it
    if (isFinite(facts, i) || facts.quoted[i] === 1) return content;
    if (facts.tag[i] === TO) return content;
    if (facts.tag[i] !== CC || i === last.start || facts.tag[i + 1] !== VBD) continue;
    const end = facts.mark[i - 1] === MARK.comma ? i - 1 : i;
    return [{ start: last.start, end }];
  }
  return content;
}

/**
 * The content without whom it was said to.
 *
 *     Ruiz told the Herald the bridge would open.
 *               ^ not content
 */
function withoutAddressee(
  { tokens }: Analysis,
  facts: Facts,
  cue: Range,
  content: readonly Range[],
  { repairs, lemmaOf }: RepairData,
  word: (token: number) => string,
): readonly Range[] {
  const first = content[0];
  if (!first || first.start !== cue.end || facts.quoted[first.start] === 1) return content;
  if (!repairs.addressing.has(lemmaOf(word(cue.end - 1))) || NO_ADDRESSEE.has(facts.tag[first.start] as number))
    return content;
  const { start, end } = first;
  const named = nameEnd(facts, first);
  if (named !== undefined) return [{ start: named, end }, ...content.slice(1)];
  let verb = start;
  while (verb < end && !isFinite(facts, verb)) {
    // told reporters that ...
    if (verb > start && word(verb) === repairs.that) return [{ start: verb, end }, ...content.slice(1)];
    // told the host “if you ...”
    if (facts.quoted[verb] === 1) return [{ start: verb, end }, ...content.slice(1)];
    if (facts.mark[verb] || facts.tag[verb] === TO) return content;
    verb++;
  }
  if (verb >= end) return content;
  const subject = subjectOf(facts, verb);
  if (subject === undefined || subject <= start) return content;
  const low = Math.max(facts.low[subject] as number, start);
  if (low > start) return [{ start: low, end }, ...content.slice(1)];
  // told the Herald Ana Ruiz had left: the parser has both names for one; odd numbers begin a name
  for (let i = subject; i > start; i--)
    if ((tokens.name[i] as number) % 2 === 1 && facts.shape[i - 1]) return [{ start: i, end }, ...content.slice(1)];
  return content;
}

/** "the Harbour Times | the attack took place": where the name of whom it was told to ends, if something plainly new begins there. */
function nameEnd(facts: Facts, { start, end }: Range): number | undefined {
  let at = facts.tag[start] === DETERMINER ? start + 1 : start;
  const name = at;
  while (at < end && NAMES.has(facts.tag[at] as number) && facts.shape[at] !== 0) at++;
  if (at === name || at + 1 >= end || !OPENERS.has(facts.tag[at] as number) || facts.shape[at] !== 0) return undefined;
  return at;
}

/** The subject of the clause a finite verb or auxiliary belongs to. */
function subjectOf(facts: Facts, verb: number): number | undefined {
  const own = facts.subject[verb] as number;
  if (own >= 0) return own;
  const head = facts.head[verb] as number;
  const shared = head >= 0 ? (facts.subject[head] as number) : -1;
  return shared >= 0 && shared < verb ? shared : undefined;
}

/**
 * The content without the clause in which the reporter tells on what grounds, or with what warning, it was said.
 *
 *     The Herald reported that Laar had left, citing two officials.
 *                                           ^ content ends
 */
function withoutGrounds(
  facts: Facts,
  cue: Range,
  content: readonly Range[],
  { repairs }: RepairData,
  word: (token: number) => string,
): readonly Range[] {
  const last = content.at(-1);
  if (!last) return content;
  for (let i = last.start + 2; i < last.end; i++) {
    if (facts.quoted[i] === 1 || last.start < cue.start) continue;
    const isGround = repairs.grounding.has(word(i));
    const isGerund =
      facts.tag[i] === VBG ||
      (facts.tag[i] === NN && facts.tag[i + 1] === PREPOSITION && repairs.participle.test(word(i)));
    const isSaying = isGerund && facts.act[i] === SAYING && facts.mark[i - 1] === MARK.comma;
    if (!isGround && !isSaying) continue;
    const end = facts.mark[i - 1] === MARK.comma ? i - 1 : i;
    return [...content.slice(0, -1), { start: last.start, end }];
  }
  return content;
}

/**
 * The content without the next reporter.
 *
 *     Ruiz called the story a hoax and the ministry said it knew nothing.
 *                           ^ content  ^ not content
 */
function withoutNextSource(facts: Facts, content: readonly Range[]): readonly Range[] {
  const last = content.at(-1);
  if (!last || last.end >= facts.count || facts.quoted[last.end - 1] === 1) return content;
  const verb = last.end;
  if (facts.act[verb] !== SAYING || !isFinite(facts, verb)) return content;
  for (let at = last.end - 1; at > last.start + 1; at--) {
    if (isFinite(facts, at)) return content;
    if (facts.tag[at] !== CC) continue;
    const end = facts.mark[at - 1] === MARK.comma ? at - 1 : at;
    return [...content.slice(0, -1), { start: last.start, end }];
  }
  return content;
}

/**
 * The content without the reporter who is named behind it.
 *
 *     An official said that the pipe was open, Harbour Mail reported.
 *                      ^ content               ^ not content
 */
function withoutReporter(facts: Facts, cue: Range, content: readonly Range[]): readonly Range[] {
  const last = content.at(-1);
  if (!last || last.start < cue.end || facts.quoted[last.end - 1] === 1) return content;
  const verb = last.end - 1;
  if (facts.act[verb] !== SAYING || !isFinite(facts, verb)) return content;
  for (let at = verb - 1; at > last.start + 1 && verb - at <= LONGEST_REPORTER; at--) {
    if (facts.mark[at] === MARK.comma)
      return at === verb - 1 ? content : [...content.slice(0, -1), { start: last.start, end: at }];
    if (!REPORTER.has(facts.tag[at] as number)) return content;
  }
  return content;
}

/** Most tokens of a reporter's name. */
const LONGEST_REPORTER = 7;

/**
 * The quotation without the first words of the reporter's next sentence.
 *
 *     “Nobody paid me.” Meanwhile, another letter was found.
 *                        ^ content ends
 */
function withoutOpening(facts: Facts, content: readonly Range[]): readonly Range[] {
  const last = content.at(-1);
  if (!last || facts.quoted[last.start] !== 1 || facts.quoted[last.end - 1] === 1) return content;
  let end = last.end;
  while (end > last.start && facts.quoted[end - 1] !== 1) end--;
  if (last.end - end > LONGEST_OPENING || facts.sentence[last.end - 1] === facts.sentence[end - 1]) return content;
  return [...content.slice(0, -1), { start: last.start, end }];
}

/** Most words of a sentence that were taken with the quotation before it by mistake. */
const LONGEST_OPENING = 3;

/** Most tokens between two runs that are one all the same, and fewest between a run and what is not said any more. */
const SMALL_GAP = 2;
const LARGE_GAP = 7;

/** Two runs of a sentence in one piece: with the mark between them, or the first alone where the reporter speaks between them. */
function inOnePiece(facts: Facts, source: Range | null, cue: Range, content: readonly Range[]): readonly Range[] {
  const [first, second] = content;
  if (!first || !second || content.length > 2 || first.start < cue.end || (source && source.start >= first.end))
    return content;
  if (facts.sentence[first.start] !== facts.sentence[second.start]) return content;
  for (const { start, end } of content) for (let i = start; i < end; i++) if (facts.quoted[i] === 1) return content;
  const gap = second.start - first.end;
  if (gap <= SMALL_GAP || isUnbroken(facts, first.end, second.start)) return [{ start: first.start, end: second.end }];
  return gap >= LARGE_GAP ? [first] : content;
}

/** No mark and no saying verb: the clause goes straight on. */
function isUnbroken(facts: Facts, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (facts.mark[i] || facts.act[i] === SAYING) return false;
  return end - start < LARGE_GAP;
}

/** The content without an "and" or a comma that binds it to what follows. */
function withoutLooseEnd(facts: Facts, content: readonly Range[]): readonly Range[] {
  const last = content.at(-1);
  if (!last) return content;
  let end = last.end;
  while (
    end > last.start + 1 &&
    facts.quoted[end - 1] !== 1 &&
    (facts.tag[end - 1] === CC || facts.mark[end - 1] === MARK.comma)
  )
    end--;
  return end === last.end ? content : [...content.slice(0, -1), { start: last.start, end }];
}

/** The content with all of a compound that it ends in: "the U.S." of "the U.S.-Mexican border", and on to the next mark. */
function withWholeWords({ tokens }: Analysis, facts: Facts, content: readonly Range[]): readonly Range[] {
  const last = content.at(-1);
  if (!last || last.end >= facts.count || tokens.start[last.end] !== tokens.end[last.end - 1]) return content;
  if (facts.mark[last.end - 1] && facts.mark[last.end - 1] !== MARK.dash) return content;
  if (facts.mark[last.end] && facts.mark[last.end] !== MARK.dash) return content;
  let { end } = last;
  while (
    end < facts.count &&
    tokens.paragraph[end] === tokens.paragraph[last.start] &&
    (end === last.end || !facts.mark[end])
  )
    end++;
  return [...content.slice(0, -1), { start: last.start, end }];
}

const CC = tagIndex("CC");
const VBG = tagIndex("VBG");
const VBD = tagIndex("VBD");
const NN = tagIndex("NN");
const PREPOSITION = tagIndex("IN");
const DETERMINER = tagIndex("DT");
const NAMES: ReadonlySet<number> = new Set(["NNP", "NNPS"].map(tagIndex));
const OPENERS: ReadonlySet<number> = new Set(["DT", "PRP", "PRP$", "EX"].map(tagIndex));
const REPORTER: ReadonlySet<number> = new Set(["DT", "NNP", "NNPS", "NN", "NNS", "JJ", "PRP$", "POS"].map(tagIndex));
const TO = tagIndex("TO");
const NO_ADDRESSEE: ReadonlySet<number> = new Set(["IN", "TO", "WRB", "WP", "EX", "VBG"].map(tagIndex));
