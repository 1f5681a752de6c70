import { canonicalJson } from "../canonical.ts";
import { first, type Queries } from "../database.ts";
import type { Happened } from "../events.ts";

/** Writes down a reader's note; the entry it is about looks disputed until it is decided. */
export async function projectCorrection(
  queries: Queries,
  { seq, at, payload }: Extract<Happened, { readonly kind: "correction" }>,
): Promise<void> {
  const article = await first<{ no: number }>(queries, "SELECT no FROM article WHERE id = ?", [payload.article]);
  if (article === undefined) return;
  const entry = await entryNumber(queries, payload.entry);
  await queries.insert(
    "correction",
    ["id", "event", "article", "entry", "span", "note", "sender", "at", "state"],
    [[payload.id, seq, article.no, entry, canonicalJson(payload.span), payload.note, payload.from, at, "open"]],
  );
  if (entry !== null) await markDisputed(queries, entry);
}

export async function projectDecision(
  queries: Queries,
  { at, by, payload }: Extract<Happened, { readonly kind: "decision" }>,
): Promise<void> {
  await queries.run("UPDATE correction SET state = ?, reason = ?, decided_at = ?, decided_by = ? WHERE id = ?", [
    payload.accepted ? "accepted" : "rejected",
    payload.reason,
    at,
    by,
    payload.correction,
  ]);
  const row = await first<{ entry: number | null }>(queries, "SELECT entry FROM correction WHERE id = ?", [
    payload.correction,
  ]);
  if (row?.entry !== undefined && row.entry !== null) await markDisputed(queries, row.entry);
}

export async function projectReply(
  queries: Queries,
  { seq, at, by, payload }: Extract<Happened, { readonly kind: "reply" }>,
): Promise<void> {
  const entry = await entryNumber(queries, payload.entry);
  if (entry === null) return;
  await queries.insert(
    "reply",
    ["event", "entry", "sender", "text", "at", "who"],
    [[seq, entry, payload.from, payload.text, at, by]],
  );
}

async function entryNumber(queries: Queries, id: string | null): Promise<number | null> {
  if (id === null) return null;
  const row = await first<{ no: number }>(queries, "SELECT no FROM entry WHERE id = ?", [id]);
  return row?.no ?? null;
}

async function markDisputed(queries: Queries, entry: number): Promise<void> {
  await queries.run(
    `UPDATE entry SET disputed =
       CASE WHEN EXISTS (SELECT 1 FROM correction WHERE correction.entry = entry.no AND correction.state = 'open')
       THEN 1 ELSE 0 END
     WHERE no = ?`,
    [entry],
  );
}
