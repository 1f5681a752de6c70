import type { Entry } from "../core/entry.ts";
import type { Released } from "./reuse.ts";

/** An entry with the story that it stands in: what an export says about each. */
export interface PublishedEntry extends Entry {
  readonly articleId: string;
  readonly articleTitle: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: string | null;
  /** When it was said, as well as is known. EDTF. */
  readonly date: string | null;
  /** What people decided: none, confirmed, amended, rejected, disagreed, entered. */
  readonly review: string;
  /** Whether its source was changed since (changed), and the like; current for most. */
  readonly state: string;
  /** A reader's correction is open. */
  readonly disputed: boolean;
  /** How each commitment went, as far as somebody has looked, in the order of the commitments. */
  readonly ratings: readonly (Rating | null)[];
}

/** How a commitment went, and the day on which somebody last looked (EDTF). */
export interface Rating {
  readonly status: string;
  readonly lookedAt: string;
}

/** Where words were taken away (law, privacy): whoever took the entry over before must hear of it. */
export interface Gone {
  readonly subject: string;
  /** Id of its article. */
  readonly article: string;
  readonly reason: string;
  readonly at: string;
}

/**
 * A form in which entries leave the house. One Format a file, one list (`formats.ts`). A format is given what the
 * reuse rule released and nothing else: it cannot break the rule.
 */
export interface Format {
  readonly name: string;
  readonly mediaType: string;
  /** Ending of a file in this format. */
  readonly ending: string;
  readonly head: string;
  /** `entry` says where the words stand; the words themselves are in `released`. */
  write(entry: Omit<PublishedEntry, keyof Entry>, released: Released): string;
  /** What stands in the place of what was taken away; nothing in forms for reading. */
  gone?(what: Gone): string;
}
