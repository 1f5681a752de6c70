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
}
