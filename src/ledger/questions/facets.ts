import type { Queries } from "../database.ts";
import type { Facet, Facets } from "../ledger.ts";
import type { Question } from "../question.ts";
import { STRENGTH_BITS } from "../projection/entries.ts";
import { entryFilter, withCommitments } from "./filter.ts";
import { newestAnswers } from "./newest.ts";

/**
 * How the entries that answer a question fall into speakers, publishers, years, kinds and strengths; the commonest first. Of more than
 * `MOST_COUNTED` answers, the newest are counted, and `atLeast` says so.
 */
export async function facetsOf(queries: Queries, question: Question): Promise<Facets> {
  const plain = await entryFilter(queries, question);
  if (plain === null) return { speakers: [], publishers: [], years: [], kinds: [], strengths: [] };
  const newest = await newestAnswers(queries, withCommitments(plain, question));
  return {
    ...(newest.complete ? {} : { atLeast: true as const }),
    speakers: await withNames(queries, tally(newest.speakers)),
    publishers: commonest(tally(newest.publishers)),
    years: byValue(tally(newest.years)),
    kinds: commonest(tally(newest.kinds)),
    strengths: commonest(tallyStrengths(tally(newest.strengths))),
  };
}

/** As many as somebody reads. */
const MOST_VALUES = 20;

/** How often each value is there; what is absent or empty is not counted. */
function tally<Value extends string | number>(values: readonly (Value | null)[]): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) if (value !== null && value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function tallyStrengths(counts: ReadonlyMap<number, number>): ReadonlyMap<string, number> {
  const strengths = new Map<string, number>();
  for (const [bits, count] of counts)
    for (const strength of strengthsIn(bits)) strengths.set(strength, (strengths.get(strength) ?? 0) + count);
  return strengths;
}

function commonest(counts: ReadonlyMap<string, number>): readonly Facet[] {
  return [...counts]
    .map(([value, count]) => ({ value, label: value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}

function byValue(counts: ReadonlyMap<string, number>): readonly Facet[] {
  return [...counts]
    .map(([value, count]) => ({ value, label: value, count }))
    .sort((a, b) => (a.value < b.value ? 1 : -1));
}

async function withNames(queries: Queries, counts: ReadonlyMap<number, number>): Promise<readonly Facet[]> {
  const highest = [...counts].sort((a, b) => b[1] - a[1]);
  // Equal counts at the edge are ordered by id, so all of them are looked up.
  const least = highest[MOST_VALUES - 1]?.[1] ?? 0;
  const kept = highest.filter(([, count]) => count >= least);
  const rows = await queries.all<{ no: number; id: string; name: string }>(
    `SELECT no, id, name FROM speaker WHERE no IN ${queries.dialect.integerList}`,
    [JSON.stringify(kept.map(([no]) => no))],
  );
  return rows
    .map((row) => ({ value: row.id, label: row.name, count: counts.get(row.no) ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}

function strengthsIn(bits: number): readonly string[] {
  return Object.entries(STRENGTH_BITS)
    .filter(([, bit]) => (bits & bit) !== 0)
    .map(([strength]) => strength);
}
