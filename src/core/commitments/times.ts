import type { Article } from "../article.ts";
import { findTimes } from "../time/find.ts";
import type { TimeExpression } from "../time/time.ts";
import type { CommitmentData } from "./commitment-data.ts";
import type { TokenRange, Words } from "./words.ts";
import { firstStartingAt, isNoun } from "./words.ts";

/** A time as a token range; `past` when it lies in a year before the article's. */
export interface TimeRange extends TokenRange {
  readonly past: boolean;
  /** By what happens then: "before the election". */
  readonly event: boolean;
}

/**
 * When acts are to happen, in order: time expressions with their preposition ("by 2027", "on day one"), and events with a known date
 * ("before the election", "during the first debate"). Plain durations ("six weeks of leave") are amounts, and what is past is left out.
 */
export function timesIn(article: Article, words: Words, data: CommitmentData): readonly TimeRange[] {
  const year = Number(article.published?.slice(0, 4) ?? 0);
  const expressions = findTimes(words.analysis, article.published).flatMap((time) => rangeOf(words, time, year));
  const found: TimeRange[] = [];
  let next = 0;
  for (let i = 0; i < words.count; i++) {
    while (next < expressions.length && (expressions[next]?.start ?? 0) < i) next += 1;
    // "by March of next year" is one time
    const before = found.at(-1);
    if (words.lower[i] === "of" && before?.end === i && expressions[next]?.start === i + 1) {
      found[found.length - 1] = { ...before, end: expressions[next]?.end ?? i };
      i = (expressions[next]?.end ?? i + 1) - 1;
      continue;
    }
    const expression = expressions[next];
    const event = eventEnd(words, data, i);
    const word = phraseEnd(words, data, i);
    const end = Math.max(expression?.start === i ? expression.end : i, event, word);
    if (end <= i) continue;
    const last = found.at(-1);
    // "later Friday", "on Tuesday at 9 p.m." are one time each only where nothing stands between; an event takes its date with it
    const dated = last !== undefined && last.event && words.lower[i] === "in";
    if (last !== undefined && last.end === i && expression?.start === i && (words.tag[i] !== "IN" || dated))
      found[found.length - 1] = { ...last, end };
    else
      found.push({
        start: modifiersBefore(words, i),
        end,
        past: expression?.start === i && expression.past,
        event: event === end,
      });
    i = end - 1;
  }
  return found;
}

function rangeOf(words: Words, time: TimeExpression, year: number): readonly TimeRange[] {
  if (time.relation === "since" || time.relation === "ago" || time.value === "PAST_REF" || time.value === "PRESENT_REF")
    return [];
  // "its figures for 2014"
  if (time.relation === "for" && time.type !== "duration") return [];
  const before = words.lower[time.firstToken - 1] ?? "";
  const bare = time.phraseStart === time.start;
  // "without thinking about tomorrow"
  if (!bare && words.lower[firstStartingAt(words, time.phraseStart)] === "about") return [];
  // "a 1981 claim", "the problems of today", "the 2027 budget": part of a name or a noun phrase
  if (bare && before === "of" && isNoun(words, time.firstToken - 2) && words.tag[time.firstToken - 2] !== "NNP")
    return [];
  if (bare && /^(about|for)$/.test(before)) return [];
  // "the six weeks of leave" is an amount of leave
  if (time.type === "duration" && words.lower[time.endToken] === "of") return [];
  if (
    /^\d{4}$/.test(words.lower[time.firstToken] ?? "") &&
    time.endToken === time.firstToken + 1 &&
    (isNoun(words, time.endToken) || words.tag[time.endToken] === "NNP" || bare)
  )
    return [];
  // "two years ahead of schedule"
  if (time.type === "duration" && /^(ahead of|behind) schedule$/.test(after(words, time.endToken)))
    return [
      {
        start: time.firstToken,
        end: time.endToken + (words.lower[time.endToken] === "ahead" ? 3 : 2),
        past: false,
        event: false,
      },
    ];
  // "the future developments"
  if (bare && words.lower[time.endToken - 1] === "future" && /^(JJ|NN)/.test(words.tag[time.endToken] ?? "")) return [];
  if ((time.type === "duration" && bare) || isPastOne(words, time)) return [];
  if (time.type === "set" && bare && before !== "once") return [];
  const past = /^\d{4}/.test(time.edtf ?? "") && Number(time.edtf?.slice(0, 4)) < year;
  const start = bare ? time.firstToken : firstStartingAt(words, time.phraseStart);
  return start < time.endToken ? [{ start, end: time.endToken, past, event: false }] : [];
}

/** "Last week", "in the last two days" */
function isPastOne(words: Words, time: TimeExpression): boolean {
  const first = words.lower[time.firstToken] ?? "";
  return (
    /^(last|past)$/.test(first === "the" ? (words.lower[time.firstToken + 1] ?? "") : first) ||
    /^(last|past)$/.test(words.lower[time.firstToken - 1] ?? "")
  );
}

function after(words: Words, token: number): string {
  const three = words.lower.slice(token, token + 3).join(" ");
  return three.startsWith("behind ") ? three.split(" ").slice(0, 2).join(" ") : three;
}

/** "before the election", "during the first presidential debate", "after the convention" */
function eventEnd(words: Words, data: CommitmentData, i: number): number {
  if (!/^(on|in|within|before|after|during|until|by|following|through|throughout)$/.test(words.lower[i] ?? ""))
    return i;
  const day = words.lower[i] === "on";
  if (words.lower[i] === "in" || words.lower[i] === "within") return firstDaysEnd(words, i);
  for (let j = i + 1; j < i + 6; j++) {
    const lower = words.lower[j] ?? "";
    if (day && /^(day|night|eve|morning|weekend|anniversary)$/.test(lower) && j > i + 1) return j + 1;
    if (!day && data.scheduled.has(lower) && isNoun(words, j) && !isNoun(words, j + 1)) {
      // "by Ruiz's campaign" names a doer
      if (words.lower[i] === "by" && !data.dated.has(lower)) return i;
      return eventOf(words, j + 1);
    }
    if (!isNoun(words, j) && !/^(DT|JJ|PRP\$|CD|NNP|POS)$/.test(words.tag[j] ?? "")) return i;
  }
  return i;
}

/** "the anniversary of the great flood" */
function eventOf(words: Words, end: number): number {
  if (words.lower[end] !== "of") return end;
  let to = end + 1;
  while (to < end + 6 && (isNoun(words, to) || /^(DT|JJ|PRP\$|CD)$/.test(words.tag[to] ?? ""))) to += 1;
  return to > end + 1 && isNoun(words, to - 1) ? to : end;
}

/** "soon", "immediately", "as soon as possible", "at any time": when, without a date. */
function phraseEnd(words: Words, data: CommitmentData, i: number): number {
  for (const phrase of data.timePhrases.get(words.lower[i] ?? "") ?? [])
    if (phrase.every((word, k) => words.lower[i + k] === word)) return i + phrase.length;
  return i;
}

/** "within her first 100 days (in office, as president)" */
function firstDaysEnd(words: Words, i: number): number {
  let j = i + 1;
  while (j < i + 4 && /^(DT|PRP\$|JJ)$/.test(words.tag[j] ?? "") && words.lower[j] !== "first") j += 1;
  if (
    words.lower[j] !== "first" ||
    words.tag[j + 1] !== "CD" ||
    !/^(days|weeks|months|years)$/.test(words.lower[j + 2] ?? "")
  )
    return i;
  return /^(as|in)$/.test(words.lower[j + 3] ?? "") &&
    /^(president|office|premier|mayor|governor)$/.test(words.lower[j + 4] ?? "")
    ? j + 5
    : j + 3;
}

/** "right before the convention", "at least until 2028", "starting in May" */
function modifiersBefore(words: Words, i: number): number {
  const one = words.lower[i - 1] ?? "";
  if (one === "least" && words.lower[i - 2] === "at") return i - 2;
  return words.tag[i] === "IN" && /^(right|shortly|immediately|just|even|starting|beginning|soon)$/.test(one)
    ? i - 1
    : i;
}
