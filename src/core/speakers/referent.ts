import type { SpeakerKind } from "../statement.ts";
import type { Cast } from "./cast.ts";
import { matchBody, matchRole } from "./descriptions.ts";
import type { Discourse, Reference, Referent } from "./discourse.ts";
import { phraseEnd as roleEnd } from "./mentions.ts";

import type { Mention, TokenSpan } from "./mentions.ts";
import type { Gender, SpeakerData } from "./speaker-data.ts";
import { tagOf, type WordView } from "./word-view.ts";

export type { Discourse, Reference, Referent } from "./discourse.ts";

/** Finds whom the words of a source mean, given what came before. Null when that cannot be told safely. */
export function referentOf(
  view: WordView,
  cast: Cast,
  data: SpeakerData,
  source: TokenSpan,
  discourse: Discourse,
  depth = 0,
): Referent | null {
  const range = trimmed(view, data, source);
  const { start, end } = range;
  if (start >= end) return null;
  const word = view.lower[start] ?? "";
  const pronoun = data.pronouns.get(word);
  const alone =
    end - start === 1 ||
    (end - start === 2 && /(?:self|selves|both|all|too|also|later|then)$/.test(view.lower[start + 1] ?? ""));
  if (pronoun !== undefined && alone && view.capitals[start] === 0) {
    if (pronoun.kind === "third")
      return personBefore(view, cast, start, pronoun.gender, discourse) ?? unnamed(range, "person");
    if (pronoun.kind === "neuter") return bodyBefore(view, cast, start, discourse) ?? unnamed(range, "unknown");
    if (pronoun.kind === "plural") return groupBefore(view, cast, start, discourse) ?? unnamed(range, "group");
    if (pronoun.kind === "relative") return antecedent(view, cast, data, start, discourse, depth);
    return unnamed(range, word === "i" || /one$|body$/.test(word) ? "person" : "group");
  }
  const head = headMention(view, cast, data, start, end);
  if (head !== null) return withOthers(view, cast, data, firstOfList(view, cast, head), end);
  return described(view, cast, data, range, discourse, depth);
}

function unnamed(description: TokenSpan, kind: SpeakerKind): Referent {
  return { members: [], mention: null, description, kind, document: null };
}

function named(cast: Cast, member: number, mention: Mention | null): Referent {
  const known = cast.members[member];
  const kind =
    known?.kind === "body" ? "organisation" : known?.kind === "unknown" && known.gender === null ? "unknown" : "person";
  return { members: [member], mention, description: null, kind, document: null };
}

/** Without marks, prepositions and small words around. */
function trimmed(view: WordView, data: SpeakerData, source: TokenSpan): TokenSpan {
  let { start, end } = source;
  const isMark = (at: number): boolean => !/[\p{L}\p{N}]/u.test(view.lower[at] ?? "");
  while (start < end && (isMark(start) || LEADING.has(view.lower[start] ?? ""))) start++;
  while (start < end && (isMark(end - 1) || (view.lower[end - 1] === "'s" && end - start > 1))) end--;
  const least = view.lower[start + 1] === "least" || view.lower[start + 1] === "most";
  if (
    end - start > 1 &&
    !least &&
    data.prepositions.has(view.lower[start] ?? "") &&
    !data.pronouns.has(view.lower[start] ?? "")
  )
    start++;
  return { start, end };
}

const LEADING: ReadonlySet<string> = new Set([
  "by",
  "from",
  "to",
  "according",
  "per",
  "as",
  "for",
  "and",
  "but",
  "while",
  "even",
  "both",
  "only",
  "fellow",
  "like",
]);

/**
 * The name that heads the source: nothing but its own title, office or modifiers may stand before it.
 *
 *     Kenneth Baer, a former Obama administration official        a reporter for USA Today
 *     ^ head                                                      ^ no name: a reporter
 */
function headMention(view: WordView, cast: Cast, data: SpeakerData, start: number, end: number): number | null {
  for (let at = start; at < end; at++) {
    const index = cast.mentionAt[at] ?? -1;
    const word = view.lower[at] ?? "";
    if (index < 0) {
      // modifiers of an office, a comma after it, or an owner's mark may stand before the name
      if (data.prepositions.has(word) && at > start) {
        // "the minister for water Ana Ruiz": only where a later mention's phrase covers this word
        return coveringPhrase(cast, at, end) ?? nameInApposition(view, cast, data, start, end);
      }
      const kind = view.capitals[at] === 1 ? undefined : data.pronouns.get(word)?.kind;
      if (kind !== undefined && kind !== "indefinite" && !data.possessives.has(word) && !data.determiners.has(word))
        return null;
      if (data.sayingVerbs.has(word) && view.capital[at] === 0 && !data.roleModifiers.has(word)) return null;
      continue;
    }
    const mention = cast.mentions[index] as Mention; // `mentionAt` holds positions in it
    const after = mention.end;
    if (mention.start < start && mention.end <= start + 1 && end - start > 1) return null;
    if (after < end && (view.lower[after] === "'s" || view.lower[after] === "'")) {
      // an owner: "Ruiz's aides"; the name that heads it, if any, comes after
      const later = coveringPhrase(cast, at, end);
      if (later !== null) return later;
      at = after;
      if (after + 1 >= end) return index;
      const next = nextMention(cast, after + 1, end);
      const owned = next === null ? undefined : cast.mentions[next];
      if (owned !== undefined && owned.phraseStart <= after + 1 && !isCompound(view, data, owned.end, end)) return next;
      return nameInApposition(view, cast, data, start, end);
    }
    if (after < end) {
      const later = coveringPhrase(cast, at, end);
      if (later !== null && later !== index) return later;
      if (isCompound(view, data, after, end)) return null;
    }
    // "a Bloomberg reporter" was caught above; "the voters of Ohio" stops at its preposition
    for (let before = start; before < at; before++) {
      const one = view.lower[before] ?? "";
      // "presidential hopefuls Ruiz and Laar" are the two
      const titles = before === at - 1 && view.lower[after] === "and";
      if (data.groupNouns.has(one) && view.capital[before] === 0 && view.lower[before + 1] !== "," && !titles)
        return null;
    }
    return index;
  }
  return null;
}

/** "Ruiz aides", "a Bloomberg poll": a common noun goes on after the name. */
function isCompound(view: WordView, data: SpeakerData, at: number, end: number): boolean {
  const word = view.lower[at] ?? "";
  if (at >= end || view.capital[at] === 1 || !/^[a-z-]+$/.test(word)) return false;
  return (
    data.roleNouns.has(word) ||
    data.groupNouns.has(word) ||
    data.bodyNouns.has(word) ||
    data.documentNouns.has(word) ||
    data.wordsNouns.has(word) ||
    data.roleModifiers.has(word) ||
    data.personNouns.has(word) ||
    /^NNS?$/.test(tagOf(view, at)) ||
    (tagOf(view, at).startsWith("JJ") && isCompound(view, data, at + 1, end))
  );
}

/** "The minister of the economy, Mr. Laar,": a titled name, or one that ends the source, after an office and a comma. */
function nameInApposition(view: WordView, cast: Cast, data: SpeakerData, start: number, end: number): number | null {
  const head = nounPhrase(view, data, { start, end }).end - 1;
  const noun = view.lower[head] ?? "";
  if (!data.roleNouns.has(noun) && !data.personNouns.has(noun)) return null;
  for (let at = head + 1; at < end - 1; at++) {
    if (view.lower[at] !== ",") continue;
    const index = coveringPhrase(cast, at + 1, end) ?? cast.mentionAt[at + 1] ?? -1;
    const mention = index < 0 ? undefined : cast.mentions[index];
    if (mention === undefined || mention.phraseStart > at + 1 || mention.kind !== "person") continue;
    const closes = mention.end >= end || view.lower[mention.end] === "," || view.lower[mention.end] === "(";
    return closes ? index : null;
  }
  return null;
}

function nextMention(cast: Cast, from: number, end: number): number | null {
  for (let at = from; at < end; at++) {
    const index = cast.mentionAt[at] ?? -1;
    if (index >= 0) return index;
  }
  return null;
}

/** A mention within `end` whose title or office begins at or before `at`. */
function coveringPhrase(cast: Cast, at: number, end: number): number | null {
  for (let token = at; token < end; token++) {
    const index = cast.mentionAt[token] ?? -1;
    if (index < 0) continue;
    const mention = cast.mentions[index];
    if (mention !== undefined && mention.start > at && mention.phraseStart <= at) return index;
  }
  return null;
}

/**
 * "Ana Ruiz and [Tomas Laar] said": the first name of a list of which the source has the end. Only where the list begins the
 * sentence or follows a quotation; elsewhere the name before "and" may belong to another clause.
 */
function firstOfList(view: WordView, cast: Cast, head: number): number {
  const { sentence } = view.analysis.tokens;
  let first = head;
  for (let steps = 0; steps < 5; steps++) {
    const { phraseStart } = cast.mentions[first] as Mention; // callers give positions in the list
    const link = view.lower[phraseStart - 1] ?? "";
    const joined =
      link === "and" || (link === "," && (first !== head || view.lower[cast.mentions[head]?.end ?? 0] === "and"));
    if (!joined) break;
    const before = cast.mentionAt[phraseStart - 2] ?? -1;
    const mention = cast.mentions[before];
    if (mention === undefined || sentence[mention.start] !== sentence[phraseStart]) break;
    if (cast.members[cast.memberOf[before] ?? -1]?.kind !== cast.members[cast.memberOf[first] ?? -1]?.kind) break;
    first = before;
  }
  if (first === head) return head;
  const { phraseStart } = cast.mentions[first] as Mention; // as above
  const opens = phraseStart === 0 || sentence[phraseStart - 1] !== sentence[phraseStart];
  return opens || /^["”»]$|^''$/.test(view.lower[phraseStart - 1] ?? "") ? first : head;
}

/** "Tester and Vitter": the names that are joined to the head by "and" or commas. */
function withOthers(view: WordView, cast: Cast, data: SpeakerData, head: number, end: number): Referent | null {
  const first = cast.mentions[head];
  const member = cast.memberOf[head] ?? -1;
  if (first === undefined || member < 0) return null;
  const members = [member];
  let at = first.end;
  while (at < end) {
    if (view.lower[at] === "(") {
      while (at < end && view.lower[at] !== ")") at++;
      at++;
      continue;
    }
    const word = view.lower[at] ?? "";
    if (word !== "and" && word !== "," && word !== "&") break;
    let next = at + 1;
    if (view.lower[next] === "and") next++;
    while (next < end && (data.honorifics.has(view.lower[next] ?? "") || view.lower[next] === "the")) next++;
    const index = coveringPhrase(cast, next, end) ?? cast.mentionAt[next] ?? -1;
    const other = index < 0 ? undefined : cast.mentions[index];
    const owner = index < 0 ? -1 : (cast.memberOf[index] ?? -1);
    if (other === undefined || owner < 0 || other.phraseStart > next || other.possessive) break;
    // ", of Ashton" never gets here; ", Calif." and other places after a comma are no second speaker
    if (word === "," && cast.members[owner]?.kind !== cast.members[member]?.kind) break;
    if (!members.includes(owner)) members.push(owner);
    at = other.end;
  }
  // an enumeration by commas alone is an apposition: "Ruiz, Laar, said"
  const joined = members.length > 1 && hasAnd(view, first.end, at);
  if (!joined) return named(cast, member, first);
  const person = members.every((one) => cast.members[one]?.kind !== "body");
  return { members, mention: first, description: null, kind: person ? "group" : "organisation", document: null };
}

function hasAnd(view: WordView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (view.lower[at] === "and" || view.lower[at] === "&") return true;
  return false;
}

/** A source without a name at its head: an office, a body, a document or people to be found in the article, or nobody named. */
function described(
  view: WordView,
  cast: Cast,
  data: SpeakerData,
  range: TokenSpan,
  discourse: Discourse,
  depth: number,
): Referent | null {
  const { start, end } = range;
  if (start >= end) return null;
  const phrase = nounPhrase(view, data, range);
  const head = phrase.end - 1;
  const noun = view.lower[head] ?? "";
  const description = { start, end: descriptionEnd(view, data, range, phrase) };
  const opener = view.lower[start] ?? "";
  const owner = ownerOf(view, cast, data, phrase);

  if (data.wordsNouns.has(noun) && depth < 2) {
    if (owner !== null) return referentOf(view, cast, data, owner, discourse, depth + 1);
    const by = view.lower[phrase.end] ?? "";
    if (by === "from" || by === "by" || by === "of") {
      const rest = { start: phrase.end + 1, end };
      const author = referentOf(view, cast, data, rest, discourse, depth + 1);
      if (author !== null && author.members.length > 0) return author;
    }
    return unnamed(description, "document");
  }
  if (data.documentNouns.has(noun)) {
    const first = firstContent(view, data, phrase);
    let capital = false;
    for (let at = first; at < phrase.end; at++)
      if (view.capital[at] === 1 && !(at === first && isSentenceStart(view, at) && cast.mentionAt[at] === -1))
        capital = true;
    const byBody =
      owner !== null && cast.members[cast.memberOf[cast.mentionAt[owner.start] ?? -1] ?? -1]?.kind === "body";
    if (capital && data.namedDocuments.has(noun) && (owner === null || byBody))
      return {
        members: [],
        mention: null,
        description: null,
        kind: "document",
        document: { start: first, end: phrase.end },
      };
    const survey = namedAfter(view, cast, data, phrase, end);
    if (survey !== null) return survey;
    if (opener === "the" || opener === "this") {
      const known = discourse.past.findLast(
        ({ referent }) => referent.document !== null && view.lower[referent.document.end - 1] === noun,
      );
      if (known !== undefined) return known.referent;
    }
    return unnamed(description, "document");
  }
  const campaign = campaignOf(view, cast, data, phrase, noun) ?? ownCampaign(view, cast, data, phrase, noun, discourse);
  if (campaign !== null) return withBody(view, cast, campaign, phrase.end, end);
  const singular = data.roleNouns.has(noun);
  if (singular && opener !== "a" && opener !== "an" && opener !== "one" && opener !== "another") {
    const member = matchRole(view, cast, data, phrase, discourse);
    if (member !== null) return named(cast, member, null);
  }
  if (data.bodyNouns.has(noun) && (opener === "the" || data.possessives.has(opener) || view.capital[head] === 1)) {
    const member = matchBody(view, cast, data, phrase, discourse);
    if (member !== null) return named(cast, member, null);
    const first = firstContent(view, data, phrase);
    // "the Senate banking committee" is a name though its last words are small
    if (view.capital[first] === 1 && first < head && CHAMBERS.has(noun) && owner === null)
      return {
        members: [],
        mention: null,
        description: null,
        kind: "organisation",
        document: { start: first, end: phrase.end },
      };
    const known = opener === "the" && first === head ? documentBefore(view, discourse, noun) : null;
    if (known !== null) return known;
    const only = opener === "the" && first === head && FIRMS.has(noun) ? onlyBodyBefore(view, cast, data, start) : null;
    if (only !== null) return named(cast, only, null);
    return unnamed(description, "organisation");
  }
  if (data.groupNouns.has(noun) || data.quantifiers.has(opener) || /(?:[^s]s|people|men)$/.test(noun)) {
    // "the two", "the pair": nobody knows which
    return unnamed(description, "group");
  }
  // "the Russian", "the New Yorker": one that was spoken of, but which, the text seldom shows
  if (data.personNouns.has(noun)) return unnamed(description, "person");
  if (singular) {
    const role = { start: firstContent(view, data, phrase), end: roleEnd(view, data, phrase.end, end) };
    return { ...unnamed(description, "person"), role };
  }
  if (data.bodyNouns.has(noun)) return unnamed(description, "organisation");
  const sentence = view.analysis.tokens.sentence[start] ?? 0;
  if (
    view.headline[sentence] === 1 &&
    (data.bodyNames.has(noun) || data.knownBodies.has(noun)) &&
    view.capital[start] === 1
  )
    return {
      members: [],
      mention: null,
      description: null,
      kind: "organisation",
      document: { start, end: phrase.end },
    };
  const pronoun = data.pronouns.get(noun);
  if (pronoun?.kind === "third" && phrase.end - phrase.start === 1)
    return personBefore(view, cast, head, pronoun.gender, discourse);
  return unnamed(description, "unknown");
}

/** "Data from the 2014 Community Survey" is that survey; "an analysis by Ana Ruiz" is hers. */
function namedAfter(view: WordView, cast: Cast, data: SpeakerData, phrase: TokenSpan, end: number): Referent | null {
  const link = view.lower[phrase.end] ?? "";
  if (link !== "from" && link !== "by") return null;
  let start = phrase.end + 1;
  while (start < end && data.determiners.has(view.lower[start] ?? "")) start++;
  const index =
    coveringPhrase(cast, start, end) ??
    cast.mentionAt[/^\d{4}$/.test(view.lower[start] ?? "") ? start + 1 : start] ??
    -1;
  const mention = index < 0 ? undefined : cast.mentions[index];
  if (mention === undefined) return null;
  const member = cast.memberOf[index] ?? -1;
  if (link === "by" && cast.members[member]?.kind === "person") return named(cast, member, mention);
  if (!data.documentNouns.has(view.lower[mention.end - 1] ?? "")) return null;
  return { members: [], mention: null, description: null, kind: "document", document: { start, end: mention.end } };
}

function isSentenceStart(view: WordView, at: number): boolean {
  return at === 0 || view.analysis.tokens.sentence[at] !== view.analysis.tokens.sentence[at - 1];
}

function firstContent(view: WordView, data: SpeakerData, phrase: TokenSpan): number {
  let at = phrase.start;
  while (
    at < phrase.end - 1 &&
    (data.determiners.has(view.lower[at] ?? "") ||
      data.possessives.has(view.lower[at] ?? "") ||
      (VAGUE.has(view.lower[at] ?? "") && (view.capital[at] === 0 || at === phrase.start)))
  )
    at++;
  return at;
}

const VAGUE: ReadonlySet<string> = new Set(["new", "recent", "latest", "separate", "different", "earlier", "previous"]);

/** From the first word to the head noun: up to a preposition, relative pronoun, comma or verb. */
export function nounPhrase(view: WordView, data: SpeakerData, { start, end }: TokenSpan): TokenSpan {
  let at = start;
  while (at < end) {
    const word = view.lower[at] ?? "";
    if (at > start && (data.prepositions.has(word) || STOPS.has(word))) break;
    if (at > start && view.capital[at] === 0) {
      const tag = tagOf(view, at);
      if (tag.startsWith("VB") && !data.roleModifiers.has(word) && !(tag === "VBG" || tag === "VBN")) break;
      // "the aide handling it", "a person close to the talks"
      const trailing =
        (tag === "JJ" || tag === "RB") && (at + 1 >= end || data.prepositions.has(view.lower[at + 1] ?? ""));
      if ((tag === "VBG" || tag === "VBN" || trailing) && isNounLike(view, data, at - 1)) break;
    }
    at++;
  }
  return { start, end: Math.max(at, start + 1) };
}

function isNounLike(view: WordView, data: SpeakerData, at: number): boolean {
  const word = view.lower[at] ?? "";
  return (
    data.roleNouns.has(word) ||
    data.groupNouns.has(word) ||
    data.personNouns.has(word) ||
    tagOf(view, at).startsWith("NN")
  );
}

const STOPS: ReadonlySet<string> = new Set([
  ",",
  "(",
  ")",
  "–",
  "—",
  "--",
  ";",
  ":",
  "and",
  "or",
  "but",
  '"',
  "“",
  "”",
]);

/** The description that is shown: without relative clause, at most a dozen words. */
function descriptionEnd(view: WordView, data: SpeakerData, range: TokenSpan, phrase: TokenSpan): number {
  let at = phrase.end;
  while (at < range.end && at < range.start + 14) {
    const word = view.lower[at] ?? "";
    if (
      word === "," ||
      word === "who" ||
      word === "that" ||
      word === "which" ||
      word === "whose" ||
      word === "(" ||
      word === "–" ||
      word === "—"
    )
      break;
    at++;
  }
  return Math.max(at, phrase.end);
}

/** "Ruiz's letter", "his statement": the token range of the owner, or null. */
function ownerOf(view: WordView, cast: Cast, data: SpeakerData, phrase: TokenSpan): TokenSpan | null {
  const first = view.lower[phrase.start] ?? "";
  if (data.possessives.has(first)) return { start: phrase.start, end: phrase.start + 1 };
  for (let at = phrase.start + 1; at < phrase.end - 1; at++)
    if (view.lower[at] === "'s" || view.lower[at] === "'") return { start: phrase.start, end: at };
  return null;
}

/** "the Ruiz campaign", "Ana Ruiz's campaign", "the Ruiz administration": a body named for its head. */
function campaignOf(view: WordView, cast: Cast, data: SpeakerData, phrase: TokenSpan, noun: string): Referent | null {
  if (!NAMED_FOR.has(noun)) return null;
  for (let at = phrase.end - 2; at >= phrase.start; at--) {
    const index = cast.mentionAt[at] ?? -1;
    if (index < 0) continue;
    const mention = cast.mentions[index] as Mention; // `mentionAt` holds positions in it
    const start = cast.members[cast.memberOf[index] ?? -1]?.kind === "body" ? mention.start : mention.end - 1;
    const { text, tokens } = view.analysis;
    const document = { start, end: phrase.end };
    const plain: Referent = { members: [], mention: null, description: null, kind: "organisation", document };
    if (!PERSONAL.has(noun)) return plain;
    return { ...plain, name: `${text.slice(tokens.start[mention.end - 1], tokens.end[mention.end - 1])} campaign` };
  }
  return null;
}

/** "The Ruiz campaign and the water board" */
function withBody(view: WordView, cast: Cast, campaign: Referent, at: number, end: number): Referent {
  if (view.lower[at] !== "and" || campaign.document === null) return campaign;
  const next = view.lower[at + 1] === "the" ? at + 2 : at + 1;
  const index = next < end ? (cast.mentionAt[next] ?? -1) : -1;
  const fullest = cast.members[cast.memberOf[index] ?? -1]?.fullest;
  if (fullest === undefined) return campaign;
  const { text, tokens } = view.analysis;
  const words = (from: number, to: number): string =>
    text.slice(tokens.start[from], tokens.end[to - 1]).replace(/\s+/g, " ");
  const first = campaign.name ?? words(campaign.document.start, campaign.document.end);
  return { ...campaign, name: `${first} and ${words(fullest.start, fullest.end)}` };
}

/** "his campaign", of a person spoken of before. */
function ownCampaign(
  view: WordView,
  cast: Cast,
  data: SpeakerData,
  phrase: TokenSpan,
  noun: string,
  discourse: Discourse,
): Referent | null {
  const gender = data.possessives.get(view.lower[phrase.start] ?? "");
  if (!PERSONAL.has(noun) || gender === undefined || gender === null) return null;
  const owner = personBefore(view, cast, phrase.start, gender, discourse)?.members[0];
  const member = owner === undefined ? undefined : cast.members[owner];
  if (member === undefined) return null;
  const { text, tokens } = view.analysis;
  const last = member.fullest.end - 1;
  return {
    members: [],
    mention: null,
    description: null,
    kind: "organisation",
    document: { start: last, end: last + 1 },
    name: `${text.slice(tokens.start[last], tokens.end[last])} campaign`,
  };
}

const NAMED_FOR: ReadonlySet<string> = new Set([
  "campaign",
  "administration",
  "team",
  "camp",
  "government",
  "foundation",
]);

/** A candidate's own house goes by one name, so that its statements meet. */
const PERSONAL: ReadonlySet<string> = new Set(["campaign", "team", "camp"]);

const CHAMBERS: ReadonlySet<string> = new Set(
  "committee subcommittee commission council department ministry court delegation caucus".split(" "),
);

interface Candidate {
  readonly member: number;
  readonly score: number;
}

/**
 * The person a "he" or "she" means: of the persons spoken of lately, the one who stands out most. The weights were chosen by
 * reading; on the labelled dev articles a wide range around them scores the same.
 */
export function personBefore(
  view: WordView,
  cast: Cast,
  token: number,
  gender: Gender | null,
  discourse: Discourse,
): Referent | null {
  const { sentence: sentenceOf, quotation } = view.analysis.tokens;
  const sentence = sentenceOf[token] ?? 0;
  const inside = (quotation[token] ?? -1) >= 0;
  const scores = new Map<number, number>();
  const consider = (member: number, score: number): void => {
    const person = cast.members[member];
    if (person === undefined || person.kind === "body") return;
    if (gender !== null && person.gender !== null && person.gender !== gender) return;
    const sure = gender !== null && person.gender === gender ? 3 : 0;
    const unknown = person.kind === "unknown" ? -4 : 0;
    const total = score + sure + unknown + Math.log2(1 + person.mentions) / 2;
    if (total > (scores.get(member) ?? -Infinity)) scores.set(member, total);
  };
  let seen = 0;
  for (let at = mentionBefore(cast, token); at >= 0 && seen < 60; at--, seen++) {
    const mention = cast.mentions[at] as Mention; // `at` is within the list
    const distance = sentence - mention.sentence;
    if (distance > 25) break;
    let score = 10 - 2 * Math.min(distance, 6);
    const sentenceStart = view.analysis.sentences.start[mention.sentence] ?? 0;
    if (!mention.possessive && firstPersonOf(cast, at)) score += 2.5;
    if (mention.phraseStart <= sentenceStart + 1) score += 1;
    if (mention.possessive) score -= 1.5;
    if (mention.headline) score -= 6;
    const before = view.lower[mention.phraseStart - 1] ?? "";
    if (OBLIQUE.has(before) && mention.phraseStart > sentenceStart) score -= 2;
    if ((quotation[mention.start] ?? -1) >= 0 && !inside) score -= 12;
    consider(cast.memberOf[at] ?? -1, score);
  }
  for (let at = discourse.past.length - 1, looked = 0; at >= 0 && looked < 12; at--, looked++) {
    const { referent, token: when, sentence: where } = discourse.past[at] as Reference; // `at` is within the list
    if (when >= token || referent.members.length !== 1) continue;
    const distance = sentence - where;
    if (distance > 25) break;
    const quoted = (quotation[when] ?? -1) >= 0 && !inside ? -3 : 0;
    consider(referent.members[0] ?? -1, 10 - 2 * Math.min(distance, 6) + (looked === 0 ? 4 : 2.5) + quoted);
  }
  let best: Candidate | null = null;
  for (const [member, score] of scores) if (best === null || score > best.score) best = { member, score };
  return best === null ? null : named(cast, best.member, null);
}

const OBLIQUE: ReadonlySet<string> = new Set(
  "of about against with for by over from on than between like near under".split(" "),
);

/** True when no person is named before it in its sentence. */
function firstPersonOf(cast: Cast, at: number): boolean {
  const { sentence } = cast.mentions[at] as Mention; // callers give positions in the list
  for (let before = at - 1; before >= 0 && cast.mentions[before]?.sentence === sentence; before--)
    if (cast.members[cast.memberOf[before] ?? -1]?.kind !== "body" && cast.mentions[before]?.possessive === false)
      return false;
  return true;
}

/** Position of the last mention that ends at or before the token; -1 for none. */
export function mentionBefore(cast: Cast, token: number): number {
  let low = 0;
  let high = cast.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cast.mentions[middle]?.end ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What "it" means as a source: the body that spoke last, or the first one of this sentence or the one before. */
function bodyBefore(view: WordView, cast: Cast, token: number, discourse: Discourse): Referent | null {
  const sentence = view.analysis.tokens.sentence[token] ?? 0;
  const last = discourse.past.at(-1);
  if (
    last !== undefined &&
    sentence - last.sentence <= 2 &&
    (last.referent.kind === "organisation" || last.referent.kind === "document")
  )
    return last.referent;
  let found: number | null = null;
  for (let at = mentionBefore(cast, token); at >= 0; at--) {
    const mention = cast.mentions[at] as Mention; // `at` is within the list
    if (sentence - mention.sentence > 1) break;
    const member = cast.memberOf[at] ?? -1;
    if (cast.members[member]?.kind !== "body" || mention.possessive || mention.headline) continue;
    const before = view.lower[mention.start - 1] ?? "";
    const oblique = OBLIQUE.has(before) || before === "in" || before === "at" || before === "to";
    if (oblique || (before === "the" && OBLIQUE.has(view.lower[mention.start - 2] ?? ""))) continue;
    found = member;
    if (mention.sentence < sentence && at > 0 && cast.mentions[at - 1]?.sentence !== mention.sentence) break;
  }
  return found === null ? null : named(cast, found, null);
}

/** "the administration", "the campaign": the last source that was named with this word. */
function documentBefore(view: WordView, discourse: Discourse, noun: string): Referent | null {
  for (let at = discourse.past.length - 1, looked = 0; at >= 0 && looked < 12; at--, looked++) {
    const referent = discourse.past[at]?.referent;
    if (referent?.document && view.lower[referent.document.end - 1] === noun) return referent;
  }
  return null;
}

/** Words for bodies of which a story seldom has two. */
const FIRMS: ReadonlySet<string> = new Set(
  "bank company agency firm union newspaper paper network magazine foundation university airline retailer manufacturer maker hospital club corporation".split(
    " ",
  ),
);

/** "the bank": the only body named in this sentence so far and the two before, places left out; null when there are several. */
function onlyBodyBefore(view: WordView, cast: Cast, data: SpeakerData, token: number): number | null {
  const sentence = view.analysis.tokens.sentence[token] ?? 0;
  let found: number | null = null;
  for (let at = mentionBefore(cast, token); at >= 0; at--) {
    const mention = cast.mentions[at] as Mention; // `at` is within the list
    if (sentence - mention.sentence > 2) break;
    const member = cast.memberOf[at] ?? -1;
    if (cast.members[member]?.kind !== "body" || data.placeNames.has(view.lower[mention.start] ?? "")) continue;
    if (found !== null && found !== member) return null;
    found = member;
  }
  return found;
}

function groupBefore(view: WordView, cast: Cast, token: number, discourse: Discourse): Referent | null {
  const sentence = view.analysis.tokens.sentence[token] ?? 0;
  for (let at = discourse.past.length - 1, looked = 0; at >= 0 && looked < 3; at--, looked++) {
    const { referent, sentence: where } = discourse.past[at] as Reference; // `at` is within the list
    if (sentence - where > 3) break;
    if (referent.kind === "group" || referent.kind === "organisation") return referent;
  }
  return null;
}

/** "Ana Ruiz, 59, of Ashton, Md., who": back over age and home to the person. */
function overPlaces(view: WordView, cast: Cast, data: SpeakerData, from: number, sentenceStart: number): number {
  for (let at = from; at >= sentenceStart && from - at < 10; at--) {
    const index = cast.mentionAt[at] ?? -1;
    const word = view.lower[at] ?? "";
    if (index < 0) {
      const home = word === "of" || word === "from" || word === "in" || data.nationalities.has(word);
      if (home || !/\p{L}/u.test(word)) continue;
      return from;
    }
    if (cast.mentions[index]?.kind === "person") return at;
    const before = view.lower[(cast.mentions[index]?.start ?? 0) - 1] ?? "";
    if (before !== "of" && before !== "from" && before !== "in" && !data.placeNames.has(word)) return from;
    at = cast.mentions[index]?.start ?? at;
  }
  return from;
}

/** "Ruiz, who said": the name or noun right before the relative pronoun. */
function antecedent(
  view: WordView,
  cast: Cast,
  data: SpeakerData,
  token: number,
  discourse: Discourse,
  depth: number,
): Referent | null {
  const sentenceStart = view.analysis.sentences.start[view.analysis.tokens.sentence[token] ?? 0] ?? 0;
  let at = token - 1;
  while (at >= sentenceStart && /^[,()–—"“”]$|^--$/.test(view.lower[at] ?? "")) at--;
  if (at < sentenceStart) return null;
  // over "(D-Ore.)" and an age
  if (view.lower[at + 1] === ")") {
    while (at > sentenceStart && view.lower[at] !== "(") at--;
    at--;
  }
  const who = view.lower[token] === "who" || view.lower[token] === "whom";
  if (who) at = overPlaces(view, cast, data, at, sentenceStart);
  const index = cast.mentionAt[at] ?? -1;
  if (index >= 0) {
    const mention = cast.mentions[index] as Mention; // `mentionAt` holds positions in it
    const member = cast.memberOf[index] ?? -1;
    const person = cast.members[member]?.kind !== "body";
    if (member >= 0 && (person || !who)) {
      const other =
        tagOf(view, token + 1) === "VBP" && view.lower[mention.phraseStart - 1] === "and"
          ? cast.mentionAt[mention.phraseStart - 2]
          : -1;
      const second = other === undefined || other < 0 ? -1 : (cast.memberOf[other] ?? -1);
      if (second < 0 || second === member) return named(cast, member, mention);
      return { members: [second, member], mention, description: null, kind: "group", document: null };
    }
  }
  let start = at;
  while (start > sentenceStart && token - start < 10) {
    const word = view.lower[start - 1] ?? "";
    if (STOPS.has(word) || data.sayingVerbs.has(word) || data.pronouns.has(word)) break;
    if (view.capital[start - 1] === 0 && tagOf(view, start - 1).startsWith("VB")) break;
    start--;
    if (data.determiners.has(word) || data.quantifiers.has(word)) {
      const before = view.lower[start - 1] ?? "";
      if (before !== "of" && before !== "for" && before !== "at" && before !== "on" && before !== "in") break;
    }
  }
  if (depth > 1) return null;
  const range = { start, end: at + 1 };
  // "the mayor of Ostrava, Ana Ruiz, who": a name in apposition stands right before and was found above
  return described(view, cast, data, trimmed(view, data, range), discourse, depth + 1);
}
