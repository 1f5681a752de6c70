import type { Article } from "../article.ts";
import type { Statement } from "../statement.ts";
import type { Cast } from "./cast.ts";
import type { SpeakerData } from "./speaker-data.ts";
import type { WordView } from "./word-view.ts";

/** The statements of a document that is one person's own words; none for any other document. */
export function ownStatements(
  _article: Article,
  _view: WordView,
  _cast: Cast,
  _data: SpeakerData,
  _statements: readonly Statement[],
): readonly Statement[] {
  return [];
}
