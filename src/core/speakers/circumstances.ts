import type { SaidTime, TextAndSpan } from "../statement.ts";
import { spanOf, type Range } from "../span.ts";
import type { TimeExpression } from "../time/time.ts";
import type { TokenSpan } from "./mention.ts";
import type { SpeakerData } from "./speaker-data.ts";
import { tagOf, type WordView } from "./word-view.ts";

export interface Circumstances {
  readonly said: SaidTime | null;
  readonly occasion: TextAndSpan | null;
  readonly addressee: TextAndSpan | null;
}

/** The words of a sentence that present the content: all of it but the content itself. */
export interface ReportingClause {
  readonly sentence: TokenSpan;
  readonly content: readonly TokenSpan[];
  readonly source: readonly TokenSpan[];
  readonly cue: readonly TokenSpan[];
}

/** When, on which occasion and to whom: only what the reporting clause itself shows. */
export function circumstancesOf(
  view: WordView,
  data: SpeakerData,
  clause: ReportingClause,
  times: readonly TimeExpression[],
  published: string | null,
): Circumstances {
  const inContent = (token: number): boolean => clause.content.some(({ start, end }) => start <= token && token < end);
  return {
    said: saidTime(view, data, clause, times, published, inContent),
    occasion: occasionIn(view, data, clause, inContent),
    addressee: addresseeIn(view, data, clause, times, inContent),
  };
}

type Inside = (token: number) => boolean;

/**
 * The time beside the cue or at the head of the sentence. One that stands in a clause of its own ("who took office in 2021")
 * tells of something else.
 */
function saidTime(
  view: WordView,
  data: SpeakerData,
  clause: ReportingClause,
  times: readonly TimeExpression[],
  published: string | null,
  inContent: Inside,
): SaidTime | null {
  const { sentence } = clause;
  const cueStart = clause.cue[0]?.start ?? -1;
  const cueEnd = clause.cue.at(-1)?.end ?? -1;
  if (cueStart < 0) return null;
  const { quotation } = view.analysis.tokens;
  let best: { readonly time: TimeExpression; readonly distance: number } | null = null;
  for (const time of timesWithin(times, sentence)) {
    // "said the bridge would open | on Friday": right after the content it more likely belongs to it
    const trails = clause.content.some(
      ({ start, end }) => cueEnd <= start && (end === time.firstToken || end === time.firstToken - 1),
    );
    if (trails) continue;
    // within quotation marks it is the speaker's word, unless the saying is told there too
    if (quotation[time.firstToken] !== quotation[cueStart] && (quotation[time.firstToken] ?? -1) >= 0) continue;
    if (inContent(time.firstToken) || time.edtf === null || !SAID_PRECISIONS.has(time.precision ?? "")) continue;
    if (time.relation !== null && !SAID_RELATIONS.has(time.relation)) continue;
    if (isAttribute(view, data, time) || NOT_WHEN_SAID.has(view.lower[time.firstToken - 1] ?? "")) continue;
    if (/^\d{3}X|^\d\dXX/.test(time.edtf)) continue;
    if (view.lower[time.endToken] === "'s" || insideOther(view, clause.source, time)) continue;
    const after = time.firstToken - cueEnd;
    const leads = time.firstToken - sentence.start <= 3 && time.firstToken < cueStart;
    const inCue = clause.cue.some(({ start, end }) => start <= time.firstToken && time.firstToken < end);
    const close = inCue || time.endToken === cueStart;
    const follows = after >= 0 && after <= 14 && !breaks(view, cueEnd, time.firstToken, inContent);
    if (!leads && !close && !follows) continue;
    const distance = leads ? 2 : close ? 0 : after;
    if (best === null || distance < best.distance) best = { time, distance };
  }
  if (best === null) return null;
  const { time } = best;
  // nothing was said after it was published
  if (published !== null && (time.edtf ?? "").slice(0, published.length) > published && /^\d/.test(time.edtf ?? ""))
    return null;
  const precision = time.precision === "week" || time.precision === "quarter" ? "part" : time.precision;
  if (precision === null || precision === "decade" || precision === "century") return null;
  return { date: time.edtf ?? "", precision, span: spanOf(view.analysis.text, time.start, time.end) };
}

/** "prior to Wednesday", "other than Monday" */
const NOT_WHEN_SAID: ReadonlySet<string> = new Set(["to", "than", "and", "or", "between"]);

/** "the 2016 contender", "a September letter": the time is another word's. */
function isAttribute(view: WordView, data: SpeakerData, time: TimeExpression): boolean {
  const before = view.lower[time.firstToken - 1] ?? "";
  if (!data.determiners.has(before) && !data.possessives.has(before)) return false;
  const after = view.lower[time.endToken] ?? "";
  return /^\p{L}/u.test(after) && !data.prepositions.has(after) && !data.sayingVerbs.has(after) && after !== "said";
}

const SAID_PRECISIONS: ReadonlySet<string> = new Set(["day", "week", "month", "season", "year", "part"]);
const SAID_RELATIONS: ReadonlySet<string> = new Set(["on", "in", "ago", "during", "about"]);

/** The expressions of a sentence, by binary search in the sorted list. */
function timesWithin(times: readonly TimeExpression[], sentence: TokenSpan): readonly TimeExpression[] {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.firstToken ?? 0) < sentence.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < times.length && (times[end]?.firstToken ?? 0) < sentence.end) end++;
  return times.slice(low, end);
}

function insideOther(view: WordView, ranges: readonly TokenSpan[], time: TimeExpression): boolean {
  return ranges.some(({ start, end }) => start <= time.firstToken && time.endToken <= end && view.count > 0);
}

/** A relative clause, a new verb or a second sentence part between the cue and the time. */
function breaks(view: WordView, from: number, to: number, inContent: Inside): boolean {
  for (let at = from; at < to; at++) {
    if (inContent(at)) continue;
    const word = view.lower[at] ?? "";
    if (
      word === "who" ||
      word === "which" ||
      word === "that" ||
      word === "whose" ||
      word === ";" ||
      word === "since" ||
      word === "because"
    )
      return true;
    if (word === "after" || word === "before") return true;
    if (view.capital[at] === 0 && /^VB[DZP]$/.test(tagOf(view, at))) return true;
  }
  return false;
}

/** "during a briefing in Copenhagen": the noun phrase with what tells where and with whom. */
function occasionIn(view: WordView, data: SpeakerData, clause: ReportingClause, inContent: Inside): TextAndSpan | null {
  const { occasions, writings, networks, occasionPrepositions } = data.circumstances;
  const { sentence } = clause;
  for (let at = sentence.start; at < sentence.end; at++) {
    const word = view.lower[at] ?? "";
    if (inContent(at) || !occasionPrepositions.has(word)) continue;
    if ((view.analysis.tokens.quotation[at] ?? -1) >= 0) continue;
    let noun = -1;
    for (let next = at + 1; next < sentence.end && next <= at + 9 && !inContent(next); next++) {
      const one = view.lower[next] ?? "";
      if (one === "," || (next > at + 1 && data.prepositions.has(one)) || data.pronouns.get(one)?.kind === "third")
        break;
      if (occasions.has(one) || (writings.has(one) && (word === "in" || word === "on"))) noun = next;
      else if (noun >= 0) break;
      else if (data.sayingVerbs.has(one) && view.capital[next] === 0) break;
    }
    if (noun < 0) {
      if (word === "on" && networks.has(view.lower[at + 1] ?? "") && view.capital[at + 1] === 1 && !inContent(at + 1)) {
        const end =
          view.capital[at + 2] === 1 && networks.has(view.lower[at + 1] ?? "") && view.lower[at + 2] === "social"
            ? at + 3
            : at + 2;
        return spanOfTokens(view, at + 1, end);
      }
      continue;
    }
    // "a press | marathon": the phrase does not end before its last noun
    const lastOf = nounsEnd(view, noun, sentence.end, inContent);
    const last = view.lower[noun] ?? "";
    const next = view.lower[noun + 1] ?? "";
    if (last === "news" || last === "town" || (last === "event" && (next === "that" || next === "of"))) continue;
    // "in response to", "on his call to": the noun must open with a determiner, a name or an adjective, never a bare verb
    const first = view.lower[at + 1] ?? "";
    if (at + 1 === noun && word !== "in" && !view.lower[noun]?.endsWith("s")) continue;
    if (
      at + 1 === noun &&
      (first === "call" || first === "address" || first === "debate" || first === "statement" || first === "report")
    )
      continue;
    // "in organising a meeting", "at first seemed a mere event": something else is told
    if (isTold(view, at + 1, noun)) continue;
    return spanOfTokens(
      view,
      at + 1,
      withTitle(view, occasionEnd(view, data, lastOf, sentence.end, inContent), inContent),
    );
  }
  return null;
}

/** "A press marathon", "a peace conference day": one past the common nouns behind the one that names the occasion. */
function nounsEnd(view: WordView, noun: number, to: number, inContent: Inside): number {
  let end = noun + 1;
  while (
    view.lower[noun] === "press" &&
    end < to &&
    end < noun + 3 &&
    !inContent(end) &&
    view.capital[end] === 0 &&
    tagOf(view, end).startsWith("NN")
  )
    end++;
  return end;
}

/** `A marathon "Thirty questions"`, `the "New Railway" forum`: a title in quotation marks, and the noun behind it, belong to what they name. */
function withTitle(view: WordView, end: number, inContent: Inside): number {
  const opens = view.lower[end] === "at" && view.lower[end + 1] === "the" ? end + 2 : end;
  const title = view.analysis.tokens.quotation[opens] ?? -1;
  if (title < 0 || title === (view.analysis.tokens.quotation[end - 1] ?? -1) || inContent(opens)) return end;
  let to = opens;
  while (to < opens + 14 && !inContent(to) && view.analysis.tokens.quotation[to] === title) to++;
  if (to === opens + 14 || inContent(to)) return end;
  while (to < opens + 16 && view.capital[to] === 1 && !inContent(to)) to++;
  return to;
}

/** A verb or its gerund stands before the noun: no noun phrase. */
function isTold(view: WordView, from: number, noun: number): boolean {
  for (let at = from; at < noun; at++) {
    const tag = tagOf(view, at);
    if (/^VB[DZP]?$/.test(tag) && view.capital[at] === 0) return true;
    if (tag === "VBG" && at === from && /^(?:DT|PRP\$|CD)$/.test(tagOf(view, at + 1))) return true;
  }
  return false;
}

function occasionEnd(view: WordView, data: SpeakerData, from: number, to: number, inContent: Inside): number {
  let end = from;
  for (let phrases = 0; phrases < 3; phrases++) {
    const preposition = view.lower[end] ?? "";
    if (!OCCASION_LINKS.has(preposition) || end >= to || inContent(end)) break;
    let next = end + 1;
    while (next < to && (data.determiners.has(view.lower[next] ?? "") || data.possessives.has(view.lower[next] ?? "")))
      next++;
    let names = next;
    while (
      names < to &&
      !inContent(names) &&
      names < next + 8 &&
      !data.calendarWords.has(view.lower[names] ?? "") &&
      (view.capital[names] === 1 ||
        view.lower[names] === "'s" ||
        // "von der Leyen"
        ((view.analysis.tokens.name[names] ?? 0) > 0 && names > next) ||
        ((view.lower[names] === "of" || view.lower[names] === "and" || view.lower[names] === "the") &&
          view.capital[names + 1] === 1))
    )
      names++;
    // "an interview with foreign media representatives", "talks with the Kestrian bridge engineers"
    let phrase = next;
    while (phrase < to && !inContent(phrase) && phrase < next + 8 && isOfPhrase(view, data, phrase)) phrase++;
    while (phrase > next && !tagOf(view, phrase - 1).startsWith("NN")) phrase--;
    phrase = withJoined(view, data, phrase, next, to, inContent);
    if (phrase > names) {
      end = phrase;
      continue;
    }
    if (names === next) {
      // "a rally with supporters", "a conference of mayors"
      const word = view.lower[next] ?? "";
      if (!(
        data.groupNouns.has(word) ||
        data.bodyNouns.has(word) ||
        data.circumstances.occasions.has(word) ||
        data.circumstances.addresseeNouns.has(word)
      ))
        break;
      names = next + 1;
    }
    end = names;
    // ", Ohio" after a town
    if (
      view.lower[end] === "," &&
      view.capital[end + 1] === 1 &&
      data.placeNames.has(view.lower[end + 1] ?? "") &&
      end + 1 < to
    )
      end += 2;
  }
  return end;
}

/** "Students | and heads of schools", "foreign | and local media": what "and" joins to people, up to its last noun. */
function withJoined(
  view: WordView,
  data: SpeakerData,
  phrase: number,
  next: number,
  to: number,
  inContent: Inside,
): number {
  const isAdjective = tagOf(view, phrase).startsWith("JJ");
  const isOpen = isAdjective || (phrase > next && tagOf(view, phrase - 1) === "NNS");
  const and = isAdjective ? phrase + 1 : phrase;
  if (!isOpen || view.lower[and] !== "and" || and + 1 >= to || inContent(and)) return phrase;
  let end = and + 1;
  while (end < to && !inContent(end) && end < and + 7 && isOfPhrase(view, data, end)) end++;
  // a verb behind it: "with students | and rectors agreed"
  const isSubject = /^(?:VB[DZP]|MD)$/.test(tagOf(view, end));
  return end > and + 1 && tagOf(view, end - 1).startsWith("NN") && !isSubject ? end : phrase;
}

/** A noun, or what stands before one. */
function isOfPhrase(view: WordView, data: SpeakerData, at: number): boolean {
  return /^(?:NN|JJ|POS|CD)/.test(tagOf(view, at)) && !data.calendarWords.has(view.lower[at] ?? "");
}

const OCCASION_LINKS: ReadonlySet<string> = new Set(["in", "with", "on", "at", "of", "for", "to", "by", "from"]);

/** "told the Financial Times", "speaking to reporters", "said to supporters" */
function addresseeIn(
  view: WordView,
  data: SpeakerData,
  clause: ReportingClause,
  times: readonly TimeExpression[],
  inContent: Inside,
): TextAndSpan | null {
  const { tellingVerbs, speakingVerbs } = data.circumstances;
  const { sentence } = clause;
  const cue = clause.cue[0];
  if (cue !== undefined)
    for (let at = cue.start; at < cue.end; at++)
      if (tellingVerbs.has(view.lower[at] ?? "")) {
        const span = addresseeAt(at + 1);
        if (span !== null) return span;
      }
  for (let at = sentence.start; at < sentence.end; at++) {
    if (inContent(at)) continue;
    const word = view.lower[at] ?? "";
    const cued = cue !== undefined && cue.start <= at && at < cue.end && isTelling(at);
    const next = view.lower[at + 1] ?? "";
    if ((speakingVerbs.has(word) && (next === "to" || next === "with")) || (cued && next === "to")) {
      const span = addresseeAt(at + 2);
      if (span !== null) return span;
    }
  }
  return null;

  /** "complained to", "said to", but neither "decided to" nor "the appeal to" nor "according to". */
  function isTelling(at: number): boolean {
    const word = view.lower[at] ?? "";
    const tag = tagOf(view, at);
    if (word === "according" || (tag !== "" && !tag.startsWith("VB"))) return false;
    const goesOnWithVerb = tagOf(view, at + 2) === "VB";
    return !goesOnWithVerb && (/(?:ed|said|says|wrote|spoke)$/.test(word) || speakingVerbs.has(word));
  }

  function addresseeAt(start: number): TextAndSpan | null {
    let end = start;
    const first = view.lower[start] ?? "";
    if (data.pronouns.has(first) && !data.possessives.has(first)) return null;
    while (end < sentence.end && end < start + 10 && !inContent(end)) {
      const word = view.lower[end] ?? "";
      if (!/[\p{L}\p{N}]/u.test(word) && word !== "'s" && word !== "'" && word !== "&") break;
      if (data.calendarWords.has(word) && view.capital[end] === 1) break;
      if (
        word === "that" ||
        word === "who" ||
        word === "which" ||
        word === "how" ||
        word === "what" ||
        word === "he" ||
        word === "she" ||
        word === "they" ||
        word === "it" ||
        word === "there" ||
        word === "why" ||
        word === "if" ||
        word === "whether"
      )
        break;
      if (word !== "of" && data.prepositions.has(word) && end > start) break;
      if (
        end === start &&
        !(
          view.capital[end] === 1 ||
          data.determiners.has(word) ||
          data.possessives.has(word) ||
          data.groupNouns.has(word) ||
          data.circumstances.addresseeNouns.has(word) ||
          data.bodyNouns.has(word) ||
          data.roleNouns.has(word)
        )
      )
        return null;
      if (end > start && view.capital[end] === 0 && /^VB|^MD|^RB/.test(tagOf(view, end))) break;
      if (timeAt(end)) break;
      end++;
    }
    while (end > start && (view.lower[end - 1] === "of" || view.lower[end - 1] === "'")) end--;
    if (!hears(start, end)) return null;
    return end > start && !data.determiners.has(view.lower[end - 1] ?? "") ? spanOfTokens(view, start, end) : null;
  }

  /** Names, people and bodies are told things; "a question" is not. */
  function hears(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      const word = view.lower[at] ?? "";
      const people = data.groupNouns.has(word) || data.personNouns.has(word) || data.roleNouns.has(word);
      if (view.capital[at] === 1 || people || data.bodyNouns.has(word) || data.circumstances.addresseeNouns.has(word))
        return true;
    }
    return false;
  }

  function timeAt(token: number): boolean {
    return timesWithin(times, { start: token, end: token + 1 }).length > 0;
  }
}

function spanOfTokens(view: WordView, start: number, end: number): TextAndSpan {
  const { tokens, text } = view.analysis;
  const range: Range = { start: tokens.start[start] ?? 0, end: tokens.end[end - 1] ?? 0 };
  const span = spanOf(text, range.start, range.end);
  return { text: span.text.replace(/\s+/g, " "), span };
}
