import { first, type Database, type Queries } from "../database.ts";
import type { Happening } from "../events.ts";
import { happen } from "../happening.ts";
import { idOfName } from "../projection/speakers.ts";

/** Says that `speaker` is the same as `into`, or, with null, that it is not after all. */
export async function mergeSpeaker(
  database: Database,
  speaker: string,
  into: string | null,
  reason: string,
  by: string,
): Promise<void> {
  await happen(database, by, async (queries) => [await mergeHappening(queries, speaker, into, reason)]);
}

/** The merge as it may happen now. Throws a RangeError where it may not. */
export async function mergeHappening(
  queries: Queries,
  speaker: string,
  into: string | null,
  reason: string,
): Promise<Happening> {
  const merged = await speakerRow(queries, speaker);
  if (into === null) {
    if (merged.mergedInto === null) throw new RangeError(`The speaker ${speaker} is not merged into another`);
  } else {
    const kept = await speakerRow(queries, into);
    if (kept.no === merged.no) throw new RangeError(`The speaker ${speaker} cannot be merged into itself`);
    if (kept.mergedInto !== null) throw new RangeError(`The speaker ${into} is itself merged into another`);
  }
  return { kind: "merge", payload: { speaker, into, reason } };
}

/** Gives entries of a speaker to another of the name `name`; the other's id. */
export async function splitSpeaker(
  database: Database,
  speaker: string,
  entryIds: readonly string[],
  name: string,
  reason: string,
  by: string,
): Promise<string> {
  let id = "";
  await happen(database, by, async (queries) => {
    const split = await splitHappening(queries, speaker, entryIds, name, reason);
    ({ id } = split.payload);
    return [split];
  });
  return id;
}

/** The split as it may happen now. Throws a RangeError where it may not. */
export async function splitHappening(
  queries: Queries,
  speaker: string,
  entryIds: readonly string[],
  name: string,
  reason: string,
): Promise<Extract<Happening, { readonly kind: "split" }>> {
  const base = idOfName(name);
  if (base === null) throw new RangeError(`Invalid name “${name}”: it has no letters`);
  const from = await speakerRow(queries, speaker);
  const owned = await queries.all<{ id: string }>(
    `SELECT id FROM entry WHERE speaker = ? AND id IN ${queries.dialect.textList}`,
    [from.no, JSON.stringify(entryIds)],
  );
  const foreign = entryIds.find((entryId) => !owned.some((entry) => entry.id === entryId));
  if (entryIds.length === 0 || foreign !== undefined)
    throw new RangeError(`The entry ${foreign ?? "(none given)"} is not one of the speaker ${speaker}`);
  // Two people of one name: the second gets a number.
  let id = base;
  for (let count = 2; (await numberOf(queries, id)) !== null; count++) id = `${base}-${count}`;
  return { kind: "split", payload: { speaker, entries: entryIds, id, name, reason } };
}

async function speakerRow(queries: Queries, id: string): Promise<{ no: number; mergedInto: number | null }> {
  const row = await first<{ no: number; mergedInto: number | null }>(
    queries,
    `SELECT no, merged_into AS "mergedInto" FROM speaker WHERE id = ?`,
    [id],
  );
  if (row === undefined) throw new RangeError(`No speaker ${id}`);
  return row;
}

async function numberOf(queries: Queries, id: string): Promise<number | null> {
  const row = await first<{ no: number }>(queries, "SELECT no FROM speaker WHERE id = ?", [id]);
  return row?.no ?? null;
}
