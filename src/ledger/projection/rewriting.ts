import type { Entry } from "../../core/entry.ts";
import type { Queries } from "../database.ts";
import { bestDate } from "../dates.ts";
import { parted } from "../doubtful.ts";
import { payloadsOf, type EntryPayload } from "../events.ts";
import type { AmendedFields } from "../people/people.ts";
import { writeEntries } from "./entries.ts";
import type { EntryHome } from "./entry-draft.ts";

/** Writes entries that are there anew, after people amended them or gave them to another speaker. What was decided on them stays. */
export async function rewriteEntries(queries: Queries, numbers: readonly number[]): Promise<void> {
  const rows = await queries.all<
    EntryHome & {
      readonly entry: number;
      readonly event: number;
      readonly amended: string | null;
      readonly state: string;
      readonly review: string;
    }
  >(
    `SELECT e.no AS entry, e.event, e.amended, e.state, e.review,
            a.no, a.id, a.engine, a.publisher, a.language, a.published, a.title, a.previous
     FROM entry AS e JOIN article AS a ON a.no = e.article WHERE e.no IN ${queries.dialect.integerList} ORDER BY e.no`,
    [JSON.stringify(numbers)],
  );
  const payloads = await payloadsOf<EntryPayload>(
    queries,
    rows.map((row) => row.event),
  );
  const drafts = rows.flatMap((row) => {
    const read = payloads.get(row.event)?.entry;
    if (read === undefined) return [];
    const entry = amendedEntry(read, row.amended);
    const date = bestDate(entry.said?.date ?? null, row.published);
    return [{ no: row.entry, event: row.event, entry: parted(entry), home: row, date, again: true }];
  });
  await writeEntries(queries, drafts);
  for (const row of rows) {
    await queries.run("UPDATE entry SET state = ? WHERE no = ?", [row.state, row.entry]);
    await setReview(queries, row.entry, row.review);
  }
}

/** Sets what people decided on an entry, and whether it shows. */
export async function setReview(queries: Queries, entry: number, review: string): Promise<void> {
  await queries.run(
    `UPDATE entry SET review = ?,
       visible = CASE WHEN repeats = 0 AND state IN ('current', 'changed') AND ? <> 'rejected' THEN 1 ELSE 0 END
     WHERE no = ?`,
    [review, review, entry],
  );
}

/** An entry with the fields that reviewers put right. */
export function amendedEntry(entry: Entry, amended: string | null): Entry {
  // The column holds amended fields, as review events brought them.
  return amended === null ? entry : { ...entry, ...(JSON.parse(amended) as AmendedFields) };
}
