import { changesBetween } from "./compare.ts";
import type { DatedEntry, Shift, ShiftSide } from "./shift.ts";
import { LEAST_SHARED, sameSubject, subjectsOf, type SameSubject, type Subject } from "./subject.ts";

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
  const said: Said = new Map();
  const found: Shift[] = [];
  for (const [at, later] of ordered.entries()) {
    const subject = subjects[at];
    if (subject === undefined) continue;
    const alike = alikeBefore(ordered, subjects, at, subject, said);
    const match = latestOf(alike, later);
    if (match === null) continue;
    const changes = changesBetween(match.entry, later, match.same);
    // A change of role alone is not a change of position, and nothing to show by itself.
    if (changes.every(({ kind }) => kind === "role")) continue;
    found.push({
      earlier: sideOf(match.entry),
      later: sideOf(later),
      changes,
      position: changes.some(({ kind }) => !WORDS_ONLY.has(kind)),
      subject: { words: match.same.words, likeness: Math.round(match.same.likeness * 100) / 100 },
      compared: { statements: alike.length + 1, from: alike.at(-1)?.entry.date ?? later.date, to: later.date },
    });
  }
  return found;
}

const WORDS_ONLY: ReadonlySet<string> = new Set(["role", "wording only", "older statement newly reported"]);

interface Alike {
  readonly entry: DatedEntry;
  readonly same: SameSubject;
}

/** Which statements have a word: those that share too little with a new one need not be compared. */
type Said = Map<string, number[]>;

/** The earlier statements on the subject of the one at `at`, the latest first; `said` has those before it, and takes it in. */
function alikeBefore(
  ordered: readonly DatedEntry[],
  subjects: readonly Subject[],
  at: number,
  subject: Subject,
  said: Said,
): readonly Alike[] {
  const shared = new Map<number, { words: number; weight: number }>();
  for (const [word, weight] of subject.words) {
    const positions = said.get(word) ?? [];
    for (let last = positions.length - 1; last >= 0; last--) {
      const position = positions[last] ?? 0;
      if (position < at - LOOK_BACK) break;
      const sum = shared.get(position);
      if (sum === undefined) shared.set(position, { words: 1, weight });
      else {
        sum.words++;
        sum.weight += weight;
      }
    }
    if (positions.length === 0) said.set(word, positions);
    positions.push(at);
  }
  const likely = [...shared].filter(([, { words, weight }]) => words >= 2 || weight >= LEAST_SHARED);
  return likely
    .toSorted(([a], [b]) => b - a)
    .flatMap(([position]): readonly Alike[] => {
      const [entry, other] = [ordered[position], subjects[position]];
      const same = other === undefined ? null : sameSubject(other, subject);
      return entry === undefined || same === null ? [] : [{ entry, same }];
    });
}

/** How near to the likest one must come to be the one that is compared. */
const NEARLY = 0.8;

/** The one to compare with: of those in other articles that come near the likest, the latest day's, and of that day's the most alike. */
function latestOf(alike: readonly Alike[], later: DatedEntry): Alike | null {
  // two reports of one day are of one utterance as likely as not
  const others = alike.filter(({ entry }) => entry.article !== later.article && !mayBeOneDay(entry.date, later.date));
  const least = NEARLY * Math.max(0, ...others.map(({ same }) => same.likeness));
  let best: Alike | null = null;
  for (const one of others) {
    if (one.same.likeness < least) continue;
    if (best !== null && one.entry.date !== best.entry.date) break;
    if (best === null || one.same.likeness > best.same.likeness) best = one;
  }
  return best;
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
