import type { Article, Problem } from "../core/article.ts";
import type { Entry } from "../core/entry.ts";
import type { Language } from "../core/languages/language.ts";
import { record } from "../core/record.ts";
import type { Reading } from "../read/reader.ts";
import type { Extraction } from "../publish/extraction.ts";

/**
 * Reads the entries out of one reading. A language that is not supported yet is a problem, not a guess; a fault of
 * the engine is a problem of this one article, and the run goes on.
 */
export function extract(reading: Reading, language: Language): Extraction {
  const { id, article, problems } = reading;
  if (article === null) return { id, article, entries: [], problems };
  const unsupported = languageProblem(article);
  if (unsupported !== null) return { id, article, entries: [], problems: [...problems, unsupported] };
  try {
    return { id, article, entries: record(article, language), problems };
  } catch (fault) {
    // Clipped: the message of a fault can hold whole texts.
    const words = (fault instanceof Error ? fault.message : String(fault)).slice(0, 120);
    const message = `The engine failed on this article (${words}). Please report it with the text.`;
    return { id, article, entries: [], problems: [...problems, { code: "engine", message }] };
  }
}

/** True when nothing could be made of the input: it could not be read, or the engine failed on it. */
export function isFailure(extraction: Pick<Extraction, "article" | "problems">): boolean {
  return extraction.article === null || extraction.problems.some((problem) => problem.code === "engine");
}

/**
 * Entries of at least this confidence, and of their commitments those of at least this confidence. A kept entry never points at one that was left out: `within` moves to the next
 * holder that stays, and the repetition of a statement that is gone stands for itself.
 */
export function entriesFrom(entries: readonly Entry[], minConfidence: number): readonly Entry[] {
  const kept = new Set(entries.filter((entry) => entry.confidence >= minConfidence).map((entry) => entry.id));
  const isWhole = (entry: Entry): boolean => withCommitmentsFrom(entry, minConfidence) === entry;
  if (kept.size === entries.length && entries.every(isWhole)) return entries;
  const holders = new Map(entries.map((entry) => [entry.id, entry.within]));
  const holderOf = (entry: Entry): string | null => {
    let holder = entry.within;
    // A malformed chain of holders could be a circle; it is never longer than the list.
    for (let steps = entries.length; holder !== null && !kept.has(holder) && steps > 0; steps--)
      holder = holders.get(holder) ?? null;
    return holder !== null && kept.has(holder) ? holder : null;
  };
  return entries
    .filter((entry) => kept.has(entry.id))
    .map((entry) => {
      const within = holderOf(entry);
      const repeats = entry.repeats !== null && kept.has(entry.repeats) ? entry.repeats : null;
      return withCommitmentsFrom(
        within === entry.within && repeats === entry.repeats ? entry : { ...entry, within, repeats },
        minConfidence,
      );
    });
}

function withCommitmentsFrom(entry: Entry, minConfidence: number): Entry {
  const commitments = entry.commitments.filter(({ confidence }) => confidence >= minConfidence);
  return commitments.length === entry.commitments.length ? entry : { ...entry, commitments };
}

function languageProblem(article: Article): Problem | null {
  const code = article.language?.toLowerCase().split(/[-_]/u)[0] ?? null;
  if (code === null) {
    return isMostlyLatin(article.text)
      ? null
      : {
          code: "language",
          message: "The language could not be told, and the letters are not English. Give it with --language.",
        };
  }
  if (code === "en" || code === "eng") return null;
  const name = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" }).of(code) ?? code;
  return { code: "language", message: `${name} (${code}) is not supported yet; only English is read.` };
}

/** Judged on the first 20,000 code units: a text does not change its script, and a long one must not cost more. */
function isMostlyLatin(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= letters;
}
