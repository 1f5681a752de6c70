import { DEFAULT_CONFIDENCE } from "../../core/confidence.ts";
import type { Queries } from "../database.ts";
import type { Value } from "../sql.ts";
import type { ConditionSummary, Page, PageRequest } from "../ledger.ts";
import { pageSize, readCursor, writeCursor } from "./cursor.ts";

/** Conditions with their commitments as the default view shows them. */
const COUNTED = `
  SELECT condition.id, condition.text, condition.met_on AS "metOn", condition.evidence, condition.met_by AS "metBy",
         count(*) AS commitments
  FROM condition JOIN commitment_condition AS cc ON cc.condition = condition.id JOIN entry AS e ON e.no = cc.entry
  WHERE e.visible = 1 AND e.confidence >= ?`;

/** Conditions, those with the most commitments first. */
export async function conditionsByCommitments(queries: Queries, page: PageRequest): Promise<Page<ConditionSummary>> {
  const size = pageSize(page);
  const cursor = readCursor(page, 2);
  const counted = `SELECT * FROM (${COUNTED} GROUP BY condition.id) AS counted`;
  const params: Value[] = [DEFAULT_CONFIDENCE];
  let later = "";
  if (cursor !== null) {
    const [commitments = 0, id = ""] = cursor;
    later = "WHERE commitments < ? OR (commitments = ? AND id > ?)";
    params.push(commitments, commitments, id);
  }
  const rows = await queries.all<ConditionRow>(`${counted} ${later} ORDER BY commitments DESC, id LIMIT ?`, [
    ...params,
    size + 1,
  ]);
  const totals = await queries.all<{ total: number }>(
    `SELECT count(DISTINCT cc.condition) AS total FROM commitment_condition AS cc JOIN entry AS e ON e.no = cc.entry
     WHERE e.visible = 1 AND e.confidence >= ?`,
    [DEFAULT_CONFIDENCE],
  );
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map(summaryOf),
    next: rows.length > size && last !== undefined ? writeCursor([last.commitments, last.id]) : null,
    total: totals[0]?.total ?? 0,
  };
}

/** The condition with this id, if a commitment that the default view shows waits or waited for it. */
export async function conditionWithId(queries: Queries, id: string): Promise<ConditionSummary | null> {
  const rows = await queries.all<ConditionRow>(`${COUNTED} AND condition.id = ? GROUP BY condition.id`, [
    DEFAULT_CONFIDENCE,
    id,
  ]);
  return rows[0] === undefined ? null : summaryOf(rows[0]);
}

interface ConditionRow {
  readonly id: string;
  readonly text: string;
  readonly metOn: string | null;
  readonly evidence: string | null;
  readonly metBy: string | null;
  readonly commitments: number;
}

function summaryOf(row: ConditionRow): ConditionSummary {
  const met = row.metOn === null ? null : { on: row.metOn, evidence: row.evidence ?? "", by: row.metBy ?? "" };
  return { id: row.id, text: row.text, waiting: met === null ? row.commitments : 0, met };
}
