import type { Shift } from "../core/shifts/shift.ts";
import { shifts } from "../core/shifts/shifts.ts";
import type { StoredEntry } from "../ledger/ledger.ts";

/** The shifts among a speaker's entries, the latest first. */
export function shiftsOf(entries: readonly StoredEntry[]): readonly Shift[] {
  return shifts(
    entries.map((entry) => ({ entry, article: entry.articleId, date: entry.date, published: entry.published })),
  ).toReversed();
}
