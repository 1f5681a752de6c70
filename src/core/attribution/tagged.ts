import type { Range } from "../span.ts";
import type { Analysis, Quotation } from "../text/analysis.ts";
import { isNounTag, isVerbTag, tagIndex } from "../text/tags.ts";
import { wordOf } from "../text/words.ts";
import { type Facts, MARK } from "./facts.ts";
import { isSayingVerb } from "./finite.ts";
import { beforeBracket } from "./source-ends.ts";

/** A quotation with the words right behind it that say whose it is. */
export interface Tagged {
  readonly source: Range;
  readonly cue: Range;
  /** The quotation, and the one right after the verb's sentence that nobody else is named for. */
  readonly content: readonly Range[];
  /** The reporter's aside amid the speaker's sentence, which goes on behind it in small letters. */
  readonly aside: Range | null;
}

/** Shortest quotation that is a sentence rather than a term, in tokens with its marks. */
const SHORTEST = 6;

/** Longest source between a quotation and its verb, in tokens. */
const LONGEST_SOURCE = 14;

/** Longest stretch of the reporter's between two parts of a sentence, in tokens. */
const LONGEST_ASIDE = 20;

/** `Facts.shape` of a word in small letters. */
const LOWER = 0;

/**
 * Quotations that end in a mark of their own and are followed by their speaker and a verb of saying, in either order: the plainest
 * thing that news writes, wherever in a paragraph it stands.
 *
 *     “Nobody asked us,” Ana Ruiz said.      “Nobody asked us,” said the mayor of Port Kest.
 */
export function taggedQuotations(analysis: Analysis, facts: Facts): Tagged[] {
  const found: Tagged[] = [];
  const { quotations } = analysis;
  for (const [place, quotation] of quotations.entries()) {
    const tag = tagOf(facts, analysis, quotation);
    if (!tag) continue;
    const { start, end } = quotation;
    const next = quotations.slice(place + 1, place + 12).find(({ depth }) => depth === 0);
    const after = Math.max(tag.cue.end, tag.source.end);
    const isAmid = next !== undefined && isResumed(facts, quotation, after, next);
    const goesOn = next !== undefined && (isAmid || isVoiceless(facts, analysis, end, next));
    found.push({
      ...tag,
      aside: isAmid && isCutOff(facts, quotation, next) ? { start: after, end: next.start } : null,
      content: goesOn
        ? [
            { start, end },
            { start: next.start, end: next.end },
          ]
        : [{ start, end }],
    });
  }
  return found;
}

/**
 * Quotations that open a paragraph, where the one before ends in a speaker, a verb of saying and a colon.
 *
 *     Asked about the delay, Ana Ruiz said:
 *     “Nobody is more sorry than I am.”
 */
export function introducedQuotations(analysis: Analysis, facts: Facts): Tagged[] {
  const { paragraphs, quotations, sentences, tokens } = analysis;
  const found: Tagged[] = [];
  for (const { start, end, depth, isSpeech } of quotations) {
    const paragraph = tokens.paragraph[start] as number;
    const colon = start - 1;
    if (depth > 0 || !isSpeech || paragraphs.start[paragraph] !== start || facts.mark[colon] !== MARK.colon) continue;
    const first = sentences.start[facts.sentence[colon] as number] as number;
    let verb = colon - 1;
    while (verb > first && colon - verb < LONGEST_SOURCE && !isSaying(facts, verb)) verb--;
    const subject = isSaying(facts, verb) ? (facts.subject[verb] as number) : -1;
    if (subject < first || subject >= verb) continue;
    const source = { start: Math.max(first, facts.low[subject] as number), end: subject + 1 };
    while (source.end < verb && source.end <= (facts.high[subject] as number)) source.end++;
    found.push({ source, cue: { start: verb, end: verb + 1 }, content: [{ start, end }], aside: null });
  }
  return found;
}

/** A quotation that opens the sentence after the tag and is a sentence by itself: the voice before goes on. */
function isVoiceless(facts: Facts, analysis: Analysis, before: number, { start, end, isSpeech }: Quotation): boolean {
  const { tokens, sentences } = analysis;
  const own = facts.sentence[start] as number;
  const last = facts.sentence[end - 1] as number;
  return (
    isSpeech &&
    own === (facts.sentence[before - 1] as number) + 1 &&
    sentences.start[own] === start &&
    tokens.paragraph[start] === tokens.paragraph[before - 1] &&
    end >= (sentences.end[last] as number) - 1
  );
}

/**
 * The tag, or the tag and an aside in which nobody else speaks, stands amid a sentence of the speaker.
 *
 *     “Every time,” Ana Ruiz said, “somebody pays.”      “Every time,” Ana Ruiz said, pointing at the gate, “somebody pays.”
 */
function isResumed(facts: Facts, before: Quotation, after: number, next: Quotation): boolean {
  const { start, isSpeech } = next;
  if (!isSpeech || facts.sentence[start] !== facts.sentence[after - 1]) return false;
  if (facts.mark[start - 1] !== MARK.comma) return false;
  const isBroken = isCutOff(facts, before, next);
  if (start - after > (isBroken ? LONGEST_ASIDE : 6)) return false;
  // an aside about the speaker may hold clauses: "referring to what he heard", "who was tired"
  const isAbout = isBroken && facts.mark[after] === MARK.comma && OF_SPEAKER.has(facts.tag[after + 1] as number);
  for (let i = after; i < start; i++) {
    if (isAbout ? isSayingVerb(facts, i) : facts.act[i] || isVerbTag(facts.tag[i] as number)) return false;
  }
  return true;
}

/** A quotation ends in a comma and the next one begins in small letters: both are parts of one sentence. */
function isCutOff(facts: Facts, before: Quotation, { start }: Quotation): boolean {
  return facts.mark[before.end - 2] === MARK.comma && facts.shape[start + 1] === LOWER;
}

function tagOf(
  facts: Facts,
  analysis: Analysis,
  { start, end, depth, isSpeech, unclosed }: Quotation,
): { source: Range; cue: Range } | undefined {
  if (depth > 0 || !isSpeech || unclosed || end - start < SHORTEST) return undefined;
  const { mark, sentence } = facts;
  // “the author of “Nine Years of Mud”, said ...”: a quotation that a word leads to is part of that word's sentence
  if (start > 0 && sentence[start - 1] === sentence[start] && !mark[start - 1]) return undefined;
  let from = end;
  const inner = mark[end - 2];
  if (inner !== MARK.comma && inner !== MARK.question && inner !== MARK.stop) {
    if (mark[end] !== MARK.comma) return undefined;
    from = end + 1;
  }
  const own = sentence[end - 1] as number;
  const stop = Math.min(analysis.sentences.end[own] as number, from + LONGEST_SOURCE);
  if (from >= stop) return undefined;
  const first = facts.tag[from] === RB ? from + 1 : from;
  return isSaying(facts, first) ? afterVerb(facts, analysis, first, stop) : beforeVerb(facts, from, stop);
}

/** ..., said the mayor of Port Kest. */
function afterVerb(
  facts: Facts,
  analysis: Analysis,
  verb: number,
  stop: number,
): { source: Range; cue: Range } | undefined {
  const start = verb + 1;
  let end = start;
  while (end < stop && isOfSource(facts, end)) end++;
  end = beforeBracket(facts, { start, end }, (token) => wordOf(analysis, token)).end;
  while (end > start && !isNominal(facts, end - 1)) end--;
  if (end === start || !isSpeaker(facts, { start, end })) return undefined;
  if (end < facts.count && (isVerbTag(facts.tag[end] as number) || facts.tag[end] === MD)) return undefined; // said the bridge would open
  return { source: { start, end }, cue: { start: verb, end: verb + 1 } };
}

/** ..., the mayor of Port Kest said. */
function beforeVerb(facts: Facts, from: number, stop: number): { source: Range; cue: Range } | undefined {
  let verb = from;
  while (verb < stop && isOfSource(facts, verb)) verb++;
  if (verb < stop && facts.tag[verb] === RB) verb++;
  if (verb >= stop || !isSaying(facts, verb)) return undefined;
  const end = facts.tag[verb - 1] === RB ? verb - 1 : verb;
  if (end <= from || !isNominal(facts, end - 1) || !isSpeaker(facts, { start: from, end })) return undefined;
  return { source: { start: from, end }, cue: { start: verb, end: verb + 1 } };
}

function isSaying(facts: Facts, token: number): boolean {
  return isSayingVerb(facts, token) && facts.quoted[token] !== 1;
}

/** Words a speaker's name and office are made of: no verb, no mark, no preposition but those of titles. */
function isOfSource(facts: Facts, token: number): boolean {
  if (facts.mark[token] || facts.quoted[token]) return false;
  const tag = facts.tag[token] as number;
  return isNominal(facts, token) || INNER.has(tag) || tag === IN;
}

function isNominal(facts: Facts, token: number): boolean {
  const tag = facts.tag[token] as number;
  return isNounTag(tag) || tag === PRP || (facts.nameKind[token] as number) > 0;
}

/** A pronoun alone, a name, or a noun with its article or a capital. */
function isSpeaker(facts: Facts, { start, end }: Range): boolean {
  if (end - start === 1) return facts.tag[start] === PRP || facts.shape[start] === 1 || facts.nameKind[start] !== 0;
  for (let i = start; i < end; i++) if (isVerbTag(facts.tag[i] as number) || facts.tag[i] === PRP) return false;
  return facts.tag[start] !== IN;
}

const INNER = new Set(["DT", "JJ", "POS", "PRP$", "CD", "CC", "JJS", "NNP", "NNPS"].map(tagIndex));
const PRP = tagIndex("PRP");
const IN = tagIndex("IN");
const RB = tagIndex("RB");
const MD = tagIndex("MD");
const OF_SPEAKER: ReadonlySet<number> = new Set(["VBG", "WP", "WDT"].map(tagIndex));
