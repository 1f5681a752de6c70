import type { SpeakerKind } from "../statement.ts";
import type { Cast } from "./cast.ts";
import type { House } from "./house.ts";
import type { Mention, TokenSpan } from "./mention.ts";
import type { Gender } from "./speaker-data.ts";

/** Whom the words of a source mean. */
export interface Referent {
  /** Members of the cast, several for "A and B"; empty for a source that the article never names. */
  readonly members: readonly number[];
  /** The name in the source itself, when it holds one. */
  readonly mention: Mention | null;
  /** What is said of an unnamed source. */
  readonly description: TokenSpan | null;
  readonly kind: SpeakerKind;
  /** A named document: "a Bloomberg poll". */
  readonly document: TokenSpan | null;
  /** The name to show for `document` where its words give another form: "Ruiz campaign" for "her campaign". */
  readonly name?: string;
  /** The office of an unnamed person: "chair of the water board". */
  readonly role?: TokenSpan;
  /** What the noun of that office tells: "spokeswoman". */
  readonly gender?: Gender | null;
}

/** What was said before, in the order of the text: what a pronoun may mean. */
export interface Discourse {
  /** Sources already resolved. */
  readonly past: Reference[];
  /** The office whose house publishes the text, if one does. */
  readonly house?: House | undefined;
}

export interface Reference {
  readonly token: number;
  readonly sentence: number;
  readonly referent: Referent;
}

/** A source that the article never names. */
export function unnamed(description: TokenSpan, kind: SpeakerKind): Referent {
  return { members: [], mention: null, description, kind, document: null };
}

/** A member of the cast; `mention` is the one in the source itself. */
export function named(cast: Cast, member: number, mention: Mention | null): Referent {
  const known = cast.members[member];
  const kind =
    known?.kind === "body" ? "organisation" : known?.kind === "unknown" && known.gender === null ? "unknown" : "person";
  return { members: [member], mention, description: null, kind, document: null };
}
