import { DEFAULT_CONFIDENCE } from "../core/confidence.ts";
import type { PageRequest, Question } from "../ledger/ledger.ts";
import { COMMITMENT_STATUSES, type CommitmentStatus, type ReviewState } from "../ledger/people/people.ts";

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
  "review",
  "status",
  "confidence",
] as const;

export type Filter = (typeof FILTERS)[number];

export const REVIEW_STATES: readonly ReviewState[] = [
  "none",
  "confirmed",
  "amended",
  "rejected",
  "disagreed",
  "entered",
];

export const STATUSES: readonly CommitmentStatus[] = COMMITMENT_STATUSES;

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
  const oneOf = <Value extends string>(filter: Filter, allowed: readonly Value[]): Value | undefined => {
    const given = value(filter);
    const found = allowed.find((each) => each === given);
    if (given !== undefined && found === undefined) throw new BadValue(filter, given);
    return found;
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
    ...present("review", oneOf("review", REVIEW_STATES)),
    ...present("status", oneOf("status", STATUSES)),
    minConfidence: confidenceOf(value("confidence")),
  };
}

/** A question as the query of an address: the way back from `questionOf`. */
export function queryOfQuestion(question: Question): Readonly<Record<string, string>> {
  const query: Record<string, string> = {};
  const put = (filter: Filter, value: string | boolean | number | undefined): void => {
    if (value !== undefined && value !== false) query[filter] = value === true ? "1" : String(value);
  };
  put("q", question.words);
  put("speaker", question.speaker);
  put("role", question.role);
  put("publisher", question.publisher);
  put("from", question.from);
  put("to", question.to);
  put("kind", question.kind);
  put("strength", question.strength);
  put("commitment", question.commitment);
  put("conditional", question.conditional);
  put("condition", question.condition);
  put("language", question.language);
  put("review", question.review);
  put("status", question.status);
  if (question.minConfidence !== DEFAULT_CONFIDENCE) put("confidence", question.minConfidence);
  return query;
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
