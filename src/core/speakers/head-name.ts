import type { Cast } from "./cast.ts";
import { named, type Referent } from "./discourse.ts";
import type { Mention } from "./mention.ts";
import { nounPhrase } from "./noun-phrase.ts";
import type { SpeakerData } from "./speaker-data.ts";
import { tagOf, type WordView } from "./word-view.ts";

/**
 * The name that heads the source: nothing but its own title, office or modifiers may stand before it.
 *
 *     Tomas Laar, a former Ruiz administration official          a reporter for Radio Harwick
 *     ^ head                                                     ^ no name: a reporter
 */
export function headMention(view: WordView, cast: Cast, data: SpeakerData, start: number, end: number): number | null {
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
      // "Kestria First Minister Ana Ruiz": whose land stands before her office
      const titled = cast.mentions[nextMention(cast, after, end) ?? -1];
      if (
        mention.kind === "body" &&
        titled?.titled === true &&
        titled.end === end &&
        isOfficeOnly(view, data, after, titled)
      )
        return nextMention(cast, after, end);
      // "the Harbour Press news agency" is the Harbour Press
      if (mention.kind === "body" && end - after <= 2 && isKindOfBody(view, data, mention, end)) return index;
      if (isCompound(view, data, after, end)) return null;
    }
    // "some Democrats, such as Ana Ruiz": they said it
    for (let before = start + 1; before < at; before++)
      if (EXAMPLES.has(view.lower[before] ?? "") && view.lower[before - 1] !== ".") {
        const word = view.lower[before] ?? "";
        if (word !== "such" || view.lower[before + 1] === "as") return null;
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

/** What opens examples of those who spoke. */
const EXAMPLES: ReadonlySet<string> = new Set(["such", "including"]);

/** "Ruiz aides", "a Bloomberg poll": a common noun goes on after the name. */
function isCompound(view: WordView, data: SpeakerData, at: number, end: number): boolean {
  const word = view.lower[at] ?? "";
  if (at >= end || view.capital[at] === 1 || !/^[a-z-]+$/.test(word) || TIME_WORDS.has(word)) return false;
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

/** Nothing but capitals of an office from a token to a name. */
function isOfficeOnly(view: WordView, data: SpeakerData, from: number, { start }: Mention): boolean {
  for (let at = from; at < start; at++) if (view.capital[at] === 0) return false;
  return data.roleNouns.has(view.lower[start - 1] ?? "");
}

/** A noun that only says what the body before it is; "the Kestria company" is no land. */
function isKindOfBody(view: WordView, data: SpeakerData, { start, end: after }: Mention, end: number): boolean {
  for (let at = after; at < end; at++) if (view.capital[at] === 1) return false;
  if (after === end - 2 && tagOf(view, after) !== "NN" && view.lower[after] !== "news") return false;
  const name = view.lower[after - 1] ?? "";
  const isLand = data.placeNames.has(name) || data.nationalities.has(view.lower[start] ?? "");
  return !isLand && data.bodyKinds.has(view.lower[end - 1] ?? "");
}

/** "The Harbour Board late today": when, not what. */
const TIME_WORDS: ReadonlySet<string> = new Set(["late", "early", "today", "yesterday", "tonight", "earlier", "later"]);

/** "The minister of the economy, Mr. Laar,": a titled name, or one that ends the source, after an office and a comma. */
function nameInApposition(view: WordView, cast: Cast, data: SpeakerData, start: number, end: number): number | null {
  const head = nounPhrase(view, data, { start, end }).end - 1;
  const isPerson = (at: number): boolean =>
    data.roleNouns.has(view.lower[at] ?? "") || data.personNouns.has(view.lower[at] ?? "");
  const isPersons = isPerson(head);
  for (let at = head + 1; at < end - 1; at++) {
    if (view.lower[at] !== ",") continue;
    // "a Department of Ports spokesperson, Ana Ruiz"
    if (!isPersons && !(view.capital[at - 1] === 0 && isPerson(at - 1))) continue;
    const index = coveringPhrase(cast, at + 1, end) ?? cast.mentionAt[at + 1] ?? -1;
    const mention = index < 0 ? undefined : cast.mentions[index];
    if (mention === undefined || mention.phraseStart > at + 1 || mention.kind !== "person") continue;
    if (mention.end >= end || view.lower[mention.end] === "," || view.lower[mention.end] === "(") return index;
  }
  return null;
}

/**
 * The name that ends a source after words that only describe it.
 *
 *     the Harbour University geologist Ana Ruiz        the expert and former city official, Tomas Laar,
 *                                      ^ name                                               ^ name
 *     aides to the geologist Ana Ruiz                  state press agency HPA
 *           ^ a preposition: she did not say it                           ^ name
 */
export function closingName(view: WordView, cast: Cast, data: SpeakerData, start: number, end: number): number | null {
  const apposed = nameInApposition(view, cast, data, start, end);
  if (apposed !== null) return apposed;
  const index = cast.mentionAt[end - 1] ?? -1;
  const mention = cast.mentions[index];
  if (mention === undefined || mention.end !== end || mention.start <= start || mention.possessive) return null;
  let name = Math.max(mention.titled ? mention.phraseStart : mention.start, start);
  // the office goes on into a body's name: "Centre for Health Security adviser Ana Ruiz"
  const into = cast.mentions[cast.mentionAt[name] ?? -1];
  if (into !== undefined && into.start < name) name = into.start;
  if (name <= start) return index;
  // "Member of Parliament (MP) Ana Ruiz"
  let noun = name - 1;
  if (view.lower[noun] === ")" && view.lower[noun - 2] === "(") noun -= 3;
  const word = view.lower[noun] ?? "";
  if (mention.kind === "body") {
    for (let at = start; at < name; at++)
      if (view.lower[at] === "and" || data.prepositions.has(view.lower[at] ?? "")) return null;
    return data.bodyNouns.has(word) && view.capital[noun] === 0 ? index : null;
  }
  if (mention.kind !== "person" || (mention.end - mention.start < 2 && !mention.titled)) return null;
  for (let at = name - 1; at >= start; at--) {
    const before = view.lower[at] ?? "";
    if (STOPPING.has(before) || data.sayingVerbs.has(before) || data.pronouns.has(before)) return null;
    if (
      data.prepositions.has(before) &&
      !(at > start && data.roleNouns.has(view.lower[at - 1] ?? "") && noun < name - 1)
    )
      return null;
    if (data.determiners.has(before) && at > start) return null;
  }
  // "on Monday city police Inspector Ana Ruiz"
  if (mention.titled && name - 1 === start && data.calendarWords.has(word)) return index;
  return view.capital[noun] === 0 && /^NN$|^$/.test(tagOf(view, noun)) && /^[a-z-]+$/.test(word) ? index : null;
}

/** Marks that part a description from the next thing. */
const STOPPING: ReadonlySet<string> = new Set([",", ";", ":", "'s", "'", "–", "—", "--"]);

function nextMention(cast: Cast, from: number, end: number): number | null {
  for (let at = from; at < end; at++) {
    const index = cast.mentionAt[at] ?? -1;
    if (index >= 0) return index;
  }
  return null;
}

/** A mention within `end` whose title or office begins at or before `at`. */
export function coveringPhrase(cast: Cast, at: number, end: number): number | null {
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
export function firstOfList(view: WordView, cast: Cast, data: SpeakerData, head: number): number {
  const { sentence } = view.analysis.tokens;
  let first = head;
  if (isHalfOffice(view, cast, data, head)) return head;
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

/** The office before a name begins with what it is for, in capitals, and no name of a person stands before its "and". */
function isHalfOffice(view: WordView, cast: Cast, data: SpeakerData, head: number): boolean {
  const { phraseStart, start, titled } = cast.mentions[head] as Mention; // callers give positions in the list
  const word = view.lower[phraseStart] ?? "";
  if (!titled || phraseStart >= start - 1 || view.capital[phraseStart] === 0) return false;
  if (data.roleNouns.has(word) || data.honorifics.has(word) || data.nationalities.has(word)) return false;
  if (data.roleModifiers.has(word) || data.placeNames.has(word)) return false;
  const before = cast.mentions[cast.mentionAt[phraseStart - 2] ?? -1];
  return before !== undefined && !before.titled && !data.firstNames.has(view.lower[before.start] ?? "");
}

/** "Tester and Vitter": the names that are joined to the head by "and" or commas. */
export function withOthers(view: WordView, cast: Cast, data: SpeakerData, head: number, end: number): Referent | null {
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
    // "Road Transport and Bridges Minister Ana Ruiz" is one
    if (other !== undefined && at === first.end && isHalfOffice(view, cast, data, index))
      return named(cast, owner, other);
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
