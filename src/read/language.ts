import { eld } from "eld/small";

/** Fewer letters than this tell no language: the detector takes "hello" for Italian. */
const FEWEST_LETTERS = 60;
/** As much of a text as the detector needs; more only costs time. */
const MOST_CHARACTERS = 4000;

/** The language a text is written in (ISO 639-1), or null where it is too short or the detector is in doubt. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, MOST_CHARACTERS);
  if (lettersIn(sample) < FEWEST_LETTERS) return null;
  const result = eld.detect(sample);
  return result.isReliable() && result.language !== "" ? result.language : null;
}

function lettersIn(text: string): number {
  let letters = 0;
  for (const _ of text.matchAll(/\p{L}/gu)) letters++;
  return letters;
}
