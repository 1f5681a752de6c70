import type { Commitment } from "../commitment.ts";
import type { SpeakerMention, Statement } from "../statement.ts";
import type { Act } from "./act.ts";
import { type Actors, fullName, memberNamed, nameOf, onlyPersonBefore, personBefore } from "./actors.ts";
import type { Member } from "../speakers/cast.ts";
import type { CommitmentData } from "./commitment-data.ts";
import { nounPhraseBefore } from "./noun-phrases.ts";
import { within, type Window } from "./window.ts";
import type { TokenRange, Words } from "./words.ts";
import { isNoun, isPunctuation, sentenceEnd, sentenceStart, spanOfTokens } from "./words.ts";

/** The grammatical subject of an act as a token range, or undefined where the text gives none. */
export function subjectOf(words: Words, window: Window, act: Act): TokenRange | undefined {
  if (act.frame === "gerund") return undefined;
  const nearest = subjectHead(words, act);
  const head = isOutside(window, act, nearest) ? (subjectInContent(words, window, act) ?? nearest) : nearest;
  const before = head === undefined ? nounPhraseBefore(words, act.finite, undefined) : undefined;
  const found = before === undefined ? (head ?? subjectInContent(words, window, act)) : undefined;
  const range = before ?? (found === undefined ? undefined : phraseAround(words, found, act.finite));
  if (range === undefined) return undefined;
  return within(window.cue, range.start) && !act.byStatement ? undefined : range;
}

/** "Laar said | Kestria backs the plan and is ready to pay": a subject before the content is not that of an act in it. */
function isOutside(window: Window, act: Act, head: number | undefined): boolean {
  const inside = contentAt(window, act.finite);
  return head !== undefined && !act.byStatement && inside !== undefined && head < inside.start;
}

/** The subject with which the content begins. */
function subjectInContent(words: Words, window: Window, act: Act): number | undefined {
  const inside = contentAt(window, act.finite);
  if (inside === undefined) return undefined;
  const limit = Math.min(act.finite, inside.start + 12);
  for (let i = inside.start; i < limit; i++) if (words.relation[i] === "nsubj" && !isRelative(words, i)) return i;
  return undefined;
}

function contentAt(window: Window, token: number): TokenRange | undefined {
  return window.content.find((range) => range.start <= token && token < range.end);
}

/** "who", "which": the subject of a relative clause. */
function isRelative(words: Words, i: number): boolean {
  return (words.tag[i] ?? "").startsWith("W");
}

/** Looks for a subject among the dependents of cue and verb and of what governs them. */
function subjectHead(words: Words, act: Act): number | undefined {
  const first = Math.max(sentenceStart(words, act.finite), act.finite - 40);
  const seen = new Set<number>();
  const queue = [act.finite, act.verb];
  for (let steps = 0; queue.length > 0 && steps < 8; steps++) {
    const node = queue.shift() ?? -1;
    if (node < 0 || seen.has(node)) continue;
    seen.add(node);
    for (let i = act.finite - 1; i >= first; i--)
      if (words.head[i] === node && /^(nsubj|nsubjpass)$/.test(words.relation[i] ?? "")) return i;
    const relation = words.relation[node] ?? "";
    if (/^(xcomp|aux|auxpass|cop|conj|dep|acl|neg|advmod)$/.test(relation)) queue.push(words.head[node] ?? -1);
  }
  return undefined;
}

/** The noun phrase around its head; a pronoun is one by itself. What stands between head and cue belongs to it when it is an "of" phrase. */
function phraseAround(words: Words, head: number, limit: number): TokenRange {
  if (words.tag[head] === "PRP") return { start: head, end: head + 1 };
  let start = head;
  const first = sentenceStart(words, head);
  while (start > first) {
    const tag = words.tag[start - 1] ?? "";
    if (!(
      tag.startsWith("NN") ||
      tag.startsWith("JJ") ||
      /^(DT|CD|POS|PRP\$)$/.test(tag) ||
      words.lower[start - 1] === "&"
    ))
      break;
    start -= 1;
  }
  let end = head + 1;
  const joins = words.lower[end];
  if (joins === "of" || joins === "and") {
    let to = end + 1;
    while (
      to < limit &&
      (isNoun(words, to) || /^(DT|JJ|CD|PRP\$|POS|NNP)$/.test(words.tag[to] ?? "") || words.lower[to] === "and")
    )
      to += 1;
    if (to > end + 1 && isNoun(words, to - 1)) end = to;
  }
  return { start, end };
}

/** What it takes to say who is to act. */
export interface CommitterQuestion {
  readonly words: Words;
  readonly window: Window;
  readonly act: Act;
  readonly subject: TokenRange | undefined;
  readonly statement: Statement;
  readonly actors: Actors;
  readonly data: CommitmentData;
}

type Committer = Commitment["committer"];

/** Resolves who is to act: pronouns and "we" to the speaker or the person meant, surnames to full names, instruments to their owner. */
export function committerOf(given: CommitterQuestion): Committer {
  const question = { ...given, subject: mendedSubject(given) };
  const { words, act, subject, statement, window } = question;
  if (given.subject !== undefined && subject === undefined) return null;
  // "Koval | is expected | to speak": the source is in the content
  const first = window.content[0];
  if (isImpersonal(words, act, first?.start ?? -1, subject)) return null;
  if (act.byStatement && statement.source.length === 0 && first !== undefined && first.end <= act.cueStart)
    return ofSubject(question, { start: first.start, end: Math.min(first.end, first.start + 12) });
  // "Brandt praised the union and | vowed | to join": whoever is the subject of the cue
  if (act.byStatement && statement.source.length === 0 && subject !== undefined) return ofSubject(question, subject);
  const praised = praisedOne(question);
  if (praised !== undefined) return praised;
  if (act.byStatement || subject === undefined) {
    const owner = act.frame === "gerund" ? ownerAfter(words, act, question.data) : null;
    return owner ?? ofSpeaker(question, undefined);
  }
  return ofSubject(question, subject);
}

/**
 * The subject, where the words around it show another than the one that weighs the candidate.
 *
 *     The envoys who serve in Kestria will meet.      that the mayor expressed readiness to help
 */
function mendedSubject({ words, window, act, subject }: CommitterQuestion): TokenRange | undefined {
  if (subject === undefined || act.byStatement) return subject;
  // "we have the skill, and | Kestria will use it"
  const near = nounPhraseBefore(words, act.finite, window);
  const opens = near !== undefined && /^(CC|,)$/.test(words.tag[near.start - 1] ?? "");
  if (opens && near.end === act.finite && subject.end < near.start && /^(NNP|PRP)/.test(words.tag[near.end - 1] ?? ""))
    return near;
  if (words.tag[subject.start] === "PRP") return subject;
  const isBehind = words.tag[subject.start - 1] === "IN" && words.lower[subject.start - 1] !== "that";
  if (isBehind && words.tag[act.finite] === "MD" && subjectHead(words, act) === undefined) return undefined;
  const isOwned = words.tag[act.finite - 1] === "POS" || words.lower[act.finite + 1] === "of";
  if (!isNoun(words, act.finite) || isOwned || words.relation[act.finite] !== "dobj") return subject;
  const verb = words.head[act.finite] ?? -1;
  if (!within(window.content, verb)) return subject;
  for (let i = verb - 1; i >= sentenceStart(words, verb); i--)
    if (words.head[i] === verb && words.relation[i] === "nsubj") return phraseAround(words, i, verb);
  return subject;
}

/** "It was agreed to", "it is planned to": by whom, nothing shows. */
function isImpersonal(words: Words, act: Act, opening: number, subject: TokenRange | undefined): boolean {
  // "there are plans to"
  if (isNoun(words, act.cueStart) && words.tag[act.cueStart - 2] === "EX") return true;
  if (!/^(is|was|been|were|be)$/.test(words.lower[act.cueStart - 1] ?? "") || words.tag[act.cueStart] !== "VBN")
    return false;
  return words.lower[subject?.start ?? opening] === "it";
}

/**
 * Whose readiness it is that somebody speaks of, where it is not their own.
 *
 *     Vell thanked Laar for her readiness to help.      Vell noted the readiness of Kestria to help.
 */
function praisedOne(question: CommitterQuestion): Committer | undefined {
  const { words, act, data, window } = question;
  if (words.tag[act.cueStart] === "MD" || (!isNoun(words, act.cueStart) && words.tag[act.cueStart] !== "VBG"))
    return undefined;
  if (words.lower[act.cueStart + 1] === "of" && isNoun(words, act.cueStart)) {
    let end = act.cueStart + 2;
    while (end < act.cueEnd && words.lower[end] !== "to") end += 1;
    return end > act.cueStart + 2 ? ofName(question, { start: act.cueStart + 2, end }) : undefined;
  }
  let at = act.cueStart - 1;
  if (words.tag[at] === "POS") {
    const owner = nounPhraseBefore(words, at, undefined);
    return owner === undefined ? undefined : ofName(question, owner);
  }
  while (/^(DT|JJ|PRP\$)$/.test(words.tag[at] ?? "")) at -= 1;
  // "reaffirmed | their mutual commitment to": their own
  if (
    words.tag[at + 1] === "PRP$" &&
    window.content.some(({ start }) => start === at + 1) &&
    isNoun(words, act.cueStart)
  )
    return ofSpeaker(question, undefined);
  if (words.lower[at] !== "for") return undefined;
  const thanked = nounPhraseBefore(words, at, undefined);
  if (thanked === undefined) return null;
  const pronoun = thanked.end - thanked.start === 1 ? data.pronouns.get(words.lower[thanked.start] ?? "") : undefined;
  return pronoun === undefined ? ofName(question, thanked) : null;
}

function ofSubject(question: CommitterQuestion, subject: TokenRange): Committer {
  const { words, act, data } = question;
  const head = words.lower[subject.end - 1] ?? "";
  const kind = data.pronouns.get(head);
  const agent = act.passive ? agentOf(question) : undefined;
  if (agent !== undefined) return agent;
  // "it would be rebuilt", "he will be arrested": somebody else sees to it
  if (act.passive && kind !== undefined && /^(he|she|it|they)$/.test(kind) && words.lower[act.verb] === "be")
    return ofSpeaker(question, undefined);
  if (kind !== undefined && subject.end - subject.start === 1) return ofPronoun(question, kind, subject);
  const owner = ownerWithin(words, subject);
  if (data.instruments.has(head) || act.passive) {
    // "the union's answers will be read", "the bridge will be restored": who is to see to it, nothing shows
    if (act.passive && !data.instruments.has(head)) return null;
    if (owner === undefined) return ofSpeaker(question, subject);
    const pronoun = data.pronouns.get(words.lower[owner.start] ?? "");
    return pronoun === undefined ? ofName(question, owner) : ofPronoun(question, pronoun, owner);
  }
  // "the bridge will open", "workers will get leave": somebody sees to it, and the text names nobody but who says so
  if (isThing(question, subject) || isReceiver(question, subject))
    return ownerUnder(question) ?? ofSpeaker(question, undefined);
  return owner !== undefined && words.tag[owner.start] === "PRP$"
    ? ofOwned(question, subject, owner)
    : ofName(question, subject);
}

/** "Reports will be sent by the bank": who is to do what is said in the passive. Times ("by May") and ways ("by sending") are no agents. */
function agentOf(question: CommitterQuestion): Committer | undefined {
  const { words, act, data, actors } = question;
  const limit = Math.min(act.verb + 14, words.count);
  for (let i = act.verb + 1; i < limit; i++) {
    if (/^(,|\.|:|MD|WDT|WP)$/.test(words.tag[i] ?? "")) return undefined;
    if (words.lower[i] !== "by") continue;
    let to = i + 1;
    while (to < i + 8 && (isNoun(words, to) || /^(DT|JJ|PRP\$|POS|CD)$/.test(words.tag[to] ?? ""))) to += 1;
    const head = to - 1;
    if (head <= i || !isNoun(words, head) || data.scheduled.has(words.lower[head] ?? "")) return undefined;
    const isNamed = words.tag[head]?.startsWith("NNP") === true && (actors.cast.mentionAt[head] ?? -1) >= 0;
    return isNamed || isPeople(words, data, head) || isBody(data, words.lower[head] ?? "")
      ? ofName(question, { start: i + 1, end: to })
      : undefined;
  }
  return undefined;
}

/** "Widows would get a pension under Ruiz's plan": whose plan it is. */
function ownerUnder(question: CommitterQuestion): Committer {
  const { words, act, data } = question;
  const limit = Math.min(act.verb + 24, sentenceEnd(words, act.verb));
  for (let i = act.verb + 1; i < limit; i++) {
    if (words.lower[i] !== "under") continue;
    let to = i + 1;
    while (to < limit && (isNoun(words, to) || /^(DT|JJ|JJR|PRP\$|POS|NNP|CD)$/.test(words.tag[to] ?? ""))) to += 1;
    if (to === i + 1 || !data.instruments.has(words.lower[to - 1] ?? "")) continue;
    const owner = ownerWithin(words, { start: i + 1, end: to });
    if (owner === undefined) return null;
    const pronoun = data.pronouns.get(words.lower[owner.start] ?? "");
    return pronoun === undefined ? ofName(question, owner) : ofPronoun(question, pronoun, owner);
  }
  return null;
}

/** "Her campaign" is "Ana Ruiz's campaign" where the text shows who she is. */
function ofOwned(question: CommitterQuestion, phrase: TokenRange, owner: TokenRange): Committer {
  const { words, data } = question;
  const client = clientOf(question, phrase);
  if (client !== undefined) return client;
  const whole = ofName(question, phrase);
  const country = countryOf(question, phrase);
  if (country !== undefined && whole !== null) return { name: country, span: whole.span };
  if (whole === null || whole.name !== whole.span.text) return whole;
  const pronoun = data.pronouns.get(words.lower[owner.start] ?? "") ?? "none";
  const name = owner.start === phrase.start ? ofPronoun(question, pronoun, owner)?.name : undefined;
  if (name === undefined) return whole;
  const rest = spanOfTokens(words, owner.end, phrase.end).text.replace(/\s+/g, " ");
  return { name: `${name}${name.endsWith("s") ? "'" : "'s"} ${rest}`, span: whole.span };
}

/** "His client", said by "a lawyer for Ruiz": Ruiz. */
function clientOf(question: CommitterQuestion, phrase: TokenRange): Committer | undefined {
  const { words, window } = question;
  const source = window.source[0];
  if (source === undefined || !/^(client|clients|boss)$/.test(words.lower[phrase.end - 1] ?? "")) return undefined;
  for (let i = source.start; i < source.end; i++) {
    if (words.lower[i] !== "for") continue;
    let to = i + 1;
    while (to < source.end && (isNoun(words, to) || words.tag[to] === "DT")) to += 1;
    if (to > i + 1) return ofName(question, { start: i + 1, end: to });
  }
  return undefined;
}

/** "His country", said by the Prime Minister of Kestria: Kestria. Undefined where the text does not name the country. */
function countryOf({ words, statement, data }: CommitterQuestion, phrase: TokenRange): string | undefined {
  if (!/^(country|nation|state)$/.test(words.lower[phrase.end - 1] ?? "") || phrase.end - phrase.start !== 2)
    return undefined;
  const title = statement.speaker?.role?.title ?? "";
  const { countries } = data.speakers;
  for (const word of title.split(/[^\p{L}.]+/u)) {
    const key = countries.get(word.toLowerCase());
    if (key === undefined) continue;
    if (key === word.toLowerCase()) return word;
    // "the British prime minister": the country's own name stands elsewhere
    const place = words.lower.indexOf(key);
    return place < 0 ? undefined : spanOfTokens(words, place, place + 1).text;
  }
  // "the President of Veldania": a country that no list knows
  return / of (?:the )?(\p{Lu}[\p{L}-]+)$/u.exec(title)?.[1];
}

/** A thing that no list of actors, offices, groups or bodies knows: it does nothing by itself. */
function isThing(question: CommitterQuestion, subject: TokenRange): boolean {
  const { words, act, data } = question;
  // what "agreed" or "vowed" is somebody
  if (words.tag[act.cueStart] !== "MD" && !FORESEEN.test(act.cue)) return false;
  const heads = headsOf(words, subject);
  return (
    heads.length > 0 &&
    heads.every((head) => {
      const tag = words.tag[head] ?? "";
      const lower = words.lower[head] ?? "";
      if ((tag !== "NN" && tag !== "NNS") || (words.analysis.tokens.name[head] ?? 0) > 0) return false;
      if (data.facilities.has(lower)) return data.happening.has(words.lower[act.verb] ?? "");
      return !isBody(data, lower) && !isPeople(words, data, head);
    })
  );
}

/** The nouns that head a phrase, one for each that "and" or a comma joins: what stands behind "of" heads only a number of it. */
function headsOf(words: Words, phrase: TokenRange): readonly number[] {
  const heads: number[] = [];
  let head = -1;
  let isBehind = false;
  for (let i = phrase.start; i < phrase.end; i++) {
    const tag = words.tag[i] ?? "";
    if (tag === "IN" && head >= 0) isBehind = !MEASURES.test(words.lower[head] ?? "");
    else if (tag === "CC" || tag === ",") {
      if (head >= 0) heads.push(head);
      head = -1;
      isBehind = false;
    } else if (isNoun(words, i) && !isBehind) head = i;
    else if (head < 0 && tag !== "DT" && i === phrase.end - 1) head = i;
  }
  return head >= 0 ? [...heads, head] : heads;
}

/** Cues that things may be the subject of: "the bridge is expected to open". */
const FORESEEN = /^(going|expected|set|due|scheduled|slated|about|planned|bound|'d|'ll)$/;

const MEASURES =
  /^(number|numbers|dozens|hundreds|thousands|millions|scores|majority|rest|part|parts|half|handful|lot|lots|couple|percent|some|all|many|most|one|none|each|group|groups)$/;

function isBody(data: CommitmentData, lower: string): boolean {
  const { bodyNouns } = data.speakers;
  return bodyNouns.has(lower) || bodyNouns.has(lower.replace(/s$/, "")) || bodyNouns.has(lower.replace(/ies$/, "y"));
}

/** A noun for people or for a body of people, by the lists of actors, offices and groups or by its ending. */
export function isPeople(words: Words, data: CommitmentData, head: number): boolean {
  const lower = words.lower[head] ?? "";
  const single = lower.replace(/s$/, "");
  const { roleNouns, groupNouns, relationNouns, personNouns } = data.speakers;
  if (data.actors.has(lower) || groupNouns.has(lower)) return true;
  if ([lower, single].some((noun) => roleNouns.has(noun) || relationNouns.has(noun) || personNouns.has(noun)))
    return true;
  return words.tag[head] === "NNS" && PEOPLE.test(lower) && !data.things.has(lower);
}

/** "Miners", "editors", "librarians": people by the ending. */
const PEOPLE = /(?:ers|ors|ists|ians|ees|men|women)$/;

/** "Workers will get six weeks of leave": they are given it. */
function isReceiver({ words, act, data }: CommitterQuestion, subject: TokenRange): boolean {
  const head = subject.end - 1;
  if (words.tag[head] !== "NNS" || (words.analysis.tokens.name[head] ?? 0) > 0) return false;
  const verb = words.lower[act.verb] ?? "";
  if (verb === "be") return data.entitled.has(words.lower[act.verb + 1] ?? "");
  return (
    data.receiving.has(verb) &&
    (verb !== "get" || /^(DT|CD|JJ|JJR|NN|NNS|PRP\$|\$)$/.test(words.tag[act.verb + 1] ?? ""))
  );
}

/** "Vesna's plan", "her plan": the owner within the phrase. */
function ownerWithin(words: Words, phrase: TokenRange): TokenRange | undefined {
  for (let i = phrase.start; i < phrase.end; i++) {
    if (words.tag[i] === "PRP$") return { start: i, end: i + 1 };
    if (words.tag[i] === "POS" && i > phrase.start) return { start: phrase.start, end: i };
  }
  return undefined;
}

/** "... will be part of the Union's contribution": whose part it is. */
function ownerAfter(words: Words, act: Act, data: CommitmentData): Committer {
  for (let i = act.cueEnd; i < words.count && i < act.cueEnd + 12; i++) {
    if (words.tag[i] === "." || words.tag[i] === ",") return null;
    if (words.tag[i] !== "POS") continue;
    let start = i;
    while (start > act.cueEnd && (isNoun(words, start - 1) || (words.tag[start - 1] ?? "").startsWith("JJ")))
      start -= 1;
    if (start === i || data.pronouns.has(words.lower[start] ?? "")) return null;
    const span = spanOfTokens(words, start, i);
    return { name: span.text, span };
  }
  return null;
}

/** A name or a description in the text, resolved to the fullest name the article gives. */
function ofName(question: CommitterQuestion, range: TokenRange): Committer {
  const { words, actors } = question;
  let { start, end } = trimmed(words, range);
  // "in the near future | the council": what stands before the article is another phrase
  for (let i = end - 1; i > start; i--)
    if (words.tag[i] === "DT" && words.lower[i] === "the" && isNoun(words, i - 1)) start = i;
  const whole = { start, end };
  while (
    start < end &&
    /^(DT|PDT)$/.test(words.tag[start] ?? "") &&
    !/^(some|no|all|many|both)$/.test(words.lower[start] ?? "")
  )
    start += 1;
  if (end > start && words.tag[end - 1] === "POS") end -= 1;
  // "there is broad support to": what ends in an adjective or a verb names nobody
  if (start >= end || /^(JJ|RB|VB|IN|EX)/.test(words.tag[end - 1] ?? "")) return null;
  const span = spanOfTokens(words, start, end);
  const name = contenderName(question, whole) ?? nameOf(words, actors, whole);
  const joins = words.lower.slice(start, end).includes("and");
  // "Kestria and its allies" are not Kestria
  return { name: name === null || (joins && !name.includes(" and ")) ? span.text.replace(/\s+/g, " ") : name, span };
}

/** "The Green candidate", right after a sentence that speaks of one person: that one, unless somebody else is called a Green. */
function contenderName({ words, actors }: CommitterQuestion, phrase: TokenRange): string | undefined {
  if (words.lower[phrase.start] !== "the" || phrase.end - phrase.start < 3) return undefined;
  if (!/^(candidate|nominee|front-runner|frontrunner|hopeful|contender)$/.test(words.lower[phrase.end - 1] ?? ""))
    return undefined;
  const party = words.lower.slice(phrase.start + 1, phrase.end - 1).find((word) => actors.data.nationalities.has(word));
  if (party === undefined) return undefined;
  const person = onlyPersonBefore(words, actors, phrase.start);
  if (person === undefined) return undefined;
  const { members } = actors.cast;
  const isCalled = (member: Member): boolean =>
    member.roles.some(({ start, end }) => words.lower.slice(start, end).includes(party));
  return isCalled(person) || !members.some(isCalled) ? fullName(words, person) : undefined;
}

function ofPronoun(question: CommitterQuestion, kind: string, pronoun: TokenRange): Committer {
  const { words, statement, actors, data } = question;
  if (kind === "none" || kind === "you") return null;
  const nested = kind === "I" || kind === "we" ? nestedSpeaker(question, pronoun) : undefined;
  if (nested !== undefined) return ofSubject({ ...question, act: { ...question.act, passive: false } }, nested);
  if (kind === "I" || kind === "we") return ofSpeaker(question, pronoun);
  const span = spanOfTokens(words, pronoun.start, pronoun.end);
  const speaker = statement.speaker;
  if (kind === "they" || kind === "it") {
    const sources = kind === "they" ? joinedSource(statement) : undefined;
    if (sources !== undefined) return { name: sources, span };
    const several = kind === "they" ? severalBefore(question, pronoun) : undefined;
    if (several !== undefined) return several;
    const body = speaker?.kind === "organisation" || (kind === "they" && speaker?.kind === "group");
    if (body || (kind === "it" && speaker?.kind === "unknown")) return ofSpeaker(question, pronoun);
    // whom a person means by "they" is too often wrong
    const name = kind === "they" && speaker?.kind === "person" ? null : nameOf(words, actors, pronoun);
    // "If they were attacked, it would not ...": an "it" in a person's words is a body only where the sentence names one
    if (name === null || (kind === "it" && speaker?.kind === "person" && !isNamedBefore(words, pronoun.start, name)))
      return null;
    return { name, span };
  }
  const gender = kind === "he" ? "male" : "female";
  const member =
    speaker?.name === null || speaker?.name === undefined ? undefined : memberNamed(words, actors, speaker.name);
  const quoted = statement.kind === "direct" || (words.analysis.tokens.quotation[pronoun.start] ?? -1) >= 0;
  const fits = member?.gender === undefined || member.gender === null || member.gender === gender;
  const person = speaker?.kind === "person" || (speaker !== null && /^s?he$/i.test(statement.source[0]?.text ?? ""));
  if (person && !quoted && fits && !speaksForOthers(speaker, statement, data)) return ofSpeaker(question, pronoun);
  const name = personBefore(words, actors, pronoun.start, gender, member);
  return name === null ? null : { name, span };
}

/** `“She said that ‘I will help,’” Laar said`: the "I" of a quotation within the content is whom the content says it of. */
function nestedSpeaker({ words, window }: CommitterQuestion, pronoun: TokenRange): TokenRange | undefined {
  const { quotations, tokens } = words.analysis;
  const quotation = quotations[tokens.quotation[pronoun.start] ?? -1];
  if (quotation === undefined) return undefined;
  const open = quotation.start;
  const inside = contentAt(window, pronoun.start);
  if (inside === undefined || inside.start >= open - 1) return undefined;
  for (let i = open - 1; i > inside.start && i > open - 4; i--) {
    if (!/^(say|says|said|tell|tells|told|answered|replied|wrote)$/.test(words.lower[i] ?? "")) continue;
    const subject = i - 1;
    return subject >= inside.start && (words.tag[subject] === "PRP" || isNoun(words, subject))
      ? phraseAround(words, subject, i)
      : undefined;
  }
  return undefined;
}

/** "Forty doctors said that they will march", "Ruiz and Laar promise that they would": the plural subject of the clause around. */
function severalBefore(question: CommitterQuestion, pronoun: TokenRange): Committer | undefined {
  const { words, window } = question;
  const first = Math.max(sentenceStart(words, pronoun.start), pronoun.start - 24);
  for (let i = pronoun.start - 1; i >= first; i--) {
    if (words.relation[i] !== "nsubj" || !within(window.content, i)) continue;
    if (words.tag[i] !== "NNS" && words.tag[i] !== "NNPS") return undefined;
    const verb = words.head[i] ?? -1;
    if (verb >= pronoun.start || !governs(words, verb, question.act.verb)) return undefined;
    return isPeople(words, question.data, i) ? ofName(question, phraseAround(words, i, verb)) : undefined;
  }
  return undefined;
}

/** A token stands above another in the tree. */
function governs(words: Words, upper: number, lower: number): boolean {
  for (let at = lower, steps = 0; at >= 0 && steps < 12; steps++) {
    if (at === upper) return true;
    at = words.head[at] ?? -1;
  }
  return false;
}

/** "Ruiz and her rivals said they would": both sides of the source. Undefined where it is one, or its name says both already. */
function joinedSource(statement: Statement): string | undefined {
  const [source] = statement.source;
  const name = statement.speaker?.name ?? "";
  if (source === undefined || statement.source.length > 1 || statement.kind === "direct" || / and |,/.test(name))
    return undefined;
  const text = source.text.replace(/\s+/g, " ").replace(/,$/, "");
  return /\p{L} and (?:his|her|their|its|the|other|\p{Lu})/u.test(text) && text.length < 90 ? text : undefined;
}

/** True where the sentence names it before the token. */
function isNamedBefore(words: Words, token: number, name: string): boolean {
  const { text, tokens } = words.analysis;
  const sentence = text.slice(tokens.start[sentenceStart(words, token)] ?? 0, tokens.start[token]);
  return sentence.includes(name.split(" ").at(-1) ?? name);
}

/** "her spokesman said she would": who speaks for somebody else does not mean themselves. Others do only when they are somebody's. */
function speaksForOthers(speaker: SpeakerMention | null, statement: Statement, data: CommitmentData): boolean {
  const role = `${speaker?.role?.title ?? ""} ${speaker?.description ?? ""} ${statement.source.map((span) => span.text).join(" ")}`;
  const words = role.toLowerCase().split(/[^\p{L}]+/u);
  if (words.some((word) => data.spokespeople.has(word))) return true;
  return words.some((word) => data.belonging.has(word)) && words.some((word) => data.owners.has(word));
}

/** The speaker as committer; the span is the word in the text that stands for them. */
function ofSpeaker({ words, statement, window, data }: CommitterQuestion, mention: TokenRange | undefined): Committer {
  const { speaker } = statement;
  const source = statement.source[0];
  const name = speaker?.name ?? speaker?.description ?? source?.text.replace(/\s+/g, " ");
  // "It vowed": who that is, nothing shows
  if (name === undefined || name === "" || data.pronouns.has(name.toLowerCase())) return null;
  if (mention !== undefined && !within(window.cue, mention.start)) {
    const { start, end } = trimmed(words, mention);
    if (start < end) return { name, span: spanOfTokens(words, start, end) };
  }
  const span = source ?? speaker?.span;
  // "The Harbour Party and its branches will sue": both
  const both = joinedSource(statement);
  return span === undefined || span === null ? null : { name: both ?? name, span };
}

function trimmed(words: Words, range: TokenRange): TokenRange {
  let { start, end } = range;
  while (start < end && isPunctuation(words, start)) start += 1;
  while (end > start && isPunctuation(words, end - 1)) end -= 1;
  return { start, end };
}
