import { DEFAULT_CONFIDENCE } from "../core/confidence.ts";
import type { Page, StoredEntry } from "../ledger/ledger.ts";
import { dateInWords } from "../publish/date-words.ts";
import { inkOf, onOneLine } from "../publish/ink.ts";
import { entryListing } from "../publish/listing.ts";
import { choice, type Invocation, number, type Options, words } from "./command.ts";
import { count } from "./progress-bar.ts";
import type { Terminal } from "./terminal.ts";

export type ListFormat = "text" | "json" | "jsonl";

const FORMATS: readonly ListFormat[] = ["text", "json", "jsonl"];

/** The options of every command that lists what the ledger holds. */
export const FORMAT_OPTION: Options = {
  format: {
    type: "string",
    value: "FORMAT",
    help: "text (default on a terminal), json, or jsonl (default elsewhere).",
  },
};

export const CONFIDENCE_OPTION: Options = {
  "min-confidence": {
    type: "string",
    value: "N",
    help: `Show statements of at least this confidence, 0 to 1; default ${DEFAULT_CONFIDENCE}. Below it, doubtful commitments of at least this confidence come with them, marked.`,
  },
};

export const PAGE_OPTIONS: Options = {
  limit: { type: "string", value: "N", help: "Show at most this many; default 50." },
  after: { type: "string", value: "CURSOR", help: "Go on after the last list; the end of a list says how." },
};

export function formatOf(invocation: Invocation): ListFormat {
  return choice(invocation, "format", FORMATS) ?? (invocation.terminal.interactive ? "text" : "jsonl");
}

export function confidenceOf(invocation: Invocation): number {
  return number(invocation, "min-confidence", { from: 0, to: 1 }) ?? DEFAULT_CONFIDENCE;
}

/** At most this many items a question to the ledger. */
const LARGEST_PAGE = 200;

/** Asks for page after page until `--limit` items are there, and tells how to go on when there are more. */
export async function listed<T>(
  invocation: Invocation,
  ask: (page: { readonly size: number; readonly after?: string }) => Promise<Page<T>>,
): Promise<Page<T>> {
  const limit = number(invocation, "limit", { from: 1, to: 1_000_000, whole: true }) ?? 50;
  const items: T[] = [];
  let after = words(invocation, "after");
  for (;;) {
    const size = Math.min(LARGEST_PAGE, limit - items.length);
    const page = await ask(after === undefined ? { size } : { size, after });
    items.push(...page.items);
    after = page.next ?? undefined;
    if (page.next === null || items.length >= limit) return { items, next: page.next, total: page.total };
  }
}

/** Prints items in the format, and says on standard error how many more there are. */
export async function printList<T>(
  { terminal }: Invocation,
  format: ListFormat,
  page: Page<T>,
  { noun, text }: { readonly noun: string; readonly text: (item: T, terminal: Terminal) => string },
): Promise<void> {
  if (format === "json") await terminal.write(`${JSON.stringify(page.items, null, 2)}\n`);
  else if (format === "jsonl") for (const item of page.items) await terminal.write(`${JSON.stringify(item)}\n`);
  else {
    for (const item of page.items) await terminal.write(`${text(item, terminal)}\n\n`);
    if (page.items.length === 0) await terminal.write(`No ${noun}s found.\n`);
  }
  if (page.next !== null)
    terminal.notice(`${count(page.total, noun)} in all, ${page.items.length} shown. Go on with --after ${page.next}`);
}

/** Prints what a command left behind, in the format. */
export async function printOne<T>(
  { terminal }: Invocation,
  format: ListFormat,
  item: T,
  text: (item: T, terminal: Terminal) => string,
): Promise<void> {
  await terminal.write(
    format === "text"
      ? `${text(item, terminal)}\n`
      : `${JSON.stringify(item, null, format === "json" ? 2 : undefined)}\n`,
  );
}

/** A stored entry with the article it stands in. */
export function storedEntryText(entry: StoredEntry, { look }: Terminal): string {
  const from = [entry.publisher, entry.articleTitle, entry.published && dateInWords(entry.published), entry.url]
    .filter(Boolean)
    .map((part) => onOneLine(part ?? ""));
  const ink = inkOf(look.colour);
  const lines = [entryListing({ ...entry, commitments: [...entry.commitments, ...entry.doubtful] }, entry.date, look)];
  if (from.length > 0) lines.push(`    ${ink.quiet(from.join(" · "))}`);
  const marks = marksOf(entry);
  if (marks.length > 0) lines.push(`    ${ink.waiting(marks.join(" · "))}`);
  return lines.join("\n");
}

/** What people must see of an entry before they use it; what nobody has reviewed says nothing. */
function marksOf({ review, amended, enteredBy, disputed, state }: StoredEntry): readonly string[] {
  const marks: string[] = [];
  if (disputed) marks.push("disputed: a correction is open");
  if (review === "disagreed") marks.push("reviewers disagree");
  else if (review === "entered") marks.push(`entered by ${onOneLine(enteredBy ?? "")}`);
  else if (review === "amended") marks.push(amended.length > 0 ? `amended (${amended.join(", ")})` : "amended");
  else if (review !== "none") marks.push(review);
  if (state === "changed") marks.push("source changed: the words are gone from the newer version");
  if (state === "replaced") marks.push("replaced: a newer engine no longer finds it");
  if (state === "moved") marks.push("moved: the newer version of the article counts");
  if (state === "decided") marks.push("decided: what a person decided on these words before counts");
  return marks;
}
