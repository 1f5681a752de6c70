import type { Queries } from "../database.ts";
import type { Page, PageRequest, StoredCommitment } from "../ledger.ts";
import type { StatusRecord } from "../people/people.ts";
import type { Question } from "../question.ts";
import type { SqlPart, Value } from "../sql.ts";
import { pageSize, readCursor, writeCursor, type CursorValues } from "./cursor.ts";
import { loadEntries } from "./entries.ts";
import { entryFilter } from "./filter.ts";
import { entriesFrom } from "./search.ts";

/** True in SQL for a commitment `c` that waits: it has a condition, and one of them is not met. */
const WAITS = `c.conditions > 0 AND EXISTS (
    SELECT 1 FROM commitment_condition AS cc JOIN condition ON condition.id = cc.condition
    WHERE cc.entry = c.entry AND cc.position = c.position AND condition.met_on IS NULL)`;

/** Commitments that answer a question, best score first, then newest; strength and condition are asked of the commitment itself. */
export async function commitmentsOf(
  queries: Queries,
  question: Question & { readonly waiting?: boolean },
  page: PageRequest,
): Promise<Page<StoredCommitment>> {
  const size = pageSize(page);
  const cursor = readCursor(page, 4);
  const filter = await entryFilter(queries, question);
  if (filter === null || question.commitment === false) return { items: [], next: null, total: 0 };
  const asked = commitmentConditions(question);
  const all = entriesFrom(queries, filter, { scored: false });
  const counted = await queries.all<{ total: number }>(
    `SELECT count(*) AS total FROM ${all.from} CROSS JOIN commitment AS c
     WHERE ${all.where} AND c.entry = e.no AND ${asked.sql}`,
    [...all.params, ...asked.params],
  );
  const { from, score, where, params } = entriesFrom(queries, filter);
  const rows = await queries.all<{ no: number; id: string; day: string; score: number; position: number }>(
    `SELECT e.no, e.id, e.date_from AS day, ${score} AS score, c.position
     FROM ${from} CROSS JOIN commitment AS c WHERE ${where} AND c.entry = e.no AND ${asked.sql}
     ${cursor === null ? "" : `AND ${laterThan(score)}`}
     ORDER BY ${score === "0" ? "" : `${score} DESC, `}e.date_from DESC, e.id, c.position LIMIT ?`,
    [...params, ...asked.params, ...keysetParams(cursor), size + 1],
  );
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: await loadCommitments(queries, shown),
    next: rows.length > size && last !== undefined ? writeCursor([last.score, last.day, last.id, last.position]) : null,
    total: counted[0]?.total ?? 0,
  };
}

/** What a question asks of the commitment `c` itself. */
function commitmentConditions(question: Question & { readonly waiting?: boolean }): SqlPart {
  const where: string[] = ["e.commitments > 0"];
  const params: Value[] = [];
  if (question.waiting !== undefined) where.push(question.waiting ? WAITS : `NOT (${WAITS})`);
  if (question.conditional !== undefined) where.push(question.conditional ? "c.conditions > 0" : "c.conditions = 0");
  if (question.strength !== undefined) {
    where.push("c.strength = ?");
    params.push(question.strength);
  }
  if (question.status !== undefined) {
    where.push("coalesce(c.status, 'open') = ?");
    params.push(question.status);
  }
  if (question.condition !== undefined) {
    where.push(
      `EXISTS (SELECT 1 FROM commitment_condition AS cc
               WHERE cc.entry = c.entry AND cc.position = c.position AND cc.condition = ?)`,
    );
    params.push(question.condition);
  }
  return { sql: where.join(" AND "), params };
}

function laterThan(score: string): string {
  return `(${score} < ? OR (${score} = ? AND (e.date_from < ? OR (e.date_from = ?
    AND (e.id > ? OR (e.id = ? AND c.position > ?))))))`;
}

function keysetParams(cursor: CursorValues | null): readonly Value[] {
  if (cursor === null) return [];
  const [score = 0, date = "", id = "", position = 0] = cursor;
  return [score, score, date, date, id, id, position];
}

interface CommitmentPlace {
  readonly no: number;
  readonly position: number;
}

async function loadCommitments(
  queries: Queries,
  places: readonly CommitmentPlace[],
): Promise<readonly StoredCommitment[]> {
  const numbers = [...new Set(places.map((place) => place.no))];
  const entries = new Map((await loadEntries(queries, numbers)).map((entry, at) => [numbers[at], entry]));
  const links = await queries.all<{ no: number; position: number; condition: string; metOn: string | null }>(
    `SELECT cc.entry AS no, cc.position, cc.condition, condition.met_on AS "metOn"
     FROM commitment_condition AS cc JOIN condition ON condition.id = cc.condition
     WHERE cc.entry IN ${queries.dialect.integerList} ORDER BY cc.condition`,
    [JSON.stringify(numbers)],
  );
  const statuses = await queries.all<StatusRecord & { readonly no: number; readonly position: number }>(
    `SELECT entry AS no, position, status, evidence, looked_at AS "lookedAt", who AS "by" FROM commitment_status
     WHERE entry IN ${queries.dialect.integerList} ORDER BY event`,
    [JSON.stringify(numbers)],
  );
  return places.flatMap(({ no, position }) => {
    const entry = entries.get(no);
    const commitment = entry?.commitments[position];
    if (entry === undefined || commitment === undefined) return [];
    const isHere = (row: CommitmentPlace): boolean => row.no === no && row.position === position;
    const conditions = links.filter(isHere);
    const last = statuses.findLast(isHere);
    const status =
      last === undefined
        ? null
        : { status: last.status, evidence: last.evidence, lookedAt: last.lookedAt, by: last.by };
    return [
      {
        entry,
        index: position,
        commitment,
        conditionIds: conditions.map((link) => link.condition),
        due: conditions.length > 0 && conditions.every((link) => link.metOn !== null),
        status,
      },
    ];
  });
}
