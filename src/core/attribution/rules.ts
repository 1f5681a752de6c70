import type { Range } from "../span.ts";
import type { Analysis, Quotation } from "../text/analysis.ts";
import { wordOf } from "../text/words.ts";
import type { Act, Attribution } from "./attribution.ts";
import { kindOf } from "./kind.ts";

/** What the rules must know of a language. */
export interface RuleData {
  /** Base form of a lower-case word. */
  readonly lemmaOf: (lower: string) => string;
  /** Base forms of verbs that nearly always present words as somebody's. */
  readonly sayingVerbs: ReadonlySet<string>;
  readonly acts: ReadonlyMap<string, Act>;
}

/**
 * Attributions by surface rules alone, for a language without a trained model: quotation marks with the nearest saying
 * verb and the nearest name, "X said that ...", "according to X".
 */
export function attributeByRules(analysis: Analysis, data: RuleData): readonly Attribution[] {
  const word = wordReader(analysis);
  return foundByRules(analysis, data).map((one): Attribution => ({
    kind: kindOf(analysis, one.content),
    act: data.acts.get(data.lemmaOf(word(one.cue.start))) ?? "said",
    source: one.source ? [charactersOf(analysis, one.source)] : [],
    cue: [charactersOf(analysis, one.cue)],
    content: one.content.map((run) => charactersOf(analysis, run)),
    free: false,
    within: null,
    confidence: one.confidence,
  }));
}

/** What the rules find in the sentences asked for, at most one a sentence. */
export function foundByRules(
  analysis: Analysis,
  data: RuleData,
  isAsked: (sentence: number) => boolean = () => true,
): FoundByRule[] {
  const word = wordReader(analysis);
  const { sentences } = analysis;
  const found: FoundByRule[] = [];
  // these lie one after another, so that one pass goes along with the sentences
  const quotations = analysis.quotations.filter(({ depth, isSpeech }) => depth === 0 && isSpeech);
  let from = 0;
  for (let s = 0; s < sentences.count; s++) {
    if (!isAsked(s)) continue;
    const start = sentences.start[s] ?? 0;
    const end = sentences.end[s] ?? 0;
    while (from < quotations.length && (quotations[from]?.end ?? 0) <= start) from++;
    let to = from;
    while (to < quotations.length && (quotations[to]?.start ?? 0) < end) to++;
    const sentence: Sentence = {
      start,
      end,
      quotations: quotations.slice(from, to),
      analysis,
      word,
      data,
    };
    const one = quotationIn(sentence) ?? accordingTo(sentence) ?? reported(sentence);
    if (one) found.push(one);
  }
  return found;
}

/** Token ranges. */
export interface FoundByRule {
  readonly source: Range | undefined;
  readonly cue: Range;
  readonly content: readonly Range[];
  readonly confidence: number;
  /** The sentence, a comma, the verb, the name: nothing else is written so. */
  readonly isInverted?: boolean;
}

interface Sentence {
  readonly start: number;
  readonly end: number;
  /** The outermost quotations that reach into it, none in single marks. */
  readonly quotations: readonly Quotation[];
  readonly analysis: Analysis;
  readonly word: (token: number) => string;
  readonly data: RuleData;
}

function quotationIn(sentence: Sentence): FoundByRule | undefined {
  const { quotations, start, end } = sentence;
  const long = quotations.filter((quotation) => quotation.end - quotation.start > 5);
  if (!long.length) return undefined;
  const first = long[0] as Quotation; // not empty, as just asked
  const last = long.at(-1) as Quotation;
  const cue =
    sayingVerbIn(sentence, last.end, Math.min(end, last.end + 15)) ??
    sayingVerbIn(sentence, start, first.start) ??
    sayingVerbIn(sentence, first.end, last.start);
  if (cue === undefined) return undefined;
  const source =
    cue < first.start ? nameBefore(sentence, cue) : (nameAfter(sentence, cue) ?? nameBefore(sentence, cue));
  if (!source) return undefined;
  const content = long.map((quotation) => ({ start: quotation.start, end: Math.min(quotation.end, end) }));
  return { source, cue: { start: cue, end: cue + 1 }, content, confidence: 0.7 };
}

function accordingTo(sentence: Sentence): FoundByRule | undefined {
  const { word, start, end } = sentence;
  for (let i = start; i + 2 < end; i++) {
    if (word(i) !== "according" || word(i + 1) !== "to") continue;
    let stop = i + 2;
    while (stop < end && !/^[,.;]$/.test(word(stop))) stop++;
    const content =
      i === start
        ? { start: Math.min(stop + 1, end), end: trimmedEnd(sentence, end) }
        : { start, end: trimmedEnd(sentence, i) };
    if (content.end - content.start < 3 || stop === i + 2) return undefined;
    return { source: { start: i + 2, end: stop }, cue: { start: i, end: i + 2 }, content: [content], confidence: 0.6 };
  }
  return undefined;
}

function reported(sentence: Sentence): FoundByRule | undefined {
  const { word, start, end } = sentence;
  const cue = sayingVerbIn(sentence, start, end);
  if (cue === undefined) return undefined;
  const rest = { start: cue + 1, end: trimmedEnd(sentence, end) };
  const before = word(cue - 1) === "," ? undefined : nameBefore(sentence, cue);
  if (before && rest.end - rest.start >= 4)
    return {
      source: before,
      cue: { start: cue, end: cue + 1 },
      content: [rest],
      confidence: word(cue + 1) === "that" ? 0.7 : 0.5,
    };
  // ..., said Ana Ruiz.  |  ..., Ana Ruiz said.
  const after = word(cue - 1) === "," ? nameAfter(sentence, cue) : undefined;
  const source = after ?? before ?? nameAfter(sentence, cue);
  const contentEnd = trimmedEnd(sentence, Math.min(cue, source?.start ?? cue));
  if (!source || contentEnd - start < 4) return undefined;
  return {
    source,
    cue: { start: cue, end: cue + 1 },
    content: [{ start, end: contentEnd }],
    confidence: 0.6,
    isInverted: after !== undefined,
  };
}

function sayingVerbIn(sentence: Sentence, start: number, end: number): number | undefined {
  const { word, data, analysis } = sentence;
  for (let i = start; i < end; i++) {
    if ((analysis.tokens.quotation[i] ?? -1) >= 0) continue;
    if (data.sayingVerbs.has(data.lemmaOf(word(i))) && word(i - 1) !== "to" && word(i - 1) !== "the") return i;
  }
  return undefined;
}

function nameBefore(sentence: Sentence, cue: number): Range | undefined {
  const { start } = sentence;
  let end = cue;
  while (end > start && cue - end < 2 && !isNameLike(sentence, end - 1)) end--;
  let from = end;
  while (from > start && isNameLike(sentence, from - 1)) from--;
  if (from === end) return undefined;
  if (sentence.word(from - 1) === "the" || sentence.word(from - 1) === "a") from--;
  return { start: Math.max(from, start), end };
}

// said the High Representative for Roads and Ports Kaisa Lund during a visit
//      ^ small words belong to the title while capitals go on      ^ until they stop
function nameAfter(sentence: Sentence, cue: number): Range | undefined {
  let end = cue + 1;
  if (TITLE_LINKS.has(sentence.word(end))) end++;
  const from = end;
  while (end < sentence.end) {
    if (isNameLike(sentence, end)) end++;
    else if (
      end > from &&
      TITLE_LINKS.has(sentence.word(end)) &&
      end + 1 < sentence.end &&
      isNameLike(sentence, end + 1)
    )
      end += 2;
    else break;
  }
  return end > from ? { start: cue + 1, end } : undefined;
}

const TITLE_LINKS: ReadonlySet<string> = new Set(["the", "for", "of", "and"]);

const PRONOUNS: ReadonlySet<string> = new Set(["he", "she", "they", "i", "we"]);

function isNameLike(sentence: Sentence, token: number): boolean {
  const word = sentence.word(token);
  if (PRONOUNS.has(word)) return true;
  const { text, tokens } = sentence.analysis;
  return /^\p{Lu}/u.test(text.slice(tokens.start[token], tokens.end[token]));
}

function trimmedEnd(sentence: Sentence, end: number): number {
  let stop = end;
  while (stop > sentence.start && /^[.,;:]$/.test(sentence.word(stop - 1))) stop--;
  return stop;
}

function charactersOf(analysis: Analysis, run: Range): Range {
  return { start: analysis.tokens.start[run.start] ?? 0, end: analysis.tokens.end[run.end - 1] ?? 0 };
}

function wordReader(analysis: Analysis): (token: number) => string {
  return (token) => wordOf(analysis, token).toLowerCase();
}
