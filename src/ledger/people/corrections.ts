import { hash } from "node:crypto";
import type { Span } from "../../core/span.ts";
import { canonicalJson } from "../canonical.ts";
import { first, type Database, type Queries } from "../database.ts";
import { happen } from "../happening.ts";
import type { Page, PageRequest } from "../ledger.ts";
import { pageSize, readCursor, writeCursor } from "../questions/cursor.ts";
import { refuseUnshown } from "../spans.ts";
import type { Value } from "../sql.ts";
import { textOfArticle } from "./article-text.ts";
import type { Correction, CorrectionNote, Reply } from "./people.ts";

/** Enough to say what is wrong; not enough for an essay. */
const LONGEST_NOTE = 2000;

/** Takes in a reader's note; its id. The same note on the same words again is the same correction. */
export async function correct(database: Database, note: CorrectionNote, by: string): Promise<string> {
  if (note.note.trim() === "" || note.note.length > LONGEST_NOTE)
    throw new RangeError(`A note has 1 to ${LONGEST_NOTE} characters, not ${note.note.length}`);
  const id = hash("sha256", canonicalJson(note)).slice(0, 16);
  await happen(database, by, async (queries) => {
    refuseUnshown(note.span, await textOfArticle(queries, note.articleId), `Article ${note.articleId}`);
    if (
      note.entryId !== null &&
      (await first(queries, "SELECT no FROM entry WHERE id = ?", [note.entryId])) === undefined
    )
      throw new RangeError(`No entry ${note.entryId}`);
    if ((await first(queries, "SELECT id FROM correction WHERE id = ?", [id])) !== undefined) return [];
    const { articleId: article, entryId: entry, span, note: text, from } = note;
    return [{ kind: "correction", payload: { id, article, entry, span, note: text, from } }];
  });
  return id;
}

/** Decides on a correction, in public: the reason is shown. */
export async function decideCorrection(
  database: Database,
  id: string,
  accepted: boolean,
  reason: string,
  by: string,
): Promise<void> {
  if (reason.trim() === "") throw new RangeError("A decision on a correction takes a reason");
  await happen(database, by, async (queries) => {
    const there = await first<{ state: string }>(queries, "SELECT state FROM correction WHERE id = ?", [id]);
    if (there === undefined) throw new RangeError(`No correction ${id}`);
    if (there.state !== "open") throw new RangeError(`The correction ${id} is decided already: it was ${there.state}`);
    return [{ kind: "decision", payload: { correction: id, accepted, reason } }];
  });
}

/** Corrections, oldest first. */
export async function correctionsOf(
  queries: Queries,
  page: PageRequest & {
    readonly state?: Correction["state"];
    readonly articleId?: string;
    readonly entryId?: string;
  },
): Promise<Page<Correction>> {
  const size = pageSize(page);
  const [after = 0] = readCursor(page, 1) ?? [];
  const where = ["1 = 1"];
  const params: Value[] = [];
  const asked = [
    ["c.state = ?", page.state],
    ["a.id = ?", page.articleId],
    ["e.id = ?", page.entryId],
  ] as const;
  for (const [condition, value] of asked)
    if (value !== undefined) {
      where.push(condition);
      params.push(value);
    }
  const from = `correction AS c JOIN article AS a ON a.no = c.article LEFT JOIN entry AS e ON e.no = c.entry
     WHERE ${where.join(" AND ")}`;
  const rows = await queries.all<CorrectionRow>(
    `SELECT c.id, c.event, a.id AS "articleId", e.id AS "entryId", c.span, c.note, c.sender, c.at, c.state, c.reason,
            c.decided_at AS "decidedAt", c.decided_by AS "decidedBy"
     FROM ${from} AND c.event > ? ORDER BY c.event LIMIT ?`,
    [...params, after, size + 1],
  );
  const total = await first<{ total: number }>(queries, `SELECT count(*) AS total FROM ${from}`, params);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map(correctionOf),
    next: rows.length > size && last !== undefined ? writeCursor([last.event]) : null,
    total: total?.total ?? 0,
  };
}

/** Sets the reply of the one who is quoted beside an entry. */
export async function reply(
  database: Database,
  entryId: string,
  { from, text }: { readonly from: string; readonly text: string },
  by: string,
): Promise<void> {
  if (text.trim() === "" || text.length > LONGEST_NOTE)
    throw new RangeError(`A reply has 1 to ${LONGEST_NOTE} characters, not ${text.length}`);
  await happen(database, by, async (queries) => {
    if ((await first(queries, "SELECT no FROM entry WHERE id = ?", [entryId])) === undefined)
      throw new RangeError(`No entry ${entryId}`);
    return [{ kind: "reply", payload: { entry: entryId, from, text } }];
  });
}

/** The replies to an entry, oldest first. */
export async function repliesTo(queries: Queries, entryId: string): Promise<readonly Reply[]> {
  const rows = await queries.all<{ from: string; text: string; at: string }>(
    `SELECT r.sender AS "from", r.text, r.at FROM reply AS r JOIN entry AS e ON e.no = r.entry
     WHERE e.id = ? ORDER BY r.event`,
    [entryId],
  );
  return rows.map(({ from, text, at }) => ({ entryId, from, text, at }));
}

interface CorrectionRow {
  readonly id: string;
  readonly event: number;
  readonly articleId: string;
  readonly entryId: string | null;
  readonly span: string;
  readonly note: string;
  readonly sender: string | null;
  readonly at: string;
  readonly state: Correction["state"];
  readonly reason: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
}

function correctionOf(row: CorrectionRow): Correction {
  const { id, articleId, entryId, note, sender, at, state, reason, decidedAt, decidedBy } = row;
  const decision = decidedAt === null ? null : { reason: reason ?? "", by: decidedBy ?? "", at: decidedAt };
  // The span of a correction event, as it was checked when it was written.
  return { id, articleId, entryId, span: JSON.parse(row.span) as Span, note, from: sender, at, state, decision };
}
