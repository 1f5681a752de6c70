import type { Queries } from "../database.ts";

/** Where conditions with these ids lead after merges; those that lead nowhere else are not in it. */
export async function mergedConditions(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await queries.all<{ id: string; into: string }>(
    `SELECT id, merged_into AS "into" FROM condition WHERE merged_into IS NOT NULL AND id IN ${queries.dialect.textList}`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row.into]));
}
