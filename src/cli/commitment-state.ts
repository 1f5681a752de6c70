import type { Ledger, StoredCommitment, StoredEntry } from "../ledger/ledger.ts";
import type { CommitmentStatus, StatusRecord } from "../ledger/people/people.ts";
import { conditionId } from "../ledger/projection/condition-id.ts";
import { dateInWords } from "../publish/date-words.ts";
import { inkOf, onOneLine, wrap } from "../publish/ink.ts";
import { storedEntryText } from "./listing.ts";
import type { Terminal } from "./terminal.ts";

/** A commitment by itself, in the statement that holds it, with what it waits for and how it went. */
export function commitmentText(found: StoredCommitment, terminal: Terminal): string {
  const { entry, commitment } = found;
  return [
    storedEntryText({ ...entry, commitments: [commitment], doubtful: [] }, terminal),
    ...stateLines(found, terminal),
  ].join("\n");
}

/** What a commitment waits for, and how it went. */
export function stateLines(found: StoredCommitment, { look }: Terminal): readonly string[] {
  const { entry, index, conditionIds, due, status } = found;
  const ink = inkOf(look.colour);
  if (found.doubtful) return [`    no part of the record: onrecord review confirm ${entry.id} --doubtful yes or no`];
  const lines: string[] = [];
  if (conditionIds.length > 0)
    lines.push(
      due
        ? "    due: what it waited for is met"
        : `    ${ink.waiting("waits for")} ${conditionIds.join(", ")} ${ink.quiet("(not all met)")}`,
    );
  lines.push(
    `    ${wrap(`commitment ${index + 1} of ${entry.commitments.length}: ${statusText(status)}`, look.width, "      ")}`,
  );
  return lines;
}

/** One commitment of an entry as lists have it; null where the entry has none of this number. */
export async function storedCommitment(
  ledger: Ledger,
  entry: StoredEntry,
  index: number,
): Promise<StoredCommitment | null> {
  const commitment = entry.commitments[index];
  if (commitment === undefined) return null;
  const conditions = new Map<string, boolean>();
  for (const { text } of commitment.conditions) {
    const id = conditionId(text);
    const condition = await ledger.condition(id);
    conditions.set(condition?.id ?? id, (condition?.met ?? null) !== null);
  }
  const status = (await ledger.statuses(entry.id, index)).at(-1) ?? null;
  const due = conditions.size > 0 && [...conditions.values()].every(Boolean);
  return { entry, index, commitment, doubtful: false, conditionIds: [...conditions.keys()], due, status };
}

/** How a commitment went, by whom and when somebody last looked: nobody looked is not the same as nothing happened. */
export function statusText(status: StatusRecord | null): string {
  if (status === null) return "not yet rated; last looked at: never";
  const evidence = status.evidence.trim() === "" ? "" : `: ${onOneLine(status.evidence)}`;
  return `${STATUS_WORDS[status.status]}${evidence}; last looked at ${dateInWords(status.lookedAt)} by ${onOneLine(status.by)}`;
}

export const STATUS_WORDS: Readonly<Record<CommitmentStatus, string>> = {
  "not-rated": "not yet rated",
  "in-the-works": "in the works",
  stalled: "stalled",
  kept: "kept",
  "kept-in-part": "kept in part",
  broken: "broken",
  lapsed: "lapsed",
  superseded: "superseded",
};
