import { changesBetween } from "./compare.ts";
import type { DatedEntry, Shift, ShiftSide } from "./shift.ts";
import { sameSubject, subjectsOf, type SameSubject, type Subject } from "./subject.ts";

export type { Change, DatedEntry, Shift, ShiftSide } from "./shift.ts";

/** How many earlier statements each one is set against; keeps the work linear in the number of entries. */
const LOOK_BACK = 400;

/**
 * The shifts among the statements of one speaker. Each statement is set against the latest earlier one on the same subject in
 * another article; where a field differs, that is a shift. Repetitions within an article and statements without a date are left out.
 * The order of `entries` does not matter: they are taken in order of their dates.
 */
export function shifts(entries: readonly DatedEntry[]): readonly Shift[] {
  const ordered = entries
    .filter(({ entry, date }) => entry.repeats === null && date !== null)
    .sort((a, b) => {
      const [left, right] = [`${sortKey(a.date)} ${a.entry.id}`, `${sortKey(b.date)} ${b.entry.id}`];
      return left < right ? -1 : left > right ? 1 : 0;
    });
  const subjects = subjectsOf(ordered.map(({ entry }) => entry));
  const found: Shift[] = [];
  for (const [at, later] of ordered.entries()) {
    const subject = subjects[at];
    if (subject === undefined) continue;
    const match = latestAlike(ordered, subjects, at, subject);
    if (match === null) continue;
    const earlier = ordered[match.position];
    if (earlier === undefined) continue;
    const changes = changesBetween(earlier, later, match.same);
    // A change of role alone is not a change of position, and nothing to show by itself.
    if (changes.every(({ kind }) => kind === "role")) continue;
    found.push({
      earlier: sideOf(earlier),
      later: sideOf(later),
      changes,
      position: changes.some(({ kind }) => !WORDS_ONLY.has(kind)),
      subject: { words: match.same.words, likeness: Math.round(match.same.likeness * 100) / 100 },
      compared: periodOf(ordered, subjects, at, subject),
    });
  }
  return found;
}

const WORDS_ONLY: ReadonlySet<string> = new Set(["role", "wording only", "older statement newly reported"]);

/**
 * The earlier statement to compare with: of those alike enough in other articles, the latest day's, and of that day's the most alike.
 */
function latestAlike(
  ordered: readonly DatedEntry[],
  subjects: readonly Subject[],
  at: number,
  subject: Subject,
): { readonly position: number; readonly same: SameSubject } | null {
  const later = ordered[at];
  if (later === undefined) return null;
  let best: { readonly position: number; readonly same: SameSubject } | null = null;
  let day: string | null = null;
  for (let position = at - 1; position >= 0 && position >= at - LOOK_BACK; position--) {
    const earlier = ordered[position];
    const other = subjects[position];
    if (earlier === undefined || other === undefined || earlier.article === later.article) continue;
    // two reports of one day are of one utterance as likely as not
    if (mayBeOneDay(earlier.date, later.date)) continue;
    if (best !== null && earlier.date !== day) break;
    const same = sameSubject(other, subject);
    if (same === null || (best !== null && same.likeness <= best.same.likeness)) continue;
    best = { position, same };
    day = earlier.date;
  }
  return best;
}

function periodOf(
  ordered: readonly DatedEntry[],
  subjects: readonly Subject[],
  at: number,
  subject: Subject,
): Shift["compared"] {
  let statements = 1;
  let from = ordered[at]?.date ?? null;
  for (let position = at - 1; position >= 0 && position >= at - LOOK_BACK; position--) {
    const other = subjects[position];
    if (other === undefined || sameSubject(other, subject) === null) continue;
    statements++;
    from = ordered[position]?.date ?? from;
  }
  return { statements, from, to: ordered[at]?.date ?? null };
}

function sideOf({ entry, date }: DatedEntry): ShiftSide {
  return { id: entry.id, date, role: entry.speaker?.role?.title ?? null, content: entry.content };
}

/** What of an EDTF date can be ordered: its beginning, an open year first. */
function sortKey(date: string | null): string {
  return (date ?? "").split("/", 1)[0]?.replaceAll("X", "0") ?? "";
}

/** "2025" and "2025-03" are not told apart, nor is anything from a day of an unknown year. */
function mayBeOneDay(a: string | null, b: string | null): boolean {
  const [left, right] = [(a ?? "").split("/", 1)[0] ?? "", (b ?? "").split("/", 1)[0] ?? ""];
  if (left.startsWith("X") || right.startsWith("X")) return true;
  const length = Math.min(left.length, right.length);
  return left.slice(0, length) === right.slice(0, length);
}
