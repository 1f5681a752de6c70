import type { Analysis } from "../text/analysis.ts";
import type { Attribution } from "./attribution.ts";

/** What the attribution stage must know of a language. */
export interface AttributionData {
  readonly model: null;
}

/** Finds who is shown as the origin of which words. Every candidate still possible, in the order of their contents. */
export function attribute(analysis: Analysis, data: AttributionData): readonly Attribution[] {
  throw new Error(`not built yet: ${analysis.text.length} ${data.model}`);
}
