import { first, type Queries } from "../database.ts";
import type { ConditionSummary, Page, PageRequest } from "../ledger.ts";
import { pageSize, readCursor, writeCursor } from "./cursor.ts";

const COLUMNS = `SELECT id, text, met_on AS "metOn", evidence, met_by AS "metBy", commitments FROM condition`;

/** Conditions that commitments of the default view wait or waited for, those with the most first. */
export async function conditionsByCommitments(queries: Queries, page: PageRequest): Promise<Page<ConditionSummary>> {
  const size = pageSize(page);
  const [commitments = Number.MAX_SAFE_INTEGER, id = ""] = readCursor(page, 2) ?? [];
  const rows = await queries.all<ConditionRow>(
    `${COLUMNS} WHERE commitments > 0 AND (commitments < ? OR (commitments = ? AND id > ?))
     ORDER BY commitments DESC, id LIMIT ?`,
    [commitments, commitments, id, size + 1],
  );
  const total = await first<{ total: number }>(
    queries,
    "SELECT count(*) AS total FROM condition WHERE commitments > 0",
  );
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map(summaryOf),
    next: rows.length > size && last !== undefined ? writeCursor([last.commitments, last.id]) : null,
    total: total?.total ?? 0,
  };
}

/** The condition with this id, if a commitment that the default view shows waits or waited for it. */
export async function conditionWithId(queries: Queries, id: string): Promise<ConditionSummary | null> {
  const row = await first<ConditionRow>(queries, `${COLUMNS} WHERE id = ? AND commitments > 0`, [id]);
  return row === undefined ? null : summaryOf(row);
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
