import type { Range } from "../span.ts";
import type { Analysis, Quotation } from "../text/analysis.ts";
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
  const words = wordsOf(analysis);
  const found: Found[] = [];
  const { sentences } = analysis;
  for (let s = 0; s < sentences.count; s++) {
    const start = sentences.start[s] ?? 0;
    const end = sentences.end[s] ?? 0;
    const sentence: Sentence = { start, end, analysis, words, data };
    const found1 = quotationIn(sentence) ?? accordingTo(sentence) ?? reported(sentence);
    if (found1) found.push(found1);
  }
  return found.map((one): Attribution => {
    const content = one.content.map((run) => charactersOf(analysis, run));
    return {
      kind: kindOf(analysis, one.content),
      act: data.acts.get(data.lemmaOf(words[one.cue.start] ?? "")) ?? "said",
      source: one.source ? [charactersOf(analysis, one.source)] : [],
      cue: [charactersOf(analysis, one.cue)],
      content,
      free: false,
      within: null,
      confidence: one.confidence,
    };
  });
}

/** Token ranges. */
interface Found {
  readonly source: Range | undefined;
  readonly cue: Range;
  readonly content: readonly Range[];
  readonly confidence: number;
}

interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly analysis: Analysis;
  readonly words: readonly string[];
  readonly data: RuleData;
}

function quotationIn(sentence: Sentence): Found | undefined {
  const { analysis, start, end } = sentence;
  const quotations = analysis.quotations.filter(
    (quotation) =>
      quotation.depth === 0 && quotation.style !== "single" && quotation.start < end && start < quotation.end,
  );
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

function accordingTo(sentence: Sentence): Found | undefined {
  const { words, start, end } = sentence;
  for (let i = start; i + 2 < end; i++) {
    if (words[i] !== "according" || words[i + 1] !== "to") continue;
    let stop = i + 2;
    while (stop < end && !/^[,.;]$/.test(words[stop] ?? "")) stop++;
    const content =
      i === start
        ? { start: Math.min(stop + 1, end), end: trimmedEnd(sentence, end) }
        : { start, end: trimmedEnd(sentence, i) };
    if (content.end - content.start < 3 || stop === i + 2) return undefined;
    return { source: { start: i + 2, end: stop }, cue: { start: i, end: i + 2 }, content: [content], confidence: 0.6 };
  }
  return undefined;
}

function reported(sentence: Sentence): Found | undefined {
  const { words, start, end } = sentence;
  const cue = sayingVerbIn(sentence, start, end);
  if (cue === undefined) return undefined;
  const rest = { start: cue + 1, end: trimmedEnd(sentence, end) };
  const before = nameBefore(sentence, cue);
  if (before && rest.end - rest.start >= 4)
    return {
      source: before,
      cue: { start: cue, end: cue + 1 },
      content: [rest],
      confidence: words[cue + 1] === "that" ? 0.7 : 0.5,
    };
  // ..., Ana Ruiz said. | ..., said Ana Ruiz.
  const source = before ?? nameAfter(sentence, cue);
  const contentEnd = trimmedEnd(sentence, Math.min(cue, source?.start ?? cue));
  if (!source || contentEnd - start < 4) return undefined;
  return { source, cue: { start: cue, end: cue + 1 }, content: [{ start, end: contentEnd }], confidence: 0.6 };
}

function sayingVerbIn(sentence: Sentence, start: number, end: number): number | undefined {
  const { words, data, analysis } = sentence;
  for (let i = start; i < end; i++) {
    if ((analysis.tokens.quotation[i] ?? -1) >= 0) continue;
    if (data.sayingVerbs.has(data.lemmaOf(words[i] ?? "")) && words[i - 1] !== "to" && words[i - 1] !== "the") return i;
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
  if (sentence.words[from - 1] === "the" || sentence.words[from - 1] === "a") from--;
  return { start: Math.max(from, start), end };
}

function nameAfter(sentence: Sentence, cue: number): Range | undefined {
  let from = cue + 1;
  if (sentence.words[from] === "the") from++;
  let end = from;
  while (end < sentence.end && isNameLike(sentence, end)) end++;
  return end > from ? { start: cue + 1, end } : undefined;
}

const PRONOUNS: ReadonlySet<string> = new Set(["he", "she", "they", "i", "we"]);

function isNameLike(sentence: Sentence, token: number): boolean {
  const word = sentence.words[token] ?? "";
  if (PRONOUNS.has(word)) return true;
  const { text, tokens } = sentence.analysis;
  return /^\p{Lu}/u.test(text.slice(tokens.start[token], tokens.end[token]));
}

function trimmedEnd(sentence: Sentence, end: number): number {
  let stop = end;
  while (stop > sentence.start && /^[.,;:]$/.test(sentence.words[stop - 1] ?? "")) stop--;
  return stop;
}

function charactersOf(analysis: Analysis, run: Range): Range {
  return { start: analysis.tokens.start[run.start] ?? 0, end: analysis.tokens.end[run.end - 1] ?? 0 };
}

function wordsOf(analysis: Analysis): readonly string[] {
  const { text, tokens } = analysis;
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]).toLowerCase());
}
