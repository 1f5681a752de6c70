import type { Commitment } from "../../core/commitment.ts";
import type { Entry } from "../../core/entry.ts";
import type { Queries } from "../database.ts";
import { plain } from "../plain.ts";
import { dayRange, momentOf, type DayRange } from "../dates.ts";
import { stemsOf } from "../search/words.ts";
import type { Value } from "../sql.ts";
import type { EntryDraft, EntryHome } from "./entry-draft.ts";
import { conditionId } from "./condition-id.ts";
import { mergedConditions } from "./merged-conditions.ts";
import { countUp } from "./tallies.ts";
import { speakersOf, type SpeakerNumbers } from "./speakers.ts";

/** Writes entries, their speakers, commitments, conditions and search words. The tallies of entries written again are left to `recount`. */
export async function writeEntries(queries: Queries, drafts: readonly EntryDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const speakers = await speakersOf(queries, drafts);
  const again = drafts.filter((draft) => draft.again).map((draft) => draft.no);
  if (again.length > 0) await clearEntries(queries, again);
  const rows = drafts.map((draft) => rowOf(draft, speakers));
  await queries.insert("entry", COLUMNS, rows, REWRITE);
  const { index } = queries.dialect;
  await queries.insert(
    "search",
    index.columns,
    drafts.map((draft, at) =>
      index.row(
        {
          moment: momentOf(daysOf(draft)?.from ?? "", draft.no),
          content: saidStems(draft.entry, draft.home.language),
          context: contextOf(draft.entry, draft.home)
            .flatMap((text) => stemsOf(text, draft.home.language))
            .slice(0, MOST_INDEXED),
          spokenBy: speakers.get(draft.no)?.spokenBy ?? null,
        },
        Object.fromEntries(COLUMNS.map((column, place) => [column, rows[at]?.[place] ?? null])),
      ),
    ),
  );
  const merged = await writeCommitments(queries, drafts);
  await writeDoubtful(queries, drafts);
  if (again.length > 0) await restoreStatuses(queries, again);
  await countUp(
    queries,
    drafts.filter((draft) => !draft.again),
    speakers,
    merged,
  );
}

/** A long speech, and well within what PostgreSQL takes for one entry (1 MB, positions up to 16,383). */
const MOST_INDEXED = 8000;

/** Stems of what was said, as the index holds them. */
export function saidStems(entry: Entry, language: string | null): readonly string[] {
  return entry.content.flatMap((span) => stemsOf(span.text, language)).slice(0, MOST_INDEXED);
}

/** The words around a statement that it may also be found by. */
function contextOf(entry: Entry, home: EntryHome): readonly string[] {
  const texts = [
    entry.speaker?.name,
    entry.speaker?.description,
    entry.speaker?.role?.title,
    entry.occasion?.text,
    entry.addressee?.text,
    home.title,
    ...entry.commitments.flatMap((commitment) => [
      commitment.committer?.name,
      ...commitment.conditions.map((condition) => condition.text),
    ]),
  ];
  return texts.filter((text) => text !== undefined && text !== null);
}

const COLUMNS: readonly string[] = (
  "no id article event position spoken_by speaker role role_stems kind language publisher date date_from date_to confidence " +
  "strengths commitments conditional repeats state review visible moment"
).split(" ");

/** A newer reading takes the place of the older in the tables; both stay in the events. */
const REWRITE: string =
  "ON CONFLICT (no) DO UPDATE SET " +
  COLUMNS.filter((column) => column !== "no" && column !== "id")
    .map((column) => `${column} = excluded.${column}`)
    .join(", ");

function daysOf({ date }: EntryDraft): DayRange | null {
  return date === null ? null : dayRange(date);
}

function rowOf(draft: EntryDraft, speakers: SpeakerNumbers): readonly Value[] {
  const { no, event, entry, home, date } = draft;
  const days = daysOf(draft);
  const role = entry.speaker?.role?.title ?? null;
  const speaker = speakers.get(no);
  const repeats = entry.repeats === null ? 0 : 1;
  return [
    no,
    entry.id,
    home.no,
    event,
    entry.content[0]?.start ?? 0,
    speaker?.spokenBy ?? null,
    speaker?.speaker ?? null,
    plain(role),
    role === null ? "" : ` ${stemsOf(role, home.language).join(" ")} `,
    entry.kind,
    home.language,
    home.publisher,
    date,
    days?.from ?? "",
    days?.to ?? "",
    entry.confidence,
    strengthsOf(entry.commitments),
    entry.commitments.length,
    entry.commitments.some((commitment) => commitment.conditions.length > 0) ? 1 : 0,
    repeats,
    "current",
    "none",
    repeats === 0 ? 1 : 0,
    momentOf(days?.from ?? "", no),
  ];
}

/** The bit of each strength in the column `strengths`. */
export const STRENGTH_BITS: Readonly<Record<Commitment["strength"], number>> = { will: 1, plan: 2, may: 4 };

function strengthsOf(commitments: readonly Commitment[]): number {
  return commitments.reduce((bits, commitment) => bits | STRENGTH_BITS[commitment.strength], 0);
}

async function clearEntries(queries: Queries, numbers: readonly number[]): Promise<void> {
  const json = JSON.stringify(numbers);
  const { integerList } = queries.dialect;
  await queries.run(
    `DELETE FROM search WHERE ${queries.dialect.index.moment} IN
       (SELECT moment FROM entry WHERE no IN ${integerList})`,
    [json],
  );
  await queries.run(`DELETE FROM commitment WHERE entry IN ${integerList}`, [json]);
  await queries.run(`DELETE FROM commitment_condition WHERE entry IN ${integerList}`, [json]);
  await queries.run(`DELETE FROM doubtful WHERE entry IN ${integerList}`, [json]);
  await queries.run(`DELETE FROM doubtful_condition WHERE entry IN ${integerList}`, [json]);
}

/** Gives where merged conditions lead. */
async function writeCommitments(queries: Queries, drafts: readonly EntryDraft[]): Promise<ReadonlyMap<string, string>> {
  const commitments: Value[][] = [];
  const conditions = new Map<string, Value[]>();
  const links: [named: string, entry: number, position: number][] = [];
  for (const { no, event, entry } of drafts)
    entry.commitments.forEach((commitment, position) => {
      commitments.push([no, position, commitment.strength, commitment.conditions.length]);
      const named = new Set<string>();
      for (const { text } of commitment.conditions) {
        const id = conditionId(text);
        if (!conditions.has(id)) conditions.set(id, [id, event, plain(text)]);
        named.add(id);
      }
      for (const id of named) links.push([id, no, position]);
    });
  await queries.insert("commitment", ["entry", "position", "strength", "conditions"], commitments);
  await queries.insert("condition", ["id", "event", "text"], [...conditions.values()], "ON CONFLICT (id) DO NOTHING");
  const merged = await mergedConditions(queries, [...conditions.keys()]);
  await queries.insert(
    "commitment_condition",
    ["condition", "entry", "position", "named"],
    links.map(([id, entry, position]) => {
      const into = merged.get(id);
      return into === undefined ? [id, entry, position, ""] : [into, entry, position, id];
    }),
  );
  return merged;
}

/** What is doubtful stands behind what counts, and its conditions are nobody's yet: they are no part of the list of conditions. */
async function writeDoubtful(queries: Queries, drafts: readonly EntryDraft[]): Promise<void> {
  const rows: Value[][] = [];
  const links: Value[][] = [];
  for (const { no, entry } of drafts)
    entry.doubtful.forEach(({ strength, conditions, confidence }, at) => {
      const position = entry.commitments.length + at;
      rows.push([no, position, strength, conditions.length, confidence]);
      for (const id of new Set(conditions.map(({ text }) => conditionId(text)))) links.push([no, position, id]);
    });
  await queries.insert("doubtful", ["entry", "position", "strength", "conditions", "confidence"], rows);
  await queries.insert("doubtful_condition", ["entry", "position", "condition"], links);
}

/** Commitments written anew are as people last saw them go. */
async function restoreStatuses(queries: Queries, entries: readonly number[]): Promise<void> {
  await queries.run(
    `UPDATE commitment SET status =
       (SELECT s.status FROM commitment_status AS s
        WHERE s.entry = commitment.entry AND s.position = commitment.position ORDER BY s.event DESC LIMIT 1)
     WHERE entry IN ${queries.dialect.integerList}`,
    [JSON.stringify(entries)],
  );
}
