import { readFile } from "node:fs/promises";
import { setImmediate as turn } from "node:timers/promises";
import { DEFAULT_CONFIDENCE } from "../core/confidence.ts";
import type { Language } from "../core/languages/language.ts";
import type { ReadArticle } from "../ledger/ledger.ts";
import type { Extraction } from "../publish/extraction.ts";
import { extractionFormat } from "../publish/extraction-formats.ts";
import type { Reading } from "../read/reader.ts";
import { readLines } from "../read/jsonl.ts";
import { read } from "../read/readers.ts";
import { entriesFrom, extract, isFailure } from "./extraction.ts";
import { whyNot } from "./source.ts";
import type { AreKnown, Done, Seen, Task } from "./task.ts";
import type { Unit } from "./unit.ts";

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
    if (task.output.kind === "keep" && reading.article && known.has(reading.article.hash)) {
      const { article } = reading;
      seen.push(glance({ ...reading, entries: [] }, { known: true, from: DEFAULT_CONFIDENCE }));
      // The ledger wants to know where else the text stood, and leaves its entries as they are.
      records.push({ article, entries: [], engine: task.output.engine, origin: originOf(unit, reading.id) });
      continue;
    }
    const found = extract(reading, language);
    const extraction = { ...found, entries: entriesFrom(found.entries, task.minConfidence) };
    seen.push(glance(extraction, { known: false, from: task.output.kind === "keep" ? DEFAULT_CONFIDENCE : 0 }));
    if (task.output.kind === "print")
      parts.push(extractionFormat(task.output.format).write(extraction, task.output.look));
    else if (extraction.article && !isFailure(extraction))
      records.push({
        article: extraction.article,
        entries: extraction.entries,
        engine: task.output.engine,
        origin: originOf(unit, extraction.id),
      });
    // Lets timers and signals through between articles where there is no other thread to do so.
    await turn();
  }
  const text =
    task.output.kind === "print" ? parts.join(extractionFormat(task.output.format).between) : JSON.stringify(records);
  return { bytes: new TextEncoder().encode(text), seen };
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

/** The file, and for jsonl the line's id or number in it. */
function originOf(unit: Unit, id: string): string {
  return unit.kind === "lines" ? `${unit.name}:${id}` : unit.name;
}

/** `from`: the confidence from which entries are counted; for a ledger what its lists show, else all that is printed. */
function glance(extraction: Extraction, { known, from }: { readonly known: boolean; readonly from: number }): Seen {
  return {
    id: extraction.id,
    title: extraction.article?.title ?? null,
    publisher: extraction.article?.publisher ?? null,
    language: extraction.article?.language ?? null,
    entries: extraction.entries.filter((entry) => entry.repeats === null && entry.confidence >= from).length,
    known,
    failed: isFailure(extraction),
    problems: extraction.problems.map(({ code, message }) => ({ code, message })),
  };
}
