import type { Analysis } from "../text/analysis.ts";
import type { Attribution } from "./attribution.ts";
import { attributeByRules, type RuleData } from "./rules.ts";

/** What the attribution stage must know of a language. */
export interface AttributionData extends RuleData {
  readonly model: null;
}

/** Finds who is shown as the origin of which words. Every candidate still possible, in the order of their contents. */
export function attribute(analysis: Analysis, data: AttributionData): readonly Attribution[] {
  return attributeByRules(analysis, data);
}
