import type { Range } from "../span.ts";
import type { Analysis } from "../text/analysis.ts";
import { relationIndex } from "../text/relations.ts";
import { tagIndex } from "../text/tags.ts";
import { wordOf } from "../text/words.ts";
import { type Facts, MARK } from "./facts.ts";
import { isFinite } from "./finite.ts";

/** What telling assertions from the rest needs of a language. Words in lower case, verbs and nouns in their base form. */
export interface AssertionData {
  readonly assertion: {
    readonly lemmaOf: (lower: string) => string;
    /** "not", "never": the cue did not happen. */
    readonly negations: ReadonlySet<string>;
    /** Words that make a negation a mere limit: "not only". */
    readonly limits: ReadonlySet<string>;
    /** "nobody", "none": a source that is none. */
    readonly nobody: ReadonlySet<string>;
    /** "refuse to say", "expected to say": what governs the cue leaves it undone. */
    readonly withholding: ReadonlySet<string>;
    /** Prepositions before a gerund that say the same: "without saying". */
    readonly without: ReadonlySet<string>;
    /** "if", "unless" before the source. */
    readonly conditions: ReadonlySet<string>;
    /** Auxiliaries that open a question. */
    readonly auxiliaries: ReadonlySet<string>;
    /** Adverbs after "would" that tell of what did happen: "would later say". */
    readonly afterwards: ReadonlySet<string>;
    /** "deny": the content is what the source does not say. */
    readonly denials: ReadonlySet<string>;
    /** Verbs whose subject hears the content when they are passive: "was told". */
    readonly heard: ReadonlySet<string>;
    /** Verbs whose passive with "to" has no speaker: "is believed to". */
    readonly rumoured: ReadonlySet<string>;
    /** With an infinitive they bind who is named: "plans to open", "refuses to sign". */
    readonly committing: ReadonlySet<string>;
    /** Verbs and nouns that present words, whatever form the content has. */
    readonly speaking: ReadonlySet<string>;
    /** Of them, those that may name no more than a subject: "discussed the bridge". */
    readonly topical: ReadonlySet<string>;
    /** Of them, those that may take a clause all the same: "explained it was late". */
    readonly answering: ReadonlySet<string>;
    /** Words that make a subject of what follows: "spoke about". */
    readonly about: ReadonlySet<string>;
    /** The verbs that "about" leaves with no more than a subject. */
    readonly plain: ReadonlySet<string>;
    /** Speaking or doing, by the object: "rejected the appeal", "attacked the convoy". */
    readonly ambiguous: ReadonlySet<string>;
    /** Objects that make such a verb one of speaking: "rejected the claim". */
    readonly sayings: ReadonlySet<string>;
    /** "find", "conclude": thoughts that are published. */
    readonly finding: ReadonlySet<string>;
    /** "show": says something when the source is a document of findings. */
    readonly showing: ReadonlySet<string>;
    readonly findings: ReadonlySet<string>;
    /** What opens a relative clause that has another subject: "where Ruiz said". */
    readonly relatives: ReadonlySet<string>;
    /** Question words and relative pronouns. */
    readonly questionWords: ReadonlySet<string>;
    /** What follows an object when something is said of it: "dismissed the claim as groundless". */
    /** Topical verbs that such a complement makes a statement: "described it as a trick". */
    readonly predicating: ReadonlySet<string>;
    readonly complements: ReadonlySet<string>;
    /** Pronouns for who writes and who reads, and for the rest and the listener. */
    /** "cite" with one of the grounds for object tells where the source has it from. */
    readonly citing: ReadonlySet<string>;
    readonly grounds: ReadonlySet<string>;
    readonly author: ReadonlySet<string>;
    readonly others: ReadonlySet<string>;
    /** "our", "my": a source that only the author or the speaker of a turn can own. */
    readonly owners: ReadonlySet<string>;
    /** "footage", "photographs": they show and do not say. */
    readonly pictures: ReadonlySet<string>;
    /** "plead guilty", "enter a plea": a step before a court. */
    readonly pleading: ReadonlySet<string>;
    readonly pleas: ReadonlySet<string>;
    readonly that: string;
    readonly to: string;
  };
}

/** `unsaid`: the text says that it was not said, or not yet. `unspoken`: an act, a thought or a mere subject. */
export type Standing = "asserted" | "unsaid" | "unspoken";

/** An attribution in token ranges. */
export interface Reported {
  readonly source: Range | null;
  readonly cue: Range;
  readonly centre: number;
  readonly content: readonly Range[];
}

/**
 * Confidence after the question whether anything was said. PolNeAR marks acts, thoughts and what was not said like
 * statements; for a record of statements they stay below the default, in their order, so that one switch brings them back.
 */
export function confidenceAs(standing: Standing, confidence: number): number {
  if (standing === "unspoken") return Math.min(confidence, 0.38 + confidence / 6);
  if (standing === "unsaid") return Math.min(confidence, 0.3 + confidence / 8);
  return confidence;
}

/**
 * Tells by the cue and its surroundings whether an attribution puts its content in somebody's mouth.
 *
 *     Ruiz did not say the bridge would open.      unsaid
 *     Ruiz hopes to open the bridge in May.        unspoken
 *     Ruiz discussed the bridge.                   unspoken
 */
export function standingOf(
  analysis: Analysis,
  facts: Facts,
  reported: Reported,
  isNested: boolean,
  data: AssertionData,
): Standing {
  const words = wordsOf(analysis, data);
  if (!hasWords(facts, reported.cue)) return "asserted";
  if (isUnsaid(analysis, facts, reported, words)) return "unsaid";
  if (isNameless(facts, reported, isNested, words)) return "unspoken";
  return isUnspoken(facts, reported, words) ? "unspoken" : "asserted";
}

type Words = AssertionData["assertion"] & {
  readonly word: (token: number) => string;
  readonly lemma: (token: number) => string;
};

function wordsOf(analysis: Analysis, { assertion }: AssertionData): Words {
  const word = (token: number): string => wordOf(analysis, token).replaceAll("’", "'").toLowerCase();
  return { ...assertion, word, lemma: (token) => assertion.lemmaOf(word(token)) };
}

/** Most tokens looked at before a cue for what undoes it. */
const REACH = 6;

function isUnsaid(analysis: Analysis, facts: Facts, reported: Reported, words: Words): boolean {
  const { source, cue, content } = reported;
  const { word, lemma } = words;
  const verb = verbOf(facts, reported);
  const isDirect = content.every(({ start, end }) => facts.quoted[start] === 1 && facts.quoted[end - 1] === 1);
  if (source) {
    const first = word(source.start);
    if (words.nobody.has(first) && facts.shape[source.start + 1] !== 3) return true;
    if (!isDirect && isConditional(facts, source, cue, words)) return true;
    if (!isDirect && isQuestion(analysis, facts, source, words)) return true;
  }
  const from = clauseStart(facts, reported);
  const last = lastVerb(facts, cue) ?? verb;
  for (let i = from; i < cue.end; i++) {
    const own = word(i);
    if (words.negations.has(own) && !words.limits.has(word(i + 1))) return true;
    if (i < last && words.withholding.has(lemma(i)) && leadsTo(facts, i, last)) return true;
    if (i >= verb) continue;
    if (!isDirect && facts.tag[i] === MD && facts.sentence[i + 1] === facts.sentence[i]) {
      const hasHappened = own === "would" && hasAny(words.afterwards, word, i + 1, verb + 3);
      if (!hasHappened) return true;
    }
    if (words.without.has(own) && facts.tag[verb] === VBG && verb - i <= 3) return true;
  }
  const isWithheld =
    words.withholding.has(lemma(verb)) && !words.speaking.has(lemma(verb)) && facts.act[verb] !== THOUGHT;
  if (isWithheld && content.some(({ start }) => word(start) === words.to)) return true;
  // asked Ruiz to say ...: the source is another verb's object
  return (
    source !== null &&
    source.end <= verb &&
    facts.tag[verb] === VB &&
    word(verb - 1) === words.to &&
    source.end === verb - 1 &&
    source.start > 0 &&
    VERBS.has(facts.tag[source.start - 1] as number) &&
    facts.sentence[source.start - 1] === facts.sentence[verb]
  );
}

function lastVerb(facts: Facts, { start, end }: Range): number | undefined {
  for (let i = end - 1; i >= start; i--) if (VERBS.has(facts.tag[i] as number)) return i;
  return undefined;
}

/** "to" or a gerund follows within a few words, and the cue's verb is it. */
function leadsTo(facts: Facts, from: number, verb: number): boolean {
  for (let i = from + 1; i <= Math.min(verb, from + 5); i++)
    if (facts.tag[i] === TO || (i === verb && facts.tag[i] === VBG)) return true;
  return false;
}

/** First token before the cue that belongs to its verb: not past the source, the content, a comma or "and". */
function clauseStart(facts: Facts, { source, cue, content }: Reported): number {
  let from = cue.start;
  while (from > 0 && cue.start - from < REACH) {
    const before = from - 1;
    if (facts.sentence[before] !== facts.sentence[cue.start]) break;
    if (facts.mark[before] || facts.tag[before] === CC || facts.quoted[before] !== facts.quoted[cue.start]) break;
    if (source && source.start <= before && before < source.end) break;
    if (content.some(({ start, end }) => start <= before && before < end)) break;
    from = before;
  }
  return from;
}

function isConditional(facts: Facts, source: Range, cue: Range, { conditions, word }: Words): boolean {
  if (cue.end <= source.start) return false;
  const before = source.start - 1;
  return (
    conditions.has(word(source.start)) ||
    (before >= 0 && facts.sentence[before] === facts.sentence[source.start] && conditions.has(word(before)))
  );
}

/** Did Ruiz say that the bridge would open? */
function isQuestion(analysis: Analysis, facts: Facts, source: Range, { auxiliaries, word }: Words): boolean {
  const sentence = facts.sentence[source.start] as number;
  const start = analysis.sentences.start[sentence] as number;
  const last = (analysis.sentences.end[sentence] as number) - 1;
  if (facts.mark[last] !== MARK.question || facts.quoted[last]) return false;
  return auxiliaries.has(word(source.start > start ? source.start - 1 : source.start));
}

/** True for a pronoun that nothing can stand for: "I" in the reporter's own voice, "she" in another's quotation. */
function isNameless(facts: Facts, { source }: Reported, isNested: boolean, words: Words): boolean {
  const { author, others, owners, word } = words;
  if (source && !isNested && owners.has(word(source.start)) && facts.quoted[source.start] !== 1) return true;
  if (!source || source.end - source.start > 1 || facts.quoted[source.start] === 1) return false;
  return author.has(word(source.start)) || (isNested && others.has(word(source.start)));
}

function isUnspoken(facts: Facts, reported: Reported, words: Words): boolean {
  const { source, cue, content } = reported;
  const { word, lemma } = words;
  const verb = verbOf(facts, reported);
  const first = content[0] as Range;
  const isBefore = source !== null && source.end <= cue.start;
  if (isBefore && isPassive(facts, source, cue, words)) {
    if (words.heard.has(lemma(verb))) return true;
    if (words.rumoured.has(lemma(verb)) && (word(verb + 1) === words.to || word(first.start) === words.to)) return true;
  }
  // nobody is named who asked
  if (!source && facts.tag[verb] === VBN && words.heard.has(lemma(verb))) return true;
  const isQuoted = quotedWords(facts, content) > 2;
  if (source && isBefore && !isQuoted && (isInRelative(facts, source, first, words) || isTorn(facts, source)))
    return true;
  // pleaded not guilty, entered no plea
  if (!isQuoted && words.pleading.has(lemma(verb)) && hasAny(words.pleas, word, verb + 1, verb + 4)) return true;
  if (source && some(source, (i) => words.pictures.has(lemma(i)))) return true;
  if (some(cue, (i) => words.denials.has(lemma(i)))) return !(isQuoted && facts.quoted[first.start] === 1);
  if (isQuoted) return false;
  const opening = word(first.start);
  if (opening === words.to && some(cue, (i) => words.committing.has(lemma(i)))) return false;
  const isClause = opening === words.that || hasClause(facts, content, words);
  const told = lastSpeaking(cue, words);
  if (told !== undefined) {
    // "made a statement about the club", "raised questions about the vote"
    if (
      !isClause &&
      told < cue.end - 1 &&
      NOUN_TAGS.has(facts.tag[told] as number) &&
      words.about.has(word(cue.end - 1))
    )
      return true;
    const isTopical = words.topical.has(lemma(told));
    const mayHoldClause = !isTopical || opening === words.that || words.answering.has(lemma(told));
    if (
      isClause &&
      !words.questionWords.has(opening) &&
      mayHoldClause &&
      (!isTopical || opensClause(facts, first, words))
    )
      return false;
    if (
      words.citing.has(lemma(told)) &&
      !isClause &&
      (facts.nameKind[first.start] || some(first, (i) => words.grounds.has(lemma(i))))
    )
      return true;
    if (isTopical && words.questionWords.has(opening)) return true;
    if (isTopical && !words.predicating.has(lemma(told))) return opening !== words.to;
    if (opening === words.to || some(first, (i) => words.complements.has(word(i)))) return false;
    if (words.ambiguous.has(lemma(told)))
      return (
        facts.quoted[first.start] !== 1 &&
        !words.questionWords.has(opening) &&
        !some(first, (i) => words.sayings.has(lemma(i)))
      );
    const isAbout = words.about.has(word(cue.end - 1)) || words.about.has(opening);
    return words.topical.has(lemma(told)) || (isAbout && words.plain.has(lemma(told)));
  }
  const isFinding = source !== null && some(source, (i) => words.findings.has(lemma(i)));
  if (some(cue, (i) => words.finding.has(lemma(i)))) return !isClause && !isFinding;
  if (some(cue, (i) => words.showing.has(lemma(i)))) return !isFinding;
  return opening !== words.that || facts.act[verb] === THOUGHT;
}

/**
 * The content is part of a clause that a relative pronoun opens, and lacks what the pronoun stands for; or the pronoun itself is
 * the source, and no noun before it says whose.
 *
 *     the place where Ruiz said it would be
 *                              ^ not a statement
 */
function isInRelative(facts: Facts, source: Range, content: Range, { questionWords, relatives, word }: Words): boolean {
  const before = source.start - 1;
  if (
    before >= 0 &&
    facts.sentence[before] === facts.sentence[source.start] &&
    relatives.has(word(before)) &&
    content.start > source.end
  )
    return true;
  if (!questionWords.has(word(source.start))) return false;
  if (source.end - source.start > 1) return facts.tag[source.start + 1] !== PREPOSITION;
  const noun = facts.mark[before] === MARK.comma ? before - 1 : before;
  return noun < 0 || !NOUNS.has(facts.tag[noun] as number);
}

/** The last word of speaking in the cue: "took some time to answer". */
function lastSpeaking(cue: Range, { speaking, lemma, word }: Words): number | undefined {
  for (let i = cue.end - 1; i >= cue.start; i--)
    if (speaking.has(lemma(i)) || speaking.has(`${lemma(i)} ${word(i + 1)}`)) return i;
  return undefined;
}

/** A bracket closes in the source that does not open there. */
function isTorn(facts: Facts, { start, end }: Range): boolean {
  let open = 0;
  for (let i = start; i < end; i++) {
    if (facts.mark[i] === MARK.bracketOpen) open++;
    if (facts.mark[i] === MARK.bracketClose && --open < 0) return true;
  }
  return false;
}

/** A form of "be" before the cue's participle: the source is its object. */
function isPassive(facts: Facts, source: Range, cue: Range, { word, lemma }: Words): boolean {
  for (let i = cue.start; i < cue.end; i++)
    if (
      (facts.tag[i] === VBN || facts.tag[i] === VBD) &&
      hasAny(BE, (token) => lemma(token), Math.max(source.end, i - 3), i)
    )
      return word(i + 1) !== "as" && word(i + 1) !== "by";
  return false;
}

const BE: ReadonlySet<string> = new Set(["be"]);

/** The verb, else the last word, of the cue that can be one. */
function verbOf(facts: Facts, { cue, centre }: Reported): number {
  if (centre >= cue.start && centre < cue.end && facts.act[centre]) return centre;
  for (let i = cue.end - 1; i >= cue.start; i--) if (facts.act[i]) return i;
  for (let i = cue.end - 1; i >= cue.start; i--) if (VERBS.has(facts.tag[i] as number)) return i;
  return Math.max(cue.start, Math.min(centre, cue.end - 1));
}

/** A verb with its own subject, both in the content, and not in a relative clause. */
function hasClause(facts: Facts, content: readonly Range[], words: Words): boolean {
  const { questionWords, word } = words;
  for (const { start, end } of content)
    for (let i = start; i < end; i++) {
      const subject = facts.subject[i] as number;
      if (subject < start || subject >= end || SUBORDINATE.has(facts.relation[i] as number)) continue;
      if (questionWords.has(word(subject)) && subject > start) continue;
      for (let v = Math.min(i, subject); v <= Math.max(i, subject); v++) if (isFinite(facts, v)) return true;
    }
  // where the parser lost the subject
  return content.some((run) => opensClause(facts, run, words));
}

/** "that", or a finite verb before any word that could open a relative clause. */
function opensClause(facts: Facts, { start, end }: Range, { questionWords, that, word }: Words): boolean {
  if (word(start) === that) return true;
  for (let i = start; i < end && !questionWords.has(word(i)) && word(i) !== that; i++)
    if (i > start && isFinite(facts, i)) return true;
  return false;
}

function quotedWords(facts: Facts, content: readonly Range[]): number {
  let count = 0;
  for (const { start, end } of content)
    for (let i = start; i < end; i++) if (facts.quoted[i] === 1 && !facts.mark[i]) count++;
  return count;
}

function hasWords(facts: Facts, { start, end }: Range): boolean {
  for (let i = start; i < end; i++) if (!facts.mark[i]) return true;
  return false;
}

function some({ start, end }: Range, is: (token: number) => boolean): boolean {
  for (let i = start; i < end; i++) if (is(i)) return true;
  return false;
}

function hasAny(list: ReadonlySet<string>, word: (token: number) => string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (list.has(word(i))) return true;
  return false;
}

/** As `Facts.act` has it. */
const THOUGHT = 3;
const MD = tagIndex("MD");
const TO = tagIndex("TO");
const VB = tagIndex("VB");
const VBG = tagIndex("VBG");
const VBD = tagIndex("VBD");
const VBN = tagIndex("VBN");
const CC = tagIndex("CC");
const PREPOSITION = tagIndex("IN");
const NOUN_TAGS: ReadonlySet<number> = new Set(["NN", "NNS"].map(tagIndex));
const NOUNS: ReadonlySet<number> = new Set(["NN", "NNS", "NNP", "NNPS", "CD", "PRP"].map(tagIndex));
const VERBS: ReadonlySet<number> = new Set(["VB", "VBD", "VBZ", "VBP", "VBG", "VBN"].map(tagIndex));
const SUBORDINATE: ReadonlySet<number> = new Set(["acl:relcl", "acl", "advcl"].map(relationIndex));
