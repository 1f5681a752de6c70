import { createGunzip } from "node:zlib";
import { pipeline } from "node:stream/promises";
import { PassThrough, Readable } from "node:stream";
import { jsonl } from "../read/jsonl.ts";
import { isGzip } from "../read/unpack.ts";
import { type Missing, type Source, whyNot } from "./source.ts";

/**
 * One piece of work for one thread: a document, or some lines of a jsonl file. Units are made in the order of the
 * inputs and each is small beside the memory bound, so that a file of any length passes through.
 */
export type Unit = (
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "document"; readonly bytes: Uint8Array }
  | { readonly kind: "lines"; readonly bytes: Uint8Array; readonly firstLine: number }
  | { readonly kind: "unreadable"; readonly message: string }
) & {
  /** The source's name. */
  readonly name: string;
  /** How much of the source this unit is, in bytes as they lie there: for progress. */
  readonly size: number;
};

/** Which kind of input: told by the name and the first bytes, or by the person. */
export type From = "auto" | "text" | "html" | "jsonl";

/** Cuts sources into units, reading no further ahead than the caller takes. */
export async function* unitsOf(sources: Iterable<Source | Missing>, from: From): AsyncGenerator<Unit> {
  for (const source of sources) {
    if (!("open" in source)) {
      yield { kind: "unreadable", name: source.name, message: source.message, size: 0 };
      continue;
    }
    try {
      yield* unitsOfSource(source, from);
    } catch (error) {
      yield { kind: "unreadable", name: source.name, message: whyNot(error), size: 0 };
    }
  }
}

/** A line longer than this (64 MiB) is no article but a file without line ends. */
const LONGEST_LINE = 64 * 1024 * 1024;
/** A document longer than this (256 MiB unpacked) is no article either. */
const LONGEST_DOCUMENT = 256 * 1024 * 1024;

async function* unitsOfSource(source: Source, from: From): AsyncGenerator<Unit> {
  const named = from === "auto" ? kindByName(source.name) : from;
  if (source.path !== null && named !== null && named !== "jsonl") {
    yield { kind: "file", path: source.path, name: source.name, size: source.size ?? 0 };
    return;
  }
  const meter = { read: 0 };
  const chunks = unpacked(metered(source.open(), meter))[Symbol.asyncIterator]();
  const first = await chunks.next();
  const start = first.done ? new Uint8Array() : first.value;
  const rest = { [Symbol.asyncIterator]: () => chunks };
  if ((named ?? (looksLikeLines(start) ? "jsonl" : null)) === "jsonl")
    yield* lineUnits(source.name, start, rest, meter);
  else yield await documentUnit(source, start, rest, meter);
}

function kindByName(name: string): Exclude<From, "auto"> | null {
  const ending = /\.(\w+)(?:\.gz)?$/u.exec(name.toLowerCase())?.[1] ?? "";
  if (ending === "jsonl" || ending === "ndjson") return "jsonl";
  if (/^(?:html?|xhtml|shtml)$/u.test(ending)) return "html";
  return /^(?:txt|text|md)$/u.test(ending) ? "text" : null;
}

/** A first line that is a JSON object; where it is longer than what is there, `{` and a quotation mark must do. */
function looksLikeLines(start: Uint8Array): boolean {
  if (start.includes(NEWLINE)) return jsonl.recognises("", start);
  return jsonl.recognises("", start) || /^\s*\{\s*"/u.test(new TextDecoder().decode(start.subarray(0, 512)));
}

async function* lineUnits(
  name: string,
  start: Uint8Array,
  chunks: AsyncIterable<Uint8Array>,
  meter: Meter,
): AsyncGenerator<Unit> {
  let line = 1;
  let counted = 0;
  let held: Uint8Array[] = [];
  let length = 0;
  let discarding = false;
  const sizeSoFar = (): number => {
    const size = meter.read - counted;
    counted = meter.read;
    return size;
  };
  const unit = (bytes: Uint8Array): Unit => {
    const made: Unit = { kind: "lines", bytes, firstLine: line, name, size: sizeSoFar() };
    line += newlinesIn(bytes);
    return made;
  };
  const take = (chunk: Uint8Array): Unit | null => {
    const end = chunk.lastIndexOf(NEWLINE) + 1;
    if (discarding) {
      const lineEnd = chunk.indexOf(NEWLINE) + 1;
      if (lineEnd === 0) return null;
      discarding = false;
      line += 1;
      return take(chunk.subarray(lineEnd));
    }
    held.push(chunk.subarray(0, end));
    length += end;
    const whole = end > 0 ? unit(joined(held, length)) : null;
    if (whole) [held, length] = [[], 0];
    held.push(chunk.subarray(end));
    length += chunk.length - end;
    return whole;
  };
  const rest = async function* (): AsyncGenerator<Uint8Array> {
    yield start;
    yield* chunks;
  };
  let failure: unknown;
  try {
    for await (const chunk of rest()) {
      const whole = take(chunk);
      if (whole) yield whole;
      if (length > LONGEST_LINE) {
        yield {
          kind: "unreadable",
          name: `${line}`,
          message: `Line ${line} of ${name} is longer than 64 MiB. Is it jsonl, one article a line?`,
          size: sizeSoFar(),
        };
        [held, length, discarding] = [[], 0, true];
      }
    }
  } catch (error) {
    failure = error;
  }
  if (length > 0 && failure === undefined) yield unit(joined(held, length));
  if (failure !== undefined) yield { kind: "unreadable", name, message: damage(failure), size: sizeSoFar() };
}

async function documentUnit(
  source: Source,
  start: Uint8Array,
  chunks: AsyncIterable<Uint8Array>,
  meter: Meter,
): Promise<Unit> {
  const parts = [start];
  let length = start.length;
  try {
    for await (const chunk of chunks) {
      parts.push(chunk);
      length += chunk.length;
      if (length > LONGEST_DOCUMENT) throw new RangeError("It is larger than 256 MiB. Is it one article?");
    }
  } catch (error) {
    return { kind: "unreadable", name: source.name, message: damage(error), size: meter.read };
  }
  return { kind: "document", bytes: joined(parts, length), name: source.name, size: meter.read };
}

interface Meter {
  /** Bytes read so far, as they lie there. */
  read: number;
}

async function* metered(chunks: AsyncIterable<Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    meter.read += chunk.length;
    yield chunk;
  }
}

/** What is inside, where the bytes are gzip by their first bytes; else the bytes themselves. */
async function* unpacked(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start = new Uint8Array();
  // A pipe may hand over single bytes; four tell what it is.
  while (start.length < 4) {
    const next = await chunks.next();
    if (next.done) break;
    start = joined([start, next.value], start.length + next.value.length);
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield start;
    yield* chunks;
  };
  if (!isGzip(start)) {
    yield* all();
    return;
  }
  const inside = new PassThrough({ highWaterMark: 128 * 1024 });
  // A failure reaches the reader through the stream that it destroys.
  const flow = pipeline(Readable.from(all()), createGunzip({ chunkSize: 128 * 1024 }), inside).catch(() => undefined);
  yield* inside;
  await flow;
}

function damage(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("Z_"))
    return "The gzip file is damaged or cut off. What came before the damage was read; fetch the file again.";
  return whyNot(error);
}

const NEWLINE = 10;

function newlinesIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

/** One array of its own, so that it can be handed to a thread without the pool it was cut from. */
function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
