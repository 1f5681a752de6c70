import type { Queries } from "../database.ts";
import type { Happened } from "../events.ts";
import { recountConditions } from "./tallies.ts";

/** Sets two conditions beside each other, makes them one, or undoes either: then what waited for them waits for one and the same. */
export async function projectLikeness(
  queries: Queries,
  { payload: { condition, to, how } }: Extract<Happened, { readonly kind: "likeness" }>,
): Promise<void> {
  const [one = "", other = ""] = [condition, to].sort();
  await queries.run("DELETE FROM condition_likeness WHERE condition = ? AND other = ?", [one, other]);
  if (how === "related") await queries.insert("condition_likeness", ["condition", "other"], [[one, other]]);
  if (how === "same") await queries.run("UPDATE condition SET same_as = ? WHERE id = ?", [to, condition]);
  else
    await queries.run("UPDATE condition SET same_as = NULL WHERE id IN (?, ?) AND same_as IN (?, ?)", [
      condition,
      to,
      condition,
      to,
    ]);
  await followMerges(queries);
}

/** Brings every condition to where its merges lead, in the end: whatever was merged into a condition goes along with it. */
async function followMerges(queries: Queries): Promise<void> {
  const rows = await queries.all<{ id: string; sameAs: string | null; mergedInto: string | null }>(
    `SELECT id, same_as AS "sameAs", merged_into AS "mergedInto" FROM condition
     WHERE same_as IS NOT NULL OR merged_into IS NOT NULL ORDER BY id`,
  );
  const sameAs = new Map(rows.map((row) => [row.id, row.sameAs]));
  const changed = new Set<string>();
  for (const { id, mergedInto } of rows) {
    const now = lastOf(id, sameAs);
    const before = mergedInto ?? id;
    if (now === before) continue;
    await queries.run("UPDATE condition SET merged_into = ? WHERE id = ?", [now === id ? null : now, id]);
    await queries.run("UPDATE commitment_condition SET condition = ?, named = ? WHERE condition = ? AND named = ?", [
      now,
      now === id ? "" : id,
      before,
      before === id ? "" : id,
    ]);
    for (const one of [id, now, before]) changed.add(one);
  }
  await recountConditions(queries, [...changed]);
}

function lastOf(id: string, sameAs: ReadonlyMap<string, string | null>): string {
  let last = id;
  for (let next = sameAs.get(last); next !== undefined && next !== null && next !== id; next = sameAs.get(last))
    last = next;
  return last;
}
