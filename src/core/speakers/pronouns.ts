import type { Cast } from "./cast.ts";
import { named, type Discourse, type Reference, type Referent } from "./discourse.ts";
import type { Mention } from "./mention.ts";
import type { Gender, SpeakerData } from "./speaker-data.ts";
import type { WordView } from "./word-view.ts";

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
  const untold = unnamedBefore(view, cast, token, gender, discourse);
  if (untold !== null) return untold;
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
    if (cast.leads[at] === 1) score += 2.5;
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

/**
 * The unnamed official who spoke in the sentence before, where the text has named nobody since whom the pronoun may mean.
 *
 *     The head of the port told the Herald that the bridge would open. She also said the tunnel would close.
 *     ^ who she is
 */
function unnamedBefore(
  { analysis: { tokens } }: WordView,
  cast: Cast,
  token: number,
  gender: Gender | null,
  { past }: Discourse,
): Referent | null {
  const last = past.at(-1);
  if (last === undefined || last.token >= token || last.referent.role === undefined) return null;
  const distance = (tokens.sentence[token] ?? 0) - last.sentence;
  if (distance > 1 || tokens.paragraph[token] !== tokens.paragraph[last.token]) return null;
  if ((tokens.quotation[last.token] ?? -1) >= 0 || (tokens.quotation[token] ?? -1) >= 0) return null;
  const told = last.referent.gender ?? null;
  if (gender !== null && told !== null && told !== gender) return null;
  for (let at = mentionBefore(cast, token); at >= 0 && (cast.mentions[at]?.start ?? 0) > last.token; at--) {
    const member = cast.members[cast.memberOf[at] ?? -1];
    if (member?.kind === "person" && (gender === null || member.gender === null || member.gender === gender))
      return null;
  }
  return last.referent;
}

interface Candidate {
  readonly member: number;
  readonly score: number;
}

const OBLIQUE: ReadonlySet<string> = new Set(
  "of about against with for by over from on than between like near under".split(" "),
);

/** What "it" means as a source: the body that spoke last, or the first one of this sentence or the one before. */
export function bodyBefore(view: WordView, cast: Cast, token: number, discourse: Discourse): Referent | null {
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

export function groupBefore(view: WordView, cast: Cast, token: number, discourse: Discourse): Referent | null {
  const sentence = view.analysis.tokens.sentence[token] ?? 0;
  for (let at = discourse.past.length - 1, looked = 0; at >= 0 && looked < 3; at--, looked++) {
    const { referent, sentence: where } = discourse.past[at] as Reference; // `at` is within the list
    if (sentence - where > 3) break;
    if (referent.kind === "group" || referent.kind === "organisation") return referent;
  }
  return null;
}

/** "the administration", "the campaign": the last source that was named with this word. */
export function documentBefore(view: WordView, discourse: Discourse, noun: string): Referent | null {
  for (let at = discourse.past.length - 1, looked = 0; at >= 0 && looked < 12; at--, looked++) {
    const referent = discourse.past[at]?.referent;
    if (referent?.document && view.lower[referent.document.end - 1] === noun) return referent;
  }
  return null;
}

/** "the bank": the only body named in this sentence so far and the two before, places left out; null when there are several. */
export function onlyBodyBefore(view: WordView, cast: Cast, data: SpeakerData, token: number): number | null {
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
