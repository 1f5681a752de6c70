import { canonicalJson } from "../canonical.ts";
import { first, type Queries } from "../database.ts";
import { bestDate } from "../dates.ts";
import { parted } from "../doubtful.ts";
import { payloadsOf, type Happened, type ReviewPayload } from "../events.ts";
import { writeEntries } from "./entries.ts";
import type { EntryHome } from "./entry-draft.ts";
import { rewriteEntries, setReview } from "./rewriting.ts";
import { affectedBy, recount } from "./tallies.ts";

/** Writes down a decision, and what follows from it for the entry. */
export async function projectReview(
  queries: Queries,
  { seq, at, by, payload }: Extract<Happened, { readonly kind: "review" }>,
): Promise<void> {
  const { decision, reason, fields } = payload;
  const entry = await first<{ no: number; article: number; amended: string | null; review: string }>(
    queries,
    "SELECT no, article, amended, review FROM entry WHERE id = ?",
    [payload.entry],
  );
  if (entry === undefined) return;
  await queries.insert(
    "review",
    ["event", "entry", "reading", "reviewer", "decision", "reason", "fields", "at"],
    [[seq, entry.no, payload.reading, by, decision, reason, fields === null ? null : canonicalJson(fields), at]],
  );
  if (decision === "skip") return;
  const before = await affectedBy(queries, [entry.article]);
  if (fields !== null) {
    const amended = { ...(entry.amended === null ? {} : (JSON.parse(entry.amended) as object)), ...fields };
    await queries.run("UPDATE entry SET amended = ? WHERE no = ?", [canonicalJson(amended), entry.no]);
    await rewriteEntries(queries, [entry.no]);
  }
  await setReview(queries, entry.no, await stateOf(queries, entry.no));
  await recount(queries, before);
}

/** Writes a statement that a person entered. */
export async function projectEntered(
  queries: Queries,
  { seq, payload }: Extract<Happened, { readonly kind: "entered" }>,
): Promise<void> {
  const { article, entry } = payload;
  const home = await first<EntryHome>(
    queries,
    "SELECT no, id, engine, publisher, language, published, title, previous FROM article WHERE id = ?",
    [article],
  );
  if (home === undefined) return;
  const date = bestDate(entry.said?.date ?? null, home.published);
  await writeEntries(queries, [{ no: seq, event: seq, entry: parted(entry), home, date, again: false }]);
  await setReview(queries, seq, "entered");
}

interface Decided {
  readonly event: number;
  readonly reviewer: string;
  readonly decision: string;
  readonly fields: string | null;
}

/** The last decision of each reviewer counts; where they differ, that is said. */
async function stateOf(queries: Queries, entry: number): Promise<string> {
  const rows = await queries.all<Decided>(
    "SELECT event, reviewer, decision, fields FROM review WHERE entry = ? AND decision <> 'skip' ORDER BY event",
    [entry],
  );
  const payloads = await payloadsOf<ReviewPayload>(
    queries,
    rows.map((row) => row.event),
  );
  const isBlind = ({ event }: Decided): boolean => payloads.get(event)?.blind === true;
  const lastAmended = Math.max(0, ...rows.filter((row) => row.decision === "amend").map((row) => row.event));
  const last = [...new Map(rows.map((row) => [row.reviewer, row])).values()];
  const decisions = new Set(
    last.map((row) => {
      // Who confirms an amended entry confirms it as it stands; blind, it was shown as it was read.
      const agrees = row.decision === "confirm" && lastAmended > 0 && row.event > lastAmended && !isBlind(row);
      return agrees ? "amend" : row.decision;
    }),
  );
  const amendments = last.filter((row) => row.decision === "amend");
  // Who confirms an entry says of its doubtful commitments which are some: two may say it differently.
  const answers = last.filter((row) => row.decision === "confirm" && row.fields !== null);
  const differ = amendments.some((one, at) =>
    amendments.slice(at + 1).some((other) => areUnlike(one, other, isBlind(one) || isBlind(other))),
  );
  const [one, ...others] = answers;
  if (others.some((other) => other.fields !== one?.fields)) return "disagreed";
  const [only = ""] = decisions;
  return decisions.size > 1 || differ ? "disagreed" : (STATES[only] ?? "none");
}

/** Whether two amend a field to different values; or, where one did not see what the other did, amend different fields. */
function areUnlike(one: Decided, other: Decided, blind: boolean): boolean {
  if (one.fields === other.fields) return false;
  if (blind) return true;
  // Both are amended fields, as review events brought them.
  const [a, b] = [one.fields, other.fields].map((fields) => JSON.parse(fields ?? "{}") as Record<string, unknown>);
  return Object.keys(a ?? {}).some(
    (field) => field in (b ?? {}) && canonicalJson(a?.[field]) !== canonicalJson(b?.[field]),
  );
}

const STATES: Readonly<Record<string, string>> = { confirm: "confirmed", amend: "amended", reject: "rejected" };
