import type { Range } from "../../core/span.ts";
import { overlaps } from "../../core/span.ts";
import type { Queries } from "../database.ts";
import { payloadsOf, type EntryPayload } from "../events.ts";

/**
 * A newer engine has read an article again. Entries that it no longer finds are replaced, unless a person has decided on them or
 * entered them; each entry that is new is tied to the replaced one whose words it shares.
 */
export async function linkNewerReading(queries: Queries, article: number, ids: readonly string[]): Promise<void> {
  const rows = await queries.all<EntryPlace>(
    "SELECT no, id, event, state, review, follows FROM entry WHERE article = ? ORDER BY no",
    [article],
  );
  const found = new Set(ids);
  const gone = rows.filter((row) => row.state === "current" && row.review === "none" && !found.has(row.id));
  for (const row of gone) await queries.run("UPDATE entry SET state = 'replaced', visible = 0 WHERE no = ?", [row.no]);
  const newest = Math.max(0, ...rows.filter((row) => !found.has(row.id)).map((row) => row.no));
  const fresh = rows.filter((row) => found.has(row.id) && row.follows === null && row.no > newest);
  if (gone.length === 0 || fresh.length === 0) return;
  const payloads = await payloadsOf<EntryPayload>(
    queries,
    [...gone, ...fresh].map((row) => row.event),
  );
  const contentOf = (row: EntryPlace): readonly Range[] => payloads.get(row.event)?.entry.content ?? [];
  for (const row of fresh) {
    const best = gone
      .map((old) => ({ old, share: sharedPart(contentOf(old), contentOf(row)) }))
      .reduce((a, b) => (b.share > a.share ? b : a));
    if (best.share >= LEAST_SHARE)
      await queries.run("UPDATE entry SET follows = ? WHERE no = ?", [best.old.id, row.no]);
  }
}

interface EntryPlace {
  readonly no: number;
  readonly id: string;
  readonly event: number;
  readonly state: string;
  readonly review: string;
  readonly follows: string | null;
}

/** Half of the words in common: two readings of one statement, not its neighbour. */
const LEAST_SHARE = 0.5;

/** How much two contents have in common: characters in both by characters in either. */
function sharedPart(a: readonly Range[], b: readonly Range[]): number {
  const length = (ranges: readonly Range[]): number => ranges.reduce((sum, range) => sum + range.end - range.start, 0);
  let both = 0;
  for (const one of a)
    for (const other of b)
      if (overlaps(one, other)) both += Math.min(one.end, other.end) - Math.max(one.start, other.start);
  const either = length(a) + length(b) - both;
  return either === 0 ? 0 : both / either;
}
