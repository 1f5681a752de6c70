/** Characters out of bytes, the name of the charset they were taken to be in, and whether any had to be replaced. */
export interface Decoded {
  readonly text: string;
  readonly charset: string;
  readonly damaged: boolean;
}

/**
 * Decodes bytes: a byte order mark decides, then UTF-8 where the bytes are valid UTF-8 (which other charsets hardly ever
 * are by chance), then the charset that the file declares, then a guess between the two common single-byte ones.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const marked = markedCharset(bytes) ?? unmarkedUtf16(bytes);
  if (marked !== null) return decodeAs(bytes, marked);
  const utf8 = tryDecode(bytes, "utf-8", true);
  if (utf8 !== null) return { text: utf8, charset: "utf-8", damaged: false };
  const charset = declared?.trim().toLowerCase() ?? "";
  // A file that says UTF-8 and is not quite is most often UTF-8 with a cut character.
  if (charset === "utf-8" || charset === "utf8") return decodeAs(bytes, "utf-8");
  if (charset !== "" && isKnown(charset)) return decodeAs(bytes, charset);
  return isMostlyUtf8(bytes) ? decodeAs(bytes, "utf-8") : decodeAs(bytes, guessSingleByte(bytes));
}

/** The charset an HTML page names in its first bytes, or null. The prefix is read as Latin-1: names are ASCII. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const match = /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{2,40})/i.exec(head);
  return match?.[1]?.toLowerCase() ?? null;
}

function markedCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without its mark: every second byte of mostly Latin text is zero. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 512) & ~1;
  if (length < 16) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return "utf-16le";
  if (even > half * 0.7 && odd < half * 0.1) return "utf-16be";
  return null;
}

function decodeAs(bytes: Uint8Array, charset: string): Decoded {
  const text = tryDecode(bytes, charset, false) ?? "";
  return { text, charset, damaged: text.includes("\uFFFD") };
}

function tryDecode(bytes: Uint8Array, charset: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

function isKnown(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== "";
  } catch {
    return false;
  }
}

/** UTF-8 with a few damaged characters: well-formed pairs are at least ten times as many as stray high bytes. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  const length = Math.min(bytes.length, 1 << 20);
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let follows = 0;
    while (follows < more && ((bytes[i + follows + 1] ?? 0) & 0xc0) === 0x80) follows++;
    if (more > 0 && follows === more) good++;
    else bad++;
    i += follows;
  }
  return good > 0 && good >= bad * 10;
}

/**
 * windows-1251 or windows-1252. In Cyrillic text high bytes come in runs (whole words), in Western text they stand alone
 * between Latin letters.
 */
function guessSingleByte(bytes: Uint8Array): string {
  let high = 0;
  let runs = 0;
  const length = Math.min(bytes.length, 1 << 20);
  for (let i = 0; i < length; i++) {
    if ((bytes[i] ?? 0) < 0xc0) continue;
    high++;
    if ((bytes[i - 1] ?? 0) >= 0xc0) runs++;
  }
  return runs > high / 2 ? "windows-1251" : "windows-1252";
}
