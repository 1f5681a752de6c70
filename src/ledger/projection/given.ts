import { first, type Queries } from "../database.ts";
import type { Happened } from "../events.ts";
import { rewriteEntries } from "./rewriting.ts";
import { affectedBy, recount } from "./tallies.ts";

/** Dates an article that was kept without a date, and with it what it says; a date that it has is left alone. */
export async function projectGiven(
  queries: Queries,
  { payload }: Extract<Happened, { readonly kind: "given" }>,
): Promise<void> {
  const article = await first<{ no: number }>(queries, "SELECT no FROM article WHERE id = ? AND published IS NULL", [
    payload.article,
  ]);
  if (article === undefined) return;
  const before = await affectedBy(queries, [article.no]);
  await queries.run("UPDATE article SET published = ? WHERE no = ?", [payload.published, article.no]);
  const entries = await queries.all<{ no: number }>("SELECT no FROM entry WHERE article = ? ORDER BY no", [article.no]);
  await rewriteEntries(
    queries,
    entries.map((entry) => entry.no),
  );
  await recount(queries, before);
}
