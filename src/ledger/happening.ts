import type { Database, Queries } from "./database.ts";
import { appendEvents, type Happening } from "./events.ts";
import { project } from "./projection/project.ts";

/** Lets something happen: `decide` looks at the ledger and says what, and it is appended and projected, all in one transaction. */
export async function happen(
  database: Database,
  by: string,
  decide: (queries: Queries) => Promise<readonly Happening[]>,
): Promise<void> {
  if (by === "") throw new RangeError("Somebody must have done it: an empty name was given");
  await database.transaction(async (queries) => {
    const happenings = await decide(queries);
    if (happenings.length > 0)
      await project(queries, await appendEvents(queries, happenings, by, new Date().toISOString()));
  });
}
