import { DEFAULT_CONFIDENCE } from "../../core/confidence.ts";
import { first, type Queries } from "../database.ts";
import { NUMBERS } from "../dates.ts";
import type { Page, PageRequest, StoredCommitment } from "../ledger.ts";
import type { StatusRecord } from "../people/people.ts";
import type { Question } from "../question.ts";
import type { SqlPart, Value } from "../sql.ts";
import { pageSize, readCursor, writeCursor } from "./cursor.ts";
import { loadEntries } from "./entries.ts";
import { MOST_COUNTED, totalOf } from "./answers.ts";
import { CONDITIONAL, WITH_COMMITMENT } from "../search/marks.ts";
import {
  commitmentTables,
  entryFilter,
  strengthBit,
  type CommitmentTables,
  type Condition,
  type EntryFilter,
} from "./filter.ts";
import { newestAnswers, NONE_KNOWN, type NewestAnswers } from "./newest.ts";
import { rankedAnswers } from "./ranked.ts";

/** Commitments that answer a question, best score first, then the newest; strength and condition are asked of the commitment itself. */
export async function commitmentsOf(
  queries: Queries,
  question: Question & { readonly waiting?: boolean },
  page: PageRequest,
): Promise<Page<StoredCommitment>> {
  const size = pageSize(page);
  const [fromScore = Infinity, fromMoment = Infinity, fromPosition = -1] = readCursor(page, 3) ?? [];
  const plain = await entryFilter(queries, question);
  if (plain === null || question.commitment === false) return { items: [], next: null, total: 0 };
  const tables = commitmentTables(question);
  const asked = await commitmentConditions(queries, question, tables);
  const filter = withCondition(plain, asked, tables);
  const condition = soleCondition(question);
  const newest =
    condition === null ? await newestAnswers(queries, filter, ["moments", "commitments", "scores"]) : NONE_KNOWN;
  const from = { score: Number(fromScore), moment: Number(fromMoment) };
  // Entries are found first, and their commitments then laid out: at least one each. The page may begin amid an entry.
  const entries = [
    ...(fromMoment === Infinity ? [] : [from]),
    ...(await rankedAnswers(queries, filter, newest, from, size + 1)),
  ];
  const found = await queries.all<CommitmentPlace>(
    `SELECT c.entry AS no, c.position FROM ${tables.commitments} AS c
     WHERE c.entry IN ${queries.dialect.integerList} AND ${asked.sql}`,
    [JSON.stringify(entries.map(numberAt)), ...asked.params],
  );
  const ranks = new Map(entries.map((place, rank) => [numberAt(place), { ...place, rank }]));
  const places = found
    .flatMap(({ no, position }) => {
      const entry = ranks.get(no);
      return entry === undefined ? [] : [{ ...entry, no, position }];
    })
    .filter((place) => place.moment !== fromMoment || place.position > Number(fromPosition))
    .sort((a, b) => a.rank - b.rank || a.position - b.position);
  const shown = places.slice(0, size);
  const last = shown.at(-1);
  return {
    items: await loadCommitments(queries, shown, tables.doubtfulFrom),
    next: places.length > size && last !== undefined ? writeCursor([last.score, last.moment, last.position]) : null,
    ...(condition === null
      ? await countCommitments(queries, newest, asked, tables)
      : await tallyOf(queries, condition)),
  };
}

/** How many commitments the answers have, counted up to `MOST_COUNTED`. */
async function countCommitments(
  queries: Queries,
  newest: NewestAnswers,
  asked: CommitmentConditions,
  tables: CommitmentTables,
): Promise<{ readonly total: number; readonly atLeast?: true }> {
  // Each entry has at least one.
  if (!newest.complete) return totalOf(MOST_COUNTED, false);
  let count = 0;
  if (asked.all) for (const commitments of newest.commitments) count += commitments;
  else {
    const numbers = newest.moments.map((moment) => numberAt({ moment }));
    const row = await first<{ count: number }>(
      queries,
      `SELECT count(*) AS count FROM ${tables.commitments} AS c
       WHERE c.entry IN ${queries.dialect.integerList} AND ${asked.sql}`,
      [JSON.stringify(numbers), ...asked.params],
    );
    count = row?.count ?? 0;
  }
  return totalOf(count, count <= MOST_COUNTED);
}

/** The condition, where the default view is asked for it and for nothing else. */
function soleCondition({ condition, minConfidence = DEFAULT_CONFIDENCE, ...others }: Question): string | null {
  const isSole = minConfidence === DEFAULT_CONFIDENCE && Object.values(others).every((other) => other === undefined);
  return isSole ? (condition ?? null) : null;
}

/** How many commitments of the default view wait or waited for a condition: that is kept with it. */
async function tallyOf(
  queries: Queries,
  condition: string,
): Promise<{ readonly total: number; readonly atLeast?: true }> {
  const count = await commitmentsUnder(queries, condition);
  return totalOf(count, count <= MOST_COUNTED);
}

async function commitmentsUnder(queries: Queries, condition: string): Promise<number> {
  const row = await first<{ commitments: number }>(queries, "SELECT commitments FROM condition WHERE id = ?", [
    condition,
  ]);
  return row?.commitments ?? 0;
}

/** So many take as long to find and sort as it takes to walk past all that wait for something else. */
const MANY_WAITING = 1000;

function numberAt({ moment }: { readonly moment: number }): number {
  return moment % NUMBERS;
}

/** What a question asks of the commitment `c` itself. */
interface CommitmentConditions extends SqlPart {
  /** It asks nothing. */
  readonly all: boolean;
  /** What follows for the entry `e`; it lets the entries without such commitments be passed over. */
  readonly entry: readonly Condition[];
  /** Nothing else need be asked of the entry: whenever `entry` holds, one of its commitments is so. */
  readonly enough: boolean;
  readonly few: boolean;
}

async function commitmentConditions(
  queries: Queries,
  question: Question & { readonly waiting?: boolean },
  tables: CommitmentTables,
): Promise<CommitmentConditions> {
  const where: string[] = [];
  const params: Value[] = [];
  const entry: Condition[] = [];
  const also = (condition: string, ...values: readonly Value[]): void => {
    where.push(condition);
    params.push(...values);
  };
  if (tables.doubtfulFrom !== null) also("c.confidence >= ?", tables.doubtfulFrom);
  // The columns of an entry tell of one of these at a time: its conditional commitment may not be the one of that strength.
  let told = 0;
  let few = false;
  if (question.waiting !== undefined) {
    const waits = await waiting(queries, tables);
    also(question.waiting ? waits.sql : `NOT (${waits.sql})`, ...waits.params);
    if (question.waiting && waits.params.length === 0) told++;
  }
  if (question.conditional !== undefined) {
    also(question.conditional ? "c.conditions > 0" : "c.conditions = 0");
    if (question.conditional) told++;
  }
  if (question.strength !== undefined) {
    also("c.strength = ?", question.strength);
    entry.push({ sql: "(e.strengths & ?) <> 0", params: [strengthBit(question.strength)] });
    told++;
  }
  if (question.status !== undefined) also("coalesce(c.status, 'not-rated') = ?", question.status);
  if (question.condition !== undefined) {
    also(
      `EXISTS (SELECT 1 FROM ${tables.conditions} AS cc
               WHERE cc.entry = c.entry AND cc.position = c.position AND cc.condition = ?)`,
      question.condition,
    );
    // Few entries that wait for one condition, or for one that was met, are found by the condition and not by looking at all; of very many, the newest are
    // soon met among all that wait for something.
    few = question.words !== undefined || (await commitmentsUnder(queries, question.condition)) < MANY_WAITING;
    entry.push({
      sql: few
        ? "e.no IN (SELECT entry FROM commitment_condition WHERE condition = ?)"
        : "EXISTS (SELECT 1 FROM commitment_condition AS cc WHERE cc.entry = e.no AND cc.condition = ?)",
      params: [question.condition],
    });
    told++;
  }
  if (question.waiting === false && question.conditional === true) {
    entry.push({
      sql: `e.no IN (SELECT met.entry FROM condition CROSS JOIN commitment_condition AS met
                     WHERE condition.met_on IS NOT NULL AND met.condition = condition.id)`,
      params: [],
    });
    few = true;
  }
  // A doubtful commitment is not told of by its entry.
  if (tables.doubtfulFrom !== null)
    return { sql: where.join(" AND "), params, all: false, entry: [], enough: false, few: false };
  const conditional = question.waiting === true || question.conditional === true || question.condition !== undefined;
  return {
    sql: where.length === 0 ? "1 = 1" : where.join(" AND "),
    params,
    all: where.length === 0,
    entry: [
      conditional
        ? { sql: "e.conditional = 1", params: [], mark: CONDITIONAL }
        : { sql: "e.commitments > 0", params: [], mark: WITH_COMMITMENT },
      ...entry,
    ],
    enough: where.length === 0 || (where.length === 1 && told === 1),
    few,
  };
}

/** True for a commitment `c` that waits: it has a condition, and one of them is not met. */
async function waiting(queries: Queries, tables: CommitmentTables): Promise<SqlPart> {
  // Those that are met are few, in comparison: a person has marked each.
  const met = await queries.all<{ id: string }>("SELECT id FROM condition WHERE met_on IS NOT NULL");
  if (met.length === 0) return { sql: "c.conditions > 0", params: [] };
  return {
    sql: `c.conditions > 0 AND EXISTS (
            SELECT 1 FROM ${tables.conditions} AS cc
            WHERE cc.entry = c.entry AND cc.position = c.position AND cc.condition NOT IN ${queries.dialect.textList})`,
    params: [JSON.stringify(met.map((condition) => condition.id))],
  };
}

function withCondition(filter: EntryFilter, asked: CommitmentConditions, tables: CommitmentTables): EntryFilter {
  const own: Condition = {
    sql: `EXISTS (SELECT 1 FROM ${tables.commitments} AS c WHERE c.entry = e.no AND ${asked.sql})`,
    params: asked.params,
  };
  return {
    ...filter,
    conditions: [...filter.conditions, ...asked.entry, ...(asked.enough ? [] : [own])],
    few: asked.few,
  };
}

interface CommitmentPlace {
  readonly no: number;
  readonly position: number;
}

async function loadCommitments(
  queries: Queries,
  places: readonly CommitmentPlace[],
  doubtfulFrom: number | null,
): Promise<readonly StoredCommitment[]> {
  const numbers = [...new Set(places.map((place) => place.no))];
  // All that is doubtful is loaded where some is asked for, since each is found by its place.
  const loaded = await loadEntries(queries, numbers, { doubtfulFrom: doubtfulFrom === null ? 1 : 0 });
  const entries = new Map(loaded.map((entry, at) => [numbers[at], entry]));
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
    if (entry === undefined) return [];
    const sure = entry.commitments.length;
    const commitment = position < sure ? entry.commitments[position] : entry.doubtful[position - sure];
    if (commitment === undefined) return [];
    const isHere = (row: CommitmentPlace): boolean => row.no === no && row.position === position;
    const conditions = links.filter(isHere);
    const last = statuses.findLast(isHere);
    const status =
      last === undefined
        ? null
        : { status: last.status, evidence: last.evidence, lookedAt: last.lookedAt, by: last.by };
    return [
      {
        entry:
          doubtfulFrom === null
            ? entry
            : { ...entry, doubtful: entry.doubtful.filter(({ confidence }) => confidence >= doubtfulFrom) },
        index: position,
        commitment,
        doubtful: position >= sure,
        conditionIds: conditions.map((link) => link.condition),
        due: conditions.length > 0 && conditions.every((link) => link.metOn !== null),
        status,
      },
    ];
  });
}
