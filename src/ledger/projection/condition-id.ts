import { conditionKey } from "../../core/commitments/condition.ts";
import { hashOf } from "../../core/hash.ts";

/** The id under which commitments share a condition: its key, fit for an address. */
export function conditionId(text: string): string {
  const key = conditionKey(text).replaceAll(" ", "-");
  return key === "" || key.length > 80 ? hashOf(text).slice(0, 16) : key;
}
