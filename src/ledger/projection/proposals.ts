import { canonicalJson } from "../canonical.ts";
import type { Queries } from "../database.ts";
import type { Happened } from "../events.ts";

/** Writes down what somebody proposes; nothing else changes. */
export async function projectProposal(
  queries: Queries,
  { seq, at, by, payload }: Extract<Happened, { readonly kind: "proposal" }>,
): Promise<void> {
  await queries.insert(
    "proposal",
    ["id", "event", "proposed", "reason", "at", "who", "state"],
    [[payload.id, seq, canonicalJson(payload.proposed), payload.reason, at, by, "open"]],
  );
}

/** Writes down what was decided on a proposal. What was accepted is an event of its own. */
export async function projectAnswer(
  queries: Queries,
  { at, by, payload }: Extract<Happened, { readonly kind: "answer" }>,
): Promise<void> {
  await queries.run("UPDATE proposal SET state = ?, answer = ?, answered_at = ?, answered_by = ? WHERE id = ?", [
    payload.accepted ? "accepted" : "refused",
    payload.reason,
    at,
    by,
    payload.proposal,
  ]);
}
