import { first, type Queries } from "../database.ts";
import type { Happened } from "../events.ts";
import { rewriteEntries } from "./rewriting.ts";
import { foldedName } from "./speakers.ts";
import { recountSpeakers } from "./tallies.ts";

/** Makes two speakers one, or undoes it: their entries change hands, and their names lead to the same speaker. */
export async function projectMerge(
  queries: Queries,
  { payload: { speaker, into } }: Extract<Happened, { readonly kind: "merge" }>,
): Promise<void> {
  const target = into === null ? null : await numberOf(queries, into);
  await queries.run("UPDATE speaker SET same_as = ? WHERE id = ?", [target, speaker]);
  // Merges may follow one another: whoever was merged into a speaker goes along with it.
  const rows = await queries.all<{ no: number; sameAs: number | null; mergedInto: number | null }>(
    `SELECT no, same_as AS "sameAs", merged_into AS "mergedInto" FROM speaker
     WHERE same_as IS NOT NULL OR merged_into IS NOT NULL`,
  );
  const sameAs = new Map(rows.map((row) => [row.no, row.sameAs]));
  const changed = new Set<number>();
  for (const { no, mergedInto } of rows) {
    const now = lastOf(no, sameAs);
    const before = mergedInto ?? no;
    if (now === before) continue;
    await queries.run("UPDATE speaker SET merged_into = ? WHERE no = ?", [now === no ? null : now, no]);
    await queries.run("UPDATE entry SET speaker = ? WHERE speaker = ? AND spoken_by = ?", [now, before, no]);
    for (const one of [no, now, before]) changed.add(one);
  }
  await recountSpeakers(queries, [...changed]);
}

/** Makes a new speaker of some entries of another. */
export async function projectSplit(
  queries: Queries,
  { seq, payload: { speaker, entries, id, name } }: Extract<Happened, { readonly kind: "split" }>,
): Promise<void> {
  const from = await first<{ no: number; kind: string }>(queries, "SELECT no, kind FROM speaker WHERE id = ?", [
    speaker,
  ]);
  if (from === undefined) return;
  await queries.insert("speaker", ["no", "id", "name", "kind"], [[seq, id, name, from.kind]]);
  await queries.insert("speaker_name", ["speaker", "name", "folded"], [[seq, name, foldedName(name)]]);
  const rows = await queries.all<{ no: number }>(
    `SELECT no FROM entry WHERE id IN ${queries.dialect.textList} ORDER BY no`,
    [JSON.stringify(entries)],
  );
  await queries.insert(
    "split_entry",
    ["entry", "speaker"],
    rows.map((row) => [row.no, seq]),
    "ON CONFLICT (entry) DO UPDATE SET speaker = excluded.speaker",
  );
  await rewriteEntries(
    queries,
    rows.map((row) => row.no),
  );
  await recountSpeakers(queries, [from.no, seq]);
}

function lastOf(no: number, sameAs: ReadonlyMap<number, number | null>): number {
  let last = no;
  for (let next = sameAs.get(last); next !== undefined && next !== null && next !== no; next = sameAs.get(last))
    last = next;
  return last;
}

async function numberOf(queries: Queries, id: string): Promise<number | null> {
  const row = await first<{ no: number }>(queries, "SELECT no FROM speaker WHERE id = ?", [id]);
  return row?.no ?? null;
}
