/** A text as a column can hold it, in both engines: no U+0000, no half of a surrogate pair. The event has it as it was. */
export function plain<Text extends string | null>(text: Text): Text extends string ? string : null;
export function plain(text: string | null): string | null {
  return text === null ? null : text.toWellFormed().replaceAll("\u0000", "");
}
