import { gunzipSync } from "node:zlib";

/** Most bytes that one gzip file may unpack to (1 GiB): a few kilobytes can be made to hold far more. */
const MOST_BYTES = 2 ** 30;

/** Bytes that are gzip by their first two bytes, whatever the file's name; the third is the only method there is. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length > 3 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** The bytes inside, or null where they are damaged or more than `MOST_BYTES`. */
export function unpack(bytes: Uint8Array): Uint8Array | null {
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch {
    return null;
  }
}

/** A file's name without the ending that says it is packed. */
export function unpackedName(name: string): string {
  return name.replace(/\.gz$/i, "");
}
