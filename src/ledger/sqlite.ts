import { backup, DatabaseSync, type StatementSync } from "node:sqlite";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Database, Dialect, Queries } from "./database.ts";
import type { Value } from "./sql.ts";
import { fts5 } from "./search/fts5.ts";

/**
 * Opens the ledger in one file. The only file that knows node:sqlite. Two connections: one writes, one reads, so that a question
 * never sees half of a transaction; other processes may do the same at the same time (WAL).
 */
export function openSqlite(file: string, { create = true }: { readonly create?: boolean } = {}): Database {
  if (create && file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const writer = connect(file);
  // A database in memory is visible to its own connection alone.
  const reader = file === ":memory:" ? writer : connect(file);
  const writing = queriesOn(writer);
  const reading = queriesOn(reader);
  let last: Promise<unknown> = Promise.resolve();

  async function transact<T>(write: (queries: Queries) => Promise<T>): Promise<T> {
    writer.exec("BEGIN IMMEDIATE");
    try {
      const result = await write(writing);
      writer.exec("COMMIT");
      return result;
    } catch (error) {
      if (writer.isTransaction) writer.exec("ROLLBACK");
      throw error;
    }
  }

  return {
    ...reading,
    transaction(write) {
      // One transaction after the other within this process; BEGIN IMMEDIATE sees to the other processes.
      const done = last.then(() => transact(write));
      last = done.catch(() => undefined);
      return done;
    },
    async still() {
      // A database in memory has one connection, and nobody else writes to it while it is read here.
      if (file === ":memory:") return { queries: reading, release: async () => undefined };
      const view = connect(file);
      view.exec("BEGIN");
      return { queries: queriesOn(view), release: async () => view.close() };
    },
    copyTo: async (target) => void (await backup(reader, target)),
    async scour() {
      await last;
      // Free pages go with the rewriting of the file, older writes with the log. Somebody who reads meanwhile keeps the log a little longer.
      writer.exec("VACUUM");
      writer.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    },
    async close() {
      await last;
      if (reader !== writer) reader.close();
      writer.close();
    },
  };
}

const dialect: Dialect = {
  name: "sqlite",
  textList: "(SELECT value FROM json_each(?))",
  integerList: "(SELECT value FROM json_each(?))",
  jsonTable: (columns) =>
    `(SELECT ${Object.keys(columns)
      .map((column) => `value ->> '${column}' AS ${column}`)
      .join(", ")} FROM json_each(?))`,
  jsonList: "json_group_array",
  tables: "SELECT name FROM sqlite_master WHERE type = 'table'",
  index: fts5,
  expected: null,
};

function connect(file: string): DatabaseSync {
  const connection = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
  // FULL: what was acknowledged outlives a power cut as well as a kill.
  connection.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
  connection.exec("PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY;");
  // Pages, 40 MB: those that many transactions write to are carried over from the log once, and not by each.
  connection.exec("PRAGMA wal_autocheckpoint = 10000;");
  return connection;
}

/** Milliseconds a writer waits for another process's transaction; adding takes far less. */
const BUSY_TIMEOUT = 30_000;

function queriesOn(connection: DatabaseSync): Queries {
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      if (statements.size > 500) statements.clear();
      statement = connection.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  return {
    dialect,
    async all<Row>(sql: string, params: readonly Value[] = []): Promise<readonly Row[]> {
      // The rows have the columns that the caller's SELECT names.
      return prepared(sql).all(...params) as unknown as readonly Row[];
    },
    async run(sql, params = []) {
      execute(prepared(sql), params);
    },
    async script(sql) {
      connection.exec(sql);
    },
    async insert(table, columns, rows, otherwise = "") {
      const places = columns.map(() => "?").join(", ");
      const statement = prepared(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places}) ${otherwise}`);
      for (const row of rows) execute(statement, row);
    },
  };
}

/**
 * Runs a statement for what it does. Not by `run()`, which would tell the last rowid: after a deletion in a full-text index that is a
 * number beyond what JavaScript can hold, and telling it is an error.
 */
function execute(statement: StatementSync, params: readonly Value[]): void {
  statement.all(...params);
}
