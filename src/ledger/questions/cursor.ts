import type { PageRequest } from "../ledger.ts";

/** Where the next page begins: the sort values of the last item shown, so that adding meanwhile moves nothing. */
export type CursorValues = readonly (string | number)[];

export function writeCursor(values: CursorValues): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** The values of a cursor of this length, or null for the first page. A cursor that this ledger did not write is a RangeError. */
export function readCursor(page: PageRequest, length: number): CursorValues | null {
  if (page.after === undefined || page.after === "") return null;
  const values = parsed(Buffer.from(page.after, "base64url").toString());
  const valid =
    Array.isArray(values) &&
    values.length === length &&
    values.every((value) => typeof value === "string" || typeof value === "number");
  if (!valid) throw new RangeError(`Invalid cursor ${page.after}: use \`next\` of the page before`);
  return values;
}

/** How many items a page holds. */
export function pageSize(page: PageRequest): number {
  if (!(Number.isInteger(page.size) && page.size >= 1 && page.size <= 200))
    throw new RangeError(`Invalid page size ${page.size}: from 1 to 200`);
  return page.size;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
