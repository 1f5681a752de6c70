import type { DatedEntry, Shift } from "../core/shifts/shift.ts";
import { shifts } from "../core/shifts/shifts.ts";
import type { StoredEntry } from "../ledger/ledger.ts";

/** Comparing takes time with the square of the statements: of a longer record, the latest so many are compared. */
export const MOST_COMPARED = 250;

/**
 * The shift between two entries of one speaker. What is one subject depends on what else the speaker talks about, so the
 * record around the two is compared too; `null` where they are not taken for one subject.
 */
export function shiftBetween(earlier: StoredEntry, later: StoredEntry, record: readonly StoredEntry[]): Shift | null {
  const others = record.filter(({ id }) => id !== earlier.id && id !== later.id).slice(-MOST_COMPARED);
  const isThis = (shift: Shift): boolean => shift.earlier.id === earlier.id && shift.later.id === later.id;
  return shiftsOf([...others, earlier, later]).find(isThis) ?? shiftsOf([earlier, later]).find(isThis) ?? null;
}

/** The shifts among a speaker's entries, the latest first. */
export function shiftsOf(entries: readonly StoredEntry[]): readonly Shift[] {
  return shifts(entries.map(datedOf)).toReversed();
}

function datedOf(entry: StoredEntry): DatedEntry {
  return { entry, article: entry.articleId, date: entry.date, published: entry.published };
}
