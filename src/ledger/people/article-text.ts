import { first, type Queries } from "../database.ts";

/** The text of an article. Throws a RangeError if there is no such article, or if its text was taken away. */
export async function textOfArticle(queries: Queries, articleId: string): Promise<string> {
  const row = await first<{ text: string | null }>(
    queries,
    "SELECT snapshot.text FROM article JOIN snapshot ON snapshot.event = article.no WHERE article.id = ?",
    [articleId],
  );
  if (row === undefined || row.text === null) throw new RangeError(`No article ${articleId}`);
  // Written as a JSON string when the article was added.
  return JSON.parse(row.text) as string;
}
