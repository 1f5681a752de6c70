import { first, type Queries } from "../database.ts";
import type { SqlPart } from "../sql.ts";
import { allAnswers, MOST_COUNTED, type Answers } from "./answers.ts";
import { WITH_COMMITMENT } from "../search/marks.ts";
import type { EntryFilter } from "./filter.ts";

/** The newest answers to a question, at most `MOST_COUNTED`, newest first: a column each, because rows take longer to hand over than to find. */
export interface NewestAnswers {
  /** There are no others. */
  readonly complete: boolean;
  readonly moments: readonly number[];
  readonly speakers: readonly (number | null)[];
  readonly publishers: readonly (string | null)[];
  readonly years: readonly string[];
  readonly kinds: readonly string[];
  readonly strengths: readonly number[];
  readonly commitments: readonly number[];
  /** Empty where the engine cannot tell, or where there are no words to look for. */
  readonly scores: readonly number[];
  /** Moments and scores of the best answers, the best first; where they are null, they must be asked for. */
  readonly best: null | { readonly moments: readonly number[]; readonly scores: readonly number[] };
}

/** What is known of answers before any was asked for. */
export const NONE_KNOWN: NewestAnswers = {
  complete: false,
  moments: [],
  speakers: [],
  publishers: [],
  years: [],
  kinds: [],
  strengths: [],
  commitments: [],
  scores: [],
  best: null,
};

/**
 * The newest answers, from which both the number of answers and their facets are told. They are remembered until something happens in the ledger:
 * who asks for a page of answers mostly asks for its facets and its next page too. Who needs but some of the columns is told no others.
 */
export async function newestAnswers(
  queries: Queries,
  filter: EntryFilter,
  columns: readonly Column[] = COLUMNS,
): Promise<NewestAnswers> {
  const head = await first<{ seq: number }>(queries, "SELECT seq FROM head");
  const seq = head?.seq ?? 0;
  const key = JSON.stringify([filter.expression, filter.spokenBy, filter.before, filter.conditions, columns]);
  const memory = memoryOf(queries);
  const known = memory.get(key);
  // The page and its facets are mostly asked for at the same moment: whoever comes second waits for the same search.
  const answers = known?.seq === seq ? known.answers : findNewest(queries, filter, columns);
  memory.delete(key);
  memory.set(key, { seq, answers });
  for (const oldest of memory.keys()) {
    if (memory.size <= MOST_REMEMBERED) break;
    memory.delete(oldest);
  }
  try {
    return await answers;
  } catch (error) {
    memory.delete(key);
    throw error;
  }
}

interface Remembered {
  /** The last event when they were looked for. */
  readonly seq: number;
  readonly answers: Promise<NewestAnswers>;
}

function memoryOf(queries: Queries): Map<string, Remembered> {
  const known = memories.get(queries);
  if (known !== undefined) return known;
  const memory = new Map<string, Remembered>();
  memories.set(queries, memory);
  return memory;
}

const memories = new WeakMap<Queries, Map<string, Remembered>>();

/** Some megabytes at most. */
const MOST_REMEMBERED = 40;

/** As many of the best as are worth knowing at once: a long page and the one after. */
const MOST_BEST = 400;

async function findNewest(queries: Queries, filter: EntryFilter, columns: readonly Column[]): Promise<NewestAnswers> {
  const answers = allAnswers(queries, filter);
  const { expected } = queries.dialect;
  const score = filter.expression === null ? null : queries.dialect.index.score(filter.expression);
  if (score === null || expected === null)
    return cut(columnsOf(await ask(queries, answers, columns, null, false, MOST_COUNTED + 1)));
  // The planner would take the marks of the years for one more condition beside the days that they follow from.
  const { where: sql, params } = allAnswers(queries, { ...filter, years: null });
  const { count, newest } = await expected(queries, { sql, params }, filter);
  let share = (MARGIN * MOST_COUNTED) / (count * companyOf(filter));
  let known: NewestAnswers | null = null;
  let until: string | null = null;
  for (let attempt = 0; attempt < 2 && share < MOST; attempt++) {
    const window = newest(share, until);
    if (window === null || window.share > MOST || window.times.length === 0) break;
    const wanted = MOST_COUNTED + 1 - (known?.moments.length ?? 0);
    const answersThere = allAnswers(queries, filter, window.times);
    const older = columnsOf(await ask(queries, answersThere, columns, score, true, wanted));
    known = known === null ? older : joined(known, older);
    if (known.moments.length > MOST_COUNTED) return cut(known);
    // There were fewer than was to be expected; how many there were tells how far back to look.
    until = window.since;
    share = (MARGIN * MOST_COUNTED * window.share) / Math.max(known.moments.length, 1);
  }
  const row = await askForAll(queries, answers, columns, score);
  const found = cut(columnsOf(row));
  const best = { moments: list<number>(row?.bestMoments), scores: list<number>(row?.bestScores) };
  return { ...found, best };
}

/** Times as many as are wanted, since a guess may be too high. */
const MARGIN = 1.15;

/**
 * Times as many statements as the planner thinks have several words: it takes them for strangers, but who asks for two has mostly seen them together. So it
 * does with words and commitments.
 */
function companyOf({ expression, conditions }: EntryFilter): number {
  if (expression === null || expression.terms.length === 1) return 1;
  return conditions.some(({ mark }) => mark === WITH_COMMITMENT) ? 3.6 : 1.9;
}

/** Of more than this share of all rows, all are asked for at once. */
const MOST = 0.7;

type Column = (typeof COLUMNS)[number];

type Columns = Readonly<Partial<Record<Column, string | null>>>;

const COLUMNS = ["moments", "speakers", "publishers", "years", "kinds", "strengths", "commitments", "scores"] as const;

const SELECTED =
  "e.moment AS moments, e.speaker AS speakers, e.publisher AS publishers, substr(e.date_from, 1, 4) AS years, e.kind AS kinds, " +
  "e.strengths AS strengths, e.commitments AS commitments";

async function ask(
  queries: Queries,
  { from, where, params, moment }: Answers,
  columns: readonly Column[],
  score: SqlPart | null,
  sorted: boolean,
  most: number,
): Promise<Columns | undefined> {
  // A sum sorts by the same, and keeps PostgreSQL from walking all moments in the hope of an early end.
  const order = sorted ? `${moment} + 0` : moment;
  return first<Columns>(
    queries,
    `SELECT ${lists(queries, columns)} FROM
       (SELECT ${SELECTED}, ${score?.sql ?? "0"} AS scores FROM ${from}
        WHERE ${where} ORDER BY ${order} DESC LIMIT ?) AS newest`,
    [...(score?.params ?? []), ...params, most],
  );
}

/** Every answer once, for the newest as well as for the best of them. */
async function askForAll(
  queries: Queries,
  { from, where, params }: Answers,
  columns: readonly Column[],
  score: SqlPart,
): Promise<(Columns & Readonly<Record<"bestMoments" | "bestScores", string | null>>) | undefined> {
  return first(
    queries,
    `WITH found AS MATERIALIZED (SELECT ${SELECTED}, ${score.sql} AS scores FROM ${from} WHERE ${where})
     SELECT newest.*, best.moments AS "bestMoments", best.scores AS "bestScores" FROM
       (SELECT ${lists(queries, columns)} FROM (SELECT * FROM found ORDER BY moments DESC LIMIT ?) AS latest) AS newest,
       (SELECT ${lists(queries, ["moments", "scores"])} FROM
          (SELECT moments, scores FROM found ORDER BY scores DESC, moments DESC LIMIT ?) AS highest) AS best`,
    [...score.params, ...params, MOST_COUNTED + 1, MOST_BEST],
  );
}

function lists(queries: Queries, columns: readonly string[]): string {
  return columns.map((column) => `CAST(${queries.dialect.jsonList}(${column}) AS TEXT) AS ${column}`).join(", ");
}

function columnsOf(row: Columns | undefined): NewestAnswers {
  return {
    complete: true,
    moments: list(row?.moments),
    speakers: list(row?.speakers),
    publishers: list(row?.publishers),
    years: list(row?.years),
    kinds: list(row?.kinds),
    strengths: list(row?.strengths),
    commitments: list(row?.commitments),
    scores: list(row?.scores),
    best: null,
  };
}

function joined(newer: NewestAnswers, older: NewestAnswers): NewestAnswers {
  return {
    ...newer,
    moments: [...newer.moments, ...older.moments],
    speakers: [...newer.speakers, ...older.speakers],
    publishers: [...newer.publishers, ...older.publishers],
    years: [...newer.years, ...older.years],
    kinds: [...newer.kinds, ...older.kinds],
    strengths: [...newer.strengths, ...older.strengths],
    commitments: [...newer.commitments, ...older.commitments],
    scores: [...newer.scores, ...older.scores],
  };
}

/** As many as are counted. */
function cut(answers: NewestAnswers): NewestAnswers {
  if (answers.moments.length <= MOST_COUNTED) return answers;
  return {
    complete: false,
    moments: answers.moments.slice(0, MOST_COUNTED),
    speakers: answers.speakers.slice(0, MOST_COUNTED),
    publishers: answers.publishers.slice(0, MOST_COUNTED),
    years: answers.years.slice(0, MOST_COUNTED),
    kinds: answers.kinds.slice(0, MOST_COUNTED),
    strengths: answers.strengths.slice(0, MOST_COUNTED),
    commitments: answers.commitments.slice(0, MOST_COUNTED),
    scores: answers.scores.slice(0, MOST_COUNTED),
    best: null,
  };
}

/** PostgreSQL makes no list of nothing. */
function list<Item>(json: string | null | undefined): readonly Item[] {
  return JSON.parse(json ?? "[]") as Item[];
}
