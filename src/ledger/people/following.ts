import { dayRange } from "../dates.ts";
import { first, type Database, type Queries } from "../database.ts";
import { happen } from "../happening.ts";
import type { LastStatus } from "../ledger.ts";
import {
  COMMITMENT_STATUSES,
  type CommitmentStatus,
  type ConditionLikeness,
  type ConditionMet,
  type StatusRecord,
} from "./people.ts";

/** Marks a condition met, with evidence, or, with null, takes that back. Of conditions that are one, the one they lead to is marked. */
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
    return [{ kind: "condition", payload: { condition: (await conditionRow(queries, id)).into, met } }];
  });
}

/** Says that two conditions are close, or one and the same, or, with null, neither after all. */
export async function likenConditions(
  database: Database,
  id: string,
  to: string,
  how: ConditionLikeness | null,
  reason: string,
  by: string,
): Promise<void> {
  if (reason.trim() === "") throw new RangeError("To say how two conditions belong together takes a reason");
  await happen(database, by, async (queries) => {
    const one = await conditionRow(queries, id);
    const other = await conditionRow(queries, to);
    if (how === "same" && one.into !== id)
      throw new RangeError(`The condition ${id} is itself made one with ${one.into}: name that one`);
    if (how === "same" && other.into !== to)
      throw new RangeError(`The condition ${to} is itself made one with ${other.into}: name that one`);
    if (how !== null && one.into === other.into)
      throw new RangeError(
        id === to ? `The condition ${id} is itself` : `The conditions ${id} and ${to} are one already`,
      );
    // What is due must not fall back to waiting because of two words for one event.
    if (how === "same" && one.metOn !== null && other.metOn === null)
      throw new RangeError(
        `The condition ${id} is met and ${to} is not: say that ${to} is the same as ${id}, not the reverse`,
      );
    if (how === null && !(await areTied(queries, id, to)))
      throw new RangeError(`Nobody has said that the conditions ${id} and ${to} belong together`);
    return [{ kind: "likeness", payload: { condition: id, to, how, reason } }];
  });
}

async function areTied(queries: Queries, id: string, to: string): Promise<boolean> {
  const tie = await first(
    queries,
    `SELECT id FROM condition WHERE (id = ? AND same_as = ?) OR (id = ? AND same_as = ?)
     UNION ALL SELECT condition FROM condition_likeness
     WHERE (condition = ? AND other = ?) OR (condition = ? AND other = ?)`,
    [id, to, to, id, id, to, to, id],
  );
  return tie !== undefined;
}

async function conditionRow(
  queries: Queries,
  id: string,
): Promise<{ readonly into: string; readonly metOn: string | null }> {
  const row = await first<{ into: string; metOn: string | null }>(
    queries,
    `SELECT coalesce(merged_into, id) AS "into", met_on AS "metOn" FROM condition WHERE id = ?`,
    [id],
  );
  if (row === undefined) throw new RangeError(`No condition ${id}`);
  return row;
}

const STATUSES: ReadonlySet<string> = new Set(COMMITMENT_STATUSES);

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
  if (status !== "not-rated" && evidence.trim() === "") throw new RangeError(`The status ${status} takes evidence`);
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

/** What was last said on how the commitments of these entries went; only those on which something was said. */
export async function lastStatusesOf(queries: Queries, entryIds: readonly string[]): Promise<readonly LastStatus[]> {
  const rows = await queries.all<StatusRecord & { readonly entryId: string; readonly index: number }>(
    `SELECT e.id AS "entryId", s.position AS "index", s.status, s.evidence, s.looked_at AS "lookedAt", s.who AS "by"
     FROM commitment_status AS s JOIN entry AS e ON e.no = s.entry WHERE e.id IN ${queries.dialect.textList} ORDER BY s.event`,
    [JSON.stringify(entryIds)],
  );
  const last = new Map<string, LastStatus>();
  for (const { entryId, index, status, evidence, lookedAt, by } of rows)
    last.set(`${entryId} ${index}`, { entryId, index, status: { status, evidence, lookedAt, by } });
  return [...last.values()];
}
