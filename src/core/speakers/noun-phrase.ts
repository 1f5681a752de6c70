import type { TokenSpan } from "./mention.ts";
import type { SpeakerData } from "./speaker-data.ts";
import { tagOf, type WordView } from "./word-view.ts";

/** From the first word to the head noun: up to a preposition, relative pronoun, comma or verb. */
export function nounPhrase(view: WordView, data: SpeakerData, { start, end }: TokenSpan): TokenSpan {
  let at = start;
  while (at < end) {
    const word = view.lower[at] ?? "";
    // "State and federal officials": two words before one noun
    if (word === "and" && at > start && at + 2 < end && isPair(view, data, at)) {
      at++;
      continue;
    }
    // "the WHO's website": capitals are a name
    if (at > start && view.capitals[at] === 0 && (data.prepositions.has(word) || STOPS.has(word))) break;
    if (at > start && view.capital[at] === 0 && word !== "'s") {
      const tag = tagOf(view, at);
      if (tag.startsWith("VB") && !data.roleModifiers.has(word) && !(tag === "VBG" || tag === "VBN")) break;
      // "the aide handling it", "a person close to the talks"
      const trailing =
        (tag === "JJ" || tag === "RB") && (at + 1 >= end || data.prepositions.has(view.lower[at + 1] ?? ""));
      if ((tag === "VBG" || tag === "VBN" || trailing) && isNounLike(view, data, at - 1)) break;
    }
    at++;
  }
  return { start, end: Math.max(at, start + 1) };
}

function isPair(view: WordView, data: SpeakerData, and: number): boolean {
  const isModifier = (token: number): boolean => data.roleModifiers.has(view.lower[token] ?? "");
  return isModifier(and - 1) && isModifier(and + 1) && view.capital[and + 1] === 0;
}

function isNounLike(view: WordView, data: SpeakerData, at: number): boolean {
  const word = view.lower[at] ?? "";
  return (
    data.roleNouns.has(word) ||
    data.groupNouns.has(word) ||
    data.personNouns.has(word) ||
    tagOf(view, at).startsWith("NN")
  );
}

export const STOPS: ReadonlySet<string> = new Set([
  ",",
  "(",
  ")",
  "–",
  "—",
  "--",
  ";",
  ":",
  "and",
  "or",
  "but",
  '"',
  "“",
  "”",
]);

export function firstContent(view: WordView, data: SpeakerData, phrase: TokenSpan): number {
  let at = phrase.start;
  while (
    at < phrase.end - 1 &&
    (data.determiners.has(view.lower[at] ?? "") ||
      data.possessives.has(view.lower[at] ?? "") ||
      (VAGUE.has(view.lower[at] ?? "") && (view.capital[at] === 0 || at === phrase.start)))
  )
    at++;
  return at;
}

const VAGUE: ReadonlySet<string> = new Set(["new", "recent", "latest", "separate", "different", "earlier", "previous"]);

/** The description that is shown: without relative clause, at most a dozen words. */
export function descriptionEnd(view: WordView, data: SpeakerData, range: TokenSpan, phrase: TokenSpan): number {
  let at = phrase.end;
  // an article alone describes nobody
  if (at === range.start + 1 && at < range.end && data.determiners.has(view.lower[range.start] ?? "")) at++;
  while (at < range.end && at < range.start + 14) {
    const word = view.lower[at] ?? "";
    if (
      word === "," ||
      (word === "who" && view.capitals[at] === 0) ||
      word === "that" ||
      word === "which" ||
      word === "whose" ||
      word === "(" ||
      word === "–" ||
      word === "—"
    )
      break;
    at++;
  }
  return Math.max(at, phrase.end);
}
