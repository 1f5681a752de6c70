import { first, type Database, type Queries } from "./database.ts";
import { appendEvents, payloadsOf, type Happening, type RedactionPayload } from "./events.ts";
import type { Redaction } from "./ledger.ts";
import { rebuildProjections } from "./projection/rebuild.ts";

/**
 * Takes away what an entry or an article says (law, privacy): payloads, salts and, for an article, its text. The chain keeps their
 * hashes and stays valid; an event says what was taken and why. With an entry go those that repeat it or stand within it; its words stay
 * in the article's text: to take those away, redact the article. Other versions of an article are other articles and stay. What was
 * derived goes by rebuilding, and what the engine's files still hold by their rewriting; both take their time in a large ledger.
 */
export async function redact(database: Database, subject: string, reason: string, by: string): Promise<void> {
  await database.transaction(async (queries) => {
    const target = (await redactableEntry(queries, subject)) ?? (await redactableArticle(queries, subject));
    if (target === null) throw new RangeError(`No entry and no article ${subject}`);
    const at = new Date().toISOString();
    const events = await eventsAbout(queries, target);
    const subjects = [...(target.whole ? [target.article] : []), ...target.entries];
    await appendEvents(
      queries,
      [{ kind: "redaction", payload: { article: target.article, subjects, events, reason } }],
      by,
      at,
    );
    await queries.run(`UPDATE event SET payload = NULL, salt = NULL WHERE seq IN ${queries.dialect.integerList}`, [
      JSON.stringify(events),
    ]);
    await queries.run(`UPDATE snapshot SET text = NULL WHERE event IN ${queries.dialect.integerList}`, [
      JSON.stringify(events),
    ]);
    await rebuildProjections(queries);
  });
  await database.scour();
}

/** Why nothing stands under this id of an entry or an article; null when nothing was taken away there. */
export async function redactionOf(queries: Queries, subject: string): Promise<Redaction | null> {
  const rows = await queries.all<RedactionRow>(`${COLUMNS} WHERE subject = ?`, [subject]);
  return (await redactionsAt(queries, rows))[0] ?? null;
}

/** What was taken away, the first first: in an article, or everywhere. */
export async function redactionsOf(queries: Queries, articleId?: string): Promise<readonly Redaction[]> {
  const rows = await queries.all<RedactionRow>(`${COLUMNS} ORDER BY event, subject`);
  const all = await redactionsAt(queries, rows);
  return articleId === undefined ? all : all.filter(({ article }) => article === articleId);
}

const COLUMNS = `SELECT subject, event, reason, at, who AS "by" FROM redaction`;

interface RedactionRow {
  readonly subject: string;
  readonly event: number;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

async function redactionsAt(queries: Queries, rows: readonly RedactionRow[]): Promise<readonly Redaction[]> {
  const payloads = await payloadsOf<RedactionPayload>(queries, [...new Set(rows.map((row) => row.event))]);
  return rows.map(({ subject, event, reason, at, by }) => ({
    subject,
    article: payloads.get(event)?.article ?? subject,
    reason,
    at,
    by,
  }));
}

/** What is to go. */
interface Target {
  readonly article: string;
  /** The article itself goes, with everything that hangs on it. */
  readonly whole: boolean;
  /** Ids of the entries that go. */
  readonly entries: ReadonlySet<string>;
}

async function redactableEntry(queries: Queries, id: string): Promise<Target | null> {
  const row = await first<{ no: number; articleNo: number; article: string }>(
    queries,
    `SELECT e.no, a.no AS "articleNo", a.id AS article FROM entry AS e JOIN article AS a ON a.no = e.article WHERE e.id = ?`,
    [id],
  );
  if (row === undefined) return null;
  return { article: row.article, whole: false, entries: await saidWith(queries, id, row.article) };
}

async function redactableArticle(queries: Queries, id: string): Promise<Target | null> {
  const row = await first<{ no: number }>(queries, "SELECT no FROM article WHERE id = ?", [id]);
  if (row === undefined) return null;
  const entries = await queries.all<{ id: string }>("SELECT id FROM entry WHERE article = ? ORDER BY no", [row.no]);
  return { article: id, whole: true, entries: new Set(entries.map((entry) => entry.id)) };
}

/** An entry, those that say its words once more, and those within its words: left behind, they would say what was to go. */
async function saidWith(queries: Queries, id: string, article: string): Promise<ReadonlySet<string>> {
  const gone = new Set([id]);
  const events = await candidates(queries, article);
  for (let size = 0; size < gone.size;) {
    size = gone.size;
    for (const { kind, payload } of events) {
      if ((kind !== "entry" && kind !== "entered") || payload.article !== article) continue;
      const { entry } = payload;
      if ([entry.repeats, entry.within].some((other) => other !== null && gone.has(other))) gone.add(entry.id);
    }
  }
  return gone;
}

type Numbered = Happening & { readonly seq: number };

/** The events that may speak of an article or its entries: those that name it, and those that name only an entry or a correction. */
async function candidates(queries: Queries, article: string): Promise<readonly Numbered[]> {
  const rows = await queries.all<{ seq: number; kind: string; payload: string }>(
    `SELECT seq, kind, payload FROM event
     WHERE payload IS NOT NULL AND (kind IN ('reply', 'status', 'decision') OR payload LIKE ?) ORDER BY seq`,
    [`%"${article}"%`],
  );
  // The payload was written by `appendEvents`, or came in with a chain that was verified.
  return rows.map(({ seq, kind, payload }) => ({ seq, kind, payload: JSON.parse(payload) }) as Numbered);
}

async function eventsAbout(queries: Queries, target: Target): Promise<readonly number[]> {
  const events = await candidates(queries, target.article);
  const corrections = new Set<string>();
  for (const event of events)
    if (event.kind === "correction" && speaksOf(event, target, corrections)) corrections.add(event.payload.id);
  return events.filter((event) => speaksOf(event, target, corrections)).map(({ seq }) => seq);
}

/** Whether an event holds words of what goes. Every kind is named: one that somebody adds tomorrow must not be forgotten here. */
function speaksOf(event: Happening, { article, whole, entries }: Target, corrections: ReadonlySet<string>): boolean {
  switch (event.kind) {
    case "article":
      return whole && event.payload.id === article;
    case "appearance":
    case "given":
      return whole && event.payload.article === article;
    case "entry":
    case "entered":
      return (whole && event.payload.article === article) || entries.has(event.payload.entry.id);
    case "review":
      return (whole && event.payload.article === article) || entries.has(event.payload.entry);
    case "correction": {
      const { entry } = event.payload;
      return (whole && event.payload.article === article) || (entry !== null && entries.has(entry));
    }
    case "decision":
      return corrections.has(event.payload.correction);
    case "reply":
    case "status":
      return entries.has(event.payload.entry);
    // These name ids alone.
    case "reading":
    case "condition":
    case "merge":
    case "split":
    case "proposal":
    case "answer":
    case "likeness":
    case "dossier":
    case "key":
    case "redaction":
      return false;
  }
}
