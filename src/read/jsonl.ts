import type { Problem } from "../core/article.ts";
import { decode } from "./charset.ts";
import type { Given, Reader, Reading } from "./reader.ts";
import { readText } from "./text.ts";

/**
 * Lines of JSON, an article a line: `{id?, text, title?, published? (or date), publisher?, url?, byline? (or author),
 * language? (or lang), speaker?}`. The text is taken as it is. Lines are decoded one at a time, as they are asked for. A
 * line that cannot be read gives a Reading with problems, and the next line is read.
 */
export const jsonl: Reader = {
  name: "jsonl",

  recognises(name: string, bytes: Uint8Array): boolean {
    if (/\.(?:jsonl|ndjson)$/i.test(name)) return true;
    const first = firstLine(bytes);
    return first !== null && first.startsWith("{") && objectOf(first) !== null;
  },

  read: (_name: string, bytes: Uint8Array, given: Given) => readLines(bytes, given, 1),
};

/** Reads lines cut from a longer file; `first` is the number of the first of them. */
export function* readLines(bytes: Uint8Array, given: Given, first: number): Iterable<Reading> {
  let number = first - 1;
  for (const line of linesOfBytes(bytes)) {
    number++;
    const { text } = decode(line);
    if (text.trim() !== "") yield readLine(text, number, given);
  }
}

function readLine(line: string, number: number, given: Given): Reading {
  const value = objectOf(line);
  if (value === null) {
    const message = `Line ${number} is not a JSON object. Write one object a line, such as {"text": "…"}.`;
    return { id: String(number), article: null, problems: [{ code: "json", message }] };
  }
  const id = typeof value["id"] === "string" || typeof value["id"] === "number" ? String(value["id"]) : String(number);
  const problems: Problem[] = [];
  const fields = fieldsOf(value, number, problems);
  const text = value["text"];
  if (typeof text !== "string") {
    const message = `Line ${number} has no "text". Put the story's text there, as a string.`;
    return { id, article: null, problems: [...problems, { code: "text", message }] };
  }
  return readText(id, text, { ...given, ...fields }, problems);
}

/** The line's own fields; they go before what was given for the whole file. Null is as good as absent. */
function fieldsOf(value: Readonly<Record<string, unknown>>, number: number, problems: Problem[]): Given {
  const fields: { -readonly [Field in keyof Given]: Given[Field] } = {};
  for (const [field, names] of FIELD_NAMES) {
    const name = names.find((name) => value[name] !== undefined && value[name] !== null);
    if (name === undefined) continue;
    const word = wordOf(value[name]);
    if (word !== null) fields[field] = word;
    else problems.push({ code: "field", message: `Line ${number}: "${name}" is not a string; it was left out.` });
  }
  return fields;
}

const FIELD_NAMES: readonly (readonly [keyof Given, readonly string[]])[] = [
  ["title", ["title"]],
  ["byline", ["byline", "author"]],
  ["publisher", ["publisher"]],
  ["url", ["url"]],
  ["published", ["published", "date"]],
  ["language", ["language", "lang"]],
  ["speaker", ["speaker"]],
];

/** A string; a year written as a number; a list of names as people give authors. */
function wordOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === "string"))
    return value.join(", ");
  return null;
}

function objectOf(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The bytes between line feeds, without decoding what nobody asked for yet. */
function* linesOfBytes(bytes: Uint8Array): Iterable<Uint8Array> {
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start);
    yield bytes.subarray(start, end === -1 ? bytes.length : end);
    if (end === -1) return;
    start = end + 1;
  }
}

/** The first line that has something on it, where it is no longer than 16 MiB. */
function firstLine(bytes: Uint8Array): string | null {
  for (const line of linesOfBytes(bytes)) {
    if (line.length > 2 ** 24) return null;
    const { text } = decode(line);
    if (text.trim() !== "") return text.trim();
  }
  return null;
}
