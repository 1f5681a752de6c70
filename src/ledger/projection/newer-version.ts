import type { Entry } from "../../core/entry.ts";
import type { Queries } from "../database.ts";
import { spansOf } from "../spans.ts";
import { counts, entriesAt, holdsFor, isDecided, placesIn, setState, type EntryPlace } from "./entry-place.ts";
import { LEAST_SHARE, sharedPart } from "./shared-words.ts";

/**
 * An article was updated: same address, new text. Each entry of the versions before is tied to the new one by exact match only,
 * never to words that look alike. Its passage, from the first to the last word of source, cue and content, stands in the new text or not:
 *
 *     moved     the new version has an entry with the same words by the same speaker, or reads the very passage anew: that one counts
 *     current   the passage stands exactly once in the new text, the words that prove the other fields stand there too, and no entry
 *               that is new there takes it for a part of something longer
 *     changed   anything else: "source changed"
 *
 * What a person has decided stays with what was reviewed: where the passage still stands, an entry that an engine reads there does
 * not count beside it (`decided`).
 */
export async function linkNewerVersion(queries: Queries, article: number, versions: readonly number[]): Promise<void> {
  const older = (await placesIn(queries, versions)).filter(counts);
  if (older.length === 0) return;
  const newer = (await placesIn(queries, [article])).filter((row) => counts(row) || isDecided(row));
  const text = await snapshotOf(queries, article);
  const olderTexts = await snapshotsOf(queries, versions);
  const entries = await entriesAt(queries, [...older, ...newer]);
  const homes = await articlesOf(queries, older);
  const bySignature = new Map<string, EntryPlace[]>();
  for (const row of newer) {
    const signature = signatureOf(row, entries.get(row.no));
    bySignature.set(signature, [...(bySignature.get(signature) ?? []), row]);
  }
  const known = new Set(older.map((row) => signatureOf(row, entries.get(row.no))));
  const added = newer.filter((row) => !known.has(signatureOf(row, entries.get(row.no))));
  for (const row of older) {
    const entry = entries.get(row.no);
    if (entry === undefined) continue;
    const shift = shiftOf(entry, olderTexts.get(homes.get(row.no) ?? 0) ?? "", text);
    const shared = (other: EntryPlace): number =>
      shift === null
        ? 0
        : sharedPart(
            entry.content.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
            entries.get(other.no)?.content ?? [],
          );
    const here = newer.filter((other) => shared(other) >= LEAST_SHARE).sort((a, b) => shared(b) - shared(a));
    const inLonger = added.some((other) => shared(other) > 0 && shared(other) < LEAST_SHARE);
    const stands = shift !== null && !inLonger && isShown(entry, text) ? "current" : "changed";
    if (isDecided(row) && shift !== null && !here.some(isDecided)) {
      for (const other of here) if (holdsFor(row, other)) await setState(queries, other.no, "decided", row.id);
      await setState(queries, row.no, stands);
      continue;
    }
    // Of statements with the same words by the same speaker the first goes with the first.
    const same = bySignature.get(signatureOf(row, entry)) ?? [];
    const target = (same.length > 1 ? same.shift() : same[0]) ?? here[0];
    if (target !== undefined) {
      await setState(queries, row.no, "moved");
      await setState(queries, target.no, target.state, row.id);
    } else await setState(queries, row.no, stands);
  }
}

/** The versions before an article, newest first. */
export async function versionsBefore(queries: Queries, previous: number): Promise<readonly number[]> {
  const rows = await queries.all<{ no: number }>(
    `WITH RECURSIVE version (no, previous) AS (
       SELECT no, previous FROM article WHERE no = ?
       UNION SELECT article.no, article.previous FROM article JOIN version ON article.no = version.previous
     )
     SELECT no FROM version ORDER BY no DESC`,
    [previous],
  );
  return rows.map((row) => row.no);
}

/** The versions after an article that were read already, oldest first. */
export async function versionsAfter(queries: Queries, article: number): Promise<readonly number[]> {
  const rows = await queries.all<{ no: number; engine: string }>(
    `WITH RECURSIVE version (no, engine, next) AS (
       SELECT no, engine, next FROM article WHERE no = ?
       UNION SELECT article.no, article.engine, article.next FROM article JOIN version ON article.no = version.next
     )
     SELECT no, engine FROM version WHERE no <> ? ORDER BY no`,
    [article, article],
  );
  return rows.filter((row) => row.engine !== "").map((row) => row.no);
}

function signatureOf({ spokenBy, repeats }: EntryPlace, entry: Entry | undefined): string {
  return JSON.stringify([spokenBy, repeats, entry?.content.map((span) => span.text) ?? []]);
}

/** How far the passage of an entry has moved, if it stands exactly once in the new text; else null. */
function shiftOf(entry: Entry, before: string, now: string): number | null {
  const spans = [...entry.source, ...entry.cue, ...entry.content];
  const start = Math.min(...spans.map((span) => span.start));
  const passage = before.slice(start, Math.max(...spans.map((span) => span.end)));
  const [place, another] = placesOf(passage, now);
  return place === undefined || another !== undefined ? null : place - start;
}

/** Whether the new text has the words that prove each field. */
function isShown(entry: Entry, text: string): boolean {
  return spansOf(entry).every((span) => span.text === "" || placesOf(span.text, text).length > 0);
}

/** The first two places where words stand, and not only as a part of longer ones: "no" does not stand in "known". */
function placesOf(words: string, text: string): readonly number[] {
  const places: number[] = [];
  if (words === "") return places;
  for (let at = text.indexOf(words); at >= 0 && places.length < 2; at = text.indexOf(words, at + 1))
    if (!isInsideWord(text, at) && !isInsideWord(text, at + words.length)) places.push(at);
  return places;
}

function isInsideWord(text: string, at: number): boolean {
  return LETTER.test(text.charAt(at - 1)) && LETTER.test(text.charAt(at));
}

const LETTER = /[\p{L}\p{N}]/u;

async function articlesOf(queries: Queries, places: readonly EntryPlace[]): Promise<ReadonlyMap<number, number>> {
  const rows = await queries.all<{ no: number; article: number }>(
    `SELECT no, article FROM entry WHERE no IN ${queries.dialect.integerList}`,
    [JSON.stringify(places.map((place) => place.no))],
  );
  return new Map(rows.map((row) => [row.no, row.article]));
}

async function snapshotOf(queries: Queries, article: number): Promise<string> {
  return (await snapshotsOf(queries, [article])).get(article) ?? "";
}

async function snapshotsOf(queries: Queries, articles: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await queries.all<{ event: number; text: string | null }>(
    `SELECT event, text FROM snapshot WHERE event IN ${queries.dialect.integerList}`,
    [JSON.stringify(articles)],
  );
  // Each was written as a JSON string.
  return new Map(rows.map(({ event, text }) => [event, text === null ? "" : (JSON.parse(text) as string)]));
}
