import type { StoredArticle, StoredEntry } from "../ledger/ledger.ts";
import { clipped, contentOf, nameOf } from "./statement-card.ts";
import { webAddress } from "./text-fragment.ts";
import type { View } from "./view.ts";

/** What may be taken of one story where its publisher says nothing: the invariant of the ledger, in characters. */
export const DEFAULT_EXTRACT = 500;

export interface Citation {
  readonly text: string;
  /** Characters of the story that the citation takes, and may take. */
  readonly taken: number;
  readonly allowed: number;
  /** False where the source asks for a link and none is known: then nothing may be cited. */
  readonly linked: boolean;
}

/** A line ready to be pasted: who, in which role, when, the words within the reuse rule, and where they stand. */
export function citationOf(entry: StoredEntry, article: StoredArticle, view: View): Citation {
  const allowed = article.reuse?.maxCharacters ?? DEFAULT_EXTRACT;
  const words = clipped(contentOf(entry, 4 * DEFAULT_EXTRACT), allowed);
  const role = entry.speaker?.role?.title;
  const link = webAddress(entry.url);
  const who = `${nameOf(entry) ?? view.say("unknownSpeaker")}${role === undefined ? "" : ` (${role})`}`;
  const quoted = /^[“"«„]/.test(words) || entry.kind === "indirect" ? words : `“${words}”`;
  const where = [
    entry.articleTitle === null ? null : `“${entry.articleTitle}”`,
    entry.publisher,
    entry.published === null ? null : view.date(entry.published),
    link,
  ].filter((part) => part !== null);
  return {
    text: `${who}${entry.date === null ? "" : `, ${view.date(entry.date)}`}: ${quoted} — ${where.join(", ")}`,
    taken: words.length,
    allowed,
    linked: link !== null,
  };
}
