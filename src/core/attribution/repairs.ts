import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { acrossAside, aroundInsertion, toSemicolon } from "./insertions.ts";
import { joined } from "./runs.ts";
import { tagIndex } from "../text/tags.ts";
import { wordOf } from "../text/words.ts";
import { outermost } from "./continuation.ts";
import { type Facts, MARK } from "./facts.ts";
import { hasFinite, isFinite, SAYING } from "./finite.ts";
import { boundedSource, isAdverb, type SourceEndData } from "./source-ends.ts";

/** What repairs need of a language. Words in lower case. */
export interface RepairData {
  readonly repairs: {
    /** Base forms of verbs that take whom they address before what they say: "tell". */
    readonly addressing: ReadonlySet<string>;
    /** "citing": the reporter's word on where the source has it from. */
    readonly grounding: ReadonlySet<string>;
    readonly that: string;
    readonly as: string;
    readonly saying: ReadonlySet<string>;
    /** How a participle ends. */
    readonly participle: RegExp;
  };
  readonly sourceEnds: SourceEndData;
  readonly lemmaOf: (lower: string) => string;
}

/** An attribution in token ranges. */
export interface Parts {
  readonly source: Range | null;
  readonly cue: Range;
  readonly content: readonly Range[];
}

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
 * The verb with the cue, where it was taken for the end of the source.
 *
 *     An official of the port stated: “Nobody was hurt.”
 *     ^ source                ^ cue
 */
function withVerb(facts: Facts, source: Range, cue: Range): { readonly source: Range; readonly cue: Range } {
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
function quotedAsSaying(facts: Facts, parts: Parts, { repairs }: RepairData, word: (token: number) => string): Parts {
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

/**
 * The person right before a participle that a quotation follows, where what shows the person was taken for the source.
 *
 *     The spot has footage of Ana Ruiz asking, “Why not us?”
 *     ^ not the source        ^ source ^ cue
 */
function speakerShown(facts: Facts, source: Range | null, cue: Range, content: readonly Range[]): Range | null {
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

/** Most tokens of whom or what an occasion was with. */
const LONGEST_OCCASION = 8;

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
 * The quotation alone, where a colon sets it off from the clause that introduces it.
 *
 *     Ruiz answered on the radio, calling it a trick: “They have failed.”
 *                                                     ^ content
 */
function afterColon(facts: Facts, content: readonly Range[]): readonly Range[] {
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
function afterTopic(facts: Facts, cue: Range, content: readonly Range[]): readonly Range[] {
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
function afterOccasion(
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

/** Fewest tokens of a quotation that are a reading of it and not a slip. */
const SHORTEST = 4;

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
function withoutLeadIn(facts: Facts, source: Range | null, content: readonly Range[]): readonly Range[] {
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
function toClosingMark(facts: Facts, cue: Range, content: readonly Range[]): readonly Range[] {
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
function besideCue(facts: Facts, cue: Range, content: readonly Range[]): readonly Range[] {
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
    const byCue = isSaying;
    if (!isGround && !byCue) continue;
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

/** Marks that end what is said. */
const CLOSING: ReadonlySet<number> = new Set([MARK.comma, MARK.question, MARK.stop]);

const CC = tagIndex("CC");
const PARTICIPLE = tagIndex("VBN");
const GERUND = tagIndex("VBG");
const VBG = tagIndex("VBG");
const VBD = tagIndex("VBD");
const NN = tagIndex("NN");
const PREPOSITION = tagIndex("IN");
const DETERMINER = tagIndex("DT");
const NAMES: ReadonlySet<number> = new Set(["NNP", "NNPS"].map(tagIndex));
const OPENERS: ReadonlySet<number> = new Set(["DT", "PRP", "PRP$", "EX"].map(tagIndex));
const REPORTER: ReadonlySet<number> = new Set(["DT", "NNP", "NNPS", "NN", "NNS", "JJ", "PRP$", "POS"].map(tagIndex));
const VERBS: ReadonlySet<number> = new Set(["VBD", "VBZ", "VBP", "VBG"].map(tagIndex));
const LEADS: ReadonlySet<number> = new Set(["VBG", "VBN", "IN"].map(tagIndex));
const TO = tagIndex("TO");
const NO_ADDRESSEE: ReadonlySet<number> = new Set(["IN", "TO", "WRB", "WP", "EX", "VBG"].map(tagIndex));
