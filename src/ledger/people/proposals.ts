import { hash } from "node:crypto";
import { canonicalJson } from "../canonical.ts";
import { first, type Database, type Queries } from "../database.ts";
import type { Happening } from "../events.ts";
import { happen } from "../happening.ts";
import type { Page, PageRequest } from "../ledger.ts";
import { pageSize, readCursor, writeCursor } from "../questions/cursor.ts";
import type { Proposal, ProposedSpeakers } from "./people.ts";
import { mergeHappening, splitHappening } from "./same-speaker.ts";

/** Proposes who is whom; the proposal's id. The same proposal while the first is open is the same. What could not be accepted is refused. */
export async function propose(
  database: Database,
  proposed: ProposedSpeakers,
  reason: string,
  by: string,
): Promise<string> {
  if (reason.trim() === "") throw new RangeError("A proposal takes a reason");
  let id = "";
  await happen(database, by, async (queries) => {
    await happeningOf(queries, proposed, reason);
    const open = await queries.all<{ id: string; proposed: string }>(
      "SELECT id, proposed FROM proposal WHERE state = 'open' ORDER BY event",
    );
    const there = open.find((one) => one.proposed === canonicalJson(proposed));
    if (there !== undefined) {
      ({ id } = there);
      return [];
    }
    const seq = await first<{ seq: number }>(queries, "SELECT coalesce(max(seq), 0) AS seq FROM event");
    id = hash("sha256", canonicalJson({ proposed, after: seq?.seq ?? 0 })).slice(0, 16);
    return [{ kind: "proposal", payload: { id, proposed, reason } }];
  });
  return id;
}

/** Decides on a proposal; accepted, it happens in the same transaction, by whoever accepts. */
export async function answerProposal(
  database: Database,
  id: string,
  accepted: boolean,
  reason: string | null,
  by: string,
): Promise<void> {
  if (!accepted && (reason ?? "").trim() === "") throw new RangeError("To refuse a proposal takes a reason");
  await happen(database, by, async (queries) => {
    const proposal = await proposalWithId(queries, id);
    if (proposal === null) throw new RangeError(`No proposal ${id}`);
    if (proposal.state !== "open")
      throw new RangeError(`The proposal ${id} is decided already: it was ${proposal.state}`);
    const answer: Happening = { kind: "answer", payload: { proposal: id, accepted, reason } };
    return accepted ? [answer, await happeningOf(queries, proposal.proposed, proposal.reason)] : [answer];
  });
}

function happeningOf(queries: Queries, proposed: ProposedSpeakers, reason: string): Promise<Happening> {
  return proposed.kind === "merge"
    ? mergeHappening(queries, proposed.speaker, proposed.into, reason)
    : splitHappening(queries, proposed.speaker, proposed.entries, proposed.name, reason);
}

/** Proposals, oldest first. */
export async function proposalsOf(
  queries: Queries,
  page: PageRequest & { readonly state?: Proposal["state"] },
): Promise<Page<Proposal>> {
  const size = pageSize(page);
  const [after = 0] = readCursor(page, 1) ?? [];
  const where = page.state === undefined ? "1 = 1" : "state = ?";
  const params = page.state === undefined ? [] : [page.state];
  const rows = await queries.all<ProposalRow>(`${COLUMNS} WHERE ${where} AND event > ? ORDER BY event LIMIT ?`, [
    ...params,
    after,
    size + 1,
  ]);
  const total = await first<{ total: number }>(
    queries,
    `SELECT count(*) AS total FROM proposal WHERE ${where}`,
    params,
  );
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map(proposalOf),
    next: rows.length > size && last !== undefined ? writeCursor([last.event]) : null,
    total: total?.total ?? 0,
  };
}

export async function proposalWithId(queries: Queries, id: string): Promise<Proposal | null> {
  const row = await first<ProposalRow>(queries, `${COLUMNS} WHERE id = ?`, [id]);
  return row === undefined ? null : proposalOf(row);
}

const COLUMNS = `SELECT id, event, proposed, reason, at, who AS "by", state, answer, answered_at AS "answeredAt",
  answered_by AS "answeredBy" FROM proposal`;

interface ProposalRow {
  readonly id: string;
  readonly event: number;
  readonly proposed: string;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
  readonly state: Proposal["state"];
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly answeredBy: string | null;
}

function proposalOf({ id, proposed, reason, by, at, state, answer, answeredAt, answeredBy }: ProposalRow): Proposal {
  const decision = answeredAt === null ? null : { reason: answer, by: answeredBy ?? "", at: answeredAt };
  // What a proposal event says, as it was checked when it was written.
  return { id, proposed: JSON.parse(proposed) as ProposedSpeakers, reason, by, at, state, decision };
}
