import type { Commitment } from "../../core/commitment.ts";
import { withoutDoubt } from "../doubtful.ts";
import { first, type Database, type Queries } from "../database.ts";
import { happen } from "../happening.ts";
import type { Page, PageRequest, StoredEntry } from "../ledger.ts";
import { countedUpTo } from "../questions/answers.ts";
import { pageSize, readCursor, writeCursor } from "../questions/cursor.ts";
import { entryAsRead, entryWithId, loadEntries } from "../questions/entries.ts";
import { refuseUnshown } from "../spans.ts";
import { textOfArticle } from "./article-text.ts";
import type { Agreement, AmendedFields, Review, ReviewRecord } from "./people.ts";

/** Decides on an entry as it now stands. */
export async function review(database: Database, entryId: string, decided: Review, by: string): Promise<void> {
  const { decision, reason, fields, blind = false } = decided;
  if (decision === "reject" && (reason ?? "") === "") throw new RangeError("To reject an entry takes a reason");
  const answers = decided.doubtful ?? [];
  if (answers.length > 0 && (decision === "reject" || decision === "skip"))
    throw new RangeError(`To ${decision} an entry takes no answers on its commitments`);
  if ((decision === "amend") !== (fields !== undefined && Object.keys(fields).length > 0))
    throw new RangeError(`To ${decision} an entry takes ${decision === "amend" ? "fields" : "no fields"}`);
  await happen(database, by, async (queries) => {
    const entry = await (blind ? entryAsRead(queries, entryId) : entryWithId(queries, entryId));
    const place = await first<{ event: number }>(queries, "SELECT event FROM entry WHERE id = ?", [entryId]);
    if (entry === null || place === undefined) throw new RangeError(`No entry ${entryId}`);
    if (fields !== undefined) {
      const unknown = Object.keys(fields).find((field) => !AMENDABLE.has(field));
      if (unknown !== undefined) throw new RangeError(`The field ${unknown} cannot be amended`);
      refuseUnshown(fields, await textOfArticle(queries, entry.articleId), `Entry ${entryId}`);
      if (fields.commitments !== undefined)
        await refuseToMoveStatuses(queries, entryId, entry.commitments, fields.commitments);
    }
    const settled = decision === "reject" || decision === "skip" ? null : settledFields(entry, fields ?? null, answers);
    const payload = {
      article: entry.articleId,
      entry: entryId,
      reading: place.event,
      decision,
      reason: reason ?? null,
      fields: settled,
      ...(blind ? { blind: true as const } : {}),
    };
    return [{ kind: "review", payload }];
  });
}

/**
 * The fields that a decision leaves behind it. Whoever decides on an entry decides on all of its commitments, so that none is left in doubt where nobody
 * would look for it again; those that are some come behind the others, which stay in their places.
 */
function settledFields(
  entry: StoredEntry,
  fields: AmendedFields | null,
  answers: readonly boolean[],
): AmendedFields | null {
  const { doubtful } = entry;
  const hasAll = fields?.commitments !== undefined && answers.length === 0;
  if (!hasAll && answers.length !== doubtful.length)
    throw new RangeError(
      doubtful.length === 0
        ? `Entry ${entry.id} has no doubtful commitment`
        : `Entry ${entry.id} has ${doubtful.length === 1 ? "a doubtful commitment" : `${doubtful.length} doubtful commitments`} (${doubtful.map(({ action }) => `“${action.text}”`).join(", ")}): say of each whether it is one`,
    );
  if (fields?.commitments === undefined && doubtful.length === 0) return fields;
  const found = doubtful.filter((_, at) => answers[at] === true);
  return { ...fields, commitments: withoutDoubt([...(fields?.commitments ?? entry.commitments), ...found]) };
}

/** How a commitment went is kept by its position: an amendment must not put another commitment there. */
async function refuseToMoveStatuses(
  queries: Queries,
  entryId: string,
  before: readonly Commitment[],
  now: readonly Commitment[],
): Promise<void> {
  const rated = await queries.all<{ position: number }>(
    `SELECT DISTINCT s.position FROM commitment_status AS s JOIN entry AS e ON e.no = s.entry WHERE e.id = ?
     ORDER BY s.position`,
    [entryId],
  );
  for (const { position } of rated) {
    const [was, is] = [before[position]?.action, now[position]?.action];
    if (was !== undefined && (is === undefined || is.end <= was.start || was.end <= is.start))
      throw new RangeError(
        `It was said already how commitment ${position} of entry ${entryId} went: it must stay in its place`,
      );
  }
}

const AMENDABLE: ReadonlySet<string> = new Set([
  "kind",
  "act",
  "source",
  "cue",
  "content",
  "free",
  "within",
  "repeats",
  "speaker",
  "said",
  "occasion",
  "addressee",
  "commitments",
] satisfies readonly (keyof AmendedFields)[]);

/** All decisions on an entry, oldest first. */
export async function reviewsOf(queries: Queries, entryId: string): Promise<readonly ReviewRecord[]> {
  const rows = await queries.all<{
    decision: Review["decision"];
    reason: string | null;
    fields: string | null;
    by: string;
    at: string;
  }>(
    `SELECT r.decision, r.reason, r.fields, r.reviewer AS "by", r.at FROM review AS r JOIN entry AS e ON e.no = r.entry
     WHERE e.id = ? ORDER BY r.event`,
    [entryId],
  );
  return rows.map(({ decision, reason, fields, by, at }) => ({
    entryId,
    decision,
    ...(reason === null ? {} : { reason }),
    // The fields of a review event, as they were checked when it was written.
    ...(fields === null ? {} : { fields: JSON.parse(fields) as AmendedFields }),
    by,
    at,
  }));
}

/** Entries that wait for a decision by `reviewer`, the surest first. */
export async function reviewQueue(
  queries: Queries,
  page: PageRequest & { readonly reviewer: string; readonly blind?: boolean; readonly doubtful?: boolean },
): Promise<Page<StoredEntry>> {
  const size = pageSize(page);
  const cursor = readCursor(page, 2);
  // Blind, an entry that another has rejected is still to be judged.
  const undecided = page.blind
    ? "e.repeats = 0 AND e.state IN ('current', 'changed') AND (SELECT count(DISTINCT r.reviewer) FROM review AS r WHERE r.entry = e.no AND r.decision <> 'skip') < 2"
    : "e.visible = 1 AND e.review = 'none'";
  const where = `e.review <> 'entered' AND ${undecided}
    AND NOT EXISTS (SELECT 1 FROM review AS r WHERE r.entry = e.no AND r.reviewer = ?)${page.doubtful ? " AND e.no IN (SELECT entry FROM doubtful)" : ""}`;
  const [confidence = 2, no = 0] = cursor ?? [];
  const rows = await queries.all<{ no: number; confidence: number }>(
    `SELECT e.no, e.confidence FROM entry AS e
     WHERE ${where} AND (e.confidence < ? OR (e.confidence = ? AND e.no < ?))
     ORDER BY e.confidence DESC, e.no DESC LIMIT ?`,
    [page.reviewer, confidence, confidence, no, size + 1],
  );
  const counted = await countedUpTo(queries, "1", {
    from: "entry AS e",
    where,
    params: [page.reviewer],
    moment: "e.confidence",
  });
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const items = await loadEntries(
    queries,
    shown.map((row) => row.no),
    { asRead: page.blind === true },
  );
  return {
    items,
    next: rows.length > size && last !== undefined ? writeCursor([last.confidence, last.no]) : null,
    ...counted,
  };
}

/** How far two reviewers agree, on the entries on which both decided (Cohen 1960). */
export async function agreementOf(queries: Queries, reviewers: readonly [string, string]): Promise<Agreement> {
  const rows = await queries.all<{ entry: number; reviewer: string; decision: string; fields: string | null }>(
    "SELECT entry, reviewer, decision, fields FROM review WHERE reviewer IN (?, ?) AND decision <> 'skip' ORDER BY event",
    reviewers,
  );
  const decisions = new Map<number, Map<string, string>>();
  for (const { entry, reviewer, decision, fields } of rows) {
    const here = decisions.get(entry) ?? new Map<string, string>();
    // Fields are canonical: those who amend alike, or say alike which doubtful commitments are some, decide alike.
    decisions.set(entry, here.set(reviewer, fields === null ? decision : `${decision} ${fields}`));
  }
  const pairs: [string, string][] = [];
  for (const here of decisions.values()) {
    const [a, b] = reviewers.map((reviewer) => here.get(reviewer));
    if (a === undefined || b === undefined) continue;
    // Who had nothing left to say of doubtful commitments confirms what the other made of them.
    const alike = [a, b].every((each) => each.startsWith("confirm")) && [a, b].includes("confirm");
    pairs.push(alike ? ["confirm", "confirm"] : [a, b]);
  }
  const both = pairs.length;
  const agreed = pairs.filter(([a, b]) => a === b).length;
  const byChance = [...new Set(pairs.flat())]
    .map((decision) => [0, 1].map((who) => pairs.filter((pair) => pair[who] === decision).length / both))
    .reduce((sum, [a = 0, b = 0]) => sum + a * b, 0);
  const kappa = both === 0 || byChance === 1 ? null : (agreed / both - byChance) / (1 - byChance);
  return { reviewers, both, agreed, kappa };
}
