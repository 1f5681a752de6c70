import { Pool, types, type PoolClient } from "pg";
import type { Database, Dialect, Queries } from "./database.ts";
import { tsvector } from "./search/tsvector.ts";
import type { Value } from "./sql.ts";

/** Opens the ledger of a team, at a `postgres://` address. The only file that knows pg. */
export function openPostgres(address: string): Database {
  // Compiling a plan takes longer than any of these questions.
  const pool = new Pool({ connectionString: address, max: 8, options: "-c jit=off", types: { getTypeParser } });
  // A connection that the server drops while idle is replaced; the next question says so if the server is gone.
  pool.on("error", () => undefined);
  return {
    ...queriesOn(pool),
    async transaction(write) {
      const client = await pool.connect();
      try {
        await client.query("BEGIN");
        await client.query(`SELECT pg_advisory_xact_lock(${WRITER_LOCK})`);
        const result = await write(queriesOn(client));
        await client.query("COMMIT");
        client.release();
        return result;
      } catch (error) {
        await client.query("ROLLBACK").then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        );
        throw error;
      }
    },
    async backup() {
      throw new RangeError("A ledger in PostgreSQL is backed up by pg_dump, or by exporting it");
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
};

function queriesOn(connection: Pool | PoolClient): Queries {
  return {
    dialect,
    async all<Row>(sql: string, params: readonly Value[] = []): Promise<readonly Row[]> {
      const { rows } = await connection.query(numbered(sql), params.map(storable));
      // The rows have the columns that the caller's SELECT names.
      return rows as readonly Row[];
    },
    async run(sql, params = []) {
      await connection.query(numbered(sql), params.map(storable));
    },
    async script(sql) {
      await connection.query(sql);
    },
    async insert(table, columns, rows, otherwise = "") {
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        const some = rows.slice(from, from + ROWS_AT_ONCE);
        let at = 0;
        const places = some.map((row) => `(${row.map(() => `$${++at}`).join(", ")})`).join(", ");
        await connection.query(
          `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${places} ${otherwise}`,
          some.flat().map(storable),
        );
      }
    },
  };
}

/** Far below PostgreSQL's limit of 65,535 parameters, and as fast as more. */
const ROWS_AT_ONCE = 500;

/** `?` as PostgreSQL writes parameters: `$1`, `$2`. No statement of ours has a question mark in a text. */
function numbered(sql: string): string {
  let at = 0;
  return sql.replace(/\?/g, () => `$${++at}`);
}

/** PostgreSQL's text holds neither U+0000 nor half of a surrogate pair. What must keep them is stored as JSON, which escapes both. */
function storable(value: Value): Value {
  return typeof value === "string" ? value.toWellFormed().replaceAll("\u0000", "") : value;
}

/** BIGINT as a number: event numbers stay far below 2^53. */
function getTypeParser(oid: number, format?: "text" | "binary"): unknown {
  return oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format ?? "text");
}
