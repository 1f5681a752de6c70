import type { Range } from "../span.ts";
import { tagIndex } from "../text/tags.ts";
import { type Facts, MARK } from "./facts.ts";
import { hasFinite, isFinite } from "./finite.ts";

/** What the ends of sources need of a language. Words in lower case. */
export interface SourceEndData {
  /** "who", "which": what opens a relative clause. */
  readonly relatives: ReadonlySet<string>;
  /** "itself", "himself". */
  readonly reflexives: ReadonlySet<string>;
  /** Words a time ends in: "april", "week", "friday". */
  readonly times: ReadonlySet<string>;
  /** What ends a time before a source: "a few days later". */
  readonly afters: ReadonlySet<string>;
  /** What a person speaks in: "statement", "interview". */
  readonly occasions: ReadonlySet<string>;
  readonly of: string;
}

/**
 * The source as English bounds it, where the model cut it short or took more than the words that name it. `word` gives a token in lower
 * case.
 */
export function boundedSource(
  facts: Facts,
  source: Range,
  cue: Range,
  data: SourceEndData,
  word: (token: number) => string,
): Range {
  const own = ownSubject(facts, behindTime(facts, source, data, word), cue, data, word);
  let bounded = withHead(facts, own, data, word);
  bounded = beforeBracket(facts, withQuantifier(facts, bounded, data, word), word);
  if (bounded.end <= cue.start) bounded = withoutTime(facts, bounded, cue, data, word);
  else if (bounded.start >= cue.end) bounded = withoutYear(facts, withoutTail(facts, bounded, data, word), word);
  bounded = withFirstName(facts, bounded, cue);
  return withApposition(facts, withoutAdverb(facts, aloneIfPronoun(facts, bounded)), cue);
}

/**
 * The subject of the cue alone, where a whole clause was taken for the source.
 *
 *     Berg is a critic of the mayor, and his friends had alleged that he was poisoned.
 *     ^ not the source                   ^ source
 */
function ownSubject(
  facts: Facts,
  source: Range,
  cue: Range,
  { relatives }: SourceEndData,
  word: (token: number) => string,
): Range {
  if (cue.end <= source.start) return source;
  let start = source.start;
  for (let i = source.start; i < source.end; i++) {
    if (relatives.has(word(i)) && i > source.start) break;
    if (!isFinite(facts, i)) continue;
    // a clause before the source: the name at its end, or what follows the conjunction, is the source, if it can be one
    start = nameAtEnd(facts, { start: i + 1, end: source.end })?.start ?? start;
    for (let at = source.end - 2; at > i; at--)
      if (facts.tag[at] === CC && (facts.mark[at - 1] === MARK.comma || facts.tag[source.end - 1] === CC)) {
        start = at + 1;
        break;
      }
    break;
  }
  return start < source.end ? { start, end: source.end } : source;
}

/** A name of one or more words that ends the range and follows a noun: "the third time | Port Kest". */
function nameAtEnd(facts: Facts, { start, end }: Range): Range | undefined {
  let first = end;
  while (first > start && NAMES.has(facts.tag[first - 1] as number)) first--;
  return first < end && first > start && facts.tag[first - 1] === NOUN ? { start: first, end } : undefined;
}

/** The source up to a bracket that does not close in it or holds a clause: "Ruiz (a view that many share)". */
export function beforeBracket(facts: Facts, source: Range, word: (token: number) => string): Range {
  for (let open = source.start + 1; open < source.end; open++) {
    if (word(open) !== "(") continue;
    let close = open;
    while (close < source.end && word(close) !== ")") close++;
    const isClause = facts.tag[open + 1] === DETERMINER || hasFinite(facts, { start: open, end: close });
    if (close === source.end || isClause) return { start: source.start, end: open };
    open = close;
  }
  return source;
}

/** The source without the time before it: "a few days later | the ministry". */
function behindTime(facts: Facts, source: Range, { afters }: SourceEndData, word: (token: number) => string): Range {
  for (let i = source.start; i + 1 < Math.min(source.end, source.start + LONGEST_TIME + 2); i++) {
    if (facts.mark[i] || facts.quoted[i] === 1) return source;
    if (!afters.has(word(i))) continue;
    const next = facts.tag[i + 1] as number;
    const opens = next === DETERMINER || next === PRONOUN || (next === NAME && facts.shape[i + 1] !== 0);
    return opens ? { start: i + 1, end: source.end } : source;
  }
  return source;
}

/** The source with the noun that "itself" or "himself" goes with: "the study itself". */
function withHead(facts: Facts, source: Range, { reflexives }: SourceEndData, word: (token: number) => string): Range {
  if (!reflexives.has(word(source.start))) return source;
  let { start } = source;
  while (start > 0 && isSameSentence(facts, start - 1, source.start) && PHRASE.has(facts.tag[start - 1] as number))
    start--;
  return { start, end: source.end };
}

/** The source with what says how many or which of them: "one of the engineers", "all the experts", "elected officials". */
function withQuantifier(facts: Facts, source: Range, { of }: SourceEndData, word: (token: number) => string): Range {
  let { start } = source;
  const before = (places: number): number =>
    start - places >= 0 &&
    isSameSentence(facts, start - places, source.start) &&
    facts.quoted[start - places] === facts.quoted[source.start]
      ? start - places
      : -1;
  const first = facts.tag[start] as number;
  if (!NOMINAL.has(first)) return source;
  for (let token = before(1); token >= 0; token = before(1)) {
    const tag = facts.tag[token] as number;
    const head = facts.head[token] as number;
    if (facts.mark[token]) break;
    if (QUANTIFIERS.has(tag) && head >= source.start && head < source.end) start = token;
    else if (word(token) === of && before(2) >= 0 && COUNTS.has(facts.tag[before(2)] as number)) start -= 2;
    else break;
  }
  return start === source.start ? source : { start, end: source.end };
}

/**
 * The source without the time that belongs to its verb.
 *
 *     The court in April rejected the request.
 *     ^ source ^ not source
 */
function withoutTime(
  facts: Facts,
  source: Range,
  cue: Range,
  { times }: SourceEndData,
  word: (token: number) => string,
): Range {
  if (source.end !== cue.start) return source;
  const last = source.end - 1;
  if (!times.has(word(last)) && !isYear(word(last))) return source;
  for (let i = last - 1; i > source.start && last - i <= LONGEST_TIME; i--) {
    const tag = facts.tag[i] as number;
    if (tag === PREPOSITION || (tag === DETERMINER && facts.tag[i - 1] !== PREPOSITION))
      return { start: source.start, end: facts.tag[i - 1] === PARTICIPLE && i - source.start > 1 ? i - 1 : i };
    if (!TIME_PARTS.has(tag)) break;
  }
  return source;
}

/**
 * The source after its verb without what it did or where it spoke.
 *
 *     ..., said Ana Ruiz, the minister, in a statement.
 *               ^ source                ^ not source
 */
function withoutTail(
  facts: Facts,
  source: Range,
  { occasions }: SourceEndData,
  word: (token: number) => string,
): Range {
  let isApposed = false;
  for (let i = source.start + 1; i + 1 < source.end; i++) {
    if (facts.mark[i] !== MARK.comma) continue;
    const next = facts.tag[i + 1] as number;
    // the comma that closes an apposition is a part of it
    const without = { start: source.start, end: isApposed ? i + 1 : i };
    isApposed = true;
    if (next === GERUND) return without;
    if (next !== PREPOSITION) continue;
    for (let at = i + 2; at < Math.min(source.end, i + 6); at++) if (occasions.has(word(at))) return without;
  }
  return source;
}

/** The source after its verb without the year that belongs to the verb: "was rejected by the council | in 2015". */
function withoutYear(facts: Facts, source: Range, word: (token: number) => string): Range {
  const { start, end } = source;
  if (end - start < 4 || !isYear(word(end - 1)) || facts.tag[end - 2] !== PREPOSITION) return source;
  for (let i = start; i < end; i++) if (facts.mark[i] || isFinite(facts, i)) return source;
  return { start, end: end - 2 };
}

/**
 * Both of two names that open a clause, where only the second was taken.
 *
 *     On Monday, Velden and Kestria proposed a treaty.
 *                ^ source
 */
function withFirstName(facts: Facts, source: Range, cue: Range): Range {
  const kind = facts.nameKind[source.start] as number;
  const and = source.start - 1;
  if (source.end > cue.start || kind === 0 || and < 1 || facts.tag[and] !== CC || facts.nameKind[and - 1] !== kind)
    return source;
  let start = and;
  while (start > 0 && facts.nameKind[start - 1] === kind && facts.sentence[start - 1] === facts.sentence[and]) start--;
  const opens =
    start === 0 || facts.sentence[start - 1] !== facts.sentence[start] || facts.mark[start - 1] === MARK.comma;
  return opens && facts.quoted[start] === facts.quoted[source.start] ? { start, end: source.end } : source;
}

/**
 * The source with the apposition behind its name, and with the comma that closes it before the verb.
 *
 *     Ana Ruiz, the housing minister of Velden, said ...      ..., said Ana Ruiz, the housing minister.
 *     ^ source                                                         ^ source
 */
function withApposition(facts: Facts, source: Range, cue: Range): Range {
  const { start, end } = source;
  if (facts.mark[end] !== MARK.comma || facts.sentence[end] !== facts.sentence[start]) return source;
  const isBefore = end < cue.start;
  const isVerb = (token: number): boolean =>
    token === cue.start || (token < cue.start && (isFinite(facts, token) || ADVERBS.has(facts.tag[token] as number)));
  if (isBefore && isVerb(end + 1)) {
    for (let i = start; i < end; i++) if (facts.mark[i] === MARK.comma) return { start, end: end + 1 };
    return source;
  }
  const isNamed = (facts.nameKind[end - 1] as number) > 0 || facts.mark[end - 1] === MARK.bracketClose;
  let at = end + 1;
  // "China, the port's only ally,", "Berg, Ana Ruiz's deputy,"
  while (at < end + 4 && NAMES.has(facts.tag[at] as number)) at++;
  if (!isNamed || !(at > end + 1 ? facts.tag[at] === POSSESSIVE : APPOSED.has(facts.tag[at] as number))) return source;
  let nouns = 0;
  for (; at < end + LONGEST_APPOSITION && facts.sentence[at] === facts.sentence[start]; at++) {
    if (facts.mark[at] || facts.quoted[at] || isFinite(facts, at) || RELATIVE.has(facts.tag[at] as number)) break;
    if (NOUNS.has(facts.tag[at] as number)) nouns++;
  }
  if (nouns === 0) return source;
  if (isBefore) return facts.mark[at] === MARK.comma && isVerb(at + 1) ? { start, end: at + 1 } : source;
  const isLast =
    facts.mark[at] === MARK.stop || facts.mark[at] === MARK.comma || facts.sentence[at] !== facts.sentence[start];
  return isLast ? { start, end: at } : source;
}

/** Most tokens of an apposition. */
const LONGEST_APPOSITION = 25;

/** "it further" is "it". */
function aloneIfPronoun(facts: Facts, source: Range): Range {
  const { start, end } = source;
  return end - start === 2 && facts.tag[start] === PRONOUN && ADVERBIAL.has(facts.tag[start + 1] as number)
    ? { start, end: start + 1 }
    : source;
}

/** The source without the adverb that belongs to its verb: "the ministry further". */
function withoutAdverb(facts: Facts, source: Range): Range {
  let { end } = source;
  while (end - source.start > 1 && ADVERBS.has(facts.tag[end - 1] as number) && facts.shape[end - 1] === 0) end--;
  return end === source.end ? source : { start: source.start, end };
}

/** "..., further stating": nobody is named. */
export function isAdverb(facts: Facts, { start, end }: Range): boolean {
  for (let i = start; i < end; i++) if (!ADVERBS.has(facts.tag[i] as number) || facts.shape[i] !== 0) return false;
  return true;
}

function isSameSentence(facts: Facts, a: number, b: number): boolean {
  return facts.sentence[a] === facts.sentence[b];
}

function isYear(word: string): boolean {
  return /^(?:1[89]|20)\d\d$/.test(word);
}

/** Most tokens of a time before its last. */
const LONGEST_TIME = 3;

const CC = tagIndex("CC");
const PRONOUN = tagIndex("PRP");
const NOUN = tagIndex("NN");
const NAMES: ReadonlySet<number> = new Set(["NNP", "NNPS"].map(tagIndex));
const NAME = tagIndex("NNP");
const GERUND = tagIndex("VBG");
const PARTICIPLE = tagIndex("VBN");
const PREPOSITION = tagIndex("IN");
const DETERMINER = tagIndex("DT");
const PHRASE: ReadonlySet<number> = new Set(["DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$"].map(tagIndex));
const NOMINAL: ReadonlySet<number> = new Set(
  ["DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "PRP$", "CD", "VBN", "VBG"].map(tagIndex),
);
const QUANTIFIERS: ReadonlySet<number> = new Set(["DT", "PDT", "CD", "JJ", "JJS", "VBN"].map(tagIndex));
const COUNTS: ReadonlySet<number> = new Set(["CD", "DT", "JJS", "JJ"].map(tagIndex));
const TIME_PARTS: ReadonlySet<number> = new Set(["JJ", "CD", "NN", "NNP", ","].map(tagIndex));
const ADVERBIAL: ReadonlySet<number> = new Set(["RB", "RBR", "JJ", "JJR"].map(tagIndex));
const ADVERBS: ReadonlySet<number> = new Set(["RB", "RBR"].map(tagIndex));
const POSSESSIVE = tagIndex("POS");
/** What an apposition begins with: "the minister", "his deputy". */
const APPOSED: ReadonlySet<number> = new Set(["DT", "PRP$"].map(tagIndex));
const RELATIVE: ReadonlySet<number> = new Set(["WP", "WDT", "WRB", "WP$"].map(tagIndex));
const NOUNS: ReadonlySet<number> = new Set(["NN", "NNS", "NNP", "NNPS"].map(tagIndex));
