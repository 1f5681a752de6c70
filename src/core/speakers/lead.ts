import type { Cast, Member } from "./cast.ts";
import type { Referent } from "./discourse.ts";
import type { TokenSpan } from "./mention.ts";
import type { WordView } from "./word-view.ts";

/** An attribution's place in the text and whom its source was found to mean. */
export interface PlacedReferent {
  readonly position: number;
  readonly source: TokenSpan;
  readonly referent: Referent;
}

/** Whom a lead means without a name, and the office it gives them. */
export interface LeadSource {
  readonly member: number;
  readonly role: TokenSpan;
  /** The attributions, by position, whose source this is. */
  readonly positions: readonly number[];
}

/**
 * The lead describes, the next sentences name:
 *
 *     A former Harbour Board chairwoman called for a new vote.
 *     ^ role                                                      Ida Holm, who ran the board until May, said …
 *                                                                 ^ member
 *
 * Taken for one person only where nothing speaks against it: the description is indefinite and holds a name of a body or country,
 * the person is the first one named in the sentences after it, within three, with a full name, no office of her own and a clause ", who".
 */
export function leadSourceOf(view: WordView, cast: Cast, placed: readonly PlacedReferent[]): LeadSource | null {
  const descriptions = placed.filter(({ referent }) => isLead(view, referent));
  // the headline's short wording and the lead's full one are of one person
  const last = descriptions.at(-1);
  const role = last?.referent.role;
  if (last === undefined || role === undefined || descriptions.length > 2) return null;
  const sentence = view.analysis.tokens.sentence[last.source.end - 1] ?? 0;
  for (const [at, mention] of cast.mentions.entries()) {
    if (mention.start < last.source.end || mention.headline) continue;
    const member = cast.members[cast.memberOf[at] ?? -1];
    if (member === undefined || member.kind !== "person") continue;
    if (mention.sentence === sentence) continue;
    const introduces = view.lower[mention.end] === "," && view.lower[mention.end + 1] === "who";
    const fits = mention.sentence - sentence <= 3 && introduces && isNew(member, at, cast);
    if (!fits || !placed.some(({ referent }) => referent.members[0] === member.index)) return null;
    return { member: member.index, role, positions: descriptions.map(({ position }) => position) };
  }
  return null;
}

/** An indefinite office in the first paragraphs, or in a headline without article, that a capital tells from others. */
function isLead(view: WordView, { description, role }: Referent): boolean {
  if (description === null || role === undefined) return false;
  if ((view.analysis.tokens.paragraph[description.start] ?? 0) > 2) return false;
  const opener = view.lower[description.start] ?? "";
  if (opener !== "a" && opener !== "an" && view.capital[description.start] === 0) return false;
  if (opener === "the" || opener === "his" || opener === "her") return false;
  for (let at = description.start + 1; at < role.end; at++) if (view.capital[at] === 1) return true;
  return false;
}

function isNew(member: Member, mention: number, cast: Cast): boolean {
  return member.roles.length === 0 && member.fullest === cast.mentions[mention];
}
