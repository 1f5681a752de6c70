import type { Commitment } from "../commitment.ts";
import type { CommitmentData } from "./commitment-data.ts";

/**
 * Whether somebody could one day say "kept" or "broken", and what is missing where not:
 *
 * - "no measure": nothing tells when the act is done ("support families"), no amount and no act that is either done or not;
 * - "depends on others": its success lies with somebody else ("urge parliament to agree");
 * - "no date": it can always still come. A refusal needs no date (one doing breaks it), nor does an act that waits for a condition.
 */
export function testabilityOf(
  verb: string,
  has: {
    readonly polarity: "do" | "not";
    readonly time: boolean;
    readonly quantity: boolean;
    readonly condition: boolean;
  },
  data: CommitmentData,
): Commitment["testability"] {
  if (data.actsOnOthers.has(verb)) return { value: "vague", reason: "depends on others" };
  if (!has.quantity && data.vagueActs.has(verb)) return { value: "vague", reason: "no measure" };
  if (has.polarity === "do" && !has.time && !has.condition) return { value: "vague", reason: "no date" };
  return { value: "testable", reason: null };
}

/** The same after people changed what it rests on; what rests on the verb stays as it was. */
export function testabilityAfter(
  now: Omit<Commitment, "testability">,
  before: Commitment | null,
): Commitment["testability"] {
  const reason = before?.testability.reason ?? null;
  if (reason === "depends on others" || (reason === "no measure" && now.quantity.length === 0))
    return { value: "vague", reason };
  const isOpen = now.polarity === "do" && now.time.length === 0 && now.conditions.length === 0;
  return isOpen ? { value: "vague", reason: "no date" } : { value: "testable", reason: null };
}
