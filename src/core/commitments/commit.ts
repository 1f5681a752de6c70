import type { Article } from "../article.ts";
import type { Entry } from "../entry.ts";
import type { Statement } from "../statement.ts";
import type { Analysis } from "../text/analysis.ts";

/** What the commitment stage must know of a language. */
export interface CommitmentData {
  readonly cues: ReadonlyMap<string, "will" | "plan" | "may">;
}

/** Finds the commitments within each statement, with conditions, time and quantity. */
export function commit(
  article: Article,
  analysis: Analysis,
  statements: readonly Statement[],
  data: CommitmentData,
): readonly Entry[] {
  throw new Error(`not built yet: ${article.hash} ${analysis.text} ${statements.length} ${data.cues.size}`);
}
