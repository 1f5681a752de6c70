import { dayRange } from "../dates.ts";
import { first, type Database, type Queries } from "../database.ts";
import { happen } from "../happening.ts";
import type { CommitmentStatus, ConditionMet, StatusRecord } from "./people.ts";

/** Marks a condition met, with evidence, or, with null, takes that back. */
export async function markCondition(
  database: Database,
  id: string,
  met: ConditionMet | null,
  by: string,
): Promise<void> {
  if (met !== null) {
    if (dayRange(met.on) === null) throw new RangeError(`Invalid date ${met.on}: use YYYY, YYYY-MM or YYYY-MM-DD`);
    if (met.evidence.trim() === "") throw new RangeError("A condition is met by evidence: say what shows it");
  }
  await happen(database, by, async (queries) => {
    if ((await first(queries, "SELECT id FROM condition WHERE id = ?", [id])) === undefined)
      throw new RangeError(`No condition ${id}`);
    return [{ kind: "condition", payload: { condition: id, met } }];
  });
}

const STATUSES: ReadonlySet<string> = new Set([
  "open",
  "under-way",
  "fulfilled",
  "partly-fulfilled",
  "not-fulfilled",
  "unclear",
] satisfies readonly CommitmentStatus[]);

/** Says how a commitment went. */
export async function setStatus(
  database: Database,
  entryId: string,
  index: number,
  found: { readonly status: CommitmentStatus; readonly evidence: string; readonly lookedAt: string },
  by: string,
): Promise<void> {
  const { status, evidence, lookedAt } = found;
  if (!STATUSES.has(status)) throw new RangeError(`Invalid status ${status}: one of ${[...STATUSES].join(", ")}`);
  if (dayRange(lookedAt) === null) throw new RangeError(`Invalid date ${lookedAt}: use YYYY, YYYY-MM or YYYY-MM-DD`);
  if (status !== "open" && evidence.trim() === "") throw new RangeError(`The status ${status} takes evidence`);
  await happen(database, by, async (queries) => {
    const there = await first(
      queries,
      "SELECT c.entry FROM commitment AS c JOIN entry AS e ON e.no = c.entry WHERE e.id = ? AND c.position = ?",
      [entryId, index],
    );
    if (there === undefined) throw new RangeError(`No commitment ${index} in an entry ${entryId}`);
    return [{ kind: "status", payload: { entry: entryId, index, status, evidence, lookedAt } }];
  });
}

/** All that was said on how a commitment went, oldest first. */
export async function statusesOf(queries: Queries, entryId: string, index: number): Promise<readonly StatusRecord[]> {
  const rows = await queries.all<StatusRecord>(
    `SELECT s.status, s.evidence, s.looked_at AS "lookedAt", s.who AS "by"
     FROM commitment_status AS s JOIN entry AS e ON e.no = s.entry
     WHERE e.id = ? AND s.position = ? ORDER BY s.event`,
    [entryId, index],
  );
  return rows.map((row) => ({ ...row }));
}
