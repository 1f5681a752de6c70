import { first, type Queries } from "../database.ts";
import type { SqlPart } from "../sql.ts";
import { allAnswers, MOST_COUNTED, type Answers } from "./answers.ts";
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
 * who asks for a page of answers mostly asks for its facets and its next page too.
 */
export async function newestAnswers(queries: Queries, filter: EntryFilter): Promise<NewestAnswers> {
  const head = await first<{ seq: number }>(queries, "SELECT seq FROM head");
  const seq = head?.seq ?? 0;
  const key = JSON.stringify([filter.expression, filter.spokenBy, filter.before, filter.conditions]);
  const memory = memoryOf(queries);
  const known = memory.get(key);
  // The page and its facets are mostly asked for at the same moment: whoever comes second waits for the same search.
  const answers = known?.seq === seq ? known.answers : findNewest(queries, filter);
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

async function findNewest(queries: Queries, filter: EntryFilter): Promise<NewestAnswers> {
  const answers = allAnswers(queries, filter);
  const { expected } = queries.dialect;
  const score = filter.expression === null ? null : queries.dialect.index.score(filter.expression);
  if (score === null || expected === null) return columnsOf(await ask(queries, answers, null, false));
  const condition = { sql: answers.where, params: answers.params };
  const { count, newest } = await expected(queries, condition, filter.before);
  const terms = filter.expression?.terms.length ?? 0;
  let share = (MARGIN * MOST_COUNTED) / (count * (terms > 1 ? COMPANY : 1));
  for (let attempt = 0; attempt < 2 && share < MOST; attempt++) {
    const times = newest(share);
    if (times === null || times.share > MOST) break;
    const found = columnsOf(await ask(queries, allAnswers(queries, filter, times.times), score, true));
    if (!found.complete) return found;
    // There were fewer than was to be expected; how many there were tells how far back to look.
    share = (MARGIN * MOST_COUNTED * times.share) / Math.max(found.moments.length, 1);
  }
  const row = await askForAll(queries, answers, score);
  const found = columnsOf(row);
  const best = { moments: list<number>(row?.bestMoments), scores: list<number>(row?.bestScores) };
  return { ...found, best };
}

/** Times as many as are wanted, since a guess may be too high. */
const MARGIN = 1.15;

/** Times as many statements as the planner thinks have two words: it takes words for strangers, but who asks for two has mostly seen them together. */
const COMPANY = 2.5;

/** Of more than this share of all rows, all are asked for at once. */
const MOST = 0.6;

type Columns = Readonly<Record<(typeof COLUMNS)[number], string | null>>;

const COLUMNS = ["moments", "speakers", "publishers", "years", "kinds", "strengths", "commitments", "scores"] as const;

const SELECTED =
  "e.moment AS moments, e.speaker AS speakers, e.publisher AS publishers, substr(e.date_from, 1, 4) AS years, e.kind AS kinds, " +
  "e.strengths AS strengths, e.commitments AS commitments";

async function ask(
  queries: Queries,
  { from, where, params, moment }: Answers,
  score: SqlPart | null,
  sorted: boolean,
): Promise<Columns | undefined> {
  // A sum sorts by the same, and keeps PostgreSQL from walking all moments in the hope of an early end.
  const order = sorted ? `${moment} + 0` : moment;
  return first<Columns>(
    queries,
    `SELECT ${lists(queries, COLUMNS)} FROM
       (SELECT ${SELECTED}, ${score?.sql ?? "0"} AS scores FROM ${from}
        WHERE ${where} ORDER BY ${order} DESC LIMIT ?) AS newest`,
    [...(score?.params ?? []), ...params, MOST_COUNTED + 1],
  );
}

/** Every answer once, for the newest as well as for the best of them. */
async function askForAll(
  queries: Queries,
  { from, where, params }: Answers,
  score: SqlPart,
): Promise<(Columns & Readonly<Record<"bestMoments" | "bestScores", string | null>>) | undefined> {
  return first(
    queries,
    `WITH found AS MATERIALIZED (SELECT ${SELECTED}, ${score.sql} AS scores FROM ${from} WHERE ${where})
     SELECT newest.*, best.moments AS "bestMoments", best.scores AS "bestScores" FROM
       (SELECT ${lists(queries, COLUMNS)} FROM (SELECT * FROM found ORDER BY moments DESC LIMIT ?) AS latest) AS newest,
       (SELECT ${lists(queries, ["moments", "scores"])} FROM
          (SELECT moments, scores FROM found ORDER BY scores DESC, moments DESC LIMIT ?) AS highest) AS best`,
    [...score.params, ...params, MOST_COUNTED + 1, MOST_BEST],
  );
}

function lists(queries: Queries, columns: readonly string[]): string {
  return columns.map((column) => `CAST(${queries.dialect.jsonList}(${column}) AS TEXT) AS ${column}`).join(", ");
}

function columnsOf(row: Columns | undefined): NewestAnswers {
  const moments = list<number>(row?.moments);
  const complete = moments.length <= MOST_COUNTED;
  const upTo = <Item>(json: string | null | undefined): readonly Item[] => list<Item>(json).slice(0, MOST_COUNTED);
  return {
    complete,
    moments: moments.slice(0, MOST_COUNTED),
    speakers: upTo(row?.speakers),
    publishers: upTo(row?.publishers),
    years: upTo(row?.years),
    kinds: upTo(row?.kinds),
    strengths: upTo(row?.strengths),
    commitments: upTo(row?.commitments),
    scores: upTo(row?.scores),
    best: null,
  };
}

/** PostgreSQL makes no list of nothing. */
function list<Item>(json: string | null | undefined): readonly Item[] {
  return JSON.parse(json ?? "[]") as Item[];
}
