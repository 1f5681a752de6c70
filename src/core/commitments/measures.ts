import type { TokenRange } from "./acts.ts";
import type { CommitmentData } from "./commitment-data.ts";
import type { Words } from "./words.ts";
import { isNoun } from "./words.ts";

/**
 * Amounts from `from` to `to`: "10,000 refugees", "$500 billion", "28 percent", "hundreds of thousands of troops", "triple the size".
 * `isTime` says which tokens belong to a time expression: "in 2027" and "next week" are no amounts, but "six weeks of leave" is one.
 */
export function quantitiesIn(
  words: Words,
  data: CommitmentData,
  from: number,
  to: number,
  isTime: (token: number) => boolean,
): readonly TokenRange[] {
  const found: TokenRange[] = [];
  for (let i = from; i < to; i++) {
    if (isTime(i)) continue;
    const end = amountEnd(words, data, i, to);
    if (end <= i) continue;
    found.push({ start: i, end });
    i = end - 1;
  }
  return found;
}

function amountEnd(words: Words, data: CommitmentData, i: number, to: number): number {
  const tag = words.tag[i] ?? "";
  const lower = words.lower[i] ?? "";
  if (data.multiples.has(lower) && i + 1 < to && /^(DT|PRP\$|NN|NNS|CD)$/.test(words.tag[i + 1] ?? ""))
    return nounEnd(words, i + 1, to);
  if (/^(dozens|hundreds|thousands|millions|billions|scores)$/.test(lower)) return nounEnd(words, i + 1, to);
  const money = tag === "$" || lower === "$" || lower === "€" || lower === "£";
  if (!money && tag !== "CD") return i;
  if (!money && isYear(lower) && !isNoun(words, i + 1)) return i;
  if (
    !money &&
    (lower === "one" || /^[’']?\d0s$/.test(lower)) &&
    !/^(million|billion|trillion|percent|of)$/.test(words.lower[i + 1] ?? "")
  )
    return i;
  // part of a name or a date: "Article 5", "Sept. 11"
  if (!money && (words.tag[i - 1] ?? "").startsWith("NNP") && !isNoun(words, i + 1)) return i;
  let j = i + 1;
  while (
    j < to &&
    (words.tag[j] === "CD" || /^(million|billion|trillion|thousand|to|or)$/.test(words.lower[j] ?? ""))
  ) {
    if (/^(to|or)$/.test(words.lower[j] ?? "") && words.tag[j + 1] !== "CD") break;
    j += 1;
  }
  if (/^(percent|percentage|%|per)$/.test(words.lower[j] ?? "")) {
    if (words.lower[j] === "per") return words.lower[j + 1] === "cent" ? Math.min(j + 2, to) : j;
    return Math.min(words.lower[j + 1] === "points" ? j + 2 : j + 1, to);
  }
  return money ? j : nounEnd(words, j, to);
}

/** "(of) more Syrian refugees": adjectives and nouns up to the head. */
function nounEnd(words: Words, from: number, to: number): number {
  let j = from;
  while (j < to && j < from + 6) {
    const tag = words.tag[j] ?? "";
    const lower = words.lower[j] ?? "";
    const goesOn =
      tag.startsWith("NN") ||
      tag.startsWith("JJ") ||
      tag === "CD" ||
      ((lower === "of" || tag === "DT" || tag === "PRP$") && j === from) ||
      (lower === "of" && /^(thousands|millions|hundreds|dozens|scores|billions)$/.test(words.lower[j - 1] ?? ""));
    if (!goesOn) break;
    j += 1;
  }
  while (j > from && /^(of|the|a|an)$/.test(words.lower[j - 1] ?? "")) j -= 1;
  return j;
}

function isYear(lower: string): boolean {
  return /^(1[89]|20)\d\d$/.test(lower);
}
