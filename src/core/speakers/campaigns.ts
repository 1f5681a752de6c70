import type { Cast } from "./cast.ts";
import type { Discourse, Referent } from "./discourse.ts";
import type { Mention, TokenSpan } from "./mention.ts";
import { personBefore } from "./pronouns.ts";
import type { SpeakerData } from "./speaker-data.ts";
import type { WordView } from "./word-view.ts";

/** "the Ruiz campaign", "Ana Ruiz's campaign", "the Ruiz administration": a body named for its head. */
export function campaignOf(
  view: WordView,
  cast: Cast,
  data: SpeakerData,
  phrase: TokenSpan,
  noun: string,
): Referent | null {
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
    // "Ruiz's legal team" is not her campaign
    if (at < phrase.end - 2 && view.lower[phrase.end - 2] !== "'s") return plain;
    return { ...plain, name: `${text.slice(tokens.start[mention.end - 1], tokens.end[mention.end - 1])} ${noun}` };
  }
  return null;
}

/** "his campaign", of a person spoken of before. */
export function ownCampaign(
  view: WordView,
  cast: Cast,
  data: SpeakerData,
  phrase: TokenSpan,
  noun: string,
  discourse: Discourse,
): Referent | null {
  const gender = data.possessives.get(view.lower[phrase.start] ?? "");
  // "his legal team" is what the text calls it, and no more
  if (!PERSONAL.has(noun) || phrase.end - phrase.start > 2 || gender === undefined || gender === null) return null;
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
    name: `${text.slice(tokens.start[last], tokens.end[last])} ${noun}`,
  };
}

/** "The Ruiz campaign and the water board" */
export function withBody(view: WordView, cast: Cast, campaign: Referent, at: number, end: number): Referent {
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

const NAMED_FOR: ReadonlySet<string> = new Set([
  "campaign",
  "administration",
  "team",
  "camp",
  "government",
  "foundation",
]);

/** Houses of one person: named for that person, so that their statements meet. */
const PERSONAL: ReadonlySet<string> = new Set(["campaign", "team", "camp"]);
