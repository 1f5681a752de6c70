import { englishConditions } from "../languages/en/conditions.ts";
import type { ConditionWords } from "./condition-words.ts";

/**
 * The event that a condition's words name, so that many commitments can share one condition:
 *
 *     only take place after the war ends  ->  war end
 *     once the end of the war is declared ->  war end declar
 *     after a ceasefire / the ceasefire   ->  ceasefire
 *
 * Lower case, accents folded, marker, articles and auxiliaries off, inflection cut, "A of B" read as "B A". Synonyms are not merged:
 * whether a truce is a ceasefire is for a person to say (see `relatedConditions`). Falls back to the plain words, and is "" only for a
 * text without words.
 */
export function conditionKey(text: string, words: ConditionWords = englishConditions): string {
  const all = wordsOf(text);
  const kept = reorderOf(afterMarker(all, words), words).filter((word) => !words.empty.has(word));
  return (kept.length > 0 ? kept : all).map((word) => stem(word, words)).join(" ");
}

/**
 * True for two conditions that name events close to each other but not the same ("any truce", "the war ends"): they share a family of
 * events, or at least half of their words. Takes the words of the conditions or their keys; equal keys are the same condition, not related.
 */
export function relatedConditions(a: string, b: string, words: ConditionWords = englishConditions): boolean {
  const keyA = conditionKey(a, words);
  const keyB = conditionKey(b, words);
  if (keyA === keyB || keyA === "" || keyB === "") return false;
  const wordsA = new Set(keyA.split(" "));
  const wordsB = new Set(keyB.split(" "));
  for (const family of words.families) {
    const events = family.map((event) => event.split(" ").map((word) => stem(word, words)));
    if (events.some((event) => holds(wordsA, event)) && events.some((event) => holds(wordsB, event))) return true;
  }
  let shared = 0;
  for (const word of wordsA) if (wordsB.has(word)) shared += 1;
  return shared >= 1 && shared * 2 >= Math.max(wordsA.size, wordsB.size);
}

function holds(words: ReadonlySet<string>, event: readonly string[]): boolean {
  return event.every((word) => words.has(word));
}

/** Words in lower case, accents folded, possessive off. */
function wordsOf(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’]+/u)
    .map((word) => word.replace(/^['’]+|['’](s|d|ll|re|ve)?$|^['’]|['’]s$/gu, ""))
    .filter((word) => word !== "");
}

/**
 * Drops everything up to the first marker when it stands near the beginning ("will only take place after ..."), and every further
 * marker word right behind it ("only if and when").
 */
function afterMarker(all: readonly string[], words: ConditionWords): readonly string[] {
  let from = 0;
  for (let i = 0; i < Math.min(all.length, 8); i++) {
    if (words.markers.has(all[i] ?? "")) {
      from = i + 1;
      break;
    }
  }
  while (from < all.length && (words.markers.has(all[from] ?? "") || words.empty.has(all[from] ?? ""))) from += 1;
  return from < all.length ? all.slice(from) : all;
}

/** "end of the war" -> "war end": what follows "of" is what the event happens to. */
function reorderOf(all: readonly string[], words: ConditionWords): readonly string[] {
  const at = all.indexOf(words.of);
  if (at <= 0 || at >= all.length - 1) return all;
  const bare = all.slice(at + 1).filter((word) => !words.empty.has(word));
  const owner = bare[0];
  const event = all[at - 1];
  if (owner === undefined || event === undefined) return all;
  return [...all.slice(0, at - 1), owner, event, ...bare.slice(1)];
}

/** Cuts English-like inflection down to one form for "end", "ends", "ended", "ending"; irregular forms come from the word lists. */
function stem(word: string, words: ConditionWords): string {
  const irregular = words.irregular.get(word);
  if (irregular !== undefined) return irregular;
  for (const [ending, instead] of words.suffixes)
    if (word.endsWith(ending) && word.length - ending.length >= 3)
      return undoubled(word.slice(0, word.length - ending.length) + instead);
  return undoubled(word);
}

/** "stopp" (from "stopped") becomes "stop", and a last "e" goes, so that "take" and "taking" meet. */
function undoubled(word: string): string {
  if (/([bdgmnprt])\1$/.test(word)) return word.slice(0, -1);
  return word.length > 4 ? word.replace(/e$/, "") : word;
}
