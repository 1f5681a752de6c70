import { first, type Queries } from "../database.ts";
import { foldedName, idOfName } from "../projection/speakers.ts";

/**
 * The number of the speaker that somebody means: an id; for a surname the most quoted person of that surname, however it is spelt; a name that
 * stands in an article (case and accents aside), a name with the same key ("Zelensky" for "Zelenskyy"), or else the most quoted speaker
 * whose name has all the words. Null when there is none.
 */
export async function findSpeaker(queries: Queries, name: string): Promise<number | null> {
  return (
    (await speakerWithId(queries, name)) ??
    (await speakerWithSurname(queries, name)) ??
    (await speakerWithName(queries, foldedName(name))) ??
    (await speakerWithId(queries, idOfName(name) ?? "")) ??
    (await speakerWithWords(queries, foldedName(name)))
  );
}

/** The numbers by which the search index knows a speaker: its own, and those of the speakers that people merged into it. */
export async function spokenByOf(queries: Queries, speaker: number): Promise<readonly number[]> {
  const rows = await queries.all<{ no: number }>("SELECT no FROM speaker WHERE merged_into = ?", [speaker]);
  return [speaker, ...rows.map((row) => row.no)].sort((a, b) => a - b);
}

async function speakerWithId(queries: Queries, id: string): Promise<number | null> {
  const row = await first<{ no: number }>(queries, "SELECT coalesce(merged_into, no) AS no FROM speaker WHERE id = ?", [
    id,
  ]);
  return row?.no ?? null;
}

/**
 * Who is meant by "Zelensky" where articles also have "Volodymyr Zelenskyy": an article that gives only the surname makes a speaker of its
 * own, with a statement or two. Null for more than one word, and where the word is a body's name.
 */
async function speakerWithSurname(queries: Queries, name: string): Promise<number | null> {
  const key = idOfName(name);
  if (key === null || key.includes("-") || foldedName(name).includes(" ")) return null;
  const rows = await queries.all<{ no: number; id: string; kind: string }>(
    `SELECT coalesce(s.merged_into, s.no) AS no, s.id, s.kind FROM speaker AS s JOIN speaker AS o ON o.no = coalesce(s.merged_into, s.no)
     WHERE s.id = ? OR (s.kind = 'person' AND s.id LIKE ?) ORDER BY o.statements DESC, s.id`,
    [key, `%-${key}`],
  );
  const alone = rows.find(({ id }) => id === key);
  if (alone !== undefined && alone.kind !== "person" && alone.kind !== "unknown") return null;
  return rows[0]?.no ?? null;
}

async function speakerWithName(queries: Queries, folded: string): Promise<number | null> {
  const row = await first<{ no: number }>(
    queries,
    `SELECT coalesce(s.merged_into, s.no) AS no FROM speaker_name AS n JOIN speaker AS s ON s.no = n.speaker
     WHERE n.folded = ? ORDER BY s.statements DESC, s.id LIMIT 1`,
    [folded],
  );
  return row?.no ?? null;
}

async function speakerWithWords(queries: Queries, folded: string): Promise<number | null> {
  if (folded === "") return null;
  const words = folded.split(" ");
  const row = await first<{ no: number }>(
    queries,
    `SELECT coalesce(s.merged_into, s.no) AS no FROM speaker AS s
     WHERE EXISTS (SELECT 1 FROM speaker_name AS n WHERE n.speaker = s.no
                   AND ${words.map(() => "' ' || n.folded || ' ' LIKE ?").join(" AND ")})
     ORDER BY s.statements DESC, s.id LIMIT 1`,
    words.map((word) => `% ${word} %`),
  );
  return row?.no ?? null;
}
