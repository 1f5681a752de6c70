import { isOffice } from "../../core/speakers/register.ts";
import { first, type Queries } from "../database.ts";
import type { Value } from "../sql.ts";
import type { CalledSpeaker, Page, PageRequest, RoleSpell, SpeakerRecord, SpeakerSummary } from "../ledger.ts";
import { foldedName } from "../projection/speakers.ts";
import { pageSize, readCursor, writeCursor } from "./cursor.ts";
import { spokenByOf } from "./speaker-by-name.ts";

/** Speakers, the most quoted first; with `name`, those whose name has all its words, the last one perhaps unfinished. */
export async function speakersByStatements(
  queries: Queries,
  page: PageRequest & { readonly name?: string },
): Promise<Page<SpeakerSummary>> {
  const size = pageSize(page);
  const cursor = readCursor(page, 2);
  const words =
    page.name === undefined
      ? []
      : foldedName(page.name)
          .split(" ")
          .filter((word) => word !== "");
  const where = ["s.statements > 0", "s.merged_into IS NULL"];
  const params: Value[] = [];
  if (words.length > 0) {
    where.push(
      `EXISTS (SELECT 1 FROM speaker_name AS n JOIN speaker AS o ON o.no = n.speaker
               WHERE coalesce(o.merged_into, o.no) = s.no
               AND ${words.map(() => "' ' || n.folded LIKE ?").join(" AND ")})`,
    );
    params.push(...words.map((word) => `% ${word}%`));
  }
  const count = await first<{ total: number }>(
    queries,
    `SELECT count(*) AS total FROM speaker AS s WHERE ${where.join(" AND ")}`,
    params,
  );
  if (cursor !== null) {
    const [statements = 0, id = ""] = cursor;
    where.push("(s.statements < ? OR (s.statements = ? AND s.id > ?))");
    params.push(statements, statements, id);
  }
  const rows = await queries.all<SpeakerRow>(
    `SELECT s.no, s.id, s.name, s.kind, s.statements, s.commitments FROM speaker AS s
     WHERE ${where.join(" AND ")} ORDER BY s.statements DESC, s.id LIMIT ?`,
    [...params, size + 1],
  );
  const shown = rows.slice(0, size);
  const roles = await rolesOf(
    queries,
    shown.map((row) => row.no),
  );
  const last = shown.at(-1);
  return {
    items: shown.map(({ no, ...speaker }) => ({
      ...speaker,
      roles: (roles.get(no) ?? []).map((spell) => spell.title),
    })),
    next: rows.length > size && last !== undefined ? writeCursor([last.statements, last.id]) : null,
    total: count?.total ?? 0,
  };
}

/** Who is called by a title of this office in articles, the most quoted first, with the titles as articles word them. */
export async function speakersCalled(queries: Queries, office: string): Promise<readonly CalledSpeaker[]> {
  const rows = await queries.all<RoleSpell & { readonly id: string; readonly name: string }>(
    `SELECT s.id, s.name, r.title, r.first, r.last, r.statements FROM speaker_role AS r JOIN speaker AS s ON s.no = r.speaker
     WHERE s.merged_into IS NULL ORDER BY r.statements DESC, s.id, r.title`,
  );
  const called = new Map<string, CalledSpeaker>();
  for (const { id, name, title, first, last, statements } of rows) {
    if (!isOffice(title, office)) continue;
    const before = called.get(id);
    const spell = { title, first, last, statements };
    called.set(id, { id, name, roleSpells: [...(before?.roleSpells ?? []), spell] });
  }
  return [...called.values()];
}

/** The speaker with this number. */
export async function speakerWithNumber(queries: Queries, no: number): Promise<SpeakerRecord | null> {
  const row = await first<SpeakerRow>(
    queries,
    "SELECT no, id, name, kind, statements, commitments FROM speaker WHERE no = ?",
    [no],
  );
  if (row === undefined) return null;
  const names = await queries.all<{ name: string }>(
    `SELECT DISTINCT name FROM speaker_name WHERE speaker IN ${queries.dialect.integerList} ORDER BY name`,
    [JSON.stringify(await spokenByOf(queries, no))],
  );
  const roleSpells = (await rolesOf(queries, [no])).get(no) ?? [];
  const { no: _, ...speaker } = row;
  return {
    ...speaker,
    roles: roleSpells.map((spell) => spell.title),
    names: names.map((name) => name.name),
    roleSpells,
  };
}

interface SpeakerRow {
  readonly no: number;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly statements: number;
  readonly commitments: number;
}

/** Roles as articles worded them, the earliest first, those of unknown date last. */
async function rolesOf(
  queries: Queries,
  speakers: readonly number[],
): Promise<ReadonlyMap<number, readonly RoleSpell[]>> {
  const rows = await queries.all<RoleSpell & { readonly speaker: number }>(
    `SELECT speaker, title, first, last, statements FROM speaker_role WHERE speaker IN ${queries.dialect.integerList}
     ORDER BY coalesce(first_day, '~'), last_day, title`,
    [JSON.stringify(speakers)],
  );
  const roles = new Map<number, RoleSpell[]>();
  for (const { speaker, title, first, last, statements } of rows)
    roles.set(speaker, [...(roles.get(speaker) ?? []), { title, first, last, statements }]);
  return roles;
}
