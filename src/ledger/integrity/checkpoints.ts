import { first, type Database, type Queries } from "../database.ts";
import { appendEvents } from "../events.ts";
import { consistencyProof, inclusionProof, newTree, rootOf } from "./merkle.ts";
import { signNote, type Signer } from "./signed-note.ts";

/**
 * A checkpoint (https://c2sp.org/tlog-checkpoint) says: after so many events, the tree over them had this root.
 *
 *     onrecord/veldan-courier
 *     1042
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

/** Reads the text of a checkpoint's note; null for what is none. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = "", size = "", root = ""] = text.split("\n");
  if (origin === "" || !/^\d{1,15}$/.test(size) || Buffer.from(root, "base64").length !== 32) return null;
  return { origin, size: Number(size), root };
}

/**
 * Signs the ledger as it is and keeps the note; returns it, to be published elsewhere. A key that signs for the first time is
 * announced by an event, which the checkpoint then covers.
 */
export async function writeCheckpoint(database: Database, signer: Signer, by: string): Promise<string> {
  return database.transaction(async (queries) => {
    if (!(await announcedKeys(queries)).includes(signer.verifierKey)) {
      const payload = { verifierKey: signer.verifierKey };
      await appendEvents(queries, [{ kind: "key", payload }], by, new Date().toISOString());
    }
    const tree = newTree();
    for await (const hash of eventHashes(queries)) tree.add(hash);
    const text = `${signer.name}\n${tree.size()}\n${tree.root().toString("base64")}\n`;
    const note = signNote(text, signer);
    await queries.insert("checkpoint", ["size", "note"], [[tree.size(), note]], "ON CONFLICT (size) DO NOTHING");
    const kept = await first<{ note: string }>(queries, "SELECT note FROM checkpoint WHERE size = ?", [tree.size()]);
    return kept?.note ?? note;
  });
}

/** The notes that the ledger keeps, oldest first. */
export async function checkpointNotes(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.all<{ note: string }>("SELECT note FROM checkpoint ORDER BY size");
  return rows.map((row) => row.note);
}

/** The keys that the ledger has announced, as `key` events; what somebody made unreadable is left out. */
export async function announcedKeys(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.all<{ payload: string | null }>(
    "SELECT payload FROM event WHERE kind = 'key' ORDER BY seq",
  );
  return rows.map((row) => verifierKeyIn(row.payload ?? "")).filter((key) => key !== null);
}

function verifierKeyIn(payload: string): string | null {
  try {
    const value: unknown = JSON.parse(payload);
    const isKey = typeof value === "object" && value !== null && "verifierKey" in value;
    return isKey && typeof value.verifierKey === "string" ? value.verifierKey : null;
  } catch {
    return null;
  }
}

/** Proof that an event is in the ledger of the first `size` events, for somebody who has that ledger's checkpoint. */
export interface InclusionProof {
  readonly seq: number;
  readonly size: number;
  /** The event's hash: the leaf. */
  readonly hash: string;
  /** Base64, from the leaf upwards. */
  readonly proof: readonly string[];
  readonly root: string;
}

export async function proveInclusion(queries: Queries, seq: number, size?: number): Promise<InclusionProof> {
  const leaves = await leavesUpTo(queries, size);
  const proof = inclusionProof(leaves, seq - 1);
  const leaf = leaves[seq - 1] ?? Buffer.alloc(0);
  return {
    seq,
    size: leaves.length,
    hash: leaf.toString("hex"),
    proof: proof.map((node) => node.toString("base64")),
    root: rootOf(leaves).toString("base64"),
  };
}

/** Proof that the ledger of the first `to` events begins with the ledger of the first `from`. */
export interface ConsistencyProof {
  readonly from: number;
  readonly to: number;
  readonly proof: readonly string[];
}

export async function proveConsistency(queries: Queries, from: number, to?: number): Promise<ConsistencyProof> {
  const leaves = await leavesUpTo(queries, to);
  const proof = consistencyProof(leaves, from);
  return { from, to: leaves.length, proof: proof.map((node) => node.toString("base64")) };
}

async function leavesUpTo(queries: Queries, size: number | undefined): Promise<readonly Buffer[]> {
  const leaves: Buffer[] = [];
  for await (const hash of eventHashes(queries)) {
    if (leaves.length === size) break;
    leaves.push(hash);
  }
  if (size !== undefined && leaves.length < size)
    throw new RangeError(`The ledger has ${leaves.length} events, not ${size}`);
  return leaves;
}

async function* eventHashes(queries: Queries): AsyncGenerator<Buffer> {
  let seq = 0;
  for (;;) {
    const rows = await queries.all<{ seq: number; hash: string }>(
      "SELECT seq, hash FROM event WHERE seq > ? ORDER BY seq LIMIT 10000",
      [seq],
    );
    for (const row of rows) yield Buffer.from(row.hash, "hex");
    const last = rows.at(-1);
    if (last === undefined) return;
    seq = last.seq;
  }
}
