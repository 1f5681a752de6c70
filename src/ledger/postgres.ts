import { hash } from "node:crypto";
import { Pool, types, type PoolClient } from "pg";
import type { Database, Dialect, Queries } from "./database.ts";
import { expected } from "./search/recent.ts";
import { tsvector } from "./search/tsvector.ts";
import type { Value } from "./sql.ts";

/** Opens the ledger of a team, at a `postgres://` address. The only file that knows pg. */
export function openPostgres(address: string): Database {
  // Compiling a plan takes longer than any of these questions.
  const pool = new Pool({ connectionString: address, max: 8, options: "-c jit=off", types: { getTypeParser } });
  // A connection that the server drops while idle is replaced; the next question says so if the server is gone.
  pool.on("error", () => undefined);
  const tables: TableTypes = new Map();
  return {
    ...queriesOn(pool, tables),
    async transaction(write) {
      const client = await pool.connect();
      const turns = new Turns();
      try {
        await client.query("BEGIN");
        await client.query(`SELECT pg_advisory_xact_lock(${WRITER_LOCK})`);
        const result = await write(queriesOn(client, tables, turns));
        await turns.done();
        await client.query("COMMIT");
        client.release();
        return result;
      } catch (error) {
        await turns.done().catch(() => undefined);
        await client.query("ROLLBACK").then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        );
        throw error;
      }
    },
    async still() {
      const client = await pool.connect();
      try {
        await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      } catch (error) {
        client.release(true);
        throw error;
      }
      return {
        queries: queriesOn(client, tables, new Turns()),
        async release() {
          await client.query("ROLLBACK").then(
            () => client.release(),
            (broken: Error) => client.release(broken),
          );
        },
      };
    },
    copyTo: null,
    async scour() {
      // Not FULL, which would keep everybody out. Write-ahead logs that somebody archives are beyond our reach.
      await pool.query("VACUUM");
    },
    close: () => pool.end(),
  };
}

/** One writer at a time over all processes: events have one order. "onrecord" in ASCII, shortened. */
const WRITER_LOCK = 0x6f6e7265;

const dialect: Dialect = {
  name: "postgres",
  textList: "(SELECT json_array_elements_text(?::json))",
  integerList: "(SELECT json_array_elements_text(?::json)::bigint)",
  jsonTable: (columns) =>
    `(SELECT * FROM json_to_recordset(?::json) AS row (${Object.entries(columns)
      .map(([column, type]) => `${column} ${type === "integer" ? "bigint" : "text"}`)
      .join(", ")}))`,
  jsonList: "json_agg",
  tables: "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()",
  index: tsvector,
  expected,
};

/**
 * What a transaction asks of its connection, one after another. Writes need not be waited for: PostgreSQL writes while the next
 * rows are made. Once something fails, nothing after it is done, and whoever waits next is told.
 */
class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  async ask<T>(question: () => Promise<T>): Promise<T> {
    const answer = this.#last.then(question);
    this.#last = answer;
    return answer;
  }

  async write(writing: () => Promise<unknown>): Promise<void> {
    this.#waiting++;
    const written = this.ask(writing).then(() => void this.#waiting--);
    // Told to whoever asks next; until then it must not count as unhandled.
    written.catch(() => undefined);
    if (this.#waiting >= MOST_WAITING) await this.done();
  }

  async done(): Promise<void> {
    await this.#last;
  }
}

/** Each holds its rows in memory. */
const MOST_WAITING = 16;

function queriesOn(connection: Pool | PoolClient, tables: TableTypes, turns?: Turns): Queries {
  const ask = <T>(question: () => Promise<T>): Promise<T> => (turns === undefined ? question() : turns.ask(question));
  const write = async (writing: () => Promise<unknown>): Promise<void> => {
    await (turns === undefined ? writing() : turns.write(writing));
  };
  return {
    dialect,
    async all<Row>(sql: string, params: readonly Value[] = []): Promise<readonly Row[]> {
      const text = numbered(sql);
      const values = params.map(storable);
      const { rows } = await ask(() =>
        connection.query(isPlannedOnce(text) ? { name: nameOf(text), text, values } : { text, values }),
      );
      // The rows have the columns that the caller's SELECT names.
      return rows as readonly Row[];
    },
    async run(sql, params = []) {
      await write(() => connection.query(numbered(sql), params.map(storable)));
    },
    async script(sql) {
      tables.clear();
      await write(() => connection.query(sql));
    },
    async insert(table, columns, rows, otherwise = "") {
      if (rows.length === 0) return;
      // One array a column: PostgreSQL plans the statement once, and not over thousands of parameters.
      const types = tables.get(table) ?? (await ask(() => columnTypes(connection, table)));
      tables.set(table, types);
      const arrays = columns.map((column, at) => `$${at + 1}::${types.get(column) ?? "text"}[]`);
      const text = `INSERT INTO ${table} (${columns.join(", ")}) SELECT * FROM unnest(${arrays.join(", ")}) ${otherwise}`;
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        const some = rows.slice(from, from + ROWS_AT_ONCE);
        const values = columns.map((_, at) => some.map((row) => storable(row[at] ?? null)));
        await write(() => connection.query({ name: nameOf(text), text, values }));
      }
    },
  };
}

/**
 * Whether each connection plans a question once and keeps the plan: planning takes longer than most look-ups. A search is planned each
 * time anew, since how many statements have a word decides; and of ever new questions only so many are kept.
 */
function isPlannedOnce(text: string): boolean {
  if (text.includes("@@")) return false;
  if (plannedOnce.size < MOST_PLANS) plannedOnce.add(text);
  return plannedOnce.has(text);
}

const plannedOnce = new Set<string>();
const MOST_PLANS = 400;

/** Enough that the way there and back does not count, and few enough megabytes for texts. */
const ROWS_AT_ONCE = 2000;

/** The types of the columns of the tables that were written to. */
type TableTypes = Map<string, ReadonlyMap<string, string>>;

async function columnTypes(connection: Pool | PoolClient, table: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await connection.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
     WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped`,
    [table],
  );
  return new Map(rows.map((row) => [row.name, row.type]));
}

/** A name under which a connection keeps a statement prepared; PostgreSQL cuts names off after 63 bytes. */
function nameOf(sql: string): string {
  return `w${hash("sha1", sql)}`;
}

/** `?` as PostgreSQL writes parameters: `$1`, `$2`. No statement of ours has a question mark in a text. */
function numbered(sql: string): string {
  let at = 0;
  return sql.replace(/\?/g, () => `$${++at}`);
}

/** PostgreSQL's text holds neither U+0000 nor half of a surrogate pair. What must keep them is stored as JSON, which escapes both. */
function storable(value: Value): Value {
  if (typeof value !== "string") return value;
  const zeroless = value.includes("\u0000") ? value.replaceAll("\u0000", "") : value;
  return zeroless.isWellFormed() ? zeroless : zeroless.toWellFormed();
}

/** BIGINT as a number: event numbers stay far below 2^53. */
function getTypeParser(oid: number, format?: "text" | "binary"): unknown {
  return oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format ?? "text");
}
