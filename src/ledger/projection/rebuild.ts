import type { Database, Queries } from "../database.ts";
import { happenedOf, storedEvents } from "../events.ts";
import { project } from "./project.ts";

/** The tables that hold nothing but what the events say. */
export const PROJECTIONS: readonly string[] = [
  "article",
  "reading",
  "appearance",
  "speaker",
  "speaker_name",
  "speaker_role",
  "split_entry",
  "entry",
  "commitment",
  "condition",
  "commitment_condition",
  "doubtful",
  "doubtful_condition",
  "redaction",
  "review",
  "correction",
  "reply",
  "commitment_status",
  "proposal",
  "condition_likeness",
  "dossier",
];

/** Builds every projection anew from the events. Nobody else writes meanwhile; readers see the old ones until it is done. */
export async function rebuild(database: Database): Promise<void> {
  await database.transaction(rebuildProjections);
}

export async function rebuildProjections(queries: Queries): Promise<void> {
  for (const table of PROJECTIONS) await queries.run(`DELETE FROM ${table}`);
  await queries.run(queries.dialect.index.clear);
  for await (const batch of storedEvents(queries, { size: BATCH }))
    await project(
      queries,
      batch.map(happenedOf).filter((event) => event !== null),
    );
}

/** Large enough that looking up what is there costs little, small enough to hold in memory. */
const BATCH = 5000;
