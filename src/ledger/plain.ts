/**
 * A text as a column can hold it, in both engines and in their indexes: no U+0000, no half of a surrogate pair, at most `most` bytes
 * (PostgreSQL's limit for an index row is 2,704). The event has it as it was.
 */
export function plain<Text extends string | null>(text: Text, most?: number): Text extends string ? string : null;
export function plain(text: string | null, most = 1500): string | null {
  if (text === null) return null;
  const short = Buffer.byteLength(text) <= most ? text : text.slice(0, Math.floor(most / 3));
  return short.toWellFormed().replaceAll("\u0000", "");
}

/** An address as a column can hold it. Those that people can follow are shorter. */
export function plainAddress<Text extends string | null>(url: Text): Text extends string ? string : null;
export function plainAddress(url: string | null): string | null {
  return plain(url, 2600);
}
