import type { Article } from "../article.ts";
import { DEFAULT_CONFIDENCE } from "../confidence.ts";
import { statementId } from "../hash.ts";
import { type Span, spanOf } from "../span.ts";
import type { SpeakerMention, Statement } from "../statement.ts";
import type { Cast, Member } from "./cast.ts";
import { speakerKey } from "./identity.ts";
import type { Mention, TokenSpan } from "./mention.ts";
import { bestRole } from "./role.ts";
import type { SpeakerData } from "./speaker-data.ts";
import { rangeOf, tagOf, tokensOf, type WordView } from "./word-view.ts";

/**
 * The statements of a document that is one person's own words: a speech, an address, a post, by its title or by what the adder
 * says; and those of the turns of a transcript. `voiceIn` says whose a sentence is and where their words begin in it, null for nobody's. Each sentence in which the speaker commits, refuses, demands, sets a condition or takes a position is one; greetings,
 * thanks, questions and what somebody else is quoted with are none. For any other text nothing comes out.
 */
export function ownStatements(
  article: Article,
  view: WordView,
  voiceIn: (sentence: TokenSpan) => { readonly speaker: SpeakerMention; readonly start: number } | null,
  data: SpeakerData,
  statements: readonly Statement[],
): readonly Statement[] {
  const taken = new Uint8Array(view.count);
  // a candidate that is hardly possible takes no sentence away
  for (const statement of statements.filter(({ confidence }) => confidence >= DEFAULT_CONFIDENCE))
    for (const span of [...statement.content, ...statement.cue]) {
      const { start, end } = tokensOf(view, span);
      taken.fill(1, start, end);
    }
  const found: Statement[] = [];
  const { sentences } = view.analysis;
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const end = sentences.end[sentence] ?? 0;
    const voice = voiceIn({ start: sentences.start[sentence] ?? 0, end });
    if (voice === null) continue;
    const { speaker } = voice;
    const label = labelEnd(view, data, voice.start, end);
    const start = label < 0 ? voice.start : label + 1;
    const confidence = stanceOf(view, data, start, end);
    if (confidence === 0 || isTaken(taken, start, end) || view.headline[sentence] === 1) continue;
    const range = rangeOf(view, start, end);
    const content = [spanOf(article.text, range.start, range.end)];
    found.push({
      id: statementId(article.hash, { source: [], cue: [], content }),
      kind: "own",
      act: "said",
      source: [],
      cue: [],
      content,
      free: false,
      within: null,
      repeats: null,
      speaker,
      said: null,
      occasion: null,
      addressee: null,
      confidence,
    });
  }
  return found;
}

/** The speaker of a document that is one person's own words; null for any other document. */
export function ownVoice(
  article: Article,
  view: WordView,
  cast: Cast,
  data: SpeakerData,
): { readonly speaker: SpeakerMention } | null {
  const owner = ownerOf(article, data) ?? ownerAfterDash(article, data) ?? ownerByLabel(article, view, cast, data);
  if (owner === null || !speaksInFirstPerson(view, data)) return null;
  // "Address by the President of Kestria": who holds the office, where the document itself says so
  const name =
    owner.name ?? signerOf(article, data) ?? namesItself(article.text) ?? officialOf(article.byline ?? "", data);
  return { speaker: speakerOf(view, cast, { ...owner, name }) };
}

/**
 * The author of a piece in the first person, by its byline: who "I" is outside quotations. Not the document's owner, for
 * a column tells of others; so its sentences are no statements of their own.
 */
export function authorOf(article: Article, view: WordView, cast: Cast, data: SpeakerData): SpeakerMention | null {
  const byline = bylineOf(article, data);
  return byline !== null && speaksInFirstPerson(view, data)
    ? speakerOf(view, cast, { name: byline, office: null })
    : null;
}

/** The person whom the byline names. */
function bylineOf(article: Article, data: SpeakerData): string | null {
  return personIn((article.byline ?? "").replace(/^by /i, ""), data);
}

/** "Oskar Lind, President of Kestria", or a known first name with another, as the last line of a text. */
function signerOf(article: Article, data: SpeakerData): string | null {
  const lines = article.text.slice(-300).trimEnd().split("\n");
  if (lines.length < 2) return null;
  const last = (lines.at(-1) ?? "").replace(/^[\s–—-]+/, "");
  const official = officialOf(last, data);
  if (official !== null) return official;
  const name = personIn(last, data);
  return name !== null && data.firstNames.has((name.split(" ")[0] ?? "").toLowerCase()) ? name : null;
}

/** The person of "Oskar Lind, President of Kestria" and "President Oskar Lind"; a name without an office may be a reporter's. */
function officialOf(text: string, data: SpeakerData): string | null {
  const [head = "", ...rest] = text.replace(/^by /i, "").split(",");
  const isOffice = rest
    .join(" ")
    .split(/\s+/)
    .some((word) => data.roleNouns.has(word.toLowerCase()));
  const words = head.match(/[\p{L}\p{N}.'’-]+/gu) ?? [];
  if (isOffice) return personIn(head, data);
  const title = words.findLastIndex((word) => data.roleNouns.has(word.toLowerCase()));
  return title < 0 || words.length > 6 ? null : personIn(words.slice(title + 1).join(" "), data);
}

/** "I, Oskar Lind, declare" near the beginning. */
function namesItself(text: string): string | null {
  return /(?:^|[\s“"])I, (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,3}),/u.exec(text.slice(0, 2000))?.[1] ?? null;
}

/** Two to four capitalised words that name no body and no office; null for anything else. */
function personIn(text: string, data: SpeakerData): string | null {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > 4 || !words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word))) return null;
  const isOther = (word: string): boolean =>
    data.bodyNames.has(word) || data.knownBodies.has(word) || data.roleNouns.has(word) || data.countries.has(word);
  return words.some((word) => isOther(word.toLowerCase())) ? null : words.join(" ");
}

/** A transcript with one voice: "President of Kestria Oskar Lind: Friends, …", and no other name before a colon. */
function ownerByLabel(article: Article, view: WordView, cast: Cast, data: SpeakerData): Owner | null {
  const { sentences, tokens } = view.analysis;
  let owner: Owner | null = null;
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const start = sentences.start[sentence] ?? 0;
    const end = labelEnd(view, data, start, sentences.end[sentence] ?? 0);
    if (end < 0) continue;
    if (sentence > 0 || owner !== null) return null;
    const index = cast.mentionAt[end - 1] ?? -1;
    const mention = cast.mentions[index];
    if (mention === undefined || mention.kind !== "person" || mention.phraseStart !== start) return null;
    owner = { name: article.text.slice(tokens.start[mention.start], tokens.end[mention.end - 1]), office: null };
  }
  return owner;
}

/** The place of the colon after a name that opens a sentence; -1 when none does. */
function labelEnd(view: WordView, data: SpeakerData, start: number, end: number): number {
  for (let at = start; at < end && at < start + 14; at++) {
    const word = view.lower[at] ?? "";
    if (word === ":") return at - start >= 2 ? at : -1;
    if (view.capital[at] === 0 && !data.joiners.has(word) && !data.particles.has(word)) return -1;
  }
  return -1;
}

/** "We will build it - President Ana Ruiz" over a text in the first person that does not speak of Ruiz. */
function ownerAfterDash(article: Article, data: SpeakerData): Owner | null {
  const tail = /\s[-–—]\s+([^-–—]{3,80})$/u.exec((article.title ?? "").slice(-120).trim())?.[1];
  if (tail === undefined) return null;
  const owner = ownerIn(tail.match(/[\p{L}\p{N}.-]+/gu) ?? [], data);
  const surname = owner?.name?.split(" ").at(-1);
  return surname === undefined || article.text.includes(surname) ? null : owner;
}

/** Whose document it is: a name, or the words of an office where the title gives no name. */
interface Owner {
  readonly name: string | null;
  readonly office: string | null;
}

function ownerOf(article: Article, data: SpeakerData): Owner | null {
  if (article.speaker !== null && article.speaker.trim() !== "") return { name: article.speaker.trim(), office: null };
  const words = (article.title ?? firstLine(article.text)).match(/[\p{L}\p{N}.-]+(?:['’]s)?|[,:;–—]/gu) ?? [];
  const lower = words.map((word) => word.toLowerCase().replaceAll("’", "'"));
  for (const [at, word] of lower.entries()) {
    if (!data.own.titles.has(word) || lower[at - 1] === "joint") continue;
    // "speech by President Ana Ruiz at", "address of the President of Kestria"
    if (BY.has(lower[at + 1] ?? "")) {
      const owner = ownerIn(words.slice(at + 2), data);
      if (owner !== null) return owner;
    }
    // "President Ana Ruiz's address"
    if ((lower[at - 1] ?? "").endsWith("'s")) {
      const before = words.slice(0, at).map((one, place) => (place === at - 1 ? one.slice(0, -2) : one));
      const from = before.findLastIndex((one) => /^[,:;–—-]$/.test(one)) + 1;
      const owner = ownerIn(before.slice(from), data);
      if (owner !== null) return owner;
    }
  }
  return null;
}

const BY: ReadonlySet<string> = new Set(["by", "of", "from"]);

/** The person at the end of "the Head of the Office of the President of Kestria Ana Ruiz", before "at", "in", "to". */
function ownerIn(words: readonly string[], data: SpeakerData): Owner | null {
  const end = words.findIndex(
    (word, at) => /^[,:;–—-]$/.test(word) || (at > 0 && AFTER_OWNER.has(word) && !OFFICE_LINKS.has(word)),
  );
  const phrase = end < 0 ? words : words.slice(0, end);
  const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
  let start = phrase.length;
  while (
    start > 0 &&
    isCapital(phrase[start - 1] ?? "") &&
    !data.roleNouns.has((phrase[start - 1] ?? "").toLowerCase())
  )
    start--;
  let name = phrase.slice(start);
  while (name.length > 1 && isPlace(name[0] ?? "", data)) name = name.slice(1);
  // "President of Kestria Oskar Lind": a country that no list knows
  if (start > 0 && name.length > 2 && OFFICE_LINKS.has((phrase[start - 1] ?? "").toLowerCase())) {
    const first = name.findIndex((word) => data.firstNames.has(word.toLowerCase()));
    name = name.slice(first < 0 ? 1 : first);
  }
  const office = phrase
    .slice(0, phrase.length - name.length)
    .filter((word, at) => at > 0 || word.toLowerCase() !== "the");
  const isOffice = phrase.some((word) => data.roleNouns.has(word.toLowerCase()));
  const isBody = name.some((word) => data.bodyNames.has(word.toLowerCase()) || data.groupNouns.has(word.toLowerCase()));
  const titled = data.roleNouns.has((office.at(-1) ?? "").toLowerCase());
  if (!isBody && (name.length >= 2 || (name.length === 1 && titled && !isPlace(name[0] ?? "", data))))
    return { name: name.join(" "), office: isOffice ? office.join(" ") : null };
  if (!isOffice) return null;
  return { name: null, office: phrase.filter((word, at) => at > 0 || word.toLowerCase() !== "the").join(" ") };
}

const AFTER_OWNER: ReadonlySet<string> = new Set(
  "at in to on before during after following for with about regarding dedicated and".split(" "),
);
const OFFICE_LINKS: ReadonlySet<string> = new Set(["of", "the"]);

function isPlace(word: string, data: SpeakerData): boolean {
  const lower = word.toLowerCase();
  return data.placeNames.has(lower) || data.countries.has(lower);
}

function firstLine(text: string): string {
  return text.slice(0, 300).split("\n", 1)[0] ?? "";
}

function speakerOf(view: WordView, cast: Cast, owner: Owner): SpeakerMention {
  const { name, office } = owner;
  if (name !== null) {
    const key = speakerKey(name);
    const { text, tokens } = view.analysis;
    for (const member of cast.members) {
      if (member.kind === "body") continue;
      const { start, end } = member.fullest;
      const from = tokens.start[start] ?? 0;
      const to = tokens.end[end - 1] ?? 0;
      if (speakerKey(text.slice(from, to)) === key) return { ...memberSpeaker(view, member, null), name };
    }
    return { name, description: null, span: null, kind: "person", named: true, role: null };
  }
  return { name: null, description: office, span: null, kind: "person", named: false, role: null };
}

/** A person of the cast as a speaker, by the fullest name, with the office that stands beside `mention`. */
export function memberSpeaker(view: WordView, member: Member, mention: Mention | null): SpeakerMention {
  const spanned = (tokens: TokenSpan): Span => {
    const { start, end } = rangeOf(view, tokens.start, tokens.end);
    return spanOf(view.analysis.text, start, end);
  };
  const role = bestRole(view, member, mention);
  const title = role === null ? null : spanned(role);
  const name = spanned(member.fullest);
  return {
    name: name.text.replace(/\s+/g, " "),
    description: null,
    span: name,
    kind: "person",
    named: true,
    role: title === null ? null : { title: title.text.replace(/\s+/g, " "), span: title },
  };
}

/** Own words say "I" and "we" outside quotations, often. */
function speaksInFirstPerson(view: WordView, data: SpeakerData): boolean {
  const { quotation } = view.analysis.tokens;
  let outside = 0;
  let first = 0;
  for (let at = 0; at < view.count; at++) {
    // a whole speech may stand within one pair of marks: only what is short is a quotation in it
    const mark = quotation[at] ?? -1;
    if (mark >= 0 && (view.analysis.quotations[mark]?.depth ?? 0) > 0) continue;
    if (mark < 0) outside++;
    if (mark < 0 && data.own.firstPerson.has(view.lower[at] ?? "")) first++;
  }
  return first >= 2 && first * 100 >= outside;
}

function isTaken(taken: Uint8Array, start: number, end: number): boolean {
  let covered = 0;
  for (let at = start; at < end; at++) covered += taken[at] ?? 0;
  return covered * 2 > end - start;
}

/**
 * How likely a sentence takes a stance that belongs on the record: 0 when it shows none. Chosen by reading addresses of two
 * presidential offices: commitments, refusals and demands in the first person stand highest.
 */
function stanceOf(view: WordView, data: SpeakerData, start: number, end: number): number {
  if (end - start < 5 || end - start > 90) return 0;
  let first = false;
  let commits = false;
  let position = false;
  let condition = false;
  let negated = false;
  for (let at = start; at < end; at++) {
    const word = view.lower[at] ?? "";
    if (word === "?") return 0;
    if (data.own.thanks.has(word) && at - start < 7) return 0;
    if (data.own.firstPerson.has(word)) first = true;
    // "security guarantees" and "a plan" are nouns
    const noun = tagOf(view, at).startsWith("NN");
    if (data.own.commits.has(word) && !noun) commits = true;
    if (data.own.positions.has(word) && !noun) position = true;
    if (data.own.conditions.has(word)) condition = true;
    if (word === "not" || word === "n't" || word === "never" || word === "no") negated = true;
  }
  // what the speaker says of themselves, or demands of anybody, in the main clause is on the record
  if (takesStand(view, data, start, end)) return 0.6 + (condition ? 0.1 : 0) + (negated ? 0.05 : 0);
  if (!commits && !position) return 0;
  return (commits ? 0.4 : 0.3) + (first ? 0.2 : 0) + (condition ? 0.1 : 0) + (negated ? 0.05 : 0);
}

/**
 * The main clause opens with a stand: a need, wish or demand ("We need …", "I insist …"), an act done by saying it ("I am opening …"), a
 * refusal in the present ("We do not recognise …"), what goes on ("We continue to …"), or a "must" for anybody. Of such sentences in
 * addresses of two presidents, read one by one, more than nine in ten belong on the record; of those with "should", with a third
 * person's "will" or with a stand in a subordinate clause, fewer.
 */
function takesStand(view: WordView, data: SpeakerData, start: number, end: number): boolean {
  if (demandsOfOthers(view, start, end)) return true;
  const subject = mainSubject(view, start, end);
  const word = view.lower[subject] ?? "";
  if (subject < 0 || (word !== "i" && word !== "we")) return false;
  let refused = false;
  let isDoing = false;
  let at = subject + 1;
  for (; at < end && at < subject + 6; at++) {
    const next = view.lower[at] ?? "";
    if (next === "not" || next === "n't" || next === "never") refused = true;
    else if (/^(?:am|are|'m|'re)$/.test(next)) isDoing = true;
    else if (!/^(?:do|all|both)$/.test(next) && !tagOf(view, at).startsWith("RB")) break;
  }
  const verb = view.lower[at] ?? "";
  // "we need it": what is needed stands in another sentence
  if (at >= end || !hasNoun(view, at + 1, end)) return false;
  if (isDoing) return !refused && data.own.doing.has(verb);
  // "I want to thank you", "I want everyone to know" lead in
  const to = /^(?:you|everyone|everybody|all)$/.test(view.lower[at + 1] ?? "") ? at + 2 : at + 1;
  const leadsIn = view.lower[to] === "to" && data.own.leadsIn.has(view.lower[to + 1] ?? "");
  return !leadsIn && (data.own.stands.has(verb) || (refused && data.own.refusable.has(verb)));
}

/** "All companies must leave", "The rules must be reviewed": said of what a noun names. */
function demandsOfOthers(view: WordView, start: number, end: number): boolean {
  const limit = Math.min(end, start + 16);
  for (let at = start; at < limit; at++) {
    const tag = tagOf(view, at);
    if (view.lower[at] === "must") return tagOf(view, at - 1).startsWith("NN") && tagOf(view, at + 1) === "VB";
    if (/^(?:VB|MD|W|TO|PRP$|EX)/.test(tag) || view.lower[at] === "that" || view.lower[at] === "if") return false;
  }
  return false;
}

function hasNoun(view: WordView, from: number, end: number): boolean {
  for (let at = from; at < end; at++)
    if (tagOf(view, at).startsWith("NN") && !/^(?:one|ones|thing|things)$/.test(view.lower[at] ?? "")) return true;
  return false;
}

/** The subject of the first clause: a pronoun with nothing before it but adverbs, conjunctions and a phrase that a comma ends; -1 without. */
function mainSubject(view: WordView, start: number, end: number): number {
  const limit = Math.min(end, start + 12);
  for (let at = start; at < limit; at++) {
    const tag = tagOf(view, at);
    if (tag === "PRP") return at;
    if (/^(?:VB|MD|W|TO)/.test(tag)) return -1;
    if (/^(?:that|if|because|although|while|unless|as|since|when)$/.test(view.lower[at] ?? "")) return -1;
  }
  return -1;
}
