import { DEFAULT_CONFIDENCE } from "../../core/confidence.ts";
import type { Queries } from "../database.ts";

/**
 * Counts anew what the default view shows of these articles and of the speakers in them, and of the speakers that were in them
 * before. Adding counts up by itself; this is for everything that makes an entry appear, disappear or change hands.
 */
export async function recount(
  queries: Queries,
  articles: readonly number[],
  speakersBefore: readonly number[],
): Promise<void> {
  if (articles.length === 0) return;
  await queries.run(
    `UPDATE article SET statements =
       (SELECT count(*) FROM entry WHERE entry.article = article.no AND visible = 1 AND confidence >= ?)
     WHERE no IN ${queries.dialect.integerList}`,
    [DEFAULT_CONFIDENCE, JSON.stringify([...new Set(articles)])],
  );
  await recountSpeakers(queries, [...speakersBefore, ...(await speakersIn(queries, articles))]);
}

/** The speakers whose words stand in these articles. */
export async function speakersIn(queries: Queries, articles: readonly number[]): Promise<readonly number[]> {
  if (articles.length === 0) return [];
  const rows = await queries.all<{ no: number }>(
    `SELECT DISTINCT speaker AS no FROM entry WHERE speaker IS NOT NULL AND article IN ${queries.dialect.integerList}`,
    [JSON.stringify(articles)],
  );
  return rows.map((row) => row.no);
}

/** Counts anew what the default view shows of these speakers. */
export async function recountSpeakers(queries: Queries, speakers: readonly number[]): Promise<void> {
  await queries.run(
    `UPDATE speaker SET
       statements = (SELECT count(*) FROM entry
                     WHERE entry.speaker = speaker.no AND visible = 1 AND confidence >= ?),
       commitments = (SELECT coalesce(sum(entry.commitments), 0) FROM entry
                      WHERE entry.speaker = speaker.no AND visible = 1 AND confidence >= ?)
     WHERE no IN ${queries.dialect.integerList}`,
    [DEFAULT_CONFIDENCE, DEFAULT_CONFIDENCE, JSON.stringify([...new Set(speakers)])],
  );
}
