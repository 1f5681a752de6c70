import { DEFAULT_CONFIDENCE } from "../../core/confidence.ts";
import type { Queries } from "../database.ts";
import { dayRange } from "../dates.ts";
import { plain } from "../plain.ts";
import { conditionId } from "./condition-id.ts";
import type { EntryDraft } from "./entry-draft.ts";
import type { SpeakerNumbers } from "./speakers.ts";

/** Adds new entries to the tallies of articles, speakers, roles and conditions: what the default view shows of them. */
export async function countUp(
  queries: Queries,
  drafts: readonly EntryDraft[],
  speakers: SpeakerNumbers,
  merged: ReadonlyMap<string, string>,
): Promise<void> {
  const articles = new Map<number, [statements: number, commitments: number]>();
  const bySpeaker = new Map<number, [statements: number, commitments: number]>();
  const conditions = new Map<string, number>();
  const roles = new Map<string, RoleTally>();
  for (const { no, entry, home, date } of drafts) {
    if (entry.repeats !== null || entry.confidence < DEFAULT_CONFIDENCE) continue;
    addTo(articles, home.no, entry.commitments.length);
    for (const { conditions: spans } of entry.commitments)
      for (const id of new Set(spans.map((span) => conditionId(span.text)).map((named) => merged.get(named) ?? named)))
        conditions.set(id, (conditions.get(id) ?? 0) + 1);
    const speaker = speakers.get(no)?.speaker;
    if (speaker === undefined) continue;
    addTo(bySpeaker, speaker, entry.commitments.length);
    const title = entry.speaker?.role?.title;
    if (title !== undefined) addRole(roles, speaker, title, date);
  }
  await addCounts(queries, "article", articles);
  await addCounts(queries, "speaker", bySpeaker);
  const counted = [...conditions].map(([id, commitments]) => ({ id, commitments }));
  await queries.run(
    `UPDATE condition SET commitments = condition.commitments + d.commitments
     FROM ${queries.dialect.jsonTable({ id: "text", commitments: "integer" })} AS d WHERE condition.id = d.id`,
    [JSON.stringify(counted)],
  );
  await writeRoles(queries, roles);
}

/** What people or newer readings are about to change: look before, and hand it to `recount` after. */
export interface Affected {
  readonly articles: readonly number[];
  readonly speakers: readonly number[];
  readonly conditions: readonly string[];
}

export async function affectedBy(queries: Queries, articles: readonly number[]): Promise<Affected> {
  if (articles.length === 0) return { articles, speakers: [], conditions: [] };
  const numbers = JSON.stringify(articles);
  const speakers = await queries.all<{ no: number }>(
    `SELECT DISTINCT speaker AS no FROM entry WHERE speaker IS NOT NULL AND article IN ${queries.dialect.integerList}`,
    [numbers],
  );
  const conditions = await queries.all<{ id: string }>(
    `SELECT DISTINCT cc.condition AS id FROM commitment_condition AS cc JOIN entry AS e ON e.no = cc.entry
     WHERE e.article IN ${queries.dialect.integerList}`,
    [numbers],
  );
  return { articles, speakers: speakers.map((row) => row.no), conditions: conditions.map((row) => row.id) };
}

/**
 * Counts anew what the default view shows, after something made entries appear, disappear or change hands. Adding counts up by itself.
 */
export async function recount(queries: Queries, before: Affected): Promise<void> {
  if (before.articles.length === 0) return;
  const now = await affectedBy(queries, before.articles);
  await queries.run(
    `UPDATE article SET
       statements = (SELECT count(*) FROM entry WHERE entry.article = article.no AND visible = 1 AND confidence >= ?),
       commitments = (SELECT coalesce(sum(entry.commitments), 0) FROM entry
                      WHERE entry.article = article.no AND visible = 1 AND confidence >= ?)
     WHERE no IN ${queries.dialect.integerList}`,
    [DEFAULT_CONFIDENCE, DEFAULT_CONFIDENCE, JSON.stringify(before.articles)],
  );
  await recountConditions(queries, [...before.conditions, ...now.conditions]);
  await recountSpeakers(queries, [...before.speakers, ...now.speakers]);
}

/** Counts anew how many commitments that the default view shows wait or waited for these conditions. */
export async function recountConditions(queries: Queries, conditions: readonly string[]): Promise<void> {
  // A commitment may wait for two wordings of what people made one condition.
  await queries.run(
    `UPDATE condition SET commitments =
       (SELECT count(*) FROM commitment_condition AS cc JOIN entry AS e ON e.no = cc.entry
        WHERE cc.condition = condition.id AND e.visible = 1 AND e.confidence >= ?
          AND NOT EXISTS (SELECT 1 FROM commitment_condition AS same
                          WHERE same.condition = cc.condition AND same.entry = cc.entry
                            AND same.position = cc.position AND same.named < cc.named))
     WHERE id IN ${queries.dialect.textList}`,
    [DEFAULT_CONFIDENCE, JSON.stringify([...new Set(conditions)])],
  );
}

/** Counts anew what the default view shows of these speakers, and of their roles. */
export async function recountSpeakers(queries: Queries, speakers: readonly number[]): Promise<void> {
  const numbers = JSON.stringify([...new Set(speakers)]);
  const { integerList } = queries.dialect;
  await queries.run(
    `UPDATE speaker SET
       statements = (SELECT count(*) FROM entry
                     WHERE entry.speaker = speaker.no AND visible = 1 AND confidence >= ?),
       commitments = (SELECT coalesce(sum(entry.commitments), 0) FROM entry
                      WHERE entry.speaker = speaker.no AND visible = 1 AND confidence >= ?)
     WHERE no IN ${integerList}`,
    [DEFAULT_CONFIDENCE, DEFAULT_CONFIDENCE, numbers],
  );
  await queries.run(`DELETE FROM speaker_role WHERE speaker IN ${integerList}`, [numbers]);
  const rows = await queries.all<{ speaker: number; role: string; date: string | null }>(
    `SELECT speaker, role, date FROM entry
     WHERE speaker IN ${integerList} AND visible = 1 AND confidence >= ? AND role IS NOT NULL ORDER BY no`,
    [numbers, DEFAULT_CONFIDENCE],
  );
  const roles = new Map<string, RoleTally>();
  for (const { speaker, role, date } of rows) addRole(roles, speaker, role, date);
  await writeRoles(queries, roles);
}

/** A role of a speaker: how often, and the first and last date at which an article worded it so. */
interface RoleTally {
  readonly speaker: number;
  readonly title: string;
  readonly first: string | null;
  readonly firstDay: string | null;
  readonly last: string | null;
  readonly lastDay: string | null;
  readonly statements: number;
}

/** Of two dates with the same day the one that stands stays, here and in `writeRoles`: the order of adding decides. */
function addRole(roles: Map<string, RoleTally>, speaker: number, written: string, date: string | null): void {
  const title = plain(written);
  const key = `${speaker} ${title}`;
  const days = date === null ? null : dayRange(date);
  const role = roles.get(key) ?? {
    speaker,
    title,
    first: null,
    firstDay: null,
    last: null,
    lastDay: null,
    statements: 0,
  };
  const earlier = days !== null && (role.firstDay === null || days.from < role.firstDay);
  const later = days !== null && (role.lastDay === null || days.to > role.lastDay);
  roles.set(key, {
    ...role,
    ...(earlier ? { first: date, firstDay: days.from } : {}),
    ...(later ? { last: date, lastDay: days.to } : {}),
    statements: role.statements + 1,
  });
}

async function writeRoles(queries: Queries, roles: ReadonlyMap<string, RoleTally>): Promise<void> {
  await queries.insert(
    "speaker_role",
    ["speaker", "title", "first", "first_day", "last", "last_day", "statements"],
    [...roles.values()].map((role) => [
      role.speaker,
      role.title,
      role.first,
      role.firstDay,
      role.last,
      role.lastDay,
      role.statements,
    ]),
    JOIN_ROLE,
  );
}

const JOIN_ROLE = `ON CONFLICT (speaker, title) DO UPDATE SET
  statements = speaker_role.statements + excluded.statements,
  first = CASE WHEN excluded.first_day < coalesce(speaker_role.first_day, '~') THEN excluded.first
          ELSE speaker_role.first END,
  first_day = CASE WHEN excluded.first_day < coalesce(speaker_role.first_day, '~') THEN excluded.first_day
              ELSE speaker_role.first_day END,
  last = CASE WHEN excluded.last_day > coalesce(speaker_role.last_day, '') THEN excluded.last
         ELSE speaker_role.last END,
  last_day = CASE WHEN excluded.last_day > coalesce(speaker_role.last_day, '') THEN excluded.last_day
             ELSE speaker_role.last_day END`;

/** Adds to the counts of many rows by one statement. */
async function addCounts(
  queries: Queries,
  table: "article" | "speaker",
  counts: ReadonlyMap<number, [statements: number, commitments: number]>,
): Promise<void> {
  const rows = [...counts].map(([no, [statements, commitments]]) => ({ no, statements, commitments }));
  const columns = { no: "integer", statements: "integer", commitments: "integer" } as const;
  await queries.run(
    `UPDATE ${table} SET statements = ${table}.statements + d.statements,
       commitments = ${table}.commitments + d.commitments
     FROM ${queries.dialect.jsonTable(columns)} AS d WHERE ${table}.no = d.no`,
    [JSON.stringify(rows)],
  );
}

function addTo(counts: Map<number, [statements: number, commitments: number]>, key: number, commitments: number): void {
  const [statements, all] = counts.get(key) ?? [0, 0];
  counts.set(key, [statements + 1, all + commitments]);
}
