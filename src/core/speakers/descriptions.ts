import type { Cast, Member } from "./cast.ts";
import type { TokenSpan } from "./mention.ts";
import type { Discourse } from "./discourse.ts";
import { isBare, isOfHouse, isOfOtherLand } from "./house.ts";
import { phraseEnd } from "./offices.ts";
import { mayMean, senseOf, soughtBy } from "./office-sense.ts";
import type { SpeakerData } from "./speaker-data.ts";
import type { WordView } from "./word-view.ts";

/**
 * The person of the article whose office a description names: "the Estonian leader" for the Estonian prime minister, "the senator"
 * for Sen. Ruiz. Null when none fits, or when two fit equally well.
 */
export function matchRole(
  view: WordView,
  cast: Cast,
  data: SpeakerData,
  phrase: TokenSpan,
  end: number,
  discourse: Discourse,
): number | null {
  const sense = senseOf(view, data, { start: phrase.start, end: phraseEnd(view, data, phrase.end, end) });
  const sought = soughtBy(sense);
  const noun = sought === "state" ? "president" : (view.lower[phrase.end - 1] ?? "");
  const kinds = sought === "worded" ? data.roleKinds.get(noun) : data.roleKinds.get("leader");
  const { house } = discourse;
  // in the house's own texts the office is its holder's, and where the text does not show who that is, nobody's
  if (house !== undefined && isOfHouse(sense, house)) return house.member;
  const wanted = data.roleNouns.get(noun) ?? null;
  const described = new Set(contentOf(view, data, phrase.start, phrase.end - 1));
  // "the President of Kestria"
  if (view.lower[phrase.end] === "of")
    for (const word of contentOf(view, data, phrase.end + 1, end)) described.add(word);
  if (sought !== "worded") for (const word of ["state", "government"]) described.delete(word);
  const recent = new Map<number, number>();
  for (const { referent } of discourse.past.slice(-8))
    for (const member of referent.members) recent.set(member, (recent.get(member) ?? 0) + 1);
  const last = discourse.past.at(-1)?.referent.members[0];
  // "the President" of two presidents: who of them spoke last is no sign
  const isDoubtful = view.capital[phrase.end - 1] === 1 && isBare(sense);
  let best: number | null = null;
  let bestScore = 0;
  let second = 0;
  const here = described.size === 0 ? namedBefore(view, cast, phrase.start) : NOBODY;
  const nearest: number[] = [];
  const holders = new Set(cast.holders.get(noun));
  for (const kind of kinds ?? []) for (const index of cast.holders.get(kind) ?? []) holders.add(index);
  for (const index of [...holders].slice(-MEMBERS)) {
    const member = cast.members[index];
    if (member === undefined) continue;
    if (wanted !== null && member.gender !== null && wanted !== member.gender) continue;
    if (house?.member === member.index && isOfOtherLand(sense, house)) continue;
    if (isOfOtherParty(view, data, member, described)) continue;
    let score = -Infinity;
    for (const role of member.roles) {
      const held = senseOf(view, data, role);
      if (isDoubtful && held.isFormer) continue;
      if (mayMean(sense, held, kinds)) score = Math.max(score, likeness(view, data, noun, kinds, described, role));
    }
    if (score <= 0) continue;
    if (here.has(member.index)) nearest.push(member.index);
    if (isDoubtful && best !== null) return null;
    score +=
      Math.min(recent.get(member.index) ?? 0, 3) * 0.4 +
      (last === member.index ? 0.8 : 0) +
      Math.log2(1 + member.mentions) * 0.5;
    if (score > bestScore) {
      second = bestScore;
      bestScore = score;
      best = member.index;
    } else if (score > second) second = score;
  }
  // "Economy minister Ruiz sent a letter, but the minister said": who was just named, whoever else is a minister
  const [only] = nearest;
  if (only !== undefined && nearest.length === 1) return only;
  return best !== null && bestScore - second > 0.3 ? best : null;
}

const NOBODY: ReadonlySet<number> = new Set();

/** Who is named before a token in its sentence, but for owners. */
function namedBefore(view: WordView, cast: Cast, token: number): ReadonlySet<number> {
  const { sentence } = view.analysis.tokens;
  const named = new Set<number>();
  for (let at = token - 1; at >= 0 && token - at < NEAR && sentence[at] === sentence[token]; at--) {
    const index = cast.mentionAt[at] ?? -1;
    if (index >= 0 && cast.mentions[index]?.possessive === false) named.add(cast.memberOf[index] ?? -1);
  }
  return named;
}

/** As far back as a sentence is looked at, in tokens. */
const NEAR = 60;

/** How many holders of an office are weighed for a description: more than any story has, and no more, to stay linear. */
const MEMBERS = 40;

/** "The Democratic nominee" is not who is called "Republican nominee" in one place and "the nominee" in another. */
function isOfOtherParty(view: WordView, data: SpeakerData, member: Member, described: ReadonlySet<string>): boolean {
  const parties = [...described].filter((word) => isDistinctive(data, word) && !word.startsWith("="));
  if (parties.length === 0) return false;
  let differs = false;
  for (const role of member.roles) {
    const words = contentOf(view, data, role.start, role.end);
    if (parties.some((party) => words.has(party))) return false;
    differs ||= [...words].some((word) => isDistinctive(data, word) && !word.startsWith("="));
  }
  return differs;
}

/** How well an office fits: 0 or less when it cannot be meant. */
function likeness(
  view: WordView,
  data: SpeakerData,
  noun: string,
  kinds: ReadonlySet<string> | undefined,
  described: ReadonlySet<string>,
  role: TokenSpan,
): number {
  let head = 0;
  let roleNoun = "";
  for (let at = role.end - 1; at >= role.start; at--) {
    const word = view.lower[at] ?? "";
    if (!data.roleNouns.has(word)) continue;
    roleNoun = word;
    if (word === noun) head = Math.max(head, 3);
    else if (kinds?.has(word) === true) head = Math.max(head, 2);
  }
  if (head === 0) {
    // "the PM" for "Prime Minister" is in `kinds`; an office that ends in a preposition's phrase was looked through as well
    return 0;
  }
  const words = contentOf(view, data, role.start, role.end);
  let score = head;
  for (const word of described) {
    if (words.has(word)) score += 1.5;
    else if (data.nationalities.has(word) || data.placeNames.has(word) || word.startsWith("=")) {
      // another country or party than the office's own
      if ([...words].some((other) => other.startsWith("=") === word.startsWith("=") && isDistinctive(data, other)))
        return -1;
      score -= 0.5;
    } else if (word === "former" || word === "vice" || word === "deputy") return -1;
    else score -= 0.5;
  }
  // an office of another country than the one that goes without saying
  for (const word of words) if (word.startsWith("=") && !described.has(word)) score -= 0.4;
  if (!described.has("former") && words.has("former")) score -= 1;
  if (!described.has("vice") && words.has("vice") && noun === "president") return -1;
  if (!described.has("deputy") && words.has("deputy") && roleNoun === noun) score -= 1;
  return score;
}

function isDistinctive(data: SpeakerData, word: string): boolean {
  return word.startsWith("=") || data.nationalities.has(word);
}

/** The words that tell one office from another; countries as `=key`, so that "Estonian" and "Estonia's" are one. */
function contentOf(view: WordView, data: SpeakerData, start: number, end: number): ReadonlySet<string> {
  const words = new Set<string>();
  for (let at = start; at < end; at++) {
    const word = view.lower[at] ?? "";
    if (!/[\p{L}]/u.test(word) || word === "'s" || data.determiners.has(word) || data.joiners.has(word)) continue;
    const country = data.countries.get(word);
    words.add(country === undefined ? word : `=${country}`);
  }
  return words;
}

/**
 * The body that "the committee", "the bank" means: the last one with that word in its name, else the one that spoke last, where its name
 * does not speak against it.
 */
export function matchBody(
  view: WordView,
  cast: Cast,
  data: SpeakerData,
  phrase: TokenSpan,
  discourse: Discourse,
): number | null {
  const noun = view.lower[phrase.end - 1] ?? "";
  const described = contentOf(view, data, phrase.start, phrase.end - 1);
  let best: number | null = null;
  let bestScore = 0;
  for (const index of (cast.bodies.get(noun) ?? []).slice(-MEMBERS)) {
    const member = cast.members[index];
    if (member === undefined) continue;
    const words = contentOf(view, data, member.fullest.start, member.fullest.end);
    let score = 2 + Math.log2(1 + member.mentions) * 0.3;
    let fits = true;
    for (const word of described) {
      if (words.has(word)) score += 1.5;
      else if (!data.roleModifiers.has(word)) fits = false;
    }
    if (!fits) continue;
    // "the city" is the one the story is about, not one that it names in passing
    if (data.placeNouns.has(noun) && member.mentions < 2) continue;
    if (discourse.past.at(-1)?.referent.members[0] === member.index) score += 1;
    if (score > bestScore) {
      bestScore = score;
      best = member.index;
    }
  }
  return best;
}
