import type { Database, Queries } from "../database.ts";
import { rebuildProjections } from "../projection/rebuild.ts";
import { events } from "./0001-events.ts";
import { articles } from "./0002-articles.ts";
import { entries } from "./0003-entries.ts";
import { integrity } from "./0005-integrity.ts";
import { search } from "./0004-search.ts";
import { people } from "./0006-people.ts";
import { orderOfTime } from "./0007-order-of-time.ts";
import { answersFromOneIndex } from "./0008-answers-from-one-index.ts";
import { proposals } from "./0010-proposals.ts";
import { factsInTheIndex } from "./0009-facts-in-the-index.ts";
import { quickLookUps } from "./0011-quick-look-ups.ts";
import { pairs } from "./0012-pairs.ts";
import { doubtful } from "./0013-doubtful.ts";
import type { Migration } from "./migration.ts";

/** In the order in which they run. */
export const MIGRATIONS: readonly Migration[] = [
  events,
  articles,
  entries,
  search,
  integrity,
  people,
  orderOfTime,
  answersFromOneIndex,
  factsInTheIndex,
  proposals,
  quickLookUps,
  pairs,
  doubtful,
];

/** Brings the database to the newest schema. Refuses one that a newer version of the program has migrated further. */
export async function migrate(database: Database): Promise<void> {
  // Looked at before asking for the writer's place, so that a ledger opens while somebody adds to it.
  if ((await missing(database)).length === 0) return;
  await database.transaction(async (queries) => {
    await queries.script("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY)");
    const steps = await missing(queries);
    for (const migration of steps) {
      await queries.script(migration[queries.dialect.name]);
      await queries.run("INSERT INTO migration (name) VALUES (?)", [migration.name]);
    }
    const { name } = queries.dialect;
    if (steps.some(({ rebuild }) => rebuild === true || rebuild === name)) await rebuildProjections(queries);
  });
}

async function missing(queries: Queries): Promise<readonly Migration[]> {
  const tables = await queries.all<{ name: string }>(queries.dialect.tables);
  if (!tables.some((table) => table.name === "migration")) return MIGRATIONS;
  const ran = await queries.all<{ name: string }>("SELECT name FROM migration ORDER BY name");
  const names = new Set(MIGRATIONS.map((migration) => migration.name));
  const unknown = ran.find((migration) => !names.has(migration.name));
  if (unknown !== undefined)
    throw new RangeError(
      `The ledger has the migration ${unknown.name}, which this version does not know: use a newer one`,
    );
  const done = new Set(ran.map((migration) => migration.name));
  return MIGRATIONS.filter((migration) => !done.has(migration.name));
}
