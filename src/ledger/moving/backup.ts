import { createReadStream } from "node:fs";
import { access, open, rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Database } from "../database.ts";
import { openSqlite } from "../sqlite.ts";
import { exportLines } from "./export.ts";

/** Writes all of a ledger to a file that is not there yet, as its engine does it best, while others use it. */
export async function backUp(database: Database, file: string): Promise<void> {
  if (await isThere(file)) throw new RangeError(`${file} is there already: name a file that is not`);
  if (database.copyTo !== null) return database.copyTo(file);
  // Under its own name only once it is whole.
  const part = `${file}.part`;
  try {
    await writeLines(part, exportLines(database));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** The lines of a ledger in a file: of one that was exported, or of a ledger in SQLite. */
export async function* linesInFile(file: string): AsyncGenerator<string> {
  if (!(await isSqlite(file))) {
    yield* createInterface({ input: createReadStream(file), crlfDelay: Infinity });
    return;
  }
  const database = openSqlite(file, { create: false });
  try {
    yield* exportLines(database);
  } finally {
    await database.close();
  }
}

async function writeLines(file: string, lines: AsyncIterable<string>): Promise<void> {
  const handle = await open(file, "w");
  try {
    let text = "";
    for await (const line of lines) {
      text += `${line}\n`;
      if (text.length < AT_ONCE) continue;
      await handle.write(text);
      text = "";
    }
    await handle.write(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Characters. */
const AT_ONCE = 1_000_000;

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function isSqlite(file: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const { buffer } = await handle.read(Buffer.alloc(SQLITE.length), 0, SQLITE.length, 0);
    return buffer.toString("latin1") === SQLITE;
  } finally {
    await handle.close();
  }
}

/** The first 16 bytes of every SQLite database (https://www.sqlite.org/fileformat.html). */
const SQLITE = "SQLite format 3\u0000";
