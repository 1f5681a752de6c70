import type { Commitment } from "../commitment.ts";
import type { Statement } from "../statement.ts";
import type { Act, TokenRange, Window } from "./acts.ts";
import { nounPhraseBefore, within } from "./acts.ts";
import type { CommitmentData } from "./commitment-data.ts";
import type { Words } from "./words.ts";
import { isNoun, isPunctuation, sentenceStart, spanOfTokens } from "./words.ts";

/** Who the article talks about: full names by their last word, and what pronouns have shown about them. */
export interface Cast {
  readonly fullName: ReadonlyMap<string, string>;
  readonly persons: readonly { readonly start: number; readonly end: number; readonly name: string }[];
  readonly bodies: readonly { readonly start: number; readonly end: number; readonly name: string }[];
  /** Name to the pronoun ("he", "she") that a source or a title before the name has shown. */
  readonly gender: ReadonlyMap<string, "he" | "she">;
}

export function castOf(words: Words, statements: readonly Statement[], data: CommitmentData): Cast {
  const fullName = new Map<string, string>();
  const gender = new Map<string, "he" | "she">();
  const learn = (name: string): void => {
    const last = lastWord(name);
    const known = fullName.get(last);
    if (known === undefined || (name.length > known.length && name.includes(" "))) fullName.set(last, name);
  };
  for (const statement of statements) {
    const name = statement.speaker?.name;
    if (name !== null && name !== undefined && statement.speaker?.kind !== "group") learn(name);
  }
  const { names } = words.analysis;
  for (const name of names)
    if (name.kind === "person") learn(stripTitle(spanOfTokens(words, name.start, name.end).text));
  for (const statement of statements) {
    const name = statement.speaker?.name;
    if (name === null || name === undefined) continue;
    for (const span of statement.source) {
      const kind = data.pronouns.get(span.text.toLowerCase());
      if (kind === "he" || kind === "she") gender.set(lastWord(name), kind);
    }
  }
  for (const name of names) {
    const title = words.lower[name.start - 1] ?? "";
    const first = words.lower[name.start] ?? "";
    const last = lastWord(spanOfTokens(words, name.start, name.end).text);
    for (const word of [title, first])
      if (/^(mr\.?|sir|lord)$/.test(word)) gender.set(last, "he");
      else if (/^(mrs\.?|ms\.?|miss|lady)$/.test(word)) gender.set(last, "she");
  }
  const resolve = (start: number, end: number): string => {
    const text = stripTitle(spanOfTokens(words, start, end).text);
    return fullName.get(lastWord(text)) ?? text;
  };
  const persons = names
    .filter((name) => name.kind === "person")
    .map(({ start, end }) => ({ start, end, name: resolve(start, end) }));
  const bodies = names
    .filter((name) => name.kind === "organisation" || name.kind === "place")
    .map(({ start, end }) => ({ start, end, name: spanOfTokens(words, start, end).text }));
  return { fullName, persons, bodies, gender };
}

function lastWord(name: string): string {
  const parts = name.replace(/['’]s$/, "").split(/\s+/);
  return (parts.at(-1) ?? "").toLowerCase();
}

function stripTitle(name: string): string {
  return name.replace(/^(Mr|Mrs|Ms|Miss|Dr|Sen|Gov|Rep|Senator|Governor|President)\.? /, "").replace(/['’]s$/, "");
}

/** The grammatical subject of an act as a token range, or undefined where the text gives none. */
export function subjectOf(words: Words, window: Window, act: Act): TokenRange | undefined {
  if (act.frame === "gerund") return undefined;
  const head = subjectHead(words, act);
  const range =
    head === undefined ? nounPhraseBefore(words, act.finite, undefined) : phraseAround(words, head, act.finite);
  if (range === undefined) return undefined;
  return within(window.cue, range.start) && !act.byStatement ? undefined : range;
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

/** The noun phrase around its head, articles off: what stands between head and cue belongs to it when it is an "of" phrase. */
function phraseAround(words: Words, head: number, limit: number): TokenRange {
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

/** Resolves who is to act: pronouns and "we" to the speaker or the person meant, surnames to full names, instruments to their owner. */
export function committerOf(
  words: Words,
  window: Window,
  act: Act,
  subject: TokenRange | undefined,
  statement: Statement,
  cast: Cast,
  data: CommitmentData,
): Commitment["committer"] {
  if (act.byStatement) return ofSpeaker(words, statement, subject, window);
  if (subject === undefined) {
    if (act.frame === "gerund") return ownerAfter(words, act, data) ?? ofSpeaker(words, statement, undefined, window);
    return ofSpeaker(words, statement, undefined, window);
  }
  return resolve(words, window, act, subject, statement, cast, data);
}

function resolve(
  words: Words,
  window: Window,
  act: Act,
  subject: TokenRange,
  statement: Statement,
  cast: Cast,
  data: CommitmentData,
): Commitment["committer"] {
  const kind = data.pronouns.get(words.lower[subject.end - 1] ?? "");
  if (kind !== undefined && subject.end - subject.start === 1)
    return ofPronoun(words, window, kind, subject, statement, cast, data);
  const head = words.lower[subject.end - 1] ?? "";
  const owner = ownerWithin(words, subject);
  if ((data.instruments.has(head) || act.passive) && owner !== undefined) {
    const pronoun = data.pronouns.get(words.lower[owner.start] ?? "");
    if (pronoun !== undefined) return ofPronoun(words, window, pronoun, owner, statement, cast, data);
    return named(words, owner, cast);
  }
  if (data.instruments.has(head) || act.passive) return ofSpeaker(words, statement, subject, window);
  return named(words, subject, cast);
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
function ownerAfter(words: Words, act: Act, data: CommitmentData): Commitment["committer"] {
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
function named(words: Words, range: TokenRange, cast: Cast): Commitment["committer"] {
  let { start, end } = range;
  while (
    start < end &&
    /^(DT|PDT)$/.test(words.tag[start] ?? "") &&
    !/^(some|no|all|many|both)$/.test(words.lower[start] ?? "")
  )
    start += 1;
  if (end > start && words.tag[end - 1] === "POS") end -= 1;
  if (start >= end) return null;
  const span = spanOfTokens(words, start, end);
  const person = cast.persons.find((each) => each.start >= start && each.end <= end && each.end === end);
  return { name: person?.name ?? span.text.replace(/\s+/g, " "), span };
}

function ofPronoun(
  words: Words,
  window: Window,
  kind: string,
  pronoun: TokenRange,
  statement: Statement,
  cast: Cast,
  data: CommitmentData,
): Commitment["committer"] {
  const speaker = statement.speaker;
  const span = spanOfTokens(words, pronoun.start, pronoun.end);
  if (kind === "none" || kind === "you") return null;
  if (kind === "I" || kind === "we") return ofSpeaker(words, statement, pronoun, window);
  if (kind === "they" || kind === "it") {
    const plural =
      speaker !== null && (speaker.kind === "organisation" || speaker.kind === "group" || speaker.kind === "document");
    if (plural && speaker?.kind !== "document") return ofSpeaker(words, statement, pronoun, window);
    const body = latestBefore(cast.bodies, pronoun.start, window, sentenceStart(words, pronoun.start));
    return body === undefined ? null : { name: body.name, span };
  }
  const known =
    speaker?.name === null || speaker?.name === undefined ? undefined : cast.gender.get(lastWord(speaker.name));
  const quoted = statement.kind === "direct" || (words.analysis.tokens.quotation[pronoun.start] ?? -1) >= 0;
  const speaks =
    speaker?.kind === "person" &&
    !quoted &&
    !isSpokesperson(speaker, statement, data) &&
    (known === undefined || known === kind);
  if (speaks) return ofSpeaker(words, statement, pronoun, window);
  const other = latestPerson(words, cast, pronoun.start, kind, speaker?.name ?? undefined);
  if (other !== undefined) return { name: other.name, span };
  return null;
}

function isSpokesperson(
  speaker: NonNullable<Statement["speaker"]>,
  statement: Statement,
  data: CommitmentData,
): boolean {
  const role = `${speaker.role?.title ?? ""} ${statement.source.map((span) => span.text).join(" ")}`.toLowerCase();
  return role.split(/[^\p{L}]+/u).some((word) => data.spokespeople.has(word));
}

/** The person named last before the token who is not the speaker, nor known to take the other pronoun. */
function latestPerson(
  words: Words,
  cast: Cast,
  before: number,
  kind: string,
  speaker: string | undefined,
): Cast["persons"][number] | undefined {
  for (let i = lastIndexBefore(cast.persons, before); i >= 0; i--) {
    const person = cast.persons[i];
    if (person === undefined || before - person.end > 150) return undefined;
    const gender = cast.gender.get(lastWord(person.name));
    if (gender !== undefined && gender !== kind) continue;
    if (speaker !== undefined && lastWord(person.name) === lastWord(speaker)) continue;
    if (
      words.tag[person.end] === "POS" &&
      words.head[person.end - 1] !== undefined &&
      i > 0 &&
      before - person.end > 40
    )
      continue;
    return person;
  }
  return undefined;
}

function lastIndexBefore(list: readonly TokenRange[], before: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.end ?? 0) <= before) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function latestBefore(
  list: Cast["bodies"],
  before: number,
  window: Window,
  first: number,
): Cast["bodies"][number] | undefined {
  const body = list[lastIndexBefore(list, before)];
  if (body === undefined || (body.start < first - 60 && !within(window.content, body.start))) return undefined;
  return body;
}

/** The speaker as committer; the span is the word in the text that stands for them. */
function ofSpeaker(
  words: Words,
  statement: Statement,
  mention: TokenRange | undefined,
  window: Window,
): Commitment["committer"] {
  const speaker = statement.speaker;
  const source = statement.source[0];
  const name = speaker?.name ?? speaker?.description ?? source?.text;
  if (name === undefined || name === null || name === "") return null;
  if (mention !== undefined && !within(window.cue, mention.start)) {
    const { start, end } = trimmed(words, mention);
    if (start < end) return { name, span: spanOfTokens(words, start, end) };
  }
  const span = source ?? speaker?.span;
  return span === undefined || span === null ? null : { name, span };
}

function trimmed(words: Words, range: TokenRange): TokenRange {
  let { start, end } = range;
  while (start < end && isPunctuation(words, start)) start += 1;
  while (end > start && isPunctuation(words, end - 1)) end -= 1;
  return { start, end };
}
