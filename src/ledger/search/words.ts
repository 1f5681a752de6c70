import { stemmer as englishStem } from "@orama/stemmers/english";
import { stemmer as russianStem } from "@orama/stemmers/russian";
import { stemmer as ukrainianStem } from "@orama/stemmers/ukrainian";

/**
 * The words of a text as the search index holds them: lower case, accents of Latin letters folded, inflection cut.
 * Neither SQLite nor PostgreSQL knows Ukrainian, so both are given our stems.
 */
export function stemsOf(text: string, language: string | null): readonly string[] {
  return wordsOf(text).map((word) => stemOf(word, language));
}

/** Every stem that a typed word may have in the index: its language is not known, only its script. */
export function possibleStems(word: string): readonly string[] {
  return isCyrillic(word) ? [...new Set([stemOf(word, "uk"), stemOf(word, "ru")])] : [stemOf(word, "en")];
}

/** Words in lower case: letters and digits, `80,000` as one, possessive and apostrophes off. */
export function wordsOf(text: string): readonly string[] {
  const words = text.normalize("NFC").match(WORD) ?? [];
  return words.map((word) => fold(word)).filter((word) => word !== "");
}

/** Folds case and the accents of Latin letters; Cyrillic letters such as ї and й are letters of their own. */
export function fold(word: string): string {
  let lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  lower = lower.replace(/['’ʼ]s$/u, "").replace(/['’ʼ.,]/gu, "");
  if (!isCyrillic(lower)) lower = lower.normalize("NFKD").replace(/\p{M}/gu, "");
  return lower.replace(/[łøđßæœıё]/gu, (letter) => LETTERS[letter] ?? letter);
}

/** True for words that carry no subject: they are in the index, for phrases, but need not be found. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

function stemOf(word: string, language: string | null): string {
  if (word.length > LONGEST_STEMMED) return word.slice(0, LONGEST_STEMMED);
  const stem = isCyrillic(word) ? (language === "ru" ? russianStem : ukrainianStem) : englishStem;
  const key = stem === russianStem ? `ru ${word}` : word;
  const known = stems.get(key);
  if (known !== undefined) return known;
  const found = stem(word) || word;
  // News has some hundred thousand word forms; the bound is only against a text made of noise.
  if (stems.size > 200_000) stems.clear();
  stems.set(key, found);
  return found;
}

function isCyrillic(word: string): boolean {
  return CYRILLIC.test(word);
}

/**
 * Longer than any word that inflects. The stemmers take quadratic time, which a text made of one endless word must not buy, and
 * PostgreSQL refuses words of more than 2,046 bytes.
 */
const LONGEST_STEMMED = 60;

const WORD = /\d+(?:[.,]\d+)+|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;
const PLAIN = /^[a-z0-9]+$/;
const CYRILLIC = /[\u0400-\u04ff]/;

const LETTERS: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ё: "е",
};

/** A memory of stems, which are costly; it changes no result. */
const stems = new Map<string, string>();

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the of in on at to by for from with as and or but if is are was were be been has have had it its this that these those " +
    "і й та в у на до з із від за про що як це не а але для по при " +
    "и в во на с со к по о об от до за из у не а но что как это для при"
  ).split(" "),
);
