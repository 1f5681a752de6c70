import { LANGUAGE_LETTERS, LANGUAGE_SCRIPTS, LANGUAGE_WORDS } from "./language-words.ts";

/** Fewer letters than this tell no language. */
const FEWEST_LETTERS = 60;
/** As much of a text as is looked at; more only costs time. */
const MOST_CHARACTERS = 4000;

/**
 * The language a text is written in (ISO 639-1), or null where it is too short or in doubt. By the script, by letters
 * that only one language of the script has, and by frequent short words. A detector with n-grams (eld) knows more
 * languages but takes 150 MB in every thread. On news in English, German, Ukrainian and Russian this one hardly ever names
 * a wrong language; it answers null more often, for lists and very short texts.
 */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, MOST_CHARACTERS);
  const letters = matches(sample, /\p{L}/gu);
  if (letters < FEWEST_LETTERS) return null;
  for (const { script, language } of LANGUAGE_SCRIPTS)
    if (matches(sample, script) > letters / 2) return language ?? byLetters(sample) ?? byWords(sample);
  return byWords(sample);
}

/** Of the alphabets of a script, the one whose own letters stand there, at least twice as many as any other's. */
function byLetters(sample: string): string | null {
  const counts = LANGUAGE_LETTERS.map(({ language, letters, weight = 1 }) => ({
    language,
    count: weight * matches(sample, letters),
  }));
  counts.sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && first.count > 0 && first.count >= 2 * (second?.count ?? 0) ? first.language : null;
}

/**
 * The language of whose frequent words a text has most: at least three and 10 % of its words; running text has 20 to
 * 50 %. Where it is English or English comes next, it must be well ahead: between two others the choice matters less
 * than that it is not taken for English.
 */
function byWords(sample: string): string | null {
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words)
    for (const language of LANGUAGE_WORDS.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < 3 || first[1] < words.length * 0.1) return null;
  const besideEnglish = first[0] === "en" || second?.[0] === "en";
  return besideEnglish && first[1] < 1.5 * (second?.[1] ?? 0) ? null : first[0];
}

function matches(sample: string, pattern: RegExp): number {
  return sample.match(pattern)?.length ?? 0;
}
