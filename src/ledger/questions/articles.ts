import type { Article } from "../../core/article.ts";
import { DEFAULT_CONFIDENCE } from "../../core/confidence.ts";
import { first, type Queries } from "../database.ts";
import type { ArticlePayload } from "../events.ts";
import type { Appearance, ArticleSummary, Page, PageRequest, StoredArticle } from "../ledger.ts";
import { pageSize, readCursor, writeCursor } from "./cursor.ts";

/** The article with this id, its text and all; null when there is none. */
export async function articleWithId(queries: Queries, id: string): Promise<StoredArticle | null> {
  const row = await first<ArticleRow>(
    queries,
    `SELECT a.no, a.id, a.added_at AS "addedAt", a.added_by AS "addedBy", a.engine, a.published, event.payload, snapshot.text,
            previous.id AS previous, following.id AS next
     FROM article AS a JOIN event ON event.seq = a.no JOIN snapshot ON snapshot.event = a.no
     LEFT JOIN article AS previous ON previous.no = a.previous LEFT JOIN article AS following ON following.no = a.next
     WHERE a.id = ?`,
    [id],
  );
  if (row === undefined || row.payload === null || row.text === null) return null;
  // Both were written as such when the article was added.
  const payload = JSON.parse(row.payload) as ArticlePayload;
  const article: Article = { ...payload.article, text: JSON.parse(row.text) as string };
  const { addedAt, addedBy, engine, previous, next } = row;
  // Somebody gave the day after the text was kept.
  const dated = article.published === null && row.published !== null;
  const day: Partial<Article> = dated ? { published: row.published, given: [...article.given, "published"] } : {};
  const appearances = await appearancesOf(queries, row.no);
  return { ...article, ...day, id: row.id, addedAt, addedBy, engine, previous, next, appearances };
}

/** Articles, the last added first. */
export async function articlesByAdding(queries: Queries, page: PageRequest): Promise<Page<ArticleSummary>> {
  const size = pageSize(page);
  const [before = Number.MAX_SAFE_INTEGER] = readCursor(page, 1) ?? [];
  const rows = await queries.all<Omit<ArticleSummary, "speakers"> & { readonly no: number }>(
    `SELECT no, id, title, publisher, url, published, language, added_at AS "addedAt", statements AS entries
     FROM article WHERE no < ? ORDER BY no DESC LIMIT ?`,
    [before, size + 1],
  );
  const shown = rows.slice(0, size);
  const speakers = await speakersOfArticles(
    queries,
    shown.map((row) => row.no),
  );
  const last = shown.at(-1);
  const count = await first<{ total: number }>(queries, "SELECT count(*) AS total FROM article");
  return {
    items: shown.map(({ no, ...summary }) => ({ ...summary, speakers: speakers.get(no) ?? [] })),
    next: rows.length > size && last !== undefined ? writeCursor([last.no]) : null,
    total: count?.total ?? 0,
  };
}

interface ArticleRow {
  readonly no: number;
  readonly id: string;
  readonly addedAt: string;
  readonly addedBy: string;
  readonly engine: string;
  readonly published: string | null;
  readonly payload: string | null;
  readonly text: string | null;
  readonly previous: string | null;
  readonly next: string | null;
}

async function appearancesOf(queries: Queries, article: number): Promise<readonly Appearance[]> {
  const rows = await queries.all<Appearance>(
    "SELECT url, publisher, title, published FROM appearance WHERE article = ? ORDER BY event",
    [article],
  );
  return rows.map((row) => ({ ...row }));
}

/** Names of the speakers that the default view shows, in the order in which they first speak. */
async function speakersOfArticles(
  queries: Queries,
  articles: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await queries.all<{ article: number; name: string }>(
    `SELECT e.article, s.name FROM entry AS e JOIN speaker AS s ON s.no = e.speaker
     WHERE e.article IN ${queries.dialect.integerList} AND e.visible = 1 AND e.confidence >= ?
     GROUP BY e.article, s.no, s.name ORDER BY e.article, min(e.position), s.no`,
    [JSON.stringify(articles), DEFAULT_CONFIDENCE],
  );
  const names = new Map<number, string[]>();
  for (const row of rows) names.set(row.article, [...(names.get(row.article) ?? []), row.name]);
  return names;
}
