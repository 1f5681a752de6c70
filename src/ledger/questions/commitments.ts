import type { Queries } from "../database.ts";
import type { Page, PageRequest, StoredCommitment } from "../ledger.ts";
import type { StatusRecord } from "../people/people.ts";
import type { Question } from "../question.ts";
import type { SqlPart, Value } from "../sql.ts";
import { pageSize, readCursor, writeCursor } from "./cursor.ts";
import { loadEntries } from "./entries.ts";
import { entryFilter } from "./filter.ts";
import { allAnswers, answersByScore, countedUpTo } from "./answers.ts";

/** True in SQL for a commitment `c` that waits: it has a condition, and one of them is not met. */
const WAITS = `c.conditions > 0 AND EXISTS (
    SELECT 1 FROM commitment_condition AS cc JOIN condition ON condition.id = cc.condition
    WHERE cc.entry = c.entry AND cc.position = c.position AND condition.met_on IS NULL)`;

/** Commitments that answer a question, best score first, then the newest; strength and condition are asked of the commitment itself. */
export async function commitmentsOf(
  queries: Queries,
  question: Question & { readonly waiting?: boolean },
  page: PageRequest,
): Promise<Page<StoredCommitment>> {
  const size = pageSize(page);
  const [fromScore = Infinity, fromMoment = Infinity, fromPosition = -1] = readCursor(page, 3) ?? [];
  const filter = await entryFilter(queries, question);
  if (filter === null || question.commitment === false) return { items: [], next: null, total: 0 };
  const asked = commitmentConditions(question);
  const places: (CommitmentPlace & { readonly moment: number; readonly score: number })[] = [];
  for (const { score, from, moment, where, params } of answersByScore(queries, filter)) {
    if (score > Number(fromScore) || places.length > size) continue;
    // Entries are found in the order of time, and their commitments then laid out: at least one each.
    const later = score === fromScore ? ` AND ${moment} <= ?` : "";
    const entries = await queries.all<{ no: number; moment: number }>(
      `SELECT e.no, e.moment FROM ${from} WHERE ${where} AND ${asked.entry}${later}
         AND EXISTS (SELECT 1 FROM commitment AS c WHERE c.entry = e.no AND ${asked.sql})
       ORDER BY ${asked.few ? `+${moment}` : moment} DESC LIMIT ?`,
      [
        ...params,
        ...asked.entryParams,
        ...(score === fromScore ? [fromMoment] : []),
        ...asked.params,
        size + 2 - places.length,
      ],
    );
    const moments = new Map(entries.map((entry) => [entry.no, entry.moment]));
    const found = await queries.all<CommitmentPlace>(
      `SELECT c.entry AS no, c.position FROM commitment AS c
       WHERE c.entry IN ${queries.dialect.integerList} AND ${asked.sql}`,
      [JSON.stringify([...moments.keys()]), ...asked.params],
    );
    places.push(
      ...found
        .map(({ no, position }) => ({ no, position, moment: moments.get(no) ?? 0, score }))
        .filter((place) => score !== fromScore || place.moment !== fromMoment || place.position > Number(fromPosition))
        .sort((a, b) => b.moment - a.moment || a.position - b.position),
    );
  }
  const shown = places.slice(0, size);
  const last = shown.at(-1);
  const { from, where, params, moment } = allAnswers(queries, filter);
  const counted = await countedUpTo(queries, "1", {
    from: `${from} CROSS JOIN commitment AS c`,
    where: `${where} AND ${asked.entry} AND c.entry = e.no AND ${asked.sql}`,
    params: [...params, ...asked.entryParams, ...asked.params],
    moment: asked.few ? `+${moment}` : moment,
  });
  return {
    items: await loadCommitments(queries, shown),
    next: places.length > size && last !== undefined ? writeCursor([last.score, last.moment, last.position]) : null,
    ...counted,
  };
}

interface CommitmentConditions extends SqlPart {
  /** What follows for the entry; it lets the entries without such commitments be passed over. */
  readonly entry: string;
  readonly entryParams: readonly Value[];
  /** They are few: finding and then sorting them is faster than walking all entries in the order of time, which a `+` forbids. */
  readonly few: boolean;
}

/** What a question asks of the commitment `c` itself. */
function commitmentConditions(question: Question & { readonly waiting?: boolean }): CommitmentConditions {
  const where: string[] = ["1 = 1"];
  const params: Value[] = [];
  if (question.waiting !== undefined) where.push(question.waiting ? WAITS : `NOT (${WAITS})`);
  if (question.conditional !== undefined) where.push(question.conditional ? "c.conditions > 0" : "c.conditions = 0");
  if (question.strength !== undefined) {
    where.push("c.strength = ?");
    params.push(question.strength);
  }
  if (question.status !== undefined) {
    where.push("coalesce(c.status, 'not-rated') = ?");
    params.push(question.status);
  }
  if (question.condition !== undefined) {
    where.push(
      `EXISTS (SELECT 1 FROM commitment_condition AS cc
               WHERE cc.entry = c.entry AND cc.position = c.position AND cc.condition = ?)`,
    );
    params.push(question.condition);
  }
  const conditional = question.waiting === true || question.conditional === true || question.condition !== undefined;
  const entry = [conditional ? "e.conditional = 1" : "e.commitments > 0"];
  const entryParams: Value[] = [];
  // The few entries that wait for one condition, or for one that was met, are found by the condition and not by looking at all.
  if (question.condition !== undefined) {
    entry.push("e.no IN (SELECT entry FROM commitment_condition WHERE condition = ?)");
    entryParams.push(question.condition);
  }
  if (question.waiting === false && question.conditional === true)
    entry.push(
      `e.no IN (SELECT met.entry FROM condition CROSS JOIN commitment_condition AS met
                WHERE condition.met_on IS NOT NULL AND met.condition = condition.id)`,
    );
  return { sql: where.join(" AND "), params, entry: entry.join(" AND "), entryParams, few: entry.length > 1 };
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
    `SELECT DISTINCT cc.entry AS no, cc.position, cc.condition, condition.met_on AS "metOn"
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
