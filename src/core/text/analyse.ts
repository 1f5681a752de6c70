import type { Furniture } from "../article.ts";
import type { Analysis } from "./analysis.ts";

/** What the text stage must know of a language. */
export interface TextData {
  /** Words with a full stop that end no sentence, lower case, without it: "mr", "aug". */
  readonly abbreviations: ReadonlySet<string>;
}

/** Finds tokens, sentences, paragraphs, quotations, tags and names in `text`, leaving `furniture` out. */
export function analyse(text: string, furniture: readonly Furniture[], data: TextData): Analysis {
  throw new Error(`not built yet: ${text.length} ${furniture.length} ${data.abbreviations.size}`);
}
