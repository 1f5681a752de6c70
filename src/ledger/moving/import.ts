import { hash as hashWith } from "node:crypto";
import { canonicalJson } from "../canonical.ts";
import type { SealedEvent } from "../chain.ts";
import { first, type Database, type Queries } from "../database.ts";
import { happenedOf, insertEvents } from "../events.ts";
import { parseCheckpoint } from "../integrity/checkpoints.ts";
import { noteText } from "../integrity/signed-note.ts";
import { newEventCheck, type Snapshot } from "../integrity/verify.ts";
import { project } from "../projection/project.ts";

/**
 * Reads an exported ledger into this one, which must be empty. Every event is checked as `verify` checks it; on the first fault
 * nothing is kept. Returns the number of events.
 */
export async function importLines(
  database: Database,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<number> {
  return database.transaction(async (queries) => {
    if ((await first(queries, "SELECT seq FROM event LIMIT 1")) !== undefined)
      throw new RangeError("Only an empty ledger can be imported into: this one has events");
    const texts = new Map<string, Snapshot>();
    const check = newEventCheck(async (id) => texts.get(id) ?? snapshotWithId(queries, id));
    let batch: { event: SealedEvent; snapshot: Snapshot | undefined }[] = [];
    const flush = async (): Promise<void> => {
      await keep(queries, batch);
      batch = [];
      texts.clear();
    };
    let number = 0;
    for await (const line of lines) {
      number++;
      if (line.trim() === "") continue;
      const parsed = parseLine(line, number);
      if (parsed.kind === "checkpoint") {
        await queries.insert("checkpoint", ["size", "note"], [[parsed.size, parsed.note]]);
        continue;
      }
      const { event, snapshot } = parsed;
      if (snapshot !== undefined) texts.set(snapshot.hash.slice(0, 16), snapshot);
      await check.event(event, snapshot);
      batch.push({ event, snapshot });
      if (batch.length >= BATCH) await flush();
    }
    await flush();
    check.end();
    return check.counts.events;
  });
}

const BATCH = 2000;

type Line =
  | { readonly kind: "checkpoint"; readonly size: number; readonly note: string }
  | { readonly kind: "event"; readonly event: SealedEvent; readonly snapshot: Snapshot | undefined };

function parseLine(line: string, number: number): Line {
  const value = parsedObject(line, number);
  if (typeof value["checkpoint"] === "string") {
    const text = noteText(value["checkpoint"]);
    const checkpoint = text === null ? null : parseCheckpoint(text);
    if (checkpoint === null) throw new RangeError(`Line ${number} is no checkpoint`);
    return { kind: "checkpoint", size: checkpoint.size, note: value["checkpoint"] };
  }
  const { seq, kind, at, by, payload, salt, payloadHash, hash, text } = value;
  if (
    typeof seq !== "number" ||
    typeof kind !== "string" ||
    typeof at !== "string" ||
    typeof by !== "string" ||
    typeof payloadHash !== "string" ||
    typeof hash !== "string" ||
    !(salt === null || typeof salt === "string")
  )
    throw new RangeError(`Line ${number} is no event of a ledger`);
  const json = payload === null || payload === undefined ? null : canonicalJson(payload);
  const event = { seq, kind, at, by, payload: json, salt, payloadHash, hash };
  if (text === undefined) return { kind: "event", event, snapshot: undefined };
  if (text !== null && typeof text !== "string") throw new RangeError(`Line ${number}: the text is no text`);
  return { kind: "event", event, snapshot: { hash: hashOfText(text, event), text } };
}

function parsedObject(line: string, number: number): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new RangeError(`Line ${number} is no JSON`, { cause });
  }
  if (typeof value !== "object" || value === null) throw new RangeError(`Line ${number} is no event of a ledger`);
  // Members are looked at one by one before they are used.
  return value as Readonly<Record<string, unknown>>;
}

/** The hash that a text is filed under. A redacted one keeps a name of its own, for want of the text. */
function hashOfText(text: string | null, event: SealedEvent): string {
  return text === null ? `redacted-${event.seq}` : hashWith("sha256", text);
}

async function snapshotWithId(queries: Queries, id: string): Promise<Snapshot | null> {
  const row = await first<{ hash: string; text: string | null }>(
    queries,
    "SELECT hash, text FROM snapshot WHERE hash >= ? AND hash < ?",
    [id, `${id}g`],
  );
  return row === undefined
    ? null
    : { hash: row.hash, text: row.text === null ? null : (JSON.parse(row.text) as string) };
}

async function keep(
  queries: Queries,
  batch: readonly { readonly event: SealedEvent; readonly snapshot: Snapshot | undefined }[],
): Promise<void> {
  await insertEvents(
    queries,
    batch.map(({ event }) => event),
  );
  await queries.insert(
    "snapshot",
    ["hash", "event", "text"],
    batch.flatMap(({ event, snapshot }) =>
      snapshot === undefined
        ? []
        : [[snapshot.hash, event.seq, snapshot.text === null ? null : JSON.stringify(snapshot.text)]],
    ),
  );
  await project(
    queries,
    batch.map(({ event }) => happenedOf(event)).filter((event) => event !== null),
  );
}
