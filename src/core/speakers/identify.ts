import type { Article } from "../article.ts";
import type { Attribution } from "../attribution/attribution.ts";
import type { Statement } from "../statement.ts";
import type { Analysis } from "../text/analysis.ts";

/** What the speaker stage must know of a language. */
export interface SpeakerData {
  readonly pronouns: ReadonlySet<string>;
}

/** Gives each attribution its speaker in the world, role, time, occasion and addressee; marks repetitions and own words. */
export function identify(
  article: Article,
  analysis: Analysis,
  attributions: readonly Attribution[],
  data: SpeakerData,
): readonly Statement[] {
  throw new Error(`not built yet: ${article.hash} ${analysis.text} ${attributions.length} ${data.pronouns.size}`);
}
