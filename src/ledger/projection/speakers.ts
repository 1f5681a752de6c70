import { hashOf } from "../../core/hash.ts";
import { speakerKey } from "../../core/speakers/identity.ts";
import type { SpeakerMention } from "../../core/statement.ts";
import type { Queries } from "../database.ts";
import { plain } from "../plain.ts";
import { wordsOf } from "../search/words.ts";
import type { EntryDraft } from "./entry-draft.ts";

/** By entry number: who the words say it is, and who it is after people merged or split speakers. */
export type SpeakerNumbers = ReadonlyMap<number, { readonly spokenBy: number; readonly speaker: number }>;

/** The id of the speaker with this name: its key, fit for an address; null for a source that the article never names. */
export function speakerId(mention: SpeakerMention | null): string | null {
  if (mention === null || !mention.named || mention.name === null) return null;
  return idOfName(mention.name);
}

/** The id of a name as people write it, or null for one without letters. */
export function idOfName(name: string): string | null {
  const key = speakerKey(name).replaceAll(" ", "-");
  if (key === "") return null;
  return key.length > 80 ? hashOf(key).slice(0, 16) : key;
}

/** A name as people may type it: words in lower case, accents folded. */
export function foldedName(name: string): string {
  return wordsOf(name).join(" ");
}

/** Finds the speakers of entries, and writes those that are new and the names that are. */
export async function speakersOf(queries: Queries, drafts: readonly EntryDraft[]): Promise<SpeakerNumbers> {
  const ids = new Map<number, string>();
  for (const { no, entry } of drafts) {
    const id = speakerId(entry.speaker);
    if (id !== null) ids.set(no, id);
  }
  const known = await knownSpeakers(queries, [...new Set(ids.values())]);
  const added = new Map<string, SpeakerRow>();
  const changed = new Set<string>();
  const names = new Map<string, readonly [id: string, name: string]>();
  for (const { no, entry } of drafts) {
    const id = ids.get(no);
    const mention = entry.speaker;
    if (id === undefined || mention === null || mention.name === null) continue;
    const name = plain(mention.name);
    names.set(`${id} ${name}`, [id, name]);
    const row = added.get(id) ?? known.get(id);
    if (row === undefined) {
      added.set(id, { no, id, name, kind: mention.kind, merged: null });
      continue;
    }
    // The fullest name stands for the speaker; of two as long, the first that was read.
    const fuller = name.length > row.name.length ? name : row.name;
    const kind = row.kind === "unknown" ? mention.kind : row.kind;
    if (fuller === row.name && kind === row.kind) continue;
    const better = { ...row, name: fuller, kind };
    if (added.has(id)) added.set(id, better);
    else {
      known.set(id, better);
      changed.add(id);
    }
  }
  await queries.insert(
    "speaker",
    ["no", "id", "name", "kind"],
    [...added.values()].map((row) => [row.no, row.id, row.name, row.kind]),
  );
  for (const id of changed) {
    const row = known.get(id);
    if (row) await queries.run("UPDATE speaker SET name = ?, kind = ? WHERE no = ?", [row.name, row.kind, row.no]);
  }
  const rowOf = (id: string): SpeakerRow | undefined => added.get(id) ?? known.get(id);
  await queries.insert(
    "speaker_name",
    ["speaker", "name", "folded"],
    [...names.values()].map(([id, name]) => [rowOf(id)?.no ?? 0, name, foldedName(name)]),
    "ON CONFLICT (speaker, name) DO NOTHING",
  );
  const numbers = new Map<number, { spokenBy: number; speaker: number }>();
  for (const [no, id] of ids) {
    const row = rowOf(id);
    if (row) numbers.set(no, { spokenBy: row.no, speaker: row.merged ?? row.no });
  }
  const again = drafts.filter((draft) => draft.again).map((draft) => draft.no);
  if (again.length > 0) for (const [no, speaker] of await splitSpeakers(queries, again)) numbers.set(no, speaker);
  return numbers;
}

/** Entries that people gave to a speaker other than the one their words name. */
async function splitSpeakers(queries: Queries, entries: readonly number[]): Promise<SpeakerNumbers> {
  const rows = await queries.all<{ entry: number; no: number; merged: number | null }>(
    `SELECT split.entry, s.no, s.merged_into AS merged FROM split_entry AS split JOIN speaker AS s ON s.no = split.speaker
     WHERE split.entry IN ${queries.dialect.integerList}`,
    [JSON.stringify(entries)],
  );
  return new Map(rows.map((row) => [row.entry, { spokenBy: row.no, speaker: row.merged ?? row.no }]));
}

interface SpeakerRow {
  readonly no: number;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly merged: number | null;
}

async function knownSpeakers(queries: Queries, ids: readonly string[]): Promise<Map<string, SpeakerRow>> {
  const rows = await queries.all<SpeakerRow>(
    `SELECT no, id, name, kind, merged_into AS merged FROM speaker WHERE id IN ${queries.dialect.textList}`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
