import { readFile } from "node:fs/promises";
import { setImmediate as turn } from "node:timers/promises";
import type { Language } from "../core/languages/language.ts";
import type { ReadArticle } from "../ledger/ledger.ts";
import type { Extraction, ExtractionFormat, Look } from "../publish/extraction.ts";
import { extractionFormat } from "../publish/extraction-formats.ts";
import type { Given, Reading } from "../read/reader.ts";
import { readLines } from "../read/jsonl.ts";
import { read } from "../read/readers.ts";
import { entriesFrom, extract, isFailure } from "./extraction.ts";
import { whyNot } from "./source.ts";
import type { From, Unit } from "./unit.ts";

/** What to do with every unit of a run. Plain data: a thread is started with it. */
export interface Task {
  readonly from: From;
  readonly given: Given;
  readonly minConfidence: number;
  readonly output: PrintOutput | KeepOutput;
}

/** Print in a format. */
export interface PrintOutput {
  readonly kind: "print";
  readonly format: ExtractionFormat["name"];
  readonly look: Look;
}

/** Hand over what a ledger keeps; articles it has from this engine are left alone. */
export interface KeepOutput {
  readonly kind: "keep";
  readonly engine: string;
}

/** What became of a unit. Text travels between threads, not objects: it is copied faster and held in less memory. */
export interface Done {
  /** print: the formatted extractions, in UTF-8; keep: `ReadArticle[]` as JSON. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly seen: readonly Seen[];
}

/** One input in a word, for progress and notices. */
export interface Seen {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly entries: number;
  /** The ledger had it already. */
  readonly known: boolean;
  readonly failed: boolean;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}

/** Asks whether articles with these text hashes are kept already, in the same order. */
export type AreKnown = (hashes: readonly string[]) => Promise<readonly boolean[]>;

/** Does one unit: reads it, finds its entries, and puts them into the form the task asks for. */
export async function work(unit: Unit, task: Task, language: Language, areKnown: AreKnown): Promise<Done> {
  const readings = await readingsOf(unit, task);
  const hashes = readings.flatMap(({ article }) => (article ? [article.hash] : []));
  const known = new Set<string>();
  if (task.output.kind === "keep" && hashes.length > 0) {
    const answers = await areKnown(hashes);
    for (const [index, hash] of hashes.entries()) if (answers[index]) known.add(hash);
  }
  const parts: string[] = [];
  const seen: Seen[] = [];
  const records: ReadArticle[] = [];
  for (const reading of readings) {
    if (reading.article && known.has(reading.article.hash)) {
      seen.push(glance({ ...reading, entries: [] }, true));
      continue;
    }
    const found = extract(reading, language);
    const extraction = { ...found, entries: entriesFrom(found.entries, task.minConfidence) };
    seen.push(glance(extraction, false));
    if (task.output.kind === "print")
      parts.push(extractionFormat(task.output.format).write(extraction, task.output.look));
    else if (extraction.article && !isFailure(extraction))
      records.push({
        article: extraction.article,
        entries: extraction.entries,
        engine: task.output.engine,
        origin: unit.kind === "lines" ? `${unit.name}:${extraction.id}` : unit.name,
      });
    // Lets timers and signals through between articles where there is no other thread to do so.
    await turn();
  }
  const text =
    task.output.kind === "print" ? parts.join(extractionFormat(task.output.format).between) : JSON.stringify(records);
  return { bytes: new TextEncoder().encode(text), seen };
}

/** The records that a `keep` task handed over. */
export function recordsOf(done: Done): readonly ReadArticle[] {
  // `work` wrote these bytes from a ReadArticle[] in this same process.
  return JSON.parse(new TextDecoder().decode(done.bytes)) as readonly ReadArticle[];
}

async function readingsOf(unit: Unit, { from, given }: Task): Promise<readonly Reading[]> {
  if (unit.kind === "unreadable") return [unreadable(unit.name, unit.message)];
  if (unit.kind === "lines") return [...readLines(unit.bytes, given, unit.firstLine)];
  try {
    const bytes = unit.kind === "file" ? await readFile(unit.path) : unit.bytes;
    return [...read(unit.name, bytes, given, { from })];
  } catch (error) {
    return [unreadable(unit.name, whyNot(error))];
  }
}

function unreadable(id: string, message: string): Reading {
  return { id, article: null, problems: [{ code: "unreadable", message }] };
}

function glance(extraction: Extraction, known: boolean): Seen {
  return {
    id: extraction.id,
    title: extraction.article?.title ?? null,
    publisher: extraction.article?.publisher ?? null,
    language: extraction.article?.language ?? null,
    entries: extraction.entries.filter((entry) => entry.repeats === null).length,
    known,
    failed: isFailure(extraction),
    problems: extraction.problems.map(({ code, message }) => ({ code, message })),
  };
}
