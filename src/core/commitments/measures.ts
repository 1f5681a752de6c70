import type { CommitmentData } from "./commitment-data.ts";
import type { TokenRange, Words } from "./words.ts";
import { isNoun } from "./words.ts";

/**
 * Amounts from `from` to `to`: "up to 10,000 refugees", "$500 billion", "28 percent", "hundreds of thousands of troops", "triple the
 * size". `isTime` says which tokens belong to a time expression: "in 2027" and "next week" are no amounts, but "six weeks of leave" is.
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
    const end = amountEnd(words, data, i, from, to);
    if (end <= i) continue;
    found.push({ start: approximation(words, i, found.at(-1)?.end ?? from), end });
    i = end - 1;
  }
  return found;
}

/** Where the amount that begins at `i` ends; `i` where none begins. */
function amountEnd(words: Words, data: CommitmentData, i: number, from: number, to: number): number {
  const tag = words.tag[i] ?? "";
  const lower = words.lower[i] ?? "";
  if (data.multiples.has(lower) && i + 1 < to && /^(DT|PRP\$|NN|NNS|CD)$/.test(words.tag[i + 1] ?? ""))
    return nounEnd(words, i + 1, to);
  if (/^(dozens|hundreds|thousands|millions|billions|trillions)$/.test(lower)) return nounEnd(words, i + 1, to);
  if (lower === "scores" && words.lower[i + 1] === "of") return nounEnd(words, i + 1, to);
  if (/^(?:multi)?(?:[mb]|tr)illion-\p{L}+$/u.test(lower)) return i + 1;
  const money = tag === "$" || /^(us)?[$€£]$/.test(lower);
  if (!money && tag !== "CD") return i;
  if (!money && !isAmount(words, i, from)) return i;
  let j = i + 1;
  while (j < to && (words.tag[j] === "CD" || isMagnitude(words, j) || joinsNumbers(words, j))) j += 1;
  const unit = words.lower[j] ?? "";
  if (unit === "percent" || unit === "percentage" || unit === "%")
    return rateEnd(words, Math.min(words.lower[j + 1] === "points" ? j + 2 : j + 1, to), to);
  if (unit === "per" && words.lower[j + 1] === "cent") return Math.min(j + 2, to);
  if (money) return rateEnd(words, j, to);
  const end = nounEnd(words, j, to);
  // "a total of 10", "raise it to 72"
  if (end === i + 1 && /^\d/.test(lower) && /^(of|to|by)$/.test(words.lower[i - 1] ?? "") && !isWordLike(words, end))
    return end;
  // a bare number counts nothing, and "11 years ago", "3 miles away" tell when and where
  return end === i + 1 || /^(ago|away|old|earlier|later)$/.test(words.lower[end] ?? "") ? i : end;
}

/** Not a year, a date, a part of a name, or "one of them"; and a small number in words only right behind the verb ("two plants"). */
function isAmount(words: Words, i: number, from: number): boolean {
  const lower = words.lower[i] ?? "";
  const next = words.lower[i + 1] ?? "";
  if (/^(1[89]|20)\d\d$/.test(lower) || /^\d+[-–/]\d+/.test(lower) || /^['’]?\d0s$/.test(lower)) return false;
  if (/^(million|billion|trillion|percent|%|hundred|thousand)$/.test(next)) return true;
  if ((words.tag[i - 1] ?? "").startsWith("NNP") && !isNoun(words, i + 1)) return false;
  if (lower === "one") return false;
  // "the week of 21 October"
  if (MONTH.test(next) && /^\d{1,2}$/.test(lower)) return false;
  // "in the past nine elections" tells when
  if (/^(past|last|next|previous|coming)$/.test(words.lower[i - 1] ?? "")) return false;
  if (/\d/.test(lower) || i - from <= 3) return true;
  // "eligible for the six weeks of leave"
  if (/^(minutes|hours|days|weeks|months|years)$/.test(next) && words.lower[i + 2] === "of") return true;
  // "and two ships", not "between the two men"
  return !/^(DT|PRP\$|IN)$/.test(words.tag[i - 1] ?? "") && words.tag[i + 1] === "NNS";
}

const MONTH = /^(january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** A word, not a mark or the end. */
function isWordLike(words: Words, i: number): boolean {
  return /^[\p{L}\p{N}]/u.test(words.lower[i] ?? "");
}

function isMagnitude(words: Words, j: number): boolean {
  return /^(hundred|thousand|million|billion|trillion)$/.test(words.lower[j] ?? "");
}

/** "one to two years" */
function joinsNumbers(words: Words, j: number): boolean {
  return /^(to|or|and)$/.test(words.lower[j] ?? "") && words.tag[j + 1] === "CD" && words.tag[j - 1] === "CD";
}

/** "$2 billion a year", "$2 million per week" */
function rateEnd(words: Words, j: number, to: number): number {
  const rate = /^(a|an|per|each|every)$/.test(words.lower[j] ?? "");
  return rate && j + 1 < to && /^(year|month|week|day|hour|person|head|capita)$/.test(words.lower[j + 1] ?? "")
    ? j + 2
    : j;
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

/** "up to", "more than", "nearly", "another" before an amount belong to it. */
function approximation(words: Words, i: number, first: number): number {
  const one = words.lower[i - 1] ?? "";
  const two = `${words.lower[i - 2] ?? ""} ${one}`;
  if (
    i - 2 >= first &&
    /^(up to|more than|less than|fewer than|at least|at most|upward of|upwards of|as many|well over|total of)$/.test(
      two,
    )
  )
    return words.lower[i - 3] === "a" && i - 3 >= first ? i - 3 : i - 2;
  return i - 1 >= first &&
    /^(about|around|nearly|almost|over|under|some|roughly|approximately|another|all|additional)$/.test(one)
    ? i - 1
    : i;
}
