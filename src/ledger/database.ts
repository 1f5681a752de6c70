import type { Expected, MomentRange, SearchIndex } from "./search/search-index.ts";
import type { SqlPart, Value } from "./sql.ts";

/** Asks and writes in SQL that both engines understand, with `?` for parameters; what differs stands in `Dialect`. */
export interface Queries {
  readonly dialect: Dialect;
  /** Rows in order. The caller names their type: it is the author of the SQL. */
  all<Row>(sql: string, params?: readonly Value[]): Promise<readonly Row[]>;
  run(sql: string, params?: readonly Value[]): Promise<void>;
  /** Runs several statements without parameters. */
  script(sql: string): Promise<void>;
  /** Inserts many rows; `otherwise` is an `ON CONFLICT` clause. */
  insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
    otherwise?: string,
  ): Promise<void>;
}

/** One engine, opened and migrated. */
export interface Database extends Queries {
  /**
   * Runs `write` alone: one writer at a time over all processes, all or nothing. Reading within it sees what it wrote.
   */
  transaction<T>(write: (queries: Queries) => Promise<T>): Promise<T>;
  /** The ledger as it is now, unmoved by what happens meanwhile. Whoever asks for it gives it back. */
  still(): Promise<StillView>;
  /** Copies the database to a file while it is in use; null where the engine has no such file. */
  readonly copyTo: ((file: string) => Promise<void>) | null;
  /** Overwrites what was deleted or changed before and still lies in the engine's files, as far as the engine can. */
  scour(): Promise<void>;
  close(): Promise<void>;
}

/** One state of a database, for reading. */
export interface StillView {
  readonly queries: Queries;
  release(): Promise<void>;
}

/** The differences between the engines, all of them. */
export interface Dialect {
  readonly name: "sqlite" | "postgres";
  /** The right-hand side of `column IN ...` for a parameter that is a JSON array of texts or of integers. */
  readonly textList: string;
  readonly integerList: string;
  /** A table in a FROM clause, of a parameter that is a JSON array of objects with these members. */
  readonly jsonTable: (columns: Readonly<Record<string, "integer" | "text">>) => string;
  /** The aggregate that makes a JSON array of a column. */
  readonly jsonList: string;
  /** A SELECT of the column `name`: the tables that are there. */
  readonly tables: string;
  readonly index: SearchIndex;
  /** See search/recent.ts; null where the index finds the newest first by itself. */
  readonly expected: null | ((queries: Queries, condition: SqlPart, range: MomentRange) => Promise<Expected>);
}

/** The first row, or undefined. */
export async function first<Row>(
  queries: Queries,
  sql: string,
  params: readonly Value[] = [],
): Promise<Row | undefined> {
  const rows = await queries.all<Row>(sql, params);
  return rows[0];
}
