import type { Queries } from "../database.ts";
import type { Happened } from "../events.ts";

/** Writes down where something was taken away, and why; what it said is gone with the events' payloads. */
export async function projectRedaction(
  queries: Queries,
  { seq, at, by, payload }: Extract<Happened, { readonly kind: "redaction" }>,
): Promise<void> {
  await queries.insert(
    "redaction",
    ["subject", "event", "reason", "at", "who"],
    payload.subjects.map((subject) => [subject, seq, payload.reason, at, by]),
    "ON CONFLICT (subject) DO NOTHING",
  );
}
