import { canonicalJson } from "../canonical.ts";
import { first, type Queries } from "../database.ts";
import type { Happened } from "../events.ts";

/** Marks a condition met, or no longer. */
export async function projectCondition(
  queries: Queries,
  { by, payload: { condition, met } }: Extract<Happened, { readonly kind: "condition" }>,
): Promise<void> {
  await queries.run("UPDATE condition SET met_on = ?, evidence = ?, met_by = ? WHERE id = ?", [
    met?.on ?? null,
    met?.evidence ?? null,
    met === null ? null : by,
    condition,
  ]);
}

/** Writes down how a commitment went. */
export async function projectStatus(
  queries: Queries,
  { seq, by, payload }: Extract<Happened, { readonly kind: "status" }>,
): Promise<void> {
  const entry = await first<{ no: number }>(queries, "SELECT no FROM entry WHERE id = ?", [payload.entry]);
  if (entry === undefined) return;
  const { index, status, evidence, lookedAt } = payload;
  await queries.insert(
    "commitment_status",
    ["event", "entry", "position", "status", "evidence", "looked_at", "who"],
    [[seq, entry.no, index, status, evidence, lookedAt, by]],
  );
  await queries.run("UPDATE commitment SET status = ? WHERE entry = ? AND position = ?", [status, entry.no, index]);
}

/** Keeps a question under a name, or keeps it no more. */
export async function projectDossier(
  queries: Queries,
  { seq, at, by, payload: { id, name, question } }: Extract<Happened, { readonly kind: "dossier" }>,
): Promise<void> {
  await queries.run("DELETE FROM dossier WHERE id = ?", [id]);
  if (question === null) return;
  await queries.insert(
    "dossier",
    ["id", "event", "name", "question", "at", "who"],
    [[id, seq, name, canonicalJson(question), at, by]],
  );
}
