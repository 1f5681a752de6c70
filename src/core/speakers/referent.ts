import { campaignOf, ownCampaign, withBody } from "./campaigns.ts";
import type { Cast } from "./cast.ts";
import { matchBody, matchRole } from "./descriptions.ts";
import { named, unnamed, type Discourse, type Referent } from "./discourse.ts";
import { closingName, coveringPhrase, firstOfList, headMention, withOthers } from "./head-name.ts";
import type { Mention, TokenSpan } from "./mention.ts";
import { descriptionEnd, firstContent, nounPhrase, STOPS } from "./noun-phrase.ts";
import { phraseEnd as roleEnd } from "./offices.ts";
import { bodyBefore, documentBefore, groupBefore, onlyBodyBefore, personBefore } from "./pronouns.ts";
import type { SpeakerData } from "./speaker-data.ts";
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
  const head = headMention(view, cast, data, start, end) ?? closingName(view, cast, data, start, end);
  if (head !== null) return withOthers(view, cast, data, firstOfList(view, cast, data, head), end);
  const both = depth > 0 ? null : pronounAndName(view, cast, data, range, discourse);
  if (both !== null) return both;
  const referent = described(view, cast, data, range, discourse, depth);
  if (referent?.kind !== "unknown" || depth > 0) return referent;
  // a whole clause taken for a source: what speaks stands after its last comma
  const comma = lastComma(view, start, end);
  const last = comma < 0 ? null : referentOf(view, cast, data, { start: comma + 1, end }, discourse, depth + 1);
  return last !== null && last.members.length > 0 ? last : referent;
}

function lastComma(view: WordView, start: number, end: number): number {
  for (let at = end - 2; at > start; at--) if (view.lower[at] === ",") return at;
  return -1;
}

/** "He and Mayor Ruiz said": the two. Null where either is unknown, and where no such pair stands. */
function pronounAndName(
  view: WordView,
  cast: Cast,
  data: SpeakerData,
  { start, end }: TokenSpan,
  discourse: Discourse,
): Referent | null {
  const pronoun = data.pronouns.get(view.lower[start] ?? "");
  if (pronoun?.kind !== "third" || view.lower[start + 1] !== "and") return null;
  const one = personBefore(view, cast, start, pronoun.gender, discourse);
  const other = referentOf(view, cast, data, { start: start + 2, end }, discourse, 1);
  if (one === null || other === null || other.members.length === 0) return unnamed({ start, end }, "group");
  const members = [...new Set([...one.members, ...other.members])];
  return { members, mention: null, description: null, kind: "group", document: null };
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
  // "the Harbour Party of Velden presidential nominee" is a nominee
  if (isOfficeBehind(view, data, phrase, end)) return unnamed({ start, end }, "person");

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
    const member = matchRole(view, cast, data, phrase, end, discourse);
    if (member !== null) return named(cast, member, null);
  }
  // "the paper": a newspaper only where one is meant; "the research paper" is none
  if (data.papers.has(noun) && opener === "the") {
    const spoke = phrase.end - start > 2 ? null : (discourse.past.at(-1)?.referent.members[0] ?? null);
    const only = phrase.end - start > 2 ? null : onlyBodyBefore(view, cast, data, start);
    for (const index of [spoke, only]) {
      const press = index === null ? undefined : cast.members[index];
      if (press?.kind === "body" && data.pressNames.has(view.lower[press.fullest.end - 1] ?? ""))
        return named(cast, press.index, null);
    }
    return unnamed(description, "document");
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
    return { ...unnamed(description, "person"), role, gender: data.roleNouns.get(noun) ?? null };
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

/** A body's name that goes on after its "of" and then an office, small, with which the source ends. */
function isOfficeBehind(view: WordView, data: SpeakerData, phrase: TokenSpan, end: number): boolean {
  if (view.lower[phrase.end] !== "of" || view.capital[phrase.end - 1] === 0) return false;
  if (view.capital[end - 1] === 1 || !data.roleNouns.has(view.lower[end - 1] ?? "")) return false;
  let isName = false;
  for (let at = phrase.end + 1; at < end - 1; at++) {
    if (view.capital[at] === 1) isName = true;
    else if (!data.roleModifiers.has(view.lower[at] ?? "") && !/^(?:NN|JJ)$/.test(tagOf(view, at))) return false;
  }
  return isName;
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

/** "Ruiz's letter", "his statement": the token range of the owner, or null. */
function ownerOf(view: WordView, cast: Cast, data: SpeakerData, phrase: TokenSpan): TokenSpan | null {
  const first = view.lower[phrase.start] ?? "";
  if (data.possessives.has(first)) return { start: phrase.start, end: phrase.start + 1 };
  for (let at = phrase.start + 1; at < phrase.end - 1; at++)
    if (view.lower[at] === "'s" || view.lower[at] === "'") return { start: phrase.start, end: at };
  return null;
}

const CHAMBERS: ReadonlySet<string> = new Set(
  "committee subcommittee commission council department ministry court delegation caucus".split(" "),
);

/** Words for bodies of which a story seldom has two. */
const FIRMS: ReadonlySet<string> = new Set(
  "bank company agency firm union newspaper paper network magazine foundation university airline retailer manufacturer maker hospital club corporation".split(
    " ",
  ),
);

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

/** "Harbour45, a fund that plans to", "Kestria and Veldania, the two old rivals, which": the name that an apposition explains. */
function nameOfApposition(
  view: WordView,
  cast: Cast,
  data: SpeakerData,
  last: number,
  sentenceStart: number,
  who: boolean,
): Referent | null {
  let comma = last;
  while (comma > sentenceStart && comma > last - 8 && view.lower[comma] !== ",") comma--;
  if (view.lower[comma] !== "," || !/^(?:a|an|the)$/.test(view.lower[comma + 1] ?? "")) return null;
  for (let at = comma + 2; at <= last; at++)
    if (tagOf(view, at).startsWith("VB") && view.lower[at + 1] !== "-") return null;
  const index = cast.mentionAt[comma - 1] ?? -1;
  const mention = cast.mentions[index];
  const member = cast.members[cast.memberOf[index] ?? -1];
  if (mention === undefined || member === undefined || mention.end !== comma || mention.possessive) return null;
  if ((member.kind === "person") !== who) return null;
  // "In Osterby, a group that": where, not who
  if (data.prepositions.has(view.lower[mention.phraseStart - 1] ?? "") && mention.phraseStart - 1 === sentenceStart)
    return null;
  return withOthers(view, cast, data, firstOfList(view, cast, data, index), comma);
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
  const explained = nameOfApposition(view, cast, data, at, sentenceStart, who);
  if (explained !== null) return explained;
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
