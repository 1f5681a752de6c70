import type { Queries } from "../database.ts";
import { counts, entriesAt, holdsFor, isDecided, placesIn, setState, type EntryPlace } from "./entry-place.ts";
import { LEAST_SHARE, sharedPart } from "./shared-words.ts";

/**
 * A newer engine has read an article again. Entries that it no longer finds are replaced, unless a person has decided on them or
 * entered them; each entry that is new is tied to the one whose words it shares. Where a person has decided on those words, the
 * decision stays with what was reviewed, and the new reading does not count beside it.
 */
export async function linkNewerReading(queries: Queries, article: number, ids: readonly string[]): Promise<void> {
  const rows = await placesIn(queries, [article]);
  const found = new Set(ids);
  for (const row of rows) if (row.state === "replaced" && found.has(row.id)) await setState(queries, row.no, "current");
  const lost = rows.filter((row) => !found.has(row.id));
  const gone = lost.filter((row) => counts(row) && !isDecided(row));
  for (const row of gone) await setState(queries, row.no, "replaced");
  const newest = Math.max(0, ...lost.map((row) => row.no));
  const fresh = rows.filter((row) => found.has(row.id) && row.follows === null && row.no > newest && !isDecided(row));
  const decided = lost.filter((row) => counts(row) && isDecided(row));
  if (gone.length + decided.length === 0 || fresh.length === 0) return;
  const entries = await entriesAt(queries, [...gone, ...decided, ...fresh]);
  for (const row of fresh) {
    const nearest = (among: readonly EntryPlace[]): EntryPlace | null => {
      const shares = among.map((old) => ({
        old,
        share: sharedPart(entries.get(old.no)?.content ?? [], entries.get(row.no)?.content ?? []),
      }));
      const [best] = shares.sort((a, b) => b.share - a.share || a.old.no - b.old.no);
      return best !== undefined && best.share >= LEAST_SHARE ? best.old : null;
    };
    const settled = nearest(decided);
    const old = settled ?? nearest(gone);
    if (old === null) continue;
    await setState(queries, row.no, settled !== null && holdsFor(settled, row) ? "decided" : row.state, old.id);
  }
}
