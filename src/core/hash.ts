import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Range } from "./span.ts";

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The id of a statement: 16 hexadecimal digits over the article's hash and the offsets of source, cue and content. */
export function statementId(
  articleHash: string,
  parts: { readonly source: readonly Range[]; readonly cue: readonly Range[]; readonly content: readonly Range[] },
): string {
  const offsets = (ranges: readonly Range[]): string => ranges.map((range) => `${range.start}-${range.end}`).join(",");
  return hashOf(`${articleHash}|${offsets(parts.source)}|${offsets(parts.cue)}|${offsets(parts.content)}`).slice(0, 16);
}
