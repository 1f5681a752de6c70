import type { Entry } from "../../core/entry.ts";
import { statementId } from "../../core/hash.ts";
import { withoutDoubt } from "../doubtful.ts";
import { first, type Database } from "../database.ts";
import { happen } from "../happening.ts";
import { refuseUnshown } from "../spans.ts";
import { textOfArticle } from "./article-text.ts";
import type { EnteredStatement } from "./people.ts";

/** Enters a statement that the engine missed; its id. A person is sure: its confidence is 1. */
export async function enter(
  database: Database,
  articleId: string,
  statement: EnteredStatement,
  by: string,
): Promise<string> {
  let id = "";
  await happen(database, by, async (queries) => {
    refuseUnshown(statement, await textOfArticle(queries, articleId), `Article ${articleId}`);
    if (statement.content.length === 0) throw new RangeError("A statement has content: select its words");
    const article = await first<{ hash: string }>(queries, "SELECT hash FROM article WHERE id = ?", [articleId]);
    id = statementId(article?.hash ?? "", statement);
    const there = await first(queries, "SELECT no FROM entry WHERE id = ?", [id]);
    if (there !== undefined) throw new RangeError(`The entry ${id} is there already: review it`);
    const entry: Entry = { ...statement, id, confidence: 1, commitments: withoutDoubt(statement.commitments) };
    return [{ kind: "entered", payload: { article: articleId, entry } }];
  });
  return id;
}
