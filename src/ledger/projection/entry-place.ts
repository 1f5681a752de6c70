import type { Entry } from "../../core/entry.ts";
import type { Queries } from "../database.ts";
import { parted } from "../doubtful.ts";
import { payloadsOf, type EntryPayload } from "../events.ts";
import type { EntryState } from "../ledger.ts";
import type { ReviewState } from "../people/people.ts";
import { amendedEntry } from "./rewriting.ts";

/** An entry as far as it is needed to tie readings and versions to each other. */
export interface EntryPlace {
  readonly no: number;
  readonly id: string;
  readonly event: number;
  /** Who the words say it is, or who people say it is. */
  readonly spokenBy: number | null;
  /** 1 for one that repeats another. */
  readonly repeats: number;
  readonly state: EntryState;
  readonly review: ReviewState;
  readonly follows: string | null;
  readonly amended: string | null;
}

/** The entries of these articles, in the order in which they came. */
export async function placesIn(queries: Queries, articles: readonly number[]): Promise<readonly EntryPlace[]> {
  return queries.all<EntryPlace>(
    `SELECT no, id, event, spoken_by AS "spokenBy", repeats, state, review, follows, amended FROM entry
     WHERE article IN ${queries.dialect.integerList} ORDER BY no`,
    [JSON.stringify(articles)],
  );
}

/** The entries at these places as they now stand, by number. What was redacted is left out. */
export async function entriesAt(queries: Queries, places: readonly EntryPlace[]): Promise<ReadonlyMap<number, Entry>> {
  const payloads = await payloadsOf<EntryPayload>(
    queries,
    places.map((place) => place.event),
  );
  const entries = new Map<number, Entry>();
  for (const { no, event, amended } of places) {
    const read = payloads.get(event)?.entry;
    if (read === undefined) continue;
    // Words that prove only what is doubtful tie nothing.
    const { doubtful: _, ...entry } = parted(amendedEntry(read, amended));
    entries.set(no, entry);
  }
  return entries;
}

/** True for an entry that counts, as far as its state goes. */
export function counts({ state }: EntryPlace): boolean {
  return state === "current" || state === "changed";
}

/** Somebody has decided on it, or entered it. */
export function isDecided({ review }: EntryPlace): boolean {
  return review !== "none";
}

/**
 * Whether a decision on one entry speaks of another on the same words too. What was rejected of one speaker may be right of another: that
 * is for people to see.
 */
export function holdsFor(decided: EntryPlace, other: EntryPlace): boolean {
  return decided.review !== "rejected" || decided.spokenBy === other.spokenBy;
}

/** Sets the state of an entry and the id of the one whose place it takes; what does not count does not show. */
export async function setState(
  queries: Queries,
  no: number,
  state: EntryState,
  follows: string | null = null,
): Promise<void> {
  await queries.run(
    `UPDATE entry SET state = ?, follows = coalesce(follows, ?),
       visible = CASE WHEN repeats = 0 AND ? IN ('current', 'changed') AND review <> 'rejected' THEN 1 ELSE 0 END
     WHERE no = ?`,
    [state, follows, state, no],
  );
}
