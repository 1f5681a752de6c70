import { html } from "./html.ts";
import { jsonl } from "./jsonl.ts";
import type { Given, Reader, Reading } from "./reader.ts";
import { text } from "./text.ts";
import { isGzip, unpack, unpackedName } from "./unpack.ts";

/** The readers, in the order in which they are asked whether a file is theirs. To read another kind, add a line. */
export const READERS: readonly Reader[] = [html, jsonl, text];

/** What `--from` takes: a reader's name, or "auto" to let the file itself tell. */
export type From = "auto" | Reader["name"];

/**
 * Reads a file's bytes, packed with gzip or not, into articles. Lazily: a line of jsonl is read when it is asked for.
 * Throws a RangeError when `from` is no reader's name; anything wrong with the bytes is a Reading with problems.
 */
export function* read(
  name: string,
  bytes: Uint8Array,
  given: Given = {},
  { from = "auto" }: { readonly from?: From } = {},
): Iterable<Reading> {
  const unpacked = isGzip(bytes) ? unpack(bytes) : bytes;
  if (unpacked === null) {
    const message = "This gzip file is damaged, cut short or too large. Unpack it with gunzip to see why.";
    yield { id: name, article: null, problems: [{ code: "gzip", message }] };
    return;
  }
  const inner = unpackedName(name);
  const reader = READERS.find((reader) =>
    from === "auto" ? reader.recognises(inner, unpacked) : reader.name === from,
  );
  if (reader === undefined) throw new RangeError(`No reader named ${JSON.stringify(from)}`);
  yield* reader.read(name, unpacked, given);
}
