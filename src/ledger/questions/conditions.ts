import { relatedConditions } from "../../core/commitments/condition.ts";
import { first, type Queries } from "../database.ts";
import type { ConditionsLike, ConditionSummary, Page, PageRequest } from "../ledger.ts";
import { mergedConditions } from "../projection/merged-conditions.ts";
import type { Question } from "../question.ts";
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

/**
 * The condition with this id, or the one that people made it one with, if a commitment that the default view shows waits or waited
 * for it.
 */
export async function conditionWithId(queries: Queries, id: string): Promise<ConditionSummary | null> {
  const row = await first<ConditionRow>(
    queries,
    `${COLUMNS} WHERE id = coalesce((SELECT merged_into FROM condition WHERE id = ?), ?) AND commitments > 0`,
    [id, id],
  );
  return row === undefined ? null : summaryOf(row);
}

/** The question with the condition that people made its condition one with. */
export async function withMergedCondition<Asked extends Question>(queries: Queries, question: Asked): Promise<Asked> {
  if (question.condition === undefined) return question;
  const into = (await mergedConditions(queries, [question.condition])).get(question.condition);
  return into === undefined ? question : { ...question, condition: into };
}

/** The other conditions that are one with this one, and those close to it: people said so, or the words name events of one family. */
export async function conditionsLike(queries: Queries, id: string): Promise<ConditionsLike> {
  const here = await conditionWithId(queries, id);
  if (here === null) return { same: [], related: [] };
  const same = await queries.all<ConditionWords>("SELECT id, text FROM condition WHERE merged_into = ? ORDER BY id", [
    here.id,
  ]);
  const said = await queries.all<ConditionWords>(
    `SELECT DISTINCT c.id, c.text FROM condition_likeness AS l
     JOIN condition AS named ON named.id = CASE WHEN l.condition IN (SELECT id FROM condition WHERE id = ? OR merged_into = ?)
                                           THEN l.other ELSE l.condition END
     JOIN condition AS c ON c.id = coalesce(named.merged_into, named.id)
     WHERE l.condition IN (SELECT id FROM condition WHERE id = ? OR merged_into = ?)
        OR l.other IN (SELECT id FROM condition WHERE id = ? OR merged_into = ?) ORDER BY c.id`,
    [here.id, here.id, here.id, here.id, here.id, here.id],
  );
  const others = await queries.all<ConditionWords>(
    "SELECT id, text FROM condition WHERE commitments > 0 AND id <> ? ORDER BY commitments DESC, id LIMIT ?",
    [here.id, MOST_COMPARED],
  );
  const isSaid = new Set([here.id, ...said.map((one) => one.id)]);
  return {
    same: same.map((one) => ({ ...one })),
    related: [
      ...said.filter((one) => one.id !== here.id).map((one) => ({ ...one, by: "people" as const })),
      ...others
        .filter((one) => !isSaid.has(one.id) && relatedConditions(here.text, one.text))
        .map((one) => ({ ...one, by: "words" as const })),
    ],
  };
}

interface ConditionWords {
  readonly id: string;
  readonly text: string;
}

/** Comparing words takes time with their number: the conditions that most commitments wait for. */
const MOST_COMPARED = 5000;

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
