import type { Article } from "../article.ts";
import type { Commitment } from "../commitment.ts";
import type { Entry } from "../entry.ts";
import type { Span } from "../span.ts";
import type { Statement } from "../statement.ts";
import type { Analysis } from "../text/analysis.ts";
import { actEnd } from "./act-ends.ts";
import { actStart } from "./act-starts.ts";
import type { Act } from "./act.ts";
import { findActs } from "./acts.ts";
import type { CommitmentData } from "./commitment-data.ts";
import { type Actors, actorsOf } from "./actors.ts";
import type { Candidate } from "./candidate.ts";
import { commissiveConfidence } from "./commissive.ts";
import { committerOf } from "./committer.ts";
import type { ConditionSpan } from "./condition-spans.ts";
import { clip, conditionAfter, conditionsIn, isConditioned, shareConditions } from "./condition-spans.ts";
import { formOf } from "./form.ts";
import { quantitiesIn } from "./measures.ts";
import { isPeople } from "./people-or-things.ts";
import { subjectOf } from "./subjects.ts";
import { testabilityOf } from "./testability.ts";
import { type TimeRange, timesIn } from "./times.ts";
import { windowOf, within, type Window } from "./window.ts";
import type { TokenRange, Words } from "./words.ts";
import { isNoun, isVerb, sentenceEnd, sentenceStart, spanOfTokens, wordsOf } from "./words.ts";

/** Finds the commitments within each statement, with conditions, time and quantity. */
export function commit(
  article: Article,
  analysis: Analysis,
  statements: readonly Statement[],
  data: CommitmentData,
): readonly Entry[] {
  if (statements.length === 0) return [];
  const words = wordsOf(analysis);
  const reading = readingOf(article, words, statements, data);
  return statements.map((statement) => ({ ...statement, commitments: commitmentsOf(reading, statement) }));
}

/** What is known of the article while its statements are read; what costs a pass over it is read when first asked for. */
interface Reading {
  readonly words: Words;
  readonly data: CommitmentData;
  actors(): Actors;
  /** Time expressions with their preposition, in order. */
  times(): readonly TimeRange[];
}

function readingOf(article: Article, words: Words, statements: readonly Statement[], data: CommitmentData): Reading {
  let actors: Actors | undefined;
  let times: readonly TimeRange[] | undefined;
  return {
    words,
    data,
    actors: () => (actors ??= actorsOf(words, statements, data.speakers)),
    times: () => (times ??= timesIn(article, words, data)),
  };
}

function commitmentsOf(reading: Reading, statement: Statement): readonly Commitment[] {
  const { words, data } = reading;
  const window = windowOf(words, statement);
  const candidates = candidatesOf(words, statement, window, data);
  return candidates.flatMap((candidate, at) => {
    const confidence = commissiveConfidence(candidate);
    return confidence === null
      ? []
      : [commitmentOf(reading, candidate, confidence, candidates[at - 1]?.act, candidates[at + 1]?.act)];
  });
}

/** All acts of a statement that could be commitments, each with its subject and conditions. */
export function candidatesOf(
  words: Words,
  statement: Statement,
  window: Window,
  data: CommitmentData,
): readonly Candidate[] {
  const found = findActs(words, window, data, statement.kind === "own");
  if (found.length === 0) return [];
  const bySentence = new Map<number, readonly ConditionSpan[]>();
  for (const act of found) {
    const sentence = words.analysis.tokens.sentence[act.finite] ?? 0;
    if (!bySentence.has(sentence))
      bySentence.set(
        sentence,
        conditionsIn(words, data, sentenceStart(words, act.finite), sentenceEnd(words, act.finite)),
      );
  }
  const conditions = [...bySentence.values()].flat();
  const acts = found.filter((act) => !isConditioned(conditions, act));
  const shared = shareConditions(words, acts, conditions);
  return acts.map((act, place) => {
    const own = (shared.get(act) ?? [])
      .filter((each) => !isRefusedTrade(words, act, each))
      .map((span) => clip(window, span));
    const later = conditionAfter(words, data, words.analysis.tokens.sentence[act.finite] ?? 0);
    return {
      words,
      statement,
      window,
      act,
      subject: subjectOf(words, window, act),
      conditions: later === undefined || own.some((each) => each.end > later.start) ? own : [...own, later],
      place,
      data,
    };
  });
}

/** "Will not give up the coast in exchange for peace": the trade is what is refused, and no condition. */
function isRefusedTrade(words: Words, act: Act, condition: ConditionSpan): boolean {
  return (
    act.polarity === "not" && words.lower[condition.marker] === "in" && words.lower[condition.marker + 2] === "for"
  );
}

function commitmentOf(
  reading: Reading,
  candidate: Candidate,
  confidence: number,
  before: Act | undefined,
  after: Act | undefined,
): Commitment {
  const { words, statement, window, subject, conditions, data } = candidate;
  const act = wholeAct(candidate);
  const times = reading.times();
  const { start, end } = regionOf(words, window, act, before, after);
  const inCondition = (each: TokenRange): boolean => conditions.some((c) => c.start < each.end && each.start < c.end);
  const time = times.filter(
    (each) =>
      each.start >= start &&
      each.end <= end &&
      within(window.content, each.start) &&
      !inCondition(each) &&
      !isWhenSaid(words, window, each) &&
      // what was to come then may be past now: "pledged that in 2019 it would open the border"
      (!each.past || act.cue === "would") &&
      !isWhenBound(words, act, each) &&
      inClause(words, act, subject, each),
  );
  const isTime = (token: number): boolean => times.some((each) => each.start <= token && token < each.end);
  // amounts are looked for in the act, a little behind it, and in its conditions
  const near = conditions.reduce(
    (to, each) => (each.start < to && each.end > to && each.start >= act.start ? each.end : to),
    Math.min(end, act.end + 6),
  );
  const quantity = [
    { start: act.start, end: clauseEnd(words, act.verb + 1, near) },
    ...conditions.filter((each) => each.start >= near || each.end <= act.start),
  ]
    .flatMap((each) => quantitiesIn(words, data, each.start, each.end, isTime))
    .filter((each) => within(window.content, each.start))
    .sort((a, b) => a.start - b.start);
  const spans = (ranges: readonly TokenRange[]): Span[] =>
    ranges.map((each) => spanOfTokens(words, each.start, each.end));
  const actionEnd = actionEndOf(words, act, time, conditions);
  return {
    committer: committerOf({ words, window, act, subject, statement, actors: reading.actors(), data }),
    action: spanOfTokens(words, act.start, actionEnd),
    polarity: act.polarity,
    polaritySpan: act.polarity === "not" ? negationSpan(words, act) : null,
    strength: act.strength,
    strengthSpan: cueSpan(words, act),
    conditions: spans(conditions),
    time: spans(time),
    quantity: spans(quantity),
    beneficiary: beneficiaryOf(words, data, act, actionEnd),
    form: formOf(words, statement, act, data),
    confidence,
    testability: testabilityOf(
      words.lower[act.verb] ?? "",
      {
        polarity: act.polarity,
        time: time.length > 0,
        quantity: quantity.length > 0,
        condition: conditions.length > 0,
      },
      data,
    ),
  };
}

/** The act with all that belongs to it: "... not only to lend ships, | but also to train their crews". */
function wholeAct({ words, window, act, data }: Candidate): Act {
  if (act.frame === "gerund" || act.frame === "bare") return act;
  return { ...act, start: actStart(words, act), end: actEnd(words, window, data, act.verb, true) };
}

/** Where the clause ends that goes on behind an act: "… homes | because there are 3,000 families". */
function clauseEnd(words: Words, from: number, to: number): number {
  for (let i = from; i < to; i++)
    if (
      /^(because|although|though|while|whereas|since|who|which)$/.test(words.lower[i] ?? "") ||
      words.tag[i] === "WDT"
    )
      return i;
  return to;
}

/** "said | Thursday he would leave", "announced | Friday that ...": when it was said. */
function isWhenSaid(words: Words, window: Window, time: TokenRange): boolean {
  const opens = window.content.some(({ start }) => start === time.start) && within(window.cue, time.start - 1);
  return opens && (words.lower[time.end] === "that" || words.tag[time.end] === "PRP");
}

/** "Yesterday | we agreed to build it", "today I propose to": when they bound themselves, not when they will act. */
function isWhenBound(words: Words, act: Act, time: TimeRange): boolean {
  if (act.frame === "modal" || time.end > act.finite) return false;
  const tag = words.tag[act.cueStart] ?? "";
  const isPast = tag === "VBD" || (tag === "VBN" && /^(has|have|had|'ve)$/.test(words.lower[act.cueStart - 1] ?? ""));
  return isPast || (act.cue.startsWith("propos") && words.lower[time.start] === "today");
}

/** No other finite verb stands between the act and the time: "today they fight, and we will help" is not help today. */
function inClause(words: Words, act: Act, subject: TokenRange | undefined, time: TokenRange): boolean {
  // "Kestria has helped them for years and will send more": the time of the verb before
  if (subject !== undefined && subject.end <= time.start && time.end <= act.finite)
    for (let i = subject.end; i < time.start; i++) if (/^(VBD|VBZ|VBP)$/.test(words.tag[i] ?? "")) return false;
  const [from, to] =
    time.end <= act.finite
      ? [time.end, subject?.start ?? act.finite]
      : [Math.max(act.verb + 1, act.cueEnd), time.start];
  // "tomorrow, as we agreed, we will": an aside is no other clause
  let aside = false;
  for (let i = from; i < to; i++) {
    if (words.lower[i] === ",") aside = /^(as|which|who)$/.test(words.lower[i + 1] ?? "") && time.end <= act.finite;
    else if (!aside && /^(VBD|VBZ|VBP|MD)$/.test(words.tag[i] ?? "")) return false;
  }
  return true;
}

/** The words that can belong to an act: from the act before, or its sentence's start, to the act after, or its sentence's end. */
function regionOf(words: Words, window: Window, act: Act, before: Act | undefined, after: Act | undefined): TokenRange {
  const sentence = { start: sentenceStart(words, act.finite), end: sentenceEnd(words, act.verb) };
  const inside = window.content.find((range) => range.start <= act.verb && act.verb < range.end);
  return {
    start: Math.max(sentence.start, before === undefined || before.end > act.finite ? 0 : before.end),
    end: Math.min(
      sentence.end,
      inside?.end ?? sentence.end,
      after === undefined || after.start <= act.verb ? words.count : after.start,
    ),
  };
}

/** The action without a condition, a time, or a dangling "only" or "even" at its end. */
function actionEndOf(words: Words, act: Act, time: readonly TokenRange[], conditions: readonly TokenRange[]): number {
  let end = act.end;
  for (const { start } of conditions) if (start > act.verb && start < end) end = start;
  // "defend it on May 1, June 2 and July 3": one time after another
  let last: TokenRange | undefined;
  do {
    const until = end;
    last = time.find((each) => each.end === until && each.start > act.verb);
    if (last !== undefined) end = last.start;
    while (end > act.verb + 1 && /^(only|just|even|but|,|and)$/.test(words.lower[end - 1] ?? "")) end -= 1;
  } while (last !== undefined);
  // "from October to | December": the dates are in the midst of the act
  return /^(IN|TO)$/.test(words.tag[end - 1] ?? "") && end < act.end && !conditions.some(({ start }) => start === end)
    ? act.end
    : end;
}

/** The cue's words; "wo" is shown with the "n't" that it is half of. */
function cueSpan(words: Words, act: Act): Span {
  const leans = act.cueEnd === act.negation && (words.lower[act.negation] ?? "").startsWith("n'");
  return spanOfTokens(words, act.cueStart, leans ? act.negation + 1 : act.cueEnd);
}

/** "n't" is shown with the word it leans on. */
function negationSpan(words: Words, act: Act): Span | null {
  if (act.negation < 0) return spanOfTokens(words, act.cueStart, act.cueEnd);
  const leans = (words.lower[act.negation] ?? "").startsWith("n'");
  return spanOfTokens(words, leans ? act.negation - 1 : act.negation, act.negation + 1);
}

/** People, bodies and countries gain; "the border" and "the bill" do not. */
function canGain(words: Words, data: CommitmentData, head: number): boolean {
  const tag = words.tag[head] ?? "";
  if (tag === "PRP") return words.lower[head] !== "it";
  if (data.scheduled.has(words.lower[head] ?? "")) return false;
  if (data.actors.has(words.lower[head] ?? "")) return true;
  if ((words.analysis.tokens.name[head] ?? 0) > 0) return true;
  return tag === "NNS" && isPeople(words, data, head);
}

/** "for young families", "to Vesna" after a verb of giving, or the person right behind such a verb ("help farmers sell"). */
function beneficiaryOf(words: Words, data: CommitmentData, act: Act, end: number): Commitment["beneficiary"] {
  // "vote for him", and nobody gains by what is refused
  if (act.polarity === "not" || data.choosing.has(words.lower[act.verb] ?? "")) return null;
  const verb = words.lower[act.verb] ?? "";
  // "support the accession to the union", "send buses from Osterby to Lindholm": neither gains
  const giving = data.giving.has(verb) && !/^(help|protect|support|assist|guarantee)$/.test(verb);
  for (let i = act.verb + 1; i < end; i++) {
    const lower = words.lower[i] ?? "";
    if (lower === "from" && giving) return null;
    if (lower !== "for" && !(lower === "to" && giving && !isVerb(words, i + 1) && words.tag[i - 1] !== "VBN")) continue;
    let to = i + 1;
    while (to < end && (isNoun(words, to) || /^(DT|JJ|JJR|PRP\$|PRP|CD|NNP|POS)$/.test(words.tag[to] ?? ""))) to += 1;
    if (to === i + 1 || (!isNoun(words, to - 1) && words.tag[to - 1] !== "PRP") || words.tag[to] === "VBG") continue;
    if (!canGain(words, data, to - 1)) continue;
    const span = spanOfTokens(words, i + 1, to);
    return { text: span.text, span };
  }
  return null;
}
