import type { Queries } from "../database.ts";
import type { Facet, Facets } from "../ledger.ts";
import type { Question } from "../question.ts";
import { STRENGTH_BITS } from "../projection/entries.ts";
import { entryFilter, withCommitments } from "./filter.ts";
import { allAnswers, MOST_COUNTED } from "./answers.ts";

/**
 * How the entries that answer a question fall into speakers, publishers, years, kinds and strengths; the commonest first. Of more than
 * `MOST_COUNTED` answers, the newest are counted, and `atLeast` says so.
 */
export async function facetsOf(queries: Queries, question: Question): Promise<Facets> {
  const plain = await entryFilter(queries, question);
  if (plain === null) return { speakers: [], publishers: [], years: [], kinds: [], strengths: [] };
  const filter = withCommitments(plain, question);
  const { from, where, params, moment } = allAnswers(queries, filter);
  // One pass over the entries; the groups, far fewer, are added up here.
  const groups = await queries.all<FacetGroup>(
    `SELECT speaker, publisher, year, kind, strengths, count(*) AS count FROM
       (SELECT e.speaker, e.publisher, substr(e.date_from, 1, 4) AS year, e.kind, e.strengths
        FROM ${from} WHERE ${where} ORDER BY ${moment} DESC LIMIT ?) AS newest
     GROUP BY speaker, publisher, year, kind, strengths`,
    [...params, MOST_COUNTED],
  );
  const speakers = await withNames(
    queries,
    tally(groups, (group) => (group.speaker === null ? [] : [`${group.speaker}`])),
  );
  const counted = groups.reduce((sum, group) => sum + group.count, 0);
  return {
    ...(counted >= MOST_COUNTED ? { atLeast: true as const } : {}),
    speakers,
    publishers: commonest(tally(groups, (group) => (group.publisher === null ? [] : [group.publisher]))),
    years: byValue(tally(groups, (group) => (group.year === "" ? [] : [group.year]))),
    kinds: commonest(tally(groups, (group) => [group.kind])),
    strengths: commonest(tally(groups, (group) => strengthsIn(group.strengths))),
  };
}

interface FacetGroup {
  readonly speaker: number | null;
  readonly publisher: string | null;
  readonly year: string;
  readonly kind: string;
  readonly strengths: number;
  readonly count: number;
}

/** As many as somebody reads. */
const MOST_VALUES = 20;

function tally(
  groups: readonly FacetGroup[],
  valuesOf: (group: FacetGroup) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups)
    for (const value of valuesOf(group)) counts.set(value, (counts.get(value) ?? 0) + group.count);
  return counts;
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

async function withNames(queries: Queries, counts: ReadonlyMap<string, number>): Promise<readonly Facet[]> {
  const highest = [...counts].sort((a, b) => b[1] - a[1]);
  // Equal counts at the edge are ordered by id, so all of them are looked up.
  const least = highest[MOST_VALUES - 1]?.[1] ?? 0;
  const kept = highest.filter(([, count]) => count >= least);
  const rows = await queries.all<{ no: number; id: string; name: string }>(
    `SELECT no, id, name FROM speaker WHERE no IN ${queries.dialect.integerList}`,
    [JSON.stringify(kept.map(([no]) => Number(no)))],
  );
  return rows
    .map((row) => ({ value: row.id, label: row.name, count: counts.get(`${row.no}`) ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}

function strengthsIn(bits: number): readonly string[] {
  return Object.entries(STRENGTH_BITS)
    .filter(([, bit]) => (bits & bit) !== 0)
    .map(([strength]) => strength);
}
