import type { StoredEntry } from "../ledger.ts";
import { parseSearch, type SearchTerm, type Stems } from "../search/search-expression.ts";
import { isFunctionWord, possibleStems, stemsOf, wordsOf } from "../search/words.ts";

/** What a timeline is asked to be about, as typed. */
export interface Subject {
  readonly words: readonly SubjectWord[];
  /** Those "in quotation marks": each must stand so in what was said. */
  readonly phrases: readonly (readonly Stems[])[];
  /** How many of `words` must be found; see `leastOf`. */
  readonly least: number;
}

export interface SubjectWord {
  readonly word: string;
  readonly stems: Stems;
}

/** Null where nothing is typed that could be looked for. */
export function subjectOf(typed: string): Subject | null {
  const terms = parseSearch(typed)?.terms ?? [];
  const phrases = terms.flatMap((term: SearchTerm) => (term.kind === "phrase" ? [term.words] : []));
  const outside = typed.split(/["“”„«»]/u).filter((_, at, parts) => at % 2 === 0 || at === parts.length - 1);
  const all = [...new Set(wordsOf(outside.join(" ")))];
  const subjects = all.filter((word) => !isFunctionWord(word));
  const sought = subjects.length + phrases.length > 0 ? subjects : all;
  const words = sought.slice(0, MOST_WORDS).map((word) => ({ word, stems: possibleStems(word) }));
  return words.length + phrases.length === 0 ? null : { words, phrases, least: leastOf(words.length) };
}

/** More words than anybody types. */
const MOST_WORDS = 24;

/**
 * Of one or two words all, of more two thirds: people do not use one word for one thing, and "training troops in Ukraine" must
 * find "training soldiers within Ukraine". "Security guarantees" must not find energy security.
 */
function leastOf(words: number): number {
  return words <= 2 ? words : Math.ceil((words * 2) / 3);
}

/**
 * Says whether a statement is about a subject: enough of the words are in what was said, near each other, or some there and the others in the
 * title, the occasion or a condition. `besides` has words that the speaker says elsewhere in the article; of a subject of many words
 * each of them counts half.
 */
export function isAbout(entry: StoredEntry, subject: Subject, besides: ReadonlySet<SubjectWord>): boolean {
  const said = wordsIn(entry.content.map((span) => span.text).join(" "), entry.language);
  if (!subject.phrases.every((phrase) => hasPhrase(said, phrase))) return false;
  const { words, least } = subject;
  if (words.length === 0) return true;
  const around = wordsIn(
    [
      entry.articleTitle,
      entry.occasion?.text,
      ...entry.commitments.flatMap(({ conditions }) => conditions.map((condition) => condition.text)),
    ].join(" "),
    entry.language,
  );
  const places = words.map((sought) => said.flatMap((one, at) => (isForm(one, sought) ? [at] : [])));
  const found = places.filter((list) => list.length > 0);
  if (found.length === 0) return false;
  const others = words.filter((_, at) => places[at]?.length === 0);
  if (words.length > 2) {
    let points = found.length;
    for (const other of others) if (besides.has(other) || around.some((one) => isForm(one, other))) points += NEARBY;
    return points >= least;
  }
  if (others.length > 0) return others.every((other) => around.some((one) => isForm(one, other)));
  const [first = [], second] = places;
  return second === undefined || first.some((a) => second.some((b) => Math.abs(a - b) <= NEAR));
}

/** A word of a subject of many words that stands around the statement counts half. */
export const NEARBY = 0.5;

/** "guarantees of the country's lasting security", "security, for which there must be firm guarantees": chosen by reading. */
const NEAR = 10;

/** Whether what was said has a word of the subject. */
export function says(entry: StoredEntry, sought: SubjectWord): boolean {
  return wordsIn(entry.content.map((span) => span.text).join(" "), entry.language).some((one) => isForm(one, sought));
}

interface Word {
  readonly word: string;
  readonly stem: string;
}

function wordsIn(text: string, language: string | null): readonly Word[] {
  const words = wordsOf(text);
  const stems = stemsOf(text, language);
  return words.map((word, at) => ({ word, stem: stems[at] ?? word }));
}

function hasPhrase(said: readonly Word[], phrase: readonly Stems[]): boolean {
  return said.some((_, at) => phrase.every((stems, step) => stems.includes(said[at + step]?.stem ?? "")));
}

/** A form of the same word. The stems go further than that: of "secure" and "security" they make one. */
function isForm({ word, stem }: Word, sought: SubjectWord): boolean {
  return sought.stems.includes(stem) && endingOf(word) === endingOf(sought.word);
}

function endingOf(word: string): string {
  return /(?:ity|ly)$/u.exec(word.replace(/ies$/u, "y"))?.[0] ?? "";
}
