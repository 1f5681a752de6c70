import { DEFAULT_CONFIDENCE } from "../core/confidence.ts";
import type { PageRequest, Question } from "../ledger/ledger.ts";

/** The filters of every list, by the names they have in an address. */
export const FILTERS = [
  "q",
  "speaker",
  "role",
  "publisher",
  "from",
  "to",
  "kind",
  "strength",
  "commitment",
  "conditional",
  "condition",
  "language",
  "confidence",
] as const;

export type Filter = (typeof FILTERS)[number];

/** Longer words in an address are a mistake or an attack. */
export const LONGEST_FILTER = 300;

/** A value in an address that cannot be used; the message says what would be. */
export class BadValue extends RangeError {
  readonly filter: string;
  readonly value: string;
  constructor(filter: string, value: string) {
    super(`Invalid value for ${filter}: ${JSON.stringify(value.slice(0, 80))}`);
    this.name = "BadValue";
    this.filter = filter;
    this.value = value;
  }
}

/** The question an address asks. Throws BadValue on a filter that cannot be understood. */
export function questionOf(query: URLSearchParams): Question {
  const value = (filter: Filter): string | undefined => {
    const given = query.get(filter)?.trim();
    if (given !== undefined && given.length > LONGEST_FILTER) throw new BadValue(filter, given);
    return given === "" ? undefined : given;
  };
  const oneOf = (filter: Filter, allowed: readonly string[]): string | undefined => {
    const given = value(filter);
    if (given !== undefined && !allowed.includes(given)) throw new BadValue(filter, given);
    return given;
  };
  const date = (filter: "from" | "to"): string | undefined => {
    const given = value(filter);
    if (given !== undefined && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(given)) throw new BadValue(filter, given);
    return given;
  };
  return {
    ...present("words", value("q")),
    ...present("speaker", value("speaker")),
    ...present("role", value("role")),
    ...present("publisher", value("publisher")),
    ...present("from", date("from")),
    ...present("to", date("to")),
    ...present("kind", oneOf("kind", ["direct", "mixed", "indirect", "own"])),
    ...present("strength", oneOf("strength", ["will", "plan", "may"])),
    ...present("commitment", oneOf("commitment", ["1"]) === undefined ? undefined : true),
    ...present("conditional", oneOf("conditional", ["1"]) === undefined ? undefined : true),
    ...present("condition", value("condition")),
    ...present("language", value("language")),
    minConfidence: confidenceOf(value("confidence")),
  };
}

/** Which part of a list an address asks for. */
export function pageRequestOf(query: URLSearchParams, defaultSize: number): PageRequest {
  const size = query.get("size");
  const number = size === null || size === "" ? defaultSize : Number(size);
  if (!Number.isInteger(number) || number < 1 || number > 200) throw new BadValue("size", size ?? "");
  const after = query.get("after");
  if (after !== null && after.length > 2_000) throw new BadValue("after", after);
  return { size: number, ...present("after", after === null || after === "" ? undefined : after) };
}

/** The least confidence a visitor wants to see. */
export function confidenceOf(given: string | undefined): number {
  if (given === undefined) return DEFAULT_CONFIDENCE;
  const confidence = Number(given);
  if (!(confidence >= 0 && confidence <= 1)) throw new BadValue("confidence", given);
  return confidence;
}

function present<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  // A computed key widens to an index signature, hence the assertion: the object has exactly this key or none.
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
